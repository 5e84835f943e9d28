"""One reader for the exports of banks: golden files of each layout, and what must never happen whatever the file."""

import csv
import io
import random
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings as hypothesis, strategies as st

from finance.bank.errors import StatementDoesNotAddUp, StatementNotReadable, StatementRowsWrong
from finance.bank.layouts import layouts
from finance.bank.reading import read_statement
from finance.bank.statement import Statement

FILES = Path(__file__).with_name("files")
FIRM, ITS_ACCOUNT = "苏州演示机械有限公司", "3299000008000001"


def told(statement: Statement) -> list[tuple[Any, ...]]:
    return [
        (line.booked_on.day, line.signed_minor, line.name, line.account, line.memo)
        for line in statement.lines
    ]


def read(name: str) -> Statement:
    return read_statement((FILES / name).read_bytes())


def test_icbc_tells_both_directions_in_two_columns_and_numbers_nothing() -> None:
    statement = read("icbc.csv")
    assert (statement.layout, statement.account_no) == ("icbc_2019", "")
    assert told(statement) == [
        (1, 8_000_000, FIRM, ITS_ACCOUNT, "许可费 转账 FK0000000195"),
        (2, -123_456, "无锡演示物业有限公司", "3299000009000002", "电费 转账"),
        (2, 8_000_000, FIRM, ITS_ACCOUNT, "许可费 转账 第二期"),
    ]
    assert (statement.opening_minor, statement.closing_minor) == (100_000_000, 115_876_544)
    assert len({line.key for line in statement.lines}) == 3


def test_ccb_is_newest_first_with_the_account_above_and_totals_below() -> None:
    statement = read("ccb.csv")
    assert (statement.layout, statement.account_no) == ("ccb_2018", "3200123456789999")
    assert told(statement) == [
        (2, -210_000, "演示测试服务部", "6216602270000081", "电子转账 检测费"),
        (1, 8_000_000, FIRM, ITS_ACCOUNT, "电汇 付许可费FK0000000195"),
    ]
    assert (statement.opening_minor, statement.closing_minor) == (50_000_000, 57_790_000)
    assert [line.key for line in statement.lines] == ["n:13836-320000002DEMO|out", "n:13835-320000001DEMO"]


@pytest.mark.fault("P28")
def test_cmb_keeps_two_equal_payments_of_one_day() -> None:
    statement = read("cmb.csv")
    assert (statement.layout, statement.account_no) == ("cmb_2019", "510900000010801")
    assert [line.signed_minor for line in statement.lines] == [8_000_000, 8_000_000, -1_550]
    assert [line.key for line in statement.lines] == ["n:C0301A", "n:C0301B", "n:C0302A|out"]
    assert (statement.opening_minor, statement.closing_minor) == (10_000_000, 25_998_450)


def test_boc_names_payer_and_payee_and_signs_its_amounts() -> None:
    statement = read("boc.csv")
    assert (statement.layout, statement.account_no) == ("boc_2017", "600000000001")
    assert told(statement) == [
        (1, 8_000_000, FIRM, ITS_ACCOUNT, "许可费 FK0000000195"),
        (2, -100_000, "无锡演示物业有限公司", "3299000009000002", "电费"),
    ]
    assert (statement.opening_minor, statement.closing_minor) == (1_000_000, 8_900_000)


@pytest.mark.parametrize("version", ["02", "08"])
def test_both_versions_of_camt_say_the_same(version: str) -> None:
    statement = read(f"camt_{version}.xml")
    assert (statement.layout, statement.account_no) == (f"camt.053.{version}", "3200123456789999")
    assert told(statement) == [
        (1, 8_000_000, FIRM, ITS_ACCOUNT, "付许可费 FK0000000195"), (2, -210_000, "演示测试服务部", "6216602270000081", "检测费"),
    ]  # fmt: skip
    assert (statement.opening_minor, statement.closing_minor) == (50_000_000, 57_790_000)


def test_an_excel_file_reads_like_its_csv() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in csv.reader(io.StringIO((FILES / "ccb.csv").read_bytes().decode("gb18030"))):
        sheet.append([date(2026, 3, int(c[-1])) if c in ("20260301", "20260302") else c for c in cells])
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_statement(buffer.getvalue()) == read("ccb.csv")


@pytest.mark.fault("P28")
def test_lines_in_another_order_are_the_same_lines() -> None:
    text = (FILES / "cmb.csv").read_bytes().decode("utf-8-sig").splitlines()
    head, rows = text[:8], text[8:]
    random.Random(5).shuffle(rows)
    shuffled = read_statement("\n".join([*head, *rows]).encode())
    assert {line.key for line in shuffled.lines} == {line.key for line in read("cmb.csv").lines}
    assert (shuffled.opening_minor, shuffled.closing_minor) == (10_000_000, 25_998_450)


def altered(name: str, old: str, new: str) -> bytes:
    text = (FILES / name).read_bytes().decode("gb18030")
    assert old in text
    return text.replace(old, new).encode("gb18030")


def test_a_changed_amount_breaks_the_chain_of_balances_and_the_row_is_named() -> None:
    with pytest.raises(StatementDoesNotAddUp) as refused:
        read_statement(altered("icbc.csv", "1,234.56", "1,234.55"))
    assert [error.pointer for error in refused.value.errors] == ["/rows/3/balance", "/rows/4/balance"]


