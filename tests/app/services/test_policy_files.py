"""The policies that come with Alongside pay what they say, and so does the page about them."""

import re
from datetime import date, time

import pytest

from alongside.domain.activity import Activity
from alongside.domain.claims import Category
from alongside.domain.errors import UserError, WorldError
from alongside.domain.expenses import mileage
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy_check import check_policy
from alongside.domain.policy_text import read_policy
from alongside.services.policies import (
    LARGEST_FILE,
    check_own_policies,
    check_policy_file,
    mileage_text,
    published_texts,
    rules_of,
)
from alongside_resources import path

TEMPLATES = {
    file.name.removesuffix(".toml"): file.read_text(encoding="utf-8")
    for file in path("policies").iterdir()
    if file.name.endswith(".toml") and not file.name.startswith("_")
}
each_template = pytest.mark.parametrize("name", sorted(TEMPLATES))


def test_every_shape_of_fee_has_a_template():
    assert set(TEMPLATES) == {
        "half-and-full-day", "block", "hourly", "per-task", "standard-time", "fixed-preparation",
        "home-meeting", "nil",
    }  # fmt: skip


@each_template
def test_every_example_of_a_template_is_right(name):
    report = check_policy(TEMPLATES[name], mileage_text())

    assert report.first_difference == ""
    assert len(report.results) >= 5


@each_template
def test_every_template_opens_with_its_source_and_a_plain_summary(name):
    head = TEMPLATES[name].partition("\nname = ")[0]

    assert all(line.startswith("#") for line in head.splitlines() if line)
    assert "Plain summary:" in head
    assert "https://" in head
    assert "seen 22 November 2026" in head


@each_template
def test_every_template_shares_the_mileage_rates(name):
    assert 'mileage = "hmrc"' in TEMPLATES[name]
    assert rules_of(TEMPLATES[name]).mileage


@each_template
@pytest.mark.parametrize("day", [date(2006, 1, 1), date(2015, 7, 1), date(2026, 11, 22)])
def test_a_template_has_a_fee_for_everything_in_twenty_years(name, day):
    for kind in ActivityKind:
        for role in Role:
            for state in (State.ATTENDED, State.ONLINE):
                what = Activity(day, kind, "", role, state, time(10), time(12),
                                is_online=state is State.ONLINE)  # fmt: skip

                assert work_out_fees(rules_of(TEMPLATES[name]), what)


@pytest.mark.parametrize(("day", "pence"), [
    (date(2006, 1, 1), 40), (date(2011, 4, 5), 40), (date(2011, 4, 6), 45),
    (date(2026, 4, 5), 45), (date(2026, 4, 6), 55),
])  # fmt: skip
def test_the_shared_car_rate_changes_on_its_days(day, pence):
    policy = rules_of(TEMPLATES["nil"])

    assert mileage(policy, Category.CAR, day, 10, 0)[0] == Money(pence)
    assert mileage(policy, Category.CAR, day, 10, 100_000)[0] == Money(25)
    assert mileage(policy, Category.MOTORCYCLE, day, 10, 0)[0] == Money(24)
    assert mileage(policy, Category.BICYCLE, day, 10, 0)[0] == Money(20)
    assert mileage(policy, Category.PASSENGER, day, 10, 0)[0] == Money(5)


def test_a_file_is_checked_by_its_path(tmp_path):
    file = tmp_path / "ours.toml"
    file.write_text(TEMPLATES["block"], encoding="utf-8")

    assert check_policy_file(file).is_right


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path):
    picture, large = tmp_path / "logo.png", tmp_path / "large.toml"
    picture.write_bytes(b"\x89PNG\xff\xfe")
    large.write_bytes(b"#" * (LARGEST_FILE + 1))

    for file, words in (
        (tmp_path / "gone.toml", "There is no file"),
        (picture, "is not a text file"),
        (large, "too large"),
        (tmp_path, "cannot be read"),
    ):
        with pytest.raises(WorldError, match=words):
            check_policy_file(file)


@pytest.mark.parametrize("name", sorted(published_texts()))
def test_every_example_of_a_published_policy_is_right(name):
    report = check_policy(published_texts()[name], mileage_text())

    assert report.first_difference == ""
    assert len(report.results) >= 5


