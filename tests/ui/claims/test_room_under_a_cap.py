"""A cap on a claim by keyboard: when a line goes, what it took from the next one comes back."""

import builders as b
from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.claim_lines import AddLine
from alongside.services.line_rows import LineDetails
from alongside_ui.main_window import MainWindow
from ui.hands import answer, focus, go_to, press, spoken_cell

CLAIM_OF_30 = b.POLICY + '\n[[cap]]\nfrom = 2020-01-01\non = "claim"\namount = "30.00"\n'


def test_a_line_that_is_removed_leaves_room_for_the_next_and_that_is_said(
    window: MainWindow, office: Office
) -> None:
    ann = b.add_person(office)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann, policy=CLAIM_OF_30),
                                            ann))  # fmt: skip
    claim = b.claim_of(office, ann).row.id
    for words in ("bus there", "bus back"):
        line = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, words, Money(2000))
        office.claim_lines.add(AddLine(claim, line))
    press("Ctrl+5", "Return")
    go_to("Expenses")
    press("Ctrl+Del")
    answer("Remove")
    assert window.announcer.text() == (
        "Line removed from claim 2026-0001: bus there; brought up to date: claim 2026-0001"
    )
    go_to("Expenses")
    assert spoken_cell(focus()).startswith("bus back, ")
    assert "£20.00" in spoken_cell(focus())
