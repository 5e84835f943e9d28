"""Reading an officer's spreadsheet: bytes in, one dict of cells a row out. Pure; knows no database.

Cells are text as a person sees them; formulas, merged cells and wrong headers are refused with what to do.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from marketplace.core.i18n import Text
from marketplace.core.problems import TooLarge
from marketplace.listings.errors import FileNotReadable, HeadersNotFound, MergedCells, TooManyRows

SIZE_LIMIT_MB = 20
UNPACKED_LIMIT_MB = 200
ROW_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template: its key, its heading in both languages, and other headings that people use."""

    key: str
    heading: Text
    aliases: tuple[str, ...] = ()
    needed: bool = False


COLUMNS = (
    Column("title", Text("成果名称", "Title"), ("名称", "专利名称", "标题", "title"), needed=True),
    Column(
        "number",
        Text("专利号", "Patent number"),
        ("专利申请号", "申请号", "专利号/申请号", "patent_no"),
        needed=True,
    ),
    Column("filed_on", Text("申请日", "Filing date"), ("申请日期",)),
    Column("granted_on", Text("授权日", "Grant date"), ("授权公告日",)),
    Column("problem", Text("解决的问题", "Problem"), ("解决什么问题", "应用场景")),
    Column("mechanism", Text("技术方案", "How it works"), ("摘要", "技术简介", "abstract")),
    Column("benefit", Text("效果", "Benefit"), ("技术效果", "优势")),
    Column("keywords", Text("关键词", "Keywords")),
    Column("field", Text("产业或赛道", "Industry or track"), ("产业", "赛道", "所属产业")),
    Column("trl", Text("成熟度", "TRL"), ("技术成熟度", "TRL")),
    Column("unit", Text("院系", "Unit"), ("学院", "所在学院")),
    Column("inventors", Text("发明人", "Inventors"), ("发明人及份额", "完成人")),
    Column("free_months", Text("免费使用期(月)", "Free months"), ("免费使用期", "免费期")),
    Column("fee", Text("期满费用(元)", "Deferred fee (yuan)"), ("许可费(元)", "期满费用")),
    Column("royalty", Text("提成比例(%)", "Royalty (%)"), ("提成比例", "提成")),
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as the spreadsheet program shows it, and its cells by column key."""

    number: int
    cells: dict[str, str]


def read_sheet(content: bytes, file_name: str) -> list[SheetRow]:
    """Return the rows below the headings, empty rows left out.

    Raises `TooLarge`, `FileNotReadable`, `HeadersNotFound`, `MergedCells`, `TooManyRows`.
    """
    if len(content) > SIZE_LIMIT_MB * 1024 * 1024:
        raise TooLarge(limit_mb=SIZE_LIMIT_MB)
    lines = _xlsx_lines(content) if content[:4] == b"PK\x03\x04" else _csv_lines(content, file_name)
    number, headings = next(lines, (0, []))
    keys = [_key_of(heading) for heading in headings]
    missing = [column.heading.zh for column in COLUMNS if column.needed and column.key not in keys]
    if missing:
        raise HeadersNotFound(missing="、".join(missing))
    rows = []
    for number, values in lines:
        cells = {key: value for key, value in zip(keys, values, strict=False) if key and value}
        if cells:
            rows.append(SheetRow(number, cells))
        if len(rows) > ROW_LIMIT:
            raise TooManyRows(limit=ROW_LIMIT)
    return rows


def template() -> bytes:
    """Return an .xlsx with the headings, their English names as comments of the second row left to the reader."""
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    book = openpyxl.Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = "成果"
    sheet.append([column.heading.zh for column in COLUMNS])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _key_of(heading: str) -> str | None:
    plain = "".join(heading.split()).replace("（", "(").replace("）", ")").rstrip("*")
    for column in COLUMNS:
        if plain in (column.heading.zh, column.heading.en.replace(" ", ""), *column.aliases):
            return column.key
    return None


def _xlsx_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > UNPACKED_LIMIT_MB * 1024 * 1024:
            raise TooLarge(limit_mb=UNPACKED_LIMIT_MB)
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
        sheet = book.worksheets[0]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, EOFError) as error:
        raise FileNotReadable from error
    if sheet.merged_cells.ranges:
        raise MergedCells(ranges="、".join(sorted(str(found) for found in sheet.merged_cells.ranges)[:5]))
    if sheet.max_row > ROW_LIMIT + 1:
        raise TooManyRows(limit=ROW_LIMIT)
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield number, [_written(value) for value in row]


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _csv_lines(content: bytes, file_name: str) -> Iterator[tuple[int, list[str]]]:
    if b"\x00" in content or not file_name.lower().endswith((".csv", ".txt")):
        raise FileNotReadable
    text = _decoded(content)
    try:
        yield from enumerate(
            ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))), start=1
        )
    except csv.Error as error:
        raise FileNotReadable from error


def _decoded(content: bytes) -> str:
    # GB18030 contains GBK; a text that is valid UTF-8 is never meant as GBK.
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    import charset_normalizer

    best = charset_normalizer.from_bytes(content).best()
    if best is None:
        raise FileNotReadable
    return str(best)
