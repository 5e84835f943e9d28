"""A person's own statement as inventor or technology manager: every share of hers, counted, payable or paid."""

from typing import Any, Final
from uuid import UUID

from finance.distributions import queries as distributions
from finance.payouts import owed
from finance.payouts.schemas import Statement, StatementLine, StatementSum, TaxHint
from finance.taxes import queries as taxes
from finance.taxes.schemas import TaxFlow
from marketplace.core import cells
from marketplace.core.clock import business_date
from marketplace.core.i18n import Text
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.rulebook import queries as rulebook

_LINES = """
SELECT s.id, s.payee_kind, d.title, d.contract_id, d.contract_number, u.name AS university_name, d.received_on,
       s.amount_minor - s.refunded_minor - s.kept_minor AS amount_minor, s.refunded_minor + s.kept_minor AS refunded_minor, s.why,
       d.state AS split_state, d.state_since AS split_since, p.state AS payout_state, p.state_since AS payout_since
  FROM distribution_share s JOIN distribution d ON d.id = s.distribution_id
  JOIN organization u ON u.id = coalesce(s.holder_id, d.university_id)
  LEFT JOIN payout_item x ON x.share_id = s.id AND x.active LEFT JOIN payout p ON p.id = x.payout_id
 WHERE s.user_id = :user AND s.payee_kind IN ('inventor', 'manager') AND s.amount_minor > 0
   AND (CAST(:year AS int) IS NULL OR extract(year FROM d.received_on) = :year)
   AND (CAST(:contract AS uuid) IS NULL OR d.contract_id = :contract)
 ORDER BY d.received_on DESC, d.created_at DESC, d.position DESC, s.id
"""
STATES: Final = {
    "proposed": Text("待审批", "to be approved"),
    "payable": Text("待付", "payable"),
    "under_way": Text("付款中", "under way"),
    "paid": Text("已付", "paid"),
}


def get_statement(uow: UnitOfWork, *, year: int | None = None, contract_id: UUID | None = None) -> Statement:
    """Return the actor's own shares, latest first, of one year of receipt or contract if named; nobody else's."""
    rows = uow.rows(_LINES, user=uow.actor.user_id, year=year, contract=contract_id)
    lines = [_line(uow, row) for row in rows]
    years = uow.rows(
        "SELECT DISTINCT extract(year FROM d.received_on)::int AS year FROM distribution_share s"
        " JOIN distribution d ON d.id = s.distribution_id WHERE s.user_id = :user ORDER BY year DESC",
        user=uow.actor.user_id,
    )
    name = uow.rows("SELECT name FROM user_account WHERE id = :id", id=uow.actor.user_id)
    sums = {
        f"{state}_minor": sum(line.amount_minor for line in lines if line.state == state) for state in STATES
    }
    return Statement(
        name=name[0]["name"] if name else "",
        as_of=uow.today,
        **sums,
        years=[row["year"] for row in years],
        sums=_sums(lines),
        lines=lines,
        hints=[*_hints(uow, {line.payee_kind for line in lines}), *_decided(uow, rows)],
        accounts=owed.list_own_payables(uow),
    )


def _line(uow: UnitOfWork, row: dict[str, Any]) -> StatementLine:
    why, state, since = row.pop("why") or {}, "proposed", row["split_since"]
    if row["split_state"] == "booked":
        state = "payable"
    if row["payout_state"]:
        state = "paid" if row["payout_state"] == "confirmed" else "under_way"
        since = row["payout_since"]
    return StatementLine.model_validate(
        {name: row[name] for name in StatementLine.model_fields if name in row}
        | {
            "state": state,
            "since_on": business_date(since),
            "source": str(why.get("source", "")),
            "arithmetic": distributions.arithmetic(
                row["payee_kind"], why, row["amount_minor"], uow.locale, refunded_minor=row["refunded_minor"]
            ),
        }
    )


def _sums(lines: list[StatementLine]) -> list[StatementSum]:
    grouped: dict[tuple[int, str, str], list[StatementLine]] = {}
    for line in lines:
        grouped.setdefault((line.received_on.year, line.contract_number, line.title), []).append(line)
    return [
        StatementSum(
            year=year, contract_number=number, title=title, amount_minor=sum(line.amount_minor for line in found),
            paid_minor=sum(line.amount_minor for line in found if line.state == "paid"),
        )
        for (year, number, title), found in grouped.items()
    ]  # fmt: skip


