"""Who may use first and pay later, and who comes first: decided on a day, with reasons."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from marketplace.core.problems import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_uscc
from marketplace.identity.permissions import Role
from marketplace.organizations import queries, service
from marketplace.organizations.eligibility import EligibilityDecision, decide
from marketplace.organizations.errors import NoRewardPolicy, OrganizationExists
from marketplace.organizations.schemas import (
    NewOrganization,
    NewRewardPolicy,
    OrganizationKind,
    OrganizationPatch,
    RewardTier,
)
from tests.factories.identity import a_member
from tests.factories.organizations import a_university, a_zone, an_sme


def decision(uow: UnitOfWork, firm_id: UUID, as_of: date | None = None) -> EligibilityDecision:
    firm = queries.find_view(uow, organization_id=firm_id)
    assert firm is not None
    return decide(firm, as_of or uow.today)


def verdicts(found: EligibilityDecision) -> dict[str, str]:
    return {condition.code: condition.verdict.value for condition in found.conditions}


def test_a_registered_firm_of_a_pilot_zone_comes_first(uow: UnitOfWork) -> None:
    found = decision(uow, an_sme(uow, zone_id=a_zone(uow)))
    assert (found.may_apply, found.priority) == (True, True)
    assert verdicts(found) == {"uscc": "pass", "size": "pass", "tech_sme": "pass", "pilot_zone": "pass"}


def test_an_expired_registration_costs_the_priority_and_says_why(uow: UnitOfWork) -> None:
    firm_id = an_sme(uow, zone_id=a_zone(uow))
    found = decision(uow, firm_id, date(uow.today.year + 1, 4, 1))
    assert (found.may_apply, found.priority) == (True, False)
    (expired,) = [c for c in found.conditions if c.code == "tech_sme"]
    assert expired.verdict == "fail"
    assert expired.saw.zh.endswith(f"有效期至 {uow.today.year + 1}-03-31")
    assert expired.remedy is not None


def test_outside_a_pilot_zone_a_firm_may_apply_but_not_first(uow: UnitOfWork) -> None:
    found = decision(uow, an_sme(uow, zone_id=a_zone(uow, pilot=False, name="普通园区")))
    assert (found.may_apply, found.priority, verdicts(found)["pilot_zone"]) == (True, False, "fail")


def test_a_revoked_registration_counts_from_the_day_of_revocation(uow: UnitOfWork) -> None:
    firm_id = an_sme(uow, zone_id=a_zone(uow))
    firm = queries.find_view(uow, organization_id=firm_id)
    assert firm is not None
    service.revoke_certificate(uow, certificate_id=firm.certificates[0].id, on=uow.today)
    uow.session.flush()
    assert decision(uow, firm_id, uow.today - timedelta(days=1)).priority
    assert not decision(uow, firm_id).priority


def test_missing_figures_are_unknown_not_failed(uow: UnitOfWork) -> None:
    draft = NewOrganization(
        kind=OrganizationKind.SME, name="资料不全的企业", uscc=make_uscc("91", "320200", 77)
    )
    found = decision(uow, service.register_organization(uow, draft=draft))
    assert (found.may_apply, verdicts(found)["size"]) == (True, "unknown")


def test_a_code_whose_inner_check_fails_is_refused(uow: UnitOfWork) -> None:
    draft = NewOrganization(kind=OrganizationKind.SME, name="编造代码的企业", uscc="123456789012345678")
    with pytest.raises(InvalidInput) as refusal:
        service.register_organization(uow, draft=draft)
    assert [error.pointer for error in refusal.value.errors] == ["/uscc"]
    assert queries.list_by_kind(uow, kind=OrganizationKind.SME) == []


def test_one_code_is_one_organization(uow: UnitOfWork) -> None:
    draft = NewOrganization(kind=OrganizationKind.SME, name="第一家", uscc=make_uscc("91", "320200", 78))
    service.register_organization(uow, draft=draft)
    with pytest.raises(OrganizationExists) as refusal:
        service.register_organization(uow, draft=draft.model_copy(update={"name": "第二家"}))
    assert refusal.value.name == "第一家"


def test_inventors_never_get_less_than_half(uow: UnitOfWork) -> None:
    draft = NewRewardPolicy(
        organization_id=a_university(uow), effective_from=uow.today, inventor_tiers=[RewardTier(inventor_bps=4999)], unit_bps=0,
        source="校规",
    )  # fmt: skip
    with pytest.raises(InvalidInput):
        service.adopt_reward_policy(uow, draft=draft)


def test_the_sharing_rule_of_a_day_is_the_latest_that_had_begun(uow: UnitOfWork) -> None:
    university_id = a_university(uow)
    newer = NewRewardPolicy(
        organization_id=university_id, effective_from=date(2026, 7, 1), inventor_tiers=[RewardTier(inventor_bps=8000)], unit_bps=500,
        source="校规字〔2026〕9号",
    )  # fmt: skip
    service.adopt_reward_policy(uow, draft=newer)
    before = queries.get_reward_policy(uow, organization_id=university_id, as_of=date(2026, 6, 30))
    after = queries.get_reward_policy(uow, organization_id=university_id, as_of=date(2026, 7, 1))
    assert (before.inventor_tiers[0].inventor_bps, after.inventor_tiers[0].inventor_bps) == (7000, 8000)
    with pytest.raises(NoRewardPolicy):
        queries.get_reward_policy(uow, organization_id=university_id, as_of=date(2019, 12, 31))


def test_a_record_is_corrected_by_its_own_people_only(uow: UnitOfWork) -> None:
    firm_id = an_sme(uow)
    own = replace(uow, actor=a_member(uow, firm_id, "sme", Role.FIRM_HEAD))
    stranger = replace(uow, actor=a_member(uow, an_sme(uow, name="别家"), "sme", Role.FIRM_HEAD))
    officer_id = a_university(uow)
    officer = replace(uow, actor=a_member(uow, officer_id, "university", Role.TRANSFER_OFFICER))
    patch = OrganizationPatch(staff=51)
    seen = queries.get_view(own, organization_id=firm_id)
    with pytest.raises(NotFound):
        service.correct_record(stranger, organization_id=firm_id, version=seen.version, patch=patch)
    with pytest.raises(Forbidden):
        service.correct_record(officer, organization_id=officer_id, version=1, patch=patch)
    assert service.correct_record(own, organization_id=firm_id, version=seen.version, patch=patch).staff == 51
    with pytest.raises(StaleVersion):
        service.correct_record(own, organization_id=firm_id, version=seen.version, patch=patch)
