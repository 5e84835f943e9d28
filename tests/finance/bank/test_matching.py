"""Scores that say why: each feature and its points, and a reference with one slip of the fingers."""

from uuid import UUID

import pytest

from finance.bank.matching import WEIGHTS, Candidate, Receipt, best, features
from finance.receivables.reference import reference_of

REFERENCE = reference_of(1234567)  # FK01234567 and two check digits
FIRM = "苏州演示机械有限公司"


def candidate(number: int = 1, reference: str = REFERENCE, **changes: object) -> Candidate:
    facts = {"firm_name": FIRM, "open_minor": 8_000_000, "sum_minor": 8_000_000, "accounts": ()} | changes
    return Candidate(UUID(int=number), reference, **facts)  # type: ignore[arg-type]


def receipt(memo: str = "", *, payer: str = "", account: str = "", left: int = 1) -> Receipt:
    return Receipt(left, payer, account, memo)


DIGITS = REFERENCE[2:]
SLIPS = {
    "one digit wrong": DIGITS[:4] + str((int(DIGITS[4]) + 1) % 10) + DIGITS[5:],
    "neighbors swapped": DIGITS[:3] + DIGITS[4] + DIGITS[3] + DIGITS[5:],
    "one digit missing": DIGITS[:5] + DIGITS[6:],
    "one digit doubled": DIGITS[:5] + DIGITS[5] + DIGITS[5:],
    "check digits forgotten": DIGITS[:8],
    "zeros forgotten": DIGITS.lstrip("0"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_of_the_fingers_is_close(slip: str) -> None:
    assert features(receipt(f"付 FK {SLIPS[slip]} 许可费"), candidate()) == ["reference_close"]


@pytest.mark.parametrize(
    "memo",
    ["", "许可费", "FK9999999999", "合同 2026-0001", DIGITS[:3] + "99" + DIGITS[5:], "电话 13800000000"],
)
def test_what_is_further_off_says_nothing(memo: str) -> None:
    assert features(receipt(memo), candidate()) == []


def test_digits_without_their_letters_are_the_whole_reference() -> None:
    assert features(receipt(f"{DIGITS[:4]} {DIGITS[4:]}"), candidate()) == ["reference_exact"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"left": 8_000_000}, ["amount_equal"]),
        ({"left": 7_990_000}, ["amount_close"]),
        ({"left": 7_900_000}, []),
        ({"payer": "苏州演示机械有限公司"}, ["payer_equal"]),
        ({"payer": "苏州 演示机械 股份有限公司"}, ["payer_equal"]),
        ({"payer": "苏州演示机械厂"}, ["payer_close"]),
        ({"payer": "无锡物业"}, []),
        ({"account": "6222"}, ["account_known"]),
    ],
)
def test_amount_payer_and_account(facts: dict[str, object], found: list[str]) -> None:
    assert features(receipt(**facts), candidate(accounts={"6222"})) == found  # type: ignore[arg-type]


def test_one_payment_for_all_that_a_firm_owes_suggests_each_bill() -> None:
    bills = [candidate(n, reference_of(n), open_minor=n * 1_000_000, sum_minor=6_000_000) for n in (1, 2, 3)]
    found = best(receipt(payer=FIRM, left=6_000_000), bills)
    assert [(c.invoice_id.int, points, why) for c, points, why in found] == [
        (n, WEIGHTS["sum_equal"] + WEIGHTS["payer_equal"], ["sum_equal", "payer_equal"]) for n in (1, 2, 3)
    ]


def test_the_best_comes_first_and_weak_hints_are_no_suggestion() -> None:
    weak, good = candidate(1, open_minor=5, sum_minor=5, firm_name="苏州演示机械厂"), candidate(2)
    assert [c.invoice_id.int for c, _, _ in best(receipt(payer=FIRM, left=8_000_000), [weak, good])] == [2]
