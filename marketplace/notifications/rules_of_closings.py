"""Who hears of months that are closed and opened again: of a university's book its people, of all books the platform's."""

from marketplace.events import closings
from marketplace.notifications.templates import Rule

_MONTH = "/app/closings/{month}"
_BOOK, _OF_ALL = "organization_id", "audit.read"

CLOSINGS: tuple[Rule, ...] = (
    Rule(closings.ClosingAsked, "closing_asked", _MONTH, _BOOK, "month.approve", platform=_OF_ALL),
    Rule(closings.MonthClosed, "month_closed", _MONTH, _BOOK, "ledger.read", platform=_OF_ALL),
    Rule(closings.ClosingDeclined, "closing_declined", _MONTH, person="asked_by"),
    Rule(closings.ReopeningAsked, "reopening_asked", _MONTH, _BOOK, "month.approve", platform=_OF_ALL),
    Rule(closings.MonthReopened, "month_reopened", _MONTH, _BOOK, "ledger.read", platform=_OF_ALL),
)
