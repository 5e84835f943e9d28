"""rows that a job could not finish are put aside."""

import sqlalchemy as sa
from alembic import op

revision = "d4e8b1f70c35"
down_revision = "c7a14e5d9b20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "setback",
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("job", "row_id", name=op.f("pk_setback")),
    )


def downgrade() -> None:
    op.drop_table("setback")
