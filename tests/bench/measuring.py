"""What the benches share: a server with a small market, processor time of processes, medians, a written report."""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import hold

ROOT = Path(__file__).parents[2]
REPORTS = Path(".bench")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Ratio:
    """One measured ratio: paired rounds, so that the machine's mood cancels out."""

    name: str
    unit: str
    ours: list[float]
    anchor: list[float]
    goal: float | None = None
    more_is_better: bool = True

    def line(self) -> dict[str, Any]:
        """Return medians, the median of the paired ratios, n and the goal."""
        pairs = zip(self.ours, self.anchor, strict=True)
        ratios = [a / b if self.more_is_better else b / a for a, b in pairs]
        return {
            "name": self.name, "unit": self.unit, "n": len(ratios), "ours_median": statistics.median(self.ours),
            "anchor_median": statistics.median(self.anchor), "ratio_median": round(statistics.median(ratios), 3),
            "ratio_min": round(min(ratios), 3), "ratio_max": round(max(ratios), 3), "goal": self.goal,
        }  # fmt: skip


def report(bench: str, ratios: list[Ratio], **figures: Any) -> None:
    """Print one line a ratio and write `.bench/<bench>.json`."""
    lines = [ratio.line() for ratio in ratios]
    REPORTS.mkdir(exist_ok=True)
    body = {"bench": bench, "load": os.getloadavg(), "ratios": lines, **figures}
    (REPORTS / f"{bench}.json").write_text(
        json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    for line in lines:
        goal = f"  goal ≥ {line['goal']}" if line["goal"] else ""
        print(  # noqa: T201  a command that prints
            f"{line['name']}: ×{line['ratio_median']} [{line['ratio_min']}–{line['ratio_max']}]  "
            f"{line['ours_median']:.4g} against {line['anchor_median']:.4g} {line['unit']}, n = {line['n']}{goal}"
        )
    for name, value in figures.items():
        print(f"{bench} {name}: {value}")  # noqa: T201  a command that prints


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server with durable settings in a folder that goes at the end."""
    with tempfile.TemporaryDirectory(prefix="xianyong-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Postgres(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def processor_seconds(pid: int) -> float:
    """Return user and system time of a process and its children, living and ended."""
    total = 0.0
    for entry in [pid, *children(pid)]:
        try:
            fields = Path(f"/proc/{entry}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            continue
        total += sum(int(fields[i]) for i in ((11, 12, 13, 14) if entry == pid else (11, 12))) / TICKS
    return total


def children(pid: int) -> list[int]:
    """Return the direct children of a process."""
    try:
        return [
            int(found)
            for found in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
        ]
    except FileNotFoundError:
        return []


PRODUCT = ("marketplace.app.serving:app", "--factory")
"""What `web` runs to have the product as it is served."""


@contextmanager
def web(
    application: str, *options: str, processes: int = 1, **environment: str
) -> Iterator[tuple[int, list[int]]]:
    """Run an application under so many uvicorns behind one socket; yields its port and their process ids.

    One of them answers by then; the round that warms up is for the others.
    """
    door = hold("127.0.0.1", 0)
    assert door is not None, "a port that is free"
    with door:
        port, handed = int(door.getsockname()[1]), door.fileno()
        options = ("--fd", str(handed), "--log-level", "warning", *options)
        command = [sys.executable, "-m", "uvicorn", application, *options]
        running = [
            subprocess.Popen(command, env=os.environ | environment, pass_fds=[handed])
            for _ in range(processes)
        ]
        try:
            get(http.client.HTTPConnection("127.0.0.1", port, timeout=60), "/api/healthz")
            yield port, [each.pid for each in running]
        finally:
            for process in running:
                process.terminate()
                process.wait(30)


@contextmanager
def workers(script: str, count: int, settings: dict[str, str]) -> Iterator[list[int]]:
    """Run what a worker does in so many processes of their own; yields their ids."""
    command = [sys.executable, "-c", script]
    running = [subprocess.Popen(command, env=os.environ | settings, cwd=ROOT) for _ in range(count)]
    try:
        yield [process.pid for process in running]
    finally:
        for process in running:
            process.terminate()
            process.wait(30)


def get(connection: http.client.HTTPConnection, path: str) -> bytes:
    """Fetch a page over a kept connection."""
    connection.request("GET", path)
    return connection.getresponse().read()


def cost(pids: list[int], work: Callable[[], object], count: int) -> float:
    """Return the processor milliseconds that a piece of work cost some processes, a repetition."""
    before = sum(processor_seconds(pid) for pid in pids)
    for _ in range(count):
        work()
    return (sum(processor_seconds(pid) for pid in pids) - before) * 1000 / count
