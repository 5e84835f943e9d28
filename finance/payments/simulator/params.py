"""Checks a request against the parameter types that the official SDK ships for its pinned API version."""

import importlib
import types
import typing
from functools import cache
from typing import Any

import typing_extensions as te

# Options of the client, not of the request: they share the SDK's parameter types.
_OPTIONS = frozenset(
    {
        "idempotency_key",
        "stripe_account",
        "stripe_context",
        "stripe_version",
        "api_key",
        "content_type",
        "headers",
    }
    | {"max_network_retries"}
)
_OPTIONAL = (te.NotRequired, te.Required, typing.NotRequired, typing.Required)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    module = importlib.import_module(kind.__module__)
    names = {**vars(typing), **vars(te), "StripeContext": object, **vars(module)}
    return te.get_type_hints(kind, names, include_extras=True)


def faults(kind: Any, value: Any, path: str = "") -> list[tuple[str, str]]:
    """Return `(parameter, what is wrong)` for everything that Stripe would refuse in a decoded request."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in _OPTIONAL:
        return faults(arguments[0], value, path)
    if origin in (typing.Union, types.UnionType):
        found = [faults(choice, value, path) for choice in arguments]
        return [] if any(not wrong for wrong in found) else min(found, key=len)
    if origin is list:
        if not isinstance(value, list):
            return [(path, "Invalid array")]
        return [wrong for i, item in enumerate(value) for wrong in faults(arguments[0], item, f"{path}[{i}]")]
    if te.is_typeddict(kind):
        return _object_faults(kind, value, path)
    return _scalar_faults(kind, value, path)


def _object_faults(kind: Any, value: Any, path: str) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(path, "Invalid object")]
    hints = _hints(kind)
    known = {name: hint for name, hint in hints.items() if name not in _OPTIONS}
    found = [(_join(path, name), "Received unknown parameter") for name in value if name not in known]
    found += [
        (_join(path, name), "Missing required param")
        for name, hint in known.items()
        if typing.get_origin(hint) not in (te.NotRequired, typing.NotRequired) and name not in value
    ]
    for name, item in value.items():
        if name in known:
            found += faults(known[name], item, _join(path, name))
    return found


def _scalar_faults(kind: Any, value: Any, path: str) -> list[tuple[str, str]]:
    if typing.get_origin(kind) is typing.Literal:
        return [] if value in typing.get_args(kind) else [(path, f"Invalid value {value!r}")]
    if kind is int:
        return [] if str(value).lstrip("-").isdigit() else [(path, f"Invalid integer: {value}")]
    if kind is bool:
        return [] if value in ("true", "false", True, False) else [(path, f"Invalid boolean: {value}")]
    if kind is str:
        return [] if isinstance(value, str) else [(path, "Invalid string")]
    return []


def _join(path: str, name: str) -> str:
    return f"{path}[{name}]" if path else name
