"""Where a later paper tells that what an action was to bring about is there: a handbook ordered in
one paper and published in another, a report that comes to the next meeting.

The thing told is known by its last two words, or the verb and its first, which stand together in
the action too, from a verb on that brings things about, and by most of its other words. The paper
is one of a later meeting within two years; that of another body must say more of the thing. A paper
that is to come to a meeting is there when a later agenda of the board has an item whose title the
action, or its item, has. Of an action that a paper says is done nothing is linked.
"""

from collections.abc import Collection, Iterable, Iterator
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
from kg.store.values import Value
from kg.tables.load import matches, table

MOST_OF = 0.6
"""The share of a thing's telling words that the action must have."""
FEWEST = 2
"""The fewest telling words of the title of a paper, or of a thing with its verb."""
ELSEWHERE = 3
"""The fewest telling words of a thing of which the paper of another body tells."""
_ASKED = frozenset({t.TEXT, t.ACTION_STATUS, t.BRINGS_ABOUT})
_TELLING = frozenset({t.TEXT, t.OF_MEETING})


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
    draft.relink(gone, [one for each in asked for one in _told(reach, each)])


def _told_of(reach: Reach) -> set[str]:
    """The actions that may bring about what the papers of the meetings within reach tell of."""
    papers = set(reach.papers)
    for meeting in reach.meetings:
        papers |= {paper_of(one) for one in reach.there(meeting, t.OF_MEETING, "document")}
    inside = [one for paper in papers for one in reach.graph.subjects(t.IN_DOCUMENT, paper)]
    told = reach.graph.described(inside, frozenset({t.TELLS_DONE})).values()
    names = {name for one in told for name in map(str, one.get(t.TELLS_DONE, ()))}
    found = {str(one) for name in names for one in reach.graph.saying(t.BRINGS_ABOUT, name)}
    return {first for one in found for first in _first(reach, one)}


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


def _told(reach: Reach, asked: _Asked) -> Iterator[Linked]:
    """The paragraphs that tell that what an action was to bring about is there, in order."""
    yield from _brought(reach, asked)
    found = {str(one) for name in asked.names for one in reach.graph.saying(t.TELLS_DONE, name)}
    for paragraph, told in reach.graph.described(sorted(found), _TELLING).items():
        rule = _rule(reach, asked, paragraph, told.get(t.OF_MEETING, ()))
        things = [one for text in told.get(t.TEXT, ()) for one in things_done(str(text))]
        thing = next((one for one in things if _is_of(one, asked, rule)), None)
        if thing is not None:
            reason = Reason.of(rule, "inferred")
            yield Linked((asked.iri, t.TOLD_DONE_IN, paragraph), reason, paragraph, thing.quote)


def _rule(reach: Reach, asked: _Asked, paragraph: str, at: Iterable[Value]) -> str:
    """By which rule a paragraph may tell of an action: as one of a paper for a later meeting of its
    board, or of another body; empty where it is of none.
    """
    own = [*map(str, at)] or reach.graph.objects(paper_of(paragraph), t.OF_MEETING)
    meetings = [reach.shown(one) for one in own]
    most: int = table("histories")["order"]["taken_up_in_days"]
    after = {at: (day - asked.given).days for at in meetings if (day := reach.day(at))}
    later = [at for at, passed in after.items() if 0 < passed <= most]
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
