"""Corrections by people: told in words, checked against the graph, kept as rulings.

What is told names things by IRI, or by a name as the papers write it. Everything is
checked before anything is kept, by whichever way it was told (`checked`), so that a
correction that is kept can hold.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.errors import CurationError, NotFound
from kg.rdf.rulings import CORRECT, DIFFERENT, SAME, WRONG, RuledValue, Ruling
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, to_term
from queries.graphs.naming import as_written
from queries.graphs.properties import Property, property_named, property_with, value_of
from queries.graphs.terms import local_name

_CLASSES = """
SELECT DISTINCT ?class WHERE {
  GRAPH ?document { { ?this a ?class } UNION { ?this mb:mergedInto/a ?class } }
}
"""
_SPOKEN_OF = """
ASK {
  { ?this mb:mergedInto ?whole } UNION { ?link rdf:object ?this ; mb:within ?some } UNION {
    GRAPH ?document { ?document a mb:Document . { ?this ?p ?v } UNION { ?one ?q ?this } }
  }
}
"""
_TOLD = "SELECT ?value { ?this ?property ?value }"


@dataclass(frozen=True, slots=True)
class Signed:
    """Who makes a correction, why, and on which day."""

    by: str
    because: str
    on: date

    def ruling(
        self,
        verdict: str,
        subject: str,
        term: str | None = None,
        value: RuledValue | None = None,
    ) -> Ruling:
        """A ruling that is signed so."""
        return Ruling(verdict, subject, self.because, self.by, self.on, term, value)


def same(graph: KnowledgeGraph, one: str, other: str, signed: Signed) -> Ruling:
    """The ruling that two names are of one thing.

    :raises NotFound: nothing is called so, or several things are.
    :raises CurationError: they are one already, or of different classes.
    """
    return _pair(graph, SAME, one, other, signed)


def different(graph: KnowledgeGraph, one: str, other: str, signed: Signed) -> Ruling:
    """The ruling that two names are of two things.

    :raises NotFound: nothing is called so, or several things are.
    :raises CurationError: they are one name.
    """
    return _pair(graph, DIFFERENT, one, other, signed)


def wrong(graph: KnowledgeGraph, fact: str, term: str | None, signed: Signed) -> Ruling:
    """The ruling that a fact, or one property of it, is wrong and is not to be told.

    :raises NotFound: there is no such fact, or it has no such property.
    """
    iri = as_written(graph, fact)
    if term is None:
        return checked(graph, signed.ruling(WRONG, iri))
    named = property_named(term, _classes(graph, iri))
    if not graph.select(_TOLD, this=iri, property=Iri(named.iri)).rows:
        raise NotFound(f"nothing is told of {named.name!r} of {iri}; see minutebook show")
    return checked(graph, signed.ruling(WRONG, iri, named.iri))


def correct(graph: KnowledgeGraph, fact: str, term: str, value: str, signed: Signed) -> Ruling:
    """The ruling that a property of a fact has a value, whatever was read.

    :raises NotFound: there is no such fact, property, or thing as the value names.
    :raises CurationError: the property cannot have such a value.
    """
    iri = as_written(graph, fact)
    named = property_named(term, _classes(graph, iri))
    read = as_written(graph, value) if named.links else value
    return checked(graph, signed.ruling(CORRECT, iri, named.iri, read))


def checked(graph: KnowledgeGraph, ruling: Ruling) -> Ruling:
    """A ruling as it is kept: one that can hold, by whichever way it was told.

    What no paper speaks of now is held to no more than what any thing may be: the ruling
    does nothing until a paper speaks of it.

    :raises NotFound: there is no such property, or nothing that the value names.
    :raises CurationError: it does not say who rules or why, is of one name or of two kinds,
        or the property cannot have such a value.
    """
    whole = replace(
        ruling,
        because=_said(ruling.because, "why it is so"),
        by=_said(ruling.by, "who says so"),
    )
    if ruling.verdict in (SAME, DIFFERENT):
        _check_pair(graph, ruling)
    if ruling.term is None:
        return whole
    named = property_with(ruling.term, _classes(graph, ruling.subject))
    return whole if ruling.value is None else replace(whole, value=_fit(graph, ruling, named))


def _said(words: str, what: str) -> str:
    """The words of a correction that nobody may leave out."""
    if not words.strip():
        raise CurationError(f"nothing says {what}; say it in words")
    return words.strip()


def _check_pair(graph: KnowledgeGraph, ruling: Ruling) -> None:
    """What is ruled the same or different must be two names, and of one kind to be the same."""
    one, other = ruling.subject, str(ruling.value)
    if one == other:
        raise CurationError(f"both are one name in the papers, {one}; name two")
    kinds = [_classes(graph, iri) for iri in (one, other)]
    if ruling.verdict == SAME and all(kinds) and not kinds[0] & kinds[1]:
        told = " and ".join(sorted(local_name(min(some)) for some in kinds))
        raise CurationError(f"{one} and {other} are of two kinds, {told}; name two of one kind")


def _fit(graph: KnowledgeGraph, ruling: Ruling, named: Property) -> RuledValue | None:
    """The value of a correction as its property has it."""
    value = ruling.value
    if not named.links:
        if isinstance(value, Iri):
            raise CurationError(f"{named.name} is no resource; give its words")
        return None if value is None else value_of(named, to_term(value).value)
    if not isinstance(value, Iri):
        raise CurationError(f"{named.name} leads to a resource; give its IRI")
    return as_written(graph, value) if _is_spoken_of(graph, ruling.subject) else value


def with_all(graph: KnowledgeGraph, held: Sequence[Ruling], told: Iterable[Ruling]) -> list[Ruling]:
    """The rulings with those of a file, of which all can hold; those held already stay.

    :raises CurationError: one of the file cannot hold or contradicts another.
    """
    rulings = list(held)
    for ruling in told:
        try:
            if ruling not in held:
                rulings = with_ruling(rulings, checked(graph, ruling))
        except (CurationError, NotFound) as error:
            named = " ".join((ruling.verdict, ruling.subject, local_name(ruling.term or "")))
            raise CurationError(f"{named.strip()} cannot be kept: {error}") from error
    return rulings


def with_ruling(held: Sequence[Ruling], new: Ruling) -> list[Ruling]:
    """The rulings with one more, in place of what was ruled of the same before.

    :raises CurationError: two would contradict each other.
    """
    kept = [ruling for ruling in held if not _replaces(new, ruling)]
    rulings = sorted([*kept, new], key=lambda ruling: (ruling.on, ruling.key))
    _check_agreement(rulings)
    return rulings


def without_ruling(held: Sequence[Ruling], key: str) -> list[Ruling]:
    """The rulings without one, named by its key.

    :raises NotFound: there is none of that key.
    """
    left = [ruling for ruling in held if ruling.key != key.rsplit("/", 1)[-1]]
    if len(left) == len(held):
        raise NotFound(f"there is no correction {key!r}; see minutebook curate list")
    return left


def applies(graph: KnowledgeGraph, ruling: Ruling) -> bool:
    """Whether the papers of the library speak of what was ruled on."""
    pair = ruling.verdict in (SAME, DIFFERENT)
    iris = ruling.pair if pair else {ruling.subject}
    return all(_is_spoken_of(graph, iri) for iri in iris)


def _is_spoken_of(graph: KnowledgeGraph, iri: str) -> bool:
    return graph.ask(_SPOKEN_OF, this=Iri(iri))


def _replaces(new: Ruling, old: Ruling) -> bool:
    """Whether a ruling speaks of the very thing that an older one speaks of."""
    if new.verdict in (SAME, DIFFERENT):
        return new.key == old.key
    return old.verdict in (WRONG, CORRECT) and (new.subject, new.term) == (old.subject, old.term)


def _check_agreement(rulings: Iterable[Ruling]) -> None:
    """Nothing may be ruled different that other rulings make the same."""
    groups: list[set[str]] = []
    listed = list(rulings)
    for ruling in listed:
        if ruling.verdict == SAME:
            joined = [group for group in groups if group & ruling.pair]
            groups = [group for group in groups if not group & ruling.pair]
            groups.append(set(ruling.pair).union(*joined))
    for ruling in listed:
        if ruling.verdict == DIFFERENT and any(ruling.pair <= group for group in groups):
            one, other = sorted(ruling.pair)
            raise CurationError(
                f"{one} and {other} are ruled to be the same and to be different; "
                "undo one of the two first"
            )


def _pair(graph: KnowledgeGraph, verdict: str, one: str, other: str, signed: Signed) -> Ruling:
    ruling = signed.ruling(verdict, as_written(graph, one), value=as_written(graph, other))
    return checked(graph, ruling)


def _classes(graph: KnowledgeGraph, iri: str) -> set[str]:
    return {str(kind) for (kind,) in graph.select(_CLASSES, this=Iri(iri)).rows}
