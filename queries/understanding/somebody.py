"""Somebody whom a question does not name but tells of: "the officer who moved the levy", "the
councillor presenting it".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.tables.load import alternation, words
from queries.texts.wording import LONGEST
from queries.understanding.periods import times_in

_NOUN = alternation("questions", "somebody", "nouns")
_DOING = alternation("questions", "somebody", "doing")
_TOLD = re.compile(
    rf"\b(?:the|that) (?P<what>(?:(?!(?:by|for|from|of|that|the|to|who|with)\b)[\w’'-]+ ){{0,6}}?"
    rf"(?P<noun>{_NOUN}))"
    rf"(?P<seat> (?:from|in|of))?(?:,? who (?=\S)|,? (?=(?P<doing>{_DOING}) ))(?P<did>[^?;]+)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"\bthe (?P<when>(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?) "
    rf"(?P<office>(?:(?:board|committee|council)(?:['’]s)? )?"
    rf"{alternation('questions', 'somebody', 'offices')})\b(?! of\b)",
    re.IGNORECASE,
)
"""Who held an office in a year: "the 2031/32 board treasurer"."""
_OF_PLACE = re.compile(
    r"\bthe (?P<place>(?:(?:(?:and|of|on|upon) )?(?:the )?[A-Z][\w’'&-]* ){1,6}?)"
    rf"(?P<office>{alternation('questions', 'somebody', 'of_a_place')})\b"
    r"(?!s\b|['’]s\b|,? who\b| (?:say|said)\b)"
)
"""Who sits for a place: "the North Marleshire councillor"."""
_DANGLING = re.compile(rf"\s+{alternation('questions', 'somebody', 'dangling')}\W*$")
_VERB = re.compile(rf"\s+(?={alternation('questions', 'somebody', 'verbs')}\b)")


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is told of: the question who that is, what stands before and behind in the whole, and the
    noun for whom is meant.
    """

    asked: str
    before: str
    behind: str
    noun: str

    @property
    def elected(self) -> bool | None:
        """Whether the noun is one for people who are elected, or else for those who are not; None
        where it may be for either.
        """
        if self.noun.lower() in words("questions", "somebody", "elected"):
            return True
        return False if self.noun.lower() in words("questions", "somebody", "appointed") else None

    def named(self, name: str) -> str:
        """The whole question with a name for what is told."""
        said = " ".join(f"{self.before} {name} {self.behind}".split())
        return f"{said.rstrip(' ?')}?"


def told_of(text: str) -> Iterator[Somebody]:
    """The ways to read a question as one on somebody whom it only tells of.

    What was done ends with the question, before a word that the question ends with ("is from"),
    or before the verb of the whole ("did the one who moved it represent"); that is tried first.
    """
    yield from _of_year(text)
    yield from _of_place(text)
    match = _TOLD.search(text[:LONGEST])
    if match is None:
        return
    before, did, seat = text[: match.start()], match["did"].strip(), match["seat"] or ""
    bare = match["what"].lower() in words("questions", "somebody", "nouns")
    who = "Who" if bare else f"Which {match['what']}"
    who += " was" if match["doing"] else ""
    verbs = [verb.start() for verb in _VERB.finditer(did)]
    dangling = [end.start() for end in _DANGLING.finditer(did)]
    for at in (*verbs[-1:], *dangling, len(did)):
        behind = f"{seat} {did[at:]} {text[match.end() :]}"
        yield Somebody(f"{who} {did[:at]}?", before, behind, match["noun"])


def _of_place(text: str) -> Iterator[Somebody]:
    """The question as one on whoever sits for a place that it calls somebody by."""
    if match := _OF_PLACE.search(text[:LONGEST]):
        asked = f"Who represents {match['place'].strip()}?"
        yield Somebody(asked, text[: match.start()], text[match.end() :], match["office"])


def _of_year(text: str) -> Iterator[Somebody]:
    """The question as one on whoever held an office in a year, where it is of another time."""
    match = _OF_YEAR.search(text[:LONGEST])
    if match and times_in(f"{text[: match.start()]} {text[match.end() :]}"):
        who = f"Who was the {match['office']} in {match['when']}?"
        yield Somebody(who, text[: match.start()], text[match.end() :], match["office"])
