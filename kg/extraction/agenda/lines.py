"""The lines of an agenda's list, and the item that a line makes."""

import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extraction.agenda.numbers import opens, untimed
from kg.extraction.context import evidence
from kg.extraction.people import names
from kg.facts import AgendaItem, Evidence, MeetingKey, PersonName
from kg.model import Cell, Kind, Paragraph
from kg.reading.headings.run_in_titles import title_end
from kg.reading.headings.timed import HOUR
from kg.structure.sections import Piece, lines
from kg.tables.load import alternation, either, matches, patterns

RULE = "agenda/38"

_PAGES = re.compile(
    r"(?:[\s.…]*|\s*\((?=p))(?:\b(?:pages?|pp?\.?)\s*)?(?P<first>\d{1,4})"
    r"(?:\s*(?:[-–—]|\bto\b)\s*(?P<last>\d{1,4}))?\s*\)?\s*$",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    rf"\b{alternation('sections', 'items', 'presented')} by\s+(?P<who>[A-Z].*)$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s*\((?P<who>[A-Z][^()\d]{3,60})\)$|\s+(?:[–—-]|--)\s+(?P<dashed>[A-Z][^–—\d]{3,60})$"
)
LIST_HEAD = either("sections", "items", "list_heads")
"""The heading of an agenda's list, or the head row of its table."""
_LINE_LENGTH = 200
_LONG_TITLE = 80
_DASHED = re.compile(r"[^.:;–—]{3,100}?(?=\s[–—-]\s+(?:The|A|An|This|It|Members|Please)\s)")
_CALLED = re.compile(r"\W*(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?\d+|[IVXL]{3,7})\W*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_PART = re.compile(r"\d{1,3}\.(?P<count>\d{1,2})\s+(?=[A-Z])")
_NOTE = re.compile(
    r"\((?:Received|Apologies|Note|Please|Attached|Enclosed)\b|(?:Joint )?Report (?:by|from|of) "
)
_BULLET = re.compile(r"\s*•|\s+o\s+(?=[A-Z])")
_PAGE_CELL = re.compile(
    r"^(?:pages?|pp?\.?)?\s*(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or table row of an agenda; ``cells`` are its spans in the paragraph."""

    paragraph: Paragraph
    cells: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The words of its cells, joined."""
        return " ".join(self.words)

    @property
    def words(self) -> list[str]:
        """The words of each filled cell."""
        found = [self.paragraph.text[start:end].strip() for start, end in self.cells]
        return [words for words in found if words]


def announced_item(
    line: Line, meeting: MeetingKey, number: str, title: str, private: bool | None
) -> AgendaItem:
    """The item of a line: its title, who presents it, and the pages given behind or beside it.

    A cell before that of the title gives a number, an hour or that of its paper: "S24.006".
    """
    at = _title_cell(line)
    beside = line.words[at + 1 :]
    for words in reversed(beside):
        title = title.removesuffix(words).strip()
    for words in line.words[:at]:
        title = title.removeprefix(words).strip()
    pages = next((match for words in beside if (match := _PAGE_CELL.match(words))), None)
    by = [match["who"] for match in _PRESENTED.finditer(title)]
    words, first, last = title_and_pages(_alone(_BULLET.split(title)[0]))
    return AgendaItem(
        meeting=meeting,
        number=number,
        title=words,
        presenters=tuple(name for one in (*beside, *by) for name in presenters(one, alone=True)),
        confidential=private,
        first_page=int(pages["first"]) if pages else first,
        last_page=int(pages["last"] or pages["first"]) if pages else last,
        evidence=(quote(line),),
        rule=RULE,
    )


def _alone(title: str) -> str:
    """A title without the hour before it and the sentences that a long line goes on with."""
    words = " ".join(title.split())
    words = words[hour.end() :] if (hour := HOUR.match(words)) else words
    if len(words) <= _LONG_TITLE:
        return words if hour else title
    dash = _DASHED.match(words)
    end = dash.end() if dash else title_end(words)
    return title if end is None else words[:end]


def _title_cell(line: Line) -> int:
    """Which filled cell holds the title: the first that is more than a number."""
    cells = [untimed(words) for words in line.words]
    titles = (
        at for at, words in enumerate(cells) if _WORD.search(words) and not _CALLED.fullmatch(words)
    )
    return next(titles, 0)


def title_and_pages(text: str) -> tuple[str, int | None, int | None]:
    """A title, and the pages written behind it on the same line; who presents it is no title."""
    for pattern in patterns("sections", "items", "behind_title"):
        text = pattern.sub("", text) if pattern.search(text) else text
    pages = _PAGES.search(text)
    if pages is None or not (pages["last"] or _sets_apart(pages.group())):
        return " ".join(text.split()).strip(" .*").rstrip(" :–—-"), None, None
    first = int(pages["first"])
    title = text[: pages.start()]
    return " ".join(title.split()).strip(" *"), first, int(pages["last"] or first)


def _sets_apart(number: str) -> bool:
    """Whether the number of a page is set apart from the title: by a gap, dots or brackets."""
    return number.startswith(("\t", "  ", ".")) or number.lstrip().startswith("(")


def presenters(text: str, *, alone: bool = False) -> tuple[PersonName, ...]:
    """Who is named in a line under an item, or alone in the cell beside it."""
    found = names.person(text.split(" and ")[0])
    if found is None or len(text) >= _LINE_LENGTH or not names.likely(found.name):
        return ()
    return (found.name,) if alone or found.rest or found.notes else ()


def list_lines(paragraphs: Sequence[Paragraph]) -> Iterator[Line]:
    """The lines of the agenda's list, from the last heading "Agenda" or from its head row on."""
    shown = [line for p in paragraphs if p.kind is not Kind.FURNITURE for line in _lines(p)]
    heads = [at for at, line in enumerate(shown) if LIST_HEAD.match(line.text)]
    starts = [at for at in heads if any(opens(line.text) for line in shown[at : at + 15])]
    yield from shown[starts[-1] + 1 if starts else 0 :]


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    if paragraph.cells:
        for row in paragraph.rows():
            yield Line(paragraph, tuple((cell.start, _title_end(paragraph, cell)) for cell in row))
            parts = (part for cell in row for part in _parts_in(paragraph, cell))
            yield from (Line(paragraph, (part,)) for part in parts)
        return
    for line in lines(paragraph):
        yield Line(paragraph, ((line.start, line.end),))


def _parts_in(paragraph: Paragraph, cell: Cell) -> Iterator[tuple[int, int]]:
    """Where lines of a cell stand that open parts of the item of their row: "9.1 Draft plan"."""
    counted = 0
    for at, end in pairwise((*cell.breaks, cell.end)):
        part = _PART.match(paragraph.text, at + 1, end)
        if part is not None and int(part["count"]) == counted + 1:
            counted += 1
            yield at + 1, end


def _title_end(paragraph: Paragraph, cell: Cell) -> int:
    """Where the lines of a cell end above those of parts, or above what is told in brackets."""
    parts = [start - 1 for start, _ in _parts_in(paragraph, cell)]
    noted = (at for at in cell.breaks if _NOTE.match(paragraph.text, at + 1, cell.end))
    return min([*parts, *noted], default=cell.end)


def heads_list(text: str) -> bool:
    """Whether a line heads a list of items: its heading, a notice, the title of the paper."""
    title = either("sections", "starts", "agenda").search(text.split("\n")[0])
    called = matches(text, "sections", "openings", "calls")
    return LIST_HEAD.match(text) is not None or called or title is not None


def quote(line: Line) -> Evidence:
    """The words of a line, from its first filled cell to its last."""
    filled = [(start, end) for start, end in line.cells if line.paragraph.text[start:end].strip()]
    return evidence(Piece(line.paragraph, filled[0][0], filled[-1][1]))


def with_presenters(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items without names in brackets or behind a dash: titled ones; all if half have one."""
    named = [_behind(item) for item in items]
    mostly = 2 * sum(map(operator.ne, named, items)) >= len(items)
    return [
        own if mostly or any(who.honorifics for who in own.presenters) else item
        for own, item in zip(named, items, strict=True)
    ]


def _behind(item: AgendaItem) -> AgendaItem:
    """An item whose title ends with a name: with that presenter, without the name."""
    match = _BEHIND.search(item.title)
    written = (match["who"] or match["dashed"]) if match else ""
    who = presenters(written.title() if written.isupper() else written, alone=True)
    if match is None or not who:
        return item
    title = item.title[: match.start()].rstrip()
    return replace(item, title=title, presenters=item.presenters or who)
