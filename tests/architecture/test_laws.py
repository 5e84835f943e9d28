"""docs/laws.md names every law that the code cites, and tests and files that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(
    r"^\| (?P<law>[^|]+) \| (?P<asks>[^|]+) \| `(?P<where>[^`]+)` \| `(?P<file>[^`:]+)::(?P<test>\w+)` \|$",
    re.MULTILINE,
)
CITED = re.compile(
    r"(民法典|专利法实施细则|专利法|促进科技成果转化法|促进法|电子签名法|技术合同解释|个人信息保护法|网络数据安全管理条例)"
    r" §(\d+)"
)
SHORT = {"促进法": "促进科技成果转化法"}
PACKAGES = ("marketplace", "finance", "search", "workers")
ALSO = {"个人信息保护法 §15", "个人信息保护法 §47"}
"""Articles on consent and erasure that the row of §23 covers."""


def rows() -> list[re.Match[str]]:
    text = (ROOT / "docs" / "laws.md").read_text(encoding="utf-8")
    found = list(ROW.finditer(text))
    assert len(found) == text.count("\n| ") - 2, "a row of docs/laws.md does not have its four cells"
    return found


def test_every_row_names_a_file_and_a_test_that_exist() -> None:
    wrong = [
        row["law"]
        for row in rows()
        if not (ROOT / row["where"]).is_file()
        or f"def {row['test']}(" not in (ROOT / row["file"]).read_text(encoding="utf-8")
    ]
    assert wrong == []


def test_every_law_that_the_code_cites_has_a_row() -> None:
    named = {row["law"] for row in rows()} | ALSO
    cited = {
        f"{SHORT.get(law, law)} §{article}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for law, article in CITED.findall(path.read_text(encoding="utf-8"))
    }
    assert sorted(cited - named) == []
