"""One action told by several papers: minutes give it, logs follow it.

Minutes say "Ann Lowe to repaint the railings by 31 May", the log of the next
meeting "Repaint the railings", with the number 24/03 and the day it was given.
Papers are taken in order of day; each telling joins at most one life, the life
it is most like, and a life has at most one telling in each list of a paper. What is told
again under the same number is quoted, all else is inferred.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kg import terms as t
from kg.rdf.linking.action_kin import (
    SET_NUMBER,
    bare_words,
    related,
    same_words,
    share,
    telling_words_of,
)
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach, Said
from kg.rdf.papers import PaperDays
from kg.tables.load import table

_TOLD = frozenset(
    {t.TEXT, t.KIND, t.NUMBER, t.ASSIGNEE_AS_WRITTEN, t.ACTION_STATUS, t.OF_MEETING, t.ARISES_FROM}
)


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


def follow_actions(draft: Draft, reach: Reach) -> set[str]:
    """Bring the lives of the actions within reach up to date; the actions that were followed."""
    changed = reach.of_kind("action")
    held = draft.from_(changed, t.SAME_ACTION_AS) | draft.to(t.SAME_ACTION_AS, changed)
    seeds = changed | {end for start, _, other in held for end in (start, other)}
    owners = seeds | (related(reach, seeds) if seeds else set())
    gone = draft.from_(owners, t.SAME_ACTION_AS) | draft.to(t.SAME_ACTION_AS, owners)
    found = same_actions(reach, owners)
    draft.relink(
        gone, [Linked((one.later, t.SAME_ACTION_AS, one.first), one.reason) for one in found]
    )
    return owners


def same_actions(reach: Reach, actions: Iterable[str]) -> Iterator[Same]:
    """Which of some actions are the same as one told before, each once."""
    lists: dict[tuple[date, str, bool], list[Telling]] = defaultdict(list)
    for telling in _tellings(reach, actions):
        lists[telling.list].append(telling)
    lives = _Lives()
    for one in sorted(lists):
        yield from lives.follow(lists[one])


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
    if any(_numbered(telling, one) >= need["same_number"] for one in life.tellings):
        return Reason.of("same_number", "quoted")
    given = {one.given for one in life.tellings if one.given}
    there = [one for one in life.tellings if one.given and one.given == telling.given]
    if any(share(telling.words, one.words) >= need["same_meeting"] for one in there):
        return Reason.of("same_meeting", "inferred")
    again = telling.given is not None and any(one.complete for one in life.tellings)
    if again and telling.given not in given:
        return None
    same = any(_same_words(telling, one) for one in life.tellings)
    return Reason.of("same_action", "inferred") if same else None


def _numbered(telling: Telling, other: Telling) -> float:
    """How alike two tellings under one number are, 0 where their numbers are not one."""
    one = telling.number == other.number and SET_NUMBER.fullmatch(telling.number)
    return share(telling.words, other.words) if one else 0.0


def _likeness(telling: Telling, life: _Life) -> float:
    return max(share(telling.words, one.words) for one in (life.tellings[0], life.tellings[-1]))


def _same_words(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of the same words, and not so far apart as to be two actions."""
    most: int = table("histories")["order"]["taken_up_in_days"]
    far = one.given and other.given and abs((one.given - other.given).days) > most
    return not far and same_words(one.bare, other.bare)


def _tellings(reach: Reach, actions: Iterable[str]) -> Iterator[Telling]:
    """What every paper says of some actions that the union knows, in order of IRI."""
    days = PaperDays(reach.graph)
    known = reach.graph.values_of(sorted(actions), t.TEXT)
    for action in sorted(known):
        for document, said in reach.told(action, _TOLD):
            if t.TEXT in said:
                meeting = _given_at(reach, document, said)
                yield _telling(reach, action, document, said, meeting, days.of(document))


def _telling(
    reach: Reach, action: str, document: str, said: Said, meeting: str, paper: date | None
) -> Telling:
    text, number, owner, kind = (
        str(said[name][0]) if name in said else ""
        for name in (t.TEXT, t.NUMBER, t.ASSIGNEE_AS_WRITTEN, t.KIND)
    )
    bare = bare_words(text, owner)
    return Telling(
        document=document,
        action=action,
        number=number,
        words=telling_words_of(bare),
        bare=bare,
        complete="complete" in said.get(t.ACTION_STATUS, ()),
        board=reach.boards([meeting]).get(meeting, "") if meeting else "",
        given=reach.day(meeting) if meeting else None,
        paper=paper or date.min,
        promised=kind == "promised",
    )


def _given_at(reach: Reach, document: str, said: Said) -> str:
    """The meeting that gave an action as a paper tells it, else that of the paper."""
    origins = [str(one) for one in said.get(t.ARISES_FROM, ())]
    meetings = [reach.shown(one) for one in origins if reach.iris.kind(one) == "meeting"]
    for one in origins:
        at = {"item": t.AT_MEETING, "decision": t.DECIDED_AT}.get(reach.iris.kind(one))
        meetings += map(str, reach.graph.objects(reach.shown(one), at)) if at else ()
    own = [reach.shown(str(one)) for one in said.get(t.OF_MEETING, ())]
    of_paper = map(str, reach.graph.objects(document, t.OF_MEETING))
    return next(iter([*meetings, *own, *of_paper]), "")
