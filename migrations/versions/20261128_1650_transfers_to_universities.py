"""accounts of universities at the payment provider, and transfers to them.

A payee is paid in ways: each has an account of its own, and a line of a batch goes the way of its account.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "c4e81f0a77d2"
down_revision = "c4e81f7a2d36"
branch_labels = None
depends_on = None

_CURRENT = sa.text("replaced_at IS NULL")


def upgrade() -> None:
    op.add_column("payee_account", sa.Column("way", sa.String(), nullable=False, server_default="bank"))
    op.alter_column("payee_account", "way", server_default=None)
    op.drop_index("uq_payee_account_current", table_name="payee_account", postgresql_where=_CURRENT)
    op.create_index(
        "uq_payee_account_current", "payee_account", ["payee_kind", "payee_id", "way"], unique=True, postgresql_where=_CURRENT
    )  # fmt: skip
    op.drop_constraint(op.f("uq_payout_batch_id_payee_kind_payee_id"), "payout")
    op.create_unique_constraint(op.f("uq_payout_batch_id_account_id"), "payout", ["batch_id", "account_id"])
    op.add_column("provider_movement", sa.Column("available_at", sa.DateTime(timezone=True), nullable=True))
    # what a provider told of before is settled within a week
    op.execute("UPDATE provider_movement SET available_at = happened_at + interval '7 days'")
    op.alter_column("provider_movement", "available_at", nullable=False)
    op.create_table(
        "connected_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_key", sa.String(), nullable=False),
        sa.Column("provider_ref", sa.String(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted", sa.Boolean(), nullable=False),
        sa.Column("wanted", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("disabled_reason", sa.String(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_connected_account_organization_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["user_account.id"], name=op.f("fk_connected_account_opened_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_connected_account")),
        sa.UniqueConstraint("organization_id", name=op.f("uq_connected_account_organization_id")),
        sa.UniqueConstraint("provider_key", name=op.f("uq_connected_account_provider_key")),
    )
    op.create_index("ix_connected_account_due", "connected_account", ["next_at"], postgresql_where=sa.text("next_at IS NOT NULL"))
    op.create_index(
        "uq_connected_account_ref", "connected_account", ["provider", "provider_ref"], unique=True,
        postgresql_where=sa.text("provider_ref IS NOT NULL"),
    )  # fmt: skip
    op.create_table(
        "payout_transfer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payout_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(), nullable=False),
        sa.Column("batch_number", sa.String(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("provider_ref", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("onward_ref", sa.String(), nullable=True),
        sa.Column("onward_state", sa.String(), nullable=True),
        sa.Column("onward_on", sa.Date(), nullable=True),
        sa.Column("onward_reason", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_payout_transfer_amount")),
        sa.CheckConstraint(
            "state IN ('waiting', 'submitted', 'unknown', 'failed') OR provider_ref IS NOT NULL",
            name=op.f("ck_payout_transfer_sent"),
        ),
        sa.ForeignKeyConstraint(["payout_id"], ["payout.id"], name=op.f("fk_payout_transfer_payout_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_payout_transfer_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_transfer")),
        sa.UniqueConstraint("payout_id", name=op.f("uq_payout_transfer_payout_id")),
    )
    op.create_index(op.f("ix_payout_transfer_organization_id"), "payout_transfer", ["organization_id"])
    op.create_index("ix_payout_transfer_due", "payout_transfer", ["next_at"], postgresql_where=sa.text("next_at IS NOT NULL"))
    op.create_index(
        "uq_payout_transfer_ref", "payout_transfer", ["provider", "provider_ref"], unique=True,
        postgresql_where=sa.text("provider_ref IS NOT NULL"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("payout_transfer")
    op.drop_table("connected_account")
    op.execute("DELETE FROM state_change WHERE subject_type IN ('payout_transfer', 'connected_account')")
    op.drop_column("provider_movement", "available_at")
    op.drop_constraint(op.f("uq_payout_batch_id_account_id"), "payout")
    op.create_unique_constraint(
        op.f("uq_payout_batch_id_payee_kind_payee_id"), "payout", ["batch_id", "payee_kind", "payee_id"]
    )
    # the older schema knows one account a payee: what is not by bank ends
    op.execute("UPDATE payee_account SET replaced_at = now() WHERE way <> 'bank' AND replaced_at IS NULL")
    op.drop_index("uq_payee_account_current", table_name="payee_account", postgresql_where=_CURRENT)
    op.create_index("uq_payee_account_current", "payee_account", ["payee_kind", "payee_id"], unique=True, postgresql_where=_CURRENT)
    op.drop_column("payee_account", "way")
