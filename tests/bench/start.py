"""How long a second start takes until the product answers, and the first one on the small demo."""

import time

from tests.app.copies import started
from tests.app.waiting import reachable_folder
from tests.bench.measuring import report

STARTS = 3


def run() -> None:
    """Measure and report."""
    with reachable_folder() as folder:
        seconds = []
        for _ in range(STARTS + 1):
            began = time.monotonic()
            with started(folder / "home") as copy:
                seconds.append(round(time.monotonic() - began, 1))
                if not copy.answers():
                    raise RuntimeError(copy.printed)
    report("start", [], first_seconds=seconds[0], second_seconds=seconds[1:])
