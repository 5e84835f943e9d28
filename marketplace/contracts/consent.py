"""What a signer declares with her signature; the audit trail keeps its hash."""

import hashlib

from marketplace.core.i18n import Locale, Text

_DECLARATION = Text(
    zh="本人已阅读合同 {number} 的全文及附件（SHA-256：{content_sha256}），有权代表本单位签署，"
    "并同意以平台电子签名的方式签署：签名使用为本次签署签发的证书，签署后的任何改动均能被发现（电子签名法第三条、第十三条）。",
    en="I have read contract {number} with its annexes in full (SHA-256: {content_sha256}), I may sign for my organization, and "
    "I agree to sign electronically on this platform: with a certificate issued for this signing, so that any later change can "
    "be found (Electronic Signature Law, arts. 3 and 13).",
)


def declaration(locale: Locale, *, number: str, content_sha256: str) -> str:
    """Return the words that are shown above the signature button in a language."""
    return _DECLARATION.in_(locale, number=number, content_sha256=content_sha256)


def declaration_sha256(locale: Locale, *, number: str, content_sha256: str) -> str:
    """Return the SHA-256 of these words."""
    return hashlib.sha256(
        declaration(locale, number=number, content_sha256=content_sha256).encode()
    ).hexdigest()
