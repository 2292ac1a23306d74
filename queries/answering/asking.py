"""What every way of answering is given."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from embeddings.embedder import Tokens, Vectors
from embeddings.passages import EVERYTHING, Filter
from kg.rdf.iris import paper_of
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.answering.scope import Scope, scope_of
from queries.answering.timely import asked_time, is_of
from queries.graphs.place import Place
from queries.retrieval.evidence import facts_wanted
from queries.retrieval.ranking import readings
from queries.retrieval.statements import Match, Statement
from queries.search import Hit, Searcher, SearchResult
from queries.texts.wording import (
    in_any_form,
    light,
    overlaps,
    spans,
    stems,
    tokens,
)
from queries.tracing.dating import PassageDays
from queries.understanding.aliases import counted_as, initials_of, quarters
from queries.understanding.names import Mention
from queries.understanding.periods import Period
from queries.understanding.question import Question
from queries.understanding.reworded import everyday

HITS = 10
"""How many hits the ways of answering look at."""
DEEP = 30
"""How many of them are looked through for those that are of a time."""
HEADS = 3
"""How many of them are asked whether they speak of the subject."""
FIELD = 50
"""How far down the field of passages it is looked how much the nearest one leads."""


@dataclass(frozen=True)
class Asking:
    """A question put to a library, or to its papers of a ``time``.

    ``within`` are those it is asked of where it names no body. To one that is ``brief``, the second
    part of another, the best passage alone is told.
    """

    searcher: Searcher
    question: Question
    time: Period | None = None
    within: Scope | None = None
    brief: bool = False

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the library."""
        return self.searcher.graph

    @cached_property
    def scope(self) -> Scope | None:
        """The bodies that the question names, with their papers; None where it names none."""
        return scope_of(self.searcher, self.question) or self.within

    @property
    def papers(self) -> frozenset[str] | None:
        """The papers that the question is asked of, None where it is asked of all."""
        return None if self.scope is None else self.scope.papers

    @property
    def boards(self) -> frozenset[str]:
        """The bodies that the question names, where the library holds the papers of several."""
        return frozenset() if self.scope is None else self.scope.boards

    @cached_property
    def where(self) -> Filter:
        """What passages are narrowed to."""
        time = self.time or Period(None, None)
        return replace(self.of_papers, after=time.first, before=time.last)

    @cached_property
    def of_papers(self) -> Filter:
        """What passages are narrowed to by the papers asked of, of any time."""
        return EVERYTHING if self.papers is None else Filter(document=tuple(sorted(self.papers)))

    @cached_property
    def days(self) -> PassageDays:
        """The days of passages, each paper read once for the question."""
        return PassageDays(self.graph)

    @cached_property
    def result(self) -> SearchResult:
        """The paragraphs that bear on the question; where it is asked of a time, those that are
        of it or speak of it.
        """
        time = self.asked_time
        if time is None:
            return self.anywhere
        of = self.days.of
        told = [one for one in self.anywhere.hits if is_of(one.place, of(one.place), time)]
        where = replace(self.where, after=time.first, before=time.last)
        own = self.searcher.search(self.question, where, HITS).hits
        return replace(self.anywhere, hits=_joined(told, own))

    @cached_property
    def anywhere(self) -> SearchResult:
        """The paragraphs that bear on the question, of whatever time."""
        most = HITS if self.asked_time is None else DEEP
        return self.searcher.search(self.question, self.where, most)

    @cached_property
    def asked_time(self) -> Period | None:
        """The time that the answer must be of, where the question is asked of one."""
        return asked_time(self.question) if self.time is None else None

    @cached_property
    def nearness(self) -> tuple[float, float]:
        """The greatest likeness of a passage, and by how much it leads the end of the field.

        The names of the bodies asked and of times are left out: all their papers are near those.
        """
        library = self.searcher.library
        allowed = None if self.where == EVERYTHING else library.keywords.matching(self.where)
        fields = (
            [hit.score for hit in library.vectors.search(vector, FIELD, allowed)] or [0.0]
            for vector in self._encoded(self._matter)
        )
        return max((field[0], field[0] - field[-1]) for field in fields)

    @cached_property
    def vectors(self) -> Vectors:
        """The vectors of the question as it is put and, where papers do not, in their words."""
        return self.searcher.library.encoder.encode(self.readings(self.question.text))

    def _encoded(self, text: str) -> Vectors:
        """The vectors of words of the question, read once where they are all of it."""
        if text == self.question.text:
            return self.vectors
        return self.searcher.library.encoder.encode(self.readings(text))

    def readings(self, text: str) -> list[str]:
        """Words of the question as they are and, where the papers do not use them, in theirs."""
        return readings(text, self.anywhere.shared)

    @cached_property
    def _matter(self) -> str:
        """The question without the bodies whose papers it is asked of, and without times."""
        question = self.question
        if self.scope is None:
            return question.text
        own = self.own_stems
        taken = [(one.start, one.end) for one in self._own_mentions()]
        taken += [(one.begin, one.end) for one in question.periods]
        return " ".join(
            word
            for word, start, end in tokens(question.text)
            if not (word[0].isupper() and set(stems(word)) <= own)
            and not overlaps(start, end, taken)
        )

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """The stems of the names of the bodies asked, and of what their papers open with."""
        return frozenset(stems(" ".join(self.own_names)))

    @cached_property
    def body_stems(self) -> frozenset[str]:
        """The stems of the names of all bodies whose papers are held, and of those asked."""
        return self.own_stems | self.searcher.body_stems

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """The names of the bodies asked, and the words that their papers open with."""
        labels = (label for board in self.boards for label in self.searcher.names.labels(board))
        opening = () if self.scope is None else sorted(self.scope.words)
        return (*labels, *opening, *self._before_bodies())

    def _before_bodies(self) -> Iterator[str]:
        """The words with capitals right before the body that the question names, which are part of
        its name ("the Hillside Ward Residents Association").
        """
        for mention in self._own_mentions():
            words = reversed(self.question.text[: mention.start].split())
            yield from takewhile(lambda word: word[0].isupper(), words)

    def _own_mentions(self) -> Iterator[Mention]:
        """Where the question names the bodies that it is asked of."""
        boards = (one for one in self.question.mentions if one.kind == "Board")
        yield from (one for one in boards if self.boards & set(one.iris))

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the question, each with the vector that it has there."""
        return self.searcher.library.encoder.read([self.question.text])[1][0]

    @cached_property
    def _alike(self) -> dict[tuple[str, ...], list[float]]:
        return {}

    def likeness_of_tokens(self, near: Sequence[str]) -> list[float]:
        """How like each token of the question is to the nearest one of some passages (ids)."""
        passages = tuple(near)
        if passages not in self._alike:
            tokens = self.searcher.library.tokens
            self._alike[passages] = tokens.nearest(self.tokens, passages)
        return self._alike[passages]

    @cached_property
    def closeness(self) -> float:
        """How likely it is (0 to 1) that the nearest passages answer what is worded freely.

        So may open questions of yes or no be. What is near and stands out from the field tends
        to answer; that the nearest passage shares words with them says little.
        """
        return self._likely("closeness")

    @cached_property
    def closeness_to_facts(self) -> float:
        """How likely it is (0 to 1) that they answer what is asked in the words of papers.

        So tend to be all questions but open ones of yes or no: it counts besides whether the
        passages have the words of the subject.
        """
        return self._likely("closeness_to_facts")

    @cached_property
    def closeness_word_by_word(self) -> float:
        """How likely it is that they answer where they are compared with it word by word, too.

        Tells questions of other papers from those put in other words; `closeness` of a model that
        gives words no vectors.
        """
        return self._likely("closeness_word_by_word") if self.reads_words else self.closeness

    @property
    def reads_words(self) -> bool:
        """Whether the model gives the words of the question vectors of their own."""
        return len(self.tokens.numbers) > 0

    @cached_property
    def answering(self) -> float:
        """How well the words of the question are answered by the passage that answers them best, in
        [-1, 1]; by none -1.
        """
        held = [hit.place.paragraph for hit in self.anywhere.hits]
        return max(self.searcher.library.tokens.answering(self.tokens, held), default=-1.0)

    @cached_property
    def spoken(self) -> float:
        """The greatest share of the subject's words that one of the best hits has, in its place."""
        subject = set(self.question.subject)
        if not subject:
            return 1.0
        held = (set(stems(with_titles(hit.place))) for hit in self.result.hits[:HEADS])
        return max((len(subject & words) / len(subject) for words in held), default=0.0)

    @cached_property
    def covered(self) -> float:
        """The greatest share of the subject, by weight, that a hit has in its place."""
        return self._covered(self.result)

    @cached_property
    def covered_anywhere(self) -> float:
        """The same, of passages of whatever time."""
        return self._covered(self.anywhere)

    def _covered(self, result: SearchResult) -> float:
        return max((self.share(with_titles(hit.place)) for hit in result.hits), default=0.0)

    def share(self, words: str) -> float:
        """The share (0 to 1) of the subject that words have, rare ones weighing more.

        A word that no paper has weighs as much as the rarest that one has. A name is had in any
        of its forms, an everyday word in what papers call the thing.
        """
        held = self.held(words)
        found = sum(weight for stem, weight in self._weights.items() if stem in held)
        return found / sum(self._weights.values()) if self._weights else 1.0

    def held(self, words: str) -> set[str]:
        """The stems of words, verbs in every form, with those of each name and everyday word of the
        question that they have in another form.
        """
        held = in_any_form(stems(words))
        other = (own for own, forms in self._names if any(form <= held for form in forms))
        return held.union(*other)

    @cached_property
    def _names(self) -> tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]:
        """The stems of each name, quarter and everyday word in the question, with those of every
        form of it or of what papers call it.
        """
        text = self.question.text
        named = [
            (text[one.start : one.end], (*one.labels, *initials_of(one)))
            for one in self.question.mentions
        ]
        plain = [(word, (formal,)) for word, formal in everyday(text)]
        counted = counted_as(text) if self.question.expects == "number" else []
        return tuple(
            (frozenset(stems(word)), tuple(frozenset(stems(form)) for form in forms))
            for word, forms in (*named, *plain, *counted, *quarters(text))
        )

    @cached_property
    def subject_names(self) -> frozenset[str]:
        """The stems of the subject that the question writes with a capital within it, where a near
        passage has them all; none where none has.

        Names that the graph has are left out, which papers may put otherwise, and times in words.
        """
        aside = spans(self.question.text, "circumstance")
        aside += [(one.start, one.end) for one in self.question.mentions]
        inner = (
            word
            for word, start, end in tokens(self.question.text)[1:]
            if word[0].isupper() and not overlaps(start, end, aside)
        )
        names = frozenset(stems(" ".join(inner))) & set(self.question.subject)
        near = any(names <= self.held(with_titles(hit.place)) for hit in self.result.hits)
        return names if near else frozenset()

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """What each stem of the subject weighs, in their order."""
        score = self.searcher.library.keywords.best_score
        scores = {stem: score(stem) for stem in self.question.subject if stem not in light()}
        unheard = max(scores.values(), default=0.0) or 1.0
        return {stem: weight or unheard for stem, weight in scores.items()}

    def _likely(self, fitted: str) -> float:
        weights = table("questions")[fitted]
        nearest, lead = self.nearness
        odds = weights["constant"] + weights["nearest"] * nearest + weights["lead"] * lead
        if "spoken" in weights:
            odds += weights["spoken"] * self.spoken
        if "answering" in weights:
            odds += weights["answering"] * self.answering
        return 1 / (1 + math.exp(-float(odds)))

    @cached_property
    def matches(self) -> list[Match]:
        """The facts that the question is after, best first."""
        facts = facts_wanted(self.searcher.library.facts, self.question)
        return [one for one in facts if self.asked_of(one.statement)]

    def asked_of(self, statement: Statement) -> bool:
        """Whether a fact is stated by a paper that the question is asked of."""
        return self.papers is None or any(map(self.in_papers, statement.paragraphs))

    def in_papers(self, paragraph: str) -> bool:
        """Whether a paragraph is of a paper that the question is asked of."""
        return self.papers is None or paper_of(paragraph) in self.papers


