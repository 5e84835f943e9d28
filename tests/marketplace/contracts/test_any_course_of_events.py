"""Random people on random days: whatever they try, the state of applications and contracts stays explainable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlmodel import col, select

from marketplace.contracts import queries, service
from marketplace.contracts.models import Contract, ContractMatter
from marketplace.contracts.schemas import NewStatement
from marketplace.contracts.states import CONTRACT, MATTER
from marketplace.core import fsm
from marketplace.core.problems import Problem
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deal_queries, service as deals
from marketplace.deals.models import Deal
from marketplace.deals.schemas import Answer
from marketplace.deals.states import DEAL
from marketplace.terms import report_periods, trigger_date
from tests.courses import run_courses
from tests.factories.contracts import paid
from tests.factories.deals import Market, a_draft_application, a_market
from tests.factories.listings import a_term_sheet
from tests.marketplace.contracts.acts import ACTS, answer_matter

FIRMS = st.sampled_from(["firm", "outsider"])
SIDES = st.sampled_from(["firm", "outsider", "officer"])


WRITTEN = (
    "state_change",
    "outbox_event",
    "audit_entry",
    "contract",
    "contract_party",
    "deal",
    "contract_statement",
)


class Life(RuleBasedStateMachine):
    """One listing, two firms, a university and the calendar. Each act is a transaction: a refusal undoes all of it."""

    market: Market

    def __init__(self) -> None:
        super().__init__()
        self.days, self.crashing = 0, False
        self.session = self.market.uow.session
        self.example = self.session.begin_nested()

    def teardown(self) -> None:
        self.example.rollback()
        self.session.expire_all()

    def by(self, who: str) -> UnitOfWork:
        uow: UnitOfWork = getattr(self.market, who)
        return replace(uow, now=uow.now + timedelta(days=self.days))

    def attempt(self, work: Callable[[], Any]) -> None:
        savepoint = self.session.begin_nested()
        try:
            work()
            self.session.flush()
            kept = not self.crashing
        except Problem:
            kept = False
        if kept:
            savepoint.commit()
        else:
            savepoint.rollback()
            self.session.expire_all()

    @rule(firm=FIRMS, what=st.sampled_from(["_apply", "_agree", "_sign_both", "_report_now", "_days"]))
    def a_crash_before_the_commit(self, firm: str, what: str) -> None:
        """The process dies after everything was written and before it was kept: nothing has happened."""
        before = self.written()
        self.crashing = True
        try:
            getattr(self, what)(firm)
        finally:
            self.crashing = False
        assert self.written() == before

    def _sign_both(self, firm: str) -> None:
        self._sign(firm, firm)
        self._sign(firm, "officer")

    def _report_now(self, firm: str) -> None:
        self._earn(firm, 0)
        self._report(firm, 10**6)

    def _days(self, _: str) -> None:
        self.attempt(lambda: service.end_free_periods(self.by("uow")))
        self.attempt(lambda: service.answer_silence(self.by("uow")))

    def written(self) -> dict[str, Any]:
        """How much stands in the tables that every act writes to."""
        counts = ", ".join(f"(SELECT count(*) FROM {t}) AS {t}" for t in WRITTEN)  # noqa: S608 - constants
        return self.market.uow.rows(f"SELECT {counts}")[0]

    def deal_of(self, firm: str) -> UUID | None:
        organization = getattr(self.market, f"{firm}_id")
        newest = select(Deal.id).where(Deal.firm_id == organization).order_by(col(Deal.seq).desc())
        return self.session.exec(newest).first()

    def contract_of(self, firm: str) -> UUID | None:
        organization = getattr(self.market, f"{firm}_id")
        newest = (
            select(Contract.id).where(Contract.firm_id == organization).order_by(col(Contract.number).desc())
        )
        return self.session.exec(newest).first()

    @rule(days=st.integers(1, 200))
    def time_passes(self, days: int) -> None:
        self._pass(days)

    def _pass(self, days: int) -> None:
        self.days += days
        for clock in (deals.release_queued, deals.tell_overdue, service.end_free_periods, service.end_terms):
            clock(self.by("uow"))
        for clock in (service.tell_reports, service.answer_silence):
            while clock(self.by("uow")):
                pass

    @rule(firm=FIRMS)
    def apply(self, firm: str) -> None:
        self._apply(firm)

    def _apply(self, firm: str) -> None:
        listing = self.market.listing

        def work() -> None:
            draft = a_draft_application(self.by(firm), listing)
            deals.submit_application(self.by(firm), deal_id=draft.id, terms_hash=listing.terms_hash or "")

        self.attempt(work)

    @rule(firm=FIRMS, kind=st.sampled_from(["accept", "accept", "ask", "decline"]))
    def answer(self, firm: str, kind: Any) -> None:
        self._answer(firm, kind)

    def _answer(self, firm: str, kind: Any) -> None:
        if deal := self.deal_of(firm):
            answer = Answer(kind=kind, text="请补充说明。", terms_hash=self.market.listing.terms_hash)
            self.attempt(lambda: deals.answer_application(self.by("officer"), deal_id=deal, answer=answer))

    @rule(firm=FIRMS)
    def reply(self, firm: str) -> None:
        self._reply(firm)

    def _reply(self, firm: str) -> None:
        if deal := self.deal_of(firm):
            self.attempt(lambda: deals.reply_to_question(self.by(firm), deal_id=deal, text="已补充。"))

    @rule(firm=FIRMS)
    def agree(self, firm: str) -> None:
        self._agree(firm)

    def _agree(self, firm: str) -> None:
        if deal := self.deal_of(firm):
            shown = self.market.listing.terms_hash or ""
            self.attempt(lambda: deals.agree_terms(self.by(firm), deal_id=deal, terms_hash=shown))
            self.attempt(lambda: service.draft_contract(self.by("uow"), deal_id=deal))

    @rule(firm=FIRMS)
    def withdraw(self, firm: str) -> None:
        if deal := self.deal_of(firm):
            self.attempt(lambda: deals.withdraw_application(self.by(firm), deal_id=deal, reason=""))

    @rule(firm=FIRMS, who=SIDES)
    def sign(self, firm: str, who: str) -> None:
        self._sign(firm, who)

    def _sign(self, firm: str, who: str) -> None:
        if contract := self.contract_of(firm):
            shown = queries.get_contract(self.by("uow"), contract_id=contract).content_sha256
            self.attempt(
                lambda: service.sign_contract(self.by(who), contract_id=contract, content_sha256=shown)
            )

    @rule(firm=FIRMS, who=SIDES, act=st.sampled_from(["cancel_contract", "return_technology"]))
    def give_up(self, firm: str, who: str, act: str) -> None:
        if contract := self.contract_of(firm):
            verb = getattr(service, act)
            self.attempt(lambda: verb(self.by(who), contract_id=contract, reason="不再需要。"))

    @rule(firm=FIRMS, ago=st.integers(-3, 40))
    def earn(self, firm: str, ago: int) -> None:
        self._earn(firm, ago)

    def _earn(self, firm: str, ago: int) -> None:
        if contract := self.contract_of(firm):
            day = self.by("uow").today - timedelta(days=ago)
            self.attempt(
                lambda: service.declare_first_income(self.by(firm), contract_id=contract, first_income_on=day)
            )

    @rule(firm=FIRMS, base=st.integers(0, 10**9))
    def report(self, firm: str, base: int) -> None:
        self._report(firm, base)

    def _report(self, firm: str, base: int) -> None:
        if contract := self.contract_of(firm):
            view = queries.get_contract(self.by("uow"), contract_id=contract)
            facts = queries.get_facts(self.by("uow"), contract_id=contract)
            trigger_on = trigger_date(view.terms, facts)
            if trigger_on and view.ends_on and trigger_on < view.ends_on:
                periods = list(report_periods(view.terms, trigger_on, view.ends_on))
                start, end = periods[min(len(facts.statements), len(periods) - 1)]
                statement = NewStatement(from_on=start, to_on=end, base_minor=base)
                self.attempt(
                    lambda: service.file_statement(self.by(firm), contract_id=contract, statement=statement)
                )

    @rule(firm=FIRMS)
    def pay_what_is_owed(self, firm: str) -> None:
        self._pay(firm)

    def _pay(self, firm: str) -> None:
        if contract := self.contract_of(firm):
            uow = self.by("uow")
            view = queries.get_contract(uow, contract_id=contract)
            for owed in view.obligations:
                if owed.arises_on and owed.arises_on <= uow.today and not owed.done:
                    paid(uow, view, owed.key)

    @rule(firm=FIRMS, who=SIDES, act=st.sampled_from(sorted(ACTS)), ago=st.integers(-1, 30))
    def act_after_signature(self, firm: str, who: str, act: str, ago: int) -> None:
        """Whatever a party can put to the other, by anybody, with a file of her own."""
        if contract := self.contract_of(firm):
            day = self.by("uow").today - timedelta(days=ago)
            self.attempt(lambda: ACTS[act](self.by(who), contract, day))

    @rule(firm=FIRMS, who=SIDES, what=st.sampled_from(["accept", "refuse", "withdraw", "propose", "agree"]))
    def answer_the_latest_matter(self, firm: str, who: str, what: str) -> None:
        if contract := self.contract_of(firm):
            newest = (
                select(ContractMatter)
                .where(ContractMatter.contract_id == contract)
                .order_by(col(ContractMatter.raised_on).desc(), col(ContractMatter.id).desc())
            )
            if matter := self.session.exec(newest).first():
                self.attempt(lambda: answer_matter(self.by(who), contract, matter, what))

    @rule(firm=FIRMS, steps=st.integers(2, 12))
    def as_people_do(self, firm: str, steps: int) -> None:
        """Take the next sensible steps, so that random acts also meet contracts in force."""
        for _ in range(steps):
            deal, contract = self.deal_of(firm), self.contract_of(firm)
            state = deal_queries.get_deal(self.by("uow"), deal_id=deal).state if deal else "none"
            if state == "contracted" and contract:
                state = queries.get_contract(self.by("uow"), contract_id=contract).state
            self._go_on(firm, state)

    def _go_on(self, firm: str, state: str) -> None:
        acts: dict[str, list[Callable[[], None]]] = {
            "queued": [lambda: self._pass(31)],
            "submitted": [lambda: self._answer(firm, "accept")],
            "answering": [lambda: self._reply(firm), lambda: self._agree(firm)],
            "terms_agreed": [lambda: self._sign(firm, firm), lambda: self._sign(firm, "officer")],
            "in_use_free": [lambda: self._earn(firm, 0)],
            "paying": [lambda: self._pass(100), lambda: self._report(firm, 10**8), lambda: self._pay(firm)],
        }
        for act in acts.get(state, [lambda: self._apply(firm)]):
            act()

    @invariant()
    def histories_are_complete(self) -> None:
        self.session.flush()
        lives = [(DEAL, row.id, row.state) for row in self.session.exec(select(Deal)).all()]
        lives += [(CONTRACT, row.id, row.state) for row in self.session.exec(select(Contract)).all()]
        lives += [(MATTER, row.id, row.state) for row in self.session.exec(select(ContractMatter)).all()]
        for machine, subject_id, state in lives:
            steps = fsm.history(self.market.uow, machine, subject_id)
            assert [s["from_state"] for s in steps] == [None, *(s["to_state"] for s in steps[:-1])]
            assert steps[-1]["to_state"] == state

    @invariant()
    def an_exclusive_licence_is_held_by_one_firm(self) -> None:
        held = self.session.exec(select(Deal).where(col(Deal.claim).is_not(None))).all()
        if self.market.listing.licence_type == "exclusive":
            assert len(held) <= 1
        assert all(deal.state in {"terms_agreed", "contracted"} for deal in held)

    @invariant()
    def contracts_are_where_their_dates_say(self) -> None:
        today = self.by("uow").today
        for row in self.session.exec(select(Contract)).all():
            view = queries.get_contract(self.by("uow"), contract_id=row.id)
            trigger_on = trigger_date(view.terms, queries.get_facts(self.by("uow"), contract_id=row.id))
            signed = all(party.signed_at for party in view.parties)
            assert signed == (view.effective_on is not None)
            deal = deal_queries.get_deal(self.by("uow"), deal_id=view.deal_id)
            assert (deal.state == "contracted") == signed
            if view.state == "in_use_free":
                assert trigger_on is None or trigger_on > today
            if view.state == "paying":
                assert trigger_on is not None
                assert trigger_on <= today
            if view.state == "returned":
                assert view.obligations == []
            assert all(0 <= o.settled_minor <= o.amount_minor for o in view.obligations)

    @invariant()
    def matters_are_where_their_answers_say(self) -> None:
        for row in self.session.exec(select(Contract)).all():
            view = queries.get_contract(self.by("uow"), contract_id=row.id)
            if view.state in ("converted", "invalidated", "rescinded"):
                assert view.ended_on is not None
                stays = [o for o in view.obligations if o.settled_minor == 0 and o.kind != "buyout"]
                assert all(o.arises_on is not None and o.arises_on < view.ended_on for o in stays)
            assert (view.state == "invalidated") == (row.invalidated_on is not None)
            if view.life is None:
                continue
            live = [(m.kind, m.title) for m in view.life.matters if m.state in ("open", "contested")]
            assert len(live) == len(set(live))
            if view.state not in ("in_use_free", "paying"):
                assert {kind for kind, _ in live} <= {"return_certificate"}
            income = [m for m in view.life.matters if m.kind == "first_income"]
            for matter in income:
                if matter.state in ("open", "contested"):  # nothing moves while it is asserted or in dispute
                    assert view.first_income_on is None
                if matter.state == "accepted" or (matter.state == "settled" and matter.outcome_on):
                    assert view.first_income_on == matter.outcome_on


@pytest.mark.parametrize("licence_type", ["non_exclusive", "exclusive"])
def test_any_course_of_events_stays_explainable(uow: UnitOfWork, licence_type: str) -> None:
    Life.market = a_market(uow, terms=a_term_sheet(licence_type=licence_type))
    run_courses(Life)
