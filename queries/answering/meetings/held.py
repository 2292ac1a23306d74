"""What is held of a meeting."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg import terms as t
from kg.store.graph import Iri, KnowledgeGraph
from queries.answering.answer import Missing
from queries.graphs.terms import iri_list, written_out
from queries.understanding.periods import Period, in_words

_MEETINGS = """SELECT DISTINCT ?meeting ?day ?board ?boardName
WHERE {{
  {boards}
  ?meeting a mb:Meeting ; dct:date ?day .
  {days}
  OPTIONAL {{ ?meeting mb:heldBy ?board . OPTIONAL {{ ?board skos:prefLabel ?boardName }} }}
}}
ORDER BY ?day ?meeting ?boardName"""


@dataclass(frozen=True)
class HeldOf:
    """What the papers hold of one meeting (IRI), looked up where it is asked.

    Each look-up costs as much as what it finds, however many meetings there are.
    """

    graph: KnowledgeGraph
    meeting: str

    @property
    def any(self) -> bool:
        """Whether any paper of it is held."""
        return bool(self._papers)

    @cached_property
    def agenda(self) -> bool:
        """Whether its agenda is held."""
        return "agenda pack" in self._kinds

    @cached_property
    def reported(self) -> bool:
        """Whether a report to it is held, in its agenda pack or alone."""
        return self.agenda or "report" in self._kinds

    @cached_property
    def minuted(self) -> bool:
        """Whether a paper tells what came to pass at it: minutes, or any paper of it that has a
        decision or who was present.
        """
        if "minutes" in self._kinds or self.graph.subjects(t.DECIDED_AT, self.meeting):
            return True
        present = (one for one, status in self._statuses if status == "present")
        return any(self._papers.intersection(self._documents_stating(one)) for one in present)

    @cached_property
    def attended(self) -> bool:
        """Whether any paper says who was or was not at it."""
        return bool(self._statuses)

    @cached_property
    def apologised(self) -> bool:
        """Whether any paper says who sent apologies."""
        return any(status == "apologies" for _, status in self._statuses)

    @cached_property
    def _papers(self) -> frozenset[str]:
        return frozenset(self.graph.subjects(t.OF_MEETING, self.meeting))

    @cached_property
    def _kinds(self) -> frozenset[str]:
        told = self.graph.described(sorted(self._papers), {t.KIND}).values()
        return frozenset(str(kind) for said in told for kind in said[t.KIND])

    @cached_property
    def _statuses(self) -> tuple[tuple[str, str], ...]:
        """The attendances at it, each with its status."""
        told = self.graph.values_of(
            self.graph.subjects(t.AT_MEETING, self.meeting), t.ATTENDANCE_STATUS
        )
        return tuple((one, str(status)) for one, status in told.items())

    def _documents_stating(self, fact: str) -> Iterator[Iri]:
        for paragraph in self.graph.objects(fact, t.STATED_IN):
            yield from self.graph.objects(paragraph, t.IN_DOCUMENT)


def meetings_query(spans: Sequence[Period], boards: Iterable[str] = ()) -> str:
    """The query for the meetings in some times, of some boards (IRIs) where any are given."""
    of = of_boards(boards)
    return _MEETINGS.format(
        boards=f"{of} ?meeting mb:heldBy ?board ." if of else "",
        days=f"FILTER({' || '.join(map(_within, spans))})" if spans else "",
    )


def of_boards(boards: Iterable[str]) -> str:
    """What narrows a query to some boards (IRIs); nothing where none are given."""
    some = sorted(boards)
    return f"VALUES ?board {{ {iri_list(some)} }}" if some else ""


def _within(span: Period) -> str:
    """Whether ``?day`` lies in a time, as an expression of SPARQL."""
    sides = [] if span.first is None else [written_out("?day >= ?first", first=span.first)]
    sides += [] if span.after is None else [written_out("?day < ?after", after=span.after)]
    return f"({' && '.join(sides) or 'true'})"


def none_held(text: str, spans: Iterable[Period], sparql: str) -> Missing:
    """That the papers tell of no meeting in some times of a question, as a query shows."""
    return Missing(f"The papers held tell of no meeting {in_words(text, spans)}.", sparql)
