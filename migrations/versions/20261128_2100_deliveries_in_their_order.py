"""deliveries that are due are found in their order."""

import sqlalchemy as sa
from alembic import op

revision = "c7a14e5d9b20"
down_revision = "9b3f6d2a8e14"
branch_labels = None
depends_on = None

PENDING = sa.text("state = 'pending'")


def upgrade() -> None:
    op.drop_index("ix_outbox_delivery_due", table_name="outbox_delivery")
    op.create_index("ix_outbox_delivery_next", "outbox_delivery", ["seq", "handler"], postgresql_where=PENDING)


def downgrade() -> None:
    op.drop_index("ix_outbox_delivery_next", table_name="outbox_delivery")
    op.create_index("ix_outbox_delivery_due", "outbox_delivery", ["next_at"], postgresql_where=PENDING)
