"""`xianyong verify`: the cases E01 to E08 of the catalogue as somebody meets them who only has a file."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from marketplace.app.cli import app
from marketplace.core import settings as core_settings
from marketplace.documents.evidence import make_bundle
from marketplace.documents.schemas import SignatureRequest
from marketplace.documents.signing import LocalSigner
from marketplace.documents.typesetting import render_contract
from tests.factories.contracts import contract_data

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NAMES = ("江苏科技大学（演示）", "昆山恒锐精密结构件有限公司（演示）")


def request(position: int) -> SignatureRequest:
    return SignatureRequest(
        position=position, party_count=2, organization_name=NAMES[position], uscc="12100000425006117P",
        person_name=("陆明", "钱总")[position], signed_at=AT,
    )  # fmt: skip


def signed_by(signer: LocalSigner) -> tuple[bytes, bytes]:
    once = signer.sign(render_contract(contract_data()), request(0))
    return once, signer.archive(signer.sign(once, request(1)), AT)


class Case:
    """A signed contract, its bundle, and the root certificate as a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.signer = LocalSigner(folder / "authority")
        self.once, self.pdf = signed_by(self.signer)
        self.root = folder / "root.cer"
        self.root.write_bytes(self.signer.trust_root())
        revisions = [
            {"position": i, "sha256": hashlib.sha256(pdf).hexdigest(), "size": len(pdf)}
            for i, pdf in enumerate((self.once, self.pdf))
        ]
        about = {"number": "HT-2026-000123", "revisions": revisions, "signers": list(NAMES)}
        self.bundle = make_bundle({"contract.pdf": self.pdf}, about=about, signer=self.signer, at=AT)

    def verify(self, data: bytes, *options: str) -> tuple[int, dict[str, Any]]:
        file = self.folder / "file"
        file.write_bytes(data)
        done = CliRunner().invoke(app, ["verify", str(file), "--root", str(self.root), "--json", *options])
        assert done.output.count("\n") == 1, done.output
        return done.exit_code, json.loads(done.output)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(tmp_path_factory.mktemp("verify"))


def test_a_whole_contract(case: Case) -> None:
    code, found = case.verify(case.pdf, "--locale", "en")
    assert (code, found["valid"], found["reason"], found["kind"]) == (0, True, "", "pdf")
    assert found["sha256"] == hashlib.sha256(case.pdf).hexdigest()
    assert [line.split(" (")[0] for line in found["proves"][:2]] == [f"signed by {n}" for n in NAMES]
    assert found["proves"][2].startswith(
        "archive time stamp 2026-11-23T09:30:00"
    )  # E08: days after the certificates ended


def test_a_whole_bundle(case: Case) -> None:
    code, found = case.verify(case.bundle)
    assert (code, found["valid"], found["kind"], found["number"]) == (0, True, "evidence", "HT-2026-000123")
    assert len(found["signatures"]) == 2


@pytest.mark.parametrize("share", [0.2, 0.7, 0.95])
def test_e01_a_flipped_byte(case: Case, share: float) -> None:
    changed = bytearray(case.pdf)
    changed[int(len(changed) * share)] ^= 1
    code, found = case.verify(bytes(changed))
    assert (code, found["valid"]) == (1, False)
    assert found["reason"] in {"altered", "not_a_pdf", "untrusted"}


def test_e03_appended_bytes(case: Case) -> None:
    code, found = case.verify(case.pdf + b"\n")
    assert (code, found["reason"]) == (1, "trailing_bytes")


def test_e05_a_foreign_root(case: Case, tmp_path: Path) -> None:
    _, forged = signed_by(LocalSigner(tmp_path))
    code, found = case.verify(forged)
    assert (code, found["reason"]) == (1, "untrusted")


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n"])
def test_what_is_no_contract(case: Case, data: bytes) -> None:
    code, found = case.verify(data)
    assert (code, found["reason"]) == (1, "not_a_pdf")


def test_an_unsigned_file(case: Case) -> None:
    code, found = case.verify(render_contract(contract_data()))
    assert (code, found["reason"]) == (1, "unsigned")


def _without(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.pop(name) and None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_without("contract.pdf"), "contract.pdf is missing"),
        (_without("README.txt"), "README.txt was removed"),
        (lambda f: f.update({"README.txt": f["verify.py"]}), "README.txt was changed or swapped"),
        (lambda f: f.update({"extra": b"x"}), "extra was added"),
        (
            lambda f: f.update({"contract.pdf": f["contract.pdf"] + b"\n"}),
            "contract.pdf was changed or swapped",
        ),
    ],
)
def test_e07_a_bundle_with_an_item_removed_or_swapped(
    case: Case, tmp_path: Path, change: Callable[[dict[str, bytes]], None], words: str
) -> None:
    whole = tmp_path / "whole.zip"
    whole.write_bytes(case.bundle)
    with zipfile.ZipFile(whole) as container:
        files = {name: container.read(name) for name in container.namelist()}
    change(files)
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(broken, "w") as container:
        for name, data in files.items():
            container.writestr(name, data)
    code, found = case.verify(broken.read_bytes())
    assert (code, found["reason"], found["explanation"]) == (1, "evidence_broken", words)


def test_e02_a_bundle_around_the_first_revision_alone(case: Case) -> None:
    # valid as a PDF, yet not what both signed
    assert case.verify(case.once)[1]["valid"]
    revisions = [{"position": 0, "sha256": hashlib.sha256(case.once).hexdigest(), "size": len(case.once)}]
    about = {"number": "HT-2026-000123", "revisions": revisions, "signers": list(NAMES)}
    bundle = make_bundle({"contract.pdf": case.once}, about=about, signer=case.signer, at=AT)
    code, found = case.verify(bundle)
    assert (code, found["valid"]) == (1, False)
    assert "not all parties" in found["explanation"]


def test_without_a_root_it_says_what_to_do(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "contract.pdf"
    file.write_bytes(case.pdf)
    before = core_settings.settings().home
    core_settings.override(XIANYONG_HOME=str(tmp_path / "nowhere"))
    try:
        done = CliRunner().invoke(app, ["verify", str(file)])
    finally:
        core_settings.override(XIANYONG_HOME=str(before))
    assert done.exit_code == 1
    assert isinstance(done.exception, LookupError)
    assert "--root" in str(done.exception)
    assert not (tmp_path / "nowhere").exists()
