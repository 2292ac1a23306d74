"""The subject of a question: what is left of it without the words of asking."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from kg.tables.load import table, words
from queries.texts.wording import (
    content_stems,
    first_match,
    overlaps,
    says,
    stems,
    stems_of,
    stopwords,
    tokens,
)
from queries.understanding.names import Mention
from queries.understanding.periods import Period
from queries.understanding.reworded import everyday

_CONTRACTED = re.compile(r"(?<=\w[’'])(?:[dmst]|ll|re|ve)\b")
"""What is left of words drawn together: "I'm", "won't", "they've"."""
_NTH = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
"""Which meeting it was, counted, which says nothing beside its day."""
PRESENCE = frozenset({"attendance", "apologies", "absence"})
"""The ways in which words for how a thing is say nothing of who came."""
_ANNUAL = frozenset({"annual", "general", "year"})
"""Words of a meeting that papers call an AGM."""
OF_PEOPLE = PRESENCE | {"role", "substitute"}
"""The ways in which a capacity or party narrows what is asked, and is no part of the subject."""


def subject_of(
    text: str,
    asked: tuple[str, str | None],
    mentions: tuple[Mention, ...],
    periods: tuple[Period, ...],
) -> tuple[str, ...]:
    """What is left when names of boards, dates and words of asking are taken away.

    :param asked: the way of asking, and what is to be told.
    """
    way, expects = asked
    kinds = {"Board", "Person"} if way in OF_PEOPLE else {"Board"}
    taken = [
        (_with_title(text, mention), mention.end) for mention in mentions if mention.kind in kinds
    ]
    taken += [(period.begin, period.end) for period in periods]
    taken += _kinds_of_fact(text, way)
    if way != "when" and expects != "date":
        taken += _general_meetings(text, mentions)
    asking = {
        *stopwords(),
        *words("questions", "frame"),
        *table("questions")["asking"].get(way, ()),
        *table("questions")["asked_for"].get(expects, ()),
    }
    kept = [
        word
        for word, start, end in tokens(text)
        if _plain(word) not in asking and not overlaps(start, end, taken)
    ]
    besides = stems_of("questions", "manner") if way in PRESENCE else frozenset()
    if way in PRESENCE and periods:
        kept = [word for word in kept if not _NTH.fullmatch(word)]
    besides = besides.union(_CONTRACTED.findall(text))
    besides = besides | settling(text) if way == "decision" else besides
    left = [stem for stem in content_stems(" ".join(kept)) if stem not in besides]
    if says(text, "annual_meeting"):
        left = [*(stem for stem in left if stem not in _ANNUAL), "agm"]
    return tuple(left)


def _plain(word: str) -> str:
    """A word in small letters without the ending of what is its own."""
    return word.lower().removesuffix("'s").removesuffix("’s")


def _kinds_of_fact(text: str, way: str) -> Iterator[tuple[int, int]]:
    """Where words for kinds of fact stand, such as "decision"; of what a response is to, the first
    alone: "the response to the recommendation to shorten all reports".
    """
    names = table("questions")["facts"]
    facts = {word for name in names for word in words("questions", "facts", name)}
    spans = ((start, end) for word, start, end in tokens(text) if _plain(word) in facts)
    return islice(spans, 1 if way == "response" else None)


def _general_meetings(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Where general meetings stand at which something was, or behind the body that held them."""
    if meeting := first_match(text, "at_general_meeting"):
        yield meeting.span()
    for one in mentions:
        behind = first_match(text[one.end :], "general_meeting_of") if one.kind == "Board" else None
        if behind:
            yield one.end, one.end + behind.end()


def _with_title(text: str, mention: Mention) -> int:
    """Where a name begins, or the title that stands before a person."""
    before = text[: mention.start].rstrip(" .")
    titles = table("people")["titles"] if mention.kind == "Person" else ()
    ends = [one for one in titles if re.search(rf"\b{re.escape(one)}$", before)]
    return len(before) - max(map(len, ends)) if ends else mention.start


def settling(text: str) -> frozenset[str]:
    """The stems of the everyday words of a question for what a body decided ("What did the members
    settle on?"); none where it has none.
    """
    deciding = table("questions")["deciding"]
    plain = (word for word, formal in everyday(text) if formal in deciding)
    return frozenset(stems(" ".join(plain)) if says(text, "body_settling") else ())
