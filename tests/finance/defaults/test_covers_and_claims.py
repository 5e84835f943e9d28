"""企业参保, 先行赔付: covers, claims on them, and the provider's claim against the firm, to the fen."""

from dataclasses import replace
from datetime import date

import pytest

from finance.bank import queries as payments
from finance.defaults import queries, service
from finance.defaults.errors import (
    ClaimTooEarly,
    ClaimUnderWay,
    CoverNotFound,
    NotAPolicyFile,
    NothingCovered,
    PaymentDiffers,
    PolicyNumberTaken,
    RepaidTooMuch,
)
from finance.defaults.schemas import ClaimView, CoverView, NewCover, Repayment
from finance.ledger import queries as ledger
from finance.receivables import service as billing
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.defaults import SIGNED_ON, Story, a_cover, a_late_story, delivered, demanded
from tests.factories.instruments import a_provider
from workers.checks import INVARIANTS

CLAIM_ON = date(2027, 4, 5)
"""The demand of 2027-03-16 and twenty waiting days."""


def sound(uow: UnitOfWork) -> None:
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def a_claim(story: Story, cover: CoverView, day: date = CLAIM_ON) -> ClaimView:
    view = service.file_claim(story.at("officer", day), case_id=story.case().id, cover_id=cover.id)
    story.react()
    return view


def an_accepted_claim(story: Story) -> ClaimView:
    cover = a_cover(story)
    demanded(story)
    delivered(story)
    claim = a_claim(story, cover)
    view = service.accept_claim(story.at("insurer", date(2027, 4, 6)), claim_id=claim.id)
    story.react()
    return view


