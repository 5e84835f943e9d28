"""From contract data to PDF bytes: typst, embedded fonts, the same bytes for the same data."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pylopdf_fonts_zh_cn
import typst

from marketplace.core.clock import SHANGHAI
from marketplace.core.money import yuan
from marketplace.documents.chinese_numbers import counting, long_date
from marketplace.documents.schemas import ContractData, RightData, SignatureRequest
from marketplace.documents.wording import articles
from marketplace.terms import Assumptions, ContractFacts, describe, explain, money, obligations, simulate

PAGE_HEIGHT = 842
_BOX_LEFT, _BOX_TOP, _BOX_WIDTH, _BOX_HEIGHT = 74, 138, 447, 116
_SEAL_WIDTH, _SEAL_HEIGHT = 230, 74

_KINDS = {
    "entry_fee": "入门费",
    "deferred_fee": "许可费",
    "milestone_fee": "里程碑款",
    "royalty": "提成",
    "minimum_royalty": "最低提成",
    "buyout": "买断价款",
}
_RIGHTS = {"patent": "专利", "application": "专利申请", "know_how": "技术秘密", "software": "计算机软件"}


@cache
def _template(name: str) -> bytes:
    return files("marketplace.documents").joinpath("templates", f"{name}.typ").read_bytes()


def compile_template(template: str, data: dict[str, Any], *, standard: Literal["a-3b"] | None) -> bytes:
    """Return one of the templates filled with data as PDF bytes; the same data give the same bytes."""
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stubs know str paths only
        _template(template),
        font_paths=[str(Path(pylopdf_fonts_zh_cn.__file__).parent)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        format="pdf",
        pdf_standards=standard,
    )
    return pdf


def render_contract(data: ContractData) -> bytes:
    """Return the contract as PDF/A-3b in Chinese with its annexes and an unsigned signature page as the last one."""
    return compile_template(data.template, _contract(data), standard="a-3b")


def render_seal(request: SignatureRequest) -> bytes:
    """Return the visible stamp of one signature as a one-page PDF without background."""
    return compile_template(
        "seal",
        {
            "organization": request.organization_name,
            "person": request.person_name,
            "uscc": request.uscc or "—",
            "time": request.signed_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S"),
        },
        standard=None,
    )


def seal_box(position: int) -> tuple[int, int, int, int]:
    """Return where the stamp of a party sits on the last page: left, bottom, right, top in PDF points."""
    top = PAGE_HEIGHT - (_BOX_TOP + position * _BOX_HEIGHT + 36)
    right = _BOX_LEFT + _BOX_WIDTH
    return right - _SEAL_WIDTH, top - _SEAL_HEIGHT, right, top


def _contract(data: ContractData) -> dict[str, Any]:
    made = data.made_on
    return {
        "title": "技术许可合同",
        "number": data.number,
        "project": data.project_name,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "terms_hash": data.terms_hash,
        "recital": _recital(data),
        "parties": [_party(data, i) for i in range(len(data.parties))],
        "articles": [
            {"ordinal": counting(i), "title": title, "clauses": clauses}
            for i, (title, clauses) in enumerate(articles(data), start=1)
        ],
        "rights": [{"title": right.title, "cells": _right(right)} for right in data.rights],
        **_schedule(data),
        **_example(data),
        "boxes": [
            {
                "x": _BOX_LEFT,
                "y": _BOX_TOP + i * _BOX_HEIGHT,
                "width": _BOX_WIDTH,
                "height": _BOX_HEIGHT,
                "label": label_of(data, i),
                "name": party.name,
                "uscc": party.uscc or "—",
            }
            for i, party in enumerate(data.parties)
        ],
    }


def label_of(data: ContractData, position: int) -> str:
    """Return how the contract calls a party: 许可方（甲方）, numbered when there are several licensors."""
    licensors = [p for p in data.parties if p.role == "licensor"]
    if data.parties[position].role == "licensee":
        return "被许可方（乙方）"
    return "许可方（甲方）" if len(licensors) == 1 else f"许可方（甲方之{counting(position + 1)}）"


def _party(data: ContractData, position: int) -> dict[str, Any]:
    party = data.parties[position]
    lines = [["统一社会信用代码", party.uscc or "—"], ["住所", party.address or "—"]]
    if party.contact:
        lines.append(["联系人", party.contact])
    return {"label": label_of(data, position), "name": party.name, "lines": lines}


def _recital(data: ContractData) -> str:
    licensors = "、".join(p.name for p in data.parties if p.role == "licensor")
    licensee = next(p.name for p in data.parties if p.role == "licensee")
    return (
        f"{licensors}拥有附件一所列的科技成果，{licensee}有意实施。双方依照《中华人民共和国民法典》《中华人民共和国专利法》"
        "和《中华人民共和国促进科技成果转化法》，经平等协商，订立本合同。"
    )


def _right(right: RightData) -> list[list[str]]:
    number = "登记号" if right.kind == "software" else "申请号／专利号"
    return [
        ["种类", _RIGHTS[right.kind]],
        [number, right.number or "—"],
        ["申请人／权利人", right.owner or "—"],
        ["申请日", long_date(right.filed_on)],
        ["授权公告日", long_date(right.granted_on)],
        ["有效期限至", long_date(right.ends_on)],
    ]


def _schedule(data: ContractData) -> dict[str, Any]:
    owed = obligations(data.sheet, ContractFacts(effective_on=data.made_on))
    return {
        "schedule_note": f"按合同于 {long_date(data.made_on)} 生效计算；实际生效日不同的，各日期相应顺延",
        "schedule": [
            {
                "kind": _KINDS[o.kind],
                "formula": explain(o.formula, "zh-CN"),
                "arises": long_date(o.arises_on) if o.arises_on else "付费条件成就时",
                "due": long_date(o.due_on) if o.due_on else "产生后按第五条",
                "amount": yuan(o.amount_minor),
            }
            for o in owed
        ],
        "schedule_lines": describe(data.sheet, "zh-CN"),
    }


def _example(data: ContractData) -> dict[str, Any]:
    result = simulate(data.sheet, data.sales_minor, assumptions=Assumptions(effective_on=data.made_on))
    rows = [
        [
            f"第{counting(y.year)}年",
            yuan(y.sales_minor),
            yuan(y.entry_fee_minor + y.deferred_fee_minor),
            yuan(y.milestone_fee_minor),
            yuan(y.royalty_minor),
            yuan(y.total_minor),
        ]
        for y in result.years
    ]
    sold = sum(y.sales_minor for y in result.years)
    lines = [
        f"三年合计应付 {money(result.total_minor, 'zh-CN')}，占假设销售额 {money(sold, 'zh-CN')}。",
        f"若三年内没有任何销售，应付 {money(result.worst_case_minor, 'zh-CN')}。",
        "示例与附件二、平台账单由同一计算程序得出。销售额为假设，不构成任何一方的承诺。",
    ]
    return {
        "example_note": "销售在各年度内均匀发生；里程碑按计划月份完成",
        "example": rows,
        "example_lines": lines,
    }
