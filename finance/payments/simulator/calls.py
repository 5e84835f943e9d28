"""One call of the simulated API: its parameters, the books it works on, how it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    """One decoded request."""

    books: Books
    params: dict[str, Any]
    object_id: str = ""
    base_url: str = ""

    def emit(self, kind: str, body: dict[str, Any]) -> None:
        """Record an event about an object."""
        self.books.emit(kind, body, str(API_VERSION))

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
    """Move the merchant's balance by an amount less its fee, minor units."""
    return call.books.put(
        "balance_transaction", "txn",
        {"amount": amount, "fee": fee, "net": amount - fee, "currency": currency, "type": kind, "source": source,
         "available_on": int(call.books.now() + call.books.lag()), "reporting_category": kind, "exchange_rate": None,
         "fee_details": [{"amount": fee, "currency": currency, "type": "stripe_fee"}] if fee else [], "_payout": None},
    )  # fmt: skip
