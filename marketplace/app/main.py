"""The web application: every router under /api, the public pages, the desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import marketplace.app.registry  # noqa: F401  all tables known before the first query
from finance.applications import routes as applications
from finance.bank import routes as bank
from finance.books import routes as books
from finance.closings import routes as closings
from finance.connect import routes as connect
from finance.defaults import routes as defaults
from finance.disputes import routes as disputes
from finance.distributions import routes as distributions
from finance.instruments import routes as instruments
from finance.payments import routes as payments
from finance.payouts import routes as payouts
from finance.receivables import routes as invoices
from finance.reconciliation import routes as reconciliation
from finance.refunds import routes as refunds
from finance.taxes import routes as taxes
from marketplace.app import administration, assets, bill_page, open_terms, pages, verify_page
from marketplace.app.calendar import routes as calendar
from marketplace.app.oversight import routes as oversight
from marketplace.app.worklist import routes as worklist
from marketplace.contracts import routes as contracts
from marketplace.core.web import Api, install_problem_handlers
from marketplace.datarooms import routes as datarooms
from marketplace.deals import routes as deals
from marketplace.documents import routes as documents
from marketplace.enquiries import routes as enquiries
from marketplace.filings import routes as filings
from marketplace.identity import entry, routes as identity
from marketplace.identity.entry import BareRoute
from marketplace.listings import routes as listings
from marketplace.needs import routes as needs
from marketplace.notifications import routes as notifications
from marketplace.organizations import routes as organizations
from search import routes as search

ROUTERS = (
    search.router,  # first what is asked most: an address is looked for in this order
    payments.announcements,
    listings.router,
    identity.router,
    notifications.router,
    documents.router,
    organizations.router,
    needs.router,
    deals.router,
    enquiries.router,
    datarooms.router,
    contracts.router,
    filings.router,
    instruments.router,
    applications.router,
    invoices.router,
    payments.router,
    bank.router,
    reconciliation.router,
    refunds.router,
    disputes.router,
    distributions.router,
    payouts.router,
    connect.router,
    books.router,
    closings.router,
    taxes.router,
    defaults.router,
    worklist.router,
    calendar.router,
    administration.router,
    oversight.router,
    open_terms.router,
    assets.router,
    verify_page.router,
    bill_page.router,
    pages.router,  # last: its final route answers every other address with a page
)


@asynccontextmanager
async def life(_: FastAPI) -> AsyncIterator[None]:
    """Close at the end what the event loop itself has opened."""
    yield
    await entry.hang_up()


def create_app() -> Api:
    """Build the application; the routers come from the rooms."""
    app = Api(
        title="先用 Xianyong", version="0.1.0", docs_url="/api/docs", openapi_url="/api/openapi.json", lifespan=life,
    )  # fmt: skip
    install_problem_handlers(app)
    for router in ROUTERS:
        app.router.routes.extend(
            router.routes
        )  # `include_router` would build each a second time and match it twice
    for route in app.routes:
        if isinstance(route, BareRoute) and not route.param_convertors:
            app.direct |= {(method, route.path): route.answer for method in route.methods or ()}
    return app


app = create_app()
