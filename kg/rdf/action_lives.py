"""One action told by several papers: minutes give it, logs follow it.

Minutes say "Ann Lowe to repaint the railings by 31 May", the log of the next
meeting "Repaint the railings", with the number 24/03 and the day it was given.
Papers are taken in order of day; each telling joins at most one life, the life
it is most like, and a life has at most one telling in each list of a paper. What is told
again under the same number is quoted, all else is inferred.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from kg.rdf.links import Reason
from kg.rdf.papers import PaperDays
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_TELLINGS = """
SELECT DISTINCT ?document ?action ?text ?number ?owner ?status ?board ?given ?kind WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?form a mb:Action ; mb:text ?text .
    OPTIONAL { ?form mb:kind ?kind }
    OPTIONAL { ?form mb:number ?number }
    OPTIONAL { ?form mb:assigneeAsWritten ?owner }
    OPTIONAL { ?form mb:actionStatus ?status }
    OPTIONAL { ?document mb:ofMeeting ?of }
    OPTIONAL { ?form mb:arisesFrom ?origin }
  }
  FILTER NOT EXISTS { ?form mb:mergedInto?/mb:withheldBy ?ruling }
  OPTIONAL { ?form mb:mergedInto ?whole }
  BIND(COALESCE(?whole, ?form) AS ?action)
  OPTIONAL { ?origin mb:atMeeting|mb:decidedAt ?held }
  BIND(COALESCE(?held, ?origin, ?of) AS ?meeting)
  OPTIONAL { ?meeting mb:heldBy ?board }
  OPTIONAL { ?meeting dct:date ?given }
}
"""
_BY = re.compile(r"\s+(?:by|before|for the meeting on)\s+[^,;]*\d{4}$")
_SET_NUMBER = re.compile(r"\w+[/.-]\w+|\d{2,}")
"""A number that a log gives an action for good; "2" only counts the actions of one list."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one paper says of an action; ``paper`` is the day of the paper.

    ``promised`` says that it is told as a promise in discussion, not in a list.

    ``given`` is the day of the meeting that gave it; ``words`` are those that tell it
    from others: no owner, no date, no small words.
    """

    document: str
    action: str
    number: str
    words: frozenset[str]
    bare: str
    complete: bool
    board: str
    given: date | None
    paper: date
    promised: bool

    @property
    def list(self) -> tuple[date, str, bool]:
        """What tells of an action once only: a list of a paper, or the discussion before it."""
        return self.paper, self.document, not self.promised


@dataclass(slots=True, eq=False)
class _Life:
    """The tellings of one action so far, the first of them first."""

    tellings: list[Telling]
    lists: set[tuple[date, str, bool]] = field(default_factory=set)

    def add(self, telling: Telling) -> None:
        self.tellings.append(telling)
        self.lists.add(telling.list)


class Same(NamedTuple):
    """That a later telling is of an action told before, and by what reason."""

    later: str
    first: str
    reason: Reason


def same_actions(graph: "KnowledgeGraph", days: PaperDays) -> Iterator[Same]:
    """The actions of a graph that are the same as one told before, each once."""
    lists: dict[tuple[date, str, bool], list[Telling]] = defaultdict(list)
    for telling in _tellings(graph, days):
        lists[telling.list].append(telling)
    lives = _Lives()
    for one in sorted(lists):
        yield from lives.follow(lists[one])


def bare_words(text: str, owner: str | None) -> str:
    """The words of an action without who is to do it and by when."""
    text = _BY.sub("", text.strip().rstrip("."))
    if owner and text.startswith(owner):
        text = text.removeprefix(owner).lstrip().removeprefix("to ")
    return " ".join(re.findall(r"\w+", text.casefold()))


class _Lives:
    """The lives of all actions told so far.

    A telling of a known board is compared with the lives of that board; where one of the two
    boards is not known, only the same words join.
    """

    def __init__(self) -> None:
        self._at: dict[str, _Life] = {}
        self._of_board: dict[str, list[_Life]] = defaultdict(list)
        self._in_words: dict[str, list[_Life]] = defaultdict(list)

    def follow(self, tellings: Sequence[Telling]) -> Iterator[Same]:
        """Take in what one list tells; what it tells of lives begun before."""
        new = [telling for telling in tellings if telling.action not in self._at]
        for telling in tellings:
            if telling.action in self._at:
                self._join(telling, self._at[telling.action])
        for telling, life, reason in _matched([(one, self._alike(one)) for one in new]):
            self._join(telling, life)
            yield Same(telling.action, life.tellings[0].action, reason)
        for telling in new:
            if telling.action not in self._at:
                life = _Life([])
                self._of_board[telling.board].append(life)
                self._join(telling, life)

    def _join(self, telling: Telling, life: _Life) -> None:
        life.add(telling)
        self._at[telling.action] = life
        if life not in self._in_words[telling.bare]:
            self._in_words[telling.bare].append(life)

    def _alike(self, telling: Telling) -> list[_Life]:
        """The lives that a telling may be of."""
        said = self._in_words.get(telling.bare, [])
        if not telling.board:
            return said
        return [
            *self._of_board[telling.board],
            *(life for life in said if not life.tellings[0].board),
        ]


def _matched(
    new: Sequence[tuple[Telling, Sequence[_Life]]],
) -> Iterator[tuple[Telling, _Life, Reason]]:
    """Tellings with the lives they join, the surest first, each at most once."""
    pairs = []
    for telling, lives in new:
        for life in lives:
            reason = None if telling.list in life.lists else _reason(telling, life)
            if reason is not None:
                surest = (-reason.confidence, -_likeness(telling, life))
                first = life.tellings[0].action
                pairs.append((surest, telling.action, first, telling, life, reason))
    taken: set[str] = set()
    for *_, telling, life, reason in sorted(pairs, key=lambda pair: pair[:3]):
        if telling.action not in taken and telling.list not in life.lists:
            taken.add(telling.action)
            yield telling, life, reason


def _reason(telling: Telling, life: _Life) -> Reason | None:
    """Why a telling may be of a life, None where nothing says so."""
    need = table("histories")["likeness"]
    alike = _likeness(telling, life)
    if _numbered(telling, life) and alike >= need["same_number"]:
        return Reason.of("same_number", "quoted")
    given = {one.given for one in life.tellings if one.given}
    if telling.given in given and alike >= need["same_meeting"]:
        return Reason.of("same_meeting", "inferred")
    again = telling.given is not None and any(one.complete for one in life.tellings)
    if again and telling.given not in given:
        return None
    same = any(_same_words(telling, one) for one in life.tellings)
    return Reason.of("same_action", "inferred") if same else None


def _numbered(telling: Telling, life: _Life) -> bool:
    number = telling.number
    return bool(_SET_NUMBER.fullmatch(number)) and any(
        one.number == number for one in life.tellings
    )


def _likeness(telling: Telling, life: _Life) -> float:
    return max(_share(telling.words, one.words) for one in (life.tellings[0], life.tellings[-1]))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of words are: the mean of their share of the smaller and of both."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    return (common / min(len(one), len(other)) + common / len(one | other)) / 2


def _same_words(one: Telling, other: Telling) -> bool:
    if one.bare == other.bare:
        return True
    enough: float = table("histories")["likeness"]["same_action"]
    long = len(one.words) >= table("histories")["likeness"]["fewest_words"]
    return long and fuzz.token_sort_ratio(one.bare, other.bare) / 100 >= enough


def _tellings(graph: "KnowledgeGraph", days: PaperDays) -> Iterator[Telling]:
    """What every paper says of every action, each pair once, in order of IRI."""
    seen: dict[tuple[str, str], Telling] = {}
    for row in sorted(graph.select(_TELLINGS).rows, key=lambda row: tuple(map(str, row))):
        document, action, text, number, owner, status, board, given, kind = row
        bare = bare_words(str(text), None if owner is None else str(owner))
        telling = Telling(
            document=str(document),
            action=str(action),
            number=str(number or ""),
            words=frozenset(bare.split()) - _small(),
            bare=bare,
            complete=status == "complete",
            board=str(board or ""),
            given=given if isinstance(given, date) else None,
            paper=days.of(str(document)) or date.min,
            promised=kind == "promised",
        )
        seen.setdefault((telling.document, telling.action), telling)
    return iter(seen.values())


@cache
def _small() -> frozenset[str]:
    return frozenset(table("histories")["small"])