def test_a_firm_registers_a_cover_and_the_provider_confirms_it(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    day = date(2027, 3, 5)
    form = NewCover(
        contract_number=story.contract_number, provider_id=story.provider.organization_id, policy_number="P-1",
        percent_bps=5000, cap_minor=1_000_000, from_on=SIGNED_ON, until_on=date(2028, 1, 1),
    )  # fmt: skip
    with pytest.raises(Forbidden):
        service.register_cover(story.at("officer", day), form=form)
    with pytest.raises(CoverNotFound):  # another firm's contract: no sign that it exists
        service.register_cover(story.at("outsider", day), form=form)
    with pytest.raises(CoverNotFound):  # a provider proves by the firm's code that it knows the contract
        service.register_cover(story.at("insurer", day), form=form)
    cover = service.register_cover(story.at("firm", day), form=form)
    assert (cover.state, cover.kind, cover.waiting_days, cover.moves) == (
        "proposed",
        "insurance",
        30,
        ["attach"],
    )
    with pytest.raises(PolicyNumberTaken):
        service.register_cover(story.at("firm", day), form=form)
    with pytest.raises(Forbidden), uow.session.begin_nested():
        service.confirm_cover(story.at("firm", day), cover_id=cover.id)
    with pytest.raises(NotFound):
        service.confirm_cover(story.at("outsider", day), cover_id=cover.id)
    with pytest.raises(NotAPolicyFile):
        service.attach_policy(story.at("firm", day), cover_id=cover.id, pdf=b"PK\x03\x04")
    assert service.attach_policy(story.at("firm", day), cover_id=cover.id, pdf=b"%PDF-1.7 policy").file_id
    assert queries.list_cases(story.at("insurer", day)).items == []
    assert service.confirm_cover(story.at("insurer", day), cover_id=cover.id).state == "confirmed"
    # who stands behind a cover follows the default
    assert [case.id for case in queries.list_cases(story.at("insurer", day)).items] == [story.case().id]
    sound(uow)


def test_a_claim_waits_for_the_demand_and_the_waiting_days(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    cover, case_id = a_cover(story), story.case().id
    with pytest.raises(IllegalMove):
        service.file_claim(story.at("officer", date(2027, 3, 12)), case_id=case_id, cover_id=cover.id)
    demanded(story)
    with pytest.raises(ClaimTooEarly) as early:
        service.file_claim(story.at("officer", date(2027, 4, 4)), case_id=case_id, cover_id=cover.id)
    assert early.value.earliest == CLAIM_ON
    claim = a_claim(story, cover)
    # 80 % of 80,000 would be 64,000: the cap is 50,000
    assert (claim.overdue_minor, claim.asked_minor, claim.answer_by_on) == (
        8_000_000,
        5_000_000,
        date(2027, 4, 20),
    )
    # 32 days late by then: billed with the claim
    assert story.invoice(CLAIM_ON, "late_interest").amount_minor == 32 * 4_000
    with pytest.raises(ClaimUnderWay):
        a_claim(story, cover)
    with pytest.raises(NotFound):
        service.file_claim(story.at("outsider", CLAIM_ON), case_id=case_id, cover_id=cover.id)
    sound(uow)


def test_a_cover_of_another_time_covers_nothing(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    cover = a_cover(story, until_on=date(2027, 3, 4))  # the first day late is the fifth
    demanded(story)
    with pytest.raises(NothingCovered):
        a_claim(story, cover)


def test_the_insurer_pays_first_and_the_claim_passes_to_it(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    claim = an_accepted_claim(story)
    assert claim.pay_by_on == date(2027, 4, 16)
    story.transfer(date(2027, 4, 9), 5_000_000, f"代偿 {claim.reference} 保单ZJ", payer="紫金保险（测试）")
    [paid] = queries.list_claims(story.at("insurer", date(2027, 4, 9)))
    assert (paid.state, paid.paid_minor, paid.paid_on) == ("paid", 5_000_000, date(2027, 4, 9))
    bill = story.invoice(date(2027, 4, 9))
    assert (bill.state, bill.open_minor) == ("partially_paid", 3_000_000)
    # subrogation: the firm owes the insurer what the university no longer claims
    system = story.at("system", date(2027, 4, 9))
    assert ledger.get_balance(system, f"recourse:{claim.id}") == 5_000_000
    assert ledger.get_balance(system, f"recourse_due:{claim.id}") == 5_000_000
    assert ledger.get_balance(system, f"receivable:{bill.id}") == 3_000_000
    assert [
        row["n"] for row in system.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'cover_paid'")
    ] == [1]
    assert story.case().state == "curing"
    sound(uow)

    # the firm pays the rest: 36 days on 50,000 and 47 days on 30,000 at 5 bps, less the 128,000 fen billed with the claim
    story.pay(date(2027, 4, 20))
    assert story.case(day=date(2027, 4, 20)).state == "cured"
    interest = [
        bill.amount_minor for bill in story.invoices(date(2027, 4, 20)) if bill.kind == "late_interest"
    ]
    assert interest == [128_000, 36 * 2_500 + 47 * 1_500 - 128_000]
    sound(uow)

    # and pays the insurer back, who says so
    day = date(2027, 5, 3)
    with pytest.raises(RepaidTooMuch):
        service.note_repayment(
            story.at("insurer", day),
            claim_id=claim.id,
            form=Repayment(amount_minor=5_000_001, bank_number="B0"),
        )
    with pytest.raises(Forbidden):
        service.note_repayment(
            story.at("firm", day), claim_id=claim.id, form=Repayment(amount_minor=1, bank_number="B0")
        )
    for _ in range(2):  # the same bank number counts once
        back = service.note_repayment(
            story.at("insurer", day),
            claim_id=claim.id,
            form=Repayment(amount_minor=2_000_000, bank_number="B1"),
        )
    assert (back.repaid_minor, ledger.get_balance(system, f"recourse:{claim.id}")) == (2_000_000, 3_000_000)
    sound(uow)


def test_a_receipt_without_the_reference_is_placed_by_a_person_and_another_sum_is_refused(
    uow: UnitOfWork,
) -> None:
    story = a_late_story(uow)
    claim = an_accepted_claim(story)
    day = date(2027, 4, 9)
    story.transfer(
        day, 4_999_999, f"{claim.reference}", payer="紫金保险（测试）"
    )  # a fen and more short: waits
    story.transfer(day, 5_000_000, "理赔款", payer="紫金保险（测试）")
    lines = {
        line.amount_minor: line.id
        for line in payments.list_bank_lines(story.at("officer", day), state=None, page=1, size=9).items
    }
    with pytest.raises(PaymentDiffers):
        service.settle_claim(story.at("officer", day), claim_id=claim.id, line_id=lines[4_999_999])
    with pytest.raises(Forbidden):
        service.settle_claim(story.at("insurer", day), claim_id=claim.id, line_id=lines[5_000_000])
    for _ in range(2):  # the same receipt again changes nothing
        paid = service.settle_claim(story.at("officer", day), claim_id=claim.id, line_id=lines[5_000_000])
    story.react()
    assert (paid.state, paid.paid_minor) == ("paid", 5_000_000)
    assert [row["n"] for row in story.uow.rows("SELECT count(*) AS n FROM cover_claim_part")] == [1]
    sound(uow)


def test_a_refused_claim_leaves_the_debt_and_another_may_follow(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    cover = a_cover(story)
    demanded(story)
    claim = a_claim(story, cover)
    day = date(2027, 4, 7)
    with pytest.raises(Forbidden), uow.session.begin_nested():
        service.refuse_claim(story.at("firm", day), claim_id=claim.id, reason="不同意")
    refused = service.refuse_claim(story.at("insurer", day), claim_id=claim.id, reason="催告函缺少送达回执")
    story.react()
    assert (refused.state, refused.refused_reason) == ("refused", "催告函缺少送达回执")
    assert story.invoice(day).open_minor == 8_000_000
    with pytest.raises(IllegalMove), uow.session.begin_nested():
        service.accept_claim(story.at("insurer", day), claim_id=claim.id)
    delivered(story)
    assert a_claim(story, cover, date(2027, 4, 8)).state == "filed"
    sound(uow)


def test_a_firm_that_pays_itself_ends_the_claim(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    claim = an_accepted_claim(story)
    story.pay(date(2027, 4, 8))
    [dropped] = queries.list_claims(story.at("officer", date(2027, 4, 8)))
    assert (dropped.id, dropped.state) == (claim.id, "dropped")
    # the insurer's transfer crossed it: it settles nothing and waits for a person
    story.transfer(date(2027, 4, 9), 5_000_000, claim.reference)
    assert ledger.get_balance(story.at("system", date(2027, 4, 9)), f"recourse:{claim.id}") == 0
    assert payments.sum_unmatched(story.at("officer", date(2027, 4, 9))).amount_minor == 5_000_000
    sound(uow)


def test_the_cap_of_a_cover_is_one_for_all_its_claims(uow: UnitOfWork) -> None:
    story = a_late_story(uow, instalments={"count": 2, "every_months": 3})
    cover = a_cover(story, cap_minor=4_000_000)
    demanded(story)
    first = a_claim(story, cover)
    assert first.asked_minor == 3_200_000  # 80 % of 40,000
    service.accept_claim(story.at("insurer", CLAIM_ON), claim_id=first.id)
    story.transfer(CLAIM_ON, 3_200_000, first.reference)
    story.pay(date(2027, 4, 6))
    # the second instalment arises on 2027-05-02 and is late from 2027-06-02
    billing.raise_due_invoices(story.at("system", date(2027, 5, 2)))
    assert service.open_cases(story.at("system", date(2027, 6, 2))) == 1
    demanded(story, date(2027, 6, 12))
    second = a_claim(story, cover, date(2027, 7, 2))
    assert second.asked_minor == 800_000  # what is left of 40,000
    sound(uow)


def test_other_providers_see_nothing(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    claim = an_accepted_claim(story)
    stranger = replace(story.provider, organization_id=a_provider(uow, name="别的机构"))
    other = replace(story.at("insurer", CLAIM_ON), actor=stranger)
    assert (queries.list_claims(other), queries.list_covers(other), queries.list_cases(other).items) == (
        [],
        [],
        [],
    )
    with pytest.raises(NotFound):
        service.refuse_claim(other, claim_id=claim.id, reason="越权")
