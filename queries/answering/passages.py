"""Open questions: the fewest verbatim sentences of the best passages."""

from collections.abc import Mapping, Sequence

import numpy as np

from embeddings.keywords import terms
from kg.store.graph import KnowledgeGraph
from kg.tables.load import patterns, table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.listing import leads, points
from queries.excerpt import excerpt
from queries.lines import only_leads
from queries.question import OPEN
from queries.search import Hit
from queries.terms import iri_list, local_name
from queries.wording import stems

PASSAGES = 3
"""The most passages an answer quotes."""
CLOSE = 0.1
"""The least closeness of passages that answer an open question."""
CLOSE_TO_FACTS = 0.3
"""That of passages which answer in the place of facts, which would use the question's words."""
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
_HALF = 0.5
LINE = 20
"""The most words of a line that only lists an item."""
RESOLVING = frozenset({"Decision", "Recommendation"})
"""The facts that say what is done and not why."""
_CLASSES = {"person": "Person", "council": "Council"}


def by_passages(asking: Asking) -> Found | Missing:
    """The passages nearest to the question that tell what it asks, or why there are none."""
    result = asking.result
    if not result.hits or _far(asking):
        return Missing("Nothing in the papers comes close enough to the question to answer it.")
    told = telling(asking)
    if not told:
        thing = table("questions")["things"][asking.question.expects]
        return Missing(f"No passage that speaks of this names {thing}.")
    stretches = _with_points(asking, told)
    return Found(
        answer="\n".join(words for _, words in stretches),
        quotes=[Quote(paragraph, words) for paragraph, words in stretches],
    )


def _with_points(asking: Asking, told: Sequence[Hit]) -> list[tuple[str, str]]:
    """The stretches of the best passages, a lead-in with the points under it."""
    stretches: dict[str, str] = {}
    for hit in told:
        if len(stretches) >= PASSAGES:
            break
        if hit.place.paragraph not in stretches:
            stretches[hit.place.paragraph] = stretch(asking, hit)
            if leads(hit.place):
                stretches.update(points(asking.graph, hit.place))
    return list(stretches.items())


def _far(asking: Asking) -> bool:
    """Whether even the nearest passages are too far from the question."""
    return asking.closeness < (CLOSE if asking.question.way == OPEN else CLOSE_TO_FACTS)


def telling(asking: Asking) -> list[Hit]:
    """The hits that name the kind of thing the question asks for, and speak of the rest.

    A hit speaks of the rest when it has half as many words of the question as the best one,
    not counting the word for the thing itself.
    """
    expects, whom = asking.question.expects, asking.question.way == "contact"
    result = asking.result
    saying = [hit for hit in result.hits if whom or not _only_names(asking, hit)]
    saying = saying or list(result.hits)
    if expects is None:
        return _reasons_first(asking, saying)
    said = [_words(hit, expects) for hit in saying]
    least = _HALF * max(map(len, said)) or float(result.nearest < ALIKE)
    hits = [hit for hit, words in zip(saying, said, strict=True) if len(words) >= least]
    if expects in _CLASSES:
        named = _mentioned(asking.graph, [hit.place.paragraph for hit in hits])
        wanted = _CLASSES[expects]
        return [hit for hit in hits if wanted in named.get(hit.place.paragraph, ())]
    shown = patterns("questions", "shows", expects)
    return [hit for hit in hits if any(pattern.search(hit.place.text) for pattern in shown)]


def _only_names(asking: Asking, hit: Hit) -> bool:
    """Whether a hit only names a thing, leads in, or lists an item of an agenda."""
    item = bool(hit.facts) and all(fact.type == "AgendaItem" for fact in hit.facts)
    listed = (
        item and "AgendaItem" not in asking.question.facts and len(hit.place.text.split()) <= LINE
    )
    return listed or only_leads(hit.place)


def _reasons_first(asking: Asking, hits: list[Hit]) -> list[Hit]:
    """The hits as they come; where a reason is asked for, what only resolves comes last."""
    if not any(pattern.search(asking.question.text) for pattern in patterns("questions", "why")):
        return hits
    return sorted(hits, key=lambda hit: any(fact.type in RESOLVING for fact in hit.facts))


def _words(hit: Hit, expects: str) -> set[str]:
    """The stems of the question's words in a hit, without those that ask for the thing."""
    matched = " ".join(hit.place.text[start:end] for start, end in hit.matched)
    return set(stems(matched)) - set(stems(table("questions")["things"][expects]))


def _mentioned(graph: KnowledgeGraph, paragraphs: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for paragraph, kind in graph.select(_MENTIONED % iri_list(paragraphs)).rows:
        found.setdefault(str(paragraph), set()).add(local_name(str(kind)))
    return found


def stretch(asking: Asking, hit: Hit) -> str:
    """The words of a hit that are worth quoting."""
    text = hit.place.text
    span = excerpt(text, lambda texts: _scores(asking, texts))
    return text[span.start : span.end]


def _scores(asking: Asking, texts: Sequence[str]) -> list[float]:
    """How near each text is to the question: shared words and likeness of meaning, 0 to 2."""
    wanted = set(terms(asking.question.keywords))
    encoder = asking.searcher.library.encoder
    likeness = encoder.encode(texts) @ encoder.encode([asking.question.text])[0]
    shares = [len(wanted & set(terms(text))) / len(wanted) if wanted else 0.0 for text in texts]
    return [share + float(like) for share, like in zip(shares, np.asarray(likeness), strict=True)]
