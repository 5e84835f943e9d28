"""What a signed file proves, told without trusting the file."""

import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
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
        embedded = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        found = [(_check(signature, pdf, trust_root), signature) for signature in embedded]
    except (PdfError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return Verification(valid=False, reason="not_a_pdf", sha256=digest, signatures=())
    views = tuple(view for view, _ in found)
    whole = bool(found) and found[-1][1].evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    reason = _reason(views, whole=whole, digest=digest, signers=signers, sha256=sha256)
    return Verification(valid=not reason, reason=reason, sha256=digest, signatures=views)


def _check(signature: Any, pdf: bytes, trust_root: bytes) -> SignatureView:
    certificate = signature.signer_cert
    subject = certificate.subject.native
    # The authority issues a certificate at the moment of its only use, so its beginning is the witness of the time
    # and a signature stays valid when the certificate has run out.
    issued: datetime = certificate.not_valid_before
    root = next(load_certs_from_pemder_data(trust_root))
    context = ValidationContext(trust_roots=[root], moment=issued, allow_fetching=False)
    intact = trusted = False
    sealed = _gap_is_clean(signature, pdf)
    try:
        status = validate_pdf_signature(signature, context)
        intact = sealed and status.intact and status.valid and status.docmdp_ok is not False
        trusted = status.trusted
    except (SignatureValidationError, PdfError):
        pass
    return SignatureView(
        field=signature.field_name,
        organization_name=subject.get("organization_name", ""),
        person_name=subject.get("common_name", ""),
        signed_at=issued,
        intact=bool(intact),
        trusted=bool(trusted),
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
    digest: str,
    signers: Sequence[str] | None,
    sha256: str | None,
) -> str:
    # Bytes after the last signed one pass a signature check; only full coverage proves their absence.
    checks = (
        ("unsigned", bool(views)),
        ("altered", all(view.intact for view in views)),
        ("untrusted", all(view.trusted for view in views)),
        ("trailing_bytes", whole),
        (
            "signers_differ",
            signers is None or sorted(v.organization_name for v in views) == sorted(signers),
        ),
        ("hash_differs", sha256 is None or digest == sha256),
    )
    return next((reason for reason, passed in checks if not passed), "")
