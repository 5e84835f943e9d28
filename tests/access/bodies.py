"""The smallest body that an operation's schema accepts, so that a request reaches the rule behind it."""

from typing import Any

Schema = dict[str, Any]

FORMATS = {
    "uuid": "00000000-0000-7000-8000-000000000000",
    "date": "2026-11-23",
    "date-time": "2026-11-23T08:00:00Z",
    "binary": "x",
}

PATTERNS = {
    r"^\d{6}$": "123456",
    r"^[0-9a-f]{64}$": "0" * 64,
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "cw@example.cn",
    r"^\d{20}$|^\d{8}$": "12345678",
}


def smallest(schema: Schema, components: Schema) -> Any:
    """Return a minimal instance: required fields only, shortest texts, lowest numbers, first choices."""
    if "$ref" in schema:
        return smallest(components[schema["$ref"].rsplit("/", 1)[-1]], components)
    for union in ("anyOf", "oneOf"):
        if union in schema:
            found = smallest(schema[union][0], components)
            if (
                "discriminator" in schema
            ):  # the kind of the first choice, which its own schema need not require
                kinds = {ref: kind for kind, ref in schema["discriminator"]["mapping"].items()}
                found[schema["discriminator"]["propertyName"]] = kinds[schema[union][0]["$ref"]]
            return found
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    return _of_type(schema, components)


def _of_type(schema: Schema, components: Schema) -> Any:
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        properties = schema.get("properties", {})
        return {name: smallest(properties[name], components) for name in schema.get("required", [])}
    if kind == "array":
        return [smallest(schema["items"], components)] * schema.get("minItems", 0)
    if kind in ("integer", "number"):
        return schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
    if kind == "boolean":
        return False
    if kind == "string":
        return _text(schema)
    return {}


def _text(schema: Schema) -> str:
    length = max(int(schema.get("minLength", 1)), 1)
    if "format" in schema:
        return FORMATS[schema["format"]]
    if "pattern" in schema:
        return PATTERNS.get(schema["pattern"], "1" * 11)
    return "文" * length
