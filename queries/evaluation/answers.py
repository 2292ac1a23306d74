"""Short answers: answered when they should be, cited, and saying what the gold says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from queries.evaluation.gold import GoldQuestion
from queries.evaluation.normalise import function_words, tokens
from queries.evaluation.passages import FoundPassage, covers
from queries.evaluation.retrieval import ANSWERS, summed_by_type

CITATIONS = 3
PRESENT = 0.6


@dataclass(frozen=True)
class GivenAnswer:
    """What a system answered; ``citations`` are its quotes, best first."""

    answered: bool
    answer: str
    values: tuple[str, ...]
    citations: tuple[FoundPassage, ...]


@dataclass(frozen=True)
class Verdict:
    """How an answer fares; ``cited`` and ``worded`` hold too where nothing is to be answered.

    ``right``: ``answered`` as it should be and, if answerable, cited and worded.
    ``cited``: one of the first three citations, or those of one paper together, covers a
    passage that answers.
    ``worded``: 60 % or more of the gold answer's key tokens are present.
    """

    answered: bool
    cited: bool
    worded: bool

    @property
    def right(self) -> bool:
        """True when all three hold."""
        return self.answered and self.cited and self.worded


@dataclass(frozen=True)
class Tally:
    """Verdicts counted over ``questions`` questions."""

    right: int
    answered: int
    cited: int
    worded: int
    questions: int


Answerer = Callable[[str], GivenAnswer]


def judge(question: GoldQuestion, answer: GivenAnswer) -> Verdict:
    """Compare an answer with the gold's."""
    if not question.answerable:
        return Verdict(not answer.answered, cited=True, worded=True)
    answering = [passage for passage in question.relevant if passage.grade >= ANSWERS]
    cited = any(covers(c, p) for c in _cited(answer.citations) for p in answering)
    return Verdict(answer.answered, cited, present(question.answer, answer) >= PRESENT)


def _cited(citations: Sequence[FoundPassage]) -> list[FoundPassage]:
    """The first citations, each by itself and those of one paper together: a passage of the gold
    may run over several paragraphs.
    """
    first = citations[:CITATIONS]
    papers: dict[str, list[str]] = {}
    for one in first:
        papers.setdefault(one.file, []).append(one.text)
    return [*first, *(FoundPassage(file, "\n".join(texts)) for file, texts in papers.items())]


def present(gold: str, answer: GivenAnswer) -> float:
    """The share of the key tokens of ``gold`` in answer, values and quotes; 1 if it has none."""
    wanted = key_tokens(gold)
    if not wanted:
        return 1.0
    said = [answer.answer, *answer.values, *(citation.text for citation in answer.citations)]
    return len(wanted & {token for text in said for token in tokens(text)}) / len(wanted)


def key_tokens(text: str) -> frozenset[str]:
    """The numbers, names and content words of ``text``: its tokens but the function words."""
    return frozenset(tokens(text)) - function_words()


def judge_all(questions: Iterable[GoldQuestion], answerer: Answerer) -> dict[str, Verdict]:
    """Verdicts by question id."""
    return {one.id: judge(one, answerer(one.question)) for one in questions}


def tallies_by_type(
    questions: Iterable[GoldQuestion], verdicts: Mapping[str, Verdict]
) -> dict[str, Tally]:
    """Verdicts counted by type of question, in order of name, and over all under ``ALL``."""
    return summed_by_type(questions, verdicts, _tally)


def _tally(verdicts: Sequence[Verdict]) -> Tally:
    return Tally(
        sum(one.right for one in verdicts),
        sum(one.answered for one in verdicts),
        sum(one.cited for one in verdicts),
        sum(one.worded for one in verdicts),
        len(verdicts),
    )
