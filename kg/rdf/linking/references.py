"""What papers say they speak of: earlier meetings, paragraphs of the report, items, actions.

Each paper notes what its paragraphs name (`kg.rdf.linking.namings`). Only what names one resource
without doubt is linked, with the words that name it: a meeting of the same board by its day,
or by its month where the board met once in it; a paragraph by its number in the report on the
same item; an item, an appendix or a recommendation by its number or letter among those of the
same meeting; an action by the number that the lists of its board give it; a minute by its number
among those of the board so far.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg import terms as t
from kg.rdf.iris import paper_of
from kg.rdf.linking.drafting import Draft, Linked
from kg.rdf.linking.links import Reason
from kg.rdf.linking.namings import Naming, namings
from kg.rdf.linking.reach import Reach
from kg.store.values import Value

_TITLED = re.compile(r"^\W*(?:Appendix|Annex)\s+(?P<letter>\d{0,2}[A-Z]|\d{1,2})\b", re.IGNORECASE)
_LONGEST_HEADING = 200
"""How many characters the heading of an appendix may have."""
_TOLD = frozenset({t.TEXT, t.NAMES_BY_NUMBER, t.OF_MEETING, t.ON_ITEM, t.IN_REPORT, t.IN_DOCUMENT})


class Reference(NamedTuple):
    """That a paragraph names a resource: by which rule, and in which words."""

    paragraph: str
    target: str
    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph that names something, and where it stands; ``items`` may be empty."""

    paragraph: str
    text: str
    meeting: str
    board: str
    day: date
    items: tuple[str, ...]


def link_references(draft: Draft, reach: Reach) -> None:
    """Bring up to date what the paragraphs within reach refer to."""
    paragraphs = _naming(reach) | {start for start, *_ in draft.to(t.REFERS_TO, reach.touched)}
    paragraphs |= {iri for iri in reach.of_kind("document") if paper_of(iri) != iri}
    named = _Named(reach)
    found: dict[tuple[str, str], Reference] = {}
    for place in _places(reach, paragraphs):
        for one in named.by(place):
            found.setdefault((one.paragraph, one.target), one)
    wanted = [
        Linked((one.paragraph, t.REFERS_TO, one.target), Reason(one.rule, 1.0, "quoted"),
               one.paragraph, one.quote)
        for one in found.values()
    ]  # fmt: skip
    draft.relink(draft.from_(paragraphs, t.REFERS_TO), wanted)


def _naming(reach: Reach) -> set[str]:
    """The paragraphs that name something in the papers of the meetings within reach, and those
    elsewhere that may name one of these meetings or one of the actions touched.
    """
    papers, names = set(reach.papers), set()
    for meeting in reach.meetings:
        there = reach.graph.subjects(t.OF_MEETING, meeting)
        papers |= {paper_of(one) for one in there if reach.iris.kind(one) == "document"}
        if day := reach.day(meeting):
            whole = day.isoformat()
            names |= {
                f"{kind} {part}" for kind in ("meeting", "report") for part in (whole, whole[:7])
            }
    for told in reach.graph.described(reach.of_kind("item"), {t.ITEM_NUMBER}).values():
        names |= {f"minute {str(number).casefold()}" for number in told[t.ITEM_NUMBER]}
    for told in reach.graph.described(reach.of_kind("action"), {t.NUMBER}).values():
        names |= {f"action {str(number).casefold()}" for number in told[t.NUMBER]}
    found = {str(one) for name in names for one in reach.graph.saying(t.NAMES_BY_NUMBER, name)}
    for paper in papers:
        inside = reach.graph.subjects(t.IN_DOCUMENT, paper)
        found |= reach.graph.values_of(inside, t.NAMES_BY_NUMBER).keys()
    return found


def _places(reach: Reach, paragraphs: Iterable[str]) -> Iterator[_Place]:
    for iri, told in reach.graph.described(sorted(paragraphs), _TOLD).items():
        if t.NAMES_BY_NUMBER not in told or t.TEXT not in told:
            continue
        meetings = told.get(t.OF_MEETING) or reach.graph.objects(paper_of(iri), t.OF_MEETING)
        for meeting in map(str, meetings):
            day, board = reach.day(meeting), reach.boards([meeting]).get(meeting)
            if day is not None and board is not None:
                yield _Place(iri, str(told[t.TEXT][0]), meeting, board, day, _items(reach, told))


def _items(reach: Reach, told: dict[str, list[Value]]) -> tuple[str, ...]:
    """The items that a paragraph stands on, itself or with its report."""
    own = [str(one) for one in told.get(t.ON_ITEM, ())]
    of_reports = [
        str(one)
        for report in told.get(t.IN_REPORT, ())
        for one in reach.graph.objects(str(report), t.ON_ITEM)
    ]
    return tuple(dict.fromkeys([*own, *of_reports]))


