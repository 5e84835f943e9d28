"""A university with many licences, for tests that need a whole month or many hands: firms, contracts, accounts.

Contracts are copies of one that was drawn up by its two sides: typesetting each anew would take minutes.
"""

import json
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from finance.payouts import queries as payouts, service as paying
from finance.payouts.accounts import luhn
from finance.payouts.schemas import NewAccount
from finance.receivables import service as receivables
from finance.receivables.schemas import ContractBilling
from marketplace.contracts import queries as contracts
from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.terms import TermSheet, add_months, terms_hash
from marketplace.terms.sheet import FixedRate, Royalty
from tests.factories.contracts import a_contract
from tests.factories.deals import a_market
from tests.factories.identity import a_member
from tests.factories.organizations import an_sme
from tests.factories.receivables import a_sheet

LICENCES_A_FIRM = 5
FREE_MONTHS, FIRST_QUARTER = 12, 15

_COPY = text("""
WITH source AS (SELECT c, d FROM contract c JOIN deal d ON d.id = c.deal_id WHERE c.id = :first), copied AS (
  INSERT INTO deal OVERRIDING SYSTEM VALUE SELECT made.* FROM source, jsonb_populate_record(d, jsonb_build_object(
    'id', CAST(:deal AS uuid), 'number', CAST(:number AS text), 'seq', nextval(pg_get_serial_sequence('deal', 'seq')),
    'state', 'withdrawn', 'claim', NULL)) made)
INSERT INTO contract SELECT made.* FROM source, jsonb_populate_record(c, CAST(:changes AS jsonb)) made
""")


@dataclass(frozen=True)
class Licensee:
    """A firm with the person who pays, and the account that it pays from."""

    name: str
    actor: Actor
    account: str


@dataclass(frozen=True)
class University:
    """A university with its people and the firms that use its results."""

    id: UUID
    officer: Actor
    head: Actor
    firms: dict[UUID, Licensee]
    first_contract: UUID
    royalty_contracts: dict[UUID, date]
    """Contracts whose first reporting period ends on a day."""


def a_university_with_licences(
    uow: UnitOfWork, *, licences: int, first_day: date, days: int, chance: random.Random
) -> University:
    """Two thirds owe a sum that arises on one of the days, one third a royalty whose first quarter ends on one."""
    market = a_market(uow)
    first = a_contract(market)
    firms = {}
    for number in range(max(1, licences // LICENCES_A_FIRM)):
        name = f"{number + 1:03}号精机有限公司"
        firm_id = an_sme(uow, name=name)
        actor = a_member(uow, firm_id, "sme", Role.FIRM_HEAD, "钱总")
        firms[firm_id] = Licensee(name, actor, f"329900000{number:07}")
    royalties = {}
    for number in range(licences):
        firm_id = chance.choice(list(firms))
        day = first_day + timedelta(days=chance.randrange(days))
        sheet = _royalty_sheet() if number % 3 == 2 else fee_sheet(chance)
        contract_id = a_licence(
            uow, first.id, number=f"{number + 1:06}", firm_id=firm_id, sheet=sheet, day=day
        )
        if sheet.royalty is not None:
            royalties[contract_id] = day
    return University(
        market.university_id, market.officer.actor, market.head.actor, firms, first.id, royalties
    )


def fee_sheet(chance: random.Random) -> TermSheet:
    return a_sheet(deferred_fee_minor=chance.randrange(100_000, 20_000_000))


def _royalty_sheet() -> TermSheet:
    return a_sheet(
        deferred_fee_minor=0,
        royalty=Royalty(base="net_sales", schedule=FixedRate(rate_bps=370), report_days=10),
    )


def a_licence(
    uow: UnitOfWork, first: UUID, *, number: str, firm_id: UUID, sheet: TermSheet, day: date
) -> UUID:
    """A contract like the first one, with a firm and terms of its own, planned: its sum arises on the day."""
    months = FIRST_QUARTER if sheet.royalty else FREE_MONTHS
    effective_on = add_months(day, -months)
    [original] = uow.rows("SELECT firm_id, content FROM contract WHERE id = :id", id=first)
    content = json.dumps(original["content"]).replace(str(original["firm_id"]), str(firm_id))
    contract_id, deal_id = new_id(), new_id()
    changes: dict[str, Any] = {
        "id": str(contract_id), "number": f"HT-{number}", "deal_id": str(deal_id), "firm_id": str(firm_id), "state": "paying",
        "terms": sheet.model_dump(mode="json"), "terms_hash": terms_hash(sheet), "content": json.loads(content),
        "effective_on": effective_on.isoformat(), "free_until_on": add_months(effective_on, FREE_MONTHS).isoformat(),
        "ends_on": add_months(effective_on, 60).isoformat(),
    }  # fmt: skip
    facts = {
        "first": first,
        "deal": deal_id,
        "number": f"copy-{number}",
        "changes": json.dumps(changes, ensure_ascii=False),
    }
    uow.session.connection().execute(_COPY, facts)
    plan(uow, contract_id)
    return contract_id


def plan(uow: UnitOfWork, contract_id: UUID) -> None:
    """Bring the schedule of a contract in step with its terms and facts."""
    contract = contracts.get_contract(uow, contract_id=contract_id)
    billing = ContractBilling(
        contract_id=contract.id, number=contract.number, title=contract.project_name, university_id=contract.university_id,
        firm_id=contract.firm_id, sheet=contract.terms, facts=contracts.get_facts(uow, contract_id=contract.id),
    )  # fmt: skip
    receivables.plan_obligations(uow, billing=billing)


def give_accounts(uow: UnitOfWork, university: University) -> None:
    """Let the officer note an account for every payee that has none yet."""
    officer = replace(uow, actor=university.officer)
    for payee in payouts.list_payables(officer).payees:
        if payee.ready:
            continue
        account = NewAccount(
            payee=payee.payee, account_name=payee.name, bank_name="工商银行无锡蠡湖支行",
            account_no=_card(f"622202{payee.payee.id.int % 10**12:012}"),
        )  # fmt: skip
        paying.set_account(officer, draft=account)


def _card(digits: str) -> str:
    return next(digits + check for check in "0123456789" if luhn(digits + check))
