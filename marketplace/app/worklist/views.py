"""What the desk hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from marketplace.core.values import Shown


class TodoKind(StrEnum):
    """The one thing to do with an object now."""

    SUBMIT_APPLICATION = "submit_application"
    REPLY_TO_QUESTION = "reply_to_question"
    CONFIRM_TERMS = "confirm_terms"
    ANSWER_OFFER = "answer_offer"
    ANSWER_APPLICATION = "answer_application"
    REVISE_LISTING = "revise_listing"
    APPROVE_LISTING = "approve_listing"
    START_NOTICE = "start_notice"
    SETTLE_OBJECTION = "settle_objection"
    PUBLISH_LISTING = "publish_listing"
    CONFIRM_LISTING = "confirm_listing"
    ANSWER_ENQUIRY = "answer_enquiry"
    ANSWER_REQUEST = "answer_request"
    COUNTERSIGN = "countersign"
    SIGN_CONTRACT = "sign_contract"
    ANSWER_MATTER = "answer_matter"
    REPORT_USE = "report_use"
    CERTIFY_RETURN = "certify_return"
    RECORD_TRANSFER = "record_transfer"
    HAND_IN_FILING = "hand_in_filing"
    PURSUE_DEFAULT = "pursue_default"
    ANSWER_CLAIM = "answer_claim"
    CONFIRM_COVER = "confirm_cover"
    ANSWER_RECORD = "answer_record"
    DECIDE_FREE_USE = "decide_free_use"
    FILE_STATEMENT = "file_statement"
    PAY_INVOICE = "pay_invoice"
    ASK_TAX_AGAIN = "ask_tax_again"
    ISSUE_TAX_INVOICE = "issue_tax_invoice"
    CREDIT_OVERBILLED = "credit_overbilled"
    DECIDE_ADJUSTMENT = "decide_adjustment"
    MATCH_MONEY = "match_money"
    APPROVE_DISTRIBUTION = "approve_distribution"
    APPROVE_PAYOUT = "approve_payout"
    APPROVE_REFUND = "approve_refund"
    CLOSE_MONTH = "close_month"
    ANSWER_DISPUTE = "answer_dispute"
    GET_BACK = "get_back"
    LOOK_AT_DEAL = "look_at_deal"
    ADVANCE_DEAL = "advance_deal"
    SEE_BROKEN_PROMISES = "see_broken_promises"
    SEE_PARKED_NOTICES = "see_parked_notices"
    SEE_PARKED_DELIVERIES = "see_parked_deliveries"
    SEE_SETBACKS = "see_setbacks"


class DeadlineKind(StrEnum):
    """What happens on a coming day without anybody having to act now."""

    NOTICE_ENDS = "notice_ends"
    FREE_USE_ENDS = "free_use_ends"
    SUM_DUE = "sum_due"
    PAYMENT_EXPECTED = "payment_expected"
    LICENCE_ENDS = "licence_ends"


class StepKey(StrEnum):
    """A step on the way to the first result, for a desk that has none yet."""

    PROFILE = "profile"
    APPLICATION = "application"
    CONTRACT = "contract"
    FUNDING = "funding"
    LISTING = "listing"
    APPROVAL = "approval"
    PUBLISHED = "published"
    INSTRUMENT = "instrument"
    DEAL = "deal"


class Todo(Shown):
    """One object, or `count` of a kind, and the one thing to do.

    `party`: the other side; `what`: the step in the reader's language where the kind does not say it; `amount_minor` in fen;
    `link` is a page.
    """

    kind: TodoKind
    object_id: UUID | None
    title: str
    number: str = ""
    party: str = ""
    what: str = ""
    amount_minor: int | None = None
    count: int | None = None
    link: str
    since: datetime
    due_on: date | None = None
    overdue: bool = False


class Deadline(Shown):
    """A coming day of an object of the reader's side; `amount_minor` in fen where money moves."""

    kind: DeadlineKind
    title: str
    on: date
    amount_minor: int | None = None
    link: str


class Step(Shown):
    """A step of the checklist, and where it is taken; a link outside /app is a public page."""

    key: StepKey
    done: bool
    link: str


class FirmFigures(Shown):
    """What a firm uses and owes, in fen. `owed_minor`: unpaid or falling due within 90 days.

    `free_days_left` of `free_days` belong to the licence whose free use ends first. `outright_minor` is what buying
    the results in use would have cost, `billed_minor` what they have cost so far; both null where no price is known.
    """

    in_use: int
    free_ends_on: date | None
    free_days_left: int | None
    free_days: int | None
    owed_minor: int
    overdue_minor: int
    outright_minor: int | None
    billed_minor: int | None


class UniversityFigures(Shown):
    """What a university has on offer and under contract, and its calendar year in fen."""

    listings_open: int
    applications_waiting: int
    contracts_running: int
    year: int
    contracted_minor: int
    due_minor: int
    received_minor: int
    distributed_minor: int


class Stage(Shown):
    """How many deals of a provider stand at a stage."""

    state: str
    count: int


class Worklist(Shown):
    """The desk of the reader on a day. `todos`: overdue first, then by last day, then newest. One side's figures are set."""

    today: date
    todos: list[Todo]
    deadlines: list[Deadline]
    checklist: list[Step]
    firm: FirmFigures | None = None
    university: UniversityFigures | None = None
    stages: list[Stage] | None = None
