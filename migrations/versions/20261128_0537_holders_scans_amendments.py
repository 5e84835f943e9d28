"""co-owners of a listing, signatures on paper, amendments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "5a1e9c07d3b8"
down_revision = "5d0e4a7b9c31"
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
    _amendments()


def _document(name: str) -> sa.Column:
    return sa.Column(name, postgresql.JSONB(none_as_null=True), nullable=False)


def _amendments() -> None:
    op.create_table(
        "contract_amendment",
        *_row(),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=True),
        sa.Column("proposing_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        _document("terms"),
        sa.Column("terms_hash", sa.String(), nullable=False),
        _document("before_terms"),
        sa.Column("before_hash", sa.String(), nullable=False),
        _document("content"),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawal", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(state = 'in_force') = (in_force_at IS NOT NULL)", name=op.f("ck_contract_amendment_in_force_dated")
        ),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name=op.f("fk_contract_amendment_contract_id")),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["user_account.id"], name=op.f("fk_contract_amendment_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["proposing_id"], ["organization.id"], name=op.f("fk_contract_amendment_proposing_id")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_contract_amendment_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_amendment")),
        sa.UniqueConstraint("contract_id", "number", name=op.f("uq_contract_amendment_contract_id_number")),
    )
    op.create_index("ix_contract_amendment_sha256", "contract_amendment", ["sha256"])
    op.create_index(
        "uq_contract_amendment_proposed", "contract_amendment", ["contract_id"], unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )
    op.create_table(
        "contract_amendment_signature",
        *_row(),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=True),
        sa.Column("signer_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["contract_amendment.id"], name=op.f("fk_contract_amendment_signature_amendment_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_contract_amendment_signature_organization_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["user_account.id"], name=op.f("fk_contract_amendment_signature_signed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_amendment_signature")),
        sa.UniqueConstraint(
            "amendment_id", "organization_id",
            name=op.f("uq_contract_amendment_signature_amendment_id_organization_id"),
        ),
    )


def downgrade() -> None:
    op.drop_table("contract_amendment_signature")
    op.drop_table("contract_amendment")
    op.drop_table("contract_scan")
    op.drop_column("contract_party", "method")
    op.drop_table("listing_holder")
