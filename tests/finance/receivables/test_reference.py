from hypothesis import given, strategies as st

from finance.receivables.reference import _ALPHABET, reference_of, references_in

serials = st.integers(1, 99_999_999)


@given(serials)
def test_a_reference_is_found_however_it_is_typed(serial: int) -> None:
    reference = reference_of(serial)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in reference)
    spaced = f"{reference[:2]} {reference[2:6]}-{reference[6:10]} {reference[10]}"

    for memo in (reference, reference.lower(), f"付许可费{reference}谢谢", wide, spaced):
        assert references_in(memo) == [reference]


@given(serials, st.integers(2, 10), st.sampled_from(_ALPHABET))
def test_no_wrong_character_makes_another_reference(serial: int, position: int, character: str) -> None:
    reference = reference_of(serial)
    if reference[position] != character:
        assert references_in(reference[:position] + character + reference[position + 1 :]) == []


@given(serials, st.integers(2, 8))
def test_no_swap_of_neighbors_makes_another_reference(serial: int, position: int) -> None:
    reference = reference_of(serial)
    if reference[position] != reference[position + 1]:
        swapped = (
            reference[:position] + reference[position + 1] + reference[position] + reference[position + 2 :]
        )
        assert references_in(swapped) == []
