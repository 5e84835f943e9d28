"""Stripe's request encoding: `a[b][0][c]=1` in a form body or a query string."""

import re
from typing import Any
from urllib.parse import parse_qsl

_PART = re.compile(r"\[([^\]]*)\]")


def decode(raw: bytes) -> dict[str, Any]:
    """Return the nested object that an encoded body describes; lists are keys that count from 0."""
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(raw.decode("utf-8"), keep_blank_values=True):
        head, *rest = [name.split("[", 1)[0], *_PART.findall(name)]
        node, key = tree, head
        for part in rest:
            node = node.setdefault(key, {})
            key = part or str(len(node))
        node[key] = value
    return {key: _lists(value) for key, value in tree.items()}


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [_lists(value[key]) for key in sorted(value, key=int)]
    return {key: _lists(item) for key, item in value.items()}
