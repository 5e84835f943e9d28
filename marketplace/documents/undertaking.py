"""The confidentiality undertaking that opens a data room: its words, and its PDF with a place for two signatures."""

from marketplace.documents.chinese_numbers import long_date
from marketplace.documents.schemas import UndertakingClause, UndertakingData
from marketplace.documents.typesetting import compile_archival, signature_boxes

DISCLOSER, RECIPIENT = 0, 1
"""The positions of the two signatures."""
_LABELS = ("披露方（甲方）", "接收方（乙方）")


def clauses(data: UndertakingData) -> tuple[UndertakingClause, ...]:
    """Return the clauses: the Chinese text binds, the English one is for reading."""
    a, b = data.discloser.name, data.recipient.name
    return (
        UndertakingClause(
            zh=f"甲方{a}就科技成果《{data.listing_title}》（平台编号 {data.listing_number}）向乙方{b}开放资料室。乙方仅为以下目的使用"
            f"资料：{data.purpose}",
            en=f"Party A, {a}, opens the data room of the result “{data.listing_title}” ({data.listing_number}) to Party B, {b}. "
            f"Party B uses the documents for this purpose only: {data.purpose}",
        ),
        UndertakingClause(
            zh="“保密资料”指资料室中的全部文件及其中的技术信息和经营信息，包括图纸、检测报告、数据和样品说明，不论是否标有“保密”字样。",
            en="“Confidential documents” are all files of the data room and the technical and business information in them: drawings, "
            "test reports, data and notes on samples, marked as confidential or not.",
        ),
        UndertakingClause(
            zh="乙方只允许为上述目的确有必要知悉的本单位人员查阅，并使其承担同等义务；不得向第三方披露，不得以保密资料申请专利，"
            "不得进行反向工程，不得将其用于上述目的以外的生产经营。",
            en="Party B lets only those of its own people read who need to for that purpose and binds them likewise. It discloses nothing "
            "to third parties, files no patents on it, does not reverse-engineer it and makes no other use of it.",
        ),
        UndertakingClause(
            zh=f"保密期限为 {data.months} 个月，自双方签署之日起算。查阅期限为 {data.access_days} 天，自甲方签署之日起算；"
            "甲方可以说明理由随时终止查阅，保密义务不因此免除。",
            en=f"The duty of confidence lasts {data.months} months from the day both have signed. Access lasts {data.access_days} days from "
            "the day Party A signs; Party A may end it at any time with a reason, and the duty of confidence goes on.",
        ),
        UndertakingClause(
            zh="每次查看和下载均由平台记录人员、时间和文件，下载的文件逐页标注查阅人、时间和记录编号。双方认可该记录可以作为证据。",
            en="The platform records person, time and file of every look and download, and copies name the reader, the time and the number "
            "of the record on every page. Both sides accept these records as evidence.",
        ),
        UndertakingClause(
            zh="已经为公众所知、乙方在此前合法持有、由乙方独立研究取得，或者依法应当披露的信息不在此限；依法披露的，乙方应当事先通知甲方。",
            en="Information is free that is public, was lawfully held before, was found by independent research, or must be disclosed by "
            "law; in the last case Party B tells Party A first.",
        ),
        UndertakingClause(
            zh="查阅终止或者甲方要求时，乙方应当删除或者交还全部保密资料及其复制件。开放资料室不构成任何许可或者转让。",
            en="When access ends or Party A asks for it, Party B deletes or returns all confidential documents and copies. Opening the data "
            "room grants no licence and transfers nothing.",
        ),
        UndertakingClause(
            zh="乙方违反本承诺的，应当停止使用、采取补救措施并赔偿甲方因此受到的损失。因本承诺发生的争议，由甲方住所地人民法院管辖。",
            en="If Party B breaks this undertaking it stops the use, repairs what can be repaired and pays the damage. Disputes go to the "
            "people's court at the domicile of Party A.",
        ),
        UndertakingClause(
            zh="本承诺书采用数据电文形式，经双方以可靠的电子签名（电子签名法第十三条）签署后成立并生效。",
            en="This undertaking is a data message; it takes effect when both have signed it with a reliable electronic signature "
            "(Electronic Signature Law, art. 13).",
        ),
    )  # fmt: skip


def render_undertaking(data: UndertakingData) -> bytes:
    """Return the undertaking as PDF/A-3b with an unsigned signature page as the last one; the same data, the same bytes."""
    made = data.made_on
    sides = (data.discloser, data.recipient)
    values = {
        "title": "保密承诺书",
        "number": data.number,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "made-text": long_date(made),
        "parties": [
            {"label": label, "name": side.name, "uscc": side.uscc or "—", "address": side.address or "—"}
            for label, side in zip(_LABELS, sides, strict=True)
        ],
        "clauses": [clause.model_dump() for clause in clauses(data)],
        "boxes": signature_boxes(
            [(label, side.name, side.uscc or "—") for label, side in zip(_LABELS, sides, strict=True)]
        ),
    }
    return compile_archival(data.template, values)
