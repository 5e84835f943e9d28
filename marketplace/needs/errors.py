"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem, WithFields


class NeedIncomplete(WithFields):
    """A need lacks something that a university must know before it can answer; each missing part is named."""

    code = "need.incomplete"
    status = 409
    title = Text(zh="需求信息不完整", en="The need is not complete")
    detail = Text(
        zh="还有 {count} 处需要补充，补齐后即可发布。",
        en="{count} parts are missing; fill them in, then publish.",
    )


class DeadlinePassed(Problem):
    """A need whose deadline lies in the past cannot be published."""

    code = "need.deadline_passed"
    status = 409
    title = Text(zh="截止日已过", en="The deadline has passed")
    detail = Text(
        zh="截止日 {deadline_on} 已过，请先改为今天之后的日期。",
        en="The deadline {deadline_on} has passed; choose a later day first.",
    )
    deadline_on: date
