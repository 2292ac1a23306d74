"""Decisions: what a body decided, as its minutes record it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.context import Context, evidence
from kg.facts import Decision, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.items import Item, is_sentence, minuted_items
from kg.structure.parts import PartKind
from kg.structure.sections import Piece, Section, sections, sentences
from kg.tables.load import patterns, table

RULE = "decisions/1"

_LEAD = re.compile(r"[:;–—-]\s*$|\bto\s*$|\bthat\s*$")
_LEAD_LENGTH = 160
_DELEGATES = re.compile(
    r"\bdelegat\w+\s+(?:[^.;]{0,80}?\s)?to\s+"
    r"(?P<to>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:and|of|for|in|the|&|[A-Z][\w’'&-]*))*)"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """Words that record one decision; ``number`` where it stands in a numbered list."""

    piece: Piece
    number: str | None


def decisions(context: Context) -> tuple[Decision, ...]:
    """The decisions that the minutes in a document record, in order."""
    found: list[Decision] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            paragraphs = context.paragraphs(part)
            for item, run in by_item(paragraphs):
                found.extend(_of_item(run, meeting, item.label if item else None))
    return tuple(found)


def by_item(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    """The paragraphs before the first item, then those of each item after its title.

    A title that is a sentence is itself what was minuted.
    """
    items = minuted_items(paragraphs)
    base = paragraphs[0].ordinal if paragraphs else 0
    first = items[0].first - base if items else len(paragraphs)
    yield None, paragraphs[:first]
    for item in items:
        head = paragraphs[item.first - base]
        said = head.kind is Kind.TEXT and is_sentence(head)
        yield item, paragraphs[item.first + (not said) - base : item.last - base]


def _of_item(run: Sequence[Paragraph], meeting: MeetingKey, item: str | None) -> Iterator[Decision]:
    headed = [
        s for section in sections(run) if section.name == "decision" for s in _statements(section)
    ]
    statements = headed or list(_unheaded(run, meeting.board))
    for position, statement in enumerate(statements, start=1):
        yield _decision(statement, meeting, item, position)


def _decision(
    statement: _Statement, meeting: MeetingKey, item: str | None, position: int
) -> Decision:
    text = statement.piece.text.strip()
    verb = verb_of(text)
    delegates = _DELEGATES.search(text)
    return Decision(
        meeting=meeting,
        item=item,
        number=statement.number,
        position=position,
        text=" ".join(text.split()),
        verb=verb or "agreed",
        outcome=outcome_of(text, verb),
        delegates_to=delegates["to"].strip() if delegates else None,
        evidence=(evidence(statement.piece),),
        rule=RULE,
    )


def _statements(section: Section) -> list[_Statement]:
    """One for each numbered or bulleted decision; a lead-in joins what it leads to."""
    pieces = [piece for piece in section.pieces if piece.text.strip()]
    if len(pieces) > 1 and is_lead(pieces[0]):
        pieces = pieces[1:]
    kept: list[Piece] = []
    for piece in pieces:
        if kept and not _continues(piece):
            break
        kept.append(piece)
    return [
        _Statement(piece, piece.paragraph.number)
        for piece in kept
        if piece.paragraph.kind is not Kind.TABLE
    ]


def is_lead(piece: Piece) -> bool:
    """Whether words only lead in to a list: "The members;", "Members are asked to:"."""
    text = piece.text.strip()
    listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
    if len(text) > _LEAD_LENGTH or (listed and not text.endswith(":")):
        return False
    return bool(_LEAD.search(text)) or text.lower() in table("verbs")["decisions"]["subjects"]


def _continues(piece: Piece) -> bool:
    """Whether a further paragraph under the label is another decision, not talk after it."""
    if piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None:
        return True
    return verb_of(piece.text[:60]) is not None or piece.text.lstrip().lower().startswith("that ")


def _unheaded(run: Sequence[Paragraph], board: str) -> Iterator[_Statement]:
    """Sentences that record a decision by their wording alone."""
    deciding = _deciding(board)
    lead: Piece | None = None
    for section in sections(run):
        if section.name in ("discussion", "action", "attendance", "recommendation"):
            continue
        for piece in section.pieces:
            if piece.paragraph.kind is Kind.TABLE:
                continue
            if lead is not None and _led(piece):
                yield _Statement(piece, piece.paragraph.number)
                continue
            lead = piece if _is_subject(piece, board) else None
            for sentence in sentences(piece) if lead is None else ():
                if not any(pattern.search(sentence.text) for pattern in deciding):
                    continue
                if _LEAD.search(sentence.text) and sentence.end == piece.end:
                    lead = sentence
                else:
                    yield _Statement(sentence, None)


def _led(piece: Piece) -> bool:
    """Whether a list item carries on a lead-in: it begins with a verb of decision or "that"."""
    listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
    start = piece.text.strip()[:40].lower()
    return listed and (
        start.startswith("that") or verb_of(start) is not None or start[:1].islower()
    )


def _is_subject(piece: Piece, board: str) -> bool:
    """Whether words are only the body that decides: "The Board:"."""
    words = _LEAD.sub("", piece.text.strip()).strip().lower()
    subjects = table("verbs")["decisions"]["subjects"]
    return words in subjects or words.removeprefix("the ") == board.lower()


@cache
def _deciding(board: str) -> tuple[re.Pattern[str], ...]:
    verbs = table("verbs")["decisions"]
    subjects = "|".join(
        [*(re.escape(s) for s in verbs["subjects"]), r"the\s+" + re.escape(board), re.escape(board)]
    )
    subject = rf"^\W*(?:{subjects})\s+(?:then\s+|also\s+|therefore\s+|unanimously\s+|formally\s+)*"
    agreed = re.compile(subject + rf"(?:{'|'.join(verbs['deciding'])})\b", re.IGNORECASE)
    noted = re.compile(
        subject + rf"(?:{'|'.join(verbs['receiving'])})\s+(?:{'|'.join(verbs['objects'])})\b",
        re.IGNORECASE,
    )
    return (*patterns("verbs", "decisions", "sentences"), agreed, noted)


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    outcomes = {
        verb: outcome for outcome, verbs in table("verbs")["outcome"].items() for verb in verbs
    }
    forms = "|".join(
        re.escape(verb) for verb in sorted(outcomes, key=lambda verb: (-len(verb), verb))
    )
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE), outcomes


def verb_of(text: str) -> str | None:
    """The first verb of decision in the past tense, in lower case."""
    match = _verbs()[0].search(text)
    return match.group().lower() if match else None


def outcome_of(text: str, verb: str | None) -> str:
    """What the verb and the words after it come to, in the contract's words."""
    outcome = _verbs()[1].get(verb or "agreed", "agreed")
    if outcome in ("agreed", "noted"):
        for turned in table("verbs")["turns"]:
            if any(pattern.search(text) for pattern in patterns("verbs", "turns", turned)):
                return str(turned)
    return str(outcome)
