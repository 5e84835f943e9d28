"""Firms ask for money, and people of a fund and a bank take the deals along their pipelines."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from finance.applications import queries as requests, service as funding
from finance.applications.schemas import (
    ApplicationState,
    DeclaredFact,
    FirmApplication,
    FundingRequestDraft,
    MatchView,
    MoveDeal,
    SubmitApplication,
)
from marketplace.app.seed.plot import CASTING, DRYING, GATEWAY, WAN
from marketplace.app.seed.stage import Stage

IN_ORDER: Final[dict[str, Any]] = {
    "overdue_debt": False, "bad_lists": (), "rights_clean": True, "own_funds_minor": 200 * WAN, "full_time_team": 8,
    "contract_registered": True, "guarantee_offered": True,
}  # fmt: skip
"""What a firm in good order declares."""


def tell(stage: Stage, listing_ids: dict[str, UUID]) -> None:
    """Open the requests and let the providers work on them."""
    pilot_line(stage, listing_ids[DRYING])
    angel_round(stage, listing_ids[GATEWAY])
    equipment(stage, listing_ids[CASTING])


def pilot_line(stage: Stage, listing_id: UUID) -> None:
    """The dyeing firm wants a pilot line for the drying it uses freely; she has sent it to a bank."""
    draft = FundingRequestDraft(
        title="闭式热泵烘干中试线", purpose="pilot_line", amount_minor=300 * WAN, stage="early", listing_id=listing_id,
        facts=_facts(equity_offered=True, rd_share_bps=900, orders_minor=420 * WAN, trial_customers=3, patents_in_force=4),
    )  # fmt: skip
    request_id = funding.open_request(stage.at("firm", 8), draft=draft)
    for match in best_of(stage, "firm", request_id, "bank", count=1):
        hand_over(stage, "firm", request_id, match, days_ago=2)
    stage.react()


def angel_round(stage: Stage, listing_id: UUID) -> None:
    """A maker of networking boxes asks for an angel round; the fund is in due diligence, and got two more requests.

    One fits; the other goes to a product that a condition bars her from, and she says why she asks all the same.
    """
    draft = FundingRequestDraft(
        title="老旧设备联网盒二代研发", purpose="development", amount_minor=400 * WAN, stage="angel", listing_id=listing_id,
        facts=_facts(
            equity_offered=True, graduate_share_bps=6200, rd_share_bps=2600, cash_capital_paid=True, team_share_bps=7000,
            trial_customers=6, patents_in_force=3,
        ),
    )  # fmt: skip
    request_id = funding.open_request(stage.at("firm5", 16), draft=draft)
    (best,) = best_of(stage, "firm5", request_id, "fund", count=1)
    first = hand_over(stage, "firm5", request_id, best, days_ago=15)
    fund = stage.at("fund", 11)
    due = MoveDeal(
        to=ApplicationState.DUE_DILIGENCE, owner_id=fund.actor.user_id, due_on=stage.uow.today + timedelta(days=10)
    )  # fmt: skip
    funding.move_deal(
        stage.at("fund", 14), application_id=first.id, form=MoveDeal(to=ApplicationState.SCREENING)
    )
    funding.read_deal(fund, application_id=first.id)
    funding.move_deal(fund, application_id=first.id, form=due)
    note = "周三去无锡看产线，带上做过采集盒的同事；重点核实 118 台的计件误差。"
    funding.add_note(stage.at("fund", 6), application_id=first.id, text=note)
    line = draft.model_copy(
        update={"title": "联网盒中试产线", "purpose": "pilot_line", "amount_minor": 200 * WAN}
    )
    line_id = funding.open_request(stage.at("firm5", 8), draft=line)
    (fitting,) = best_of(stage, "firm5", line_id, "fund", count=1)
    hand_over(stage, "firm5", line_id, fitting, days_ago=1)
    barred = barred_from(stage, "firm5", request_id, "fund")
    hand_over(
        stage, "firm5", request_id, barred, days_ago=1,
        message="有一项条件不满足，我们清楚；六家客户已在试用，请看过产线再定。",
    )  # fmt: skip
    stage.react()


def equipment(stage: Stage, listing_id: UUID) -> None:
    """The die caster asks for an equipment loan; the bank found it too early for one product and passed."""
    draft = FundingRequestDraft(
        title="压铸真空与局部增压设备", purpose="equipment", amount_minor=500 * WAN, stage="growth", listing_id=listing_id,
        facts=_facts(bank_debt_minor=1200 * WAN, orders_minor=2600 * WAN, patents_in_force=9, rd_share_bps=620),
    )  # fmt: skip
    request_id = funding.open_request(stage.at("firm2", 12), draft=draft)
    handed = [
        hand_over(stage, "firm2", request_id, match, days_ago=11)
        for match in best_of(stage, "firm2", request_id, "bank", count=2)
    ]
    for application in handed[1:]:
        passing = MoveDeal(
            to=ApplicationState.PASSED, reason="本产品额度已用于同类设备，建议改走另一款中试设备贷"
        )
        funding.move_deal(stage.at("bank", 5), application_id=application.id, form=passing)
    for application in handed[:1]:
        look = MoveDeal(to=ApplicationState.SCREENING)
        funding.move_deal(stage.at("bank", 8), application_id=application.id, form=look)
    stage.react()


def best_of(stage: Stage, login: str, request_id: UUID, provider: str, *, count: int) -> list[MatchView]:
    """Return the products of a provider that answer a request best; raises `LookupError` when too few fit."""
    matches = requests.get_matches(stage.at(login, 7), request_id=request_id)
    ours = _offered_by(stage, provider, (*matches.eligible, *matches.possible))
    if len(ours) < count:
        refused = {
            match.instrument.name.zh: [gate.text.zh for gate in match.match.gates if gate.verdict == "fail"]
            for match in _offered_by(stage, provider, matches.excluded)
        }
        message = (
            f"{len(ours)} of {count} products of {provider} fit the request of {login}; excluded: {refused}"
        )
        raise LookupError(message)
    return ours[:count]


def barred_from(stage: Stage, login: str, request_id: UUID, provider: str) -> MatchView:
    """Return the first product of a provider that a condition bars a request from; `LookupError` when none does."""
    matches = requests.get_matches(stage.at(login, 7), request_id=request_id)
    ours = _offered_by(stage, provider, matches.excluded)
    if not ours:
        raise LookupError(f"every product of {provider} fits the request of {login}")
    return ours[0]


def _offered_by(stage: Stage, provider: str, matches: Iterable[MatchView]) -> list[MatchView]:
    provider_id = stage.cast.actors[provider].organization_id
    return [match for match in matches if match.instrument.provider_id == provider_id]


def hand_over(
    stage: Stage, login: str, request_id: UUID, match: MatchView, *, days_ago: int,
    message: str = "许可合同和试用数据都在平台上，欢迎来厂里看。",
) -> FirmApplication:  # fmt: skip
    """Send a request to a provider, with consent to read the facts."""
    form = SubmitApplication(instrument_id=match.instrument.id, consent=True, message=message)
    return funding.submit_application(stage.at(login, days_ago), request_id=request_id, form=form)


def _facts(**more: Any) -> tuple[DeclaredFact, ...]:
    declared = IN_ORDER | more
    return tuple(DeclaredFact(field=name, value=value) for name, value in declared.items())
