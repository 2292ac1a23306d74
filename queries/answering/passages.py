"""Open questions: the fewest verbatim sentences of the best passages."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from embeddings.keywords import terms
from kg.store.graph import Iri, KnowledgeGraph
from kg.tables.load import matches, table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.listing import beside, leads, points, rows_of
from queries.answering.marks import marked
from queries.excerpt import LONGEST, excerpt
from queries.lines import only_leads
from queries.periods import long_date
from queries.place import Place
from queries.question import OPEN, Question
from queries.ranking import SHARED, in_place
from queries.search import Hit
from queries.terms import iri_list, local_name
from queries.wording import found, says, stems, tokens

PASSAGES = 3
"""The most passages an answer quotes."""
LISTED = 6
"""The most it quotes where several things are asked for."""
CLOSE = 0.025
"""The least closeness of passages that answer an open question."""
CLOSE_TO_NAMED = 0.12
"""The least `Asking.closeness_to_facts` of passages that answer an open question for a person, a
day, a number or one of several things."""
CLOSE_TO_ASKED = 0.022
"""That of passages which answer any other open question but one of yes or no."""
DOUBTFUL = 0.05
"""Under this closeness it is said that passages are only the nearest in meaning."""
CLOSE_TO_FACTS = 0.3
"""That of passages which answer in the place of facts, which would use the question's words."""
CLOSE_TO_WORDS = 0.15
"""That of passages which answer in the place of facts and do use them."""
WORDED = 0.75
"""The least share of the subject (`Asking.covered`) that such passages have."""
SPOKEN = 0.5
"""The least share of the subject (`Asking.covered`) where it is asked whether it was dealt with."""
WHOLE = 120
"""How many words of a passage are quoted that has few words of the question."""
ALIKE = 0.5
"""From this likeness a passage may tell what is asked without a word of the question."""
_MENTIONED = """
SELECT DISTINCT ?paragraph ?class
WHERE {
  VALUES ?paragraph { %s }
  VALUES ?class { foaf:Person mb:Council }
  ?paragraph mb:mentions ?thing . ?thing a ?class
}
"""
_PEOPLE = """
SELECT DISTINCT ?paragraph ?person
WHERE { VALUES ?paragraph { %s } ?paragraph mb:mentions ?person . ?person a foaf:Person }
"""
_SECTION = """
SELECT ?text
WHERE {
  ?paragraph mb:inDocument ?document ; mb:heading ?heading ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER(?ordinal >= ?first && ?ordinal < ?last)
}
ORDER BY ?ordinal ?text
"""
SECTION = 8
"""How many paragraphs before a sum may say what it is of."""
_HALF = 0.5
LINE = 20
"""The most words of a line that only lists an item."""
RESOLVING = frozenset({"Decision", "Recommendation"})
"""The facts that say what is done and not why."""
_SMALL = 3
"""Words up to this length may be small in a title."""
Stretch: TypeAlias = tuple[str, str]
"""A paragraph and words of it."""
_OPEN = frozenset({OPEN, "done"})
"""The ways of asking that passages answer as they are."""
_FAINT = "No passage is near the question; these are the nearest in meaning."
_OF_ONE = frozenset({"money", "phone", "email", "party", "finding"})
"""What is told of one thing, so that a passage about another thing tells nothing."""
_CLASSES = {"person": "Person", "council": "Council"}


@dataclass(frozen=True, slots=True)
class Told:
    """A hit with the points under it, where it leads in to some."""

    hit: Hit
    points: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join((self.hit.place.text, *(words for _, words in self.points)))


def by_passages(asking: Asking) -> Found | Missing:
    """The passages nearest to the question that tell what it asks, or why there are none."""
    if _of_another_time(asking):
        return Missing(f"The papers held say nothing of this {_then(asking)}.")
    if not asking.result.hits or _far(asking):
        return Missing("Nothing in the papers comes close enough to the question to answer it.")
    told = _marked_first(asking, _something_first(asking, telling(asking)))
    if not told:
        thing = table("questions")["things"][asking.question.expects]
        return Missing(f"No passage that speaks of this names {thing}.")
    most = LISTED if says(asking.question.text, "list") else PASSAGES
    stretches = [_stretches(asking, one) for one in told[:most]]
    order = dict.fromkeys(pair for some in stretches for pair in some)
    return Found(
        answer="\n".join(words for _, words in order),
        quotes=[Quote(paragraph, words) for paragraph, words in _telling_first(asking, order)],
        note=_FAINT if asking.closeness < DOUBTFUL else None,
    )


def _of_another_time(asking: Asking) -> bool:
    """Whether what the papers say of the subject is of another time than the one asked of."""
    least = _HALF * asking.covered_anywhere
    return asking.asked_time is not None and (not asking.result.hits or asking.covered < least)


def _then(asking: Asking) -> str:
    """The time asked of as the question writes it, and of when the nearest passage is instead."""
    time, text = asking.asked_time, asking.question.text
    written = "" if time is None else f"in or of {text[time.begin : time.end]}"
    places = [hit.place for hit in asking.anywhere.hits if hit.place.meeting]
    nearest = max(places, key=lambda one: asking.share(with_titles(one)), default=None)
    day = nearest.meeting.date if nearest and nearest.meeting else None
    return f"{written}; what comes nearest is of {long_date(day)}" if day else written


