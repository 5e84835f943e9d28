"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class FilingDateOutOfRange(Problem):
    """A day lies before the contract took effect, before the one it follows, or in the future."""

    code = "filing.date_out_of_range"
    status = 409
    title = Text(zh="日期不对", en="The date does not fit")
    detail = Text(
        zh="日期应在 {earliest} 至 {latest} 之间，未作任何更改。",
        en="It must lie between {earliest} and {latest}; nothing was changed.",
    )
    earliest: date
    latest: date


class AmountsNeeded(Problem):
    """A registered technology contract without its amounts, or a technical part above the whole."""

    code = "filing.amounts_needed"
    status = 409
    title = Text(zh="请填写核定的金额", en="The recognized amounts are needed")
    detail = Text(
        zh="请填写合同成交额和其中的技术交易额，技术交易额不能大于成交额。未作任何更改。",
        en="Give the contract amount and its technical part, which cannot exceed it. Nothing was changed.",
    )


class PackIncomplete(Problem):
    """The form cannot be filled: data are missing that only the parties know."""

    code = "filing.pack_incomplete"
    status = 409
    title = Text(zh="材料还缺信息", en="The pack lacks information")
    detail = Text(
        zh="请先补全：{missing}。补全后再提交，未作任何更改。",
        en="Complete first: {missing}. Then hand it in; nothing was changed.",
    )
    missing: str
