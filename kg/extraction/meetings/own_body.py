"""The body that a paper as a whole is of, where no head of a part names it.

What the title and the first lines name is taken as it stands. Failing that, all that names
a body is weighed: what stands beside the text, sentences that say whose meeting it is, names
that stand alone, and how often each is named.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile, zip_longest

from kg.extraction.meetings.above_body import acronym_above, noun_above
from kg.extraction.meetings.head_lines import TITLE, lists_people, title_lines
from kg.extraction.meetings.owners import behind_meeting, beside_owner, owner_before, qualified
from kg.extraction.meetings.page_owner import page_owner
from kg.extraction.meetings.unnamed_body import letters
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import Says, field, titled
from kg.structure.labels import label
from kg.structure.names import bodies, body_names
from kg.structure.names.electors import meeting_of_electors
from kg.structure.names.file_names import file_name
from kg.structure.openings import tells_who_came
from kg.structure.sentences import sentences
from kg.tables.load import matches, words
from kg.vocabulary import name_key

LETTERHEAD = 8
"""How many paragraphs of a paper may be its letterhead."""
_HEAD = 25
_NEAR = 3
_MARGIN = 90
_MOST = 3
_LEAST = 3
_BESIDE, _TITLED, _TOLD, _ALONE = 4, 3, 3, 2
_PARTS = re.compile(r"\s+[-–—|·»:]\s+")
_NUMBER = re.compile(r"^\W*(?:\d[\d.]*[.):]*|(?:[a-z]|[ivx]{1,5})[.):]+)\s+", re.IGNORECASE)
_OF_OTHERS = re.compile(r"[A-Z]{2,}['’]s ")
"""Whose a body is that is spoken of: "the TGB's Harbour Panel"."""
_PERSON = re.compile(r"\W*([A-Z][a-z]+ [A-Z][a-z]+) \(")


def letterhead(document: Document, until: str | None = None) -> Iterator[str]:
    """The organisations and bodies that a paper names before it lists people, and beside it.

    An organisation below the line ``until``, where the hall and its address stand, is none of
    them, but a body or a place with a government of its own is. That of the file's name is last,
    but for the owner of the page.
    """
    first = [p.text for p in document.paragraphs[:LETTERHEAD] if p.kind is not Kind.TABLE]
    lines = (line for text in first for line in text.split("\n"))
    before = list(takewhile(lambda line: not lists_people(line), lines))
    above = before[: before.index(until)] if until in before else before
    title = _title_beside(document)
    beside = (*_site(title), *_margins(document))
    yield from filter(None, map(_organisation, (*above, title, *beside)))
    yield from filter(None, map(bodies.owner, beside))
    for line in before[len(above) :]:
        name = bodies.in_line(line) if "," not in line else None
        yield from filter(None, (name or bodies.place(line),))
    yield from filter(None, (_named_by_file(document), page_owner(document)))


def _named_by_file(document: Document) -> str | None:
    """The body that the name of a file is of ("mill-club-minutes"), or that its text names too, in
    full or by its letters.
    """
    words = file_name(document).title()
    if called := bodies.titled(words):
        return bodies.organisation(called) or bodies.in_line(called)
    named = bodies.mentioned(words)
    return next((one for one in named if one in document.text or _lettered(one, document)), None)


def _lettered(name: str, document: Document) -> bool:
    """Whether the letters of a name are written often in a paper."""
    letters = body_names.initials(name)
    return len(letters) >= _LEAST <= len(re.findall(rf"\b{letters}\b", document.text))


@lru_cache(maxsize=1024)
def _organisation(line: str) -> str | None:
    return (
        bodies.in_line(line)
        or bodies.organisation(line)
        or bodies.in_sentence(line)
        or bodies.place(line)
        or beside_owner(line)
    )


def _title_beside(document: Document) -> str:
    """The title of a paper where it stands beside the text, and is no heading in it."""
    told = (p.text for p in document.paragraphs if p.kind is not Kind.FURNITURE)
    return "" if any(text.startswith(document.title) for text in told) else document.title


def _site(title: str) -> Sequence[str]:
    """The parts of a title beside the text, that which names the site of a page first."""
    parts = [part.strip() for part in _PARTS.split(title)]
    return parts[:0:-1] + parts[:1] if len(parts) > 1 else ()


def _margins(document: Document) -> list[str]:
    """What runs in the margins of the pages, and other words that stand beside the text."""
    beside = (p.text for p in document.paragraphs if p.kind is Kind.FURNITURE)
    return list(dict.fromkeys(titled(text) for text in beside if len(text) <= _MARGIN))


def is_organ(name: str) -> bool:
    """Whether a name is that of a part of an organisation, such as a committee."""
    return any(name.lower().endswith(noun.lower()) for noun in words("organs", "nouns"))


def with_owner(name: str, document: Document) -> str:
    """The name of a body, with whose it is by the letterhead where any may have that name."""
    generic = body_names.is_generic(name)
    return qualified(name, list(letterhead(document))) if generic else name


def body_of(line: str) -> str | None:
    """The body that a title line names, in a formula or alone."""
    return (bodies.in_sentence(line) or bodies.in_line(line)) if len(line) <= TITLE else None


def board_of(document: Document) -> str | None:
    """The body a document is of, where no head of a part says so."""
    named = _first_named(document) or generic_of_title(document)
    if named is not None or not _is_of_meeting(document):
        return named
    return (
        _of_group(document)
        or _first(behind_meeting, _titles(document))
        or _weightiest(document)
        or _of_members(document)
        or acronym_above(document, _titles(document))
        or _generic_of_first(document)
        or _of_assembly(document)
        or _first(beside_owner, _titles(document))
        or _first(bodies.organisation, _shown_first(document))
        or next(_spoken_of_in_titles(document), None)
        or _called_in_title(document)
    )


def _spoken_of_in_titles(document: Document) -> Iterator[str]:
    """The bodies that titles speak of, and nobody whom a list names ("Ann Board")."""
    people = _listed_people(document)
    named = (name for line in _titles(document) for name in bodies.mentioned(bodies.shown(line)))
    yield from (name for name in named if name not in people)


def _called_in_title(document: Document) -> str | None:
    """The body that a title speaks of by a generic name: "Reviving the Parent Council"."""
    called = (name for line in _titles(document) for name in bodies.called(bodies.shown(line)))
    name = next((name for name in called if " " in name), None)
    return name and qualified(name, list(letterhead(document)))


def _of_assembly(document: Document) -> str | None:
    """Whose general meeting it is, or what it is called: the AGM of PLUG."""
    name = _first(bodies.assembly, _titles(document))
    return letters(document) or name if name and name.isupper() else name


def _shown_first(document: Document) -> Iterator[str]:
    """The first lines of a paper that stand in its text."""
    kept = (Kind.TEXT, Kind.HEADING)
    first = (p.text for p in document.paragraphs[:LETTERHEAD] if p.kind in kept)
    return (line for text in first for line in text.split("\n"))


def _of_group(document: Document) -> str | None:
    """Those who meet, where a field at the head says who they are: "Organisation: Tide Watch"."""
    first = [p.text for p in document.paragraphs[:LETTERHEAD] if p.kind is not Kind.TABLE]
    said = (field(line) for text in first for line in text.split("\n"))
    named = (bodies.alone(one.value) for one in said if one and one.says is Says.GROUP)
    return next((name for name in named if name and not body_names.is_generic(name)), None)


def _is_of_meeting(document: Document) -> bool:
    """Whether a paper says at its head or in its name that it is of a meeting, or who came."""
    told = any(map(bodies.says_paper, (*_titles(document), file_name(document))))
    return told or tells_who_came(document.paragraphs[:_HEAD])


def _first_named(document: Document) -> str | None:
    """The body of the title and the first lines."""
    lines = _titles(document)
    if (meeting := meeting_of_electors(lines, ())) is not None:
        return meeting
    for read in (body_of, bodies.place, bodies.titled):
        if (name := _first(read, lines)) is not None:
            return name
    first = [p for p in document.paragraphs[:_NEAR] if p.kind is Kind.HEADING]
    head = first[0].text if first and label(first[0]) is None else ""
    headed = head in lines and any(map(bodies.says_paper, lines)) and not _opens(head, document)
    return bodies.alone(head) if headed else None


def _opens(head: str, document: Document) -> bool:
    """Whether a heading is the first word of the sentence below it, so that it names business."""
    below = (p.text for p in document.paragraphs[1:2] if p.text.endswith("."))
    return any(text.lower().startswith(f"{head.lower()} ") for text in below)


def _first(read: Callable[[str], str | None], lines: Iterable[str]) -> str | None:
    return next((name for line in lines if len(line) <= TITLE and (name := read(line))), None)


def _titles(document: Document) -> list[str]:
    """The title beside the text and the title lines above it."""
    aside = (Kind.TABLE, Kind.LIST_ITEM)
    first = [p for p in document.paragraphs[:LETTERHEAD] if p.kind not in aside]
    return [titled(line) for line in (_title_beside(document), *title_lines(first)) if line]


def generic_of_title(document: Document) -> str | None:
    """The body that a title beside the paper calls by a name that any organisation may use."""
    beside = [p.text for p in document.paragraphs[:LETTERHEAD] if p.kind is Kind.FURNITURE]
    return _generic_of((*beside, document.title), document)


def _generic_of_first(document: Document) -> str | None:
    """The same of the first lines, for want of another."""
    first = [p.text for p in document.paragraphs[:_NEAR] if p.kind is not Kind.FURNITURE]
    return _generic_of(first, document)


def _generic_of(lines: Sequence[str], document: Document) -> str | None:
    """The first body that lines call by a generic name, with the organisation in or above them."""
    for line in lines:
        if len(line) <= TITLE and (name := bodies.generic_of_title(line)) is not None:
            whose = owner_before(line)
            return qualified(name, [whose] if whose else list(letterhead(document)))
    return None


def _of_members(document: Document) -> str | None:
    """The body whose members a line calls by its acronym."""
    return _first(bodies.of_members, (p.text for p in document.paragraphs))


def _weightiest(document: Document) -> str | None:
    """The body for which most speaks; None where little speaks for any.

    It is no committee or trust where a title line says "a meeting of the above Council".
    "The Council" alone speaks as much for each body whose name ends so, and against others.
    So do letters of which the paper says that a constitution or members are theirs.
    """
    weights, written = Counter[str](), list[str]()
    short = letters(document)
    noun = noun_above(_titles(document))
    people = _listed_people(document)
    for name, weight in _named(document):
        if name in people or name in words("bodies", "written_to"):
            continue
        if noun and _is_of_another_kind(name, noun):
            continue
        weights[name_key(name)] += weight
        written.append(name)
    for name in dict.fromkeys(name for name in written if not body_names.is_generic(name)):
        own = short is not None and body_names.are_initials(short, name)
        said = document.text.count(name) + (document.text.count(short) if short and own else 0)
        weights[name_key(name)] += min(_MOST, said) + (_TOLD if own else 0)
        alone = _alone(name.split()[-1]).findall(document.text)
        weights[name_key(name)] += min(_MOST, len(alone))
    best = max(weights, key=lambda key: weights[key], default=None)
    if best is None or weights[best] < _LEAST:
        return None
    name = next(name for name in written if name_key(name) == best)
    if body_names.is_generic(name):
        return acronym_above(document, _titles(document)) or _in_full(name, written, document)
    return body_names.best_written(name for name in written if name_key(name) == best)


def _is_of_another_kind(name: str, noun: str) -> bool:
    """Whether a name says by its last words that the body is another than a noun tells."""
    return body_names.has_noun(name) and not name.lower().endswith(noun.lower())


def _in_full(generic: str, written: Iterable[str], document: Document) -> str:
    """A name that any body may have with whose it is: by the letterhead, or a name in the text
    that ends so. An organisation that the text only speaks of lends its name to no body.
    """
    ends = (name for name in written if name.lower().endswith(f" {generic.lower()}"))
    own = (name for name in ends if not _OF_OTHERS.match(name))
    return qualified(generic, [*letterhead(document), *own])


def _listed_people(document: Document) -> frozenset[str]:
    """Those with whose names points of lists open, before brackets: "Ann Board (Treasurer)"."""
    points = (p.text for p in document.paragraphs if p.kind is Kind.LIST_ITEM)
    return frozenset(match[1] for text in points if (match := _PERSON.match(text)))


@cache
def _alone(noun: str) -> re.Pattern[str]:
    """How a paper speaks of a body by the last word of its name alone: "the Board"."""
    return re.compile(rf"\b[Tt]he {re.escape(noun)}(?!\w)")


def _named(document: Document) -> Iterator[tuple[str, int]]:
    """Every naming of a body in and beside a paper, with its weight."""
    yield from _weighed(bodies.titled(file_name(document)), _TITLED)
    filed = _named_by_file(document)
    lettered = filed is not None and _lettered(filed, document)
    yield from _weighed(filed, _TITLED + (_TOLD if lettered else 0))
    titles = _titles(document)
    for at, (line, below) in enumerate(zip_longest(titles, titles[1:], fillvalue="")):
        if at == 0 or bodies.says_paper(below):
            yield from _weighed(bodies.owner(line), _TITLED)
    for line in (*_site(_title_beside(document)), *_margins(document)):
        name = _organisation(line)
        yield from _weighed(name, _BESIDE) if name else _weighed(bodies.owner(line), _ALONE)
        yield from _weighed(None if name else bodies.titled(line), _TITLED)
    for sentence in _run_in(document):
        yield from _weighed(bodies.in_sentence(sentence), _TOLD)
    subjects = _subjects(document.paragraphs)
    for paragraph in document.paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE) and len(paragraph.text) < TITLE:
            told = bodies.in_sentence(paragraph.text)
            listed = told is not None or paragraph.kind is Kind.LIST_ITEM
            alone = None if listed else bodies.in_line(paragraph.text)
            yield from _weighed(
                told, _TOLD if matches(paragraph.text, "meetings", "spoken_of") else 1
            )
            yield from _weighed(alone if alone not in subjects else None, _ALONE)
        for name in (*bodies.mentioned(paragraph.text), *bodies.called(paragraph.text)):
            yield from _weighed(name if name not in subjects else None, 1)


def _run_in(document: Document) -> Iterator[str]:
    """How the sentences open that run on in one long line at the head of a paper."""
    for paragraph in document.paragraphs[:_NEAR]:
        text = paragraph.text
        for span in sentences(text) if len(text) >= TITLE and "\n" not in text else ():
            yield text[span.start : min(span.end, span.start + TITLE)]


def _weighed(name: str | None, weight: int) -> Iterator[tuple[str, int]]:
    if name is not None:
        yield name, weight


def _subjects(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The organs that headings and numbered lines inside a paper name: it reports on them."""
    outer = list(takewhile(lambda p: not lists_people(p.text), paragraphs[:LETTERHEAD]))
    inner = (p for p in paragraphs[len(outer) :] if p.kind is Kind.HEADING or p.number)
    named = (bodies.in_line(_NUMBER.sub("", p.text)) for p in inner if len(p.text) < TITLE)
    return frozenset(name for name in named if name is not None and is_organ(name))
