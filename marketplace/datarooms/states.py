"""The life of an access, as data."""

from typing import NamedTuple

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem
from marketplace.datarooms.errors import ListingNotOffered, NothingToRead, UndertakingChanged
from marketplace.datarooms.models import DataAccess
from marketplace.datarooms.schemas import AccessState as S


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    listing_number: str = ""
    listing_open: bool = True
    readable: bool = True
    shown_sha256: str = ""


def listing_open(_: DataAccess, facts: Facts) -> Problem | None:
    """Only what is on offer is shown to firms."""
    return None if facts.listing_open else ListingNotOffered(number=facts.listing_number)


def something_to_read(_: DataAccess, facts: Facts) -> Problem | None:
    """Nobody signs an undertaking for a closed or empty room."""
    return None if facts.readable else NothingToRead()


def same_text(access: DataAccess, facts: Facts) -> Problem | None:
    """电子签名法 §13: nobody signs a text that was not shown to her."""
    current = access.content_sha256 or ""
    return None if facts.shown_sha256 == current else UndertakingChanged(current=current)


_BEFORE = (S.ASKED, S.OFFERED, S.FIRM_SIGNED)

ACCESS = Machine(
    subject="data_access",
    initial=S.ASKED,
    final=frozenset({S.DECLINED, S.WITHDRAWN, S.REVOKED, S.EXPIRED}),
    states={
        S.ASKED: Text("待高校答复", "Awaiting the university"),
        S.OFFERED: Text("待企业签署承诺书", "Awaiting the firm's signature"),
        S.FIRM_SIGNED: Text("待高校签署", "Awaiting the university's signature"),
        S.ACTIVE: Text("可以查看", "Open"),
        S.DECLINED: Text("未同意", "Declined"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
        S.REVOKED: Text("已撤销", "Revoked"),
        S.EXPIRED: Text("已到期", "Expired"),
    },
    moves=(
        Move("offer", (S.ASKED,), S.OFFERED, (listing_open, something_to_read), Text("同意查看", "Agree")),
        Move("sign", (S.OFFERED,), S.FIRM_SIGNED, (same_text,), Text("签署承诺书", "Sign the undertaking")),
        Move(
            "countersign",
            (S.FIRM_SIGNED,),
            S.ACTIVE,
            (same_text, something_to_read),
            Text("签署并开放", "Countersign"),
        ),
        Move("decline", _BEFORE, S.DECLINED, (), Text("不同意", "Decline")),
        Move("withdraw", (*_BEFORE, S.ACTIVE), S.WITHDRAWN, (), Text("撤回", "Withdraw")),
        Move("revoke", (S.ACTIVE,), S.REVOKED, (), Text("撤销授权", "Revoke")),
        Move("expire", (S.ACTIVE,), S.EXPIRED, (), Text("到期", "Expire")),
    ),
)
