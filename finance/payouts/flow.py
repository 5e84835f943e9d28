"""Where the money of a university's contracts is: contracted, due, received, distributed, paid out; every sum by its rows."""

from typing import Final

from finance.payouts import policy
from finance.payouts.schemas import FlowFigure, FlowRow, FlowStation, MoneyFlow
from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork

_ROWS: Final[dict[FlowFigure, str]] = {
    FlowFigure.CONTRACTED: (
        "SELECT o.id, o.due_on AS on, o.key AS number, o.title, o.contract_id, o.contract_number, i.id AS invoice_id,"
        " NULL::uuid AS distribution_id, NULL::uuid AS batch_id, o.amount_minor FROM obligation o"
        " LEFT JOIN invoice i ON i.obligation_id = o.id WHERE o.university_id = :org AND o.state <> 'canceled' AND o.amount_minor > 0"
    ),
    FlowFigure.DUE: (
        "SELECT i.id, i.issued_on AS on, i.number, i.title, i.contract_id, i.contract_number, i.id AS invoice_id,"
        " NULL::uuid AS distribution_id, NULL::uuid AS batch_id, i.amount_minor - i.credited_minor AS amount_minor"
        " FROM invoice i WHERE i.university_id = :org"
    ),
    FlowFigure.RECEIVED: (
        "SELECT p.id, p.received_on AS on, i.number, i.title, i.contract_id, i.contract_number, i.id AS invoice_id,"
        " (SELECT d.id FROM distribution d WHERE d.payment_id = p.source_id) AS distribution_id, NULL::uuid AS batch_id,"
        " p.applied_minor AS amount_minor FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id"
        " WHERE i.university_id = :org AND p.applied_minor > 0"
    ),
    FlowFigure.DISTRIBUTED: (
        "SELECT d.id, d.received_on AS on, i.number, d.title, d.contract_id, d.contract_number, d.invoice_id,"
        " d.id AS distribution_id, NULL::uuid AS batch_id, d.amount_minor - d.refunded_minor AS amount_minor"
        " FROM distribution d JOIN invoice i ON i.id = d.invoice_id"
        " WHERE d.university_id = :org AND d.state = 'booked'"
    ),
    FlowFigure.PAID_OUT: (
        "SELECT s.id, (p.state_since AT TIME ZONE 'Asia/Shanghai')::date AS on, p.payee_name AS number, d.title, d.contract_id,"
        " d.contract_number, d.invoice_id, d.id AS distribution_id, p.batch_id, s.amount_minor - s.refunded_minor - s.kept_minor"
        " AS amount_minor FROM payout p"
        " JOIN payout_item x ON x.payout_id = p.id AND x.active JOIN distribution_share s ON s.id = x.share_id"
        " JOIN distribution d ON d.id = s.distribution_id WHERE d.university_id = :org AND p.state = 'confirmed'"
    ),
}
_BOOKED: Final = """
SELECT coalesce(sum(s.amount_minor - s.refunded_minor) FILTER (WHERE s.payee_kind = 'platform'), 0)::bigint AS platform,
       coalesce(sum(s.amount_minor - s.refunded_minor - s.kept_minor)
                FILTER (WHERE s.payee_kind <> 'platform' AND p.id IS NULL), 0)::bigint AS payable,
       coalesce(sum(s.amount_minor - s.refunded_minor - s.kept_minor) FILTER (WHERE p.state IN ('requested', 'held')), 0)::bigint AS under_way
  FROM distribution d JOIN distribution_share s ON s.distribution_id = d.id
  LEFT JOIN payout_item x ON x.share_id = s.id AND x.active LEFT JOIN payout p ON p.id = x.payout_id
 WHERE d.university_id = :org AND d.state = 'booked'
"""


def get_flow(uow: UnitOfWork) -> MoneyFlow:
    """Return the sums of the actor's university, of all contracts that it runs; raises `Forbidden`."""
    require(policy.can_read_flow(uow.actor))
    org = uow.actor.organization_id
    stations = []
    for figure, rows in _ROWS.items():
        found = uow.rows(
            f"SELECT coalesce(sum(r.amount_minor), 0)::bigint AS minor, count(*) AS n FROM ({rows}) r",  # noqa: S608 - constants
            org=org,
        )
        stations.append(FlowStation(figure=figure, amount_minor=found[0]["minor"], rows=found[0]["n"]))
    booked = uow.rows(_BOOKED, org=org)[0]
    return MoneyFlow(
        stations=stations,
        platform_minor=booked["platform"],
        payable_minor=booked["payable"],
        under_way_minor=booked["under_way"],
    )


def list_flow_rows(uow: UnitOfWork, *, figure: FlowFigure, page: int = 1, size: int = 20) -> Page[FlowRow]:
    """Return the rows behind a station, latest first; they sum to it. Raises `Forbidden`."""
    require(policy.can_read_flow(uow.actor))
    rows = uow.rows(
        f"SELECT r.*, count(*) OVER () AS total FROM ({_ROWS[figure]}) r ORDER BY r.on DESC NULLS LAST, r.id"  # noqa: S608
        " LIMIT :size OFFSET :skip",
        org=uow.actor.organization_id,
        size=size,
        skip=size * (page - 1),
    )
    total = rows[0].get("total", 0) if rows else 0
    for row in rows:
        row.pop("total")
    return Page(items=[FlowRow(**row) for row in rows], total=total, page=page, size=size)
