"""Money from the platform's balance to a connected account and back, and from the account on to its bank."""

from typing import Any

from finance.payments.simulator.calls import Call, Refused, amount_of, funds, invalid, move_balance, settle


def _short(message: str) -> Refused:
    return invalid(message, code="balance_insufficient")


def create_transfer(call: Call) -> dict[str, Any]:
    """Send an amount of the available balance to an account that may take transfers."""
    params, amount = call.params, amount_of(call.params)
    account = call.get("account", params["destination"])
    if account["capabilities"]["transfers"] != "active":
        raise invalid(
            "Your destination account needs to have at least one of the following capabilities enabled: transfers",
            code="insufficient_capabilities_for_transfer",
        )
    charge_id = params.get("source_transaction")
    if charge_id:
        _refuse_beyond_charge(call, charge_id, amount)
    elif amount > funds(call)[0]:
        raise _short("You have insufficient available funds in your Stripe account.")
    currency = params["currency"].lower()
    transfer = call.books.put(
        "transfer", "tr",
        {"amount": amount, "amount_reversed": 0, "reversed": False, "currency": currency, "destination": account["id"],
         "description": params.get("description"), "metadata": params.get("metadata", {}), "source_transaction": charge_id,
         "source_type": "card", "transfer_group": params.get("transfer_group"), "balance_transaction": None,
         "destination_payment": None},
    )  # fmt: skip
    transfer["reversals"] = _reversals(transfer["id"], [])
    gone = move_balance(call, "transfer", transfer["id"], amount=-amount, currency=currency)
    inside = call.of(account["id"])
    payment = call.books.put(
        "charge", "py",
        {"amount": amount, "currency": currency, "status": "succeeded", "paid": True, "metadata": {}, "payment_intent": None,
         "source_transfer": transfer["id"], "_account": account["id"]},
    )  # fmt: skip
    come = move_balance(inside, "payment", payment["id"], amount=amount, currency=currency)
    if charge_id:  # what is not available yet is on its way with the payment that it comes of
        until = call.get("balance_transaction", call.get("charge", charge_id)["balance_transaction"])[
            "available_on"
        ]
        for moved in (gone, come):
            call.books.save(moved | {"available_on": until})
    call.books.save(payment | {"balance_transaction": come["id"]})
    transfer |= {"balance_transaction": gone["id"], "destination_payment": payment["id"]}
    call.emit("transfer.created", call.books.save(transfer))
    return transfer


def _refuse_beyond_charge(call: Call, charge_id: str, amount: int) -> None:
    charge = call.get("charge", charge_id)
    gone = sum(
        t["amount"] - t["amount_reversed"]
        for t in call.all("transfer")
        if t["source_transaction"] == charge_id
    )
    if amount > charge["amount"] - charge["amount_refunded"] - gone:
        raise invalid("Transfers using this transaction as a source must not exceed it.", param="amount")


def _reversals(transfer_id: str, found: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "object": "list",
        "data": found,
        "has_more": False,
        "url": f"/v1/transfers/{transfer_id}/reversals",
    }


def reverse_transfer(call: Call) -> dict[str, Any]:
    """Take an amount of a transfer back, as far as the account still holds it."""
    transfer = call.get("transfer")
    left = transfer["amount"] - transfer["amount_reversed"]
    amount = amount_of(call.params) if "amount" in call.params else left
    if amount > left or not left:
        raise invalid(
            f"The amount ({amount}) is greater than what was not reversed yet ({left}).", param="amount"
        )
    inside = call.of(transfer["destination"])
    if amount > sum(funds(inside)):
        raise _short("Insufficient funds in the connected account to reverse this transfer.")
    back = call.books.put(
        "transfer_reversal", "trr",
        {"amount": amount, "currency": transfer["currency"], "transfer": transfer["id"], "metadata": call.params.get("metadata", {}),
         "balance_transaction": None, "destination_payment_refund": None, "source_refund": None},
    )  # fmt: skip
    come = move_balance(call, "transfer_refund", back["id"], amount=amount, currency=transfer["currency"])
    move_balance(
        inside,
        "payment_refund",
        transfer["destination_payment"],
        amount=-amount,
        currency=transfer["currency"],
    )
    back = call.books.save(back | {"balance_transaction": come["id"]})
    transfer["amount_reversed"] += amount
    transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
    transfer["reversals"] = _reversals(transfer["id"], [back, *transfer["reversals"]["data"]])
    call.emit("transfer.reversed", call.books.save(transfer))
    return back


def pay_on(call: Call, action: str) -> dict[str, Any]:
    """Let a connected account pay out to its bank what it holds (`pay_out`), or let the bank refuse (`fail_payout`).

    A payout that was told as paid may fail afterwards: then its money is back in the account.
    """
    paid = [payout for payout in call.all("payout") if payout["status"] == "paid"]
    if action == "pay_out":
        return settle(call)
    payout = paid[0] if paid else settle(call)
    payout |= {
        "status": "failed", "failure_code": "account_closed", "failure_message": "The bank account has been closed.",
        "failure_balance_transaction": move_balance(call, "payout_failure", payout["id"], amount=payout["amount"])["id"],
    }  # fmt: skip
    call.emit("payout.failed", call.books.save(payout))
    return payout
