"""The replay of every chain in words, for the command line and for auditors."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from sqlmodel import Session

from marketplace.app.oversight.chain import CHAINS, Break, Head, Replay, replay
from marketplace.core.db import engine
from marketplace.core.i18n import Locale, Text

NAMES: Final = {"ledger": Text("总账", "Ledger"), "audit": Text("审计记录", "Audit trail")}
HOLDS: Final = Text(
    "{name}：{sealed} 条全部相符，链头 {digest}", "{name}: all {sealed} rows hold, head {digest}"
)
BREAKS: Final = {
    Break.ALTERED: Text("第 {item} 号内容被改动", "row {item} was altered"),
    Break.DELETED: Text("第 {item} 号被删除", "row {item} was deleted"),
    Break.INSERTED: Text("第 {item} 号是事后插入的", "row {item} was put in afterwards"),
    Break.SEAL_MISSING: Text("封存记录缺失，下一条是第 {item} 号", "a seal is missing before row {item}"),
    Break.HEAD_WRONG: Text(
        "链头与封存记录不符，末尾可能被截断", "the head differs from the seals: the end may be cut off"
    ),
    Break.KEPT_HEAD_DIFFERS: Text(
        "与另行保存的链头不符，此前的记录被整体改写",
        "differs from the head kept elsewhere: what is before was rewritten",
    ),
    Break.CUT_OFF: Text(
        "短于另行保存的链头，末尾被截断", "shorter than the head kept elsewhere: the end was cut off"
    ),
}
_BROKEN: Final = Text(
    "{name}：前 {sealed} 条相符，在第 {seq} 个封存处断开：{what}",
    "{name}: the first {sealed} rows hold, broken at seal {seq}: {what}",
)


def verify(kept: list[Head]) -> list[Replay]:
    """Replay every chain of the database in use."""
    with Session(engine()) as session:
        return [replay(session, chain, kept) for chain in CHAINS]


def read_heads(path: Path) -> list[Head]:
    """Read heads that were kept outside: one JSON object a line. Raises LookupError for a file that holds something else."""
    try:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [Head(str(line["chain"]), int(line["seq"]), str(line["digest"])) for line in lines]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} holds no chain heads: one JSON object a line with chain, seq and digest"
        raise LookupError(message) from error


def as_line(found: Replay) -> str:
    """Return a replay as one JSON line."""
    return json.dumps(asdict(found), ensure_ascii=False)


def sentence(found: Replay, locale: Locale) -> str:
    """Return a replay as a sentence."""
    name = NAMES[found.chain].in_(locale)
    if found.broken is None:
        return HOLDS.in_(locale, name=name, sealed=found.sealed, digest=found.digest)
    what = BREAKS[found.broken].in_(locale, item=found.item_id)
    return _BROKEN.in_(locale, name=name, sealed=found.sealed, seq=found.seq or "–", what=what)
