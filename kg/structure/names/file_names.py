"""What the name of a file says of a paper."""

import re

from kg.model import Document, Kind
from kg.tables.load import words

_SUFFIX = re.compile(r"\.\w{1,5}$")
_JOINTS = re.compile(r"[_+]|(?<!\d)-|-(?!\d)|%20")
_GLUED = re.compile(r"(?<=[A-Za-z]{3})(?=\d{4})")
"""Where a number is written on to a word: "minutes202401"."""
_WORD = re.compile(r"(?<![\w.])[A-Za-z]{3,}(?![\w.])")
_FEWEST = 2
"""The fewest words by which a file tells what its paper is."""
_AMONG = 3
"""From so many headings of one level on, the first is but one of them."""


def file_name(document: Document) -> str:
    """The name of the file in words."""
    told = _GLUED.sub(" ", _SUFFIX.sub("", document.source.name))
    return " ".join(_JOINTS.sub(" ", told).split())


def title_by_file(document: Document) -> str:
    """The title of a paper; the name of its file in words where the paper has none but opens with
    the first of its sections: "Background".
    """
    told = file_name(document)
    tells = len(_WORD.findall(told)) >= _FEWEST
    section = document.title.strip(" :").lower() in words("sections", "opening_sections")
    return told if tells and section and _opens_with_section(document) else document.title


def _opens_with_section(document: Document) -> bool:
    """Whether what is taken for the title is one of several headings of one level."""
    headings = [one for one in document.paragraphs if one.kind is Kind.HEADING]
    alike = [one for one in headings if one.level == headings[0].level]
    return len(alike) >= _AMONG and alike[0].text == document.title
