"""A PDF as others read it: what is heard of it in order, and where its words lie."""

import re

import page
from help_files import poppler, spoken, squeezed

MARGIN = 28
"""Points that no printer needs for itself: about 1 cm."""
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"')


def heard(pdf: bytes, tmp_path) -> str:
    """Return what a screen reader says of the paper, in its order."""
    place = tmp_path / "heard.pdf"
    place.write_bytes(pdf)
    return squeezed(spoken(poppler("pdfinfo", "-struct-text", str(place))))


def check(pdf: bytes, tmp_path) -> None:
    """See that the paper keeps to PDF/UA, that words keep to its margins and off one another."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
    place = tmp_path / "checked.pdf"
    place.write_bytes(pdf)
    said = poppler("pdftotext", "-bbox", str(place), "-")
    for one in said.split("<page ")[1:]:
        width, height = map(float, re.findall(r'"([\d.]+)"', one)[:2])
        boxes = [tuple(map(float, box)) for box in _WORD.findall(one)]
        assert boxes
        for number, (left, top, right, foot) in enumerate(boxes):
            assert min(left, top, width - right, height - foot) >= MARGIN
            for l2, t2, r2, f2 in boxes[number + 1 :]:
                assert min(right, r2) - max(left, l2) <= 1 or min(foot, f2) - max(top, t2) <= 7
