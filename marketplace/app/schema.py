"""Brings a database to the present schema: tables by numbered revisions, functions and triggers by file.

The files of `migrations/sql` may be applied again and again (CREATE OR REPLACE, DROP … IF EXISTS), so a change of a
function is a change of one file and not a copy of it in a revision.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, create_engine, text

MIGRATIONS: Final = Path(__file__).parents[2] / "migrations"
OLDEST_SERVER: Final = 180000
ONE_AT_A_TIME: Final = 7_012_026
"""Key of the advisory lock that lets only one process change the schema."""


def upgrade(url: str) -> bool:
    """Bring the database at `url` to the newest schema; say whether any revision was applied.

    Safe to call from several processes at once. Raises LookupError for a server older than PostgreSQL 18.
    """
    engine = create_engine(url)  # without the limits of a request: a migration may take longer
    try:
        with engine.begin() as connection:
            if connection.dialect.server_version_info < (OLDEST_SERVER // 10000,):  # type: ignore[operator]
                message = f"PostgreSQL 18 or newer is needed, {url.rpartition('@')[2]} is older"
                raise LookupError(message)
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
            before = MigrationContext.configure(connection).get_current_revision()
            config = alembic_config(connection)
            command.upgrade(config, "head")
            changed = before != ScriptDirectory.from_config(config).get_current_head()
            apply_functions(connection, anyway=changed)
            return changed
    finally:
        engine.dispose()


def alembic_config(connection: Connection) -> Config:
    """Give Alembic's configuration, bound to an open connection whose transaction is the caller's."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def draft(url: str, message: str) -> str:
    """Write a revision that leads from the newest schema to the models, to be read and mended; gives its path."""
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            config = alembic_config(connection)
            config.set_main_option(
                "file_template", "%%(year)d%%(month).2d%%(day).2d_%%(hour).2d%%(minute).2d_%%(slug)s"
            )
            command.upgrade(config, "head")
            script = command.revision(config, message, autogenerate=True)
    finally:
        engine.dispose()
    return script.path if isinstance(script, Script) else ""


def apply_functions(connection: Connection, *, anyway: bool = True) -> None:
    """Create or replace every function and trigger, in the order of the file names.

    The digest of the files is kept as the comment of the schema: unless `anyway`, an unchanged start takes no lock.
    """
    scripts = [path.read_text(encoding="utf-8") for path in sorted((MIGRATIONS / "sql").glob("*.sql"))]
    digest = sha256("\0".join(scripts).encode()).hexdigest()
    present = connection.execute(text("SELECT obj_description('public'::regnamespace)")).scalar()
    if present == digest and not anyway:
        return
    cursor = connection.connection.cursor()  # the driver itself: a percent sign is no parameter here
    for script in scripts:
        cursor.execute(script)
    cursor.execute(f"COMMENT ON SCHEMA public IS '{digest}'")
