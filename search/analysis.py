"""Four views of a text, the same for every engine, for documents and for queries.

`u` characters · `b` pairs of characters · `w` words · `p` pairs of toneless pinyin syllables. Words alone fail people
who describe a problem in everyday language; the sum of the views does not.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rjieba


RULES = "1"
"""Raised when a rule in this file changes what a document's tokens are: indices are then built anew."""
LONGEST_QUERY = 512
"""Characters of a query that are read."""
SHORTEST_SPELLED = 4
"""Latin runs from this length on may be pinyin written without spaces."""
LONGEST_SYLLABLE = 6
MOST_READINGS = 8
"""Ways to read one Latin run that are followed, so that a long one stays cheap."""

HAN = r"\u3400-\u9fff\uf900-\ufaff"
RUN = re.compile(rf"[{HAN}]+|[a-z0-9\u0370-\u03ff]+(?:[.\-][a-z0-9]+)*")
IS_HAN = re.compile(rf"[{HAN}]")
DEGREE = re.compile("[太很](?=[快慢高低大小多少长短贵重轻差难费吵硬软脆薄厚热冷湿干脏远近深浅粗细强弱])")
"""How much, before what: 太快 is one word to the segmenter, and only 快 says something of the thing."""
DATA = files("search.data")


@dataclass(frozen=True)
class Views:
    """The tokens of one text in each view, in order, repeated as often as they occur."""

    u: tuple[str, ...]
    b: tuple[str, ...]
    w: tuple[str, ...]
    p: tuple[str, ...]


def lines(name: str) -> tuple[str, ...]:
    """Give the lines of a checked-in table."""
    return tuple(DATA.joinpath(name).read_text(encoding="utf-8").split())


