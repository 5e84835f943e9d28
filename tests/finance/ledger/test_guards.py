"""The database itself refuses what the books must never hold, whoever asks (L01, L02, L03, L08)."""

from contextlib import nullcontext

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from finance.ledger.chart import Account, AccountKind
from finance.ledger.errors import LedgerError
from finance.ledger.recipes.posting import post
from marketplace.core.uow import UnitOfWork

A, B = Account(AccountKind.RECEIVABLE, "a"), Account(AccountKind.ENTITLEMENT, "b")
SOURCE = ("test", None)


def count(uow: UnitOfWork) -> int:
    return int(uow.rows("SELECT count(*) AS n FROM ledger_txn")[0]["n"])


@pytest.mark.fault("L01", holds=("I1", "I2"))
@pytest.mark.parametrize(
    "legs",
    [
        pytest.param([(A, 5), (B, -4)], id="off balance"),
        pytest.param([(A, 5)], id="one leg"),
        pytest.param([], id="no leg"),
        pytest.param([(A, 5), (A, -5)], id="same account twice"),
        pytest.param(
            [(A, 2**63 - 1), (B, 1 - 2**63), (Account(AccountKind.CREDIT, "c"), -5)], id="beyond bigint"
        ),
    ],
)
def test_impossible_legs_are_refused(uow: UnitOfWork, legs: list[tuple[Account, int]]) -> None:
    with pytest.raises(LedgerError), uow.session.begin_nested():
        post(uow, "test", "k", legs, source=SOURCE)
    assert count(uow) == 0


@pytest.mark.fault("L08", holds=("I1", "I2"))
def test_a_balance_never_overflows(uow: UnitOfWork) -> None:
    post(uow, "test", "k1", [(A, 2**63 - 1), (B, 1 - 2**63)], source=SOURCE)

    with pytest.raises(LedgerError), uow.session.begin_nested():
        post(uow, "test", "k2", [(A, 1), (B, -1)], source=SOURCE)
    assert count(uow) == 1


@pytest.mark.fault("L01", holds=("I1", "I2"))
def test_currencies_never_mix(uow: UnitOfWork) -> None:
    post(uow, "test", "k1", [(A, 1), (B, -1)], source=SOURCE)

    with pytest.raises(LedgerError, match="another currency"), uow.session.begin_nested():
        post(uow, "test", "k2", [(A, 1), (B, -1)], source=SOURCE, currency="USD")


@pytest.mark.parametrize("amount", [6, -6])
def test_rows_slipped_past_the_function_are_caught(uow: UnitOfWork, amount: int) -> None:
    txn = post(uow, "test", "k1", [(A, 10), (B, -10)], source=SOURCE)
    connection = uow.session.connection()
    connection.execute(
        text("INSERT INTO ledger_account (key, kind, side, currency) VALUES ('spare', 'x', 'debit', 'CNY')")
    )
    slipped = text(
        "INSERT INTO ledger_entry (txn_id, account_id, amount_minor) SELECT :txn, id, :amount FROM ledger_account WHERE key = 'spare'"
    )
    with pytest.raises(DBAPIError, match=f"is off by {amount}"):
        connection.execute(slipped, {"txn": txn, "amount": amount})


def test_two_transactions_never_make_up_for_each_other(uow: UnitOfWork) -> None:
    for key in ("k1", "k2"):
        post(uow, "test", key, [(A, 10), (B, -10)], source=SOURCE)
    connection = uow.session.connection()
    connection.execute(
        text("INSERT INTO ledger_account (key, kind, side, currency) VALUES ('spare', 'x', 'debit', 'CNY')")
    )
    slipped = text(
        "INSERT INTO ledger_entry (txn_id, account_id, amount_minor) SELECT t.id, a.id, CASE idem_key WHEN 'k1' THEN 5 ELSE -5 END"
        " FROM ledger_txn t, ledger_account a WHERE a.key = 'spare'"
    )
    with pytest.raises(DBAPIError, match="is off by"):
        connection.execute(slipped)


def test_legs_in_any_order_are_booked_to_their_accounts(uow: UnitOfWork) -> None:
    post(uow, "test", "k1", [(A, 10), (B, -10)], source=SOURCE)
    call = text(
        "SELECT ledger_post('k2', 'test', 'CNY', CAST(:accounts AS text[]), ARRAY[7, -7], '[]', now(), 'test', NULL)"
    )
    uow.session.connection().execute(call, {"accounts": [A.key, B.key]})  # receivable before entitlement

    assert A.key > B.key
    balances = uow.rows("SELECT key, balance_minor FROM ledger_account")
    assert {row["key"]: row["balance_minor"] for row in balances} == {A.key: 17, B.key: -17}


def test_a_slipped_pair_of_another_currency_is_caught(uow: UnitOfWork) -> None:
    txn = post(uow, "test", "k1", [(A, 10), (B, -10)], source=SOURCE)
    connection = uow.session.connection()
    connection.execute(
        text(
            "INSERT INTO ledger_account (key, kind, side, currency) VALUES ('x', 'x', 'debit', 'USD'), ('y', 'x', 'debit', 'USD')"
        )
    )
    slipped = text(
        "INSERT INTO ledger_entry (txn_id, account_id, amount_minor) SELECT :txn, id, CASE key WHEN 'x' THEN 3 ELSE -3 END"
        " FROM ledger_account WHERE currency = 'USD'"
    )
    with pytest.raises(DBAPIError, match="mixes currencies"):
        connection.execute(slipped, {"txn": txn})


