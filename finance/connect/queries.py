"""Reads of the room."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from finance.connect import policy, words
from finance.connect.models import ConnectedAccount, PayoutTransfer
from finance.connect.schemas import ConnectedAccountView, ConnectMove, ConnectView, TransferView
from finance.payouts import policy as payouts_policy, queries as payouts
from finance.settings import settings
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

WAY: Final = "stripe"
_SHOWN = 4
_ANOTHER_HEAD = Text("须由开立人以外的负责人启用", "A head who did not open it uses it")


def why_not_offered(uow: UnitOfWork) -> str:
    """Say why universities cannot be paid through the provider now; empty where they can."""
    country = settings().connect_country
    if not country:
        return Text(
            "平台的支付机构账户未设置可开户的国家或地区。",
            "No country is set in which the platform's provider opens accounts.",
        ).in_(uow.locale)
    rule = rulebook.get_rule("connect_mainland_open", uow.today)
    if country == "CN" and not rule.value:
        return Text(
            "支付机构目前不为中国内地的单位开立收款账户（{source}，{on} 起）。",
            "The provider opens no accounts for institutions of the mainland ({source}, since {on}).",
        ).in_(uow.locale, source=rule.source, on=rule.effective_from.isoformat())
    return ""


_ACCOUNT = """
SELECT c.*, u.name AS opened_by_name, a.usable_from FROM connected_account c JOIN user_account u ON u.id = c.opened_by
  LEFT JOIN payee_account a ON a.payee_kind = 'university' AND a.payee_id = c.organization_id AND a.way = c.provider
   AND a.replaced_at IS NULL
 WHERE c.organization_id = :org
"""


def get_connect(uow: UnitOfWork) -> ConnectView:
    """Return the account of the actor's university, and what the actor can do; raises `Forbidden`."""
    require(policy.can_open(uow.actor))
    rows = uow.rows(_ACCOUNT, org=uow.actor.organization_id)
    reason = why_not_offered(uow)
    row = rows[0] if rows else None
    may_use = bool(policy.can_use(uow.actor, row["opened_by"] if row else None))
    return ConnectView(
        offered=not reason,
        reason=reason,
        country=settings().connect_country,
        account=_account(uow, row) if row else None,
        moves=_moves(uow, row, offered=not reason, may_use=may_use),
        use_refused="" if may_use else _ANOTHER_HEAD.in_(uow.locale),
    )


def _account(uow: UnitOfWork, row: dict[str, Any]) -> ConnectedAccountView:
    ref = row["provider_ref"] or ""
    shown = {name: row[name] for name in ConnectedAccountView.model_fields if name in row}
    return ConnectedAccountView.model_validate(
        shown
        | {
            "masked": f"{ref[:_SHOWN]} **** {ref[-_SHOWN:]}" if ref else "",
            "wanted": words.wanted(row["wanted"], uow.locale),
            "disabled_reason": words.why(row["disabled_reason"], uow.locale),
        }
    )


def _moves(uow: UnitOfWork, row: dict[str, Any] | None, *, offered: bool, may_use: bool) -> list[ConnectMove]:
    if row is None:
        return ["fill_in"] if offered else []
    moves: list[ConnectMove] = []
    if row["state"] != "active" and offered:
        moves.append("fill_in")
    if row["provider_ref"]:
        moves.append("look")
    if row["state"] == "active" and row["usable_from"] is None and offered and may_use:
        moves.append("use")
    if row["usable_from"] is not None and policy.can_stop(uow.actor):
        moves.append("stop")
    return moves


_TRANSFERS = """
SELECT t.payout_id, p.batch_id, t.batch_number AS number, t.organization_id, t.amount_minor, t.state, t.state_since,
       CASE WHEN t.reason <> '' THEN t.reason WHEN t.state IN ('waiting', 'sent') THEN coalesce(t.last_error, '') ELSE '' END AS reason,
       t.onward_state, t.onward_on, t.onward_reason
  FROM payout_transfer t JOIN payout p ON p.id = t.payout_id JOIN payout_batch b ON b.id = p.batch_id WHERE
"""


def list_transfers(uow: UnitOfWork, *, batch_id: UUID | None = None) -> list[TransferView]:
    """Return the transfers of a batch, or the latest fifty, that the actor may see."""
    rows = uow.rows(
        f"{_TRANSFERS} {payouts_policy.VISIBLE} AND (CAST(:batch AS uuid) IS NULL OR b.id = :batch)"
        " ORDER BY t.created_at DESC, t.id LIMIT 50",
        batch=batch_id,
        **payouts_policy.scope(uow.actor),
    )
    return [_transfer(uow, row) for row in rows]


def get_transfer(uow: UnitOfWork, *, payout_id: UUID) -> TransferView:
    """Return how a line of a batch goes to the university's account; raises `NotFound`."""
    rows = uow.rows(
        f"{_TRANSFERS} {payouts_policy.VISIBLE} AND t.payout_id = :payout",
        payout=payout_id,
        **payouts_policy.scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="transfer")
    return _transfer(uow, rows[0])


def _transfer(uow: UnitOfWork, row: dict[str, Any]) -> TransferView:
    back = row["state"] == "waiting" or (
        row["state"] == "sent" and row["onward_state"] not in ("paid", "in_transit")
    )
    return TransferView.model_validate(
        {name: row[name] for name in TransferView.model_fields if name in row}
        | {
            "reason": words.why(row["reason"], uow.locale),
            "onward_reason": words.why(row["onward_reason"], uow.locale),
            "may_take_back": back and bool(policy.can_take_back(uow.actor, row["organization_id"])),
        }
    )


def get_usable_from(uow: UnitOfWork, organization_id: UUID) -> date | None:
    """Return from when on a university is paid to its account; None while it is not its way."""
    rows = uow.rows(_ACCOUNT, org=organization_id)
    return rows[0]["usable_from"] if rows else None


def lock_account(uow: UnitOfWork, *, organization_id: UUID) -> ConnectedAccount | None:
    """Lock the account of a university; None if it has none."""
    return uow.session.exec(
        select(ConnectedAccount)
        .where(col(ConnectedAccount.organization_id) == organization_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def get_own_account(uow: UnitOfWork) -> ConnectedAccount:
    """Lock the account of the actor's own university; raises `NotFound`."""
    own = uow.actor.organization_id
    row = lock_account(uow, organization_id=own) if own and policy.can_open(uow.actor) else None
    if row is None:
        raise NotFound(what="connected account")
    return row


def lock_transfer(uow: UnitOfWork, payout_id: UUID) -> PayoutTransfer:
    """Lock the transfer of a line; raises `NotFound` for one that the actor may not see."""
    get_transfer(uow, payout_id=payout_id)
    return uow.session.exec(
        select(PayoutTransfer)
        .where(col(PayoutTransfer.payout_id) == payout_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def number_of(uow: UnitOfWork, batch_id: UUID) -> str:
    """Return the number of a batch."""
    return payouts.number_of(
        uow.rows("SELECT serial, created_at FROM payout_batch WHERE id = :id", id=batch_id)[0]
    )
