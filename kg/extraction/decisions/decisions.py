"""Decisions: what a body decided, as its minutes record it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from kg.extraction.context import Context, evidence
from kg.extraction.decisions import motions, sayings, told, verdicts
from kg.extraction.decisions.leads import (
    LEAD,
    LEAD_LENGTH,
    RUNS_ON,
    THAT,
    continues,
    decides_of_all,
    gives_reasons,
    is_listed,
    names_list,
)
from kg.extraction.decisions.told import Statement
from kg.extraction.decisions.verdicts import outcome_of, verb_of
from kg.facts import Decision, Evidence, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.items import Item, minuted_items
from kg.structure.labels import label, plain
from kg.structure.openings import tells
from kg.structure.parts import PartKind
from kg.structure.sections import Piece, Section, sections
from kg.structure.titles import is_sentence, title_span
from kg.tables.load import alternation

RULE = "decisions/2"

_MOST_BEFORE = 300
_BACK = 3
_MANY = 3
_WHAT = re.compile(
    r"\b(?:resolved|agreed|decided)\b(?:\s+\w+ly)?\W*\b(?:that|to)\b(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TITLES_PAPER = re.compile(
    r"\W*(?:approved|adopted|confirmed|signed)\s+(?:\w+\s+)?minutes?\s+of\b"
    r"(?!.*\b(?:was|were|be)\b)",
    re.IGNORECASE,
)
"""How a paper says in its title which version of the minutes it is."""
_SETTLES = re.compile(r"\badopt\w*\s+the\s+(?:motion|amendment)\b", re.IGNORECASE)
"""How a decision says what became of a motion that was moved before it."""
_BREAKS_OFF = re.compile(r"(?:[–—-]|\b[Tt]hat)$")
_LISTED = re.compile(r"(?<=[.;,])(?:\s+and)?\s+\(?(?P<number>[a-z]|\d{1,2})[).]\s+(?=[A-Zt])")
_FIRST = re.compile(r"\W*\(?(?P<number>a|1)[).]\s+")
_WRAPPED = re.compile(r"(?<=[^\n]{40}[\w,])\n(?=\w)")
"""Where a long line of a text breaks amid a sentence."""
_DELEGATES = re.compile(
    r"\bdelegat\w+\s+(?:[^.;]{0,80}?\s)?to\s+"
    r"(?P<to>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:and|of|for|in|the|&|[A-Z][\w’'&-]*))*)"
)


def decisions(context: Context) -> tuple[Decision, ...]:
    """The decisions that the minutes in a document record, in order."""
    found: list[Decision] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            paragraphs = context.paragraphs(part)
            runs = list(by_item(paragraphs))
            summed = [run for _, run in runs if any(map(_is_summary, run))]
            whole = len(summed) == 1 and len(runs) > _MANY and summed[0] is runs[-1][1]
            for item, run in runs:
                title = _title(item, paragraphs) if item else None
                found.extend(_of_item(run, meeting, item, title, whole=whole))
    return tuple(found)


def by_item(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    """The paragraphs before the first item, then those of each item after its title.

    A title that is a sentence, or that words stand behind, is itself what was minuted.
    """
    items = minuted_items(paragraphs)
    base = paragraphs[0].ordinal if paragraphs else 0
    first = items[0].first - base if items else len(paragraphs)
    yield None, [p for p in paragraphs[:first] if not _TITLES_PAPER.match(p.text)]
    for item in items:
        head = paragraphs[item.first - base]
        told = is_sentence(head) or _leads_on(head) or tells(head)
        said = _goes_on(head, item) or (told and head.kind is not Kind.HEADING)
        yield item, paragraphs[item.first + (not said) - base : item.last - base]


def _title(item: Item, paragraphs: Sequence[Paragraph]) -> Piece:
    return Piece(paragraphs[item.title_at - paragraphs[0].ordinal], item.start, item.end)


def _leads_on(head: Paragraph) -> bool:
    """Whether a motion stands where the title would, and its words go on below."""
    return head.text.rstrip().endswith(":") and motions.seconds(head.text)


def _goes_on(head: Paragraph, item: Item) -> bool:
    """Whether words stand behind the title of an item in its own paragraph."""
    end = item.end if head.ordinal == item.title_at else title_span(head)[1]
    return head.text[end:].strip(" .:;–—-\n") != ""


def _of_item(
    run: Sequence[Paragraph],
    meeting: MeetingKey,
    item: Item | None,
    title: Piece | None,
    *,
    whole: bool,
) -> Iterator[Decision]:
    """The decisions under a heading for them; else those in every form, in order of the text.

    A heading that sums up the ``whole`` meeting, and not one item, stands beside the others.
    A motion whose fate is not told before one of them is what that decides.
    """
    parts = _with_verdicts(sections(run))
    headed = [
        statement
        for part in parts
        if part.name == "decision"
        for statement in _statements(part, run, title, meeting.board)
    ]
    if headed and any(_is_summary(p) for p in run) and not whole:
        parts = [part for part in parts if _leads_in(part, meeting.board)]
    found = list(told.told(parts, meeting.board, title))
    settled = (s.place for s in (*headed, *found) if _SETTLES.search(s.text))
    last = max((*(statement.place for statement in headed), *settled), default=(0, 0))
    unlabelled = [
        statement
        for statement in found
        if statement.place > last or not _is_unsettled(statement, meeting.board)
    ]
    unlabelled = _said_once(unlabelled, headed if item else ())
    statements = sorted([*headed, *unlabelled], key=lambda statement: statement.place)
    statements = [s for s in statements if not sayings.only_leads_up(s.text)]
    statements = [s for s in statements if s is statements[-1] or not sayings.takes_up(s.text)]
    for position, statement in enumerate(statements, start=1):
        part = _part(statement, run, item.number) if item else None
        yield _decision(statement, meeting, item.label if item else None, position, part)


def _with_verdicts(parts: Sequence[Section]) -> list[Section]:
    """The sections, each with the label behind it that says only what became of it.

    "Decision: Approved." tells the fate of what stands before it.
    """
    joined: list[Section] = []
    for part in parts:
        fate = part.name == "decision" and part.is_inline and sayings.is_verdict(part.pieces[0].text)
        if fate and joined and not joined[-1].name:
            above, words = joined[-1], part.pieces[0]
            pieces = (*above.pieces, Piece(words.paragraph, 0, words.end), *part.pieces[1:])
            joined[-1] = replace(above, pieces=pieces)
        else:
            joined.append(part)
    return joined


def _said_once(found: Sequence[Statement], headed: Sequence[Statement]) -> list[Statement]:
    """The statements without those that a label of their item, or the one before, sums up."""
    summed = {_what(statement.text) for statement in headed}
    above: Sequence[Statement | None] = (None, *found)
    return [
        one
        for before, one in zip(above, found, strict=False)
        if _what(one.text) not in summed and not (before and _is_seconded_again(one, before))
    ]


def _is_seconded_again(statement: Statement, before: Statement) -> bool:
    """Whether a paragraph tells who seconded what the one right above it says was decided."""
    below = statement.place[0] == before.place[0] + 1
    seconded = motions.seconds(statement.text) and not motions.seconds(before.text)
    return below and seconded and _what(statement.text) == _what(before.text)


def _what(text: str) -> str:
    """What a decision says is to be, without who decided it."""
    match = _WHAT.search(text)
    return plain(match["what"] if match else text.removeprefix("That "))


def _part(statement: Statement, run: Sequence[Paragraph], item: str) -> str | None:
    """The number of the part of an item that a decision stands in: "4.2" of "4"."""
    above = takewhile(lambda p: p.ordinal <= statement.place[0], run)
    numbers = [p.number for p in above if p.number and item and p.number.startswith(f"{item}.")]
    return numbers[-1] if numbers else None


def _is_unsettled(statement: Statement, board: str) -> bool:
    """Whether a statement is a motion whose fate is not told."""
    text = statement.text
    if _SETTLES.search(text):
        return False
    return not statement.verdict and motions.seconds(text) and not sayings.decides(text, board)


def _is_summary(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads all that was decided on an item: "Decision"."""
    found = label(paragraph)
    return (
        found is not None
        and found.name == "decision"
        and plain(paragraph.text[: found.rest]).startswith(("decision", "outcome"))
    )


