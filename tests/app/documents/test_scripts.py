"""Names in every script: the letters are those that HarfBuzz draws, and a reader finds them."""

import os
import shutil
import subprocess
from io import BytesIO

import page
import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from alongside.documents.document import Document
from alongside.documents.fonts import load, printable, shaped_run, tidy, width
from alongside.documents.outlines import draw_outline
from alongside.documents.scripts import SCRIPTS, clusters, cut, script_of, segments
from alongside.documents.setting import line
from alongside.documents.tagged.paper import Paper
from alongside.documents.wrapping import wrap
from alongside.domain.marks import Font, Shaped
from alongside_resources import path
from app.documents.help_files import poppler, spoken, squeezed
from app.documents.on_paper import draw
from app.documents.sheets import a_sheet

EM = 100
"""Pixels of one em in the pictures that are compared."""
WORDS = {
    "Arabic": "محمد",
    "Arabic, lam and alef": "الأمير",
    "Arabic, with its vowels": "مُحَمَّد",
    "Urdu": "ٹھیکری",
    "Persian, with an unseen break": "می\u200cخواهم",
    "Hebrew": "שרה",
    "Hebrew, with points": "שָׂרָה",
    "Bengali, letters joined": "কৃষ্ণা",
    "Bengali, a vowel written before": "অমিত",
    "Bengali, three in one": "শ্রীকান্ত",
    "Hindi, letters joined": "क्षत्रिय",
    "Hindi, r above": "शर्मा",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ",
    "Gujarati": "શ્રીકૃષ્ણ",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "శ్రీనివాస్",
    "Kannada": "ಕೃಷ್ಣಮೂರ್ತಿ",
    "Malayalam": "കൃഷ്ണൻ",
    "Sinhala, with an unseen join": "ශ්\u200dරීමාලි",
    "Thai": "ศิริพร",
    "Amharic": "ተስፋዬ",
    "Armenian": "Արամ",
    "Georgian": "გიორგი",
    "Korean": "김민준",
    "Chinese, simplified": "王晓明",
    "Chinese, traditional": "陳美玲",
    "Chinese, a letter that few names have": "堃燊",
    "Japanese": "中山さくら",
}


def drawn(words: str, font: Font) -> Image.Image:
    """Return the ink of `words` as our PDF has it, EM pixels to an em."""
    made = BytesIO()
    wide = width(words, font, EM) + 2 * EM
    canvas = Canvas(made, pagesize=(wide, 3 * EM))
    for each in Font:
        load(each)
    for mark in line(words, font, EM, EM, EM):
        if isinstance(mark, Shaped):
            draw_outline(canvas, mark, 3 * EM)
        else:
            canvas.setFont(mark.font, mark.size)
            canvas.drawString(mark.x, 3 * EM - mark.baseline, mark.words)
    canvas.save()
    picture = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-png", "-"],
        input=made.getvalue(), capture_output=True, check=True,
    ).stdout  # fmt: skip
    return ink(picture)


def as_harfbuzz_draws(words: str, file: str, *options: str) -> Image.Image:
    """Return the ink of `words` as HarfBuzz’s own program draws them."""
    if not shutil.which("hb-view") and os.environ.get("CI", "").lower() not in {"1", "true"}:
        pytest.skip("this needs hb-view")
    (script,) = {script for script, _part in cut(words)}
    picture = subprocess.run(
        ["hb-view", f"--font-file={path(f'fonts/{file}.ttf')}", f"--font-size={EM}",
         "--output-format=png", f"--language={script.language_of(words)}", "--margin=60",
         *options, f"--text={words}"],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    return ink(picture)


def ink(picture: bytes) -> Image.Image:
    """Return a picture cut to its ink, which is white here."""
    grey = ImageChops.invert(Image.open(BytesIO(picture)).convert("L"))
    return grey.crop(grey.point(lambda shade: 255 if shade > 60 else 0).getbbox())


def shared(one: Image.Image, other: Image.Image) -> float:
    """Return how much of the ink of two pictures both have, at the best of some small shifts."""
    size = (max(one.width, other.width) + 4, max(one.height, other.height) + 4)
    fixed = Image.new("L", size)
    fixed.paste(one, (2, 2))

    def at(x: int, y: int) -> float:
        moved = Image.new("L", size)
        moved.paste(other, (x, y))
        both = ImageChops.darker(fixed, moved).histogram()
        either = ImageChops.lighter(fixed, moved).histogram()
        return sum(n * shade for shade, n in enumerate(both)) / sum(
            n * shade for shade, n in enumerate(either)
        )

    return max(at(x, y) for x in range(5) for y in range(5))


LOOKS = [
    pytest.param(words, font, id=f"{name}, {looks}")
    for name, words in WORDS.items()
    for font, looks in ((Font.REGULAR, "regular"), (Font.BOLD, "bold"))
    if font is Font.REGULAR or cut(words)[0][0].has_bold  # others are made heavier, and differ
]


@pytest.mark.parametrize(("words", "font"), LOOKS)
def test_a_name_looks_as_harfbuzz_draws_it(words, font):
    (mark,) = line(words, font, 14, 0)
    assert shared(drawn(words, font), as_harfbuzz_draws(words, mark.file)) > 0.92


@pytest.mark.parametrize(
    ("words", "options"),
    [("محمد", ["--features=-init,-medi,-fina"]), ("محمد", ["--direction=ltr"]),
     ("অমিত", ["--script=Zyyy"]), ("কৃষ্ণা", ["--features=-akhn,-pres,-cjct,-blws"])],
)  # fmt: skip
def test_the_comparison_sees_letters_that_are_not_joined_or_stand_wrong(words, options):
    (mark,) = line(words, Font.REGULAR, 14, 0)
    assert shared(drawn(words, Font.REGULAR), as_harfbuzz_draws(words, mark.file, *options)) < 0.8


@pytest.mark.parametrize("words", ["김민준", "陳美玲"])
def test_a_font_of_one_weight_is_made_heavier_where_words_are_bold(words):
    def black(picture: Image.Image) -> int:
        return sum(n * shade for shade, n in enumerate(picture.histogram()))

    assert black(drawn(words, Font.BOLD)) > 1.2 * black(drawn(words, Font.REGULAR))


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_reader_of_a_form_finds_the_name(words, tmp_path):
    name = f"Ann {words} Lee"
    paper = Paper(14, (595.28, 841.89))
    paper.heading(1, "Claim")
    paper.facts([("Name", name)])
    tagged, plain = tmp_path / "tagged.pdf", tmp_path / "plain.pdf"
    tagged.write_bytes(paper.draw(Document("Claim", "Riverside", (), name)))
    plain.write_bytes(draw(a_sheet(person=name)))
    assert page.validate_pdf_bytes(tagged.read_bytes(), profile="ua1").is_compliant
    tree = poppler("pdfinfo", "-struct-text", str(tagged))
    assert f"Name: {name}" in squeezed(spoken(tree))
    for file in (tagged, plain):
        copied = poppler("pdftotext", str(file), "-")
        bare = "".join(each for each in copied if each not in "\u202a\u202b\u202c \n")
        assert f"Ann{words}Lee" in bare


def test_the_words_and_their_language_stand_in_the_file_for_voices():
    paper = Paper(14, (595.28, 841.89))
    paper.heading(1, "陳美玲")
    paper.paragraph("محمد")
    made = paper.draw(Document("Claim", "Riverside", (), ""))
    for words, language in (("陳美玲", b"zh"), ("محمد", b"ar")):
        written = made[made.index(b"/ActualText") - 400 :]
        assert language in written, words
    assert made.count(b"/ActualText") == 2
    assert made.count(b"/S /Span") == 2


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: f"{script.family} {script.language}")
def test_every_script_has_its_fonts(script):
    for is_bold in (True, False):
        assert path(f"fonts/{script.file(is_bold=is_bold)}.ttf").is_file()


