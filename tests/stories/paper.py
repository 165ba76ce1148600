"""What the stories read off the paper: a person's form as words, and files as they were printed."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

import builders as b
from alongside.office import Office


def printed(office: Office, person: UUID) -> str:
    """Return the words on a person's newest form."""
    return office.forms.form(b.claim_of(office, person).row.id).words


def print_all(office: Office, claims: Iterable[UUID], folder: Path) -> dict[str, bytes]:
    """Print forms to `folder`; return each file's bytes by its name."""
    done = office.forms.to_folder(tuple(claims), folder)
    assert done.is_whole
    return {file.name: file.read_bytes() for file in done.files}
