"""The live file lies on a disk of this computer only; everything else is refused in a sentence.

Which disks this computer has is not for a test to choose: what other computers told is recorded.
"""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

from alongside import keys
from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside.store import mounts as mount_table
from alongside.store import where
from alongside.store.clouds import cloud_of
from alongside.store.file import DataFile
from alongside.store.mounts import Mount, can_be_pulled_out, disk_of, here, mount_of, mounts
from alongside.store.where import Kind, Place, from_linux, from_windows
from alongside.store.windows_places import Told
from conftest import WORDS

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s own tables")

TABLE = r"""
22 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:13 - proc proc rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro
31 28 259:3 / /people rw,relatime shared:30 - btrfs /dev/nvme0n1p3 rw,subvol=/@home
90 28 0:52 / /srv/office rw,relatime shared:60 - nfs4 server.local:/office rw,vers=4.2
91 28 0:53 / /mnt/shared\040drive rw,relatime shared:61 - cifs //nas/shared\040drive rw,vers=3.1
92 31 0:54 / /people/sam/phone rw,nosuid,nodev,relatime shared:62 - fuse.sshfs sam@phone:/ rw
93 28 8:17 / /media/sam/BLUE\040STICK rw,nosuid,nodev,relatime shared:63 - vfat /dev/sdb1 rw
94 28 0:55 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:64 - fuse.gvfsd-fuse gvfsd-fuse rw
95 28 0:56 / /tmp rw,nosuid,nodev shared:65 - tmpfs tmpfs rw,size=8126124k
96 31 0:57 / /people/sam/vault rw,nosuid,nodev,relatime shared:66 - fuse.gocryptfs /people/sam/.v rw
97 31 0:58 / /people/sam/odd rw,nosuid,nodev,relatime shared:67 - fuse.newthing newthing rw
98 95 0:59 / /tmp/over rw,relatime - overlay overlay rw,lowerdir=/a,upperdir=/b,workdir=/c
99 28 0:60 / /data rw - zfs tank/data rw,xattr,noacl
100 99 0:61 / /data rw - xfs /dev/sdc1 rw
not a line of the table
"""


def on(path: str) -> Mount:
    """Return the mount of the recorded table that `path` lies on."""
    found = mount_of(path, mounts(TABLE))
    assert found is not None
    return found


@pytest.fixture
def disk(tmp_path):
    """Return a folder like those in which Linux tells of a disk: one that stays where it is."""
    folder = tmp_path / "devices" / "pci0000" / "block" / "sda"
    folder.mkdir(parents=True)
    (folder / "removable").write_text("0\n")
    return folder


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/office/records.alongside", Kind.NETWORK),
        ("/srv/officers/records.alongside", Kind.OWN_DISK),
        ("/mnt/shared drive/a/records.alongside", Kind.NETWORK),
        ("/people/sam/phone/records.alongside", Kind.NETWORK),
        ("/people/sam/records.alongside", Kind.OWN_DISK),
        ("/run/user/1000/gvfs/smb-share:server=nas/records.alongside", Kind.NETWORK),
        ("/tmp/records.alongside", Kind.MEMORY),
        ("/tmp/over/records.alongside", Kind.OWN_DISK),
        ("/people/sam/vault/records.alongside", Kind.OWN_DISK),
        ("/people/sam/odd/records.alongside", Kind.UNKNOWN),
        ("/data/records.alongside", Kind.OWN_DISK),
        ("/records.alongside", Kind.OWN_DISK),
    ],
)
def test_linux_tells_what_a_file_lies_on(path, kind, disk):
    assert from_linux(on(path), disk).kind is kind


@pytest.mark.parametrize(
    "kind",
    ["nfs", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs2", "vboxsf", "afs",
     "ceph", "fuse.glusterfs", "9p"],
)  # fmt: skip
def test_every_kind_of_network_is_known(kind, disk):
    assert from_linux(Mount("/mnt/x", "0:9", kind, "far"), disk).kind is Kind.NETWORK


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "overlay", "f2fs", "fuseblk"])
def test_a_disk_of_this_computer_is_fine_whatever_is_on_it(kind, disk):
    assert from_linux(Mount("/mnt/x", "8:1", kind, "/dev/sda1"), disk).kind is Kind.OWN_DISK


def test_the_disk_of_a_virtual_computer_is_its_own_and_a_shared_folder_in_it_is_not(disk):
    assert from_linux(Mount("/", "0:9", "virtiofs", "root"), disk).kind is Kind.OWN_DISK
    assert from_linux(Mount("/mnt/c", "0:9", "9p", "C:\\"), disk).kind is Kind.NETWORK


