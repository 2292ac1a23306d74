"""Matters and their steps: what happened to the resources that go by one title.

A matter begins with its first step; its title is that of the first, and what stands at the
place of the first is quoted. So one step more changes nothing else, unless it comes first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from kg import terms as t
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import paper_of
from kg.rdf.linking.drafting import Draft
from kg.rdf.linking.reach import BUSINESS, Reach, Said
from kg.rdf.linking.titles import MatterKey, Titles, plain_title
from kg.rdf.papers import PaperDays
from kg.tables.load import table

_TOLD = frozenset({t.TITLE, t.TEXT, t.ON_ITEM, t.ARISES_FROM, t.MADE_IN, t.STATED_IN})
_STATE = frozenset({t.ACTION_STATUS, t.UPDATE, t.STATED_IN})
_KINDS = {
    "item": "proposed",
    "report": "reported",
    "recommendation": "recommended",
    "decision": "decided",
    "action": "assigned",
}
"""The kind of step that a resource of each kind is."""
_ON = (t.ON_ITEM, t.MADE_IN, t.ARISES_FROM)
"""How business says of which item or report it is."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A resource that a history may pass through; ``heads`` are its items and reports."""

    iri: str
    words: str
    heads: tuple[str, ...]
    board: str
    day: date
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    """What happened to a resource on a day; ``place`` is its item, report, or itself."""

    day: date
    place: str
    concerned: str
    kind: str
    title: str
    board: str
    paragraphs: tuple[str, ...]


def follow_matters(draft: Draft, reach: Reach, followed: Collection[str]) -> None:
    """Bring the matters within reach up to date; ``followed`` are actions whose lives were."""
    titles = Titles(reach.graph)
    steps = _Steps(reach)
    owners = _with_business(reach, reach.of_kind(*BUSINESS) | set(followed))
    owners |= _named_anew(draft, reach, titles)
    owners |= {first for one in owners for first in reach.graph.objects(one, t.SAME_ACTION_AS)}
    held = _held(draft, owners)
    new = _by_matter(reach, titles, steps.of(owners))
    matters = _Matters(draft, reach, titles, steps)
    for matter in sorted(held.keys() | new.keys()):
        matters.renew(matter, new.get(matter), held.get(matter, set()))


def _with_business(reach: Reach, things: set[str]) -> set[str]:
    """Some resources, and the business of the items and reports among them."""
    heads = [one for one in things if reach.iris.kind(one) in ("item", "report")]
    on = {one for head in heads for relation in _ON for one in reach.graph.subjects(relation, head)}
    return things | {str(one) for one in on if reach.iris.kind(one) in BUSINESS}


def _named_anew(draft: Draft, reach: Reach, titles: Titles) -> set[str]:
    """What goes by titles that name a programme of which papers give another name now."""
    programmes = reach.of_kind("programme")
    if not programmes:
        return set()
    about = {matter for matter, *_ in draft.to(t.ABOUT, programmes)}
    found = {one for matter in about for one in _concerned(reach, matter)}
    for kind in (t.AGENDA_ITEM, t.REPORT):
        titled = reach.graph.described(reach.graph.subjects(t.TYPE, kind), {t.TITLE})
        found |= {
            iri
            for iri, told in titled.items()
            if any(titles.programme(str(title)) in programmes for title in told[t.TITLE])
        }
    return _with_business(reach, found)


def _concerned(reach: Reach, matter: str) -> set[str]:
    """What the steps of a matter concern."""
    steps = reach.graph.objects(matter, t.STEP_OF)
    return {str(one) for step in steps for one in reach.graph.objects(step, t.CONCERNS)}


def _held(draft: Draft, owners: Iterable[str]) -> dict[str, set[str]]:
    """By matter, the steps that concern the owners now."""
    found: dict[str, set[str]] = defaultdict(set)
    for step, *_ in draft.to(t.CONCERNS, owners):
        for matter, *_ in draft.to(t.STEP_OF, [step]):
            found[matter].add(step)
    return found


@dataclass(slots=True)
class _Part:
    """Steps of a matter, and the words that hold it together."""

    key: MatterKey
    steps: list[_Step]


def _by_matter(reach: Reach, titles: Titles, steps: Iterable[_Step]) -> dict[str, _Part]:
    found: dict[str, _Part] = {}
    for step in steps:
        for key in titles.keys(step.title, step.board):
            found.setdefault(reach.iris.matter(key.words), _Part(key, [])).steps.append(step)
    return found


