"""What a pack holds: the filled form, the signed contract, and a list that says what is still to be added or completed.

Pure: contract content and days in, forms and items out. 技术合同认定登记 forms ask for names, codes and regions of both
sides and both amounts; the record with CNIPA asks for what 民法典 §845 wants in the text.
"""

import io
import zipfile
from datetime import date
from typing import NamedTuple

from marketplace.core.i18n import Locale, Text
from marketplace.documents.schemas import ContractData, FormData, PartyData, RightData, Rows
from marketplace.filings.schemas import FilingKind, PackItem
from marketplace.terms import TermSheet, describe, money

WHAT = {
    FilingKind.TECHNOLOGY_CONTRACT: Text("技术合同认定登记", "technology contract registration"),
    FilingKind.LICENCE_RECORD: Text("专利实施许可备案", "patent licence record with CNIPA"),
}
_FORM = {
    FilingKind.TECHNOLOGY_CONTRACT: Text("技术合同认定登记申请表", "Application form, technology contract"),
    FilingKind.LICENCE_RECORD: Text("专利实施许可合同备案申请表", "Application form, licence record"),
}
_LICENCE = {"non_exclusive": "普通实施许可", "sole": "排他实施许可", "exclusive": "独占实施许可"}
_RIGHTS = {"patent": "专利", "application": "专利申请", "know_how": "技术秘密", "software": "计算机软件"}
_ADD: dict[FilingKind, tuple[tuple[Text, Text], ...]] = {
    FilingKind.TECHNOLOGY_CONTRACT: (
        (
            Text("经办人身份证明", "Proof of identity of the person in charge"),
            Text("登记机构核对后退还。", "The office checks it and gives it back."),
        ),
    ),
    FilingKind.LICENCE_RECORD: (
        (
            Text("双方主体资格证明", "Proof that both parties exist"),
            Text("事业单位法人证书、营业执照复印件，加盖公章。", "Copies of both certificates, stamped."),
        ),
        (
            Text("委托书", "Power of attorney"),
            Text("由经办人或代理机构办理时需要。", "Needed when an agent or a clerk hands it in."),
        ),
        (
            Text("专利登记簿副本或年费缴纳凭证", "Copy of the register or annuity receipt"),
            Text("证明专利权有效、年费已缴。", "Shows that the right is alive and its annuity paid."),
        ),
    ),
}


class Place(NamedTuple):
    """A side of the contract as the form names it."""

    party: PartyData
    region_code: str


class PackFacts(NamedTuple):
    """Everything a pack is made from; `signed_sha256` names the contract file that is enclosed."""

    kind: FilingKind
    content: ContractData
    licensors: tuple[Place, ...]
    licensee: Place
    effective_on: date
    ends_on: date | None
    due_on: date
    signed_sha256: str


def fixed_minor(sheet: TermSheet) -> int:
    """Return in fen what is owed whatever is sold: entry, deferred and milestone fees."""
    return sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(m.amount_minor for m in sheet.milestones)


def items(facts: PackFacts, locale: Locale) -> list[PackItem]:
    """Return the papers of a pack in order, with what is missing and where it is completed."""
    form = _FORM[facts.kind].in_(locale)
    gaps = missing(facts, locale)
    note = Text("按合同自动填写，盖章后提交。", "Filled from the contract; stamp it and hand it in.")
    signed = Text("双方签署的最终版，附电子签名。", "The final version with both electronic signatures.")
    found = [
        PackItem(name=form, status="enclosed", note=note.in_(locale)),
        PackItem(
            name=Text(f"合同 {facts.content.number}.pdf", f"Contract {facts.content.number}.pdf").in_(locale),
            status="enclosed",
            note=signed.in_(locale),
        ),
    ]
    found += [PackItem(name=name, status="missing", note=why, where=where) for name, why, where in gaps]
    return found + [
        PackItem(name=name.in_(locale), status="add", note=why.in_(locale)) for name, why in _ADD[facts.kind]
    ]


def missing(facts: PackFacts, locale: Locale) -> list[tuple[str, str, str]]:
    """Return name, reason and page of every fact that the form needs and nobody has given."""
    found: list[tuple[str, str, str]] = []
    for place in (*facts.licensors, facts.licensee):
        for value, what in (
            (place.party.uscc, Text("统一社会信用代码", "unified social credit code")),
            (place.region_code, Text("所在地区代码", "region code")),
        ):
            if not value:
                name = f"{place.party.name}：{what.in_(locale)}"
                why = Text(
                    "由该单位在“机构资料”中补全。", "That organization completes it under Organization."
                )
                found.append((name, why.in_(locale), "/app/organization"))
    return found


def form(facts: PackFacts) -> FormData:
    """Return the form of a filing, filled; offices read Chinese, so there is one language."""
    content, sheet = facts.content, facts.content.sheet
    sections: list[tuple[str, Rows]] = [
        ("合同", _contract_rows(facts)),
        *((f"卖方（许可方）{i}", _side(p)) for i, p in enumerate(facts.licensors, start=1)),
        ("买方（被许可方）", _side(facts.licensee)),
        ("知识产权", tuple((_RIGHTS[right.kind], _right(right)) for right in content.rights)),
        ("金额与支付", _money_rows(sheet)),
    ]
    names = [p.party.name for p in (*facts.licensors, facts.licensee)]
    return FormData(
        title=_FORM[facts.kind].zh,
        subtitle=f"{content.project_name}　合同编号 {content.number}",
        made_on=facts.effective_on,
        sections=tuple(sections),
        remarks=(
            f"所附合同文件 SHA-256：{facts.signed_sha256}",
            "提成部分在发生时按合同约定计算，成交额以登记机构核定为准。",
        ),
        signatures=tuple(names),
        footer=f"{WHAT[facts.kind].zh} · 应于 {facts.due_on.isoformat()} 前办理",
    )


def _contract_rows(facts: PackFacts) -> Rows:
    sheet = facts.content.sheet
    ends = facts.ends_on.isoformat() if facts.ends_on else "—"
    return (
        ("项目名称", facts.content.project_name),
        ("合同类别", "技术许可合同（民法典第八百六十二条、第八百六十三条）"),
        ("许可方式", _LICENCE[sheet.licence_type]),
        ("许可地域与领域", f"{sheet.territory}；{sheet.field_of_use}"),
        ("合同签订（生效）日期", facts.effective_on.isoformat()),
        ("许可期限", f"{facts.effective_on.isoformat()} 至 {ends}（{sheet.months} 个月）"),
    )


def _side(place: Place) -> Rows:
    party = place.party
    return (
        ("名称", party.name),
        ("统一社会信用代码", party.uscc),
        ("地区代码", place.region_code[:4]),
        ("住所", party.address),
        ("联系人", party.contact),
    )


def _right(right: RightData) -> str:
    ends = f"有效期至 {right.ends_on}" if right.ends_on else ""
    return "；".join(filter(None, [right.title, right.number, right.owner, ends]))


def _money_rows(sheet: TermSheet) -> Rows:
    fixed = money(fixed_minor(sheet), "zh-CN")
    return (
        ("合同成交额（固定部分）", fixed),
        # 技术合同解释 §14: sums that are not for technology are itemized; the template of this house has none.
        ("其中技术交易额", fixed),
        ("支付方式", "；".join(describe(sheet, "zh-CN"))),
    )


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as a zip in the given order; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()
