"""What changes between two sheets, in the sentences in which people know them."""

from difflib import SequenceMatcher
from itertools import zip_longest

from pydantic import BaseModel, ConfigDict

from marketplace.core.i18n import Locale
from marketplace.terms.describe import describe
from marketplace.terms.sheet import TermSheet


class Change(BaseModel):
    """One sentence before and after; empty where it appears or disappears."""

    model_config = ConfigDict(frozen=True)

    before: str
    after: str


def changes(old: TermSheet, new: TermSheet, locale: Locale) -> list[Change]:
    """Return every change between two sheets; what no sentence shows is named by its field. Empty for equal sheets."""
    before, after = describe(old, locale), describe(new, locale)
    found = []
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        left, right = before[a:b], after[c:d]
        found += [Change(before=was, after=now) for was, now in zip_longest(left, right, fillvalue="")]
    for name in TermSheet.model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and describe(old.model_copy(update={name: now}), locale) == before:
            found.append(Change(before=f"{name}: {_written(was)}", after=f"{name}: {_written(now)}"))
    return found


def _written(value: object) -> str:
    return value.model_dump_json() if isinstance(value, BaseModel) else str(value)