def test_a_missing_line_is_noticed() -> None:
    lines = (FILES / "icbc.csv").read_bytes().decode("gb18030").splitlines()
    with pytest.raises(StatementDoesNotAddUp):
        read_statement("\n".join([*lines[:3], lines[4]]).encode())


def test_totals_that_the_bank_states_are_checked() -> None:
    with pytest.raises(StatementDoesNotAddUp) as refused:
        read_statement(
            altered(
                "boc.csv",
                'Total Credit Amount of Payments ],"80,000.00"',
                'Total Credit Amount of Payments ],"80,001.00"',
            )
        )
    assert (refused.value.stated_minor, refused.value.counted_minor) == (8_000_100, 8_000_000)


def camt(old: str, new: str) -> bytes:
    text = (FILES / "camt_02.xml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


def test_a_camt_whose_balances_do_not_follow_is_refused() -> None:
    with pytest.raises(StatementDoesNotAddUp):
        read_statement(camt("577900.00", "577900.01"))


def test_wrong_camt_entries_are_named() -> None:
    with pytest.raises(StatementRowsWrong) as refused:
        read_statement(camt('<Amt Ccy="CNY">2100.00</Amt>', '<Amt Ccy="USD">2100.00</Amt>'))
    assert [error.pointer for error in refused.value.errors] == ["/rows/2/Ntry"]


HOSTILE = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd">',
)


@pytest.mark.parametrize("doctype", HOSTILE)
@pytest.mark.parametrize("entity", ["", "&x;", "&c;"])
def test_documents_that_bring_entities_or_fetch_are_refused(doctype: str, entity: str) -> None:
    text = (FILES / "camt_02.xml").read_text(encoding="utf-8").replace("检测费", entity or "检测费")
    head, _, rest = text.partition("\n")
    with pytest.raises(StatementNotReadable):
        read_statement(f"{head}\n{doctype}\n{rest}".encode())


@pytest.mark.parametrize(
    "content", [b"<", b"<a/>", b"<?xml version='1.0'?><Document xmlns='urn:other'/>", b"\xef\xbb\xbf<a>"]
)
def test_other_xml_is_refused(content: bytes) -> None:
    with pytest.raises(StatementNotReadable):
        read_statement(content)


def test_layouts_are_dated_and_say_what_is_confirmed() -> None:
    assert [layout.id for layout in layouts()] == [
        "icbc_2019",
        "icbc_flag_2021",
        "ccb_2018",
        "cmb_2019",
        "boc_2017",
        "general",
    ]
    assert len({layout.bank.en for layout in layouts()} - {"General layout"}) == 4
    assert layouts()[-1].marks == ()  # whatever fits no bank comes last
    assert all(not layout.positions(["合同", "金额"]) for layout in layouts())


MONEY = st.integers(min_value=1, max_value=10**11)
LINES = st.lists(
    st.tuples(st.booleans(), MONEY, st.dates(date(2020, 1, 1), date(2030, 12, 31))), min_size=1, max_size=30
)


@hypothesis(max_examples=150, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_whatever_was_paid_is_read_to_the_fen_in_any_order(
    payments: list[tuple[bool, int, date]], mix: random.Random
) -> None:
    balance, rows = 500_000, []
    for received, amount, day in payments:
        balance += amount if received else -amount
        text, after = (f"{Decimal(minor) / 100:,.2f}" for minor in (amount, balance))
        rows.append([f"{day:%Y%m%d}", *((text, "") if received else ("", text)), after])
    mix.shuffle(rows)
    out = io.StringIO()
    csv.writer(out).writerows([["记账日期", "贷方发生额", "借方发生额", "余额"], *rows])
    statement = read_statement(out.getvalue().encode("gb18030"))

    assert sorted(line.signed_minor for line in statement.lines) == sorted(
        a if r else -a for r, a, _ in payments
    )
    assert len({line.key for line in statement.lines}) == len(payments)
    if statement.opening_minor != statement.closing_minor:
        assert (statement.opening_minor, statement.closing_minor) == (500_000, balance)


@hypothesis(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_crash(content: bytes) -> None:
    with suppress(StatementNotReadable, StatementRowsWrong, StatementDoesNotAddUp):
        read_statement(content)


CELLS = st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8)
HEADS = st.sampled_from([(FILES / name).read_bytes() for name in ("icbc.csv", "ccb.csv", "boc.csv")])


@hypothesis(max_examples=200, deadline=None)
@given(HEADS, CELLS)
def test_no_cells_make_the_reader_crash(head: bytes, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    with suppress(StatementNotReadable, StatementRowsWrong, StatementDoesNotAddUp):
        read_statement(head + out.getvalue().encode("gb18030", "ignore"))


@hypothesis(max_examples=200, deadline=None)
@given(st.integers(0, 2_000), st.binary(max_size=6))
def test_no_damage_makes_the_xml_reader_crash(where: int, what: bytes) -> None:
    content = (FILES / "camt_02.xml").read_bytes()
    with suppress(StatementNotReadable, StatementRowsWrong, StatementDoesNotAddUp):
        read_statement(content[:where] + what + content[where + len(what) :])
