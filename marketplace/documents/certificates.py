"""The data-return certificate as PDF: what was handed over, returned or destroyed after a licence was given back."""

from typing import Any

from marketplace.documents.chinese_numbers import long_date
from marketplace.documents.schemas import CertificateData
from marketplace.documents.typesetting import compile_archival

_HOW = {"returned": "已归还", "destroyed": "已销毁"}


def render_certificate(data: CertificateData) -> bytes:
    """Return the certificate as PDF/A-3b in Chinese; the same data give the same bytes."""
    return compile_archival("return-certificate", _certificate(data))


def _certificate(data: CertificateData) -> dict[str, Any]:
    made = data.made_on
    return {
        "title": "技术资料清退证明",
        "number": data.contract_number,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "lines": [
            ["项目", data.project_name],
            ["许可方", data.licensor],
            ["被许可方", data.licensee],
            ["合同生效日", long_date(data.effective_on)],
            ["退回日", long_date(data.returned_on)],
        ],
        "statement": (
            f"被许可方已于{long_date(data.returned_on)}退回许可技术并停止实施。许可方交付的全部技术资料及其复制件处理如下，"
            "被许可方未留存任何副本，并继续承担合同约定的保密义务。"
        ),
        "head": ["序号", "资料", "处理", "日期"],
        "rows": [
            [str(i), item.name, _HOW[item.how], long_date(item.on)]
            for i, item in enumerate(data.items, start=1)
        ],
        "remark": data.remark,
        "close": f"被许可方：{data.licensee}　　出具日期：{long_date(made)}",
    }
