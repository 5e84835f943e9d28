"""Reads of the room."""

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, column, func, select, table
from sqlmodel import col

from marketplace.contracts import amendments, consent, policy, scans, sharing, timeline
from marketplace.contracts.licences import list_licences as list_licences  # noqa: PLC0414
from marketplace.contracts.life import Life
from marketplace.contracts.models import (
    Contract,
    ContractDocument,
    ContractMilestone,
    ContractParty,
    ContractStatement,
)
from marketplace.contracts.owed import list_owed
from marketplace.contracts.rights import rights_end_on as rights_end_on  # noqa: PLC0414
from marketplace.contracts.schemas import (
    ContractBrief,
    ContractState,
    ContractView,
    CurrentContract,
    DocumentView,
    ObligationView,
    PartyView,
)
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core import fsm
from marketplace.core.paging import Page, paged
from marketplace.core.policy import ALLOW
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents.schemas import ContractData
from marketplace.rulebook import queries as rulebook
from marketplace.terms import (
    ContractFacts,
    IncomeStatement,
    MilestoneReached,
    TermSheet,
    add_months,
    describe,
    report_periods,
)

list_holder_shares = sharing.list_holder_shares

_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
_BRIEF = (
    "id", "number", "version", "state", "state_since", "project_name", "deal_id", "listing_id", "university_id", "firm_id",
    "effective_on", "free_until_on", "ends_on", "is_demo",
)  # fmt: skip
_WHOLE = (
    *_BRIEF, "terms", "terms_hash", "content_sha256", "first_income_on", "ended_on", "first_income_declared_on", "bought_out_on",
    "converted_on", "invalidated_on", "transfer_recorded_on", "transfer_number", "lost_rights",
)  # fmt: skip


def _select(names: Sequence[str]) -> Select[Any]:
    unsigned = (
        select(func.count())
        .where(
            col(ContractParty.contract_id) == col(Contract.id),
            col(ContractParty.organization_id) == bindparam("actor_org"),
            col(ContractParty.signed_at).is_(None),
        )
        .scalar_subquery()
    )
    return (
        select(
            *(getattr(Contract, name) for name in names),
            _university.c.name.label("university_name"),
            _firm.c.name.label("firm_name"),
            unsigned.label("unsigned"),
        )
        .join_from(Contract, _university, col(Contract.university_id) == _university.c.id)
        .join(_firm, col(Contract.firm_id) == _firm.c.id)
        .where(policy.VISIBLE)
    )


_LIST = (
    _select(_BRIEF)
    .add_columns(func.count().over().label("total"))
    .where((bindparam("state") == "") | (col(Contract.state) == bindparam("state")))
    .order_by(col(Contract.state_since).desc(), col(Contract.id))
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
)
_ONE = (
    _select(_WHOLE)
    .add_columns(
        col(Contract.content)["rights"].label("rights"),
        col(Contract.content)["special_clauses"].label("special_clauses"),
    )
    .where(col(Contract.id) == bindparam("id"))
)


_RUNNING = (
    "id", "number", "project_name", "state", "state_since", "listing_id", "firm_id", "effective_on",
    "free_until_on", "ends_on",
)  # fmt: skip
_CURRENT = (
    _select(_RUNNING)
    .add_columns(
        col(Contract.terms),
        select(func.array_agg(col(ContractStatement.from_on)))
        .where(
            col(ContractStatement.contract_id) == col(Contract.id),
            col(ContractStatement.superseded_at).is_(None),
        )
        .scalar_subquery()
        .label("reported"),
    )
    .where(
        col(Contract.state).in_(
            [
                state.value
                for state in (
                    ContractState.DRAFTED,
                    ContractState.SIGNING,
                    ContractState.IN_USE_FREE,
                    ContractState.PAYING,
                )
            ]
        )
    )
    .order_by(col(Contract.state_since).desc(), col(Contract.id))
    .limit(bindparam("size"))
)


def _brief(row: dict[str, Any]) -> dict[str, Any]:
    unsigned = row.pop("unsigned")
    return row | {"my_turn": unsigned > 0 and row["state"] in (ContractState.DRAFTED, ContractState.SIGNING)}


def list_contracts(uow: UnitOfWork, *, state: str = "", page: int = 1, size: int = 20) -> Page[ContractBrief]:
    """Return the contracts of the actor's side, latest change first; `state` empty for all."""
    rows = uow.rows(_LIST, state=state, size=size, skip=size * (page - 1), **policy.scope(uow.actor))
    return paged(rows, lambda row: ContractBrief(**_brief(row)), page=page, size=size)


