"""Reads of the room. A list is one statement; every read of an actor goes through `policy.VISIBLE`."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import queries as contracts
from marketplace.core import fsm
from marketplace.core.paging import Page
from marketplace.core.policy import Decision
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import PartyData
from marketplace.filings import packs, policy
from marketplace.filings.models import Filing
from marketplace.filings.packs import PackFacts, Place
from marketplace.filings.schemas import FilingBrief, FilingKind, FilingState, FilingView
from marketplace.filings.states import FILING, Facts
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook
from marketplace.terms import add_months

_RULES = {
    FilingKind.LICENCE_RECORD: "licence_recording_months",
    FilingKind.TECHNOLOGY_CONTRACT: "technology_contract_registration_days",
}
_BRIEF = """
SELECT f.id, f.version, f.kind, f.state, f.contract_id, f.contract_number, f.title, f.university_id, u.name AS university_name,
       f.firm_id, s.name AS firm_name, f.opened_on, f.due_on, f.due_on - :today AS days_left, f.submitted_on, f.registered_on,
       f.number, f.total_minor, f.technical_minor, f.reason
FROM filing f JOIN organization u ON u.id = f.university_id JOIN organization s ON s.id = f.firm_id WHERE
"""
_OPEN = "('open', 'returned')"


def _brief(row: dict[str, Any], today: date) -> dict[str, Any]:
    whole = max(1, (row["due_on"] - row["opened_on"]).days)
    used = ((row["submitted_on"] or today) - row["opened_on"]).days
    return row | {"share_used": max(0, min(100, 100 * used // whole))}


def list_filings(
    uow: UnitOfWork, *, state: FilingState | None = None, contract_id: UUID | None = None, page: int = 1, size: int = 20
) -> Page[FilingBrief]:  # fmt: skip
    """Return the filings of one's own side: what is open first, the nearest last day first."""
    rows = uow.rows(
        f"SELECT x.*, count(*) OVER () AS total FROM ({_BRIEF} {policy.VISIBLE}"  # noqa: S608 - constants
        " AND (CAST(:state AS text) IS NULL OR f.state = :state)"
        " AND (CAST(:contract AS uuid) IS NULL OR f.contract_id = :contract)) x"
        f" ORDER BY x.state NOT IN {_OPEN}, x.due_on, x.id LIMIT :size OFFSET :skip",
        today=uow.today,
        state=state,
        contract=contract_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0].pop("total") if rows else 0
    items = [FilingBrief.model_validate(_brief(row, uow.today)) for row in rows]
    return Page(items=items, total=total, page=page, size=size)


def count_by_state(uow: UnitOfWork) -> dict[str, int]:
    """Return how many filings of one's own side stand in each state."""
    rows = uow.rows(
        f"SELECT f.state, count(*) AS n FROM filing f WHERE {policy.VISIBLE} GROUP BY f.state",  # noqa: S608 - constants
        **policy.scope(uow.actor),
    )
    return {row["state"]: row["n"] for row in rows}


def get_filing(uow: UnitOfWork, *, filing_id: UUID) -> FilingView:
    """Return a filing with its pack and the reader's steps; raises `NotFound`."""
    rows = uow.rows(
        f"{_BRIEF} {policy.VISIBLE} AND f.id = :id",
        today=uow.today,
        id=filing_id,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="filing")
    row = _brief(rows[0], uow.today)
    filing = uow.session.get_one(Filing, filing_id)
    facts = pack_facts(uow, filing)
    gaps = tuple(name for name, _, _ in packs.missing(facts, uow.locale))
    acts = bool(policy.can_file(uow.actor, filing))

    def allowed(_: str) -> Decision | None:
        return policy.can_file(uow.actor, filing) if acts else None

    found = fsm.refusals(FILING, filing, facts=Facts(uow.today, missing=gaps), allowed=allowed)
    return FilingView(
        **row,
        source=rulebook.get_rule(_RULES[FilingKind(filing.kind)], filing.opened_on).source,
        items=packs.items(facts, uow.locale),
        moves=[name for name, problem in found.items() if problem is None],
        refused=fsm.refused_moves(uow, found),
    )


def due_on(kind: FilingKind, effective_on: date) -> date:
    """Return the last day to hand in a kind: 3 months for the record with CNIPA (专利法实施细则 §15), days for the other."""
    value = rulebook.value(_RULES[kind], effective_on)
    if kind is FilingKind.LICENCE_RECORD:
        return add_months(effective_on, value)
    return effective_on + timedelta(days=value)


def pack_facts(uow: UnitOfWork, filing: Filing) -> PackFacts:
    """Gather what a pack is made from; whoever sees the filing sees it, so it is read as the system."""
    system = uow.as_system()
    contract = contracts.get_contract(system, contract_id=filing.contract_id)
    content = contracts.get_content(system, contract_id=filing.contract_id)
    return PackFacts(
        kind=FilingKind(filing.kind),
        content=content,
        licensors=tuple(_place(system, p) for p in content.parties if p.role == "licensor"),
        licensee=next(_place(system, p) for p in content.parties if p.role == "licensee"),
        effective_on=filing.opened_on,
        ends_on=contract.ends_on,
        due_on=filing.due_on,
        signed_sha256=contract.documents[-1].sha256,
    )


def _place(uow: UnitOfWork, party: PartyData) -> Place:
    """Read code and region as they are today: what was missing at signature may have been completed since."""
    view = organizations.find_view(uow, organization_id=party.organization_id)
    known = party.model_copy(update={"uscc": party.uscc or (view.uscc if view else "") or ""})
    return Place(known, view.region_code if view else "")


def get_pack(uow: UnitOfWork, *, filing_id: UUID) -> tuple[str, bytes]:
    """Return the name and bytes of a filing's pack as zip: form, contract, list. Raises `NotFound`."""
    view = get_filing(uow, filing_id=filing_id)
    facts = pack_facts(uow, uow.session.get_one(Filing, filing_id))
    contract = contracts.get_contract(uow.as_system(), contract_id=view.contract_id)
    _, pdf = files.read_file(uow.as_system(), file_id=contract.documents[-1].file_id)
    form = packs.form(facts)
    words = {"enclosed": "已附", "add": "请自备", "missing": "缺"}
    lines = [f"{i}. [{words[item.status]}] {item.name}　{item.note}" for i, item in enumerate(
        packs.items(facts, "zh-CN"), start=1)]  # fmt: skip
    listed = f"{form.title} 材料清单\n合同 {facts.content.number}\n\n" + "\n".join(lines) + "\n"
    data = packs.zipped(
        {
            "00-材料清单.txt": listed.encode(),
            f"01-{form.title}.pdf": documents.typeset_form(form),
            f"02-合同-{facts.content.number}.pdf": pdf,
        }
    )
    return f"{packs.WHAT[view.kind].zh}-{facts.content.number}.zip", data


def lock_visible(uow: UnitOfWork, filing_id: UUID) -> Filing:
    """Lock a filing for a change; raises `NotFound` for one that the actor may not see."""
    row = uow.session.exec(
        select(Filing)
        .where(col(Filing.id) == filing_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not policy.can_see(uow.actor, row):
        raise NotFound(what="filing")
    return row
