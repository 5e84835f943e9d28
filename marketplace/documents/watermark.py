"""A reader's own copy of a file: every page names the reader, the time and the entry in the access log.

The copy is written anew, never appended: the file without the marks is not inside it. What a file could do by itself
(scripts, launch actions, forms, attachments) stays behind.
"""

import io
import tempfile
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from marketplace.core.clock import SHANGHAI
from marketplace.documents.errors import FileUnreadable
from marketplace.documents.schemas import ReaderMark
from marketplace.documents.typesetting import compile_template

_pdf: Any = generic  # its constructors are untyped

PAGES_MOST = 500
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Names", "/Collection", "/AF", "/Perms", "/DSS")
_DEFECTS = (PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
_A4 = (0.0, 0.0, 595.0, 842.0)
_TURNED = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has; raises `FileUnreadable` for what is broken, locked, empty or far too long."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            raise FileUnreadable
        pages = len(list(_pages(copy_into_new_writer(reader))))
    except _DEFECTS:
        raise FileUnreadable from None
    if not 1 <= pages <= PAGES_MOST:
        raise FileUnreadable
    return pages


def stamp_pdf(pdf: bytes, mark: ReaderMark) -> bytes:
    """Return a new PDF with the reader's mark on every page; raises `FileUnreadable`."""
    try:
        writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf)))
        for key in _ACTIVE:
            writer.root.pop(_pdf.pdf_name(key), None)
        stamps: dict[tuple[int, int], Any] = {}
        for page in _pages(writer):
            _stamp(writer, page, mark, stamps)
        output = io.BytesIO()
        writer.write(output)  # type: ignore[no-untyped-call]
    except _DEFECTS:
        raise FileUnreadable from None
    return output.getvalue()


def picture_pdf(picture: bytes, media_type: str) -> bytes:
    """Return a PNG or JPEG on a page of its own; raises `FileUnreadable` for what is no picture."""
    name = "picture." + media_type.rpartition("/")[2]
    data = {"file": name, "wide": _is_wide(picture, media_type)}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(picture)
        try:
            return compile_template("picture", data, folder=Path(folder))
        except RuntimeError:
            raise FileUnreadable from None


def _is_wide(picture: bytes, media_type: str) -> bool:
    """Tell whether a picture lies across; PNG says so at its beginning, for a JPEG the frame header is looked for."""
    if media_type == "image/png":
        return int.from_bytes(picture[16:20], "big") > int.from_bytes(picture[20:24], "big")
    at = 2
    while at + 9 < len(picture) and picture[at] == 0xFF:
        kind, size = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(picture[at + 7 : at + 9], "big") > int.from_bytes(
                picture[at + 5 : at + 7], "big"
            )
        at += 2 + size
    return False


def _pages(writer: PdfFileWriter) -> Any:
    """Yield each page with what it inherits from the nodes above it."""
    seen: set[int] = set()

    def walk(node: Any, inherited: dict[str, Any]) -> Any:
        node = node.get_object()
        if id(node) in seen:
            raise ValueError("a page tree in a circle")
        seen.add(id(node))
        known = inherited | {
            key: node[key] for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources") if key in node
        }
        if "/Kids" in node:
            for kid in node["/Kids"]:
                yield from walk(kid, known)
        else:
            for key, value in known.items():
                node.setdefault(_pdf.pdf_name(key), value)
            yield node

    yield from walk(writer.root["/Pages"], {})


def _box(page: Any) -> tuple[float, float, float, float]:
    """Return the part of the page that is shown: left, bottom, right, top."""
    found = page.get("/CropBox") or page.get("/MediaBox")
    if found is None:
        return _A4
    a, b, c, d = (float(each) for each in found)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _stamp(writer: PdfFileWriter, page: Any, mark: ReaderMark, stamps: dict[tuple[int, int], Any]) -> None:
    left, bottom, right, top = _box(page)
    width, height = right - left, top - bottom
    if not (1 <= width <= 20_000 and 1 <= height <= 20_000):
        raise ValueError("a page of no size")
    turn = int(page.get("/Rotate", 0)) % 360
    upright = (round(height), round(width)) if turn in (90, 270) else (round(width), round(height))
    if upright not in stamps:
        drawn = PdfFileReader(io.BytesIO(_drawn(mark, *upright)))
        stamps[upright] = writer.import_page_as_xobject(drawn)
    matrix = _TURNED.get(turn, (1, 0, 0, 1))
    offset = {90: (right, bottom), 180: (right, top), 270: (left, top)}.get(turn, (left, bottom))
    placed = " ".join(str(round(each, 3)) for each in (*matrix, *offset))
    name = "/ReaderMark"
    resources = _own_resources(page)
    resources[_pdf.pdf_name("/XObject")] = objects = _pdf.DictionaryObject(
        _plain(resources.get("/XObject", {}))
    )
    objects[_pdf.pdf_name(name)] = stamps[upright]
    before = writer.add_object(_pdf.StreamObject(stream_data=b"q\n"))
    after = writer.add_object(_pdf.StreamObject(stream_data=f"\nQ q {placed} cm {name} Do Q\n".encode()))
    raw = page.raw_get("/Contents") if "/Contents" in page else _pdf.ArrayObject()
    content = raw.get_object() if isinstance(raw, _pdf.IndirectObject) else raw
    streams = list(content) if isinstance(content, _pdf.ArrayObject) else [raw]
    if isinstance(content, _pdf.ArrayObject):
        streams = [content.raw_get(i) for i in range(len(content))]
    page[_pdf.pdf_name("/Contents")] = _pdf.ArrayObject([before, *streams, after])
    for key in ("/AA", "/Annots"):  # notes and links could cover the mark or start something
        page.pop(_pdf.pdf_name(key), None)
    page.setdefault(
        _pdf.pdf_name("/MediaBox"), _pdf.ArrayObject(_pdf.NumberObject(int(each)) for each in _A4)
    )


def _own_resources(page: Any) -> Any:
    """Give the page resources of its own: pages often share them, and the mark must not reach a page twice."""
    own = _pdf.DictionaryObject(_plain(page.get("/Resources", {})))
    page[_pdf.pdf_name("/Resources")] = own
    return own


def _plain(found: Any) -> dict[Any, Any]:
    found = found.get_object() if isinstance(found, _pdf.IndirectObject) else found
    return {key: found.raw_get(key) for key in found} if isinstance(found, _pdf.DictionaryObject) else {}


def _drawn(mark: ReaderMark, width: int, height: int) -> bytes:
    at = mark.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
    line = f"仅供 {mark.organization_name} {mark.person_name} 阅读　{at}　保密"
    return compile_template(
        "watermark", {"line": line, "number": mark.number, "width": width, "height": height}
    )
