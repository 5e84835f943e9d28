"""Stories already under way, one for each persona, told through the same services that people use."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from finance.bank import service as bank
from finance.distributions import queries as splits, service as splitting
from finance.receivables import queries as invoices, service as billing
from finance.receivables.schemas import InvoiceBrief
from marketplace.app.seed import (
    filing_stories,
    late_stories,
    money_stories,
    payout_stories,
    room_stories,
    term_stories,
)
from marketplace.app.seed.places import Cast
from marketplace.app.seed.plot import (
    CASTING,
    CATALYST,
    COMPRESSOR,
    DRYING,
    DYEING,
    GATEWAY,
    GRINDING,
    MILLING,
    NETWORK,
    OFFICE,
    PURIFYING,
    STRIP,
    WAN,
)
from marketplace.app.seed.stage import Stage
from marketplace.contracts import queries as contracts, service as contracting
from marketplace.contracts.after_signature import NewUseReport, ProductStage, UseState
from marketplace.contracts.schemas import NewStatement
from marketplace.core.clock import business_date
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals, service as applying
from marketplace.deals.schemas import Answer, DealPatch, DealView
from marketplace.filings import service as filing
from marketplace.listings import queries as listing_queries, service as listings
from marketplace.listings.schemas import ListingState, ObjectionDraft
from marketplace.terms import add_months

PLANS = {
    DRYING: (
        "把两条针织布烘干线改成闭式热泵烘干，先改一条做对比。",
        "低能耗针织布烘干加工",
        (300, 1200, 2000),
    ),
    COMPRESSOR: ("五台空压机的余热用来热洗布水，群控一起上。", "染整车间热水与压缩空气", (200, 600, 600)),
    CASTING: ("电机壳体压铸线先上一台 2700 吨机，合格后推到三台。", "新能源汽车电机壳体", (800, 3500, 6000)),
    PURIFYING: ("重组胶原纯化改用膜色谱，先做 30 升放大。", "重组胶原敷料原料", (100, 500, 1200)),
    GRINDING: ("壳体去毛刺工位换成恒力打磨，先做两个件号。", "压铸壳体打磨", (200, 400, 600)),
    STRIP: ("心肌标志物卡点膜线改造，解决批间差和梅雨季停线。", "心肌标志物检测卡", (300, 900, 1500)),
    DYEING: ("染色废水脱色后回用到浅色布前处理。", "染色废水回用", (200, 400, 400)),
    GATEWAY: ("压铸和机加工车间的老设备联网计件。", "车间设备联网", (100, 150, 150)),
    NETWORK: ("把两家工厂的老控制器接进无线专网，先接一条线。", "工厂专网改造服务", (200, 400, 500)),
    CATALYST: ("定型机和印花间的废气改用转轮浓缩，先上一套。", "家纺印花定型加工", (400, 900, 1200)),
    MILLING: ("电机壳体薄壁处铣削变形，先在一条线上改造。", "薄壁电机壳体", (300, 800, 1200)),
}
"""What a firm wants with a result, its product, and the sales it expects in three years (万元)."""
_NEXT_REMINDER = """
SELECT min(day) AS day FROM (
  SELECT send_on AS day FROM invoice_reminder WHERE state = 'waiting' UNION ALL SELECT clock_on FROM contract
  UNION ALL SELECT next_alert_on FROM filing WHERE state IN ('open', 'returned')) ahead WHERE day > :told AND day <= :today
