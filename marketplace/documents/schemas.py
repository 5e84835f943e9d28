"""What the room takes in and hands out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen
from marketplace.terms import TermSheet

SpecialClause = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=800)]
"""A clause in the parties' own words."""


class PartyData(Frozen):
    """A party as the contract names it. Only a licensor's bank account is printed.

    `share_bps`: a licensor's part of the income, printed when there are several; None for a licensee.
    """

    organization_id: UUID
    role: Literal["licensor", "licensee"]
    name: str
    uscc: str = ""
    address: str = ""
    contact: str = ""
    bank_name: str = ""
    bank_account: str = ""
    share_bps: int | None = None


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
    special_clauses: tuple[SpecialClause, ...] = Field(default=(), max_length=20)


class AmendmentData(Frozen):
    """Everything an amendment is typeset from: the contract it changes, its own number, and the new terms from a day on."""

    template: Literal["amendment-2026-11"] = "amendment-2026-11"
    number: int = Field(ge=1)
    contract_number: str
    project_name: str
    contract_sha256: str
    made_on: date
    from_on: date
    reason: str
    parties: tuple[PartyData, ...] = Field(min_length=2, max_length=6)
    before: TermSheet
    before_hash: str
    sheet: TermSheet
    terms_hash: str


class SignatureRequest(Frozen):
    """Who signs: the party's position among the parties, its organization and the person acting for it."""

    position: int = Field(ge=0, le=5)
    party_count: int = Field(ge=1, le=6)
    organization_name: str
    uscc: str
    person_name: str
    signed_at: datetime


class SignatureView(Frozen):
    """One signature as found in a file. `stamped_at`: the instant of its time stamp; None without one."""

    field: str
    organization_name: str
    person_name: str
    signed_at: datetime
    intact: bool
    trusted: bool
    stamped_at: datetime | None = None


class Verification(Frozen):
    """What a file proves. `reason` is empty when it is valid, else a stable code.

    `archived_at`: the instant of the archive stamp over certificates and revocation list; None without one.
    """

    valid: bool
    reason: str
    sha256: str
    signatures: tuple[SignatureView, ...]
    archived_at: datetime | None = None


class FileView(Frozen):
    """A stored file: its name for people and the hash of its bytes."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    stored_at: datetime


class ReaderMark(Frozen):
    """What a reader's copy carries on every page: who reads, when, and the number of the entry in the access log."""

    organization_name: str
    person_name: str
    at: datetime
    number: str


class UndertakingParty(Frozen):
    """A side of a confidentiality undertaking."""

    organization_id: UUID
    name: str
    uscc: str = ""
    address: str = ""


class UndertakingData(Frozen):
    """Everything a confidentiality undertaking is typeset from; the same data give the same bytes."""

    template: Literal["undertaking-2026-11"] = "undertaking-2026-11"
    number: str
    made_on: date
    listing_number: str
    listing_title: str
    purpose: str
    discloser: UndertakingParty
    recipient: UndertakingParty
    months: int = Field(ge=1, le=600)
    access_days: int = Field(ge=1, le=366)


class UndertakingClause(Frozen):
    """One clause: the Chinese text that binds, and its reading copy in English."""

    zh: str
    en: str


class CertificateItem(Frozen):
    """One material and what became of it."""

    name: str
    how: Literal["returned", "destroyed"]
    on: date


class CertificateData(Frozen):
    """Everything a data-return certificate is typeset from. The same data give the same bytes."""

    contract_number: str
    project_name: str
    licensor: str
    licensee: str
    effective_on: date
    returned_on: date
    made_on: date
    items: tuple[CertificateItem, ...] = Field(min_length=1)
    remark: str = ""


class ClauseFinding(Frozen):
    """A sentence that the law voids, or one to think twice about: the words found, why, the article, what to write instead."""

    pointer: str
    code: str
    severity: Literal["void", "caution"]
    words: str
    article: str
    why: str
    instead: str


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


Rows = tuple[tuple[str, str], ...]


class BillData(Frozen):
    """Everything a bill is typeset from: words, already in the reader's language. The last column of tables stands to the right.

    `facts` are label and value; `totals` what the bill comes to, the last one is what is to be paid; `bank` where to.
    `notice` stands under the title of a reading copy, `mark` across the page of a demonstration.
    """

    title: str
    number: str
    made_on: date
    notice: str = ""
    mark: str = ""
    page: str
    sides: Rows
    facts: Rows
    lines_head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    moves_title: str
    moves_head: tuple[str, ...]
    moves: tuple[tuple[str, ...], ...]
    totals: Rows
    bank_title: str
    bank: Rows
    notes: tuple[str, ...] = ()


class FormData(Frozen):
    """A form: its title, sections of rows, remarks below them, and who stamps it."""

    title: str
    subtitle: str
    made_on: date
    sections: tuple[tuple[str, Rows], ...]
    remarks: tuple[str, ...] = ()
    signatures: tuple[str, ...]
    footer: str
