"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ContentChanged(Problem):
    """The text to be signed is not the one the person was shown."""

    code = "contract.content_changed"
    status = 409
    title = Text(zh="合同文本与所见不一致", en="Not the text you were shown")
    detail = Text(
        zh="您确认的文本与现行合同不同（现行 SHA-256 为 {current}），未签署。请重新打开合同核对全文。",
        en="The text you confirmed differs from the contract (SHA-256 {current}); nothing was signed. Open it and read it again.",
    )
    current: str


class DateOutOfRange(Problem):
    """A day lies before the contract took effect or in the future."""

    code = "contract.date_out_of_range"
    status = 409
    title = Text(zh="日期不在合同期内", en="The date is outside the contract")
    detail = Text(
        zh="日期应在 {earliest} 至 {latest} 之间，未作任何更改。",
        en="It must lie between {earliest} and {latest}; nothing was changed.",
    )
    earliest: date
    latest: date


class FirstIncomeKnown(Problem):
    """First income was declared before, with another date."""

    code = "contract.first_income_known"
    status = 409
    title = Text(zh="首次收入日期已申报", en="First income was declared before")
    detail = Text(
        zh="已申报的日期为 {first_income_on}。确需更正的，请与高校协商后由双方签署补充协议。",
        en="The declared date is {first_income_on}. Only an amendment signed by both sides can correct it.",
    )
    first_income_on: date


class NoRoyalty(Problem):
    """The contract has no running fee, so there is nothing to report."""

    code = "contract.no_royalty"
    status = 409
    title = Text(zh="本合同不收取提成", en="This contract has no royalty")
    detail = Text(zh="无需报告收入。", en="There is no income to report.")


class NotAReportPeriod(Problem):
    """A statement must cover one of the contract's reporting periods, which has ended and was not reported yet."""

    code = "contract.not_a_report_period"
    status = 409
    title = Text(zh="报告期不正确", en="Not a reporting period")
    detail = Text(
        zh="应报告的期间为：{periods}（截止日不含在内）。",
        en="The periods to report are: {periods} (the last day not included).",
    )
    periods: str


class NoSuchMilestone(Problem):
    """The terms know no such milestone, or it was reached before."""

    code = "contract.no_such_milestone"
    status = 409
    title = Text(zh="没有这个待完成的里程碑", en="No such open milestone")
    detail = Text(
        zh="请从合同约定且尚未完成的里程碑中选择。",
        en="Choose one of the contract's milestones that is still open.",
    )


class FreePeriodOver(Problem):
    """The technology can be returned at no cost only within the free period."""

    code = "contract.free_period_over"
    status = 409
    title = Text(zh="已过免费退回期限", en="The free period is over")
    detail = Text(
        zh="免费退回期限到 {ended_on} 为止。此后终止合同须由双方协商。",
        en="The technology could be returned until {ended_on}; from then on both sides must agree to end the contract.",
    )
    ended_on: date


class SignatureFailed(Problem):
    """The signed file did not pass its own check; nothing was kept."""

    code = "contract.signature_failed"
    status = 409
    title = Text(zh="签名校验未通过", en="The signature did not verify")
    detail = Text(
        zh="签署后的文件未通过校验（{reason}），未作任何更改。请重试，仍失败请联系平台。",
        en="The signed file failed its check ({reason}); nothing was changed. Try again, or tell us.",
    )
    reason: str


class FileNotUsable(Problem):
    """A handed-in file is of a kind that people on the other side could not open safely."""

    code = "contract.file_not_usable"
    status = 409
    title = Text(zh="文件格式不支持", en="This kind of file is not taken")
    detail = Text(
        zh="请上传 PDF、PNG、JPEG 或 XLSX 文件，内容须与扩展名一致。",
        en="Send a PDF, PNG, JPEG or XLSX file whose content fits its ending.",
    )


