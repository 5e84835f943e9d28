"""The page of a pay link: one bill and its ways to pay, for whoever holds the address, without an account or scripts."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from finance.payments import links, paying, queries
from finance.payments.errors import KeyRequired
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.models import PayLink
from finance.payments.schemas import OnlineWay, PaymentView
from finance.receivables import papers, queries as receivables
from marketplace.app.street import ENGLISH, Street, as_page, in_path_language
from marketplace.core.ids import new_id
from marketplace.core.problems import NotFound, Problem
from marketplace.core.uow import UnitOfWork
from marketplace.core.web import shown_pdf
from marketplace.identity.entry import UowDep

router = APIRouter(include_in_schema=False)
PRIVATE = {
    "x-robots-tag": "noindex, nofollow",
    "referrer-policy": "no-referrer",  # the address is the key
    "cache-control": "no-store",
}
WAYS = {way.value for way in OnlineWay}
SETTLED = ("succeeded", "failed", "canceled")


def _reader(request: Request, uow: UnitOfWork) -> Street:
    """The product itself reads in the place of whoever proved the link: a bill, and nothing else, is shown of it."""
    return Street(request, in_path_language(request, uow).as_system())


def _private(answer: Response) -> Response:
    answer.headers.update(PRIVATE)
    return answer


@router.get(f"{ENGLISH}/bill/{{token}}", response_class=HTMLResponse)
@router.get("/bill/{token}", response_class=HTMLResponse)
def bill(token: str, request: Request, uow: UowDep) -> Response:
    """The bill; in its address `go` leads on to a payment's page, `payment` comes back from it."""
    return _private(as_page(_show)(street=_reader(request, uow), token=token))


def _show(*, street: Street, token: str) -> Response:
    link = links.find_link(street.uow, token=token)
    asked = street.request.query_params
    payment, go = asked.get("payment", ""), asked.get("go", "")
    if not payment and not go:
        links.note_look(street.uow, link)
    # who left the provider's page by its way back has not paid; a wallet says so in a word of its own
    left = "canceled" in asked or asked.get("redirect_status") == "failed"
    return _page(
        street, token, link, payment=_payment(street.uow, payment or go, link), go=bool(go), left=left
    )


def _payment(uow: UnitOfWork, raw: str, link: PayLink) -> PaymentView | None:
    if not raw:
        return None
    try:
        return queries.get_payment(uow, payment_id=UUID(raw), link_id=link.id)
    except ValueError:
        raise NotFound(what="payment") from None


def _page(
    street: Street,
    token: str,
    link: PayLink,
    *,
    payment: PaymentView | None = None,
    go: bool = False,
    left: bool = False,
    refused: Problem | None = None,
) -> Response:
    uow = street.uow
    invoice = receivables.get_invoice(uow, invoice_id=link.invoice_id)
    shown: dict[str, Any] = {
        "place": street.at(f"/bill/{token}"),
        "invoice": invoice,
        "net_days": (invoice.due_on - invoice.issued_on).days,
        "choice": queries.get_ways(uow, invoice_id=link.invoice_id, link_id=link.id),
        "key": str(new_id()),
        "payment": payment,
        "settled": payment is not None and payment.state in SETTLED,
        "going": go and payment is not None and payment.url is not None,
        "left": left,
        "refused": refused.body(uow.locale, uow.request_id) if refused else None,
    }
    return street.render(
        "bill.html", "bill", status=refused.status if refused else 200, noindex=True, **shown
    )


@router.post(f"{ENGLISH}/bill/{{token}}")
@router.post("/bill/{token}")
def pay(
    token: str, request: Request, uow: UowDep, way: Annotated[str, Form()], key: Annotated[str, Form()] = ""
) -> Response:
    """Open a way to pay, then lead there; a way that is closed is told on the page."""
    street = _reader(request, uow)
    return _private(as_page(_open)(street=street, token=token, way=way, key=key))


def _open(*, street: Street, token: str, way: str, key: str) -> Response:
    link = links.find_link(street.uow, token=token)
    link_id, invoice_id, place = link.id, link.invoice_id, street.at(f"/bill/{token}")
    try:
        if way not in WAYS:
            return RedirectResponse(place, 303)
        if not 8 <= len(key) <= 100:
            raise KeyRequired
        payment_id = paying.start_paying(
            street.uow, invoice_id=invoice_id, client_key=f"link-{key}", way=OnlineWay(way), gateway=stripe_gateway(),
            link_id=link_id,
        )  # fmt: skip
    except Problem as problem:
        return _page(street, token, link, refused=problem)
    opened = queries.get_payment(street.uow, payment_id=payment_id, link_id=link_id)
    return RedirectResponse(f"{place}?{'go' if opened.url else 'payment'}={payment_id}", 303)


@router.get(f"{ENGLISH}/bill/{{token}}/paper.pdf")
@router.get("/bill/{token}/paper.pdf")
def paper(token: str, request: Request, uow: UowDep) -> Response:
    """The bill as PDF as it stands today."""
    street = _reader(request, uow)
    return _private(as_page(_paper)(street=street, token=token))


def _paper(*, street: Street, token: str) -> Response:
    link = links.find_link(street.uow, token=token)
    return shown_pdf(*papers.typeset_invoice(street.uow, invoice_id=link.invoice_id))