def list_current(uow: UnitOfWork, *, size: int = 200) -> list[CurrentContract]:
    """Return the contracts of the actor's side that are being signed or run, latest change first. One statement."""
    rows = uow.rows(_CURRENT, size=size, **policy.scope(uow.actor))
    return [_current(_brief(row), uow.today) for row in rows]


def _current(row: dict[str, Any], today: date) -> CurrentContract:
    sheet = TermSheet.model_validate(row.pop("terms"))
    reported = set(row.pop("reported") or ())
    trigger_on = row.pop("free_until_on")
    returnable = (
        add_months(row["effective_on"], sheet.free_period_months)
        if row["effective_on"] and sheet.free_period_months
        else None
    )
    free_ends = min((day for day in (trigger_on, returnable) if day), default=None)
    report = None
    if row["state"] == ContractState.PAYING and sheet.royalty and trigger_on and row["ends_on"]:
        ended = (
            (start, end)
            for start, end in report_periods(sheet, trigger_on, row["ends_on"])
            if end <= today and start not in reported
        )
        report = next(ended, None)
    return CurrentContract(
        **{name: row[name] for name in CurrentContract.model_fields if name in row},
        free_ends_on=free_ends if row["state"] == ContractState.IN_USE_FREE else None,
        report_from_on=report[0] if report else None,
        # the last of the report_days after the period: a period [from, to) has ended the day before `to`
        report_due_on=report[1] + timedelta(days=sheet.royalty.report_days - 1)
        if report and sheet.royalty
        else None,
    )


def count_by_state(uow: UnitOfWork) -> dict[str, int]:
    """Return how many contracts of the actor's side stand in each state."""
    statement = (
        select(col(Contract.state), func.count().label("n"))
        .where(policy.VISIBLE)
        .group_by(col(Contract.state))
    )
    return {row["state"]: row["n"] for row in uow.rows(statement, **policy.scope(uow.actor))}


def get_contract(uow: UnitOfWork, *, contract_id: UUID) -> ContractView:
    """Return a whole contract with parties, documents, what is owed and its timeline; raises `NotFound`."""
    rows = uow.rows(_ONE, id=contract_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="contract")
    row = _brief(rows[0])
    sheet = TermSheet.model_validate(row["terms"])
    parties, facts = _parties(uow, contract_id), _facts_of(uow, row)
    life = Life(uow, row, sheet, facts)
    owed = list_owed(uow, sheet, facts, contract_id=contract_id)
    record_by = _record_by(row["effective_on"])
    moves = policy.moves(
        uow.actor,
        row,
        has_signed=any(p.signed_at for p in parties if p.organization_id == uow.actor.organization_id),
        possible=life.possible(),
        parties=[p.organization_id for p in parties],
    )
    found = fsm.refusals(
        CONTRACT,
        SimpleNamespace(state=row["state"]),
        facts=Facts(uow.today, return_until=return_until(row["effective_on"], sheet)),
        allowed=lambda move: ALLOW if move in moves else None,
    )
    return ContractView(
        **{name: row[name] for name in ContractView.model_fields if name in row}
        | {"terms": sheet, "special_clauses": row["special_clauses"] or []},
        terms_text=describe(sheet, uow.locale),
        declaration=consent.declaration(
            uow.locale, number=row["number"], content_sha256=row["content_sha256"]
        ),
        record_by_on=record_by,
        parties=parties,
        documents=_documents(uow, contract_id),
        scans=scans.list_scans(uow, contract_id, parties),
        obligations=owed,
        timeline=timeline.build(
            steps=fsm.history(uow, CONTRACT, contract_id),
            parties=parties,
            facts=facts,
            sheet=sheet,
            obligations=owed,
            record_by_on=record_by,
            ends_on=row["ends_on"],
            today=uow.today,
            locale=uow.locale,
            more=life.timeline(),
        ),
        life=life.view() if row["effective_on"] else None,
        moves=[move for move in moves if found.get(move) is None],
        refused=fsm.refused_moves(uow, found),
    )


def return_until(effective_on: date | None, sheet: TermSheet) -> date | None:
    """Return the first day on which the technology can no longer be given back free of charge."""
    return add_months(effective_on, sheet.free_period_months) if effective_on else None