@pytest.mark.parametrize("missing", ["txn", "account"])
def test_legs_of_what_is_not_there_are_caught(uow: UnitOfWork, missing: str) -> None:
    txn = post(uow, "test", "k1", [(A, 10), (B, -10)], source=SOURCE)
    connection = uow.session.connection()
    connection.execute(
        text("INSERT INTO ledger_account (key, kind, side, currency) VALUES ('x', 'x', 'debit', 'CNY')")
    )
    slipped = text(
        "INSERT INTO ledger_entry (txn_id, account_id, amount_minor)"
        " SELECT :txn, id, 3 FROM ledger_account WHERE key = 'x' UNION ALL SELECT :txn, :other, -3"
    )
    there = connection.execute(
        text("SELECT id FROM ledger_account WHERE key = :key"), {"key": A.key}
    ).scalar_one()
    ids = {"txn": txn + 1, "other": there} if missing == "txn" else {"txn": txn, "other": 0}
    with pytest.raises(DBAPIError, match="not there"):
        connection.execute(slipped, ids)


@pytest.mark.fault("L02", holds=("I1", "I2"))
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_entry SET amount_minor = amount_minor + 1",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry",
        "UPDATE ledger_txn SET kind = 'other'",
        "DELETE FROM ledger_txn",
        "TRUNCATE ledger_txn CASCADE",
        "UPDATE ledger_account SET side = 'debit', floor_minor = NULL",
        "UPDATE ledger_account SET least_minor = NULL, most_minor = NULL",
        "DELETE FROM ledger_account",
        "TRUNCATE ledger_account CASCADE",
    ],
)
def test_booked_rows_are_never_changed_even_by_the_owner(uow: UnitOfWork, sql: str) -> None:
    post(uow, "test", "k1", [(A, 1), (B, -1)], source=SOURCE)

    with pytest.raises(DBAPIError, match="refused"), uow.session.begin_nested():
        uow.session.connection().execute(text(sql))


OPENED = (
    "INSERT INTO ledger_account (key, kind, side, currency, rollup, floor_minor, balance_minor, version)"
    " VALUES ('x', 'x', :side, 'CNY', :rollup, :floor, :balance, :version)"
)


@pytest.mark.parametrize(
    ("opened", "refused"),
    [
        (("debit", False, 0, 0, 0), None),
        (("debit", False, 0, -1, 1), "ck_ledger_account_floor"),
        (("debit", False, -5, -5, 1), None),
        (("debit", False, -5, -6, 1), "ck_ledger_account_floor"),
        (("credit", False, 0, -7, 1), None),
        (("credit", False, 0, 1, 1), "ck_ledger_account_floor"),
        (("credit", False, -5, 5, 1), None),
        (("credit", False, -5, 6, 1), "ck_ledger_account_floor"),
        (("credit", False, None, 99, 1), None),
        (("debit", True, None, 0, 0), None),
        (("debit", True, None, 1, 0), "ck_ledger_account_floor"),
        (("debit", True, None, 0, 1), "ck_ledger_account_rollup"),
        (("debit", True, 0, 0, 0), "account x is debit with the floor 0"),
        (("left", False, 0, 0, 0), "account x is left"),
    ],
)
def test_an_account_is_held_to_its_floor_on_its_side_whoever_writes(
    uow: UnitOfWork, opened: tuple[str, bool, int | None, int, int], refused: str | None
) -> None:
    facts = dict(zip(("side", "rollup", "floor", "balance", "version"), opened, strict=True))
    with pytest.raises(DBAPIError, match=refused) if refused else nullcontext():
        uow.session.connection().execute(text(OPENED), facts)


@pytest.mark.parametrize(("column", "constraint"), [("balance_minor", "floor"), ("version", "rollup")])
def test_a_roll_up_account_never_gets_a_balance(uow: UnitOfWork, column: str, constraint: str) -> None:
    connection = uow.session.connection()
    facts = {"side": "debit", "rollup": True, "floor": None, "balance": 0, "version": 0}
    connection.execute(text(OPENED), facts)
    with pytest.raises(IntegrityError, match=f"ck_ledger_account_{constraint}"):
        connection.execute(text(f"UPDATE ledger_account SET {column} = 1 WHERE key = 'x'"))  # noqa: S608 - ours


def test_a_role_without_the_grant_cannot_book(uow: UnitOfWork) -> None:
    uow.session.connection().execute(text("CREATE ROLE stranger; SET LOCAL ROLE stranger"))
    with pytest.raises(DBAPIError, match="permission denied"), uow.session.begin_nested():
        post(uow, "test", "k1", [(A, 1), (B, -1)], source=SOURCE)
    uow.session.connection().execute(text("RESET ROLE"))


def test_a_role_with_execute_only_books_but_cannot_write_tables(uow: UnitOfWork) -> None:
    connection = uow.session.connection()
    connection.execute(
        text(
            "CREATE ROLE clerk; GRANT EXECUTE ON FUNCTION ledger_post TO clerk;"
            " GRANT SELECT ON ledger_entry, ledger_account, ledger_txn TO clerk; SET LOCAL ROLE clerk"
        )
    )

    post(uow, "test", "k1", [(A, 1), (B, -1)], source=SOURCE)
    for sql in (
        "UPDATE ledger_account SET balance_minor = 9",
        "INSERT INTO ledger_entry (txn_id, account_id, amount_minor) VALUES (1, 1, 1)",
    ):
        with pytest.raises(DBAPIError, match="permission denied"), uow.session.begin_nested():
            uow.session.connection().execute(text(sql))
    connection.execute(text("RESET ROLE"))
