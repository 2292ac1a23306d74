"""The parts of a passage that tell of different times, each a step of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, takewhile

from embeddings.passages import PASSED_OVER
from kg.structure.sentences import Span, sentences
from kg.tables.load import matches
from queries.graphs.place import Place
from queries.texts.wording import content_stems, small_stems
from queries.tracing.dating import looks_ahead, told
from queries.tracing.steps import Belonging, Piece, kind_of, names_it, plain_kind, stated_in
from queries.tracing.subject import Subject, names

_NAMING, _BESIDE = "names-it", "same-passage"
_POINT = "list item"
_BY_WORDS = frozenset({_NAMING, "speaks-of-it", "alike", "nearest"})
"""The rules by which a passage belongs for what it says."""
LONGEST = 150
"""The most words of a paragraph that a step quotes."""


def moments(subject: Subject, one: Belonging, paper: date | None) -> Iterator[Belonging]:
    """A step for each time that a passage tells of, in the order of its words.

    A row of a table says how things stood on one day. Where a part has a word of the matter,
    those that have none are no steps, unless they go on from one before that is. Of a passage
    that names the matter a part need not.
    """
    spans = [] if one.piece.row else list(_parts(one.piece.text, paper))
    if len(spans) < 2:
        yield one
        return
    parts = [_part(one.piece, span) for span in spans]
    for part in _of_the_matter(subject, parts) or parts[:1]:
        step = _of_part(subject, one, part)
        apart = one.rule == _NAMING and not names_it(subject, part.text)
        yield replace(step, rule=_BESIDE) if apart else step


def _of_the_matter(subject: Subject, parts: Sequence[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for part in parts:
        if subject.share(part.text) > 0 or (kept and goes_on(kept[-1].text, part.text)):
            kept.append(part)
    return kept


def of_the_matter(subject: Subject, one: Belonging) -> Belonging:
    """A step without what a long passage under no title of the matter says of other things: the
    sentence that says most of it stays, with those around that have a word of it or go on.
    """
    text, by_words = one.piece.text, one.rule in _BY_WORDS and not one.piece.row
    if not by_words or len(text.split()) <= LONGEST or is_titled(subject, one.piece.place):
        return one
    return _of_part(subject, one, _part(one.piece, _around_best(subject, text)))


def _of_part(subject: Subject, one: Belonging, part: Piece) -> Belonging:
    """A step with what a part of its passage tells."""
    kind, concerns = kind_of(subject, part)
    return replace(one, piece=part, kind=kind or plain_kind(subject, part), concerns=concerns)


def _around_best(subject: Subject, text: str) -> Span:
    spans = sentences(text)
    said = [text[span.start : span.end] for span in spans]
    held = [subject.share(one) for one in said]
    first = last = held.index(max(held))
    while first and (held[first - 1] > 0 or _points_back(said[first])):
        first -= 1
    while last + 1 < len(said) and (held[last + 1] > 0 or _is_joined(said[last], said[last + 1])):
        last += 1
    return Span(spans[first].start, spans[last].end)


def _points_back(said: str) -> bool:
    """Whether a sentence opens with a word for what was told before it ("This was sent")."""
    first = said.casefold().split(maxsplit=1)[:1]
    return any(matches(word, "histories", "points_back") for word in first)


def _is_joined(before: str, said: str) -> bool:
    """Whether a sentence points to the one before, or has several of its telling words."""
    return _points_back(said) or len(_telling(before) & _telling(said)) > 1


def going_on(first: Place, near: Iterable[Place], most: int) -> list[Place]:
    """The passages that go on from the first of a short part of a paper, each from those before.

    The part is what stands under one heading, or behind a passage with a bullet or number of its
    own up to the next; of one of more than ``most`` further passages nothing is taken.
    """
    part = sorted(
        (one for one in near if (one.document, one.heading) == (first.document, first.heading)),
        key=lambda one: one.ordinal,
    )
    said = [one for one in part if one.form not in PASSED_OVER]
    behind = [one for one in said if one.ordinal > first.ordinal]
    if first.form == _POINT or said[:1] != [first]:
        behind = list(takewhile(lambda one: not is_marked(one), behind))
    if not (is_marked(first) or said[:1] == [first]) or len(behind) > most:
        return []
    texts = list(accumulate((one.text for one in (first, *behind)), "{} {}".format))
    return list(takewhile(lambda one: goes_on(texts[behind.index(one)], one.text), behind))


def is_titled(subject: Subject, place: Place) -> bool:
    """Whether a title or heading above a passage names the matter."""
    titles = (one.title for one in (place.item, place.report) if one is not None)
    return any(names(subject, title) for title in (*titles, place.last_heading) if title)


def is_marked(place: Place) -> bool:
    """Whether a passage has a bullet or number of its own: it begins something."""
    return place.form == _POINT or place.number is not None


def goes_on(before: str, text: str) -> bool:
    """Whether a text shares a telling word with what stands before it."""
    return not _telling(before).isdisjoint(_telling(text))


def _telling(text: str) -> set[str]:
    return {
        stem for stem in content_stems(text) if len(stem) > 1 and not stem.isdigit()
    } - small_stems()


def _part(piece: Piece, span: Span) -> Piece:
    text = piece.text[span.start : span.end]
    start = piece.start + span.start
    return Piece(piece.place, start, start + len(text), stated_in(text, piece.facts))


def _parts(text: str, paper: date | None) -> Iterator[Span]:
    """Runs of sentences: one that looks ahead ends what is told of a past day."""
    start, end, past = 0, 0, False
    for span in sentences(text):
        said = text[span.start : span.end]
        day = told(said, paper)
        if past and day is None and looks_ahead(said, paper):
            yield Span(start, end)
            start, past = span.start, False
        past = past or (day is not None and not looks_ahead(said, paper))
        end = span.end
    if end > start:
        yield Span(start, end)
