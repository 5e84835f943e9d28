"""The life of a contract as one list of dated lines: what happened, then what lies ahead."""

from datetime import date, datetime
from typing import Any

from marketplace.contracts.schemas import ObligationView, PartyView, TimelineEntry
from marketplace.contracts.states import CONTRACT
from marketplace.core.clock import business_date, end_of_day
from marketplace.core.i18n import Locale, Text
from marketplace.terms import ContractFacts, TermSheet, trigger_date, trigger_words

_SIGNED = Text("{name}签署（{person}）", "Signed by {name} ({person})")
_WILL_SIGN = Text("待 {name} 签署", "To be signed by {name}")
_DRAFTED = Text("合同生成", "Contract drawn up")
_FIRST_INCOME = Text("首次取得收入", "First income")
_STATEMENT = Text("收入报告 {from_on} 至 {to_on}", "Income reported for {from_on} to {to_on}")
_MILESTONE = Text("里程碑完成：{name}", "Milestone reached: {name}")
_TRIGGER = Text("免费使用结束：{words}", "Free use ends: {words}")
_RECORD = Text("向国家知识产权局备案的最后日期", "Last day to record the licence with CNIPA")
_ENDS = Text("许可期限届满", "The licence ends")
_OWED = {
    "entry_fee": Text("入门费", "Entry fee"),
    "deferred_fee": Text("许可费", "Licence fee"),
    "milestone_fee": Text("里程碑款", "Milestone fee"),
    "royalty": Text("提成", "Royalty"),
    "minimum_royalty": Text("最低提成", "Minimum royalty"),
    "buyout": Text("买断价款", "Buy-out"),
}
_DUE = Text("{what}最迟支付日", "{what} due")
_UNDATED = end_of_day(date(9998, 12, 31))


def build(
    *,
    steps: list[dict[str, Any]],
    parties: list[PartyView],
    facts: ContractFacts,
    sheet: TermSheet,
    obligations: list[ObligationView],
    record_by_on: date | None,
    ends_on: date | None,
    today: date,
    locale: Locale,
    more: list[TimelineEntry],
) -> list[TimelineEntry]:
    """Return the lines in order of time, undated ones last; states come from the history, sums from the schedule.

    Lines with an instant stand by it; a line that only has a date closes its day, yet a fact stands before what
    it set off. Of one instant the cause comes first: the contract is drawn up, then signed, then takes effect.
    """
    drawn_up: list[tuple[datetime | None, TimelineEntry]] = []
    later: list[tuple[datetime | None, TimelineEntry]] = []
    for step in steps:
        if step["move"] == "begin":
            drawn_up.append((step["at"], _step(step, _DRAFTED.in_(locale))))
        elif step["move"] != "sign":
            later.append((step["at"], _step(step, CONTRACT.move(step["move"]).label.in_(locale))))
    signatures = [(party.signed_at, _signature(party, locale)) for party in parties]
    set_off = {
        business_date(step["at"]): step["at"]
        for step in reversed(steps)
        if step["move"] in ("end_free_period", "complete")
    }
    happened = _facts(facts, sheet, locale)
    entries = [*more]
    trigger_on = trigger_date(sheet, facts)
    if facts.effective_on is not None and facts.ended_on is None:
        words = trigger_words(sheet, locale)
        happened.append(
            TimelineEntry(
                on=trigger_on,
                kind="trigger",
                title=_TRIGGER.in_(locale, words=words),
                done=trigger_on is not None and trigger_on <= today,
            )
        )
        entries += [_owed(obligation, locale) for obligation in obligations]
        for on, kind, text in ((record_by_on, "record_by", _RECORD), (ends_on, "ends", _ENDS)):
            entries.append(
                TimelineEntry(on=on, kind=kind, title=text.in_(locale), done=on is not None and on <= today)
            )
    causes = [(entry.on and set_off.get(entry.on, end_of_day(entry.on)), entry) for entry in happened]
    dated = [(entry.on and end_of_day(entry.on), entry) for entry in entries]
    lines = [*drawn_up, *signatures, *causes, *later, *dated]
    return [entry for _, entry in sorted(lines, key=lambda line: line[0] or _UNDATED)]


def _step(step: dict[str, Any], title: str) -> TimelineEntry:
    return TimelineEntry(
        on=business_date(step["at"]), kind=f"state.{step['to_state']}", title=title, done=True
    )


def _signature(party: PartyView, locale: Locale) -> TimelineEntry:
    if party.signed_at is None:
        return TimelineEntry(
            on=None, kind="signature", title=_WILL_SIGN.in_(locale, name=party.name), done=False
        )
    title = _SIGNED.in_(locale, name=party.name, person=party.signer_name)
    return TimelineEntry(on=business_date(party.signed_at), kind="signature", title=title, done=True)


def _facts(facts: ContractFacts, sheet: TermSheet, locale: Locale) -> list[TimelineEntry]:
    names = {milestone.key: milestone.name for milestone in sheet.milestones}
    entries = [
        TimelineEntry(
            on=s.to_on,
            kind="statement",
            title=_STATEMENT.in_(locale, from_on=s.from_on, to_on=s.to_on),
            done=True,
        )
        for s in facts.statements
    ]
    entries += [
        TimelineEntry(
            on=m.reached_on,
            kind="milestone",
            title=_MILESTONE.in_(locale, name=names.get(m.key, m.key)),
            done=True,
        )
        for m in facts.milestones
    ]
    if facts.first_income_on is not None:
        entries.append(
            TimelineEntry(
                on=facts.first_income_on, kind="first_income", title=_FIRST_INCOME.in_(locale), done=True
            )
        )
    return entries


def _owed(obligation: ObligationView, locale: Locale) -> TimelineEntry:
    return TimelineEntry(
        on=obligation.due_on,
        kind=f"owed.{obligation.kind}",
        title=_DUE.in_(locale, what=_OWED[obligation.kind].in_(locale)),
        amount_minor=obligation.amount_minor,
        done=obligation.done,
    )
