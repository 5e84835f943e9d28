"""What a listing must say before it can be offered. Pure."""

from typing import Final

from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError
from marketplace.listings.schemas import ListingView, RightKind

PATENTS: Final = (RightKind.PATENT, RightKind.APPLICATION)


def missing_parts(view: ListingView) -> tuple[FieldError, ...]:
    """Return what a listing still needs before it can be submitted.

    Buyers need problem, mechanism, benefit and terms; 民法典 §845 needs number and filing date of each patent;
    co-owners must agree to an exclusive or sole licence (专利法 §14).
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
        if shared and right.co_owner and not right.co_owner_consent:
            message = Text(
                "共有人 {owner} 须书面同意（专利法第十四条）。",
                "The co-owner {owner} must consent (Patent Law, art. 14).",
            )
            missing.append(
                FieldError(f"/rights/{i}/co_owner_consent", "consent", message, {"owner": right.co_owner})
            )
    return tuple(missing)
