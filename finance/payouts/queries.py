"""Reads of the room."""

from typing import Any
from uuid import UUID

from finance.payouts import flow, owed, policy, statement
from finance.payouts.files import BankFile, FileFormat, PaymentLine, write_file
from finance.payouts.masking import mask
from finance.payouts.schemas import BatchBrief, BatchState, BatchView, PaidShare, PayoutView, ResultFileView
from finance.payouts.states import BATCH
from marketplace.core.i18n import Text
from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork

list_payables, list_entrusted, get_statement, get_flow, list_flow_rows = (
    owed.list_payables, owed.list_entrusted, statement.get_statement, flow.get_flow, flow.list_flow_rows,
)  # fmt: skip

_BATCHES = """
SELECT b.id, b.serial, b.created_at, b.organization_id, o.name AS organization_name, b.run_by, b.state, b.state_since,
       b.from_account, b.from_bank, b.requested_by, b.approved_by, r.name AS requested_by_name, a.name AS approved_by_name,
       (SELECT coalesce(sum(p.amount_minor), 0)::bigint FROM payout p WHERE p.batch_id = b.id) AS amount_minor,
       (SELECT count(*) FROM payout p WHERE p.batch_id = b.id) AS lines, count(*) OVER () AS total,
       ARRAY(SELECT DISTINCT a.way FROM payout p JOIN payee_account a ON a.id = p.account_id WHERE p.batch_id = b.id ORDER BY 1) AS ways
  FROM payout_batch b JOIN organization o ON o.id = b.organization_id JOIN user_account r ON r.id = b.requested_by
  LEFT JOIN user_account a ON a.id = b.approved_by WHERE
"""
_LINES = """
SELECT p.id, p.payee_kind, p.payee_name, p.amount_minor, p.state, p.state_since, p.reason, a.way, a.account_name, a.bank_name,
       a.bank_code, a.account_no, (SELECT count(*) FROM payout_item x WHERE x.payout_id = p.id) AS shares
  FROM payout p JOIN payee_account a ON a.id = p.account_id WHERE p.batch_id = :id ORDER BY p.position
"""
_KEPT = Text("（已抵扣追回款）", "(kept back for a claim)")
_FILES = """
SELECT f.id, f.file_name, f.lines, f.confirmed, f.returned, f.imported_at, u.name AS imported_by_name FROM payout_result_file f
  LEFT JOIN user_account u ON u.id = f.imported_by WHERE f.batch_id = :id ORDER BY f.imported_at DESC, f.id
"""


def list_batches(
    uow: UnitOfWork, *, state: BatchState | None = None, page: int = 1, size: int = 20
) -> Page[BatchBrief]:
    """Return the batches that the actor may see, those that wait for somebody first."""
    rows = uow.rows(
        f"{_BATCHES} {policy.VISIBLE} AND (CAST(:state AS text) IS NULL OR b.state = :state)"
        " ORDER BY b.state IN ('done', 'withdrawn'), b.state_since DESC, b.id LIMIT :size OFFSET :skip",
        state=state,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=[BatchBrief(**_brief(uow, row)) for row in rows], total=total, page=page, size=size)


def get_batch(uow: UnitOfWork, *, batch_id: UUID) -> BatchView:
    """Return a batch with its lines; raises `NotFound`."""
    row = _one(uow, batch_id)
    lines = uow.rows(_LINES, id=batch_id)
    return BatchView(
        **_brief(uow, row),
        from_account=mask(row["from_account"]),
        payouts=[
            PayoutView(**{name: line[name] for name in PayoutView.model_fields if name in line}, masked=mask(line["account_no"]))
            for line in lines
        ],
        result_files=[ResultFileView(**row) for row in uow.rows(_FILES, id=batch_id)],
        moves=_moves(uow, row),
    )  # fmt: skip


