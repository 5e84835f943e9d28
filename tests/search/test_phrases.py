import pytest

from search.query.phrases import Phrases, collect, did_you_mean, suggest


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return collect(
        (
            ("锂离子电池", 9),
            ("电池隔膜", 7),
            ("功率谱", 5),
            ("钙钛矿太阳能电池", 4),
            ("东南大学", 3),
            ("PVC管材", 2),
            ("6G", 1),
        )
    )


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("电池", ["电池隔膜", "锂离子电池", "钙钛矿太阳能电池"]),
        ("電池", ["电池隔膜", "锂离子电池", "钙钛矿太阳能电池"]),
        ("lilizi", ["锂离子电池"]),
        ("li li zi", ["锂离子电池"]),
        ("gtk", ["钙钛矿太阳能电池"]),
        ("dndx", ["东南大学"]),
        ("pvc", ["PVC管材"]),
        ("6", ["6G"]),
        ("功率谱", []),
        ("没有的", []),
        ("  ", []),
    ],
)
def test_suggestions_begin_with_what_was_typed_then_hold_it(
    phrases: Phrases, typed: str, suggested: list[str]
) -> None:
    assert suggest(phrases, typed, 8) == suggested


def test_as_many_suggestions_as_asked_for(phrases: Phrases) -> None:
    assert suggest(phrases, "电池", 2) == ["电池隔膜", "锂离子电池"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("功虑谱", "功率谱"),
        ("锂粒子电池回收", "锂离子电池回收"),
        ("gonglvpu", "功率谱"),
        ("东南大雪", "东南大学"),
        ("功率谱", None),
        ("锂离子电池低温", None),
        ("graphene", None),
        ("怎么让电池更耐用", None),
        ("", None),
    ],
)
def test_misspelt_stretches_are_offered_mended(phrases: Phrases, typed: str, meant: str | None) -> None:
    assert did_you_mean(phrases, typed) == meant
