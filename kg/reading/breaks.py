"""Line breaks inside paragraphs: set by a writer, or left amid a sentence where a page was."""

import re

from kg.tables.load import alternation

_WRAPPED = re.compile(
    r"(?<=[^\n]{40}[\w,&])\n(?=[a-z]{2,}\b(?!\)|:))(?![ivx]+\.)"
    rf"(?!{alternation('line_breaks', 'opening')}\s+(?:that|to)\b)"
    rf"(?!{alternation('line_breaks', 'acting')}s?\s+to\b)"
)
"""The break of a long line that the next one goes on in small letters."""
_IN_NAME = re.compile(
    rf"(?<=[^\n]{{30}})(\b{alternation('abbreviations', 'titles')}\.?)\n(?=[A-Z])"
)
"""The break of a long line between a title and the name of a person."""


def whole_sentences(text: str) -> str:
    """The text with a blank for each line break amid a sentence."""
    return _IN_NAME.sub(r"\1 ", _WRAPPED.sub(" ", text)) if "\n" in text else text
