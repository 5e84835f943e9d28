"""what happens after the signature.

Matters between the parties with their files, reports on use, events of rights, revisions of statements and the sums
that were billed on them. Contracts in force get the next day on which a report on use has to be told.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "b7d41c0e9a35"
down_revision = "080cfcfc1672"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('contract_billed',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('obligation_key', sa.String(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('billed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_billed_contract_id')),
    sa.PrimaryKeyConstraint('contract_id', 'obligation_key', name=op.f('pk_contract_billed'))
    )
    op.create_table('contract_evidence',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.String(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_evidence_contract_id')),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('fk_contract_evidence_file_id')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_contract_evidence_organization_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_evidence')),
    sa.UniqueConstraint('subject_id', 'part', 'file_id', name=op.f('uq_contract_evidence_subject_id_part_file_id'))
    )
    op.create_index(op.f('ix_contract_evidence_contract_id'), 'contract_evidence', ['contract_id'], unique=False)
    op.create_table('contract_matter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('about', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('raised_on', sa.Date(), nullable=False),
    sa.Column('raised_by_id', sa.Uuid(), nullable=False),
    sa.Column('raised_by', sa.Uuid(), nullable=True),
    sa.Column('answer_by_id', sa.Uuid(), nullable=False),
    sa.Column('answer_by_on', sa.Date(), nullable=False),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('details', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('overdue_told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('has_proposal', sa.Boolean(), nullable=False),
    sa.Column('proposed_by_id', sa.Uuid(), nullable=True),
    sa.Column('proposed_on', sa.Date(), nullable=True),
    sa.Column('proposal', sa.String(), nullable=False),
    sa.Column('outcome_on', sa.Date(), nullable=True),
    sa.CheckConstraint('raised_by_id <> answer_by_id', name=op.f('ck_contract_matter_two_sides')),
    sa.ForeignKeyConstraint(['answer_by_id'], ['organization.id'], name=op.f('fk_contract_matter_answer_by_id')),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_matter_contract_id')),
    sa.ForeignKeyConstraint(['proposed_by_id'], ['organization.id'], name=op.f('fk_contract_matter_proposed_by_id')),
    sa.ForeignKeyConstraint(['raised_by'], ['user_account.id'], name=op.f('fk_contract_matter_raised_by')),
    sa.ForeignKeyConstraint(['raised_by_id'], ['organization.id'], name=op.f('fk_contract_matter_raised_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_matter'))
    )
    op.create_index(op.f('ix_contract_matter_contract_id'), 'contract_matter', ['contract_id'], unique=False)
    op.create_index('ix_contract_matter_unanswered', 'contract_matter', ['answer_by_on', 'id'], unique=False, postgresql_where=sa.text("state = 'open' AND overdue_told_at IS NULL"))
    op.create_index('uq_contract_matter_live', 'contract_matter', ['contract_id', 'kind', 'about'], unique=True, postgresql_where=sa.text("state IN ('open', 'contested')"))
    op.create_table('contract_right_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('document_number', sa.String(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=True),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_right_event_contract_id')),
    sa.ForeignKeyConstraint(['recorded_by'], ['user_account.id'], name=op.f('fk_contract_right_event_recorded_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_right_event')),
    sa.UniqueConstraint('contract_id', 'position', 'kind', name=op.f('uq_contract_right_event_contract_id_position_kind'))
    )
    op.create_table('contract_use_report',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.Column('usage', sa.String(), nullable=False),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('problems', sa.String(), nullable=False),
    sa.Column('outlook', sa.String(), nullable=False),
    sa.Column('filed_by', sa.Uuid(), nullable=True),
    sa.Column('filed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('from_on < to_on', name=op.f('ck_contract_use_report_period_order')),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_contract_use_report_contract_id')),
    sa.ForeignKeyConstraint(['filed_by'], ['user_account.id'], name=op.f('fk_contract_use_report_filed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract_use_report')),
    sa.UniqueConstraint('contract_id', 'from_on', name=op.f('uq_contract_use_report_contract_id_from_on'))
    )
    op.add_column('contract', sa.Column('first_income_declared_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('bought_out_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('converted_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('invalidated_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('transfer_recorded_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('transfer_number', sa.String(), server_default='', nullable=False))
    op.add_column('contract', sa.Column('clock_on', sa.Date(), nullable=True))
    op.add_column('contract', sa.Column('lost_rights', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True))
    op.create_index('ix_contract_clock', 'contract', ['clock_on'], unique=False, postgresql_where=sa.text('clock_on IS NOT NULL'))
    op.add_column('contract_statement', sa.Column('revision', sa.Integer(), server_default='1', nullable=False))
    op.add_column('contract_statement', sa.Column('correction', sa.String(), server_default='', nullable=False))
    op.add_column('contract_statement', sa.Column('superseded_at', sa.DateTime(timezone=True), nullable=True))
    op.drop_constraint(op.f('uq_contract_statement_contract_id_from_on'), 'contract_statement', type_='unique')
    op.create_unique_constraint(op.f('uq_contract_statement_contract_id_from_on_revision'), 'contract_statement', ['contract_id', 'from_on', 'revision'])
    op.create_index('uq_contract_statement_current', 'contract_statement', ['contract_id', 'from_on'], unique=True, postgresql_where=sa.text('superseded_at IS NULL'))

    # Reports on use run from now on: the next period of the day of effect that ends after today.
    op.execute(
        """
        UPDATE contract SET clock_on = (
            SELECT min((effective_on + make_interval(months => 3 * n))::date) FROM generate_series(1, 200) n
            WHERE (effective_on + make_interval(months => 3 * n))::date > CURRENT_DATE
        ) WHERE state IN ('in_use_free', 'paying')
        """
    )
    # What was billed before stands: its statements can no longer be corrected.
    op.execute(
        """
        INSERT INTO contract_billed (contract_id, obligation_key, amount_minor, billed_at)
        SELECT contract_id, obligation_key, amount_minor, created_at FROM invoice
        WHERE kind IN ('royalty', 'minimum_royalty')
        """
    )


def downgrade() -> None:
    op.execute("DELETE FROM contract_statement WHERE superseded_at IS NOT NULL")
    op.drop_index('uq_contract_statement_current', table_name='contract_statement', postgresql_where=sa.text('superseded_at IS NULL'))
    op.drop_constraint(op.f('uq_contract_statement_contract_id_from_on_revision'), 'contract_statement', type_='unique')
    op.create_unique_constraint(op.f('uq_contract_statement_contract_id_from_on'), 'contract_statement', ['contract_id', 'from_on'], postgresql_nulls_not_distinct=False)
    op.drop_column('contract_statement', 'superseded_at')
    op.drop_column('contract_statement', 'correction')
    op.drop_column('contract_statement', 'revision')
    op.drop_index('ix_contract_clock', table_name='contract', postgresql_where=sa.text('clock_on IS NOT NULL'))
    op.drop_column('contract', 'lost_rights')
    op.drop_column('contract', 'clock_on')
    op.drop_column('contract', 'transfer_number')
    op.drop_column('contract', 'transfer_recorded_on')
    op.drop_column('contract', 'invalidated_on')
    op.drop_column('contract', 'converted_on')
    op.drop_column('contract', 'bought_out_on')
    op.drop_column('contract', 'first_income_declared_on')
    op.drop_table('contract_use_report')
    op.drop_table('contract_right_event')
    op.drop_index('uq_contract_matter_live', table_name='contract_matter', postgresql_where=sa.text("state IN ('open', 'contested')"))
    op.drop_index('ix_contract_matter_unanswered', table_name='contract_matter', postgresql_where=sa.text("state = 'open' AND overdue_told_at IS NULL"))
    op.drop_index(op.f('ix_contract_matter_contract_id'), table_name='contract_matter')
    op.drop_table('contract_matter')
    op.drop_index(op.f('ix_contract_evidence_contract_id'), table_name='contract_evidence')
    op.drop_table('contract_evidence')
    op.drop_table('contract_billed')