def _hints(uow: UnitOfWork, kinds: set[str]) -> list[TaxHint]:
    hints = []
    if "inventor" in kinds:
        rule = rulebook.get_rule("award_tax_counted_bps", uow.today)
        text = Text(
            "发给主要完成人的现金奖励，符合条件的减按 {rate}% 计入当月工资薪金所得；发放前须公示。由学校代扣代缴，以主管税务机关认定为准。",
            "Cash awards to those who made the result may count {rate} % as wages of the month, once published beforehand. "
            "The university withholds; the tax office decides.",
        )
        hints.append(_hint(uow, rule, text.in_(uow.locale, rate=rule.value // 100)))
    if "manager" in kinds:
        rule = rulebook.get_rule("commission_tax_counted_bps", uow.today)
        text = Text(
            "个人佣金一般按劳务报酬所得，减除 {rest}% 费用后预扣个人所得税；以主管税务机关认定为准。",
            "A personal commission is usually remuneration for services, withheld after {rest} % for expenses; the tax office decides.",
        )
        hints.append(_hint(uow, rule, text.in_(uow.locale, rest=100 - rule.value // 100)))
    return hints


def _decided(uow: UnitOfWork, rows: list[dict[str, Any]]) -> list[TaxHint]:
    """What the university decided instead of the suggestion, by contract."""
    found = []
    for kind, contract_id, number in dict.fromkeys(
        (row["payee_kind"], row["contract_id"], row["contract_number"]) for row in rows
    ):
        flow = TaxFlow.INVENTOR_AWARD if kind == "inventor" else TaxFlow.MANAGER_COMMISSION
        treatment = taxes.find_treatment(uow, flow, contract_id=contract_id)
        if treatment:
            source = Text("学校财务决定", "decided by the university's accountant").in_(uow.locale)
            found.append(TaxHint(title=number, text=treatment, source=source, confirmed=True))
    return found


def _hint(uow: UnitOfWork, rule: rulebook.Rule, text: str) -> TaxHint:
    return TaxHint(title=rule.title.in_(uow.locale), text=text, source=rule.source, confirmed=rule.confirmed)


_TITLE = Text("收益个人对账单", "Statement of shares")
_HEADINGS = (
    Text("到账日", "Received"),
    Text("合同", "Contract"),
    Text("成果", "Result"),
    Text("支付单位", "Paid by"),
    Text("身份", "As"),
    Text("金额（元）", "Amount (CNY)"),
    Text("状态", "State"),
    Text("计算", "Arithmetic"),
    Text("依据", "Source"),
)


def _table(uow: UnitOfWork, statement: Statement) -> list[list[str]]:
    words = uow.locale
    return [
        [heading.in_(words) for heading in _HEADINGS],
        *(
            [
                line.received_on.isoformat(), line.contract_number, line.title, line.university_name,
                distributions.PAYEES[line.payee_kind].in_(words), yuan(line.amount_minor),
                f"{STATES[line.state].in_(words)} {line.since_on}", line.arithmetic, line.source,
            ]
            for line in statement.lines
        ),
    ]  # fmt: skip


def write_csv(uow: UnitOfWork, statement: Statement) -> bytes:
    """Return a statement as CSV that spreadsheets open in Chinese and take no cell of for a formula."""
    return cells.write_csv(_table(uow, statement))


def write_pdf(uow: UnitOfWork, statement: Statement) -> bytes:
    """Return a statement as PDF with its sums, each share's arithmetic and the hints on tax."""
    words = uow.locale
    lines = [
        f"{statement.name}　{statement.as_of.isoformat()}",
        Text(
            "待审批 {proposed} 元，待付 {payable} 元，付款中 {under_way} 元，已付 {paid} 元",
            "to be approved {proposed}, payable {payable}, under way {under_way}, paid {paid} (CNY)",
        ).in_(
            words,
            proposed=yuan(statement.proposed_minor),
            payable=yuan(statement.payable_minor),
            under_way=yuan(statement.under_way_minor),
            paid=yuan(statement.paid_minor),
        ),
        *(f"{hint.title}：{hint.text}（{hint.source}）" for hint in statement.hints),
    ]
    return documents.typeset_report(_TITLE.in_(words), lines, _TITLE.in_(words), _narrow(uow, statement))


def _narrow(uow: UnitOfWork, statement: Statement) -> list[list[str]]:
    """The same table for paper: four columns, each cell holding what belongs together."""
    received, contract, result, paid_by, _, amount, state, counted, source = (
        heading.in_(uow.locale) for heading in _HEADINGS
    )
    head = [f"{received}\n{contract}", f"{result}\n{paid_by}", f"{amount}\n{state}", f"{counted}\n{source}"]
    rows = _table(uow, statement)[1:]
    return [
        head,
        *(
            [f"{r[0]}\n{r[1]}", f"{r[2]}\n{r[3]}（{r[4]}）", f"{r[5]}\n{r[6]}", f"{r[7]}\n{r[8]}"]
            for r in rows
        ),
    ]
