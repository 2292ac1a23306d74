"""Bullets that head items: over text or deeper bullets, or open with a title."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.model import Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.items.lead_titles import LEAD, RUN_IN
from kg.structure.items.matter_words import heads_people, is_business, tells_matter
from kg.structure.items.titles import stands_over
from kg.structure.labels import is_bare_minutes
from kg.structure.openings import tells
from kg.structure.people_labels import people_label
from kg.tables.load import matches

_ALL = re.compile(r".*", re.DOTALL)
_NAMED = 40
_LONG = 110
_FEWEST = 3
_FEW_WORDS = 6
_FEWEST_TOLD = 2
_MOSTLY = 0.6
_NEARLY = 0.75


def over_text(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bullets of a paper, and titles with numbers among them, if most stand over text."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    bullets = [
        (p, after.kind is Kind.TEXT)
        for p, after in pairwise(shown)
        if (p.kind is Kind.LIST_ITEM if p.number is None else stands_over(p, after))
    ]
    over = [p for p, has_text in bullets if has_text]
    return over if len(over) >= max(_FEWEST, _MOSTLY * len(bullets)) else []


def _outer_bullets(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bullets without numbers of the first depth that stand under no heading of people."""
    bullets = [
        p
        for p in paragraphs
        if p.kind is Kind.LIST_ITEM and p.number is None and not _is_of_people(p)
    ]
    outer = min((p.level or 1 for p in bullets), default=1)
    return [p for p in bullets if (p.level or 1) == outer]


def _is_of_people(bullet: Paragraph) -> bool:
    """Whether a bullet stands right under a heading of those who came or did not."""
    heading = bullet.headings[-1] if bullet.headings else ""
    over = people_label(heading)
    return over is not None and over.rest is None and not is_bare_minutes(heading)


def shouted_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that open with a title in capitals, if nearly all do.

    Those that one of them leads in to, "REPORTS: of these committees:", do not count.
    """
    bullets = _outer_bullets(paragraphs)
    found = [(p, match.end()) for p in bullets if (match := _shouted(p.text))]
    known = {p.ordinal for p, _ in found}
    listed, led = 0, False
    for bullet in bullets:
        shouts = bullet.ordinal in known
        led = bullet.text.rstrip().endswith(":") if shouts else led
        listed += led and not shouts
    return found if len(found) >= max(_FEWEST, _NEARLY * (len(bullets) - listed)) else []


def _shouted(text: str) -> re.Match[str] | None:
    """The title in capitals that a text is, or opens with: parted from it or run in."""
    match = LEAD.match(text)
    if text.isupper():
        return _ALL.match(text)
    whole = match is not None and match[0].isupper() and match[0].count("(") == match[0].count(")")
    return match if whole else RUN_IN.match(text)


def titled_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that open with a title: "Correspondence: ...", if most do."""
    bullets = [
        (p, match)
        for p in _outer_bullets(paragraphs)
        if _is_any_business(p.text, match := LEAD.match(p.text))
    ]
    found = [
        (p, match.end())
        for p, match in bullets
        if match and not match[0].endswith(".") and is_business(match[0], p.text[match.end() :])
    ]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(bullets)) else []


def over_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that are titles, where most stand over deeper ones, some of which tell.

    Nothing need tell where a paper has no more than bullets below its title.
    """
    deeper = {
        p.ordinal
        for p, after in pairwise(paragraphs)
        if after.kind is Kind.LIST_ITEM and (after.level or 1) > (p.level or 1)
    }
    bullets = [p for p in _outer_bullets(paragraphs) if not heads_people(p.text)]
    over = [p for p in bullets if p.ordinal in deeper]
    titles = [(p, len(p.text)) for p in over if _is_short_title(p)]
    told = sum(p.kind is Kind.LIST_ITEM and tells(p) for p in paragraphs)
    mostly = len(titles) >= max(_FEWEST, _MOSTLY * len(bullets))
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    headed = bool(shown) and shown[0].kind is Kind.HEADING
    only = headed and all(p.kind is Kind.LIST_ITEM for p in shown[1:])
    return titles if mostly and (only or told >= _FEWEST_TOLD) else []


def _is_short_title(bullet: Paragraph) -> bool:
    """Whether a bullet names a matter in a few words, and is no sentence."""
    brief = len(bullet.text) <= _LONG and not bullet.text.endswith((".", ";", ","))
    return brief and tells_matter(bullet.text)


def _is_any_business(text: str, lead: re.Match[str] | None) -> bool:
    """Whether a bullet labels no people, or is of apologies and tells who sent them."""
    told = lead is not None and is_business(lead[0], text[lead.end() :])
    return told or people_label(text) is None


def customary(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The bullets that are titles or open with one, if several name what most meetings have."""
    bullets = [p for p in paragraphs if p.kind is Kind.LIST_ITEM and p.number is None]
    titles = [(p, match.end() if (match := LEAD.match(p.text)) else len(p.text)) for p in bullets]
    named = [(p, end) for p, end in titles if is_business(p.text[:end], p.text[end:])]
    usual = {p.ordinal for p, end in named if is_customary(p.text[:end].rstrip(" ."))}
    if len(usual) < _FEWEST:
        return []
    return [
        (p, end)
        for p, end in named
        if end <= _NAMED and (p.ordinal in usual or (end == len(p.text) and _is_over(p, end)))
    ]


def _is_over(bullet: Paragraph, end: int) -> bool:
    """Whether a bullet is a title and no sentence: few words, and no verb or figure in them."""
    short = len(bullet.text.split()) <= _FEW_WORDS
    return short and not matches(bullet.text[:end], "sections", "items", "says")
