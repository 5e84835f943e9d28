"""Suggestions while typing and "did you mean", from the phrases that published things bring along.

Only phrases of public documents are ever read, so that no suggestion tells of a draft.
"""

import time
from dataclasses import dataclass, field
from itertools import groupby
from threading import Lock

from search import analysis
from search.documents.listing import PUBLIC, TYPE
from search.port import Everything, Query, Scoped, SearchEngine

MOST_PHRASES = 50_000
KEPT_SECONDS = 60
"""How old the list of phrases may be: a new phrase is suggested after a minute at most."""
SHORTEST_MENDED = 2
LONGEST_MENDED = 12
SURELY_MENDED = 4
"""From this many characters on, the same sound in other characters is no accident."""


@dataclass(frozen=True)
class Phrase:
    """A phrase with its readings and the number of public documents that have it."""

    text: str
    count: int
    plain: str
    syllables: tuple[str, ...]
    pinyin: str
    initials: str


@dataclass(frozen=True)
class Phrases:
    """All phrases, the most frequent first, and the most frequent one for each sound."""

    ranked: tuple[Phrase, ...] = ()
    by_sound: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


def reading(text: str, count: int) -> Phrase:
    """Give a phrase with its readings; syllables only when all of it is Han."""
    plain = analysis.normalize(text)
    sounds = tuple(analysis.syllable_of(character) for character in plain if analysis.is_han(character))
    whole = sounds if len(sounds) == len(plain) else ()
    return Phrase(text, count, plain, whole, "".join(sounds), "".join(sound[0] for sound in sounds))


def collect(counts: tuple[tuple[str, int], ...]) -> Phrases:
    """Give the phrases of a facet, most frequent first."""
    ranked = tuple(reading(text, count) for text, count in counts)
    by_sound: dict[tuple[str, ...], Phrase] = {}
    for phrase in ranked:
        if phrase.syllables:
            by_sound.setdefault(phrase.syllables, phrase)
    return Phrases(ranked, by_sound, frozenset(phrase.plain for phrase in ranked))


class PhraseBook:
    """The phrases of the listings, read from the engine now and then."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read_at = 0.0
        self._generation: str | None = None
        self._phrases = Phrases()

    def phrases(self, engine: SearchEngine) -> Phrases:
        """Give the phrases, at most a minute old; raises SearchUnavailable, UnknownGeneration."""
        with self._lock:
            generation = engine.promoted(TYPE)
            if generation != self._generation or time.monotonic() - self._read_at > KEPT_SECONDS:
                asked = Query(Everything(), facets=("phrases",), facet_size=MOST_PHRASES, size=0)
                self._phrases = collect(engine.search(TYPE, Scoped(asked, PUBLIC)).facets["phrases"])
                self._generation, self._read_at = generation, time.monotonic()
            return self._phrases


def suggest(phrases: Phrases, text: str, size: int) -> list[str]:
    """Give up to `size` phrases that begin with what was typed (Han, pinyin or initials), then those that hold it."""
    typed = analysis.normalize(text).strip()
    if not typed:
        return []
    latin = typed.replace(" ", "").replace("'", "")
    begins, holds = [], []
    for phrase in phrases.ranked:
        if phrase.plain == typed:
            continue
        if (
            phrase.plain.startswith(typed)
            or phrase.pinyin.startswith(latin)
            or phrase.initials.startswith(latin)
        ):
            begins.append(phrase.text)
        elif typed in phrase.plain:
            holds.append(phrase.text)
    return (begins + holds)[:size]


def did_you_mean(phrases: Phrases, text: str) -> str | None:
    """Give the query with misspelt stretches replaced by published phrases of the same sound; None when none is."""
    plain = analysis.normalize(text).strip()
    if not plain or plain in phrases.known:
        return None
    mended = "".join(
        mend_han(run, phrases) if is_han else mend_latin(run, phrases)
        for is_han, group in groupby(plain, key=analysis.is_han)
        for run in ("".join(group),)
    )
    return mended if mended != plain else None


def mend_latin(run: str, phrases: Phrases) -> str:
    """Give the phrase that a Latin run spells in pinyin; another run unchanged."""
    if len(run.strip()) < analysis.SHORTEST_SPELLED:
        return run
    for readings in analysis.readings_of(run.strip()):
        if phrase := phrases.by_sound.get(tuple(readings)):
            return phrase.plain
    return run


def mend_han(run: str, phrases: Phrases) -> str:
    """Give a Han run with its longest misspelt stretches replaced, from the left."""
    sounds = tuple(analysis.syllable_of(character) for character in run)
    at, result = 0, ""
    while at < len(run):
        for length in range(min(LONGEST_MENDED, len(run) - at), SHORTEST_MENDED - 1, -1):
            stretch, phrase = run[at : at + length], phrases.by_sound.get(sounds[at : at + length])
            if phrase and (stretch in phrases.known or misspelt(stretch)):
                result += stretch if stretch in phrases.known else phrase.plain
                at += length
                break
        else:
            result += run[at]
            at += 1
    return result


def misspelt(stretch: str) -> bool:
    """Say whether a stretch may be replaced by what sounds alike: it is long, or falls into loose characters.

    Short homophones of a phrase that are words themselves are left alone: 时间 is not 实践.
    """
    return len(stretch) >= SURELY_MENDED or any(len(word) == 1 for word in analysis.dictionary().cut(stretch))
