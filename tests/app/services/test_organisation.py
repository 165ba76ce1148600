"""The organisation's details head every form, so what cannot be printed is refused."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from alongside.domain.errors import UserError
from alongside.domain.paper_style import PaperFont
from alongside.services.organisation import OrganisationDetails

RIVERSIDE = OrganisationDetails("Riverside Disabled People’s Network", "Weir Lane\nAlderwick")


def picture(kind="PNG", size=(8, 8)):
    file = BytesIO()
    Image.new("1", size).save(file, kind)
    return file.getvalue()


def test_nothing_is_set_up_at_first(office):
    assert office.organisation.find() is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_details_come_back_as_given_with_the_logo(office, kind):
    details = replace(RIVERSIDE, logo=picture(kind))
    assert office.organisation.correct(details).words == f"{RIVERSIDE.name} set up"
    assert office.organisation.find() == details
    assert office.organisation.correct(RIVERSIDE).words == f"Details of {RIVERSIDE.name} corrected"
    assert office.organisation.find() == RIVERSIDE


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("name", {"name": " "}),
        ("year_start_month", {"year_start_month": 13}),
        ("year_start_day", {"year_start_month": 2, "year_start_day": 29}),
        ("year_start_day", {"year_start_day": 0}),
        ("logo", {"logo": b"not a picture"}),
        ("logo", {"logo": b""}),
        ("logo", {"logo": picture("GIF")}),
        ("logo", {"logo": picture()[:40]}),
        ("logo", {"logo": b"0" * 2_000_001}),
        ("logo", {"logo": picture(size=(6000, 6000))}),
        ("colour", {"colour": "navy"}),
        ("colour", {"colour": "#4d8fd1"}),
    ],
)
def test_what_cannot_be_used_names_its_field_and_keeps_nothing(office, field, changed):
    with pytest.raises(UserError) as raised:
        office.organisation.correct(replace(RIVERSIDE, **changed))
    assert raised.value.field == field
    assert office.organisation.find() is None


def test_a_colour_is_kept_as_six_figures_and_letters_and_nothing_typed_is_black(office):
    details = replace(RIVERSIDE, colour=" 1A4D8F ", paper_font=PaperFont.LEXEND)
    office.organisation.correct(details)
    assert office.organisation.find() == replace(details, colour="#1a4d8f")
    assert office.organisation.find().paper_font is PaperFont.LEXEND
    office.organisation.correct(replace(details, colour=""))
    assert office.organisation.find().colour == "#000000"
