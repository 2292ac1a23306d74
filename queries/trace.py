"""Trace: the history of a matter across meetings, from the graph and the text.

A passage is a step when its words name the matter, or when it stands where a
report or minute turns under a title that does. Each step says by which rule it
belongs, so that what is quoted (its own words name the matter) and what is
inferred stay apart.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from embeddings.library import Library
from kg.errors import NotFound
from kg.rdf.linking.action_kin import what_to_do
from kg.store.graph import Iri, KnowledgeGraph
from kg.tables.load import patterns, table
from queries.graphs.naming import given
from queries.graphs.place import Place
from queries.graphs.sources import text_of
from queries.graphs.terms import iri_list
from queries.search import Searcher
from queries.texts.excerpt import excerpt
from queries.tracing.clauses import FEW, clauses, of_whole
from queries.tracing.dating import PassageDays, Time, ToldDay, begun, done, settled, told
from queries.tracing.gaps import gaps
from queries.tracing.gathering import MOST, gathered, pool
from queries.tracing.history import History, Matter, Step
from queries.tracing.leads import lead_ins
from queries.tracing.linked import outcomes, tellings
from queries.tracing.moments import LONGEST, moments, of_the_matter
from queries.tracing.standing import LIKE, standing
from queries.tracing.steps import Belonging
from queries.tracing.subject import Subject, names
from queries.tracing.taken_for import taken_for
from queries.understanding.question import Question

_QUOTED = frozenset({"names-it", "by-its-number"})
"""The rules by which the words themselves name the matter."""
_AHEAD = frozenset({"proposed"})
"""Kinds that look ahead: the days they name are still to come."""
_DONE, _DECIDED = "completed", "decided"
_TITLE = 14
"""The most words of a title that people would give a matter."""
_LABEL = """
SELECT ?label ?owner WHERE {
  ?what dct:title|skos:prefLabel|foaf:name|mb:text ?label .
  OPTIONAL { ?what mb:assigneeAsWritten ?owner }
} ORDER BY ?label ?owner LIMIT 1
"""
_MATTERS = """
SELECT DISTINCT ?matter ?title {
  VALUES ?thing { %s }
  ?step mb:concerns ?thing .
  ?matter mb:step ?step ; a mb:Matter ; dct:title ?title
} ORDER BY ?matter
"""


def trace(
    library: Library, what: str, quoted_only: bool = False, as_of: date | None = None
) -> History:
    """The history of a matter given in words or as the IRI of a resource.

    :param quoted_only: leave out what is inferred.
    :param as_of: what the papers said on that day.
    :raises NotFound: if the graph holds no resource of that IRI, or no words of it.
    """
    named = given(library.graph, what)
    return history(Searcher(library), named, quoted_only, as_of, freely=True)


def history(
    searcher: Searcher,
    what: Iri | str,
    quoted_only: bool = False,
    as_of: date | None = None,
    freely: bool = False,
) -> History:
    """As `trace`, from a searcher that may serve many; what is no `Iri` is words.

    :param freely: take words that name nothing for what the nearest passages are on.
    """
    words = _words(searcher.graph, what)
    question = searcher.understand(words)
    days = PassageDays(searcher.graph)
    # the words of a resource may name any time
    time = Time.of(() if isinstance(what, Iri) else question.periods, as_of)
    subject, found = _sought(searcher, question, days, time)
    belong = [(subject, one) for one in found]
    if freely:
        belong += _taken_for(searcher, question, found, days, time)
        belong += _of_parts(searcher, subject, belong, days, time)
    led = lead_ins(searcher.graph, (one.piece.place.paragraph for _, one in belong))
    steps = (
        _step(of, part, days, searcher.library.added(one.piece.place.document), led)
        for of, one in belong
        for part in moments(of, of_the_matter(of, one), days.of(one.piece.place))
    )
    held = [step for step in steps if not quoted_only or step.basis == "quoted"]
    told = tellings(searcher.graph, what)
    ordered = sorted(_of_action(held, told) if told else held, key=_order)
    return History(
        _matter(searcher.graph, subject, words, ordered),
        standing(
            [step for step in ordered if step.concerns in told] or ordered,
            outcomes(searcher.graph, (step.concerns for step in ordered if step.concerns)),
        ),
        tuple(ordered),
        tuple(gaps(searcher.graph, ordered)),
    )


def _sought(
    searcher: Searcher, question: Question, days: PassageDays, time: Time
) -> tuple[Subject, list[Belonging]]:
    """What a question asks the history of, and the passages that are steps of it."""
    shared = pool(searcher, question)
    subject = Subject.of(question, (place.text for place in shared.values()))
    return subject, gathered(searcher, subject, shared, days, time)


def _taken_for(
    searcher: Searcher,
    question: Question,
    found: Sequence[Belonging],
    days: PassageDays,
    time: Time,
) -> list[tuple[Subject, Belonging]]:
    """The passages, without those found, of the matter that is meant by words which name none, each
    with that matter.
    """
    name = taken_for(searcher, question, found)
    if name is None:
        return []
    meant, theirs = _sought(searcher, searcher.understand(name), days, time)
    held = {(one.piece.place.paragraph, one.piece.start) for one in found}
    return [
        (meant, replace(one, rule="taken-for"))
        for one in theirs
        if (one.piece.place.paragraph, one.piece.start) not in held
    ]


def _of_parts(
    searcher: Searcher,
    whole: Subject,
    found: Sequence[tuple[Subject, Belonging]],
    days: PassageDays,
    time: Time,
) -> list[tuple[Subject, Belonging]]:
    """The passages, without those found, on parts of a matter that is put as a list, where few tell
    of the whole; each with its part.
    """
    parts = clauses(whole.question.text) if len(found) < FEW else []
    held = {(one.piece.place.paragraph, one.piece.start) for _, one in found}
    more: dict[tuple[str, int], tuple[Subject, Belonging]] = {}
    for part in parts:
        of, theirs = _sought(searcher, searcher.understand(part), days, time)
        for one in theirs:
            if of_whole(whole, one):
                key = (one.piece.place.paragraph, one.piece.start)
                more.setdefault(key, (of, replace(one, rule="of-a-part")))
    new = [told for key, told in more.items() if key not in held]
    return new[: MOST - len(found)]


def _of_action(steps: Sequence[Step], told: Collection[str]) -> list[Step]:
    """The steps of an action, without what is only like it: an owner has many actions."""
    return [step for step in steps if step.concerns in told or step.rule not in LIKE]


def _words(graph: KnowledgeGraph, what: Iri | str) -> str:
    """The words of a matter: those given, without the words of asking around them, or the label
    of the resource given; of an action what is to be done, since its owner has many.
    """
    if not isinstance(what, Iri):
        return _asked_of(what)
    rows = graph.select(_LABEL, what=what).rows
    if not rows:
        raise NotFound(f"{what} has no words that could be followed; name it in words")
    label, owner = rows[0]
    return what_to_do(str(label), text_of(owner)) or str(label)


def _asked_of(words: str) -> str:
    """What words ask the history of ("What became of the handbook?": "the handbook")."""
    said = words.strip(" ?")
    for pattern in patterns("trace", "asking"):
        said = pattern.sub("", said, 1).strip(" :,")
    return said or words


def _step(
    subject: Subject,
    one: Belonging,
    days: PassageDays,
    added: date | None,
    led: Mapping[str, str],
) -> Step:
    place, text = one.piece.place, one.piece.text
    paper = days.of(place)
    span = excerpt(text, lambda texts: [subject.share(text) for text in texts], LONGEST)
    start, end = one.piece.start + span.start, one.piece.start + span.end
    quote = place.text[start:end]
    when = _told(one, subject.best(quote), paper, led.get(place.paragraph))
    return Step(
        date=when.day if when else paper,
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
        added=added,
        time=when.words if when else days.words(place),
    )


def _told(one: Belonging, said: str, paper: date | None, led: str | None) -> ToldDay | None:
    """When a step tells of, by the sentence that speaks most of the matter, else by what leads in
    to it; a row of a table says how things stood on the day of its paper, and when what is
    complete was done.
    """
    if one.piece.row:
        return done(one.piece.text, paper) if one.kind == _DONE else None
    tells = begun if one.kind in _AHEAD else settled if _is_minuted(one) else told
    own = tells(said, paper)
    return own or (told(led, paper) if led else None)


def _is_minuted(one: Belonging) -> bool:
    """Whether a step states in minutes what the meeting decided."""
    return one.kind == _DECIDED and one.concerns is not None and one.piece.place.kind == "minutes"


def _label(place: Place) -> str:
    """Where a step stands, in a few words: item, report, heading or paper."""
    if place.item and place.item.title:
        return place.item.title
    if place.report and place.report.title:
        return place.report.title
    return place.last_heading or place.file


def _concerns(place: Place, one: Belonging) -> str | None:
    if one.concerns is not None:
        return one.concerns
    if place.item:
        return place.item.iri
    return place.report.iri if place.report else None


def _order(step: Step) -> tuple[date, int, str, int, str, int]:
    """By day, kind and place; the numbers of paragraphs are of growing length."""
    kind, place = table("trace")["order"]["kinds"].index(step.kind), step.paragraph
    return (step.date or date.max, kind, step.file, len(place), place, step.start)


def _matter(graph: KnowledgeGraph, subject: Subject, words: str, steps: Sequence[Step]) -> Matter:
    """The matter of the graph that steps are of and whose title is most like the words, or the
    words themselves, which are its title where its own is as long as a sentence.
    """
    concerned = sorted({step.concerns for step in steps if step.concerns})
    best = Matter(None, words)
    most = 0.0
    for iri, title in graph.select(_MATTERS % iri_list(concerned)).rows:
        share = subject.held(str(title)) + subject.covered(str(title))
        if share > most and names(subject, str(title)):
            long = len(str(title).split()) > _TITLE
            best, most = Matter(str(iri), words if long else str(title)), share
    return best
