"""Postings a second through `ledger_post`, beside TPC-B of pgbench and beside pgledger, on the same server in the same rounds.

`BENCH_LEDGER_ENTRIES=10000,5000000` says how many entries are in the books already, `BENCH_CLIENTS=1,8` how many clients
post, `BENCH_ROUNDS` and `BENCH_SECONDS` for how long. pgledger is not ours and comes with no package registry: give the folder
of a checkout of it as `BENCH_PGLEDGER`, or it is left out.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from marketplace.app import schema
from marketplace.app.embedded.postgres import PACKAGE, WHEEL, Postgres
from marketplace.app.embedded.process import package_folder
from tests.bench.measuring import Ratio, postgres, report

PROGRAMS = package_folder(PACKAGE, WHEEL) / "pginstall" / "bin"
ROUNDS, SECONDS = int(os.environ.get("BENCH_ROUNDS", "5")), int(os.environ.get("BENCH_SECONDS", "4"))
CLIENTS = [int(one) for one in os.environ.get("BENCH_CLIENTS", "1,8").split(",")]
ENTRIES = [int(one) for one in os.environ.get("BENCH_LEDGER_ENTRIES", "10000,5000000").split(",")]
SCALE, ACCOUNTS = 20, 10_000
MISSING = "!! pgledger is NOT measured: set BENCH_PGLEDGER to a checkout of github.com/pgr0ss/pgledger\n"
GOALS = {"TPC-B": 0.85, "pgledger": 1.5}

POSTING = f"""\\set a random(1, {ACCOUNTS})
\\set b random(1, {ACCOUNTS})
\\set m random(1, 100000)
SELECT ledger_post('bench:' || uuidv7(), 'bench', 'CNY', ARRAY['payable-' || CAST(:a AS bigint), 'undistributed-' || CAST(:b AS bigint)],
  ARRAY[CAST(:m AS bigint), -CAST(:m AS bigint)], '[]'::jsonb, now(), 'bench', NULL);
"""
TRANSFER = f"""\\set a random(1, {ACCOUNTS})
\\set b {ACCOUNTS} + random(1, {ACCOUNTS})
\\set m random(1, 100000)
SELECT pgledger_create_transfer((SELECT id FROM bench_account WHERE n = :a), (SELECT id FROM bench_account WHERE n = :b), :m);
"""  # noqa: S608 - constants
THEIR_ACCOUNTS = f"""
CREATE TABLE bench_account (n int PRIMARY KEY, id text NOT NULL);
INSERT INTO bench_account SELECT n, (SELECT id FROM pgledger_create_account('bench-' || n, 'CNY')) FROM generate_series(1, {2 * ACCOUNTS}) n;
"""  # noqa: S608 - constants
FILL = f"""
SET session_replication_role = replica;
SET work_mem = '256MB';
SELECT setseed(0.5);
INSERT INTO ledger_txn (idem_key, kind, currency, source_type, effective_at, created_at, meta)
SELECT 'fill:' || n, 'fill', 'CNY', 'bench', now(), now() - interval '1 day', '{{}}' FROM generate_series(1, {{txns}}) n;
CREATE UNLOGGED TABLE leg AS
SELECT t.id AS txn_id, a.id AS account_id, side.sign * t.minor AS amount FROM
  (SELECT id, 1 + (random() * 99999)::bigint AS minor, 1 + floor(random() * {ACCOUNTS})::int AS a, 1 + floor(random() * {ACCOUNTS})::int AS b
     FROM ledger_txn) t
  CROSS JOIN LATERAL (VALUES ('payable-' || t.a, 1), ('undistributed-' || t.b, -1)) AS side(key, sign)
  JOIN ledger_account a ON a.key = side.key;
INSERT INTO ledger_entry (txn_id, account_id, amount_minor, balance_after_minor, version)
SELECT * FROM (SELECT txn_id, account_id, amount, sum(amount) OVER w, row_number() OVER w FROM leg
 WINDOW w AS (PARTITION BY account_id ORDER BY txn_id)) counted ORDER BY txn_id, account_id;
UPDATE ledger_account a SET balance_minor = s.minor, version = s.n
  FROM (SELECT account_id, sum(amount) AS minor, count(*) AS n FROM leg GROUP BY 1) s WHERE s.account_id = a.id;
