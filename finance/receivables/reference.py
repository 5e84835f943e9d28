"""The code that a payer writes on a bank transfer, so that the money finds its invoice. Pure.

`FK` (付款) + eight digits + two check digits by ISO 7064 MOD 97-10, which catches every single wrong digit and every swap
of neighbors: a mistyped code is never taken for another invoice's.
"""

import re
import unicodedata

_PATTERN = re.compile(r"F\W*K((?:\W*\d){10})")
_MODULUS = 97


def reference_of(serial: int) -> str:
    """Return the reference of the invoice with a serial number from 1 to 99,999,999."""
    return f"FK{serial:08d}{98 - serial * 100 % _MODULUS:02d}"


def references_in(memo: str) -> list[str]:
    """Return the valid references in a free text, whatever width, case, spaces or dashes the payer used."""
    plain = unicodedata.normalize("NFKC", memo).upper()
    found = []
    for match in _PATTERN.finditer(plain):
        digits = re.sub(r"\D", "", match[1])
        if int(digits) % _MODULUS == 1:
            found.append(f"FK{digits}")
    return list(dict.fromkeys(found))
