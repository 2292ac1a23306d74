"""Decisions: what a body decided, as its minutes record it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from kg.extraction.context import Context, evidence, items_and_parts, items_of, once
from kg.extraction.decisions import by_whom, motions, numbered_within, sayings, told, verdicts
from kg.extraction.decisions.ballots import voted
from kg.extraction.decisions.elections import elected, nominated
from kg.extraction.decisions.labelled import as_resolved, statements, with_verdicts
from kg.extraction.decisions.leads import LEAD, THAT
from kg.extraction.decisions.statements import Statement
from kg.extraction.decisions.verdicts import outcome_of, verb_of
from kg.extraction.decisions.voted_below import with_votes
from kg.facts import Decision, Evidence, MeetingKey
from kg.model import Kind, Paragraph
from kg.numbering import first_part
from kg.reading.headings.customary import is_customary
from kg.structure.items.item import Item
from kg.structure.items.items import with_headings
from kg.structure.items.lead_titles import LEAD as LEAD_TITLE
from kg.structure.items.titles import is_sentence, title_span
from kg.structure.labels import label, plain
from kg.structure.openings import tells
from kg.structure.parts import Part, PartKind
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece, Section, body, sections, sentences
from kg.tables.load import matches, pattern
from kg.vocabulary import name_key

RULE = "decisions/39"

Run = tuple[Item | None, Sequence[Paragraph]]
"""An item, or None before the first, and its paragraphs."""

_MANY = 3
_TITLE = 90
_LONG = 50
_FEW = 3
_BEHIND_TITLE = re.compile(r"[^\W\d](?:\s[–—-]|[:.])\s+(?=\S)")
_WRAPPED = re.compile(r"(?<=[^\n]{40}[\w,])\n(?=\w)")
"""Where a long line of a text breaks amid a sentence."""


def decisions(context: Context) -> tuple[Decision, ...]:
    """The decisions that the minutes in a document record, in order."""
    found: list[Decision] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            paragraphs = context.paragraphs(part)
            runs = _parted(by_item(context, part), paragraphs)
            summed = [run for _, run in runs if any(map(_is_summary, run))]
            whole = len(summed) == 1 and len(runs) > _MANY and summed[0] is runs[-1][1]
            own = {item.first for item in items_of(context, part)}
            parts = [p for p in items_and_parts(context, part) if p.number and p.first not in own]
            for item, run in runs:
                title = _title(item, paragraphs) if item else None
                told = _of_item(run, meeting, item, title, whole=whole)
                before = {one.text for one in found} if run in summed else set()
                fresh = (one for one in told if one.text not in before)
                found.extend(_on_part(one, item, parts) for one in fresh)
    return tuple(found)


def _on_part(decision: Decision, item: Item | None, parts: Sequence[Item]) -> Decision:
    """A decision on an item, on the numbered part of it that tells it.

    What stands farther below the last part may be on the whole item.
    """
    at = decision.evidence[0].paragraph
    own = [p for p in parts if item and item.first < p.first < item.last]
    over = [p for p in own if p.first <= at]
    told = over and (over[-1] is not own[-1] or at <= over[-1].first + 1)
    return replace(decision, item=over[-1].label) if told else decision


@once
def by_item(context: Context, part: Part) -> list[Run]:
    """The paragraphs before the first item, then those of each item after its title.

    A title that is a sentence, or that words stand behind, is itself what was minuted. What is
    told below a list of the items, and under none of them, stands alone as well.
    """
    paragraphs = context.paragraphs(part)
    items = items_of(context, part)
    base = paragraphs[0].ordinal if paragraphs else 0
    first = items[0].first - base if items else len(paragraphs)
    runs: list[Run] = [(None, _below_titles(paragraphs[:first]))]
    for item, following in zip_longest(items, items[1:]):
        head = paragraphs[item.first - base]
        below = paragraphs[item.first + 1 - base : item.last - base]
        over = _is_over(item, paragraphs[item.first + 1 - base :])
        told = is_sentence(head) or _leads_on(head) or (tells(head) and not over)
        told = told and head.kind is not Kind.HEADING
        said = _goes_on(head, item) or told or (_decides(head, below) and not over)
        runs.append((item, paragraphs[item.first + (not said) - base : item.last - base]))
        if following and (left := _of_no_item(item, following, items, paragraphs)):
            runs.append((None, left))
    return runs


def _of_no_item(
    before: Item, after: Item, items: Sequence[Item], paragraphs: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    """What stands between two items and is told under none: an account below their list."""
    base = paragraphs[0].ordinal
    between = paragraphs[before.last - base : after.first - base]
    return [p for p in between if not any(one.first <= p.ordinal < one.last for one in items)]


def _parted(runs: Sequence[Run], paragraphs: Sequence[Paragraph]) -> Sequence[Run]:
    """The runs, and where items have numbers those of the headings behind the last of them.

    Under reports, or business that was not announced, these are parts of it.
    """
    last, run = runs[-1]
    if last is None or not last.number or matches(last.title, "sections", "items", "has_parts"):
        return runs
    found = [last, *(other for other in with_headings([last], paragraphs)[1:] if not other.number)]
    ends = [*(other.first for other in found[1:]), last.last]
    behind = [
        (item, [p for p in run if item.first <= p.ordinal < end])
        for item, end in zip(found, ends, strict=True)
    ]
    return [*runs[:-1], *behind]


def _below_titles(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs without the lines that say which paper this is, and what became of it.

    A bare "Approved" says so above the list of people and all that is told.
    """
    top = len(list(takewhile(_is_of_head, paragraphs)))
    stamped = [p for p in paragraphs[:top] if not _is("stamps", p.text)]
    return [p for p in (*stamped, *paragraphs[top:]) if not _titles_paper(p)]


