"""Brings an empty database to the present schema."""

import importlib
from pathlib import Path

from sqlmodel import SQLModel

from marketplace.core.db import make_engine

ROOT = Path(__file__).parents[1]
MODELS = sorted([*ROOT.glob("marketplace/*/models.py"), *ROOT.glob("finance/*/models.py")])
FUNCTIONS = sorted(ROOT.glob("migrations/sql/*.sql"))


def migrate(url: str) -> None:
    """Create all tables, then the functions and triggers in the order of their file names."""
    importlib.import_module("marketplace.core.uow")
    for path in MODELS:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            SQLModel.metadata.create_all(connection)
            cursor = connection.connection.cursor()  # the driver itself: a percent sign is no parameter here
            for path in FUNCTIONS:
                cursor.execute(path.read_text(encoding="utf-8"))
    finally:
        engine.dispose()
