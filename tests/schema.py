"""Brings an empty database to the present schema."""

import importlib
from pathlib import Path

from sqlalchemy import create_engine
from sqlmodel import SQLModel

import marketplace.app.registry  # noqa: F401 - every table is known
from marketplace.app.schema import apply_functions

ROOT = Path(__file__).parents[1]


def migrate(url: str) -> None:
    """Create all tables, then the functions and triggers in the order of their file names."""
    for path in sorted([*ROOT.glob("marketplace/*/models.py"), *ROOT.glob("finance/*/models.py")]):
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            SQLModel.metadata.create_all(connection)
            apply_functions(connection)
    finally:
        engine.dispose()
