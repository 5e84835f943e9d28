"""accounts of the ledger know the bounds of their balance.

Three constraints were read and prepared anew for every leg that was booked, a fifth of what a posting costs. Two
short ones say the same; what does not change in an account is looked at when it is opened (`ledger_bound`).
"""

import sqlalchemy as sa
from alembic import op

revision = "e5f9c2a81d46"
down_revision = "d4e8b1f70c35"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("least_minor", "most_minor"):
        op.add_column("ledger_account", sa.Column(name, sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE ledger_account SET"
        " least_minor = CASE WHEN rollup THEN 0 WHEN side = 'debit' THEN floor_minor END,"
        " most_minor = CASE WHEN rollup THEN 0 WHEN side = 'credit' THEN -floor_minor END"
    )
    for name in ("floor", "side", "rollup"):
        op.drop_constraint(op.f(f"ck_ledger_account_{name}"), "ledger_account")
    op.create_check_constraint(
        op.f("ck_ledger_account_floor"),
        "ledger_account",
        "balance_minor >= least_minor AND balance_minor <= most_minor",
    )
    op.create_check_constraint(
        op.f("ck_ledger_account_rollup"), "ledger_account", "NOT rollup OR version = 0"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER IF EXISTS ledger_account_bound ON ledger_account")
    op.execute("DROP TRIGGER IF EXISTS ledger_account_fixed ON ledger_account")
    for name in ("floor", "rollup"):
        op.drop_constraint(op.f(f"ck_ledger_account_{name}"), "ledger_account")
    for name in ("most_minor", "least_minor"):
        op.drop_column("ledger_account", name)
    op.create_check_constraint(op.f("ck_ledger_account_side"), "ledger_account", "side IN ('debit', 'credit')")
    op.create_check_constraint(
        op.f("ck_ledger_account_floor"),
        "ledger_account",
        "floor_minor IS NULL OR CASE side WHEN 'debit' THEN balance_minor ELSE -balance_minor END >= floor_minor",
    )
    op.create_check_constraint(
        op.f("ck_ledger_account_rollup"),
        "ledger_account",
        "NOT rollup OR (floor_minor IS NULL AND balance_minor = 0 AND version = 0)",
    )
    op.execute(
        "CREATE TRIGGER ledger_account_fixed BEFORE UPDATE OF id, key, kind, side, currency, rollup, floor_minor,"
        " owner_id, contract_id OR DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change()"
    )
