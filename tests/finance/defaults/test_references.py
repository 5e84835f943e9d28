"""The code on a provider's transfer: found however it was written, never taken for another's or for a firm's."""

import pytest

from finance.defaults.reference import claim_reference, claim_references_in
from finance.receivables.reference import reference_of, references_in


@pytest.mark.parametrize(
    "memo", ["代偿 DC0000000195", "dc 00000001-95 谢谢", "ＤＣ０００００００１９５", "D C 0000 0001 95。"]
)
def test_a_reference_is_found_in_any_writing(memo: str) -> None:
    assert claim_references_in(memo) == [claim_reference(1)] == ["DC0000000195"]


def test_a_single_wrong_digit_is_no_reference() -> None:
    good = claim_reference(4711)
    assert claim_references_in(f"x {good} y") == [good]
    for place in range(2, len(good)):
        for digit in "0123456789":
            if digit != good[place]:
                assert claim_references_in(good[:place] + digit + good[place + 1 :]) == []


def test_a_claim_is_never_taken_for_an_invoice() -> None:
    assert references_in(claim_reference(7)) == []
    assert claim_references_in(reference_of(7)) == []
