"""Postings a second through `ledger_post`, beside TPC-B of pgbench on the same server in the same minutes."""

import re
import subprocess

from marketplace.app import schema
from marketplace.app.embedded.postgres import PACKAGE, WHEEL, Postgres
from marketplace.app.embedded.process import package_folder
from tests.bench.measuring import Ratio, postgres, report

PROGRAMS = package_folder(PACKAGE, WHEEL) / "pginstall" / "bin"
ROUNDS, SECONDS, CLIENTS, SCALE, ACCOUNTS = 5, 4, 8, 20, 10_000

POSTING = """\\set a random(1, {accounts})
\\set b random(1, {accounts})
\\set m random(1, 100000)
SELECT ledger_post('bench:' || uuidv7(), 'bench', 'CNY', ARRAY['payable-' || CAST(:a AS bigint), 'undistributed-' || CAST(:b AS bigint)],
  ARRAY[CAST(:m AS bigint), -CAST(:m AS bigint)], '[]'::jsonb, now(), 'bench', NULL);
"""


def run() -> None:
    """Measure and report."""
    with postgres() as server:
        server.ensure_database("tpcb")
        server.ensure_database("ledger")
        schema.upgrade(server.url("ledger"))
        script = server.state / "posting.sql"
        script.write_text(POSTING.format(accounts=ACCOUNTS), encoding="utf-8")
        pgbench(libpq(server, "tpcb"), "-i", "-q", "-s", str(SCALE))
        open_accounts(libpq(server, "ledger"))
        load = ("-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(SECONDS))
        ours, anchor = [], []
        for _ in range(ROUNDS):
            anchor.append(pgbench(libpq(server, "tpcb"), *load))
            ours.append(pgbench(libpq(server, "ledger"), *load, "-n", "-f", str(script)))
    report("ledger", [Ratio("ledger_post ÷ TPC-B", "postings/s", ours, anchor, goal=0.85)], clients=CLIENTS)


def libpq(server: Postgres, database: str) -> str:
    """Return the address of a database as PostgreSQL's own programs take it."""
    return server.url(database, tcp=True).replace("+psycopg", "")


def pgbench(address: str, *arguments: str) -> float:
    """Run pgbench and return its transactions a second; 0 when it only prepared tables."""
    command = [str(PROGRAMS / "pgbench"), *arguments, address]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stderr[:600])
    match = re.search(r"tps = ([\d.]+)", found.stdout)
    return float(match[1]) if match else 0.0


def open_accounts(address: str) -> None:
    """Open the accounts beforehand: accounts of a real market exist before they are busy."""
    statement = f"""
        INSERT INTO ledger_account (key, kind, side, currency, rollup)
        SELECT prefix || n, 'bench', 'credit', 'CNY', false
        FROM generate_series(1, {ACCOUNTS}) n, unnest(ARRAY['payable-', 'undistributed-']) prefix
    """  # noqa: S608  constants
    subprocess.run([str(PROGRAMS / "psql"), "-q", "-c", statement, address], check=True)