def _is_of_head(paragraph: Paragraph) -> bool:
    """Whether a line neither tells nor lists people, or tells a bare verdict and no more."""
    told = tells(paragraph) or people_label(paragraph.text) is not None
    return not told or _is("stamps", paragraph.text)


def _titles_paper(paragraph: Paragraph) -> bool:
    """Whether a line says which paper this is, and perhaps what became of it."""
    first = paragraph.ordinal == 0 and len(paragraph.text) <= _TITLE
    return _is("of_versions", paragraph.text) or (first and _is("of_papers", paragraph.text))


def _decides(head: Paragraph, below: Sequence[Paragraph]) -> bool:
    """Whether a heading, a title with nothing ``below`` it, or words behind a title tell what was
    decided: "Size - none agreed".

    A heading right over a motion tells no more than that does: "Minutes approved".
    """
    heads = not below or (head.kind is Kind.HEADING and not motions.makes(below[0].text))
    if heads and sayings.decides(body(head).text, ""):
        return True
    if by_whom.tells_fates(head.text):
        return True
    behind = _BEHIND_TITLE.search(head.text)
    said = sentences(Piece.whole(head).part(behind.end())) if behind else ()
    return any(sayings.decides(one.text, "") or sayings.is_verdict(one.text) for one in said)


def _is_over(item: Item, below: Sequence[Paragraph]) -> bool:
    """Whether the first part of an item stands right below its title: "6.1" below "6.0"."""
    return bool(item.number and below) and below[0].number == first_part(item.number)


def _title(item: Item, paragraphs: Sequence[Paragraph]) -> Piece:
    return Piece(paragraphs[item.title_at - paragraphs[0].ordinal], item.start, item.end)


def _leads_on(head: Paragraph) -> bool:
    """Whether a motion stands where the title would, and its words go on below."""
    return head.text.rstrip().endswith(":") and motions.seconds(head.text)


def _goes_on(head: Paragraph, item: Item) -> bool:
    """Whether words stand behind the title of an item in its own paragraph, and no number alone."""
    end = item.end if head.ordinal == item.title_at else title_span(head)[1]
    return head.text[end:].strip(" .:;–—-\n") not in ("", f"({item.number})")


def _of_item(
    run: Sequence[Paragraph],
    meeting: MeetingKey,
    item: Item | None,
    title: Piece | None,
    *,
    whole: bool,
) -> Iterator[Decision]:
    """The decisions under a heading for them; else those in every form, in order of the text."""
    found = _stated(run, meeting.board, title, whole=whole)
    for position, stated in enumerate(found, start=1):
        statement = _behind_title(stated, meeting.board, item)
        part = _part(statement, run, item.number) if item else None
        yield _decision(statement, meeting, item.label if item else None, position, part)


def _behind_title(statement: Statement, board: str, item: Item | None) -> Statement:
    """A statement without the title that its first words run on from, where these tell it alone.

    "Lamps: It was agreed to buy two." does; "Lamps: agreed." does not say without it on what.
    """
    first = statement.pieces[0]
    lead = LEAD_TITLE.match(first.text)
    if lead is None:
        return statement
    title, rest = lead[0].rstrip(" .:–—-"), first.part(lead.end())
    own = item is not None and name_key(title) == name_key(item.title)
    told = (own or is_customary(title)) and _tells_alone(rest.text.strip(), board)
    return replace(statement, pieces=(rest, *statement.pieces[1:])) if told else statement


