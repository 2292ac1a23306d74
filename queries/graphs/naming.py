"""What words name: one way for every command that is given a name or an IRI.

An IRI is the resource itself, or the one that the library shows in its place; it is never
taken for another by likeness. Words are compared with the names of things of some classes:
but for case; as the day of a meeting; without regard to accents and signs; and then as
loosely as whoever asks allows. Where things of several classes fit, those of the first
class given are meant.

Two ask for more: corrections, which are about names as papers write them (`as_written`),
and removing, which guesses nothing (`documents`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from rapidfuzz import fuzz, process, utils

from kg import terms as t
from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.graphs.terms import iri_list, is_iri, local_name
from queries.texts.wording import plain_name, stopwords, tokens
from queries.understanding.periods import Period, long_date, periods_in

SHOWN = (
    t.MEETING, t.PERSON_CLASS, t.BOARD, t.COUNCIL, t.ORGANISATION, t.PROGRAMME, t.DOCUMENT,
    t.REPORT, t.MATTER,
)  # fmt: skip
"""The classes of what may be shown by name, the first meant before the others."""
JOINED = (
    t.PERSON_CLASS, t.BOARD, t.ORGANISATION, t.COUNCIL, t.PROGRAMME, t.MATTER, t.MEETING,
    t.AGENDA_ITEM, t.REPORT,
)  # fmt: skip
"""The classes of what may be an end of a way, the first meant before the others."""

_LIKE = 85.0
_CLEARLY_BETTER = 4.0
_MOST_LISTED = 6
_MONTH = 31

_NAMES = """
SELECT DISTINCT ?iri ?label ?type {
  VALUES ?type { %s }
  ?iri a ?type ; foaf:name|skos:prefLabel|skos:altLabel|mb:fileName|dct:title ?label .
  FILTER NOT EXISTS { ?iri dct:isPartOf ?whole }
}
ORDER BY ?iri ?label ?type
"""
_MEETINGS = """
SELECT DISTINCT ?iri ?date ?board {
  ?iri a mb:Meeting ; dct:date ?date ; mb:heldBy/skos:prefLabel ?board
}
ORDER BY ?date ?board ?iri
"""
_FILES = "SELECT ?iri ?file { ?iri a mb:Document ; mb:fileName ?file }"
_FILE = "ASK { ?document mb:fileName ?file }"
_TYPES = "SELECT DISTINCT ?type { ?this a ?type } ORDER BY ?type"
_SHOWN = "ASK { ?this ?property ?value FILTER(?property != mb:mergedInto) }"
_WITHHELD = """
SELECT ?by ?on ?because {
  ?this mb:withheldBy ?ruling . ?ruling mb:curatedBy ?by ; dct:date ?on ; mb:because ?because
}
"""
_STATED = "ASK { GRAPH ?graph { ?this ?property ?value } }"
_WRITTEN = """
SELECT DISTINCT ?iri WHERE {
  GRAPH ?document { ?document a mb:Document . ?iri skos:altLabel ?form }
  FILTER(LCASE(STR(?form)) = LCASE(?words))
  FILTER NOT EXISTS { GRAPH ?document { ?iri a skos:Concept } }
}
"""
_CALLED = """
SELECT DISTINCT ?iri WHERE {
  ?iri foaf:name|skos:prefLabel|dct:title|mb:fileName ?name
  FILTER(LCASE(STR(?name)) = LCASE(?words))
}
"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a resource bears, and the resource's class."""

    iri: Iri
    label: str
    kind: str


Loosely: TypeAlias = Callable[[str, Sequence[Name]], list[Name]]
"""Which names fit words that none of them has to the letter."""


def resolve(
    graph: KnowledgeGraph,
    what: str,
    classes: Sequence[str] = SHOWN,
    loosely: Loosely | None = None,
) -> Iri:
    """The resource of an IRI, or the one of some classes that words name.

    :raises NotFound: nothing fits, several things do, or it was ruled wrong; the message says so.
    """
    words = _in_one_line(what)
    if _is_iri(graph, words):
        return held(graph, Iri(words))
    return _only(words, _named(graph, words, classes, loosely))


