"""credit notes, write-offs and requests for 发票.

An invoice knows what was written off. Credit notes have a series of numbers of their own beside invoices. A contract
tells money received from what the licensor let go.
"""

import sqlalchemy as sa
from alembic import op

revision = "e4c19b72d058"
down_revision = "ef12df3e87cd"
branch_labels = None
depends_on = None

_SIGNS = "amount_minor > 0 AND paid_minor >= 0 AND credited_minor >= 0"


def _row() -> tuple[sa.Column, ...]:  # type: ignore[type-arg]
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )


def _sides(table: str) -> tuple[sa.Column | sa.ForeignKeyConstraint, ...]:  # type: ignore[type-arg]
    return (
        sa.Column("invoice_id", sa.Uuid(), nullable=False),
        sa.Column("university_id", sa.Uuid(), nullable=False),
        sa.Column("firm_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))
            for column, target in (
                ("invoice_id", "invoice.id"),
                ("university_id", "organization.id"),
                ("firm_id", "organization.id"),
            )
        ),
    )


def upgrade() -> None:
    op.add_column("invoice", sa.Column("written_off_minor", sa.BigInteger(), nullable=False, server_default="0"))
    op.alter_column("invoice", "written_off_minor", server_default=None)
    op.drop_constraint(op.f("ck_invoice_signs"), "invoice")
    op.drop_constraint(op.f("ck_invoice_open_amount"), "invoice")
    op.create_check_constraint(op.f("ck_invoice_signs"), "invoice", _SIGNS + " AND written_off_minor >= 0")
    op.create_check_constraint(
        op.f("ck_invoice_open_amount"), "invoice", "paid_minor + credited_minor + written_off_minor <= amount_minor"
    )
    op.add_column("invoice_counter", sa.Column("series", sa.String(), nullable=False, server_default="invoice"))
    op.alter_column("invoice_counter", "series", server_default=None)
    op.drop_constraint(op.f("uq_invoice_counter_university_id_year"), "invoice_counter")
    op.create_unique_constraint(
        op.f("uq_invoice_counter_university_id_year_series"), "invoice_counter", ["university_id", "year", "series"]
    )
    op.add_column("contract_settlement", sa.Column("kind", sa.String(), nullable=False, server_default="payment"))
    op.alter_column("contract_settlement", "kind", server_default=None)
    op.create_check_constraint(
        op.f("ck_contract_settlement_kind"), "contract_settlement", "kind IN ('payment', 'credit')"
    )
    op.create_table(
        "invoice_adjustment",
        *_row(),
        *_sides("invoice_adjustment"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("year_seq", sa.Integer(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("txn_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_invoice_adjustment_positive")),
        sa.CheckConstraint(
            "(kind = 'credit_note' AND state = 'approved') = (number IS NOT NULL)",
            name=op.f("ck_invoice_adjustment_numbered"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_adjustment")),
        sa.UniqueConstraint(
            "university_id", "year", "year_seq", name=op.f("uq_invoice_adjustment_university_id_year_year_seq")
        ),
    )
    op.create_index(op.f("ix_invoice_adjustment_invoice_id"), "invoice_adjustment", ["invoice_id"])
    op.create_index(
        "uq_invoice_adjustment_pending", "invoice_adjustment", ["invoice_id"], unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )  # fmt: skip
    op.create_table(
        "tax_invoice",
        *_row(),
        *_sides("tax_invoice"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("tax_number", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("bank_name", sa.String(), nullable=False),
        sa.Column("bank_account", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("issued_number", sa.String(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("declined_reason", sa.String(), nullable=False),
        sa.CheckConstraint("(state = 'issued') = (issued_number IS NOT NULL)", name=op.f("ck_tax_invoice_issued")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_invoice")),
        sa.UniqueConstraint("invoice_id", name=op.f("uq_tax_invoice_invoice_id")),
    )
    op.create_index(
        "ix_tax_invoice_open", "tax_invoice", ["university_id"], postgresql_where=sa.text("state = 'requested'")
    )


def downgrade() -> None:
    op.drop_table("tax_invoice")
    op.drop_table("invoice_adjustment")
    op.drop_constraint(op.f("ck_contract_settlement_kind"), "contract_settlement")
    op.drop_column("contract_settlement", "kind")
    op.drop_constraint(op.f("uq_invoice_counter_university_id_year_series"), "invoice_counter")
    op.execute("DELETE FROM invoice_counter WHERE series <> 'invoice'")
    op.create_unique_constraint(
        op.f("uq_invoice_counter_university_id_year"), "invoice_counter", ["university_id", "year"]
    )
    op.drop_column("invoice_counter", "series")
    op.drop_constraint(op.f("ck_invoice_signs"), "invoice")
    op.drop_constraint(op.f("ck_invoice_open_amount"), "invoice")
    op.create_check_constraint(op.f("ck_invoice_signs"), "invoice", _SIGNS)
    op.create_check_constraint(
        op.f("ck_invoice_open_amount"), "invoice", "paid_minor + credited_minor <= amount_minor"
    )
    op.drop_column("invoice", "written_off_minor")
