"""disputes of payments.

What a dispute withholds is kept where the payment is: on the invoice and in its split; what was claimed back and kept back, in each share.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "d15b07e5c1a3"
down_revision = "c4e81f60a2d7"
branch_labels = None
depends_on = None

_LIVE = "state IN ('opened', 'sending', 'evidence_sent')"
_MONEY = (
    ("invoice_payment", "disputed_minor"),
    ("distribution", "disputed_minor"),
    ("distribution_share", "claimed_minor"),
    ("distribution_share", "kept_minor"),
)


def _instant(name: str, *, nullable: bool) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    for table, column in _MONEY:
        op.add_column(table, sa.Column(column, sa.BigInteger(), nullable=False, server_default="0"))
        op.alter_column(table, column, server_default=None)
    for table in ("invoice_payment", "distribution"):
        op.create_check_constraint(
            op.f(f"ck_{table}_disputed"), table, "disputed_minor >= 0 AND disputed_minor <= amount_minor"
        )
    op.drop_constraint(op.f("ck_distribution_share_refunded"), "distribution_share")
    op.create_check_constraint(
        op.f("ck_distribution_share_refunded"),
        "distribution_share",
        "refunded_minor >= 0 AND claimed_minor >= 0 AND kept_minor >= 0"
        " AND greatest(claimed_minor, kept_minor) + refunded_minor <= amount_minor",
    )
    _create_dispute()
    _create_claim()


def _create_dispute() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _instant("created_at", nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.Column("invoice_id", sa.Uuid(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("university_id", sa.Uuid(), nullable=False),
        sa.Column("firm_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_ref", sa.String(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        _instant("state_since", nullable=False),
        _instant("opened_at", nullable=False),
        _instant("due_at", nullable=True),
        sa.Column("evidence", postgresql.JSONB(), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        _instant("asked_at", nullable=True),
        sa.Column("provider_key", sa.String(), nullable=False),
        sa.Column("opened_txn_id", sa.BigInteger(), nullable=True),
        sa.Column("lost_txn_id", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        _instant("next_at", nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_dispute_amount")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment_attempt.id"], name=op.f("fk_dispute_payment_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_dispute_invoice_id")),
        sa.ForeignKeyConstraint(["university_id"], ["organization.id"], name=op.f("fk_dispute_university_id")),
        sa.ForeignKeyConstraint(["firm_id"], ["organization.id"], name=op.f("fk_dispute_firm_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["user_account.id"], name=op.f("fk_dispute_sent_by")),
        sa.ForeignKeyConstraint(["opened_txn_id"], ["ledger_txn.id"], name=op.f("fk_dispute_opened_txn_id")),
        sa.ForeignKeyConstraint(["lost_txn_id"], ["ledger_txn.id"], name=op.f("fk_dispute_lost_txn_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.UniqueConstraint("provider", "provider_ref", name=op.f("uq_dispute_provider_provider_ref")),
        sa.UniqueConstraint("provider_key", name=op.f("uq_dispute_provider_key")),
    )
    op.create_index(op.f("ix_dispute_invoice_id"), "dispute", ["invoice_id"])
    op.create_index("ix_dispute_university", "dispute", ["university_id", "state"])
    op.create_index("ix_dispute_next", "dispute", ["next_at"], postgresql_where=sa.text("next_at IS NOT NULL"))
    op.create_index("uq_dispute_live", "dispute", ["payment_id"], unique=True, postgresql_where=sa.text(_LIVE))


def _create_claim() -> None:
    op.create_table(
        "dispute_claim",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _instant("created_at", nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("university_id", sa.Uuid(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=False),
        sa.Column("payee_kind", sa.String(), nullable=False),
        sa.Column("payee_id", sa.Uuid(), nullable=False),
        sa.Column("payee_name", sa.String(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("kept_minor", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        _instant("state_since", nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "amount_minor > 0 AND kept_minor >= 0 AND kept_minor <= amount_minor",
            name=op.f("ck_dispute_claim_amount"),
        ),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> asked_by", name=op.f("ck_dispute_claim_four_eyes")
        ),
        sa.CheckConstraint(
            "state <> 'written_off' OR decided_by IS NOT NULL", name=op.f("ck_dispute_claim_approved")
        ),
        sa.ForeignKeyConstraint(["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_claim_dispute_id")),
        sa.ForeignKeyConstraint(
            ["university_id"], ["organization.id"], name=op.f("fk_dispute_claim_university_id")
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["organization.id"], name=op.f("fk_dispute_claim_holder_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_dispute_claim_user_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["user_account.id"], name=op.f("fk_dispute_claim_asked_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["user_account.id"], name=op.f("fk_dispute_claim_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_claim")),
        sa.UniqueConstraint(
            "dispute_id", "holder_id", "payee_kind", "payee_id",
            name=op.f("uq_dispute_claim_dispute_id_holder_id_payee_kind_payee_id"),
        ),
    )  # fmt: skip
    op.create_index(
        "ix_dispute_claim_open",
        "dispute_claim",
        ["holder_id", "payee_id"],
        postgresql_where=sa.text("state IN ('open', 'asked')"),
    )


def downgrade() -> None:
    op.drop_table("dispute_claim")
    op.drop_table("dispute")
    for table in ("distribution", "invoice_payment"):
        op.drop_constraint(op.f(f"ck_{table}_disputed"), table)
    op.drop_constraint(op.f("ck_distribution_share_refunded"), "distribution_share")
    for table, column in reversed(_MONEY):
        op.drop_column(table, column)
    op.create_check_constraint(
        op.f("ck_distribution_share_refunded"),
        "distribution_share",
        "refunded_minor >= 0 AND refunded_minor <= amount_minor",
    )
