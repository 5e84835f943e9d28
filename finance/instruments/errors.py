"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ProductExpired(Problem):
    """The last day of a product is past."""

    code = "instrument.expired"
    status = 409
    title = Text(zh="产品已过有效期", en="The product has expired")
    detail = Text(
        zh="该版本有效期到 {valid_to}，不能发布。请先修改有效期。",
        en="This version was valid to {valid_to} and cannot be published. Extend it first.",
    )
    valid_to: date


class NothingNew(Problem):
    """The latest version is in force already."""

    code = "instrument.nothing_new"
    status = 409
    title = Text(zh="没有可发布的新版本", en="Nothing new to publish")
    detail = Text(
        zh="第 {number} 版已经在售。修改产品后会产生新版本，再发布即可。",
        en="Version {number} is in force already. Revise the product first; that makes a new version.",
    )
    number: int
