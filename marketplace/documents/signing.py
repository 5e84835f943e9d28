"""Signatures in PDF files: a port with a local certificate authority behind it, and the check that anybody can make.

A certificate is issued for one signing and its key is dropped afterwards, so nobody else can ever use it
(电子签名法 §13). Each signature carries a time stamp; the last one is followed by an archive stamp over certificates and
revocation list, so that the file can be checked when all certificates have run out (PAdES B-T, then B-LTA).
A licensed provider takes the place of `LocalSigner` behind the same port.
"""

import io
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from asn1crypto import crl as asn1_crl, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import StaticStampStyle

from marketplace.documents.schemas import SignatureRequest
from marketplace.documents.timestamping import LocalTimeStamper, TimeAuthority
from marketplace.documents.typesetting import render_seal, seal_box

FIELD = "Party_{}"
_LIFETIME = timedelta(minutes=15)


class Signer(Protocol):
    """Whoever can put a party's signature on a file."""

    def sign(self, pdf: bytes, request: SignatureRequest) -> bytes:
        """Return the file with one more signature as a new revision; the earlier bytes stay as they are."""

    def archive(self, pdf: bytes, at: datetime) -> bytes:
        """Return a file that all have signed with what is needed to check it for ever, and a stamp over all of it."""

    def seal_with(self, data: Callable[[bytes], bytes], at: datetime) -> "Seal":
        """Return the platform's own detached signature, stamped, over what `data` makes of its certificate (DER)."""

    def trust_root(self) -> bytes:
        """Return the certificate (DER) under which these signatures can be checked."""


class Seal(NamedTuple):
    """A detached ECDSA signature (DER, P-256, SHA-256), its certificate (DER) and a time-stamp token over the signature."""

    signature: bytes
    certificate: bytes
    stamp: bytes


class _DatedSigner(PdfSigner):
    """Says the product's time of signing: by the machine's, a demo that moved its date would sign outside the certificate."""

    at: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False,  # noqa: FBT001, FBT002 - as its base
    ) -> PdfSigningSession:  # fmt: skip
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


class LocalSigner:
    """A certificate authority in one file below the data folder: makes any change detectable, is not a licensed CA."""

    def __init__(self, folder: Path, *, time: TimeAuthority | None = None) -> None:
        self._file = folder / "authority.pem"
        self._time_file = folder / "time.pem"
        self._time = time or self

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
        _write_once(self._file, _private_pem(key) + certificate.public_bytes(serialization.Encoding.PEM))

    @cached_property
    def _stamping(self) -> tuple[ec.EllipticCurvePrivateKey, asn1_x509.Certificate]:
        authority_key, authority = self._authority
        if not self._time_file.exists():
            key = ec.generate_private_key(ec.SECP256R1())
            certificate = (
                _builder(
                    _name("先用平台时间戳", "先用平台", ""), authority.subject, key.public_key(),
                    authority.not_valid_before_utc, timedelta(days=365 * 59),
                )
                .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
                .add_extension(_usage(signs_certificates=False), critical=True)
                .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
                .sign(authority_key, hashes.SHA256())
            )  # fmt: skip
            _write_once(
                self._time_file, _private_pem(key) + certificate.public_bytes(serialization.Encoding.PEM)
            )
        pem = self._time_file.read_bytes()
        stored = serialization.load_pem_private_key(pem, password=None)
        if not isinstance(stored, ec.EllipticCurvePrivateKey):
            raise TypeError("the time authority's key must be an elliptic curve key")
        return stored, _asn1(x509.load_pem_x509_certificate(pem))

    def stamper(self, at: datetime) -> LocalTimeStamper:
        """Return the local time authority's stamper for an instant."""
        key, certificate = self._stamping
        return LocalTimeStamper(certificate, key, at)

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
            signer = _DatedSigner(
                metadata,
                signer=self._one_time_signer(request),
                stamp_style=style,
                timestamper=self._time.stamper(request.signed_at),
            )
            signer.at = request.signed_at
            output: io.BytesIO = signer.sign_pdf(writer)
        return output.getvalue()

    def archive(self, pdf: bytes, at: datetime) -> bytes:
        """Return a signed file with all certificates, the revocation list of today and an archive stamp over everything."""
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        authority_key, authority = self._authority
        revoked = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(authority.subject)
            .last_update(at)
            .next_update(at + timedelta(days=1))
            .sign(authority_key, hashes.SHA256())
        )
        certificates = [_asn1(authority), self._stamping[1]]
        certificates += [signature.signer_cert for signature in writer.prev.embedded_regular_signatures]
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=certificates,
            crls=[asn1_crl.CertificateList.load(revoked.public_bytes(serialization.Encoding.DER))],
        )
        stamped: io.BytesIO = PdfTimeStamper(self._time.stamper(at), field_name="Archive").timestamp_pdf(
            writer, "sha256"
        )
        return stamped.getvalue()

    def seal_with(self, data: Callable[[bytes], bytes], at: datetime) -> Seal:
        """Return the platform's own signature over what `data` makes of its certificate; the key is made for it and dropped."""
        authority_key, authority = self._authority
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = (
            _builder(
                _name("先用平台证据包", "先用平台", ""), authority.subject, key.public_key(), at, _LIFETIME
            )
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .sign(authority_key, hashes.SHA256())
        )
        der = certificate.public_bytes(serialization.Encoding.DER)
        signature = key.sign(data(der), ec.ECDSA(hashes.SHA256()))
        return Seal(signature, der, self.stamper(at).token(signature))

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


def certificate_der(data: bytes) -> bytes:
    """Return the first certificate of a PEM file as DER; DER stays as it is."""
    if b"-----BEGIN" not in data:
        return data
    return x509.load_pem_x509_certificate(data).public_bytes(serialization.Encoding.DER)


def _write_once(path: Path, data: bytes) -> None:
    """Write a file for its owner alone, even when two processes try: the first to get the name wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        Path(temporary).unlink()


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


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
