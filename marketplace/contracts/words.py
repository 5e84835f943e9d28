"""The words of matters between the parties: what each is called, and what silence means before and after its day."""

from marketplace.contracts.after_signature import (
    LegalNature,
    MatterKind as K,
    MatterState as S,
    RightEventKind,
)
from marketplace.core.i18n import Text

TITLES = {
    K.FIRST_INCOME: Text("许可方主张首次收入", "First income asserted by the licensor"),
    K.MILESTONE: Text("申报里程碑完成", "Milestone claimed"),
    K.BUYOUT: Text("买断通知", "Buy-out notice"),
    K.CONVERSION: Text("先投后股转股登记", "Conversion into equity"),
    K.RETURN_CERTIFICATE: Text("资料清退证明", "Data-return certificate"),
    K.RIGHT_LOSS: Text("申报权利失效", "Loss of a right reported"),
    K.ACCOUNTS: Text("查阅账目", "Accounts to be read"),
}

SILENCE = {
    K.FIRST_INCOME: Text(
        "被许可方在 {by} 前说明理由提出异议的，付费条件不变，直到双方达成一致；逾期不答复的，依合同第四条视为认可该日期。",
        "If the licensee contests it with reasons by {by}, the free period stands until both sides agree; silence means that"
        " the day is accepted (article 4 of the contract).",
    ),
    K.MILESTONE: Text(
        "许可方应在 {by} 前确认或说明理由退回；逾期不答复不视为认可，平台会再次提醒双方。",
        "The licensor confirms or sends it back with reasons by {by}; silence is no acceptance, both sides are reminded.",
    ),
    K.BUYOUT: Text(
        "许可方应在 {by} 前确认，确认后买断价款即为应付；逾期不答复不视为确认，平台会再次提醒双方。",
        "The licensor confirms by {by}, then the price is owed; silence is no confirmation, both sides are reminded.",
    ),
    K.CONVERSION: Text(
        "对方应在 {by} 前确认，确认后尚未发生的费用不再产生；逾期不答复不视为确认。",
        "The other side confirms by {by}; then no later fee comes into being. Silence is no confirmation.",
    ),
    K.RETURN_CERTIFICATE: Text(
        "许可方应在 {by} 前确认或说明理由退回；确认后资料清退完成。逾期不答复不视为确认。",
        "The licensor confirms or sends it back by {by}; then the return is complete. Silence is no confirmation.",
    ),
    K.RIGHT_LOSS: Text(
        "许可方应在 {by} 前核对并确认；确认前合同照常履行。逾期不答复不视为确认。",
        "The licensor checks and confirms it by {by}; until then the contract goes on. Silence is no confirmation.",
    ),
    K.ACCOUNTS: Text(
        "被许可方应在 {by} 前提供与提成有关的账目（民法典第八百四十六条）。",
        "The licensee shows the accounts behind the royalty by {by} (民法典 §846).",
    ),
}

OVERDUE = {
    K.FIRST_INCOME: Text("逾期未异议，视为认可。", "Not contested in time: it counts as accepted."),
    K.ACCOUNTS: Text(
        "账目逾期未提供，许可方可以依合同主张权利。",
        "The accounts were not shown in time; the licensor may act on it.",
    ),
}
_ESCALATED = Text(
    "已过答复期限，不视为认可；请尽快答复，双方已收到提醒。",
    "The day to answer has passed without acceptance; please answer now, both sides were reminded.",
)

AFTER = {
    S.ACCEPTED: Text("已于 {on} 认可。", "Accepted on {on}."),
    S.REFUSED: Text("已于 {on} 退回：{answer}", "Sent back on {on}: {answer}"),
    S.CONTESTED: Text(
        "被许可方于 {on} 提出异议：{answer} 付费条件不变，直到双方就日期达成一致，或者登记生效裁决。",
        "Contested on {on}: {answer} The free period stands until both sides agree on a day or a ruling is recorded.",
    ),
    S.SETTLED: Text("争议已于 {on} 了结：{outcome}。", "Settled on {on}: {outcome}."),
    S.WITHDRAWN: Text("已于 {on} 撤回。", "Withdrawn on {on}."),
    S.LAPSED: Text("合同已结束，不再处理。", "The contract has ended; nothing more follows."),
}
SILENT = Text(
    "至 {by} 没有提出异议，依合同第四条视为认可。",
    "Not contested by {by}: accepted under article 4 of the contract.",
)
OUTCOME = Text("首次收入日期为 {on}", "first income was on {on}")
DROPPED = Text("不认定首次收入", "no first income is taken")

OUTCOMES = {
    "accepted": Text("已认可", "Accepted"),
    "refused": Text("已退回", "Sent back"),
    "contested": Text("有异议", "Contested"),
    "settled": Text("争议已了结", "Dispute settled"),
    "withdrawn": Text("已撤回", "Withdrawn"),
}

NATURES: dict[LegalNature, Text] = {
    "know_how": Text("按技术秘密许可的规定", "Rules on know-how licences"),
    "by_analogy": Text("参照专利实施许可的规定", "Patent licence rules by analogy"),
    "patent_licence": Text("按专利实施许可的规定", "Rules on patent licences"),
    "software": Text("按计算机软件许可的规定", "Rules on software licences"),
    "gone": Text("权利已失效", "The right is gone"),
}

RIGHT_EVENTS = {
    RightEventKind.PUBLISHED: Text("申请公布", "Application published"),
    RightEventKind.GRANTED: Text("授予专利权", "Patent granted"),
    RightEventKind.INVALIDATED: Text("宣告无效", "Declared invalid"),
    RightEventKind.LAPSED: Text("权利终止", "Right lapsed"),
}


def silence_means(kind: str) -> Text:
    """Return what happens when the answer to a matter does not come; `{by}` is the last day."""
    return SILENCE[K(kind)]


def after_its_day(kind: str) -> Text:
    """Return what the passed day of an unanswered matter means."""
    return OVERDUE.get(K(kind), _ESCALATED)
