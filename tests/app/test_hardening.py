"""A program that ends badly leaves no image of its memory."""

import os
import subprocess
import sys

import pytest

from alongside.hardening import name_to_exclude

CRASH = """
import os, resource, sys
from alongside import hardening
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
child = os.fork()
if not child:
    hardening.harden()
    with open("/proc/self/coredump_filter") as kept:
        assert int(kept.read(), 16) == 0
    assert max(resource.getrlimit(resource.RLIMIT_CORE)) <= 1
    os.abort()
status = os.waitpid(child, 0)[1]
print(os.WTERMSIG(status), os.WCOREDUMP(status))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a core is Linux’s own")
def test_a_crash_leaves_no_core(tmp_path):
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", CRASH], cwd=tmp_path, env=told, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert run.stdout == "6 False\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the portal is Linux’s own")
def test_the_desktop_still_answers_the_program():
    """Its portal looks at the root folder of whoever asks: what cannot be dumped has none."""
    code = (
        "import ctypes; from alongside import hardening; hardening.harden();"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"  # PR_GET_DUMPABLE
    )
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=told, capture_output=True, text=True, check=True
    )
    assert run.stdout == "1\n"


@pytest.mark.parametrize(
    ("executable", "name"),
    [
        (r"C:\Program Files\Alongside\alongside.exe", "alongside.exe"),
        (r"C:\Users\Sam\Alongside\Alongside-window.exe", "Alongside-window.exe"),
        (r"C:\Python312\pythonw.exe", None),
        ("", None),
    ],
)
def test_windows_is_asked_to_leave_out_alongside_and_never_all_of_python(executable, name):
    assert name_to_exclude(executable) == name
