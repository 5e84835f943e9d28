"""Signatures that hold, and every way in which a file must fail (cases E01 to E05)."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyhanko.pdf_utils.generic import NameObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from marketplace.documents.schemas import SignatureRequest, Verification
from marketplace.documents.signing import LocalSigner
from marketplace.documents.typesetting import render_contract
from marketplace.documents.verification import verify_pdf
from tests.factories.contracts import contract_data

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NAMES = ("江苏科技大学（演示）", "昆山恒锐精密结构件有限公司（演示）")


def request(position: int) -> SignatureRequest:
    return SignatureRequest(
        position=position,
        party_count=2,
        organization_name=NAMES[position],
        uscc="12100000425006117P",
        person_name=("陆明", "㛃喆玥")[position],
        signed_at=AT,
    )


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> LocalSigner:
    return LocalSigner(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def revisions(signer: LocalSigner) -> tuple[bytes, bytes, bytes]:
    unsigned = render_contract(contract_data())
    once = signer.sign(unsigned, request(1))  # the firm signs first: order is free
    return unsigned, once, signer.sign(once, request(0))


@pytest.fixture
def check(signer: LocalSigner) -> Callable[..., Verification]:
    return lambda pdf, **expected: verify_pdf(pdf, trust_root=signer.trust_root(), **expected)


def test_both_signatures_hold_and_name_their_people(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    found = check(revisions[2], signers=NAMES)
    assert (found.valid, found.reason) == (True, "")
    assert [
        (s.organization_name, s.person_name, s.signed_at, s.intact, s.trusted) for s in found.signatures
    ] == [
        (NAMES[1], "㛃喆玥", AT, True, True),
        (NAMES[0], "陆明", AT, True, True),
    ]


def test_the_signature_tells_the_time_of_its_certificate(revisions: tuple[bytes, bytes, bytes]) -> None:
    """Readers that are not ours compare the two; the machine's clock is another one where a demo has moved its date."""
    for signature in PdfFileReader(io.BytesIO(revisions[2])).embedded_signatures:
        assert signature.self_reported_timestamp == AT
        assert signature.signer_cert.not_valid_before == AT


def test_each_revision_begins_with_the_one_before(revisions: tuple[bytes, bytes, bytes]) -> None:
    assert revisions[1].startswith(revisions[0])
    assert revisions[2].startswith(revisions[1])


def test_an_unsigned_file(revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]) -> None:
    assert check(revisions[0]).reason == "unsigned"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_one_changed_byte_of_the_text(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification], share: float
) -> None:
    place = int(len(revisions[0]) * share)
    changed = bytearray(revisions[2])
    changed[place] ^= 1
    found = check(bytes(changed), signers=NAMES)
    assert not found.valid
    assert found.reason in {"altered", "not_a_pdf"}


def test_a_changed_byte_in_the_padding_of_a_signature(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    # The signature itself lies in a gap that no signature covers; its zero padding must not hide anything.
    place = revisions[2].rindex(b"00>")
    assert check(revisions[2][:place] + b"01>" + revisions[2][place + 3 :]).reason == "altered"


def test_the_second_signature_cut_off(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    assert check(revisions[1]).valid
    assert check(revisions[1], signers=NAMES).reason == "signers_differ"


@pytest.mark.parametrize("tail", [b"\n", b"x", b"%PDF-1.7\n" * 100])
def test_bytes_after_the_end(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification], tail: bytes
) -> None:
    assert check(revisions[2] + tail, signers=NAMES).reason == "trailing_bytes"


def test_a_later_revision_that_changes_the_document(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(revisions[2]))
    writer.root[pdf_name("/Lang")] = pdf_string("en")
    writer.root[NameObject("/OpenAction")] = pdf_string("x")
    writer.update_root()  # type: ignore[no-untyped-call]
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    assert check(output.getvalue(), signers=NAMES).reason in {"altered", "trailing_bytes"}


def test_a_file_signed_under_another_authority(
    tmp_path: Path, revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    forged = LocalSigner(tmp_path).sign(LocalSigner(tmp_path).sign(revisions[0], request(0)), request(1))
    assert check(forged, signers=NAMES).reason == "untrusted"


def test_another_hash_than_the_recorded_one(
    revisions: tuple[bytes, bytes, bytes], check: Callable[..., Verification]
) -> None:
    assert check(revisions[2], sha256="0" * 64).reason == "hash_differs"
    assert check(revisions[2], sha256=check(revisions[2]).sha256).valid


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7", b"%PDF-1.7\n" + b"\x00" * 400])
def test_what_is_no_pdf(check: Callable[..., Verification], data: bytes) -> None:
    assert check(data).reason == "not_a_pdf"


def test_the_authority_is_created_once_and_kept(tmp_path: Path) -> None:
    assert LocalSigner(tmp_path).trust_root() == LocalSigner(tmp_path).trust_root()
    assert (tmp_path / "authority.pem").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["authority.pem"]
