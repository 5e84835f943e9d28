"""Endpoints of search, open to any visitor."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from marketplace.core.problems import InvalidInput, NotFound
from marketplace.core.web import problems
from marketplace.identity.entry import HotRoute, ReadingUowDep
from marketplace.listings.schemas import ListingBrief
from search.query import pages
from search.query.pages import ListingPage, ListingSearch

router = APIRouter(prefix="/api/search", tags=["search"])

Typed = Annotated[str, Query(max_length=40, description="what was typed so far: Han, pinyin or initials")]
Size = Annotated[int, Query(ge=1, le=20)]


def search_listings(uow: ReadingUowDep, asked: Annotated[ListingSearch, Query()]) -> Response:
    """Results for a problem in everyday words, a technical term, pinyin or a number; with facets and reasons."""
    return Response(pages.listings_as_json(uow, asked), media_type="application/json")


router.add_api_route(
    "/listings",
    search_listings,
    response_model=ListingPage,
    responses=problems(InvalidInput),
    operation_id="search_listings",
    route_class_override=HotRoute,
)


@router.get("/suggest", responses=problems(InvalidInput), operation_id="suggest_phrases")
def suggest_phrases(q: Typed) -> list[str]:
    """Phrases of published results that complete what was typed."""
    return pages.suggestions(q)


@router.get("/similar/{listing_id}", responses=problems(NotFound), operation_id="list_similar_listings")
def list_similar_listings(listing_id: UUID, uow: ReadingUowDep, size: Size = 4) -> list[ListingBrief]:
    """Open results most like one."""
    return pages.similar_listings(uow, listing_id=listing_id, size=size)
