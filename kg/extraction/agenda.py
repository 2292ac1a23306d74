"""Agenda items: as an agenda announces them and as minutes head them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.extraction import names
from kg.extraction.context import Context, evidence
from kg.facts import AgendaItem, Evidence, MeetingKey, PersonName
from kg.model import Kind, Paragraph
from kg.structure.items import Item, items_and_headings
from kg.structure.numbered import in_series
from kg.structure.parts import PartKind
from kg.structure.sections import Piece, body, lines
from kg.tables.load import patterns, table

RULE = "agenda/2"

_PAGES = re.compile(
    r"[\s.…]*(?:\b(?:pages?|pp?\.?)\s*)?(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s*(?:item\s+)?(?P<number>\d{1,2})\s*(?P<mark>[.):]|(?=\s))\s*(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_PARTED = re.compile(r"^\s*(?P<number>(?P<of>\d{1,2})\.\d{1,2})[.)]?\s+(?P<title>\S.*)$")
_PRESENTED = re.compile(r"\b(?:presented|introduced) by\s+(?P<who>[A-Z].*)$", re.IGNORECASE)
_LETTERED = re.compile(r"^\s*\(?(?P<letter>[a-z])[).]\s+(?P<title>\S.*)$")
_TIMING = re.compile(
    r"\(?\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*(?:[-–—]|to)\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?\)?|\(?\b\d{1,3}\s*(?:min(?:ute)?|hour)s?\b(?!\s+of)\)?|^\s*\d{1,2}[.:]\d{2}\s*(?:am|pm)?(?=\s|$)",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"^\s*(?:(?:suggested|draft|public)\s+)?agenda\s*$|^\s*(?:item|no\.?|timing)\b[\s\w./]*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:\(?[a-z][.)]\s+)?To (?:receive|approve|consider|discuss|note|agree|confirm|review|sign"
    r"|appoint|elect|resolve|adopt)\b"
)
_FEWEST_PURPOSES = 3
_LINE_LENGTH = 200
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]{3}")
_BULLET = re.compile(r"\s*•|\s+o\s+(?=[A-Z])")
_PAGE_CELL = re.compile(
    r"^(?:pages?|pp?\.?)?\s*(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Line:
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


def agenda_items(context: Context) -> tuple[AgendaItem, ...]:
    """The items of every agenda and of all minutes in the document."""
    found: list[AgendaItem] = []
    for _, part, meeting in context.of_kind(PartKind.AGENDA):
        if meeting is not None:
            found.extend(_announced(context.paragraphs(part), meeting))
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            found.extend(_minuted(context.paragraphs(part), meeting))
    return tuple(found)


def _minuted(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    for item in items_and_headings(paragraphs):
        head = paragraphs[item.title_at - paragraphs[0].ordinal]
        yield AgendaItem(
            meeting=meeting,
            number=item.number,
            title=item.title,
            presenters=_introducers(item, paragraphs),
            confidential=_confidential(item, paragraphs),
            evidence=(evidence(Piece(head, item.start, item.end)),),
            rule=RULE,
        )


def _introducers(item: Item, paragraphs: Sequence[Paragraph]) -> tuple[PersonName, ...]:
    """Who the minutes say introduced or presented the item."""
    base = paragraphs[0].ordinal
    found: dict[str, PersonName] = {}
    for paragraph in paragraphs[item.first + 1 - base : min(item.first + 5, item.last) - base]:
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            continue
        for name in names.introducing(paragraph.text):
            found.setdefault(name.name, name)
    return tuple(found.values())


def _confidential(item: Item, paragraphs: Sequence[Paragraph]) -> bool | None:
    base = paragraphs[0].ordinal
    words = " ".join(
        p.text for p in paragraphs[item.first - base : min(item.first + 3, item.last) - base]
    )
    said = any(p.search(words) for p in patterns("sections", "items", "confidential")[:2])
    return True if said else None


def _announced(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    items: list[AgendaItem] = []
    private: bool | None = None
    for line in _list_lines(paragraphs):
        text = line.text
        if any(p.search(text) for p in patterns("sections", "items", "ends")) and items:
            break
        if (told := _privacy(text)) is not None:
            private = told
        if told is not None and not _carries_on(text, items):
            continue
        if not any(p.search(text) for p in patterns("sections", "items", "heads")):
            _take(items, line, meeting, private)
    unnumbered = (_tabled, _bulleted, _in_lines)
    marked = items or next(
        (found for form in unnumbered if (found := list(form(paragraphs, meeting)))), []
    )
    if marked and len(in_series(paragraphs)) <= len(marked):
        yield from marked
        return
    headed = list(_minuted(paragraphs, meeting))
    numbered = sum(bool(item.number) for item in headed)
    shown = sum(p.kind is not Kind.FURNITURE for p in paragraphs)
    listed = numbered >= _FEWEST or 2 * len(headed) > max(shown, 2 * _FEWEST)
    yield from headed if listed else marked


def _in_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that marks none: its short lines, where several say "To receive"."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    purposes = [at for at, p in enumerate(shown) if _PURPOSE.match(p.text)]
    called = [at for at, p in enumerate(shown) if any(f.search(p.text) for f in _calls())]
    if len(purposes) < _FEWEST_PURPOSES or not called or called[-1] >= purposes[0]:
        return
    letters = Counter(p.number for p in shown if p.number)
    for paragraph in shown[called[-1] + 1 :]:
        words = body(paragraph)
        if 0 < len(words.text) <= _LINE_LENGTH and "\n" not in words.text:
            number = paragraph.number or ""
            yield AgendaItem(
                meeting=meeting,
                number=number if letters[number] == 1 else "",
                title=_title(words.text)[0],
                evidence=(evidence(words),),
                rule=RULE,
            )


def _calls() -> tuple[re.Pattern[str], ...]:
    """Words by which a notice calls to a meeting."""
    return patterns("sections", "openings", "calls")


def _tabled(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda in a table without numbers: the cells below its head "Item"."""
    column, headed_table = 0, None
    titled = table("sections")["items"]["column"]
    for paragraph in paragraphs:
        for row in paragraph.rows():
            said = {cell.column: paragraph.cell_text(cell).strip().lower() for cell in row}
            if headed := [at for at, words in said.items() if words in titled]:
                column, headed_table = headed[0], paragraph.table
                continue
            line = _Line(paragraph, tuple((c.start, c.end) for c in row if c.column >= column))
            if headed_table == paragraph.table is not None and _WORD.search(said.get(column, "")):
                yield _item(line, meeting, "", line.words[0], None)


