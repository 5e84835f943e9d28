"""The contract's articles in English, for readers who do not read Chinese. Never signed: the Chinese text prevails.

Follows `wording.py` article by article and clause by clause; a test holds the two side by side.
"""

from collections.abc import Iterator

from marketplace.documents.schemas import ContractData
from marketplace.documents.wording import Article
from marketplace.terms import TermSheet, money, percent, rate_words, trigger_words

_LICENSE = {
    "non_exclusive": "non-exclusive (普通许可): the licensor may use the licensed technology itself and license it to others",
    "sole": "sole (排他许可): the licensor may use the licensed technology itself but may not license it to any third party",
    "exclusive": "exclusive (独占许可): within the agreed period, territory and field neither the licensor nor any third party "
    "may use the licensed technology",
}
_BASES = {
    "net_sales": "“Net sales”: income from the licensed products less value-added tax, returns, and freight and insurance "
    "shown separately",
    "product_price": "“Sales price”: the price without tax on the ex-works invoice of the licensed products",
    "new_output_value": "“New output value”: the rise in output value caused by the licensed technology against the twelve "
    "months before effect",
    "profit": "“Profit”: net sales of the licensed products less costs and taxes under the accounting standards for enterprises",
    "per_unit": "“Units”: the number of licensed products made and sold or provided by the licensee",
}
_MONTHS = {"quarterly": "three months", "half_yearly": "six months", "yearly": "twelve months"}


def english_articles(data: ContractData) -> list[Article]:
    """Return titles and numbered clauses of the contract in English, in the order of the Chinese text."""
    parts = (
        ("Definitions", _definitions),
        ("Content, scope and requirements of the licence", _grant),
        ("Technical data and guidance", _delivery),
        ("Use first, pay later", _use_first),
        ("Fees and payment", _fees),
        ("Income reports and accounts", _reports),
        ("Acceptance", _acceptance),
        ("Confidentiality", _secrecy),
        ("Improvements, ownership and sharing of income", _improvements),
        ("Maintenance, lapse and invalidation of patents", _maintenance),
        ("Warranty and infringement", _warranty),
        ("Breach", _breach),
        ("Return, rescission and end", _ending),
        ("Recording and registration", _recording),
        ("Disputes", _disputes),
        *((("Special agreements", _special),) if data.special_clauses else ()),
        ("Electronic signature and effect", _signature),
    )
    return [(title, list(clauses(data))) for title, clauses in parts]


def _sum(minor: int) -> str:
    return money(minor, "en")


def _definitions(data: ContractData) -> Iterator[str]:
    yield (
        "“Licensed technology”: the patents, patent applications, know-how and software listed in Annex 1, with the technical "
        "data needed to use them."
    )
    yield "“Licensed products”: products made or services provided by the licensee with the licensed technology."
    if data.sheet.is_use_first:
        yield (
            "“Use first, pay later”: the licensee uses the licensed technology from the day of effect and pays licence fees only "
            "once the payment condition has been met."
        )
    yield f"“Payment condition”: {trigger_words(data.sheet, 'en')}."
    yield "“Paying year”: each period of twelve months from the day on which the payment condition was met."
    if data.sheet.royalty:
        yield _BASES[data.sheet.royalty.base] + "."


