"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ConnectNotOffered(Problem):
    """The provider does not open accounts for such institutions: the bank transfer stays."""

    code = "connect.not_offered"
    status = 409
    title = Text(zh="暂不提供这种收款方式", en="This way is not offered")
    detail = Text(zh="{why} 款项仍通过对公转账发放。", en="{why} Payouts go by bank transfer.")
    why: str


class ConnectUnreachable(Problem):
    """The provider did not answer, or refused: what was begun is kept and can be continued."""

    code = "connect.unreachable"
    status = 409
    title = Text(zh="支付机构暂时没有办成", en="The provider did not do it")
    detail = Text(
        zh="支付机构没有应答或拒绝了请求（{why}）。已保留进度，请稍后再试；多次不成请联系平台。",
        en="The provider did not answer or refused ({why}). What was begun is kept: try again later, or tell the platform.",
    )
    why: str


class AccountNotActive(Problem):
    """Only an account that the provider found good is used."""

    code = "connect.not_active"
    status = 409
    title = Text(zh="账户尚未通过审核", en="The account is not active")
    detail = Text(
        zh="支付机构还没有放行这个账户。请先补充它要求的资料，通过后再启用。",
        en="The provider has not cleared this account. Give what it still asks for, then use it.",
    )


class TransferPaidOn(Problem):
    """What left the account for the bank cannot be taken back by the provider."""

    code = "connect.paid_on"
    status = 409
    title = Text(zh="款项已离开账户", en="The money has left the account")
    detail = Text(
        zh="这笔款项已从账户付往学校的银行账户，不能由支付机构收回。请与学校约定通过银行退回。",
        en="This money is on its way to the university's bank or there. Agree that it comes back by bank.",
    )


class TakeBackRefused(Problem):
    """The account no longer holds as much, or the provider refused otherwise: nothing was taken back."""

    code = "connect.take_back_refused"
    status = 409
    title = Text(zh="没有收回", en="Nothing was taken back")
    detail = Text(
        zh="支付机构没有收回这笔款项：{why}。账上没有变动，可在账户有余额时再试。",
        en="The provider did not take it back: {why}. Nothing changed; try again when the account holds enough.",
    )
    why: str
