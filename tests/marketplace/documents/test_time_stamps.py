"""Time stamps, the archive stamp, and the attacks of the catalogue that concern them (cases E04, E05, E08)."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from marketplace.documents.schemas import SignatureRequest, Verification
from marketplace.documents.signing import LocalSigner
from marketplace.documents.typesetting import render_contract
from marketplace.documents.verification import verify_pdf
from tests.factories.contracts import contract_data

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = AT + timedelta(hours=3)
NAMES = ("江苏科技大学（演示）", "昆山恒锐精密结构件有限公司（演示）")


def request(position: int, at: datetime = AT) -> SignatureRequest:
    return SignatureRequest(
        position=position,
        party_count=2,
        organization_name=NAMES[position],
        uscc="12100000425006117P",
        person_name=("陆明", "㛃喆玥")[position],
        signed_at=at,
    )


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> LocalSigner:
    return LocalSigner(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def signed(signer: LocalSigner) -> bytes:
    return signer.sign(signer.sign(render_contract(contract_data()), request(0)), request(1, LATER))


@pytest.fixture(scope="module")
def archived(signer: LocalSigner, signed: bytes) -> bytes:
    return signer.archive(signed, LATER)


@pytest.fixture
def check(signer: LocalSigner) -> Callable[..., Verification]:
    return lambda pdf, **expected: verify_pdf(pdf, trust_root=signer.trust_root(), **expected)


def test_each_signature_carries_a_stamp_of_its_instant(
    signed: bytes, check: Callable[..., Verification]
) -> None:
    found = check(signed, signers=NAMES)
    assert (found.valid, [s.stamped_at for s in found.signatures]) == (True, [AT, LATER])
    assert found.archived_at is None


def test_e08_the_archive_stamp_covers_certificates_and_revocation_list(
    archived: bytes, signed: bytes, check: Callable[..., Verification]
) -> None:
    # The certificates ran out fifteen minutes after each signature, days before this test runs.
    found = check(archived, signers=NAMES)
    assert (found.valid, found.reason, found.archived_at) == (True, "", LATER)
    assert archived.startswith(signed)
    store = PdfFileReader(io.BytesIO(archived)).root["/DSS"]
    assert (len(store["/Certs"]), len(store["/CRLs"])) == (
        4,
        1,
    )  # root, time authority, two signers; one list


@pytest.mark.parametrize("tail", [b"\n", b"x", b"%PDF-1.7\n" * 100])
def test_e03_bytes_after_the_archive_stamp(
    archived: bytes, check: Callable[..., Verification], tail: bytes
) -> None:
    assert check(archived + tail, signers=NAMES).reason == "trailing_bytes"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.97])
def test_e01_one_changed_byte(archived: bytes, check: Callable[..., Verification], share: float) -> None:
    changed = bytearray(archived)
    changed[int(len(archived) * share)] ^= 1
    assert not check(bytes(changed), signers=NAMES).valid


def test_e02_a_signature_removed(signed: bytes, check: Callable[..., Verification]) -> None:
    first = signed[: signed.rindex(b"%%EOF", 0, len(signed) - 10)] + b"%%EOF\n"
    assert check(first, signers=NAMES).reason in {"signers_differ", "unsigned", "trailing_bytes"}


def test_e04_a_page_replaced_after_signing(archived: bytes, check: Callable[..., Verification]) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(archived))
    page, _ = writer.find_page_for_modification(0)
    content = StreamObject(stream_data=b"BT /F 12 Tf (0.00) Tj ET")
    page.get_object()[NameObject("/Contents")] = writer.add_object(content)
    writer.mark_update(page)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    assert check(output.getvalue(), signers=NAMES).reason == "altered"


def test_e05_a_stamp_of_ones_own_making(
    tmp_path: Path, signer: LocalSigner, check: Callable[..., Verification]
) -> None:
    foreign = LocalSigner(tmp_path)
    folder = signer._file.parent
    mixed = LocalSigner(folder, time=foreign)
    pdf = mixed.sign(mixed.sign(render_contract(contract_data()), request(0)), request(1))
    assert check(pdf, signers=NAMES).reason == "untrusted"
    honest = signer.sign(signer.sign(render_contract(contract_data()), request(0)), request(1))
    assert check(mixed.archive(honest, AT), signers=NAMES).reason == "untrusted"


class Backdating:
    """A time authority that stamps an instant before the certificate began."""

    def __init__(self, honest: LocalSigner) -> None:
        self._honest = honest

    def stamper(self, at: datetime) -> Any:
        return self._honest.stamper(at - timedelta(days=30))


def test_e05_a_stamp_from_before_the_certificate(
    signer: LocalSigner, check: Callable[..., Verification]
) -> None:
    backdated = LocalSigner(signer._file.parent, time=Backdating(signer))
    pdf = backdated.sign(backdated.sign(render_contract(contract_data()), request(0)), request(1))
    assert check(pdf, signers=NAMES).reason == "untrusted"


def test_e05_a_root_of_ones_own_making(tmp_path: Path, check: Callable[..., Verification]) -> None:
    foreign = LocalSigner(tmp_path)
    pdf = foreign.sign(foreign.sign(render_contract(contract_data()), request(0)), request(1))
    assert check(foreign.archive(pdf, AT), signers=NAMES).reason == "untrusted"


def test_keys_are_readable_by_their_owner_alone(signer: LocalSigner, archived: bytes) -> None:
    del archived
    for name in ("authority.pem", "time.pem"):
        assert (signer._file.parent / name).stat().st_mode & 0o077 == 0