def _leads_in(section: Section, board: str) -> bool:
    """Whether the heading of a section decides what is listed below it."""
    first = section.pieces[0] if section.pieces else None
    if first is None or first.paragraph.ordinal != section.heading:
        return False
    return LEAD.search(first.text) is not None and sayings.decides(first.text, board)


def _decision(
    statement: Statement, meeting: MeetingKey, item: str | None, position: int, part: str | None
) -> Decision:
    text = statement.text
    said = "\n".join((statement.lead, *(piece.text for piece in statement.pieces), statement.after))
    said = _WRAPPED.sub(" ", said)
    verb, outcome = _verb_and_outcome(statement)
    delegates = _DELEGATES.search(text)
    counted = verdicts.votes(said)
    return Decision(
        meeting=meeting,
        item=item,
        number=statement.number or part,
        position=position,
        text=text,
        verb=verb,
        outcome=outcome,
        delegates_to=delegates["to"].strip() if delegates else None,
        moved_by=motions.mover(said),
        seconded_by=motions.seconder(said),
        votes_for=counted.votes_for,
        votes_against=counted.against,
        abstentions=counted.abstentions,
        evidence=tuple(_evidence(statement.pieces)),
        rule=RULE,
    )


def _verb_and_outcome(statement: Statement) -> tuple[str, str]:
    """What was done, and what it came to; of a motion only what became of it.

    The words of "Agreed: that tenders be sought" that decide are those before the colon.
    """
    text = statement.text
    verb = verb_of(statement.verdict or (statement.lead if THAT.match(text) else text))
    if motions.makes(text) and (verdict := verdicts.verdict_of(text)) is not None:
        verb = verdict[0]
    if verb is None and motions.makes(text) and not THAT.match(text):
        return "proposed", ""
    return verb or "agreed", outcome_of(text, verb)


