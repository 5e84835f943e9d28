"""Disputes: a card's bank takes a charge back at once, with a fee; the merchant answers, and the bank decides."""

from typing import Any

from finance.payments.simulator.calls import Call, invalid, move_balance

ANSWER_DAYS = 9
"""How many days the merchant has to answer unless somebody says otherwise."""
WITHOUT_DISPUTES = frozenset({"alipay", "wechat_pay"})
OPEN = frozenset({"needs_response", "under_review"})


def open_dispute(
    call: Call, *, amount: int | None, reason: str, days: float = ANSWER_DAYS, inquiry: bool = False
) -> dict[str, Any]:
    """Let the payer's bank take a charge, or a part of it, back; an inquiry asks first and takes nothing."""
    charge = call.get("charge")
    method = charge["payment_method_details"]["type"]
    if method in WITHOUT_DISPUTES:
        raise invalid(f"Payments by {method} cannot be disputed.", param="charge")
    if charge.get("disputed"):
        raise invalid("This charge is disputed already.", code="charge_disputed", param="charge")
    left = charge["amount"] - charge["amount_refunded"]
    wanted = left if amount is None else amount
    if not 0 < wanted <= left:
        raise invalid(f"A dispute of {wanted} is not possible: {left} are left.", param="amount")
    due_by = int(call.books.now() + days * 86_400)
    dispute = call.books.put(
        "dispute", "du",
        {"amount": wanted, "currency": charge["currency"], "charge": charge["id"], "payment_intent": charge["payment_intent"],
         "reason": reason, "status": "warning_needs_response" if inquiry else "needs_response", "metadata": {},
         "balance_transactions": [], "evidence": {}, "is_charge_refundable": inquiry,
         "evidence_details": {"due_by": due_by, "has_evidence": False, "past_due": False, "submission_count": 0}},
    )  # fmt: skip
    call.books.save(charge | {"disputed": True})
    call.emit("charge.dispute.created", dispute)
    return dispute if inquiry else _withdraw(call, dispute)


def update_dispute(call: Call) -> dict[str, Any]:
    """Take evidence; with `submit`, which is the default, it goes to the bank and cannot be changed any more."""
    dispute = call.get("dispute")
    waiting = dispute["status"].removeprefix("warning_") == "needs_response"
    details = dispute["evidence_details"]
    if not waiting or call.books.now() > details["due_by"]:
        raise invalid(
            f"This dispute is {dispute['status']}: evidence is not taken any more.", param="evidence"
        )
    for name in call.params.get("evidence", {}):
        if name in FILES and call.books.find("file", call.params["evidence"][name]) is None:
            raise invalid(f"No such file: {call.params['evidence'][name]}", param=f"evidence[{name}]")
    dispute["evidence"] |= call.params.get("evidence", {})
    dispute["metadata"] |= call.params.get("metadata") or {}
    details["has_evidence"] = bool(dispute["evidence"])
    if str(call.params.get("submit", "true")).lower() == "true":
        details["submission_count"] = 1
        dispute["status"] = dispute["status"].replace("needs_response", "under_review")
    call.emit("charge.dispute.updated", call.books.save(dispute))
    return dispute


def close_dispute(call: Call) -> dict[str, Any]:
    """Accept a dispute: it is lost."""
    return end_dispute(call, "lose")


def end_dispute(call: Call, action: str) -> dict[str, Any]:
    """Let the bank decide: what it took comes back, or stays away. The fee is kept either way."""
    dispute = call.get("dispute")
    if dispute["status"].removeprefix("warning_") not in OPEN:
        raise invalid(f"This dispute is {dispute['status']}.")
    inquiry = dispute["status"].startswith("warning_")
    if inquiry and action == "lose":  # an inquiry that is not answered becomes a dispute
        dispute["status"] = "needs_response"
        return _withdraw(call, dispute)
    dispute["status"] = "warning_closed" if inquiry else "won" if action == "win" else "lost"
    if dispute["status"] == "won":
        dispute["balance_transactions"].append(
            move_balance(
                call, "adjustment", dispute["id"], amount=dispute["amount"], currency=dispute["currency"]
            )
        )
    call.emit("charge.dispute.closed", call.books.save(dispute))
    if dispute["status"] == "won":
        call.emit("charge.dispute.funds_reinstated", dispute)
    return dispute


def create_file(call: Call) -> dict[str, Any]:
    """Keep a file that evidence names; only its name, size and hash are remembered."""
    name, size, digest = call.params["file"].rsplit("|", 2)
    return call.books.put(
        "file", "file",
        {"purpose": call.params["purpose"], "filename": name, "size": int(size), "type": name.rsplit(".", 1)[-1],
         "url": None, "_sha256": digest},
    )  # fmt: skip


def _withdraw(call: Call, dispute: dict[str, Any]) -> dict[str, Any]:
    moved = move_balance(
        call, "adjustment", dispute["id"], amount=-dispute["amount"], fee=call.books.dispute_fee(),
        currency=dispute["currency"],
    )  # fmt: skip
    dispute["balance_transactions"].append(moved)
    call.emit("charge.dispute.funds_withdrawn", call.books.save(dispute))
    return dispute


FILES = frozenset(
    {
        "cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation", "receipt",
        "refund_policy", "service_documentation", "shipping_documentation", "uncategorized_file",
    }
)  # fmt: skip
"""The parts of evidence that name an uploaded file."""
