"""Councils and other bodies named in the text."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kg.extraction.context import Context
from kg.facts import Evidence, OrganisationMention
from kg.model import Kind, Paragraph
from kg.reference import Councils
from kg.tables.load import alternation, table

RULE = "organisations/1"

_WORD = r"[A-Z][\w’'-]*"
_JOIN = (
    r"(?:[ ]+(?:and|of|the|upon|on|in|with|for|le|&)[ ]+"
    r"|[ ]*,[ ]+(?=[A-Z][\w’' -]{2,30}(?:[ ]+(?:and|&)[ ]+|[ ]*,))|[ ]+)"
)
_PHRASE = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,7}}?"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:LB[ ]+)?{_PHRASE}[ ]+"
    rf"{alternation('organisations', 'councils')})(?!\w)"
)
_BODY = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PHRASE}[ ]+{alternation('organisations', 'nouns')}"
    rf"(?:[ ]+(?:for|of)[ ]+(?:the[ ]+)?{_WORD}(?:{_JOIN}{_WORD}){{0,4}})?)(?![\w’'])"
)
_BARE = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:LB[ ]+)?{_WORD}"
    rf"(?:[ ]+(?:and|upon|on|in|le|&)[ ]+{_WORD}|[ -]{_WORD}){{0,3}})"
)
_COUNCIL_LIST = re.compile(
    r"\b(?:councils?|authorities|cohorts?|districts?|boroughs?)\b[^.()]{0,50}[:(]|\bcouncils?\s+(?:of|in|from|including)\b",
    re.IGNORECASE,
)


def organisations(context: Context) -> tuple[OrganisationMention, ...]:
    """Every place where a council or another body is named."""
    found: dict[tuple[int, int], OrganisationMention] = {}
    on = context.main.date if context.main else None
    for paragraph in context.document.paragraphs:
        if paragraph.kind is Kind.FURNITURE:
            continue
        for mention in (
            *_councils(paragraph, context.councils, on),
            *_listed(paragraph, context.councils, on),
            *_others(paragraph),
        ):
            quote = mention.evidence[0]
            found.setdefault((quote.paragraph, quote.start), mention)
    return tuple(found[at] for at in sorted(found))


def _councils(
    paragraph: Paragraph, councils: Councils, on: date | None
) -> Iterator[OrganisationMention]:
    """Councils by their full names, the longest name that the register knows."""
    for match in _NAMED.finditer(paragraph.text):
        name, start = match["name"], match.start("name")
        for cut in _cuts(name):
            council = councils.find(name[cut:], on)
            if council is not None:
                yield _mention(
                    paragraph, start + cut, match.end("name"), council.name, council.code
                )
                break


def _cuts(name: str) -> list[int]:
    """Where the name may begin: at each of its words but the last."""
    return [0, *(m.end() for m in re.finditer(r"\s+", name))][:-1] or [0]


def _listed(
    paragraph: Paragraph, councils: Councils, on: date | None
) -> Iterator[OrganisationMention]:
    """Councils by their short names, only where the sentence says that it lists councils."""
    for head in _COUNCIL_LIST.finditer(paragraph.text):
        end = re.compile(r"[).;]|\.\s|\bhas\b|\bhave\b").search(paragraph.text, head.end())
        stop = end.start() if end else len(paragraph.text)
        for match in _BARE.finditer(paragraph.text, head.end(), stop):
            for first, last in _alternatives(paragraph.text, *match.span("name")):
                council = councils.find(paragraph.text[first:last], on)
                if council is not None:
                    yield _mention(paragraph, first, last, council.name, council.code)


def _alternatives(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name whole, then its sides where "and" may join two names."""
    yield start, end
    for match in re.compile(r"[ ]+and[ ]+").finditer(text, start, end):
        yield start, match.start()
        yield match.end(), end


def _others(paragraph: Paragraph) -> Iterator[OrganisationMention]:
    known = _known()
    for match in _BODY.finditer(paragraph.text):
        name = re.sub(r"^The\s+", "", match["name"])
        if name.split()[0] not in table("organisations")["not_first"]:
            start = match.end("name") - len(name)
            yield _mention(paragraph, start, match.end("name"), known.get(name, name), None)
    for written, name in known.items():
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(written)}(?![\w’'-])", paragraph.text):
            yield _mention(paragraph, match.start(), match.end(), name, None)


@cache
def _known() -> dict[str, str]:
    return {
        form: name
        for name, forms in table("organisations")["known"].items()
        for form in (name, *forms)
    }


def _mention(
    paragraph: Paragraph, start: int, end: int, name: str, code: str | None
) -> OrganisationMention:
    return OrganisationMention(
        name=name,
        written=paragraph.text[start:end],
        code=code,
        evidence=(Evidence(paragraph.ordinal, start, end),),
        rule=RULE,
    )
