"""Numbers as papers write them: "1,250", "twenty-one", "£2.45 million", "two-thirds"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.lazy import lazily
from kg.tables.load import alternation, table, words
from kg.vocabulary import as_listed

_SHARE = alternation("figures", "shares")
_SMALL = alternation("numbers", "small")
_TENS = alternation("numbers", "tens")
_UP_TO_99 = rf"(?:{_TENS}(?:[- ]{_SMALL})?|(?!one\b){_SMALL})"
_FOUR_PLACES = Decimal("0.0001")

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
WORDS = rf"(?:(?:an?|{_SMALL})[ ]hundred(?:[ ]and[ ](?:one|{_UP_TO_99}))?|{_UP_TO_99})"
SCALE = rf"(?:(?:[ ]?{alternation('figures', 'scales')}|{alternation('figures', 'letters')})\b)"
SHARE = rf"(?:(?:an?[ ]|one[ -])?{_SHARE})"
INITIALS = "".join(sorted({word[0] for word in words("numbers", "small")} | {"a"}))
"""The letters that a number in words begins with, lower case."""

_ANY = lazily(
    rf"(?<![\w.,])(?:(?P<half>half[ ]an?)|(?P<number>{DIGITS}|{WORDS}))(?P<scale>{SCALE})"
    rf"|\b(?P<share>{SHARE})\b|(?<![\w.,])(?P<plain>{DIGITS})(?![\d/])|\b(?P<words>{WORDS})\b",
    re.IGNORECASE,
)


def value(written: str, scale: str | None = None) -> Decimal:
    """The number that digits or words stand for, times a scale such as "million"."""
    number = (
        Decimal(written.replace(",", "")) if written[0].isdigit() else _in_words(as_listed(written))
    )
    return _plain(number * times(scale))


def in_words(digits: str) -> str:
    """The one word for a whole number in digits; the digits where there is none."""
    names = {**table("numbers")["small"], **table("numbers")["tens"], "hundred": 100}
    return next((name for name, number in names.items() if str(number) == digits), digits)


def share(written: str, scale: str | None = None) -> Decimal:
    """What "two-thirds" or "half" stands for, to four places, times a scale."""
    key = re.sub(r"^(?:an?|one)[ -]+", "", as_listed(written)).replace(" ", "-")
    over, under = table("figures")["shares"][key]
    exact = Decimal(over) / Decimal(under)
    rounded = exact.quantize(_FOUR_PLACES)
    return _plain((exact if exact == rounded else rounded) * times(scale))


def numbers(text: str) -> Iterator[Decimal]:
    """Every number in a short text; the ends of a range share the scale behind it."""
    found = [_any(match) for match in _ANY.finditer(text)]
    for at, (number, scale) in enumerate(found):
        following = found[at + 1][1] if at + 1 < len(found) else None
        yield _plain(number * times(scale or following))


def _any(match: re.Match[str]) -> tuple[Decimal, str | None]:
    if match["half"]:
        return Decimal("0.5"), match["scale"]
    if match["share"]:
        return share(match["share"]), None
    return value(match["number"] or match["plain"] or match["words"]), match["scale"]


def times(scale: str | None) -> Decimal:
    """What a scale such as "million" multiplies by; 1 without one."""
    known = {**table("figures")["scales"], **table("figures")["letters"]}
    return Decimal(known[as_listed(scale)]) if scale else Decimal(1)


def _plain(number: Decimal) -> Decimal:
    """A whole number without decimal places."""
    whole = number.to_integral_value()
    return whole if whole == number else number


def _in_words(written: str) -> Decimal:
    known = {**table("numbers")["small"], **table("numbers")["tens"]}
    total = 0
    for part in re.split(r"[ -]+", written):
        total = (total or 1) * 100 if part == "hundred" else total + known.get(part, 0)
    return Decimal(total)
