"""企业参保: policies and guarantees for a contract's fees, registered by the firm or its provider, confirmed by the provider."""

from typing import Any
from uuid import UUID

from finance.defaults import policy, queries
from finance.defaults.announcing import announce_cover
from finance.defaults.errors import CoverNotFound, NotAPolicyFile, NotAProvider, PolicyNumberTaken
from finance.defaults.models import Cover
from finance.defaults.schemas import CoverView, NewCover
from finance.defaults.states import COVER
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.events.defaults import CoverConfirmed, CoverDeclined, CoverRegistered
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook

KINDS = {"insurer": "insurance", "guarantor": "guarantee"}
LARGEST_FILE = 20 * 1024 * 1024

_CONTRACT = """
SELECT k.id, k.number, k.project_name, k.university_id, k.firm_id, f.uscc FROM contract k JOIN organization f ON f.id = k.firm_id
 WHERE k.number = :number AND k.state IN ('in_use_free', 'paying')
"""


def register_cover(uow: UnitOfWork, *, form: NewCover) -> CoverView:
    """Register a cover for a running contract. A firm's waits for its provider; a provider's own is confirmed at once.

    A provider proves by the firm's code that it knows the contract. Raises `CoverNotFound`, `NotAProvider`,
    `PolicyNumberTaken`, `Forbidden`; announces `CoverRegistered` or `CoverConfirmed`.
    """
    require(policy.can_register(uow.actor))
    provides = uow.actor.organization_kind in KINDS
    contract = _contract(uow, form, provides=provides)
    provider_id = uow.actor.organization_id if provides else form.provider_id
    brief = organizations.list_briefs(uow, ids=[provider_id]).get(provider_id) if provider_id else None
    if brief is None or provider_id is None or brief.kind not in KINDS:
        raise NotAProvider
    _require_free(uow, provider_id, form.policy_number)
    waiting = (
        rulebook.value("cover_waiting_days", uow.today) if form.waiting_days is None else form.waiting_days
    )
    cover = Cover(
        contract_id=contract["id"], contract_number=contract["number"], title=contract["project_name"],
        university_id=contract["university_id"], firm_id=contract["firm_id"], provider_id=provider_id, kind=KINDS[brief.kind],
        policy_number=form.policy_number, percent_bps=form.percent_bps, cap_minor=form.cap_minor, waiting_days=waiting,
        from_on=form.from_on, until_on=form.until_on, registered_by=uow.actor.user_id, state=COVER.initial,
        state_since=uow.now, created_at=uow.now,
    )  # fmt: skip
    uow.session.add(cover)
    uow.session.flush()
    begin(uow, COVER, cover)
    uow.audit("cover.registered", "cover", cover.id, policy_number=cover.policy_number)
    if provides and policy.can_answer_cover(uow.actor, cover):
        advance(uow, COVER, cover, "confirm")
        announce_cover(uow, cover, CoverConfirmed)
    else:
        announce_cover(uow, cover, CoverRegistered)
    uow.session.flush()
    return queries.get_cover(uow, cover_id=cover.id)


def _contract(uow: UnitOfWork, form: NewCover, *, provides: bool) -> dict[str, Any]:
    rows = uow.rows(_CONTRACT, number=form.contract_number)
    if rows and provides and rows[0]["uscc"] and rows[0]["uscc"] == form.firm_uscc:
        return rows[0]
    if rows and uow.actor.belongs_to(rows[0]["firm_id"]):
        return rows[0]
    raise CoverNotFound


def _require_free(uow: UnitOfWork, provider_id: UUID, policy_number: str) -> None:
    """Two at once wait for each other here, so that the second is told instead of failing."""
    uow.take_turns("cover", provider_id, policy_number)
    if uow.rows(
        "SELECT 1 FROM cover WHERE provider_id = :provider AND policy_number = :number",
        provider=provider_id,
        number=policy_number,
    ):
        raise PolicyNumberTaken(policy_number=policy_number)


def confirm_cover(uow: UnitOfWork, *, cover_id: UUID) -> CoverView:
    """Stand by a cover as its provider. Raises `Forbidden`, `IllegalMove`; announces `CoverConfirmed`."""
    cover = queries.lock_cover(uow, cover_id)
    require(policy.can_answer_cover(uow.actor, cover))
    advance(uow, COVER, cover, "confirm")
    uow.audit("cover.confirmed", "cover", cover.id)
    announce_cover(uow, cover, CoverConfirmed)
    uow.session.flush()
    return queries.get_cover(uow, cover_id=cover_id)


def decline_cover(uow: UnitOfWork, *, cover_id: UUID, reason: str) -> CoverView:
    """Say as its provider that there is no such cover, and why. Raises `Forbidden`, `IllegalMove`."""
    cover = queries.lock_cover(uow, cover_id)
    require(policy.can_answer_cover(uow.actor, cover))
    advance(uow, COVER, cover, "decline", reason=reason)
    cover.declined_reason = reason
    uow.audit("cover.declined", "cover", cover.id)
    announce_cover(uow, cover, CoverDeclined, reason=reason)
    uow.session.flush()
    return queries.get_cover(uow, cover_id=cover_id)


def attach_policy(uow: UnitOfWork, *, cover_id: UUID, pdf: bytes) -> CoverView:
    """Keep the policy's PDF with a cover, for its firm, its university and its provider. Raises `NotAPolicyFile`."""
    cover = queries.lock_cover(uow, cover_id)
    require(policy.can_attach(uow.actor, cover))
    if not pdf.startswith(b"%PDF-") or len(pdf) > LARGEST_FILE:
        raise NotAPolicyFile
    cover.file_id = documents.store_file(
        uow, data=pdf, name=f"{cover.policy_number}.pdf", media_type="application/pdf",
        readers=[cover.firm_id, cover.university_id, cover.provider_id],
    ).id  # fmt: skip
    uow.audit("cover.attached", "cover", cover.id)
    uow.session.flush()
    return queries.get_cover(uow, cover_id=cover_id)
