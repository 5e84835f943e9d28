import pytest

from search import analysis
from search.analysis import Views


def test_four_views_of_a_text() -> None:
    assert analysis.views("慢性中耳炎手術用MRI, 3.5 kg") == Views(
        u=("慢", "性", "中", "耳", "炎", "手", "术", "用", "mri", "3.5", "kg"),
        b=("慢性", "性中", "中耳", "耳炎", "炎手", "手术", "术用", "mri", "3.5", "kg"),
        w=("慢性", "中耳", "耳炎", "中耳炎", "手术", "用", "mri", "3.5", "kg"),
        p=(
            "man'xing",
            "xing'zhong",
            "zhong'er",
            "er'yan",
            "yan'shou",
            "shou'shu",
            "shu'yong",
            "mri",
            "3.5",
            "kg",
        ),
    )


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("ＰＶＣ管", "pvc管"),
        ("電動車", "电动车"),
        ("面積100㎡", "面积100m2"),
        ("Ⅳ型", "iv型"),
        ("ﬁlm", "film"),
        ("石墨烯", "石墨烯"),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert analysis.normalize(written) == normal
    assert analysis.normalize(normal) == normal


def test_traditional_and_simplified_have_the_same_tokens() -> None:
    assert analysis.views("鋰離子電池隔膜的製備") == analysis.views("锂离子电池隔膜的制备")


def test_a_text_without_words_has_no_tokens() -> None:
    assert analysis.views("……！？ — ") == Views((), (), (), ())


def test_words_of_the_trade_stay_whole() -> None:
    assert "气凝胶" in analysis.views("气凝胶毡").w
    assert "先使用后付费" in analysis.views("按先使用后付费许可").w


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("我想找一种能源怎么办", "能 源"),
        ("有没有什么办法让焊缝不变形", "办 法 焊 缝 不 变 形"),
        ("地震能把房子怎么样", "地 震 房 子"),
        ("怎么办", "怎 么 办"),
        ("电池掉电太快怎么办", "电 池 掉 电 快"),
        ("太阳能板很贵", "太 阳 能 板 贵"),
    ],
)
def test_function_words_go_unless_nothing_remains(asked: str, left: str) -> None:
    assert " ".join(analysis.query_views(asked).u) == left


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("pinlvxiangying", ("pin'lv", "lv'xiang", "xiang'ying")),
        ("engesi", ("en'ge", "ge'si", "eng'e", "e'si")),
        ("xian", ("xian",)),
        ("graphene", ("graphene",)),
        ("PVC", ("pvc",)),
        ("功虑谱", ("gong'lv", "lv'pu")),
    ],
)
def test_how_a_query_sounds(typed: str, pairs: tuple[str, ...]) -> None:
    assert set(analysis.query_views(typed).p) == set(pairs)


def test_a_misspelt_word_sounds_like_the_right_one() -> None:
    assert (
        analysis.query_views("功虑谱").p == analysis.views("功率谱").p == analysis.query_views("gonglvpu").p
    )


def test_only_the_first_512_characters_of_a_query_are_read() -> None:
    assert len(analysis.query_views("钢" * 600).u) == 512


def test_a_long_latin_run_is_read_in_bounded_time() -> None:
    assert analysis.query_views("xian" * 128).p  # 2 ways to read each of 128 syllables, 8 of them followed


def test_places_point_into_the_text_as_written() -> None:
    text = "面積100㎡的"
    normalized, places = analysis.with_places(text)
    assert normalized == "面积100m2的"
    assert [text[place] for place in places] == ["面", "積", "1", "0", "0", "㎡", "㎡", "的"]


def test_the_fingerprint_follows_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    before = analysis.fingerprint()
    monkeypatch.setattr(analysis, "RULES", "other")
    analysis.fingerprint.cache_clear()
    try:
        assert analysis.fingerprint() != before
    finally:
        monkeypatch.undo()
        analysis.fingerprint.cache_clear()
    assert analysis.fingerprint() == before
