"""co-owners of a listing."""

import sqlalchemy as sa
from alembic import op

revision = "5a1e9c07d3b8"
down_revision = "8c2f5d1e7a40"
branch_labels = None
depends_on = None


def _row() -> list[sa.Column]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "listing_holder",
        *_row(),
        sa.Column("listing_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("share_bps", sa.Integer(), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consent_by", sa.Uuid(), nullable=True),
        sa.Column("consent_hash", sa.String(), nullable=True),
        sa.CheckConstraint("share_bps BETWEEN 1 AND 9999", name=op.f("ck_listing_holder_share_range")),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name=op.f("fk_listing_holder_listing_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_listing_holder_organization_id")
        ),
        sa.ForeignKeyConstraint(["consent_by"], ["user_account.id"], name=op.f("fk_listing_holder_consent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing_holder")),
        sa.UniqueConstraint(
            "listing_id", "organization_id", name=op.f("uq_listing_holder_listing_id_organization_id")
        ),
    )
    op.create_index("ix_listing_holder_organization_id", "listing_holder", ["organization_id"])


def downgrade() -> None:
    op.drop_table("listing_holder")
