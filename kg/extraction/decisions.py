"""Decisions: what a body decided, as its minutes record it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from kg.extraction import motions, sayings, verdicts
from kg.extraction.context import Context, evidence
from kg.extraction.verdicts import outcome_of, verb_of
from kg.facts import Decision, Evidence, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.items import Item, is_sentence, minuted_items
from kg.structure.labels import label, plain
from kg.structure.parts import PartKind
from kg.structure.sections import Piece, Section, sections, sentences

RULE = "decisions/2"

_LEAD = re.compile(r"[:;–—-]\s*$|\bto\s*$|\bthat\s*$")
_LEAD_LENGTH = 160
_RUNS_ON = re.compile(r"(?:[,;:–—-]|\band)\s*$")
_THAT = re.compile(r"^\W*(?:that|to)\b", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b(?!\s+actions?\b)", re.IGNORECASE)
_QUOTED = re.compile(r"^[“\"‘']\s*That\b")
_SKIPPED = frozenset({"discussion", "action", "attendance", "recommendation", "decision"})
_MOST_BEFORE = 300
_BACK = 3
_LISTED = re.compile(r"(?<=[.;,])(?:\s+and)?\s+\(?(?P<number>[a-z]|\d{1,2})[).]\s+(?=[A-Zt])")
_FIRST = re.compile(r"\W*\(?(?P<number>a|1)[).]\s+")
_DELEGATES = re.compile(
    r"\bdelegat\w+\s+(?:[^.;]{0,80}?\s)?to\s+"
    r"(?P<to>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:and|of|for|in|the|&|[A-Z][\w’'&-]*))*)"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """Words that record one decision; ``number`` where it stands in a numbered list.

    ``lead`` are the words before it that say who decided, moved or seconded, ``after``
    those behind it that count the votes, ``verdict`` a sentence of it that is only an outcome.
    """

    pieces: tuple[Piece, ...]
    number: str | None = None
    lead: str = ""
    after: str = ""
    verdict: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the document."""
        return self.pieces[0].paragraph.ordinal, self.pieces[0].start

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


def decisions(context: Context) -> tuple[Decision, ...]:
    """The decisions that the minutes in a document record, in order."""
    found: list[Decision] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            paragraphs = context.paragraphs(part)
            for item, run in by_item(paragraphs):
                found.extend(_of_item(run, meeting, item))
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


def _of_item(
    run: Sequence[Paragraph], meeting: MeetingKey, item: Item | None
) -> Iterator[Decision]:
    """The decisions under a heading for them; else those in every form, in order of the text."""
    parts = sections(run)
    headed = [s for part in parts if part.name == "decision" for s in _statements(part, run)]
    if headed and any(_is_summary(p) for p in run):
        parts = [part for part in parts if _leads_in(part, meeting.board)]
    told = _unheaded(parts, meeting.board, item.title if item else "")
    statements = sorted([*headed, *told], key=lambda statement: statement.place)
    for position, statement in enumerate(statements, start=1):
        yield _decision(statement, meeting, item.label if item else None, position)


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
    return _LEAD.search(first.text) is not None and sayings.decides(first.text, board)


