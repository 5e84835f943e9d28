"""What is generated from the code is checked in and up to date, and every announcement is heard or known to be unheard."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from marketplace.app import generated
from marketplace.core.outbox import Event
from workers.subscriptions import SUBSCRIPTIONS, UNHEARD

ROOT = Path(__file__).parents[2]


def every_event(base: type[Event] = Event) -> Iterator[type[Event]]:
    for child in base.__subclasses__():
        if "name" in vars(child) and child.__module__.startswith("marketplace."):
            yield child
        yield from every_event(child)


def test_generated_files_are_up_to_date() -> None:
    assert generated.drift() == [], "run `xianyong generate`"


def test_every_event_has_a_subscriber_or_is_known_to_be_unheard() -> None:
    for path in ROOT.glob("marketplace/events/[a-z]*.py"):
        importlib.import_module(f"marketplace.events.{path.stem}")
    announced = {event.name for event in every_event()}
    heard = {event.name for event, handlers in SUBSCRIPTIONS.items() if handlers}
    assert announced == heard | UNHEARD
    assert heard & UNHEARD == set()
