"""One call of the simulated API: its parameters, the books it works on, how it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import stripe

from finance.payments.simulator.books import Books

API_VERSION = stripe.api_version


class Refused(Exception):
    """An error answer in Stripe's envelope."""

    def __init__(
        self, status: int, kind: str, message: str, *, code: str | None = None, param: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body = {
            "error": {
                k: v for k, v in {"type": kind, "message": message, "code": code, "param": param}.items() if v
            }
        }


def invalid(message: str, *, code: str | None = None, param: str | None = None, status: int = 400) -> Refused:
    """An `invalid_request_error`."""
    return Refused(status, "invalid_request_error", message, code=code, param=param)


@dataclass(frozen=True, slots=True)
class Call:
    """One decoded request; `account` is the connected account on whose behalf it is made, empty for the platform itself."""

    books: Books
    params: dict[str, Any]
    object_id: str = ""
    base_url: str = ""
    account: str = ""

    def of(self, account: str) -> "Call":
        """The same call inside a connected account."""
        return replace(self, account=account)

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Return all objects of a kind that the platform, or the connected account, has; newest first."""
        return [row for row in self.books.all(kind) if row.get("_account", "") == self.account]

    def emit(self, kind: str, body: dict[str, Any]) -> None:
        """Record an event about an object."""
        self.books.emit(kind, body, str(API_VERSION), self.account)

    def get(self, kind: str, object_id: str | None = None) -> dict[str, Any]:
        """Return an object; refuses as Stripe does when it is missing."""
        wanted = object_id or self.object_id
        found = self.books.find(kind, wanted)
        if found is None:
            raise invalid(
                f"No such {kind.replace('.', '_')}: '{wanted}'",
                code="resource_missing",
                param="id",
                status=404,
            )
        return found


def amount_of(params: Mapping[str, Any], name: str = "amount") -> int:
    """Return an amount in minor units that Stripe would take."""
    amount = int(params[name])
    if amount < 1 or amount > 99_999_999_999:
        raise invalid(
            f"This value must be between 1 and 99999999999: {amount}",
            code="parameter_invalid_integer",
            param=name,
        )
    return amount


def move_balance(
    call: Call, kind: str, source: str, *, amount: int, fee: int = 0, currency: str = "cny"
) -> dict[str, Any]:
    """Move the balance of the platform, or of the connected account, by an amount less its fee, minor units."""
    return call.books.put(
        "balance_transaction", "txn",
        {"amount": amount, "fee": fee, "net": amount - fee, "currency": currency, "type": kind, "source": source,
         "available_on": int(call.books.now() + call.books.lag()), "reporting_category": kind, "exchange_rate": None,
         "fee_details": [{"amount": fee, "currency": currency, "type": "stripe_fee"}] if fee else [], "_payout": None,
         "_account": call.account},
    )  # fmt: skip


def funds(call: Call) -> tuple[int, int]:
    """Return the fen that can be paid out, and those still pending: captured, not refunded, not paid out."""
    now = call.books.now()
    rows = call.all("balance_transaction")
    ready = sum(int(row["net"]) for row in rows if row["available_on"] <= now)
    return ready, sum(int(row["net"]) for row in rows) - ready


def settle(call: Call) -> dict[str, Any]:
    """Pay what is available out to the bank account, and note which transactions the payout carries."""
    now = call.books.now()
    amount, _ = funds(call)
    if amount <= 0:
        raise invalid("There is nothing to pay out.", code="balance_insufficient")
    payout = call.books.put(
        "payout",
        "po",
        {"amount": amount, "currency": "cny", "status": "paid", "arrival_date": int(now), "automatic": True,
         "failure_code": None, "failure_message": None, "metadata": {}, "_account": call.account},
    )  # fmt: skip
    for row in call.all("balance_transaction"):
        if row["available_on"] <= now and row.get("_payout") is None:
            call.books.save(row | {"_payout": payout["id"]})
    moved = move_balance(call, "payout", payout["id"], amount=-amount)
    call.books.save(moved | {"_payout": payout["id"], "available_on": int(now)})
    payout["balance_transaction"] = moved["id"]
    call.emit("payout.paid", call.books.save(payout))
    return payout
