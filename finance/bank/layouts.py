"""The dated layouts of banks' exports, as data: `layouts.yaml`."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from marketplace.core.yaml_file import read_yaml

Role = Literal[
    "day", "credit", "debit", "amount", "side", "name", "account", "memo", "serial", "balance", "own",
    "payer_name", "payer_account", "payee_name", "payee_account",
]  # fmt: skip
Above = Literal["own", "opening", "closing", "credits", "debits"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BankName(_Frozen):
    """A bank's name in both languages."""

    zh: str
    en: str


class Column(_Frozen):
    """What a column may be called, the best first; `confirmed`: found in public programs that read this export."""

    headings: tuple[str, ...]
    confirmed: bool


class Layout(_Frozen):
    """One bank's export from a day on. `marks` are the headings that tell it from every other one."""

    id: str
    bank: BankName
    effective_from: date
    marks: tuple[str, ...]
    columns: Mapping[Role, Column]
    above: Mapping[Above, tuple[str, ...]]

    def positions(self, headings: Sequence[str]) -> dict[str, list[int]] | None:
        """Return where each role stands under these headings; None if this is not the bank's table."""
        if not set(self.marks) <= set(headings):
            return None
        found: dict[str, list[int]] = {}
        for role, column in self.columns.items():
            if places := [headings.index(name) for name in column.headings if name in headings]:
                found[role] = places if role == "memo" else places[:1]
        told = "credit" in found or "amount" in found
        return found if "day" in found and told else None


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout, the most particular first, so that the general one is tried last."""
    told = read_yaml(Path(__file__).with_name("layouts.yaml"))
    return tuple(Layout.model_validate(entry) for entry in told["layouts"])
