"""`make bench`: run every bench, or those named on the command line."""

import importlib
import sys

BENCHES = ("books", "due", "faces", "ledger", "payment", "pages", "search", "start")

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHES:
        importlib.import_module(f"tests.bench.{name}").run()
