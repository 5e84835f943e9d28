"""Every example of a real or invented number, and the errors that check digits are bound to catch."""

import string

import pytest
from hypothesis import given, strategies as st

from marketplace.identifiers import (
    TEXTS,
    check_id,
    display_patent_no,
    make_hnte_no,
    make_patent_no,
    make_tech_sme_no,
    make_uscc,
    patent_check_digit,
    patent_kind,
    patent_year,
)
from marketplace.identifiers.uscc import ALPHABET

YEAR = 2026


@pytest.mark.parametrize(
    ("written", "normalized"),
    [
        ("ZL201811564288.X", "201811564288X"),
        ("ZL201910603565.1", "2019106035651"),
        ("ZL202110049384.6", "2021100493846"),
        ("ZL202321997718.3", "2023219977183"),
        ("ZL202120592620.4", "2021205926204"),
        ("CN202023309314.X", "202023309314X"),
        ("97101765.4", "971017654"),
        ("95115608.X", "95115608X"),
        ("2013106997442", "2013106997442"),
        ("ZL202110123456.7", "2021101234567"),  # right by luck: a check digit proves typing, not existence
        ("  zl 2018 1 1564288.x ", "201811564288X"),
        ("ＺＬ２０１８１１５６４２８８．Ｘ", "201811564288X"),
        ("ZL201811564288。X", "201811564288X"),
        ("\ufeffZL201811564288.X\u200b", "201811564288X"),
        ("CN97101765.4", "971017654"),
    ],
)
def test_a_right_patent_number(written: str, normalized: str) -> None:
    found = check_id(written, as_of_year=YEAR)
    assert (found.kind, found.normalized, found.valid, found.reason) == (
        "cn_patent_no",
        normalized,
        True,
        None,
    )
    assert found.input == written


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ZL202310123456.7", "patent.check"),
        ("ZL101611564288.X", "patent.year"),
        ("ZL202711564288.X", "patent.year"),
        ("ZL201841564288.X", "patent.kind"),
        ("ZL201801564288.X", "patent.kind"),
        ("ZL20181156428.X", "patent.length"),
        ("ZL2018115642889.X", "patent.length"),
        ("ZL20181X564288.X", "patent.characters"),
        ("ZL2018.11564288X", "patent.dot"),
        ("ZL20181156428.8X", "patent.dot"),
        ("ZL201811564288", "patent.check_missing"),
        ("95115608.1", "patent.check"),
        ("04115608.X", "patent.year"),
        ("ZL", "patent.characters"),
        ("ZL٢٠١٨11564288.X", "patent.characters"),
    ],
)
def test_a_wrong_patent_number_says_why(written: str, code: str) -> None:
    found = check_id(written, as_of_year=YEAR)
    assert (found.kind, found.valid) == ("cn_patent_no", False)
    assert found.reason is not None
    assert found.reason.code == code


def test_the_reason_names_the_expected_digit_in_both_languages() -> None:
    found = check_id("ZL202310123456.7", as_of_year=YEAR)
    assert found.reason is not None
    assert found.reason.text.zh == "校验位不符：应为 6，现为 7。请逐位核对。"
    assert "should be 6 but is 7" in found.reason.text.en


def test_the_worked_example_of_the_old_form() -> None:
    # 9·2 + 5·3 + 1·4 + 1·5 + 5·6 + 6·7 + 0·8 + 8·9 = 186 = 16·11 + 10 → X
    assert patent_check_digit("95115608") == "X"


def test_a_filing_year_after_the_given_year_is_refused() -> None:
    number = make_patent_no(2026, 1, 42)
    assert check_id(number, as_of_year=2026).valid
    assert not check_id(number, as_of_year=2025).valid


def test_display_year_and_kind() -> None:
    assert display_patent_no("201811564288X") == "ZL 2018 1 1564288.X"
    assert display_patent_no("95115608X") == "ZL 95 1 15608.X"
    assert patent_year("95115608X") == 1995
    assert patent_year("021156082") == 2002
    assert [patent_kind(f"2018{k}1564288X") for k in "12389"] == [
        "invention",
        "utility_model",
        "design",
        "invention",
        "utility_model",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "91110000600037341L",
        "12100000425006117P",
        "12320000466006762K",
        "9144030071526726XG",
        "91 110000 600037341l",
    ],
)
def test_a_right_credit_code(code: str) -> None:
    found = check_id(code, as_of_year=YEAR)
    assert (found.kind, found.normalized, found.valid) == ("uscc", code.replace(" ", "").upper(), True)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("91110000600037341N", "uscc.check"),
        ("9111000060003IOZSV", "uscc.characters"),
        ("12320000466000123B", "uscc.check"),
        ("123456789012345678", "uscc.region"),  # passes the outer check alone
        ("9111000060003734L", "uscc.length"),
        ("91110000600037341LL", "uscc.length"),
    ],
)
def test_a_wrong_credit_code_says_why(code: str, reason: str) -> None:
    found = check_id(code, as_of_year=YEAR)
    assert (found.kind, found.valid, found.reason and found.reason.code) == ("uscc", False, reason)


def test_the_inner_check_is_made_when_the_outer_passes() -> None:
    # 60003734 needs the inner check 1; with 2 in its place the outer character is recomputed so that only the inner fails.
    wrong = next(
        code
        for last in ALPHABET
        if (code := f"91110000600037342{last}")
        and check_id(code, as_of_year=YEAR).reason.code != "uscc.check"  # type: ignore[union-attr]
    )
    found = check_id(wrong, as_of_year=YEAR)
    assert found.reason is not None
    assert found.reason.code == "uscc.organization_code"
    assert "应为 1，现为 2" in found.reason.text.zh


