"""What a matter is taken for that is put in other words than the papers have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from queries.graphs.place import Place
from queries.search import Searcher
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
_NAMED = frozenset({"names-it", "under-its-title", "by-its-number", "on-an-agenda"})
"""The rules by which the words given name something."""


def taken_for(searcher: Searcher, question: Question, found: Sequence[Belonging]) -> str | None:
    """The name of the programme, or the heading, on which several of the nearest passages are,
    where the words given name nothing that the papers have; None where there is none.
    """
    if len(found) > FEW or any(one.rule in _NAMED for one in found):
        return None
    scores: dict[str, float] = defaultdict(float)
    written: dict[str, str] = {}
    times: dict[str, int] = defaultdict(int)
    result = searcher.search(question, limit=NEAR)
    for hit in result.hits if result.nearest >= ALIKE else ():
        for name in set(_on(searcher, hit.place)):
            key = name.casefold()
            written.setdefault(key, name)
            scores[key] += 1 / hit.rank
            times[key] += 1
    said = set(stems(question.text))
    kept = [one for one in scores if times[one] >= SEVERAL and not set(stems(one)) <= said]
    best = max(kept, key=lambda one: (scores[one], one), default=None)
    return written[best] if best else None


def _on(searcher: Searcher, place: Place) -> Iterator[str]:
    named = (one for one in searcher.names.mentions(place.text) if one.kind == "Programme")
    names = [place.last_heading, *(one.labels[0] for one in named)]
    yield from (one for one in names if len(set(content_stems(one)) - general()) > 1)