class _Named:
    """The resources that papers name by day, number or letter."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._graph = reach.graph
        self._numbers: dict[tuple[str, str], dict[str, set[str]]] = {}

    def by(self, place: _Place) -> Iterator[Reference]:
        """What a paragraph names, without itself and its own meeting and item."""
        for naming in namings(place.text):
            for named in self._candidates(place, naming):
                if len(named) == 1 and not named & {place.paragraph, place.meeting, *place.items}:
                    rule = f"names-{naming.kind}/1"
                    yield Reference(place.paragraph, min(named), rule, naming.quote)

    def _candidates(self, place: _Place, naming: Naming) -> Iterator[set[str]]:
        """The resources that a naming may mean, for each item that the paragraph stands on."""
        if naming.kind == "meeting":
            yield self._meetings(place, naming.number)
        elif naming.kind == "report":
            yield self._reports(place, naming.number)
        elif naming.kind == "action":
            yield self._actions(place, naming.number)
        elif naming.kind == "minute":
            yield self._minutes(place, naming.number)
        elif naming.kind == "appendix" and _TITLED.match(place.text):
            return
        elif naming.kind in ("item", "appendix"):
            found = self._numbered(naming.kind, place.meeting).get(naming.number)
            if found is None and naming.kind == "appendix":
                heads = self._numbered("heading", paper_of(place.paragraph))
                found = heads.get(naming.number)
            yield found or set()
        else:
            for item in place.items:
                yield self._numbered(naming.kind, item).get(naming.number, set())

    def _meetings(self, place: _Place, number: str) -> set[str]:
        """The meetings of the board on an earlier day, or in a month."""
        held = self._reach.calendar(place.board)
        if number >= place.day.isoformat() and len(number) > len("2024-01"):
            return set()
        return {meeting for day, meeting in held if day.isoformat().startswith(number)}

    def _reports(self, place: _Place, number: str) -> set[str]:
        """The one report to an earlier meeting of the board in a month, or on a day."""
        return {
            report
            for meeting in self._meetings(place, number)
            if meeting != place.meeting
            for report in self._reach.there(meeting, t.OF_MEETING, "report")
        }

    def _actions(self, place: _Place, number: str) -> set[str]:
        """The actions that lists of the board give a number, each by its first telling."""
        found = set()
        for action in self._graph.saying(t.NUMBER, number):
            at = (
                self._reach.meetings_of(action) if self._reach.iris.kind(action) == "action" else ()
            )
            if place.board in self._reach.boards(list(at)).values():
                stated = self._graph.objects(action, t.STATED_IN)
                own = place.paragraph in stated
                first = next(iter(self._graph.objects(action, t.SAME_ACTION_AS)), action)
                found.add(place.paragraph if own else str(first))
        return found

    def _minutes(self, place: _Place, number: str) -> set[str]:
        """The minuted items of the board with a number, up to the day of the meeting."""
        written = {number, number.upper()}
        items = {one for form in written for one in self._graph.saying(t.ITEM_NUMBER, form)}
        held = {meeting for day, meeting in self._reach.calendar(place.board) if day <= place.day}
        return {one for one in items if held & set(self._reach.meetings_of(one))}

    def _numbered(self, kind: str, where: str) -> dict[str, set[str]]:
        """What bears a number or a letter at a meeting, or on an item, by it."""
        if (kind, where) not in self._numbers:
            found: dict[str, set[str]] = {}
            for iri, number in self._numbering()[kind](where):
                found.setdefault(number.casefold(), set()).add(iri)
            self._numbers[kind, where] = found
        return self._numbers[kind, where]

    def _numbering(self) -> Mapping[str, Callable[[str], Iterator[tuple[str, str]]]]:
        """What tells the numbers or letters of the things of a kind."""
        return {
            "item": self._item_numbers,
            "appendix": self._appendix_numbers,
            "heading": self._heading_numbers,
            "paragraph": self._paragraph_numbers,
            "recommendation": self._recommendation_numbers,
        }

    def _item_numbers(self, meeting: str) -> Iterator[tuple[str, str]]:
        items = self._reach.there(meeting, t.AT_MEETING, "item")
        for iri, told in self._graph.described(items, {t.ITEM_NUMBER}).items():
            yield from ((iri, str(number)) for number in told[t.ITEM_NUMBER])

    def _appendix_numbers(self, meeting: str) -> Iterator[tuple[str, str]]:
        """The items that carry an appendix; one whose titles name several leaves it open which."""
        items = self._reach.there(meeting, t.AT_MEETING, "item")
        for iri, told in self._graph.described(items, {t.TITLE}).items():
            found = [_TITLED.match(str(title)) for title in told[t.TITLE]]
            letters = {match["letter"].casefold() for match in found if match}
            for letter in sorted(letters):
                yield iri, letter
                if len(letters) > 1:
                    yield meeting, letter

    def _heading_numbers(self, document: str) -> Iterator[tuple[str, str]]:
        """The paragraphs of a paper that head an appendix."""
        inside = self._graph.subjects(t.IN_DOCUMENT, document)
        for iri, told in self._graph.described(inside, {t.TEXT}).items():
            text = str(told[t.TEXT][0])
            if len(text) <= _LONGEST_HEADING and (found := _TITLED.match(text)):
                yield iri, found["letter"]

    def _paragraph_numbers(self, item: str) -> Iterator[tuple[str, str]]:
        for report in self._reach.there(item, t.ON_ITEM, "report"):
            inside = self._graph.subjects(t.IN_REPORT, report)
            for iri, told in self._graph.described(inside, {t.NUMBER}).items():
                yield from ((iri, str(number)) for number in told[t.NUMBER])

    def _recommendation_numbers(self, item: str) -> Iterator[tuple[str, str]]:
        asked = self._reach.there(item, t.ON_ITEM, "recommendation")
        for iri, told in self._graph.described(asked, {t.NUMBER, t.KIND}).items():
            if "external" in told.get(t.KIND, ()):
                yield from ((iri, str(number)) for number in told.get(t.NUMBER, ()))