@pytest.mark.parametrize(
    ("written", "kind", "valid", "reason"),
    [
        ("CN108993444A", "publication_number", True, None),
        ("CN 108993444 A", "publication_number", True, None),
        ("CN209123456U", "publication_number", True, None),
        ("CN108993444B", "publication_number", True, None),
        ("CN305123456S", "publication_number", True, None),
        ("US10123456B2", "publication_number", True, None),
        ("WO2021/075891A1", "publication_number", True, None),
        ("CN108993444", "publication_number", False, "publication.no_kind_code"),
        ("QQ108993444A", "publication_number", False, "publication.country"),
        ("PCT/CN2021/075891", "publication_number", True, "publication.pct_application"),
        ("US 17/007,198", "publication_number", True, "publication.foreign_application"),
        ("2020SR1875227", "software_copyright_no", True, None),
        ("2014SR123456", "software_copyright_no", True, None),
        ("2020SR187522", "software_copyright_no", False, "software.length"),
        ("2031SR1875227", "software_copyright_no", False, "software.year"),
        ("GR202332001234", "hnte_certificate", True, None),
        ("GR200732001234", "hnte_certificate", False, "hnte.year"),
        ("GR202399001234", "hnte_certificate", False, "hnte.province"),
        ("GR20233200123", "hnte_certificate", False, "hnte.length"),
        ("202632058300001234", "tech_sme_no", True, None),
        ("20253205A8", "unknown", False, "unknown"),
        ("202532058308A00123", "tech_sme_no", True, None),
        ("202432058300001234", "tech_sme_no", False, "tech_sme.year"),
        ("202632998300001234", "tech_sme_no", False, "tech_sme.region"),
        ("", "unknown", False, "unknown"),
        ("南京大学", "unknown", False, "unknown"),
        ("12345", "unknown", False, "unknown"),
    ],
)
def test_other_identifiers_are_named_not_called_wrong_patents(
    *, written: str, kind: str, valid: bool, reason: str | None
) -> None:
    found = check_id(written, as_of_year=YEAR)
    assert (found.kind, found.valid, found.reason and found.reason.code) == (kind, valid, reason)


def test_the_line_of_the_command_is_plain() -> None:
    assert check_id("ZL201811564288.X", as_of_year=YEAR).line() == {
        "input": "ZL201811564288.X",
        "kind": "cn_patent_no",
        "normalized": "201811564288X",
        "valid": True,
        "reason": None,
    }
    line = check_id("91110000600037341N", as_of_year=YEAR).line()
    assert line["reason"] == {
        "code": "uscc.check",
        "zh": "校验位不符：第 18 位应为 L，现为 N。请对照营业执照逐位核对。",
        "en": "The last character should be L but is N; compare with the business licence.",
    }


patents = st.builds(
    make_patent_no, st.integers(2003, YEAR), st.sampled_from([1, 2, 3, 8, 9]), st.integers(0, 9_999_999)
)
old_patents = st.builds(
    make_patent_no, st.integers(1985, 2002), st.sampled_from([1, 2, 3, 8, 9]), st.integers(0, 99_999)
)
usccs = st.builds(
    make_uscc, st.sampled_from(["91", "12", "52", "92"]), st.just("320583"), st.integers(0, 31**8 - 1)
)


@given(patents | old_patents)
def test_generated_patent_numbers_are_right(number: str) -> None:
    assert check_id(number, as_of_year=YEAR).valid


@given(patents | old_patents, st.data())
def test_one_wrong_digit_in_a_patent_number_is_always_found(number: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([i for i, char in enumerate(number) if char.isdigit()]))
    other = data.draw(st.sampled_from(string.digits).filter(lambda char: char != number[place]))
    mistyped = number[:place] + other + number[place + 1 :]
    assert not check_id(mistyped, as_of_year=YEAR).valid


@given(usccs)
def test_generated_credit_codes_are_right(code: str) -> None:
    assert check_id(code, as_of_year=YEAR).valid


@given(usccs, st.data())
def test_one_wrong_character_in_a_credit_code_is_always_found(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 17))
    other = data.draw(
        st.sampled_from(string.digits + string.ascii_uppercase).filter(lambda char: char != code[place])
    )
    found = check_id(code[:place] + other + code[place + 1 :], as_of_year=YEAR)
    assert (found.kind, found.valid) == ("uscc", False)


@given(
    st.integers(YEAR - 1, YEAR), st.integers(0, 99_999_999), st.integers(2008, YEAR), st.integers(0, 999_999)
)
def test_generated_certificates_are_right(year: int, serial: int, hnte_year: int, hnte_serial: int) -> None:
    assert check_id(make_tech_sme_no(year, "320106", serial), as_of_year=YEAR).kind == "tech_sme_no"
    assert check_id(make_tech_sme_no(year, "320106", serial), as_of_year=YEAR).valid
    assert check_id(make_hnte_no(hnte_year, "32", hnte_serial), as_of_year=YEAR).valid


@given(st.text(max_size=40))
def test_nothing_typed_makes_it_fail(text: str) -> None:
    found = check_id(text, as_of_year=YEAR)
    assert found.valid or found.reason is not None


def test_every_reason_reads_in_both_languages() -> None:
    for code, text in TEXTS.items():
        assert text.zh, code
        assert text.en, code
