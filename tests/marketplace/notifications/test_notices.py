"""People are told what concerns them, once, in their language; nobody reads another's messages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.listings import service as listings
from marketplace.notifications import queries, service
from marketplace.notifications.rules import RULES
from marketplace.notifications.templates import TEMPLATES, Rule
from tests.factories.identity import a_member
from tests.factories.listings import a_draft
from tests.factories.organizations import a_university


def test_the_head_is_told_of_a_submission_and_the_officer_of_the_approval(
    uow: UnitOfWork, drain: Callable[[], int]
) -> None:
    university_id = a_university(uow)
    officer = replace(
        uow, actor=a_member(uow, university_id, "university", Role.TRANSFER_OFFICER), request_id="r1"
    )
    head = replace(uow, actor=a_member(uow, university_id, "university", Role.TRANSFER_HEAD), request_id="r2")
    listing_id = listings.create_listing(officer, draft=a_draft())
    listings.submit_listing(officer, listing_id=listing_id)
    drain()

    (told,) = queries.list_own(head, page=1, size=20).items
    assert (told.title, told.link, told.read) == (
        "待审批：多级热泵闭式烘干与余热梯级回收技术", f"/app/listings/{listing_id}", False,
    )  # fmt: skip
    assert (
        queries.list_own(replace(head, locale="en"), page=1, size=20)
        .items[0]
        .title.startswith("For approval: ")
    )
    assert queries.count_unread(officer) == 0

    listings.approve_listing(head, listing_id=listing_id)
    drain()
    assert [note.template for note in queries.list_own(officer, page=1, size=20).items] == [
        "listing_approved"
    ]

    with pytest.raises(NotFound):
        service.mark_read(officer, notification_id=told.id)
    service.mark_read(head, notification_id=told.id)
    assert queries.count_unread(head) == 0


def test_a_repeat_tells_nobody_twice(uow: UnitOfWork) -> None:
    university_id = a_university(uow)
    officer = a_member(uow, university_id, "university", Role.TRANSFER_OFFICER)
    assert officer.user_id is not None
    message = {
        "template": "listing_submitted",
        "params": {"title": "甲", "number": "XY"},
        "link": "/",
        "source": "one",
    }
    assert service.notify(uow, user_ids=[officer.user_id, officer.user_id], **message) == 1  # type: ignore[arg-type]
    assert service.notify(uow, user_ids=[officer.user_id], **message) == 0  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.event.__name__}-{rule.template}")
def test_every_rule_can_be_put_into_words_and_names_real_fields(rule: Rule) -> None:
    fields = dict.fromkeys(rule.event.model_fields, "x")
    fields |= {name.replace("_minor", "_yuan"): "1.00" for name in fields}
    template = TEMPLATES[rule.template]
    for text in (template.title, template.body):
        if rule.words is None:
            assert text.in_("zh-CN", **fields)
            assert text.in_("en", **fields)
    assert rule.link.format(**fields)
    for named in (rule.organization, rule.person):
        assert not named or named in fields