"""
CONTACTS = {"firm": "周敏", "firm2": "罗建国", "firm3": "葛丽", "firm4": "吴桂芳", "firm6": "陶志远"}


def tell(uow: UnitOfWork, cast: Cast, listing_ids: dict[str, UUID]) -> None:
    """Let the people of the demo do their work up to today. `listing_ids`: by the names in `plot`."""
    stage = Stage(uow, cast)
    stage.react()
    in_free_use(stage, listing_ids[DRYING])
    invoice_due(stage, listing_ids[COMPRESSOR])
    late_stories.tell(stage, licence(stage, "firm6", listing_ids[NETWORK], NETWORK, days_ago=232))
    paid_and_split(stage, listing_ids[CASTING])
    moving_terms(stage, listing_ids)
    waiting_for_signature(stage, listing_ids[PURIFYING])
    inbox(stage, listing_ids)
    desk(stage)
    filing_stories.tell(stage)
    room_stories.tell(stage, listing_ids)
    money_stories.tell(stage, listing_ids)
    billing.raise_due_invoices(stage.clock(0))
    remind(stage)
    stage.read_old_messages()


def remind(stage: Stage) -> None:
    """Let bills, reports and filings be reminded of on their own days, as the clocks would have done it."""
    today, day = stage.uow.today, date.min
    while day := stage.uow.rows(_NEXT_REMINDER, told=day, today=today)[0]["day"]:
        clock = stage.clock((today - day).days)
        for tell_of in (billing.send_due_reminders, contracting.tell_reports, filing.tell_filing_deadlines):
            tell_of(clock)
        stage.react()


def in_free_use(stage: Stage, listing_id: UUID) -> None:
    """A dyeing firm of a pilot zone uses heat-pump drying; nothing is owed before a year or its first income."""
    licence(stage, "firm", listing_id, DRYING, days_ago=48)


def invoice_due(stage: Stage, listing_id: UUID) -> None:
    """The same firm has used compressor heat for half a year: the one fee is billed and falls due soon."""
    contract_id = licence(stage, "firm", listing_id, COMPRESSOR, days_ago=212)
    contracting.end_free_periods(stage.clock(21))
    stage.react()
    billing.raise_due_invoices(stage.clock(21))
    stage.react()
    report_use(stage, "firm", contract_id, "五台空压机已接入，冬季继续观察回收水温。")


def paid_and_split(stage: Stage, listing_id: UUID) -> None:
    """A die caster earned early, on a day a mediator fixed, and paid by bank transfer; the money was split to the inventors."""
    contract_id = licence(stage, "firm2", listing_id, CASTING, days_ago=250)
    payout_stories.agree_before(stage, contract_id, days_ago=236)
    earned = stage.at("firm2", 150)
    term_stories.rule(stage, contract_id, earned.today)
    billing.raise_due_invoices(stage.clock(137))
    stage.react()
    pay_by_transfer(stage, contract_id, days_ago=128)
    [split] = splits.list_distributions(stage.at("head", 124), contract_id=contract_id).items
    splitting.approve_distribution(stage.at("head", 124), distribution_id=split.id)
    stage.react()
    payout_stories.pay_out(stage, days_ago=120)
    payout_stories.decline_refund(stage, contract_id, days_ago=112)
    # Its first quarter of sales has been reported; the royalty on it is billed and not paid yet.
    quarter_end = add_months(earned.today, 3)
    reported = stage.at("firm2", 12)
    contracting.file_statement(
        reported,
        contract_id=contract_id,
        statement=NewStatement(from_on=earned.today, to_on=quarter_end, base_minor=640 * WAN),
    )
    stage.react()
    billing.raise_due_invoices(stage.clock(11))
    stage.react()
    report_use(stage, "firm2", contract_id, "第一台压铸机良率稳定，下季度推到第二台。")
    term_stories.amend(stage, contract_id)


def moving_terms(stage: Stage, listing_ids: dict[str, UUID]) -> None:
    """A price bargained down, and a licence of two universities whose first income is in dispute."""
    term_stories.bargain(stage, apply(stage, "firm2", listing_ids[MILLING], MILLING, days_ago=19))
    shared = licence(
        stage, "firm4", listing_ids[CATALYST], CATALYST, days_ago=130, licensors=("officer", "officer2")
    )
    term_stories.dispute(
        stage, "firm4", shared, income=20, asserted=9, contested=4,
        text="企业上月已用该装置承接外加工并开票，附开票记录。", reason="外加工用的是另一套活性炭装置，与本技术无关。",
    )  # fmt: skip
    late_stories.propose_cover(stage, "firm4", shared, "CY-XYHF-2026-01163", days_ago=2)
    report_use(stage, "firm4", shared, "装置运行平稳，下个季度继续跟踪能耗和净化率。")


def report_use(stage: Stage, login: str, contract_id: UUID, outlook: str) -> None:
    """Let a firm report on its use for each period that is over, some days after its end."""
    today = stage.at(login, 0).today
    life = contracts.get_contract(stage.at(login, 0), contract_id=contract_id).life
    for period in life.use_reports if life else ():
        if period.to_on <= today:
            contracting.file_use_report(
                stage.at(login, max(0, (today - period.to_on).days - 4)),
                contract_id=contract_id,
                report=NewUseReport(
                    from_on=period.from_on, to_on=period.to_on, usage=UseState.IN_PRODUCTION,
                    stage=ProductStage.SMALL_BATCH, outlook=outlook,
                ),
            )  # fmt: skip
    stage.react()


def waiting_for_signature(stage: Stage, listing_id: UUID) -> None:
    """Terms are agreed and the firm has signed; the contract lies on the officer's desk."""
    contract_id = agreed(stage, "firm3", listing_id, PURIFYING, days_ago=9)
    sign(stage, "firm3", contract_id, days_ago=2)
    stage.react()


def inbox(stage: Stage, listing_ids: dict[str, UUID]) -> None:
    """Applications before the reply clock: one almost due, one fresh, one with a question, two in the priority window."""
    apply(stage, "firm2", listing_ids[GRINDING], GRINDING, days_ago=5)
    apply(stage, "firm3", listing_ids[STRIP], STRIP, days_ago=0)
    asked = apply(stage, "firm2", listing_ids[GATEWAY], GATEWAY, days_ago=6)
    question = Answer(kind="ask", text="贵厂准备接入多少台设备？其中没有电气图的老设备有几台？")
    applying.answer_application(stage.at("officer", 2), deal_id=asked.id, answer=question)
    apply(stage, "firm4", listing_ids[DYEING], DYEING, days_ago=5)
    apply(stage, "firm", listing_ids[DYEING], DYEING, days_ago=1)
    stage.react()


