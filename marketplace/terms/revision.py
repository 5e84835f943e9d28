"""New terms beside the ones they would replace, in one language: what changes, whom it serves, what it costs. Pure."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from marketplace.core.i18n import Locale
from marketplace.core.values import Frozen
from marketplace.terms.cautions import cautions
from marketplace.terms.differences import Cost, cost_of, differences
from marketplace.terms.sheet import TermSheet


class DifferenceView(Frozen):
    """One changed clause in the reader's language; `gains`: who is better off, None where it depends."""

    field: str
    name: str
    before: str
    after: str
    gains: Literal["licensee", "licensor"] | None


class Revision(Frozen):
    """What one sheet changes against another, and what each costs on the firm's sales plan, in fen; no cost without a plan."""

    differences: list[DifferenceView]
    cost_before: Cost | None
    cost_after: Cost | None
    cautions: list[str]


def revise(
    before: TermSheet, after: TermSheet, *, plan: Sequence[int], effective_on: date, locale: Locale
) -> Revision:
    """Return what `after` changes; both sheets are costed from `effective_on` on for yearly sales of `plan` in fen."""
    chinese = locale == "zh-CN"
    costs = [cost_of(sheet, plan, effective_on=effective_on) if plan else None for sheet in (before, after)]
    return Revision(
        differences=[
            DifferenceView(
                field=d.field,
                name=d.name.in_(locale),
                before=d.before.in_(locale),
                after=d.after.in_(locale),
                gains=d.gains,
            )
            for d in differences(before, after)
        ],
        cost_before=costs[0],
        cost_after=costs[1],
        cautions=[c.zh if chinese else c.en for c in cautions(after)],
    )
