"""What the university has filed of its contracts: the older ones are registered, the newest waits."""

from datetime import timedelta
from typing import Final

from marketplace.app.seed.stage import Stage
from marketplace.filings import packs, queries, service
from marketplace.filings.schemas import FilingKind, Registration

SUBMITTED_AFTER: Final = 12
REGISTERED_AFTER: Final = 21
"""Days from the day of effect to the office and back."""


def tell(stage: Stage) -> None:
    """Hand in and register what took effect more than two months ago, each a few days after its effect."""
    ahead = stage.at("officer", 0)
    for number, filing in enumerate(reversed(queries.list_filings(ahead, size=100).items), start=1):
        age = (stage.uow.today - filing.opened_on).days
        if age < 60:
            continue
        submitted = stage.at("officer", age - SUBMITTED_AFTER)
        service.submit_filing(submitted, filing_id=filing.id, submitted_on=submitted.today)
        answered = stage.at("officer", age - REGISTERED_AFTER)
        amount = None
        if filing.kind is FilingKind.TECHNOLOGY_CONTRACT:
            sheet = queries.pack_facts(ahead, queries.lock_visible(ahead, filing.id)).content.sheet
            amount = packs.fixed_minor(sheet)
        year = (filing.opened_on + timedelta(days=REGISTERED_AFTER)).year
        receipt = Registration(
            number=f"{year}3202{number:06d}", registered_on=answered.today, total_minor=amount, technical_minor=amount
        )  # fmt: skip
        service.register_filing(answered, filing_id=filing.id, receipt=receipt)
    stage.react()
