from hypothesis import given, strategies as st

from finance.receivables.reference import reference_of, references_in

serials = st.integers(1, 99_999_999)


@given(serials)
def test_a_reference_is_found_however_it_is_typed(serial: int) -> None:
    reference = reference_of(serial)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in reference)
    spaced = f"{reference[:2]} {reference[2:6]}-{reference[6:10]} {reference[10:]}"

    for memo in (reference, reference.lower(), f"付许可费{reference}谢谢", wide, spaced):
        assert references_in(memo) == [reference]


@given(serials, st.integers(2, 11), st.sampled_from("0123456789AZ"))
def test_no_wrong_character_makes_another_reference(serial: int, position: int, character: str) -> None:
    reference = reference_of(serial)
    if reference[position] != character:
        assert references_in(reference[:position] + character + reference[position + 1 :]) == []


@given(serials, st.integers(2, 10))
def test_no_swap_of_neighbors_makes_another_reference(serial: int, position: int) -> None:
    reference = reference_of(serial)
    if reference[position] != reference[position + 1]:
        swapped = (
            reference[:position] + reference[position + 1] + reference[position] + reference[position + 2 :]
        )
        assert references_in(swapped) == []


def test_a_reference_reads_like_this() -> None:
    assert reference_of(54) == "FK0000005433"
    assert references_in("成果编号 XY-2026-000123") == []
