"""What became of it: matters, their steps, and links across meetings.

Worked out anew from all documents, in time that grows with what they state: a
thing belongs to the matter that its title names, so nothing is compared with
everything. A matter keeps its IRI when papers are added, because the IRI is
made of the words that hold the matter together.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.rdf import terms as t
from kg.rdf.action_lives import same_actions
from kg.rdf.answers import answers, said
from kg.rdf.arising import arising
from kg.rdf.iris import Iris
from kg.rdf.links import Reason, add_meetings, link
from kg.rdf.papers import PaperDays
from kg.rdf.references import references
from kg.rdf.statements import Quad, Statements
from kg.rdf.titles import MatterKey, Titles
from kg.store.values import Iri, Value
from kg.tables.load import table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_THINGS = """
SELECT ?thing ?words ?item ?report ?board ?day WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?thing a ?type .
    { ?thing dct:title ?words } UNION { ?thing mb:text ?words }
    OPTIONAL { ?thing mb:onItem|mb:arisesFrom ?item . FILTER(CONTAINS(STR(?item), "/item/")) }
    OPTIONAL { ?thing mb:madeIn|mb:arisesFrom ?report . ?report a mb:Report }
    OPTIONAL {
      ?thing mb:ofMeeting|mb:atMeeting|mb:decidedAt|mb:arisesFrom ?meeting .
      ?meeting mb:heldBy ?board ; dct:date ?held
    }
    OPTIONAL { ?document dct:date ?dated }
    BIND(COALESCE(?held, ?dated) AS ?day)
  }
  FILTER NOT EXISTS { ?thing mb:mergedInto?/mb:withheldBy ?ruling }
}
"""
_ACTIONS = """
SELECT ?thing ?document ?status ?update ?paragraph WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?thing a mb:Action ; mb:statedIn ?paragraph .
    OPTIONAL { ?thing mb:actionStatus ?status }
    OPTIONAL { ?thing mb:update ?update }
  }
}
"""
_STATED_IN = "SELECT ?thing ?paragraph WHERE { ?thing a ?type ; mb:statedIn ?paragraph }"
_MINUTED = """
SELECT DISTINCT ?item WHERE {
  { ?decision a mb:Decision ; mb:onItem ?item }
  UNION { GRAPH ?document { ?document mb:kind "minutes" . ?item a mb:AgendaItem } }
}
"""
_KINDS = {
    t.AGENDA_ITEM: "proposed",
    t.REPORT: "reported",
    t.RECOMMENDATION: "recommended",
    t.DECISION: "decided",
    t.ACTION: "assigned",
}
"""The kind of step that a resource of each class is."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A resource that a history may pass through; ``item`` and ``report`` may be empty."""

    iri: str
    words: str
    item: str
    report: str
    board: str
    day: date


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


def quads(graph: "KnowledgeGraph", iris: Iris) -> Iterator[Quad]:
    """The quads of the graph of histories, from all documents and the graph of identity."""
    out = Statements(iris.graph("histories"))
    add_meetings(out, graph, iris)
    days = PaperDays(graph)
    same = list(same_actions(graph, days))
    lives = {one.later: one.first for one in same}
    for one in same:
        link(out, iris, (one.later, t.SAME_ACTION_AS, one.first), one.reason)
    _add_answers(out, graph, iris, lives)
    for named in references(graph):
        reason = Reason(named.rule, 1.0, "quoted")
        said_in = link(out, iris, (named.paragraph, t.REFERS_TO, named.target), reason)
        out.link(said_in, t.STATED_IN, named.paragraph)
        out.add(said_in, t.QUOTE, named.quote)
    titles = Titles(graph)
    matters: dict[MatterKey, list[_Step]] = defaultdict(list)
    for step in _steps(graph, days, lives):
        key = titles.key(step.title, step.board)
        if key is not None:
            matters[key].append(step)
    for key in sorted(matters):
        _matter(out, iris, key, sorted(matters[key]))
    return iter(out)


def _add_answers(
    out: Statements, graph: "KnowledgeGraph", iris: Iris, lives: Mapping[str, str]
) -> None:
    """Decisions on what was asked, and the actions that arise from them."""
    decisions = said(graph, t.DECISION)
    found = list(answers(said(graph, t.RECOMMENDATION), decisions))
    for one in found:
        link(out, iris, (one.decision.iri, t.DECIDES_ON, one.asked.iri), one.reason)
    for arisen in arising(graph, decisions, found, lives):
        link(out, iris, (arisen.action, t.ARISES_FROM, arisen.origin.iri), arisen.reason)