@dataclass(frozen=True, slots=True)
class _Matters:
    """The matters of the graph of histories, to be renewed."""

    draft: Draft
    reach: Reach
    titles: Titles
    steps: "_Steps"

    def renew(self, matter: str, new: _Part | None, held: set[str]) -> None:
        """Put new steps of a matter in place of those held; of all, where it begins anew."""
        find, name = self.draft.graph.quads_in, self.draft.name
        began, gone, out = self._began(matter), [], Statements(name)
        if began is None or self._begins_anew(began, new, held):
            held = held | {end for *_, end in self.draft.from_([matter], t.STEP_OF)}
            new = self._all(matter, new, held)
            gone = find(name, matter)
            if new is not None:
                first = min(new.steps)
                began = _Beginning(first.day, first.place)
                self._state(out, matter, new.key, first)
        for step in held:
            gone += [*find(name, matter, t.STEP_OF, step), *find(name, step)]
        if new is not None and began is not None:
            for one in new.steps:
                self._state_step(out, matter, one, new.key, began.place)
        self.draft.graph.change_graph(name, gone, out)

    def _began(self, matter: str) -> "_Beginning | None":
        """The day and place at which a matter of the graph began."""
        places = self.draft.from_([matter], t.BEGAN_AT)
        day = self.reach.graph.values_of([matter], t.DATE).get(matter)
        for *_, place in places:
            if isinstance(day, date):
                return _Beginning(day, place)
        return None

    def _begins_anew(self, began: "_Beginning", new: _Part | None, held: set[str]) -> bool:
        """Whether a new step comes first, or a step held is of the beginning."""
        if new is not None:
            first = min(new.steps)
            if (first.day, first.place) < (began.day, began.place):
                return True
        days = self.reach.graph.values_of(held, t.DATE).values()
        return began.day in days

    def _all(self, matter: str, new: _Part | None, held: set[str]) -> _Part | None:
        """All steps of a matter, worked out anew."""
        concerned = {end for *_, end in self.draft.from_(held, t.CONCERNS)}
        concerned |= {step.concerned for step in new.steps} if new else set()
        steps = self.steps.of(sorted(concerned))
        return _by_matter(self.reach, self.titles, steps).get(matter)

    def _state(self, out: Statements, matter: str, key: MatterKey, first: _Step) -> None:
        out.a(matter, t.MATTER)
        titled = self.titles.named if key.programme else plain_title
        out.add(matter, t.TITLE, titled(first.title))
        out.add(matter, t.DATE, first.day)
        out.link(matter, t.BEGAN_AT, first.place)
        programme = self.titles.programme(first.title)
        out.link(matter, t.ABOUT, programme)
        wholes = [self.titles.of_programme(programme)] if programme else []
        told_first = self.steps.first_told(first.concerned)
        for step in self.steps.of([told_first]) if told_first else ():
            wholes += self.titles.keys(step.title, step.board)
        parts = {self.reach.iris.matter(whole.words) for whole in wholes} - {matter}
        out.link(matter, t.PART_OF, *(() if key.programme else sorted(parts)))

    def _state_step(
        self, out: Statements, matter: str, step: _Step, key: MatterKey, began_at: str
    ) -> None:
        """A step; at the place where the matter began it is quoted, elsewhere inferred."""
        joined = "same_programme" if key.programme else "same_title"
        rule = "same_item" if step.place == began_at else joined
        iri = out.a(self.reach.iris.step(matter, step.concerned, step.kind, step.day), t.STEP)
        out.link(matter, t.STEP_OF, iri)
        out.add(iri, t.DATE, step.day)
        out.add(iri, t.STEP_KIND, step.kind)
        out.link(iri, t.CONCERNS, step.concerned)
        out.add(iri, t.BASIS, "quoted" if rule == "same_item" else "inferred")
        out.add(iri, t.RULE, f"{rule.replace('_', '-')}/1")
        out.add(iri, t.CONFIDENCE, table("histories")["confidence"][rule])
        out.link(iri, t.STATED_IN, *step.paragraphs)


class _Beginning(NamedTuple):
    """The day and place of the first step of a matter."""

    day: date
    place: str


