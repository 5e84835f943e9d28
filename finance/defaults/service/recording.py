"""信用推送: the firm is told, may object, and only then is a signed record of its default handed to its zone."""

import hashlib
import json
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import letters, policy, queries
from finance.defaults.announcing import announce_record
from finance.defaults.errors import NoCreditYet, NoZone
from finance.defaults.models import CreditRecord, DefaultCase
from finance.defaults.queries import records, sums
from finance.defaults.schemas import ObjectionAnswer, RecordState, RecordView
from finance.defaults.states import RECORD
from marketplace.core.due import each_due
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.schemas import SignatureRequest
from marketplace.events.defaults import (
    CreditAnnounced,
    CreditAnswered,
    CreditIssued,
    CreditObjected,
    CreditReceived,
    CreditWithdrawn,
)
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook


def announce_credit(uow: UnitOfWork, *, case_id: UUID) -> RecordView:
    """Tell the firm that its default will be handed to its zone, and until when it can object.

    Only for a default that stands (`NoCreditYet`) of a firm with a zone (`NoZone`); once a case. Announces `CreditAnnounced`.
    """
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    known = records.of_case(uow, case_id)
    if known is not None:
        return known
    if not records.may_announce(case, queries.list_claims(uow.as_system(), case_id=case_id)):
        raise NoCreditYet
    firm = organizations.find_view(uow, organization_id=case.firm_id)
    if firm is None or firm.zone_id is None:
        raise NoZone
    late = sums.of_case(uow.as_system(), case)
    record = CreditRecord(
        case_id=case.id, university_id=case.university_id, firm_id=case.firm_id, zone_id=firm.zone_id, state=RECORD.initial,
        state_since=uow.now, announced_on=uow.today, announced_by=uow.actor.user_id,
        objection_until_on=uow.today + timedelta(days=rulebook.value("credit_objection_days", uow.today)),
        overdue_minor=sum(one.demanded_minor or one.open_minor for one in late),
    )  # fmt: skip
    uow.session.add(record)
    uow.session.flush()
    begin(uow, RECORD, record)
    uow.audit("credit.announced", "credit_record", record.id)
    announce_record(uow, record, case, CreditAnnounced, objection_until_on=record.objection_until_on)
    uow.session.flush()
    return queries.get_record(uow, record_id=record.id)


def _locked(uow: UnitOfWork, record_id: UUID) -> tuple[CreditRecord, DefaultCase]:
    """Lock the case, then its record: the order in which a payment takes them."""
    view = queries.get_record(uow, record_id=record_id)
    case = queries.lock_case(uow.as_system(), view.case_id)
    return queries.lock_record(uow, record_id), case


def object_to_record(uow: UnitOfWork, *, record_id: UUID, reason: str) -> RecordView:
    """Let the firm object: the clock stops until the licensor has answered. Raises `IllegalMove` after the last day."""
    record, case = _locked(uow, record_id)
    require(policy.can_answer(uow.actor, record))
    if record.objection_until_on < uow.today:
        move = RECORD.move("object").label
        raise IllegalMove(state=RECORD.states[RecordState.ISSUED].in_(uow.locale), move=move.in_(uow.locale))
    advance(uow, RECORD, record, "object", reason=reason)
    record.objection, record.objected_on = reason, uow.today
    uow.audit("credit.objected", "credit_record", record.id)
    announce_record(uow, record, case, CreditObjected, reason=reason)
    uow.session.flush()
    return queries.get_record(uow, record_id=record_id)


def answer_objection(uow: UnitOfWork, *, record_id: UUID, form: ObjectionAnswer) -> RecordView:
    """Answer an objection: drop the record, or let the clock run on with the days that were left when it stopped."""
    record, case = _locked(uow, record_id)
    require(policy.can_act(uow.actor, record))
    if form.withdraw:
        if record.state != RecordState.OBJECTED:
            move = RECORD.move("dismiss").label.in_(uow.locale)
            raise IllegalMove(state=RECORD.states[record.state].in_(uow.locale), move=move)
        withdraw_record(uow, record, case, reason=form.answer)
    else:
        advance(uow, RECORD, record, "dismiss", reason=form.answer)
        left = record.objection_until_on - (record.objected_on or uow.today)
        record.objection_until_on = uow.today + left
        announce_record(
            uow,
            record,
            case,
            CreditAnswered,
            answer=form.answer,
            objection_until_on=record.objection_until_on,
        )
    record.answer, record.answered_on = form.answer, uow.today
    uow.audit("credit.answered", "credit_record", record.id, withdraw=form.withdraw)
    uow.session.flush()
    return queries.get_record(uow, record_id=record_id)


def withdraw_record(uow: UnitOfWork, record: CreditRecord, case: DefaultCase, *, reason: str) -> None:
    """Take back a locked record that was not received yet, and say why."""
    advance(uow, RECORD, record, "withdraw", reason=reason)
    announce_record(uow, record, case, CreditWithdrawn, reason=reason)


