"""The words of a question, and how much of them passages hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from embeddings.keywords import KeywordIndex, terms
from queries.understanding.question import Question


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question as the keyword index has them.

    ``weights`` says what each weighs: as much as its best passage scores by it alone, so
    that rare words weigh most; one that no passage holds weighs as the rarest of the others.
    ``names`` are the words of each name in it, with those of every form of that name.
    """

    keywords: KeywordIndex
    weights: Mapping[str, float]
    names: tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]

    @classmethod
    def of(cls, question: Question, keywords: KeywordIndex) -> "QuestionWords":
        """The words of a question, weighed by an index."""
        scores = {word: keywords.best_score(word) for word in terms(question.text)}
        rarest = max(scores.values(), default=0.0) or 1.0
        names = tuple(
            (
                frozenset(terms(question.text[name.start : name.end])),
                tuple(frozenset(terms(label)) for label in name.labels),
            )
            for name in question.mentions
        )
        return cls(keywords, {word: score or rarest for word, score in scores.items()}, names)

    def shares(self, among: Iterable[str]) -> dict[str, float]:
        """The share of the words, by weight, that each of some passages holds, in its text or
        in what says where it stands; a name is held in any form. Those without may be left out.
        """
        forms = (label for _, labels in self.names for label in labels)
        words = sorted(self.weights.keys() | frozenset().union(*forms))
        total = sum(self.weights.values()) or 1.0
        held = self.keywords.holding(words, among)
        return {one: self._weight(found) / total for one, found in held.items()}

    def _weight(self, held: set[str]) -> float:
        """What the words weigh that a passage with these words holds."""
        named = {
            word
            for own, labels in self.names
            if any(label <= held for label in labels)
            for word in own
        }
        return sum(weight for word, weight in self.weights.items() if word in held | named)