class AlreadyRaised(Problem):
    """The same matter waits for an answer already."""

    code = "contract.already_raised"
    status = 409
    title = Text(zh="同一事项正在等待答复", en="The same matter is open already")
    detail = Text(
        zh="该事项已提出，答复期限为 {answer_by_on}。请等待答复，或先撤回再重新提出。",
        en="It was raised before and is to be answered by {answer_by_on}. Wait, or withdraw it first.",
    )
    answer_by_on: date


class AnswerFirst(Problem):
    """The licensor has asserted another day of first income: the licensee answers that before it declares."""

    code = "contract.answer_first"
    status = 409
    title = Text(zh="请先答复许可方的主张", en="Answer the licensor's claim first")
    detail = Text(
        zh="许可方主张首次收入日期为 {asserted_on}。请先认可该日期，或说明理由提出异议并提出您的日期。",
        en="The licensor asserts {asserted_on}. Accept that day, or contest it with reasons and propose yours.",
    )
    asserted_on: date


class NoFirstIncomeTrigger(Problem):
    """Under these terms nothing depends on first income."""

    code = "contract.no_first_income_trigger"
    status = 409
    title = Text(zh="付费条件与首次收入无关", en="Nothing depends on first income")
    detail = Text(
        zh="本合同的付费条件不含首次取得收入，无需主张。",
        en="The terms of this contract name no first income as the end of free use.",
    )


class NotAUsePeriod(Problem):
    """A use report covers one ended period that was not reported yet."""

    code = "contract.not_a_use_period"
    status = 409
    title = Text(zh="使用报告的期间不正确", en="Not a period to report on")
    detail = Text(
        zh="可以提交的期间为：{periods}（截止日不含在内）。",
        en="Reports can be filed for: {periods} (the last day not included).",
    )
    periods: str


class AlreadyInvoiced(Problem):
    """A statement cannot be corrected once an invoice rests on it."""

    code = "contract.already_invoiced"
    status = 409
    title = Text(zh="已开具账单，不能更正", en="Already invoiced")
    detail = Text(
        zh="该报告期已按原报告开具账单，未作任何更改。少报的请在下一期一并补报并注明；多报的请与许可方协商后以补充协议冲减。",
        en="An invoice rests on this statement; nothing was changed. Report what was missing with the next period and say so;"
        " what was too much is set off by an amendment with the licensor.",
    )


class NothingToCorrect(Problem):
    """No statement was filed for this period, or the numbers are the same."""

    code = "contract.nothing_to_correct"
    status = 409
    title = Text(zh="没有可更正的报告", en="Nothing to correct")
    detail = Text(
        zh="该期间没有已提交的收入报告，或数额与原报告相同。",
        en="No statement was filed for this period, or the amounts are the same.",
    )


class NoBuyoutPrice(Problem):
    """The terms give no right to buy the technology."""

    code = "contract.no_buyout_price"
    status = 409
    title = Text(zh="合同未约定买断", en="No buy-out was agreed")
    detail = Text(
        zh="条款中没有买断价款。需要买断的，请与许可方协商后以补充协议约定。",
        en="The terms name no price. Agree on one with the licensor by an amendment.",
    )


class NoConversionClause(Problem):
    """The terms do not let the licensor take equity, or not on this day or for this share."""

    code = "contract.no_conversion_clause"
    status = 409
    title = Text(zh="不符合转股约定", en="Not within the conversion clause")
    detail = Text(
        zh="转股须有合同约定：转股日应在 {latest} 前，持股比例不超过 {max_percent}%。未作任何更改。",
        en="A conversion needs a clause: before {latest}, and at most {max_percent} %. Nothing was changed.",
    )
    latest: str
    max_percent: str


class NoCertificateDue(Problem):
    """A data-return certificate follows the return of the technology, once."""

    code = "contract.no_certificate_due"
    status = 409
    title = Text(zh="现在无需提交清退证明", en="No certificate is due")
    detail = Text(
        zh="只有已退回且尚未确认清退的技术才需要提交资料清退证明。",
        en="It is due only after the technology was returned and until the licensor confirmed it.",
    )