def runs(words: str) -> list[str]:
    return [part for script, part in cut(words) if script]


def test_a_name_of_several_words_is_one_run_and_what_follows_keeps_its_place():
    assert cut("Ann, محمد علي, 12 May")[0] == (None, "Ann, ")
    assert runs("Ann, محمد علي, 12 May") == ["محمد علي"]
    assert runs("অমিত রায় (Amit)") == ["অমিত রায়"]
    assert runs("محمد and علي") == ["محمد", "علي"]
    assert runs("中山さくら") == ["中山さくら"]


def test_signs_inside_a_name_from_the_right_belong_to_it():
    assert runs("ג'ורג' Ann") == ["ג'ורג'"]
    assert runs("Ann (محمد علي) Lee") == ["محمد علي"]
    assert runs("محمد (أبو علي) 12") == ["محمد (أبو علي)"]
    assert runs("محمد علي.") == ["محمد علي."]


def test_a_number_inside_words_from_the_right_is_read_from_the_left():
    arabic = SCRIPTS[0]
    assert segments("شارع 12.5 محمد", arabic) == ["محمد", " ", "12.5", " ", "شارع"]
    assert segments("شارع ١٢", arabic) == ["١٢", " ", "شارع"]


@pytest.mark.parametrize(
    ("words", "language"),
    [("محمد", "ar"), ("پروین", "fa"), ("ٹھیک", "ur"), ("陳美玲", "zh"), ("中山さくら", "ja")],
)
def test_letters_tell_the_language_where_they_can(words, language):
    assert script_of(words[0]).language_of(words) == language


def test_a_line_breaks_between_letters_that_are_not_joined():
    assert clusters("क्षत्रिय") == ["क्ष", "त्रि", "य"]
    assert clusters("ශ්\u200dරී") == ["ශ්\u200dරී"]
    for words in ("কৃষ্ণা" * 12, "தமிழ்ச்செல்வி" * 8, "陳美玲" * 20, "محمد" * 20):
        lines = wrap(words, Font.REGULAR, 14, 120)
        assert "".join(lines) == words
        assert all(width(each, Font.REGULAR, 14) <= 120 for each in lines)
        ends = {len("".join(lines[:number])) for number in range(len(lines))}
        starts = {0}
        for each in clusters(words):
            starts.add(max(starts) + len(each))
        assert ends <= starts


def test_words_set_apart_are_as_wide_as_in_one_line():
    for words in ("محمد علي الأمير", "অমিত রায়", "陳 美玲"):
        apart = sum(width(each, Font.BOLD, 14) for each in words.split(" "))
        spaces = words.count(" ") * width(" ", Font.BOLD, 14)
        assert width(words, Font.BOLD, 14) == pytest.approx(apart + spaces)


def test_unseen_joiners_stay_where_letters_need_them_only():
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"
    assert tidy("A\u200cnn\u200d Lee") == "Ann Lee"


def test_marks_are_moved_and_made_larger_but_not_made_again():
    small, large = line("محمد", Font.REGULAR, 14, 54)[0], line("محمد", Font.REGULAR, 28, 99)[0]
    assert isinstance(small, Shaped)
    assert small.outline is large.outline
    assert large.width == pytest.approx(2 * small.width)
    assert shaped_run("محمد", SCRIPTS[0], Font.REGULAR).width == pytest.approx(small.width / 14)


@pytest.mark.parametrize("words", ["\u09cd", "A\u064e", "क\u064e"])
def test_a_mark_that_stands_on_no_letter_of_its_script_is_refused(words):
    with pytest.raises(Exception, match="cannot be printed"):
        printable(words)
