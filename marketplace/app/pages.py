"""The public pages: the same queries as the API, as HTML that works without scripts. English lives below /en."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from pydantic import ValidationError

from marketplace.app import result_list, simulator
from marketplace.app.rendering import desk_chunks
from marketplace.app.street import ENGLISH, Street, StreetDep, as_page, in_path_language
from marketplace.core.problems import InvalidInput, NotFound, Problem
from marketplace.core.web import field_errors
from marketplace.deals import queries as deals, service as deals_service
from marketplace.deals.schemas import PriceObjection, PublicPriceNotice
from marketplace.identity.entry import UowDep
from marketplace.listings import queries as listings, service as listings_service
from marketplace.listings.schemas import ListingState, ListingView, NoticeView, ObjectionDraft
from marketplace.needs import queries as needs
from marketplace.organizations import queries as organizations
from marketplace.organizations.schemas import Industry, OrganizationKind, Track
from marketplace.terms import cautions

router = APIRouter(include_in_schema=False)

MOST_COMPARED = 5
SITEMAP_SIZE = 5_000
NOTICES_A_PAGE = 20
NEEDS_A_PAGE = 24


def page(path: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Register a page under its path and under its English path."""

    def register(endpoint: Callable[..., Response]) -> Callable[..., Response]:
        guarded = as_page(endpoint)
        for place in (path, ENGLISH + path if path != "/" else ENGLISH):
            router.add_api_route(place, guarded, methods=["GET", "HEAD"], response_class=HTMLResponse)
        return guarded

    return register


def _id(raw: str) -> UUID:
    try:
        return UUID(raw)
    except ValueError:
        raise NotFound(what="result") from None


@page("/")
def home(street: StreetDep) -> Response:
    """The first contact: a search box, how it works, what there is."""
    counts = result_list.overview(street.uow)
    figures = [
        ("open", counts.total),
        ("use_first", counts.use_first),
        ("universities", len(organizations.list_by_kind(street.uow, kind=OrganizationKind.UNIVERSITY))),
        ("zones", len(organizations.list_zones(street.uow))),
        ("needs", needs.list_open(street.uow, page=1, size=1).total),
    ]
    return street.render(
        "home.html",
        "home",
        figures=figures,
        industries=[{"value": each.value, "count": counts.industry.get(each.value, 0)} for each in Industry],
        tracks=[{"value": each.value, "count": counts.track.get(each.value, 0)} for each in Track],
        newest=listings.list_newest(street.uow, size=6),
    )


@page("/results")
def results(street: StreetDep) -> Response:
    """The ranked list with facets; every choice is in the address."""
    return street.render("results.html", "results", **result_list.view(street))


@page("/results/{listing_id}/cost")
def cost(listing_id: str, street: StreetDep) -> Response:
    """Only the simulation of a result: what the slider asks for."""
    item = listings.get_listing(street.uow, listing_id=_id(listing_id))
    if item.terms is None:
        raise NotFound(what="simulation")
    question = simulator.asked(street.request, item, street)
    return street.render("simulation.html", "results", **simulator.answered(street, item, question))


@page("/results/{listing_id}")
def result(listing_id: str, street: StreetDep) -> Response:
    """One result: what it solves, what it would cost, how to get it."""
    item = listings.get_listing(street.uow, listing_id=_id(listing_id))
    question = simulator.asked(street.request, item, street)
    gone = 410 if item.state == ListingState.WITHDRAWN else 200
    costs = {"status": gone} | simulator.answered(street, item, question)
    remarks = cautions(item.terms) if item.terms else []
    return street.render(
        "result.html",
        "results",
        noindex=item.state != ListingState.OPEN,
        item=item,
        slider_max=max(2_000, 4 * question.sales_minor // simulator.FEN_PER_WAN),
        slider_step=10,
        most_years=simulator.MOST_YEARS,
        cautions=[remark.zh if street.locale == "zh-CN" else remark.en for remark in remarks],
        similar=result_list.similar(street.uow, item.id),
        rate=deals.get_response_rate(street.uow, university_id=item.university_id),
        prefetch=desk_chunks("src/features/deals/pages/ApplyPage.tsx"),
        structured=_structured(street, item),
        **costs,
    )


def _structured(street: Street, item: ListingView) -> dict[str, Any]:
    """Describe a result to search engines in schema.org's words."""
    address = street.origin + street.at(f"/results/{item.id}")
    product: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": item.title,
        "description": (item.benefit or item.problem)[:300],
        "sku": item.number,
        "url": address,
        "brand": {"@type": "CollegeOrUniversity", "name": item.university_name},
        "offers": {
            "@type": "Offer",
            "url": address,
            "price": "0",
            "priceCurrency": "CNY",
            "availability": "https://schema.org/InStock"
            if item.state == ListingState.OPEN
            else "https://schema.org/SoldOut",
        },
    }
    if not item.pay_after_use:
        product.pop("offers")
    return product


@page("/compare")
def compare(street: StreetDep, ids: Annotated[list[str] | None, Query()] = None) -> Response:
    """Two to five results side by side; rows that differ are marked."""
    chosen = list(dict.fromkeys(_id(raw) for raw in ids or []))[:MOST_COMPARED]
    items = [listings.get_listing(street.uow, listing_id=each) for each in chosen]
    plan = [simulator.USUAL_SALES_MINOR] * simulator.USUAL_YEARS
    simulations = [
        listings.get_simulation(street.uow, listing_id=item.id, sales_minor=plan) for item in items
    ]
    return street.render(
        "compare.html",
        "results",
        items=items,
        rows=result_list.comparison(street, items, simulations),
        sales_minor=simulator.USUAL_SALES_MINOR,
        noindex=True,
    )


