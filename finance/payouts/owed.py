"""What right holders owe and have not sent: shares of booked splits that are in no payout."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from finance.payouts import policy
from finance.payouts.masking import describe_reason, show
from finance.payouts.schemas import AccountView, Payables, PayableView, PayeeRef, RunBy
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.organizations import queries as organizations

PAYEE: Final = (
    "CASE s.payee_kind WHEN 'cost' THEN 'university' ELSE s.payee_kind END AS payee_kind,"
    " CASE s.payee_kind WHEN 'cost' THEN s.holder_id ELSE s.payee_id END AS payee_id"
)
"""Whom the books owe a share: a cost goes back to the holder that bore it. As `finance.distributions` books it."""

LEFT: Final = "s.amount_minor - s.refunded_minor - s.kept_minor"
"""What of a share is paid to its payee: not what went back to the payer, nor what was kept back for what she owes."""
WAY: Final = """CASE WHEN s.payee_kind IN ('university', 'cost') AND w.way IS NOT NULL THEN w.way ELSE 'bank' END AS way"""
_WAY_JOIN: Final = """
  LEFT JOIN payment_attempt q ON q.id = d.payment_id
  LEFT JOIN payee_account w ON w.way = q.provider AND w.payee_kind = 'university' AND w.payee_id = s.holder_id AND w.replaced_at IS NULL
"""
"""What a provider collected goes on through it where the right holder itself has an account there; all else goes by bank."""

_OPEN = f"""
SELECT s.id AS share_id, s.holder_id, s.user_id, {LEFT} AS amount_minor, {PAYEE}, {WAY},
       CASE s.payee_kind WHEN 'cost' THEN o.name ELSE s.payee_name END AS payee_name
  FROM distribution_share s JOIN distribution d ON d.id = s.distribution_id AND d.state = 'booked'
   AND d.refunding_minor = 0 AND d.disputed_minor = 0
  JOIN organization o ON o.id = s.holder_id {_WAY_JOIN}
 WHERE s.payee_kind <> 'platform' AND {LEFT} > 0
   AND NOT EXISTS (SELECT 1 FROM payout_item x WHERE x.share_id = s.id AND x.active)
"""  # noqa: S608 - constants
_BY_PAYEE = f"""
WITH open AS ({_OPEN})
SELECT p.payee_kind, p.payee_id, p.way, min(p.payee_name) AS name, (array_agg(p.user_id))[1] AS user_id,
       coalesce(sum(open.amount_minor), 0)::bigint AS open_minor, count(open.share_id) AS shares,
       a.account_name, a.bank_name, a.bank_code, a.account_no, a.usable_from, a.set_at, u.name AS set_by_name
  FROM (SELECT s.id, s.user_id, s.holder_id, {PAYEE}, {WAY},
               CASE s.payee_kind WHEN 'cost' THEN o.name ELSE s.payee_name END AS payee_name
          FROM distribution_share s JOIN distribution d ON d.id = s.distribution_id JOIN organization o ON o.id = s.holder_id {_WAY_JOIN}
         WHERE s.amount_minor > 0) p
  LEFT JOIN open ON open.share_id = p.id
  LEFT JOIN payee_account a ON a.payee_kind = p.payee_kind AND a.payee_id = p.payee_id AND a.way = p.way AND a.replaced_at IS NULL
  LEFT JOIN user_account u ON u.id = a.set_by
 WHERE (CAST(:holder AS uuid) IS NULL OR p.holder_id = :holder) AND (CAST(:person AS uuid) IS NULL OR p.user_id = :person)
 GROUP BY p.payee_kind, p.payee_id, p.way, a.id, u.name
HAVING CAST(:person AS uuid) IS NOT NULL OR count(open.share_id) > 0
 ORDER BY open_minor DESC, name, p.payee_id, p.way
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class Payee:
    """A payee of the books: her name, her login if she has one, the right holders that owe or owed her."""

    name: str
    user_id: UUID | None
    holders: list[UUID]


