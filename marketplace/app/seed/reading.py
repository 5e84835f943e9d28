"""The hand-written texts of the demo, read and checked. Amounts there are 万元, here as written."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from marketplace.core.values import Frozen
from marketplace.core.yaml_file import read_yaml
from marketplace.identity.permissions import Role
from marketplace.organizations.schemas import Industry, OrganizationKind, Track

FOLDER = Path(__file__).with_name("texts")
FIELDS: tuple[Industry | Track, ...] = (*Industry, *Track)


class Slots(Frozen):
    """The words that make siblings of a kernel."""

    object: tuple[str, ...]
    angle: tuple[str, ...]


class Kernel(Frozen):
    """A hand-written result, and how others are derived from it. `sales_band` is yearly sales in 万元."""

    id: str
    title: str
    title_en: str
    problem: str
    mechanism: str
    benefit: str
    present: str
    evidence: str
    keywords: tuple[str, ...]
    everyday: tuple[str, ...]
    trl: int
    ipc: str
    sales_band: tuple[int, int]
    slots: Slots
    derived_title: str
    derived_problem: str
    field: Industry | Track


class Place(Frozen):
    """What every organization of the demo has."""

    key: str
    name: str
    name_en: str
    city: str
    region: str


class Zone(Place):
    """A zone with its one industry and one track."""

    pilot: bool
    industry: Industry
    track: Track


class University(Place):
    """A university: the fields it is strong in, strongest first, and how many results it brings."""

    weight: int
    fields: tuple[str, ...]


class Firm(Place):
    """An invented firm. Money in 万元."""

    zone: str | None = None
    field: str
    makes: str
    staff: int
    sales: int
    assets: int
    founded: int
    registered: Literal["valid", "expired", "revoked", "none"]
    high_tech: bool


class Provider(Place):
    """An invented provider of money."""

    kind: OrganizationKind
    serial: int
    founded_on: date
    about: str


class Office(Place):
    """A department that somebody of the demo works for."""

    kind: OrganizationKind


class Person(Frozen):
    """A demo account."""

    login: str
    name: str
    name_en: str
    role: Role
    place: str
    title: str


class NeedText(Frozen):
    """A need in a plant's words. `budget` in 万元, `days` until the deadline."""

    firm: str
    field: str
    title: str
    problem: str
    target: str
    present: str
    budget: int = Field(gt=0)
    days: int = Field(gt=0)


class Texts(Frozen):
    """All of them."""

    kernels: tuple[Kernel, ...]
    zones: tuple[Zone, ...]
    universities: tuple[University, ...]
    units: dict[str, tuple[str, ...]]
    firms: tuple[Firm, ...]
    providers: tuple[Provider, ...]
    offices: tuple[Office, ...]
    people: tuple[Person, ...]
    password: str
    needs: tuple[NeedText, ...]


@cache
def texts() -> Texts:
    """Return the texts; a wrong file is an error that names the entry."""
    universities, people = _read("universities"), _read("people")
    return Texts.model_validate(
        {
            "kernels": _kernels(),
            "zones": _read("zones")["zones"],
            "universities": universities["universities"],
            "units": universities["units"],
            "firms": _read("firms")["firms"],
            "providers": _read("providers")["providers"],
            "offices": people["offices"],
            "people": people["people"],
            "password": people["password"],
            "needs": _read("needs")["needs"],
        }
    )


def instrument_book() -> dict[str, Any]:
    """Return the finance products as written, for `finance.instruments.authoring`."""
    return _read("instruments")


def _kernels() -> list[dict[str, Any]]:
    """Return the kernels, the fields taking turns, so that the first few show all of them."""
    files = [_read(f"results/{path.stem}") for path in sorted((FOLDER / "results").glob("*.yaml"))]
    by_field = {file.get("industry") or file["track"]: file["kernels"] for file in files}
    longest = max(len(kernels) for kernels in by_field.values())
    return [
        by_field[field.value][turn] | {"field": field.value}
        for turn in range(longest)
        for field in FIELDS
        if turn < len(by_field[field.value])
    ]


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(FOLDER / f"{name}.yaml")
    return content
