"""Which words of a text answer a query: excerpts with marks, and the reason why a thing was found.

Marks come as fragments of plain text, never as HTML, so that pages escape every one of them.
"""

import re
from dataclasses import dataclass

from search import analysis
from search.analysis import Token

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
SENTENCES = 2
LONGEST_SENTENCE = 90
"""Characters of a sentence that are shown."""
LEAD = 12
"""Characters shown before the first mark of a long sentence."""
MOST_REASONS = 6
GAP = " … "


@dataclass(frozen=True)
class Fragment:
    """A piece of text, marked or not."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a text: words and pairs of characters, and how they sound."""

    tokens: frozenset[str]
    sounds: frozenset[str]


@dataclass(frozen=True)
class Why:
    """The words of a query that were found, in the spelling of the thing, by the part they stand in."""

    title: tuple[str, ...]
    body: tuple[str, ...]


def wanted(query: str) -> Wanted:
    """Give what a query looks for; single characters count only when there is nothing longer."""
    views = analysis.query_views(query)
    tokens = {token for token in (*views.w, *views.b) if len(token) > 1}
    return Wanted(frozenset(tokens or views.u), frozenset(views.p))


def found_in(text: str, looked_for: Wanted) -> list[Token]:
    """Give the tokens of a text that are wanted; those that only sound alike when no other is."""
    places = analysis.places(text)
    same = [token for token in places if token.text in looked_for.tokens]
    if same or not looked_for.sounds:
        return same
    return [token for token in places if sounds_like(token.text, looked_for.sounds)]


def sounds_like(word: str, sounds: frozenset[str]) -> bool:
    """Say whether a Han word of two and more characters consists of wanted pairs of syllables only."""
    return len(word) > 1 and analysis.is_han(word) and all(pair in sounds for pair in analysis.sound(word))


def spans(tokens: list[Token]) -> list[tuple[int, int]]:
    """Give the marked stretches of a text, touching and overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for token in sorted(tokens, key=lambda each: each.start):
        if joined and token.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], token.end))
        else:
            joined.append((token.start, token.end))
    return joined


def cut(text: str, marks: list[tuple[int, int]], start: int, end: int) -> list[Fragment]:
    """Give the stretch from `start` to `end` in fragments."""
    pieces: list[Fragment] = []
    at = start
    for first, after in marks:
        first, after = max(first, start), min(after, end)  # noqa: PLW2901 - a mark may reach beyond the stretch
        if first >= after:
            continue
        if at < first:
            pieces.append(Fragment(text[at:first], hit=False))
        pieces.append(Fragment(text[first:after], hit=True))
        at = after
    if at < end:
        pieces.append(Fragment(text[at:end], hit=False))
    return pieces


def marked(text: str, looked_for: Wanted) -> list[Fragment]:
    """Give a whole text, such as a title, in fragments."""
    return cut(text, spans(found_in(text, looked_for)), 0, len(text))


def excerpt(text: str, looked_for: Wanted) -> list[Fragment]:
    """Give the two sentences that answer best, in their order, long ones shortened; the beginning when none does."""
    tokens = found_in(text, looked_for)
    marks = spans(tokens)

    def worth(sentence: tuple[int, int]) -> int:
        inside = {token.text for token in tokens if sentence[0] <= token.start < sentence[1]}
        return sum(map(len, inside))

    sentences = [found.span() for found in SENTENCE.finditer(text) if found.group().strip()]
    best = [each for each in sorted(sentences, key=worth, reverse=True)[:SENTENCES] if worth(each)]
    chosen = sorted(best) or sentences[:1]
    pieces: list[Fragment] = []
    for number, (start, end) in enumerate(chosen):
        first = next((mark for mark, _ in marks if start <= mark < end), start)
        long = end - start > LONGEST_SENTENCE
        begin = max(start, min(first - LEAD, end - LONGEST_SENTENCE)) if long else start
        stop = min(end, begin + LONGEST_SENTENCE)
        if (number and chosen[number - 1][1] != start) or begin > start:
            pieces.append(Fragment(GAP, hit=False))
        pieces += cut(text, marks, begin, stop)
        if stop < end:
            pieces.append(Fragment(GAP, hit=False))
    return pieces


def why(title: str, body: str, looked_for: Wanted) -> Why:
    """Give the wanted words that title and body hold, the longest first."""
    return Why(words_of(title, looked_for), words_of(body, looked_for))


def words_of(text: str, looked_for: Wanted) -> tuple[str, ...]:
    """Give the wanted words of a text as they are written there, none inside another, six at most."""
    written = dict.fromkeys(text[start:end] for start, end in spans(found_in(text, looked_for)))
    longest = sorted(written, key=len, reverse=True)
    kept = [
        word for number, word in enumerate(longest) if not any(word in other for other in longest[:number])
    ]
    return tuple(kept[:MOST_REASONS])
