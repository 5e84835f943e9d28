"""The text of each page of a PDF, read through the fonts' own tables: what a person could copy from it."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_TOKEN = re.compile(rb"\(|<[0-9a-fA-F\s]*>|/[^\s/<>\[\]()]+|[A-Za-z'\"*]+|\[|\]", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def page_texts(pdf: bytes) -> list[str]:
    """Return the text that is drawn on each page, forms inside it included."""
    root: Any = PdfFileReader(io.BytesIO(pdf)).root
    return [_text(page, _streams(page.get("/Contents"))) for page in _leaves(root["/Pages"])]


def _leaves(node: Any) -> list[Any]:
    kids = node.get("/Kids")
    return [node] if kids is None else [leaf for kid in _object(kids) for leaf in _leaves(_object(kid))]


def _object(found: Any) -> Any:
    return found.get_object() if isinstance(found, generic.IndirectObject) else found


def _streams(contents: Any) -> bytes:
    found = _object(contents)
    parts = found if isinstance(found, generic.ArrayObject) else [found]
    return b"\n".join(_object(part).data for part in parts)


def _text(owner: Any, content: bytes) -> str:
    resources = _object(owner.get("/Resources")) or {}
    fonts = {name: _table(_object(font)) for name, font in _items(resources, "/Font")}
    forms = dict(_items(resources, "/XObject"))
    words, table, last = [], {}, ""
    for token in _tokens(content):
        if token[:1] == b"/":
            last = token.decode()
            table = fonts.get(last, table)
        elif token == b"Do" and last in forms and _object(forms[last])["/Subtype"] == "/Form":
            form = _object(forms[last])
            words.append(_text(form, form.data))
        elif token[:1] in (b"(", b"<"):
            raw = _bytes(token)
            words += [table.get(raw[i : i + 2], "") for i in range(0, len(raw), 2)]
    return "".join(words)


def _tokens(content: bytes) -> Iterator[bytes]:
    at = 0
    while found := _TOKEN.search(content, at):
        at = found.end() if found[0] != b"(" else _end_of_string(content, found.start())
        yield content[found.start() : at]


def _end_of_string(content: bytes, start: int) -> int:
    """Parentheses may stand inside a string as long as they are in pairs."""
    depth, at = 0, start
    while True:
        depth += {b"(": 1, b")": -1}.get(content[at : at + 1], 0)
        at += 2 if content[at : at + 1] == b"\\" else 1
        if not depth:
            return at


def _items(resources: Any, kind: str) -> list[tuple[str, Any]]:
    found = _object(resources.get(kind)) if kind in resources else None
    return [(name, found[name]) for name in found] if found else []


def _bytes(token: bytes) -> bytes:
    if token[:1] == b"<":
        return bytes.fromhex(re.sub(rb"\s", b"", token[1:-1]).decode())
    return re.sub(rb"\\([0-7]{1,3}|.)", _unescaped, token[1:-1], flags=re.DOTALL)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1][:1].isdigit():
        return bytes([int(found[1], 8) & 255])
    return _ESCAPES.get(found[1], found[1])


def _table(font: Any) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    found: dict[bytes, str] = {}
    for mode, body in re.findall(
        rb"beginbf(char|range)(.*?)endbf", _object(font["/ToUnicode"]).data, re.DOTALL
    ):
        if mode == b"char":
            for code, text in _CHAR.findall(body):
                found[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
        else:
            for first, last, text in _RANGE.findall(body):
                start, size = int(first, 16), len(first) // 2
                for n in range(int(last, 16) - start + 1):
                    found[(start + n).to_bytes(size, "big")] = chr(int(text, 16) + n)
    return found


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF without its spaces and line breaks, which typesetting puts where it likes."""
    return "".join("".join(page_texts(pdf)).split())