def _joined(*some: Sequence[Hit]) -> tuple[Hit, ...]:
    """Lists of hits as one, the first list first, each hit once."""
    hits = {hit.place.paragraph: hit for hits in reversed(some) for hit in hits}
    order = dict.fromkeys(hit.place.paragraph for hits in some for hit in hits)
    return tuple(replace(hits[one], rank=at) for at, one in enumerate(list(order)[:HITS], 1))


def titles(place: Place) -> str:
    """The titles above a paragraph, a line each."""
    item, report = place.item, place.report
    parts = (place.heading, item and item.title, report and report.title)
    return "\n".join(part for part in parts if part)


def with_titles(place: Place) -> str:
    """A paragraph's words with the titles above it."""
    return "\n".join(part for part in (place.text, titles(place)) if part)


def has_names(asking: Asking, words: str) -> bool:
    """Whether words have the names of the subject that papers may tell the thing by: what is said
    of another place is of another thing.
    """
    return asking.subject_names <= asking.held(words)


def without_stems(asking: Asking, said: Collection[str]) -> Asking:
    """A question whose subject is free of some stems; itself, with all it knows, if it is so."""
    question = asking.question
    subject = tuple(stem for stem in question.subject if stem not in said)
    if subject == question.subject:
        return asking
    return replace(asking, question=replace(question, subject=subject))
