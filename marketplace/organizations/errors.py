"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class OrganizationExists(Problem):
    """Another organization is registered under this code."""

    code = "organization.exists"
    status = 409
    title = Text(zh="该机构已登记", en="Already registered")
    detail = Text(
        zh="统一社会信用代码 {uscc} 已登记为“{name}”。请直接使用该机构，或联系平台更正。",
        en="The code {uscc} belongs to “{name}”. Use that organization, or ask us to correct it.",
    )
    uscc: str
    name: str


class NoRewardPolicy(Problem):
    """The university has not recorded how it shares licence income."""

    code = "organization.no_reward_policy"
    status = 409
    title = Text(zh="尚未登记收益分配办法", en="No sharing rule on file")
    detail = Text(
        zh="{as_of} 没有生效的收益分配办法。请先在“机构资料”中登记（促进科技成果转化法第四十四条）。",
        en="No sharing rule is in force on {as_of}. Record one first (Law on Promoting the Transformation of S&T Achievements, art. 44).",
    )
    as_of: str
