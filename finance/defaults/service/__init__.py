"""Writes of the room, one file a subject."""

from finance.defaults.service.cases import (
    end_cure_periods,
    open_cases,
    settle_invoice,
    take_case,
    withdraw_case,
)
from finance.defaults.service.claiming import (
    accept_claim,
    file_claim,
    note_repayment,
    recognize_payments,
    refuse_claim,
    settle_claim,
)
from finance.defaults.service.covering import attach_policy, confirm_cover, decline_cover, register_cover
from finance.defaults.service.demanding import acknowledge_demand, record_delivery, rescind, send_demand
from finance.defaults.service.recording import (
    announce_credit,
    answer_objection,
    export_record,
    issue_records,
    object_to_record,
    receive_record,
)

__all__ = [
    "accept_claim",
    "acknowledge_demand",
    "announce_credit",
    "answer_objection",
    "attach_policy",
    "confirm_cover",
    "decline_cover",
    "end_cure_periods",
    "export_record",
    "file_claim",
    "issue_records",
    "note_repayment",
    "object_to_record",
    "open_cases",
    "receive_record",
    "recognize_payments",
    "record_delivery",
    "refuse_claim",
    "register_cover",
    "rescind",
    "send_demand",
    "settle_claim",
    "settle_invoice",
    "take_case",
    "withdraw_case",
]
