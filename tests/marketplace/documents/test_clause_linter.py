"""What the linter must catch, and everyday contract Chinese that it must leave alone."""

from datetime import date

import pytest

from marketplace.documents.linter import lint_sheet, lint_text, rules
from marketplace.documents.schemas import ContractData
from marketplace.documents.wording import articles
from marketplace.terms import PRESETS, Milestone
from tests.factories.contracts import contract_data
from tests.factories.listings import a_term_sheet

DAY = date(2026, 11, 28)

VOID = [
    ("被许可方对许可技术的改进成果无偿归许可方所有。", "grant_back_free"),
    ("乙方作出的后续改进，其知识产权全部归甲方享有", "grant_back_free"),
    ("被许可方应将后续开发的成果免费提供给高校使用。", "grant_back_free"),
    ("乙方须无偿向甲方提供其改进技术。", "grant_back_free"),
    ("被许可方的改进应当独占许可给许可方。", "grant_back_free"),
    ("被许可方不得对许可技术进行改进或者二次开发。", "grant_back_free"),
    ("被许可方作出的改进归许可方所有。", "grant_back_free"),
    ("All improvements shall be assigned to the Licensor.", "grant_back_en"),
    ("被许可方不得对专利的有效性提出异议。", "no_challenge"),
    ("乙方承诺不向国家知识产权局请求宣告该专利无效。", "no_challenge"),
    ("被许可方提出无效宣告请求的，许可自动终止。", "no_challenge"),
    ("The licensee shall not challenge the validity of any patent.", "no_challenge"),
    ("被许可方必须向许可方购买配套设备。", "tie_in"),
    ("乙方应当同时购买甲方的其他专利。", "tie_in"),
    ("被许可方应接收许可方派出的人员三名。", "tie_in"),
    ("生产所用原材料只能从许可方指定的供应商处采购。", "source_limit"),
    ("设备不得向第三方采购。", "source_limit"),
    ("被许可方年产量不得超过一万台。", "volume_price_limit"),
    ("许可产品的销售价格不得低于每件二百元。", "volume_price_limit"),
    ("产品售价由许可方核定。", "volume_price_limit"),
    ("被许可方不得将许可产品出口。", "volume_price_limit"),
    ("许可产品只能通过甲方指定渠道销售。", "volume_price_limit"),
    ("被许可方不得从第三方取得类似技术。", "competing_limit"),
    ("合同期内乙方不得采用竞争性技术。", "competing_limit"),
    ("实施过程中发生人身伤亡的，许可方不承担任何责任。", "injury_exclusion"),
    ("许可方免除因设备故障造成人身损害的责任。", "injury_exclusion"),
    ("许可方因故意或重大过失造成的损失，不承担赔偿责任。", "fault_exclusion"),
    ("任何情况下，许可方均不承担责任。", "fault_exclusion"),
    ("被 许 可 方 不 得 将 许 可 产 品 出 口。", "volume_price_limit"),
]

CAUTION = [
    ("许可方有权随时调整提成费率。", "unilateral_change"),
    ("本合同的最终解释权归许可方。", "unilateral_change"),
    ("被许可方放弃诉讼的权利。", "assigned_dispute"),
    ("违约方应支付合同总额的80%作为违约金。", "penalty_high"),
]

