"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from finance.connect import queries, service
from finance.connect.completer import look_at_account
from finance.connect.errors import (
    AccountNotActive,
    ConnectNotOffered,
    ConnectUnreachable,
    TakeBackRefused,
    TransferPaidOn,
)
from finance.connect.models import ConnectedAccount
from finance.connect.schemas import ConnectView, OnboardingLink, TransferView
from finance.connect.words import why
from finance.payments.gateway import GatewayRefused, GatewayUnknown
from finance.payments.gateways.stripe_connect import stripe_connect
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.settings import settings
from marketplace.core.values import Because
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["connect"])
_WRITES = (SignInRequired, Forbidden, NotFound)


@router.get("/connect", responses=problems(SignInRequired, Forbidden), operation_id="get_connect")
def get_connect(uow: MemberUowDep) -> ConnectView:
    """Whether one's university can be paid through the provider, and how its account there stands."""
    return queries.get_connect(uow)


@router.post(
    "/connect/onboarding",
    responses=problems(*_WRITES, ConnectNotOffered, ConnectUnreachable),
    operation_id="open_connect_account",
)
def open_connect_account(uow: MemberUowDep) -> OnboardingLink:
    """Open the university's account, or go on with it, at the provider's own page; it leads back to the money page."""
    account_id = service.open_account(uow)
    row = uow.session.get_one(ConnectedAccount, account_id)
    if row.provider_ref is None and (error := look_at_account(uow, row, stripe_connect())):
        raise ConnectUnreachable(why=why(error, uow.locale))
    uow.session.refresh(row)
    ref = row.provider_ref or ""
    uow.session.commit()  # no transaction is open while the provider is asked
    try:
        return OnboardingLink(
            url=stripe_connect().link(ref, back_url=f"{settings().address}/app/money?back=connect")
        )
    except (GatewayUnknown, GatewayRefused) as outcome:
        raise ConnectUnreachable(why=why(str(outcome), uow.locale)) from outcome


@router.post(
    "/connect/look", responses=problems(*_WRITES, ConnectUnreachable), operation_id="look_at_connect_account"
)
def look_at_connect_account(uow: MemberUowDep) -> ConnectView:
    """Ask the provider how the account stands now, as after coming back from its page."""
    row = queries.get_own_account(uow)
    if error := look_at_account(uow, row, stripe_connect()):
        raise ConnectUnreachable(why=why(error, uow.locale))
    return queries.get_connect(uow)


@router.post(
    "/connect/use",
    responses=problems(*_WRITES, ConnectNotOffered, AccountNotActive),
    operation_id="use_connect_account",
)
def use_connect_account(uow: MemberUowDep) -> ConnectView:
    """As a second person, let what the provider collects go on to the account; paid to after the cooling-off."""
    return service.use_account(uow)


@router.post("/connect/stop", responses=problems(*_WRITES), operation_id="stop_connect_account")
def stop_connect_account(uow: MemberUowDep) -> ConnectView:
    """Be paid by bank again."""
    return service.stop_account(uow)


@router.get("/connect/transfers", responses=problems(SignInRequired), operation_id="list_transfers")
def list_transfers(uow: MemberUowDep, batch_id: UUID | None = None) -> list[TransferView]:
    """Lines of batches on their way to a university's account and from there to its bank, latest first."""
    return queries.list_transfers(uow, batch_id=batch_id)


@router.post(
    "/connect/transfers/{payout_id}/take-back",
    responses=problems(*_WRITES, InvalidInput, IllegalMove, TransferPaidOn, TakeBackRefused),
    operation_id="take_back_transfer",
)
def take_back_transfer(payout_id: UUID, form: Because, uow: MemberUowDep) -> TransferView:
    """Give up a line that waits, or take a transfer back while the account holds it: it is owed again."""
    ref = service.take_back(uow, payout_id=payout_id, reason=form.reason)
    if ref is not None:
        round_no = queries.lock_transfer(uow, payout_id).round
        uow.session.commit()  # the decision is on record before anybody is asked, and no transaction is open meanwhile
        answer = service.ask_to_reverse(stripe_connect(), ref, payout_id, round_no)
        if refused := service.record_reversal(uow.as_system(), payout_id=payout_id, answer=answer):
            uow.session.commit()  # that it was refused is kept, whatever is answered
            raise TakeBackRefused(why=refused)
    return queries.get_transfer(uow, payout_id=payout_id)
