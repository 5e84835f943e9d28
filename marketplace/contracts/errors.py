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
        en="Not to be changed: {fields}. License type and start stay; once the payment condition is met, so do the condition, "
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
