"""The text of an amendment: which contract, what changes, from which day; signed like the contract itself."""

from typing import Any

from marketplace.documents.chinese_numbers import counting, long_date
from marketplace.documents.schemas import AmendmentData
from marketplace.documents.typesetting import boxes, compile_archival, label_of
from marketplace.terms import changes, describe


def render_amendment(data: AmendmentData) -> bytes:
    """Return the amendment as PDF/A-3b with an unsigned signature page; the same data give the same bytes."""
    return compile_archival(data.template, amendment(data))


def amendment(data: AmendmentData) -> dict[str, Any]:
    """Return what the template is filled with."""
    made = data.made_on
    return {
        "title": f"补充协议（第{counting(data.number)}号）",
        "number": f"{data.contract_number}-B{data.number}",
        "contract_number": data.contract_number,
        "project": data.project_name,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "terms_hash": data.terms_hash,
        "parties": [{"label": label_of(data, i), "name": party.name} for i, party in enumerate(data.parties)],
        "clauses": _clauses(data),
        "changes": [change.model_dump() for change in changes(data.before, data.sheet, "zh-CN")],
        "lines": describe(data.sheet, "zh-CN"),
        "boxes": boxes(data),
    }


def _clauses(data: AmendmentData) -> list[str]:
    return [
        (
            f"各方于合同 {data.contract_number}（签署文本 SHA-256：{data.contract_sha256}）履行中协商一致，依照民法典第五百四十三条"
            f"变更合同。变更原因：{data.reason}"
        ),
        (
            f"自 {long_date(data.from_on)} 起（全体当事人较晚签署的，自最后一方签署之日起），合同的条款清单由 SHA-256 为 "
            f"{data.before_hash} 的清单变更为 SHA-256 为 {data.terms_hash} 的清单。具体变更见“变更对照”。"
        ),
        "变更生效之前已经产生的款项和已经开具的账单不受影响；此后产生的款项按变更后的条款计算，由平台重新排定。",
        "合同的其他内容不变。本补充协议是合同的组成部分；与合同不一致的，以本补充协议为准。",
        "本补充协议经全体当事人电子签名后生效，签名的约定与合同相同。",
    ]
