"""References that a question gives ("19/00421/FUL"): what bears another one answers nothing."""

import re
from collections.abc import Sequence

from queries.answering.answer import Missing
from queries.answering.asking import HITS, Asking
from queries.retrieval.ranking import in_place
from queries.search import Hit
from queries.texts.wording import LONGEST
from queries.understanding.periods import times_in

_PART = r"[A-Z\d-]{1,12}"
_REFERENCE = re.compile(rf"(?<![\w/]){_PART}(?:/{_PART}){{1,5}}(?![\w/])")
_SITE = re.compile(
    r"(?<![\w@])(?:[\w-]{1,40}\.){1,4}(?:uk|com|org|net|gov|eu|ie|edu|info)(?![\w@])",
    re.IGNORECASE,
)
"""The address of a site on the web."""
_RECOMMENDATION = re.compile(
    r"\brecommendation (?:no\.? |number )?(\d{1,3})\b(?!\.\d)", re.IGNORECASE
)
_NUMBERS = """SELECT DISTINCT ?number
WHERE { ?recommendation a mb:Recommendation ; mb:number ?number }
ORDER BY ?number"""
_DIGITS = 4
"""The least number of digits of a reference; one without letters has more."""


def references(text: str) -> tuple[str, ...]:
    """The references in a text: figures and capitals parted by strokes that are no dates."""
    head = text[:LONGEST]
    times = [(one.begin, one.end) for one in times_in(head)]
    return tuple(
        match[0]
        for match in _REFERENCE.finditer(head)
        if sum(map(str.isdigit, match[0])) >= _DIGITS + (not re.search(r"[A-Z]", match[0]))
        and not any(first <= match.start() and match.end() <= last for first, last in times)
    )


def unknown_reference(asking: Asking) -> Missing | None:
    """That no paper has a reference of the question."""
    for one in references(asking.question.text):
        if not _bearing(asking, one):
            return Missing(f"No paper held names {one}.")
    return None


def unknown_recommendation(asking: Asking) -> Missing | None:
    """That no recommendation of the papers bears the number asked for, where others bear one."""
    asked = recommended(asking.question.text)
    if asked is None:
        return None
    held = {str(number).strip("().") for (number,) in asking.graph.select(_NUMBERS).rows}
    if not held or asked in held:
        return None
    return Missing(f"No paper held has a recommendation {asked}.", _NUMBERS)


def recommended(text: str) -> str | None:
    """The number of the recommendation that a question names by its number."""
    asked = _RECOMMENDATION.search(text[:LONGEST])
    return asked[1] if asked else None


def of_references(asking: Asking, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits that bear a reference of the question, or those found by it. Where it gives none
    those that speak of no other site on the web than it does.
    """
    asked = references(asking.question.text)
    if not asked:
        sites = _sites(asking.question.text)
        return [hit for hit in hits if not sites or _of_sites(hit, sites)]
    ours = [hit for hit in hits if any(_bears(hit, one) for one in asked)]
    return ours or [hit for one in asked for hit in _bearing(asking, one)]


def _sites(text: str) -> set[str]:
    """The sites on the web that a text names."""
    return {match[0].casefold() for match in _SITE.finditer(text)}


def _of_sites(hit: Hit, sites: set[str]) -> bool:
    """Whether a passage names one of some sites, or none at all."""
    named = _sites(in_place(hit.place))
    return not named or bool(named & sites)


def _bearing(asking: Asking, reference: str) -> list[Hit]:
    """What is found by a reference and bears it."""
    question = asking.searcher.understand(reference)
    found = asking.searcher.search(question, asking.where, HITS).hits
    return [hit for hit in found if _bears(hit, reference)]


def _bears(hit: Hit, reference: str) -> bool:
    """Whether a passage has a reference, in its words or above them."""
    return reference.casefold() in in_place(hit.place).casefold()
