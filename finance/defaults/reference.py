"""The code that an insurer or guarantor writes on its transfer, so that the money finds the claim. Pure.

`DC` (代偿) + eight digits + two check digits by ISO 7064 MOD 97-10, as on invoices: a mistyped code is never taken for
another claim's, and the letters keep it apart from what the firm itself would pay.
"""

import re
import unicodedata

_PATTERN = re.compile(r"D\W*C((?:\W*\d){10})")
_MODULUS = 97


def claim_reference(serial: int) -> str:
    """Return the reference of the claim with a serial number from 1 to 99,999,999."""
    return f"DC{serial:08d}{98 - serial * 100 % _MODULUS:02d}"


def claim_references_in(memo: str) -> list[str]:
    """Return the valid references in a free text, whatever width, case, spaces or dashes the payer used."""
    plain = unicodedata.normalize("NFKC", memo).upper()
    digits = (re.sub(r"\D", "", match[1]) for match in _PATTERN.finditer(plain))
    return list(dict.fromkeys(f"DC{found}" for found in digits if int(found) % _MODULUS == 1))