def _something_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with a short one that says there was nothing behind those with as much of the subject.

    Nothing is moved where it is asked whether there was something, or of a time.
    """
    question = asking.question
    empty = [one for one in told[:PASSAGES] if _says_nothing(one)]
    if not empty or question.whether or question.periods:
        return told
    subject = set(question.subject)
    least = max(len(subject & set(stems(one.text))) for one in empty)
    return sorted(
        told,
        key=lambda one: _says_nothing(one) or len(subject & set(stems(one.text))) < least,
    )


def _marked_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that have a mark of what is asked, in their words or above them."""

    def order(one: Told) -> tuple[bool, bool]:
        own = marked(asking, replace(one.hit.place, heading=None), one.text)
        return not marked(asking, one.hit.place, one.text), not own

    return sorted(told, key=order)


def _says_nothing(told: Told) -> bool:
    return len(told.text.split()) <= LONGEST and _says(told.text, "nothing")


def _stretches(asking: Asking, told: Told) -> list[Stretch]:
    """The words of a hit that are worth quoting, with the points under it."""
    return [(told.hit.place.paragraph, stretch(asking, told.hit)), *told.points]


def _telling_first(asking: Asking, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches with those that show what is asked for before those that do not."""
    expects = asking.question.expects
    if expects is None or expects in _CLASSES:
        return list(stretches)
    return sorted(stretches, key=lambda one: not _says(one[1], "shows", expects))


def worded_freely(question: Question) -> bool:
    """Whether a question need not use the words of the papers: one of yes or no that is open.

    Who asks for a person, a number or a day tends to name the thing as the papers do.
    """
    return question.way == OPEN and question.whether


def _far(asking: Asking) -> bool:
    """Whether even the nearest passages are too far from the question.

    Whether a matter was dealt with is told by passages that have its words.
    """
    if says(asking.question.text, "dealt") and asking.covered < SPOKEN:
        return True
    if worded_freely(asking.question):
        return asking.closeness < CLOSE
    whose = asking.question.way == "actions" and says(asking.question.text, "which")
    if asking.question.way in _OPEN or whose:
        named = asking.question.expects or says(asking.question.text, "which")
        least = CLOSE_TO_NAMED if named else CLOSE_TO_ASKED
        return asking.closeness < CLOSE or asking.closeness_to_facts < least
    least = CLOSE_TO_WORDS if asking.covered >= WORDED else CLOSE_TO_FACTS
    return asking.closeness_to_facts < least or asking.covered <= SPOKEN


def telling(asking: Asking) -> list[Told]:
    """The hits that name the kind of thing the question asks for, and speak of the rest.

    A hit speaks of the rest when it has half as many words of the question as the best one,
    not counting the word for the thing itself; the nearest hit may say it in other words.
    """
    expects = asking.question.expects
    result = asking.result
    whole = [Told(hit, _points(asking, hit)) for hit in result.hits]
    people = _naming_people(asking, result.hits)
    saying = [one for one in whole if one.hit.place.paragraph in people or _tells(asking, one)]
    saying = saying or whole
    if expects is None:
        return _asked_first(asking, saying, people)
    said = [_words(one, expects) for one in saying]
    least = _HALF * max(map(len, said), default=0) or float(result.nearest < ALIKE)
    nearest = next(iter(result.hits), None)
    kept = [
        one
        for one, words in zip(saying, said, strict=True)
        if len(words) >= least or one.hit == nearest
    ]
    if expects in _CLASSES:
        named = _mentioned(asking.graph, [one.hit.place.paragraph for one in kept])
        wanted = _CLASSES[expects]
        return [one for one in kept if wanted in named.get(one.hit.place.paragraph, ())]
    if expects == "date" and says(asking.question.text, "next"):
        return [one for one in whole if _announces(one.hit.place)]
    shown = [one for one in kept if _says(one.text, "shows", expects)]
    return _speaking_of(asking, shown) if expects in _OF_ONE else shown


def _announces(place: Place) -> bool:
    """Whether a passage gives the day of a next meeting."""
    return _says(in_place(place), "announces") and _says(place.text, "dated")


def _speaking_of(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that have the rarest word of the subject that any hit has, where they stand, or that
    follow a paragraph of their section that has it.
    """
    held = {hit.place.paragraph: set(stems(in_place(hit.place))) for hit in asking.result.hits}
    said = set(asking.question.subject) & set[str]().union(*held.values())
    if not said:
        return []
    score = asking.searcher.library.keywords.best_score
    rarest = max(said, key=lambda stem: (score(stem), stem))
    return [
        one
        for one in told
        if rarest in held[one.hit.place.paragraph]
        or rarest in stems(one.text)
        or (
            asking.question.expects == "money"
            and rarest in stems(_before(asking.graph, one.hit.place))
        )
    ]


def _before(graph: KnowledgeGraph, place: Place) -> str:
    """The words of the paragraphs before one under the same heading."""
    if place.heading is None:
        return ""
    rows = graph.select(
        _SECTION,
        document=Iri(place.document),
        heading=place.heading,
        first=place.ordinal - SECTION,
        last=place.ordinal,
    ).rows
    return "\n".join(str(text) for (text,) in rows)


def _points(asking: Asking, hit: Hit) -> tuple[Stretch, ...]:
    """The points under a lead-in, those beside a point under a heading that has a mark of what is
    asked, or the rows of a table whose head names what is listed.
    """
    place = hit.place
    if leads(place):
        return tuple(points(asking.graph, place))
    if place.form == "list item" and marked(asking, place, ""):
        return tuple(beside(asking.graph, place))
    asked = " ".join(found(asking.question.text, "listed"))
    return tuple(rows_of(asking.graph, hit.place, stems(asked)))


def _tells(asking: Asking, told: Told) -> bool:
    """Whether a hit does more than name a thing, lead in, or list an item of an agenda."""
    hit = told.hit
    if told.points or asking.question.way == "contact" or marked(asking, told.hit.place, told.text):
        return True
    item = bool(hit.facts) and all(fact.type == "AgendaItem" for fact in hit.facts)
    listed = (
        item and "AgendaItem" not in asking.question.facts and len(hit.place.text.split()) <= LINE
    )
    return not (listed or only_leads(hit.place) or _titled(hit.place.text))


def _titled(text: str) -> bool:
    """Whether a short line is written as a title: its longer words bear capitals."""
    words = [word for word, _, _ in tokens(text) if word.isalpha() and len(word) > _SMALL]
    return (
        len(text.split()) <= LINE
        and text.rstrip()[-1:] not in ".!?:;"
        and bool(words)
        and all(word[0].isupper() for word in words)
    )


def _naming_people(asking: Asking, hits: Sequence[Hit]) -> set[str]:
    """The paragraphs that name the people of the question, or any where it is asked who."""
    asked = set(asking.question.named("Person"))
    if not asked and not says(asking.question.text, "whose"):
        return set()
    named = _people(asking.graph, [hit.place.paragraph for hit in hits])
    return {paragraph for paragraph, some in named.items() if not asked or asked & some}


def _people(graph: KnowledgeGraph, paragraphs: Sequence[str]) -> Mapping[str, set[str]]:
    """The people that paragraphs mention, by paragraph."""
    found: dict[str, set[str]] = {}
    for paragraph, person in graph.select(_PEOPLE % iri_list(paragraphs)).rows:
        found.setdefault(str(paragraph), set()).add(str(person))
    return found


def _says(text: str, *kind: str) -> bool:
    """Whether a text has a form of a list of the table of questions."""
    return matches(text, "questions", *kind)


def _asked_first(asking: Asking, told: list[Told], people: Collection[str]) -> list[Told]:
    """The hits as they come, where it is asked who first those that name people or have most
    of the subject.

    Where a reason is asked for, what only resolves comes last.
    """
    if people:
        shares = {one.hit.rank: asking.share(with_titles(one.hit.place)) for one in told}
        most = max(shares.values(), default=0.0)
        return sorted(
            told,
            key=lambda one: one.hit.place.paragraph not in people and shares[one.hit.rank] < most,
        )
    if not says(asking.question.text, "why"):
        return told
    return sorted(told, key=_only_resolves)


def _only_resolves(told: Told) -> bool:
    """Whether a hit says what is done, and gives no reason for it."""
    resolves = any(fact.type in RESOLVING for fact in told.hit.facts)
    return resolves and not _says(told.text, "reasons")


def _words(told: Told, expects: str) -> set[str]:
    """The stems of the question's words in a hit, without those that ask for the thing."""
    hit = told.hit
    matched = " ".join(hit.place.text[start:end] for start, end in hit.matched)
    return set(stems(matched)) - set(stems(table("questions")["things"][expects]))


def _mentioned(graph: KnowledgeGraph, paragraphs: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for paragraph, kind in graph.select(_MENTIONED % iri_list(paragraphs)).rows:
        found.setdefault(str(paragraph), set()).add(local_name(str(kind)))
    return found


def stretch(asking: Asking, hit: Hit) -> str:
    """The words of a hit that are worth quoting; more of them where words do not tell which."""
    text = hit.place.text
    longest = LONGEST if asking.anywhere.shared >= SHARED[0] else WHOLE
    span = excerpt(text, lambda texts: _scores(asking, texts), longest)
    return text[span.start : span.end]


def _scores(asking: Asking, texts: Sequence[str]) -> list[float]:
    """How near each text is to the question: shared words and likeness of meaning, 0 to 2."""
    own = set(terms(" ".join(asking.own_names)))
    wanted = set(terms(asking.question.keywords)) - own
    encoder = asking.searcher.library.encoder
    asked = encoder.encode(asking.readings(asking.question.text))
    likeness = (encoder.encode(texts) @ asked.T).max(axis=1)
    shares = [len(wanted & set(terms(text))) / len(wanted) if wanted else 0.0 for text in texts]
    return [share + float(like) for share, like in zip(shares, np.asarray(likeness), strict=True)]