DROP TABLE leg;
VACUUM ANALYZE ledger_entry;
VACUUM ANALYZE ledger_txn;
VACUUM ANALYZE ledger_account;
CHECKPOINT;
"""  # noqa: S608 - constants


def run() -> None:
    """Measure and report, one ratio for each size, number of clients and anchor."""
    ratios: list[Ratio] = []
    with postgres() as server:
        anchors = {"TPC-B": prepare_tpcb(server)}
        if theirs := prepare_pgledger(server):
            anchors["pgledger"] = theirs
        for entries in ENTRIES:
            ours = prepare_ours(server, entries)
            for clients in CLIENTS:
                rates = measure({"ours": ours} | anchors, clients)
                ratios += [
                    Ratio(
                        f"ledger_post ÷ {name}, {clients} clients, {entries:,} entries", "postings/s", rates["ours"],
                        rates[name], goal=GOALS[name],
                    )
                    for name in anchors
                ]  # fmt: skip
    report("ledger", ratios, clients=CLIENTS, entries=ENTRIES, pgledger="pgledger" in anchors)


def measure(sides: dict[str, list[str]], clients: int) -> dict[str, list[float]]:
    """Run every side in each round, each in its turn the first: the machine's mood cancels out."""
    load = ["-M", "prepared", "-n", "-c", str(clients), "-j", str(min(2, clients)), "-T", str(SECONDS)]
    rates: dict[str, list[float]] = {name: [] for name in sides}
    names = list(sides)
    for turn in range(ROUNDS):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            address, *script = sides[name]
            rates[name].append(pgbench(address, *load, *script))
    return rates


def prepare_tpcb(server: Postgres) -> list[str]:
    """Make the tables of pgbench's own workload."""
    server.ensure_database("tpcb")
    pgbench(libpq(server, "tpcb"), "-i", "-q", "-s", str(SCALE))
    return [libpq(server, "tpcb")]


def prepare_ours(server: Postgres, entries: int) -> list[str]:
    """Make books that hold so many entries."""
    name = f"ledger_{entries}"
    server.ensure_database(name)
    schema.upgrade(server.url(name))
    open_accounts(libpq(server, name))
    fill(libpq(server, name), entries)
    return [libpq(server, name), "-f", script(server, "posting", POSTING)]


def prepare_pgledger(server: Postgres) -> list[str]:
    """Make pgledger's books with as many accounts; empty, and said aloud, where it is not there."""
    checkout = Path(os.environ.get("BENCH_PGLEDGER") or "nowhere")
    if not (checkout / "pgledger.sql").is_file():
        sys.stderr.write(MISSING)
        return []
    server.ensure_database("pgledger")
    address = libpq(server, "pgledger")
    for path in (*sorted((checkout / "vendor").rglob("*.sql")), checkout / "pgledger.sql"):
        psql(address, "-f", str(path))
    psql(address, "-c", THEIR_ACCOUNTS)
    psql(address, "-c", "VACUUM ANALYZE")
    return [address, "-f", script(server, "transfer", TRANSFER)]


def script(server: Postgres, name: str, text: str) -> str:
    """Write a script of pgbench beside the server and return its path."""
    path = server.state / f"{name}.sql"
    path.write_text(text, encoding="utf-8")
    return str(path)


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


def psql(address: str, *arguments: str) -> None:
    """Run psql; raises for a statement that fails."""
    command = [str(PROGRAMS / "psql"), "-q", "-o", os.devnull, "-v", "ON_ERROR_STOP=1", *arguments, address]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stderr[:600])


def open_accounts(address: str) -> None:
    """Open the accounts beforehand: accounts of a real market exist before they are busy."""
    statement = f"""
        INSERT INTO ledger_account (key, kind, side, currency, rollup)
        SELECT prefix || n, 'bench', 'credit', 'CNY', false
        FROM generate_series(1, {ACCOUNTS}) n, unnest(ARRAY['payable-', 'undistributed-']) prefix
    """  # noqa: S608  constants
    psql(address, "-c", statement)


def fill(address: str, entries: int) -> None:
    """Book so many entries at once, as if they had been posted one after the other; minutes for millions become seconds."""
    statements = [
        one.strip() for one in FILL.replace("{txns}", str(entries // 2)).split(";\n") if one.strip()
    ]
    psql(address, *(part for one in statements for part in ("-c", one)))
