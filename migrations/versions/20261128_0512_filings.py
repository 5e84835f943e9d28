"""what a contract that took effect has to be handed in for."""

import sqlalchemy as sa
from alembic import op

revision = '1bc5bb316d66'
down_revision = '3b1d6a90c7e2'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('filing',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('contract_number', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('university_id', sa.Uuid(), nullable=False),
    sa.Column('firm_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('next_alert_on', sa.Date(), nullable=True),
    sa.Column('submitted_on', sa.Date(), nullable=True),
    sa.Column('registered_on', sa.Date(), nullable=True),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('total_minor', sa.BigInteger(), nullable=True),
    sa.Column('technical_minor', sa.BigInteger(), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.CheckConstraint("state <> 'registered' OR (number <> '' AND registered_on IS NOT NULL)", name=op.f('ck_filing_receipt')),
    sa.CheckConstraint('technical_minor IS NULL OR technical_minor <= total_minor', name=op.f('ck_filing_technical_part')),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_filing_contract_id')),
    sa.ForeignKeyConstraint(['firm_id'], ['organization.id'], name=op.f('fk_filing_firm_id')),
    sa.ForeignKeyConstraint(['university_id'], ['organization.id'], name=op.f('fk_filing_university_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_filing')),
    sa.UniqueConstraint('contract_id', 'kind', name=op.f('uq_filing_contract_id_kind'))
    )
    op.create_index('ix_filing_alert', 'filing', ['next_alert_on'], unique=False, postgresql_where=sa.text("state IN ('open', 'returned') AND next_alert_on IS NOT NULL"))
    op.create_index(op.f('ix_filing_firm_id'), 'filing', ['firm_id'], unique=False)
    op.create_index('ix_filing_university', 'filing', ['university_id', 'state'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_filing_university', table_name='filing')
    op.drop_index(op.f('ix_filing_firm_id'), table_name='filing')
    op.drop_index('ix_filing_alert', table_name='filing', postgresql_where=sa.text("state IN ('open', 'returned') AND next_alert_on IS NOT NULL"))
    op.drop_table('filing')
