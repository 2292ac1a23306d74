"""Where a later paper tells that what an action was to bring about is there: a handbook ordered in
one paper and published in another, a report that comes to the next meeting.

The thing told is known by its last two words, or the verb and its first, which stand together in
the action too, from a verb on that brings things about, and by most of its other words. The paper
is one of a later meeting within two years; that of another body must say more of the thing. A paper
that is to come to a meeting is there when a later agenda of the board has an item whose title the
action, or its item, has. Of an action that a paper says is done nothing is linked.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kg import terms as t
from kg.extraction.dates import days
from kg.rdf.iris import paper_of
from kg.rdf.linking.action_kin import given_near
from kg.rdf.linking.arising import heads_of_title
from kg.rdf.linking.done_things import DoneThing, things_done
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.wording import word_heads
from kg.tables.load import matches, table

MOST_OF = 0.6
"""The share of a thing's telling words that the action must have."""
FEWEST = 2
"""The fewest telling words of the title of a paper, or of a thing with its verb."""
ELSEWHERE = 3
"""The fewest telling words of a thing of which the paper of another body tells."""
_ASKED = frozenset({t.TEXT, t.ACTION_STATUS, t.BRINGS_ABOUT})


@dataclass(frozen=True, slots=True)
class _Asked:
    """An action that is not done: its words, by what pairs of them it may be known, whether it
    promises a paper, the title of its item, the board that gave it and when.
    """

    iri: str
    heads: frozenset[str]
    names: frozenset[str]
    paper: bool
    title: frozenset[str]
    board: str
    given: date


def link_deliveries(draft: Draft, reach: Reach, followed: Collection[str]) -> None:
    """Bring up to date what later papers tell of things that actions were to bring about, for
    those that were ``followed``, were given near what is within reach, or may be told of there.
    """
    owners = set(followed) | reach.of_kind("action") | _told_of(reach)
    owners |= given_near(reach, reach.meetings)
    gone = draft.from_(owners, t.TOLD_DONE_IN)
    gone |= draft.to(t.TOLD_DONE_IN, reach.of_kind("document"))
    owners |= {action for action, *_ in gone}
    asked = [one for iri in sorted(owners) for one in _asked(reach, iri)]
    tellings = _Tellings(reach)
    draft.relink(gone, [one for each in asked for one in _told(reach, each, tellings)])


def _told_of(reach: Reach) -> set[str]:
    """The actions that may bring about what the papers of the meetings within reach tell of, given
    near enough in time.
    """
    papers = set(reach.papers)
    for meeting in reach.meetings:
        papers |= {paper_of(one) for one in reach.there(meeting, t.OF_MEETING, "document")}
    inside = [one for paper in papers for one in reach.graph.subjects(t.IN_DOCUMENT, paper)]
    told = reach.graph.described(inside, frozenset({t.TELLS_DONE})).values()
    names = {name for one in told for name in map(str, one.get(t.TELLS_DONE, ()))}
    found = {str(one) for name in names for one in reach.graph.saying(t.BRINGS_ABOUT, name)}
    days = [day for meeting in reach.meetings if (day := reach.day(meeting)) is not None]
    first = {one for iri in found for one in _first(reach, iri)}
    return {one for one in first if _is_near(reach, one, days)}


def _is_near(reach: Reach, action: str, days: Collection[date]) -> bool:
    """Whether an action was given in the years before one of some days."""
    given = [day for at in reach.meetings_of(action) if (day := reach.day(at)) is not None]
    most: int = table("histories")["order"]["taken_up_in_days"]
    return any(0 < (day - one).days <= most for day in days for one in given)


def _first(reach: Reach, action: str) -> list[str]:
    """The action that one is the same as, else itself."""
    return [*map(str, reach.graph.objects(action, t.SAME_ACTION_AS))] or [action]


def _asked(reach: Reach, action: str) -> Iterator[_Asked]:
    """An action with all that papers tell of it, unless it is done, or told before by another."""
    if reach.graph.objects(action, t.SAME_ACTION_AS):
        return
    forms = [action, *map(str, reach.graph.subjects(t.SAME_ACTION_AS, action))]
    told = [said for one in forms for _, said in reach.told(one, _ASKED)]
    names = {str(name) for said in told for name in said.get(t.BRINGS_ABOUT, ())}
    text = "\n".join(str(text) for said in told for text in said.get(t.TEXT, ()))
    paper = _promises_paper(text)
    done = any("complete" in said.get(t.ACTION_STATUS, ()) for said in told)
    meetings = reach.meetings_of(action)
    held = sorted((day, at) for at in meetings if (day := reach.day(at)) is not None)
    if (names or paper) and held and not done:
        day, meeting = held[0]
        board = reach.boards([meeting]).get(meeting, "")
        items = [one for one in reach.graph.objects(action, t.ARISES_FROM) if _is_item(reach, one)]
        titles = {head for one in items for head in heads_of_title(reach, one)}
        heads = frozenset(word_heads(text))
        yield _Asked(action, heads, frozenset(names), paper, frozenset(titles), board, day)