class NoSuchRight(Problem):
    """The contract has no such right, or this cannot happen to it or was recorded before."""

    code = "contract.no_such_right"
    status = 409
    title = Text(zh="无法登记该权利变动", en="This cannot be recorded for the right")
    detail = Text(
        zh="请从合同列明的权利中选择；已登记的、已失效的，以及与权利种类不符的变动不能登记。",
        en="Choose one of the contract's rights; what was recorded, is gone or does not fit the kind of right is refused.",
    )


class NoticeTooShort(Problem):
    """Accounts are read only after some days of notice."""

    code = "contract.notice_too_short"
    status = 409
    title = Text(zh="通知时间不足", en="The notice is too short")
    detail = Text(
        zh="查阅账目须提前通知，日期不早于 {earliest}。",
        en="Accounts are read after notice: on {earliest} or later.",
    )
    earliest: date


class ProposalChanged(Problem):
    """The proposal to be agreed to is not the one the reader was shown, or there is none of the other side."""

    code = "contract.proposal_changed"
    status = 409
    title = Text(zh="没有可同意的方案", en="No such proposal")
    detail = Text(
        zh="对方没有提出该方案，或方案已更改。请重新打开合同核对。",
        en="The other side has not proposed this, or has changed it. Open the contract again.",
    )


class NoTransferToRecord(Problem):
    """A transfer is recorded once, after a buy-out or conversion."""

    code = "contract.no_transfer_to_record"
    status = 409
    title = Text(zh="没有待登记的转让", en="No transfer to record")
    detail = Text(
        zh="只有买断或转股完成后、尚未登记的转让可以登记。",
        en="It follows a buy-out or a conversion, and is recorded once.",
    )


class ScanNotReadable(Problem):
    """A scan must be a PDF, JPEG or PNG file."""

    code = "contract.scan_not_readable"
    status = 409
    title = Text(zh="不是可用的扫描件", en="Not a usable scan")
    detail = Text(
        zh="请上传 PDF、JPEG 或 PNG 格式的扫描件，不超过 {limit_mb} MB。未作任何更改。",
        en="Upload a scan as PDF, JPEG or PNG of at most {limit_mb} MB; nothing was changed.",
    )
    limit_mb: int


class ScanAnswered(Problem):
    """A scan was answered or replaced before."""

    code = "contract.scan_answered"
    status = 409
    title = Text(zh="扫描件已处理", en="The scan was answered before")
    detail = Text(
        zh="该扫描件已被确认、退回或替换。请刷新后查看最新的一份。",
        en="It was confirmed, rejected or replaced. Reload and look at the latest one.",
    )


class AmendmentNotPossible(Problem):
    """What has already happened under a contract, or was claimed for it, cannot be changed by new terms."""

    code = "contract.amendment_not_possible"
    status = 409
    title = Text(zh="这些条款不能变更", en="These terms cannot be changed")
    detail = Text(
        zh="不能变更：{fields}。许可方式和起始日不能变更；付费条件成就后，付费条件、免费期和报告频率不能变更。未作任何更改。",
        en="Not to be changed: {fields}. Licence type and start stay; once the payment condition is met, so do the condition, "
        "the free period and the reporting frequency. Nothing was changed.",
    )
    fields: str


class AmendmentPending(Problem):
    """One amendment is signed at a time."""

    code = "contract.amendment_pending"
    status = 409
    title = Text(zh="已有待签署的补充协议", en="An amendment waits for signatures")
    detail = Text(
        zh="第 {number} 号补充协议尚未签署完毕。请先签署或撤回。",
        en="Amendment no. {number} is not signed by all yet. Sign or withdraw it first.",
    )
    number: int


class NothingAmended(Problem):
    """The proposed terms are those in force."""

    code = "contract.nothing_amended"
    status = 409
    title = Text(zh="条款没有变化", en="Nothing changes")
    detail = Text(
        zh="提议的条款与现行条款相同，未生成补充协议。",
        en="The proposed terms are those in force; no amendment was made.",
    )
