"""An action as a fact, from its own words and what stands around them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.context import evidence
from kg.facts import Action
from kg.structure.sections import Piece

_NUMBERED = re.compile(
    r"(?:^|\s)\W*(?:actions?(?:\s+(?:point|item))?\s|ap|ai)\s*(?:no\.?\s*)?"
    r"(?P<number>\d{1,3}(?:[./]\d{1,4})*[a-z]?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?<!\s)\s+(?=(?-i:AP|AI)\s?\d{1,4}\b\W*\s(?-i:[A-Z]))"
    r"|(?<=;)\s+(?=(?-i:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\s+to\s+[a-z])|(?:(?<=[.;])\s+|\n)(?:\[actions?\]\s*|actions?(?:\s+(?:points?|items?))?(?:\s+\d{1,3}(?:\.\d{1,3})?)?"
    r"(?:\s*[:–—]\s*|\s+(?=(?-i:[A-Z][\w’'-]*)(?:\s*:|\s+to\s))))(?=\S)",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(
    r"\s*(?P<sign>(?:AP|AI|A)\s?(?=\d))?"
    r"(?P<number>(?(sign)\d{1,4}(?:[./]\d{1,4})*|\d{1,3}(?:[./]\d{1,4})+[a-z]?))"
    r"(?(sign)\s*[:.)–-]?|\s*[:.)–-])\s+(?=\S)"
)
_BOXES: Mapping[bool | None, str] = {True: "complete", False: "open"}


def listed_action(
    piece: Piece,
    place: Place,
    *,
    who: str | None,
    due: str | None = None,
    number: str | None = None,
    status: str | None = None,
    update: str | None = None,
    quotes: Sequence[Piece] = (),
) -> Action:
    """What a paper lists to be done in the words of ``piece``.

    ``quotes`` are the words that tell it whole, those of ``piece`` where none are given.
    """
    return Action(
        text=words.one_line(piece.text),
        kind="listed",
        number=number,
        meeting=place.meeting,
        arises_at=place.meeting,
        item=place.item,
        report=place.report,
        assignees=tuple(words.people(who)),
        assignee_as_written=who,
        due_as_written=due,
        due=states.last_due(due, place.near),
        previous_due=states.moved_from(due, place.near),
        status=status,
        update=update,
        evidence=tuple(evidence(quote) for quote in quotes or (piece,)),
        rule=words.RULE,
    )


def entry(
    piece: Piece,
    place: Place,
    actors: Actors,
    *,
    lead: str = "",
    owner: str | None = None,
    due: str | None = None,
    status: str | None = None,
) -> Action:
    """An entry of a list of actions, with what its own words say of who, when and how it stands.

    ``lead`` is what leads in to the list. ``owner``, ``due`` and ``status`` are said outside
    the entry: who and when there come first, the status where the entry says none.
    """
    numbered = piece.paragraph.number is not None and piece.start == 0
    own = _OWN_NUMBER.match(piece.text)
    own = None if own and numbered and not own["sign"] else own
    if own is not None:
        piece = piece.part(own.end())
    said = words.said(piece.text, lead, actors)
    counted = own or _NUMBERED.search(piece.paragraph.text[: piece.start])
    return listed_action(
        piece.part(said.start, said.end),
        place,
        who=owner or said.who,
        due=due or said.due,
        number=counted["number"] if counted else piece.paragraph.number,
        status=said.status or _BOXES.get(piece.paragraph.ticked) or status,
        update=said.update,
        quotes=(piece,),
    )


def beside(piece: Piece, who: Piece, place: Place) -> Action:
    """What is to be done, in what stands before the name of who is to act, and by when."""
    last = words.to_be_done(piece)
    name, due = words.who_by(" ".join(who.text.split()).strip(" .*_@"))
    due = due or states.due_in(last.text)
    return listed_action(last, place, who=name, due=due, quotes=(last, who))


def parts(piece: Piece) -> Iterator[Piece]:
    """The actions of a paragraph in which the label stands again."""
    start = piece.start
    for match in [*_AGAIN.finditer(piece.paragraph.text, piece.start, piece.end), None]:
        yield Piece(piece.paragraph, start, match.start() if match else piece.end)
        start = match.end() if match else piece.end
