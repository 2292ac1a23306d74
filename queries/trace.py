"""Trace: the history of a matter across meetings, from the graph and the text.

A passage is a step when its words name the matter, or when it stands where a
report or minute turns under a title that does. Each step says by which rule it
belongs, so that what is quoted and what is inferred stay apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from embeddings.library import Library
from embeddings.passages import PASSED_OVER
from kg.errors import NotFound
from kg.store.graph import Iri, KnowledgeGraph
from kg.structure.sentences import sentences
from kg.tables.load import table
from queries.evidence import evidence
from queries.excerpt import excerpt
from queries.place import Place, facts_stated, places
from queries.question import Question
from queries.repeats import without_repeats
from queries.search import Searcher
from queries.statements import statements
from queries.tracing.dating import begun_day, paper_days, tells_of_past, told_day
from queries.tracing.gaps import gaps
from queries.tracing.history import History, Matter, Step
from queries.tracing.linked import linked
from queries.tracing.steps import (
    Belonging,
    belonging,
    beside,
    joined,
    openings,
    paragraphs_of_actions,
    paragraphs_under,
    pieces,
)
from queries.tracing.subject import RELATED, TITLED, Subject, names

_QUOTED = frozenset({"names-it", "under-its-title"})
"""The rules by which the words themselves name the matter."""
_AHEAD = frozenset({"proposed"})
"""Kinds that look ahead: the days they name are still to come."""
MOST = 40
"""The most steps a history has."""
WIDE = 200
"""How many passages words and facts each propose."""
_LABEL = "SELECT ?label WHERE { ?what dct:title|skos:prefLabel|foaf:name|mb:text ?label } LIMIT 1"
_MATTERS = "SELECT ?matter ?title WHERE { ?matter a mb:Matter ; dct:title ?title } ORDER BY ?matter"


def trace(
    library: Library, what: str, quoted_only: bool = False, as_of: date | None = None
) -> History:
    """The history of a matter given in words or as the IRI of a resource.

    :param quoted_only: leave out what is inferred.
    :param as_of: what the papers said on that day.
    :raises NotFound: if the graph holds no resource of that IRI.
    """
    return history(Searcher(library), what, quoted_only, as_of)


def history(
    searcher: Searcher, what: str, quoted_only: bool = False, as_of: date | None = None
) -> History:
    """As `trace`, from a searcher that may serve many."""
    words = _words(searcher.graph, what)
    question = searcher.understand(words)
    pool = _pool(searcher, question)
    subject = Subject(question, (place.text for place in pool.values()))
    belong = _belonging(searcher.graph, subject, pool)
    days = paper_days(searcher.graph, [one.piece.place for one in belong])
    steps = [
        replace(
            _step(subject, one, days.get(one.piece.place.paragraph)),
            added=searcher.library.added(one.piece.place.document),
        )
        for one in belong
    ]
    held = [
        step
        for step in steps
        if (not quoted_only or step.basis == "quoted")
        and (as_of is None or days.get(step.paragraph, date.min) <= as_of)
    ]
    ordered = sorted(held, key=_order)
    return History(
        _matter(searcher.graph, subject, words),
        _status(ordered),
        tuple(ordered),
        tuple(gaps(searcher.graph, ordered, days)),
    )


def _words(graph: KnowledgeGraph, what: str) -> str:
    """The words of a matter: those given, or the label of the resource given."""
    if "://" not in what:
        return what
    rows = graph.select(_LABEL, what=Iri(what)).rows
    if not rows:
        raise NotFound(f"the library holds nothing called {what}; search for it in words")
    return str(rows[0][0])


def _pool(searcher: Searcher, question: Question) -> dict[str, Place]:
    """The paragraphs that share words with a matter, and those that state facts of it."""
    keywords = searcher.library.keywords.search(question.keywords, WIDE)
    stating = evidence(searcher.library.facts, question)[:WIDE]
    found = dict.fromkeys([*(hit.id for hit in keywords), *stating])
    held = places(searcher.graph, found)
    return {iri: place for iri, place in held.items() if place.form not in PASSED_OVER}


def _belonging(
    graph: KnowledgeGraph, subject: Subject, pool: Mapping[str, Place]
) -> list[Belonging]:
    """The passages that are steps of the matter, the surest first, at most ``MOST``."""
    told = statements(graph, "Report") + statements(graph, "AgendaItem")
    titled = sorted({one.iri for one in told if names(subject, one.words)})
    under = paragraphs_under(graph, titled)
    held = {**pool, **places(graph, [one for one in under if one not in pool])}
    facts = facts_stated(graph, held)
    turns = _turning(graph, subject, held, [one for one in under if one in held])
    parts = [piece for iri, place in held.items() for piece in pieces(place, facts.get(iri, ()))]
    found = [belonging(subject, piece, turns.get(piece.place.paragraph)) for piece in parts]
    named = [one for one in found if one is not None]
    found += _beside(graph, subject, named)
    found += _linked(graph, subject, named)
    sure: Mapping[str, float] = table("trace")["confidence"]
    kept = sorted(
        {
            (one.piece.place.paragraph, one.piece.start): one for one in reversed(found) if one
        }.values(),
        key=lambda one: (-sure[one.rule] - one.share, one.piece.place.paragraph, one.piece.start),
    )
    apart = without_repeats(kept, lambda one: one.piece.text, lambda one: one.piece.place.document)
    return [one for one, _ in zip(apart, range(MOST), strict=False)]


def _beside(graph: KnowledgeGraph, subject: Subject, named: Sequence[Belonging]) -> list[Belonging]:
    """What stands on the same items as the steps that decide or recommend, where the titles
    of those items share a good part of the matter's words; and what became of their actions.
    """
    things = {
        thing.iri
        for one in named
        if one.rule == "names-it" and one.concerns
        for thing in (one.piece.place.item, one.piece.place.report)
        if thing is not None and subject.held(thing.title or "") >= RELATED
    }
    under = paragraphs_under(graph, sorted(things))
    actions = paragraphs_of_actions(graph, sorted(things))
    logged = {one: some for one, some in actions.items() if one not in under}
    held = places(graph, dict.fromkeys([*under, *logged]))
    facts = facts_stated(graph, held)
    first = openings(held.values())
    found = (
        beside(subject, piece, iri in first, logged.get(iri, frozenset()))
        for iri, place in held.items()
        for piece in pieces(place, facts.get(iri, ()))
    )
    return [one for one in found if one is not None]


def _linked(graph: KnowledgeGraph, subject: Subject, named: Sequence[Belonging]) -> list[Belonging]:
    """What states the decisions, actions and later tellings that links join to what is named."""
    joining = linked(
        graph, (one.concerns for one in named if one.rule == "names-it" and one.concerns)
    )
    held = places(graph, joining)
    facts = facts_stated(graph, held)
    found = (
        joined(subject, piece, joining[iri])
        for iri, place in held.items()
        for piece in pieces(place, facts.get(iri, ()))
    )
    return [one for one in found if one is not None]


def _turning(
    graph: KnowledgeGraph, subject: Subject, held: Mapping[str, Place], under: Sequence[str]
) -> dict[str, bool]:
    """For what stands under a title that names the matter, whether it is more than a detail."""
    first = openings(held[one] for one in under)
    days = paper_days(graph, list(held.values()))
    turns = {one: one in first or tells_of_past(held[one], days.get(one)) for one in under}
    for iri, place in held.items():
        heading = (place.heading or "").split(" › ")[-1]
        if iri not in turns and subject.held(heading) >= TITLED:
            turns[iri] = True
    return turns


def _step(subject: Subject, one: Belonging, paper: date | None) -> Step:
    place, text = one.piece.place, one.piece.text
    span = excerpt(text, lambda texts: [subject.share(text) for text in texts])
    start, end = one.piece.start + span.start, one.piece.start + span.end
    quote = place.text[start:end]
    said = _best(subject, quote)
    told = begun_day(said, paper) if one.kind in _AHEAD else told_day(said, paper)
    return Step(
        date=(None if one.piece.row else told) or paper,
        kind=one.kind,
        label=_label(place),
        concerns=_concerns(place, one),
        file=place.file,
        page=place.page,
        paragraph=place.paragraph,
        quote=quote,
        start=start,
        end=end,
        basis="quoted" if one.rule in _QUOTED else "inferred",
        rule=f"{one.rule}/1",
        confidence=float(table("trace")["confidence"][one.rule]),
        recorded=paper,
    )


def _best(subject: Subject, quote: str) -> str:
    """The sentence of a quote that speaks most of the matter, the first of several."""
    said = [quote[span.start : span.end] for span in sentences(quote)]
    return max(said, key=subject.held, default=quote)


def _label(place: Place) -> str:
    """Where a step stands, in a few words: item, report, heading or paper."""
    if place.item and place.item.title:
        return place.item.title
    if place.report and place.report.title:
        return place.report.title
    return (place.heading or place.file).split(" › ")[-1]


def _concerns(place: Place, one: Belonging) -> str | None:
    if one.concerns is not None:
        return one.concerns
    if place.item:
        return place.item.iri
    return place.report.iri if place.report else None


def _order(step: Step) -> tuple[date, int, str, str]:
    kinds = table("trace")["order"]["kinds"]
    return (step.date or date.max, kinds.index(step.kind), step.file, step.paragraph)


def _matter(graph: KnowledgeGraph, subject: Subject, words: str) -> Matter:
    """The matter of the graph whose title holds most of the words, or the words themselves."""
    best = Matter(None, words)
    most = 0.0
    for iri, title in graph.select(_MATTERS).rows:
        share = max(subject.held(str(title)), subject.covered(str(title)))
        if names(subject, str(title)) and share > most:
            best, most = Matter(str(iri), str(title)), share
    return best


_ENDS = ("completed", "published")
_REOPENS = ("proposed", "recommended", "decided", "assigned")


def _status(steps: Sequence[Step]) -> str:
    """Where the matter stands: what its last dated step says.

    What is complete or published stays so, unless something new is asked or decided.
    """
    dated = [step for step in steps if step.date is not None]
    if not dated:
        return "The papers tell no step of this matter."
    ended = [at for at, step in enumerate(dated) if step.kind in _ENDS]
    reopened = ended and any(step.kind in _REOPENS for step in dated[ended[-1] :])
    last = dated[ended[-1]] if ended and not reopened else dated[-1]
    day = f"{last.date.day} {last.date:%B %Y}" if last.date else ""
    return f"{table('trace')['status'][last.kind]} ({day})"
