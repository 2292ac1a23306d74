"""What became of recommendations that one body sent to another: a scrutiny panel to the cabinet.

The other body's decision stands within two years on an item, and has with its title half of the
telling words of what was recommended, three at least, and the most; of several the earliest.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from kg import terms as t
from kg.extraction.decisions.sent_on import RULE
from kg.rdf.linking.drafting import Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.reach import Reach
from kg.rdf.linking.wording import word_heads
from kg.tables.load import table

SHARE = 0.5
"""The least share of the telling words of a recommendation that tells of it."""
FEWEST = 3
"""The fewest of them."""
_RECOMMENDS = frozenset(word_heads("recommend recommendation"))


def sent_on(reach: Reach, meetings: Collection[str], made: Collection[str]) -> set[str]:
    """The recommendations ``made`` at some meetings to other bodies, and those made elsewhere to
    the bodies that held the meetings.
    """
    found = set(map(str, reach.graph.saying(t.RULE, RULE)))
    boards = set(reach.boards(meetings).values()) if found else ()
    sent = {str(one) for board in boards for one in reach.graph.subjects(t.ADDRESSED_TO, board)}
    return {one for one in sent.union(made) & found if _addressed(reach, one)}


def answers_of_others(reach: Reach, recommendations: Collection[str]) -> Iterator[Linked]:
    """The decision of the other body on each of some recommendations that were sent on."""
    for iri in sorted(recommendations):
        text = reach.graph.values_of([iri], t.TEXT).get(iri, "")
        asked = frozenset(word_heads(str(text)) - _RECOMMENDS)
        found = [(len(asked & told), decision) for told, decision in _decided(reach, iri)]
        best = max((common for common, _ in found), default=0)
        if best >= max(FEWEST, SHARE * len(asked)):
            decision = next(one for common, one in found if common == best)
            reason = Reason.of("taken_by_another", "inferred")
            yield Linked((decision, t.DECIDES_ON, iri), reason)


def _addressed(reach: Reach, recommendation: str) -> list[str]:
    """The boards to which a recommendation of another was sent."""
    if not reach.graph.objects(recommendation, t.OF_MEETING):
        return []
    makers = set(reach.graph.objects(recommendation, t.MADE_BY))
    own = set(reach.boards(reach.meetings_of(recommendation)).values())
    to = reach.graph.objects(recommendation, t.ADDRESSED_TO)
    return [str(one) for one in to if makers & own and one not in own]


def _decided(reach: Reach, recommendation: str) -> Iterator[tuple[frozenset[str], str]]:
    """What the other body decided later, in order: the heads of the telling words, with those of
    the title of its item, and the decision.
    """
    made = min(filter(None, map(reach.day, reach.meetings_of(recommendation))), default=None)
    boards = _addressed(reach, recommendation)
    for meeting in (at for board in boards for at in _later(reach, board, made)):
        decisions = reach.there(meeting, t.DECIDED_AT, "decision")
        for decision in decisions:
            items = reach.graph.objects(decision, t.ON_ITEM)
            words = [
                *reach.graph.values_of([decision], t.TEXT).values(),
                *reach.graph.values_of(items, t.TITLE).values(),
            ]
            yield frozenset(head for one in words for head in word_heads(str(one))), decision


def _later(reach: Reach, board: str, made: date | None) -> list[str]:
    """The meetings of a board from a day on, as long as something may be taken up."""
    most = timedelta(table("histories")["order"]["taken_up_in_days"])
    return [at for day, at in reach.calendar(board) if made and made <= day <= made + most]
