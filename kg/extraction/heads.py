"""The meeting that the head of a paper names: its body and its day."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile, zip_longest

from kg.extraction import dates
from kg.model import Document, Kind, Paragraph
from kg.structure import bodies
from kg.structure.people_labels import people_label
from kg.tables.load import alternation, patterns, table, words

_HEAD = 14
_LETTERHEAD = 8
_TITLE = 250
_SENTENCE = 400
_OFTEN = 3
_NEAR = 3
_GOES_ON = re.compile(rf"(?:{alternation('bodies', 'small')}|held|at)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TITLED = re.compile(r"^title\s*[:=]\s*", re.IGNORECASE)
_MEETING = re.compile(r"\bmeeting$", re.IGNORECASE)
_SITE = re.compile(r"\s+[-–—|·»]\s+")
_POSTED = re.compile(r"date\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")


def board_in(head: Sequence[Paragraph], document: Document) -> str | None:
    """The body whose meeting a head announces or records.

    A name that any organisation may use ("Board") takes that of the organisation
    in the letterhead. Where nothing is announced, the body that a line of the head
    names; a committee before the council it is of.
    """
    lines = list(_title_lines(head))
    announced = [name for line in lines if (name := bodies.in_sentence(line))]
    if announced:
        return bodies.best_written(_of_the_organ(announced[:3]))
    named = [name for line in lines if "\t" not in line and (name := bodies.in_line(line))]
    generic = next((name for line in lines if (name := bodies.generic_in(line))), None)
    if generic is not None:
        return _qualified(generic, [*named, *_letterhead(document)])
    organs = [name for name in named if _is_organ(name)]
    told = organs or named or [name for line in lines[:3] if (name := bodies.organisation(line))]
    told = told or [name for line in lines if (name := bodies.place(line))]
    return bodies.best_written(told[:3])


def _of_the_organ(names: Sequence[str]) -> Sequence[str]:
    """Of names some of which go on from others ("X Council", "X Council, Y Panel"), the longer."""
    keys = [f"{bodies.key(name)} " for name in names]
    longer = [
        name
        for name, own in zip(names, keys, strict=True)
        if _is_organ(name) and any(own != other and own.startswith(other) for other in keys)
    ]
    return longer or names


def _title_lines(head: Sequence[Paragraph]) -> Iterator[str]:
    """The lines before the list of those present; one that the next goes on is joined to it."""
    lines = [line for paragraph in head[:_HEAD] for line in paragraph.text.split("\n")]
    shown = list(takewhile(lambda line: not _lists_people(line), lines))
    for line, after in zip_longest(shown, shown[1:], fillvalue=""):
        unfinished = line.endswith(",") or (_GOES_ON.match(after) and line[-1:].isalpha())
        whole = f"{line} {after}" if unfinished else line
        if len(whole) <= _TITLE:
            yield whole
        elif (first := _first_sentence(line)) is not None:
            yield first


def _first_sentence(line: str) -> str | None:
    """A line of running text as far as its first sentence goes, unless that is long too."""
    end = _SENTENCE_END.search(line)
    first = line[: end.start() + 1] if end else line
    return first if len(first) <= _TITLE else None


def _lists_people(line: str) -> bool:
    """Whether a line heads or holds people.

    "Minutes" alone is a title, and no note taker; "Board of Trustees" names a body.
    """
    said = people_label(line)
    if said is None or (not said.told and (bodies.generic_in(line) or bodies.in_sentence(line))):
        return False
    return said.told or said.rest is not None or said.capacity != "officer"


def _letterhead(document: Document) -> Iterator[str]:
    """The organisations and bodies that a paper names before it lists people, and in its title."""
    first = [p.text for p in document.paragraphs[:_LETTERHEAD] if p.kind is not Kind.TABLE]
    lines = (line for text in first for line in text.split("\n"))
    before = takewhile(lambda line: not _lists_people(line), lines)
    *_, site = _SITE.split(document.title)
    for line in (*before, *document.title.split("\n"), site):
        name = (
            bodies.in_line(line)
            or bodies.organisation(line)
            or bodies.in_sentence(line)
            or bodies.place(line)
        )
        if name is not None:
            yield name


def _qualified(generic: str, names: Sequence[str]) -> str:
    """The name that says of which organisation a body is: "Rowing Society Committee"."""
    last = generic.split()[-1].lower()
    telling = [name for name in names if last in name.lower().split()]
    long = table("bodies")["written_out"].get(last)
    telling = telling or [name for name in names if name.lower().endswith(f" {long}")]
    if telling or not names:
        return telling[0] if telling else generic
    kind, _, rest = names[0].partition(" of ")
    of_place = bool(rest) and generic.lower().startswith(f"{kind.lower()} ")
    return f"{rest if of_place else names[0]} {generic}"


def of_whom(name: str, document: Document) -> str:
    """The name of a body with its organisation, where many have a body of that name.

    "Planning Committee" takes the one organisation that the letterhead, the title or
    the running heads name; where they name none or several it stays as it is.
    """
    if not bodies.is_common(name):
        return name
    running = [p.text for p in document.paragraphs if p.kind is Kind.FURNITURE]
    heads = (bodies.in_line(line) or bodies.organisation(line) for line in running)
    named = {
        bodies.key(one): one
        for one in (*filter(None, heads), *_letterhead(document))
        if not bodies.is_common(one) and not _is_organ(one)
    }
    return f"{min(named.values())} {name}" if len(named) == 1 else name


def _is_organ(name: str) -> bool:
    return any(name.lower().endswith(noun.lower()) for noun in words("organs", "nouns"))


def body_of(line: str) -> str | None:
    """The body that a title line names, in a formula or alone."""
    return (bodies.in_sentence(line) or bodies.in_line(line)) if len(line) <= _TITLE else None


def board_of(document: Document) -> str | None:
    """The body a document is of, where no head of a part says so.

    Its title and its first lines come first, then the body that it names most often
    in titles, running heads included.
    """
    first = _first_named(document) or _generic_of_title(document)
    if first is not None:
        return first
    names = [
        name
        for p in document.paragraphs
        if len(p.text) < _TITLE and p.kind is not Kind.TABLE and (name := body_of(p.text))
    ]
    return (
        bodies.best_written(names)
        or _most_mentioned(document)
        or _of_members(document)
        or _generic_of(document)
    )


def _generic_of_title(document: Document) -> str | None:
    """The body that a title beside the paper calls by a name that any organisation may use."""
    beside = [p.text for p in document.paragraphs[:_LETTERHEAD] if p.kind is Kind.FURNITURE]
    return _first_generic((*beside, document.title))


def _generic_of(document: Document) -> str | None:
    """The same of the first lines, for want of another."""
    first = [p.text for p in document.paragraphs[:_NEAR] if p.kind is not Kind.FURNITURE]
    return _first_generic(first)


def _first_generic(texts: Iterable[str]) -> str | None:
    found = (bodies.generic_of_title(text) for text in texts)
    return next((name for name in found if name is not None), None)


def _first_named(document: Document) -> str | None:
    """The body of the title and the first lines, whatever its name ends in."""
    first = [p for p in document.paragraphs[:_LETTERHEAD] if p.kind is not Kind.TABLE]
    shown = list(_title_lines(first))
    within = document.title in {p.text for p in document.paragraphs} - set(shown)
    title = () if within else (document.title,)
    lines = [_TITLED.sub("", line).strip("\"'") for line in (*title, *shown)]
    for read in (body_of, bodies.place, bodies.titled):
        for line in lines:
            if len(line) <= _TITLE and (name := read(line)) is not None:
                return name
    head = next((p.text for p in first[:_NEAR] if p.kind is Kind.HEADING), None)
    headed = head in shown and any(map(bodies.says_paper, lines))
    return bodies.alone(head) if head and headed else None


def _of_members(document: Document) -> str | None:
    """The body whose members a line calls by its acronym."""
    named = (bodies.of_members(p.text) for p in document.paragraphs)
    return next((name for name in named if name is not None), None)


def _most_mentioned(document: Document) -> str | None:
    """The body that the text names again and again, where no title names one."""
    counts = Counter(name for p in document.paragraphs for name in bodies.mentioned(p.text))
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= _OFTEN else None


def day_in(head: Sequence[Paragraph], others: re.Pattern[str], document: Document) -> date | None:
    """The day that a head gives its meeting, in lines that do not speak of another.

    The lines before the list of people come first, and among them one that speaks
    of a meeting. A day without a year takes that of the document's first lines, or
    the one year among those the document speaks of in which its day of the week fits.
    """
    written = (line for p in head for line in p.text.split("\n"))
    lines = [short for line in written if (short := _short(line)) is not None]
    above = list(takewhile(lambda line: not _lists_people(line), lines))
    return (
        _day_of(above, others, None)
        or _day_of(lines, others, year_of(document))
        or _day_by_week(above, document)
    )


def _day_by_week(lines: Sequence[str], document: Document) -> date | None:
    said = {int(year) for year in _YEAR.findall(document.text)} if lines else set()
    years = sorted({near for year in said for near in (year - 1, year, year + 1)})
    found = (dates.day_of_week(line, years) for line in lines)
    return next((day for day in found if day is not None), None)


def _day_of(lines: Sequence[str], others: re.Pattern[str], near: date | None) -> date | None:
    own = [line for line in lines if not others.search(line)]
    telling = [
        line for line in own if any(p.search(line) for p in patterns("sections", "dated", "lines"))
    ]
    for candidates, year in ((telling, None), (own, None), (telling if near else (), near)):
        for line in candidates:
            if (day := dates.first_day(line, year)) is not None:
                return day
    return None


def titled_as_meeting(document: Document) -> bool:
    """Whether the title of a paper, above its text or beside it, ends by saying "meeting"."""
    first = [p.text for p in document.paragraphs[:_NEAR] if p.kind is Kind.FURNITURE]
    titles = (_TITLED.sub("", text).strip("\"'") for text in (*first, document.title))
    return any(_MEETING.search(title) for title in titles)


def _short(line: str) -> str | None:
    """A line that may give the day of a meeting: short, or the first sentence of a long one."""
    return line if len(line) < _SENTENCE else _first_sentence(line)


def day_of_file(document: Document) -> date | None:
    """The day that stands beside a paper: in its title, its file name, else its day of posting."""
    beside = [p.text for p in document.paragraphs[:_LETTERHEAD] if p.kind is Kind.FURNITURE]
    titles = [text for text in beside if not _POSTED.match(text)]
    name = _COMPACT.sub(r"\1-\2-\3", document.source.name.replace("_", "-"))
    texts = (*titles, document.title, name, *beside)
    return next((day for text in texts if (day := dates.first_day(text)) is not None), None)


def year_of(document: Document) -> date | None:
    """The middle of the year that a paper's first lines, title or file name give."""
    first = [p.text for p in document.paragraphs[:_HEAD] if p.kind is not Kind.TABLE]
    for text in (document.title, *first, document.source.name):
        if (match := _YEAR.search(text)) is not None:
            return date(int(match.group()), 7, 1)
    return None
