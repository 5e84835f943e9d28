"""What the room takes in and hands out."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from marketplace.core.values import Frozen
from marketplace.terms import TermSheet


class PartyData(Frozen):
    """A party as the contract names it. Only a licensor's bank account is printed."""

    organization_id: UUID
    role: Literal["licensor", "licensee"]
    name: str
    uscc: str = ""
    address: str = ""
    contact: str = ""
    bank_name: str = ""
    bank_account: str = ""


class RightData(Frozen):
    """A licensed right with what 民法典 §845 wants in the text: name, owner, filing date, numbers, term."""

    kind: Literal["patent", "application", "know_how", "software"]
    title: str
    number: str = ""
    owner: str = ""
    filed_on: date | None = None
    granted_on: date | None = None
    ends_on: date | None = None


class ContractData(Frozen):
    """Everything a contract is typeset from. The same data give the same bytes.

    `effective_on` is the day the payment schedule of annex 2 supposes; `sales_minor` are the three years of annex 3.
    """

    template: Literal["licence-2026-11"] = "licence-2026-11"
    number: str
    project_name: str
    listing_number: str
    made_on: date
    parties: tuple[PartyData, ...] = Field(min_length=2, max_length=6)
    rights: tuple[RightData, ...] = Field(min_length=1)
    sheet: TermSheet
    terms_hash: str
    sales_minor: tuple[int, int, int]


class SignatureRequest(Frozen):
    """Who signs: the party's position among the parties, its organization and the person acting for it."""

    position: int = Field(ge=0, le=5)
    party_count: int = Field(ge=1, le=6)
    organization_name: str
    uscc: str
    person_name: str
    signed_at: datetime


class SignatureView(Frozen):
    """One signature as found in a file."""

    field: str
    organization_name: str
    person_name: str
    signed_at: datetime
    intact: bool
    trusted: bool


class Verification(Frozen):
    """What a file proves. `reason` is empty when it is valid, else a stable code."""

    valid: bool
    reason: str
    sha256: str
    signatures: tuple[SignatureView, ...]


class FileView(Frozen):
    """A stored file: its name for people and the hash of its bytes."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    stored_at: datetime


class LetterData(Frozen):
    """Everything a letter is typeset from: words and table cells, already in Chinese.

    `columns` are the heads of the table, the last column stands to the right; `notes` close the letter in small print.
    `with_seal` leaves the place of a signature on the last page, where `seal_box(0)` puts it.
    """

    title: str
    number: str
    sender: str
    sender_code: str = ""
    receiver: str
    receiver_code: str = ""
    made_on: date
    opening: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    closing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    with_seal: bool = False
