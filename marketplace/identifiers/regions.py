"""The region table of GB/T 2260 down to the prefecture, for the codes inside other identifiers.

Counties are left out on purpose: registries issue codes for development zones that the standard does not list.
"""

from functools import cache
from importlib.resources import files


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    provinces: dict[str, str] = {}
    prefectures: dict[str, str] = {}
    text = files(__package__).joinpath("regions.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, name, *entries = line.split()
        provinces[code] = name
        prefectures.update({code + entry[:2]: entry[2:] for entry in entries})
    return provinces, prefectures


def province_name(code: str) -> str | None:
    """Return the Chinese name of the province of a code of 2 or more digits, or None when there is none."""
    return _tables()[0].get(code[:2])


def prefecture_name(code: str) -> str | None:
    """Return the Chinese name of the prefecture of a code of 4 or more digits, or None when there is none."""
    return _tables()[1].get(code[:4])
