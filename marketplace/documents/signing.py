"""Signatures in PDF files: a port with a local certificate authority behind it, and the check that anybody can make.

A certificate is issued for one signing and its key is dropped afterwards, so nobody else can ever use it
(电子签名法 §13). A licensed provider takes the place of `LocalSigner` behind the same port.
"""

import io
import os
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.stamp import StaticStampStyle

from marketplace.documents.schemas import SignatureRequest
from marketplace.documents.typesetting import render_seal, seal_box

FIELD = "Party_{}"
_LIFETIME = timedelta(minutes=15)


class Signer(Protocol):
    """Whoever can put a party's signature on a file."""

    def sign(self, pdf: bytes, request: SignatureRequest) -> bytes:
        """Return the file with one more signature as a new revision; the earlier bytes stay as they are."""

    def trust_root(self) -> bytes:
        """Return the certificate (DER) under which these signatures can be checked."""


class LocalSigner:
    """A certificate authority in one file below the data folder: makes any change detectable, is not a licensed CA."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "authority.pem"

    @cached_property
    def _authority(self) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        if not self._file.exists():
            self._create()
        pem = self._file.read_bytes()
        key = serialization.load_pem_private_key(pem, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise TypeError("the authority's key must be an elliptic curve key")
        return key, x509.load_pem_x509_certificate(pem)

    def _create(self) -> None:
        """Create the authority once, even when two processes try: the first file to get its name wins."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name("先用平台签名根证书", "先用平台", "")
        certificate = (
            _builder(name, name, key.public_key(), datetime(2020, 1, 1, tzinfo=UTC), timedelta(days=365 * 60))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_certificates=True), critical=True)
            .sign(key, hashes.SHA256())
        )
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self._file.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(_private_pem(key) + certificate.public_bytes(serialization.Encoding.PEM))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, self._file)
        except FileExistsError:
            pass
        finally:
            Path(temporary).unlink()

    def trust_root(self) -> bytes:
        """Return the certificate (DER) under which these signatures can be checked."""
        return self._authority[1].public_bytes(serialization.Encoding.DER)

    def sign(self, pdf: bytes, request: SignatureRequest) -> bytes:
        """Return the file with one more PAdES signature and its visible stamp on the last page.

        The first signature certifies the file: afterwards only the prepared signature fields may be filled.
        """
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        first = not writer.prev.embedded_signatures
        if first:
            for position in range(request.party_count):
                box = seal_box(position)
                append_signature_field(writer, SigFieldSpec(FIELD.format(position), box=box, on_page=-1))
        metadata = PdfSignatureMetadata(
            field_name=FIELD.format(request.position),
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        with tempfile.NamedTemporaryFile(suffix=".pdf") as seal:
            seal.write(render_seal(request))
            seal.flush()
            style = StaticStampStyle(background=ImportedPdfPage(seal.name), border_width=0)  # type: ignore[no-untyped-call]
            signer = PdfSigner(metadata, signer=self._one_time_signer(request), stamp_style=style)
            output: io.BytesIO = signer.sign_pdf(writer)
        return output.getvalue()

    def _one_time_signer(self, request: SignatureRequest) -> SimpleSigner:
        authority_key, authority = self._authority
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _name(request.person_name, request.organization_name, request.uscc)
        certificate = (
            _builder(subject, authority.subject, key.public_key(), request.signed_at, _LIFETIME)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .sign(authority_key, hashes.SHA256())
        )
        bundle = pkcs12.serialize_key_and_certificates(
            b"once", key, certificate, [authority], serialization.NoEncryption()
        )
        signer: SimpleSigner | None = SimpleSigner.load_pkcs12_data(bundle, other_certs=[])
        if signer is None:
            raise ValueError("the one-time key could not be loaded")
        return signer


def _name(common: str, organization: str, uscc: str) -> x509.Name:
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization[:64]),
        x509.NameAttribute(NameOID.COMMON_NAME, common[:64]),
    ]
    return x509.Name([*parts, x509.NameAttribute(NameOID.SERIAL_NUMBER, uscc)] if uscc else parts)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    valid_from: datetime,
    lifetime: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(valid_from + lifetime)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
