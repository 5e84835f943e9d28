"""Engines that a test makes for itself and that end with it, however it ends."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import Engine

from marketplace.core.db import make_engine

MakeEngine = Callable[..., Engine]


@pytest.fixture
def another_engine() -> Iterator[MakeEngine]:
    """Make an engine on the database of another one, with a pool of its own."""
    with ExitStack() as ends:

        def made(like: Engine, **options: Any) -> Engine:
            engine = make_engine(like.url.render_as_string(hide_password=False), **options)
            ends.callback(engine.dispose)
            return engine

        yield made
