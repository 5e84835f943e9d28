"""what banks answer to a batch of payouts.

A result file is kept by its digest, so that the same one twice changes nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "a7d35c1f9e20"
down_revision = "e4c19b72d058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "payout_result_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("imported_by", sa.Uuid(), nullable=True),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["payout_batch.id"], name=op.f("fk_payout_result_file_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["imported_by"], ["user_account.id"], name=op.f("fk_payout_result_file_imported_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_result_file")),
        sa.UniqueConstraint("batch_id", "sha256", name=op.f("uq_payout_result_file_batch_id_sha256")),
    )


def downgrade() -> None:
    op.drop_table("payout_result_file")
