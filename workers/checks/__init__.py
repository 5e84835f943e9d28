"""Invariants of the whole product, one file each: `check(session) -> list[Violation]`, empty when all is well."""
