"""What `python -m tests.month` writes: what happened, what went wrong, and the trial balance at its end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from finance.books import queries as books

if TYPE_CHECKING:
    from tests.month import Month


def page(month: Month, *, licences: int, days: int, seed: int, seconds: float) -> str:
    """The report of a month: what happened, what went wrong, and the trial balance at its end."""
    with month.people.as_() as uow:
        rows = books.get_trial_balance(uow).rows
    lines = [
        "<!-- Written by `make month`; do not edit. -->",
        "# A month of a university",
        "",
        f"{licences} licences, {days} days, seed {seed}: every invariant held at each midnight, and the month was closed with no",
        "difference between the books, the bank and the provider. The command repeats it; amounts are yuan.",
        "",
        "| what happened | times |",
        "| --- | ---: |",
        *(f"| {what} | {n:,} |" for what, n in sorted(month.count.items()) if n),
        "",
        "## Trial balance at the end",
        "",
        "| account | debits | credits | balance |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {r.kind} | {yuan(r.debit_minor)} | {yuan(r.credit_minor)} | {yuan(r.closing_minor)} |"
            for r in rows
        ),
        f"| **total** | {yuan(sum(r.debit_minor for r in rows))} | {yuan(sum(r.credit_minor for r in rows))} | |",
    ]
    assert sum(r.debit_minor for r in rows) == sum(r.credit_minor for r in rows)
    sys.stdout.write(f"{licences} licences, {days} days, seed {seed}: closed in {seconds:.0f} s\n")
    return "\n".join(lines) + "\n"


def yuan(minor: int) -> str:
    """Fen as yuan."""
    return f"{minor / 100:,.2f}"
