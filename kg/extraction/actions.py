"""Actions: listed under a heading, in a log or a plan, or promised in discussion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz, process

from kg.extraction import dates, names, people_cells
from kg.extraction.columns import Row, Table, columns, tables
from kg.extraction.context import Context, evidence
from kg.extraction.decisions import by_item, is_lead
from kg.extraction.reports import ReportPart
from kg.facts import Action, Evidence, MeetingKey, PersonName
from kg.model import Kind
from kg.structure.labels import label, plain
from kg.structure.parts import PartKind
from kg.structure.sections import NUMBER, Piece, Section, sections, sentences
from kg.tables.load import alternation, patterns, table

RULE = "actions/1"

_OFFICERS = re.compile(r"^(?P<who>[A-Z][^.;:]{1,90}?)\s+to\b", re.DOTALL)
_LEAD_WHO = re.compile(r"^(?P<who>[A-Z][^.;:]{1,80}?)(?:\s+to)?\s*[:;]?\s*$")
_INITIALS = re.compile(
    r"(?:[–—-]\s*|\(\s*|\[\s*|\bAction:?\s*)(?P<who>[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*)\s*[)\]]?\s*$"
)
_THEME_LENGTH = 200
_SHORT_STATUS = 5
_THEME = re.compile(r"^(?:theme|priority|workstream|objective|area)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|(?:for|to) the meeting (?:on|of|in))\s+"
    r"(?P<due>(?:the\s+)?(?:end\s+of\s+|late\s+|early\s+|mid[- ])?[\w ,]{3,30}?)"
    r"(?=[.;,)]|\s+(?:so|and|to)\b|$)"
)
_DUE_LINE = re.compile(
    r"^(?:due|deadline|by when|timescale|target date)\s*:\s*(?P<due>.+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    """What an action's neighbours say of it."""

    meeting: MeetingKey | None
    item: str | None = None
    report: str | None = None
    theme: str | None = None
    given_there: bool = False


def actions(context: Context, reports: Sequence[ReportPart]) -> tuple[Action, ...]:
    """Every action stated in the document."""
    found: list[Action] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        for item, run in by_item(context.paragraphs(part)):
            place = _Place(meeting, item.number if item else None)
            stated = sections(run)
            found.extend(_of_sections(stated, place))
            found.extend(_promised(stated, place))
    for report in reports:
        of = report.report
        place = _Place(of.meeting, of.item, of.title)
        found.extend(_of_sections(sections(context.paragraphs(context.parts[report.part])), place))
    for index, part in enumerate(context.parts):
        of_report = next((r.report for r in reports if index in r.parts), None)
        meeting = context.meetings[index]
        place = _Place(
            meeting,
            of_report.item if of_report else None,
            of_report.title if of_report else None,
            given_there=_belongs_to_minutes(context, index),
        )
        for rows in tables(context.paragraphs(part)):
            found.extend(_of_table(rows, place))
    return tuple(found)


def _belongs_to_minutes(context: Context, index: int) -> bool:
    """Whether a part is minutes, or the list of actions that ends them."""
    kinds = [part.kind for part in context.parts[max(0, index - 1) : index + 1]]
    ends = len(kinds) == 2 and kinds == [PartKind.MINUTES, PartKind.ACTION_LOG]
    return ends or kinds[-1] is PartKind.MINUTES


# --- lists under a label ------------------------------------------------------


def _of_sections(found: Sequence[Section], place: _Place) -> Iterator[Action]:
    for at, section in enumerate(found):
        if section.name != "action":
            continue
        due = found[at + 1] if at + 1 < len(found) and found[at + 1].name == "due" else None
        yield from _of_section(section, place, due)


def _of_section(section: Section, place: _Place, due: Section | None) -> Iterator[Action]:
    pieces = [p for p in section.pieces if p.text.strip() and p.paragraph.kind is not Kind.TABLE]
    if len(pieces) > 1 and is_lead(pieces[0]):
        lead, stated = pieces[0].text, pieces[1:]
    else:
        lead, stated = "", pieces
    inline = (
        section.heading is not None
        and bool(stated)
        and stated[0].paragraph.ordinal == section.heading
    )
    for at, piece in enumerate(stated):
        if at and (inline or not _continues(piece, stated[0])):
            return
        yield _listed(piece, lead, place, due)


def _continues(piece: Piece, first: Piece) -> bool:
    """Whether a further paragraph under the label is another action."""
    if piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None:
        return True
    return first.paragraph.kind is not Kind.LIST_ITEM and _OFFICERS.match(piece.text) is not None


