"""Where the lines of the cost drawing run: cumulative cost of the three ways over the years, in units of its box."""

from dataclasses import dataclass

from marketplace.terms import Comparison, Scenario, Way

WIDTH, HEIGHT = 640, 300
LEFT, RIGHT, TOP, BOTTOM = 16, 624, 30, 262
"""The box in which the lines run; texts stand outside of it or on its grid."""
_HEADROOM_PERCENT = 112
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One polyline: its points from the first day on, as `x,y x,y …`."""

    points: str
    ends_y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """The year in which using first has cost the outright price."""

    year: int
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the picture needs; `grid` holds height and fen of each line, `years` place and number of each year."""

    grid: tuple[tuple[float, int], ...]
    years: tuple[tuple[float, int], ...]
    use_first: Line
    low: Line
    best: Line
    between: str
    ordinary: Line | None
    outright: Line | None
    dots: tuple[tuple[float, float], ...]
    mark: Mark | None


def drawing(ways: Comparison) -> Drawing:
    """Return the drawing of a comparison: the plan, half and double of it, the ordinary licence, the outright price."""
    plan = _needed(ways)
    low, best = _scenario(plan, "low"), _scenario(plan, "best")
    ordinary, outright = ways.way("ordinary"), ways.way("outright")
    count = len(plan.years)
    highest = max(
        100,
        best.years[-1].cumulative_minor,
        outright.total_minor if outright else 0,
        ordinary.total_minor if ordinary else 0,
    )
    top = highest * _HEADROOM_PERCENT // 100

    def x(year: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * year / count, 1)

    def y(minor: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * minor / top, 1)

    def line(amounts: list[int], first: int = 0) -> Line:
        points = [(x(0), y(first)), *((x(i), y(each)) for i, each in enumerate(amounts, start=1))]
        return Line(" ".join(f"{a},{b}" for a, b in points), points[-1][1])

    def curve(part: Scenario | Way) -> Line:
        return line([year.cumulative_minor for year in part.years])

    reached = plan.reaches_outright_in_year
    lower, upper = curve(low), curve(best)
    return Drawing(
        grid=tuple((y(minor), minor) for minor in _steps(highest)),
        years=tuple((x(year), year) for year in range(1, count + 1)),
        use_first=curve(plan),
        low=lower,
        best=upper,
        between=f"{upper.points} {' '.join(reversed(lower.points.split()))}",
        # All fixed sums of an ordinary licence are due at effect: its line begins there.
        ordinary=line([each.cumulative_minor for each in ordinary.years], ordinary.years[0].fixed_minor)
        if ordinary
        else None,
        outright=line([outright.total_minor] * count, outright.total_minor) if outright else None,
        dots=tuple((x(year.year), y(year.cumulative_minor)) for year in plan.years),
        mark=None
        if reached is None
        else Mark(
            reached,
            x(reached),
            y(plan.years[reached - 1].cumulative_minor),
            "end" if 2 * reached > count else "start",
        ),
    )


def _needed(ways: Comparison) -> Way:
    return next(way for way in ways.ways if way.kind == "use_first")


def _scenario(way: Way, name: str) -> Scenario:
    return next(each for each in way.scenarios if each.name == name)


def _steps(highest: int) -> tuple[int, ...]:
    """Return round amounts for the grid: multiples of one, two or five times a power of ten, at most four of them."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if highest // step <= _MOST_STEPS:
                return tuple(range(step, highest + 1, step))
        power *= 10
