"""What a signed file proves, told without trusting the file."""

import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from marketplace.documents.schemas import SignatureView, Verification


def verify_pdf(
    pdf: bytes, *, trust_root: bytes, signers: Sequence[str] | None = None, sha256: str | None = None
) -> Verification:
    """Return whether a file carries intact, trusted signatures that cover all of it.

    `signers` are the organizations that must have signed, in any order; `sha256` is the hash the file must have.
    Reasons: `not_a_pdf`, `unsigned`, `altered`, `untrusted`, `trailing_bytes`, `signers_differ`, `hash_differs`.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        found = [
            (_check(signature, pdf, trust_root), signature)
            for signature in reader.embedded_regular_signatures
        ]
        archived = _archived(reader, pdf, trust_root)
        last = reader.embedded_signatures[-1] if found else None
    except (PdfError, ArithmeticError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return Verification(valid=False, reason="not_a_pdf", sha256=digest, signatures=())
    views = tuple(view for view, _ in found)
    whole = last is not None and last.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    reason = _reason(
        views, whole=whole, stamps_hold=archived is not False, digest=digest, signers=signers, sha256=sha256
    )
    return Verification(
        valid=not reason, reason=reason, sha256=digest, signatures=views, archived_at=archived or None
    )


def _archived(reader: PdfFileReader, pdf: bytes, trust_root: bytes) -> datetime | Literal[False] | None:
    """Return the instant of the last archive stamp, None without one, False when one does not hold."""
    last: datetime | None = None
    root = next(load_certs_from_pemder_data(trust_root))
    for stamp in reader.embedded_timestamp_signatures:
        context = ValidationContext(trust_roots=[root], allow_fetching=False, moment=_stamped(stamp))
        try:
            status = validate_pdf_timestamp(stamp, context)
        except (SignatureValidationError, PdfError):
            return False
        if not (status.intact and status.valid and status.trusted and _gap_is_clean(stamp, pdf)):
            return False
        last = status.timestamp
    return last


def _stamped(stamp: Any) -> datetime:
    moment: datetime = stamp.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    return moment


def _check(signature: Any, pdf: bytes, trust_root: bytes) -> SignatureView:
    certificate = signature.signer_cert
    subject = certificate.subject.native
    # The authority issues a certificate at the moment of its only use, so its beginning is the witness of the time
    # and a signature stays valid when the certificate has run out.
    issued: datetime = certificate.not_valid_before
    root = next(load_certs_from_pemder_data(trust_root))
    context = ValidationContext(trust_roots=[root], moment=issued, allow_fetching=False)
    intact = trusted = False
    stamped: datetime | None = None
    sealed = _gap_is_clean(signature, pdf)
    try:
        status = validate_pdf_signature(signature, context, ts_validation_context=context)
        stamp = status.timestamp_validity
        stamped = stamp.timestamp if stamp else None
        intact = sealed and status.intact and status.valid and status.docmdp_ok is not False
        # a stamp of somebody else's making, or of another time than the certificate's, proves nothing
        trusted = status.trusted and (
            stamp is None or (stamp.trusted and issued <= stamp.timestamp <= certificate.not_valid_after)
        )
    except (SignatureValidationError, PdfError):
        pass
    return SignatureView(
        field=signature.field_name,
        organization_name=subject.get("organization_name", ""),
        person_name=subject.get("common_name", ""),
        signed_at=issued,
        intact=bool(intact),
        trusted=bool(trusted),
        stamped_at=stamped,
    )


def _gap_is_clean(signature: Any, pdf: bytes) -> bool:
    """Tell whether the only bytes a signature cannot cover, its own, are in canonical form and padded with zeros."""
    start, first, second, _ = (int(number) for number in signature.byte_range)
    content: bytes = signature.pkcs7_content
    if pdf[start + first : second] != b"<" + content.hex().upper().encode() + b">":
        return False
    head = content[1] & 0x7F if content[1] & 0x80 else 0
    length = int.from_bytes(content[2 : 2 + head], "big") if head else content[1]
    return not any(content[2 + head + length :])


def _reason(
    views: tuple[SignatureView, ...],
    *,
    whole: bool,
    stamps_hold: bool,
    digest: str,
    signers: Sequence[str] | None,
    sha256: str | None,
) -> str:
    # Bytes after the last signed one pass a signature check; only full coverage proves their absence.
    checks = (
        ("unsigned", bool(views)),
        ("altered", all(view.intact for view in views)),
        ("untrusted", all(view.trusted for view in views)),
        ("untrusted", stamps_hold),
        ("trailing_bytes", whole),
        (
            "signers_differ",
            signers is None or sorted(v.organization_name for v in views) == sorted(signers),
        ),
        ("hash_differs", sha256 is None or digest == sha256),
    )
    return next((reason for reason, passed in checks if not passed), "")