def test_the_published_policies_have_sixty_examples_or_more():
    reports = [check_policy(text, mileage_text()) for text in published_texts().values()]

    assert len(reports) >= 12
    assert sum(len(report.results) for report in reports) >= 60


@pytest.mark.parametrize("name", sorted(published_texts()))
def test_every_published_policy_opens_with_its_source(name):
    head = published_texts()[name].partition("\nname = ")[0]

    assert all(line.startswith("#") for line in head.splitlines() if line)
    assert re.search("Sources?[ :]", head)
    assert re.search("https?://", head)
    assert "seen 22 November 2026" in head


def test_what_others_published_is_no_template():
    assert not set(published_texts()) & set(TEMPLATES)
    assert set(check_own_policies()) == {*TEMPLATES, *published_texts()}


@pytest.mark.parametrize(("name", "written", "instead"), [
    ("tewv", "hours = 3", "hours = 4"),
    ("nice", 'pays = "by_time"', 'pays = "full"'),
    ("oxfordshire-ccg", 'passenger = "0.02"', 'passenger = "0.03"'),
    ("oxfordshire-ccg", 'second_above = "0.00"', 'second_above = "90.00"'),
    ("cqc-experts-by-experience", 'left_before = "07:00"', 'left_before = "07:01"'),
    ("london-travelwatch", 'each = "year"', 'each = "quarter"'),
    ("ace-centre", "months = 3", "days = 90"),
    ("touchstone", "stops = true", "stops = false"),
    ("places-for-people", "months = 1", "months = 2"),
    ("lq", 'amount = "7.00"', 'amount = "7.01"'),
    ("sussex-interpreters-working-days", 'holidays = "england"', ""),
    ("dartford", 'back_after = "20:30"', 'back_after = "20:29"'),
    ("west-devon", 'region = "elsewhere"', 'region = "Exeter"'),
    ("hmrc-meals", "hours_away = 10\namount", "hours_away = 11\namount"),
    ("canterbury", 'public_transport = "0.30"', ""),
])  # fmt: skip
def test_a_published_policy_that_is_changed_comes_out_differently(name, written, instead):
    text = published_texts()[name]
    assert written in text

    assert not check_policy(text.replace(written, instead), mileage_text()).is_right


def page() -> str:
    return path("help/en/policies.md").read_text(encoding="utf-8")


def test_the_worked_example_in_the_help_is_right():
    (example,) = [
        block for block in re.findall(r"```toml\n(.*?)```", page(), re.DOTALL) if "name =" in block
        and "[[fee]]" in block
    ]  # fmt: skip

    report = check_policy(example, mileage_text())

    assert report.first_difference == ""
    assert len(report.results) >= 4


def test_every_piece_of_a_policy_in_the_help_can_be_added_to_a_policy():
    top = 'name = "x"\nsummary = "x"\n'
    nil = '[[fee]]\nfrom = 2001-01-01\nshape = "nil"\n'
    pieces = [
        block for block in re.findall(r"```toml\n(.*?)```", page(), re.DOTALL)
        if block.startswith("[[")
    ]  # fmt: skip

    assert len(pieces) >= 16
    for piece in pieces:
        read_policy(top + piece + ("" if "[[fee]]" in piece else nil), mileage_text())


@pytest.mark.parametrize("kind", [
    "fee", "preparation", "travel_time", "online", "debrief", "retainer", "home_meeting",
    "cancellation", "part", "mileage", "cap", "receipt", "approval_before", "deadline", "approval",
    "example",
])  # fmt: skip
def test_the_help_names_every_key_of_every_table(kind):
    """A key is asked for by writing one that does not exist: the refusal lists them all."""
    top = 'name = "x"\nsummary = "x"\n[[fee]]\nfrom = 2001-01-01\nshape = "nil"\n'
    with pytest.raises(UserError) as caught:
        check_policy(f"{top}[[{kind}]]\nqqqqqq = 1\n", mileage_text())

    keys = re.findall("“([a-z_0-9]+)”", caught.value.words.partition("it can be")[2])

    section = page().partition(f"## `[[{kind}]]`")[2].partition("\n## ")[0]
    assert len(keys) > 2
    assert [key for key in keys if f"`{key}`" not in section] == []
