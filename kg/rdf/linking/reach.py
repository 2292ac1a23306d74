"""What a change of some papers reaches: the resources whose histories are to be worked out.

Everything here is asked of the union of all papers, by property, so that the work grows with
what was changed and what lies near it.
"""

from bisect import bisect_left
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf.iris import Iris, paper_of
from kg.store.values import Value
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

BUSINESS = ("item", "report", "recommendation", "decision", "action")
"""The kinds of what a history may pass through, as IRIs name them."""
Said = Mapping[str, list[Value]]
"""What is said of a resource: the values by property."""
_MEETING = (t.OF_MEETING, t.AT_MEETING, t.DECIDED_AT, t.ARISES_FROM)


@dataclass(frozen=True)
class Reach:
    """What lies near the resources that were ``touched``: of which papers say other things now."""

    graph: "KnowledgeGraph"
    iris: Iris
    touched: frozenset[str]

    def of_kind(self, *kinds: str) -> set[str]:
        """The touched resources of some kinds."""
        return {iri for iri in self.touched if self.iris.kind(iri) in kinds}

    @cached_property
    def meetings(self) -> set[str]:
        """The meetings that were touched, or at which what was touched stands."""
        near = {one for iri in self.of_kind(*BUSINESS) for one in self.meetings_of(iri)}
        near |= {one for iri in self.papers for one in self.meetings_of(iri)}
        return near | self.of_kind("meeting")

    @cached_property
    def papers(self) -> set[str]:
        """The papers that were touched."""
        return {paper_of(iri) for iri in self.of_kind("document")}

    def meetings_of(self, iri: str) -> list[str]:
        """The meetings at which a resource stands, those of its items too."""
        found = []
        for predicate in _MEETING:
            for one in self.graph.objects(iri, predicate):
                kind = self.iris.kind(one)
                if kind == "meeting":
                    found.append(one)
                elif kind == "item":
                    found += self.graph.objects(one, t.AT_MEETING)
        return sorted(set(found))

    def there(self, meeting: str, predicate: str, kind: str) -> list[str]:
        """The resources of a kind that stand at a meeting, or on an item."""
        found = self.graph.subjects(predicate, meeting)
        return [one for one in found if self.iris.kind(one) == kind]

    def items(self, meetings: Iterable[str]) -> list[str]:
        """The agenda items of some meetings."""
        return [one for at in meetings for one in self.there(at, t.AT_MEETING, "item")]

    def day(self, meeting: str) -> date | None:
        """The day of a meeting."""
        return self._days([meeting]).get(meeting)

    def boards(self, meetings: Collection[str]) -> dict[str, str]:
        """The board that held each meeting; of several the first by IRI."""
        held = self.graph.values_of(meetings, t.HELD_BY)
        return {meeting: str(board) for meeting, board in held.items()}

    def calendar(self, board: str) -> list[tuple[date, str]]:
        """The meetings of a board in order of day."""
        if board not in self._calendars:
            days = self._days(self.graph.subjects(t.HELD_BY, board))
            self._calendars[board] = sorted((day, meeting) for meeting, day in days.items())
        return self._calendars[board]

    def around(self, meetings: Collection[str]) -> list[str]:
        """Some meetings, and those of their boards so near in time that one may take up another."""
        most = table("histories")["order"]["taken_up_in_days"]
        found = set(meetings)
        for meeting, board in self.boards(meetings).items():
            day = self.day(meeting)
            if day is not None:
                held = self.calendar(board)
                first = bisect_left(held, (day - timedelta(most), ""))
                last = bisect_left(held, (day + timedelta(most + 1), ""))
                found |= {other for _, other in held[first:last]}
        return sorted(found)

    @cached_property
    def _calendars(self) -> dict[str, list[tuple[date, str]]]:
        return {}

    def _days(self, meetings: Collection[str]) -> dict[str, date]:
        found = self.graph.values_of(meetings, t.DATE)
        return {meeting: day for meeting, day in found.items() if isinstance(day, date)}

    def forms(self, iris: Iterable[str]) -> list[str]:
        """The IRIs under which papers may speak of resources: their own and those merged."""
        found = dict.fromkeys(iris)
        for iri in list(found):
            found.update(dict.fromkeys(map(str, self.graph.subjects(t.MERGED_INTO, iri))))
        return list(found)

    def told(self, iri: str, properties: Container[str]) -> Iterator[tuple[str, Said]]:
        """What each paper says of a resource, under each of its forms."""
        for form in self.forms([iri]):
            for graph, said in self.graph.told_by(form, properties).items():
                if self.iris.kind(graph) == "document":
                    yield graph, said

    def shown(self, iri: str) -> str:
        """The IRI under which the union speaks of what a paper calls so."""
        return next(iter(self.graph.objects(iri, t.MERGED_INTO)), iri)
