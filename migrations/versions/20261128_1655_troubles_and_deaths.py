"""troubles with providers, and tries that ended their process."""

import sqlalchemy as sa
from alembic import op

revision = "5e0f7a1c93d2"
down_revision = "c4e81f0a77d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox_delivery", sa.Column("deaths", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "provider_trouble",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.CheckConstraint("count > 0", name=op.f("ck_provider_trouble_count")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_trouble")),
        sa.UniqueConstraint("provider", "kind", "day", name=op.f("uq_provider_trouble_provider_kind_day")),
    )


def downgrade() -> None:
    op.drop_table("provider_trouble")
    op.drop_column("outbox_delivery", "deaths")
