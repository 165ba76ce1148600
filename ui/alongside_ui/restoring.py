"""The way back: which backups there are, and one of them put in the place of the records."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from alongside import keys, paths
from alongside.domain.errors import AlongsideError
from alongside.i18n import _

if TYPE_CHECKING:
    from alongside.office import Office
    from alongside.services.backups import BackupRow
    from alongside_ui.doorway import Doorway


def offer_backups(doorway: "Doorway") -> None:
    """Show the backups of the doorway's records, and put back the one that is chosen."""

    def found(_request: None) -> "Sequence[BackupRow]":
        from alongside.office import now
        from alongside.services.backups import backups_in

        second = doorway.main.preferences.settings.backup_folder
        folders = [paths.backup_folder(doorway.file), *([Path(second)] if second else [])]
        return backups_in(folders, now())

    def show(rows: "Sequence[BackupRow]") -> None:
        from alongside_ui.backups.dialog import RestoreDialog

        RestoreDialog(
            doorway.main, rows, doorway.file, lambda place: _restore(doorway, place)
        ).open()

    doorway.main.operations.run(found, None, then=show)


def _restore(doorway: "Doorway", place: Path) -> None:
    """Close the records, put the backup at `place` in their place, and open that."""
    doorway.leave_records()
    doorway.say(_("Restoring the backup…"))

    def restore(words: str | None, is_remembered: bool) -> "Office":
        from alongside.office import Office

        return Office.restore(
            place, doorway.file, doorway.keyring, words=words, is_remembered=is_remembered,
            who=doorway.main.preferences.signature,
        )  # fmt: skip

    def by_words(words: str, is_remembered: bool, failed: Callable[[AlongsideError], None]) -> None:
        doorway.run(lambda _request: restore(words, is_remembered), failed)

    def failed(error: AlongsideError) -> None:
        doorway.failed(error, is_asking=False)
        if isinstance(error, keys.WrongKeyError):
            doorway.ask_for_words(f"{error.words} {error.remedy}", by_words)

    doorway.run(lambda _request: restore(None, True), failed)
