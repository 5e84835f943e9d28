"""Reads CAMT.053 (ISO 20022 bank-to-customer statement), versions .001.02 and .001.08. Pure.

XML from outside is read without entities, documents of its own, or the net: a document type is refused before anything else.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from finance.bank.errors import StatementNotReadable, StatementRowsWrong
from finance.bank.statement import Direction, Statement, StatementLine, Told, checked
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError
from marketplace.core.sheets import LARGEST_MINOR

VERSIONS = (
    "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02",
    "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08",
)
MOST_ENTRIES = 20_000
_WRONG = Text(
    zh="第 {row} 笔缺少有效的金额、借贷方向或日期。",
    en="Entry {row} has no valid amount, direction or date.",
)
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)


def is_xml(content: bytes) -> bool:
    """Whether the bytes look like XML."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def read_camt(content: bytes) -> Statement:
    """Read a statement of one account in yuan.

    Raises `StatementNotReadable`, `StatementRowsWrong` naming each wrong entry, `StatementDoesNotAddUp`.
    """
    root = _parse(content)
    space = etree.QName(root).namespace or ""
    if space not in VERSIONS:
        raise StatementNotReadable(missing="camt.053.001.02 / camt.053.001.08")
    names = {"c": space}
    statements = root.findall("c:BkToCstmrStmt/c:Stmt", names)
    if not statements:
        raise StatementNotReadable(missing="Stmt")
    accounts = {
        _text(s, "c:Acct/c:Id/c:Othr/c:Id", names) or _text(s, "c:Acct/c:Id/c:IBAN", names)
        for s in statements
    }
    if len(accounts) != 1:
        raise StatementNotReadable(missing="Acct")
    entries = [entry for s in statements for entry in s.findall("c:Ntry", names)]
    if len(entries) > MOST_ENTRIES:
        raise StatementNotReadable(missing="—")
    lines, wrong = [], []
    for row, entry in enumerate(entries, start=1):
        if _text(entry, "c:Sts/c:Cd", names) in ("PDNG", "INFO") or _text(entry, "c:Sts", names) in (
            "PDNG",
            "INFO",
        ):
            continue  # not booked yet
        line = _line(row, entry, names)
        if line is None:
            wrong.append(FieldError(f"/rows/{row}/Ntry", "statement.entry", _WRONG, {"row": row}))
        elif line.amount_minor:
            lines.append(line)
    if wrong:
        raise StatementRowsWrong(errors=tuple(wrong[:200]), count=len(wrong))
    told = Told(
        opening_minor=_balance(statements[0], _OPENING, names),
        closing_minor=_balance(statements[-1], _CLOSING, names),
    )
    return checked(
        f"camt.053.{space.rsplit('.', 1)[-1]}", re.sub(r"\s", "", accounts.pop() or ""), lines, told
    )


def _parse(content: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise StatementNotReadable(missing="XML") from error
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise StatementNotReadable(missing="XML")
    return root


def _line(row: int, entry: Any, names: dict[str, str]) -> StatementLine | None:
    way: Direction | None = {"CRDT": "in", "DBIT": "out"}.get(_text(entry, "c:CdtDbtInd", names))  # type: ignore[assignment]
    amount = _minor(entry.find("c:Amt", names))
    day = _day(_text(entry, "c:BookgDt/c:Dt", names) or _text(entry, "c:BookgDt/c:DtTm", names))
    if way is None or amount is None or day is None:
        return None
    # An indicator of reversal only says that the bank corrects itself: the direction already tells which way money goes.
    other = "Dbtr" if way == "in" else "Cdtr"
    details = "c:NtryDtls/c:TxDtls"
    party = f"{details}/c:RltdPties/c:{other}"
    name = _text(entry, f"{party}/c:Nm", names) or _text(entry, f"{party}/c:Pty/c:Nm", names)
    account = _text(entry, f"{party}Acct/c:Id/c:Othr/c:Id", names) or _text(
        entry, f"{party}Acct/c:Id/c:IBAN", names
    )
    memos = [_text(part, ".", names) for part in entry.findall(f"{details}/c:RmtInf/c:Ustrd", names)]
    memos += [
        _text(entry, f"{details}/c:RmtInf/c:Strd/c:CdtrRefInf/c:Ref", names),
        _text(entry, "c:AddtlNtryInf", names),
    ]
    serial = next(
        filter(
            None,
            (
                _text(entry, path, names)
                for path in ("c:AcctSvcrRef", f"{details}/c:Refs/c:AcctSvcrRef", "c:NtryRef")
            ),
        ),
        "",
    )
    return StatementLine(
        row=row, booked_on=day, direction=way, amount_minor=amount, name=name[:200], account=re.sub(r"\s", "", account)[:60],
        memo=" ".join(filter(None, memos))[:500], serial=serial[:80],
    )  # fmt: skip


def _text(node: Any, path: str, names: dict[str, str]) -> str:
    found = node.find(path, names)
    return (found.text or "").strip() if found is not None else ""


def _minor(node: Any) -> int | None:
    if node is None or node.get("Ccy", "CNY") != "CNY":
        return None
    try:
        exact = Decimal((node.text or "").strip()) * 100
    except InvalidOperation:
        return None
    fits = exact.is_finite() and exact == exact.to_integral_value() and 0 <= exact <= LARGEST_MINOR
    return int(exact) if fits else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _balance(statement: Any, kinds: tuple[str, ...], names: dict[str, str]) -> int | None:
    for kind in kinds:
        for balance in statement.findall("c:Bal", names):
            if _text(balance, "c:Tp/c:CdOrPrtry/c:Cd", names) == kind:
                amount = _minor(balance.find("c:Amt", names))
                if amount is not None:
                    return -amount if _text(balance, "c:CdtDbtInd", names) == "DBIT" else amount
    return None
