"""Papers about payments as PDF: a screen reader gets every fact, in order, at any size."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from help_files import poppler, spoken, squeezed

from alongside.documents.editions import write
from alongside.documents.remittance import remittance_advice
from alongside.documents.run_list import run_list
from alongside.documents.yearly_statement import yearly_statement
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payment_sheets import (
    Amount,
    ClaimPaid,
    RemittanceSheet,
    RunLine,
    RunListSheet,
    StatementSheet,
    Sums,
)
from alongside.domain.payments import Sum
from alongside.domain.people import Format
from app.documents.read_paper import check
from app.documents.read_paper import heard as heard_of

LONG = "Featherstonehaughcholmondeleymarjoribanksllanfairpwllgwyngyll"
NAMES = ("Ann Lee", "Carys Ŵyn-Ŷnyr", f"Bo {LONG}", "Nguyễn Thị Ánh", "Zoë O’Brien")
ASK = "Ask: Sam Okafor, 0161 496 0000"
PRINTED = (Format.STANDARD, Format.LARGE_18, Format.LARGE_24)


def a_remittance(
    person: str = "Ann Lee", edition: Format = Format.STANDARD, claims: int = 2
) -> RemittanceSheet:
    first = ClaimPaid(
        "2026-0001", "Transport Design Group", "9 May 2026, 10 May 2026",
        Sum(Money(7500), Money(920)),
        ("9 May 2026, Taxi there, an expense of £12.40: agreed for the way back only",),
        ("10 May 2026, Meeting, £75.00 offered: gave the fee away: £75.00 to Riverside Hospice",),
        ("9 May 2026, Train, £18.00: paid direct",),
        ("Paid before of this claim: fees £10.00, expenses £0.00.",),
    )  # fmt: skip
    others = [
        ClaimPaid(f"2026-{n:04}", "Housing Group", "12 May 2026", Sum(Money(123456), NOTHING))
        for n in range(2, claims + 1)
    ]
    return RemittanceSheet(
        "Riverside Network", person, "P2026-001", "15 May 2026",
        "bank transfer, to the account ending ••34", (first, *others),
        Sum.of([claim.paid for claim in (first, *others)]), ASK, "12 May 2026", edition,
    )  # fmt: skip


def draw_remittance(sheet: RemittanceSheet) -> bytes:
    return write(remittance_advice(sheet), sheet.edition)


def draw_statement(sheet: StatementSheet) -> bytes:
    return write(yearly_statement(sheet), sheet.edition)


def draw_run_list(sheet: RunListSheet, edition: Format = Format.STANDARD) -> bytes:
    return write(run_list(sheet), edition)


def a_list(*names: str, to_write: tuple[str, ...] = ("Date", "Signature, or a mark")):
    due = Sum(Money(7500), Money(920))
    lines = tuple(RunLine(name, "2026-0001, 2026-0002", due) for name in names)
    return RunListSheet(
        "Riverside Network", "Cash sheet", "Everybody signs.", "P2026-001", "15 May 2026", lines,
        Sum.of([line.due for line in lines]), to_write, "12 May 2026",
    )  # fmt: skip


def a_statement(
    person: str = "Ann Lee", edition: Format = Format.STANDARD, lines: int = 3
) -> StatementSheet:
    fees = tuple(
        Amount(f"{n} May 2026, Meeting, Transport Design Group, claim 2026-{n:04}", f"£7{n}.00")
        for n in range(1, lines + 1)
    )
    taxi = (Amount("9 May 2026, Taxi, Housing Group, claim 2026-0001", "£9.20"),)
    sums = Sums(fees, taxi, Sum(Money(22600), Money(920)))
    return StatementSheet(
        "Riverside Network", person, "tax year, 6 April 2026 to 5 April 2027", sums,
        replace(sums, expenses=(), total=Sum(Money(22600), NOTHING)),
        (Amount("9 May 2026, Meeting, Housing Group, to Riverside Hospice", "£75.00"),), "£75.00",
        (), "£0.00", ASK, "12 May 2026", edition,
    )  # fmt: skip


PAPERS = {
    "remittance advice": (draw_remittance, a_remittance),
    "statement": (draw_statement, a_statement),
}
REFLOWED = [
    pytest.param(draw, make, name, edition, id=f"{paper}, {name[:9]}, {edition}")
    for paper, (draw, make) in PAPERS.items() for name in NAMES for edition in PRINTED
]  # fmt: skip


@pytest.fixture
def tree_of(tmp_path):
    def tree(pdf: bytes) -> str:
        place = tmp_path / "paper.pdf"
        place.write_bytes(pdf)
        return poppler("pdfinfo", "-struct-text", str(place))

    return tree


def heard(tree: str) -> str:
    return squeezed(spoken(tree))


def check_named(pdf: bytes, tmp_path, name: str) -> None:
    """See that the paper is right, and that it says `name`."""
    check(pdf, tmp_path)
    assert name in heard_of(pdf, tmp_path)


@pytest.mark.parametrize(("draw", "make", "name", "edition"), REFLOWED)
def test_a_paper_for_a_person_reflows_at_their_size_whatever_they_are_called(
    draw, make, name, edition, tmp_path
):
    check_named(draw(make(name, edition)), tmp_path, name)


def test_lists_hold_every_name_and_keep_to_pdf_ua(tmp_path):
    for to_write in (("Cheque number",), ("Date", "Signature, or a mark")):
        for edition in PRINTED:
            pdf = draw_run_list(a_list(*NAMES, to_write=to_write), edition)
            for name in NAMES:
                check_named(pdf, tmp_path, name)


@pytest.mark.parametrize(("edition", "at_least"), list(zip(PRINTED, (15, 19, 25), strict=True)))
def test_letters_are_as_large_as_their_reader_wants(edition, at_least, tmp_path):
    place = tmp_path / "paper.pdf"
    place.write_bytes(draw_remittance(a_remittance(edition=edition)))
    (box,) = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Housing<',
                        poppler("pdftotext", "-bbox", str(place), "-"))  # fmt: skip
    assert float(box[1]) - float(box[0]) >= at_least


def test_an_advice_is_heard_in_its_order_with_every_fact(tree_of):
    said = heard(tree_of(draw_remittance(a_remittance())))
    facts = [
        "Riverside Network", "Remittance advice", "To: Ann Lee", "Payment run: P2026-001",
        "Day of payment: 15 May 2026", "How: bank transfer, to the account ending ••34",
        "Claim 2026-0001", "Group: Transport Design Group", "For: 9 May 2026, 10 May 2026",
        "Fees: £75.00", "Expenses: £9.20",
        "Paid before of this claim: fees £10.00, expenses £0.00.",
        "Taxi there, an expense of £12.40: agreed for the way back only",
        "gave the fee away: £75.00 to Riverside Hospice", "Train, £18.00: paid direct",
        "Claim 2026-0002", "Fees: £1,234.56", "Expenses: £0.00",
        "All together", "Fees: £1,309.56", "Expenses: £9.20",
        "Fees and expenses together: £1,318.76", "If something is wrong", ASK,
    ]  # fmt: skip
    at = 0
    for fact in facts:
        at = said.find(fact, at)
        assert at >= 0, fact
        at += len(fact)


def test_a_statement_has_fees_and_expenses_apart_twice_each_with_a_total(tree_of):
    tree = tree_of(draw_statement(a_statement()))
    said = heard(tree)
    facts = [
        "For: Ann Lee", "Year: tax year, 6 April 2026 to 5 April 2027", "By day of activity",
        "Fees", "1 May 2026, Meeting, Transport Design Group, claim 2026-0001: £71.00",
        "Fees, total: £226.00", "Expenses", "9 May 2026, Taxi, Housing Group", ": £9.20",
        "Expenses, total: £9.20", "By day of payment", "Fees, total: £226.00",
        "Expenses, total: £0.00", "Fees given away or taken in kind",
        "to Riverside Hospice: £75.00", "Given away, total: £75.00", "In kind, total: £0.00", ASK,
    ]  # fmt: skip
    at = 0
    for fact in facts:
        at = said.find(fact, at)
        assert at >= 0, fact
        at += len(fact)
    assert "£235.20" not in said
    levels = re.findall(r"^ *H(\d) \(block\)", tree, re.MULTILINE)
    assert "".join(levels) == "123323323322"[: len(levels)]


def test_a_list_is_a_table_whose_rows_are_named_by_people(tree_of):
    tree = tree_of(draw_run_list(a_list("Ann Lee", "Bo Larsen")))
    assert tree.count("/Scope /Column") == 7
    assert tree.count("/Scope /Row") == 3
    assert len(re.findall(r"^ *TD\b", tree, re.MULTILINE)) == 18
    said = heard(tree)
    assert "Ann Lee2026-0001, 2026-0002£75.00£9.20£84.20" in said
    assert "£150.00£18.40£168.40" in said


def test_the_titles_of_a_long_list_stand_on_each_page_and_every_row_can_be_signed(tmp_path):
    place = tmp_path / "paper.pdf"
    place.write_bytes(draw_run_list(a_list(*(f"Person {n}" for n in range(1, 41)))))
    pages = poppler("pdftotext", "-layout", str(place), "-").split("\f")[:-1]
    assert len(pages) > 3
    assert all("Signature" in one for one in pages)
    assert "Page 1 of" in pages[0]
    first = poppler("pdftotext", "-bbox", "-l", "1", str(place), "-")
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)"[^>]*>Person<', first)]
    rows = [after - top for top, after in pairwise(tops[1:])]
    assert min(rows) >= 40


def test_the_lines_of_a_long_statement_go_over_pages_and_a_total_is_never_alone(tmp_path):
    place = tmp_path / "paper.pdf"
    place.write_bytes(draw_statement(a_statement(edition=Format.LARGE_24, lines=31)))
    pages = poppler("pdftotext", "-layout", str(place), "-").split("\f")
    starts = [one.strip().partition("\n")[0] for one in pages]
    assert not [start for start in starts if ", total" in start]


def test_a_name_in_letters_that_cannot_be_printed_is_an_error_that_can_be_put_right():
    with pytest.raises(UserError, match="សុខា"):
        draw_remittance(a_remittance("សុខា ចាន់"))
    with pytest.raises(UserError, match="សុខា"):
        draw_run_list(a_list("សុខា ចាន់"))


@pytest.mark.parametrize(("draw", "make"), PAPERS.values(), ids=PAPERS)
def test_the_same_sheet_gives_the_same_bytes(draw, make):
    assert draw(make()) == draw(make())


def test_an_office_without_a_name_still_prints(tree_of):
    sheet = replace(a_remittance(), organisation="", ask="")
    assert heard(tree_of(draw_remittance(sheet))).startswith("Remittance advice")


@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_24, Format.EASY_READ])
@pytest.mark.parametrize(
    ("make", "sheet", "welsh"),
    [
        (remittance_advice, a_remittance(), ("Diwrnod talu: 15", "Pryd rydym yn eich talu: 15")),
        (yearly_statement, a_statement(), ("Datganiad blynyddol", "Eich arian am un flwyddyn")),
        (run_list, a_list("Ann Lee"), ("Diwrnod talu: 15", "Diwrnod talu: 15")),
    ],
    ids=["remittance advice", "statement", "list"],
)
def test_a_paper_about_pay_is_in_its_own_language_and_says_so(
    make, sheet, welsh, edition, tmp_path
):
    pdf = write(make(replace(sheet, language="cy")), edition)
    assert re.search(rb"/Lang \((cy)\)", pdf)
    check(pdf, tmp_path)
    assert welsh[edition is Format.EASY_READ] in heard_of(pdf, tmp_path)