def lock_shares(uow: UnitOfWork, *, share_ids: list[UUID]) -> list[PaidShare]:
    """Keep shares from being put into a payout until the transaction ends, and return those that are in one already.

    A share of which something was kept back for a claim counts as paid: its payee has had the good of it.
    """
    owed.lock_holders_of(uow, share_ids)
    rows = uow.rows(
        "SELECT p.payee_name, b.serial, b.created_at FROM payout_item x JOIN payout p ON p.id = x.payout_id"
        " JOIN payout_batch b ON b.id = p.batch_id WHERE x.share_id = ANY(:ids) AND x.active ORDER BY b.serial, p.position",
        ids=share_ids,
    )
    kept = uow.rows(
        "SELECT payee_name FROM distribution_share WHERE id = ANY(:ids) AND kept_minor > 0 ORDER BY position",
        ids=share_ids,
    )
    return [PaidShare(payee_name=row["payee_name"], number=number_of(row)) for row in rows] + [
        PaidShare(payee_name=row["payee_name"], number=_KEPT.in_(uow.locale)) for row in kept
    ]


def get_file(uow: UnitOfWork, *, batch_id: UUID, kind: FileFormat) -> tuple[str, bytes]:
    """Return name and bytes of the file with which a bank is told to pay a batch that was approved.

    Whoever prepares the payouts may take it; each time is written into the audit trail. Raises `NotFound`,
    `Forbidden`, `IllegalMove` before the approval.
    """
    row = _one(uow, batch_id)
    require(policy.can_request(uow.actor, row["organization_id"], row["run_by"]))
    if row["state"] not in ("held", "done") or "bank" not in row["ways"]:
        raise IllegalMove(
            state=BATCH.states[row["state"]].in_(uow.locale), move=FileFormat.label().in_(uow.locale)
        )
    batch = BankFile(
        number=number_of(row), on=uow.today, at=uow.now, payer_name=row["organization_name"], payer_bank=row["from_bank"],
        payer_account=row["from_account"],
        lines=[
            PaymentLine(
                reference=line["id"], name=line["account_name"], bank=line["bank_name"], bank_code=line["bank_code"],
                account=line["account_no"], amount_minor=line["amount_minor"],
            )
            for line in uow.rows(_LINES, id=batch_id)
            if line["state"] in ("held", "confirmed") and line["way"] == "bank"
        ],
    )  # fmt: skip
    uow.audit("payout.file_taken", "payout_batch", batch_id, format=kind.value)
    return f"{batch.number}.{kind.value}", write_file(batch, kind)


def _one(uow: UnitOfWork, batch_id: UUID) -> dict[str, Any]:
    rows = uow.rows(f"{_BATCHES} {policy.VISIBLE} AND b.id = :id", id=batch_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="payout")
    return rows[0]


def number_of(row: dict[str, Any]) -> str:
    """Return the number of a batch of which `created_at` and `serial` are known."""
    return f"FK-{row['created_at'].year}-{row['serial']:06d}"


def _brief(uow: UnitOfWork, row: dict[str, Any]) -> dict[str, Any]:
    waits = row["state"] == "requested" and policy.can_approve(
        uow.actor, row["organization_id"], row["requested_by"]
    )
    shown = {name: row[name] for name in BatchBrief.model_fields if name in row}
    return shown | {"number": number_of(row), "may_approve": bool(waits)}


def _moves(uow: UnitOfWork, row: dict[str, Any]) -> list[Any]:
    runs = bool(policy.can_request(uow.actor, row["organization_id"], row["run_by"]))
    heads = bool(policy.can_approve(uow.actor, row["organization_id"], None))
    if row["state"] == "requested":
        approves = bool(policy.can_approve(uow.actor, row["organization_id"], row["requested_by"]))
        return ["approve"] * approves + ["withdraw"] * (runs or heads)
    if row["state"] in ("held", "done"):
        return ["file", "record"] * (runs and "bank" in row["ways"])
    return []
