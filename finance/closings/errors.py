"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import NotFound, Problem


class MonthNotReady(Problem):
    """Something still stands in the way of closing."""

    code = "closing.not_ready"
    status = 409
    title = Text(zh="还不能结账", en="Not ready to be closed")
    detail = Text(
        zh="{month} 还有 {count} 项未处理，未作任何更改。第一项：{first}。处理完后再结账。",
        en="{count} things stand in the way of closing {month}; nothing was changed. The first: {first}. See to them, then close.",
    )
    month: str
    count: int
    first: str


class ClosingUnderWay(Problem):
    """One closing of a month at a time."""

    code = "closing.under_way"
    status = 409
    title = Text(zh="该月已提交结账或已结账", en="This month is closed, or somebody asked to close it")
    detail = Text(
        zh="{month} 已有人提交结账或已经结账，请刷新页面查看。",
        en="Somebody already asked to close {month}, or it is closed. Refresh the page to see where it stands.",
    )
    month: str


class OwnClosing(Problem):
    """Four eyes."""

    code = "closing.own"
    status = 409
    title = Text(zh="须由另一人办理", en="A second person decides")
    detail = Text(
        zh="这一步是您提出的，请由有审批权限的另一人办理。",
        en="You asked for this step. Another person who may approve it decides.",
    )


class LaterMonthClosed(Problem):
    """Months are closed in order, and opened again in the opposite one."""

    code = "closing.later_month_closed"
    status = 409
    title = Text(zh="之后的月份已经结账", en="A later month is closed")
    detail = Text(
        zh="{month} 也已结账，请先重新打开 {month}。",
        en="{month} is closed as well: open {month} again first.",
    )
    month: str


def month_not_found() -> NotFound:
    """No such closing, or not of the reader's book."""
    return NotFound(what="month")