def _evidence(pieces: Iterable[Piece]) -> Iterator[Evidence]:
    """The passages of a statement; those that touch in one paragraph as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].paragraph is piece.paragraph:
            joined[-1] = Piece(piece.paragraph, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return map(evidence, joined)


# Under a label


def _bare(label_alone: Paragraph, title: Piece | None) -> Iterator[Statement]:
    """An item of which only "Agreed" is said, and no list stands below it."""
    words = Piece(label_alone, 0, len(label_alone.text))
    if title is not None and sayings.is_verdict(words.text):
        yield Statement((title, words), verdict=words.text)


def _statements(
    section: Section, run: Sequence[Paragraph], title: Piece | None, board: str
) -> list[Statement]:
    """One for each numbered or bulleted decision; a lead-in joins what it leads to."""
    if not section.pieces and section.heading is not None:
        at = section.heading - run[0].ordinal
        over_list = any(p.kind is Kind.LIST_ITEM for p in run[at + 1 : at + 2])
        return [] if over_list else [*_bare(run[at], title)]
    pieces = [piece for piece in section.pieces if piece.text.strip()]
    lead = _before(section, run)
    if len(pieces) > 1 and decides_of_all(pieces[0].text) and LEAD.search(pieces[0].text):
        named = takewhile(lambda piece: _is_named(piece, board), pieces[1:])
        return [Statement((pieces[0], *named), pieces[0].paragraph.number, lead)]
    if len(pieces) > 1 and is_lead(pieces[0]):
        listed = names_list(pieces[0].text) and not continues(pieces[1], pieces[0], board)
        if listed or gives_reasons(pieces[0].text):
            return [Statement((pieces[0],), pieces[0].paragraph.number, lead)]
        lead = f"{lead}\n{pieces[0].text}"
        pieces = pieces[1:]
    while len(pieces) > 1 and motions.records(pieces[0].text):
        lead = f"{lead}\n{pieces[0].text}"
        pieces = pieces[1:]
    kept = list(pieces[:1])
    for piece in pieces[1:]:
        level = _is_level_with_label(piece.paragraph, section)
        apart = _is_record(piece.text) or _is_task(piece.text)
        if apart or not continues(piece, pieces[0], board, level=level):
            break
        kept.append(piece)
    after = list(islice(takewhile(_is_record, (p.text for p in pieces[len(kept) :])), _BACK))
    fates = (fate[0] for text in reversed(after) if (fate := verdicts.verdict_of(text)))
    verdict = next(fates, "")
    return [
        Statement((part,), number, lead, "\n".join(after), verdict)
        for piece in kept
        if piece.paragraph.kind is not Kind.TABLE
        for part, number in _parted(piece)
    ]


def _is_named(piece: Piece, board: str) -> bool:
    """Whether an item of a list is one of the things that are decided, and no decision itself."""
    return is_listed(piece) and not (THAT.match(piece.text) or sayings.decides(piece.text, board))


def _is_record(text: str) -> bool:
    """Whether a line after a decision counts votes, names its mover or says what became of it."""
    return sayings.is_votes(text) or motions.records(text) or sayings.is_verdict(text)


def _is_task(text: str) -> bool:
    """Whether words are a name and behind a dash or colon what that person is to do."""
    return _task().match(text) is not None


@cache
def _task() -> re.Pattern[str]:
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?"
    return re.compile(rf"\W*{name}(?:\s[–—-]|\s?:)\s{alternation('verbs', 'promises', 'verbs')}\b")


def _parted(piece: Piece) -> Iterator[tuple[Piece, str | None]]:
    """The decisions of one paragraph that lists several, "(a) That ... (b) That ...", numbered."""
    text, number = piece.paragraph.text, piece.paragraph.number
    start = piece.start
    if number is None and (first := _FIRST.match(text, start, piece.end)):
        start, number = first.end(), first["number"]
    for match in _LISTED.finditer(text, piece.start, piece.end):
        if number is None or match["number"] != _after(number):
            continue
        yield Piece(piece.paragraph, start, match.start()), number
        start, number = match.end(), match["number"]
    yield Piece(piece.paragraph, start, piece.end), number


def _after(number: str) -> str:
    """The number or letter after one of a list."""
    return str(int(number) + 1) if number.isdigit() else chr(ord(number[-1]) + 1)


def _before(section: Section, run: Sequence[Paragraph]) -> str:
    """The label's words, and those before it that run on into it: who moved and seconded."""
    if section.heading is None:
        return ""
    at = section.heading - run[0].ordinal
    rest = section.pieces[0].start if section.pieces else None
    inline = bool(section.pieces) and section.pieces[0].paragraph.ordinal == section.heading
    words = [run[at].text[: rest if inline else None]]
    for paragraph in reversed(run[max(0, at - _BACK) : at]):
        moves = motions.makes(paragraph.text) or motions.seconds(paragraph.text)
        runs_on = RUNS_ON.search(paragraph.text) or motions.records(paragraph.text)
        if not moves or not runs_on:
            break
        words.insert(0, paragraph.text[-_MOST_BEFORE:])
    return "\n".join(words)


def is_lead(piece: Piece) -> bool:
    """Whether words only lead in to a list: "The members;", "Members are asked to:"."""
    text = piece.text.strip()
    listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
    broken_off = label(piece.paragraph) is not None and _BREAKS_OFF.search(text) is not None
    if sayings.is_votes(text.removeprefix("by ")):
        return True
    if len(text) > LEAD_LENGTH or (listed and not text.endswith(":") and not broken_off):
        return False
    return bool(LEAD.search(text)) or sayings.is_subject(text, "")


def _is_level_with_label(paragraph: Paragraph, section: Section) -> bool:
    """Whether a paragraph is a point of one list with that of a label and its words."""
    label_in = section.title
    if label_in is None or not section.pieces or section.pieces[0].paragraph is not label_in:
        return False
    if paragraph.kind is label_in.kind is Kind.LIST_ITEM:
        return (paragraph.level or 1) <= (label_in.level or 1)
    one, other = paragraph.number or "", label_in.number or ""
    return one.count(".") == other.count(".") > 0
