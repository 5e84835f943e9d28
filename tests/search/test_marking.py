import pytest
from hypothesis import given, strategies as st

from search.query.marking import Piece, excerpt, mark, reasons, wanted, whole


def shown(fragments: list[Piece]) -> str:
    return "".join(f"[{each.text}]" if each.hit else each.text for each in fragments)


def marked(text: str, query: str, *, by_sound: bool = False) -> str:
    return shown(whole(mark(text, wanted(query, by_sound=by_sound))))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("锂离子电池隔膜", "锂离子电池", "[锂离子电池]隔膜"),
        ("鋰離子電池", "锂电池", "鋰離子[電池]"),
        ("新离子电镀", "离子电池", "新[离子电]镀"),
        ("Graph与pH值、PH计", "ph", "Graph与[pH]值、[PH]计"),
        ("面积100㎡", "100m2", "面积[100㎡]"),
        ("钢轨", "钢", "[钢]轨"),
        ("没有", "电池", "没有"),
        ("<b>电池</b>", "电池", "<b>[电池]</b>"),
        ("", "电池", ""),
        ("电池", "……", "电池"),
    ],
)
def test_marks(text: str, query: str, expected: str) -> None:
    assert marked(text, query) == expected


def test_what_only_sounds_alike_is_marked_when_nothing_else_is() -> None:
    assert marked("功率谱估计", "功虑谱", by_sound=True) == "[功率谱]估计"
    assert marked("功率谱估计", "gonglvpu", by_sound=True) == "[功率谱]估计"
    assert marked("功率谱估计", "功虑谱") == "功率谱估计"


def test_the_excerpt_holds_the_two_best_sentences_in_their_order() -> None:
    text = "第一句说别的。低温下电池掉电快。中间一句。换了电解液以后电池好了！最后一句。"
    assert shown(excerpt(mark(text, wanted("电池低温掉电快", by_sound=False)))) == (
        "[低温]下[电池掉电快]。 … 换了电解液以后[电池]好了！"
    )


def test_a_long_sentence_is_cut_around_its_first_mark() -> None:
    text = "前" * 200 + "电池" + "后" * 200
    found = excerpt(mark(text, wanted("电池", by_sound=False)))
    assert shown(found) == " … " + "前" * 12 + "[电池]" + "后" * 76 + " … "


def test_without_marks_the_excerpt_is_the_first_sentence() -> None:
    assert shown(excerpt(mark("第一句。第二句。", wanted("电池", by_sound=False)))) == "第一句。"
    assert excerpt(mark("", wanted("电池", by_sound=False))) == []


def test_reasons_are_the_marked_words_as_written_and_none_within_another() -> None:
    found = mark("電池與锂离子电池、低溫电池", wanted("低温锂离子电池", by_sound=False))
    assert reasons(found) == ("锂离子电池", "低溫电池", "電池")


@given(st.text(max_size=60), st.text(max_size=20), st.booleans())
def test_fragments_always_join_to_the_text(text: str, query: str, by_sound: bool) -> None:
    found = mark(text, wanted(query, by_sound=by_sound))
    assert "".join(each.text for each in whole(found)) == text
    assert all(each.text for each in whole(found))
