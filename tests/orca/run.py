"""Drives every task with a real Orca and compares what it says with what is kept.

python3 packaging/dev.py orca                    all tasks; says what differs
python3 packaging/dev.py orca -- --write         keep what is said now, to be reviewed
python3 packaging/dev.py orca -- --orca PATH     with another Orca
python3 packaging/dev.py orca -- unlock undo     only these tasks
"""

import argparse
import difflib
import sys
from pathlib import Path

from orca.reader import Reader, version
from orca.tasks import TRANSCRIPTS, Task, Transcript, kept, lacks, table, tasks

ROOT = Path(__file__).resolve().parents[2]
_HEAD, _FOOT = "<!-- costs -->\n", "<!-- end of costs -->\n"


def listen(task: Task, orca: str) -> Transcript:
    """Return what Orca says while the task is done."""
    heard = Transcript()
    with Reader(orca) as reader:
        rooms = ":".join(str(ROOT / room) for room in ("app", "ui", "resources", "tests"))
        subject = str(ROOT / "tests" / "orca" / "steady_day.py")
        reader.open(sys.executable, subject, task.records, str(reader.folder), PYTHONPATH=rooms)
        heard.parts.append(("the window opens", reader.hear(first=20)))
        for step in task.steps:
            said: list[str] = []
            if step.verb == "type":
                reader.type(step.keys)
                said = reader.hear()
            elif step.verb == "wait":
                said = reader.hear(first=float(step.keys))
            else:
                for key in step.keys.split():
                    reader.press(key)
                    said += reader.hear()
            heard.parts.append((step.line, said))
        home = reader.environ["HOME"]
    heard.parts = [
        (line, [words.replace(home, "HOME") for words in said]) for line, said in heard.parts
    ]
    return heard


def main(words: list[str] | None = None) -> int:
    """Run the tasks, print what differs and the table of costs; return 1 if anything is wrong."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("only", nargs="*", metavar="TASK")
    asked.add_argument("--write", action="store_true", help="keep what is said now")
    asked.add_argument("--orca", default="/usr/bin/orca", help="which Orca")
    wanted = asked.parse_args(words)
    reader = f"orca-{version(wanted.orca)}"
    wrong = 0
    for task in tasks():
        if wanted.only and task.name not in wanted.only:
            continue
        print(f"{task.name}: {task.title}", flush=True)
        heard = listen(task, wanted.orca)
        faults = list(lacks(task, heard))
        path = TRANSCRIPTS / reader / f"{task.name}.txt"
        if wanted.write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(heard.text, "utf-8")
        else:
            before = path.read_text("utf-8") if path.exists() else ""
            faults += difflib.unified_diff(
                before.splitlines(), heard.text.splitlines(), "kept", "heard", lineterm=""
            )
        print("\n".join(faults), flush=True)
        wrong += bool(faults)
    costs = table(kept())
    print(costs)
    if wanted.write:
        write_costs(costs)
    return 1 if wrong else 0


def write_costs(costs: str) -> None:
    """Put the table where the README of the transcripts has its place for it."""
    readme = TRANSCRIPTS / "README.md"
    before, rest = readme.read_text("utf-8").split(_HEAD)
    after = rest.split(_FOOT)[1]
    readme.write_text(f"{before}{_HEAD}{costs}{_FOOT}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
