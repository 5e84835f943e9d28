"""The stage of the stories: who acts on which day, and what follows from it at once.

The days lie in the past. What otherwise happens behind the scenes, contracts drawn up, schedules planned, people
told, happens here at its own time; the workers find it done when they come to it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import handlers as defaults
from finance.distributions import handlers as distributions
from finance.receivables import handlers as receivables
from finance.reconciliation import handlers as reconciliation
from marketplace.app.seed.places import Cast
from marketplace.contracts import handlers as contracts
from marketplace.core.clock import start_of_day
from marketplace.core.outbox import Event, OutboxEvent
from marketplace.core.uow import UnitOfWork, new_request_id
from marketplace.events.bank import BankMoneyUnmatched, BankStatementImported
from marketplace.events.contracts import ContractEvent, ContractTookEffect
from marketplace.events.deals import TermsAgreed
from marketplace.events.payments import PaymentSettled
from marketplace.events.receivables import InvoicePaid
from marketplace.filings import handlers as filings
from marketplace.notifications import handlers as notices, service as notifications
from marketplace.notifications.rules import RULES

OPENS: Final = timedelta(hours=9, minutes=40)
CLOSES: Final = timedelta(hours=18)
READ_AFTER: Final = timedelta(days=7)
"""Older messages have been read; what is left is what a person finds when she signs in."""
BEFORE_EFFECT: Final = {"contracts.contract.drafted", "contracts.contract.party_signed"}

Reaction = Callable[[UnitOfWork, Any], object]
_REACTIONS: Final[dict[type[Event], Reaction]] = {
    TermsAgreed: contracts.on_terms_agreed,
    PaymentSettled: distributions.on_payment_settled,
    InvoicePaid: defaults.on_invoice_paid,
    BankStatementImported: reconciliation.on_statement_imported,
    BankMoneyUnmatched: defaults.on_bank_money,
    **{
        kind: receivables.on_contract_changed
        for kind in ContractEvent.__subclasses__()
        if "name" in vars(kind)
        and kind.name not in BEFORE_EFFECT  # those of matters share a base without one
    },
}
_HEARD: Final[dict[str, type[Event]]] = {
    kind.name: kind for kind in (*_REACTIONS, *(rule.event for rule in RULES))
}


@dataclass
class Stage:
    """The unit of work of the stories, the people, and how far reactions have come."""

    uow: UnitOfWork
    cast: Cast
    last_seq: int = 0

    def at(self, login: str, days_ago: int, hour: int = 0) -> UnitOfWork:
        """Return somebody acting some days ago, at office hours; a higher `hour`, up to 6, is later that day.

        Today it is before now, however early that is, and not yesterday.
        """
        if days_ago:
            then = self._day(days_ago) + OPENS + timedelta(hours=hour)
        else:
            then = self.uow.now - min(timedelta(hours=6), self.uow.now - self._day(0)) * (6 - hour) / 6
        return replace(self.uow, actor=self.cast.actors[login], now=then, request_id=new_request_id())

    def clock(self, days_ago: int) -> UnitOfWork:
        """Return the system acting some days ago, as its clocks do, after the people of that day."""
        then = self._day(days_ago) + CLOSES if days_ago else self.uow.now
        return replace(self.uow, now=then, request_id=new_request_id())

    def _day(self, days_ago: int) -> datetime:
        return start_of_day(self.uow.today - timedelta(days=days_ago))

    def react(self) -> None:
        """Let everything follow from what was announced since the last time, and from what that announces."""
        while events := self._news():
            for stored in events:
                kind = _HEARD[stored.name]
                event = kind.model_validate(stored.payload)
                # The same request number as the worker will have: a message told here is not told again.
                then = replace(self.uow, now=stored.occurred_at, request_id=stored.request_id)
                if reaction := _REACTIONS.get(kind):
                    reaction(then, event)
                if isinstance(event, ContractTookEffect):
                    filings.on_contract_took_effect(then, event)
                notices.on_announcement(then, event)
                self.uow.session.flush()

    def _news(self) -> list[OutboxEvent]:
        self.uow.session.flush()
        found = self.uow.session.exec(
            select(OutboxEvent)
            .where(col(OutboxEvent.seq) > self.last_seq, col(OutboxEvent.name).in_(_HEARD))
            .order_by(col(OutboxEvent.seq))
        ).all()
        if found:
            self.last_seq = found[-1].seq or 0
        return list(found)

    def read_old_messages(self) -> None:
        """Note that everybody has read what is more than a few days old."""
        people = {actor.user_id: actor for actor in self.cast.actors.values()}
        old = self.uow.rows(
            "SELECT id, user_id FROM notification WHERE at < :before", before=self.uow.now - READ_AFTER
        )
        for message in old:
            reader: UUID = message["user_id"]
            notifications.mark_read(replace(self.uow, actor=people[reader]), notification_id=message["id"])
