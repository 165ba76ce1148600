"""The data file is encrypted from its first byte, and refuses in a sentence what would harm it."""

import os
import subprocess
import sys
import threading

import pytest
import sqlcipher3.dbapi2 as sqlcipher

import builders as b
from alongside import keys
from alongside.domain.errors import UserError, WorldError
from alongside.services.checking import faults
from alongside.services.people import PersonDetails
from alongside.store.cipher import engine_for
from alongside.store.file import DataFile
from alongside.store.work import reading, work

CANARY = "Zanzibarina Quibblethwaite"
ON_WINDOWS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not let an open file be moved"
)


@pytest.fixture
def key(data_file, keyring):
    (found,) = keys.by_keyring(keys.KeyFile.read(data_file), keyring)
    return found


def run(code, *args, **kwargs):
    """Run `code` in another Python that finds our packages."""
    places = os.pathsep.join(sys.path)
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, args)], env=os.environ | {"PYTHONPATH": places},
        capture_output=True, text=True, check=False, timeout=60, **kwargs,
    )  # fmt: skip


def raw(path, key, *statements):
    """Do something to a closed data file that Alongside itself would never do."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def open_file(path, key, clock):
    return DataFile.open(path, key, clock, "Sam")


def test_nothing_on_the_disk_can_be_read_without_the_key(office, data_file):
    b.add_person(office, CANARY)
    # Another process looks: opening the file here would drop this process's own locks on it.
    look = """
import pathlib, sys
for file in pathlib.Path(sys.argv[1]).iterdir():
    data = file.read_bytes()
    for plain in (b"Zanzibarina", b"zanzibarina", b"SQLite format", b"CREATE TABLE"):
        assert plain not in data, (file.name, plain)
    print(file.name)
"""
    seen = run(look, data_file.parent)
    assert seen.stderr == ""
    assert {"records.alongside", "records.alongside-wal"} <= set(seen.stdout.split())


def test_what_was_saved_is_there_again_and_in_one_file(office, data_file, key, clock):
    b.add_person(office, CANARY)
    office.close()
    left = {file.name for file in data_file.parent.iterdir()} - {"records.alongside.lock"}
    assert left == {
        "records.alongside", "records.alongside.keys.json", "records.alongside.keys.old.json",
        "records.alongside.saves",
    }  # fmt: skip
    again = open_file(data_file, key, clock)
    assert faults(again) == []
    again.close()


def test_another_process_that_holds_the_file_is_named_in_a_sentence(data_file, key, clock):
    hold = """
import sys, datetime, pathlib
from alongside.store.file import DataFile
key = bytes.fromhex(sys.argv[2])
file = DataFile.open(pathlib.Path(sys.argv[1]), key, datetime.datetime.now, "")
print("open", flush=True)
sys.stdin.read()
file.close()
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(data_file), key.hex()], env=environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout.readline().strip() == "open"
        with pytest.raises(WorldError, match="open in another Alongside"):
            open_file(data_file, key, clock)
        other.communicate("")
    open_file(data_file, key, clock).close()


def test_a_file_is_open_once_in_one_process_too(office, data_file, key, clock):
    with pytest.raises(WorldError, match="open in another Alongside"):
        open_file(data_file, key, clock)


@pytest.mark.skipif(sys.platform != "linux", reason="takes a capability away from root")
@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_file_or_folder_that_is_read_only_is_said_to_be(data_file, key, place):
    target = data_file if place == "file" else data_file.parent
    target.chmod(0o444 if place == "file" else 0o555)
    attempt = """
import sys, datetime, pathlib
from alongside.store.file import DataFile
from alongside.domain.errors import WorldError
try:
    DataFile.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), datetime.datetime.now, "")
except WorldError as error:
    print(error.words)
"""

    def without_the_right_of_root() -> None:
        import ctypes

        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE

    try:
        done = run(attempt, data_file, key.hex(), preexec_fn=without_the_right_of_root)
    finally:
        target.chmod(0o755)
    assert done.stderr == ""
    assert "cannot be changed: it or its folder is read-only" in done.stdout


def test_a_file_that_is_missing_is_said_to_be_and_is_not_made(tmp_path, key, clock):
    folder = tmp_path / "empty"
    folder.mkdir()
    missing = folder / "missing.alongside"
    with pytest.raises(WorldError, match="There is no file"):
        open_file(missing, key, clock)
    with pytest.raises(Exception, match="unable to open"):
        engine_for(missing, key, may_make=False).connect()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"notes about the meeting", b"SQLite format 3\0" * 300])
def test_a_file_of_another_kind_is_refused_and_left_as_it_was(tmp_path, key, clock, data):
    file = tmp_path / "other.alongside"
    file.write_bytes(data)
    with pytest.raises(WorldError, match="not a data file of Alongside"):
        open_file(file, key, clock)
    assert file.read_bytes() == data


def test_a_database_of_another_program_with_our_key_is_not_ours(tmp_path, key, clock):
    file = tmp_path / "other.alongside"
    raw(file, key, "CREATE TABLE notes (words TEXT)")
    with pytest.raises(WorldError, match="not a data file of Alongside"):
        open_file(file, key, clock)


