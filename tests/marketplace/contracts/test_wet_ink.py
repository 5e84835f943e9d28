"""Signing on paper: a scan a party, confirmed by the other side, called weaker evidence."""

import io
import json
import zipfile
from dataclasses import replace
from uuid import UUID

import pytest

from marketplace.contracts import evidence, service
from marketplace.contracts.errors import ContentChanged, ScanAnswered, ScanNotReadable
from marketplace.contracts.schemas import ContractView
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files
from marketplace.documents.standalone_verify import check
from tests.factories.contracts import a_contract, sign
from tests.factories.deals import Market, a_market

PDF = b"%PDF-1.7\nscan of the firm"
JPEG = b"\xff\xd8\xff\xe0scan of the university"


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def upload(uow: UnitOfWork, contract: ContractView, data: bytes = PDF) -> ContractView:
    return service.upload_scan(
        uow, contract_id=contract.id, content_sha256=contract.content_sha256, data=data
    )


def confirm(uow: UnitOfWork, contract: ContractView, scan_id: UUID) -> ContractView:
    return service.confirm_scan(uow, contract_id=contract.id, scan_id=scan_id)


def test_two_confirmed_scans_make_a_contract(market: Market) -> None:
    contract = a_contract(market)
    half = upload(market.firm, contract)
    assert (half.state, half.scans[0].may_answer) == ("signing", False)
    half = confirm(market.officer, half, half.scans[0].id)
    assert [(p.method, bool(p.signed_at)) for p in half.parties] == [
        ("electronic", False),
        ("wet_ink", True),
    ]
    half = upload(market.officer, half, JPEG)
    done = confirm(market.firm, half, half.scans[1].id)
    assert (done.state, done.effective_on) == ("in_use_free", market.uow.today)
    assert [p.signer_name for p in done.parties] == ["陆明", "钱总"]
    view, data = files.read_file(market.firm, file_id=done.scans[1].file_id)
    assert (view.media_type, data) == ("image/jpeg", JPEG)


def test_paper_and_electronic_signatures_mix_and_the_evidence_tells_them_apart(market: Market) -> None:
    contract = a_contract(market)
    half = upload(market.officer, contract)
    half = confirm(market.firm, half, half.scans[0].id)
    done = sign(market.firm, half)
    assert done.state == "in_use_free"
    _, bundle = evidence.get_evidence(market.firm, contract_id=contract.id)
    with zipfile.ZipFile(io.BytesIO(bundle)) as container:
        found = {name: container.read(name) for name in container.namelist()}
    assert check(found)
    assert found["scans/1.pdf"] == PDF
    signers = json.loads(found["signers.json"])
    assert [s["method"] for s in signers] == ["wet_ink", "electronic"]
    assert "证明力弱于电子签名" in signers[0]["note"]
    assert json.loads(found["manifest.json"])["signers"] == ["试点高新区企业"]
    pdf = files.read_file(market.firm, file_id=done.documents[-1].file_id)[1]
    assert service.verify_file(market.uow, pdf=pdf).valid


def test_the_own_side_confirms_nothing(market: Market) -> None:
    half = upload(market.firm, a_contract(market))
    with pytest.raises(Forbidden):
        confirm(market.firm, half, half.scans[0].id)
    with pytest.raises(NotFound):
        confirm(market.outsider, half, half.scans[0].id)
    assert half.parties[1].signed_at is None


def test_a_rejected_scan_is_replaced_by_a_better_one(market: Market) -> None:
    half = upload(market.firm, a_contract(market))
    half = service.reject_scan(
        market.officer, contract_id=half.id, scan_id=half.scans[0].id, reason="缺第三页"
    )
    assert (half.scans[0].state, half.scans[0].reason) == ("rejected", "缺第三页")
    with pytest.raises(ScanAnswered):
        confirm(market.officer, half, half.scans[0].id)
    half = upload(market.firm, half, PDF + b"2")
    half = upload(market.firm, half, PDF + b"3")
    assert [s.state for s in half.scans] == ["rejected", "replaced", "waiting"]
    with pytest.raises(ScanAnswered):
        confirm(market.officer, half, half.scans[1].id)
    assert confirm(market.officer, half, half.scans[2].id).parties[1].method == "wet_ink"


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04"])
def test_what_is_no_scan_changes_nothing(market: Market, data: bytes) -> None:
    contract = a_contract(market)
    with pytest.raises(ScanNotReadable):
        upload(market.firm, contract, data)
    assert upload(market.firm, contract).scans[0].state == "waiting"


def test_not_another_text_not_twice_not_without_the_right(market: Market) -> None:
    contract = a_contract(market)
    with pytest.raises(ContentChanged):
        upload(market.firm, contract.model_copy(update={"content_sha256": "0" * 64}))
    weak = replace(market.firm.actor, permissions=market.firm.actor.permissions - {"contract.sign"})
    with pytest.raises(Forbidden):  # case E06: without the fresh second factor the permission is missing
        upload(market.acting(weak), contract)
    with pytest.raises(Forbidden):
        sign(market.acting(weak), contract)
    sign(market.firm, contract)
    with pytest.raises(IllegalMove):
        upload(market.firm, contract)