def _bulleted(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that numbers none: the bullets under its heading."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    heads = [at for at, p in enumerate(shown) if _LIST_HEAD.match(p.text)]
    below = shown[heads[-1] + 1 :] if heads else []
    bullets = list(takewhile(lambda p: p.kind is Kind.LIST_ITEM and p.number is None, below))
    for bullet in bullets if len(bullets) >= _FEWEST else ():
        if (bullet.level or 1) == (bullets[0].level or 1):
            words = next(lines(bullet))
            title = _title(words.text)[0]
            yield AgendaItem(
                meeting=meeting, number="", title=title, evidence=(evidence(words),), rule=RULE
            )


def _take(items: list[AgendaItem], line: _Line, meeting: MeetingKey, private: bool | None) -> None:
    """Read a line as an item, a part of one, or more about the last item."""
    text = line.text
    numbered = _NUMBERED.match(_TIMING.sub(" ", text))
    last = _whole(items)
    parted = _PARTED.match(text)
    if numbered and _carries_on(text, items):
        items.append(_item(line, meeting, numbered["number"], numbered["title"] or "", private))
    elif parted and int(parted["of"]) == last:
        items.append(_item(line, meeting, parted["number"], parted["title"], private))
    elif items and (lettered := _LETTERED.match(text)):
        number = f"{last}{lettered['letter']}"
        items.append(_item(line, meeting, number, lettered["title"], private))
    elif items and not items[-1].title:
        items[-1] = replace(items[-1], title=_title(text)[0], evidence=(_quote(line),))
    elif items:
        presenters = _presenters(text)
        if presenters and not items[-1].presenters:
            items[-1] = replace(items[-1], presenters=presenters)


def _carries_on(text: str, items: Sequence[AgendaItem]) -> bool:
    """Whether a line has the number of the next item."""
    numbered = _NUMBERED.match(_TIMING.sub(" ", text))
    return numbered is not None and _follows(int(numbered["number"]), _whole(items))


def _follows(number: int, last: int) -> bool:
    return number == last + 1 or (last == 0 and number <= 2) or (last > 0 and number == last + 2)


def _whole(items: Sequence[AgendaItem]) -> int:
    number = re.match(r"\d+", items[-1].number) if items else None
    return int(number.group()) if number else 0


def _item(
    line: _Line, meeting: MeetingKey, number: str, title: str, private: bool | None
) -> AgendaItem:
    beside = line.words[_title_cell(line) + 1 :]
    for words in reversed(beside):
        title = title.removesuffix(words).strip()
    pages = next((match for words in beside if (match := _PAGE_CELL.match(words))), None)
    by = [match["who"] for match in _PRESENTED.finditer(title)]
    words, first, last = _title(_BULLET.split(title)[0])
    return AgendaItem(
        meeting=meeting,
        number=number,
        title=words,
        presenters=tuple(name for one in (*beside, *by) for name in _presenters(one, alone=True)),
        confidential=private,
        first_page=int(pages["first"]) if pages else first,
        last_page=int(pages["last"] or pages["first"]) if pages else last,
        evidence=(_quote(line),),
        rule=RULE,
    )


def _title_cell(line: _Line) -> int:
    """Which filled cell holds the title: the first that is more than a number."""
    cells = [_TIMING.sub("", words) for words in line.words]
    return next((at for at, words in enumerate(cells) if _WORD.search(words)), 0)


def _title(text: str) -> tuple[str, int | None, int | None]:
    """A title, and the pages written behind it on the same line; who presents it is no title."""
    for pattern in patterns("sections", "items", "behind_title"):
        text = pattern.sub("", text) if pattern.search(text) else text
    pages = _PAGES.search(text)
    if pages is None or not (pages["last"] or pages.group().startswith(("\t", "  ", "."))):
        return " ".join(text.split()).strip(" .*"), None, None
    first = int(pages["first"])
    title = text[: pages.start()]
    return " ".join(title.split()).strip(" *"), first, int(pages["last"] or first)


def _presenters(text: str, *, alone: bool = False) -> tuple[PersonName, ...]:
    """Who is named in a line under an item, or alone in the cell beside it."""
    found = names.person(text.split(" and ")[0])
    if found is None or len(text) >= _LINE_LENGTH or not names.likely(found.name):
        return ()
    return (found.name,) if alone or found.rest or found.notes else ()


def _privacy(text: str) -> bool | None:
    if any(p.search(text) for p in patterns("sections", "items", "public")):
        return False
    return True if any(p.search(text) for p in patterns("sections", "items", "private")) else None


def _list_lines(paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    """The lines of the agenda's list, from the last heading "Agenda" or from its head row on."""
    shown = [line for p in paragraphs if p.kind is not Kind.FURNITURE for line in _lines(p)]
    heads = [at for at, line in enumerate(shown) if _LIST_HEAD.match(line.text)]
    starts = [at for at in heads if any(_NUMBERED.match(line.text) for line in shown[at : at + 15])]
    yield from shown[starts[-1] + 1 if starts else 0 :]


def _lines(paragraph: Paragraph) -> Iterator[_Line]:
    if paragraph.cells:
        for row in paragraph.rows():
            yield _Line(paragraph, tuple((cell.start, cell.end) for cell in row))
        return
    for line in lines(paragraph):
        yield _Line(paragraph, ((line.start, line.end),))


def _quote(line: _Line) -> Evidence:
    filled = [(start, end) for start, end in line.cells if line.paragraph.text[start:end].strip()]
    return evidence(Piece(line.paragraph, filled[0][0], filled[-1][1]))