@cache
def fingerprint() -> str:
    """Give a hash of everything that decides a document's tokens: rules and tables."""
    digest = hashlib.sha256(RULES.encode())
    for name in ("traditional_simplified.txt", "trade_words.txt"):
        digest.update(DATA.joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


# --- one form for one word -------------------------------------------------------------------------------------


class Folding(dict[int, str]):
    """How one character is normalized: compatibility form, lower case, simplified; filled on demand."""

    def __init__(self) -> None:
        super().__init__()
        self.simplified = {pair[0]: pair[1] for pair in lines("traditional_simplified.txt")}

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        folded = "".join(self.simplified.get(character, character) for character in plain)
        self[code] = folded
        return folded


FOLDING = Folding()


def normalize(text: str) -> str:
    """Give the form texts and queries are compared in; character by character, so that places can be mapped."""
    return text.translate(FOLDING)


def runs(normalized: str) -> Iterator[str]:
    """Walk through the runs of Han characters and of Latin letters, digits and Greek letters."""
    for found in RUN.finditer(normalized):
        yield found.group()


def is_han(run: str) -> bool:
    """Say whether a run is of Han characters."""
    return bool(IS_HAN.match(run))


# --- the views -------------------------------------------------------------------------------------------------


@cache
def dictionary() -> "rjieba.Jieba":
    """Give the word segmenter with the words of our trade."""
    import rjieba

    segmenter = rjieba.Jieba()
    for word in lines("trade_words.txt"):
        segmenter.add_word(word, None, None)
    return segmenter


def characters(text_runs: list[str]) -> Iterator[str]:
    """Give each Han character, and Latin runs whole."""
    for run in text_runs:
        if is_han(run):
            yield from run
        else:
            yield run


def bigrams(text_runs: list[str]) -> Iterator[str]:
    """Give each pair of neighboring Han characters; a single one stays, and Latin runs stay whole."""
    for run in text_runs:
        if is_han(run) and len(run) > 1:
            yield from (first + second for first, second in pairwise(run))
        else:
            yield run


def words(normalized: str) -> Iterator[str]:
    """Give the words and the words inside long words; marks and blanks are no words."""
    return (word for word in dictionary().cut_for_search(normalized) if RUN.search(word))


@cache
def syllable_of(character: str) -> str:
    """Give the most common toneless pinyin of one character."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(character, style=Style.NORMAL)[0]


def sound(run: str) -> Iterator[str]:
    """Give the pairs of syllables of a Han run; a single one stays."""
    yield from joined([syllable_of(character) for character in run])


def joined(syllables: list[str]) -> Iterator[str]:
    """Give each pair of neighboring syllables as one token; a single one stays."""
    if len(syllables) == 1:
        yield syllables[0]
    yield from (f"{first}'{second}" for first, second in pairwise(syllables))


def pinyin(text_runs: list[str]) -> Iterator[str]:
    """Give the pinyin view of a text."""
    for run in text_runs:
        if is_han(run):
            yield from sound(run)
        else:
            yield run


def views(text: str) -> Views:
    """Give a document's text in all views."""
    normalized = normalize(text)
    text_runs = list(runs(normalized))
    return Views(
        u=tuple(characters(text_runs)),
        b=tuple(bigrams(text_runs)),
        w=tuple(words(normalized)),
        p=tuple(pinyin(text_runs)),
    )


# --- queries ---------------------------------------------------------------------------------------------------


@cache
def stop_phrases() -> re.Pattern[str]:
    """Give the everyday function phrases of two and more characters, longest first."""
    phrases = sorted((each for each in lines("stop_phrases.txt") if len(each) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))


@cache
def stop_characters() -> frozenset[str]:
    """Give the function words of one character."""
    return frozenset(each for each in lines("stop_phrases.txt") if len(each) == 1)


def without_stop_phrases(normalized: str) -> str:
    """Remove the everyday function words unless nothing remains.

    They are rare in scientific text, so BM25 would rate them as precious. A single character goes only where it is
    a word of its own: 能 goes from 能不能用, not from 能源.
    """
    rest = DEGREE.sub(" ", stop_phrases().sub(" ", normalized))
    kept = "".join(" " if word in stop_characters() else word for word in dictionary().cut(rest))
    return kept if RUN.search(kept) else normalized


def query_views(text: str) -> Views:
    """Give a query in all views: the first 512 characters, without function words, pinyin split into syllables."""
    normalized = normalize(text[:LONGEST_QUERY])
    rest = without_stop_phrases(normalized)
    text_runs = list(runs(rest))
    spelled = [token for run in runs(normalized) for token in (sound(run) if is_han(run) else spelling(run))]
    return Views(
        u=tuple(characters(text_runs)), b=tuple(bigrams(text_runs)), w=tuple(words(rest)), p=tuple(spelled)
    )


def spelling(run: str) -> Iterator[str]:
    """Give the syllable pairs of a Latin run that is pinyin, of every shortest reading; of another, the run itself."""
    readings = readings_of(run) if len(run) >= SHORTEST_SPELLED else []
    pairs = dict.fromkeys(pair for reading in readings for pair in joined(reading))
    yield from pairs or (run,)


@cache
def syllables() -> frozenset[str]:
    """Give the 410 toneless syllables."""
    return frozenset(lines("syllables.txt"))


def readings_of(run: str) -> list[list[str]]:
    """Split a run into the fewest syllables, in every way (engesi: en ge si, eng e si); none when it is no pinyin."""
    ways: list[list[list[str]]] = [[[]]]
    for end in range(1, len(run) + 1):
        longer = [
            [*before, run[start:end]]
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if run[start:end] in syllables()
            for before in ways[start]
        ]
        fewest = min(map(len, longer), default=0)
        ways.append([way for way in longer if len(way) == fewest][:MOST_READINGS])
    return ways[-1]


# --- places, for highlighting ----------------------------------------------------------------------------------


def with_places(text: str) -> tuple[str, Sequence[int]]:
    """Give the normalized text, and for each of its characters the place in the text as it was written."""
    normalized = normalize(text)
    if len(normalized) == len(text):  # no character becomes less than one, so each has become one
        return normalized, range(len(text))
    return normalized, [at for at, character in enumerate(text) for _ in FOLDING[ord(character)]]