def _promises_paper(text: str) -> bool:
    """Whether an action promises that one paper comes to a meeting, and not one again and again."""
    again = matches(text, "deliveries", "again")
    return not again and matches(text, "deliveries", "promises_paper")


def _is_item(reach: Reach, iri: str) -> bool:
    return reach.iris.kind(iri) == "item"


def _brought(reach: Reach, asked: _Asked) -> Iterator[Linked]:
    """The item of the first later agenda of the board to which the paper comes that an action
    promises.
    """
    most = asked.given + timedelta(table("histories")["order"]["taken_up_in_days"])
    later = [at for day, at in reach.calendar(asked.board) if asked.given < day <= most]
    for item in reach.items(later if asked.paper else ()):
        words = str(reach.graph.values_of([item], t.TITLE).get(item, ""))
        stated = sorted(map(str, reach.graph.objects(item, t.STATED_IN)))
        if stated and _is_title_of(words, asked):
            reason = Reason.of("paper_brought", "inferred")
            yield Linked((asked.iri, t.TOLD_DONE_IN, stated[0]), reason, stated[0], words)
            return


def _is_title_of(words: str, asked: _Asked) -> bool:
    """Whether the title of an item, none that every agenda has or that comes again by the calendar,
    has no telling words but those of an action, or is the title of the action's item.
    """
    title = word_heads(words)
    own = len(title) >= FEWEST and (title <= asked.heads or title == asked.title)
    return own and not any(matches(words, "histories", kind) for kind in ("standing", "series"))


class _Tellings:
    """The paragraphs that tell by a name that things are there, each looked up once."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._by_name: dict[str, list[str]] = {}
        self._at: dict[str, dict[str, date]] = {}
        self._things: dict[str, tuple[DoneThing, ...]] = {}

    def of(self, names: Iterable[str]) -> list[str]:
        """The paragraphs that tell by one of some names."""
        saying = self._reach.graph.saying
        for name in names:
            if name not in self._by_name:
                self._by_name[name] = list(map(str, saying(t.TELLS_DONE, name)))
        return sorted({one for name in names for one in self._by_name[name]})

    def at(self, paragraph: str) -> dict[str, date]:
        """The meetings of a paragraph, or of its paper, each with its day."""
        if paragraph not in self._at:
            objects, day_of = self._reach.graph.objects, self._reach.day
            own = objects(paragraph, t.OF_MEETING) or objects(paper_of(paragraph), t.OF_MEETING)
            shown = map(self._reach.shown, own)
            self._at[paragraph] = {at: day for at in shown if (day := day_of(at)) is not None}
        return self._at[paragraph]

    def things(self, paragraph: str) -> tuple[DoneThing, ...]:
        """The things of which a paragraph tells that they are there."""
        if paragraph not in self._things:
            text = str(self._reach.graph.values_of([paragraph], t.TEXT).get(paragraph, ""))
            self._things[paragraph] = tuple(things_done(text))
        return self._things[paragraph]


def _told(reach: Reach, asked: _Asked, tellings: _Tellings) -> Iterator[Linked]:
    """The paragraphs that tell that what an action was to bring about is there, in order."""
    yield from _brought(reach, asked)
    for paragraph in tellings.of(asked.names):
        rule = _rule(reach, asked, tellings.at(paragraph))
        things = tellings.things(paragraph) if rule else ()
        thing = next((one for one in things if _is_of(one, asked, rule)), None)
        if thing is not None:
            reason = Reason.of(rule, "inferred")
            yield Linked((asked.iri, t.TOLD_DONE_IN, paragraph), reason, paragraph, thing.quote)


def _rule(reach: Reach, asked: _Asked, at: Mapping[str, date]) -> str:
    """By which rule a paragraph may tell of an action: as one of a paper for a later meeting of its
    board, or of another body; empty where it is of none.
    """
    most: int = table("histories")["order"]["taken_up_in_days"]
    later = [meeting for meeting, day in at.items() if 0 < (day - asked.given).days <= most]
    if asked.board in reach.boards(later).values():
        return "told_done"
    return "told_done_elsewhere" if later else ""


def _is_of(thing: DoneThing, asked: _Asked, rule: str) -> bool:
    """Whether an action has most of the words of a thing, of which no day before it is told.

    The verb does not tell what the papers of another body are of.
    """
    elsewhere = rule == "told_done_elsewhere"
    fewest = ELSEWHERE if elsewhere else FEWEST
    dated = [found.day for found in days(thing.quote) if found.complete]
    known = any(
        name in asked.names
        and len(heads) >= fewest
        and len(heads & asked.heads) >= MOST_OF * len(heads)
        for name, heads in thing.names(by_verb=not elsewhere)
    )
    return bool(rule) and known and all(day > asked.given for day in dated)
