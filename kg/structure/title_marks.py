"""Title lines without the marks that stand about a name: labels, notes, stops."""

import re

_STOPPED = re.compile(r"\b([AESX])\.\s?(G)\.\s?(M)\b\.?")
_NOTE = re.compile(r"\[[^\[\]]{0,40}\]")
_FIELD = re.compile(
    r"^(?:(?:meeting|committee|group|body)\s+(?:title|name)|(?:title|name)\s+of\s+(?:the\s+)?"
    r"(?:meeting|committee|group|body))\s*[:–—-]\s*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"(?<=\bof )(Director|Trustee|Governor|Supervisor|Commissioner)['’]s?\b", re.IGNORECASE
)


def plainly(text: str) -> str:
    """A title line with single blanks, without notes in brackets and a label before its name.

    "A.G.M." is written "AGM", and "Board of Director's" as the plural that it means.
    """
    text = _STOPPED.sub(r"\1\2\3", " ".join(_NOTE.sub(" ", text).split()))
    return _POSSESSIVE.sub(r"\1s", _FIELD.sub("", text))