HARMLESS = [
    "一方对许可技术作出的后续改进归该方所有，另一方无权分享。",
    "许可方作出的后续改进归许可方所有。",
    "许可方应将其改进无偿提供给被许可方。",
    "双方合作完成的改进成果由双方共有。",
    "许可方可以按市场价格有偿取得改进的普通许可。",
    "本合同不限制任何一方对许可技术的有效性提出异议。",
    "专利权被宣告无效后，许可方不得要求支付尚未到期的费用。",
    "许可方不得以被许可方请求宣告专利无效为由解除合同。",
    "被许可方可以自行选择原料、设备和销售渠道。",
    "许可方推荐的供应商名单见附件，被许可方可以选择其他供应商。",
    "实施本技术所必需的专用模具由被许可方向许可方购买。",
    "许可方应当向被许可方免费提供技术资料一套。",
    "被许可方每年产量达到一万台的，提成率降为百分之二。",
    "产品价格由被许可方自行确定。",
    "被许可方不得将技术资料复制给第三方。",
    "未经许可方书面同意，被许可方不得许可第三人实施许可技术。",
    "技术出口依照技术进出口管理条例办理，未取得许可证不得出口。",
    "被许可方应当在收到资料之日起六十日内完成试制。",
    "发生安全事故造成人身损害的，责任方依法承担赔偿责任。",
    "双方的责任以已付许可费为限，因故意或者重大过失造成的损失除外。",
    "因不可抗力不能履行合同的，部分或者全部免除责任，但法律另有规定的除外。",
    "一方迟延履行主要义务，经催告后三十日内仍未履行的，另一方可以解除合同。",
    "合同的变更由双方协商一致，并签署补充协议。",
    "逾期付款的，每日按未付金额的万分之五支付违约金。",
    "许可方派员指导安装调试，差旅费由被许可方承担。",
    "被许可方应当按季度报告净销售额，并附发票清单。",
    "关联企业之间的销售价格低于公允价格的，净销售额不得低于按公允价格计算的数额。",
    "许可方有权在提前十日通知后查阅有关账目。",
    "被许可方应当在产品上标明专利号。",
    "试点期间双方每月召开一次技术例会。",
    "争议由双方先行协商，协商不成的提交仲裁。",
]


def codes(text: str, severity: str, day: date = DAY) -> list[str]:
    return [f.code for f in lint_text(text, as_of=day, locale="zh-CN") if f.severity == severity]


@pytest.mark.parametrize(("text", "code"), VOID)
def test_void_clauses_are_caught(text: str, code: str) -> None:
    assert code in codes(text, "void")


@pytest.mark.parametrize(("text", "code"), CAUTION)
def test_doubtful_clauses_are_named_without_blocking(text: str, code: str) -> None:
    assert codes(text, "caution") == [code]
    assert codes(text, "void") == []


@pytest.mark.parametrize("text", HARMLESS)
def test_everyday_sentences_pass(text: str) -> None:
    assert lint_text(text, as_of=DAY, locale="zh-CN") == []


def test_our_own_text_passes() -> None:
    for preset in sorted(PRESETS):
        data: ContractData = contract_data(preset)
        for _, clauses in articles(data):
            for clause in clauses:
                assert codes(clause, "void") == [], clause
        assert lint_sheet(data.sheet, as_of=DAY, locale="zh-CN") == []


def test_a_finding_says_words_article_reason_and_remedy_in_both_languages() -> None:
    text = "保密期为五年。被许可方不得将许可产品出口；其他照旧。"
    (zh,) = lint_text(text, as_of=DAY, locale="zh-CN", pointer="/clauses/0")
    (en,) = lint_text(text, as_of=DAY, locale="en", pointer="/clauses/0")
    assert (zh.pointer, zh.severity, zh.words) == ("/clauses/0", "void", "不得将许可产品出口")
    assert "第十条" in zh.article
    assert zh.why != en.why
    assert "Strike" in en.instead


def test_a_rule_holds_from_the_day_of_its_law() -> None:
    text = "违约方应支付合同总额的80%作为违约金。"
    assert codes(text, "caution", date(2023, 12, 4)) == []
    assert codes(text, "caution", date(2023, 12, 5)) == ["penalty_high"]


def test_the_free_texts_of_a_sheet_are_read_too() -> None:
    sheet = a_term_sheet(
        field_of_use="烘干，被许可方年产量不得超过一万台",
        milestones=(Milestone(key="a", name="试制", evidence="检测报告", amount_minor=0, planned_month=3),),
    )
    (found,) = lint_sheet(sheet, as_of=DAY, locale="zh-CN")
    assert (found.pointer, found.code) == ("/terms/field_of_use", "volume_price_limit")


def test_every_rule_has_law_source_and_both_languages() -> None:
    for rule in rules():
        assert "第" in rule.article
        assert rule.source
        assert rule.why.zh
        assert rule.why.en
        assert rule.instead.zh
        assert rule.instead.en
