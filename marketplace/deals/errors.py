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
        zh="另一家企业已先商定成果 {number} 的许可，与这份条款不能并存（独占、排他许可只能有一家）。本次操作未作任何更改。",
        en="Another firm was first to agree a licence of {number} that cannot stand beside these terms (an exclusive or sole "
        "licence goes to one firm only); nothing was changed.",
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


class NothingOffered(Problem):
    """There is no open offer with this hash."""

    code = "deal.nothing_offered"
    status = 409
    title = Text(zh="没有待答复的条款", en="No open offer")
    detail = Text(
        zh="这轮条款已被新的条款取代或已有结果，未作任何更改。请刷新页面查看最新一轮。",
        en="This offer was replaced or answered already; nothing was changed. Reload to see the latest round.",
    )


class OwnOffer(Problem):
    """Nobody answers the offer of his own side."""

    code = "deal.own_offer"
    status = 409
    title = Text(zh="不能答复本方提出的条款", en="This is your own offer")
    detail = Text(
        zh="这轮条款由本方提出，要由对方接受或拒绝；如需修改，可以提出新的一轮。",
        en="Your side made this offer; the other side accepts or refuses it. To change it, make a new one.",
    )


class SameTerms(Problem):
    """The offer changes nothing."""

    code = "deal.same_terms"
    status = 409
    title = Text(zh="条款没有变化", en="Nothing is changed")
    detail = Text(
        zh="提出的条款与现行条款完全相同。请修改至少一项，或直接接受现行条款。",
        en="The offer equals the terms on the table. Change at least one clause, or accept the terms as they are.",
    )


class OwnersMustAgree(Problem):
    """专利法 §14: a co-owner has not agreed to an exclusive or sole licence."""

    code = "deal.owners_must_agree"
    status = 409
    title = Text(zh="须经共有人同意", en="A co-owner must agree")
    detail = Text(
        zh="独占或排他许可须经全体共有人同意（专利法第十四条），{owner} 尚未书面同意。请先取得同意，或改为普通许可。",
        en="An exclusive or sole licence needs every co-owner (Patent Law, art. 14); {owner} has not agreed in writing. "
        "Obtain the consent first, or offer a non-exclusive licence.",
    )
    owner: str


class NoticeRunning(Problem):
    """The agreed price is still on notice, or an objection is open."""

    code = "deal.notice_running"
    status = 409
    title = Text(zh="公示未结束", en="The notice is still running")
    detail = Text(
        zh="协议定价须先公示（促进科技成果转化法第十八条）。公示至 {ends_on} 且无未处理异议后，条款才告商定。",
        en="An agreed price is put on notice first (Promotion Law, art. 18). Terms are agreed after {ends_on} and once no "
        "objection is open.",
    )
    ends_on: date


class CommissionTaken(Problem):
    """The deal has a technology manager, or one who has not answered yet."""

    code = "deal.commission_taken"
    status = 409
    title = Text(zh="已有技术经理人", en="There is a technology manager")
    detail = Text(
        zh="本申请已邀请或已约定技术经理人。请先结束现有约定，再邀请他人。",
        en="A technology manager is invited or engaged already. End that engagement before inviting another.",
    )


class CommissionChanged(Problem):
    """The commission is no longer the one the person was shown."""

    code = "deal.commission_changed"
    status = 409
    title = Text(zh="佣金约定已有变化", en="The commission has changed")
    detail = Text(
        zh="您看到的佣金约定已被修改、接受或结束，未作任何更改。请刷新页面后再操作。",
        en="The commission you were shown was changed, accepted or ended; nothing was changed. Reload, then go on.",
    )


class NoSuchManager(Problem):
    """The person is no technology manager of either side."""

    code = "deal.no_such_manager"
    status = 409
    title = Text(zh="不能邀请此人", en="This person cannot be invited")
    detail = Text(
        zh="只能邀请高校或企业名下的技术经理人。请从名单中选择。",
        en="Only technology managers of the university or the firm can be invited. Choose one from the list.",
    )
