"""The life of a finance product, as data."""

from datetime import date
from typing import NamedTuple

from finance.instruments.errors import ProductExpired
from finance.instruments.models import Instrument
from finance.instruments.schemas import InstrumentState as S
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    valid_to: date


def not_over(_: Instrument, facts: Facts) -> Problem | None:
    """A product whose last day is past would only disappoint."""
    return ProductExpired(valid_to=facts.valid_to) if facts.valid_to < facts.today else None


INSTRUMENT = Machine(
    subject="instrument",
    initial=S.DRAFT,
    final=frozenset({S.WITHDRAWN}),
    states={
        S.DRAFT: Text("草稿", "Draft"),
        S.PUBLISHED: Text("在售", "Published"),
        S.WITHDRAWN: Text("已下架", "Withdrawn"),
    },
    moves=(
        Move("publish", (S.DRAFT,), S.PUBLISHED, (not_over,), Text("发布", "Publish")),
        Move(
            "publish_version", (S.PUBLISHED,), S.PUBLISHED, (not_over,), Text("发布新版本", "Publish version")
        ),
        Move("withdraw", (S.DRAFT, S.PUBLISHED), S.WITHDRAWN, (), Text("下架", "Withdraw")),
    ),
)
