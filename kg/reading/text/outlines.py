"""Headings that other plain notations mark, with Markdown's marks instead.

An outline opens its headings with stars ("** Title"), AsciiDoc and Typst with signs of equality
("== Title"), and a wiki has these on both sides ("==Title==").
"""

import re

_STARS = re.compile(r"^\*{2,6}(?= +\S)", re.MULTILINE)
_ANY_STARS = re.compile(r"^\*{1,6}(?= +\S)", re.MULTILINE)
_FEWEST_STARS = 3
_EQUALS = re.compile(
    r"^(?P<mark>={1,6})(?: +(?=[^\s=])|(?<===)(?=[^\s=][^=\n]*+==+[ \t]*+$))(?P<title>[^\n]+)$",
    re.MULTILINE,
)
_FEWEST_EQUALS = 2


def with_hashes(text: str) -> str:
    """The text, its headings of other notations opened by "#" as in Markdown."""
    return with_equals_hashed(_with_stars_hashed(text))


def _with_stars_hashed(text: str) -> str:
    if len(_STARS.findall(text)) < _FEWEST_STARS:
        return text
    return _ANY_STARS.sub(lambda match: "#" * len(match.group()), text)


def with_equals_hashed(text: str) -> str:
    """The same of headings marked by signs of equality alone, as stars are bullets in Markdown."""
    return _EQUALS.sub(_hashed, text) if len(_EQUALS.findall(text)) >= _FEWEST_EQUALS else text


def _hashed(heading: re.Match[str]) -> str:
    return f"{'#' * len(heading['mark'])} {heading['title'].rstrip().rstrip('=').rstrip()}"
