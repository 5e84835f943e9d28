"""How public pages become HTML: templates, words, amounts and the built assets of the frontend."""

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from marketplace.core.i18n import Locale
from marketplace.terms import percent

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
STREET = FRONTEND / "dist" / "public"
"""The built islands and stylesheet of the public pages; without a build they work as plain HTML."""
DESK = FRONTEND / "dist" / "app"

_CATALOGUES = ("public", "words")
_ENTRIES = {
    "letters": "public/islands/letters.ts",
    "site": "public/islands/site.ts",
    "results": "public/islands/results.ts",
    "simulator": "public/islands/simulator.ts",
    "fonts": "public/islands/fonts.css",
    "sheet": "public/site.css",
}
_FEN_PER_WAN = 1_000_000


def _leaves(node: Any, path: str = "") -> dict[str, str]:
    if isinstance(node, str):
        return {path: node}
    found: dict[str, str] = {}
    for key, value in node.items():
        found |= _leaves(value, f"{path}.{key}" if path else key)
    return found


@cache
def _words(locale: Locale) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _CATALOGUES:
        found |= _leaves(json.loads((FRONTEND / "locales" / locale / f"{name}.json").read_text("utf-8")))
    return found


def translate(locale: Locale, key: str, **params: Any) -> str:
    """Return a text of the shared catalogues with its parameters; raises `KeyError` for a key nobody wrote.

    `count` chooses between the plural forms `_one` and `_other`, as i18next does in the desk.
    """
    words = _words(locale)
    if "count" in params:
        singular = f"{key}_one"
        key = singular if params["count"] == 1 and singular in words else f"{key}_other"
    text = words[key]
    for name, value in params.items():
        text = text.replace("{{" + name + "}}", str(value))
    return text


def amount(locale: Locale, minor: int) -> str:
    """Write fen for an overview: `26.5 万元`, `9,800 元`, `CNY 265,000`; rounded half up to 100 yuan or 1 yuan."""
    if locale == "en":
        return f"CNY {(minor + 50) // 100:,}"
    if minor < _FEN_PER_WAN:
        return f"{(minor + 50) // 100:,} 元"
    hundredths = (minor + 5_000) // 10_000
    return f"{f'{hundredths // 100:,}.{hundredths % 100:02d}'.rstrip('0').rstrip('.')} 万元"


@cache
def _manifest_at(path: Path, _changed_ns: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _manifest(folder: Path) -> dict[str, Any]:
    """Read what a build made; a new build is noticed while the server runs."""
    path = folder / ".vite" / "manifest.json"
    return _manifest_at(path, path.stat().st_mtime_ns) if path.is_file() else {}


def asset(name: str) -> str | None:
    """Return the address of a built island or stylesheet by its short name; None when nothing was built."""
    entry = _manifest(STREET).get(_ENTRIES[name])
    return f"/static/{entry['file']}" if entry else None


def desk_chunks(page: str) -> tuple[str, ...]:
    """Return the addresses of the scripts a page of the desk needs, so that a reader's browser can fetch them early."""
    entries = _manifest(DESK)
    seen: list[str] = []
    waiting = [key for key in (page, "index.html") if key in entries]
    while waiting:
        key = waiting.pop()
        if (file := f"/app/{entries[key]['file']}") not in seen:
            seen.append(file)
            waiting += entries[key].get("imports", [])
    return tuple(seen)


@cache
def _text_of(path: Path) -> str:
    return path.read_text("utf-8")


def stylesheet() -> str:
    """Return the stylesheet that every page carries inline."""
    built = _manifest(STREET).get(_ENTRIES["sheet"])
    return _text_of(STREET / built["file"] if built else FRONTEND / "public" / "site.css")


@cache
def _policy_for(sheet: str) -> str:
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return (
        f"default-src 'self'; script-src 'self'; style-src 'self' 'sha256-{digest}'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def content_policy() -> str:
    """Return the Content-Security-Policy: own scripts only, the inline stylesheet by its hash, nothing from elsewhere."""
    return _policy_for(stylesheet())


@cache
def templates() -> Environment:
    """Return the template environment; an unknown name in a template is an error, every value is escaped."""
    environment = Environment(
        loader=FileSystemLoader(FRONTEND / "public" / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(asset=asset, percent=percent)
    return environment
