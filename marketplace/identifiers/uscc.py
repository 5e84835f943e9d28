"""Unified social credit codes (GB 32100-2015) with the organization code inside them (GB 11714).

Both check characters and the region are tested: 123456789012345678 passes the outer check alone.
"""

from marketplace.identifiers.reasons import Reason, reason
from marketplace.identifiers.regions import prefecture_name

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_OUTER_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def uscc_check_character(first_17: str) -> str:
    """Return the 18th character for the first 17; raises `ValueError` for a letter outside the alphabet."""
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(first_17, _OUTER_WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def organization_code_check(first_8: str) -> str:
    """Return the ninth character of an organization code for its first eight (GB 11714: X stands for 10)."""
    total = sum(int(char, 36) * weight for char, weight in zip(first_8, _INNER_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def uscc_problem(code: str) -> Reason | None:
    """Return why a half-width upper-case code is wrong, or None when region and both checks are right."""
    if strange := sorted(set(code) - set(ALPHABET)):
        return reason("uscc.characters", found=" ".join(strange))
    if len(code) != 18:
        return reason("uscc.length", length=len(code))
    if (expected := uscc_check_character(code[:17])) != code[17]:
        return reason("uscc.check", expected=expected, found=code[17])
    if not code[2:8].isdigit() or prefecture_name(code[2:6]) is None:
        return reason("uscc.region", region=code[2:8])
    if (expected := organization_code_check(code[8:16])) != code[16]:
        return reason("uscc.organization_code", expected=expected, found=code[16])
    return None
