"""Check an evidence bundle of a contract, offline, with nothing but Python 3.10 or newer.

    python3 verify.py [BUNDLE.zip or its unpacked folder] [--fingerprint SHA-256 of the platform's root certificate]

It answers: is every file the one listed; did the platform sign the list; is the contract the file that all parties signed,
byte for byte; was each signature made by a certificate of that root and stamped with a time. The root certificate in the
bundle is only as good as its fingerprint: compare it with the one the platform publishes, or with the other party's bundle.
Exit code 0: all holds; 1: something does not.
"""

# ruff: noqa: T201, FBT001 - it talks to a person at a terminal

from __future__ import annotations

import hashlib
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# NIST P-256
P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None

MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
TIME_STAMP_TOKEN = bytes.fromhex("2a864886f70d010910020e")
LISTED_APART = {"manifest.json", "manifest.sig", "manifest.tst"}
BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


class Broken(Exception):
    """Something does not hold; the text says what."""


def need(holds: bool, text: str) -> None:
    """Refuse with a text unless something holds."""
    if not holds:
        raise Broken(text)


# --- elliptic curve ---------------------------------------------------------------------------------------------------


def _add(a: Point, b: Point) -> Point:
    if a is None or b is None:
        return a or b
    (x1, y1), (x2, y2) = a, b
    if x1 == x2 and (y1 + y2) % P == 0:
        return None
    slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, P) if a == b else (y2 - y1) * pow(x2 - x1, -1, P)
    x = (slope * slope - x1 - x2) % P
    return x, (slope * (x1 - x) - y1) % P


def _times(number: int, point: Point) -> Point:
    total: Point = None
    while number:
        if number & 1:
            total = _add(total, point)
        point = _add(point, point)
        number >>= 1
    return total


def ecdsa_holds(public: bytes, signature: bytes, data: bytes) -> bool:
    """Tell whether an ECDSA signature (DER) over data holds under an uncompressed P-256 key."""
    x, y = int.from_bytes(public[1:33], "big"), int.from_bytes(public[33:65], "big")
    if len(public) != 65 or public[0] != 4 or (y * y - (x * x * x - 3 * x + B)) % P:
        return False
    r, s = (int.from_bytes(part.body, "big") for part in Node.read(signature).parts())
    if not (0 < r < N and 0 < s < N):
        return False
    digest = int.from_bytes(hashlib.sha256(data).digest(), "big")
    inverse = pow(s, -1, N)
    point = _add(_times(digest * inverse % N, G), _times(r * inverse % N, (x, y)))
    return point is not None and point[0] % N == r


# --- ASN.1 in DER -----------------------------------------------------------------------------------------------------


class Node(NamedTuple):
    """One element: its tag, its whole encoding and its content."""

    tag: int
    raw: bytes
    body: bytes

    @classmethod
    def read(cls, data: bytes) -> Node:
        """Return the first element of some bytes; what follows it is not looked at."""
        need(len(data) > 1, "a certificate or signature is cut short")
        size, head = data[1], 2
        if size & 0x80:
            head += size & 0x7F
            size = int.from_bytes(data[2:head], "big")
        need(len(data) >= head + size, "a certificate or signature is cut short")
        return cls(data[0], data[: head + size], data[head : head + size])

    def parts(self) -> list[Node]:
        """Return the elements inside."""
        found, rest = [], self.body
        while rest:
            node = Node.read(rest)
            found.append(node)
            rest = rest[len(node.raw) :]
        return found


class Certificate(NamedTuple):
    """What of a certificate matters here."""

    der: bytes
    signed: bytes
    serial: bytes
    issuer: bytes
    subject: bytes
    key: bytes
    signature: bytes

    @classmethod
    def read(cls, der: bytes) -> Certificate:
        """Read a certificate with a P-256 key."""
        node = Node.read(der)
        inner, _, signature = node.parts()
        fields = inner.parts()
        fields = fields[1:] if fields[0].tag == 0xA0 else fields
        key = fields[5].parts()[1].body[1:]
        return cls(node.raw, inner.raw, fields[0].body, fields[2].raw, fields[4].raw, key, signature.body[1:])

    def issued_by(self, root: Certificate) -> bool:
        """Tell whether a root signed it."""
        return self.issuer == root.subject and ecdsa_holds(root.key, self.signature, self.signed)

    def names(self) -> list[str]:
        """Return the names in its subject: country, organization, person, number."""
        return [
            pair.parts()[1].body.decode() for each in Node.read(self.subject).parts() for pair in each.parts()
        ]


class Signed(NamedTuple):
    """A CMS signature: what it says it signs, by whom."""

    content: bytes
    certificate: Certificate
    signature: bytes
    stamp: bytes

    @classmethod
    def read(cls, der: bytes, root: Certificate) -> Signed:
        """Read a CMS signature and check it against its own attributes and the root; the caller checks the content."""
        data = Node.read(der).parts()[1].parts()[0].parts()
        certificates = [Certificate.read(n.raw) for n in data if n.tag == 0xA0 for n in n.parts()]
        fields = data[-1].parts()[0].parts()
        serial = fields[1].parts()[1].body
        signer = next((c for c in certificates if c.serial == serial), None)
        need(signer is not None, "a signature does not carry its certificate")
        assert signer is not None  # noqa: S101 - just said
        attributes = next(n for n in fields if n.tag == 0xA0)
        signature = next(n for n in fields if n.tag == 0x04).body
        need(signer.issued_by(root), "a certificate was not issued by the root")
        need(
            ecdsa_holds(signer.key, signature, b"\x31" + attributes.raw[1:]),
            "a signature does not hold",
        )
        digest = _attribute(attributes, MESSAGE_DIGEST)
        unsigned = next((n for n in fields if n.tag == 0xA1), None)
        stamp = _attribute(unsigned, TIME_STAMP_TOKEN) if unsigned else None
        return cls(digest.body if digest else b"", signer, signature, stamp.raw if stamp else b"")


