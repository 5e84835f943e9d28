"""The demo's texts and what is generated from them, without a database."""

import re
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from marketplace.app.seed import offers, wording
from marketplace.app.seed.filling import FULL, SEED
from marketplace.app.seed.plot import OFFICE, SHELVES
from marketplace.app.seed.reading import FIELDS, instrument_book, texts
from marketplace.app.seed.results import Result, generate
from marketplace.identifiers import check_id
from marketplace.identity.permissions import Role
from marketplace.listings.schemas import RightKind
from marketplace.listings.service.drafting import wrong_parts

TODAY = date(2026, 11, 24)
PAIR = re.compile(
    r"由(?P<before>[\d.]+)\s?(?P<unit>[^\d，；]*?)(?P<verb>降到|缩到|减到|升到|提到|提高到|增到) ?(?P<after>[\d.]+)\s?(?P<same>[^\d，；。]*)"
)


@pytest.fixture(scope="module")
def full() -> list[Result]:
    return generate(texts(), count=FULL, seed=SEED, today=TODAY)


def test_the_texts_are_as_many_as_promised_and_speak_of_each_other() -> None:
    book = texts()
    assert sum(zone.pilot for zone in book.zones) == 18
    assert len(book.universities) >= 37
    assert len(book.firms) >= 60
    assert len(book.needs) == 100
    assert len(book.kernels) >= 150
    assert {kernel.field for kernel in book.kernels} == set(FIELDS)
    assert set(SHELVES) <= {kernel.id for kernel in book.kernels}
    assert {need.firm for need in book.needs} <= {firm.key for firm in book.firms}
    assert {need.field for need in book.needs} == set(FIELDS)
    assert {firm.zone for firm in book.firms if firm.zone} <= {zone.key for zone in book.zones}
    places = (*book.zones, *book.universities, *book.firms, *book.providers, *book.offices)
    assert max(Counter(place.key for place in places).values()) == 1
    assert max(Counter(place.name for place in places).values()) == 1
    assert {person.place for person in book.people} <= {place.key for place in places}
    assert {person.role for person in book.people} == set(Role)
    assert {product["provider"] for product in instrument_book()["products"]} <= {
        p.key for p in book.providers
    }


def test_firms_meet_every_answer_of_eligibility() -> None:
    firms = texts().firms
    assert {firm.registered for firm in firms} == {"valid", "expired", "revoked", "none"}
    pilots = {zone.key for zone in texts().zones if zone.pilot}
    assert {firm.zone in pilots if firm.zone else None for firm in firms} == {True, False, None}
    assert any(firm.sales > 20_000 for firm in firms)


def test_every_field_is_somebodys_strength_and_has_units() -> None:
    for field in FIELDS:
        assert [u.key for u in texts().universities if field in u.fields]
        assert texts().units[field]


def test_the_full_demo_has_as_many_results_as_a_pilot_zone_and_no_title_twice(full: list[Result]) -> None:
    assert len({result.draft.title for result in full}) == len(full) == 5_151
    assert Counter(result.is_kernel for result in full)[True] == len(texts().kernels)
    per_kernel = Counter(result.kernel for result in full)
    assert max(per_kernel.values()) - min(per_kernel.values()) <= 1


def test_every_generated_number_and_share_is_right(full: list[Result]) -> None:
    assert [error for result in full for error in wrong_parts(result.draft, TODAY.year)] == []
    rights = [right for result in full for right in result.draft.rights]
    numbers = [right.number for right in rights if right.number]
    assert max(Counter(numbers).values()) == 1
    patents = [right for right in rights if right.kind in (RightKind.PATENT, RightKind.APPLICATION)]
    assert {check_id(right.number, as_of_year=TODAY.year).valid for right in patents} == {True}
    granted = [right for right in patents if right.kind is RightKind.PATENT]
    assert all(
        right.filed_on and right.granted_on and right.filed_on < right.granted_on < TODAY for right in granted
    )
    assert all(right.annuity_paid_to and right.annuity_paid_to > TODAY for right in granted)


