"""a contract names what was billed as its bill does, and a bill knows what its contract comes to since.

Until now only running fees were noted, with their sum alone.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "f6a0d3b92e57"
down_revision = "e5f9c2a81d46"
branch_labels = None
depends_on = None

_NEW = (
    ("kind", sa.String()),
    ("arises_on", sa.Date()),
    ("due_on", sa.Date()),
    ("formula", JSONB(none_as_null=True)),
)
_RUNNING_FEES = "('royalty', 'minimum_royalty')"


def upgrade() -> None:
    op.add_column("obligation", sa.Column("reduced_to_minor", sa.BigInteger(), nullable=True))
    for name, kind in _NEW:
        op.add_column("contract_billed", sa.Column(name, kind, nullable=True))
    op.execute(
        "INSERT INTO contract_billed"
        " (contract_id, obligation_key, amount_minor, billed_at, kind, arises_on, due_on, formula)"
        " SELECT i.contract_id, i.obligation_key, i.amount_minor, i.created_at, i.kind, coalesce(o.arises_on, i.issued_on),"
        " i.due_on, i.formula FROM invoice i JOIN obligation o ON o.id = i.obligation_id WHERE i.kind <> 'late_interest'"
        " ON CONFLICT (contract_id, obligation_key) DO UPDATE SET kind = excluded.kind, arises_on = excluded.arises_on,"
        " due_on = excluded.due_on, formula = excluded.formula"
    )
    op.execute("DELETE FROM contract_billed WHERE kind IS NULL")  # no bill stands behind it
    for name, _ in _NEW:
        op.alter_column("contract_billed", name, nullable=False)


def downgrade() -> None:
    op.execute(f"DELETE FROM contract_billed WHERE kind NOT IN {_RUNNING_FEES}")  # noqa: S608 - constants
    for name, _ in reversed(_NEW):
        op.drop_column("contract_billed", name)
    op.drop_column("obligation", "reduced_to_minor")