def of_class(graph: KnowledgeGraph, what: str, wanted: str) -> Iri:
    """The resource of one class that an IRI is of, or that words name, be it by likeness.

    :raises NotFound: as `resolve`, or it is of another class; the message says of which.
    """
    words = _in_one_line(what)
    if _is_iri(graph, words):
        return _of_that_class(graph, held(graph, Iri(words)), wanted)
    found = _named(graph, words, (wanted,), alike)
    others = [] if found else _named(graph, words, SHOWN, alike)
    if others:
        kind = _word(wanted)
        raise NotFound(
            f"no {kind} in the library is called {words!r}, but "
            f"{_listed(f'the {_word(one.kind)} {one.label}' for one in others)}; name a {kind}"
        )
    return _only(words, found)


def given(graph: KnowledgeGraph, what: str) -> Iri | str:
    """The resource, where ``what`` is an IRI, else the words as they are.

    :raises NotFound: the library shows nothing under the IRI.
    """
    words = _in_one_line(what)
    return held(graph, Iri(words)) if is_iri(words) else what


def held(graph: KnowledgeGraph, iri: Iri) -> Iri:
    """The IRI itself, or that of the resource which the library shows in its place.

    :raises NotFound: it was ruled wrong, stands for several, or nothing is said of it.
    """
    for by, on, because in graph.select(_WITHHELD, this=iri).rows:
        raise NotFound(f"{iri} was ruled wrong by {by} on {on}: {because}; see curate list")
    if graph.ask(_SHOWN, this=iri):
        return iri
    wholes = sorted(graph.wholes_of(iri))
    if len(wholes) > 1:
        raise _several(iri, wholes)
    if not wholes:
        raise NotFound(f"the library holds nothing with the IRI {iri}; name it in words")
    return held(graph, Iri(wholes[0]))


def forms_of(graph: KnowledgeGraph, iri: Iri) -> tuple[Iri, ...]:
    """The IRIs under which documents know a resource, its own first."""
    return (iri, *map(Iri, sorted(graph.shown_as(iri))))


def as_written(graph: KnowledgeGraph, what: str) -> Iri:
    """What papers know under an IRI, or under an exact name in any case.

    The IRI is the papers' own, whatever the library shows in its place, so that one name may
    be parted from another with which it was joined, and what was ruled wrong is still there.

    :raises NotFound: nothing is called so, or several things are.
    """
    words = _in_one_line(what)
    if _is_iri(graph, words):
        if not graph.ask(_STATED, this=Iri(words)):
            raise NotFound(f"the library holds nothing with the IRI {words}; name it in words")
        return Iri(words)
    for query in (_WRITTEN, _CALLED):
        found = sorted({Iri(iri) for (iri,) in graph.select(query, words=words).rows})
        if len(found) > 1:
            raise _several(words, found)
        if found:
            return found[0]
    raise NotFound(
        f"nothing is called {words!r}; give the exact name, or the IRI (minutebook show)"
    )


def documents(graph: KnowledgeGraph, wanted: Iterable[str]) -> list[Iri]:
    """The documents that file names or IRIs name to the letter.

    :raises NotFound: nothing bears a name, or several documents do.
    """
    rows = [(Iri(iri), file) for iri, file in graph.select(_FILES).rows]
    found = []
    for name in wanted:
        iris = sorted({iri for iri, file in rows if name in (iri, file)})
        if not iris:
            raise NotFound(f"the library holds no document {name!r}; give a file name or an IRI")
        if len(iris) > 1:
            raise _several(name, iris)
        found += iris
    return found


def alike(words: str, names: Sequence[Name]) -> list[Name]:
    """The names most like the words: of one resource if it is clearly the best.

    Days and addresses are like no others: a figure more is another thing.
    """
    if "://" in words or _is_day(words):
        return []
    scored = process.extract(
        words,
        [name.label for name in names],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_LIKE,
        limit=None,
    )
    best: dict[Iri, tuple[float, Name]] = {}
    for _, score, position in scored:
        best.setdefault(names[position].iri, (score, names[position]))
    ranked = sorted(best.values(), key=lambda entry: (-entry[0], entry[1].iri))
    return [name for score, name in ranked if score > ranked[0][0] - _CLEARLY_BETTER]


