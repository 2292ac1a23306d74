"""Numbers and bullets at the head of a paragraph."""

import re
from dataclasses import dataclass

from kg.tables.load import alternation

_SIGNS = "·•▪▫◦●○■□‣⁃❖➢✓✔►▶∙"
_PRIVATE_SIGNS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8"
BULLETS = frozenset(_SIGNS + _PRIVATE_SIGNS)
"""The signs that are bullets wherever they stand."""
_VERSION = rf"(?![-–—]\s+(?i:{alternation('bodies', 'states')})\s+[-–—])"  # "– DRAFT –" is a title
_BULLET = re.compile(
    rf"(?:[{_SIGNS}{_PRIVATE_SIGNS}]\s*|{_VERSION}[-*–—+]\s+|o\s+(?=[A-Z\"'‘“]))+(?=\S)"
)
_ROMAN = r"[ivx]{1,5}"
_WHOLE = r"(?:\d{1,3}|(?!19|20)\d{4})"  # of four digits, no year
_SERIES = r"(?:[A-Z]{1,5}[/. ]?)?"  # before the numbers of minutes: "TB/16/054"
_YEARS = "|".join(f"{year}[/-]{year + 1}" for year in range(14, 50))  # "55/22/23" is no day
_EARLIER = "|".join(f"0?{year}[/-]0?{year + 1}" for year in range(14))  # "147/12/13" is no day
_CLOCK = r"(?!\s*(?i:am|pm|a\.m|p\.m|noon|hrs?)\b)"
_CONTACT = r"(?:[+(\d][\d\ ()+-]{6}|www\.|https?:|\S+@)"  # "t: 01632 960001" is no item
_NUMBER = re.compile(
    rf"""(?:
        \((?!\d{{3}}\)\s?\d{{3}}[-.\s]\d{{4}}\b)(?P<round>\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN}|[a-z]{{1,2}})\)\s*
      | (?P<half>\d{{1,3}}(?:(?:\.\d{{1,3}})*|[a-z])|{_ROMAN}|[a-zA-Z])\)\s+
      | (?P<item>(?i:(?:agenda\s+)?item\s+(?:no\.?\s*)?|agenda\s+(?=\d{{1,2}}:))
          (?P<of>\d{{1,3}}[a-z]?))\b(?![/.-]\d)
        (?:\s?[.:)]|\s+[–—-](?=\s))?\s*
      | (?P<stroke>\d{{1,2}})(?:\.?\s/|/)\s+(?=["'(\[\u2018\u201cA-Z])
      | (?P<minute>(?:{_SERIES}\d{{1,4}}[a-z]?/(?:(?:{_YEARS})\b|\d{{2,4}})
          |\d{{3,4}}/(?:{_EARLIER})\b))(?:[.:]|\s/(?=\s))?
        \s+(?=(?:\*\s+)?["'(\[\u2018\u201cA-Z]|\d\d/\d{{5}})
      | (?P<dotted>{_WHOLE}(?:\.\d{{1,3}})*(?:\.?[a-z]|[A-H](?=\.\s))?)
        (?:\.{{1,2}}(?:\s+|(?=[A-Z(\u2018\u201c]))|\ \.(?=[A-Z(]))
      | (?P<colon>\d{{1,2}}):\s+(?=["'(\[\u2018\u201cA-Z])
      | (?P<dashed>\d{{1,2}})\s+[–—-]\s+(?=["'(\[\u2018\u201cA-Z])
      | (?P<bare>\d{{1,4}}(?:\.\d{{1,3}})+)
        (?:\s+(?=["'(\[\u2018\u201cA-Z]|\d\d/\d{{3}}|\d{{1,2}}(?:st|nd|rd|th)\s|that\s|to\s+[a-z])|(?=[A-Z][a-z]{{3}}))
      | (?P<letter>[a-z]|{_ROMAN})(?!:\s*{_CONTACT})[.:]\s+(?=\S)
    ){_CLOCK}""",
    re.VERBOSE,
)
_CALLED = re.compile(
    r"(?:agenda\s+)?item\s+(?:no\.?\s*)?\d{1,3}[a-z]?(?:\s*[.:)]|\s+[–—-]\s|\s*$)"
    r"|agenda\s+\d{1,2}:\s",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?!\d{1,2}[./-](?:0?\d|1[0-2])[./-](?:19|20)?\d\d$)"  # no day
    r"(?:[A-Z]{1,5}[/.-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}(?:\([a-z]\))?"
)
_OF_LETTER = re.compile(r"\.(?=[a-z]$)")
"""What parts a letter from the number of its item: "3.a" is "3a"."""
_INTEGER = re.compile(r"\d{1,3}[a-z]?")
_LETTERED = frozenset({"round", "half", "letter"})


UNTICKED, TICKED = "\u2610", "\u2612"
BOX = re.compile(
    rf"(?:[{UNTICKED}\u2b1c\u25fb]|\[ \]|(?P<tick>[{TICKED}\u2611\u2705]|\[[xX]\]))\ufe0f?\s+(?=\S)"
)
"""A box before a list item, with a tick or a cross in it or empty."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the words: a bullet, a number, or both.

    ``number`` is without its punctuation; ``text`` keeps the number and drops
    the bullet; ``listed`` says that the form belongs to list items ("a)",
    "(i)", a bullet) rather than to numbered paragraphs ("13.", "7.1").
    ``rest`` is the text after the number.
    """

    text: str
    rest: str
    number: str | None = None
    bullet: bool = False
    listed: bool = False

    def __bool__(self) -> bool:
        return self.bullet or self.number is not None


def parse_marker(text: str) -> Marker:
    """The marker at the head of ``text``; one without number or bullet where there is none."""
    bullet = _BULLET.match(text)
    words = text[bullet.end() :] if bullet else text
    match = _NUMBER.match(words)
    if not match:
        return Marker(words, words, bullet=bullet is not None, listed=bullet is not None)
    form = match.lastgroup or ""
    number = match["of"] or next(value for value in match.groups() if value)
    number = _OF_LETTER.sub("", number)
    return Marker(
        text=words,
        rest=words[match.end() :],
        number=number,
        bullet=bullet is not None,
        listed=form in _LETTERED,
    )


def names_item(text: str) -> bool:
    """Whether ``text`` begins by calling itself an item by number: "Item 3 – Fees", "Item 3"."""
    return _CALLED.match(text) is not None


def is_bare_marker(text: str) -> bool:
    """Whether ``text`` is a number or bullet with nothing after it ("1.", "(a)", "•")."""
    stripped = text.strip()
    marker = parse_marker(stripped + " X")
    written = _INTEGER.fullmatch(stripped) or _CODE.fullmatch(stripped)
    return bool(written) or (bool(marker) and marker.rest == "X")
