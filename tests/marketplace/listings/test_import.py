"""A spreadsheet becomes drafts; wrong rows are named by row and column, mended and resumed."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from marketplace.core.problems import NotFound, TooLarge
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_patent_no
from marketplace.identity.permissions import Role
from marketplace.listings import import_queries, queries, service
from marketplace.listings.errors import FileNotReadable, HeadersNotFound, MergedCells
from marketplace.listings.schemas import ImportView
from tests.factories.identity import a_member
from tests.factories.organizations import a_university

HEAD = (
    "成果名称",
    "专利号",
    "申请日",
    "授权日",
    "解决的问题",
    "产业或赛道",
    "成熟度",
    "发明人",
    "免费使用期(月)",
    "期满费用(元)",
    "提成比例(%)",
)
GOOD = make_patent_no(2022, 1, 7001)
OTHER = make_patent_no(2023, 2, 7002)


def line(title: str = "热泵闭式烘干技术", number: str = GOOD, **cells: str) -> tuple[str, ...]:
    rest = {"filed": "2022-03-01", "granted": "2024-01-09", "problem": "烘房费电", "field": "节能环保", "trl": "7",
            "inventors": "李教授60%；陈博士40%", "free": "12", "fee": "80000", "royalty": "3.7"} | cells  # fmt: skip
    return (title, number, *rest.values())


def workbook(*rows: Sequence[str], head: Sequence[str] = HEAD, merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def officer(uow: UnitOfWork) -> UnitOfWork:
    return replace(uow, actor=a_member(uow, a_university(uow), "university", Role.TRANSFER_OFFICER))


def read(officer: UnitOfWork, content: bytes, name: str = "成果.xlsx") -> ImportView:
    return service.read_import(officer, content=content, file_name=name)


def test_right_rows_become_drafts_with_executable_terms(officer: UnitOfWork) -> None:
    batch = read(officer, workbook(line()))
    assert (batch.right, batch.wrong, batch.created) == (1, 0, 0)
    assert queries.count_by_state(officer, university_id=officer.actor.organization_id) == {}

    done = service.commit_import(officer, batch_id=batch.id)
    assert (done.right, done.wrong, done.created) == (0, 0, 1)
    listing_id = done.rows[0].listing_id
    assert listing_id is not None
    listing = queries.get_listing(officer, listing_id=listing_id)
    assert (listing.title, listing.industry, listing.trl, listing.fixed_fee_minor, listing.royalty_bps) == (
        "热泵闭式烘干技术", "节能环保", 7, 8_000_000, 370,
    )  # fmt: skip
    assert [(i.name, i.share_bps) for i in listing.inventors] == [("李教授", 6000), ("陈博士", 4000)]
    assert listing.rights[0].number == GOOD.replace("ZL", "").replace(".", "").replace(" ", "")


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (line(number="ZL202310123456.7"), "number", "patent.check"),
        (line(number=""), "number", "missing"),
        (line(title="短"), "title", "length"),
        (line(filed="2022-13-01"), "filed_on", "date"),
        (line(granted="2020-01-01"), "granted_on", "date_order"),
        (line(field="养猪"), "field", "unknown_field"),
        (line(trl="10"), "trl", "trl"),
        (line(inventors="李教授60%；陈博士30%"), "inventors", "shares_sum"),
        (line(free="60"), "free_months", "months"),
        (line(fee="-5"), "fee", "amount"),
        (line(fee="0.005"), "fee", "amount"),
        (line(fee="999999999999"), "fee", "amount"),
        (line(royalty="80"), "royalty", "rate"),
        (line(fee="=A1*2"), "fee", "formula"),
    ],
)
def test_each_wrong_cell_is_named_and_nothing_is_created(
    officer: UnitOfWork, row: tuple[str, ...], column: str, code: str
) -> None:
    batch = read(officer, workbook(row))
    assert (column, code) in [(error.column, error.code) for error in batch.rows[0].errors]
    done = service.commit_import(officer, batch_id=batch.id)
    assert (done.wrong, done.created) == (1, 0)


def test_good_rows_go_ahead_and_a_mended_row_follows(officer: UnitOfWork) -> None:
    batch = read(officer, workbook(line(), line(title="另一项烘干成果", number="ZL202310123456.7")))
    assert [row.row_number for row in batch.rows] == [3, 2], "wrong rows come first"
    first = service.commit_import(officer, batch_id=batch.id)
    assert (first.created, first.wrong) == (1, 1)
    mended = service.mend_row(
        officer, batch_id=batch.id, row_number=3, cells=batch.rows[0].cells | {"number": OTHER}
    )
    assert (mended.right, mended.wrong) == (1, 0)
    assert service.commit_import(officer, batch_id=batch.id).created == 2
    assert service.commit_import(officer, batch_id=batch.id).created == 2, "a second click creates nothing"
    assert queries.count_by_state(officer, university_id=officer.actor.organization_id) == {"draft": 2}


def test_unfinished_imports_can_be_found_again_with_their_counts(
    uow: UnitOfWork, officer: UnitOfWork
) -> None:
    first = read(officer, workbook(line(), line(title="另一项烘干成果", number="ZL202310012345X")))
    service.commit_import(officer, batch_id=first.id)
    later = replace(officer, now=officer.now + timedelta(minutes=5))
    second = read(later, workbook(line(title="第三项烘干成果", number=OTHER)))
    briefs = import_queries.list_imports(officer)
    assert [(b.id, b.right, b.wrong, b.created) for b in briefs] == [
        (second.id, 1, 0, 0),
        (first.id, 0, 1, 1),
    ]
    rival = a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_OFFICER)
    assert import_queries.list_imports(replace(uow, actor=rival)) == []


def test_duplicates_in_the_sheet_and_in_the_market_are_named(officer: UnitOfWork) -> None:
    batch = read(officer, workbook(line(), line(title="同一专利的另一行")))
    assert [(e.code, e.message) for e in batch.rows[0].errors] == [
        ("duplicate_row", "第 2 行已有同一专利号，请删除其中一行。")
    ]
    service.commit_import(officer, batch_id=batch.id)
    again = read(officer, workbook(line(title="改了标题再来一次")))
    assert [error.code for error in again.rows[0].errors] == ["already_listed"]


def test_the_same_file_twice_is_one_import(officer: UnitOfWork) -> None:
    content = workbook(line())
    assert read(officer, content).id == read(officer, content).id


def test_gbk_csv_is_read(officer: UnitOfWork) -> None:
    text = "\r\n".join(",".join(row) for row in (HEAD, line()))
    batch = read(officer, text.encode("gb18030"), "成果.csv")
    assert (batch.right, batch.rows[0].cells["title"]) == (1, "热泵闭式烘干技术")


def test_wrong_headings_say_which_are_missing(officer: UnitOfWork) -> None:
    with pytest.raises(HeadersNotFound) as refusal:
        read(officer, workbook(("x", "y"), head=("项目", "编码")))
    assert refusal.value.missing == "成果名称、专利号"


def test_merged_cells_say_where(officer: UnitOfWork) -> None:
    with pytest.raises(MergedCells) as refusal:
        read(officer, workbook(line(), line(number=OTHER), merge="A2:A3"))
    assert refusal.value.ranges == "A2:A3"


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\x00\x01\x02", b"\xd0\xcf\x11\xe0old xls"])
def test_what_is_no_spreadsheet_is_refused(officer: UnitOfWork, content: bytes) -> None:
    with pytest.raises(FileNotReadable):
        read(officer, content, "成果.xls")


def test_fifty_megabytes_are_refused_unread(officer: UnitOfWork) -> None:
    with pytest.raises(TooLarge):
        read(officer, b"x" * (50 * 1024 * 1024), "成果.csv")


def test_an_import_can_be_undone_while_its_drafts_are_drafts(officer: UnitOfWork) -> None:
    batch = read(officer, workbook(line(), line(title="另一项烘干成果", number=OTHER)))
    service.commit_import(officer, batch_id=batch.id)
    undone = service.undo_import(officer, batch_id=batch.id)
    assert queries.count_by_state(officer, university_id=officer.actor.organization_id) == {"withdrawn": 2}
    assert (undone.right, undone.wrong, undone.created) == (2, 0, 0)
    assert service.commit_import(officer, batch_id=batch.id).created == 2


def test_another_university_cannot_see_or_touch_an_import(uow: UnitOfWork, officer: UnitOfWork) -> None:
    batch = read(officer, workbook(line()))
    rival = replace(
        uow, actor=a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_OFFICER)
    )
    with pytest.raises(NotFound):
        import_queries.get_import(rival, batch_id=batch.id)
    with pytest.raises(NotFound):
        service.commit_import(rival, batch_id=batch.id)
    assert import_queries.get_import(officer, batch_id=batch.id) == batch
