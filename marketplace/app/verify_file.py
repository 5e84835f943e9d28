"""What a contract's PDF or an evidence bundle proves, told offline: no database, no network, one root certificate."""

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

from marketplace.core.i18n import Locale, Text
from marketplace.core.settings import settings
from marketplace.core.values import Shown
from marketplace.documents.schemas import Verification

_SIGNED = Text(
    "{organization}（{person}）于 {at} 签署，签名有效",
    "signed by {organization} ({person}) at {at}; it holds",
)
_BROKEN = Text(
    "{organization}（{person}）的签名不成立", "the signature of {organization} ({person}) does not hold"
)
_STAMPED = Text("，时间戳 {at}", ", time stamp {at}")
_ARCHIVED = Text("长期保存时间戳 {at}", "archive time stamp {at}")
_BUNDLE = Text("证据包完整：{line}", "bundle: {line}")
_NO_ROOT = (
    "no root certificate here: name it with --root FILE (root.cer of a bundle whose fingerprint you have compared), "
    "or run this where the platform's data folder is"
)


class FileVerdict(Shown):
    """What a file proves. `reason` is empty when it is valid; `proves` are the sentences for people."""

    file: str
    kind: str
    valid: bool
    reason: str
    explanation: str
    sha256: str
    number: str = ""
    root_sha256: str
    signatures: list[dict[str, Any]]
    proves: list[str]


def trust_root(path: Path | None) -> bytes:
    """Return the root certificate (DER) of a file, or of this installation; `LookupError` without either."""
    from marketplace.documents.signing import certificate_der

    own = settings().home / "signing" / "authority.pem"
    if path is None and not own.exists():
        raise LookupError(_NO_ROOT)
    return certificate_der((path or own).read_bytes())


def verify_file(path: Path, *, root: bytes, locale: Locale) -> FileVerdict:
    """Return what a PDF or a bundle proves under a root certificate. Reads the file alone."""
    data = path.read_bytes()
    known = {
        "file": path.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "root_sha256": hashlib.sha256(root).hexdigest(),
    }
    if zipfile.is_zipfile(path):
        return _bundle(path, root, locale, known)
    return _pdf(data, root, locale, known | {"kind": "pdf"})


def _pdf(data: bytes, root: bytes, locale: Locale, known: dict[str, Any], **expected: Any) -> FileVerdict:
    from marketplace.contracts.service.signing import EXPLANATIONS  # noqa: PLC0415 - the database comes with it
    from marketplace.documents.verification import verify_pdf

    found = verify_pdf(data, trust_root=root, **expected)
    explanation = EXPLANATIONS[found.reason].in_(locale) if found.reason else _whole(locale)
    return FileVerdict(
        **known,
        valid=found.valid,
        reason=found.reason,
        explanation=explanation,
        signatures=[signature.model_dump(mode="json") for signature in found.signatures],
        proves=_sentences(found, locale),
    )


def _whole(locale: Locale) -> str:
    text = Text(
        "文件完整，全部签名有效，签署后未被改动。是否为最终版本，请在平台的“合同验真”页核对。",
        "The file is whole, all signatures hold, nothing was changed since. Whether it is the final file, the platform's "
        "verification page tells.",
    )
    return text.in_(locale)


def _sentences(found: Verification, locale: Locale) -> list[str]:
    lines = []
    for each in found.signatures:
        text = _SIGNED if each.intact and each.trusted else _BROKEN
        line = text.in_(
            locale,
            organization=each.organization_name,
            person=each.person_name,
            at=each.signed_at.isoformat(),
        )
        stamp = _STAMPED.in_(locale, at=each.stamped_at.isoformat()) if each.stamped_at else ""
        lines.append(line + stamp)
    if found.archived_at:
        lines.append(_ARCHIVED.in_(locale, at=found.archived_at.isoformat()))
    return lines


def _bundle(path: Path, root: bytes, locale: Locale, known: dict[str, Any]) -> FileVerdict:
    from marketplace.documents import standalone_verify as alone  # noqa: PLC0415 - beside its one use

    known = known | {"kind": "evidence"}
    try:
        files = alone.load(path)
        lines = alone.check(files, known["root_sha256"])
        manifest = json.loads(files["manifest.json"])
    except (
        alone.Broken,
        ValueError,
        IndexError,
        KeyError,
        StopIteration,
        OSError,
        zipfile.BadZipFile,
    ) as error:
        return FileVerdict(
            **known, valid=False, reason="evidence_broken", explanation=str(error), signatures=[], proves=[]
        )
    known["number"] = manifest["number"]
    proves = [_BUNDLE.in_(locale, line=line) for line in lines]
    if not manifest["signers"]:
        return FileVerdict(
            **known, valid=True, reason="", explanation=_whole(locale), signatures=[], proves=proves
        )
    verdict = _pdf(
        files["contract.pdf"], root, locale, known,
        signers=manifest["signers"], sha256=manifest["revisions"][-1]["sha256"],
    )  # fmt: skip
    return verdict.model_copy(update={"proves": [*proves, *verdict.proves]})
