"""Evidence: what a person chose goes to the bank once, whatever is cut off where; late, large and refused packs change nothing."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from finance.disputes import completer, queries, service
from finance.disputes.errors import EvidenceTooLarge, EvidenceTooLate
from finance.disputes.schemas import NewEvidence, PaymentDisputeState as S
from marketplace.contracts import service as contracts
from marketplace.core.ids import new_id
from marketplace.core.problems import IllegalMove, InvalidInput, NotFound
from marketplace.documents import queries as files
from tests.finance.disputes.conftest import Court

TEXT = "许可已交付并使用十二个月，有合同与账单为证"


def a_scan(court: Court, size: int = 400) -> NewEvidence:
    """A proof of use, handed in for the contract."""
    scan = contracts.hand_in_file(
        court.bill.officer,
        contract_id=court.bill.invoice.contract_id,
        data=b"%PDF-1.7 " + b"x" * size,
        name="使用证明.pdf",
    )
    return NewEvidence(text=TEXT, use_file_id=scan.file_id)


@pytest.mark.fault("P26")
def test_contract_bill_and_proof_of_use_reach_the_bank_as_they_were_kept(court: Court) -> None:
    view = court.opened()
    assert view.moves == ["send"]
    sent = court.send(view, use_file_id=a_scan(court).use_file_id)

    assert (sent.state, sent.evidence_text, sent.sent_by_name, sent.sent_on) == (
        S.EVIDENCE_SENT, TEXT, "陆明", court.system.today,
    )  # fmt: skip
    told = court.at_provider(view)
    assert (told["status"], told["evidence_details"]["submission_count"]) == ("under_review", 1)
    assert told["evidence"]["uncategorized_text"] == TEXT
    assert court.bill.invoice.number in told["evidence"]["product_description"]
    parts = {"contract": "customer_signature", "bill": "receipt", "use": "service_documentation"}
    stored = {file["id"]: file for file in court.double.books()["file"]}
    assert [file.part for file in sent.evidence_files] == list(parts)
    for file in sent.evidence_files:
        _, data = files.read_file(court.bill.officer, file_id=file.file_id)
        assert hashlib.sha256(data).hexdigest() == file.sha256
        assert stored[told["evidence"][parts[file.part]]]["size"] == file.size == len(data)
    with pytest.raises(IllegalMove):
        court.send(sent)
    court.decide(court.ref(view), "win")
    court.hear(*court.news(court.ref(view)))
    assert court.of(court.ref(view)).state == S.WON


@pytest.mark.fault("P26")
@pytest.mark.parametrize("fault", ["drop-after-work", "500-after-work", "drop", "500", "429"])
def test_evidence_that_was_cut_off_is_found_out_and_sent_once(court: Court, fault: str) -> None:
    view = court.opened()
    court.double.fault("POST disputes/{id}", fault, times=3)
    sending = court.send(view)
    assert (sending.state, sending.moves) == (S.SENDING, [])

    court.double.mend()
    later = replace(court.system, now=court.system.now + timedelta(minutes=2))
    while completer.complete_disputes(later, gateway=court.double.gateway):
        pass
    assert queries.get_dispute(court.bill.officer, dispute_id=view.id).state == S.EVIDENCE_SENT
    assert court.at_provider(view)["evidence_details"]["submission_count"] == 1


@pytest.mark.fault("P26")
def test_a_crash_before_the_provider_was_asked_is_finished_by_the_clock(court: Court) -> None:
    view = court.opened()
    service.send_evidence(court.bill.officer, dispute_id=view.id, form=NewEvidence(text=TEXT, contract=False))
    court.system.session.commit()  # and here we die
    assert court.at_provider(view)["status"] == "needs_response"

    later = replace(court.system, now=court.system.now + timedelta(minutes=2))
    assert completer.complete_disputes(later, gateway=court.double.gateway) == 1
    assert completer.complete_disputes(later, gateway=court.double.gateway) == 0
    assert court.at_provider(view)["status"] == "under_review"
    assert queries.get_dispute(court.bill.officer, dispute_id=view.id).state == S.EVIDENCE_SENT


def test_a_notice_that_is_quicker_than_the_answer_says_the_same(court: Court) -> None:
    view = court.opened()
    service.send_evidence(court.bill.officer, dispute_id=view.id, form=NewEvidence(text=TEXT, contract=False))
    answer = service.ask(court.double.gateway, service.evidence_of(court.system, view.id))
    court.hear(court.news(court.ref(view))[-1])
    service.record_answer(court.system, dispute_id=view.id, answer=answer)
    assert queries.get_dispute(court.bill.officer, dispute_id=view.id).state == S.EVIDENCE_SENT


def test_a_day_later_what_the_provider_does_not_have_is_sent_again_by_a_person(court: Court) -> None:
    view = court.opened()
    court.double.fault("POST disputes/{id}", "drop", times=3)
    court.send(view)
    court.double.mend()
    tomorrow = timedelta(days=1)
    later = replace(court.system, now=court.system.now + tomorrow, wall=court.system.wall + tomorrow)
    assert completer.complete_disputes(later, gateway=court.double.gateway) == 1
    back = queries.get_dispute(court.bill.officer, dispute_id=view.id)
    assert (back.state, back.moves, back.last_error) == (
        S.OPENED, ["send"], "not at the provider: to be sent again by a person",
    )  # fmt: skip
    assert court.send(back, text="第二次提交：许可已交付并使用").state == S.EVIDENCE_SENT


def test_too_late_too_large_or_somebody_elses_file_sends_nothing(court: Court) -> None:
    view = court.opened(days=2)
    with pytest.raises(EvidenceTooLarge) as refused, court.system.session.begin_nested():
        service.send_evidence(court.bill.officer, dispute_id=view.id, form=a_scan(court, 5_000_000))
    assert refused.value.params()["limit_mb"] == 4.5
    strange = NewEvidence(text=TEXT, use_file_id=new_id())
    with pytest.raises(InvalidInput), court.system.session.begin_nested():
        service.send_evidence(court.bill.officer, dispute_id=view.id, form=strange)
    with pytest.raises(NotFound):
        service.send_evidence(court.bill.firm, dispute_id=view.id, form=NewEvidence(text=TEXT))
    late = replace(court.bill.officer, now=court.system.now + timedelta(days=3))
    with pytest.raises(EvidenceTooLate):
        service.send_evidence(late, dispute_id=view.id, form=NewEvidence(text=TEXT))
    assert queries.get_dispute(court.bill.officer, dispute_id=view.id).state == S.OPENED
    assert court.at_provider(view)["evidence"] == {}


def test_the_platform_answers_as_well(court: Court) -> None:
    view = court.opened()
    admin = court.admin
    assert queries.get_dispute(admin, dispute_id=view.id).moves == ["send"]
    service.send_evidence(admin, dispute_id=view.id, form=NewEvidence(text=TEXT, bill=False))
    assert queries.get_dispute(admin, dispute_id=view.id).sent_by_name == "平台"
