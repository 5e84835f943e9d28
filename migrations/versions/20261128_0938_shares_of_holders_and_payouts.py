"""each right holder's part, its own yes; agreed costs; bank accounts of payees and payouts.

Splits made before gave everything to one university: it becomes their only holder, whoever approved them its yes, and
their rule is written down as it was counted, so that the payments of a contract can be counted again from the first.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = 'ef12df3e87cd'
down_revision = '733b0316ed81'
branch_labels = None
depends_on = None

CARRIED = (
    """
    UPDATE distribution d SET position = n.position, received_on = coalesce(
        (SELECT p.received_on FROM invoice_payment p WHERE p.source_id = d.payment_id LIMIT 1),
        (d.created_at AT TIME ZONE 'Asia/Shanghai')::date)
      FROM (SELECT id, row_number() OVER (PARTITION BY contract_id ORDER BY created_at, id) AS position FROM distribution) n
     WHERE n.id = d.id
    """,
    """
    UPDATE distribution_share s SET why = '{}', holder_id = CASE WHEN s.payee_kind <> 'platform' THEN d.university_id END
      FROM distribution d WHERE d.id = s.distribution_id
    """,
    """
    INSERT INTO distribution_approval (id, version, created_at, distribution_id, organization_id, position, share_bps, state, by_id, at, reason)
    SELECT gen_random_uuid(), 1, d.created_at, d.id, d.university_id, 1, 10000,
           CASE d.state WHEN 'proposed' THEN 'waiting' ELSE 'approved' END, d.approved_by,
           CASE WHEN d.state <> 'proposed' THEN d.state_since END, '' FROM distribution d
    """,
    """
    UPDATE distribution d SET rule = jsonb_build_object(
        'fee_bps', d.rule->'fee_bps', 'fee_source', '', 'costs', '[]'::jsonb, 'commission', NULL,
        'holders', jsonb_build_array(jsonb_build_object(
            'organization_id', d.university_id, 'name', o.name, 'share_bps', 10000, 'source', d.rule->'source',
            'inventor_tiers', d.rule->'inventor_tiers', 'unit_bps', d.rule->'unit_bps',
            'unit_id', (SELECT s.payee_id FROM distribution_share s WHERE s.distribution_id = d.id AND s.payee_kind = 'unit'),
            'unit_name', coalesce((SELECT s.payee_name FROM distribution_share s
                                    WHERE s.distribution_id = d.id AND s.payee_kind = 'unit'), ''),
            'inventors', (
                SELECT jsonb_agg(jsonb_build_object('payee_id', s.payee_id, 'name', s.payee_name, 'user_id', s.user_id,
                                 'share_bps', coalesce(li.share_bps, 10000)) ORDER BY s.position)
                  FROM distribution_share s LEFT JOIN contract c ON c.id = d.contract_id
                  LEFT JOIN listing_inventor li ON li.listing_id = c.listing_id AND li.name = s.payee_name
                 WHERE s.distribution_id = d.id AND s.payee_kind = 'inventor'))))
      FROM organization o WHERE o.id = d.university_id
    """,
)


def upgrade() -> None:
    op.create_table('distribution_cost',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('contract_number', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=True),
    sa.Column('agreed_by', sa.Uuid(), nullable=True),
    sa.CheckConstraint('agreed_by IS NULL OR agreed_by <> recorded_by', name=op.f('ck_distribution_cost_four_eyes')),
    sa.CheckConstraint('amount_minor > 0', name=op.f('ck_distribution_cost_amount')),
    sa.ForeignKeyConstraint(['agreed_by'], ['user_account.id'], name=op.f('fk_distribution_cost_agreed_by')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_distribution_cost_organization_id')),
    sa.ForeignKeyConstraint(['recorded_by'], ['user_account.id'], name=op.f('fk_distribution_cost_recorded_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_distribution_cost'))
    )
    op.create_index('ix_distribution_cost_contract', 'distribution_cost', ['contract_id', 'state'], unique=False)
    op.create_index(op.f('ix_distribution_cost_organization_id'), 'distribution_cost', ['organization_id'], unique=False)
    op.create_table('payee_account',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('payee_kind', sa.String(), nullable=False),
    sa.Column('payee_id', sa.Uuid(), nullable=False),
    sa.Column('account_name', sa.String(), nullable=False),
    sa.Column('bank_name', sa.String(), nullable=False),
    sa.Column('bank_code', sa.String(), nullable=False),
    sa.Column('account_no', sa.String(), nullable=False),
    sa.Column('usable_from', sa.Date(), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('set_by', sa.Uuid(), nullable=False),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['set_by'], ['user_account.id'], name=op.f('fk_payee_account_set_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payee_account'))
    )
    op.create_index('uq_payee_account_current', 'payee_account', ['payee_kind', 'payee_id'], unique=True, postgresql_where=sa.text('replaced_at IS NULL'))
    op.create_table('payout_arrangement',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('run_by', sa.String(), nullable=False),
    sa.Column('set_by', sa.Uuid(), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_payout_arrangement_organization_id')),
    sa.ForeignKeyConstraint(['set_by'], ['user_account.id'], name=op.f('fk_payout_arrangement_set_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payout_arrangement')),
    sa.UniqueConstraint('organization_id', name=op.f('uq_payout_arrangement_organization_id'))
    )
    op.create_table('payout_batch',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('serial', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('run_by', sa.String(), nullable=False),
    sa.Column('from_bank', sa.String(), nullable=False),
    sa.Column('from_account', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('requested_by', sa.Uuid(), nullable=False),
    sa.Column('approved_by', sa.Uuid(), nullable=True),
    sa.CheckConstraint("state IN ('requested', 'withdrawn') OR approved_by IS NOT NULL", name=op.f('ck_payout_batch_approved')),
    sa.CheckConstraint('approved_by IS NULL OR approved_by <> requested_by', name=op.f('ck_payout_batch_four_eyes')),
    sa.ForeignKeyConstraint(['approved_by'], ['user_account.id'], name=op.f('fk_payout_batch_approved_by')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_payout_batch_organization_id')),
    sa.ForeignKeyConstraint(['requested_by'], ['user_account.id'], name=op.f('fk_payout_batch_requested_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payout_batch')),
    sa.UniqueConstraint('serial', name=op.f('uq_payout_batch_serial'))
    )
    op.create_index('ix_payout_batch_organization', 'payout_batch', ['organization_id', 'state'], unique=False)
    op.create_table('payout',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('batch_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('payee_kind', sa.String(), nullable=False),
    sa.Column('payee_id', sa.Uuid(), nullable=False),
    sa.Column('payee_name', sa.String(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=True),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.CheckConstraint('amount_minor > 0', name=op.f('ck_payout_amount')),
    sa.ForeignKeyConstraint(['account_id'], ['payee_account.id'], name=op.f('fk_payout_account_id')),
    sa.ForeignKeyConstraint(['batch_id'], ['payout_batch.id'], name=op.f('fk_payout_batch_id')),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_payout_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payout')),
    sa.UniqueConstraint('batch_id', 'payee_kind', 'payee_id', name=op.f('uq_payout_batch_id_payee_kind_payee_id')),
    sa.UniqueConstraint('batch_id', 'position', name=op.f('uq_payout_batch_id_position'))
    )
    op.create_index('ix_payout_payee', 'payout', ['payee_id', 'payee_kind'], unique=False)
    op.create_table('distribution_approval',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('distribution_id', sa.Uuid(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('share_bps', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.CheckConstraint("(state = 'waiting') = (at IS NULL)", name=op.f('ck_distribution_approval_answered')),
    sa.ForeignKeyConstraint(['by_id'], ['user_account.id'], name=op.f('fk_distribution_approval_by_id')),
    sa.ForeignKeyConstraint(['distribution_id'], ['distribution.id'], name=op.f('fk_distribution_approval_distribution_id')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_distribution_approval_organization_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_distribution_approval')),
    sa.UniqueConstraint('distribution_id', 'organization_id', name=op.f('uq_distribution_approval_distribution_id_organization_id'))
    )
    op.create_index('ix_distribution_approval_organization', 'distribution_approval', ['organization_id', 'state'], unique=False)
    op.create_table('payout_item',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('payout_id', sa.Uuid(), nullable=False),
    sa.Column('share_id', sa.Uuid(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['payout_id'], ['payout.id'], name=op.f('fk_payout_item_payout_id')),
    sa.ForeignKeyConstraint(['share_id'], ['distribution_share.id'], name=op.f('fk_payout_item_share_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payout_item'))
    )
    op.create_index('ix_payout_item_payout_id', 'payout_item', ['payout_id'], unique=False)
    op.create_index('uq_payout_item_share', 'payout_item', ['share_id'], unique=True, postgresql_where=sa.text('active'))
    op.add_column('distribution', sa.Column('position', sa.Integer(), nullable=True))
    op.add_column('distribution', sa.Column('received_on', sa.Date(), nullable=True))
    op.add_column('distribution_share', sa.Column('holder_id', sa.Uuid(), nullable=True))
    op.add_column('distribution_share', sa.Column('why', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True))
    for statement in CARRIED:
        op.execute(statement)
    for table, column in (('distribution', 'position'), ('distribution', 'received_on'), ('distribution_share', 'why')):
        op.alter_column(table, column, nullable=False)
    op.drop_index(op.f('ix_distribution_contract_id'), table_name='distribution')
    op.create_unique_constraint(op.f('uq_distribution_contract_id_position'), 'distribution', ['contract_id', 'position'])
    op.drop_constraint(op.f('fk_distribution_approved_by'), 'distribution', type_='foreignkey')
    op.drop_column('distribution', 'approved_by')
    op.drop_index(op.f('ix_distribution_share_payee_id'), table_name='distribution_share')
    op.create_index('ix_distribution_share_holder_id', 'distribution_share', ['holder_id'], unique=False)
    op.create_index('ix_distribution_share_payee', 'distribution_share', ['payee_id', 'payee_kind'], unique=False)
    op.create_foreign_key(op.f('fk_distribution_share_holder_id'), 'distribution_share', 'organization', ['holder_id'], ['id'])


def downgrade() -> None:
    op.drop_constraint(op.f('fk_distribution_share_holder_id'), 'distribution_share', type_='foreignkey')
    op.drop_index('ix_distribution_share_payee', table_name='distribution_share')
    op.drop_index('ix_distribution_share_holder_id', table_name='distribution_share')
    op.create_index(op.f('ix_distribution_share_payee_id'), 'distribution_share', ['payee_id'], unique=False)
    op.drop_column('distribution_share', 'why')
    op.drop_column('distribution_share', 'holder_id')
    op.add_column('distribution', sa.Column('approved_by', sa.UUID(), autoincrement=False, nullable=True))
    op.create_foreign_key(op.f('fk_distribution_approved_by'), 'distribution', 'user_account', ['approved_by'], ['id'])
    op.drop_constraint(op.f('uq_distribution_contract_id_position'), 'distribution', type_='unique')
    op.create_index(op.f('ix_distribution_contract_id'), 'distribution', ['contract_id'], unique=False)
    op.drop_column('distribution', 'received_on')
    op.drop_column('distribution', 'position')
    op.drop_index('uq_payout_item_share', table_name='payout_item', postgresql_where=sa.text('active'))
    op.drop_index('ix_payout_item_payout_id', table_name='payout_item')
    op.drop_table('payout_item')
    op.execute('UPDATE distribution d SET approved_by = a.by_id FROM distribution_approval a WHERE a.distribution_id = d.id AND a.position = 1')
    op.execute("UPDATE distribution d SET rule = jsonb_build_object('fee_bps', d.rule->'fee_bps', 'source', d.rule#>'{holders,0,source}',"
               " 'unit_bps', d.rule#>'{holders,0,unit_bps}', 'inventor_tiers', d.rule#>'{holders,0,inventor_tiers}')")
    op.drop_index('ix_distribution_approval_organization', table_name='distribution_approval')
    op.drop_table('distribution_approval')
    op.drop_index('ix_payout_payee', table_name='payout')
    op.drop_table('payout')
    op.drop_index('ix_payout_batch_organization', table_name='payout_batch')
    op.drop_table('payout_batch')
    op.drop_table('payout_arrangement')
    op.drop_index('uq_payee_account_current', table_name='payee_account', postgresql_where=sa.text('replaced_at IS NULL'))
    op.drop_table('payee_account')
    op.drop_index(op.f('ix_distribution_cost_organization_id'), table_name='distribution_cost')
    op.drop_index('ix_distribution_cost_contract', table_name='distribution_cost')
    op.drop_table('distribution_cost')
