"""What the pronouns of a question stand for: things and times that it names before them."""

import re

from kg.tables.load import alternation
from queries.texts.wording import LONGEST, content_stems, says
from queries.understanding.periods import times_in

_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?![\d/])")
_THAT_YEAR = re.compile(r"\b(?:the same|that|the said) year\b", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"\b(?:{alternation('questions', 'pronouns', 'things')}"
    rf"|(?P<person>{alternation('questions', 'pronouns', 'people')}))\b(?! (?:that|who)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:here|my|our|such|these|this|those|us)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b"
    r"|\b(?:ones?|so|that|then)\W*$",
    re.IGNORECASE,
)
"""Words besides pronouns by which a question points back to what stands before it."""
_OPENS = alternation("questions", "pronouns", "asking")
_ASKED = rf"(?:and )?(?:(?:at|by|from|in|on|to) )?{_OPENS}\b[^?]+"
_FEWEST = 3
"""The least words with content that say what a question is about."""
_OWNING = frozenset({"its", "his", "their"})
_MATTER = re.compile(
    r"\b(?:about|into|of|on|regarding) (?P<matter>the [\w’' -]{3,60}?)\W*$", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_SET_OUT = re.compile(
    rf"^\W*(?!{_OPENS}\b)(?P<told>[^?;:]{{12,200}}?)"
    rf"(?:;|\.)\s+(?P<asked>{_ASKED})\?*\s*$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"^\W*(?P<told>[^?;:,]{{3,80}})(?::|\s[-–—])\s+(?P<asked>{_ASKED})\?*\s*$", re.IGNORECASE
)


def with_years(text: str) -> str:
    """A text with the year that stands before it for "that year": "by the end of that year"."""
    match = _THAT_YEAR.search(text)
    years = _YEAR.findall(text[: match.start()]) if match else []
    return f"{text[: match.start()]}{years[-1]}{text[match.end() :]}" if match and years else text


def set_out(text: str) -> tuple[str, str] | None:
    """What a question tells before it asks, and what it asks: "A lamp was promised. Did it come?";
    None where it asks from the start.
    """
    match = _SET_OUT.match(text[:LONGEST])
    return (match["told"], f"{match['asked']}?") if match else None


def is_of_asker(told: str) -> bool:
    """Whether what is told before a question says only who asks it, or what for, and of no time."""
    return says(told, "tells_of_asker") and not times_in(told)


def is_whole(asked: str) -> bool:
    """Whether a question says itself what it is about, with no pronoun for what stands before."""
    points_back = _PRONOUN.search(asked) or _POINTS_BACK.search(asked)
    return len(content_stems(asked)) >= _FEWEST and points_back is None


def headed(text: str) -> str | None:
    """The thing that a question names before it asks: "The lamp: is it lit?" has "the lamp"."""
    match = _HEADED.match(text[:LONGEST])
    return f"the {_ARTICLE.sub('', match['told']).strip()}" if match else None


def last_matter(told: str) -> str | None:
    """The matter that a statement ends with: "the quay" of "Members wanted more on the quay"."""
    match = _MATTER.search(told[:LONGEST])
    return match["matter"] if match else None


def in_place_of_pronoun(text: str, thing: str, *, person: bool = False) -> str | None:
    """A question with a thing, or a person, where its first pronoun for one stands; None where it
    has none.
    """
    found = (one for one in _PRONOUN.finditer(text) if person is bool(one["person"]))
    match = next(found, None)
    if match is None:
        return None
    behind = text[match.end() :]
    owning = match[0].lower() in _OWNING or (match[0].lower() == "her" and behind[:1] == " ")
    owned = "'s" if owning else ""
    return f"{text[: match.start()]}{thing}{owned}{behind}"
