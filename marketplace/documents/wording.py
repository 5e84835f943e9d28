"""The text of a licence contract, article by article, with the contents that 民法典 §845 and §863 ask for.

Template `licence-2026-11`. A signed text never changes: another wording is another template name.
"""

from collections.abc import Iterator

from marketplace.documents.chinese_numbers import capital_yuan
from marketplace.documents.schemas import ContractData
from marketplace.terms import TermSheet, money, percent, rate_words, trigger_words

Article = tuple[str, list[str]]

_LICENCE = {
    "non_exclusive": "普通许可：许可方可以自行实施许可技术，也可以再许可他人实施",
    "sole": "排他许可：许可方自己可以实施许可技术，但不得再许可任何第三人实施",
    "exclusive": "独占许可：在约定的期间、地域和领域内，许可方和任何第三人均不得实施许可技术",
}
_BASES = {
    "net_sales": "“净销售额”：许可产品的销售收入扣除增值税、退货和单独列明的运输、保险费用后的余额",
    "product_price": "“销售价格”：许可产品出厂时发票所载的不含税价格",
    "new_output_value": "“新增产值”：因实施许可技术而较合同生效前十二个月增加的产值",
    "profit": "“利润”：许可产品的净销售额扣除按企业会计准则归集的成本、税金后的余额",
    "per_unit": "“件数”：被许可方制造并销售或者提供的许可产品的数量",
}
_FREQUENCY = {"quarterly": "三个月", "half_yearly": "六个月", "yearly": "十二个月"}


def articles(data: ContractData) -> list[Article]:
    """Return titles and numbered clauses of the contract in Chinese."""
    parts = (
        ("名词和术语", _terms_of_art),
        ("许可的内容、范围和要求", _grant),
        ("技术资料与技术指导", _delivery),
        ("先使用后付费", _use_first),
        ("费用和支付方式", _fees),
        ("收入报告与账目", _reports),
        ("验收标准和方法", _acceptance),
        ("保密", _secrecy),
        ("后续改进、成果归属和收益分配", _improvements),
        ("专利权的维持、终止和宣告无效", _maintenance),
        ("保证与侵权责任", _warranty),
        ("违约责任", _breach),
        ("退回、解除和终止", _ending),
        ("备案和登记", _recording),
        ("争议解决", _disputes),
        *((("特别约定", _special),) if data.special_clauses else ()),
        ("电子签名与生效", _signature),
    )
    return [(title, list(clauses(data))) for title, clauses in parts]


def _sum(minor: int) -> str:
    return f"人民币 {money(minor, 'zh-CN')}（大写：{capital_yuan(minor)}）"


def _terms_of_art(data: ContractData) -> Iterator[str]:
    yield "“许可技术”：附件一所列的专利、专利申请、技术秘密和软件，以及实施它们所需的技术资料。"
    yield "“许可产品”：被许可方使用许可技术制造的产品或者提供的服务。"
    if data.sheet.is_use_first:
        yield "“先使用后付费”：被许可方自合同生效起先行实施许可技术，付费条件成就之后才支付许可费。"
    yield f"“付费条件”：{trigger_words(data.sheet, 'zh-CN')}。"
    yield "“付费年度”：自付费条件成就之日起，每满十二个月为一个付费年度。"
    if data.sheet.royalty:
        yield _BASES[data.sheet.royalty.base] + "。"


