"""The reference evaluator: one applicant and one product, everything explained. This is the specification."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Self
from uuid import UUID

from pydantic import model_validator

from finance.matching import sentences
from finance.matching.evaluation import GateVerdict, Status, status_of, verdict
from finance.matching.facts import FactSheet, FactValue, Provenance
from finance.matching.fields import FIELDS, ChangeableBy
from finance.matching.flip import Flip, flip
from finance.matching.gates import Gate, fields_of
from finance.matching.scoring import Preference, ScorePart, check_weights, score_parts
from marketplace.core.i18n import Text
from marketplace.core.values import Frozen

RANK: Final = {Status.ELIGIBLE: 0, Status.POSSIBLE: 1, Status.EXCLUDED: 2}
"""What fits stands before what may fit, and what a condition bars comes last, whatever its score."""


class Offer(Frozen):
    """What matching needs of one version of a product."""

    instrument_id: UUID
    instrument_version: int
    gates: tuple[Gate, ...]
    preferences: tuple[Preference, ...]

    @model_validator(mode="after")
    def _well_formed(self) -> Self:
        if not self.gates or len({gate.id for gate in self.gates}) != len(self.gates):
            raise ValueError("a product needs gates, each with an id of its own")
        check_weights(self.preferences)
        return self


class Evidence(Frozen):
    """One fact that a gate looked at; value None when it is missing or out of date."""

    field: str
    label: Text
    value: FactValue | None
    text: Text
    provenance: Provenance
    as_of: date | None
    valid_to: date | None
    source_id: str | None


class GateResult(Frozen):
    """The answer of one gate, with the value seen, the threshold, its source and who can change it."""

    id: str
    verdict: GateVerdict
    text: Text
    threshold: Text
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    source: str
    document: Text
    changeable_by: ChangeableBy


class Paper(Frozen):
    """A document to add, and the gates whose answer waits for it."""

    document: Text
    fields: tuple[str, ...]
    gates: tuple[str, ...]


class Match(Frozen):
    """The answer for one fact sheet and one product version; computed again it is the same for ever."""

    instrument_id: UUID
    instrument_version: int
    sheet_hash: str
    status: Status
    score: int
    parts: tuple[ScorePart, ...]
    gates: tuple[GateResult, ...]
    papers: tuple[Paper, ...]
    flip: Flip | None


def match(offer: Offer, sheet: FactSheet) -> Match:
    """Return status, score in thousandths, reasons gate by gate, missing papers and the flip."""
    gates = tuple(_result(gate, sheet) for gate in offer.gates)
    parts = score_parts(offer.preferences, sheet)
    return Match(
        instrument_id=offer.instrument_id,
        instrument_version=offer.instrument_version,
        sheet_hash=sheet.hash(),
        status=status_of(result.verdict for result in gates),
        score=sum(part.points for part in parts),
        parts=parts,
        gates=gates,
        papers=_papers(gates),
        flip=flip(offer.gates, sheet),
    )


def order(matches: Iterable[Match]) -> list[Match]:
    """Return matches in the one stable order: status, score descending, product id."""
    return sorted(matches, key=lambda one: (RANK[one.status], -one.score, one.instrument_id.bytes))


def _result(gate: Gate, sheet: FactSheet) -> GateResult:
    names = fields_of(gate.rule)
    answer = verdict(gate.rule, sheet)
    return GateResult(
        id=gate.id,
        verdict=answer,
        text=gate.text,
        threshold=sentences.sentence(gate.rule),
        evidence=tuple(_evidence(name, sheet) for name in names),
        missing=_missing(names, sheet) if answer is GateVerdict.UNKNOWN else (),
        source=gate.source,
        document=gate.document,
        changeable_by=gate.changeable_by,
    )


def _missing(names: tuple[str, ...], sheet: FactSheet) -> tuple[str, ...]:
    """Return the fields without a reliable value; a certificate without its end date counts as missing."""
    return tuple(
        name
        for name in names
        if (value := sheet.known(name)) is None
        or (FIELDS[name].kind == "certificate" and value is not False and _end_of(name, sheet) is None)
    )


def _end_of(name: str, sheet: FactSheet) -> date | None:
    fact = sheet.find(name)
    return None if fact is None else fact.valid_to


def _evidence(name: str, sheet: FactSheet) -> Evidence:
    fact = sheet.find(name)
    return Evidence(
        field=name,
        label=FIELDS[name].label,
        value=sheet.known(name),
        text=sentences.seen(fact, sheet),
        provenance="missing" if fact is None else fact.provenance,
        as_of=None if fact is None else fact.as_of,
        valid_to=None if fact is None else fact.valid_to,
        source_id=None if fact is None else fact.source_id,
    )


def _papers(gates: tuple[GateResult, ...]) -> tuple[Paper, ...]:
    """Group what is missing by the document that would bring it: one upload may answer several gates."""
    wanted: dict[Text, tuple[list[str], list[str]]] = {}
    for gate in gates:
        for name in gate.missing:
            fields, ids = wanted.setdefault(FIELDS[name].document, ([], []))
            if name not in fields:
                fields.append(name)
            if gate.id not in ids:
                ids.append(gate.id)
    return tuple(
        Paper(document=document, fields=tuple(fields), gates=tuple(ids))
        for document, (fields, ids) in wanted.items()
    )