def _record_by(effective_on: date | None) -> date | None:
    """专利法实施细则 §15: a licence is filed with CNIPA within three months of taking effect."""
    if effective_on is None:
        return None
    return add_months(effective_on, rulebook.value("licence_recording_months", effective_on))


def _parties(uow: UnitOfWork, contract_id: UUID) -> list[PartyView]:
    names = [getattr(ContractParty, name) for name in PartyView.model_fields]
    statement = (
        select(*names)
        .where(col(ContractParty.contract_id) == contract_id)
        .order_by(col(ContractParty.position))
    )
    return [PartyView(**row) for row in uow.rows(statement)]


def _documents(uow: UnitOfWork, contract_id: UUID) -> list[DocumentView]:
    statement = (
        select(
            ContractDocument.position, ContractDocument.file_id, ContractDocument.sha256, ContractDocument.at
        )  # type: ignore[call-overload]
        .where(col(ContractDocument.contract_id) == contract_id)
        .order_by(col(ContractDocument.position))
    )
    return [
        DocumentView(kind="signed" if row.pop("position") else "unsigned", **row)
        for row in uow.rows(statement)
    ]


def _facts_of(uow: UnitOfWork, row: dict[str, Any]) -> ContractFacts:
    statements = (
        select(*(getattr(ContractStatement, name) for name in IncomeStatement.model_fields))
        .where(
            col(ContractStatement.contract_id) == row["id"], col(ContractStatement.superseded_at).is_(None)
        )
        .order_by(col(ContractStatement.from_on))
    )
    milestones = (
        select(*(getattr(ContractMilestone, name) for name in MilestoneReached.model_fields))
        .where(col(ContractMilestone.contract_id) == row["id"])
        .order_by(col(ContractMilestone.reached_on), col(ContractMilestone.key))
    )
    return ContractFacts(
        effective_on=row["effective_on"],
        first_income_on=row["first_income_on"],
        ended_on=row["ended_on"],
        bought_out_on=row["bought_out_on"],
        invalidated_on=row["invalidated_on"],
        converted_on=row["converted_on"],
        rights_end_on=rights_end_on(row["rights"], lost=row["lost_rights"] or ()),
        earlier=amendments.past_terms(uow, row["id"]),
        statements=tuple(IncomeStatement(**statement) for statement in uow.rows(statements)),
        milestones=tuple(MilestoneReached(**milestone) for milestone in uow.rows(milestones)),
    )


def get_facts(uow: UnitOfWork, *, contract_id: UUID) -> ContractFacts:
    """Return everything dated that the schedule of a visible contract depends on; raises `NotFound`."""
    rows = uow.rows(_ONE, id=contract_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="contract")
    return _facts_of(uow, rows[0])


def list_obligations(uow: UnitOfWork, *, contract_id: UUID) -> list[ObligationView]:
    """Return everything owed under a visible contract with what was paid on it, by due day; raises `NotFound`."""
    rows = uow.rows(_ONE, id=contract_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="contract")
    sheet = TermSheet.model_validate(rows[0]["terms"])
    return list_owed(uow, sheet, _facts_of(uow, rows[0]), contract_id=contract_id)


def find_number_by_file(uow: UnitOfWork, *, sha256: str) -> tuple[str, list[str]] | None:
    """Return number and parties of the contract whose complete, signed file has this hash; None when there is none."""
    rows = uow.rows(
        """
        SELECT c.number, array_agg(p.name ORDER BY p.position) AS parties FROM contract_document d
        JOIN contract c ON c.id = d.contract_id AND c.file_id = d.file_id AND c.effective_on IS NOT NULL
        JOIN contract_party p ON p.contract_id = c.id AND p.method = 'electronic' WHERE d.sha256 = :sha256 GROUP BY c.number
        """,
        sha256=sha256,
    )
    return (rows[0]["number"], rows[0]["parties"]) if rows else None


def lock_visible(uow: UnitOfWork, contract_id: UUID) -> Contract:
    """Lock a contract that the actor may know of, for a change; raises `NotFound`."""
    statement = select(Contract).where(policy.VISIBLE, col(Contract.id) == contract_id).with_for_update()
    found: Contract | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="contract")
    return found


def get_content(uow: UnitOfWork, *, contract_id: UUID) -> ContractData:
    """Return what the text of a contract was typeset from: parties, rights, terms; raises `NotFound`."""
    rows = uow.rows(
        select(col(Contract.content)).where(col(Contract.id) == contract_id, policy.VISIBLE),
        **policy.scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="contract")
    return ContractData.model_validate(rows[0]["content"])
