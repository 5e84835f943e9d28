"""The schedule: term sheet and facts in, obligations out. No clock, no I/O.

The simulator, the contract annex and the invoices all come from here, so they cannot differ.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from marketplace.core.money import allocate
from marketplace.terms.facts import ContractFacts, Formula, Obligation, TriggerKind, add_months
from marketplace.terms.royalties import royalty_obligations
from marketplace.terms.sheet import AfterMonths, AtEffect, AtFirstIncome, AtMilestone, TermSheet


def licence_start(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the first day of the licence: the day of effect, or a later agreed start; None before effect."""
    if facts.effective_on is None:
        return None
    return max(facts.effective_on, sheet.start_on or facts.effective_on)


def licence_end(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the first day after the licence, earlier when it was returned, terminated, bought out or invalidated.

    It never outlives the last of its patents (民法典 §865).
    """
    start = licence_start(sheet, facts)
    if start is None:
        return None
    ends = (
        add_months(start, sheet.months),
        facts.rights_end_on,
        facts.ended_on,
        facts.bought_out_on,
        facts.invalidated_on,
    )
    return min(end for end in ends if end is not None)


def conversion_date(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the day from which equity stands in place of fees; None without a clause, a conversion, or past its months."""
    start, day = licence_start(sheet, facts), facts.converted_on
    if sheet.conversion is None or start is None or day is None:
        return None
    return day if start <= day < add_months(start, sheet.conversion.until_months) else None


def fees_end(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the first day on which no running fee accrues any more: the end of the licence or the conversion."""
    ends = [end for end in (licence_end(sheet, facts), conversion_date(sheet, facts)) if end is not None]
    return min(ends, default=None)


def _void_from(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the day from which nothing at all comes into being: the rights are void or equity replaces the fees."""
    days = [day for day in (facts.invalidated_on, conversion_date(sheet, facts)) if day is not None]
    return min(days, default=None)


def trigger_date(sheet: TermSheet, facts: ContractFacts) -> date | None:
    """Return the day from which fees may fall due: the end of free use; None while it is not known."""
    found = _triggered(sheet, facts)
    return found[0] if found else None


def _triggered(sheet: TermSheet, facts: ContractFacts) -> tuple[date, TriggerKind] | None:
    start = licence_start(sheet, facts)
    if start is None:
        return None
    known: list[tuple[date, TriggerKind]] = []
    for trigger in sheet.single_triggers():
        day = _day_of(trigger, start, facts)
        if day is not None:
            known.append((max(day, start), trigger.kind))
    if not known:
        return None
    first = min(known, key=lambda found: found[0])
    # A technology given back before the trigger owes nothing that waits for it, nor does one that became void.
    ends = [end for end in (facts.ended_on, _void_from(sheet, facts)) if end is not None]
    return None if ends and first[0] >= min(ends) else first


def _day_of(
    trigger: AtEffect | AfterMonths | AtFirstIncome | AtMilestone, start: date, facts: ContractFacts
) -> date | None:
    match trigger:
        case AfterMonths(after_months=months):
            return add_months(start, months)
        case AtFirstIncome():
            return facts.first_income_on
        case AtMilestone(milestone=key):
            return facts.reached_on(key)
        case AtEffect():
            return start


def obligations(sheet: TermSheet, facts: ContractFacts) -> list[Obligation]:
    """Return everything owed under a sheet given what has happened, ordered by due day; waiting ones come last.

    Nothing but an entry fee ever falls due before the trigger. Amounts are fen and add up exactly. After an amendment each
    sum follows the terms in force on the day it arises; what the new terms would have made due before their first day and
    the old ones had not arises on that day, except royalties, which are never raised for the past. From the day on which
    the rights are void (专利法 §47) or equity replaced the fees, nothing comes into being; what did before stays.
    """
    if not facts.earlier:
        return _owed(sheet, facts)
    bare = facts.model_copy(update={"earlier": ()})
    found: dict[str, Obligation] = {}
    begins = date.min
    for past in facts.earlier:
        for owed in _owed(past.sheet, bare):
            if owed.arises_on is not None and begins <= owed.arises_on < past.until_on:
                found.setdefault(owed.key, owed)
        begins = past.until_on
    for owed in _owed(sheet, bare):
        arises = owed.arises_on
        if arises is None or arises >= begins:
            found.setdefault(owed.key, owed)
        elif "royalty" not in owed.kind:
            late = begins - arises
            moved = {"arises_on": begins, "due_on": owed.due_on + late if owed.due_on else None}
            found.setdefault(owed.key, owed.model_copy(update=moved))
    return sorted(found.values(), key=lambda o: o.due_on or date.max)


def _owed(sheet: TermSheet, facts: ContractFacts) -> list[Obligation]:
    start, end, void = licence_start(sheet, facts), fees_end(sheet, facts), _void_from(sheet, facts)
    found = _triggered(sheet, facts)
    owed = [
        *_entry_fee(sheet, start),
        *_deferred_fee(sheet, facts, found),
        *_milestone_fees(sheet, facts, found),
    ]
    if found and end and sheet.royalty:
        counted = facts if void is None else _reported_before(facts, void)
        owed += royalty_obligations(sheet, sheet.royalty, counted, found[0], end)
    if void is not None:
        owed = [each for each in owed if each.arises_on is not None and each.arises_on < void]
    # Equity replaces fees, not the price of the technology itself; only void rights cannot be bought any more.
    owed += [each for each in _buyout(sheet, facts) if _is_valid_on(facts, each.arises_on)]
    return sorted(owed, key=lambda o: o.due_on or date.max)


def _is_valid_on(facts: ContractFacts, day: date | None) -> bool:
    return facts.invalidated_on is None or (day is not None and day < facts.invalidated_on)


def _reported_before(facts: ContractFacts, void: date) -> ContractFacts:
    """Cut a statement that reaches past the day the fees stop: its part before, by days, fractions dropped."""
    kept = []
    for each in facts.statements:
        if each.from_on < void < each.to_on:
            days, whole = (void - each.from_on).days, (each.to_on - each.from_on).days
            part = {
                "to_on": void,
                "base_minor": each.base_minor * days // whole,
                "units": each.units * days // whole,
            }
            kept.append(each.model_copy(update=part))
        elif each.from_on < void:
            kept.append(each)
    return facts.model_copy(update={"statements": tuple(kept)})


def _entry_fee(sheet: TermSheet, start: date | None) -> Iterator[Obligation]:
    if sheet.entry_fee_minor:
        yield Obligation(
            key="entry",
            kind="entry_fee",
            amount_minor=sheet.entry_fee_minor,
            trigger="effect",
            arises_on=start,
            due_on=start + timedelta(days=sheet.payment_days) if start else None,
            formula=Formula(code="fee.entry"),
        )


def _over(facts: ContractFacts, day: date | None) -> bool:
    """Tell whether the contract ended or was bought out before a fee came into being."""
    ends = [end for end in (facts.ended_on, facts.bought_out_on) if end is not None]
    return bool(ends) and (day is None or day >= min(ends))


def _deferred_fee(
    sheet: TermSheet, facts: ContractFacts, found: tuple[date, TriggerKind] | None
) -> Iterator[Obligation]:
    if not sheet.deferred_fee_minor:
        return
    plan = sheet.instalments
    count, every = (plan.count, plan.every_months) if plan else (1, 0)
    for number, amount in enumerate(allocate(sheet.deferred_fee_minor, [1] * count), start=1):
        arises = add_months(found[0], every * (number - 1)) if found else None
        if _over(facts, arises):
            continue
        yield Obligation(
            key=f"deferred:{number}",
            kind="deferred_fee",
            amount_minor=amount,
            trigger=found[1] if found else sheet.deferral_trigger.kind,
            arises_on=arises,
            due_on=arises + timedelta(days=sheet.payment_days) if arises else None,
            formula=Formula(
                code="fee.instalment" if plan else "fee.deferred",
                params={"number": number, "count": count, "total_minor": sheet.deferred_fee_minor},
            ),
        )


def _milestone_fees(
    sheet: TermSheet, facts: ContractFacts, found: tuple[date, TriggerKind] | None
) -> Iterator[Obligation]:
    for milestone in sheet.milestones:
        reached = facts.reached_on(milestone.key)
        arises = max(reached, found[0]) if reached and found else None
        if not milestone.amount_minor or _over(facts, arises):
            continue
        yield Obligation(
            key=f"milestone:{milestone.key}",
            kind="milestone_fee",
            amount_minor=milestone.amount_minor,
            trigger="milestone",
            arises_on=arises,
            due_on=arises + timedelta(days=milestone.due_days) if arises else None,
            formula=Formula(code="fee.milestone", params={"name": milestone.name}),
        )


def _buyout(sheet: TermSheet, facts: ContractFacts) -> Iterator[Obligation]:
    if facts.bought_out_on and sheet.buyout_price_minor:
        yield Obligation(
            key="buyout",
            kind="buyout",
            amount_minor=sheet.buyout_price_minor,
            trigger="buyout",
            arises_on=facts.bought_out_on,
            due_on=facts.bought_out_on + timedelta(days=sheet.payment_days),
            formula=Formula(code="fee.buyout"),
        )
