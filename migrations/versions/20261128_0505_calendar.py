"""calendar keys and the morning message.

The secret of a person's calendar feed, one a membership, and the day on which she was last written to.
"""

import sqlalchemy as sa
from alembic import op

revision = "3b1d6a90c7e2"
down_revision = "8c2f5d1e7a40"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("membership_id", sa.Uuid(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_calendar_key_membership_id_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_key")),
        sa.UniqueConstraint("membership_id", name=op.f("uq_calendar_key_membership_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_key_token_hash")),
    )
    op.add_column(
        "user_account", sa.Column("wants_digest", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.alter_column("user_account", "wants_digest", server_default=None)
    op.add_column("user_account", sa.Column("digest_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("user_account", "digest_on")
    op.drop_column("user_account", "wants_digest")
    op.drop_table("calendar_key")
