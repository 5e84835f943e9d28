"""histories are only added to: which step is the latest is said by its number."""

import sqlalchemy as sa
from alembic import op

revision = "9b3f6d2a8e14"
down_revision = "5e0f7a1c93d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP TRIGGER IF EXISTS state_change_append_only ON state_change")
    op.execute("DROP TRIGGER IF EXISTS state_change_no_delete ON state_change")
    op.execute("DROP FUNCTION IF EXISTS refuse_rewriting_history")
    op.drop_index("uq_state_change_most_recent", table_name="state_change")
    op.drop_column("state_change", "most_recent")


def downgrade() -> None:
    op.execute("DROP TRIGGER IF EXISTS state_change_append_only ON state_change")
    op.add_column("state_change", sa.Column("most_recent", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        "UPDATE state_change SET most_recent = true WHERE seq IN (SELECT DISTINCT ON (subject_type, subject_id) seq"
        " FROM state_change ORDER BY subject_type, subject_id, sort_key DESC)"
    )
    op.alter_column("state_change", "most_recent", server_default=None)
    op.create_index(
        "uq_state_change_most_recent", "state_change", ["subject_type", "subject_id"],
        unique=True, postgresql_where=sa.text("most_recent"),
    )  # fmt: skip
