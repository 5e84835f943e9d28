"""New terms for a running contract: signed by all, in force from a day on, never for what has arisen before."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from finance.receivables import handlers as receivables, service as billing
from marketplace.contracts import amendments, queries, service
from marketplace.contracts.errors import (
    AmendmentNotPossible,
    AmendmentPending,
    ContentChanged,
    DateOutOfRange,
    NothingAmended,
)
from marketplace.contracts.schemas import AmendmentView, ContractView, NewAmendment
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files
from marketplace.events.contracts import ContractAmended
from marketplace.terms import Instalments, TermSheet, add_months, terms_hash
from tests.factories.contracts import a_contract, a_running_contract
from tests.factories.deals import Market, a_market
from tests.factories.listings import a_term_sheet

SHEET = a_term_sheet(
    deferred_fee_minor=9_000_000, instalments=Instalments(count=3, every_months=12), royalty=None
)


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow, terms=SHEET)


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=(day - uow.today).days))


def propose(
    uow: UnitOfWork, contract: ContractView, from_on: date | None = None, **changes: Any
) -> AmendmentView:
    sheet = TermSheet.model_validate(contract.terms.model_dump() | changes)
    draft = NewAmendment(terms=sheet, from_on=from_on or uow.today, reason="双方协商一致")
    return service.propose_amendment(uow, contract_id=contract.id, draft=draft)


def sign(uow: UnitOfWork, contract: ContractView, amendment: AmendmentView) -> AmendmentView:
    return service.sign_amendment(
        uow, contract_id=contract.id, number=amendment.number, content_sha256=amendment.content_sha256
    )


def amended(market: Market, contract: ContractView, day: date, **changes: Any) -> AmendmentView:
    firm, officer = on(market.firm, day), on(market.officer, day)
    found = propose(firm, contract, **changes)
    sign(firm, contract, found)
    return sign(officer, contract, found)


def owed(uow: UnitOfWork, contract: ContractView) -> dict[str, tuple[int, date | None]]:
    found = queries.list_obligations(uow, contract_id=contract.id)
    return {o.key: (o.amount_minor, o.arises_on) for o in found}


def test_it_is_in_force_with_the_last_signature(market: Market) -> None:
    contract = a_running_contract(market)
    found = propose(market.firm, contract, months=72)
    assert (found.number, found.state, found.moves) == (1, "proposed", ["sign", "withdraw"])
    assert [(("60" in c.before), ("72" in c.after)) for c in found.differences] == [(True, True)]
    assert queries.get_contract(market.firm, contract_id=contract.id).terms.months == 60
    half = sign(market.firm, contract, found)
    assert ([bool(s.signed_at) for s in half.signatures], half.moves) == ([False, True], ["withdraw"])
    assert sign(market.firm, contract, found).sha256 == half.sha256  # a second click
    done = sign(market.officer, contract, found)
    assert (done.state, done.before_hash, done.terms_hash) == (
        "in_force",
        contract.terms_hash,
        terms_hash(SHEET.model_copy(update={"months": 72})),
    )
    now = queries.get_contract(market.firm, contract_id=contract.id)
    assert (now.terms.months, now.terms_hash, now.content_sha256) == (
        72,
        done.terms_hash,
        contract.content_sha256,
    )
    assert now.ends_on == add_months(market.uow.today, 72)
    pdf = files.read_file(market.firm, file_id=done.file_id)[1]
    checked = service.verify_file(market.uow, pdf=pdf)
    assert (checked.valid, checked.number, len(checked.signatures)) == (True, f"{contract.number}-B1", 2)


def test_before_it_is_proposed_it_shows_what_it_would_change_and_cost(market: Market) -> None:
    contract = a_running_contract(market)
    cheaper = SHEET.model_copy(update={"deferred_fee_minor": 6_000_000, "buyout_price_minor": 50_000_000})
    for side in (market.firm, market.officer):
        seen = amendments.preview_amendment(side, contract_id=contract.id, terms=cheaper)
        assert [(c.field, c.gains) for c in seen.differences] == [
            ("deferred_fee_minor", "licensee"), ("buyout_price_minor", "licensee"),
        ]  # fmt: skip
        assert seen.cost_before is not None
        assert seen.cost_after is not None
        assert (seen.cost_before.total_minor, seen.cost_after.total_minor) == (6_000_000, 4_000_000)
    assert amendments.list_amendments(market.firm, contract_id=contract.id) == []
    with pytest.raises(NotFound):
        amendments.preview_amendment(market.outsider, contract_id=contract.id, terms=cheaper)


def test_what_has_arisen_stays_and_the_rest_follows_the_new_terms(market: Market) -> None:
    contract = a_running_contract(market)
    start = contract.effective_on
    assert start is not None
    first, second, third = (add_months(start, months) for months in (12, 24, 36))
    before = owed(market.uow, contract)
    assert before == {
        "deferred:1": (3_000_000, first),
        "deferred:2": (3_000_000, second),
        "deferred:3": (3_000_000, third),
    }
    service.end_free_periods(on(market.uow, first))
    day = add_months(start, 18)
    running = queries.get_contract(on(market.firm, day), contract_id=contract.id)
    amended(market, running, day, deferred_fee_minor=6_000_000, from_on=day)
    assert owed(market.uow, contract) == {
        "deferred:1": (3_000_000, first),
        "deferred:2": (2_000_000, second),
        "deferred:3": (2_000_000, third),
    }


def test_finance_keeps_what_it_invoiced_and_plans_the_rest_anew(market: Market) -> None:
    contract = a_running_contract(market)
    start = contract.effective_on
    assert start is not None
    first, day = add_months(start, 12), add_months(start, 18)

    def heard(uow: UnitOfWork) -> None:
        event = ContractAmended(
            contract_id=contract.id, number=contract.number, title="", deal_id=contract.deal_id,
            listing_id=contract.listing_id, university_id=contract.university_id, university_name="",
            firm_id=contract.firm_id, firm_name="", amendment=1, from_on=day, before_hash="", terms_hash="",
        )  # fmt: skip
        receivables.on_contract_changed(uow, event)

    service.end_free_periods(on(market.uow, first))
    heard(on(market.uow, first))
    assert billing.raise_due_invoices(on(market.uow, first)) == 1
    running = queries.get_contract(on(market.firm, day), contract_id=contract.id)
    amended(market, running, day, deferred_fee_minor=6_000_000, from_on=day)
    heard(on(market.uow, day))
    rows = market.uow.rows(
        "SELECT key, state, amount_minor FROM obligation WHERE contract_id = :id ORDER BY key",
        id=contract.id,
    )
    assert [(r["key"], r["state"], r["amount_minor"]) for r in rows] == [
        ("deferred:1", "invoiced", 3_000_000),
        ("deferred:2", "waiting", 2_000_000),
        ("deferred:3", "waiting", 2_000_000),
    ]


def test_an_earlier_trigger_is_never_raised_for_the_past(market: Market) -> None:
    contract = a_running_contract(market)
    start = contract.effective_on
    assert start is not None
    day = add_months(start, 8)
    running = queries.get_contract(on(market.firm, day), contract_id=contract.id)
    trigger = {"kind": "date", "after_months": 6}
    amended(market, running, day, deferral_trigger=trigger, free_period_months=6, from_on=day)
    found = owed(market.uow, contract)
    assert found["deferred:1"] == (3_000_000, day)
    assert queries.get_contract(on(market.firm, day), contract_id=contract.id).state == "paying"


def test_versions_follow_one_another_with_their_hashes(market: Market) -> None:
    contract = a_running_contract(market)
    today = market.uow.today
    one = amended(market, contract, today, months=72)
    current = queries.get_contract(market.firm, contract_id=contract.id)
    two = amended(market, current, today + timedelta(days=5), months=84, from_on=today + timedelta(days=40))
    found = amendments.list_amendments(market.firm, contract_id=contract.id)
    assert [(a.number, a.before_hash, a.terms_hash) for a in found] == [
        (1, contract.terms_hash, one.terms_hash),
        (2, one.terms_hash, two.terms_hash),
    ]
    current = queries.get_contract(market.firm, contract_id=contract.id)
    with pytest.raises(DateOutOfRange):  # before what is in force already
        propose(market.firm, current, from_on=today + timedelta(days=39), months=96)


def test_a_late_last_signature_moves_the_first_day(market: Market) -> None:
    contract = a_running_contract(market)
    found = propose(market.firm, contract, months=72)
    sign(market.firm, contract, found)
    later = market.uow.today + timedelta(days=9)
    assert sign(on(market.officer, later), contract, found).from_on == later


@pytest.mark.parametrize("changes", [{"licence_type": "exclusive"}, {"start_on": date(2027, 1, 1)}])
def test_some_terms_never_change(market: Market, changes: dict[str, Any]) -> None:
    contract = a_running_contract(market)
    with pytest.raises(AmendmentNotPossible):
        propose(market.firm, contract, **changes)


def test_the_condition_stands_once_it_is_met(market: Market) -> None:
    contract = a_running_contract(market)
    assert contract.effective_on is not None
    first = add_months(contract.effective_on, 12)
    service.end_free_periods(on(market.uow, first))
    running = queries.get_contract(on(market.firm, first), contract_id=contract.id)
    with pytest.raises(AmendmentNotPossible) as refused:
        propose(
            on(market.firm, first),
            running,
            free_period_months=24,
            deferral_trigger={"kind": "date", "after_months": 24},
        )
    assert refused.value.fields == "deferral_trigger、free_period_months"


def test_refusals_change_nothing(market: Market) -> None:
    drafted = a_contract(market)
    with pytest.raises(IllegalMove):
        propose(market.firm, drafted, months=72)
    service.sign_contract(market.firm, contract_id=drafted.id, content_sha256=drafted.content_sha256)
    contract = service.sign_contract(
        market.officer, contract_id=drafted.id, content_sha256=drafted.content_sha256
    )
    with pytest.raises(NothingAmended):
        propose(market.firm, contract)
    with pytest.raises(DateOutOfRange):
        propose(market.firm, contract, from_on=market.uow.today - timedelta(days=1), months=72)
    with pytest.raises(InvalidInput):
        propose(market.firm, contract, field_of_use="烘干，产品售价由许可方核定")
    with pytest.raises(NotFound):
        propose(market.outsider, contract, months=72)
    weak = replace(market.firm.actor, permissions=market.firm.actor.permissions - {"contract.sign"})
    with pytest.raises(Forbidden):
        propose(market.acting(weak), contract, months=72)
    assert amendments.list_amendments(market.firm, contract_id=contract.id) == []
    found = propose(market.firm, contract, months=72)
    with pytest.raises(AmendmentPending):
        propose(market.officer, contract, months=84)
    with pytest.raises(ContentChanged):
        sign(market.officer, contract, found.model_copy(update={"content_sha256": "0" * 64}))


def test_a_withdrawn_amendment_leaves_the_terms_alone(market: Market) -> None:
    contract = a_running_contract(market)
    found = propose(market.firm, contract, months=72)
    sign(market.officer, contract, found)
    gone = service.withdraw_amendment(market.firm, contract_id=contract.id, number=1, reason="另行协商")
    assert (gone.state, gone.withdrawal, gone.moves) == ("withdrawn", "另行协商", [])
    with pytest.raises(IllegalMove):
        sign(market.firm, contract, found)
    assert queries.get_contract(market.firm, contract_id=contract.id).terms_hash == contract.terms_hash
    assert propose(market.firm, contract, months=72).number == 2
