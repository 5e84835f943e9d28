"""What must hold for every applicant and every product."""

from uuid import UUID

from hypothesis import assume, given, strategies as st

from finance.matching.evaluation import GateVerdict, Status, status, verdict
from finance.matching.facts import FactSheet
from finance.matching.flip import apply, flip
from finance.matching.gates import Between, Gate, OneOf
from finance.matching.reference import Offer, match, order
from finance.matching.scoring import HOUSE
from tests.finance.matching import strategies as random


@given(random.sheets(), random.rules, st.data())
def test_adding_a_fact_never_turns_an_answer_into_unknown(
    sheet: FactSheet, rule: object, data: st.DataObject
) -> None:
    unknown = sorted(field for field in random.WORLD if sheet.known(field) is None)
    assume(unknown)
    added = data.draw(
        st.sampled_from(unknown).flatmap(random.facts).filter(lambda fact: fact.value is not None)
    )
    after = sheet.with_fact(added)
    assume(after.known(added.field) is not None)
    before_answer = verdict(rule, sheet)
    if before_answer is not GateVerdict.UNKNOWN:
        assert verdict(rule, after) is before_answer


@given(random.sheets(), random.gates(), random.gates(max_size=2))
def test_a_further_gate_never_makes_anyone_eligible(
    sheet: FactSheet, some: tuple[Gate, ...], more: tuple[Gate, ...]
) -> None:
    rank = {Status.ELIGIBLE: 0, Status.POSSIBLE: 1, Status.EXCLUDED: 2}
    assert rank[status(some + more, sheet)] >= rank[status(some, sheet)]


@given(
    random.sheets(), st.sampled_from(random.MONEY), st.integers(0, 12), st.integers(0, 12), st.integers(0, 5)
)
def test_a_tighter_bound_never_lets_anyone_in(
    sheet: FactSheet, field: str, low: int, high: int, by: int
) -> None:
    loose = Between(field=field, min=min(low, high), max=max(low, high) + 2 * by)
    tight = (
        Between(field=field, min=loose.min + by, max=loose.max - by)
        if loose.max - loose.min >= 2 * by
        else loose
    )
    if verdict(tight, sheet) is GateVerdict.PASS:
        assert verdict(loose, sheet) is GateVerdict.PASS


@given(random.sheets(), st.data())
def test_a_shorter_list_never_lets_anyone_in(sheet: FactSheet, data: st.DataObject) -> None:
    words = data.draw(random.words_of("stage").filter(lambda drawn: len(drawn) > 1))
    if verdict(OneOf(field="stage", values=words[1:]), sheet) is GateVerdict.PASS:
        assert verdict(OneOf(field="stage", values=words), sheet) is GateVerdict.PASS


@given(random.sheets(), random.gates())
def test_a_promised_flip_opens_the_product(sheet: FactSheet, gates: tuple[Gate, ...]) -> None:
    found = flip(gates, sheet)
    assert (found is None) == (status(gates, sheet) is not Status.EXCLUDED)
    if found is None:
        return
    failing = [gate for gate in gates if verdict(gate.rule, sheet) is GateVerdict.FAIL]
    if any(gate.changeable_by in ("nobody", "provider") for gate in failing) or len(failing) > 2:
        assert not found.reachable
    assert found.reachable == bool(found.changes)
    if found.reachable:
        after = apply(found.changes, sheet)
        assert status(gates, after) is not Status.EXCLUDED
        assert all(verdict(gate.rule, after) is not GateVerdict.FAIL for gate in failing)


@given(random.sheets(), random.gates(), st.sampled_from(["equity", "debt", "cover"]))
def test_a_match_is_whole_and_reproducible(sheet: FactSheet, gates: tuple[Gate, ...], family: str) -> None:
    offer = Offer(instrument_id=UUID(int=7), instrument_version=3, gates=gates, preferences=HOUSE[family])
    first = match(offer, sheet)
    again = FactSheet.model_validate_json(sheet.canonical())
    assert match(offer, again) == first
    assert first.score == sum(part.points for part in first.parts) <= 1_000
    assert all(0 <= part.points <= part.points_max for part in first.parts)
    assert sum(part.points_max for part in first.parts) == 1_000
    assert {gate.id for gate in first.gates} == {gate.id for gate in gates}
    needed = {field for gate in first.gates for field in gate.missing}
    assert needed == {field for paper in first.papers for field in paper.fields}
    if first.status is Status.POSSIBLE:
        assert first.papers


@given(
    st.lists(
        st.tuples(st.integers(0, 5), random.sheets(), random.gates(max_size=1)),
        max_size=6,
        unique_by=lambda t: t[0],
    )
)
def test_the_order_does_not_depend_on_the_order_of_asking(
    drawn: list[tuple[int, FactSheet, tuple[Gate, ...]]],
) -> None:
    matches = [
        match(
            Offer(instrument_id=UUID(int=n), instrument_version=1, gates=gates, preferences=HOUSE["debt"]),
            sheet,
        )
        for n, sheet, gates in drawn
    ]
    assert order(matches) == order(reversed(matches))


@given(random.sheets(), st.randoms())
def test_the_hash_does_not_depend_on_the_order_of_facts(sheet: FactSheet, dice: object) -> None:
    shuffled = list(sheet.facts)
    dice.shuffle(shuffled)
    assert sheet.model_copy(update={"facts": tuple(shuffled)}).hash() == sheet.hash()
