"""Pure: facts about an applicant, gates of a finance product, and the reasons why they do or do not meet.

No tables and no I/O. The rooms above gather the facts and keep the snapshots; everything here can be
run again for ever from a fact sheet and an instrument version.
"""

from finance.matching.evaluation import GateVerdict, Status
from finance.matching.facts import Fact, FactSheet, FactValue, Provenance
from finance.matching.fields import FIELDS, ChangeableBy, FactField
from finance.matching.flip import Change, Flip
from finance.matching.gates import AnyOf, Between, Flag, Gate, OneOf, Rule, ValidOn
from finance.matching.reference import RANK, Evidence, GateResult, Match, Offer, Paper, match, order
from finance.matching.scoring import HOUSE, Family, Preference, ScorePart, check_weights
from finance.matching.sentences import amount, percent, seen, sentence
from marketplace.core.values import Frozen

__all__ = [
    "FIELDS",
    "HOUSE",
    "RANK",
    "AnyOf",
    "Between",
    "Change",
    "ChangeableBy",
    "Evidence",
    "Fact",
    "FactField",
    "FactSheet",
    "FactValue",
    "Family",
    "Flag",
    "Flip",
    "Frozen",
    "Gate",
    "GateResult",
    "GateVerdict",
    "Match",
    "Offer",
    "OneOf",
    "Paper",
    "Preference",
    "Provenance",
    "Rule",
    "ScorePart",
    "Status",
    "ValidOn",
    "amount",
    "check_weights",
    "match",
    "order",
    "percent",
    "seen",
    "sentence",
]  # fmt: skip
