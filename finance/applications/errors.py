"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ConsentNeeded(Problem):
    """A provider reads the facts only with the firm's consent."""

    code = "application.consent_needed"
    status = 409
    title = Text(zh="需要您的授权", en="Your consent is needed")
    detail = Text(
        zh="提交给“{provider}”即向其出示本次事实表，请先勾选授权；之后可随时撤回。",
        en="Submitting shows this fact sheet to “{provider}”. Tick consent first; you can withdraw it at any time.",
    )
    provider: str


class AlreadyApplied(Problem):
    """The request is with this product already."""

    code = "application.already_applied"
    status = 409
    title = Text(zh="已经申请过", en="Already applied")
    detail = Text(
        zh="这项需求已提交给该产品（{number}），正在办理。",
        en="This request is with the product already ({number}).",
    )
    number: str


class ExplainExclusion(Problem):
    """A firm that fails a gate may still apply, but has to say why."""

    code = "application.explain_exclusion"
    status = 409
    title = Text(zh="有条件不满足", en="Some conditions are not met")
    detail = Text(
        zh="有 {count} 项条件不满足（{gates}）。仍可提交，请在留言中说明理由，由机构的人来决定。",
        en="{count} conditions are not met ({gates}). You may still submit; say why in the message, and people will decide.",
    )
    count: int
    gates: str


class LicenceEnded(Problem):
    """The licence that was a fact of the application has ended meanwhile: nobody commits money on it."""

    code = "application.licence_ended"
    status = 409
    title = Text(zh="许可合同已经终止", en="The licence has ended")
    detail = Text(
        zh="申请 {number} 所依据的许可合同已经终止，不能批准。可以放弃并写明理由；企业如仍需资金，请按现在的事实重新申请。",
        en="The licence that {number} was assessed on has ended, so it cannot be committed. Pass it with a reason; the firm may "
        "apply again on the facts of today.",
    )
    number: str


class RequestClosed(Problem):
    """The request takes no more changes."""

    code = "application.request_closed"
    status = 409
    title = Text(zh="需求已结束", en="The request is closed")
    detail = Text(
        zh="需求 {number} 已结束。如仍需资金，请新建一项。",
        en="{number} is closed. Open a new one if you still need money.",
    )
    number: str


class ReasonNeeded(Problem):
    """Passing needs a reason for the firm to read."""

    code = "application.reason_needed"
    status = 409
    title = Text(zh="请写明放弃的原因", en="Say why you pass")
    detail = Text(
        zh="放弃须写明原因，企业会看到。一句话即可，例如“今年不再投中试前的项目”。",
        en="Passing needs a reason, which the firm will read. One sentence will do.",
    )


class OwnerNeeded(Problem):
    """Due diligence needs an owner and a date."""

    code = "application.owner_needed"
    status = 409
    title = Text(zh="请指定负责人和日期", en="Name an owner and a date")
    detail = Text(
        zh="进入尽调须指定本机构的负责人和计划完成日期。",
        en="Due diligence needs an owner of your organization and a date to finish.",
    )


class NotAColleague(Problem):
    """The named owner does not work on this provider's pipeline."""

    code = "application.not_a_colleague"
    status = 409
    title = Text(zh="负责人不在本机构", en="The owner is not a colleague")
    detail = Text(
        zh="请从本机构有项目权限的成员中选择负责人。",
        en="Choose somebody of your organization who works on the pipeline.",
    )


class DueDatePast(Problem):
    """A plan cannot end in the past."""

    code = "application.due_date_past"
    status = 409
    title = Text(zh="日期已过", en="The date is past")
    detail = Text(
        zh="{due_on} 已过去，请选择今天或之后的日期。", en="{due_on} is past; choose today or later."
    )
    due_on: date
