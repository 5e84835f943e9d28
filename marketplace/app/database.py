"""The database of a single command: the one in the settings, the running copy's, or one started just for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from marketplace.app.embedded.postgres import Postgres
from marketplace.core.settings import override, settings

NAME: Final = "xianyong"


@contextmanager
def at_hand() -> Iterator[None]:
    """Let the settings point to a database inside the block; raises EmbeddedServerError if there can be none."""
    if settings().database_url:
        yield
        return
    running = Postgres.attach(settings().home)
    server = running or Postgres(settings().home)
    if running is None:
        server.start()
    try:
        server.ensure_database(NAME)
        override(DATABASE_URL=server.url(NAME))
        yield
    finally:
        if running is None:
            server.stop()
