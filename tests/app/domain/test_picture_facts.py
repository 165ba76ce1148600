"""What a picture’s file tells besides the picture goes, and not one dot of the picture changes."""

import io

import pytest
from PIL import Image, PngImagePlugin

import pictures
from alongside.domain.picture_facts import bare_jpeg, bare_png


def dots(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


def test_place_maker_remarks_and_film_leave_a_telephone_s_picture():
    taken = pictures.by_telephone()
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(0x8825)
    bare = bare_jpeg(taken)
    for word in (b"Maker", b"Quay Street", b"a film"):
        assert word in taken
        assert word not in bare
    assert dict(Image.open(io.BytesIO(bare)).getexif()) == {0x0112: 6}
    assert dots(bare) == dots(taken)


def test_a_picture_that_was_held_upright_has_nothing_beside_it():
    assert not Image.open(io.BytesIO(bare_jpeg(pictures.by_telephone(1)))).getexif()


@pytest.mark.parametrize(
    "facts", [{"progressive": True}, {"subsampling": 0}, {"restart_marker_blocks": 4}]
)
def test_every_way_to_pack_a_jpeg_keeps_its_dots(facts):
    taken = pictures.jpeg(**facts)
    assert dots(bare_jpeg(taken)) == dots(taken)


def test_the_colours_that_a_picture_was_taken_for_stay():
    taken = pictures.jpeg(icc_profile=b"colours" * 9)
    assert Image.open(io.BytesIO(bare_jpeg(taken))).info["icc_profile"] == b"colours" * 9


def test_texts_and_facts_leave_a_png():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Ann Lee")
    made = io.BytesIO()
    pictures.draw().save(made, "PNG", pnginfo=told, exif=Image.Exif())
    bare = bare_png(made.getvalue() + b"more")
    assert b"Ann Lee" not in bare
    assert b"more" not in bare
    assert dots(bare) == dots(made.getvalue())


def test_making_bare_twice_is_making_bare_once():
    once = bare_jpeg(pictures.by_telephone())
    assert bare_jpeg(once) == once
    assert bare_png(bare_png(pictures.png())) == bare_png(pictures.png())


@pytest.mark.parametrize("cut", [3, 20, 200, 2000])
def test_what_is_cut_off_is_refused_and_never_loops(cut):
    with pytest.raises(ValueError, match=r"the picture|marker|a part"):
        bare_jpeg(pictures.jpeg()[:cut])
    with pytest.raises(ValueError, match=r"the picture|marker|a part"):
        bare_png(pictures.png()[:cut])
