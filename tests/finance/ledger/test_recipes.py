"""Every business fact books exactly the legs written down in `recipes.golden.txt`."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from finance.books import queries as books
from finance.ledger import queries
from finance.ledger.chart import CHART, AccountKind
from finance.ledger.errors import AlreadyReversed, BalanceTooLow, LedgerError
from finance.ledger.recipes import RECIPES, Capture, Settled, Share, bank, clearing
from marketplace.core.uow import UnitOfWork
from tests.factories.ledger import booked_for_contract, booked_for_source

GOLDEN = Path(__file__).with_name("recipes.golden.txt")


def an_id(number: int) -> UUID:
    return UUID(int=number)


INVOICE, CONTRACT, SME, PAYMENT, LINE, SPLIT, PAYOUT, NOTE, APPLY, MATCH = (an_id(n) for n in range(1, 11))
ANNA, BEN, SCHOOL, UNIVERSITY, PLATFORM = (an_id(n) for n in range(101, 106))
RECEIVED = {"invoice_id": INVOICE, "contract_id": CONTRACT, "payer_id": SME}
DISPUTED = {"payment_id": PAYMENT, "contract_id": CONTRACT}

STORY: list[tuple[str, dict[str, object]]] = [
    ("invoice_issued", {"invoice_id": INVOICE, "contract_id": CONTRACT, "amount_minor": 1_000_00}),
    ("credit_note_issued", {"credit_note_id": NOTE, "invoice_id": INVOICE, "contract_id": CONTRACT, "amount_minor": 100_00}),
    (
        "payment_captured",
        {"capture": Capture(payment_id=PAYMENT, provider="stripe", provider_ref="pi_1", **RECEIVED, gross_minor=300_00,
                            applied_minor=300_00)},
    ),
    ("provider_fee_charged", {"provider": "stripe", "movement_ref": "txn_1", "fee_minor": 9_00}),
    ("provider_settled", {"provider": "stripe", "payout_ref": "po_1", "bank_account": "6222", "amount_minor": 291_00}),
    ("bank_line_received", {"line_id": LINE, "bank_account": "6222", "amount_minor": 650_00}),
    (
        "bank_line_matched",
        {"match_id": MATCH, "bank_account": "6222", **RECEIVED, "amount_minor": 650_00, "applied_minor": 550_00},
    ),
    ("credit_applied", {"application_id": APPLY, "payer_id": SME, "invoice_id": INVOICE, "contract_id": CONTRACT, "amount_minor": 50_00}),
    (
        "income_split",
        {"distribution_id": SPLIT, "contract_id": CONTRACT, "shares": [
            Share("inventor", ANNA, 400_00), Share("inventor", BEN, 230_00), Share("inventor", ANNA, 1),
            Share("unit", SCHOOL, 90_00), Share("university", UNIVERSITY, 124_99),
            Share("manager", an_id(106), 10_00), Share("platform", PLATFORM, 45_00),
        ]},
    ),
    ("payout_held", {"payout_id": PAYOUT, "payee_kind": "inventor", "payee_id": ANNA, "amount_minor": 400_01}),
    ("payout_posted", {"payout_id": PAYOUT, "out_of": bank("6222"), "amount_minor": 400_01}),
    (
        "payout_returned",
        {"payout_id": PAYOUT, "back_to": bank("6222"), "payee_kind": "inventor", "payee_id": ANNA, "amount_minor": 400_01},
    ),
    ("payout_held", {"payout_id": an_id(70), "payee_kind": "unit", "payee_id": SCHOOL, "amount_minor": 90_00}),
    ("payout_voided", {"payout_id": an_id(70), "payee_kind": "unit", "payee_id": SCHOOL, "amount_minor": 90_00}),
    ("invoice_issued", {"invoice_id": an_id(71), "contract_id": CONTRACT, "amount_minor": 500_00}),
    ("bank_line_received", {"line_id": an_id(72), "bank_account": "6222", "amount_minor": 410_00}),
    (
        "cover_paid",
        {"claim_id": an_id(73), "line_id": an_id(72), "bank_account": "6222", "contract_id": CONTRACT, "firm_id": SME,
         "provider_id": an_id(74), "amount_minor": 410_00, "settled": [Settled(an_id(71), 400_00)]},
    ),
    (
        "recourse_repaid",
        {"repayment_id": an_id(75), "claim_id": an_id(73), "contract_id": CONTRACT, "firm_id": SME, "provider_id": an_id(74),
         "amount_minor": 150_00},
    ),
    ("return_promised", {"return_id": an_id(76), "bank_account": "6222", "payer_id": SME, "amount_minor": 20_00}),
    ("return_sent", {"return_id": an_id(76), "bank_account": "6222", "amount_minor": 20_00}),
    ("bank_line_received", {"line_id": an_id(77), "bank_account": "6222", "amount_minor": 7_00}),
    ("return_promised", {"return_id": an_id(78), "bank_account": "6222", "payer_id": None, "amount_minor": 7_00}),
    ("write_off_booked", {"write_off_id": an_id(79), "invoice_id": an_id(71), "contract_id": CONTRACT, "amount_minor": 100_00}),
    (
        "refund_promised",
        {"refund_id": an_id(80), "contract_id": CONTRACT, "amount_minor": 90_00, "shares": [
            Share("inventor", BEN, 46_00), Share("unit", SCHOOL, 30_00), Share("platform", PLATFORM, 9_00), Share("inventor", BEN, 5_00),
        ]},
    ),
    (
        "refund_posted",
        {"refund_id": an_id(80), "contract_id": CONTRACT, "provider": "stripe", "refund_ref": "re_1", "amount_minor": 90_00},
    ),
    ("debt_reinstated", {"refund_id": an_id(80), "invoice_id": INVOICE, "contract_id": CONTRACT, "amount_minor": 90_00}),
    ("refund_promised", {"refund_id": an_id(81), "contract_id": CONTRACT, "amount_minor": 40_00}),
    ("refund_credited", {"refund_id": an_id(81), "contract_id": CONTRACT, "payer_id": SME, "amount_minor": 40_00}),
    ("dispute_opened", {**DISPUTED, "dispute_id": an_id(82), "provider": "stripe", "dispute_ref": "du_1", "amount_minor": 50_00}),
    ("dispute_won", {**DISPUTED, "dispute_id": an_id(82), "provider": "stripe", "dispute_ref": "du_1", "amount_minor": 50_00}),
    ("dispute_opened", {**DISPUTED, "dispute_id": an_id(83), "provider": "stripe", "dispute_ref": "du_2", "amount_minor": 60_00}),
    (
        "dispute_lost",
        {**DISPUTED, "dispute_id": an_id(83), "invoice_id": INVOICE, "payer_id": SME, "amount_minor": 60_00, "applied_minor": 50_00},
    ),
    ("dispute_opened", {**DISPUTED, "dispute_id": an_id(84), "provider": "stripe", "dispute_ref": "du_3", "amount_minor": 40_00}),
    (
        "dispute_lost",
        {**DISPUTED, "dispute_id": an_id(84), "invoice_id": INVOICE, "payer_id": SME, "amount_minor": 40_00, "applied_minor": 40_00,
         "shares": [Share("inventor", BEN, 20_00), Share("platform", PLATFORM, 5_00)], "claims": {an_id(85): 15_00}},
    ),
    (
        "clawback_kept",
        {"claim_id": an_id(85), "share_id": an_id(86), "contract_id": CONTRACT, "payee_kind": "inventor", "payee_id": BEN,
         "amount_minor": 6_00},
    ),
    ("clawback_written_off", {"claim_id": an_id(85), "contract_id": CONTRACT, "amount_minor": 9_00}),
    ("reversal", {"txn_id": -2, "reason": "the credit note was issued by mistake"}),
    ("payout_held", {"payout_id": an_id(82), "payee_kind": "university", "payee_id": UNIVERSITY, "amount_minor": 50_00}),
    ("payout_posted", {"payout_id": an_id(82), "out_of": clearing("stripe"), "amount_minor": 50_00, "transfer_ref": "tr_1"}),
    (
        "payout_returned",
        {"payout_id": an_id(82), "back_to": clearing("stripe"), "payee_kind": "university", "payee_id": UNIVERSITY,
         "amount_minor": 50_00, "transfer_ref": "trr_1"},
    ),
]  # fmt: skip


def book(uow: UnitOfWork) -> list[int]:
    """Tell the whole story; a negative transaction number means: the one booked as number n of the story."""
    booked: list[int] = []
    for kind, facts in STORY:
        if kind == "reversal":
            booked.append(RECIPES[kind](uow, **facts | {"txn_id": booked[-int(str(facts["txn_id"])) - 1]}))
        else:
            booked.append(RECIPES[kind](uow, **facts))
    return booked


def written(uow: UnitOfWork, booked: list[int]) -> str:
    lines = []
    for row in uow.rows(
        "SELECT t.id, t.kind, t.idem_key, a.key, e.amount_minor, a.rollup, e.balance_after_minor, e.version FROM ledger_txn t"
        " JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id"
        " WHERE t.id = ANY(:ids) ORDER BY t.id, e.amount_minor < 0, a.key",
        ids=booked,
    ):
        if not lines or lines[-1][0] != row["id"]:
            lines.append(
                (
                    row["id"],
                    f"\n{row['kind']}  {row['idem_key'] if row['kind'] != 'reversal' else 'reverse:n'}",
                )
            )
        side, after = ("debit " if row["amount_minor"] > 0 else "credit"), row["balance_after_minor"]
        tail = "roll-up" if row["rollup"] else f"balance {after:>8} v{row['version']}"
        lines.append((row["id"], f"  {side} {abs(row['amount_minor']):>7}  {tail:<20} {row['key']}"))
    return "\n".join(line.replace("00000000-0000-0000-0000-", "") for _, line in lines).lstrip() + "\n"


def test_every_recipe_books_its_golden_legs(uow: UnitOfWork) -> None:
    booked = book(uow)

    assert {kind for kind, _ in STORY} == set(RECIPES)
    assert written(uow, booked) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.fault("L03", holds=("I1", "I2"))
def test_telling_the_story_twice_books_nothing_more(uow: UnitOfWork) -> None:
    first = book(uow)
    entries = uow.rows("SELECT count(*) AS n FROM ledger_entry")

    assert book(uow) == first
    assert uow.rows("SELECT count(*) AS n FROM ledger_entry") == entries


def test_the_story_ends_with_mirrored_and_balanced_books(uow: UnitOfWork) -> None:
    book(uow)

    rows = books.get_trial_balance(uow).rows
    assert sum(row.debit_minor for row in rows) == sum(row.credit_minor for row in rows)
    balances = {row.kind: row.closing_minor for row in rows}
    assert balances == {
        "receivable": 280_00, "entitlement": 280_00, "clearing": -190_00, "processor_fee": 9_00, "bank": 1_338_00, "return_due": 7_00,
        "refund_due": 0,
        "unmatched": 0,
        "undistributed": 310_00, "credit": 70_00, "payable_inventor": 553_01, "payable_unit": 60_00,
        "payable_university": 124_99, "payable_manager": 10_00, "platform_fee": 22_00, "inflight": 0,
        "recourse": 250_00, "recourse_due": 250_00, "dispute": 0, "clawback": 0,
    }  # fmt: skip
    assert set(balances) == {str(kind) for kind in AccountKind} == {str(kind) for kind in CHART}
    assert queries.get_balance(uow, f"payable_inventor:{BEN}") == 153_00
    assert queries.get_balance(uow, "bank:6222", before=uow.now) == 0


@pytest.mark.fault("L03", holds=("I1", "I2"))
def test_a_key_used_for_other_amounts_is_refused(uow: UnitOfWork) -> None:
    RECIPES["invoice_issued"](uow, invoice_id=INVOICE, contract_id=CONTRACT, amount_minor=1)

    with pytest.raises(LedgerError, match="another posting"), uow.session.begin_nested():
        RECIPES["invoice_issued"](uow, invoice_id=INVOICE, contract_id=CONTRACT, amount_minor=2)


def test_nobody_is_paid_more_than_is_owed(uow: UnitOfWork) -> None:
    RECIPES["invoice_issued"](uow, invoice_id=INVOICE, contract_id=CONTRACT, amount_minor=10)

    with pytest.raises(BalanceTooLow):
        RECIPES["payout_held"](uow, payout_id=PAYOUT, payee_kind="inventor", payee_id=ANNA, amount_minor=1)


@pytest.mark.fault("L06", holds=("I1", "I2"))
def test_a_transaction_is_reversed_once_and_a_reversal_can_be_reversed(uow: UnitOfWork) -> None:
    txn = RECIPES["invoice_issued"](uow, invoice_id=INVOICE, contract_id=CONTRACT, amount_minor=7)
    back = RECIPES["reversal"](uow, txn_id=txn, reason="wrong contract")
    assert queries.get_balance(uow, f"receivable:{INVOICE}") == 0
    RECIPES["reversal"](uow, txn_id=back, reason="it was right after all")
    assert queries.get_balance(uow, f"receivable:{INVOICE}") == 7

    facts = {"key": "second", "txn": txn, "accounts": [f"entitlement:{CONTRACT}", f"receivable:{INVOICE}"]}
    call = "SELECT ledger_post(:key, 'reversal', 'CNY', CAST(:accounts AS text[]), ARRAY[7, -7], '[]', now(), 'invoice', NULL, :txn)"
    with pytest.raises(Exception, match="uq_ledger_txn_reverses_id"), uow.session.begin_nested():
        uow.session.connection().execute(text(call), facts)


def test_a_reversal_of_a_used_number_says_so(uow: UnitOfWork) -> None:
    txn = RECIPES["invoice_issued"](uow, invoice_id=INVOICE, contract_id=CONTRACT, amount_minor=7)
    uow.session.connection().execute(
        text(
            "SELECT ledger_post('other', 'reversal', 'CNY', CAST(:accounts AS text[]), ARRAY[7, -7], '[]', now(), 'invoice', NULL, :txn)"
        ),
        {"txn": txn, "accounts": [f"entitlement:{CONTRACT}", f"receivable:{INVOICE}"]},
    )

    with pytest.raises(AlreadyReversed) as refused:
        RECIPES["reversal"](uow, txn_id=txn, reason="again")
    assert refused.value.params() == {"txn_id": txn}


def test_everything_about_a_contract_is_listed_with_all_legs(uow: UnitOfWork) -> None:
    booked = book(uow)

    listed = booked_for_contract(uow, CONTRACT)
    touching = [
        number
        for number, (kind, _) in zip(booked, STORY, strict=True)
        if kind
        not in {
            "provider_fee_charged",
            "provider_settled",
            "bank_line_received",
            "payout_held",
            "payout_posted",
            "payout_voided",
            "return_promised",
            "return_sent",
            "payout_returned",
        }
    ]
    assert [txn.id for txn in listed] == touching
    assert all(sum(entry.amount_minor for entry in txn.entries) == 0 for txn in listed)
    kinds = [[txn.kind for txn in booked_for_source(uow, source)] for source in (LINE, MATCH)]
    assert kinds == [["bank_line_received"], ["bank_line_matched"]]
