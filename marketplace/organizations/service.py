"""Registering organizations and keeping their record."""

from datetime import date
from uuid import UUID

from sqlmodel import select

from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import check_id
from marketplace.organizations import policy, queries
from marketplace.organizations.errors import OrganizationExists
from marketplace.organizations.models import Certificate, Organization, RewardPolicy
from marketplace.organizations.schemas import (
    CertificateKind,
    NewCertificate,
    NewOrganization,
    NewRewardPolicy,
    OrganizationPatch,
    OrganizationView,
)  # fmt: skip

LEGAL_FLOOR_BPS = 5_000  # 促进科技成果转化法 §45: at least half of net licence income goes to the inventors
_NUMBER_KINDS = {CertificateKind.TECH_SME: "tech_sme_no", CertificateKind.HIGH_TECH: "hnte_certificate"}


def register_organization(uow: UnitOfWork, *, draft: NewOrganization) -> UUID:
    """Register an organization. Raises `InvalidInput` for a wrong code, `OrganizationExists` for a known one."""
    from pypinyin import Style, lazy_pinyin

    uscc = None
    if draft.uscc is not None:
        check = check_id(draft.uscc, as_of_year=uow.today.year)
        if check.kind != "uscc" or not check.valid:
            raise InvalidInput(errors=(_wrong("/uscc", check.reason.text if check.reason else None),))
        uscc = check.normalized
        other = uow.session.exec(select(Organization).where(Organization.uscc == uscc)).one_or_none()
        if other is not None:
            raise OrganizationExists(uscc=uscc, name=other.name)
    row = Organization(
        **draft.model_dump(exclude={"uscc", "kind"}),
        kind=draft.kind.value,
        uscc=uscc,
        sort_key=" ".join(lazy_pinyin(draft.name, style=Style.NORMAL)),
    )
    uow.session.add(row)
    uow.session.flush()
    return row.id


def record_certificate(uow: UnitOfWork, *, draft: NewCertificate) -> UUID:
    """Record a dated status of a firm. Raises `InvalidInput` for a wrong number or dates in the wrong order."""
    errors = []
    number = draft.number.strip().upper()
    if kind := _NUMBER_KINDS.get(draft.kind):
        check = check_id(number, as_of_year=uow.today.year)
        number = check.normalized
        if check.kind != kind or not check.valid:
            errors.append(_wrong("/number", check.reason.text if check.reason else None))
    if not draft.issued_on <= draft.valid_from <= draft.valid_to:
        errors.append(
            _wrong(
                "/valid_to",
                Text(
                    zh="日期顺序应为：发证日 ≤ 生效日 ≤ 到期日。",
                    en="Dates must run: issued, valid from, valid to.",
                ),
            )
        )
    if errors:
        raise InvalidInput(errors=tuple(errors))
    row = Certificate(**draft.model_dump(exclude={"number", "kind"}), kind=draft.kind.value, number=number)
    uow.session.add(row)
    uow.session.flush()
    return row.id


def revoke_certificate(uow: UnitOfWork, *, certificate_id: UUID, on: date) -> None:
    """Mark a certificate as revoked from a day on; later decisions see it, earlier ones keep their snapshot."""
    row = uow.session.get(Certificate, certificate_id, with_for_update=True)
    if row is None:
        raise NotFound(what="certificate")
    row.revoked_on = on
    uow.audit(
        "certificate.revoked", "organization", row.organization_id, number=row.number, on=on.isoformat()
    )


def adopt_reward_policy(uow: UnitOfWork, *, draft: NewRewardPolicy) -> UUID:
    """Record how a university shares licence income from a day on. The inventors' floor is 50 % (促进法 §45)."""
    low = min(tier.inventor_bps for tier in draft.inventor_tiers)
    over = max(tier.inventor_bps for tier in draft.inventor_tiers) + draft.unit_bps
    if low < LEGAL_FLOOR_BPS:
        raise InvalidInput(
            errors=(
                _wrong(
                    "/inventor_tiers",
                    Text(
                        zh="发明人份额不得低于 50%（促进科技成果转化法第四十五条）。",
                        en="Inventors receive at least 50 % (art. 45).",
                    ),
                ),
            )
        )
    if over > 10_000:
        raise InvalidInput(
            errors=(
                _wrong("/unit_bps", Text(zh="各方份额合计不得超过 100%。", en="The shares exceed 100 %.")),
            )
        )
    row = RewardPolicy(
        organization_id=draft.organization_id, effective_from=draft.effective_from, unit_bps=draft.unit_bps, source=draft.source,
        inventor_tiers=[tier.model_dump() for tier in draft.inventor_tiers],
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    return row.id


def correct_record(
    uow: UnitOfWork, *, organization_id: UUID, version: int, patch: OrganizationPatch
) -> OrganizationView:
    """Correct the figures of one's own organization; raises `StaleVersion` when somebody was quicker."""
    row = queries.lock_visible(uow, organization_id)
    require(policy.can_edit(uow.actor, organization_id))
    check_version(row, version)
    changed = patch.model_dump(exclude_unset=True)
    for name, value in changed.items():
        setattr(row, name, value)
    uow.audit("organization.corrected", "organization", row.id, fields=sorted(changed))
    uow.session.flush()
    return queries.get_view(uow, organization_id=organization_id)


def _wrong(pointer: str, text: Text | None) -> FieldError:
    return FieldError(
        pointer,
        "invalid_number" if text else "invalid",
        text or Text(zh="编号不正确，请核对。", en="This number is not right."),
    )
