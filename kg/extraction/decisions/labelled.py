"""What stands under a label: "Decision:", "RESOLVED:", "Agreed"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from kg.extraction.decisions import motions, sayings, verdicts
from kg.extraction.decisions.leads import (
    LEAD,
    LEAD_LENGTH,
    RUNS_ON,
    THAT,
    continues,
    decides_of_all,
    gives_reasons,
    is_listed,
    leads_deeper,
    names_list,
)
from kg.extraction.decisions.statements import Statement
from kg.model import Kind, Paragraph
from kg.structure.labels import label, plain
from kg.structure.sections import Piece, Section
from kg.tables.load import alternation, matches

_NOTHING = ("verbs", "decisions", "nothing")
_MOST_BEFORE = 300
_BACK = 3
_BREAKS_OFF = re.compile(r"(?:[–—-]|\b[Tt]hat)$")
_LISTED = re.compile(r"(?<=[.;,])(?:\s+and)?\s+\(?(?P<number>[a-z]|\d{1,2})[).]\s+(?=[A-Zt])")
_COUNTED = re.compile(r"\d+|[a-z]")
_FIRST = re.compile(r"\W*\(?(?P<number>a|1)[).]\s+")


def with_verdicts(parts: Sequence[Section]) -> list[Section]:
    """The sections, each with the label behind it that says only what became of it.

    "Decision: Approved." tells the fate of what stands before it.
    """
    joined: list[Section] = []
    for part in parts:
        inline = part.name == "decision" and part.is_inline
        fate = inline and sayings.is_verdict(part.pieces[0].text)
        if fate and joined and not joined[-1].name:
            above, words = joined[-1], part.pieces[0]
            pieces = (*above.pieces, Piece(words.paragraph, 0, words.end), *part.pieces[1:])
            joined[-1] = replace(above, pieces=pieces)
        else:
            joined.append(part)
    return joined


def as_resolved(parts: Sequence[Section]) -> Sequence[Section]:
    """The sections; what minutes have below "RECOMMENDED" and decide nowhere else is decided so."""
    if any(part.name == "decision" for part in parts):
        return parts
    return [replace(part, name="decision") if _is_recommended(part) else part for part in parts]


def _is_recommended(section: Section) -> bool:
    said = plain(section.title.text) if section.title and section.name == "recommendation" else ""
    return said.startswith("recommended")


def _bare(label_alone: Paragraph, title: Piece | None) -> Iterator[Statement]:
    """An item of which only "Agreed" is said, and no list stands below it."""
    words = Piece.whole(label_alone)
    if title is not None and sayings.is_verdict(words.text):
        yield Statement((title, words), verdict=words.text)


def statements(
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
    kept = _entries(pieces, section, run, board)
    behind = pieces[sum(map(len, kept)) :]
    after = list(islice(takewhile(_is_record, (p.text for p in behind)), _BACK))
    fates = (fate[0] for text in reversed(after) if (fate := verdicts.verdict_of(text)))
    verdict = next(fates, "")
    return [
        Statement((part, *below), number, lead, "\n".join(after), verdict)
        for piece, *below in kept
        if piece.paragraph.kind is not Kind.TABLE and not matches(piece.text, *_NOTHING)
        for part, number in _parted(piece)
    ]


def _entries(
    pieces: Sequence[Piece], section: Section, run: Sequence[Paragraph], board: str
) -> list[list[Piece]]:
    """The decisions at the head of some pieces, each with the list that it leads in to."""
    kept = [[piece] for piece in pieces[:1]]
    for piece in pieces[1:]:
        if leads_deeper(kept[-1][0], piece):
            kept[-1].append(piece)
            continue
        level = _is_level_with_label(piece.paragraph, section)
        apart = _is_record(piece.text) or _is_task(piece.text)
        counts_on = _counts_on(piece.paragraph, section, run)
        if apart or counts_on or not continues(piece, pieces[0], board, level=level):
            break
        kept.append([piece])
    return kept


def _counts_on(paragraph: Paragraph, section: Section, run: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is the next of the list in which a label stands, and not under it."""
    at = section.heading - run[0].ordinal if section.heading is not None else 0
    above = next((p.number for p in reversed(run[:at]) if p.number is not None), "")
    return _COUNTED.fullmatch(above) is not None and paragraph.number == _after(above)


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
    words = [run[at].text[: section.pieces[0].start if section.is_inline else None]]
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
    broken_off = label(piece.paragraph) is not None and _BREAKS_OFF.search(text) is not None
    if sayings.is_votes(text.removeprefix("by ")):
        return True
    if len(text) > LEAD_LENGTH or (is_listed(piece) and not text.endswith(":") and not broken_off):
        return False
    return bool(LEAD.search(text)) or sayings.is_subject(text, "")


def _is_level_with_label(paragraph: Paragraph, section: Section) -> bool:
    """Whether a paragraph is a point of one list with that of a label and its words.

    So are points below one that is labelled and leads in to none.
    """
    label_in = section.title
    if label_in is None or not section.is_inline:
        return False
    if paragraph.kind is label_in.kind is Kind.LIST_ITEM:
        deeper = (paragraph.level or 1) > (label_in.level or 1)
        return not deeper or not is_lead(section.pieces[0])
    one, other = paragraph.number or "", label_in.number or ""
    return one.count(".") == other.count(".") > 0