def _matter(out: Statements, iris: Iris, key: MatterKey, steps: list[_Step]) -> None:
    """A matter with its steps; those at the place where it began are quoted, others inferred."""
    matter = out.a(iris.matter(key.words), t.MATTER)
    out.add(matter, t.TITLE, steps[0].title)
    out.link(matter, t.ABOUT, key.programme or None)
    joined = "same_programme" if key.programme else "same_title"
    for step in steps:
        rule = "same_item" if step.place == steps[0].place else joined
        iri = out.a(iris.step(matter, step.concerned, step.kind, step.day), t.STEP)
        out.link(matter, t.STEP_OF, iri)
        out.add(iri, t.DATE, step.day)
        out.add(iri, t.STEP_KIND, step.kind)
        out.link(iri, t.CONCERNS, step.concerned)
        out.add(iri, t.BASIS, "quoted" if rule == "same_item" else "inferred")
        out.add(iri, t.RULE, f"{rule.replace('_', '-')}/1")
        out.add(iri, t.CONFIDENCE, table("histories")["confidence"][rule])
        out.link(iri, t.STATED_IN, *step.paragraphs)


def _steps(
    graph: "KnowledgeGraph", days: PaperDays, first_told: Mapping[str, str]
) -> Iterator[_Step]:
    """Every step that the documents tell of, with the title it goes by.

    An action told again is a step of the action ``first_told``.
    """
    things = {kind: _things(graph, kind) for kind in _KINDS}
    titles = {thing.iri: thing for kind in (t.AGENDA_ITEM, t.REPORT) for thing in things[kind]}
    minuted = {str(item) for (item,) in graph.select(_MINUTED).rows}
    placed: dict[str, _Step] = {}
    for kind, found in things.items():
        paragraphs = _stated_in(graph, kind)
        for thing in found:
            if thing.iri in first_told:
                continue
            head = titles.get(thing.item) or titles.get(thing.report) or thing
            told = "discussed" if thing.iri in minuted else _KINDS[kind]
            step = _Step(
                thing.day, head.iri, thing.iri, told, head.words, head.board, paragraphs[thing.iri]
            )
            placed[thing.iri] = step
            yield step
    yield from _progress(graph, days, placed, first_told)


def _things(graph: "KnowledgeGraph", kind: str) -> list[_Thing]:
    """The resources of a class, each once, by IRI; those of no known day are left out."""
    things: dict[str, _Thing] = {}
    for row in sorted(graph.select(_THINGS, type=Iri(kind)).rows, key=_as_text):
        *words, day = row
        if isinstance(day, date):
            iri, text, item, report, board = ("" if w is None else str(w) for w in words)
            thing = _Thing(iri, text, item, report, board, day)
            things[thing.iri] = _fuller(things.get(thing.iri), thing)
    return list(things.values())


def _fuller(held: _Thing | None, new: _Thing) -> _Thing:
    """The one of two readings that says most: the earlier day, then the longer words."""
    if held is None:
        return new
    return min(held, new, key=lambda thing: (thing.day, not thing.item, -len(thing.words)))


def _stated_in(graph: "KnowledgeGraph", kind: str) -> dict[str, tuple[str, ...]]:
    stated: dict[str, list[str]] = defaultdict(list)
    for thing, paragraph in graph.select(_STATED_IN, type=Iri(kind)).rows:
        stated[str(thing)].append(str(paragraph))
    return defaultdict(tuple, {thing: tuple(sorted(stated[thing])) for thing in stated})


def _progress(
    graph: "KnowledgeGraph",
    days: PaperDays,
    assigned: dict[str, _Step],
    first_told: Mapping[str, str],
) -> Iterator[_Step]:
    """What later papers say of actions: each paper is a step that names its own day."""
    told: dict[tuple[str, date, str], list[str]] = defaultdict(list)
    for thing, document, status, update, paragraph in graph.select(_ACTIONS).rows:
        first, day = assigned.get(first_told.get(str(thing), str(thing))), days.of(str(document))
        if first is None or day is None:
            continue
        if status == "complete":
            told[first.concerned, day, "completed"].append(str(paragraph))
        elif day > first.day and (status or update):
            told[first.concerned, day, "progressed"].append(str(paragraph))
    for (action, day, kind), paragraphs in sorted(told.items()):
        stated = tuple(sorted(set(paragraphs)))
        yield replace(assigned[action], day=day, kind=kind, paragraphs=stated)


def _as_text(row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(map(str, row))