def test_names_with_spaces_are_read_as_people_write_them():
    assert on("/mnt/shared drive/x").source == "//nas/shared drive"
    assert on("/media/sam/BLUE STICK/x").device == "8:17"


def test_of_two_mounts_at_one_place_the_newer_counts():
    assert on("/data/x").kind == "xfs"


def test_a_stick_is_told_by_its_disk(tmp_path, disk):
    blocks = tmp_path / "dev-block"
    blocks.mkdir()
    part = disk / "sda1"
    part.mkdir()
    (part / "partition").write_text("1\n")
    (blocks / "8:17").symlink_to(part)
    stick = on("/media/sam/BLUE STICK/x")
    assert disk_of(stick, blocks) == disk
    assert not can_be_pulled_out(disk)
    (disk / "removable").write_text("1\n")
    assert from_linux(stick, disk) == Place(Kind.REMOVABLE, "vfat")
    root = Mount("/", "8:17", "ext4", "/dev/sdb1")
    assert from_linux(root, disk).kind is Kind.OWN_DISK, "the system itself runs from it"


def test_a_disk_on_a_cable_can_be_pulled_out_though_it_does_not_say_so(tmp_path):
    disk = tmp_path / "pci0000" / "usb2" / "2-1" / "block" / "sdb"
    disk.mkdir(parents=True)
    (disk / "removable").write_text("0\n")
    assert can_be_pulled_out(disk)


def test_what_is_encrypted_lies_on_the_disk_below_it(tmp_path, disk):
    blocks, locked = tmp_path / "dev-block", tmp_path / "virtual" / "dm-0"
    (locked / "slaves").mkdir(parents=True)
    (locked / "slaves" / "sda").symlink_to(disk)
    blocks.mkdir()
    (blocks / "253:0").symlink_to(locked)
    assert disk_of(Mount("/media/x", "253:0", "ext4", "/dev/dm-0"), blocks) == disk


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (Told("\\\\?\\C:\\Users\\Sam\\AppData\\Local\\Alongside", 3, "Windows"), Kind.OWN_DISK),
        (Told("\\\\?\\UNC\\nas\\office\\records", 3, ""), Kind.NETWORK),
        (Told("\\\\nas\\office", 1, ""), Kind.NETWORK),
        (Told("\\\\?\\Z:\\office", 4, "office"), Kind.NETWORK),
        (Told("\\\\?\\E:\\", 2, "BLUE STICK"), Kind.REMOVABLE),
        (Told("\\\\?\\G:\\My Drive", 3, "Google Drive"), Kind.CLOUD),
        (Told("\\\\?\\R:\\", 6, "RAM disk"), Kind.MEMORY),
    ],
)
def test_windows_tells_what_a_file_lies_on(told, kind):
    assert from_windows(told).kind is kind


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/people/sam/OneDrive/records", "OneDrive"),
        ("/people/sam/OneDrive - Riverside DPN/records", "OneDrive"),
        ("/people/sam/Dropbox/a/b", "Dropbox"),
        ("/people/sam/Riverside Dropbox/Sam", "Dropbox"),
        ("/people/sam/Nextcloud2", "Nextcloud"),
        ("/people/sam/ownCloud/x", "ownCloud"),
        ("/people/sam/My Drive/x", "Google Drive"),
        ("/people/sam/iCloudDrive/x", "iCloud Drive"),
        ("/people/sam/Documents/Dropped boxes", None),
        ("/people/sam/.local/share/Alongside", None),
    ],
)
def test_a_folder_of_a_cloud_is_told_by_its_name(path, who, tmp_path):
    assert cloud_of(PurePosixPath(path), {}, tmp_path) == who


def test_a_folder_of_a_cloud_is_told_by_the_settings_of_its_program(tmp_path):
    mine = tmp_path / "mine"
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".config" / "Nextcloud").mkdir(parents=True)
    for folder in ("box", "next"):
        (mine / folder / "deep").mkdir(parents=True)
    (tmp_path / ".dropbox" / "info.json").write_text(f'{{"personal": {{"path": "{mine}/box"}}}}')
    (tmp_path / ".config" / "Nextcloud" / "nextcloud.cfg").write_text(
        f"[Accounts]\n0\\Folders\\1\\localPath={mine}/next/\n"
    )
    drive = {"OneDrive": str(mine / "one")}
    assert cloud_of(mine / "box" / "deep", drive, tmp_path) == "Dropbox"
    assert cloud_of(mine / "next" / "deep", drive, tmp_path) == "Nextcloud"
    assert cloud_of(mine / "one" / "deep", drive, tmp_path) == "OneDrive"
    assert cloud_of(mine / "other", drive, tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"personal": 1}', '{"personal": {}}'])