def _attribute(attributes: Node, name: bytes) -> Node | None:
    for each in attributes.parts():
        kind, values = each.parts()
        if kind.body == name:
            return values.parts()[0]
    return None


def stamped_at(token: bytes, over: bytes, root: Certificate) -> str:
    """Return the time of a time-stamp token over some bytes, as YYYYMMDDHHMMSSZ."""
    signed = Signed.read(token, root)
    info = Node.read(token).parts()[1].parts()[0].parts()[2].parts()[1].parts()[0].body
    need(hashlib.sha256(info).digest() == signed.content, "a time stamp was changed")
    fields = Node.read(info).parts()
    need(fields[2].parts()[1].body == hashlib.sha256(over).digest(), "a time stamp belongs to something else")
    return fields[4].body.decode()


# --- the contract -----------------------------------------------------------------------------------------------------


def signatures(pdf: bytes, root: Certificate) -> Iterator[tuple[Signed, str, int]]:
    """Return each signature of a PDF, the time of its stamp and how many bytes it covers; raises `Broken`."""
    for found in BYTE_RANGE.finditer(pdf):
        start, first, second, rest = (int(number) for number in found.groups())
        gap = pdf[start + first : second]
        der = bytes.fromhex(gap[1:-1].decode("ascii")) if gap[:1] == b"<" else b""
        covered = pdf[start : start + first] + pdf[second : second + rest]
        inner = Node.read(der).parts()[1].parts()[0].parts()[2].parts()
        signed = Signed.read(der, root)
        if len(inner) > 1:  # an archive stamp over the whole file
            yield signed, stamped_at(Node.read(der).raw, covered, root), second + rest
            continue
        need(
            hashlib.sha256(covered).digest() == signed.content, "the contract was changed after it was signed"
        )
        at = stamped_at(signed.stamp, signed.signature, root) if signed.stamp else ""
        yield signed, at, second + rest


def check(files: dict[str, bytes], fingerprint: str = "") -> list[str]:
    """Return what a bundle proves, line by line; raises `Broken` with the first thing that does not hold."""
    for name in ("manifest.json", "manifest.sig", "manifest.tst", "manifest.cer", "root.cer", "contract.pdf"):
        need(name in files, f"{name} is missing")
    manifest = json.loads(files["manifest.json"])
    listed = manifest["files"]
    for name in sorted(set(listed) | (set(files) - LISTED_APART)):
        need(name in files, f"{name} was removed")
        need(name in listed, f"{name} was added")
        need(hashlib.sha256(files[name]).hexdigest() == listed[name], f"{name} was changed or swapped")
    root = Certificate.read(files["root.cer"])
    mark = hashlib.sha256(root.der).hexdigest()
    need(
        not fingerprint or mark == fingerprint.lower().replace(":", ""), "another root than the expected one"
    )
    need(root.issued_by(root), "the root certificate does not hold")
    platform = Certificate.read(files["manifest.cer"])
    need(platform.issued_by(root), "the list was signed under another root")
    need(
        ecdsa_holds(platform.key, files["manifest.sig"], files["manifest.json"]),
        "the list of files was changed",
    )
    at = stamped_at(files["manifest.tst"], files["manifest.sig"], root)
    lines = [f"{len(listed)} files as listed; the list is signed by the platform and stamped {at}"]
    return [*lines, *_contract(files["contract.pdf"], manifest, root), f"root certificate SHA-256 {mark}"]


def _contract(pdf: bytes, manifest: dict[str, object], root: Certificate) -> list[str]:
    revisions = manifest["revisions"]
    assert isinstance(revisions, list)  # noqa: S101 - we wrote it
    for revision in revisions:
        begins = hashlib.sha256(pdf[: revision["size"]]).hexdigest()
        need(
            begins == revision["sha256"], f"revision {revision['position']} is not the beginning of the file"
        )
    lines = [f"contract {manifest['number']}: {len(revisions)} revisions, each the beginning of the next"]
    found = list(signatures(pdf, root))
    names = []
    for signed, at, _ in found:
        who = signed.certificate.names()
        names.append(who[1])
        lines.append(f"signed by {' / '.join(who[1:])}, stamped {at}")
    signers = manifest["signers"]
    assert isinstance(signers, list)  # noqa: S101 - we wrote it
    need(
        all(name in names for name in signers),
        "not all parties that signed electronically are found in the file",
    )
    if found:
        need(found[-1][2] == len(pdf), "bytes follow the last signature")
    return lines


def load(place: Path) -> dict[str, bytes]:
    """Return the files of a bundle, zipped or unpacked."""
    if place.is_dir():
        return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}
    with zipfile.ZipFile(place) as bundle:
        names = bundle.namelist()
        need(len(names) == len(set(names)), "a file stands twice in the bundle")
        return {name: bundle.read(name) for name in names}


def main(arguments: list[str]) -> int:
    """Check a bundle and print what it proves."""
    fingerprint = ""
    if "--fingerprint" in arguments:
        i = arguments.index("--fingerprint")
        fingerprint = arguments[i + 1]
        arguments = arguments[:i] + arguments[i + 2 :]
    place = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        for line in check(load(place), fingerprint):
            print("ok  ", line)
    except (Broken, ValueError, IndexError, KeyError, StopIteration, OSError, zipfile.BadZipFile) as error:
        print("FAIL", error)
        return 1
    print("ok   everything holds. Compare the root certificate's SHA-256 with the published one.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
