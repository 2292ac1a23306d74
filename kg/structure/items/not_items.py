"""Numbers that count something else than the items of a meeting: text, points, lines of a list."""

import re
from collections.abc import Sequence

from kg.model import Kind, Paragraph
from kg.structure.items.titles import is_sentence, title_span
from kg.structure.items.unnumbered import led
from kg.tables.load import matches

_FEWEST = 3
_MOSTLY = 0.8
_NEAR = 2
_PAID = re.compile(r"\W*(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?\W+)?[£$€]\s?\d")
"""How a line opens that says what was paid, perhaps behind the day."""


def are_lines(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs follow one another, and so head nothing."""
    between = [p for p in paragraphs if heads and heads[0].ordinal < p.ordinal < heads[-1].ordinal]
    apart = {head.ordinal for head in heads}
    return len(heads) > 1 and all(p.ordinal in apart or p.kind is Kind.FURNITURE for p in between)


def are_text(heads: Sequence[Paragraph], headings: Sequence[Paragraph]) -> bool:
    """Whether numbers count paragraphs and not items: most are sentences, and the headings
    stand right over some of them, two headings at least; three, where others stand before the
    first or behind the last.
    """
    if any(p.kind is Kind.HEADING or p.number is None for p in heads):
        return False
    below = {p.ordinal for p in heads}
    among = over_paragraphs(heads, headings)
    over = sum(h.ordinal + 1 in below for h in among)
    enough = over > (1 if len(among) == len(headings) else _FEWEST)
    return enough and over == len(among) and 2 * sum(map(is_sentence, heads)) > len(heads)


def over_paragraphs(heads: Sequence[Paragraph], headings: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings from the one right above the first numbered paragraph to the last of these."""
    first, last = (heads[0].ordinal - 1, heads[-1].ordinal) if heads else (0, 0)
    return [h for h in headings if first <= h.ordinal < last]


def are_told_in_one(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether numbers are a list in the text of one of more titles that open paragraphs."""
    if not heads or any(p.kind is Kind.HEADING or p.number is None for p in heads):
        return False
    opened = [p for p, _ in led(paragraphs, ())]
    under = {sum(p.ordinal <= head.ordinal for p in opened) for head in heads}
    return len(opened) > len(heads) and len(under) == 1 and 0 not in under


def are_consented(heads: Sequence[Paragraph], headings: Sequence[Paragraph]) -> bool:
    """Whether numbers are only the list of what is agreed at once, below its heading."""
    if not heads or any(p.kind is Kind.HEADING for p in heads):
        return False
    above = [h for h in headings if h.number is None and h.ordinal < heads[0].ordinal]
    alone = bool(above) and not any(
        above[-1].ordinal < h.ordinal < heads[-1].ordinal for h in headings
    )
    return alone and matches(above[-1].text, "sections", "items", "consent")


def are_points(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether numbers count points below a heading or several, and not the items of minutes."""
    below_one = _are_points_of_one(heads, headings, paragraphs)
    several = _are_points_of_several(heads, headings, paragraphs)
    return below_one or several or _are_led_in(heads, headings, paragraphs)


def _are_points_of_one(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether numbers are a list below one of several headings: two stand before that one, one
    behind, and the list is led in to, or is nothing but lines.
    """
    counted = {head.ordinal for head in heads}
    over = [h.ordinal for h in headings if h.ordinal not in counted and h.number is None]
    under = {sum(at < head.ordinal for at in over) for head in heads}
    if len(under) != 1 or not _FEWEST <= min(under) < len(over):
        return False
    above = paragraphs[heads[0].ordinal - 1 - paragraphs[0].ordinal]
    led_in = above.kind is not Kind.HEADING and above.text.endswith(":")
    return led_in or (len(heads) > 1 and are_lines(heads, paragraphs))


def _are_led_in(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether all numbers stand in lists that lines of text lead in to, below some of more
    headings without a number: "The Board agreed:", "1. To ...". Each list begins at 1.
    """
    titles = [h for h in headings if h.number is None]
    above = {_above(head, paragraphs) for head in heads}
    led_in = all(p and p.kind is not Kind.HEADING and p.text.endswith(":") for p in above)
    first = [paragraphs[p.ordinal + 1 - paragraphs[0].ordinal].number for p in above if p]
    plain = not any(p.kind is Kind.HEADING for p in heads) and set(first) == {"1"}
    return plain and led_in and len(above) < len(heads) and len(titles) > max(_FEWEST, len(above))


def _above(head: Paragraph, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The last paragraph without a number above one with a number, and above those before it."""
    before = paragraphs[: head.ordinal - paragraphs[0].ordinal]
    return next((p for p in reversed(before) if p.number is None), None)


def _are_points_of_several(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether numbers begin again at 1 right below headings, two at least, of which more than
    there are numbers in sequence stand over plain text.
    """
    base = paragraphs[0].ordinal
    below = [paragraphs[at] for h in headings if (at := h.ordinal + 1 - base) < len(paragraphs)]
    plain = sum(p.number is None and p.kind is Kind.TEXT for p in below)
    return plain > max(_FEWEST, len(heads)) and sum(p.number == "1" for p in below) > 1


def are_questions(heads: Sequence[Paragraph]) -> bool:
    """Whether numbers count what was asked at a meeting: most heads end in a question."""
    asked = sum(head.text.rstrip().endswith("?") for head in heads)
    return len(heads) >= _FEWEST and asked >= _MOSTLY * len(heads)


def are_applications(heads: Sequence[Paragraph], headings: Sequence[Paragraph]) -> bool:
    """Whether the numbers of a few lines among ``headings`` are those of planning applications."""
    few = 0 < len(heads) < len(headings)
    return few and all(matches(p.number or "", "sections", "items", "applications") for p in heads)


def are_motions(heads: Sequence[Paragraph]) -> bool:
    """Whether letters count what was done on motions: "A. The lease was approved on a motion by
    ..." opens no item.
    """
    told = [p for p in heads if p.kind is not Kind.HEADING and not p.text[:1].isdigit()]
    carried = sum(matches(p.text, "sections", "items", "on_motion") for p in told)
    return len(told) == len(heads) > 1 and 2 * carried > len(heads)


def are_articles(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether letters count the sentences of a wording that a line below a heading leads in to:
    "Special rules are:", "A. The Club shall ...".
    """
    if not headings or len(heads) < 2 or not all(p.number and p.number.isalpha() for p in heads):
        return False
    above = paragraphs[heads[0].ordinal - 1 - paragraphs[0].ordinal]
    led_in = above.kind is not Kind.HEADING and above.text.rstrip().endswith(":")
    return led_in and sum(map(is_sentence, heads)) >= _MOSTLY * len(heads)


def are_of_one_title(heads: Sequence[Paragraph]) -> bool:
    """Whether several heads all have one title, as of a list of actions: "New"."""
    titles = {_title(head) for head in heads}
    return len(heads) >= _FEWEST and len(titles) == 1 and titles != {""}


def behind_last(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs behind the last of ``heads`` and of others with a number and their title."""
    title = _title(heads[0])
    alike = (p for p in paragraphs if p.number and _title(p) == title)
    last = max(p.ordinal for p in (*heads, *alike))
    return paragraphs[last + 1 - paragraphs[0].ordinal :]


def _title(head: Paragraph) -> str:
    return head.text[slice(*title_span(head))]


def heads_sums(heading: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading, or the one right below it, stands over lines of what was paid."""
    below = paragraphs[heading.ordinal + 1 - paragraphs[0].ordinal :]
    first = next((p for p in below[:_NEAR] if p.kind is not Kind.HEADING), None)
    return first is not None and _PAID.match(first.text) is not None
