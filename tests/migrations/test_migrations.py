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


def test_receipts_that_were_matched_keep_their_number_through_the_room_of_banks(
    empty: str, engine: Engine
) -> None:
    """A match takes over the receipt's id, which the ledger, the invoice and the contract know it by; and it goes back."""
    schema.upgrade(empty)
    with engine.begin() as connection:
        config = schema.alembic_config(connection)
        command.downgrade(config, "4074f5be20e9")
        connection.execute(
            text("SET session_replication_role = replica")
        )  # the rows around them do not matter
        for number, state, how in (
            (1, "matched", "reference"),
            (2, "matched", "cover"),
            (3, "unmatched", ""),
        ):
            connection.execute(
                text(
                    "INSERT INTO bank_line (id, version, created_at, statement_id, organization_id, account_no, line_key, booked_on,"
                    " amount_minor, payer_name, payer_account, memo, state, how, invoice_id, matched_at) VALUES (CAST(:id AS uuid), 1, now(),"
                    " CAST(:id AS uuid), CAST(:id AS uuid), '62', :id, '2026-11-01', 100, '', '', '', CAST(:state AS varchar), :how,"
                    " CASE WHEN CAST(:state AS varchar) = 'matched' THEN CAST(:id AS uuid) END, now())"
                ),
                {"id": f"00000000-0000-0000-0000-00000000000{number}", "state": state, "how": how},
            )
        command.upgrade(config, "733b0316ed81")
        kept = connection.execute(
            text(
                "SELECT right(CAST(l.id AS text), 1) AS line, l.placed_minor, m.id = l.id AS same, m.state, h.to_state FROM bank_line l"
                " LEFT JOIN bank_match m ON m.line_id = l.id LEFT JOIN state_change h ON h.subject_id = m.id AND h.most_recent ORDER BY 1"
            )
        )
        assert [tuple(row) for row in kept] == [
            ("1", 100, True, "booked", "booked"), ("2", 100, None, None, None), ("3", 0, None, None, None),
        ]  # fmt: skip
