"""The browser of the flows and of the benches, found in the same order as by `.ci/browser`, which installs one."""

import os
import shutil
from typing import Final

NAMES: Final = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
FLAGS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]


def chromium() -> str:
    """The one that CHROMIUM names, or the first on the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "a browser is needed: run `make test`, which installs one, or set CHROMIUM"
    return found
