"""Needs for tests."""

from datetime import date
from typing import Any

from marketplace.needs.schemas import NeedDraft
from marketplace.organizations.schemas import Industry


def a_need_draft(**changes: Any) -> NeedDraft:
    """A complete draft with a deadline far ahead."""
    values: dict[str, Any] = {
        "title": "针织布烘干电费降下来",
        "problem": "一吨布光烘干就要六百多块电，冬天还要多烘一遍。",
        "target": "每吨水耗电降到 400 度以内",
        "present_solution": "电加热热风烘房",
        "industry": Industry.ENVIRONMENT,
        "budget_minor": 80_000_000,
        "deadline_on": date(2099, 12, 31),
    }
    return NeedDraft(**values | changes)
