"""A logo on paper: grey on white, inside its corner, and no heavier than a printer can use."""

from io import BytesIO

import pytest
from PIL import Image

from alongside.documents.picture import printed
from alongside.domain.errors import UserError
from app.documents.sheets import a_logo


def looked_at(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("RGB", "JPEG"), ("L", "PNG")])
def test_a_logo_becomes_grey(mode, kind):
    data, _, _ = printed(a_logo(mode, kind=kind), 140, 64)
    assert looked_at(data).mode == "L"


def test_what_is_see_through_becomes_white():
    made = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(made, "PNG")
    data, _, _ = printed(made.getvalue(), 140, 64)
    assert looked_at(data).getextrema() == (255, 255)


@pytest.mark.parametrize("size", [(4000, 100), (100, 4000), (1, 1), (300, 200)])
def test_a_logo_keeps_inside_its_room_and_its_proportion(size):
    data, w, h = printed(a_logo(size=size), 140, 64)
    assert 0 < w <= 140.01
    assert 0 < h <= 64.01
    assert w / h == pytest.approx(size[0] / size[1])
    assert looked_at(data).width <= 140 * 300 / 72 + 1


def test_what_is_not_a_picture_is_a_sentence():
    with pytest.raises(UserError, match="not a picture"):
        printed(b"not a picture", 140, 64)