@page("/challenges")
def challenges(street: StreetDep, field: str = "", page: int = 1) -> Response:
    """What firms need, newest first, by industry or track."""
    known = [*(each.value for each in Industry), *(each.value for each in Track)]
    chosen = field if field in known else ""
    found = needs.list_open(street.uow, field=chosen, page=max(1, page), size=NEEDS_A_PAGE)
    return street.render(
        "challenges.html",
        "challenges",
        found=found,
        chosen=chosen,
        industries=list(Industry),
        tracks=list(Track),
        pages=street.pages(found),
    )


@page("/challenges/{need_id}")
def challenge(need_id: str, street: StreetDep) -> Response:
    """One need, with the results that may answer it."""
    need = needs.get_need(street.uow, need_id=_id(need_id))
    return street.render(
        "challenge.html", "challenges", need=need, matching=result_list.answers(street.uow, need.title)
    )


@page("/publicity")
def publicity(street: StreetDep, page: int = 1, thanks: str = "") -> Response:
    """The public notice board 公示栏 (促进科技成果转化法 §18)."""
    return _notice_board(street, page=page, thanks=bool(thanks))


def _notice_board(street: Street, *, page: int, status: int = 200, **context: Any) -> Response:
    notices = listings.list_notices(street.uow, page=max(1, page), size=NOTICES_A_PAGE)
    negotiated = deals.list_price_notices(street.uow, page=max(1, page), size=NOTICES_A_PAGE)
    shown: dict[str, Any] = {
        "board": [_negotiated(each) for each in negotiated.items]
        + [_noticed(each) for each in notices.items],
        "notices": notices,
        "pages": street.pages(notices),
        "thanks": False,
        "refused": None,
    } | context
    return street.render("publicity.html", "publicity", status=status, **shown)


def _noticed(notice: NoticeView) -> dict[str, Any]:
    period = {"begins_on": notice.notice_from, "ends_on": notice.notice_to}
    place = f"/publicity/{notice.listing_id}/objections"
    return notice.model_dump() | period | {"key": str(notice.listing_id), "negotiated": False, "place": place}


def _negotiated(notice: PublicPriceNotice) -> dict[str, Any]:
    place = f"/publicity/deals/{notice.deal_id}/objections"
    return notice.model_dump() | {"key": str(notice.deal_id), "negotiated": True, "place": place}


def _objection_form(
    name: Annotated[str, Form()] = "", contact: Annotated[str, Form()] = "", text: Annotated[str, Form()] = ""
) -> dict[str, str]:
    return {"name": name, "contact": contact, "text": text}


ObjectionForm = Annotated[dict[str, str], Depends(_objection_form)]


@router.post(f"{ENGLISH}/publicity/{{listing_id}}/objections")
@router.post("/publicity/{listing_id}/objections")
def object_to_price(
    listing_id: str, request: Request, uow: UowDep, form: ObjectionForm, page: Annotated[int, Form()] = 1
) -> Response:
    """Take an objection from the form of the notice board; a refused one comes back as it was typed."""
    reader = Street(request, in_path_language(request, uow))
    return _take_objection(
        reader,
        listing_id,
        form,
        page,
        lambda: listings_service.raise_objection(
            reader.uow, listing_id=_id(listing_id), draft=ObjectionDraft(**form)
        ),
    )


@router.post(f"{ENGLISH}/publicity/deals/{{deal_id}}/objections")
@router.post("/publicity/deals/{deal_id}/objections")
def object_to_agreed_price(
    deal_id: str, request: Request, uow: UowDep, form: ObjectionForm, page: Annotated[int, Form()] = 1
) -> Response:
    """Take an objection against a negotiated price, in the same manner."""
    reader = Street(request, in_path_language(request, uow))
    return _take_objection(
        reader,
        deal_id,
        form,
        page,
        lambda: deals_service.raise_objection(reader.uow, deal_id=_id(deal_id), draft=PriceObjection(**form)),
    )


def _take_objection(
    reader: Street, key: str, form: dict[str, str], page: int, take: Callable[[], None]
) -> Response:
    try:
        take()
    except ValidationError as error:
        faults = {
            each.pointer.removeprefix("/"): each.message.in_(reader.locale, **each.params)
            for each in field_errors(error.errors())
        }
        refused = {"key": key, "form": form, "faults": faults}
        return _notice_board(reader, page=page, status=InvalidInput.status, refused=refused)
    except Problem as problem:
        return reader.refuse(problem)
    return RedirectResponse(reader.at("/publicity") + "?thanks=1", 303)


@page("/help")
def how_it_works(street: StreetDep) -> Response:
    """How use first, pay later works, with the law behind it."""
    return street.render("help.html", "help")


@router.get("/robots.txt")
def robots(street: StreetDep) -> Response:
    """What crawlers may read: the street, not the desk."""
    return PlainTextResponse(
        f"User-agent: *\nDisallow: /app\nDisallow: /api\nDisallow: /compare\nSitemap: {street.origin}/sitemap.xml\n"
    )


@router.get("/sitemap.xml")
def sitemap(street: StreetDep) -> Response:
    """Every public page, newest results first."""
    entries: list[dict[str, Any]] = [
        {"path": path, "changed": None}
        for path in ("/", "/results", "/challenges", "/publicity", "/verify", "/help")
    ]
    entries += [
        {"path": f"/results/{item.id}", "changed": item.published_at and item.published_at.date()}
        for item in listings.list_newest(street.uow, size=SITEMAP_SIZE)
    ]
    return street.render("sitemap.xml", "sitemap", media_type="application/xml", entries=entries)


@router.get("/{path:path}")
def nowhere(path: str, street: StreetDep) -> Response:
    """Any other address: a page that helps on, or problem+json for programs."""
    if path.startswith("api/"):
        raise NotFound
    return street.refuse(NotFound(what="page"))
