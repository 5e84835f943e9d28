"""The web application as a server process loads it."""

# ruff: noqa: PLC0415

import gc

from fastapi import FastAPI


def app() -> FastAPI:
    """Import the application with the garbage collector asleep: what is imported stays, and is never looked at again."""
    gc.disable()
    from marketplace.app.main import app as web

    gc.freeze()
    gc.enable()
    return web
