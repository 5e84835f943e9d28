"""Products as people write them, in 万元 and with shared gates by name, turned into drafts.

The file has four parts: `phrases` and `documents` (key → zh, en), `gates` (name → gate) and `sets`
(name → list of gate names), then `products`. A rule may write `min_wan`, `max_wan` and `cap_wan`.
"""

from typing import Any

from pydantic import TypeAdapter

from finance.instruments.schemas import (
    InstrumentDraft,
    InstrumentKind,
    Mandate,
    Price,
    RiskShare,
    Terms,
    make_gate,
)
from finance.matching import Frozen, Gate, Preference, Rule
from finance.matching.gates import fields_of
from marketplace.core.i18n import Text

FEN_PER_WAN = 1_000_000
_RULE: TypeAdapter[Rule] = TypeAdapter(Rule)
_PREFERENCES: TypeAdapter[tuple[Preference, ...]] = TypeAdapter(tuple[Preference, ...])


class AuthoredProduct(Frozen):
    """A draft with its key in the file and the key of its provider."""

    key: str
    provider: str
    draft: InstrumentDraft


def read_products(book: dict[str, Any]) -> list[AuthoredProduct]:
    """Return the products of a parsed file in its order; raises `ValueError` or `KeyError` naming what is wrong."""
    return [_product(raw, book) for raw in book["products"]]


def _product(raw: dict[str, Any], book: dict[str, Any]) -> AuthoredProduct:
    try:
        draft = InstrumentDraft(
            kind=InstrumentKind(raw["kind"]),
            name=Text(raw["name"], raw["name_en"]),
            summary=Text(raw["summary"], raw["summary_en"]),
            terms=_terms(raw, book),
            mandate=Mandate(
                purposes=tuple(raw.get("purposes", ())),
                stages=tuple(raw.get("stages", ())),
                fields=tuple(raw.get("fields", ())),
                cities=tuple(raw.get("cities", ())),
                trl_min=raw.get("trl", (None, None))[0],
                trl_max=raw.get("trl", (None, None))[1],
            ),
            gates=tuple(_gates(raw.get("gates", ()), book)),
            preferences=_PREFERENCES.validate_python(_in_fen(raw.get("preferences", ()))),
            documents=tuple(_text(book["documents"][key]) for key in raw["documents"]),
            decision_days=raw["decision_days"],
            valid_from=raw["valid"][0],
            valid_to=raw["valid"][1],
            source=raw["source"],
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{raw.get('key')}: {error}") from error
    return AuthoredProduct(key=raw["key"], provider=raw["provider"], draft=draft)


def _terms(raw: dict[str, Any], book: dict[str, Any]) -> Terms:
    price, tenor = raw["price"], raw.get("tenor", (None, None))
    return Terms(
        amount_min_minor=raw["amount_wan"][0] * FEN_PER_WAN,
        amount_max_minor=raw["amount_wan"][1] * FEN_PER_WAN,
        price=Price(
            kind=price["kind"],
            min_bps=price.get("bps", (None, None))[0],
            max_bps=price.get("bps", (None, None))[1],
            text=Text(price["zh"], price["en"]),
        ),
        tenor_months_min=tenor[0],
        tenor_months_max=tenor[1],
        repayment=_text(book["phrases"][raw["repayment"]]),
        security=_text(book["phrases"][raw["security"]]),
        risk_shares=tuple(
            RiskShare(party=Text(zh, en), bps=bps) for zh, en, bps in raw.get("risk_shares", ())
        ),
    )


def _gates(entries: list[str | dict[str, Any]], book: dict[str, Any]) -> list[Gate]:
    found: list[Gate] = []
    for entry in entries:
        if isinstance(entry, dict):
            found.append(_gate(entry))
        elif entry in book["sets"]:
            found.extend(_gates(book["sets"][entry], book))
        else:
            found.append(_gate(book["gates"][entry] | {"id": entry}))
    return found


def _gate(raw: dict[str, Any]) -> Gate:
    rule = _RULE.validate_python(_in_fen(raw["rule"]))
    gate = make_gate(
        raw["id"],
        rule,
        source=raw["source"],
        field=fields_of(rule)[0],
        changeable_by=raw.get("changeable_by"),
        text=_text(raw["text"]) if "text" in raw else None,
    )
    return gate.model_copy(update={"document": _text(raw["document"])}) if "document" in raw else gate


def _in_fen(value: Any) -> Any:
    """Replace every `*_wan` of a rule by its amount in fen."""
    if isinstance(value, list):
        return [_in_fen(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key.removesuffix("_wan"): item * FEN_PER_WAN if key.endswith("_wan") else _in_fen(item)
        for key, item in value.items()
    }


def _text(raw: list[str]) -> Text:
    zh, en = raw
    return Text(zh, en)
