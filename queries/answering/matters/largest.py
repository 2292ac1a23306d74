"""The largest or the smallest: of the sums that decisions name; else only what papers call so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extraction.numbers import DIGITS, SCALE, value
from queries.answering.answer import Found
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.told import Told
from queries.answering.structured import rows_asked_of, told_by
from queries.texts.wording import light, says, stems_of

FEWEST = 2
"""The fewest sums that are compared."""
HALF = 0.5
"""What a passage that says which is the most has of the subject, by what any has."""
_SUM = re.compile(rf"[£€$]\s?({DIGITS})({SCALE})?")
_DECIDED = """SELECT DISTINCT ?decision ?text ?day ?board
WHERE {
  ?decision a mb:Decision ; mb:text ?text ; mb:decidedAt ?meeting .
  ?meeting dct:date ?day .
  OPTIONAL { ?meeting mb:heldBy ?board }
  FILTER(REGEX(?text, "[£€$]"))
}
ORDER BY ?decision ?text ?day ?board"""


def by_sum(asking: Asking) -> Found | None:
    """The decisions on the subject that name the largest sum, or the smallest; None where that is
    not asked of sums decided on, or there are none to compare.
    """
    text = asking.question.text
    side = next((one for one in ("largest", "smallest") if says(text, "extreme", one)), None)
    if side is None or not says(text, "extreme", "of_sums"):
        return None
    sums = dict(_sums(asking))
    if len(sums) < FEWEST:
        return None
    best = (max if side == "largest" else min)(sums.values())
    found = told_by(asking, [one for one, of in sums.items() if of == best], "decision")
    note = f"Of the {len(sums)} decisions found that name one sum."
    return found and replace(found, note=note)


def _sums(asking: Asking) -> Iterator[tuple[str, Decimal]]:
    """The decisions asked about that name one sum, with it."""
    general = light() | stems_of("questions", "asking", "sums")
    subject = set(asking.question.subject) - general
    for row in rows_asked_of(asking, _DECIDED):
        text = str(row["text"])
        named = _SUM.findall(text)
        if len(named) == 1 and subject <= asking.held(text):
            ((number, scale),) = named
            yield str(row["decision"]), value(number, scale.strip() or None)


def compared(asking: Asking, told: list[Told]) -> list[Told]:
    """Where it is asked which is the most or the least, those that say so of half of what any has
    of the subject: others need not be on it.
    """
    if not any(says(asking.question.text, "extreme", one) for one in ("largest", "smallest")):
        return told
    shares = [asking.share(with_titles(one.hit.place)) for one in told]
    least = HALF * max(shares, default=0.0)
    return [
        one
        for one, share in zip(told, shares, strict=True)
        if share >= least and says(one.text, "extreme", "told")
    ]
