"""The room's one reaction: an announcement is told to the people its rules name."""

from typing import Any
from uuid import UUID

from marketplace.core.money import yuan
from marketplace.core.outbox import Event
from marketplace.core.uow import UnitOfWork
from marketplace.identity import queries as identity
from marketplace.notifications import service
from marketplace.notifications.rules import RULES
from marketplace.notifications.templates import Rule


def on_announcement(uow: UnitOfWork, event: Event) -> None:
    """Tell everybody whom the rules of this event name."""
    for rule in RULES:
        if isinstance(event, rule.event):
            _tell(uow, event, rule)


def _tell(uow: UnitOfWork, event: Event, rule: Rule) -> None:
    fields = event.model_dump(mode="json")
    fields |= {
        name[: -len("minor")] + "yuan": yuan(amount)
        for name, amount in fields.items()
        if name.endswith("_minor") and amount is not None
    }
    named = getattr(event, rule.organization) if rule.organization else None
    for organization_id in named if isinstance(named, tuple) else [named]:
        _tell_one(uow, event, rule, fields, organization_id)


def _tell_one(
    uow: UnitOfWork, event: Event, rule: Rule, fields: dict[str, Any], organization_id: UUID | None
) -> None:
    people: list[UUID] = []
    if rule.permission and organization_id:
        people += identity.list_members(uow, organization_id=organization_id, permission=rule.permission)
    elif rule.platform and not organization_id:
        people += identity.list_holders(uow, permission=rule.platform)
    elif rule.permission and not rule.organization:
        people += identity.list_holders(uow, permission=rule.permission)
    if rule.person and getattr(event, rule.person):
        people.append(getattr(event, rule.person))
    apart = f":{fields[rule.apart]}" if rule.apart else ""
    service.notify(
        uow,
        user_ids=people,
        template=rule.template,
        params=rule.words(event) if rule.words else fields,
        link=rule.link.format(**fields),
        source=f"{rule.template}:{event.subject}{apart}:{uow.request_id}",
        organization_id=organization_id,
    )
