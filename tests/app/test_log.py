"""The log says what kind of mistake it was and where; never whose name or how much money."""

import logging

import pytest

import builders as b
from alongside import log
from alongside.domain.errors import UserError


@pytest.fixture
def folder(tmp_path):
    yield tmp_path
    ours = logging.getLogger("alongside")
    for kept in list(ours.handlers):
        kept.close()
        ours.removeHandler(kept)
    ours.propagate = True


def test_a_mistake_is_logged_by_kind_and_place_without_what_was_typed(folder):
    log.start(folder)
    log.start(folder)
    try:
        try:
            raise KeyError("Ann Lee")
        except KeyError:
            raise ValueError("Ann Lee, £75.00, account 31926834") from None
    except ValueError as error:
        said = log.mistake(error)
    written = (folder / "alongside.log").read_text(encoding="utf-8")
    assert said in written
    assert written.count("builtins.ValueError") == 1
    assert "test_log.py" in written
    for secret in ("Ann", "£75", "75.00", "31926834"):
        assert secret not in written


def test_a_day_of_work_with_errors_leaves_no_name_anywhere_in_the_logs(office, folder, caplog):
    log.start(folder)
    with caplog.at_level(logging.DEBUG):
        ann = b.add_person(office, "Zanzibarina Lee")
        b.add_bank_details(office, ann)
        group = b.add_group(office, ann)
        office.claims.make(b.add_marked_meeting(office, group, ann))
        with pytest.raises(UserError) as raised:
            b.add_group(office, ann)
        log.mistake(raised.value)
    everything = caplog.text + (folder / "alongside.log").read_text(encoding="utf-8")
    for secret in ("Zanzibarina", "31926834", "000042"):
        assert secret not in everything
