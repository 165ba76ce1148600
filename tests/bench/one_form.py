"""A program that makes one kept form, or so many in a row, and ends."""

import json
import resource
import sys
from pathlib import Path

from alongside.documents.editions import standard
from alongside.documents.kept import read

if __name__ == "__main__":
    for _form in range(int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        assert standard.draw(read(json.loads(Path(sys.argv[1]).read_text())))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
