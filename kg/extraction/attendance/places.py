"""Where the reading of lists of people stands: under which label, amid or behind whom."""

from dataclasses import dataclass, replace

from kg.extraction.attendance.rows import Standing
from kg.extraction.people import cells as people_cells
from kg.model import Kind, Paragraph
from kg.structure.people_labels import PeopleLabel
from kg.structure.sections import Piece, number_of

_LONGEST = 40
_PRESIDING = frozenset({"chair", "vice-chair", "deputy chair"})
"""The capacities of those who are present also under words on all who were in attendance."""
"""The longest heading of a group of people, in characters."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reading stands: under which label, and whether only headings followed it.

    ``listed`` says that people have been listed, and ``bulleted`` that the last were
    items of a list, ``astray`` that an item since named nobody, ``members`` that a label
    said who was present; ``grouped`` that the last line headed a group of them by other
    words; ``begun`` that the business has begun, so that "Chairman" elects or signs;
    ``inline`` that the labels stand before names on one line, so that a bare one has none.
    ``numbered`` are the ordinals of numbered lists that hold names alone, ``affiliated``
    those of lists that say behind each name where the person comes from, ``runs`` those of
    lines in a row that name one person each.
    """

    standing: Standing | None = None
    headed: bool = False
    listed: bool = False
    bulleted: bool = False
    astray: bool = False
    grouped: bool = False
    members: bool = False
    begun: bool = False
    inline: bool = False
    numbered: frozenset[int] = frozenset()
    affiliated: frozenset[int] = frozenset()
    runs: frozenset[int] = frozenset()

    def takes(self, label: PeopleLabel, piece: Piece) -> bool:
        """Whether a label is of the attendance.

        Offices alone are not amid the business, nor behind other words of a line.
        """
        first = piece.start == 0 or piece.paragraph.text[piece.start - 1] == "\n"
        return label.told or self.standing is not None or (first and not self.begun)

    def standing_under(self, label: PeopleLabel) -> Standing:
        """What a label says; "Members" straight under "Absent" are absent."""
        own = Standing.of(label)
        if label.mixed and self.members and self.listed:
            return replace(own, status="in attendance")
        officers = self.standing is not None and self.standing.capacity == "officer"
        beside = officers and self.members
        apart = own.status == "present" and own.title is None and label.rest is not None
        if beside and apart and not label.told and own.capacity == "member":
            return replace(own, status="in attendance", capacity="officer")
        under = self.headed and not label.told and not self.inline
        over = self.standing if under and own.capacity != "guest" else None
        if over is None or over.status == "present":
            return own
        presides = own.capacity in _PRESIDING and over.status == "in attendance"
        return own if presides else replace(own, status=over.status)

    def is_below(self, paragraph: Paragraph) -> bool:
        """Whether the title of an item stands below a list that its label has on its own line."""
        counted = paragraph.kind is Kind.HEADING and paragraph.number is not None
        return counted and self.inline and not self.headed

    def after(self, paragraph: Paragraph) -> "Place":
        """The place behind words that list nobody, which may head a group of those listed."""
        if self._heads_group(paragraph):
            colon = paragraph.text.rstrip().endswith(":")
            bare = replace(self.standing, capacity=None) if self.standing else None
            return replace(self, standing=bare, headed=not colon, grouped=colon)
        heads = paragraph.kind in (Kind.HEADING, Kind.LIST_ITEM)
        begun = self.begun or (self.listed and heads) or number_of(paragraph) is not None
        if begun == self.begun and self.standing is None and not (self.headed or self.grouped):
            return self
        return replace(self, standing=None, headed=False, grouped=False, begun=begun)

    def _heads_group(self, paragraph: Paragraph) -> bool:
        """Whether a line is a heading of its own among those present: "Sectoral interests:".

        So is one without a colon over lines that each say whence a person comes.
        """
        amid = self.standing is not None and self.standing.status == "present" and self.listed
        line = paragraph.text.strip()
        brief = len(line) <= _LONGEST and paragraph.number is None
        over = {paragraph.ordinal + 1, paragraph.ordinal + 2} <= self.affiliated
        over = over and paragraph.kind is Kind.HEADING
        named = brief and (over or line.endswith(":") or people_cells.names_office(line))
        return amid and named and not self.begun and not self.grouped

    def listing(self, paragraph: Paragraph) -> "Place":
        """The place behind words that list people."""
        return replace(self, listed=True, bulleted=paragraph.kind is Kind.LIST_ITEM)
