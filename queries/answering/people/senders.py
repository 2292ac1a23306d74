"""Who came from a kind of council or organisation, or from an organisation: those whom lists give
as sent by it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.tables.load import table
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.structured import TELLINGS, told_by
from queries.graphs.terms import iri_list
from queries.texts.wording import bare, first_match, overlaps, says, spans, stems, stopwords, tokens

_OF_COUNCILS = """SELECT DISTINCT ?fact ?type ?code
WHERE {
  VALUES ?fact { %s }
  ?fact mb:representing ?council .
  ?council mb:councilType ?type .
  OPTIONAL { ?council mb:gssCode ?code }
}
ORDER BY ?fact ?type ?code"""
_SENT = """SELECT DISTINCT ?fact ?said
WHERE {
  VALUES ?fact { %s }
  { ?fact mb:representing/(skos:prefLabel|skos:altLabel) ?said } UNION { ?fact mb:quote ?said }
}
ORDER BY ?fact ?said"""
_SHORTEST = 3
"""The least letters of a word that stands for a longer one ("Met Office")."""


def by_kind_of_council(asking: Asking) -> Found | None:
    """Those of councils of the kind named ("Welsh authorities", "London boroughs"); None where none
    is, or nobody is of one.
    """
    question = asking.question
    kind = next((one for one in _kinds() if says(question.text, "council_kinds", one)), None)
    if kind is None or question.named("Person"):
        return None
    told = _fitting(asking, _presences(asking), _OF_COUNCILS, lambda said: said.startswith(kind))
    return told_by(asking, told, question.way) if told else None


def by_kind_of_sender(asking: Asking) -> Found | None:
    """Those of organisations of the kind asked for ("Which academics came?"); None where none is,
    or lists give nobody of one.
    """
    question, senders = asking.question, table("questions")["sender_kinds"]
    kind = next((one for one in senders if says(question.text, "sender_kinds", one, "asked")), None)
    if kind is None or question.named("Person"):
        return None
    told = _fitting(
        asking, _presences(asking), _SENT, lambda said: says(said, "sender_kinds", kind, "said")
    )
    return told_by(asking, told, question.way, beside=True) if told else None


def by_organisation(asking: Asking) -> Found | Missing | None:
    """Those of the organisation that the question names as theirs, or that lists name nobody of it
    where papers know it as one; None where it names none, or a person.
    """
    question = asking.question
    match = first_match(question.text, "sent_by")
    if match is None or question.named("Person"):
        return None
    facts, whole = _presences(asking), _words(match["whom"])
    told = _fitting(asking, facts, _SENT, lambda said: _names(_words(said), whole))
    if told:
        return told_by(asking, told, question.way)
    known = any(
        one.kind == "Organisation" and overlaps(one.start, one.end, [match.span("whom")])
        for one in question.mentions
    )
    if not facts or not known or set(stems(match["whom"])) <= asking.body_stems:
        return None
    return Missing(f"No list held gives anybody of {match['whom']}.")


def _names(said: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words hold those of a name on end, each in full or, of several, cut short."""
    size = len(whole)
    return any(
        all(
            word == own or (size > 1 and len(own) >= _SHORTEST and word.startswith(own))
            for word, own in zip(said[at : at + size], whole, strict=True)
        )
        for at in range(len(said) - size + 1)
    )


def _words(text: str) -> list[str]:
    """The words of a text without small ones, in small letters."""
    words = (bare(word) for word, _, _ in tokens(text))
    return [word for word in words if word not in stopwords()]


def _presences(asking: Asking) -> list[str]:
    """The facts on who came or stayed away that match, of people from anywhere."""
    anybody = replace(asking, question=replace(asking.question, subject=(), expects=None))
    return [one.statement.iri for one in anybody.matches]


def _fitting(
    asking: Asking, facts: Sequence[str], sparql: str, fits: Callable[[str], bool]
) -> list[str]:
    """As many of some facts as are told, in their order, of which a query that takes them gives
    behind each something that fits.
    """
    rows = asking.graph.select(sparql % iri_list(facts)).rows if facts else ()
    ours = {str(fact) for fact, *said in rows if any(fits(str(one)) for one in said if one)}
    return [fact for fact in facts if fact in ours][: TELLINGS[asking.question.way].most]


def kinds_of_council(text: str) -> list[tuple[int, int]]:
    """Where a text names kinds of council."""
    return [span for kind in _kinds() for span in spans(text, "council_kinds", kind)]


def _kinds() -> Iterable[str]:
    """What the types and codes of councils of some kind begin with."""
    kinds: Mapping[str, object] = table("questions")["council_kinds"]
    return kinds
