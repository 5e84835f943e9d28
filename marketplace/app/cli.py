"""The command line: each command is one call into the room that owns the work.

Commands import what they call themselves: `serve` starts a second sooner without the libraries of the others.
"""

# ruff: noqa: PLC0415

import sys
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import typer

from marketplace.app import database
from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import EmbeddedServerError
from marketplace.app.supervisor import serve as serve_everything
from marketplace.core.settings import settings

app = typer.Typer(
    name="xianyong",
    help="先用：先使用、后付费的科技成果市场。 Xianyong: use first, pay later.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # they may be secrets
)
Size = Annotated[Literal["small", "full"], typer.Option(help="how much demo data an empty database gets")]


@app.command()
def serve(
    *,
    size: Size = "full",
    reload: Annotated[bool, typer.Option(help="restart the API when its code changes")] = False,
) -> None:
    """Start everything on this machine; Ctrl-C stops it and keeps the data."""
    serve_everything(say=typer.echo, size=size, reload=reload)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from marketplace.app import schema

    with database.at_hand():
        changed = schema.upgrade(settings().sqlalchemy_url)
    typer.echo("migrated" if changed else "up to date")


@app.command()
def revision(message: Annotated[str, typer.Argument(help="what changes, in a few words")]) -> None:
    """Draft a migration from the newest revision to the models, on a database made for it."""
    from marketplace.app import schema

    with tempfile.TemporaryDirectory(prefix="xianyong-") as folder:
        Path(folder).chmod(0o755)  # as root, the server runs as nobody
        server = Postgres(Path(folder), test=True)
        server.start()
        try:
            typer.echo(schema.draft(server.url(), message))
        finally:
            server.stop()


@app.command()
def openapi() -> None:
    """Print the description of the API, from which the browser's client is generated."""
    import orjson

    from marketplace.app.main import app as web

    sys.stdout.buffer.write(
        orjson.dumps(web.openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"
    )


@app.command()
def generate(
    *,
    check: Annotated[
        bool, typer.Option(help="only say what is out of date, and fail if anything is")
    ] = False,
) -> None:
    """Write what is generated from the code: error table, state diagrams, event schemas, settings, API description."""
    from marketplace.app import generated

    changed = generated.drift() if check else generated.write()
    typer.echo("\n".join(changed) or "up to date")
    if check and changed:
        sys.exit(1)


def main() -> None:
    """Run the command line; what cannot work here is said in one line, not as a traceback."""
    try:
        app()
    except (EmbeddedServerError, LookupError) as error:
        typer.echo(f"xianyong: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
