import pytest

from search.documents.codes import ipc_levels, listing_code, patent_code, recognized


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("XY-2026-000123", "XY2026000123"),
        ("xy2026 000123", "XY2026000123"),
        ("ＸＹ－2026－000123", "XY2026000123"),
        ("ZL 2018 1 1564288.X", "201811564288X"),
        ("201811564288.x", "201811564288X"),
        ("ZL98123456.7", "981234567"),
        ("CN115881234A", "CN115881234A"),
        ("H01M", "H01M"),
        ("h01m 10/0525", "H01M10/0525"),
        ("H01M10", "H01M10"),
        ("H01", "H01"),
        ("H", None),
        ("锂电池", None),
        ("CNC", None),
        ("12345", None),
        ("B737 叶片", None),
        ("", None),
    ],
)
def test_numbers_are_recognized(typed: str, code: str | None) -> None:
    assert recognized(typed) == code


def test_what_is_indexed_is_what_is_recognized() -> None:
    assert listing_code("XY-2026-000123") == recognized("XY-2026-000123")
    assert patent_code("201811564288X") == recognized("ZL 2018 1 1564288.X")
    assert ipc_levels("H01M 10/0525") == ("H", "H01", "H01M", "H01M10", "H01M10/0525")
    assert ipc_levels("H01M 10/0525")[-1] == recognized("H01M 10/0525")


@pytest.mark.parametrize("text", ["", "H01M 10/", "H0110/05", "Z01M", "H01M 10/0525; C25B 1/04"])
def test_no_symbol_has_no_levels(text: str) -> None:
    assert ipc_levels(text) == ()
