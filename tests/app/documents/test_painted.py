"""What is painted is what reportlab's own canvas would write, byte for byte."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.fonts import load
from alongside.documents.tagged.fonts import true_font
from alongside.documents.tagged.painted import painted_box, painted_rule, painted_text
from alongside.documents.tagged.written import said
from alongside.domain.marks import Box, Font, Rule, Text

HIGH = 841.89
places = st.floats(min_value=0, max_value=HIGH)


def canvas_code(paint) -> str:
    canvas = Canvas(BytesIO())
    before = len(canvas._code)
    paint(canvas)
    return "\n".join(canvas._code[before:])


@pytest.mark.parametrize("font", [Font.REGULAR, Font.BOLD])
@pytest.mark.parametrize(
    "words",
    ["Claim for fees", "£12.50 (one) \\ two", "Ŵ ŷ Łódź", "a\u00a0b", "abc" * 200,
     "".join(map(chr, sorted(load(Font.BOLD).face.charToGlyph.keys() - {0, 13, 0xA0})))],
    ids=["plain", "signs", "accents", "a space that holds", "long", "more letters than a set has"],
)  # fmt: skip
def test_words_are_written_as_the_canvas_writes_them(font, words):
    drawn = Canvas(BytesIO())
    before = len(drawn._code)
    for text in (words, words[::-1]):
        drawn.setFont(true_font(font), 14)
        drawn.drawString(54.123456, HIGH - 100.0000001, text)
    ours = Canvas(BytesIO())
    assert [
        painted_text(Text(54.123456, 100.0000001, text, font, 14), HIGH, ours._doc)
        for text in (words, words[::-1])
    ] == drawn._code[before:]


@given(places, places, places, places, st.sampled_from([0.75, 1.5]))
def test_rules_and_boxes_are_written_as_the_canvas_writes_them(x1, y1, x2, y2, width):
    def line(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        canvas.line(x1, HIGH - y1, x2, HIGH - y2)

    def rect(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        canvas.rect(x1, HIGH - y1 - y2, x2, y2, stroke=1, fill=0)

    assert painted_rule(Rule(x1, y1, x2, y2, width), HIGH) == canvas_code(line)
    assert painted_box(Box(x1, y1, x2, y2, width), HIGH) == canvas_code(rect)


@pytest.mark.parametrize(
    "words", ["Signature, or a mark", "a (b) c", "back\\slash", "Ŵ ŷ", "£5", "", "tab\there", "'\""]
)
def test_strings_are_written_as_reportlab_writes_them(words):
    document = Canvas(BytesIO())._doc
    assert said(words, document) == str(PDFString(words).format(document), "latin-1")