def _tells_alone(text: str, board: str) -> bool:
    """Whether words tell what was decided or moved, and on what: no verdict opens them, and they
    do not only say who moved it.
    """
    opens, *more = text.split(maxsplit=_FEW) or ("",)
    told = sayings.decides(text, board) or motions.makes(text)
    whole = len(more) == _FEW and opens[0].isupper() and verb_of(opens) is None
    return whole and told and not motions.records(text)


def _stated(
    run: Sequence[Paragraph], board: str, title: Piece | None, *, whole: bool
) -> Sequence[Statement]:
    """What the paragraphs of an item state as decided, under labels and in sentences.

    A heading that sums up the ``whole`` meeting, and not one item, stands beside the others.
    """
    parts = as_resolved(with_verdicts(sections(run)))
    labelled = (part for part in parts if part.name == "decision")
    headed = _told_once(one for part in labelled for one in statements(part, run, title, board))
    if headed and any(map(_is_summary, run)) and not whole:
        parts = [part for part in parts if _leads_in(part, board)]
    parts, listed = by_whom.apart(parts, board)
    found = nominated(parts, title) or told.told(parts, board, title) or elected(parts, title)
    settled = _settled([*found, *listed, *voted(run)], headed, board)
    found = [*headed, *_said_once(settled, headed if title else ())]
    found = [
        s
        for s in sorted(found, key=lambda one: one.place)
        if not (sayings.only_leads_up(s.text) or by_whom.is_of_others(s.text, board))
    ]
    found = [s for s in found if s is found[-1] or not sayings.takes_up(s.text)]
    return with_votes([part for s in found for part in numbered_within.apart(s)])


def _told_once(found: Iterable[Statement]) -> list[Statement]:
    """The statements without long ones said before, as a portal's page sums up its minutes."""
    told: dict[str | int, Statement] = {}
    for at, one in enumerate(found):
        told.setdefault(at if len(one.text) < _LONG else one.text, one)
    return list(told.values())


def _settled(
    found: Sequence[Statement], headed: Sequence[Statement], board: str
) -> list[Statement]:
    """The statements without motions whose fate is not told before the decision on them."""
    listed = (one for one in found if one.lead and one.number is not None)
    deciding = (*headed, *listed, *(one for one in found if _is("settling", one.text)))
    last = max((one.place for one in deciding), default=(0, 0))
    return [one for one in found if one.place > last or not _is_unsettled(one, board)]


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
    match = _form("what").search(text)
    return plain(match["what"] if match else text.removeprefix("That "))


def _part(statement: Statement, run: Sequence[Paragraph], item: str) -> str | None:
    """The number of the part of an item that a decision stands in: "4.2" of "4"."""
    whole = f"{item.removesuffix('.0')}."
    above = takewhile(lambda p: p.ordinal <= statement.place[0], run)
    numbers = [p.number for p in above if p.number and item and p.number.startswith(whole)]
    return numbers[-1] if numbers else None


def _is_unsettled(statement: Statement, board: str) -> bool:
    """Whether a statement is a motion whose fate is not told."""
    text = statement.text
    if _is("settling", text):
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
    head = section.pieces[0].text if section.is_inline else ""
    return LEAD.search(head) is not None and sayings.decides(head, board)


def _decision(
    statement: Statement, meeting: MeetingKey, item: str | None, position: int, part: str | None
) -> Decision:
    text = statement.text
    said = "\n".join((statement.lead, *(piece.text for piece in statement.pieces), statement.after))
    said = _WRAPPED.sub(" ", said)
    verb, outcome = _verb_and_outcome(statement)
    delegates = _form("delegating").search(text)
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

    The words of "Agreed: that tenders be sought" that decide are those before the colon, and
    so of "RESOLVED on the motion of A".
    """
    text = statement.text
    governed = THAT.match(text) or _form("on_motion").match(text)
    verb = verb_of(statement.verdict or (statement.lead if governed else text))
    if outcome_of(verb or "", verb) == "requested" and (put := _form("putting").search(text)):
        verb = verb_of(text[put.end() :])
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


def _is(kind: str, text: str) -> bool:
    """Whether a text has words of a kind of the table."""
    return matches(text, "verbs", "decided", kind)


def _form(kind: str) -> re.Pattern[str]:
    """A form of words of the table."""
    return pattern("verbs", "decided", kind)
