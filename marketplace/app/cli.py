"""The command line: each command is one call into the room that owns the work.

Commands import what they call themselves: `serve` starts a second sooner without the libraries of the others.
"""

# ruff: noqa: PLC0415

import gc
import json
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import typer

from marketplace.app import database
from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import EmbeddedServerError
from marketplace.app.supervisor import serve as serve_everything
from marketplace.core.clock import business_date, utc_now
from marketplace.core.problems import Problem
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
    gc.enable()  # it stays for months
    serve_everything(say=typer.echo, size=size, reload=reload)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from marketplace.app import schema

    with database.at_hand():
        changed = schema.upgrade(settings().sqlalchemy_url)
    typer.echo("migrated" if changed else "up to date")


@app.command()
def seed(*, size: Size = "full") -> None:
    """Fill an empty database with demo data and index it; a filled one is left alone."""
    from marketplace.app import prepare

    if not settings().demo:
        message = "production has no demo data: this command is for copies with XIANYONG_DEMO on"
        raise typer.BadParameter(message)
    with database.at_hand():
        prepare.main(size)


@app.command(name="import-results")
def import_results(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="xlsx or csv, UTF-8 or GBK")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="say what would happen, change nothing")] = False,
    login: Annotated[
        str | None, typer.Option(help="the officer whose university the results belong to")
    ] = None,
    locale: Annotated[Literal["zh-CN", "en"], typer.Option(help="language of the messages")] = "zh-CN",
) -> None:
    """Make a draft of every right row of a spreadsheet; print one JSON line a row, then the sums. Exit 1: wrong rows."""
    from marketplace.app import schema
    from marketplace.app.import_file import import_file

    if not dry_run and login is None:
        message = "an import needs --login, or --dry-run to look only"
        raise typer.BadParameter(message)
    with database.at_hand():
        schema.upgrade(settings().sqlalchemy_url)
        view = import_file(file, login=login, dry_run=dry_run, locale=locale)
    for row in view.rows:
        typer.echo(row.model_dump_json(exclude={"cells"}))
    typer.echo(view.model_dump_json(include={"file_name", "right", "wrong", "created"}))
    raise typer.Exit(1 if view.wrong else 0)


@app.command(name="check-id")
def check_ids(values: Annotated[list[str], typer.Argument(help="identifiers, as people write them")]) -> None:
    """Say of each identifier what it is and whether it can be right; one JSON line each."""
    from marketplace.identifiers import check_id

    year = business_date(utc_now()).year
    for value in values:
        typer.echo(json.dumps(check_id(value, as_of_year=year).line(), ensure_ascii=False))


@app.command()
def verify(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="a contract's PDF or an evidence bundle")
    ],
    *,
    root: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="root certificate, DER or PEM")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON line instead of sentences")] = False,
    locale: Annotated[Literal["zh-CN", "en"], typer.Option(help="language of the sentences")] = "zh-CN",
) -> None:
    """Say offline what a signed contract or an evidence bundle proves. Exit 0: all holds; 1: something does not."""
    from marketplace.app.verify_file import trust_root, verify_file

    verdict = verify_file(file, root=trust_root(root), locale=locale)
    if as_json:
        typer.echo(verdict.model_dump_json())
    else:
        lines = [
            *verdict.proves,
            verdict.explanation,
            f"SHA-256 {verdict.sha256}",
            f"root {verdict.root_sha256}",
        ]
        typer.echo("\n".join(lines))
    raise typer.Exit(0 if verdict.valid else 1)


@app.command(name="verify-chain")
def verify_chain(
    *,
    heads: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="heads kept outside, as the page hands them out"),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="one JSON line a chain instead of sentences")
    ] = False,
    locale: Annotated[Literal["zh-CN", "en"], typer.Option(help="language of the sentences")] = "zh-CN",
) -> None:
    """Replay the seals of ledger and audit trail from the first row. Exit 0: all holds; 1: where the first break is."""
    from marketplace.app.oversight import verifying

    kept = verifying.read_heads(heads) if heads else []
    with database.at_hand():
        found = verifying.verify(kept)
    for one in found:
        typer.echo(verifying.as_line(one) if as_json else verifying.sentence(one, locale))
    raise typer.Exit(1 if any(one.broken for one in found) else 0)


@app.command(name="search-eval")
def search_eval(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="holds the collections")],
    *,
    collection: Annotated[
        str, typer.Option(help="NAME of NAME-SPLIT.docs.jsonl and NAME-SPLIT.queries.jsonl")
    ],
    split: Annotated[str, typer.Option()] = "dev",
    engine: Annotated[Literal["embedded", "elasticsearch"], typer.Option()] = "embedded",
    run_out: Annotated[Path | None, typer.Option(help="file for the rankings, one query a line")] = None,
) -> None:
    """Measure the product's own search on a collection with known answers; print one JSON object."""
    from search.evaluate import evaluate

    figures = evaluate(folder, collection=collection, split=split, engine=engine, run_out=run_out)
    typer.echo(json.dumps(figures, ensure_ascii=False))


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
    gc.disable()  # a command ends soon and cleans nothing up: a fifth of its start would go into looking
    try:
        app()
    except (EmbeddedServerError, LookupError, FileNotFoundError, Problem) as error:
        typer.echo(f"xianyong: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
