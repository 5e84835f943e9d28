"""Numbers that name one thing exactly: how they are recognized in a query and written in the index."""

import re

from marketplace.identifiers import normalize_patent_no
from search.analysis import normalize

IPC = re.compile(r"([A-H])(\d{2})([A-Z])?(?:(\d{1,4})(?:/(\d{2,6}))?)?")
PATENT = re.compile(r"\d{8}[\dX]|\d{12}[\dX]")
PUBLICATION = re.compile(r"CN\d{7,9}[ABCUSY]\d?")
LISTING = re.compile(r"XY-?\d{4}-?\d{6}")


def compact(text: str) -> str:
    """Give a number without blanks, in half-width capitals."""
    return re.sub(r"\s", "", normalize(text)).upper()


def recognized(text: str) -> str | None:
    """Give the code a query is, in the form it is indexed in; None for a text."""
    written = compact(text)
    if LISTING.fullmatch(written):
        return listing_code(written)
    if PUBLICATION.fullmatch(written):
        return written
    if PATENT.fullmatch(bare := normalize_patent_no(written)):
        return bare
    levels = ipc_levels(written)
    return levels[-1] if len(levels) > 1 else None


def listing_code(number: str) -> str:
    """Give the form in which a listing's number is indexed."""
    return compact(number).replace("-", "")


def patent_code(number: str) -> str:
    """Give the form in which a patent's number is indexed."""
    return normalize_patent_no(compact(number))


def ipc_levels(written: str) -> tuple[str, ...]:
    """Give section, class, subclass, group and subgroup of an IPC symbol, as far as it goes; none for another text."""
    found = IPC.fullmatch(compact(written))
    if found is None:
        return ()
    section, class_, subclass, group, subgroup = found.groups()
    if group and not subclass:
        return ()
    levels = [section, f"{section}{class_}"]
    levels += [f"{levels[-1]}{subclass}"] if subclass else []
    levels += [f"{levels[-1]}{int(group)}"] if group else []
    levels += [f"{levels[-1]}/{subgroup}"] if subgroup else []
    return tuple(levels)
