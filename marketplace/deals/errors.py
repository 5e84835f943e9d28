"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem, WithFields


class DealIncomplete(WithFields):
    """The application lacks something the university needs to answer; each missing part is named."""

    code = "deal.incomplete"
    status = 409
    title = Text(zh="申请还没有填完", en="The application is not complete")
    detail = Text(
        zh="还有 {count} 处需要填写，补齐后即可提交。",
        en="{count} parts are missing; fill them in, then submit.",
    )


class NotEligible(Problem):
    """The firm may not use first and pay later; `failed` names the conditions it does not meet."""

    code = "deal.not_eligible"
    status = 409
    title = Text(zh="暂不符合申请条件", en="Not eligible for now")
    detail = Text(
        zh="{as_of} 的核验结果：{reasons}。草稿已保留，补齐后可以再次提交。",
        en="As of {as_of}: {reasons}. The draft is kept; put this right and submit again.",
    )
    as_of: date
    failed: tuple[str, ...]
    reasons: str


class ListingNotOpen(Problem):
    """The listing cannot be applied for at present."""

    code = "deal.listing_not_open"
    status = 409
    title = Text(zh="该成果目前不接受申请", en="The listing takes no applications")
    detail = Text(
        zh="成果 {number} 已下架、成交或正在复核，申请未提交。可以收藏后等待，或查看相近成果。",
        en="{number} is withdrawn, taken or being checked; nothing was submitted. Look for similar results.",
    )
    number: str


class TermsChanged(Problem):
    """The terms are no longer those the person was shown."""

    code = "deal.terms_changed"
    status = 409
    title = Text(zh="条款已有变化", en="The terms have changed")
    detail = Text(
        zh="您看到的条款与现行条款不一致，未作任何更改。请刷新页面，核对新条款后再操作。",
        en="The terms differ from those you were shown; nothing was changed. Reload, read the new terms, then go on.",
    )
    current_hash: str


class NotYetAccepted(Problem):
    """The university asked something; the terms can be agreed once it has accepted."""

    code = "deal.not_yet_accepted"
    status = 409
    title = Text(zh="高校尚未接受申请", en="Not accepted yet")
    detail = Text(
        zh="高校提出了问题，请先答复；对方接受后才能确认条款。",
        en="The university asked a question; reply first. The terms can be agreed once it accepts.",
    )


class NothingAsked(Problem):
    """There is no open question: the application was accepted."""

    code = "deal.nothing_asked"
    status = 409
    title = Text(zh="没有待答复的问题", en="No open question")
    detail = Text(
        zh="高校已接受申请，请核对并确认条款。",
        en="The university has accepted; check the terms and agree to them.",
    )


class AlreadyLicensed(Problem):
    """Another firm was first with an exclusive or sole licence, or the listing already has licensees."""

    code = "deal.already_licensed"
    status = 409
    title = Text(zh="该成果已被他人取得", en="Another firm was first")
    detail = Text(
        zh="成果 {number} 的独占或排他许可已与另一家企业商定，本次操作未作任何更改。",
        en="The exclusive or sole licence of {number} has been agreed with another firm; nothing was changed.",
    )
    number: str


class ContractDrawnUp(Problem):
    """The contract exists already; the application itself can no longer be stopped."""

    code = "deal.contract_drawn_up"
    status = 409
    title = Text(zh="合同已生成", en="The contract is drawn up")
    detail = Text(
        zh="条款已商定且合同已生成，请在合同页面签署或取消。",
        en="Terms are agreed and the contract exists; sign or cancel it there.",
    )
