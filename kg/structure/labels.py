"""Labels: the words by which a paper says what a section is ("Decision:", "Purpose")."""

import re
from dataclasses import dataclass
from functools import cache

from kg.model import Kind, Paragraph
from kg.tables.load import table

_NUMBER = re.compile(r"^(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]?\s+)(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"[\s:;.,–—-]+$")
_INLINE = re.compile(
    r"^(?P<label>[^:\n]{2,60}?)\s*:\s*(?=\S)|^(?P<verb>RESOLVED|AGREED|NOTED|DECISION|ACTION|RECOMMENDATION)S?\b[\s–—-]+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """``name`` of the section; the section's own words begin at ``rest`` in the paragraph,

    or after it when ``rest`` is None.
    """

    name: str
    rest: int | None = None


@cache
def _names() -> dict[str, str]:
    return {word: name for name, forms in table("sections")["labels"].items() for word in forms}


@cache
def _people_labels() -> dict[str, str]:
    return {
        word: status for status, forms in table("people")["attendance"].items() for word in forms
    }


def label(paragraph: Paragraph) -> Label | None:
    """The label that a paragraph is, or begins with."""
    if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
        return None
    return _label(paragraph.text)


def people_label(text: str) -> tuple[str, int | None] | None:
    """A label over a list of people: its attendance status and where the rest begins.

    The status is None-free: "present", "apologies", "in attendance" or "absent".
    """
    inline = _INLINE.match(text)
    if inline is not None and inline["label"] is not None:
        status = _status(inline["label"])
        return None if status is None else (status, inline.end())
    status = _status(text)
    return None if status is None else (status, None)


def _status(words: str) -> str | None:
    """What a label says of the people under it; "… Members" of any body are present."""
    text = plain(_without_brackets(words))
    members = len(words) <= _LABEL_LENGTH and _OF_A_BODY.search(text) is not None
    return _people_labels().get(text) or ("present" if members else None)


_LABEL_LENGTH = 60
_OF_A_BODY = re.compile(r"^[\w&' -]+\b(?:board|committee|panel|council|forum|group) members$")


def plain(text: str) -> str:
    """A heading's words in lower case, without number, brackets' marks and end signs."""
    text = " ".join(text.replace("’", "'").split()).lower()
    return _TAIL.sub("", _NUMBER.sub("", text)).strip()


def _label(text: str) -> Label | None:
    name = _names().get(plain(text)) if len(text) <= 80 else None
    if name is not None:
        return Label(name)
    inline = _INLINE.match(text)
    if inline is not None:
        name = _names().get(plain(inline["label"] or inline["verb"]))
        if name is None or (name == "confidential" and not _answers(text[inline.end() :])):
            return None
        return Label(name, inline.end())
    return _question(text)


def _answers(words: str) -> bool:
    """Whether words say yes or no, and not what is confidential."""
    return any(plain(words) in answers for answers in table("sections")["confidential"].values())


def _question(text: str) -> Label | None:
    """A label put as a question, with its answer behind: "Is this report confidential? No"."""
    asked, mark, answer = text.partition("?")
    name = _names().get(plain(asked + "?")) if mark and len(asked) < _LABEL_LENGTH else None
    return Label(name, len(asked) + 1) if name and answer.strip() else None


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text)
