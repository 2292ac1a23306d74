"""What other plain notations mark, with Markdown's marks instead.

An outline opens its headings with stars ("** Title"), AsciiDoc and Typst with signs of equality
("== Title"), and a wiki has these on both sides ("==Title=="). Obsidian and GitHub set a quote in
a box with a title ("> [!note] Title"), some converters break a heading over lines. Older Markdown
needs no blank behind the hashes ("##Title") and takes attributes ("{:.wide}"); Pandoc's opens with
signs of per cent ("% Title").
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
_BOX = re.compile(
    r"^(?P<quote>(?:[ \t]*>)+)[ \t]*\[![\w-]{1,20}\][-+]?[ \t]*(?P<title>.*)$", re.MULTILINE
)
_BROKEN_HEADING = re.compile(
    r"^(?P<head>#{1,6} [^\n]*[^\s.:;!?#])\n {1,3}(?=[^\s#>|*+-])(?!\d+[.)]\s)", re.MULTILINE
)
_HASHES = re.compile(r"^(#{1,6})(?=[A-Z*_\[\u2018\u201c]|\d{1,2}[.)])", re.MULTILINE)
_FEWEST_HASHES = 2
"""Fewer lines than these behind one hash each may be tags, "#Lamps", and no headings."""
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{1,120}\}|(?<=\") target=\"?_\w{1,10}\"?(?=[ \t]*\))")
"""What older Markdown gives a block, a heading or a link besides its words."""
_TITLE_BLOCK = re.compile(r"\A(?:%[ \t]+\S[^\n]*\n){1,3}")
_PERCENT = re.compile(r"^%[ \t]+", re.MULTILINE)
_MOST_LINES = 4
"""Over how many lines a heading may go on."""


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


def with_boxes_quoted(text: str) -> str:
    """The text; a quote in a box of some kind is one under the title of the box alone."""
    return _BOX.sub(_quoted, text)


def _quoted(box: re.Match[str]) -> str:
    quote, title = box["quote"], box["title"].strip()
    return f"{quote} {title}\n{quote}" if title else quote


def with_title_lines(text: str) -> str:
    """The text; the title, authors and day that Pandoc reads above it are lines of their own."""
    return _TITLE_BLOCK.sub(lambda block: _PERCENT.sub("\n", block.group()), text)


def with_headings_joined(text: str) -> str:
    """The text; a heading that goes on in a line set in below it is on one line."""
    for _ in range(_MOST_LINES):
        text, joined = _BROKEN_HEADING.subn(r"\g<head> ", text)
        if not joined:
            break
    return text


def with_older_marks(text: str) -> str:
    """The text; a blank stands behind the hashes of its headings, and attributes are left out."""
    text = _ATTRIBUTES.sub("", text)
    found = _HASHES.findall(text)
    if len(found) < _FEWEST_HASHES and all(hashes == "#" for hashes in found):
        return text
    return _HASHES.sub(r"\1 ", text)
