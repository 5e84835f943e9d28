"""How Alembic reaches the database: on the caller's connection, or by the settings when called from a shell."""

from alembic import context
from sqlalchemy import Connection, text
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import marketplace.app.registry  # noqa: F401 - every table is known
from marketplace.core.db import make_engine
from marketplace.core.settings import settings


def as_plain_text(kind: str, item: object, _: object) -> str | bool:
    """Write SQLModel's string type as the plain one, so that revisions need SQLAlchemy alone."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


def migrate(connection: Connection) -> None:
    """Apply revisions, or compare them with the models."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        compare_server_default=True,
        render_item=as_plain_text,
    )
    with context.begin_transaction():
        # Wait briefly for a lock: everybody else would wait behind us.
        connection.execute(text("SET LOCAL lock_timeout = '10s'"))
        connection.execute(text("SET LOCAL statement_timeout = '10min'"))
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with make_engine(settings().sqlalchemy_url).begin() as own:
        migrate(own)
