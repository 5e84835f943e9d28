"""Writes of the room, one file a subject."""

from finance.connect.service.accounts import (
    account_request,
    ask_for_account,
    open_account,
    record_account,
    stop_account,
    use_account,
)
from finance.connect.service.transfers import (
    TransferDiffers,
    ask_for_transfer,
    ask_to_reverse,
    funds_are_there,
    prepare_transfers,
    record_onward,
    record_reversal,
    record_transfer,
    record_transfer_answer,
    request_of,
    submit_transfer,
    take_back,
)

__all__ = [
    "TransferDiffers",
    "account_request",
    "ask_for_account",
    "ask_for_transfer",
    "ask_to_reverse",
    "funds_are_there",
    "open_account",
    "prepare_transfers",
    "record_account",
    "record_onward",
    "record_reversal",
    "record_transfer",
    "record_transfer_answer",
    "request_of",
    "stop_account",
    "submit_transfer",
    "take_back",
    "use_account",
]
