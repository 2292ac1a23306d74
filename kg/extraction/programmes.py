"""Programmes: named pieces of work, and the acronyms defined beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.context import Context
from kg.facts import Evidence, ProgrammeMention
from kg.model import Kind, Paragraph
from kg.tables.load import alternation, table

RULE = "programmes/1"

_WORD = r"(?:[A-Z][\w’'-]*|&)"
_SMALL = r"(?:(?:and|of|the|for|in|to|a|with)\s+){0,2}"
_PHRASE = rf"{_WORD}(?:[ \t]+{_SMALL}{_WORD}){{0,7}}"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>{_WORD}(?:[ \t]+{_SMALL}{_WORD}){{0,6}}?"
    rf"[ \t]+{alternation('programmes', 'nouns')})(?![\w-])"
)
_DEFINED = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PHRASE})\s+"
    r"\((?:the\s+)?[‘'\"“]?(?P<acronym>[A-Z][A-Za-z&]{1,9})[’'\"”]?\)"
)


@dataclass(frozen=True, slots=True)
class _Programme:
    name: str
    acronym: str | None


def programmes(context: Context) -> tuple[ProgrammeMention, ...]:
    """Every mention of the programmes that the document names."""
    paragraphs = [p for p in context.document.paragraphs if p.kind is not Kind.FURNITURE]
    named = _named(paragraphs)
    found: dict[tuple[int, int], ProgrammeMention] = {}
    for paragraph in paragraphs:
        for mention in _mentions(paragraph, named):
            quote = mention.evidence[0]
            found.setdefault((quote.paragraph, quote.start), mention)
    return tuple(found[at] for at in sorted(found))


def _named(paragraphs: list[Paragraph]) -> list[_Programme]:
    """The programmes a document names: by their last word, or by a defined acronym of such."""
    acronyms: dict[str, str] = {}
    names: set[str] = set()
    for paragraph in paragraphs:
        for match in _DEFINED.finditer(paragraph.text):
            name = _fitting(match["name"], match["acronym"])
            if name is not None and _programme_like(name):
                acronyms.setdefault(name, match["acronym"])
                names.add(name)
        for match in _NAMED.finditer(paragraph.text):
            name = _trim(match["name"])
            if name is not None:
                names.add(name)
    return [
        _Programme(name, acronyms.get(name))
        for name in sorted(names, key=lambda name: (-len(name), name))
    ]


def _fitting(name: str, acronym: str) -> str | None:
    """The last words of ``name`` whose initials make the acronym."""
    parts = name.split()
    letters = [c.lower() for c in acronym if c.isalpha()]
    for start in range(len(parts) - 1, -1, -1):
        initials = [part[0].lower() for part in parts[start:] if part[0].isalnum()]
        if (
            initials == letters
            or [p[0].lower() for p in parts[start:] if p[0].isupper()] == letters
        ):
            return " ".join(parts[start:])
    return None


def _programme_like(name: str) -> bool:
    last = name.split()[-1].lower()
    return last in table("programmes")["kinds"]


def _trim(name: str) -> str | None:
    """A name without the words before it that are no part of it, or None if nothing is left."""
    parts = name.split()
    while parts and parts[0] in table("programmes")["not_first"]:
        parts = parts[1:]
    return " ".join(parts) if len(parts) > 1 else None


def _mentions(paragraph: Paragraph, named: list[_Programme]) -> Iterator[ProgrammeMention]:
    taken: list[tuple[int, int]] = []
    for programme in named:
        for written in filter(None, (programme.name, programme.acronym)):
            for match in re.finditer(
                rf"(?<![\w’'-]){re.escape(written)}s?(?![\w’'-])", paragraph.text
            ):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                yield ProgrammeMention(
                    name=programme.name,
                    written=match.group(),
                    acronym=programme.acronym,
                    evidence=(Evidence(paragraph.ordinal, *match.span()),),
                    rule=RULE,
                )
