"""What a listing must say before it can be offered. Pure."""

from collections.abc import Collection
from typing import Final

from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError
from marketplace.listings.schemas import ListingView, RightKind

PATENTS: Final = (RightKind.PATENT, RightKind.APPLICATION)


def missing_parts(view: ListingView, *, holders: Collection[str] = ()) -> tuple[FieldError, ...]:
    """Return what a listing still needs before it can be submitted.

    Buyers need problem, mechanism, benefit and terms; 民法典 §845 needs number and filing date of each patent;
    an exclusive or sole licence needs co-owners who can consent and sign here (专利法 §14): `holders` are their names.
    """
    needed = [
        ("/problem", view.problem, Text("请写明解决什么问题。", "Say which problem it solves.")),
        ("/mechanism", view.mechanism, Text("请写明怎么做到。", "Say how it works.")),
        ("/benefit", view.benefit, Text("请用数字写明效果。", "State the benefit with numbers.")),
        (
            "/industry",
            view.industry or view.track,
            Text("请选择产业或赛道。", "Choose an industry or a track."),
        ),
        ("/trl", view.trl, Text("请选择技术成熟度。", "Choose the technology readiness level.")),
        ("/terms", view.terms, Text("请填写先使用后付费条款。", "Fill in the terms.")),
        ("/rights", view.rights, Text("请至少填写一项知识产权或技术秘密。", "Name at least one right.")),
        ("/inventors", view.inventors, Text("请填写发明人及份额。", "Name the inventors and their shares.")),
    ]
    missing = [FieldError(pointer, "missing", message) for pointer, value, message in needed if not value]
    shared = view.licence_type in ("sole", "exclusive")
    for i, right in enumerate(view.rights):
        if right.kind in PATENTS and not right.number:
            missing.append(
                FieldError(
                    f"/rights/{i}/number", "missing", Text("请填写专利号。", "Fill in the patent number.")
                )
            )
        if right.kind in PATENTS and right.filed_on is None:
            missing.append(
                FieldError(
                    f"/rights/{i}/filed_on", "missing", Text("请填写申请日。", "Fill in the filing date.")
                )
            )
        if shared and right.co_owner and right.co_owner not in holders:
            message = Text(
                "共有人 {owner} 未在平台注册，不能在此同意和签署，因此只能给予普通许可（专利法第十四条）。请改为普通许可，"
                "或在对方注册后填入“共有人份额”。",
                "The co-owner {owner} is not registered and can neither consent nor sign here, so only a non-exclusive licence "
                "is possible (Patent Law, art. 14). Offer one, or enter the co-owner's share once it has registered.",
            )
            missing.append(FieldError(f"/rights/{i}/co_owner", "consent", message, {"owner": right.co_owner}))
    return tuple(missing)
