"""The words of messages, read from `templates.yaml`, and what a rule is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketplace.core.i18n import Text
from marketplace.core.outbox import Event
from marketplace.core.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Template:
    """A message in both languages; `{name}` is filled from the event's fields."""

    title: Text
    body: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: the event, the template, the link, and who is told."""

    event: type[Event]
    template: str
    link: str
    organization: str = ""
    permission: str = ""
    person: str = ""
    platform: str = ""
    """The permission of those on the platform whom an announcement concerns that names no organization."""
    words: Callable[[Any], dict[str, Any]] | None = None
    apart: str = ""
    """The field that tells two announcements of one subject apart when one round of a clock makes both."""


TEMPLATES: dict[str, Template] = {
    name: Template(Text(**parts["title"]), Text(**parts["body"]))
    for name, parts in read_yaml(Path(__file__).with_name("templates.yaml")).items()
}
