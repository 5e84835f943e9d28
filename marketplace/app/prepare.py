"""Makes the database ready for the product: the newest schema, and demo data where there is none."""

import gc
import logging
import sys
from typing import Literal

import marketplace.app.registry  # noqa: F401  all tables known before the first query
from marketplace.app import prepared, schema
from marketplace.app.seed import filling
from marketplace.core.settings import settings
from marketplace.core.uow import unit_of_work
from search import indexing
from search.port import SearchUnavailable

log = logging.getLogger("xianyong.prepare")


def main(size: Literal["small", "full"] = "full") -> None:
    """Migrate, fill, index; the supervisor runs this as a child before it starts the API and the worker."""
    schema.upgrade(settings().sqlalchemy_url)
    if settings().demo:
        filling.seed(size, say)
    if prepare_search():
        prepared.note_prepared(settings().sqlalchemy_url)


def say(line: str) -> None:
    """Tell whoever waits at the terminal how far it is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def prepare_search() -> bool:
    """Make the search index fit the product and the database; say whether it does.

    Without an engine the product still starts.
    """
    try:
        with unit_of_work() as uow:
            indexing.make_ready(uow)
    except SearchUnavailable:
        log.exception("search is away: pages show the newest listings until it answers")
        return False
    return True


if __name__ == "__main__":
    gc.disable()  # a process that ends soon cleans nothing up
    main("small" if "small" in sys.argv[1:] else "full")
