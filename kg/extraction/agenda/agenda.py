"""Agenda items: as an agenda announces them and as minutes head them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from rapidfuzz import fuzz

from kg.extraction.agenda import numbers as agenda_numbers
from kg.extraction.agenda.lines import (
    RULE,
    Line,
    announced_item,
    list_lines,
    presenters,
    quote,
    title_and_pages,
    with_presenters,
)
from kg.extraction.agenda.over_text import names_giver, over_text
from kg.extraction.agenda.points import without_points
from kg.extraction.agenda.sections import among_lists, below_heading, under_headings
from kg.extraction.agenda.unmarked import (
    bulleted,
    lasting,
    says_purpose,
    shouted,
    timed,
    unmarked,
)
from kg.extraction.attendance.one_by_one import labelled
from kg.extraction.attendance.rows import AWAY
from kg.extraction.context import Context, evidence, items_and_parts
from kg.extraction.meetings.accounts import tells_of_those_present
from kg.extraction.people import names
from kg.facts import AgendaItem, MeetingKey, PersonName
from kg.model import Kind, Paragraph
from kg.numbering import as_printed, of_item
from kg.reading.headings.customary import is_customary
from kg.structure.items.item import Item
from kg.structure.items.partings import parted
from kg.structure.parts import Part, PartKind
from kg.structure.sections import Piece
from kg.tables.load import matches, patterns
from kg.vocabulary import name_key

_FEWEST = 3
_FEWEST_TIMED = 5
_PROPOSED = 2
_FEWEST_HEADED = 5
_USUAL = 2
_NEAR = 3
_DIGITS = re.compile(r"\d+")
_NEARLY_ONE = 90


def agenda_items(context: Context) -> tuple[AgendaItem, ...]:
    """The items of every agenda and of all minutes in the document."""
    announced: list[AgendaItem] = []
    minuted: list[AgendaItem] = []
    for _, part, meeting in context.of_kind(PartKind.AGENDA):
        if meeting is not None:
            announced.extend(_announced(context, part, meeting))
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            minuted.extend(_minuted(context, part, meeting))
    for _, part, meeting in context.of_kind(PartKind.OTHER):
        if meeting is not None:
            minuted.extend(_of_no_kind(context, part, meeting))
    found = (*_not_renumbered(announced, minuted), *minuted)
    told = (one for one in found if not matches(one.title, "sections", "items", "nothing"))
    return tuple(_as_printed(item, context.document.paragraphs) for item in told)


def _as_printed(item: AgendaItem, paragraphs: Sequence[Paragraph]) -> AgendaItem:
    """An item with the number that its line prints, and that of its section apart."""
    title = item.evidence[0]
    section, number = as_printed(item.number, paragraphs[title.paragraph].text[: title.end])
    return replace(item, section=section, number=number)


def _not_renumbered(
    announced: Sequence[AgendaItem], minuted: Sequence[AgendaItem]
) -> Iterator[AgendaItem]:
    """The items announced, without those that minutes of their meeting number otherwise.

    So are those whose titles minutes print without a number, where they number others.
    """
    counted = {item.meeting for item in minuted if item.number}
    told: dict[MeetingKey, list[tuple[str, str]]] = {}
    for item in minuted if announced else ():
        told.setdefault(item.meeting, []).append((name_key(item.title), item.number))
    known = {(item.meeting, name_key(item.title)) for item in announced}
    for item in announced:
        title = name_key(item.title)
        like = [
            number
            for key, number in told.get(item.meeting, ())
            if key == title or ((item.meeting, key) not in known and _are_one(key, title))
        ]
        numbers = {*filter(None, like)} or {"" if like and item.meeting in counted else item.number}
        if item.number in numbers:
            yield item


def _are_one(one: str, other: str) -> bool:
    """Whether two titles differ in few letters and no digit, or one says more behind the other."""
    short, long = sorted((one, other), key=len)
    more = long.startswith(f"{short} ") and " " in short
    same = _DIGITS.findall(one) == _DIGITS.findall(other)
    return more or (same and fuzz.ratio(one, other) >= _NEARLY_ONE)


def _minuted(context: Context, part: Part, meeting: MeetingKey) -> Iterator[AgendaItem]:
    paragraphs = context.paragraphs(part)
    items = items_and_parts(context, part)
    by_hour = list(timed(paragraphs, meeting))
    few = not any(item.number for item in items) and len(items) < len(by_hour)
    if (few or len(items) < _FEWEST) and len(by_hour) >= _FEWEST_TIMED:
        yield from by_hour
        return
    bullets = list(bulleted(paragraphs, meeting)) if len(items) < _FEWEST else []
    if len(bullets) > len(items):
        yield from bullets
        return
    for item in items:
        head = paragraphs[item.title_at - paragraphs[0].ordinal]
        yield AgendaItem(
            meeting=meeting,
            number=item.number,
            title=item.title,
            presenters=_introducers(item, paragraphs),
            confidential=_confidential(item, paragraphs),
            evidence=(evidence(Piece(head, item.start, item.end)),),
            rule=RULE,
            shared=item.shared,
        )


def _of_no_kind(context: Context, part: Part, meeting: MeetingKey) -> Sequence[AgendaItem]:
    """The items of a part that does not say what it is, but that says who came to the meeting,
    or has several items that most meetings have.
    """
    items = list(_minuted(context, part, meeting))
    usual = sum(is_customary(item.title) for item in items)
    account = tells_of_those_present(context.paragraphs(part)) or _names_who_came(context, part)
    return items if len(items) > 1 and (usual >= _USUAL or account) else ()


def _names_who_came(context: Context, part: Part) -> bool:
    """Whether labels of any words name several people who came."""
    meeting = context.main
    rows = labelled(context.paragraphs(part), meeting) if meeting else ()
    return sum(row.status not in AWAY for row in rows) >= _USUAL


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


def _announced(context: Context, part: Part, meeting: MeetingKey) -> Iterator[AgendaItem]:
    paragraphs = context.paragraphs(part)
    lines = list(list_lines(paragraphs))
    listed = (
        among_lists(paragraphs, meeting)
        or under_headings(paragraphs, meeting)
        or max(
            _numbered(lines, meeting),
            shouted(paragraphs, meeting),
            lasting(paragraphs, meeting),
            key=len,
        )
    )
    headed = list(_minuted(context, part, meeting)) if len(listed) <= 1 else []
    marked = (
        _opened_and_closed(headed)
        or listed
        or unmarked(paragraphs, meeting)
        or below_heading(paragraphs, meeting)
    )
    if marked:
        yield from with_presenters(marked)
        return
    if _head_business(headed, paragraphs) or (len(headed) > 1 and _names_who_came(context, part)):
        yield from headed


def _head_business(headed: Sequence[AgendaItem], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether headings of an agenda count its items, are most of it, part it all, name several that
    most meetings have, or stand over what is to be done.
    """
    numbered = sum(bool(item.number) for item in headed)
    shown = sum(p.kind is not Kind.FURNITURE for p in paragraphs)
    mostly = 2 * len(headed) > max(shown, 2 * _FEWEST)
    over = _stand_over_bullets(headed, paragraphs) or bool(parted(paragraphs))
    usual = sum(is_customary(item.title) for item in headed)
    many = usual >= _USUAL and len(headed) >= _FEWEST_HEADED
    proposed = _over_proposals(headed, paragraphs) >= _PROPOSED
    return numbered >= _FEWEST or mostly or over or many or proposed


