"""From the cells of one row to a draft: every wrong cell is named with its column. Pure."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from marketplace.core.i18n import Text
from marketplace.core.money import BPS, allocate
from marketplace.core.problems import FieldError
from marketplace.identifiers import check_id
from marketplace.listings.schemas import Industry, InventorDraft, ListingDraft, RightDraft, RightKind, Track
from marketplace.listings.spreadsheet import COLUMNS
from marketplace.terms import AfterMonths, AtFirstIncome, EarliestOf, FixedRate, Royalty, TermSheet

FEE_LIMIT_YUAN = 100_000_000
LICENCE_MONTHS = 60
_HEADINGS = {column.key: column.heading.zh for column in COLUMNS}


class _Wrong(Exception):
    def __init__(self, key: str, code: str, zh: str, en: str, **params: Any) -> None:
        self.error = FieldError(f"/{key}", code, Text(zh, en), {"column": _HEADINGS[key], **params})


def draft_of(cells: dict[str, str], as_of_year: int) -> tuple[ListingDraft | None, list[FieldError]]:
    """Return the draft of a row, or what is wrong with it, cell by cell; never both."""
    errors: list[FieldError] = []
    read: dict[str, Any] = {}
    for key, reader in _READERS.items():
        try:
            read[key] = reader(cells, as_of_year) if key == "number" else reader(cells)
        except _Wrong as wrong:
            errors.append(wrong.error)
    for key, value in cells.items():
        if value.startswith("="):
            errors.append(
                _Wrong(
                    key,
                    "formula",
                    "“{column}”是公式，请在表格软件中把公式转成数值后再上传。",
                    "“{column}” holds a formula; paste it as a value.",
                ).error
            )
    if not errors and read["filed_on"] and read["granted_on"] and read["granted_on"] < read["filed_on"]:
        errors.append(
            _Wrong(
                "granted_on",
                "date_order",
                "授权日不能早于申请日。",
                "The grant date is before the filing date.",
            ).error
        )
    if errors:
        return None, errors
    return _assemble(cells, read), []


def _assemble(cells: dict[str, str], read: dict[str, Any]) -> ListingDraft:
    right = RightDraft(
        kind=RightKind.PATENT if read["granted_on"] else RightKind.APPLICATION,
        number=read["number"],
        title=cells["title"][:120],
        filed_on=read["filed_on"],
        granted_on=read["granted_on"],
    )
    return ListingDraft(
        title=cells["title"],
        problem=cells.get("problem", "")[:1200],
        mechanism=cells.get("mechanism", "")[:1200],
        benefit=cells.get("benefit", "")[:1200],
        keywords=[word[:30] for word in re.split(r"[;；,，、\s]+", cells.get("keywords", "")) if word][:12],
        industry=read["field"] if isinstance(read["field"], Industry) else None,
        track=read["field"] if isinstance(read["field"], Track) else None,
        trl=read["trl"],
        unit=cells.get("unit", "")[:60],
        terms=_terms(read),
        rights=[right],
        inventors=read["inventors"],
    )


def _terms(read: dict[str, Any]) -> TermSheet | None:
    months, fee, rate = read["free_months"], read["fee"], read["royalty"]
    if months is None or (fee is None and rate is None):
        return None
    # 先使用后付费 as practised in Beijing and Shaanxi: nothing before the free period ends or income comes first.
    wait = AfterMonths(after_months=months)
    return TermSheet(
        territory="中国境内",
        field_of_use="本成果适用的全部领域",
        months=LICENCE_MONTHS,
        free_period_months=months,
        deferral_trigger=EarliestOf(triggers=(wait, AtFirstIncome())) if rate else wait,
        deferred_fee_minor=fee or 0,
        royalty=Royalty(base="net_sales", schedule=FixedRate(rate_bps=rate)) if rate else None,
    )


def _title(cells: dict[str, str]) -> str:
    title = cells.get("title", "")
    if not 4 <= len(title) <= 80:
        raise _Wrong(
            "title",
            "length",
            "“{column}”应为 4 至 80 个字，现为 {length} 个。",
            "“{column}” needs 4 to 80 characters; it has {length}.",
            length=len(title),
        )
    return title


def _number(cells: dict[str, str], as_of_year: int) -> str:
    written = cells.get("number", "")
    if not written:
        raise _Wrong("number", "missing", "请填写“{column}”。", "Fill in “{column}”.")
    check = check_id(written, as_of_year=as_of_year)
    if check.kind == "cn_patent_no" and check.valid:
        return check.normalized
    if check.reason is not None:
        raise _Wrong("number", check.reason.code, check.reason.text.zh, check.reason.text.en)
    raise _Wrong(
        "number",
        "not_a_patent_number",
        "“{value}”不是专利号或申请号。",
        "“{value}” is not a patent or application number.",
        value=written,
    )


def _day(key: str, cells: dict[str, str]) -> date | None:
    written = cells.get(key, "")
    if not written:
        return None
    parts = re.fullmatch(r"(\d{4})\D{0,1}(\d{1,2})\D{0,1}(\d{1,2})\D?", written.split(" ")[0])
    try:
        return date(*(int(part) for part in parts.groups())) if parts else date.fromisoformat(written)
    except ValueError as error:
        raise _Wrong(
            key,
            "date",
            "“{column}”请写成 2024-05-01 的样子，现为“{value}”。",
            "Write “{column}” like 2024-05-01; it is “{value}”.",
            value=written,
        ) from error


def _field(cells: dict[str, str]) -> Industry | Track | None:
    written = cells.get("field", "").replace("（", "(").replace("）", ")")
    if not written:
        return None
    for kind in (Industry, Track):
        for value in kind:
            if written in (value.value, value.value.split("(")[0]):
                return value
    raise _Wrong(
        "field",
        "unknown_field",
        "“{value}”不在 8 个产业和 11 个赛道中，请从模板说明中选择。",
        "“{value}” is none of the 8 industries and 11 tracks.",
        value=written,
    )


def _trl(cells: dict[str, str]) -> int | None:
    written = cells.get("trl", "").upper().removeprefix("TRL").strip()
    if not written:
        return None
    if written not in set("123456789"):
        raise _Wrong("trl", "trl", "“{column}”应为 1 到 9。", "“{column}” must be 1 to 9.")
    return int(written)


def _inventors(cells: dict[str, str]) -> list[InventorDraft]:
    people = [part for part in re.split(r"[;；,，、\n]+", cells.get("inventors", "")) if part.strip()]
    found = [
        re.fullmatch(
            r"\s*([^\d%（(:：]+?)\s*[（(:：]?\s*(?:(\d{1,3}(?:\.\d{1,2})?)\s*[%％])?\s*[）)]?\s*", part
        )
        for part in people
    ]
    if not all(found):
        raise _Wrong(
            "inventors",
            "inventors",
            "“{column}”请写成“张三60%；李四40%”，或只写姓名（平均分配）。",
            "Write “{column}” like “Zhang 60%; Li 40%”, or names only for equal shares.",
        )
    names = [match[1] for match in found if match]
    shares = [match[2] for match in found if match]
    if names and not any(shares):
        return [
            InventorDraft(name=name, share_bps=bps)
            for name, bps in zip(names, allocate(BPS, [1] * len(names)), strict=True)
        ]
    bps = [int(Decimal(share or 0) * 100) for share in shares]
    if names and (sum(bps) != BPS or 0 in bps):
        raise _Wrong(
            "inventors",
            "shares_sum",
            "“{column}”的份额合计应为 100%。",
            "The shares in “{column}” must sum to 100 %.",
        )
    return [InventorDraft(name=name, share_bps=share) for name, share in zip(names, bps, strict=True)]


def _months(cells: dict[str, str]) -> int | None:
    written = cells.get("free_months", "").removesuffix("个月")
    if not written:
        return None
    if not written.isdigit() or not 3 <= int(written) <= 36:
        raise _Wrong(
            "free_months",
            "months",
            "“{column}”应为 3 到 36 的整数。",
            "“{column}” must be a whole number from 3 to 36.",
        )
    return int(written)


def _fee(cells: dict[str, str]) -> int | None:
    written = cells.get("fee", "").replace(",", "").replace("，", "").removesuffix("元")
    if not written:
        return None
    try:
        yuan = Decimal(written.removesuffix("万")) * (10_000 if written.endswith("万") else 1)
    except InvalidOperation:
        yuan = Decimal(-1)
    if not yuan.is_finite() or not 0 <= yuan <= FEE_LIMIT_YUAN or yuan * 100 != int(yuan * 100):
        raise _Wrong(
            "fee",
            "amount",
            "“{column}”应为 0 到 1 亿元、最多两位小数，现为“{value}”。",
            "“{column}” must be 0 to 100 million yuan with at most two decimals; it is “{value}”.",
            value=written,
        )
    return int(yuan * 100)


def _royalty(cells: dict[str, str]) -> int | None:
    written = cells.get("royalty", "").rstrip("%％ ")
    if not written:
        return None
    try:
        bps = Decimal(written) * 100
    except InvalidOperation:
        bps = Decimal(-1)
    if not bps.is_finite() or not 0 <= bps <= BPS // 2 or bps != int(bps):
        raise _Wrong(
            "royalty",
            "rate",
            "“{column}”应在 0 到 50 之间、最多两位小数，现为“{value}”。",
            "“{column}” must be 0 to 50 with at most two decimals; it is “{value}”.",
            value=written,
        )
    return int(bps)


_READERS: dict[str, Any] = {
    "title": _title, "number": _number, "filed_on": lambda c: _day("filed_on", c), "granted_on": lambda c: _day("granted_on", c),
    "field": _field, "trl": _trl, "inventors": _inventors, "free_months": _months, "fee": _fee, "royalty": _royalty,
}  # fmt: skip
