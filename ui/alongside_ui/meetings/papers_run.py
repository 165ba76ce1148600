"""Papers of a meeting on their way: one file after another, or pages to the printer."""

from PySide6.QtWidgets import QWidget

from alongside.i18n import _, ngettext
from alongside.services.meeting_paper_requests import WritePapers
from alongside_ui.desk import Desk
from alongside_ui.widgets.paper_files import write_files
from alongside_ui.widgets.progress import ProgressDialog


def write_papers(desk: Desk, parent: QWidget, request: WritePapers) -> ProgressDialog:
    """Write the papers, showing how far it is; return the dialog that shows it."""
    papers = desk.operations.office.meeting_papers
    step = _("{done} of {of}: {person}")
    return write_files(
        desk.operations, parent, request.folder,
        lambda progress, is_stopped: papers.to_folder(request, progress, is_stopped),
        step=lambda done, of, person: step.format(done=done, of=of, person=person),
        said=lambda n: ngettext("{n} paper printed to {folder}", "{n} papers printed to {folder}",
                                n),
    )  # fmt: skip