def with_all_words(words: str, names: Sequence[Name]) -> list[Name]:
    """The names that have all the words, written plainly, in any order."""
    wanted = set(plain_name(words).split())
    return [name for name in names if wanted <= set(plain_name(name.label).split())]


def _in_one_line(what: str) -> str:
    return " ".join(what.split())


def _is_iri(graph: KnowledgeGraph, words: str) -> bool:
    """Whether words are an IRI, and not the name of a file that is written like one."""
    return is_iri(words) and not graph.ask(_FILE, file=words)


def _of_that_class(graph: KnowledgeGraph, iri: Iri, wanted: str) -> Iri:
    kinds = [str(kind) for (kind,) in graph.select(_TYPES, this=iri).rows]
    if wanted not in kinds:
        kind, told = _word(wanted), ", ".join(map(local_name, kinds)) or "nothing told"
        raise NotFound(f"{iri} is no {kind} (its class: {told}); name a {kind}")
    return iri


def _named(
    graph: KnowledgeGraph, words: str, classes: Sequence[str], loosely: Loosely | None
) -> list[Name]:
    """The names that words fit best, of the first class that has any."""
    rows = graph.select(_NAMES % iri_list(classes)).rows
    names = [Name(Iri(iri), str(label), str(kind)) for iri, label, kind in rows]
    found = _equal(words, names, str.casefold)
    if not found and t.MEETING in classes:
        found = _meetings_on(graph, words)
    found = found or _equal(words, names, plain_name)
    if not found and loosely:
        found = loosely(words, names)
    first = min((classes.index(name.kind) for name in found), default=0)
    return [name for name in found if name.kind == classes[first]]


def _equal(words: str, names: Sequence[Name], form: Callable[[str], str]) -> list[Name]:
    """The names that are the words in some form."""
    wanted = form(words)
    return [name for name in names if form(name.label) == wanted]


def _meetings_on(graph: KnowledgeGraph, words: str) -> list[Name]:
    """The meetings on the day, or in the month, that the words name, by board where said."""
    period, told = _day_in(words)
    if period is None:
        return []
    return [
        Name(Iri(iri), f"{board}, {long_date(day)}", t.MEETING)
        for iri, day, board in graph.select(_MEETINGS).rows
        if isinstance(day, date)
        and period.holds(day)
        and (not told or fuzz.token_set_ratio(told, str(board).casefold()) >= _LIKE)
    ]


def _day_in(words: str) -> tuple[Period | None, str]:
    """The one day or month that words name, and what else they say."""
    periods = periods_in(words)
    if len(periods) != 1 or (periods[0].days or _MONTH + 1) > _MONTH:
        return None, words
    period = periods[0]
    rest = (words[: period.begin] + words[period.end :]).casefold()
    told = [word for word, _, _ in tokens(rest) if word not in stopwords() | {"meeting"}]
    return period, " ".join(told)


def _is_day(words: str) -> bool:
    """Whether words are a day or a month and nothing else."""
    period, told = _day_in(words)
    return period is not None and not told


def _only(words: str, found: Iterable[Name]) -> Iri:
    """The one resource that names are of."""
    labels: dict[Iri, str] = {}
    for name in found:
        labels.setdefault(name.iri, name.label)
    if len(labels) == 1:
        return next(iter(labels))
    if labels:
        raise _several(words, [f"{label} <{iri}>" for iri, label in labels.items()])
    if _is_day(words):
        raise NotFound(
            f"no paper in the library tells of a meeting on {words!r}; see meetings-held"
        )
    raise NotFound(f"nothing in the library is called {words!r}; try search")


def _several(words: str, candidates: Sequence[str]) -> NotFound:
    return NotFound(f"{words!r} may mean several things, name one: {_listed(candidates)}")


def _listed(candidates: Iterable[str]) -> str:
    some = list(dict.fromkeys(candidates))
    return "; ".join(some[:_MOST_LISTED]) + ("; ..." if len(some) > _MOST_LISTED else "")


def _word(kind: str) -> str:
    """A class in words: "Person" is "person"."""
    return local_name(kind).lower()
