"""The licensed rights over time: which rules govern the licence of each on a day (技术合同解释 §29). No tables, no clock."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from marketplace.contracts.after_signature import LegalNature, RightEventKind


class RightFact(NamedTuple):
    """One recorded event of a right."""

    position: int
    kind: str
    happened_on: date


def dates_of(right: dict[str, Any], position: int, facts: Iterable[RightFact]) -> dict[str, date | None]:
    """Return the day of each kind of event of a right: what the contract's text says, then what was recorded."""
    known: dict[str, date | None] = dict.fromkeys(RightEventKind)
    granted = right.get("granted_on")
    known[RightEventKind.GRANTED] = date.fromisoformat(granted) if granted else None
    for fact in facts:
        if fact.position == position:
            known[fact.kind] = fact.happened_on
    return known


def legal_nature(kind: str, days: dict[str, date | None], on: date) -> tuple[LegalNature, date | None]:
    """Return which rules govern the licence of a right on a day, and since when; None: since the contract's start.

    技术合同解释 §29: an unpublished application is licensed by the rules on know-how, a published one by analogy to patent
    licences, and from its grant on it is a patent licence. A right that is void or has lapsed governs nothing.
    """
    lost = [day for k in ("invalidated", "lapsed") if (day := days.get(k)) is not None and day <= on]
    if lost:
        return "gone", min(lost)
    if kind == "software":
        return "software", None
    if kind == "know_how":
        return "know_how", None
    granted, published = days.get("granted"), days.get("published")
    if kind == "patent" or (granted is not None and granted <= on):
        return "patent_licence", granted
    if published is not None and published <= on:
        return "by_analogy", published
    return "know_how", None


def can_happen(kind: str, event: str, days: dict[str, date | None]) -> bool:
    """Tell whether an event can be recorded for a right: it fits its kind, is new, and the right is not gone."""
    if days.get("invalidated") or days.get("lapsed") or days.get(event):
        return False
    match event:
        case "published" | "granted":
            return kind == "application" and not days.get("granted")
        case "invalidated":
            return kind == "patent" or days.get("granted") is not None
        case _:
            return True


def rights_end_on(rights: list[dict[str, Any]], *, lost: Collection[int] = ()) -> date | None:
    """Return the first day on which none of the rights of a contract's text is in force; None when one has no end.

    Rights at the positions `lost` are left out: they were invalidated or have lapsed.
    """
    ends = [right["ends_on"] for place, right in enumerate(rights) if place not in lost]
    return max(map(date.fromisoformat, ends)) + timedelta(days=1) if ends and all(ends) else None
