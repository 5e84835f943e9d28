"""What the room hands out and takes in."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class SignIn(BaseModel):
    """A sign-in form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    login: str = Field(min_length=1, max_length=80)
    password: str = Field(min_length=1, max_length=128)


class MembershipView(BaseModel):
    """A role in an organization the person may switch to."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    organization_id: UUID
    organization_name: str
    organization_kind: str
    role: str
    title: str


class Me(BaseModel):
    """Who is signed in, for which organization, and what she may do."""

    model_config = ConfigDict(frozen=True)

    user_id: UUID
    name: str
    name_en: str
    login: str
    current: MembershipView
    memberships: list[MembershipView]
    permissions: list[str]
    demo: bool


class DemoAccount(BaseModel):
    """An account of the demo that the sign-in page offers."""

    model_config = ConfigDict(frozen=True)

    login: str
    name: str
    role: str
    organization_name: str


class SwitchOrganization(BaseModel):
    """Act for another of one's organizations."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    membership_id: UUID


class SecondFactor(BaseModel):
    """An authenticator's code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern=r"^\d{6}$")
