"""Firms ask before they apply, and one reads the documents behind a result under an undertaking."""

import io
from collections.abc import Iterable
from typing import Final, NamedTuple
from uuid import UUID

from marketplace.app.seed.plot import CASTING, COMPRESSOR, DRYING, DYEING, GATEWAY, GRINDING, PURIFYING, STRIP
from marketplace.app.seed.stage import Stage
from marketplace.datarooms import queries as rooms, service as datarooms
from marketplace.datarooms.schemas import RoomSettings
from marketplace.documents import service as documents
from marketplace.enquiries import service as enquiries


class Asked(NamedTuple):
    """Who asked what about which result, how many days ago, and the answer with the days it took."""

    login: str
    listing: str
    days_ago: int
    question: str
    took: int = 0
    answer: str = ""


ASKED: Final = (
    Asked(
        "firm2", COMPRESSOR, 96, "五台螺杆机是三种品牌，群控能接吗？", 1, "能接，控制器走通用协议，品牌不限。"
    ),
    Asked("firm4", GATEWAY, 40, "设备没有电气图，改造要停机多久？", 2, "一台半天，夹钳式互感器不动原线路。"),
    Asked("firm3", GRINDING, 35, "小件去毛刺，换件号要不要重新示教？", 1, "不用，导入三维图后自动生成轨迹。"),
    Asked(
        "firm4",
        STRIP,
        28,
        "膜条换供应商后批间差还稳吗？",
        1,
        "做过三家膜条的对比，变异系数都在百分之六以内。",
    ),
    Asked(
        "firm", PURIFYING, 21, "内毒素指标做到多少？放大后会不会变差？", 9, "三十升放大后每毫升低于 0.1 EU。"
    ),
    Asked(
        "firm4",
        DRYING,
        14,
        "冬天进风零下五度，出风温度还够烘针织布吗？",
        1,
        "够，盐城一条线测过一个冬天，出风保持六十五度。",
    ),
)
WAITING: Final = (
    Asked("firm3", DYEING, 8, "回用水能不能用在中浅色活性染料上？色光会不会偏？"),
    Asked("firm4", CASTING, 1, "模具要不要改？我们是 2500 吨的压铸机。"),
)


def tell(stage: Stage, listing_ids: dict[str, UUID]) -> None:
    """Questions answered in time and late, one that waits and one that is overdue; one data room with a reader."""
    for asked in ASKED:
        enquiry_id = _ask(stage, listing_ids, asked)
        later = asked.days_ago - asked.took
        enquiries.answer(stage.at("officer", later), enquiry_id=enquiry_id, text=asked.answer)
        if asked.days_ago > 20:
            enquiries.close(stage.at(asked.login, later - 1), enquiry_id=enquiry_id, reason="")
        stage.react()
    for asked in WAITING:
        _ask(stage, listing_ids, asked)
    enquiries.tell_overdue(stage.clock(0))
    stage.react()
    data_room(stage, listing_ids[DRYING])


def _ask(stage: Stage, listing_ids: dict[str, UUID], asked: Asked) -> UUID:
    who = stage.at(asked.login, asked.days_ago)
    view, _ = enquiries.ask(who, listing_id=listing_ids[asked.listing], text=asked.question, is_demo=True)
    return view.id


def data_room(stage: Stage, listing_id: UUID) -> None:
    """The drying result has a test report, a photograph and its readings; one firm reads them, another asks."""
    officer = stage.at("officer", 24)
    for name, content in (("烘干线现场检测报告.pdf", _report()), ("逐时读数.xlsx", workbook(_HOURS))):
        datarooms.add_file(officer, listing_id=listing_id, content=content, name=name)
    opened = RoomSettings(is_open=True, access_days=30)
    datarooms.set_room(officer, listing_id=listing_id, settings=opened)
    purpose = "核对检测报告和逐时读数，判断能否改造两条针织布烘干线。"
    access, _ = datarooms.ask_access(
        stage.at("firm3", 20), listing_id=listing_id, purpose=purpose, is_demo=True
    )
    offered = datarooms.offer_access(stage.at("officer", 19), access_id=access.id, access_days=None)
    shown = offered.content_sha256 or ""
    datarooms.sign_undertaking(stage.at("firm3", 18), access_id=access.id, content_sha256=shown)
    datarooms.sign_undertaking(stage.at("officer", 18, hour=3), access_id=access.id, content_sha256=shown)
    stage.react()
    files = rooms.list_files(stage.uow, listing_id=listing_id)
    for days_ago, file in ((16, files[0]), (3, files[-1])):
        datarooms.deliver(
            stage.at("firm3", days_ago), listing_id=listing_id, data_file_id=file.id, action="download"
        )
    asking = "想看检测报告里的能耗数据，和我们现有天然气烘干线对比。"
    datarooms.ask_access(stage.at("firm4", 1), listing_id=listing_id, purpose=asking, is_demo=True)
    stage.react()


_HOURS: Final = (("时刻", "进风 ℃", "出风 ℃", "排湿 kg/h", "耗电 kWh"), *(
    (f"{hour:02d}:00", str(-5 + hour % 4), str(64 + hour % 3), str(410 + 3 * hour), str(255 + hour)) for hour in range(8, 18)
))  # fmt: skip


def _report() -> bytes:
    lines = [
        "委托单位：江南大学（演示）。检测地点：盐城某针织布整理车间，二号烘干线。",
        "检测期间连续运行三十天，每吨水平均耗电 620 度，较改造前的电热烘干下降百分之四十四。",
        "本报告为演示用的合成数据。",
    ]
    return documents.typeset_report("热泵烘干线现场检测报告", lines, "逐时读数（摘录）", _HOURS)


def workbook(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return a spreadsheet with these rows."""
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