def find_payee(uow: UnitOfWork, payee: PayeeRef) -> Payee | None:
    """Return a payee that some split gives a share; None for anybody else."""
    rows = uow.rows(
        f"SELECT p.payee_name AS name, p.user_id, p.holder_id FROM (SELECT s.payee_name, s.user_id, s.holder_id, {PAYEE}"  # noqa: S608
        " FROM distribution_share s WHERE s.holder_id IS NOT NULL) p WHERE p.payee_kind = :kind AND p.payee_id = :id"
        " ORDER BY p.holder_id",
        kind=payee.kind,
        id=payee.id,
    )
    if not rows:
        return None
    user = next((row["user_id"] for row in rows if row["user_id"]), None)
    return Payee(rows[0]["name"], user, list(dict.fromkeys(row["holder_id"] for row in rows)))


def run_by(uow: UnitOfWork, organization_id: UUID) -> RunBy:
    """Return who prepares the payouts of a right holder."""
    rows = uow.rows("SELECT run_by FROM payout_arrangement WHERE organization_id = :id", id=organization_id)
    return "platform" if rows and rows[0]["run_by"] == "platform" else "university"


def list_payables(uow: UnitOfWork, *, organization_id: UUID | None = None) -> Payables:
    """Return what a right holder owes by payee, the actor's own by default; raises `NotFound`."""
    holder = organization_id or uow.actor.organization_id
    if holder is None:
        raise NotFound(what="organization")
    by = run_by(uow, holder)
    if not policy.can_read(uow.actor, holder, by):
        raise NotFound(what="organization")
    payees = _payees(uow, holder=holder, person=None)
    return Payables(
        organization_id=holder,
        organization_name=organizations.list_briefs(uow, ids=[holder])[holder].name,
        run_by=by,
        may_request=bool(policy.can_request(uow.actor, holder, by)),
        may_choose=bool(policy.can_choose(uow.actor, holder)),
        open_minor=sum(payee.open_minor for payee in payees),
        payees=payees,
    )


def list_entrusted(uow: UnitOfWork) -> list[Payables]:
    """Return what those right holders owe that chose the platform to prepare their payouts; raises `Forbidden`."""
    require(policy.can_run(uow.actor))
    rows = uow.rows(
        "SELECT a.organization_id AS id FROM payout_arrangement a JOIN organization o ON o.id = a.organization_id"
        " WHERE a.run_by = 'platform' ORDER BY o.sort_key, o.id"
    )
    return [list_payables(uow, organization_id=row["id"]) for row in rows]


def list_own_payables(uow: UnitOfWork) -> list[PayableView]:
    """Return what the actor herself is owed as inventor and as manager, with her accounts."""
    if uow.actor.user_id is None:
        return []
    return _payees(uow, holder=None, person=uow.actor.user_id)


def _payees(uow: UnitOfWork, *, holder: UUID | None, person: UUID | None) -> list[PayableView]:
    return [_payee(uow, row) for row in uow.rows(_BY_PAYEE, holder=holder, person=person)]


def _payee(uow: UnitOfWork, row: dict[str, Any]) -> PayableView:
    account: AccountView | None = show(row) if row["account_no"] else None
    reason = describe_reason(uow, account)
    return PayableView(
        payee=PayeeRef(kind=row["payee_kind"], id=row["payee_id"], way=row["way"]), name=row["name"], has_login=row["user_id"] is not None,
        open_minor=row["open_minor"], shares=row["shares"], account=account, ready=not reason, reason=reason,
    )  # fmt: skip


def lock_holder(uow: UnitOfWork, holder: UUID) -> None:
    """Let one transaction at a time say what is paid out of what a right holder owes."""
    uow.take_turns("payout", holder)


def lock_holders_of(uow: UnitOfWork, share_ids: Sequence[UUID]) -> None:
    """Keep shares from being put into a payout until the transaction ends."""
    for row in uow.rows(
        "SELECT DISTINCT holder_id FROM distribution_share WHERE id = ANY(:ids) AND holder_id IS NOT NULL ORDER BY holder_id",
        ids=list(share_ids),
    ):
        lock_holder(uow, row["holder_id"])


def list_open_shares(uow: UnitOfWork, holder: UUID) -> list[dict[str, Any]]:
    """Return the shares that a right holder owes and that are in no payout, with payee and amount."""
    return uow.rows(f"{_OPEN} AND s.holder_id = :holder ORDER BY s.created_at, s.id", holder=holder)
