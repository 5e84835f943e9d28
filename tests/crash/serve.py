"""`xianyong serve` for tests that kill on purpose: what dies is started again after the first pause, every time.

The pause that doubles is for children that die of themselves; it has tests of its own.
"""

from typing import Any

import marketplace.app.supervisor
from marketplace.app.cli import app

if __name__ == "__main__":
    supervisor: Any = marketplace.app.supervisor
    supervisor.HEALTHY_SECONDS = -1.0
    app()
