"""The web application as a server process loads it."""

# ruff: noqa: PLC0415

from fastapi import FastAPI

from marketplace.app.embedded.branch import import_once


def app() -> FastAPI:
    """Import the application as what stays: where this process goes on from one that has done so, nothing is left to do."""
    import_once(["marketplace.app.main"])
    from marketplace.app.main import app as web

    return web
