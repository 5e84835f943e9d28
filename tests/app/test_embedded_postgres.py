"""The embedded server survives what happens to servers: kill -9, a dead parent, a second owner, odd folders."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import EmbeddedServerError
from tests.app.waiting import ended, reachable_folder, until

MOST_OF_A_SEGMENT = 12 << 20
"""Bytes that a file may have: of the 16 MB of one piece of the log, which is laid down whole."""
PAGE = 8192
"""Bytes of the log that are written together."""
STARTS_AND_DIES = """
import os, sys, psycopg
from pathlib import Path
from marketplace.app.embedded.postgres import Postgres
server = Postgres(Path(sys.argv[1]))
server.start()
with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
    connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n")
print(server.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def connect(address: str) -> psycopg.Connection:
    """Open a connection on which each statement is a transaction of its own."""
    return psycopg.connect(address.replace("+psycopg", ""), autocommit=True)


def ask(address: str, question: LiteralString) -> list[object]:
    """Give the first column of an answer."""
    with connect(address) as connection:
        return [row[0] for row in connection.execute(question).fetchall()]


@pytest.mark.fault("D01")
def test_every_committed_row_survives_kill_9() -> None:
    with reachable_folder() as home:
        server = Postgres(home)
        server.start()
        with connect(server.url()) as connection:
            connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n")
            pid = server.pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            until(lambda: server.pid is None)
        server.start()
        assert ask(server.url(), "SELECT count(*) FROM kept") == [50000]
        server.stop()
        assert Postgres.attach(home) is None


@pytest.mark.fault("D05")
@pytest.mark.parametrize("up_to_a_page", [False, True])
def test_where_the_log_finds_no_space_nothing_acknowledged_is_lost(up_to_a_page: bool) -> None:
    """The log's file may not grow any more, as on a full disk; after the next start it may again.

    Where the log ends with a page, no record is torn, and another process of the server is the one that fails.
    """
    with reachable_folder() as home:
        server = Postgres(home)
        server.start()
        with connect(server.url()) as connection:
            connection.execute("CREATE TABLE kept (n int, filling text)")
        server.stop()
        with no_file_longer_than(MOST_OF_A_SEGMENT):
            server.start()
        acknowledged: list[int] = []
        with pytest.raises(psycopg.Error, match="could not write to log file"):
            fill(server.url(), acknowledged, up_to_a_page=up_to_a_page)
        until(lambda: server.pid is None)
        with no_file_longer_than(MOST_OF_A_SEGMENT), pytest.raises(EmbeddedServerError, match="log file"):
            server.start()  # it cannot come back before there is space
        server.start()
        kept = ask(server.url(), "SELECT n FROM kept ORDER BY n")
        assert len(acknowledged) >= 100
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) - len(acknowledged) in (0, 1), "how the refused one ended nobody was told"
        with connect(server.url()) as connection:
            connection.execute("INSERT INTO kept VALUES (-1, '')")
        server.stop()


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Let what is started in the block write no file beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill(address: str, acknowledged: list[int], *, up_to_a_page: bool) -> None:
    """Add rows, each in a transaction of its own, until one is refused; notes which were not."""
    with connect(address) as connection:
        for number in range(100_000):
            if up_to_a_page and number == 100:
                fill_up(connection)
            connection.execute("INSERT INTO kept VALUES (%s, %s)", (number, os.urandom(1_000).hex()))
            acknowledged.append(number)


def fill_up(connection: psycopg.Connection) -> None:
    """Write the log up to the last byte that its file may have; a note of n bytes takes n + 60 of it."""
    left = "SELECT %s - (pg_current_wal_insert_lsn() - '0/0')::bigint %% (16 << 20)"
    while (room := connection.execute(left, [MOST_OF_A_SEGMENT]).fetchone()) and 0 < room[
        0
    ] < MOST_OF_A_SEGMENT:
        long = room[0] - PAGE - 1_000 if room[0] > PAGE else room[0] - 60
        connection.execute(
            "SELECT pg_logical_emit_message(false, '', repeat('.', %s))", [min(max(long, 0), 1 << 20)]
        )


def test_the_server_ends_with_its_parent_and_keeps_the_data() -> None:
    with reachable_folder() as home:
        child = subprocess.run(
            [sys.executable, "-c", STARTS_AND_DIES, home], capture_output=True, text=True, check=False
        )
        assert child.returncode == -signal.SIGKILL, child.stderr
        server = Postgres(home)
        server.start()  # waits for the dying one itself
        assert ended(int(child.stdout))
        assert ask(server.url(), "SELECT count(*) FROM kept") == [1000]
        server.stop()


def test_a_claim_left_by_a_dead_server_does_not_block_the_start() -> None:
    with reachable_folder() as home:
        server = Postgres(home, test=True)
        server.start()
        claim = (home / "pg18" / "postmaster.pid").read_text()
        server.stop()
        alive = os.getpid()  # PostgreSQL would believe that this process is its server
        (home / "pg18" / "postmaster.pid").write_text("\n".join([str(alive), *claim.split("\n")[1:]]))
        server.start()
        assert server.pid not in {None, alive}
        server.stop()


def test_one_folder_has_one_owner() -> None:
    with reachable_folder() as home:
        server = Postgres(home, test=True)
        server.start()
        with pytest.raises(EmbeddedServerError, match="in use by another running copy"):
            Postgres(home).start()
        other = Postgres.attach(home)
        assert other is not None
        assert other.url("x") == server.url("x")
        server.stop()


def test_a_password_is_needed_on_the_socket_and_on_tcp(postgres: Postgres) -> None:
    for address in (postgres.url(), postgres.url(tcp=True)):
        password = address.split(":")[2].split("@")[0]
        assert ask(address, "SELECT 1") == [1]
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            ask(address.replace(password, "guessed"), "SELECT 1")


def test_text_sorts_by_code_point_wherever_it_runs(postgres: Postgres) -> None:
    question: LiteralString = "SELECT v FROM unnest(ARRAY['b', 'B', '先', 'a', '用', 'é']) AS v ORDER BY v"
    assert ask(postgres.url("template"), question) == ["B", "a", "b", "é", "先", "用"]


def test_a_long_folder_name_is_no_obstacle() -> None:
    with reachable_folder() as home:
        server = Postgres(home / ("long-" * 20), test=True)
        server.start()
        assert ask(server.url(), "SELECT 1") == [1]
        server.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server changes its user")
def test_root_is_told_when_nobody_cannot_reach_the_folder(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(EmbeddedServerError, match="XIANYONG_HOME"):
        Postgres(closed / "home").start()