def issue_records(uow: UnitOfWork, *, limit: int = 50) -> int:
    """Sign and issue the records whose time to object has passed, earliest first; returns how many.

    Claimed with SKIP LOCKED; what the firm has paid itself meanwhile was withdrawn before, or is left to that.
    """
    due = (
        select(CreditRecord)
        .where(
            col(CreditRecord.state) == RecordState.ANNOUNCED, col(CreditRecord.objection_until_on) < uow.today
        )
        .order_by(col(CreditRecord.objection_until_on), col(CreditRecord.id))
    )

    return each_due(uow, "issue_credit_records", due, partial(_issue, uow), limit=limit)


def _issue(uow: UnitOfWork, record: CreditRecord) -> None:
    case = uow.session.get_one(DefaultCase, record.case_id)
    content = _content(uow, record, case)
    record.content, record.content_sha256 = content, hashlib.sha256(written(content)).hexdigest()
    pdf = documents.typeset_letter(letters.credit(content, sha256=record.content_sha256, made_on=uow.today))
    creditor = content["creditor"]
    request = SignatureRequest(
        position=0, party_count=1, organization_name=creditor["name"], uscc=creditor["uscc"], person_name="信用信息签发",
        signed_at=uow.now,
    )  # fmt: skip
    record.file_id = documents.store_file(
        uow,
        data=documents.sign_pdf(pdf, request),
        name=f"履约信用信息-{case.number}.pdf",
        media_type="application/pdf",
        readers=[record.university_id, record.firm_id, record.zone_id],
    ).id
    record.issued_on = uow.today
    advance(uow, RECORD, record, "issue")
    announce_record(uow, record, case, CreditIssued)


def _content(uow: UnitOfWork, record: CreditRecord, case: DefaultCase) -> dict[str, Any]:
    """Return what the record says: the firm, the contract, days and sums. No person is named (个人信息保护法 §13)."""
    system = uow.as_system()
    views = {
        key: organizations.find_view(uow, organization_id=key)
        for key in (record.firm_id, record.university_id, record.zone_id)
    }
    names = {
        key: {"name": view.name, "uscc": view.uscc or ""} for key, view in views.items() if view is not None
    }
    late = sums.of_case(system, case)
    claims = queries.list_claims(system, case_id=case.id)

    def day(value: Any) -> str:
        return value.isoformat() if value else ""

    return {
        "schema": "xianyong.credit-record/1", "record": f"{case.number}-XY", "case": case.number, "contract": case.contract_number,
        "debtor": names[record.firm_id], "creditor": names[record.university_id],
        "receiver": {"name": names[record.zone_id]["name"]},
        "default": {
            "first_day_late": day(case.opened_on), "demanded_on": day(case.demanded_on), "delivered_on": day(case.delivered_on),
            "cure_until_on": day(case.cure_until_on), "rescinded_on": day(case.rescinded_on), "state": str(case.state),
        },
        "sums": [
            {"invoice": one.number, "due_on": day(one.due_on), "amount_minor": one.amount_minor, "open_minor": one.open_minor}
            for one in late
        ],
        "currency": "CNY", "overdue_minor": record.overdue_minor, "open_minor": sum(one.open_minor for one in late),
        "late_interest_bps_per_day": case.late_bps_per_day,
        "paid_by_cover_minor": sum(claim.paid_minor for claim in claims),
        "repaid_to_cover_minor": sum(claim.repaid_minor for claim in claims),
        "announced_on": day(record.announced_on), "objection_until_on": day(record.objection_until_on),
        "objected": bool(record.objection), "issued_on": day(uow.today),
    }  # fmt: skip


def written(content: dict[str, Any]) -> bytes:
    """Return the one written form of a record's content, whose SHA-256 the signed PDF carries."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def export_record(uow: UnitOfWork, *, record_id: UUID) -> tuple[RecordView, bytes]:
    """Return an issued record with its data file: exactly the bytes whose SHA-256 it names. Raises `NotFound`, `IllegalMove`."""
    view = queries.get_record(uow, record_id=record_id)
    row = uow.session.get_one(CreditRecord, record_id)
    if row.content is None:
        move = RECORD.move("issue").label.in_(uow.locale)
        raise IllegalMove(state=RECORD.states[row.state].in_(uow.locale), move=move)
    return view, written(row.content)


def receive_record(uow: UnitOfWork, *, record_id: UUID) -> RecordView:
    """Take an issued record over for the zone and give the receipt; a second click shows the first receipt."""
    record, case = _locked(uow, record_id)
    require(policy.can_receive(uow.actor, record))
    if record.state == RecordState.RECEIVED:
        return queries.get_record(uow, record_id=record_id)
    advance(uow, RECORD, record, "receive")
    record.receipt_number = f"HZ-{uow.today:%Y%m%d}-{case.number}"
    record.received_on, record.received_by = uow.today, uow.actor.user_id
    uow.audit("credit.received", "credit_record", record.id, sha256=record.content_sha256)
    announce_record(uow, record, case, CreditReceived, receipt_number=record.receipt_number)
    uow.session.flush()
    return queries.get_record(uow, record_id=record_id)
