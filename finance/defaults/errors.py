"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class TooEarlyToDemand(Problem):
    """A demand comes after the reminders."""

    code = "default.too_early_to_demand"
    status = 409
    title = Text(zh="尚不能发出催告函", en="Too early for a demand")
    detail = Text(
        zh="催收提醒仍在进行，{earliest} 起可以发出催告函。",
        en="Reminders are still under way; a demand may be sent from {earliest}.",
    )
    earliest: date


class CureTooShort(Problem):
    """技术合同解释 §15: the firm has at least the rulebook's days from delivery."""

    code = "default.cure_too_short"
    status = 409
    title = Text(zh="履行期限过短", en="The time to pay is too short")
    detail = Text(
        zh="催告后的合理履行期限不得少于 {days} 天（技术合同司法解释第十五条），未发出催告函。",
        en="The firm has at least {days} days after a demand (judicial interpretation on technology contracts §15); nothing was sent.",
    )
    days: int


class DayOutOfRange(Problem):
    """A day lies before what it must follow, or after the last day possible."""

    code = "default.day_out_of_range"
    status = 409
    title = Text(zh="日期不在允许范围内", en="The day is out of range")
    detail = Text(
        zh="日期应在 {earliest} 至 {latest} 之间，未作任何更改。",
        en="It must lie between {earliest} and {latest}; nothing was changed.",
    )
    earliest: date
    latest: date


class CoverNotFound(Problem):
    """Number and code name no running contract: who asks learns nothing about which of the two was wrong."""

    code = "cover.contract_not_found"
    status = 409
    title = Text(zh="没有找到对应的合同", en="No such contract")
    detail = Text(
        zh="合同编号与企业统一社会信用代码没有对应的履行中合同。请与企业核对后重新填写。",
        en="Contract number and the firm's code name no running contract. Check both with the firm.",
    )


class NotAProvider(Problem):
    """Only an insurer or a guarantor stands behind a cover (融资担保条例 §6: the business needs a licence)."""

    code = "cover.not_a_provider"
    status = 409
    title = Text(zh="请选择保险或担保机构", en="Choose an insurer or guarantor")
    detail = Text(
        zh="只有平台登记的保险公司和融资担保公司可以承保（融资担保公司监督管理条例第六条）。",
        en="Only registered insurers and guarantors give covers (regulation on financing guarantee companies §6).",
    )


class PolicyNumberTaken(Problem):
    """A provider's policy number names one cover."""

    code = "cover.policy_number_taken"
    status = 409
    title = Text(zh="该保单（保函）号已登记", en="This policy number is registered")
    detail = Text(
        zh="{policy_number} 已登记过。请核对号码，或在列表中打开已有的记录。",
        en="{policy_number} is registered already. Check the number, or open it in the list.",
    )
    policy_number: str


class NotAPolicyFile(Problem):
    """The file of a policy is a PDF."""

    code = "cover.not_a_pdf"
    status = 409
    title = Text(zh="请上传 PDF 文件", en="A PDF is needed")
    detail = Text(
        zh="保单或保函应为不超过 20 MB 的 PDF 文件，未保存。",
        en="The policy must be a PDF of at most 20 MB; nothing was kept.",
    )


class ClaimTooEarly(Problem):
    """A claim needs a demand, and the waiting days of the cover after it."""

    code = "cover.claim_too_early"
    status = 409
    title = Text(zh="尚在等待期内", en="Still in the waiting period")
    detail = Text(
        zh="催告函发出并过 {waiting_days} 天等待期后才能申请代偿，最早 {earliest}。",
        en="A claim can be filed {waiting_days} days after the demand, from {earliest}.",
    )
    waiting_days: int
    earliest: date


class NothingCovered(Problem):
    """The cover does not reach the sums of the case: another contract, another time, or used up."""

    code = "cover.nothing_covered"
    status = 409
    title = Text(zh="没有可代偿的金额", en="Nothing is covered")
    detail = Text(
        zh="该保单（保函）不覆盖本案的欠款：合同不同、逾期日不在保障期间内，或额度已用完。",
        en="This cover does not reach the late sums: another contract, late outside its period, or its cap is used up.",
    )


class ClaimUnderWay(Problem):
    """One claim at a time on a cover."""

    code = "cover.claim_under_way"
    status = 409
    title = Text(zh="已申请代偿", en="A claim was filed")
    detail = Text(
        zh="本案已就该保单（保函）提出代偿申请，请等待答复。",
        en="A claim on this cover was filed in this case; wait for the answer.",
    )


class PaymentDiffers(Problem):
    """What the insurer or guarantor paid is not what it accepted."""

    code = "cover.payment_differs"
    status = 409
    title = Text(zh="到账金额与代偿金额不符", en="The receipt is another sum")
    detail = Text(
        zh="同意代偿 {asked_yuan} 元，该笔到账 {paid_yuan} 元，未入账。请与机构核对。",
        en="{asked_yuan} yuan were accepted, this receipt is {paid_yuan} yuan; nothing was booked. Ask the provider.",
    )
    asked_yuan: str
    paid_yuan: str


class RepaidTooMuch(Problem):
    """A firm pays back no more than was paid for it."""

    code = "cover.repaid_too_much"
    status = 409
    title = Text(zh="超过代偿余额", en="More than is open")
    detail = Text(
        zh="企业尚欠代偿款 {open_yuan} 元，登记金额不能超过该数。",
        en="The firm still owes {open_yuan} yuan; no more can be recorded.",
    )
    open_yuan: str


class NoCreditYet(Problem):
    """A credit record needs a default that stands: the cure period over, or paid by a cover."""

    code = "credit.not_yet"
    status = 409
    title = Text(zh="尚不能推送信用信息", en="Too early for a credit record")
    detail = Text(
        zh="履行期限届满仍未付款，或保险、担保机构已代偿后，才能推送信用信息。",
        en="A record can be announced once the time to pay is over, or an insurer or guarantor has paid.",
    )


class NoZone(Problem):
    """Nobody takes the record: the firm belongs to no zone."""

    code = "credit.no_zone"
    status = 409
    title = Text(zh="没有接收方", en="Nobody to hand it to")
    detail = Text(
        zh="该企业未登记所在高新区，信用信息没有接收方。请企业先完善机构资料。",
        en="The firm is registered in no zone, so nobody receives the record. Ask it to complete its profile.",
    )


class NothingOpen(Problem):
    """Everything that was late is paid, so the step has no ground any more."""

    code = "default.nothing_open"
    status = 409
    title = Text(zh="欠款已付清", en="Nothing is late any more")
    detail = Text(
        zh="本案欠款已全部到账，平台正在结案，不需要这一步。",
        en="Everything that was late has arrived; the case is being closed and needs no such step.",
    )