def _grant(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    start = (
        "the day of effect"
        if sheet.start_on is None
        else f"{sheet.start_on.isoformat()} or the day of effect, whichever is later"
    )
    yield f"Project: {data.project_name} (platform listing {data.listing_number})."
    yield f"The license is {_LICENSE[sheet.licence_type]}."
    yield f"Territory: {sheet.territory}. Field of use: {sheet.field_of_use}."
    yield (
        f"The licence runs for {sheet.months} months from {start}, but not beyond the term of the last patent in Annex 1 "
        "(Civil Code, art. 865)."
    )
    yield (
        "The licensee may sublicense; a sublicense is non-exclusive and is reported to the licensor within fifteen days of its "
        "signature."
        if sheet.sublicensable
        else "Without the licensor's written consent the licensee may not let any third party use the licensed technology "
        "(Civil Code, art. 867)."
    )
    yield (
        "Before a patent application is granted, the rules on know-how licences apply to it, or those on patent licences by "
        "analogy; after grant, those on patent licences."
    )


def _delivery(data: ContractData) -> Iterator[str]:
    licensee = data.parties[-1]
    yield (
        "Plan: within fifteen days of effect the licensor delivers all technical data needed to use the licensed technology; "
        "the licensee confirms receipt in writing within ten days."
    )
    yield (
        f"Place: {licensee.address or 'the domicile of the licensee'}. Manner: electronic documents, and guidance as far as the "
        "licensee reasonably asks for it."
    )
    yield "The licensee bears the actual travel costs of guidance; guidance is otherwise free of charge."


def _use_first(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    if not sheet.is_use_first:
        yield "This contract is not use-first, pay-later: fees are counted from effect under article 5."
        return
    yield (
        "Until the payment condition is met the licensee uses the licensed technology free of charge. The condition is: "
        f"{trigger_words(sheet, 'en')}."
    )
    if any(trigger.kind == "first_income" for trigger in sheet.single_triggers()):
        yield (
            "Within ten days of its first income from the licensed technology the licensee tells the licensor the date, with "
            "invoice or contract."
        )
        yield (
            "If the licensee does not, and the licensor shows by invoices or the like that income arose, the day of that income "
            "counts as the day on which the condition was met."
        )
    yield (
        f"Within {sheet.free_period_months} months of effect, and before the payment condition is met, the licensee may return "
        "the licensed technology by written notice; the contract ends with the arrival of the notice and neither side owes a fee."
    )


def _fees(data: ContractData) -> Iterator[str]:
    sheet = data.sheet
    yield (
        f"The entry fee is {_sum(sheet.entry_fee_minor)}, payable within {sheet.payment_days} days of effect."
        if sheet.entry_fee_minor
        else "There is no entry fee."
    )
    if sheet.deferred_fee_minor:
        plan = sheet.instalments
        how = (
            f"in {plan.count} equal installments, one every {plan.every_months} months from the day on which the payment "
            "condition is met, each payable"
            if plan
            else "payable"
        )
        day = "of its date" if plan else "of the day on which the payment condition is met"
        yield f"The licence fee is {_sum(sheet.deferred_fee_minor)}, {how} within {sheet.payment_days} days {day}."
    for milestone in sheet.milestones:
        if milestone.amount_minor:
            yield (
                f"Milestone “{milestone.name}”, proved by {milestone.evidence}: {_sum(milestone.amount_minor)} within "
                f"{milestone.due_days} days of its completion and of the payment condition; planned for month "
                f"{milestone.planned_month} after effect."
            )
    if sheet.royalty:
        yield from _royalty(sheet)
    if sheet.buyout_price_minor is not None:
        yield (
            f"The licensee may buy the licensed technology outright at any time by written notice for "
            f"{_sum(sheet.buyout_price_minor)}; after its arrival both sides sign an assignment, and licence fees not yet due "
            "are no longer owed."
        )
    yield from _shares(data)
    for party in data.parties:
        if party.role == "licensor" and party.bank_account:
            yield (
                f"Account: {party.name}, {party.bank_name}, no. {party.bank_account}. The licensor issues tax invoices for what "
                "it receives."
            )
    yield (
        "Due dates and amounts are those of Annex 2, which is computed from the term sheet by the same program as the "
        "platform's invoices."
    )


def _shares(data: ContractData) -> Iterator[str]:
    licensors = [party for party in data.parties if party.role == "licensor"]
    if len(licensors) > 1:
        parts = ", ".join(f"{party.name} {percent(party.share_bps or 0)}%" for party in licensors)
        yield (
            f"The licensors share the income as follows: {parts}. Payment of an invoice discharges the licensee towards all "
            "licensors; the platform credits each by its share (Patent Law, art. 14)."
        )


def _royalty(sheet: TermSheet) -> Iterator[str]:
    royalty = sheet.royalty
    assert royalty is not None  # noqa: S101 - the caller asked
    yield (
        f"Royalty: {rate_words(royalty, 'en')} Income before the payment condition is met bears no royalty."
    )
    if royalty.min_annual_minor:
        yield (
            f"The royalty of a paying year is at least {_sum(royalty.min_annual_minor)}; a shorter year counts by days."
        )
    if royalty.cap_total_minor is not None:
        yield f"Royalties end once they reach {_sum(royalty.cap_total_minor)} in all."


def _reports(data: ContractData) -> Iterator[str]:
    royalty = data.sheet.royalty
    if royalty is None:
        yield (
            "There is no royalty; within thirty days of the end of each year the licensee reports on its use of the licensed "
            "technology."
        )
        return
    yield (
        f"From the day on which the payment condition is met, each {_MONTHS[royalty.report_frequency]} are a reporting period; "
        f"the licensee reports the royalty base within {royalty.report_days} days of its end and pays within "
        f"{data.sheet.payment_days} days thereafter."
    )
    if royalty.audit_right:
        yield (
            "On ten days' notice the licensor may inspect the accounts concerned during working hours; where five per cent or "
            "more was underreported the licensee bears the cost (Civil Code, art. 846)."
        )


def _acceptance(data: ContractData) -> Iterator[str]:
    del data
    yield "Standard: the data are complete and clear, so that a person skilled in the art can use the licensed technology."
    yield (
        "Method: the licensee makes a trial within sixty days of receipt; if it finds the data wanting it says why in writing "
        "and the licensor mends them within thirty days; silence counts as acceptance."
    )


def _secrecy(data: ContractData) -> Iterator[str]:
    yield (
        "Both sides keep know-how, unpublished patent applications and business information secret for "
        f"{data.sheet.confidentiality_months} months from effect; the duty outlives the contract."
    )
    yield "What is public, independently developed or to be disclosed by law is excepted."


def _improvements(data: ContractData) -> Iterator[str]:
    yield {
        "each_keeps": "Improvements belong to the party that makes them; the other has no share in them (Civil Code, art. 875).",
        "shared": "Improvements are owned by both sides; each may use them, and licensing others needs the other's consent.",
        "licensor_option": "Improvements belong to the party that makes them; the licensor may take a non-exclusive licence to "
        "them at market price.",
    }[data.sheet.improvements]
    yield (
        "The sharing of income within the licensor follows arts. 44 and 45 of the Law on Promoting the Transformation of "
        "Scientific and Technological Achievements and the licensor's rules, and is the licensor's task."
    )
    yield (
        "Nothing here limits a challenge to the validity of the licensed technology, or the licensee's choice of materials, "
        "equipment and sales channels (Civil Code, art. 850)."
    )


def _maintenance(data: ContractData) -> Iterator[str]:
    payer = "licensor" if data.sheet.annuity_payer == "licensor" else "licensee"
    yield f"The {payer} pays the annuities during the licence; the licensor keeps the patents in force."
    yield (
        "From the day a patent is invalidated or lapses or an application is refused the licensee stops paying for it; sums "
        "paid follow art. 47 of the Patent Law."
    )


def _warranty(data: ContractData) -> Iterator[str]:
    del data
    yield (
        "The licensor warrants that it is the lawful owner and that the licensed technology is complete, free of error, "
        "effective and able to reach the agreed aim (Civil Code, art. 870)."
    )
    yield (
        "The licensor warrants that it has disclosed pledges, other licences and co-ownership and has the consent of co-owners "
        "and pledgees (Patent Law, art. 14; Civil Code, art. 444)."
    )
    yield (
        "If agreed use infringes the rights of others the licensor is liable, unless otherwise agreed or caused by the "
        "licensee's own alterations (Civil Code, art. 874)."
    )


def _breach(data: ContractData) -> Iterator[str]:
    yield (
        f"On late payment the licensee owes {percent(data.sheet.late_interest_bps_per_day)}% of the unpaid sum a day; if it "
        "still does not pay after a demand it stops use, returns the technical data and is liable (Civil Code, art. 873)."
    )
    yield (
        "A licensor that does not license or deliver as agreed is liable; a licensee that uses the licensed technology beyond "
        "the agreed scope stops and is liable (Civil Code, arts. 872, 873)."
    )
    yield "If a main duty is still not performed thirty days after a demand, the other side may rescind."


def _ending(data: ContractData) -> Iterator[str]:
    yield {
        "return_data": "At the end of the contract or on return the licensee gives back all technical data and copies within "
        "fifteen days, stops use and confirms it in writing.",
        "destroy_data": "At the end of the contract or on return the licensee destroys all technical data and copies within "
        "fifteen days, stops use and certifies it.",
    }[data.sheet.exit]
    yield "Sums already due, confidentiality and the clause on disputes survive the end of the contract."


def _recording(data: ContractData) -> Iterator[str]:
    del data
    yield (
        "Within three months of effect the licensor records the licence with the patent office of the State Council "
        "(Implementing Regulations of the Patent Law, rule 15); the licensee assists."
    )
    yield (
        "The licensor applies for registration of the technology contract; its total value and technical value are those of "
        "Annex 2."
    )


def _disputes(data: ContractData) -> Iterator[str]:
    yield (
        "Disputes are first negotiated; failing that, the people's court with jurisdiction at the domicile of "
        f"{data.parties[0].name} decides."
    )


def _special(data: ContractData) -> Iterator[str]:
    # What the parties wrote themselves is theirs: it is shown as written, not translated by us.
    yield from data.special_clauses
    yield (
        "Where this article differs from others it prevails; for the computation of fees the term sheet and Annex 2 prevail."
    )


def _signature(data: ContractData) -> Iterator[str]:
    del data
    yield (
        "Both sides agree to sign electronically and that the SHA-256 of what each sees and signs is the same, that the "
        "certificate is issued for that signing, and that any later change can be found (Electronic Signature Law, arts. 3, 13)."
    )
    yield (
        "The contract takes effect when all parties have signed. The term sheet alone governs all fees; its SHA-256 stands on "
        "the signature page."
    )
    yield (
        "Annexes 1 to 3 and the signature page are part of the contract; where text and Annex 2 differ in an amount, Annex 2 "
        "prevails."
    )
