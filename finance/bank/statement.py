"""A bank statement that was read, whatever format it came in, and the checks that every one must pass. Pure."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from finance.bank.errors import StatementDoesNotAddUp
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError

Direction = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money that came or went, in fen above 0. `row` is where it stands in the file, `serial` the bank's own number.

    `key` tells it from every other line of the account, also in an overlapping or reordered file.
    """

    row: int
    booked_on: date
    direction: Direction
    amount_minor: int
    name: str = ""
    account: str = ""
    memo: str = ""
    serial: str = ""
    balance_minor: int | None = None
    key: str = ""

    @property
    def signed_minor(self) -> int:
        """The amount as it changes the balance."""
        return self.amount_minor if self.direction == "in" else -self.amount_minor


@dataclass(frozen=True, slots=True)
class Statement:
    """What a bank says about one account. Balances are None where the file does not tell them."""

    layout: str
    account_no: str
    lines: tuple[StatementLine, ...]
    opening_minor: int | None = None
    closing_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Sums that the file itself states, in fen; None where it does not."""

    opening_minor: int | None = None
    closing_minor: int | None = None
    credits_minor: int | None = None
    debits_minor: int | None = None


def checked(layout: str, account_no: str, lines: Sequence[StatementLine], told: Told) -> Statement:
    """Return the statement with a key for each line; raises `StatementDoesNotAddUp` for sums or balances that do not fit."""
    received = sum(line.amount_minor for line in lines if line.direction == "in")
    sent = sum(line.amount_minor for line in lines if line.direction == "out")
    for stated, counted in ((told.credits_minor, received), (told.debits_minor, sent)):
        if stated is not None and abs(stated) != counted:
            raise StatementDoesNotAddUp(stated_minor=abs(stated), counted_minor=counted)
    opening, closing = _ends(lines)
    opening = told.opening_minor if told.opening_minor is not None else opening
    closing = told.closing_minor if told.closing_minor is not None else closing
    if opening is not None and closing is not None and opening + received - sent != closing:
        raise StatementDoesNotAddUp(stated_minor=closing, counted_minor=opening + received - sent)
    return Statement(layout, account_no, _keyed(lines), opening, closing)


def _ends(lines: Sequence[StatementLine]) -> tuple[int | None, int | None]:
    """Return the balances before and after the lines, in whatever order they stand.

    Each line leads from one balance to another. In a whole statement these steps form one chain: every balance that is
    left is also reached, but for the first, and every balance that is reached is left, but for the last.
    """
    if not lines or any(line.balance_minor is None for line in lines):
        return None, None
    after = Counter(line.balance_minor or 0 for line in lines)
    before = Counter((line.balance_minor or 0) - line.signed_minor for line in lines)
    starts, ends = before - after, after - before
    if starts.total() > 1:
        rows = [line.row for line in lines if (line.balance_minor or 0) - line.signed_minor in starts]
        raise StatementDoesNotAddUp(
            stated_minor=max(starts), counted_minor=min(starts),
            errors=tuple(FieldError(f"/rows/{row}/balance", "statement.balance", _BROKEN, {"row": row}) for row in sorted(rows)[:50]),
        )  # fmt: skip
    if (
        not starts
    ):  # the account ends where it began: any point of the circle will do, so the file's own order decides
        first = lines[0]
        return ((first.balance_minor or 0) - first.signed_minor,) * 2
    return next(iter(starts)), next(iter(ends))


_BROKEN = Text(
    zh="第 {row} 行的余额接不上其他行。请导出全部收支，不要筛选或删行。",
    en="Row {row}: the balance does not follow from any other. Export all lines, received and sent, unfiltered.",
)


def _keyed(lines: Sequence[StatementLine]) -> tuple[StatementLine, ...]:
    shared = Counter((line.serial, line.direction) for line in lines if line.serial)
    seen: Counter[str] = Counter()
    keyed = []
    for line in lines:
        way = "" if line.direction == "in" else "|out"
        what = f"{line.booked_on}|{line.amount_minor}|{line.account}|{line.name}|{line.memo}{way}"
        if line.serial and shared[line.serial, line.direction] == 1:
            key = f"n:{line.serial}{way}"
        else:
            # Two genuine equal payments of one day are told apart by the balance, or by which of them this is: a
            # re-import counts the same.
            if line.balance_minor is not None:
                what += f"|{line.balance_minor}"
            what += f"|{line.serial}" if line.serial else ""
            seen[what] += 1
            key = f"h:{hashlib.sha256(f'{what}|{seen[what]}'.encode()).hexdigest()[:40]}"
        keyed.append(replace(line, key=key))
    return tuple(keyed)
