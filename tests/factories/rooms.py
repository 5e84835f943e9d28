"""Enquiries and data rooms for tests, taken the way people take them."""

import struct
import zlib
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from marketplace.core.uow import UnitOfWork, new_request_id
from marketplace.datarooms import service
from marketplace.datarooms.schemas import AccessView, RoomSettings, RoomView
from marketplace.documents.typesetting import compile_archival
from tests.factories.deals import Market

PURPOSE = "核对热泵机组的图纸与检测数据，判断能否改造两条烘干线。"


def days_later(uow: UnitOfWork, days: int) -> UnitOfWork:
    """The same person some days later, under a request number of her own."""
    return replace(uow, now=uow.now + timedelta(days=days), request_id=new_request_id())


def a_pdf(title: str = "热泵机组总图") -> bytes:
    """Three pages, typeset: an undertaking is one."""
    party = {"label": "甲方", "name": title, "uscc": "—", "address": "—"}
    values = {
        "title": title, "number": "T-1", "made": {"year": 2026, "month": 11, "day": 23}, "made-text": "2026年11月23日",
        "parties": [party, party], "clauses": [{"zh": "图纸说明", "en": "notes"}], "boxes": [],
    }  # fmt: skip
    return compile_archival("undertaking-2026-11", values)


def a_png(width: int = 300, height: int = 200) -> bytes:
    """A picture of one color."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff\xd0\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def a_room(market: Market, *, is_open: bool = True, listing_id: UUID | None = None) -> RoomView:
    """The room of the market's listing with one drawing in it."""
    room = {"listing_id": listing_id or market.listing.id}
    service.add_file(market.officer, **room, content=a_pdf(), name="热泵机组总图.pdf")
    return service.set_room(market.officer, **room, settings=RoomSettings(is_open=is_open, access_days=30))


def an_asked_access(market: Market, firm: UnitOfWork | None = None) -> AccessView:
    """A firm has asked for the documents."""
    view, _ = service.ask_access(firm or market.firm, listing_id=market.listing.id, purpose=PURPOSE)
    return view


def an_open_access(market: Market, firm: UnitOfWork | None = None) -> AccessView:
    """Both sides have signed: the firm may read."""
    who = firm or market.firm
    asked = an_asked_access(market, who)
    offered = service.offer_access(market.officer, access_id=asked.id, access_days=None)
    shown = offered.content_sha256 or ""
    service.sign_undertaking(who, access_id=asked.id, content_sha256=shown)
    return service.sign_undertaking(market.officer, access_id=asked.id, content_sha256=shown)