def desk(stage: Stage) -> None:
    """A draft submitted today for the head of the office, and an objection to a price on notice."""
    officer = stage.at("officer", 0)
    drafts = listing_queries.list_own(officer, state=ListingState.DRAFT.value, page=1, size=1)
    listings.submit_listing(officer, listing_id=drafts.items[0].id)
    noticed = listing_queries.list_own(officer, state=ListingState.PRICE_NOTICE.value, page=1, size=2)
    objection = ObjectionDraft(
        name="秦卫东", contact="qinwd@example.com", text="同类成果去年的许可费高出近一倍，请公开定价依据。"
    )  # fmt: skip
    visitor = replace(stage.clock(1), actor=stage.cast.actors["firm2"])
    listings.raise_objection(visitor, listing_id=noticed.items[-1].id, draft=objection)
    stage.react()


def licence(
    stage: Stage, login: str, listing_id: UUID, plan: str, *, days_ago: int, licensors: Sequence[str] = ("officer",)
) -> UUID:  # fmt: skip
    """Take an application to a running contract within a week; returns the contract."""
    contract_id = agreed(stage, login, listing_id, plan, days_ago=days_ago)
    sign(stage, login, contract_id, days_ago=days_ago - 6)
    for licensor in licensors:
        sign(stage, licensor, contract_id, days_ago=days_ago - 7)
    stage.react()
    return contract_id


def agreed(stage: Stage, login: str, listing_id: UUID, plan: str, *, days_ago: int) -> UUID:
    """Take an application to agreed terms, from which the contract is drawn up; returns the contract."""
    deal = apply(stage, login, listing_id, plan, days_ago=days_ago)
    answer = Answer(kind="accept", terms_hash=deal.terms_hash)
    applying.answer_application(stage.at("officer", days_ago - 2), deal_id=deal.id, answer=answer)
    applying.agree_terms(stage.at(login, days_ago - 3), deal_id=deal.id, terms_hash=deal.terms_hash or "")
    stage.react()
    contract_id = deals.get_deal(stage.uow, deal_id=deal.id).contract_id
    if contract_id is None:
        raise LookupError(f"no contract for {deal.number}")
    return contract_id


def apply(stage: Stage, login: str, listing_id: UUID, plan: str, *, days_ago: int) -> DealView:
    """Fill in and submit an application."""
    firm = stage.at(login, days_ago)
    purpose, product, sales = PLANS[plan]
    patch = DealPatch(
        purpose=purpose,
        product=product,
        sales_plan_minor=[amount * WAN for amount in sales],
        contact_name=CONTACTS[login],
        contact_phone="138-0000-0000",
    )
    view, _ = applying.start_application(firm, listing_id=listing_id, is_demo=True)
    applying.revise_draft(firm, deal_id=view.id, version=view.version, patch=patch)
    terms_hash = listing_queries.get_listing(firm, listing_id=listing_id).terms_hash
    deal = applying.submit_application(firm, deal_id=view.id, terms_hash=terms_hash or "")
    stage.react()
    return deal


def sign(stage: Stage, login: str, contract_id: UUID, *, days_ago: int) -> None:
    """Let a side sign what it was shown."""
    who = stage.at(login, days_ago)
    shown = contracts.get_contract(who, contract_id=contract_id).content_sha256
    contracting.sign_contract(who, contract_id=contract_id, content_sha256=shown)


def pay_by_transfer(stage: Stage, contract_id: UUID, *, days_ago: int) -> None:
    """Let money arrive on the university's account, and the officer read it from the bank's statement."""
    officer = stage.at("officer", days_ago)
    [invoice] = invoices.list_invoices(officer, contract_id=contract_id).items
    statement = bank_statement(stage, invoice, days_ago=days_ago)
    bank.import_statement(officer, content=statement, file_name="江南大学-银行流水.csv")
    stage.react()


def bank_statement(stage: Stage, invoice: InvoiceBrief, *, days_ago: int) -> bytes:
    """Return a statement as a bank exports it: the payment with its reference, one that nobody can place yet, and a fee sent."""
    day = f"{business_date(stage.clock(days_ago).now):%Y%m%d}"
    balance, rows = 100_000_000, [
        "交易时间,借方发生额/元(支取),贷方发生额/元(收入),余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号"
    ]  # fmt: skip
    for number, (minor, name, account, memo) in enumerate(
        (
            (invoice.open_minor, invoice.firm_name, "3299000008000001", f"许可费 {invoice.reference}"),
            (350_000, "明珏检测服务（演示）", "3299000009000001", "检测费"),
            (-1_500, "演示银行", "", "账户管理费"),
        ),
        start=1,
    ):
        balance += minor
        sent, received = (f"{-minor / 100:.2f}", "") if minor < 0 else ("", f"{minor / 100:.2f}")
        rows.append(
            f"{day} 10:00:0{number},{sent},{received},{balance / 100:.2f},人民币元,{name},{account},演示支行,{day},电汇,{memo},{OFFICE}000{number}"
        )
    return "\n".join(rows).encode("gb18030")
