"""Connected accounts: opened by the platform, filled in by their owner on a page, active once the provider has checked them."""

from typing import Any

from finance.payments.simulator.calls import Call, invalid

CHECKING_SECONDS = 60
"""How long the provider looks at what was filled in unless somebody says otherwise."""
LINK_SECONDS = 300
WANTED = (
    "business_profile.url",
    "company.name",
    "company.tax_id",
    "representative.first_name",
    "representative.verification.document",
    "external_account",
    "tos_acceptance.date",
)
"""What a new account is asked for, in the provider's words."""


def create_account(call: Call) -> dict[str, Any]:
    """Open an account that can do nothing yet."""
    params = call.params
    if not params.get("capabilities", {}).get("transfers", {}).get("requested") == "true":
        raise invalid("You must request at least one capability.", param="capabilities")
    account = call.books.put(
        "account", "acct",
        {"type": "express", "country": params.get("country", "US"), "email": params.get("email"), "metadata": params.get("metadata", {}),
         "business_type": params.get("business_type"), "business_profile": params.get("business_profile", {}),
         "controller": params.get("controller", {}), "default_currency": "cny", "charges_enabled": False, "payouts_enabled": False,
         "details_submitted": False, "capabilities": {"transfers": "inactive"}, "requirements": _requirements(WANTED, "requirements.past_due"),
         "_active_at": None},
    )  # fmt: skip
    return _tell(call, account)


def _requirements(
    due: tuple[str, ...], disabled: str | None, *, pending: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        "currently_due": list(due), "eventually_due": list(due), "past_due": list(due), "pending_verification": list(pending),
        "disabled_reason": disabled, "current_deadline": None, "errors": [], "alternatives": [],
    }  # fmt: skip


def _tell(call: Call, account: dict[str, Any]) -> dict[str, Any]:
    call.of(account["id"]).emit("account.updated", call.books.save(account))
    return account


def show_account(call: Call) -> dict[str, Any]:
    """Return an account as it stands now: one that was checked long enough is active."""
    account = call.get("account")
    due = account["_active_at"]
    return change_account(call, "activate") if due is not None and call.books.now() >= due else account


def change_account(call: Call, action: str) -> dict[str, Any]:
    """Submit what was filled in, find it good (activate), or want more of an account that was active (restrict)."""
    account = call.get("account") | {"_active_at": None}
    if action == "submit":
        account |= {
            "details_submitted": True, "capabilities": {"transfers": "pending"}, "_active_at": call.books.now() + CHECKING_SECONDS,
            "requirements": _requirements((), "requirements.pending_verification", pending=("company.tax_id",)),
        }  # fmt: skip
    elif action == "activate":
        account |= {
            "details_submitted": True, "capabilities": {"transfers": "active"}, "payouts_enabled": True,
            "requirements": _requirements((), None),
        }  # fmt: skip
    else:
        account |= {
            "capabilities": {"transfers": "inactive"}, "payouts_enabled": False,
            "requirements": _requirements(("company.verification.document",), "requirements.past_due"),
        }  # fmt: skip
    return _tell(call, account)


def create_link(call: Call) -> dict[str, Any]:
    """Make a link that leads the owner of an account once to what is still wanted."""
    params = call.params
    call.get("account", params["account"])
    if params["type"] != "account_onboarding":
        raise invalid("The stand-in knows type=account_onboarding only.", param="type")
    if not (params.get("return_url") and params.get("refresh_url")):
        raise invalid("Missing required param: return_url.", code="parameter_missing", param="return_url")
    link = call.books.put(
        "account_link", "link",
        {"account": params["account"], "expires_at": int(call.books.now() + LINK_SECONDS), "_return_url": params["return_url"],
         "_refresh_url": params["refresh_url"]},
    )  # fmt: skip
    told = {name: link[name] for name in ("object", "created", "expires_at")}
    return told | {"url": f"{call.base_url}/onboard/{link['id']}"}


def open_link(call: Call) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return a link that is still good, and its account; None once it is too old."""
    link = call.get("account_link")
    return (link, call.get("account", link["account"])) if call.books.now() < link["expires_at"] else None