def _over_proposals(headed: Sequence[AgendaItem], paragraphs: Sequence[Paragraph]) -> int:
    """How many headings stand right over what the meeting is to do: "To consider a report"."""
    base = paragraphs[0].ordinal if paragraphs else 0
    after = (item.evidence[0].paragraph + 1 - base for item in headed)
    return sum(at < len(paragraphs) and says_purpose(paragraphs[at].text) for at in after)


def _opened_and_closed(headed: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
    """The headings from the one that opens the meeting to the one that closes it, if others
    stand between: "Call to order", "Accounts", "Adjournment".
    """
    names = [item.title for item in headed]
    opened = [at for at, name in enumerate(names) if matches(name, "sections", "items", "opening")]
    closed = [at for at, name in enumerate(names) if matches(name, "sections", "items", "closing")]
    found = headed[opened[0] : closed[-1] + 1] if opened and closed else ()
    return found if len(found) >= _FEWEST else ()


def _stand_over_bullets(headed: Sequence[AgendaItem], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether several headings go on to the end of a paper, with nothing but bullets under them.

    Few do where some name what most meetings have.
    """
    usual = sum(is_customary(item.title) for item in headed)
    if len(headed) < (_FEWEST if usual >= _USUAL else _FEWEST_HEADED):
        return False
    below = paragraphs[headed[0].evidence[0].paragraph - paragraphs[0].ordinal :]
    return all(p.kind in (Kind.HEADING, Kind.LIST_ITEM, Kind.FURNITURE) for p in below)


def _numbered(lines: Sequence[Line], meeting: MeetingKey) -> list[AgendaItem]:
    """The items of an agenda's list whose numbers count on, and their parts."""
    found = _Items(meeting)
    wholes = agenda_numbers.whole(["" if _is_no_whole(line) else line.text for line in lines])
    first, last = min(wholes, default=0), max(wholes, default=len(lines))
    headed = over_text(lines, wholes)
    for at, line in enumerate(lines):
        text = line.text
        if (
            found.items
            and _ends(text)
            and not any(near in wholes for near in range(at, at + _NEAR))
        ):
            break
        if (told := _privacy(text)) is not None:
            found.private = told
        if at in wholes:
            found.open(line, wholes[at])
        elif at in headed:
            found.head(line)
        elif found.titled and not first <= at <= last and _stands_alone(text):
            found.open(line, agenda_numbers.Titled("", text.strip()))
        elif told is None and not _is_head(text):
            found.go_on(line)
    return without_points(found.items)


def _is_no_whole(line: Line) -> bool:
    """Whether a line heads the columns, or has a number in the own list of another item."""
    return _is_head(line.text) or line.paragraph.inside is not None


def _stands_alone(text: str) -> bool:
    """Whether a line without a number opens or closes the meeting: "Adjournment"."""
    return any(matches(text.strip(), "sections", "items", kind) for kind in ("opening", "closing"))


def _ends(text: str) -> bool:
    """Whether a line may end the list of an agenda."""
    return matches(text, "sections", "items", "ends")


def _is_head(text: str) -> bool:
    """Whether a line heads the columns of an agenda."""
    return matches(text, "sections", "items", "heads")


class _Items:
    """The items that the lines of an agenda open, one after another."""

    def __init__(self, meeting: MeetingKey) -> None:
        self.items: list[AgendaItem] = []
        self.private: bool | None = None
        self._meeting = meeting
        self._whole = self._over = ""
        self._letters = self._digits = self._romans = 0
        self._taken: set[str] = set()
        self._headed = self._led = self._listed = False
        """Whether the last line heads an item, leads in to a list, is of a list led in to."""

    @property
    def titled(self) -> bool:
        """Whether the last item, if there is one, has its title."""
        return not self.items or bool(self.items[-1].title)

    def open(self, line: Line, number: agenda_numbers.Titled) -> None:
        """Read a line as an item, or as the number of the title that stands over it."""
        self._whole = self._over = number.number.strip("*")
        self._letters = self._digits = self._romans = 0
        if self._headed:
            self.items[-1] = replace(self.items[-1], number=self._whole)
            self._taken.add(self._whole)
        else:
            self._add(line, number)
        self._headed = self._led = self._listed = False

    def head(self, line: Line) -> None:
        """Read a line as the title of an item whose number stands below it, if anywhere."""
        self.open(line, agenda_numbers.Titled("", line.text.strip()))
        self._headed = names_giver(line.text)

    def go_on(self, line: Line) -> None:
        """Read a line as a part of the last item, its title, or more about it.

        Letters below a line that leads in to them list what it speaks of.
        """
        self._headed = False
        led, self._led = self._led, _leads_in(line.text)
        if not self.items:
            return
        if part := self._part(line):
            self._listed = part.number[-1].isalpha() and (led or self._listed)
            if not self._listed:
                self._add(line, part)
        elif not self.titled:
            title, _, _ = title_and_pages(line.text)
            self.items[-1] = replace(self.items[-1], title=title, evidence=(quote(line),))
        elif not self.items[-1].presenters:
            self.items[-1] = replace(self.items[-1], presenters=presenters(line.text))

    def _part(self, line: Line) -> agenda_numbers.Titled | None:
        """The part of the last item that a line opens, with the number of that item.

        Below letters and Roman numbers, digits may count without it; small Roman numerals are
        the parts of an item that has none yet.
        """
        text, inside = line.text, line.paragraph.inside
        if inside and (part := agenda_numbers.inner(text, inside)):
            return part
        own = self._romans or self.items[-1].number == self._whole
        if own and (part := agenda_numbers.small_roman(text, self._romans + 1)):
            self._romans += 1
            return replace(part, number=of_item(self._whole, part.number))
        if part := agenda_numbers.part(text, self._whole.removesuffix(".0")):
            return part
        if part := agenda_numbers.of_next(text, self._whole, self.items[-1].number):
            return part
        if part := agenda_numbers.capital(text, ascii_uppercase[self._letters % 26]):
            self._letters, self._digits = self._letters + 1, 0
            self._over = of_item(self._whole, part.number)
            return replace(part, number=self._over)
        if self._over.isdigit() or not (part := agenda_numbers.counted(text, self._digits + 1)):
            return None
        self._digits += 1
        return replace(part, number=of_item(self._over, part.number))

    def _add(self, line: Line, number: agenda_numbers.Titled) -> None:
        item = announced_item(line, self._meeting, number.number, number.title, self.private)
        self.items.append(replace(item, shared=item.number in self._taken))
        self._taken |= {item.number} - {""}


def _leads_in(text: str) -> bool:
    """Whether a line below a title leads in to a list that is no business of its own: a point
    with a number ("4. Accounts for:"), "the following", or words to those who come.
    """
    said = (matches(text, "sections", "items", one) for one in ("following", "to_those_who_come"))
    return text.rstrip().endswith(":") and (agenda_numbers.opens(text) or any(said))


def _privacy(text: str) -> bool | None:
    if matches(text, "sections", "items", "public"):
        return False
    return True if matches(text, "sections", "items", "private") else None
