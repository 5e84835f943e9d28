"""Thousands of results from the hand-written ones. Pure: the same seed and day give the same texts, numbers and dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from random import Random

from marketplace.app.seed import offers, wording
from marketplace.app.seed.plot import OFFICE, SHELVES
from marketplace.app.seed.reading import Kernel, Texts, University
from marketplace.core.money import BPS, allocate
from marketplace.identifiers import make_patent_no
from marketplace.listings.schemas import (
    InventorDraft,
    ListingDraft,
    PriceMode,
    RightDraft,
    RightKind,
)
from marketplace.organizations.schemas import Industry, Track

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰志建国新文斌海燕鹏飞宇浩凯健俊帆雪晨阳林峰瑞婷琳云岚松柏川江河远"
    "航程博睿思涵子轩梓佳怡清泉书恒毅卓然若溪亦凡景行知秋以宁承泽望舒"
)
KEYWORDS_AT_MOST = 12
INVENTED_SERIALS = 9_000_000
"""The patent office has never given serials this high, so that an invented number is nobody's."""


@dataclass(frozen=True)
class Result:
    """A generated result: what its officer would write, at which university, from which kernel."""

    university: str
    kernel: str
    is_kernel: bool
    draft: ListingDraft


@dataclass(frozen=True)
class Idea:
    """A kernel as it is (`thing` empty), or its sibling for another thing from another angle."""

    kernel: Kernel
    thing: str = ""
    angle: str = ""

    @property
    def title(self) -> str:
        """The title, which no other idea may have."""
        words = {"object": self.thing, "angle": self.angle}
        return self.kernel.derived_title.format(**words) if self.thing else self.kernel.title


def generate(texts: Texts, *, count: int, seed: int, today: date) -> list[Result]:
    """Return `count` results with distinct titles and patent numbers: the kernels first, then siblings of all of them.

    Raises `ValueError` when the texts do not yield as many.
    """
    chance = Random(seed)  # noqa: S311  repeatable on purpose
    ideas: dict[str, Idea] = {}
    for idea in _plan(texts.kernels, chance):
        ideas.setdefault(idea.title, idea)
    if len(ideas) < count:
        raise ValueError(f"the texts yield {len(ideas)} results, not {count}")
    results: list[Result] = []
    for serial, idea in enumerate(islice(ideas.values(), count)):
        university = _university(texts, idea, chance)
        rights = _rights(idea.title, serial, chance, today)
        draft = _draft(texts, idea, rights, chance)
        results.append(Result(university.key, idea.kernel.id, not idea.thing, draft))
    return results