def _listed(piece: Piece, lead: str, place: _Place, due: Section | None) -> Action:
    text, own_due = _without_due(piece.text)
    beside = due.pieces[0].text.strip() if due and due.pieces else None
    written = own_due or beside or _due_in(text)
    who = _who(text, lead)
    near = place.meeting.date if place.meeting else None
    return Action(
        text=" ".join(text.split()),
        kind="listed",
        number=piece.paragraph.number,
        meeting=place.meeting,
        arises_at=place.meeting,
        item=place.item,
        report=place.report,
        assignees=tuple(_people(who)),
        assignee_as_written=who,
        due_as_written=written,
        due=dates.deadline(written, near) if written else None,
        evidence=(evidence(Piece(piece.paragraph, piece.start, piece.start + len(text))),),
        rule=RULE,
    )


def _without_due(text: str) -> tuple[str, str | None]:
    """The words before a line "Due: …", and what that line says."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if at and (match := _DUE_LINE.match(line.strip())):
            return "\n".join(lines[:at]), match["due"].strip()
    return text, None


def _due_in(text: str) -> str | None:
    """A due date said in the words of an action: "by 31 March 2022"."""
    match = _BY.search(text)
    return match["due"].strip() if match and dates.deadline(match["due"], date.max) else None


def _who(text: str, lead: str) -> str | None:
    """Who is to act: "Officers to …", the lead-in "Officers to;", initials at the end."""
    if match := _INITIALS.search(text):
        return match["who"]
    if lead and (match := _LEAD_WHO.match(" ".join(lead.split()).strip(" :;"))):
        return match["who"].removesuffix(" to")
    if (match := _OFFICERS.match(text)) and _is_actor(" ".join(match["who"].split())):
        return " ".join(match["who"].split())
    return None


def _is_actor(phrase: str) -> bool:
    """Whether words before "to" name someone who can act, not the beginning of a request."""
    actors = table("verbs")["actors"]
    words = [word.strip("(),").lower() for word in phrase.split()]
    if words[0] in actors["not_first"] or len(words) > actors["longest"]:
        return False
    person = names.person(phrase)
    known = (
        words[0] in actors["nouns"] or words[-1] in actors["nouns"] or phrase.split()[-1].isupper()
    )
    return known or (person is not None and names.likely(person.name))


def _people(who: str | None) -> Iterator[PersonName]:
    if not who:
        return
    for name, _, _ in people_cells.named(who):
        if names.likely(name):
            yield name


# --- logs and plans ---------------------------------------------------------------


def _of_table(rows: Table, place: _Place) -> Iterator[Action]:
    """The rows of a table whose head names an action and its due date, status or owner."""
    yield from _open_beside_others(list(_rows(rows, place)))


def _rows(rows: Table, place: _Place) -> Iterator[Action]:
    heads = _heads(rows)
    if heads is None:
        return
    theme = place.theme
    for row in rows.rows:
        if (new := _heads_of(row)) is not None:
            heads = new
        elif _heads_group(row, heads):
            theme = text if len(text := _only(row)) < _THEME_LENGTH else theme
        elif row.text(heads["action"]) and len(row.filled) > 1:
            yield _of_row(row, heads, place, theme)


def _heads_group(row: Row, heads: dict[str, int]) -> bool:
    """Whether a row only names the theme of those under it."""
    return len(row.filled) == 1 and (_THEME.match(_only(row)) is not None or "number" in heads)


def _heads(rows: Table) -> dict[str, int] | None:
    return next((heads for row in rows.rows[:3] if (heads := _heads_of(row)) is not None), None)


def _heads_of(row: Row) -> dict[str, int] | None:
    heads = columns(row, "verbs")
    if "action" not in heads and "recommendation" not in heads and {"due", "status"} <= set(heads):
        return None
    if "action" not in heads or not {"due", "status", "owner", "update"} & set(heads):
        return None
    if heads["action"] == 0 and "number" not in heads and len(row.cells) > 1 and not row.text(1):
        return {**heads, "number": 0, "action": 1}
    return heads


def _only(row: Row) -> str:
    return row.paragraph.cell_text(row.filled[0]).strip()


def _of_row(row: Row, heads: dict[str, int], place: _Place, theme: str | None) -> Action:
    near = place.meeting.date if place.meeting else None
    cell = row.cells[[c.column for c in row.cells].index(heads["action"])]
    due_text, status_text = (
        row.text(heads.get("due")) or None,
        row.text(heads.get("status")) or None,
    )
    raised = dates.first_day(row.text(heads.get("meeting")), near)
    who = row.text(heads.get("owner")) or _who(row.text(heads["action"]), "")
    numbered = NUMBER.match(row.text(heads["action"])) if "number" not in heads else None
    return Action(
        text=_words(
            row.paragraph.text[cell.start + (numbered.end() if numbered else 0) : cell.end]
        ),
        kind="listed",
        number=row.text(heads.get("number")).strip(" .")
        or (numbered["number"].strip("().") if numbered else None),
        meeting=place.meeting,
        arises_at=_raised_at(raised, place),
        item=place.item,
        report=place.report,
        assignees=tuple(_people(who)),
        assignee_as_written=who,
        due_as_written=due_text,
        due=_last_due(due_text, near),
        previous_due=_moved_from(due_text, near),
        status=status_of(status_text) or _due_status(due_text, near),
        status_as_written=status_text,
        update=_words(row.text(heads.get("update"))) or None,
        theme=row.text(heads.get("theme")) or theme,
        evidence=(Evidence(row.paragraph.ordinal, row.cells[0].start, row.cells[-1].end),),
        rule=RULE,
    )


def _raised_at(raised: date | None, place: _Place) -> MeetingKey | None:
    """The meeting of the day a row names; without one, that of the minutes it stands in."""
    if place.meeting is None or raised is None:
        return place.meeting if place.given_there else None
    return MeetingKey(place.meeting.board, raised)


def _words(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


def _open_beside_others(found: Sequence[Action]) -> Iterator[Action]:
    """A table that says of some actions how they stand leaves the others open, if they are due."""
    stated = any(action.status for action in found)
    for action in found:
        unsaid = stated and action.status is None and action.status_as_written is None
        yield replace(action, status="open") if unsaid and action.due_as_written else action


def _last_due(text: str | None, near: date | None) -> date | None:
    """The latest of the deadlines in a cell, what it was moved from left out."""
    return max(dates.deadlines(_without_moves(text or ""), near), default=None)


def _without_moves(text: str) -> str:
    for pattern in patterns("verbs", "statuses", "moved"):
        text = pattern.sub(" ", text)
    return text


def _due_status(text: str | None, near: date | None) -> str | None:
    """The status that a due date carries: complete only when each of its deadlines is."""
    if not text or status_of(text) is None:
        return None
    plain_text = _without_moves(text)
    complete = len(
        re.findall(alternation("verbs", "statuses", "complete"), plain_text, re.IGNORECASE)
    )
    return (
        "complete"
        if status_of(text) == "complete" and complete >= len(dates.deadlines(plain_text, near))
        else "open"
    )


def _moved_from(text: str | None, near: date | None) -> tuple[date, ...]:
    """The deadlines that a cell says it was moved from."""
    if not text:
        return ()
    found: list[date] = []
    for pattern in patterns("verbs", "statuses", "moved"):
        for match in pattern.finditer(text):
            day = dates.deadline(match["words"], near)
            if day is not None and day not in found:
                found.append(day)
        if found:
            break
    return tuple(found)


def status_of(text: str | None) -> str | None:
    """Open or complete, by the words of a status; open wins where both are said."""
    if not text:
        return None
    words = plain(text)
    said = {
        status: any(
            re.search(rf"(?:^|[-–—:;,.(•/|]\s*){re.escape(form)}(?!\w)", words)
            for form in table("verbs")["statuses"][status]
        )
        for status in ("open", "complete")
    }
    if said["open"]:
        return "open"
    return "complete" if said["complete"] else _misspelt(words)


def _misspelt(words: str) -> str | None:
    """A status of one word with a letter wrong, as in "Compete"."""
    forms = {form: s for s in ("open", "complete") for form in table("verbs")["statuses"][s]}
    best = process.extractOne(words, forms.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return forms[best[0]] if best and len(words) > _SHORT_STATUS else None


# --- promises ----------------------------------------------------------------------


def _promised(found: Sequence[Section], place: _Place) -> Iterator[Action]:
    for section in found:
        if section.name in ("decision", "action", "recommendation"):
            continue
        for piece in section.pieces:
            if piece.paragraph.kind is Kind.TABLE or label(piece.paragraph) is not None:
                continue
            for sentence in sentences(piece):
                who = next(
                    (
                        m["who"]
                        for p in patterns("verbs", "promises", "patterns")
                        if (m := p.search(sentence.text))
                    ),
                    None,
                )
                if who is not None:
                    yield _promise(sentence, who, place)


def _promise(sentence: Piece, who: str, place: _Place) -> Action:
    near = place.meeting.date if place.meeting else None
    return Action(
        text=" ".join(sentence.text.split()),
        kind="promised",
        meeting=place.meeting,
        arises_at=place.meeting,
        item=place.item,
        assignee_as_written=who,
        due=dates.deadline(sentence.text, near)
        if re.search(r"\bby\b|\bin\b", sentence.text)
        else None,
        evidence=(evidence(sentence),),
        rule=RULE,
        confidence=0.7,
    )
