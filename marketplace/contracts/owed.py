"""What is owed under a contract: counted from its terms and what happened, until it is billed; then as its bill says."""

from datetime import date
from typing import Any
from uuid import UUID

from marketplace.contracts.schemas import ObligationView
from marketplace.core.uow import UnitOfWork
from marketplace.terms import ContractFacts, Formula, TermSheet, explain, obligations

_NAMES = ("key", "kind", "amount_minor", "arises_on", "due_on")


def list_owed(
    uow: UnitOfWork, sheet: TermSheet, facts: ContractFacts, *, contract_id: UUID
) -> list[ObligationView]:
    """Return every sum of a contract (fen) with what was paid on it and let go, by its last day to pay.

    A bill stands as it was raised, also when a day that is found later makes the sum less or takes it away: what was paid
    stays (专利法 §47), and what was not is let go by a credit note.
    """
    settled: dict[tuple[str, str], int] = {
        (row["obligation_key"], row["kind"]): row["minor"]
        for row in uow.rows(
            "SELECT obligation_key, kind, sum(amount_minor)::bigint AS minor FROM contract_settlement"
            " WHERE contract_id = :contract GROUP BY obligation_key, kind",
            contract=contract_id,
        )
    }
    sums = {
        o.key: ({name: getattr(o, name) for name in _NAMES}, o.formula) for o in obligations(sheet, facts)
    }
    sums |= _billed(uow, contract_id)
    return [
        ObligationView(
            **one,
            settled_minor=settled.get((key, "payment"), 0),
            credited_minor=settled.get((key, "credit"), 0),
            explanation=explain(formula, uow.locale),
        )
        for key, (one, formula) in sorted(sums.items(), key=lambda found: found[1][0]["due_on"] or date.max)
    ]


def _billed(uow: UnitOfWork, contract_id: UUID) -> dict[str, tuple[dict[str, Any], Formula]]:
    rows = uow.rows(
        "SELECT obligation_key AS key, kind, amount_minor, arises_on, due_on, formula FROM contract_billed"
        " WHERE contract_id = :contract",
        contract=contract_id,
    )
    return {row["key"]: (row, Formula.model_validate(row.pop("formula"))) for row in rows}
