"""Files on their way to a person: named in any script, taken as what they are, kept by nobody else."""

from urllib.parse import unquote

from marketplace.core.web import handed_file, shown_pdf


def test_a_file_to_keep_has_its_name_and_stays_with_nobody_on_the_way() -> None:
    answer = handed_file("成果/模板 1.xlsx", b"cells", "application/octet-stream")
    name = answer.headers["content-disposition"].removeprefix("attachment; filename*=UTF-8''")
    assert (name.isascii(), "/" in name, unquote(name)) == (True, False, "成果/模板 1.xlsx")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.body == b"cells"


def test_a_paper_is_shown_in_place() -> None:
    answer = shown_pdf("HT-2026-000001-en.pdf", b"%PDF")
    assert answer.headers["content-disposition"] == 'inline; filename="HT-2026-000001-en.pdf"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.media_type == "application/pdf"
