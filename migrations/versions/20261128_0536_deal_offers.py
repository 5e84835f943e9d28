"""offers, price notices and technology managers of applications.

A negotiation keeps its rounds; a negotiated price goes on notice before the terms are fixed (促进科技成果转化法 §18); the
university's first answer is kept for its public record. Applications of before have no first clock and do not count.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "5d0e4a7b9c31"
down_revision = "b7d41c0e9a35"
branch_labels = None
depends_on = None

_WHEN = sa.DateTime(timezone=True)
_OPEN = "state IN ('draft', 'queued', 'submitted', 'answering', 'price_notice', 'objection', 'terms_agreed')"
_OPEN_BEFORE = "state IN ('draft', 'queued', 'submitted', 'answering', 'terms_agreed')"
_DATES = ("answer_due_on", "clock_started_on", "clock_due_on", "answered_on", "notice_from", "notice_to")


def _table(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", _WHEN, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _text(*names: str) -> list[Any]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _ref(table: str, column: str, target: str, *, nullable: bool = False) -> list[Any]:
    return [
        sa.Column(column, sa.Uuid(), nullable=nullable),
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}"),
    ]


def upgrade() -> None:
    _upgrade_deal()
    _table(
        "deal_offer",
        *_ref("deal_offer", "deal_id", "deal"),
        sa.Column("position", sa.Integer(), nullable=False),
        *_text("side", "terms_hash", "base_hash", "message", "state", "answer"),
        sa.Column("terms", JSONB(none_as_null=True), nullable=False),
        sa.Column("base_terms", JSONB(none_as_null=True), nullable=False),
        *_ref("deal_offer", "author_id", "user_account", nullable=True),
        sa.Column("at", _WHEN, nullable=False),
        sa.Column("answered_at", _WHEN, nullable=True),
        *_ref("deal_offer", "answered_by", "user_account", nullable=True),
        sa.UniqueConstraint("deal_id", "position", name="uq_deal_offer_deal_id_position"),
    )
    op.create_index(
        "uq_deal_offer_open", "deal_offer", ["deal_id"], unique=True, postgresql_where=sa.text("state = 'open'")
    )
    _table(
        "deal_objection",
        *_ref("deal_objection", "deal_id", "deal"),
        *_text("name", "contact", "text"),
        sa.Column("raised_at", _WHEN, nullable=False),
        sa.Column("settled_at", _WHEN, nullable=True),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("resolution", sa.String(), nullable=True),
    )
    op.create_index("ix_deal_objection_deal_id", "deal_objection", ["deal_id"])
    _create_commission()
    _table(
        "deal_contribution",
        *_ref("deal_contribution", "deal_id", "deal"),
        *_ref("deal_contribution", "commission_id", "deal_commission"),
        *_ref("deal_contribution", "author_id", "user_account"),
        *_text("kind", "text"),
        sa.Column("worked_on", sa.Date(), nullable=False),
        sa.Column("at", _WHEN, nullable=False),
    )
    op.create_index("ix_deal_contribution_deal_id", "deal_contribution", ["deal_id"])


def _upgrade_deal() -> None:
    for name in _DATES:
        op.add_column("deal", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("deal", sa.Column("answer_workdays", sa.Integer(), nullable=True))
    op.add_column("deal", sa.Column("manager_id", sa.Uuid(), nullable=True))
    op.create_foreign_key("fk_deal_manager_id", "deal", "user_account", ["manager_id"], ["id"])
    op.drop_index("uq_deal_open_of_firm", "deal")
    op.create_index(
        "uq_deal_open_of_firm", "deal", ["listing_id", "firm_id"], unique=True, postgresql_where=sa.text(_OPEN)
    )
    op.drop_constraint(op.f("ck_deal_agreed_terms"), "deal", type_="check")
    op.create_check_constraint(
        op.f("ck_deal_agreed_terms"),
        "deal",
        "state NOT IN ('price_notice', 'objection', 'terms_agreed')"
        " OR (terms_hash IS NOT NULL AND claim IS NOT NULL)",
    )
    op.create_check_constraint(
        op.f("ck_deal_notice_has_an_end"), "deal", "state <> 'price_notice' OR notice_to IS NOT NULL"
    )
    op.create_index(
        "ix_deal_notice", "deal", ["notice_to"], postgresql_where=sa.text("state = 'price_notice'")
    )
    op.create_index(
        "ix_deal_record",
        "deal",
        ["university_id", "clock_started_on"],
        postgresql_where=sa.text("clock_started_on IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_manager", "deal", ["manager_id"], postgresql_where=sa.text("manager_id IS NOT NULL")
    )


def _create_commission() -> None:
    _table(
        "deal_commission",
        *_ref("deal_commission", "deal_id", "deal"),
        sa.Column("position", sa.Integer(), nullable=False),
        *_ref("deal_commission", "manager_id", "user_account"),
        *_ref("deal_commission", "manager_organization_id", "organization"),
        *_text("proposed_side", "message", "payer", "terms_hash", "state", "reason"),
        *_ref("deal_commission", "proposed_by", "user_account", nullable=True),
        sa.Column("proposed_at", _WHEN, nullable=False),
        sa.Column("terms", JSONB(none_as_null=True), nullable=False),
        sa.Column("manager_accepted_at", _WHEN, nullable=True),
        sa.Column("payer_accepted_at", _WHEN, nullable=True),
        *_ref("deal_commission", "payer_accepted_by", "user_account", nullable=True),
        sa.Column("ended_at", _WHEN, nullable=True),
        sa.UniqueConstraint("deal_id", "position", name="uq_deal_commission_deal_id_position"),
        sa.CheckConstraint(
            "state <> 'agreed' OR (manager_accepted_at IS NOT NULL AND payer_accepted_at IS NOT NULL)",
            name=op.f("ck_deal_commission_both_agreed"),
        ),
    )
    op.create_index(
        "uq_deal_commission_current",
        "deal_commission",
        ["deal_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('proposed', 'agreed')"),
    )
    op.create_index("ix_deal_commission_manager", "deal_commission", ["manager_id", "state"])


def downgrade() -> None:
    for name in ("deal_contribution", "deal_commission", "deal_objection", "deal_offer"):
        op.drop_table(name)
    for name in ("ix_deal_manager", "ix_deal_record", "ix_deal_notice", "uq_deal_open_of_firm"):
        op.drop_index(name, "deal")
    op.drop_constraint(op.f("ck_deal_notice_has_an_end"), "deal", type_="check")
    op.drop_constraint(op.f("ck_deal_agreed_terms"), "deal", type_="check")
    op.create_check_constraint(
        op.f("ck_deal_agreed_terms"), "deal", "state <> 'terms_agreed' OR (terms_hash IS NOT NULL AND claim IS NOT NULL)"
    )
    op.create_index(
        "uq_deal_open_of_firm",
        "deal",
        ["listing_id", "firm_id"],
        unique=True,
        postgresql_where=sa.text(_OPEN_BEFORE),
    )
    op.drop_constraint("fk_deal_manager_id", "deal", type_="foreignkey")
    for name in (*_DATES, "answer_workdays", "manager_id"):
        op.drop_column("deal", name)
