"""Two ways into a data file, by keyring and by words; and neither of them to anyone else."""

import hashlib
import json
import sys
from datetime import date
from pathlib import Path

import keyring as system
import pytest
from keyring.backend import KeyringBackend

from alongside import keys
from alongside.domain.errors import WorldError
from alongside.keys.words import word_list
from alongside.office import Office
from conftest import WORDS, MemoryKeyring


def open_office(path, keyring, **ways):
    office = Office.open(path, keyring, **ways)
    office.close()
    return office


def test_new_words_are_seven_of_the_list_and_never_the_same():
    known = set(word_list())
    made = [keys.new_words() for _number in range(50)]
    assert len(known) == 7776
    assert all(len(words.split()) == 7 and set(words.split()) <= known for words in made)
    assert len(set(made)) == 50


def test_the_keyring_opens_without_a_word(data_file, keyring):
    open_office(data_file, keyring)


@pytest.mark.parametrize(
    "typed",
    [
        WORDS,
        WORDS.upper(),
        f"  {WORDS.replace(' ', '   ')}\n",
        WORDS.replace(" ", ", "),
        WORDS.replace(" ", ""),
        WORDS.replace(" ", "-"),
    ],
)
def test_words_open_however_they_are_typed(data_file, typed):
    open_office(data_file, MemoryKeyring(), words=typed)


@pytest.mark.parametrize("typed", ["walnut", f"{WORDS} more", " ".join(reversed(WORDS.split()))])
def test_other_words_do_not_open(data_file, keyring, typed):
    with pytest.raises(keys.WrongKeyError, match="not the recovery words"):
        open_office(data_file, keyring, words=typed)


def test_a_keyring_that_was_lost_asks_for_the_words_and_learns_the_key_again(data_file):
    empty = MemoryKeyring()
    with pytest.raises(keys.WrongKeyError, match="does not have the key"):
        open_office(data_file, empty)
    open_office(data_file, empty, words=WORDS)
    open_office(data_file, empty)


def test_a_keyring_learns_nothing_unless_it_may(data_file):
    empty = MemoryKeyring()
    open_office(data_file, empty, words=WORDS, is_remembered=False)
    assert empty.secrets == {}


@pytest.mark.parametrize("secret", ["", "rubbish", "00" * 32, "ŵ"])
def test_a_keyring_with_another_secret_asks_for_the_words(data_file, keyring, secret):
    (name,) = keyring.secrets
    with pytest.raises(keys.WrongKeyError):
        open_office(data_file, MemoryKeyring({name: secret}))


def damage(change):
    def act(place: Path) -> None:
        kept = json.loads(place.read_text(encoding="utf-8"))
        change(kept)
        place.write_text(json.dumps(kept), encoding="utf-8")

    return act


def in_slot(number: int, how=damage, **values):
    return how(lambda kept: kept["slots"][number].update(values))


DAMAGES = {
    "missing": Path.unlink,
    "empty": lambda place: place.write_text(""),
    "not JSON": lambda place: place.write_text("{"),
    "a list": lambda place: place.write_text("[]"),
    "nested without end": lambda place: place.write_text("[" * 100_000),
    "not text": lambda place: place.write_bytes(b"\xff\xfe"),
    "a part gone": damage(lambda kept: kept.pop("file_id")),
    "a part more": damage(lambda kept: kept.update(more=1)),
    "no slots": damage(lambda kept: kept.update(slots=[])),
    "an older kind": damage(lambda kept: kept.update(format=0)),
    "a slot’s part gone": damage(lambda kept: kept["slots"][0].pop("nonce")),
    "not base64": in_slot(0, sealed="*"),
    "a number": in_slot(0, nonce=7),
    "a salt too short": damage(lambda kept: kept["slots"][0]["stretch"].update(salt="AA==")),
    "a stretch to stop the computer": damage(
        lambda kept: kept["slots"][0]["stretch"].update(memory_kib=2**30)
    ),
    "words without a stretch": in_slot(0, stretch=None),
    "half a gigabyte": lambda place: place.write_text(" " * 300_000),
}


@pytest.mark.parametrize("act", DAMAGES.values(), ids=DAMAGES)
def test_a_key_file_missing_or_damaged_is_said_to_be(data_file, keyring, act):
    keys.KeyFile.before(data_file).unlink()
    act(keys.KeyFile.beside(data_file))
    with pytest.raises(WorldError, match=r"its key file .* is missing or damaged"):
        open_office(data_file, keyring, words=WORDS)


@pytest.mark.parametrize("act", DAMAGES.values(), ids=DAMAGES)
def test_the_key_file_as_it_was_before_serves_instead(data_file, act):
    act(keys.KeyFile.beside(data_file))
    open_office(data_file, MemoryKeyring(), words=WORDS)


def tampering(act):
    """Spoil a key file as somebody does who knows how its sum is made."""

    def spoil(kept):
        act(kept)
        parts = {name: kept[name] for name in ("file_id", "slots")}
        kept["sum"] = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]

    return damage(spoil)


SPOILT = {
    "made weaker": tampering(lambda kept: kept["slots"][0]["stretch"].update(passes=1)),
    "of another file": tampering(lambda kept: kept.update(file_id="0" * 32)),
    "another day": in_slot(0, tampering, made="2020-01-01"),
    "another seal": in_slot(0, tampering, sealed="A" * 64),
    "another key": in_slot(0, tampering, opens="0" * 32),
}


@pytest.mark.parametrize("act", SPOILT.values(), ids=SPOILT)
def test_a_slot_that_was_tampered_with_does_not_open(data_file, act):
    act(keys.KeyFile.beside(data_file))
    with pytest.raises(keys.WrongKeyError, match="not the recovery words"):
        open_office(data_file, MemoryKeyring(), words=WORDS)


def test_a_newer_key_file_is_said_to_be(data_file, keyring):
    damage(lambda kept: kept.update(format=2))(keys.KeyFile.beside(data_file))
    with pytest.raises(WorldError, match="newer Alongside"):
        open_office(data_file, keyring)


def test_a_key_file_of_another_data_file_does_not_open(data_file, keyring, tmp_path):
    keys.make(data_file, "other words", date(2026, 5, 12))
    with pytest.raises(keys.WrongKeyError):
        open_office(data_file, keyring)
    with pytest.raises(WorldError, match="not a data file of Alongside, or it is damaged"):
        open_office(data_file, keyring, words="other words")


def test_the_key_file_shows_neither_key_nor_words(data_file, keyring):
    kept = keys.KeyFile.beside(data_file).read_text(encoding="utf-8")
    assert not any(word in kept for word in WORDS.split())
    assert not any(secret in kept for secret in keyring.secrets.values())


class Plain(KeyringBackend):
    """A keyring that would write secrets down for anyone to read."""

    priority = 1

    def get_password(self, service, username):  # noqa: ARG002
        return "secret"

    def set_password(self, service, username, password):  # noqa: ARG002
        raise AssertionError("a secret went to a keyring that is not trusted")

    def delete_password(self, service, username):  # noqa: ARG002
        raise AssertionError


def test_a_keyring_that_is_not_known_to_encrypt_is_not_used(monkeypatch):
    monkeypatch.setattr(sys, "platform", "a system with no keyring of its own")
    before = system.get_keyring()
    system.set_keyring(Plain())
    try:
        assert keys.SystemKeyring().get("any") is None
        door = keys.SystemKeyring()
        assert door.set("any", "secret") is False
        assert door.trouble == "This computer has no keyring that keeps secrets safe."
    finally:
        system.set_keyring(before)
