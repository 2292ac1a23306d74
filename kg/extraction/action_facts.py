"""An action as a fact, from its own words and what stands around them."""

from collections.abc import Sequence

from kg.extraction import action_words as words
from kg.extraction.actors import Place
from kg.extraction.context import evidence
from kg.facts import Action
from kg.structure.sections import Piece


def listed_action(
    piece: Piece,
    place: Place,
    *,
    who: str | None,
    due: str | None = None,
    number: str | None = None,
    status: str | None = None,
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
        due=words.last_due(due, place.near),
        previous_due=words.moved_from(due, place.near),
        status=status,
        evidence=tuple(evidence(quote) for quote in quotes or (piece,)),
        rule=words.RULE,
    )