def person_name(chance: Random) -> str:
    """Return an invented name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2))))


def _plan(kernels: tuple[Kernel, ...], chance: Random) -> Iterator[Idea]:
    """Give the kernels, then their siblings round by round, so that every kernel has about as many."""
    yield from map(Idea, kernels)
    siblings = []
    for kernel in kernels:
        pairs = [Idea(kernel, thing, angle) for thing in kernel.slots.object for angle in kernel.slots.angle]
        chance.shuffle(pairs)
        siblings.append(pairs)
    for turn in range(max(len(pairs) for pairs in siblings)):
        yield from (pairs[turn] for pairs in siblings if turn < len(pairs))


@cache
def _strong_in(universities: tuple[University, ...], field: Industry | Track) -> dict[University, int]:
    """Return who works on a field, weighted by size and by how near its heart the field is."""
    return {
        university: university.weight * (6 - min(5, university.fields.index(field)))
        for university in universities
        if field in university.fields
    }


def _university(texts: Texts, idea: Idea, chance: Random) -> University:
    kernel = idea.kernel
    strong = _strong_in(texts.universities, kernel.field)
    office = next(university for university in texts.universities if university.key == OFFICE)
    if kernel.id in SHELVES and (office in strong or not idea.thing):
        return office
    # A trial in a plant of the city suggests the university next door.
    weights = [weight * (3 if who.city in kernel.evidence else 1) for who, weight in strong.items()]
    return chance.choices(list(strong), weights=weights)[0]


def _draft(texts: Texts, idea: Idea, rights: list[RightDraft], chance: Random) -> ListingDraft:
    kernel, thing, angle = idea.kernel, idea.thing, idea.angle
    sheet = offers.term_sheet(chance, kernel.sales_band, f"{thing}相关的产品和工艺" if thing else "")
    prose = {
        "problem": kernel.problem, "mechanism": kernel.mechanism, "benefit": kernel.benefit,
        "present_solution": kernel.present, "evidence": kernel.evidence, "title_en": kernel.title_en,
    }  # fmt: skip
    if thing:
        prose = {
            "problem": wording.sibling_problem(kernel, thing, angle),
            "mechanism": wording.sibling_mechanism(kernel, thing, angle, chance),
            "benefit": wording.sibling_benefit(kernel, thing, chance),
        }
    return ListingDraft(
        title=idea.title,
        # An officer who has listened writes her buyers' own words among the keywords.
        keywords=[*kernel.keywords, *(() if thing else kernel.everyday)][:KEYWORDS_AT_MOST],
        industry=kernel.field if isinstance(kernel.field, Industry) else None,
        track=kernel.field if isinstance(kernel.field, Track) else None,
        trl=kernel.trl,
        ipc=kernel.ipc,
        unit=chance.choice(texts.units[kernel.field]),
        contact_name=f"{chance.choice(SURNAMES)}老师",
        price_mode=chance.choices(list(PriceMode), weights=(85, 13, 2))[0],
        public_funded=chance.random() < 0.4,
        sales_hint_minor=offers.typical_sales_minor(kernel.sales_band),
        outright_price_minor=offers.outright_minor(chance, sheet),
        terms=sheet,
        rights=rights,
        inventors=_inventors(chance),
        **prose,
    )


def _rights(title: str, serial: int, chance: Random, today: date) -> list[RightDraft]:
    """Return one or two rights: a patent or an application, and sometimes a utility model, software or know-how."""
    filed = today - timedelta(days=chance.randint(420, 2900))
    granted = filed + timedelta(days=chance.randint(330, 1100))
    number = make_patent_no(filed.year, 1, INVENTED_SERIALS + serial)
    patent = granted < today - timedelta(days=20)
    rights = [
        RightDraft(
            kind=RightKind.PATENT if patent else RightKind.APPLICATION,
            number=number,
            title=f"{title.removesuffix('技术')}方法及装置",
            filed_on=filed,
            granted_on=granted if patent else None,
            annuity_paid_to=_next_anniversary(filed, today) if patent else None,
        )
    ]
    more = chance.random()
    if more < 0.25:
        later = min(filed + timedelta(days=chance.randint(30, 300)), today - timedelta(days=300))
        rights.append(
            RightDraft(
                kind=RightKind.PATENT,
                number=make_patent_no(later.year, 2, INVENTED_SERIALS + serial),
                title=f"一种{title.removesuffix('技术')}装置",
                filed_on=later,
                granted_on=later + timedelta(days=240),
                annuity_paid_to=_next_anniversary(later, today),
            )
        )
    elif more < 0.35:
        register_no = f"{filed.year}SR{INVENTED_SERIALS + serial}"
        rights.append(RightDraft(kind=RightKind.SOFTWARE, number=register_no, title=f"{title}软件"[:120]))
    elif more < 0.42:
        rights.append(RightDraft(kind=RightKind.KNOW_HOW, title="工艺参数和调试方法（签约后交付）"))
    return rights


def _next_anniversary(day: date, today: date) -> date:
    """Return until when the annuity of a right in force is paid; 29 February counts as 28."""
    day = day.replace(day=min(day.day, 28))
    this_year = day.replace(year=today.year)
    return this_year if this_year > today else day.replace(year=today.year + 1)


def _inventors(chance: Random) -> list[InventorDraft]:
    names = list(dict.fromkeys(person_name(chance) for _ in range(chance.choice((2, 3, 3, 4, 5)))))
    first = chance.choice((4, 5, 6))
    percents = allocate(100, [first * 2, *(chance.randint(1, 4) for _ in names[1:])])
    return [
        InventorDraft(name=name, share_bps=percent * BPS // 100)
        for name, percent in zip(names, percents, strict=True)
    ]
