"""What a matter is taken for that is put in other words than the papers have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from queries.graphs.place import Place
from queries.search import Hit, Searcher
from queries.texts.wording import content_stems, stems
from queries.tracing.steps import Belonging
from queries.tracing.subject_names import general
from queries.understanding.question import Question

NEAR = 5
"""How many of the nearest passages are asked for what they are on."""
SEVERAL = 2
"""The fewest of them that must be on the same."""
ALIKE = 0.52
"""The least likeness of the nearest passage: what the papers do not have came up to 0.50."""
FEW = 3
"""What is told of in more passages in words of its own is taken for nothing else."""
_BUSINESS = frozenset({"Action", "Recommendation"})
_NAMED = frozenset({"names-it", "under-its-title", "by-its-number", "on-an-agenda"})
"""The rules by which the words given name something."""


def taken_for(searcher: Searcher, question: Question, found: Sequence[Belonging]) -> str | None:
    """What is to be done by the one action or recommendation that the nearest passage states, or
    else the name of the programme, or the heading, on which several of the nearest are, where the
    words given name nothing that the papers have; None where there is none.
    """
    if len(found) > FEW or any(one.rule in _NAMED for one in found):
        return None
    result = searcher.search(question, limit=NEAR)
    if result.nearest < ALIKE:
        return None
    return _business(result.hits[0]) or _common(searcher, question, result.hits)


def _common(searcher: Searcher, question: Question, hits: Sequence[Hit]) -> str | None:
    """The name, of which the question has not all words, on which several passages are."""
    on: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for hit in hits:
        for key, name in {one.casefold(): one for one in _on(searcher, hit.place)}.items():
            on[key].append((name, hit.rank))
    said = set(stems(question.text))
    kept = [key for key, told in on.items() if len(told) >= SEVERAL and not set(stems(key)) <= said]
    best = max(kept, key=lambda key: (sum(1 / rank for _, rank in on[key]), key), default=None)
    return on[best][0][0] if best else None


def _business(hit: Hit) -> str | None:
    """The words of the one action or recommendation that a passage states."""
    stated = [fact.label for fact in hit.facts if fact.type in _BUSINESS]
    return stated[0] if len(stated) == 1 else None


def _on(searcher: Searcher, place: Place) -> Iterator[str]:
    named = (one for one in searcher.names.mentions(place.text) if one.kind == "Programme")
    names = [place.last_heading, *(one.labels[0] for one in named)]
    yield from (one for one in names if len(set(content_stems(one)) - general()) > 1)
