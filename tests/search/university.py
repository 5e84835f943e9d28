"""A university that publishes listings for the tests of search."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.listings import service
from marketplace.listings.schemas import ListingView, PriceMode
from tests.factories.identity import a_member
from tests.factories.listings import a_draft, an_open_listing
from tests.factories.organizations import a_university

QUIET = {"problem": "无。", "mechanism": "无。", "benefit": "无。", "keywords": ["演示"]}


class University:
    """One officer and one head of office, who publish without a price notice."""

    def __init__(self, uow: UnitOfWork, name: str = "江南大学") -> None:
        self.id = a_university(uow, name)
        self.uow = uow
        self.officer = a_member(uow, self.id, "university", Role.TRANSFER_OFFICER)
        self.head = a_member(uow, self.id, "university", Role.TRANSFER_HEAD)

    @property
    def by_officer(self) -> UnitOfWork:
        return replace(self.uow, actor=self.officer)

    def publish(self, title: str, **changes: Any) -> ListingView:
        values = QUIET | {"title": title, "price_mode": PriceMode.LISTED} | changes
        return an_open_listing(self.uow, self.officer, self.head, **values)

    def draft(self, title: str, **changes: Any) -> UUID:
        return service.create_listing(self.by_officer, draft=a_draft(**QUIET | {"title": title} | changes))