class _Steps:
    """The steps that papers tell of resources."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._graph = reach.graph
        self._days = PaperDays(reach.graph)
        self._heads: dict[str, _Thing | None] = {}

    def of(self, things: Iterable[str]) -> Iterator[_Step]:
        """Every step of some resources, with the title that they go by.

        The steps of an action told again are those of the action told first; only where the
        paper that tells it again names no item has it a matter of its own words.
        """
        placed = {}
        for iri in sorted(things):
            thing = self._thing(iri)
            if thing is not None and (not thing.heads or not self.first_told(iri)):
                placed[iri] = self._placed(thing)
        yield from placed.values()
        yield from self._progress({iri: step for iri, step in placed.items() if _is_action(step)})

    def first_told(self, iri: str) -> str | None:
        """The action told first, of one that is told again."""
        return next(iter(map(str, self._graph.objects(iri, t.SAME_ACTION_AS))), None)

    def _placed(self, thing: _Thing) -> _Step:
        head = next(filter(None, map(self._head, thing.heads)), thing)
        kind = _KINDS[self._reach.iris.kind(thing.iri)]
        told = "discussed" if kind == "proposed" and self._minuted(thing) else kind
        return _Step(thing.day, head.iri, thing.iri, told, head.words, head.board, thing.paragraphs)

    def _head(self, iri: str) -> _Thing | None:
        if iri not in self._heads:
            self._heads[iri] = self._thing(iri)
        return self._heads[iri]

    def _thing(self, iri: str) -> _Thing | None:
        """A resource as the papers tell of it, None where it has no words or no day."""
        told = self._graph.described([iri], _TOLD).get(iri, {})
        words = [str(one) for one in (*told.get(t.TITLE, ()), *told.get(t.TEXT, ()))]
        stated = tuple(str(one) for one in told.get(t.STATED_IN, ()))
        when = self._when(iri, stated)
        if not words or when is None:
            return None
        on = (*told.get(t.ON_ITEM, ()), *told.get(t.ARISES_FROM, ()), *told.get(t.MADE_IN, ()))
        kinds = self._reach.iris.kind
        heads = [str(one) for kind in ("item", "report") for one in on if kinds(str(one)) == kind]
        longest = min(words, key=lambda text: (-len(text), text))
        return _Thing(iri, longest, tuple(heads), when[1], when[0], stated)

    def _when(self, iri: str, stated: Collection[str]) -> tuple[date, str] | None:
        """The day and the board of the first meeting of a resource, else the day of its paper."""
        meetings = self._reach.meetings_of(iri)
        boards = self._reach.boards(meetings)
        held = [(day, boards.get(one, "")) for one in meetings if (day := self._reach.day(one))]
        if held:
            return min(held)
        papers = self._graph.values_of({paper_of(one) for one in stated}, t.DATE).values()
        days = [day for day in papers if isinstance(day, date)]
        return (min(days), "") if days else None

    def _minuted(self, item: _Thing) -> bool:
        """Whether minutes hold an item, or a decision on it is held."""
        if self._reach.there(item.iri, t.ON_ITEM, "decision"):
            return True
        papers = {paper_of(one) for one in item.paragraphs}
        return "minutes" in self._graph.values_of(papers, t.KIND).values()

    def _progress(self, assigned: dict[str, _Step]) -> Iterator[_Step]:
        """What later papers say of actions: each paper is a step that names its own day."""
        told: dict[tuple[str, date, str], set[str]] = defaultdict(set)
        for first, step in assigned.items():
            for one in (first, *map(str, self._graph.subjects(t.SAME_ACTION_AS, first))):
                for document, said in self._reach.told(one, _STATE):
                    day, kind = self._days.of(document), _progressed(said)
                    if day is not None and (kind == "completed" or (kind and day > step.day)):
                        told[first, day, kind] |= set(map(str, said.get(t.STATED_IN, ())))
        for (action, day, kind), paragraphs in sorted(told.items()):
            yield replace(
                assigned[action], day=day, kind=kind, paragraphs=tuple(sorted(paragraphs))
            )


def _progressed(said: Said) -> str:
    """The kind of step that a paper's telling of an action is, empty where it says no more."""
    if "complete" in said.get(t.ACTION_STATUS, ()):
        return "completed"
    return "progressed" if t.ACTION_STATUS in said or t.UPDATE in said else ""


def _is_action(step: _Step) -> bool:
    return step.kind == _KINDS["action"]
