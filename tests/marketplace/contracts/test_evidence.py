"""The evidence bundle proves what it says to a stranger with nothing but Python (cases E02, E03, E05, E07)."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from marketplace.contracts import evidence
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.evidence import make_bundle
from marketplace.documents.signing import LocalSigner
from marketplace.documents.standalone_verify import Broken, check
from marketplace.terms import terms_hash
from tests.factories.contracts import a_contract, a_running_contract, sign
from tests.factories.deals import Market, a_market


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def unpacked(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as container:
        return {name: container.read(name) for name in container.namelist()}


def test_it_holds_everything_and_verifies_alone(market: Market, tmp_path: Path) -> None:
    contract = a_running_contract(market)
    number, bundle = evidence.get_evidence(market.firm, contract_id=contract.id)
    files = unpacked(bundle)
    assert number == contract.number
    assert hashlib.sha256(files["contract.pdf"]).hexdigest() == contract.documents[-1].sha256
    assert hashlib.sha256(files["terms.json"]).hexdigest() == terms_hash(contract.terms)
    revisions = json.loads(files["revisions.json"])
    assert [r["sha256"] for r in revisions] == [d.sha256 for d in contract.documents]
    signers = json.loads(files["signers.json"])
    assert [(s["organization"], s["person"], s["method"]) for s in signers] == [
        ("江南大学", "陆明", "electronic"),
        ("试点高新区企业", "钱总", "electronic"),
    ]
    for signer in signers:
        assert hashlib.sha256(signer["declaration"].encode()).hexdigest() == signer["declaration_sha256"]
        assert contract.content_sha256 in signer["declaration"]
    moves = [event["what"] for event in json.loads(files["events.json"])]
    for what in ("submit", "accept", "agree_terms", "contract.drafted", "contract.signed", "take_effect"):
        assert what in moves
    assert {n for n in files if "/" in n} == {
        "certificates/Archive.cer", "certificates/Party_0.cer", "certificates/Party_1.cer", "stamps/Party_0.tst", "stamps/Party_1.tst",
    }  # fmt: skip
    (tmp_path / "evidence.zip").write_bytes(bundle)
    (tmp_path / "verify.py").write_bytes(files["verify.py"])
    root = hashlib.sha256(files["root.cer"]).hexdigest()
    command = [sys.executable, "-I", "-S", "verify.py", "evidence.zip", "--fingerprint", root]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "signed by 江南大学 / 陆明" in done.stdout
    assert done.stdout.count("stamped") == 4


@pytest.fixture
def files(market: Market) -> dict[str, bytes]:
    contract = a_running_contract(market)
    return unpacked(evidence.get_evidence(market.officer, contract_id=contract.id)[1])


def test_e07_any_item_removed_added_swapped_or_changed(files: dict[str, bytes]) -> None:
    assert len(check(files)) == 6
    for name in sorted(files):
        with pytest.raises((Broken, ValueError, IndexError, StopIteration)):
            check({other: data for other, data in files.items() if other != name})
        flipped = bytearray(files[name])
        flipped[len(flipped) // 2] ^= 1
        with pytest.raises((Broken, ValueError, IndexError, StopIteration)):
            check(files | {name: bytes(flipped)})
    with pytest.raises(Broken, match="was added"):
        check(files | {"more.txt": b"x"})
    with pytest.raises(Broken, match="swapped"):
        check(files | {"terms.json": files["content.json"], "content.json": files["terms.json"]})


def test_e05_another_root_than_the_expected_one(files: dict[str, bytes], tmp_path: Path) -> None:
    stranger = LocalSigner(tmp_path)
    listed = {name: files[name] for name in ("contract.pdf", "terms.json")}
    about = {key: json.loads(files["manifest.json"])[key] for key in ("number", "revisions", "signers")}
    at = datetime.fromisoformat(json.loads(files["manifest.json"])["made_at"])
    forged = unpacked(make_bundle(listed, about=about, signer=stranger, at=at))
    with pytest.raises(Broken, match="not issued by the root"):
        check(forged)
    with pytest.raises(Broken, match="another root"):
        check(files, "00" * 32)


def test_e02_e03_a_list_that_the_platform_signs_does_not_hide_a_wrong_contract(
    files: dict[str, bytes],
) -> None:
    manifest = json.loads(files["manifest.json"])
    about = {key: manifest[key] for key in ("number", "revisions", "signers")}
    at = datetime.fromisoformat(manifest["made_at"])

    def resealed(pdf: bytes) -> dict[str, bytes]:
        return unpacked(make_bundle({"contract.pdf": pdf}, about=about, signer=documents.signer(), at=at))

    assert check(resealed(files["contract.pdf"]))
    with pytest.raises(Broken, match="bytes follow"):
        check(resealed(files["contract.pdf"] + b"\n"))
    half = files["contract.pdf"][: manifest["revisions"][1]["size"]]
    with pytest.raises(Broken, match="not the beginning"):
        check(resealed(half))


def test_a_contract_under_signature_has_its_evidence_too(market: Market) -> None:
    contract = a_contract(market)
    assert check(unpacked(evidence.get_evidence(market.firm, contract_id=contract.id)[1]))
    sign(market.firm, contract)
    lines = check(unpacked(evidence.get_evidence(market.firm, contract_id=contract.id)[1]))
    assert sum("signed by 试点高新区企业" in line for line in lines) == 1


def test_strangers_get_nothing(market: Market) -> None:
    contract = a_contract(market)
    with pytest.raises(NotFound):
        evidence.get_evidence(market.outsider, contract_id=contract.id)
