"""What documents name: people, bodies, meetings and programmes as resources."""

import re
from collections.abc import Iterable
from datetime import date

from kg.extraction.mentions.acronyms import fitting
from kg.facts import MeetingKey, PersonName
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import Iris, body_slug
from kg.reference import Councils
from kg.structure.names.body_names import is_common
from kg.tables.load import words
from kg.terms import (
    ALT_LABEL,
    BOARD,
    CONCEPT,
    DATE,
    HELD_BY,
    HONORIFIC,
    MEETING,
    ORGANISATION,
    PERSON_CLASS,
    PROGRAMME,
)

_MEMBERS_OF = re.compile(r"^(?:all\s+)?members\s+of\s+(?:the\s+)?", re.IGNORECASE)
_WITH_SHORT = re.compile(r"(?P<name>[^()]+?)\s*\((?P<short>[A-Z][A-Za-z]{1,7})\)")
"""A name with its short form behind it: "Tide Watch Trust (TWT)"."""


class Entities:
    """States what a document names, each by its type and the forms written.

    ``boards`` are the boards whose meetings the document knows; a name that is
    one of theirs, or only "the Board", is that board.
    """

    def __init__(
        self, statements: Statements, iris: Iris, councils: Councils, boards: Iterable[str]
    ) -> None:
        self._statements = statements
        self._iris = iris
        self._councils = councils
        self._boards = sorted({body_slug(board) for board in boards})
        self._named: set[str] = set()

    def person(self, person: PersonName) -> str:
        """A person with the forms and titles written."""
        iri = self._statements.a(self._iris.person(person.name), PERSON_CLASS)
        self._name(iri, person.name, person.written)
        self._statements.add(iri, HONORIFIC, *person.honorifics)
        return iri

    def meeting(self, key: MeetingKey) -> str:
        """A meeting with its day and its board."""
        iri = self._statements.a(self._iris.meeting(key), MEETING)
        self._statements.add(iri, DATE, key.date)
        self._statements.link(iri, HELD_BY, self.board(key.board))
        return iri

    def board(self, name: str) -> str:
        """A board by one of its names."""
        iri = self._statements.a(self._iris.board(name), BOARD)
        self._name(iri, name)
        return iri

    def board_of(self, name: str) -> str | None:
        """The board of the document that goes by a name, or one that is named like a board."""
        known = self._known_board(name)
        if known is not None:
            return self._statements.a(self._iris.board(known), BOARD)
        return self.board(name) if _ends_like_a_board(name) else None

    def programme(self, name: str, *forms: str | None) -> str:
        """A programme with other forms of its name, acronyms among them."""
        iri = self._statements.a(self._iris.programme(name), PROGRAMME)
        self._name(iri, name, *forms)
        return iri

    def role(self, name: str) -> str:
        """A role or position as a concept."""
        iri = self._statements.a(self._iris.role(name), CONCEPT)
        self._name(iri, name)
        return iri

    def body(self, name: str, on: date | None, at: MeetingKey | None = None) -> str:
        """A council, board or other organisation by the name a paper gives it.

        ``on`` is the day the name is of; ``at`` the meeting whose board "members"
        and "the Board" mean.
        """
        council = self._councils.find(name, on)
        if council is not None:
            return self.council(council.code, name)
        bare = _MEMBERS_OF.sub("", name.strip())
        if at is not None and _means(bare, at.board):
            return self.board(at.board)
        known = self._known_board(bare)
        if known is not None:
            return self._statements.a(self._iris.board(known), BOARD)
        if _ends_like_a_board(bare):
            return self.board(bare)
        return self.organisation(name)

    def council(self, code: str, written: str) -> str:
        """A council of the reference graph, with the form written."""
        iri = self._iris.council(code)
        self._name(iri, written)
        return iri

    def organisation(self, name: str, *forms: str) -> str:
        """An organisation that is neither council nor board, with the forms written; its short form
        in brackets behind its name is one of them.
        """
        both = _WITH_SHORT.fullmatch(name.strip())
        if both and fitting(both["name"], both["short"]) == both["name"]:
            name, forms = both["name"], (*forms, both["short"])
        iri = self._statements.a(self._iris.organisation(name), ORGANISATION)
        self._name(iri, name, *forms)
        return iri

    def also_called(self, name: str, short: str, on: date | None) -> None:
        """Say that what the document names ``name`` it also calls ``short``, if it names it."""
        council = self._councils.find(name, on)
        iris = [self._iris.board(name), self._iris.organisation(name), self._iris.programme(name)]
        for iri in (*iris, self._iris.council(council.code) if council else ""):
            if iri in self._named:
                self._name(iri, short)

    def _name(self, iri: str, *forms: str | None) -> None:
        """State the forms of a name, with each run of blanks made one."""
        self._named.add(iri)
        self._statements.add(iri, ALT_LABEL, *(" ".join(form.split()) for form in forms if form))

    def _known_board(self, name: str) -> str | None:
        slug = body_slug(name)
        alike = [board for board in self._boards if slug == board or slug.endswith(f"-{board}")]
        if not alike and is_common(name):
            ending = [board for board in self._boards if board.endswith(f"-{slug}")]
            return ending[0] if len(ending) == 1 else None
        return max(alike, key=len, default=None)


def _means(name: str, board: str) -> bool:
    """Whether a name only points to the board at hand: its last words, or "members"."""
    if name.casefold() in {word.casefold() for word in words("organs", "own")}:
        return True
    return body_slug(board).endswith(f"-{body_slug(name)}") or body_slug(board) == body_slug(name)


def _ends_like_a_board(name: str) -> bool:
    return any(name.casefold().endswith(noun.casefold()) for noun in words("organs", "nouns"))
