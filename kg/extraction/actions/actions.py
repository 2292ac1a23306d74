"""Actions: listed under a heading, in a log or a plan, or promised in discussion."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.extraction import dates, month_order
from kg.extraction.actions import lists as action_lists
from kg.extraction.actions import marks as action_marks
from kg.extraction.actions import promises
from kg.extraction.actions import standing as action_standing
from kg.extraction.actions import status as states
from kg.extraction.actions import tables as action_tables
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.siblings import siblings
from kg.extraction.context import Context, items_of
from kg.extraction.decisions.decisions import by_item
from kg.extraction.meetings.accounts import accounts
from kg.extraction.meetings.own_body import board_of
from kg.extraction.reports.reports import ReportPart
from kg.facts import Action, MeetingKey, PersonMention
from kg.model import Paragraph
from kg.structure.labels import plain
from kg.structure.names import bodies
from kg.structure.parts import Part, PartKind
from kg.structure.sections import sections
from kg.tables.load import matches

_FROM_MEETING = re.compile(
    r"\bactions? (?:from|of|arising (?:from|at)|agreed at)\b.*\bmeeting\b", re.I
)
_WORD = re.compile(r"\w+")
_WHOLE = re.compile(
    r"^action (?:items|points|list) (?:of|from|for|arising|agreed)\b", re.IGNORECASE
)
_Said = tuple[MeetingKey | None, str, str | None]
_LISTING = (PartKind.MINUTES, PartKind.ACTION_LOG, PartKind.OTHER)


def actions(
    context: Context, reports: Sequence[ReportPart], mentions: Sequence[PersonMention]
) -> tuple[Action, ...]:
    """Every action stated in the document; ``mentions`` are the people it names."""
    actors = Actors.of(mentions, [p.text for p in context.document.paragraphs])
    found: list[Action] = []
    told = list(accounts(context))
    titles: set[str] = set()
    for _, part, meeting in context.of_kind(*_LISTING):
        paragraphs = context.paragraphs(part)
        if _WHOLE.search(part.title):
            found.extend(action_lists.of_whole(paragraphs, Place(meeting), actors))
        if (part, meeting) in told:
            titles |= {plain(item.title) for item in items_of(context, part)}
            found.extend(_of_minutes(context, part, meeting, actors))
        else:
            stated = sections(paragraphs)
            found.extend(action_lists.of_sections(stated, Place(meeting), actors))
    for _, part, meeting in context.of_kind(PartKind.AGENDA):
        found.extend(_of_agenda(context.paragraphs(part), Place(meeting), actors))
    for report in reports:
        of = report.report
        place = Place(of.meeting, of.item, of.title)
        stated = sections(context.paragraphs(context.parts[report.part]))
        found.extend(action_lists.of_sections(stated, place, actors))
    for index, part in enumerate(context.parts):
        place = _place(context, index, reports)
        found.extend(action_tables.of_tables(context.paragraphs(part), place, actors))
    if found and month_order.says_month_first(context.document.text):
        found = [_turned(action) for action in found]
    return tuple(_once([action for action in found if not _says_title(action, titles)]))


def _says_title(action: Action, titles: Collection[str]) -> bool:
    """Whether what nobody is named for is the title of an item, said again under it."""
    return action.assignee_as_written is None and plain(action.text) in titles


def _turned(action: Action) -> Action:
    """An action of a paper that writes the month of a day in numbers first."""
    written = action.due_as_written
    if written is None or (turned := month_order.month_first(written)) == written:
        return action
    near = action.meeting.date if action.meeting else None
    return replace(
        action,
        due=states.last_due(turned, near),
        previous_due=states.moved_from(turned, near),
    )


def _of_minutes(
    context: Context, part: Part, meeting: MeetingKey | None, actors: Actors
) -> Iterator[Action]:
    paragraphs = context.paragraphs(part)
    beside = action_marks.names_stand_beside(paragraphs, actors)
    for item, run in by_item(context, part):
        place = Place(meeting, item.label if item else None)
        title = item.title if item else ""
        yield from action_standing.standing(run, place, actors, title)
        stated = sections(run)
        yield from action_lists.of_sections(stated, place, actors, title)
        for section in stated:
            if section.name == "decision":
                yield from action_lists.of_decisions(section, place, actors)
        yield from action_marks.marked(run, place, actors, beside=beside)
        yield from promises.of_sections(stated, place, actors)
        yield from siblings(run, place, actors)
        if item and not (run and run[0].ordinal == item.first):
            head = paragraphs[item.first - paragraphs[0].ordinal]
            yield from promises.of_title(head, place, actors)


def _of_agenda(paragraphs: Sequence[Paragraph], place: Place, actors: Actors) -> Iterator[Action]:
    """What an agenda says behind a label that somebody does, or that was given earlier.

    A heading over tasks stands below the agenda of notes that were made in it.
    """
    for section in sections(paragraphs):
        if section.name == "action" and section.title is not None and not section.is_inline:
            yield from action_lists.of_tasks(section, place, actors)
        elif section.name == "action" and section.title is not None:
            heads = map(plain, section.title.headings)
            earlier = any(matches(head, "sections", "lists", "past") for head in heads)
            for action in action_lists.of_sections([section], place, actors):
                if earlier or action.assignee_as_written:
                    yield replace(action, arises_at=None) if earlier else action


def _place(context: Context, index: int, reports: Sequence[ReportPart]) -> Place:
    """What the part with an index says of the actions in its tables."""
    report = next((one.report for one in reports if index in one.parts), None)
    meeting, part = context.meetings[index], context.parts[index]
    board = meeting.board if meeting else _board(context, part)
    return Place(
        meeting,
        report.item if report else None,
        report.title if report else None,
        given_at=meeting if _belongs_to_minutes(context, index) else _said_by_title(part, board),
        board=board,
    )


def _board(context: Context, part: Part) -> str | None:
    named = bodies.mentioned(part.title)
    return named[0] if named else board_of(context.document)


def _said_by_title(part: Part, board: str | None) -> MeetingKey | None:
    """The meeting whose actions a list is headed to report on."""
    day = dates.first_day(part.title) if _FROM_MEETING.search(part.title) else None
    return MeetingKey(board, day) if board and day else None


def _belongs_to_minutes(context: Context, index: int) -> bool:
    """Whether a part is minutes, or the list of actions that ends them."""
    kinds = [part.kind for part in context.parts[max(0, index - 1) : index + 1]]
    ends = len(kinds) == 2 and kinds == [PartKind.MINUTES, PartKind.ACTION_LOG]
    return ends or kinds[-1] is PartKind.MINUTES


def _once(found: Sequence[Action]) -> Iterator[Action]:
    """Actions of which none is said twice by the same words of the paper, listed ones first."""
    taken: list[tuple[int, int, int]] = []
    said: set[_Said] = set()
    for action in found:
        quote = action.evidence[0]
        overlaps = any(
            quote.paragraph == paragraph and quote.start < end and start < quote.end
            for paragraph, start, end in taken
        )
        if not overlaps and not _again(action, said):
            said.update(_core(action, who) for who in (action.assignee_as_written, None))
            taken.append((quote.paragraph, quote.start, quote.end))
            yield action


def _again(action: Action, said: set[_Said]) -> bool:
    """Whether an action only says again, in a summary, what another said of one meeting."""
    again = _core(action, action.assignee_as_written) in said
    return action.status is None and action.due is None and again


def _core(action: Action, who: str | None) -> _Said:
    """The meeting of an action, its words, and who is to act."""
    return action.meeting, " ".join(_WORD.findall(action.text.lower())), who