def test_settings_of_a_cloud_that_make_no_sense_are_passed_over(text, tmp_path):
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(text)
    assert cloud_of(tmp_path / "records", {}, tmp_path) is None


def cloud_folder(tmp_path) -> Path:
    """Make a folder that Syncthing copies, and return it: the one cloud that any disk can play."""
    folder = tmp_path / "copied"
    (folder / ".stfolder").mkdir(parents=True)
    return folder


def test_new_records_in_the_folder_of_a_cloud_are_refused_and_nothing_is_left(tmp_path, keyring):
    folder = cloud_folder(tmp_path)
    with pytest.raises(WorldError, match="Syncthing copies the folder") as met:
        Office.create(folder / "records.alongside", WORDS, keyring)
    assert "records would be lost" in met.value.words
    assert "this computer’s own disk" in met.value.remedy
    assert "Backups are welcome" in met.value.remedy
    assert [each.name for each in folder.iterdir()] == [".stfolder"]


def test_records_in_the_folder_of_a_cloud_are_refused_before_any_words_are_asked_for(
    tmp_path, fresh, keyring
):
    file = fresh.copy_to(cloud_folder(tmp_path))
    keyring.secrets.clear()
    with pytest.raises(WorldError, match="Syncthing") as met:
        Office.open(file, keyring)
    assert not isinstance(met.value, keys.WrongKeyError)


def test_the_filing_cabinet_refuses_by_itself_too(tmp_path, fresh, clock):
    folder = cloud_folder(tmp_path)
    file = fresh.copy_to(folder)
    for act in (DataFile.open, DataFile.create):
        with pytest.raises(WorldError, match="Syncthing"):
            act(file if act == DataFile.open else folder / "new", bytes(32), clock, "Sam")


@pytest.fixture
def on_another_disk(monkeypatch, tmp_path, disk):
    """Let Linux tell something else of the disk under the test's own folder."""

    def tell(kind: str, *, is_removable: bool = False) -> None:
        table, blocks = tmp_path / "mountinfo", tmp_path / "dev-block"
        point = str(tmp_path).replace(" ", "\\040")
        table.write_text(f"1 0 0:1 / / rw - ext4 /dev/x rw\n2 1 8:1 / {point} rw - {kind} far rw\n")
        (disk / "removable").write_text(f"{is_removable:d}\n")
        blocks.mkdir()
        (blocks / "8:1").symlink_to(disk)
        monkeypatch.setattr(mount_table, "TABLE", table)
        monkeypatch.setattr(mount_table, "BLOCKS", blocks)

    return tell


@ON_LINUX
def test_records_on_a_network_are_refused_in_a_sentence(on_another_disk, data_file, keyring):
    on_another_disk("cifs")
    with pytest.raises(WorldError, match="is shared over a network"):
        Office.open(data_file, keyring)
    assert where.is_welcome_for_backups(data_file)


@ON_LINUX
def test_records_on_a_stick_are_refused_in_a_sentence(on_another_disk, data_file, keyring):
    on_another_disk("exfat", is_removable=True)
    with pytest.raises(WorldError, match="can be pulled out"):
        Office.open(data_file, keyring)
    assert where.is_welcome_for_backups(data_file)


@ON_LINUX
def test_of_a_place_that_nobody_can_tell_about_a_doubt_is_said(on_another_disk, data_file, keyring):
    on_another_disk("fuse.newthing")
    office = Office.open(data_file, keyring)
    office.close()
    assert "cannot tell what the folder" in office.doubt.words
    assert "newthing" in office.doubt.words


def test_a_folder_that_is_not_there_yet_counts_as_the_one_above_it(tmp_path):
    assert where.is_same_disk(tmp_path, tmp_path / "not" / "there" / "yet")


@ON_LINUX
def test_memory_that_looks_like_a_disk_is_seen_to_be_memory():
    shared = Path("/dev/shm")
    assert where.place_of(shared / "records.alongside").kind is Kind.MEMORY
    assert not where.is_welcome_for_backups(shared)
    assert not where.is_same_disk(shared, Path("/"))


@ON_LINUX
def test_this_computers_own_table_is_read_rightly():
    """Linux itself says which device a folder is on: the table must give the same one."""
    wrong, right = [], []
    for mount in mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8")):
        try:
            device = os.stat(mount.point).st_dev
        except OSError:
            continue
        found = here(Path(mount.point))
        is_same = found and found.device == f"{os.major(device)}:{os.minor(device)}"
        (right if is_same or mount.kind == "btrfs" else wrong).append(mount)
    assert right
    assert not wrong
