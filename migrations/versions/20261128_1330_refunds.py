"""refunds of payments.

What was refunded of a payment is kept where the payment is: on the invoice, in its split and in each share of it.
"""

import sqlalchemy as sa
from alembic import op

revision = "b7d20c94ae15"
down_revision = "f25ca13b3c9c"
branch_labels = None
depends_on = None

_LIVE = "state IN ('requested', 'submitted', 'unknown', 'processing')"


def _money(table: str, column: str) -> None:
    op.add_column(table, sa.Column(column, sa.BigInteger(), nullable=False, server_default="0"))
    op.alter_column(table, column, server_default=None)


def upgrade() -> None:
    _money("invoice_payment", "refunded_minor")
    op.drop_constraint(op.f("ck_invoice_payment_applied"), "invoice_payment")
    op.create_check_constraint(
        op.f("ck_invoice_payment_applied"), "invoice_payment",
        "applied_minor >= 0 AND refunded_minor >= 0 AND applied_minor + refunded_minor <= amount_minor",
    )  # fmt: skip
    _money("distribution", "refunded_minor")
    _money("distribution", "refunding_minor")
    op.create_check_constraint(
        op.f("ck_distribution_refunded"), "distribution",
        "refunded_minor >= 0 AND refunding_minor >= 0 AND refunded_minor + refunding_minor <= amount_minor",
    )  # fmt: skip
    _money("distribution_share", "refunded_minor")
    op.create_check_constraint(
        op.f("ck_distribution_share_refunded"),
        "distribution_share",
        "refunded_minor >= 0 AND refunded_minor <= amount_minor",
    )
    op.add_column("payment_attempt", sa.Column("method", sa.String(), nullable=True))
    op.add_column("provider_notice", sa.Column("refund_id", sa.Uuid(), nullable=True))
    op.create_table(
        "refund",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.Column("invoice_id", sa.Uuid(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("university_id", sa.Uuid(), nullable=False),
        sa.Column("firm_id", sa.Uuid(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("debt", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("capture_ref", sa.String(), nullable=False),
        sa.Column("provider_key", sa.String(), nullable=False),
        sa.Column("provider_ref", sa.String(), nullable=True),
        sa.Column("payee_account", sa.String(), nullable=False),
        sa.Column("bank_return_id", sa.Uuid(), nullable=True),
        sa.Column("ledger_txn_id", sa.BigInteger(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_refund_amount")),
        sa.CheckConstraint("decided_by IS NULL OR decided_by <> requested_by", name=op.f("ck_refund_four_eyes")),
        sa.CheckConstraint(
            "state IN ('requested', 'declined', 'withdrawn') OR decided_by IS NOT NULL",
            name=op.f("ck_refund_approved"),
        ),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_refund_invoice_id")),
        sa.ForeignKeyConstraint(["university_id"], ["organization.id"], name=op.f("fk_refund_university_id")),
        sa.ForeignKeyConstraint(["firm_id"], ["organization.id"], name=op.f("fk_refund_firm_id")),
        sa.ForeignKeyConstraint(["requested_by"], ["user_account.id"], name=op.f("fk_refund_requested_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["user_account.id"], name=op.f("fk_refund_decided_by")),
        sa.ForeignKeyConstraint(["bank_return_id"], ["bank_return.id"], name=op.f("fk_refund_bank_return_id")),
        sa.ForeignKeyConstraint(["ledger_txn_id"], ["ledger_txn.id"], name=op.f("fk_refund_ledger_txn_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund")),
        sa.UniqueConstraint("provider_key", name=op.f("uq_refund_provider_key")),
    )
    op.create_index(op.f("ix_refund_invoice_id"), "refund", ["invoice_id"])
    op.create_index("ix_refund_university", "refund", ["university_id", "state"])
    op.create_index("ix_refund_due", "refund", ["next_at"], postgresql_where=sa.text("next_at IS NOT NULL"))
    op.create_index("uq_refund_live", "refund", ["payment_id"], unique=True, postgresql_where=sa.text(_LIVE))


def downgrade() -> None:
    op.drop_table("refund")
    op.drop_column("provider_notice", "refund_id")
    op.drop_column("payment_attempt", "method")
    op.drop_constraint(op.f("ck_distribution_share_refunded"), "distribution_share")
    op.drop_column("distribution_share", "refunded_minor")
    op.drop_constraint(op.f("ck_distribution_refunded"), "distribution")
    op.drop_column("distribution", "refunding_minor")
    op.drop_column("distribution", "refunded_minor")
    op.drop_constraint(op.f("ck_invoice_payment_applied"), "invoice_payment")
    op.drop_column("invoice_payment", "refunded_minor")
    op.create_check_constraint(
        op.f("ck_invoice_payment_applied"),
        "invoice_payment",
        "applied_minor >= 0 AND applied_minor <= amount_minor",
    )
