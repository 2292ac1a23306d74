"""Labels: the words by which a paper says what a section is ("Decision:", "Purpose")."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Kind, Paragraph
from kg.tables.load import alternation, kinds, table

_NUMBER = re.compile(r"^(?:\(?(?:\d+(?:[./]\d+)*|[a-z]|[ivx]+)[.)]?\s+)(?=\S)", re.IGNORECASE)
_END_SIGNS = " :;.,–—-"
_INLINE = re.compile(
    rf"^(?P<given>Actions?)\s+(?!{alternation('sections', 'inline', 'behind_action')}\b)"
    r"(?=\([^()\n]{2,30}\)\s*:"
    r"|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}(?:\s*\([^()\n]{1,60}\))?(?:\s*:|\s+(?:(?:is|are)\s+)?to\s+[a-z]))"
    r"|^(?P<borne>Actions?)\s+(?=[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3}){0,4}\W*$)"
    r"|^(?P<counted>Actions?\s+\d{1,3}(?:\.\d{1,3})?)(?:\s*[–—]|\s?-(?=\s))\s*(?=\S)"
    r"|^(?P<dashed>(?:Action|Recommendation)s?(?:\s+(?:[Ii]tem|[Pp]oint))?(?:\s+\d{1,3})?)"
    r"(?:\s*[–—]|\s-)\s*(?=\S)"
    r"|^(?P<label>[^:\n]{2,60}?)\s*::?\s*(?=\S)"
    rf"|^(?P<verb>{alternation('sections', 'inline', 'verbs')})\b[\s–—-]+(?=\S)"
    rf"|^(?P<noun>{alternation('sections', 'inline', 'nouns')})\b[\s–—-]+"
    rf"(?!{alternation('sections', 'inline', 'behind_noun')}\b|(?:OF|BY)\b[^:\n]*$)(?=\S)"
)
_COUNTED = re.compile(
    r"^(?:(?P<short>ap)|(?P<name>(?:action|decision|recommendation)s?(?: point| item)?)"
    r"(?: no\.?)? ) ?#?\d{1,4}(?:[./-]\d{1,6}){0,4}[a-z]?$"
)
_OWNER = re.compile(rf"^[\w&'-]+ (?={alternation('sections', 'owned', 'labels')}$)")
_FOR_INFORMATION = re.compile(r"\W*(?:for|only)\b.{0,30}\binformation\b.{0,20}", re.IGNORECASE)
_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Label:
    """``name`` of the section; the section's own words begin at ``rest`` in the paragraph,

    or after it when ``rest`` is None.
    """

    name: str
    rest: int | None = None


def label(paragraph: Paragraph) -> Label | None:
    """The label that a paragraph is, or begins with."""
    if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
        return None
    return _label(paragraph.text)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A heading's words in lower case, without number, brackets' marks and end signs."""
    text = " ".join(text.replace("’", "'").split()).lower().lstrip("*# ")
    return _NUMBER.sub("", text).rstrip(_END_SIGNS).strip()


def is_status(words: str) -> bool:
    """Whether words are no more than how an action stands."""
    statuses = table("verbs")["statuses"]
    return any(plain(words) in statuses[status] for status in ("open", "complete"))


def is_bare_minutes(text: str) -> bool:
    """Whether a title says "Minutes" and no more, but for how final they are: "Draft minutes"."""
    starts = table("sections")["starts"]
    own = (word for word in plain(text).split() if word.strip("()[]–—-") not in starts["versions"])
    return " ".join(own).strip(" –—-()[]") in starts["bare_minutes"]


def is_bare_agenda(text: str) -> bool:
    """Whether a title says "Agenda" and no more."""
    return plain(text) in table("sections")["starts"]["bare_agenda"]


@lru_cache(maxsize=8192)
def _label(text: str) -> Label | None:
    name = _named(text) if len(text) <= 80 else None
    if name == "decision" and text.endswith("."):
        return None
    if name is not None:
        return Label(name)
    inline = _INLINE.match(text)
    if inline is not None:
        name = _named(next(filter(None, inline.groups())))
        rest = text[inline.end() :]
        if name is None or (name == "confidential" and not _answers(rest)):
            return None
        if name == "decision" and _FOR_INFORMATION.fullmatch(rest):
            return None
        return Label(name, inline.end())
    return _question(text)


def _named(text: str) -> str | None:
    """The section that words head; "Action 2" and "Recommendation 2" head as without number."""
    words = _OWNER.sub("", plain(text))
    counted = _COUNTED.match(words)
    name = "action point" if counted and counted["short"] else counted and counted["name"]
    return kinds("sections", "labels").get(name or words)


def _answers(words: str) -> bool:
    """Whether words say yes or no, and not what is confidential."""
    return any(plain(words) in answers for answers in table("sections")["confidential"].values())


def _question(text: str) -> Label | None:
    """A label put as a question, with its answer behind: "Is this report confidential? No"."""
    asked, mark, answer = text.partition("?")
    brief = mark and len(asked) < _LABEL_LENGTH
    name = kinds("sections", "labels").get(plain(asked + "?")) if brief else None
    return Label(name, len(asked) + 1) if name and answer.strip() else None
