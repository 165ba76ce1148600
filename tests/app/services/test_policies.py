"""Policies are added from templates or files, and never twice."""

import pytest

import builders as b
from alongside.domain.errors import UserError, WorldError


def test_every_template_can_be_added(office):
    for template in office.policies.templates():
        office.policies.add_template(template.id)
    added = {row.name for row in office.policies.list_()}
    assert added == {template.name for template in office.policies.templates()}


def test_a_template_added_again_is_the_same_policy(office):
    first = office.policies.add_template("block")
    assert office.policies.add_template("block").id == first.id
    assert len(office.policies.list_()) == 1


@pytest.mark.parametrize("template", ["no-such-thing", "../words/eff-long", "_mileage"])
def test_a_template_that_is_not_there_is_refused(office, template):
    with pytest.raises(UserError):
        office.policies.add_template(template)


def test_a_file_is_kept_as_it_was_written(office):
    policy = b.add_policy(office)
    assert office.policies.text_of(policy) == b.POLICY
    (row,) = office.policies.list_()
    assert (row.name, row.added_on) == ("Half day £75", "12 May 2026")


def test_a_file_with_a_fault_is_refused_on_its_field(office, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(b.POLICY.replace("half =", "hlaf ="), encoding="utf-8")
    with pytest.raises(UserError, match="hlaf") as raised:
        office.policies.add_file(file)
    assert raised.value.field == "file"
    assert office.policies.list_() == []


def test_a_file_whose_example_comes_out_differently_is_refused(office, tmp_path):
    file = tmp_path / "own.toml"
    example = """
[[example]]
name = "a morning"
day = 2026-05-09
start = "10:00"
end = "12:00"
expect = [{ line = "attendance", amount = "80.00" }]
"""
    file.write_text(b.POLICY + example, encoding="utf-8")
    with pytest.raises(UserError, match="a morning"):
        office.policies.add_file(file)


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00", b"#" * 500_001])
def test_a_file_that_cannot_be_read_says_so(office, tmp_path, data):
    file = tmp_path / "own.toml"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(WorldError, match=r"own\.toml"):
        office.policies.add_file(file)
