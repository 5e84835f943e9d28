"""The browser of the flows and of the benches."""

import subprocess
from pathlib import Path
from typing import Final

FINDER: Final = Path(__file__).parents[2] / ".ci" / "browser"
FLAGS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]


def chromium() -> str:
    """The browser that `.ci/browser` finds or installs; what is missing is on the error output."""
    return subprocess.run([FINDER], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
