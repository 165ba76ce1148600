"""What may be a receipt, and what it is called on any system."""

import pytest

from alongside.domain.errors import UserError
from alongside.domain.receipt_files import (
    LARGEST,
    ReceiptKind,
    check_dots,
    is_near,
    kind_of,
    safe_name,
    say_numbers,
    say_size,
)

J = ReceiptKind.JPEG


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "“x” is empty."),
        (b"GIF89a", "“x” is no JPEG or PNG picture and no PDF"),
        (b"PK\x03\x04", "“x” is no JPEG or PNG picture and no PDF"),
        (b"\0\0\0\x18ftypheic\0\0", "“x” is a HEIC picture.*Save it as JPEG first."),
        (b"\xff\xd8\xff" + bytes(LARGEST), "“x” is larger than 10 megabytes"),
    ],
)
def test_what_is_no_receipt_is_refused_in_a_sentence_that_says_what_to_do(data, words):
    with pytest.raises(UserError, match=words):
        kind_of(data, "x")


def test_the_kind_is_told_by_what_is_in_a_file_not_by_its_name():
    assert kind_of(b"%PDF-1.7", "photo.jpg") is ReceiptKind.PDF


def test_a_picture_with_too_many_dots_is_refused():
    check_dots(8000, 6000, "x")
    with pytest.raises(UserError, match="more than 50 million dots"):
        check_dots(30_000, 30_000, "x")


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("taxi.jpg", "taxi.jpg"),
        ("taxi.JPEG", "taxi.jpg"),
        ("scan 12.pdf", "scan 12.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\Ann\\bus.jpg", "bus.jpg"),
        ("CON.jpg", "receipt CON.jpg"),
        ("lpt1", "receipt lpt1.jpg"),
        ("a\0b\n.jpg", "ab.jpg"),
        ("invoice\u202egpj.exe", "invoicegpj.jpg"),
        ("what?<is>|it*.png", "what--is--it.jpg"),
        ("...", "receipt.jpg"),
        ("", "receipt.jpg"),
        ("Tŷ Ŵyn.jpg", "Tŷ Ŵyn.jpg"),
        ("x" * 300 + ".jpg", "x" * 80 + ".jpg"),
    ],
)
def test_a_name_is_safe_on_every_system(given, safe):
    assert safe_name(given, J) == safe


def test_numbers_and_sizes_are_said_as_people_say_them():
    assert say_numbers({3, 1}) == "1, 3"
    assert (say_size(420), say_size(48_200), say_size(4_320_000)) == ("1 kB", "48 kB", "4.3 MB")


def test_pictures_are_near_within_a_few_bits_and_nothing_is_near_nothing():
    assert is_near("ff" * 32, "ff" * 31 + "f0")
    assert not is_near("ff" * 32, "00" * 32)
    assert not is_near("", "")
