"""legs of the ledger without foreign keys.

Their trigger proves that transaction and account exist, and neither is ever removed. The foreign keys asked the
same again for every leg and locked the roll-up accounts that every payment touches.
"""

from alembic import op

revision = "c41e8d7b9f02"
down_revision = "b7d20c94ae15"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("fk_ledger_entry_account_id", "ledger_entry")
    op.drop_constraint("fk_ledger_entry_txn_id", "ledger_entry")


def downgrade() -> None:
    op.create_foreign_key("fk_ledger_entry_txn_id", "ledger_entry", "ledger_txn", ["txn_id"], ["id"])
    op.create_foreign_key("fk_ledger_entry_account_id", "ledger_entry", "ledger_account", ["account_id"], ["id"])
