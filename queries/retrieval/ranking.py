"""Ranking paragraphs for a question: four signals, one fusion.

Keywords, vectors and facts each propose paragraphs; the graph only orders what
they propose. Constants were chosen by measurement; `docs/measurements.md` says how.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from embeddings.library import Library
from embeddings.passages import EVERYTHING, PASSED_OVER, TELLING, Filter, ranked
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.graphs.place import (
    Place,
    StatedFact,
    classes_stated,
    days,
    kinds,
    naming_people,
    texts,
)
from queries.retrieval.evidence import evidence
from queries.retrieval.fusion import Fused, fuse
from queries.texts.wording import says
from queries.understanding.periods import long_date
from queries.understanding.question import Question
from queries.understanding.question_words import QuestionWords
from queries.understanding.reworded import reworded

POOL = 100
"""How many passages each signal proposes."""
NEAREST = 200
"""How many passages the vectors propose from, by the nearest of their texts."""
IN_PLACE = 0.5
"""What the likeness of a whole passage, with all that says where it stands, weighs beside
that of the nearest of its texts."""
WORD_BY_WORD = 2.0
"""What weighs beside them how well the words of a passage answer those of the question."""
ORDERED = 60
"""How many of the proposed the graph orders."""
CONSTANT = 10.0
"""The constant of reciprocal rank fusion: small, so that the heads of the lists count most."""
WEIGHTS: Mapping[str, float] = {"keyword": 0.7, "vector": 0.75, "fact": 2.0, "graph": 0.4}
"""What each signal weighs where the papers use the question's words."""
PARAPHRASED: Mapping[str, float] = {**WEIGHTS, "keyword": 0.1, "vector": 2.0}
"""What each weighs where they do not, so that likeness of meaning must lead."""
SHARED = (0.35, 0.8)
"""The share of the question's words (by weight) from which vectors begin to yield to
keywords, and from which they have yielded."""
USED = 0.5
"""The share from which a question is not asked in other words besides."""
FULL = 20
"""The words from which a paragraph says enough, also where it ends as no statement does."""
SHORTEST = 0.7
"""The part of its score that a fragment of no words would keep."""
LACKING = 0.7
"""The part of its score that a paragraph keeps that has none of what the question wants to be
told: no person where it is asked who, no day where it is asked when, no word of the next
meeting where that is asked for."""
HOLDING = 6.0
"""How many times its score a paragraph gains that holds all words of the question, itself or
in what says where it stands, where the papers use them; by the square of the share it holds."""
_HEADS = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """The paragraphs for a question, best first.

    ``shared`` is the share of the question's words, by weight, that the best keyword hits
    hold; ``nearest`` the greatest likeness of vectors (cosine); ``weights`` what each signal
    weighed.
    """

    entries: tuple[Fused, ...]
    shared: float
    nearest: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class GraphPath:
    """A step through the graph from a paragraph to what a question asks for.

    ``link`` is the property ("^" where it points to the paragraph), ``target`` an IRI.
    """

    link: str
    target: str
    label: str


def rank(
    library: Library,
    question: Question,
    where: Filter = EVERYTHING,
    *,
    signals: Collection[str] = tuple(WEIGHTS),
) -> Ranked:
    """The paragraphs that bear on a question; ties break by IRI.

    ``where`` narrows every signal before anything is ranked; ``signals`` are those that are
    joined. What the keyword index says of the words that passages hold counts with keywords.
    """
    where = replace(where, telling=True)
    found = list(library.keywords.nearest(question.keywords, POOL, where))
    wanted = QuestionWords.of(question, library.keywords)
    shared = max(wanted.shares(found[:_HEADS]).values(), default=0.0)
    allowed = None if where == TELLING else library.keywords.matching(where)
    worded = found if "keyword" in signals else []
    near, nearest = _alike(library, readings(question.text, shared), allowed, worded)
    proposed = {"keyword": found, "vector": near, "fact": _stating(library, question, allowed)}
    rankings = {name: some for name, some in proposed.items() if name in signals}
    weights = _weights(shared)
    fused = fuse(rankings, weights, CONSTANT)
    if "graph" in signals:
        order = [entry.key for entry in fused[:ORDERED]]
        rankings["graph"] = _linked(library.graph, question, order)
        fused = fuse(rankings, weights, CONSTANT)
    shares = wanted.shares(entry.key for entry in fused[:ORDERED])
    holding = HOLDING * _worded(shared) if "keyword" in signals else 0.0
    entries = _best_first(library.graph, question, fused, shares, holding)
    return Ranked(tuple(entries), shared, nearest, weights)


def readings(text: str, shared: float) -> list[str]:
    """A question as it is put and, where the papers do not hold its words, in theirs.

    :param shared: the share of its words that the papers use.
    """
    return list(dict.fromkeys((text, text if shared >= USED else reworded(text))))


def _stating(library: Library, question: Question, allowed: Sequence[str] | None) -> list[str]:
    """The allowed paragraphs that state the facts a question asks for, best first."""
    stating = evidence(library.facts, question)
    if allowed is not None:
        kept = set(allowed)
        stating = [one for one in stating if one in kept]
    told = kinds(library.graph, stating[:POOL])
    return [one for one in stating[:POOL] if told.get(one) not in PASSED_OVER]


