"""ledger entries by transaction and account.

A leg is named by its transaction and its account, so it needs no number of its own; and no index holds the
transactions that reverse nothing or have no source. A posting writes four index rows less.
"""

import sqlalchemy as sa
from alembic import op

revision = "8c2f5d1e7a40"
down_revision = "69b051b219c7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("pk_ledger_entry", "ledger_entry")
    op.drop_constraint("uq_ledger_entry_txn_id_account_id", "ledger_entry")
    op.drop_column("ledger_entry", "id")
    op.create_primary_key("pk_ledger_entry", "ledger_entry", ["txn_id", "account_id"])
    op.drop_constraint("uq_ledger_txn_reverses_id", "ledger_txn")
    op.create_index(
        "uq_ledger_txn_reverses_id", "ledger_txn", ["reverses_id"], unique=True,
        postgresql_where=sa.text("reverses_id IS NOT NULL"),
    )
    op.drop_index("ix_ledger_txn_source_id", "ledger_txn")
    op.create_index(
        "ix_ledger_txn_source_id", "ledger_txn", ["source_id"], postgresql_where=sa.text("source_id IS NOT NULL")
    )


def downgrade() -> None:
    op.drop_index("ix_ledger_txn_source_id", "ledger_txn")
    op.create_index("ix_ledger_txn_source_id", "ledger_txn", ["source_id"])
    op.drop_index("uq_ledger_txn_reverses_id", "ledger_txn")
    op.create_unique_constraint("uq_ledger_txn_reverses_id", "ledger_txn", ["reverses_id"])
    op.drop_constraint("pk_ledger_entry", "ledger_entry")
    op.add_column("ledger_entry", sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False))
    op.create_primary_key("pk_ledger_entry", "ledger_entry", ["id"])
    op.create_unique_constraint("uq_ledger_entry_txn_id_account_id", "ledger_entry", ["txn_id", "account_id"])
