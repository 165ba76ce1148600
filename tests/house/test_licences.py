"""What others made stands beside its licence, so that the whole can be given on."""

import pytest

from house.source import RESOURCES, ROOT

FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_every_font_has_its_licence_beside_it(font):
    family = font.stem.partition("-")[0]
    licence = font.with_name(f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


@pytest.mark.parametrize("folder", ["words", "icons", "easy_read"])
def test_a_folder_of_other_things_says_whose_they_are(folder):
    assert "licen" in (RESOURCES / folder / "README.md").read_text(encoding="utf-8").casefold()


def test_alongside_stays_with_the_people_it_is_for():
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "GPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ["app", "ui", "resources", "tests", "packaging"])
def test_every_room_says_what_it_is_for_and_what_was_decided(room):
    page = (ROOT / room / "README.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {room}")
    for heading in ("Purpose", "Rules", "Decisions"):
        assert heading in page
