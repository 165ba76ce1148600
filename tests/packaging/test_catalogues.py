"""So that no language falls behind the code, drops what is put into a text, or counts wrongly."""

import gettext
import io
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale

from alongside.documents.fonts import printable
from alongside.i18n import ENGLISH, LANGUAGES, STARTERS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import catalogues  # noqa: E402  beside dev.py, which is no package

sys.path.remove(str(ROOT / "packaging"))

FILES = catalogues.languages()
each_language = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.parent.name)
RUN_IT = "run: python3 packaging/dev.py words"


def gaps(words: str) -> Counter[str]:
    """Return what is put into a text, each as often as it stands there."""
    return Counter(re.findall(r"\{[^{}]*\}", words.replace("{{", "").replace("}}", "")))


def held(content: bytes) -> dict[object, str]:
    """Return what a .mo file holds, but for its head."""
    texts = gettext.GNUTranslations(io.BytesIO(content))._catalog
    return {text: words for text, words in texts.items() if text}


def test_the_template_is_what_the_code_says_now():
    assert catalogues.TEMPLATE.read_bytes() == catalogues.written(catalogues.template()), RUN_IT


def test_taking_the_texts_out_a_second_time_changes_nothing():
    assert catalogues.written(catalogues.template()) == catalogues.written(catalogues.template())
    assert b"POT-Creation-Date" not in catalogues.TEMPLATE.read_bytes()
    assert not re.search(rb"^#: .*:\d+", catalogues.TEMPLATE.read_bytes(), re.MULTILINE)


def test_notes_for_translators_are_in_the_template():
    assert "#. {left} is how many are not yet marked" in catalogues.TEMPLATE.read_text("utf-8")


def test_every_language_that_can_be_chosen_has_a_catalogue_and_no_other_has():
    assert {file.parent.parent.name for file in FILES} == LANGUAGES.keys() - {ENGLISH}


@each_language
def test_a_language_has_every_text_of_the_code(file):
    now = catalogues.brought_up_to_date(file, catalogues.template())
    assert file.read_bytes() == catalogues.written(now), RUN_IT


@each_language
def test_what_the_program_reads_is_what_people_wrote(file):
    kept = held(file.with_suffix(".mo").read_bytes())
    assert kept == held(catalogues.compiled(catalogues.read(file))), RUN_IT


@each_language
@pytest.mark.parametrize(
    "paper", ["claim_form", "claim_form_easy", "signing", "remittance", "yearly_statement"]
)
def test_what_a_person_gets_on_paper_is_in_their_language_whole(file, paper):
    place = f"app/alongside/documents/{paper}.py"
    found = [message for message in catalogues.read(file)
             if any(where == place for where, _line in message.locations)]  # fmt: skip
    assert found
    assert [message.id for message in found if not message.string] == []


@each_language
def test_a_translation_has_the_gaps_of_its_source(file):
    wrong = []
    for english, own in catalogues.translated(catalogues.read(file)):
        wrong += [words for words in own if gaps(words) not in [gaps(each) for each in english]]
    assert wrong == []


@each_language
def test_every_plural_form_is_written_for_just_the_numbers_that_the_language_tells_apart(file):
    catalogue = catalogues.read(file)
    rule = Locale(file.parent.parent.name).plural_form
    assert catalogue.num_plurals == len(rule.tags) + 1
    form = gettext.c2py(catalogue.plural_expr)
    told = {(form(n), rule(n)) for n in range(1000)}
    assert len(told) == len({which for which, _name in told}) == catalogue.num_plurals
    for english, own in catalogues.translated(catalogue):
        if len(english) > 1:
            assert len(own) == catalogue.num_plurals
            assert all(own), english


@each_language
def test_a_language_that_still_waits_to_be_checked_is_called_a_start(file):
    unchecked = [m.id for m in catalogues.read(file) if m.id and m.fuzzy]
    assert bool(unchecked) == (file.parent.parent.name in STARTERS)


@each_language
def test_every_letter_of_a_language_can_be_printed(file):
    for _english, own in catalogues.translated(catalogues.read(file)):
        for words in own:
            printable(words)


@each_language
def test_other_languages_have_curly_quotes_and_true_dots_too(file):
    straight = re.compile(r"""\w'\w|"\w|\w"|\.\.\.""")
    for _english, own in catalogues.translated(catalogues.read(file)):
        assert not [words for words in own if straight.search(words)]


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ('msgstr[0] ""\n', ["0 cats", "1 cat", "2 cats", "6 cats"]),
        (
            "".join(f'msgstr[{n}] "{{n}} {words}"\n' for n, words in enumerate(
                ("cathod", "gath", "gath", "cath", "chath", "cath"))),
            ["0 cathod", "1 gath", "2 gath", "6 chath"],
        ),
    ],
    ids=["not translated", "translated"],
)  # fmt: skip
def test_a_plural_that_is_not_translated_is_english_by_its_number(tmp_path, forms, said):
    file = tmp_path / "cy" / "LC_MESSAGES" / "alongside.po"
    file.parent.mkdir(parents=True)
    head = FILES[0].read_text("utf-8").split("\n\n")[0]
    file.write_text(f'{head}\n\nmsgid "{{n}} cat"\nmsgid_plural "{{n}} cats"\n{forms}', "utf-8")
    made = gettext.GNUTranslations(io.BytesIO(catalogues.compiled(catalogues.read(file))))
    found = [made.ngettext("{n} cat", "{n} cats", n).format(n=n) for n in (0, 1, 2, 6)]
    assert found == said


def test_a_sentence_that_changed_waits_to_be_translated_anew(tmp_path):
    file = tmp_path / "cy" / "LC_MESSAGES" / "alongside.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr ""\n"Language: cy\\n"\n\nmsgid "Save"\nmsgstr "Cadw"\n')
    now = catalogues.template()
    now.delete("Save")
    now.add("Save it")
    text = catalogues.written(catalogues.brought_up_to_date(file, now)).decode()
    assert 'msgid "Save it"\nmsgstr ""' in text
    assert '#~ msgid "Save"\n#~ msgstr "Cadw"' in text