def _alike(
    library: Library, texts: Sequence[str], allowed: Sequence[str] | None, worded: Sequence[str]
) -> tuple[list[str], float]:
    """The passages most alike to a reading of a question, as their nearest texts, as wholes and
    word by word together; and the greatest likeness of a text.

    :param worded: passages with its words, which are weighed though many are nearer as texts.
    """
    scores: dict[str, float] = {}
    nearest = 0.0
    vectors, read = library.encoder.read(texts)
    nearest_each = library.vectors.search_each(vectors, NEAREST, allowed)
    for vector, tokens, near in zip(vectors, read, nearest_each, strict=True):
        known = {hit.id for hit in near}
        near += library.vectors.search(vector, POOL, [one for one in worded if one not in known])
        held = [hit.id for hit in near]
        whole = library.vectors.whole(vector, held)
        words = library.tokens.answering(tokens, held)
        nearest = max([nearest, *(hit.score for hit in near[:1])])
        for hit, in_place, by_word in zip(near, whole, words, strict=True):
            score = hit.score + IN_PLACE * in_place + WORD_BY_WORD * by_word
            if hit.score > 0:
                scores[hit.id] = max(score, scores.get(hit.id, score))
    return [hit.id for hit in ranked(list(scores.items()), POOL)], nearest


def _worded(shared: float) -> float:
    """How far a question is in the words of the papers, in [0, 1], by the share they hold."""
    low, high = SHARED
    return min(1.0, max(0.0, (shared - low) / (high - low)))


def _weights(shared: float) -> dict[str, float]:
    """What each signal weighs when the papers hold a share of the question's words."""
    part = _worded(shared)
    return {name: part * WEIGHTS[name] + (1 - part) * PARAPHRASED[name] for name in WEIGHTS}


def in_place(place: Place) -> str:
    """A paragraph's words and those that say where it stands."""
    parts = [place.text, place.heading]
    if place.item:
        parts.append(place.item.title)
    if place.report:
        parts.append(place.report.title)
    if place.meeting:
        parts.append(place.meeting.board)
        if place.meeting.date:
            parts.append(long_date(place.meeting.date))
    return "\n".join(part for part in parts if part)


def _best_first(
    graph: KnowledgeGraph,
    question: Question,
    fused: Sequence[Fused],
    shares: Mapping[str, float],
    holding: float,
) -> list[Fused]:
    """Joined entries in order, the best of them weighed: fragments and what has none of what
    is to be told lose, and what holds all words of the question has ``1 + holding`` times
    what has none, by the square of the share it holds.
    """
    head = fused[:ORDERED]
    told = texts(graph, (entry.key for entry in head))
    lacking = _lacking(graph, question, told)

    def weight(key: str) -> float:
        held = 1 + holding * shares.get(key, 0.0) ** 2
        return held * _fullness(told.get(key, "")) * (LACKING if key in lacking else 1)

    whole = 1 + holding
    weighed = [Fused(one.key, one.score * weight(one.key) / whole, one.ranks) for one in head]
    rest = [Fused(one.key, one.score / whole, one.ranks) for one in fused[ORDERED:]]
    return sorted(weighed, key=lambda one: (-one.score, one.key)) + rest


def _lacking(graph: KnowledgeGraph, question: Question, told: Mapping[str, str]) -> set[str]:
    """The paragraphs, given with their words, that have none of what is to be told."""
    if says(question.text, "next"):
        return {one for one, text in told.items() if not says(text, "announces")}
    wanted = question.expects
    if wanted and wanted in table("questions")["shows"]:
        return {one for one, text in told.items() if not says(text, "shows", wanted)}
    if wanted == "person" or says(question.text, "whose"):
        return told.keys() - naming_people(graph, told)
    return set()


def _fullness(text: str) -> float:
    """1 for a paragraph that ends as a statement or is long, less for a title, least for a
    question.
    """
    end = text.rstrip("\"'”’) \n")[-1:]
    length = min(1.0, len(text.split()) / FULL)
    if end in {".", "!", ";"} or length == 1.0:
        return 1.0
    return SHORTEST if end == "?" else SHORTEST + (1 - SHORTEST) * length


def _linked(graph: KnowledgeGraph, question: Question, order: Sequence[str]) -> list[str]:
    """The paragraphs of the meetings the question names, and those that state what it asks
    for: those that are both first, then in the order they came.

    Only what the question asks for is read.
    """
    held = days(graph, order) if question.periods else {}
    stated = classes_stated(graph, order) if question.facts else {}
    asked = set(question.facts)
    links = {
        one: (one in held and any(period.holds(held[one]) for period in question.periods))
        + bool(asked & stated.get(one, set()))
        for one in order
    }
    return sorted((one for one in order if links[one]), key=lambda one: -links[one])


def paths(question: Question, place: Place, facts: Sequence[StatedFact]) -> tuple[GraphPath, ...]:
    """How a paragraph leads to a meeting on a day that the question names, and to facts of
    the kinds that it asks for.
    """
    found = []
    meeting = place.meeting
    day = meeting.date if meeting else None
    if meeting and day and any(period.holds(day) for period in question.periods):
        label = f"{meeting.board or 'meeting'}, {long_date(day)}"
        found.append(GraphPath("mb:ofMeeting", meeting.iri, label))
    found += [
        GraphPath("^mb:statedIn", fact.iri, f"{fact.type}: {fact.label}")
        for fact in facts
        if fact.type in question.facts
    ]
    return tuple(found)
