"""A signed PDF as a stranger reads it: with poppler and openssl, nothing of ours. `.ci/poppler` installs them."""

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from marketplace.documents.typesetting import PAGE_HEIGHT

_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


@dataclass(frozen=True)
class Signature:
    """What pdfsig says about one signature of a file."""

    field: str
    kind: str
    valid: bool
    covers_all: bool
    signed_at: datetime | None


def _run(*command: str | Path, ok: tuple[int, ...] = (0,)) -> bytes:
    done = subprocess.run(command, capture_output=True, env=os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8"})
    assert done.returncode in ok, (command, done.stdout, done.stderr)
    return done.stdout


def signatures(file: Path) -> list[Signature]:
    """Return the signatures that pdfsig finds, in their order in the file; each is checked against its bytes."""
    said = _run("pdfsig", "-nocert", file, ok=(0, 1)).decode()
    return [_read(part) for part in re.split(r"^Signature #\d+:$", said, flags=re.MULTILINE)[1:]]


def _read(part: str) -> Signature:
    told = dict(line.strip(" -").split(": ", 1) for line in part.splitlines() if ": " in line)
    when = told.get("Signing Time")
    return Signature(
        field=told["Signature Field Name"],
        kind=told["Signature Type"],
        valid=told["Signature Validation"] == "Signature is Valid.",
        covers_all="- Total document signed" in part,
        signed_at=datetime.strptime(when, "%b %d %Y %H:%M:%S").replace(tzinfo=UTC) if when else None,
    )


def openssl_accepts(file: Path, root: Path, number: int, at: datetime) -> bool:
    """Return whether openssl verifies the CMS of the signature with this number, from 0, at a time under one root alone."""
    pdf = file.read_bytes()
    [*spans] = [tuple(map(int, found.groups())) for found in _RANGE.finditer(pdf)]
    end, start, length = spans[number]
    cms, signed = file.with_suffix(f".{number}.der"), file.with_suffix(f".{number}.bin")
    cms.write_bytes(bytes.fromhex(pdf[end + 1 : start - 1].decode()))
    signed.write_bytes(pdf[:end] + pdf[start : start + length])
    done = subprocess.run(
        [
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", cms, "-content", signed, "-CAfile", root,
            "-no-CApath", "-purpose", "any", "-attime", str(int(at.timestamp())), "-out", os.devnull,
        ],
        capture_output=True,
    )  # fmt: skip
    return done.returncode == 0


def root_pem(certificate: bytes, file: Path) -> Path:
    """Write a root certificate (DER) as openssl wants it."""
    der = file.with_suffix(".cer")
    der.write_bytes(certificate)
    _run("openssl", "x509", "-inform", "DER", "-in", der, "-out", file)
    return file


def fonts_missing(file: Path) -> list[str]:
    """Return the fonts of a file that are not embedded."""
    lines = _run("pdffonts", file).decode().splitlines()[2:]
    return [line for line in lines if line.split()[-5] != "yes"]


def text_of(file: Path) -> str:
    """Return the text as a reader would copy it, without its line breaks and blanks."""
    return "".join(_run("pdftotext", "-layout", file, "-").decode().split())


def pages(file: Path) -> int:
    """Return how many pages a file has."""
    return int(re.search(rb"Pages:\s+(\d+)", _run("pdfinfo", file))[1])  # type: ignore[index]


def ink(file: Path, page: int, box: tuple[int, int, int, int]) -> int:
    """Return how many of 1,000 points of a box are dark; the box is left, bottom, right, top in points, as in PDF."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    place = ("-x", str(left), "-y", str(round(PAGE_HEIGHT) - top), "-W", str(width), "-H", str(height))
    image = _run("pdftoppm", "-gray", "-r", "72", "-f", str(page), "-l", str(page), *place, file)
    return 1000 * sum(point < 160 for point in image[-width * height :]) // (width * height)
