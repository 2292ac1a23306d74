"""The parts of a passage that tell of different times, each a step of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.structure.sentences import Span, sentences
from queries.tracing.dating import looks_ahead, told_day
from queries.tracing.steps import Belonging, Piece, kind_of, plain_kind, stated_in
from queries.tracing.subject import Subject


def moments(subject: Subject, one: Belonging, paper: date | None) -> Iterator[Belonging]:
    """A step for each time that a passage tells of, in the order of its words.

    A row of a table says how things stood on one day. Where a part has a word of the matter,
    those before it that have none are no steps; those behind it go on from it.
    """
    spans = [] if one.piece.row else list(_parts(one.piece.text, paper))
    if len(spans) < 2:
        yield one
        return
    parts = [_part(one.piece, span) for span in spans]
    spoken = [at for at, part in enumerate(parts) if subject.share(part.text) > 0]
    for part in parts[spoken[0] :] if spoken else parts[:1]:
        kind, concerns = kind_of(subject, part)
        yield replace(one, piece=part, kind=kind or plain_kind(subject, part), concerns=concerns)


def _part(piece: Piece, span: Span) -> Piece:
    text = piece.text[span.start : span.end]
    start = piece.start + span.start
    return Piece(piece.place, start, start + len(text), stated_in(text, piece.facts))


def _parts(text: str, paper: date | None) -> Iterator[Span]:
    """Runs of sentences: one that looks ahead ends what is told of a past day."""
    start, end, past = 0, 0, False
    for span in sentences(text):
        said = text[span.start : span.end]
        day = told_day(said, paper)
        if past and day is None and looks_ahead(said, paper):
            yield Span(start, end)
            start, past = span.start, False
        past = past or (day is not None and not looks_ahead(said, paper))
        end = span.end
    if end > start:
        yield Span(start, end)