def _grant(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    start = (
        "合同生效之日" if sheet.start_on is None else f"{sheet.start_on.isoformat()}或合同生效之日中较晚者"
    )
    yield f"项目名称：{data.project_name}（平台成果编号 {data.listing_number}）。"
    yield f"许可方式为{_LICENCE[sheet.licence_type]}。"
    yield f"许可实施的地域：{sheet.territory}。应用领域：{sheet.field_of_use}。"
    yield f"许可期限自{start}起 {sheet.months} 个月，但不超过附件一所列最后一项专利权的有效期限（民法典第八百六十五条）。"
    yield (
        "被许可方可以再许可第三人实施，再许可为普通许可，并应在签订后十五日内告知许可方。"
        if sheet.sublicensable
        else "未经许可方书面同意，被许可方不得许可合同以外的第三人实施许可技术（民法典第八百六十七条）。"
    )
    yield "专利申请获得授权前，本合同涉及该申请的部分适用技术秘密许可或者参照适用专利实施许可的规定；授权后适用专利实施许可的规定。"


def _delivery(data: ContractData) -> Iterator[str]:
    licensee = data.parties[-1]
    yield "履行计划：许可方在合同生效之日起十五日内交付实施许可技术所需的全部技术资料，被许可方收到后十日内书面确认。"
    yield f"履行地点：{licensee.address or '被许可方住所地'}。履行方式：以电子文档交付，并按被许可方合理要求提供必要的技术指导。"
    yield "技术指导所需的差旅费用由被许可方按实际发生额承担；除此以外，技术指导不另行收费。"


def _use_first(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    if not sheet.is_use_first:
        yield "本合同不适用先使用后付费，费用自合同生效起按第五条计算。"
        return
    yield f"付费条件成就之前，被许可方实施许可技术不支付任何费用。付费条件为{trigger_words(sheet, 'zh-CN')}。"
    if any(trigger.kind == "first_income" for trigger in sheet.single_triggers()):
        yield "被许可方首次取得实施许可技术的收入的，应当在十日内告知许可方取得收入的日期，并附发票或者合同。"
        yield "被许可方逾期未告知，而许可方有发票等证据证明收入已经发生的，以该收入发生之日为付费条件成就之日。"
    yield (
        f"合同生效之日起 {sheet.free_period_months} 个月内且付费条件尚未成就的，"
        "被许可方可以书面通知退回许可技术，本合同自通知到达之日终止，双方互不支付费用。"
    )


def _fees(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    yield (
        f"入门费为{_sum(sheet.entry_fee_minor)}，合同生效之日起 {sheet.payment_days} 日内支付。"
        if sheet.entry_fee_minor
        else "入门费为零。"
    )
    if sheet.deferred_fee_minor:
        plan = sheet.instalments
        how = (
            f"自付费条件成就之日起每 {plan.every_months} 个月一期，等分 {plan.count} 期，每期"
            if plan
            else "付费条件成就之日起"
        )
        yield f"许可费为{_sum(sheet.deferred_fee_minor)}，{how} {sheet.payment_days} 日内支付。"
    for milestone in sheet.milestones:
        if milestone.amount_minor:
            yield (
                f"里程碑“{milestone.name}”：以{milestone.evidence}为凭证，完成且付费条件成就之日起 {milestone.due_days} 日内"
                f"支付{_sum(milestone.amount_minor)}；计划于合同生效后第 {milestone.planned_month} 个月完成。"
            )
    if sheet.royalty:
        yield from _royalty(sheet)
    if sheet.buyout_price_minor is not None:
        yield (
            f"被许可方可以随时书面通知以{_sum(sheet.buyout_price_minor)}买断许可技术；"
            "通知到达后双方另行签订技术转让合同，尚未到期的许可费不再支付。"
        )
    yield from _shares(data)
    for party in data.parties:
        if party.role == "licensor" and party.bank_account:
            yield f"收款账户：{party.name}，{party.bank_name}，账号 {party.bank_account}。许可方收款后依法开具发票。"
    yield "各项费用的应付日期和金额以附件二为准，附件二由条款清单自动计算，与平台账单同源。"


def _shares(data: ContractData) -> Iterator[str]:
    licensors = [party for party in data.parties if party.role == "licensor"]
    if len(licensors) > 1:
        parts = "、".join(f"{party.name} {percent(party.share_bps or 0)}%" for party in licensors)
        yield (
            f"许可方各方对许可收入的份额为：{parts}。被许可方按账单付款即为向许可方全体履行，"
            "款项由平台按上述份额记入各方（专利法第十四条）。"
        )


def _royalty(sheet: TermSheet) -> Iterator[str]:
    royalty = sheet.royalty
    assert royalty is not None  # noqa: S101 - the caller asked
    yield "提成：" + rate_words(royalty, "zh-CN") + "付费条件成就之前的收入不计提成。"
    if royalty.min_annual_minor:
        yield f"每个付费年度的提成不低于{_sum(royalty.min_annual_minor)}，不足一年的按日折算。"
    if royalty.cap_total_minor is not None:
        yield f"提成累计以{_sum(royalty.cap_total_minor)}为限，达到后不再计提。"


def _reports(data: ContractData) -> Iterator[str]:
    royalty = data.sheet.royalty
    if royalty is None:
        yield "本合同不收取提成，被许可方每年度终了后三十日内向许可方提交一份实施情况说明。"
        return
    yield (
        f"自付费条件成就之日起每{_FREQUENCY[royalty.report_frequency]}为一个报告期，被许可方在期满后 {royalty.report_days} 日内报告"
        f"应计提成的数额，并在其后 {data.sheet.payment_days} 日内支付。"
    )
    if royalty.audit_right:
        yield (
            "许可方有权在提前十日通知后，于工作时间查阅与提成有关的会计账目；查明少报百分之五以上的，"
            "查阅费用由被许可方承担（民法典第八百四十六条）。"
        )


def _acceptance(data: ContractData) -> Iterator[str]:
    del data
    yield "技术资料的验收标准：资料完整、清晰，本领域技术人员据此能够实施许可技术。"
    yield (
        "验收方法：被许可方在收到资料之日起六十日内按资料试制，认为不符合标准的，书面说明理由，许可方在三十日内补正；"
        "逾期未提出的视为验收合格。"
    )


def _secrecy(data: ContractData) -> Iterator[str]:
    yield (
        "双方对本合同涉及的技术秘密、未公开的专利申请和经营信息承担保密义务，"
        f"期限为 {data.sheet.confidentiality_months} 个月，自合同生效之日起算，不因合同终止而免除。"
    )
    yield "已经为公众所知、由独立研究取得或者依法应当披露的信息不在此限。"


def _improvements(data: ContractData) -> Iterator[str]:
    yield {
        "each_keeps": "一方对许可技术作出的后续改进归该方所有，另一方无权分享（民法典第八百七十五条）。",
        "shared": "双方对许可技术作出的后续改进由双方共有，任何一方可以自行实施，许可他人实施须经对方同意。",
        "licensor_option": "后续改进归作出改进的一方所有；许可方可以按市场价格有偿取得改进的普通许可。",
    }[data.sheet.improvements]
    yield "许可收入在许可方内部的分配，依照促进科技成果转化法第四十四条、第四十五条和许可方的规定办理，由许可方负责。"
    yield "本合同不限制任何一方对许可技术的有效性提出异议，不限制被许可方选择原料、设备和销售渠道（民法典第八百五十条）。"


def _maintenance(data: ContractData) -> Iterator[str]:
    payer = "许可方" if data.sheet.annuity_payer == "licensor" else "被许可方"
    yield f"许可期限内专利年费由{payer}缴纳，许可方应当维持专利权有效。"
    yield "专利权被宣告无效、终止或者专利申请被驳回的，被许可方自该事实发生之日起停止支付相应费用；已经支付的，依照专利法第四十七条处理。"


def _warranty(data: ContractData) -> Iterator[str]:
    del data
    yield "许可方保证自己是许可技术的合法拥有者，许可技术完整、无误、有效，能够达到约定的目标（民法典第八百七十条）。"
    yield (
        "许可方保证签订本合同前已告知许可技术上的质押、其他许可和共有情况，并已取得共有人和质权人的同意（专利法第十四条、"
        "民法典第四百四十四条）。"
    )
    yield (
        "被许可方按约定实施许可技术侵害他人合法权益的，由许可方承担责任，"
        "但另有约定或者因被许可方擅自改动所致的除外（民法典第八百七十四条）。"
    )


def _breach(data: ContractData) -> Iterator[str]:
    yield (
        f"被许可方逾期付款的，每日按未付金额的 {percent(data.sheet.late_interest_bps_per_day)}% 支付违约金；经催告后仍不支付的，"
        "应当停止实施、交还技术资料并承担违约责任（民法典第八百七十三条）。"
    )
    yield (
        "许可方未按约定许可实施或者交付资料的，应当承担违约责任；被许可方实施许可技术超越约定范围的，"
        "应当停止违约行为并承担违约责任（民法典第八百七十二条、第八百七十三条）。"
    )
    yield "一方迟延履行主要义务，经催告后三十日内仍未履行的，另一方可以解除合同。"


def _ending(data: ContractData) -> Iterator[str]:
    yield {
        "return_data": "合同终止或者技术退回的，被许可方应当在十五日内返还全部技术资料及复制件，停止实施并书面确认。",
        "destroy_data": "合同终止或者技术退回的，被许可方应当在十五日内销毁全部技术资料及复制件，停止实施并出具销毁证明。",
    }[data.sheet.exit]
    yield "合同终止前已经到期的款项、保密义务和争议解决条款不受终止的影响。"


def _recording(data: ContractData) -> Iterator[str]:
    del data
    yield "许可方在合同生效之日起三个月内向国务院专利行政部门办理实施许可合同备案（专利法实施细则第十五条），被许可方予以配合。"
    yield "许可方向技术合同登记机构申请认定登记；合同成交额和技术交易额按附件二列明的金额填报。"


def _disputes(data: ContractData) -> Iterator[str]:
    yield f"因本合同发生的争议，双方先行协商；协商不成的，向{data.parties[0].name}住所地有管辖权的人民法院提起诉讼。"


def _special(data: ContractData) -> Iterator[str]:
    yield from data.special_clauses
    yield "本条与其他条款不一致的，以本条为准；但涉及费用的计算，以条款清单和附件二为准。"


def _signature(data: ContractData) -> Iterator[str]:
    del data
    yield (
        "双方同意采用电子签名订立本合同，并约定：各方所见、所签文件的 SHA-256 值一致，"
        "签名使用为该次签署签发的数字证书，签署后对文件的任何改动均能被发现（电子签名法第三条、第十三条）。"
    )
    yield "本合同自全体当事人完成电子签名之日起生效。条款清单是计算全部费用的唯一依据，其 SHA-256 值载于签署页。"
    yield "附件一、附件二、附件三和签署页是本合同的组成部分；正文与附件二的金额不一致的，以附件二为准。"
