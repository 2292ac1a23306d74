"""Actions that a paper marks as such: under a label, behind a mark, in a list with boxes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from kg.extraction import action_words as words
from kg.extraction.action_facts import listed_action
from kg.extraction.actors import Actors, Place
from kg.extraction.decisions import is_lead
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.labels import label, plain
from kg.structure.sections import Piece, Section, sentences
from kg.tables.load import patterns, table

_OFFICERS = re.compile(r"^(?P<who>[A-Z][^.;:]{1,90}?)\s+to\b", re.DOTALL)
_NUMBERED = re.compile(
    r"^\W*(?:actions?(?:\s+(?:point|item))?\s|ap)\s*(?:no\.?\s*)?"
    r"(?P<number>\d{1,3}(?:[./]\d{1,4})*[a-z]?)\b",
    re.I,
)
_OWN = ("owner", "due")
_OFTEN = 2
_COLUMN = re.compile(r"\bactions?(?: by)?:?$", re.IGNORECASE)
_SENTENCE = 4
_CLOSE = re.compile(
    r"\b(?:signed|(?:meeting|chairman|chair) (?:was )?closed)\b|\.{4}|_{4}", re.IGNORECASE
)
_AGAIN = re.compile(r"(?<=[.;])\s+actions?(?:\s+\d{1,3})?\s*[:–—]\s*(?=\S)", re.IGNORECASE)
_GIVEN = re.compile(
    r"\s[–—-]\s*(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+)?"
    r"(?:\s?(?:,|/|&|and)\s?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+)?){0,4})\W*$"
)
_BOXES: Mapping[bool | None, str] = {True: "complete", False: "open"}
_BOX = re.compile(r"^\[[ xX✓✔]\]\s+(?=\S)")
_MARK = re.compile(
    r"[(\[]\s*(?:actions?(?:\s+(?:points?|items?|by|for))?\s*[:–—-]?\s+(?P<by>[^()\[\]]{1,120}?)"
    r"|(?P<doer>[^()\[\]]{1,40}?)\s+to\s+action)\s*[)\]]"
    r"|(?<=[.;:)!?”\"’])\s+(?P<last>[^.;:()\[\]]{2,40}?)\s+to\s+action\b(?=\W*$)"
    r"|(?<=[.;:)!?”\"’])\s+(?-i:ACTION)S?\s+(?P<called>[^.;:()\[\]\n]{2,40})(?=\.?\s*$)"
    r"|(?<=[.;:)!?”\"’])\s+actions?(?:\s+(?:points?|by|for))?\s*[:–—-]\s*(?P<rest>\S[^\n]*)",
    re.IGNORECASE,
)


def of_sections(found: Sequence[Section], place: Place, actors: Actors) -> Iterator[Action]:
    """The actions under labels: "Actions" over a list, "Action: …", "ACTION: JB"."""
    for at, section in enumerate(found):
        if section.name != "action":
            continue
        own = {s.name: s for s in takewhile(lambda s: s.name in _OWN, found[at + 1 : at + 3])}
        before = next((s.pieces[-1] for s in reversed(found[:at]) if s.pieces), None)
        yield from _of_section(section, before, place, own, actors)


def _of_section(
    section: Section, before: Piece | None, place: Place, own: Mapping[str, Section], actors: Actors
) -> Iterator[Action]:
    before_table = takewhile(lambda piece: piece.paragraph.kind is not Kind.TABLE, section.pieces)
    pieces = [piece for piece in before_table if says(piece.text)]
    if len(pieces) > 1 and is_lead(pieces[0]):
        lead, stated = pieces[0].text, pieces[1:]
    else:
        lead, stated = "", pieces
    if stated and _asks_board(stated[0]):
        return
    if stated and actors.is_only(stated[0].text) and not _heads_deeper(*stated[:2], actors=actors):
        if before is not None:
            yield _beside(before, stated[0], place)
        return
    inline = (
        section.heading is not None
        and bool(stated)
        and stated[0].paragraph.ordinal == section.heading
    )
    if inline:
        stated = list(_parts(stated[0])) + stated[1:]
    for at, piece in enumerate(stated):
        if (
            at
            and piece.paragraph is not stated[0].paragraph
            and (inline or not _continues(piece, stated[0], actors))
            and not _heads_deeper(*stated[at : at + 2], actors=actors)
        ):
            return
        if _heads_deeper(*stated[at : at + 2], actors=actors):
            lead = words.bare(piece.text)
        else:
            yield _listed(piece, lead, place, own, actors)


def says(text: str) -> bool:
    """Whether words state an action, and not that there is none."""
    return bool(text.strip()) and plain(text) not in table("verbs")["actors"]["nothing"]


def _parts(piece: Piece) -> Iterator[Piece]:
    """The actions of a paragraph in which the label stands again."""
    start = piece.start
    for match in [*_AGAIN.finditer(piece.paragraph.text, piece.start, piece.end), None]:
        yield Piece(piece.paragraph, start, match.start() if match else piece.end)
        start = match.end() if match else piece.end


def _asks_board(piece: Piece) -> bool:
    """Whether the words under a label ask the board to do what a report wants of it."""
    return any(p.search(piece.text) for p in patterns("verbs", "leads", "sentences"))


def _heads_deeper(piece: Piece, after: Piece | None = None, *, actors: Actors) -> bool:
    """Whether an entry is only the name of who is to do what the deeper list after it says."""
    if after is None or after.paragraph.kind is not Kind.LIST_ITEM:
        return False
    listed = piece.paragraph.kind is Kind.LIST_ITEM
    deeper = not listed or (after.paragraph.level or 0) > (piece.paragraph.level or 0)
    who = words.bare(piece.text)
    return deeper and (actors.is_only(who) or len(who.split()) == 1)


def _continues(piece: Piece, first: Piece, actors: Actors) -> bool:
    """Whether a further paragraph under the label is another action."""
    if words.is_row(piece.text, actors):
        return True
    if piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None:
        return True
    return first.paragraph.kind is not Kind.LIST_ITEM and _OFFICERS.match(piece.text) is not None


def _listed(
    piece: Piece, lead: str, place: Place, own: Mapping[str, Section], actors: Actors
) -> Action:
    said = words.said(piece.text, lead, actors)
    stated = {name: s.pieces[0].text.strip() for name, s in own.items() if s.pieces}
    numbered = _NUMBERED.match(piece.paragraph.text[: piece.start])
    number = numbered["number"] if numbered else piece.paragraph.number
    return listed_action(
        Piece(piece.paragraph, piece.start + said.start, piece.start + said.end),
        place,
        who=stated.get("owner") or said.who,
        due=stated.get("due") or said.due,
        number=number,
        status=said.status or _BOXES.get(piece.paragraph.ticked),
        quotes=(piece,),
    )


def _beside(piece: Piece, who: Piece, place: Place) -> Action:
    """What is to be done, in what stands before the name of who is to act."""
    last = words.to_be_done(piece)
    name = " ".join(who.text.split()).strip(" .*_@")
    due = words.due_in(last.text)
    return listed_action(last, place, who=name, due=due, quotes=(last, who))


def names_stand_beside(paragraphs: Sequence[Paragraph], actors: Actors) -> bool:
    """Whether minutes write who is to act behind what is to be done: in a column, or often."""
    found = 0
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE):
            found += (
                _stands_beside(paragraph, before, actors) or _tail(paragraph, actors) is not None
            )
            before = paragraph
    headed = any(p.kind is Kind.FURNITURE and _COLUMN.search(p.text) for p in paragraphs)
    return found >= (1 if headed else _OFTEN)


def marked(
    paragraphs: Sequence[Paragraph], place: Place, actors: Actors, *, beside: bool
) -> Iterator[Action]:
    """Actions told by a mark inside running text or a box before it.

    Where names stand ``beside``, also those with the name of who is to act behind them.
    """
    before: Paragraph | None = None
    given = _given_behind(paragraphs, actors)
    for paragraph in paragraphs:
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            continue
        found = label(paragraph)
        if found is None and (behind := given.get(paragraph.ordinal)):
            task = Piece(paragraph, 0, behind[0])
            yield listed_action(task, place, who=behind[1], due=words.due_in(task.text))
            continue
        if found is None and (paragraph.ticked is not None or _BOX.match(paragraph.text)):
            if not actors.is_only(_BOX.sub("", paragraph.text)):
                yield _listed(_whole(paragraph), "", place, {}, actors)
        elif found is None or found.name != "action":
            yield from _in_text(paragraph, place, actors)
            if before is not None and _initials(paragraph, actors):
                yield _beside(_whole(before), _whole(paragraph), place)
            elif beside:
                yield from _by_name(paragraph, before, place, actors)
        before = paragraph


def _given_behind(paragraphs: Sequence[Paragraph], actors: Actors) -> dict[int, tuple[int, str]]:
    """Items of lists of tasks with a name behind a dash: where the task ends, and the name.

    A list is of tasks where two of its items say what to do and name somebody known.
    """
    found: dict[int, tuple[int, str]] = {}
    for listed, run in groupby(paragraphs, key=lambda p: p.kind is Kind.LIST_ITEM):
        tails = [(p, tail) for p in run if listed and (tail := _GIVEN.search(p.text))]
        sure = [p for p, tail in tails if words.orders(p.text) and actors.knows(tail["who"])]
        if len(sure) >= _OFTEN:
            found |= {p.ordinal: (tail.start(), tail["who"]) for p, tail in tails}
    return found


def _by_name(
    paragraph: Paragraph, before: Paragraph | None, place: Place, actors: Actors
) -> Iterator[Action]:
    """An action with the name of who is to act behind it, or in the next paragraph."""
    if before is not None and _stands_beside(paragraph, before, actors):
        yield _beside(_whole(before), _whole(paragraph), place)
    elif (tail := _tail(paragraph, actors)) is not None:
        yield _beside(Piece(paragraph, 0, tail.start), tail, place)


def _whole(paragraph: Paragraph) -> Piece:
    return Piece(paragraph, 0, len(paragraph.text))


def _initials(paragraph: Paragraph, actors: Actors) -> bool:
    """Whether a paragraph is only the initials of people whom the document names."""
    parts = re.split(r"[\s/,&+]+|\band\b", paragraph.text.strip())
    return paragraph.kind is not Kind.HEADING and all(
        len(part) > 1 and actors.bears(part) for part in parts
    )


def _stands_beside(paragraph: Paragraph, before: Paragraph | None, actors: Actors) -> bool:
    """Whether a paragraph is only a name after one that says something."""
    if before is None or Kind.HEADING in (before.kind, paragraph.kind):
        return False
    return _is_told(before.text) and "(" not in paragraph.text and actors.knows(paragraph.text)


def _tail(paragraph: Paragraph, actors: Actors) -> Piece | None:
    """The name of who is to act, where it stands behind the last sentence."""
    parts = list(sentences(_whole(paragraph)))
    if len(parts) < 2 or not _is_told(parts[-2].text) or not actors.knows(parts[-1].text):
        return None
    return parts[-1]


def _is_told(text: str) -> bool:
    """Whether words are a sentence, or say what to do, and not how a meeting ended."""
    whole = text.rstrip().endswith((".", "!", "?")) or words.says_to_do(text)
    return whole and len(text.split()) >= _SENTENCE and not _CLOSE.search(text)


def _in_text(paragraph: Paragraph, place: Place, actors: Actors) -> Iterator[Action]:
    """Each mark with the sentence it stands behind, or with the action it holds."""
    start = 0
    for match in _MARK.finditer(paragraph.text):
        name = next(group for group in ("by", "doer", "last", "called", "rest") if match[group])
        span = Piece(paragraph, *match.span(name))
        if actors.is_only(span.text):
            own = _told(Piece(paragraph, start, match.start()))
            if own is not None:
                quote = Piece(paragraph, own.start, match.end())
                who = span.text.strip(" .*_@")
                due = words.due_in(own.text)
                yield listed_action(own, place, who=who, due=due, quotes=(quote,))
        elif name in ("by", "rest"):
            yield _listed(span, "", place, {}, actors)
        start = match.end()


def _told(piece: Piece) -> Piece | None:
    """The last sentence before a mark."""
    found = [one for one in sentences(piece) if one.text.strip(" .;")]
    return found[-1] if found else None
