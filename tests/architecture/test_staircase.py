"""Who may import whom: the contracts of pyproject.toml, the public face of a room, the home of each library."""

import ast
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
DISTRICTS = ("marketplace", "finance", "search", "workers")
SEES_EVERYTHING = {"marketplace.app", "workers"}
LIBRARIES = {
    "marketplace.core",
    "marketplace.events",
    "marketplace.terms",
    "marketplace.identifiers",
    "finance.matching",
}
"""Without tables and actors: all of them is public."""
FACE = {"service", "queries", "deadlines", "schemas", "errors", "policy", "entry"}
FACE_OF = {
    "finance.ledger": FACE | {"recipes"},
    "finance.payments": FACE
    | {"gateway", "gateways", "inbox"},  # rooms above ask the provider and hear it as well
    "marketplace.organizations": FACE | {"eligibility"},
}

HOMES = {
    "alembic": {"marketplace.app.schema"},
    "argon2": {"marketplace.identity"},
    "asn1crypto": {"marketplace.documents"},
    "celery": {"workers"},
    "kombu": {"workers"},
    "chinese_calendar": {"marketplace.core.workdays"},
    "cryptography": {"marketplace.documents"},
    "elasticsearch": {"search.engines"},
    "fastapi": {
        "marketplace.core.web",
        "marketplace.identity.entry",
        "marketplace.app",
        "finance.payments.simulator",
    },
    "httpx": {"finance.payments.simulator", "marketplace.app"},
    "openpyxl": {"marketplace.listings", "finance", "marketplace.app"},
    "psycopg": {"marketplace.app.embedded", "marketplace.app.prepared", "marketplace.core.db"},
    "pyhanko": {"marketplace.documents"},
    "pyotp": {"marketplace.identity"},
    "pypinyin": {"search.analysis", "marketplace.core", "marketplace.organizations", "marketplace.app.seed"},
    "rjieba": {"search.analysis"},
    "requests": {"finance.payments.gateways"},
    "segno": {"finance.payments"},
    "stripe": {"finance.payments"},
    "tantivy": {"search.engines"},
    "typer": {"marketplace.app.cli"},
    "typst": {"marketplace.documents"},
}
"""Where a library may be imported; `routes` modules may import fastapi everywhere."""


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*DISTRICTS, include_external_packages=True, cache_dir=None)


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def within(module: str, homes: set[str]) -> bool:
    return any(module == home or module.startswith(home + ".") for home in homes)


def test_every_contract_is_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_a_room_is_entered_by_its_public_face() -> None:
    broken = []
    for module in sorted(graph().modules):
        if not module.startswith(DISTRICTS) or within(module, SEES_EVERYTHING):
            continue
        for imported in sorted(graph().find_modules_directly_imported_by(module)):
            room = room_of(imported)
            rooms_only = imported.startswith(("marketplace.", "finance.")) and imported.count(".") > 1
            if not rooms_only or room == room_of(module) or room in LIBRARIES:
                continue
            if imported.split(".")[2] not in FACE_OF.get(room, FACE):
                broken.append(f"{module} imports {imported}")
    assert broken == []


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_stays_at_home(library: str) -> None:
    if library not in graph().modules:
        return  # nobody imports it
    importers = graph().find_modules_that_directly_import(library)
    at_large = {
        module
        for module in importers
        if not within(module, HOMES[library])
        and not (library == "fastapi" and module.split(".")[-1] == "routes")
    }
    assert at_large == set()


def test_every_table_is_known_to_every_process() -> None:
    registry = graph().find_modules_directly_imported_by("marketplace.app.registry")
    tables = {
        module for module in graph().modules if module.startswith(DISTRICTS) and module.endswith(".models")
    }
    assert tables - registry == set()


def test_only_settings_read_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for district in DISTRICTS
        for path in (ROOT / district).rglob("*.py")
        if path.name != "settings.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"environ", "getenv"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    }
    # These hand the environment on to a child process.
    assert readers <= {
        "marketplace/app/frontend.py",
        "search/devnode/install.py",
        "search/devnode/lease.py",
        "search/devnode/server.py",
    }
