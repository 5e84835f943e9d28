"""enquiries and data rooms."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '080cfcfc1672'
down_revision = '1bc5bb316d66'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('data_access',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('listing_id', sa.Uuid(), nullable=False),
    sa.Column('university_id', sa.Uuid(), nullable=False),
    sa.Column('firm_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by', sa.Uuid(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('purpose', sa.String(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reply_due_on', sa.Date(), nullable=True),
    sa.Column('overdue_told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('access_days', sa.Integer(), nullable=True),
    sa.Column('undertaking', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('content_sha256', sa.String(), nullable=True),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.Column('firm_signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('firm_signed_by', sa.Uuid(), nullable=True),
    sa.Column('firm_signer', sa.String(), nullable=False),
    sa.Column('university_signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('university_signed_by', sa.Uuid(), nullable=True),
    sa.Column('university_signer', sa.String(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('end_reason', sa.String(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.CheckConstraint("state <> 'active' OR (expires_on IS NOT NULL AND firm_signed_at IS NOT NULL AND university_signed_at IS NOT NULL)", name=op.f('ck_data_access_signed_by_both')),
    sa.ForeignKeyConstraint(['asked_by'], ['user_account.id'], name=op.f('fk_data_access_asked_by')),
    sa.ForeignKeyConstraint(['document_id'], ['stored_file.id'], name=op.f('fk_data_access_document_id')),
    sa.ForeignKeyConstraint(['firm_id'], ['organization.id'], name=op.f('fk_data_access_firm_id')),
    sa.ForeignKeyConstraint(['firm_signed_by'], ['user_account.id'], name=op.f('fk_data_access_firm_signed_by')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_data_access_listing_id')),
    sa.ForeignKeyConstraint(['university_id'], ['organization.id'], name=op.f('fk_data_access_university_id')),
    sa.ForeignKeyConstraint(['university_signed_by'], ['user_account.id'], name=op.f('fk_data_access_university_signed_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_access')),
    sa.UniqueConstraint('number', name=op.f('uq_data_access_number'))
    )
    op.create_index('ix_data_access_expiry', 'data_access', ['expires_on'], unique=False, postgresql_where=sa.text("state = 'active'"))
    op.create_index('ix_data_access_firm', 'data_access', ['firm_id', 'state'], unique=False)
    op.create_index(op.f('ix_data_access_listing_id'), 'data_access', ['listing_id'], unique=False)
    op.create_index('ix_data_access_reply', 'data_access', ['reply_due_on'], unique=False, postgresql_where=sa.text("state IN ('asked', 'firm_signed')"))
    op.create_index('ix_data_access_university', 'data_access', ['university_id', 'state'], unique=False)
    op.create_index('uq_data_access_open_of_firm', 'data_access', ['listing_id', 'firm_id'], unique=True, postgresql_where=sa.text("state IN ('asked', 'offered', 'firm_signed', 'active')"))
    op.create_table('data_file',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('listing_id', sa.Uuid(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('added_by', sa.Uuid(), nullable=True),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['added_by'], ['user_account.id'], name=op.f('fk_data_file_added_by')),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('fk_data_file_file_id')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_data_file_listing_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_file'))
    )
    op.create_index('uq_data_file_of_room', 'data_file', ['listing_id', 'sha256'], unique=True, postgresql_where=sa.text('removed_at IS NULL'))
    op.create_table('data_room',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('listing_id', sa.Uuid(), nullable=False),
    sa.Column('university_id', sa.Uuid(), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('access_days', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_data_room_listing_id')),
    sa.ForeignKeyConstraint(['university_id'], ['organization.id'], name=op.f('fk_data_room_university_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_room')),
    sa.UniqueConstraint('listing_id', name=op.f('uq_data_room_listing_id'))
    )
    op.create_index(op.f('ix_data_room_university_id'), 'data_room', ['university_id'], unique=False)
    op.create_table('enquiry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('listing_id', sa.Uuid(), nullable=False),
    sa.Column('university_id', sa.Uuid(), nullable=False),
    sa.Column('firm_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by', sa.Uuid(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('question', sa.String(), nullable=False),
    sa.Column('reply_due_on', sa.Date(), nullable=True),
    sa.Column('overdue_told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('close_reason', sa.String(), nullable=False),
    sa.Column('deal_id', sa.Uuid(), nullable=True),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.CheckConstraint("(state = 'waiting') = (reply_due_on IS NOT NULL)", name=op.f('ck_enquiry_clock_runs')),
    sa.ForeignKeyConstraint(['asked_by'], ['user_account.id'], name=op.f('fk_enquiry_asked_by')),
    sa.ForeignKeyConstraint(['firm_id'], ['organization.id'], name=op.f('fk_enquiry_firm_id')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_enquiry_listing_id')),
    sa.ForeignKeyConstraint(['university_id'], ['organization.id'], name=op.f('fk_enquiry_university_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enquiry')),
    sa.UniqueConstraint('number', name=op.f('uq_enquiry_number'))
    )
    op.create_index('ix_enquiry_firm', 'enquiry', ['firm_id', 'state'], unique=False)
    op.create_index(op.f('ix_enquiry_listing_id'), 'enquiry', ['listing_id'], unique=False)
    op.create_index('ix_enquiry_reply', 'enquiry', ['reply_due_on'], unique=False, postgresql_where=sa.text("state = 'waiting'"))
    op.create_index('ix_enquiry_university', 'enquiry', ['university_id', 'state'], unique=False)
    op.create_index('uq_enquiry_open_of_firm', 'enquiry', ['listing_id', 'firm_id'], unique=True, postgresql_where=sa.text("state IN ('waiting', 'answered')"))
    op.create_table('data_look',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('listing_id', sa.Uuid(), nullable=False),
    sa.Column('access_id', sa.Uuid(), nullable=True),
    sa.Column('data_file_id', sa.Uuid(), nullable=False),
    sa.Column('file_name', sa.String(), nullable=False),
    sa.Column('file_sha256', sa.String(), nullable=False),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('organization_id', sa.Uuid(), nullable=False),
    sa.Column('organization_name', sa.String(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('person_name', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['access_id'], ['data_access.id'], name=op.f('fk_data_look_access_id')),
    sa.ForeignKeyConstraint(['data_file_id'], ['data_file.id'], name=op.f('fk_data_look_data_file_id')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_data_look_listing_id')),
    sa.ForeignKeyConstraint(['organization_id'], ['organization.id'], name=op.f('fk_data_look_organization_id')),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_data_look_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_look')),
    sa.UniqueConstraint('number', name=op.f('uq_data_look_number'))
    )
    op.create_index(op.f('ix_data_look_access_id'), 'data_look', ['access_id'], unique=False)
    op.create_index('ix_data_look_listing', 'data_look', ['listing_id', 'at'], unique=False)
    op.create_table('enquiry_message',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('enquiry_id', sa.Uuid(), nullable=False),
    sa.Column('university_id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_workdays', sa.Integer(), nullable=True),
    sa.Column('dropped_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(kind = 'question') = (due_on IS NOT NULL)", name=op.f('ck_enquiry_message_question_clock')),
    sa.ForeignKeyConstraint(['author_id'], ['user_account.id'], name=op.f('fk_enquiry_message_author_id')),
    sa.ForeignKeyConstraint(['enquiry_id'], ['enquiry.id'], name=op.f('fk_enquiry_message_enquiry_id')),
    sa.ForeignKeyConstraint(['university_id'], ['organization.id'], name=op.f('fk_enquiry_message_university_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enquiry_message'))
    )
    op.create_index(op.f('ix_enquiry_message_enquiry_id'), 'enquiry_message', ['enquiry_id'], unique=False)
    op.create_index('ix_enquiry_message_rate', 'enquiry_message', ['university_id', 'asked_on'], unique=False, postgresql_where=sa.text("kind = 'question'"))


def downgrade() -> None:
    op.drop_index('ix_enquiry_message_rate', table_name='enquiry_message', postgresql_where=sa.text("kind = 'question'"))
    op.drop_index(op.f('ix_enquiry_message_enquiry_id'), table_name='enquiry_message')
    op.drop_table('enquiry_message')
    op.drop_index('ix_data_look_listing', table_name='data_look')
    op.drop_index(op.f('ix_data_look_access_id'), table_name='data_look')
    op.drop_table('data_look')
    op.drop_index('uq_enquiry_open_of_firm', table_name='enquiry', postgresql_where=sa.text("state IN ('waiting', 'answered')"))
    op.drop_index('ix_enquiry_university', table_name='enquiry')
    op.drop_index('ix_enquiry_reply', table_name='enquiry', postgresql_where=sa.text("state = 'waiting'"))
    op.drop_index(op.f('ix_enquiry_listing_id'), table_name='enquiry')
    op.drop_index('ix_enquiry_firm', table_name='enquiry')
    op.drop_table('enquiry')
    op.drop_index(op.f('ix_data_room_university_id'), table_name='data_room')
    op.drop_table('data_room')
    op.drop_index('uq_data_file_of_room', table_name='data_file', postgresql_where=sa.text('removed_at IS NULL'))
    op.drop_table('data_file')
    op.drop_index('uq_data_access_open_of_firm', table_name='data_access', postgresql_where=sa.text("state IN ('asked', 'offered', 'firm_signed', 'active')"))
    op.drop_index('ix_data_access_university', table_name='data_access')
    op.drop_index('ix_data_access_reply', table_name='data_access', postgresql_where=sa.text("state IN ('asked', 'firm_signed')"))
    op.drop_index(op.f('ix_data_access_listing_id'), table_name='data_access')
    op.drop_index('ix_data_access_firm', table_name='data_access')
    op.drop_index('ix_data_access_expiry', table_name='data_access', postgresql_where=sa.text("state = 'active'"))
    op.drop_table('data_access')
