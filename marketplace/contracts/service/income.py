"""First income: declared by the licensee, asserted by the licensor when it is silent, and what becomes of a dispute."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import IncomeClaim, Raised
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import AnswerFirst, FirstIncomeKnown, NoFirstIncomeTrigger
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractView, MatterKind
from marketplace.contracts.service.raising import (
    answered,
    attach_files,
    find_live,
    raise_matter,
    require_date,
    require_running,
)
from marketplace.contracts.service.running import reach_trigger
from marketplace.contracts.states import MATTER
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import FirstIncomeDeclared
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet


def declare_first_income(
    uow: UnitOfWork, *, contract_id: UUID, first_income_on: date, file_ids: Sequence[UUID] = ()
) -> ContractView:
    """Record the day of first income; free use ends when the terms say so. The same day again changes nothing.

    The very day that the licensor asserts also accepts its claim. Raises `AnswerFirst` for another day while the claim
    is open or in dispute, `DateOutOfRange`, `FirstIncomeKnown`, `IllegalMove`; announces `FirstIncomeDeclared`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    day = first_income_on
    if row.first_income_on == day:
        return queries.get_contract(uow, contract_id=contract_id)
    effective_on = require_running(uow, row, Text("申报首次收入", "Declare first income"))
    if row.first_income_on is not None:
        raise FirstIncomeKnown(first_income_on=row.first_income_on)
    require_date(uow, day, effective_on)
    claim = find_live(uow, row.id, MatterKind.FIRST_INCOME)
    if claim is not None and (claim.day != day or claim.state != "open"):
        raise AnswerFirst(asserted_on=claim.day or day)
    if claim is not None:
        advance(uow, MATTER, claim, "accept")
        claim.answered_on, claim.outcome_on = uow.today, day
        answered(uow, row, claim, "accepted")
    attach_files(uow, row, subject_id=row.id, part="claim", file_ids=file_ids)
    take_first_income(uow, row, day)
    return queries.get_contract(uow, contract_id=contract_id)


def assert_first_income(uow: UnitOfWork, *, contract_id: UUID, claim: IncomeClaim) -> ContractView:
    """Assert, with evidence, that the licensee earned something on a day it did not declare (article 4 of the contract).

    The licensee has some days (rulebook `first_income_contest_days`) to contest; until then and in a dispute the trigger
    stands. Raises `NoFirstIncomeTrigger`, `FirstIncomeKnown`, `AlreadyRaised`, `DateOutOfRange`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_license(uow.actor, row))
    effective_on = require_running(uow, row, Text("主张首次收入", "Assert first income"))
    sheet = TermSheet.model_validate(row.terms)
    if not any(trigger.kind == "first_income" for trigger in sheet.single_triggers()):
        raise NoFirstIncomeTrigger
    if row.first_income_on is not None:
        raise FirstIncomeKnown(first_income_on=row.first_income_on)
    require_date(uow, claim.first_income_on, effective_on)
    days = rulebook.value("first_income_contest_days", uow.today)
    raised = Raised(
        kind=MatterKind.FIRST_INCOME,
        day=claim.first_income_on,
        text=claim.text,
        answer_by_on=uow.today + timedelta(days=days),
        file_ids=claim.file_ids,
    )
    raise_matter(uow, row, raised, raised_by_id=row.university_id)
    return queries.get_contract(uow, contract_id=contract_id)


def take_first_income(uow: UnitOfWork, row: Contract, day: date) -> None:
    """Take a day as that of first income, whoever established it, and end free use where the terms say so."""
    row.first_income_on, row.first_income_declared_on = day, uow.today
    uow.audit("contract.first_income", "contract", row.id, on=day.isoformat())
    announce(uow, row, FirstIncomeDeclared, first_income_on=day)
    uow.session.flush()
    reach_trigger(uow, row)
