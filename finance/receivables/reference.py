"""The code that a payer writes on a bank transfer, so that the money finds its invoice. Pure.

`XY` + eight digits + one check character by ISO 7064 MOD 37,36, which catches every single wrong character and every
swap of neighbors: a mistyped code is never taken for another invoice's.
"""

import re
import unicodedata

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PATTERN = re.compile(r"X\W*Y((?:\W*\d){8})\W*([0-9A-Z])")


def _check_character(body: str) -> str:
    product = 36
    for character in body:
        product = (product + _ALPHABET.index(character)) % 36 or 36
        product = product * 2 % 37
    return _ALPHABET[(37 - product) % 36]


def reference_of(serial: int) -> str:
    """Return the reference of the invoice with a serial number from 1 to 99,999,999."""
    body = f"XY{serial:08d}"
    return body + _check_character(body)


def references_in(memo: str) -> list[str]:
    """Return the valid references in a free text, whatever width, case, spaces or dashes the payer used."""
    plain = unicodedata.normalize("NFKC", memo).upper()
    found = []
    for match in _PATTERN.finditer(plain):
        body = "XY" + re.sub(r"\D", "", match[1])
        if _check_character(body) == match[2]:
            found.append(body + match[2])
    return list(dict.fromkeys(found))