def test_the_wrong_key_opens_nothing_and_lets_the_file_go(data_file, key, clock):
    with pytest.raises(WorldError, match="not a data file of Alongside, or it is damaged"):
        open_file(data_file, bytes(32), clock)
    open_file(data_file, key, clock).close()


def test_a_newer_file_is_refused_and_left_as_it_was(data_file, key, clock):
    raw(data_file, key, "UPDATE alembic_version SET version_num = '0099'")
    with pytest.raises(WorldError, match="made by a newer Alongside"):
        open_file(data_file, key, clock)


def test_a_damaged_file_is_found_by_the_check(office, data_file, key, clock):
    for number in range(40):
        b.add_person(office, f"{CANARY} {number}")
    office.close()
    size = data_file.stat().st_size
    with data_file.open("r+b") as file:
        file.seek(size * 3 // 4)  # in the people, not in what opening reads
        file.write(b"damage")
    again = open_file(data_file, key, clock)
    assert faults(again) != []
    again.close()


def test_something_there_already_is_never_written_over(data_file, key, clock):
    before = data_file.read_bytes()
    with pytest.raises(WorldError, match="here already"):
        DataFile.create(data_file, key, clock, "Sam")
    assert data_file.read_bytes() == before


def test_a_folder_with_odd_signs_in_its_name_serves(tmp_path, key, clock):
    folder = tmp_path / "Ŵyn & co #1? 100% é"
    if sys.platform == "win32":
        folder = tmp_path / "Ŵyn & co #1 100% é"
    folder.mkdir()
    made = DataFile.create(folder / "a.alongside", key, clock, "Sam")
    made.close()
    open_file(folder / "a.alongside", key, clock).close()


def test_a_full_disk_keeps_what_was_saved_and_nothing_by_half(office):
    b.add_person(office, "Ann Lee")
    connection = office.store.engine.raw_connection()
    pages = connection.cursor().execute("PRAGMA page_count").fetchone()[0]
    connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
    connection.close()
    with pytest.raises(WorldError, match="no room left on the disk") as raised:
        office.people.add(PersonDetails("Bo Larsen", address="Weir Lane\n" * 5000))
    assert "This was not saved" in raised.value.remedy
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]
    connection = office.store.engine.raw_connection()
    connection.cursor().execute("PRAGMA max_page_count = 4294967294")
    connection.close()
    b.add_person(office, "Bo Larsen")
    assert faults(office.store) == []


@ON_WINDOWS
@pytest.mark.parametrize("what", ["moved", "deleted", "replaced"])
def test_nothing_is_saved_into_a_file_that_is_no_longer_there(office, data_file, fresh, what):
    b.add_person(office, "Ann Lee")
    data_file.rename(data_file.with_name("elsewhere.alongside"))
    if what == "deleted":
        data_file.with_name("elsewhere.alongside").unlink()
    if what == "replaced":
        fresh.copy_to(data_file.parent)
    with pytest.raises(WorldError, match="moved, replaced or deleted"):
        b.add_person(office, "Bo Larsen")


@ON_WINDOWS
def test_a_file_put_back_can_be_saved_into_again(office, data_file):
    elsewhere = data_file.with_name("elsewhere.alongside")
    data_file.rename(elsewhere)
    with pytest.raises(WorldError):
        b.add_person(office, "Ann Lee")
    elsewhere.rename(data_file)
    b.add_person(office, "Ann Lee")
    assert len(office.people.list_()) == 1


def test_work_that_fails_half_way_leaves_nothing(office):
    def fail() -> None:
        with work(office.store) as w:
            w.session.add(b.new_row("Ann Lee"))
            w.session.flush()
            raise UserError("", "no")

    with pytest.raises(UserError):
        fail()
    with work(office.store) as w:
        w.session.add(b.new_row("Bo Larsen"))
    assert office.people.list_() == []


def test_a_reader_sees_one_moment_while_another_writes(office):
    b.add_person(office, "Ann Lee")
    with reading(office.store) as session:
        before = len(session.connection().exec_driver_sql("SELECT id FROM person").all())
        b.add_person(office, "Bo Larsen")
        after = len(session.connection().exec_driver_sql("SELECT id FROM person").all())
    assert before == after == 1


def test_many_threads_may_save_at_once(office):
    def save(number: int) -> None:
        for turn in range(4):
            b.add_person(office, f"Person {number} {turn}")

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(office.people.list_()) == 16
    assert [row.id for row in office.history.list_()] == list(range(16, 0, -1))


def test_opening_loads_nothing_that_is_not_needed(data_file, key):
    code = """
import sys, datetime, pathlib
from alongside.office import Office
from alongside.services.checking import faults
from alongside.store.file import DataFile
key = bytes.fromhex(sys.argv[2])
file = DataFile.open(pathlib.Path(sys.argv[1]), key, datetime.datetime.now, "")
Office(file).people.list_()
file.close()
unwanted = {"alembic", "keyring", "reportlab", "PIL", "PySide6", "cryptography"}
print(*sorted(unwanted & sys.modules.keys()))
"""
    done = run(code, data_file, key.hex())
    assert (done.stdout.strip(), done.stderr) == ("", "")