def test_siblings_differ_in_words_and_terms_but_keep_the_facts_of_their_kernel(full: list[Result]) -> None:
    kernels = {kernel.id: kernel for kernel in texts().kernels}
    for result in full:
        kernel, draft = kernels[result.kernel], result.draft
        assert (draft.trl, draft.ipc, draft.industry or draft.track) == (kernel.trl, kernel.ipc, kernel.field)
        assert bool(draft.evidence) == result.is_kernel
        assert draft.problem
        assert draft.mechanism
        assert draft.benefit
        assert "{" not in draft.title + draft.problem + draft.mechanism + draft.benefit
    assert len({result.draft.terms for result in full}) > 2_000
    assert len({result.draft.benefit for result in full}) > 4_500
    use_first = sum(result.draft.terms.is_use_first for result in full if result.draft.terms)
    assert 0.85 < use_first / len(full) < 0.97


def test_universities_bring_what_they_are_strong_in(full: list[Result]) -> None:
    strong = {university.key: university.fields for university in texts().universities}
    for result in full:
        if result.kernel in SHELVES and result.is_kernel:
            assert result.university == OFFICE
        else:
            assert (result.draft.industry or result.draft.track) in strong[result.university]
    assert {result.university for result in full} == set(strong)


def test_the_same_seed_gives_the_same_and_another_one_gives_others(full: list[Result]) -> None:
    assert generate(texts(), count=FULL, seed=SEED, today=TODAY) == full
    other = generate(texts(), count=600, seed=SEED + 1, today=TODAY)
    assert other != full[:600]


def test_more_results_than_the_texts_yield_are_refused() -> None:
    with pytest.raises(ValueError, match="the texts yield"):
        generate(texts(), count=100_000, seed=1, today=TODAY)


@pytest.mark.parametrize(
    ("sentence", "untouched"),
    [
        ("发现率由0提高到100%", "发现率由0提高到100%"),
        ("零下 50 度不裂，6 轴联动，达到 5G 要求", "零下 50 度不裂，6 轴联动，达到 5G 要求"),
        ("张力处于12至20牛之间", "张力处于12至20牛之间"),
        ("细菌降到10的3次方", "细菌降到10的3次方"),
    ],
)
def test_figures_that_name_something_do_not_move(sentence: str, untouched: str) -> None:
    assert {wording.moved_figures(sentence, Random(seed)) for seed in range(50)} == {untouched}


def test_figures_move_together_and_keep_their_direction(full: list[Result]) -> None:
    checked = 0
    for result in full:
        for found in PAIR.finditer(result.draft.benefit):
            if found["unit"].strip()[:1] != found["same"].strip()[:1]:
                continue  # days became minutes
            checked += 1
            before, after = float(found["before"]), float(found["after"])
            falls = found["verb"] in ("降到", "缩到", "减到")
            assert before >= after if falls else before <= after, result.draft.benefit
        assert all(float(share) <= 100 for share in re.findall(r"([\d.]+)\s?%", result.draft.benefit))
    assert checked > 1_000


def test_a_share_that_follows_from_amounts_stays() -> None:
    moved = wording.moved_figures("单位气耗由0.132度降到0.108度，节电18%", Random(3))
    assert moved.endswith("节电18%")
    assert not moved.startswith("单位气耗由0.132度")


@pytest.mark.parametrize("seed", range(40))
def test_terms_fit_the_market_and_stay_within_the_licence(seed: int) -> None:
    sheet = offers.term_sheet(Random(seed), (200, 3000), "染整")
    fees = sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(m.amount_minor for m in sheet.milestones)
    assert sheet.field_of_use == "染整"
    assert fees or sheet.royalty
    assert fees <= offers.typical_sales_minor((200, 3000)) * 5 // 100
    if sheet.instalments:
        last = sheet.free_period_months + sheet.instalments.count * sheet.instalments.every_months
        assert last <= sheet.months
    assert timedelta(days=30 * sheet.months) > timedelta(days=30 * sheet.free_period_months)
