"""seals over ledger and audit trail, and what checks found.

An audit entry knows the real instant at which it was written down; those from before get the instant of this revision.
"""

import sqlalchemy as sa
from alembic import op

revision = 'f25ca13b3c9c'
down_revision = 'a7d35c1f9e20'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('chain_day',
    sa.Column('chain', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('chain', 'day', name=op.f('pk_chain_day'))
    )
    op.create_table('chain_head',
    sa.Column('chain', sa.String(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('sealed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('low_id', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('chain', name=op.f('pk_chain_head'))
    )
    op.create_table('chain_seal',
    sa.Column('chain', sa.String(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('item_id', sa.BigInteger(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('sealed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('chain', 'seq', name=op.f('pk_chain_seal')),
    sa.UniqueConstraint('chain', 'item_id', name=op.f('uq_chain_seal_chain_item_id'))
    )
    op.create_table('check_run',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('invariant', sa.String(), nullable=False),
    sa.Column('ran_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('took_ms', sa.Integer(), nullable=False),
    sa.Column('rows_seen', sa.BigInteger(), nullable=False),
    sa.Column('found', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_run'))
    )
    op.create_index('ix_check_run_latest', 'check_run', ['invariant', 'ran_at'], unique=False)
    op.create_table('invariant_state',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('green_since_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_invariant_state'))
    )
    op.create_table('check_finding',
    sa.Column('run_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('detail', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['run_id'], ['check_run.id'], name=op.f('fk_check_finding_run_id')),
    sa.PrimaryKeyConstraint('run_id', 'position', name=op.f('pk_check_finding'))
    )
    op.add_column('audit_entry', sa.Column('recorded_at', sa.DateTime(timezone=True), server_default=sa.text('clock_timestamp()'), nullable=False))


def downgrade() -> None:
    op.drop_column('audit_entry', 'recorded_at')
    op.drop_table('check_finding')
    op.drop_table('invariant_state')
    op.drop_index('ix_check_run_latest', table_name='check_run')
    op.drop_table('check_run')
    op.drop_table('chain_seal')
    op.drop_table('chain_head')
    op.drop_table('chain_day')
