"""The one door through which a bank's file comes in, whatever its format. Pure."""

from finance.bank.camt_reader import is_xml, read_camt
from finance.bank.statement import Statement
from finance.bank.table_reader import read_table
from marketplace.core.problems import TooLarge

SIZE_LIMIT_MB = 10


def read_statement(content: bytes) -> Statement:
    """Read a statement: Excel or CSV by the layouts of banks, or CAMT.053.

    Raises `TooLarge`, `StatementNotReadable`, `StatementRowsWrong` naming row and column of each wrong cell, and
    `StatementDoesNotAddUp` if balances or totals differ from the lines.
    """
    if len(content) > SIZE_LIMIT_MB * 1_048_576:
        raise TooLarge(limit_mb=SIZE_LIMIT_MB)
    return read_camt(content) if is_xml(content) else read_table(content)
