"""The cost simulator of a result's page: every input is in the address, so that an answer can be handed on as a link."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from marketplace.app.cost_drawing import drawing
from marketplace.app.street import Street
from marketplace.core.money import read_amount
from marketplace.core.problems import InvalidInput
from marketplace.listings import queries as listings
from marketplace.listings.schemas import DISCOUNT_LIMIT_BPS, SALES_LIMIT_MINOR, ListingView, Supposed
from marketplace.rulebook import queries as rulebook
from marketplace.terms import Assumptions, percent

FEN_PER_WAN = 1_000_000
USUAL_SALES_MINOR = 500 * FEN_PER_WAN
"""What the simulation begins with where the university gives no hint: 5 million yuan a year."""
USUAL_YEARS, MOST_YEARS = 3, 10
WAN_ZEROS = 4
_PERCENT = re.compile(r"([0-9]{1,4})(?:\.([0-9]{1,2}))?%?")
_YEARS = re.compile(r"[0-9]{1,3}")
WHOLE_BPS = 10_000

FIELDS = ("sales", "years", "rate", "margin", "unit")
"""The inputs by their names in the address: 万元 a year, years, % a year, % of sales that is profit, yuan a unit."""


@dataclass(slots=True)
class Question:
    """What a reader asks, as it was typed and as it was understood; `faults` holds one key of a text by input."""

    typed: dict[str, str]
    sales_minor: int
    rate_bps: int
    years: int = USUAL_YEARS
    margin_bps: int = Assumptions().profit_margin_bps
    unit_minor: int = Assumptions().unit_price_minor
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def understood(self) -> dict[str, str]:
        """Every input in its one written form, with which the question is asked again."""
        return {
            "sales": f"{(Decimal(self.sales_minor) / FEN_PER_WAN).normalize():f}",
            "years": str(self.years),
            "rate": percent(self.rate_bps),
            "margin": percent(self.margin_bps),
            "unit": f"{(Decimal(self.unit_minor) / 100).normalize():f}",
        }

    @property
    def shown(self) -> dict[str, str]:
        """What the form's fields hold: as typed where something was, so that a fault can be mended in place."""
        return {name: self.typed[name] or self.understood[name] for name in FIELDS}


def asked(request: Request, item: ListingView, street: Street) -> Question:
    """Read the inputs in the address; what is missing is supposed, what cannot be read is a fault and counts nothing."""
    typed = {name: request.query_params.get(name, "").strip() for name in FIELDS}
    question = Question(
        typed=typed,
        sales_minor=item.sales_hint_minor or USUAL_SALES_MINOR,
        rate_bps=rulebook.value("discount_rate_bps", street.uow.today),
    )
    if typed["sales"]:
        sales = read_amount(typed["sales"], plain_zeros=WAN_ZEROS, most_minor=SALES_LIMIT_MINOR)
        if isinstance(sales, str):
            question.faults["sales"] = sales
        else:
            question.sales_minor = sales
    if typed["years"]:
        years = unicodedata.normalize("NFKC", typed["years"])
        if _YEARS.fullmatch(years) and 1 <= int(years) <= MOST_YEARS:
            question.years = int(years)
        else:
            question.faults["years"] = "years"
    _read_share(question, "rate", DISCOUNT_LIMIT_BPS)
    _read_share(question, "margin", WHOLE_BPS)
    if typed["unit"]:
        price = read_amount(typed["unit"], most_minor=SALES_LIMIT_MINOR)
        if isinstance(price, str) or price == 0:
            question.faults["unit"] = "unit"
        else:
            question.unit_minor = price
    return question


def _read_share(question: Question, name: str, most_bps: int) -> None:
    if not question.typed[name]:
        return
    found = _PERCENT.fullmatch("".join(unicodedata.normalize("NFKC", question.typed[name]).split()))
    bps = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else most_bps + 1
    if bps > most_bps:
        question.faults[name] = name
    else:
        setattr(question, f"{name}_bps", bps)


def answered(street: Street, item: ListingView, question: Question) -> dict[str, Any]:
    """Return what the fragment of the simulation shows: the ways with their drawing, or what is wrong with the inputs."""
    base = {"question": question, "item_id": item.id, "asks": asks(item)}
    if question.faults:
        return base | {"status": InvalidInput.status, "ways": None}
    supposed = Supposed(
        discount_bps=question.rate_bps,
        profit_margin_bps=question.margin_bps,
        unit_price_minor=question.unit_minor,
    )
    compared = listings.compare_ways(street.uow, item, [question.sales_minor] * question.years, supposed)
    if compared is None:
        return base | {"ways": None}
    rule = rulebook.get_rule("discount_rate_bps", street.uow.today)
    return base | {
        "ways": compared,
        "plan": compared.way("use_first"),
        "bought": compared.way("outright"),
        "drawing": drawing(compared),
        "rate_is_usual": question.rate_bps == rule.value,
        "rate_confirmed": rule.confirmed,
        "free_months": item.free_period_months,
        "link": street.origin + street.at(f"/results/{item.id}") + f"?{_query(item, question)}#cost",
    }


def asks(item: ListingView) -> tuple[str, ...]:
    """Return the inputs that matter to a result: profit and the price of a unit only where royalties are counted on them."""
    base = item.terms.royalty.base if item.terms and item.terms.royalty else ""
    more = {"profit": ("margin",), "per_unit": ("unit",)}.get(base, ())
    return ("sales", "years", "rate", *more)


def _query(item: ListingView, question: Question) -> str:
    return urlencode({name: question.understood[name] for name in asks(item)})