def _decision(
    statement: _Statement, meeting: MeetingKey, item: str | None, position: int
) -> Decision:
    text = statement.text
    said = "\n".join((statement.lead, *(piece.text for piece in statement.pieces), statement.after))
    verb, outcome = _verb_and_outcome(statement)
    delegates = _DELEGATES.search(text)
    counted = verdicts.votes(said)
    return Decision(
        meeting=meeting,
        item=item,
        number=statement.number,
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


def _verb_and_outcome(statement: _Statement) -> tuple[str, str]:
    """What was done, and what it came to; of a motion only what became of it.

    The words of "Agreed: that tenders be sought" that decide are those before the colon.
    """
    text = statement.text
    verb = verb_of(statement.verdict or (statement.lead if _THAT.match(text) else text))
    if motions.makes(text) and (verdict := verdicts.verdict_of(text)) is not None:
        verb = verdict[0]
    if verb is None and motions.makes(text) and not _THAT.match(text):
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


def _statements(section: Section, run: Sequence[Paragraph]) -> list[_Statement]:
    """One for each numbered or bulleted decision; a lead-in joins what it leads to."""
    pieces = [piece for piece in section.pieces if piece.text.strip()]
    lead = _before(section, run)
    if len(pieces) > 1 and is_lead(pieces[0]):
        lead = f"{lead}\n{pieces[0].text}"
        pieces = pieces[1:]
    kept: list[Piece] = []
    for piece in pieces:
        if kept and not _continues(piece):
            break
        kept.append(piece)
    after = "\n".join(islice(takewhile(_is_record, (p.text for p in pieces[len(kept) :])), _BACK))
    return [
        _Statement((part,), number, lead, after)
        for piece in kept
        if piece.paragraph.kind is not Kind.TABLE
        for part, number in _parted(piece)
    ]


def _is_record(text: str) -> bool:
    """Whether a line after a decision counts votes or names its mover."""
    return sayings.is_votes(text) or motions.makes(text) or motions.seconds(text)


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
        if not moves or not _RUNS_ON.search(paragraph.text):
            break
        words.insert(0, paragraph.text[-_MOST_BEFORE:])
    return "\n".join(words)


def is_lead(piece: Piece) -> bool:
    """Whether words only lead in to a list: "The members;", "Members are asked to:"."""
    text = piece.text.strip()
    listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
    if len(text) > _LEAD_LENGTH or (listed and not text.endswith(":")):
        return False
    return bool(_LEAD.search(text)) or sayings.is_subject(text, "")


def _continues(piece: Piece) -> bool:
    """Whether a further paragraph under the label is another decision, not talk after it."""
    if piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None:
        return True
    return verb_of(piece.text[:60]) is not None or piece.text.lstrip().lower().startswith("that ")


# Told without a label


def _unheaded(parts: Sequence[Section], board: str, topic: str) -> Iterator[_Statement]:
    """Sentences that record a decision by their wording alone."""
    for section in parts:
        if section.name not in _SKIPPED:
            reading = _Reading(board, topic)
            for piece in section.pieces:
                if piece.paragraph.kind is not Kind.TABLE:
                    reading.read(piece)
            yield from reading.finished()


@dataclass
class _Reading:
    """Reading one section sentence by sentence: a motion waits for what became of it."""

    board: str
    topic: str
    found: list[_Statement] = field(default_factory=list)
    motion: list[Piece] = field(default_factory=list)
    lead: Piece | None = None
    waiting: int = 0
    depth: int | None = None
    before: Piece | None = None
    fresh: bool = False

    def finished(self) -> list[_Statement]:
        """The decisions read, the last motion among them if it was seconded."""
        self._close_motion()
        return self.found

    def read(self, piece: Piece) -> None:
        """Read a paragraph."""
        if self.lead is not None and self._below(piece):
            return
        if self.lead is not None and self._led(piece):
            lead = "\n".join(p.text for p in (*self.motion, self.lead))
            self.found.append(_Statement((piece,), piece.paragraph.number, lead))
            self.depth = piece.paragraph.level or 1
            return
        self._leave_lead(piece)
        for at, sentence in enumerate(filter(_has_words, sentences(piece))):
            self._sentence(sentence, opens=at == 0, ends=sentence.end == piece.end)
            self.before = sentence

    def _leave_lead(self, piece: Piece) -> None:
        """Leave a lead-in behind; one line between it and what it leads to is let pass."""
        if self.lead is not None and self.waiting == 0 and len(piece.text) < _LEAD_LENGTH:
            self.waiting = 1
            return
        if self.lead is not None:
            self.motion = []
        self.lead = piece if _is_subject(piece, self.board) else None
        self.waiting, self.depth = 0, None

    def _below(self, piece: Piece) -> bool:
        """Whether an item of a list only says more of the decision above it."""
        listed = piece.paragraph.kind is Kind.LIST_ITEM
        return listed and self.depth is not None and (piece.paragraph.level or 1) > self.depth

    def _led(self, piece: Piece) -> bool:
        """Whether a paragraph carries on a lead-in: a list's item, or quoted words."""
        listed = piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None
        if listed and self.lead is not None and _FOLLOWING.search(self.lead.text):
            return True
        start = piece.text.strip()[:40].lower()
        if _QUOTED.match(piece.text.strip()) or start.startswith("that "):
            return True
        return listed and (
            verb_of(start) is not None or start[:1].islower() or bool(_THAT.match(start))
        )

    def _sentence(self, sentence: Piece, *, opens: bool, ends: bool) -> None:
        text = sentence.text.strip()
        if sayings.is_verdict(text):
            self._verdict(sentence)
        elif sayings.is_votes(text):
            self._votes(sentence)
        elif sayings.decides(text, self.board, self.topic):
            self._decided(sentence, ends)
        elif motions.makes(text) or (self.motion and motions.seconds(text)):
            held = " ".join(piece.text for piece in self.motion)
            if motions.mover(held) is not None and motions.mover(text) is not None:
                self._close_motion()
            self.motion.append(sentence)
            self.fresh = False
        else:
            self.fresh = False
            if opens:
                self._close_motion()

    def _decided(self, sentence: Piece, ends: bool) -> None:
        if ends and _LEAD.search(sentence.text):
            self.lead, self.waiting, self.depth = sentence, 0, None
            return
        self.found.append(_Statement((*self.motion, sentence)))
        self.motion, self.fresh = [], True

    def _verdict(self, sentence: Piece) -> None:
        """What became of a motion, of the decision just read, or of the sentence before."""
        if self.motion:
            self.found.append(_Statement((*self.motion, sentence), verdict=sentence.text))
        elif self.fresh:
            self._extend(sentence)
        elif not sayings.is_courtesy(self.before.text if self.before else "", self.topic):
            before = (self.before,) if self.before is not None else ()
            self.found.append(_Statement((*before, sentence), verdict=sentence.text))
        self.motion, self.fresh = [], bool(self.found)

    def _votes(self, sentence: Piece) -> None:
        if self.motion:
            self.motion.append(sentence)
        elif self.fresh:
            self._extend(sentence)

    def _extend(self, sentence: Piece) -> None:
        last = self.found[-1]
        self.found[-1] = replace(last, pieces=(*last.pieces, sentence))

    def _close_motion(self) -> None:
        """A motion whose fate is not told counts when it was moved and seconded."""
        text = " ".join(piece.text for piece in self.motion)
        if self.motion and motions.seconds(text) and not _RUNS_ON.search(text):
            self.found.append(_Statement(tuple(self.motion)))
        self.motion = []


def _has_words(piece: Piece) -> bool:
    return bool(piece.text.strip())


def _is_subject(piece: Piece, board: str) -> bool:
    """Whether words are only the body that decides: "The Board:"."""
    return sayings.is_subject(_LEAD.sub("", piece.text.strip()), board)
