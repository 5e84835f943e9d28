"""co-owners of a listing, signatures on paper."""

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
    op.add_column(
        "contract_party", sa.Column("method", sa.String(), nullable=False, server_default="electronic")
    )
    op.alter_column("contract_party", "method", server_default=None)
    op.create_table(
        "contract_scan",
        *_row(),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=True),
        sa.Column("uploader_name", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answering_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_contract_scan_contract_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_contract_scan_organization_id")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_contract_scan_file_id")),
        sa.ForeignKeyConstraint(["uploaded_by"], ["user_account.id"], name=op.f("fk_contract_scan_uploaded_by")),
        sa.ForeignKeyConstraint(["answered_by"], ["user_account.id"], name=op.f("fk_contract_scan_answered_by")),
        sa.ForeignKeyConstraint(
            ["answering_id"], ["organization.id"], name=op.f("fk_contract_scan_answering_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_scan")),
    )
    op.create_index("ix_contract_scan_contract_id", "contract_scan", ["contract_id"])
    op.create_index(
        "uq_contract_scan_waiting", "contract_scan", ["contract_id", "organization_id"], unique=True,
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.drop_table("contract_scan")
    op.drop_column("contract_party", "method")
    op.drop_table("listing_holder")
