"""Figures: quantities with what they count, money, percentages."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.extraction import dates
from kg.extraction.context import Context, evidence
from kg.facts import Figure
from kg.model import Kind, Paragraph
from kg.structure.sections import Piece, body
from kg.tables.load import alternation, table

RULE = "figures/1"

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = alternation("figures", "numbers_list")
_SCALE = r"(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?"
_MONEY = re.compile(
    rf"£\s?(?P<value>{_NUMBER}){_SCALE}(?P<unit>\s+(?:per|a|an)\s+\w+)?", re.IGNORECASE
)
_PERCENT = re.compile(
    rf"(?<![\d.,])(?P<value>{_NUMBER}|{_WORDS})\s?(?:%|per\s?cent\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\d.,/£:#-])(?P<value>{_NUMBER}|\b{_WORDS})(?:\+|\s+or more)?{_SCALE}\s+"
    rf"(?P<unit>(?:(?!{alternation('figures', 'not_between')}\b)[A-Za-z][\w’'-]*\s+){{0,3}}?"
    rf"{alternation('figures', 'units')})(?!\w)",
    re.IGNORECASE,
)
_NOT_A_COUNT = re.compile(
    rf"\b{alternation('figures', 'not_before')}\.?\s*$",
    re.IGNORECASE,
)


def figures(context: Context) -> tuple[Figure, ...]:
    """The figures in running text; numbers that only name a place or a date are none."""
    found: list[Figure] = []
    for paragraph in context.document.paragraphs:
        if paragraph.kind in (Kind.FURNITURE, Kind.HEADING):
            continue
        found.extend(_in_paragraph(paragraph))
    return tuple(found)


def _in_paragraph(paragraph: Paragraph) -> Iterator[Figure]:
    piece = body(paragraph)
    taken = [(found.start, found.end) for found in dates.days(paragraph.text)]
    for pattern, unit in ((_MONEY, "GBP"), (_PERCENT, "percent"), (_COUNT, None)):
        for match in pattern.finditer(paragraph.text, piece.start):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if _NOT_A_COUNT.search(paragraph.text[max(0, match.start() - 20) : match.start()]):
                continue
            taken.append(match.span())
            yield _figure(paragraph, match, unit)


def _figure(paragraph: Paragraph, match: re.Match[str], unit: str | None) -> Figure:
    groups = match.groupdict()
    value = _value(groups["value"], groups.get("scale"))
    counted = " ".join((groups.get("unit") or "").split())
    return Figure(
        value=value,
        unit=f"{unit} {counted}".strip() if unit else counted,
        text=paragraph.text[match.start() : match.end()].strip(),
        evidence=(evidence(Piece(paragraph, match.start(), match.end())),),
        rule=RULE,
    )


def _value(written: str, scale: str | None) -> Decimal:
    words = table("figures")["numbers"]
    number = (
        Decimal(words[written.lower()])
        if written.lower() in words
        else Decimal(written.replace(",", ""))
    )
    return number * Decimal(table("figures")["scales"][scale.lower()]) if scale else number
