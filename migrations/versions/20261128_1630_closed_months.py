"""closed months of the books, and tax classes that were overruled."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "c4e81f60a2d7"
down_revision = "c41e8d7b9f02"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "month_closing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("figures", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("transactions", sa.BigInteger(), nullable=True),
        sa.Column("bank_accounts", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("chain_seq", sa.BigInteger(), nullable=True),
        sa.Column("chain_digest", sa.String(), nullable=True),
        sa.Column("reopen_reason", sa.String(), nullable=False),
        sa.Column("reopen_asked_by", sa.Uuid(), nullable=True),
        sa.Column("reopen_decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> asked_by", name=op.f("ck_month_closing_four_eyes")
        ),
        sa.CheckConstraint(
            "reopen_decided_by IS NULL OR reopen_decided_by <> reopen_asked_by",
            name=op.f("ck_month_closing_reopen_four_eyes"),
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'declined', 'withdrawn') OR (closed_at IS NOT NULL AND decided_by IS NOT NULL AND figures IS NOT NULL)",
            name=op.f("ck_month_closing_kept"),
        ),
        sa.CheckConstraint(
            "state <> 'reopened' OR (reopen_decided_by IS NOT NULL AND reopen_reason <> '')",
            name=op.f("ck_month_closing_reopened"),
        ),
        sa.CheckConstraint("extract(day FROM month) = 1", name=op.f("ck_month_closing_month")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_month_closing_organization_id")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["user_account.id"], name=op.f("fk_month_closing_asked_by")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["user_account.id"], name=op.f("fk_month_closing_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["reopen_asked_by"], ["user_account.id"], name=op.f("fk_month_closing_reopen_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["reopen_decided_by"], ["user_account.id"], name=op.f("fk_month_closing_reopen_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_month_closing")),
    )
    op.create_index(
        "uq_month_closing_live",
        "month_closing",
        ["organization_id", "month"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("state IN ('asked', 'closed', 'reopening')"),
    )
    op.create_index(
        "ix_month_closing_closed",
        "month_closing",
        ["month"],
        postgresql_where=sa.text("state IN ('closed', 'reopening')"),
    )
    op.create_table(
        "tax_overrule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("university_id", sa.Uuid(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["university_id"], ["organization.id"], name=op.f("fk_tax_overrule_university_id")
        ),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_tax_overrule_contract_id")),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name=op.f("fk_tax_overrule_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_overrule")),
    )
    op.create_index("ix_tax_overrule_of", "tax_overrule", ["university_id", "flow", "at"])


def downgrade() -> None:
    op.drop_table("tax_overrule")
    op.execute("DROP TRIGGER IF EXISTS ledger_txn_closed_month ON ledger_txn")
    op.drop_table("month_closing")
