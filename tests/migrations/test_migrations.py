"""From nothing to the newest schema and back: what the revisions build is what the models say."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlmodel import SQLModel

import marketplace.app.registry  # noqa: F401 - every table is known
from marketplace.app import schema
from marketplace.app.embedded.postgres import Postgres


@pytest.fixture
def empty(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database of this test alone."""
    postgres.ensure_database("empty")
    yield postgres.url("empty")
    postgres.drop_database("empty")


@pytest.fixture
def engine(empty: str) -> Iterator[Engine]:
    """A way to look into the empty database."""
    engine = create_engine(empty)
    yield engine
    engine.dispose()


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, SQLModel.metadata))


def triggers(connection: Connection) -> list[str]:
    return list(
        connection.execute(text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1")).scalars()
    )


def test_the_newest_schema_is_what_the_models_say(empty: str, engine: Engine) -> None:
    assert schema.upgrade(empty) is True
    assert schema.upgrade(empty) is False
    with engine.connect() as connection:
        # A difference means: write a revision with `xianyong revision "what changes"`.
        assert differences(connection) == []


def functions(connection: Connection) -> list[str]:
    return list(
        connection.execute(
            text("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1")
        ).scalars()
    )


@pytest.mark.parametrize("target", ["-1", "base"])
def test_down_and_up_again_loses_no_table_no_trigger_and_no_function(
    empty: str, engine: Engine, target: str
) -> None:
    schema.upgrade(empty)
    with engine.begin() as connection:
        before = triggers(connection), functions(connection)
        assert all(before)
        command.downgrade(schema.alembic_config(connection), target)
        if target == "base":
            assert inspect(connection).get_table_names() == ["alembic_version"]
    assert schema.upgrade(empty) is True
    with engine.connect() as connection:
        assert (triggers(connection), functions(connection)) == before
        assert differences(connection) == []


def test_every_other_test_stands_on_the_newest_revision(database_url: str) -> None:
    assert schema.upgrade(database_url) is False


def test_two_copies_that_start_at_once_migrate_once(empty: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        changed = list(pool.map(schema.upgrade, [empty, empty]))
    assert sorted(changed) == [False, True]


def test_revisions_form_one_line(engine: Engine) -> None:
    with engine.begin() as connection:
        scripts = ScriptDirectory.from_config(schema.alembic_config(connection))
        assert len(scripts.get_heads()) == 1
