"""A signed PDF as a stranger reads it: with poppler and openssl, nothing of ours. `.ci/poppler` installs them."""

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from marketplace.documents.typesetting import PAGE_HEIGHT


@dataclass(frozen=True)
class Signature:
    """What pdfsig says about one signature of a file."""

    field: str
    kind: str
    signer: str
    says: str
    covers_all: bool
    signed_at: datetime
    ranges: tuple[int, int, int]
    """Signed are the bytes up to the first, and from the second up to the third."""


def _run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    plain = os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, check=False, env=plain)


def _said(*command: str | Path) -> bytes:
    done = _run(*command)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout


def signatures(file: Path) -> list[Signature]:
    """Return the signatures that pdfsig finds, each checked against its bytes, in the order of the fields."""
    said = _run("pdfsig", "-nocert", file).stdout.decode()
    return [_read(part) for part in re.split(r"^Signature #\d+:$", said, flags=re.MULTILINE)[1:]]


def _read(part: str) -> Signature:
    told = dict(line.strip(" -").split(": ", 1) for line in part.splitlines() if ": " in line)
    _, end, start, length = map(int, re.findall(r"\d+", told["Signed Ranges"]))
    return Signature(
        field=told["Signature Field Name"],
        kind=told["Signature Type"],
        signer=told["Signer Certificate Common Name"],
        says=told["Signature Validation"],
        covers_all="- Total document signed" in part,
        signed_at=datetime.strptime(told["Signing Time"], "%b %d %Y %H:%M:%S").replace(tzinfo=UTC),
        ranges=(end, start, length),
    )


def openssl_accepts(file: Path, signature: Signature, root: Path) -> bool:
    """Return whether openssl finds a signature, at the time it tells, or a time stamp right under one root certificate."""
    pdf, (end, start, last) = file.read_bytes(), signature.ranges
    cms, signed = file.with_suffix(".der"), file.with_suffix(".bin")
    cms.write_bytes(bytes.fromhex(pdf[end + 1 : start - 1].decode()))
    signed.write_bytes(pdf[:end] + pdf[start:last])
    trust = ("-CAfile", root, "-no-CApath")
    if signature.field == "Archive":
        done = _run("openssl", "ts", "-verify", "-token_in", "-in", cms, "-data", signed, *trust[:2])
    else:
        then = str(int(signature.signed_at.timestamp()))
        done = _run(
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", cms, "-content", signed, *trust,
            "-purpose", "any", "-attime", then, "-out", os.devnull,
        )  # fmt: skip
    return done.returncode == 0


def root_pem(certificate: bytes, file: Path) -> Path:
    """Write a root certificate (DER) as openssl wants it."""
    der = file.with_suffix(".cer")
    der.write_bytes(certificate)
    _said("openssl", "x509", "-inform", "DER", "-in", der, "-out", file)
    return file


def fonts_missing(file: Path) -> list[str]:
    """Return the fonts of a file that are not embedded."""
    lines = _said("pdffonts", file).decode().splitlines()[2:]
    return [line for line in lines if line.split()[-5] != "yes"]


def text_of(file: Path) -> str:
    """Return the text as a reader would copy it, without its line breaks and blanks."""
    return "".join(_said("pdftotext", "-layout", file, "-").decode().split())


def pages(file: Path) -> int:
    """Return how many pages a file has."""
    return int(re.search(rb"Pages:\s+(\d+)", _said("pdfinfo", file))[1])  # type: ignore[index]


def ink(file: Path, page: int, box: tuple[int, int, int, int]) -> int:
    """Return how many of 1,000 points of a box are dark; the box is left, bottom, right, top in points, as in PDF."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    place = ("-x", str(left), "-y", str(round(PAGE_HEIGHT) - top), "-W", str(width), "-H", str(height))
    image = _said("pdftoppm", "-gray", "-r", "72", "-f", str(page), "-l", str(page), *place, file)
    return 1000 * sum(point < 160 for point in image[-width * height :]) // (width * height)
