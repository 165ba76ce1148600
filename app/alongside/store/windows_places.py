"""What only Windows tells of the place of a file; what is made of it is in `places`, and plain.

Asked by the names of the interface: GetFinalPathNameByHandleW follows drive letters that stand for
a network folder, SUBST and junctions; GetDriveTypeW and GetVolumeInformationW tell of the drive.
"""

import sys
from pathlib import Path
from typing import NamedTuple


class Told(NamedTuple):
    """The path with nothing left to follow, the number of the kind of drive, the drive's label."""

    path: str
    drive: int
    label: str


def ask(folder: Path) -> Told:
    """Return what Windows tells of `folder`, which is there. What it will not tell is empty."""
    path = _final_path(str(folder))
    root = path[4:7] if path.startswith("\\\\?\\") and path[5:6] == ":" else f"{folder.drive}\\"
    return Told(path or str(folder), _drive_type(root), _label(root))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.CreateFileW.restype = wintypes.HANDLE
    _KERNEL.CreateFileW.argtypes = (
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID, wintypes.DWORD,
        wintypes.DWORD, wintypes.HANDLE,
    )  # fmt: skip
    _KERNEL.GetFinalPathNameByHandleW.argtypes = (
        wintypes.HANDLE, wintypes.LPWSTR, wintypes.DWORD, wintypes.DWORD,
    )  # fmt: skip
    _KERNEL.CloseHandle.argtypes = (wintypes.HANDLE,)
    _KERNEL.GetDriveTypeW.argtypes = (wintypes.LPCWSTR,)
    _KERNEL.GetVolumeInformationW.argtypes = (
        wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD, wintypes.LPVOID, wintypes.LPVOID,
        wintypes.LPVOID, wintypes.LPWSTR, wintypes.DWORD,
    )  # fmt: skip
    _SHARED, _OPEN_EXISTING, _OF_A_FOLDER = 7, 3, 0x02000000
    """Others may read, write and delete; what is there; FILE_FLAG_BACKUP_SEMANTICS."""
    _MOST = 32_768

    def _final_path(folder: str) -> str:
        opened = _KERNEL.CreateFileW(folder, 0, _SHARED, None, _OPEN_EXISTING, _OF_A_FOLDER, None)
        if opened == wintypes.HANDLE(-1).value:
            return ""
        try:
            text = ctypes.create_unicode_buffer(_MOST)
            length = _KERNEL.GetFinalPathNameByHandleW(opened, text, _MOST, 0)
            return text.value if 0 < length < _MOST else ""
        finally:
            _KERNEL.CloseHandle(opened)

    def _drive_type(root: str) -> int:
        return int(_KERNEL.GetDriveTypeW(root))

    def _label(root: str) -> str:
        text = ctypes.create_unicode_buffer(261)
        is_told = _KERNEL.GetVolumeInformationW(root, text, 261, None, None, None, None, 0)
        return text.value if is_told else ""

else:

    def _final_path(folder: str) -> str:
        return folder

    def _drive_type(root: str) -> int:  # noqa: ARG001
        return 0

    def _label(root: str) -> str:  # noqa: ARG001
        return ""
