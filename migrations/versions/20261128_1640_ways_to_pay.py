"""ways to pay and pay links.

Every attempt says which way was chosen; those made before were opened on the provider's page.
"""

import sqlalchemy as sa
from alembic import op

revision = "c4e81f7a2d36"
down_revision = "d15b07e5c1a3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pay_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invoice_id", sa.Uuid(), nullable=False),
        sa.Column("firm_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_times", sa.Integer(), nullable=False),
        sa.Column("last_opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_pay_link_invoice_id")),
        sa.ForeignKeyConstraint(["firm_id"], ["organization.id"], name=op.f("fk_pay_link_firm_id")),
        sa.ForeignKeyConstraint(["made_by"], ["user_account.id"], name=op.f("fk_pay_link_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_link")),
    )
    op.create_index(op.f("ix_pay_link_invoice_id"), "pay_link", ["invoice_id"])
    op.add_column("payment_attempt", sa.Column("way", sa.String(), nullable=False, server_default="card"))
    op.alter_column("payment_attempt", "way", server_default=None)
    op.add_column("payment_attempt", sa.Column("qr", sa.String(), nullable=True))
    op.add_column("payment_attempt", sa.Column("link_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_payment_attempt_link_id"), "payment_attempt", "pay_link", ["link_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_payment_attempt_link_id"), "payment_attempt", type_="foreignkey")
    op.drop_column("payment_attempt", "link_id")
    op.drop_column("payment_attempt", "qr")
    op.drop_column("payment_attempt", "way")
    op.drop_table("pay_link")
