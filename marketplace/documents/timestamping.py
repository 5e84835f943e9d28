"""Time stamps under RFC 3161: a port, and a local authority behind it that stamps with the platform's own clock.

A stamp proves that bytes existed at an instant and were not changed since, not that their content is true. The local
authority is as trustworthy as the platform; an outside one (a state time service) takes its place behind the same port.
"""

import secrets
from datetime import UTC, datetime
from typing import Protocol

from asn1crypto import algos, cms, core, tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.general import as_signing_certificate, simple_cms_attribute
from pyhanko.sign.timestamps import TimeStamper

POLICY = "2.25.311840712264593821"
"""The name of the local authority's stamping policy: an arc of our own, from a random UUID."""
_SHA256 = "sha256"


class TimeAuthority(Protocol):
    """Whoever can say that bytes existed at an instant."""

    def stamper(self, at: datetime) -> TimeStamper:
        """Return a stamper; the local one stamps with `at`, an outside one with its own clock."""


class LocalTimeStamper(TimeStamper):
    """Stamps with one key and one instant; made anew for each signing."""

    def __init__(self, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, at: datetime) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._certificate, self._key, self._at = certificate, key, at.astimezone(UTC).replace(microsecond=0)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Answer a request as a time-stamping authority would."""
        return self.answer(req)

    def answer(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the granted response with a token over the request's imprint."""
        values = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": req["message_imprint"],
            "serial_number": secrets.randbits(120),
            "gen_time": self._at,
            "tsa": x509.GeneralName(name="directory_name", value=self._certificate.subject),
        }
        if req["nonce"].native is not None:
            values["nonce"] = req["nonce"]
        info = tsp.TSTInfo(values).dump()
        token = cms.ContentInfo(
            {"content_type": "signed_data", "content": cms.SignedData(self._signed(info))}
        )
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})

    def token(self, data: bytes) -> bytes:
        """Return the time-stamp token (DER) over some bytes."""
        digest = hashes.Hash(hashes.SHA256())
        digest.update(data)
        _, request = self.request_cms(digest.finalize(), _SHA256)  # type: ignore[no-untyped-call]
        stamp: bytes = self.answer(request)["time_stamp_token"].dump()
        return stamp

    def _signed(self, info: bytes) -> dict[str, object]:
        digest = hashes.Hash(hashes.SHA256())
        digest.update(info)
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),  # type: ignore[no-untyped-call]
                simple_cms_attribute("signing_time", cms.Time({"utc_time": core.UTCTime(self._at)})),  # type: ignore[no-untyped-call]
                simple_cms_attribute("signing_certificate", as_signing_certificate(self._certificate)),  # type: ignore[no-untyped-call]
                simple_cms_attribute("message_digest", digest.finalize()),  # type: ignore[no-untyped-call]
            ]
        )
        algorithm = algos.DigestAlgorithm({"algorithm": _SHA256})
        sid = {"issuer": self._certificate.issuer, "serial_number": self._certificate.serial_number}
        signer = {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(sid)}),
            "digest_algorithm": algorithm,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signed_attrs": attributes,
            "signature": self._key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256())),
        }
        return {
            "version": "v3",
            "digest_algorithms": [algorithm],
            "encap_content_info": {
                "content_type": "tst_info",
                "content": cms.ParsableOctetString(info),
            },
            "certificates": [self._certificate],
            "signer_infos": [signer],
        }
