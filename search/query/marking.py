"""Which words of a text answer a query: excerpts with marks, and the reason why a thing was found.

Marks come as pieces of plain text, never as HTML, so that pages escape every one of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search import analysis

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
SENTENCES = 2
LONGEST_SENTENCE = 90
"""Characters of a sentence that are shown."""
LEAD = 12
"""Characters shown before the first mark of a long sentence."""
MOST_REASONS = 6
GAP = " … "


@dataclass(frozen=True)
class Piece:
    """A piece of text, marked when it answers the query. Plain text: pages escape it."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a text: a pattern of words and pairs of characters, and how they sound."""

    pattern: re.Pattern[str] | None
    sounds: frozenset[str]


@dataclass(frozen=True)
class Marked:
    """A text with the stretches that answer a query, from the left, none touching another."""

    text: str
    spans: tuple[tuple[int, int], ...]


def wanted(query: str, *, by_sound: bool) -> Wanted:
    """Give what a query looks for; single characters count only when there is nothing longer."""
    views = analysis.query_views(query)
    tokens = {token for token in (*views.w, *views.b) if len(token) > 1} or set(views.u)
    ways = "|".join(map(way, sorted(tokens, key=len, reverse=True)))
    # Looking ahead finds what overlaps too: 离子 and 子电 in 离子电池.
    pattern = re.compile(f"(?=({ways}))") if tokens else None
    return Wanted(pattern, frozenset(views.p) if by_sound else frozenset())


def way(token: str) -> str:
    """Give the pattern of one token; a Latin one only where no letter or digit goes on."""
    return re.escape(token) if analysis.is_han(token) else rf"(?<![a-z0-9]){re.escape(token)}(?![a-z0-9])"


def mark(text: str, looked_for: Wanted) -> Marked:
    """Mark what is wanted in a text; what only sounds alike when nothing else is found."""
    if looked_for.pattern is None:
        return Marked(text, ())
    normalized, places = analysis.with_places(text)
    found = [match.span(1) for match in looked_for.pattern.finditer(normalized)]
    if not found and looked_for.sounds:
        found = list(sounding(normalized, looked_for.sounds))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        first, after = places[start], places[end - 1] + 1
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], after))
        else:
            joined.append((first, after))
    return Marked(text, tuple(joined))


def sounding(normalized: str, sounds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Walk through the pairs of Han characters that sound like a wanted pair."""
    for run in analysis.RUN.finditer(normalized):
        if analysis.is_han(run.group()) and len(run.group()) > 1:
            for at, pair in enumerate(analysis.sound(run.group())):
                if pair in sounds:
                    yield run.start() + at, run.start() + at + 2


def cut(marked: Marked, start: int, end: int) -> list[Piece]:
    """Give the stretch of a text from `start` to `end` in pieces."""
    pieces: list[Piece] = []
    at = start
    for span in marked.spans:
        first, after = max(span[0], start), min(span[1], end)
        if first >= after:
            continue
        if at < first:
            pieces.append(Piece(marked.text[at:first], hit=False))
        pieces.append(Piece(marked.text[first:after], hit=True))
        at = after
    if at < end:
        pieces.append(Piece(marked.text[at:end], hit=False))
    return pieces


def whole(marked: Marked) -> list[Piece]:
    """Give a whole text, such as a title, in pieces."""
    return cut(marked, 0, len(marked.text))


def excerpt(marked: Marked) -> list[Piece]:
    """Give the two sentences that answer best, in their order, long ones shortened; the first when none does."""
    sentences = [found.span() for found in SENTENCE.finditer(marked.text) if found.group().strip()]

    def worth(sentence: tuple[int, int]) -> int:
        inside = {marked.text[a:b] for a, b in marked.spans if sentence[0] <= a < sentence[1]}
        return sum(map(len, inside))

    best = [each for each in sorted(sentences, key=worth, reverse=True)[:SENTENCES] if worth(each)]
    chosen = sorted(best) or sentences[:1]
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(chosen):
        first = next((a for a, _ in marked.spans if start <= a < end), start)
        begin = start
        if end - start > LONGEST_SENTENCE:
            begin = max(start, min(first - LEAD, end - LONGEST_SENTENCE))
        stop = min(end, begin + LONGEST_SENTENCE)
        if begin > start or (number and chosen[number - 1][1] != start):
            pieces.append(Piece(GAP, hit=False))
        pieces += cut(marked, begin, stop)
        if stop < end:
            pieces.append(Piece(GAP, hit=False))
    return pieces


def reasons(marked: Marked) -> tuple[str, ...]:
    """Give the marked words as they are written, the longest first, none inside another, six at most."""
    written = dict.fromkeys(marked.text[start:end] for start, end in marked.spans)
    longest = sorted(written, key=len, reverse=True)
    kept = [
        word for number, word in enumerate(longest) if not any(word in other for other in longest[:number])
    ]
    return tuple(kept[:MOST_REASONS])
