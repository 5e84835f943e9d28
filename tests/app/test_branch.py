"""A child that goes on from its parent: what it has of it, what it has not, and how its end is told."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PARENT = """
import atexit, json, os, pathlib, signal, sys
from marketplace.app.embedded.branch import branch, import_once

folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
import_once(["shared"])
signal.signal(signal.SIGTERM, lambda *_: print("the parent's answer to a signal"))
atexit.register(print, "the parent's last words")
locked, kept = (folder / "locked").open("w"), (folder / "kept").open("w")
with (folder / "log").open("wb") as output:
    try:
        child = branch("leaf", sys.argv[2:], begin=lambda: None, output=output, keep=[kept.fileno()])
        code = child.wait(30)
        child.send_signal(signal.SIGTERM)  # harmless: it has ended
    finally:
        print(json.dumps({"mine": os.getpid(), "child": child.pid, "code": code, "kept": kept.fileno()}))
"""
SHARED = """
import os
imported_by = os.getpid()
"""
LEAF = """
import json, os, shared, signal, sys

def files():
    for number in sorted(map(int, os.listdir("/proc/self/fd"))):
        try:
            yield number, os.readlink(f"/proc/self/fd/{number}")
        except FileNotFoundError:  # the folder of the list itself
            pass

match sys.argv[1:]:
    case ["say"]:
        print(json.dumps({
            "name": __name__, "imported_by": shared.imported_by, "files": dict(files()),
            "answers": signal.getsignal(signal.SIGTERM) == signal.SIG_DFL,
            "title": open("/proc/self/cmdline").read().rstrip(chr(0)),
        }))
    case ["exit", code]:
        sys.exit(int(code))
    case ["refuse"]:
        sys.exit("in words")
    case ["raise"]:
        raise ValueError("nobody catches this")
    case ["die"]:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def _run(folder: Path, *arguments: str) -> tuple[dict[str, int], str]:
    (folder / "shared.py").write_text(SHARED)
    (folder / "leaf.py").write_text(LEAF)
    command = [sys.executable, "-c", PARENT, str(folder), *arguments]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert printed[1:] == ["the parent's last words"], "once, and not from the child"
    return json.loads(printed[0]), (folder / "log").read_text()


def test_it_has_what_was_imported_and_only_the_files_it_is_to_keep(tmp_path: Path) -> None:
    facts, log = _run(tmp_path, "say")
    said = json.loads(log)
    assert said == {
        "name": "__main__",
        "imported_by": facts["mine"],
        "files": {
            "0": "/dev/null",
            "1": str(tmp_path / "log"),
            "2": str(tmp_path / "log"),
            str(facts["kept"]): str(tmp_path / "kept"),
        },
        "answers": True,
        "title": "xianyong leaf say",
    }
    assert facts["code"] == 0
    assert facts["child"] != facts["mine"]


@pytest.mark.parametrize(
    ("how", "code", "log"),
    [
        (("exit", "0"), 0, ""),
        (("exit", "7"), 7, ""),
        (("refuse",), 1, "in words\n"),
        (("raise",), 1, "ValueError: nobody catches this\n"),
        (("die",), -signal.SIGKILL, ""),
    ],
)
def test_its_end_is_told_as_that_of_any_program(
    tmp_path: Path, how: tuple[str, ...], code: int, log: str
) -> None:
    facts, written = _run(tmp_path, *how)
    assert facts["code"] == code
    assert written.endswith(log)
    assert bool(written) == bool(log)
