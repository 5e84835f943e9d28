"""`xianyong serve` from outside: it starts, restarts what dies, stops cleanly and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from marketplace.app.embedded.process import free_port
from marketplace.app.supervisor import READY_FILE, Ending, Ports, Stopped, Watched
from tests.app import prepared_copy
from tests.app.copies import Copy, environment, running, started
from tests.app.waiting import ended, reachable_folder, until


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with reachable_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def copy(folder: Path) -> Iterator[Copy]:
    with running(folder / "first") as copy:
        yield copy


@pytest.mark.parametrize("name", ["uvicorn", "celery", "valkey-server", "postgres"])
def test_what_is_killed_comes_back(copy: Copy, name: str) -> None:
    before = copy.children()[name]
    os.kill(before, signal.SIGKILL)
    until(lambda: copy.children().get(name, before) != before)
    until(copy.answers)


def test_a_second_start_on_the_same_folder_says_where_the_first_one_is(copy: Copy) -> None:
    command = [sys.executable, "-m", "marketplace.app.cli", "serve"]
    second = subprocess.run(command, env=environment(copy.home), capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr.startswith(f"xianyong: already running at {copy.address} (data in {copy.home})")
    assert "Traceback" not in second.stderr
    assert copy.answers()


def test_of_two_web_processes_one_that_dies_is_not_missed_and_a_killed_supervisor_takes_all_its_children_along(
    folder: Path,
) -> None:
    port = free_port()
    with running(folder / "pair", port, XIANYONG_WEB_PROCESSES="2") as pair:
        assert pair.address == f"http://127.0.0.1:{port}"
        until(lambda: len(pair.families()["uvicorn"]) == 2)
        dead, living = pair.families()["uvicorn"]
        os.kill(dead, signal.SIGKILL)
        until(lambda: ended(dead))
        assert all(pair.answers() for _ in range(20))
        until(lambda: len(pair.families()["uvicorn"]) == 2)
        assert living in pair.families()["uvicorn"]
        assert {"postgres", "valkey-server", "celery", "uvicorn"} <= set(pair.families())
        every = [pid for pids in pair.families().values() for pid in pids]
        assert pair.stop(signal.SIGKILL) == -signal.SIGKILL
        until(lambda: all(ended(pid) for pid in every))
    with started(folder / "pair", port, XIANYONG_WEB_PROCESSES="2") as again:
        assert again.answers()
        assert (again.home / READY_FILE).exists()
        until(lambda: len(again.families()["uvicorn"]) == 2)
        both = again.families()["uvicorn"]
        assert again.stop(signal.SIGTERM) == 0
        assert all(ended(pid) for pid in both)


def test_a_taken_port_is_named(copy: Copy, folder: Path) -> None:
    taken = int(copy.address.rpartition(":")[2])
    command = [sys.executable, "-m", "marketplace.app.cli", "serve"]
    refused = subprocess.run(
        command, env=environment(folder / "fourth", taken), capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert refused.stderr == f"xianyong: port {taken} is in use by another program: set PORT to a free one\n"


def test_copies_that_start_at_the_same_instant_run_side_by_side_and_a_stopped_one_keeps_its_port_and_data(
    folder: Path,
) -> None:
    homes = [folder / "twin", folder / "other-twin"]
    for home in homes:
        prepared_copy.lay(home, started)
    gate = Barrier(2)

    def start(home: Path) -> str:
        gate.wait(timeout=60)
        with started(home) as copy:
            assert copy.answers()
            until(lambda: "uvicorn" in copy.children())
            address, children = copy.address, copy.children()
            gate.wait(timeout=240)  # both are up
            assert (copy.answers(), copy.children()["uvicorn"]) == (True, children["uvicorn"]), (
                "it was never started again"
            )
            gate.wait(timeout=60)
            if home == homes[0]:
                assert copy.stop(signal.SIGTERM) == 0
                assert all(ended(pid) for pid in children.values())
                assert copy.printed.endswith("Stopped; the data is kept.\n")
            gate.wait(timeout=60)
            if home == homes[1]:
                assert copy.answers()
            return address

    system = _system(homes[0])
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(start, homes)
    assert one != other
    with started(homes[0]) as again:
        assert again.address == one
        assert _system(homes[0]) == system
        assert again.stop(signal.SIGINT) == 0


def _system(home: Path) -> bytes:
    """Return the number that a database keeps for life."""
    return (home / "pg18" / "global" / "pg_control").read_bytes()[:8]


def test_who_comes_while_the_web_server_is_started_again_is_served_by_the_new_one(copy: Copy) -> None:
    before = copy.children()["uvicorn"]
    os.kill(before, signal.SIGKILL)
    until(lambda: ended(before))
    with urllib.request.urlopen(f"{copy.address}/api/healthz", timeout=60) as answer:  # noqa: S310 - our own address
        assert answer.status == 200


def test_ports_are_remembered_and_a_lost_one_is_replaced(tmp_path: Path, copy: Copy) -> None:
    ports = Ports(tmp_path)
    web, other = ports.take("web"), ports.take("other")
    assert web != other
    assert Ports(tmp_path).take("web") == web
    taken = int(copy.address.rpartition(":")[2])
    (tmp_path / "ports.json").write_text(f'{{"web": {taken}}}')
    assert Ports(tmp_path).take("web") != taken
    (tmp_path / "ports.json").write_text(f'{{"web": {taken}}}')
    with Ports(tmp_path).hold("web", host="127.0.0.1", first=taken) as held:
        port = held.getsockname()[1]
        assert port > taken
        assert held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        with Ports(folder_of(tmp_path, "other")).hold("web", host="127.0.0.1", first=port) as next_to_it:
            assert next_to_it.getsockname()[1] > port
    with Ports(tmp_path).hold("web", host="127.0.0.1", first=taken) as again:
        assert again.getsockname()[1] == port


def folder_of(parent: Path, name: str) -> Path:
    (parent / name).mkdir()
    return parent / name


class Dying:
    """A service that never lives."""

    name = "dying"
    pid = None

    def launch(self) -> None: ...

    def await_ready(self) -> None: ...

    def stop(self) -> None: ...


def test_the_pause_before_a_restart_doubles_up_to_half_a_minute() -> None:
    watched = Watched(Dying())
    watched.launch()
    assert [watched.pause() for _ in range(8)] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    watched.started_at -= 61
    assert watched.pause() == 0.5


def test_a_request_to_end_that_is_lost_on_its_way_is_heard_at_the_next_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Leaving:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)  # what is raised here is printed and forgotten, as in a fork

    lost: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda raised: lost.append(raised.exc_type))
    before = {each: signal.getsignal(each) for each in Ending.SIGNALS}
    ending = Ending()
    try:
        ending.listen()
        looks = ending.looks(0)
        next(looks)
        Leaving()
        assert lost == [Stopped]
        with pytest.raises(Stopped):
            next(looks)
    finally:
        for each, answer in before.items():
            signal.signal(each, answer)
