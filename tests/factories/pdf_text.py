"""The text of a typeset PDF as a reader selects it: glyphs through the fonts' own maps to Unicode."""

import io
import re

from pyhanko.pdf_utils.reader import PdfFileReader

_TOKEN = re.compile(rb"/(f\d+)\s+[\d.]+\s+Tf|(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]+>)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _unescaped(literal: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        code = match[1]
        return bytes([int(code, 8)]) if code[:1].isdigit() else _NAMED.get(code, code)

    return _ESCAPE.sub(one, literal[1:-1])


def _map(stream: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.DOTALL):
        pairs = re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block)
        found |= {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}
    return found


def text_of(pdf: bytes) -> str:
    """Return all pages' text without blanks."""
    reader = PdfFileReader(io.BytesIO(pdf))
    pages = []
    for number in range(int(reader.root["/Pages"]["/Count"])):
        page = reader.root["/Pages"]["/Kids"][number]
        fonts = {
            name[1:].encode(): _map(font.get_object()["/ToUnicode"].data)
            for name, font in page["/Resources"]["/Font"].items()
        }
        pages.append(_page(page["/Contents"].data, fonts))
    return re.sub(r"\s+", "", "".join(pages))


def _page(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    font: dict[int, str] = {}
    out = []
    for name, literal in _TOKEN.findall(content):
        if name:
            font = fonts[name]
            continue
        data = _unescaped(literal) if literal[:1] == b"(" else bytes.fromhex(literal[1:-1].decode())
        out += [font.get(int.from_bytes(data[i : i + 2], "big"), "") for i in range(0, len(data), 2)]
    return "".join(out)
