"""Which passages are steps of a matter, and of what kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from embeddings.passages import PASSED_OVER
from kg.extraction.dates import days
from kg.tables.load import matches, patterns, table
from queries.graphs.place import Place, StatedFact
from queries.texts.lines import only_leads
from queries.texts.wording import stems, telling_stems
from queries.tracing.subject import NAMED, RELATED, Subject, names

SPOKEN = 0.51
"""The share, somewhat over a half, from which a passage speaks of it."""
SPOKEN_OF_NAME = 0.6
"""The same, where the matter has only a name of a few words."""
ALIKE = 0.7
"""The likeness in meaning from which a passage tells of the matter in words of its own."""
SHARED = 0.3
"""What the share of the subject's weight adds to that likeness."""
NEAR = 0.6
"""The same, where hardly any passage tells of it in the matter's own words."""
SHARED_BY_NEAR = 0.33
"""The least share of the subject's weight that it must have then."""
_SAID = 0.6
"""A row of a table states the facts of whose words it has this share."""
_SENTENCE = 12
"""The words from which a passage is no title."""
FEW = 1
"""What is decided or given out in up to this many telling words names nothing."""
_FEWEST = 4
"""How many words a passage that states no fact must have to tell something."""
_OVER = "over"
_NUMBERED = re.compile(r"\W*(?:\d{1,3}[.)]|(?:item|minute|min\.?) \d{1,4})\s", re.IGNORECASE)
_ROW = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """What may be a step: a paragraph, or one row of a table; text[start:end] of its place.

    ``facts`` are those that it states.
    """

    place: Place
    start: int
    end: int
    facts: tuple[StatedFact, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.place.text[self.start : self.end]

    @property
    def row(self) -> bool:
        """Whether it is a row of a table."""
        return self.place.form == "table"


@dataclass(frozen=True, slots=True)
class Belonging:
    """A piece that belongs to a matter, by which rule, and what it tells.

    ``concerns`` is the fact it states, where it states one that is a step; ``share`` that of
    the subject's weight in its words, or by how much it is nearer in meaning than it must be.
    """

    piece: Piece
    rule: str
    share: float
    kind: str
    concerns: str | None


def pieces(place: Place, facts: Sequence[StatedFact]) -> Iterator[Piece]:
    """A paragraph as it is, a table row by row."""
    if place.form != "table":
        yield Piece(place, 0, len(place.text), tuple(facts))
        return
    for row in _ROW.finditer(place.text):
        yield Piece(place, row.start(), row.end(), stated_in(row[0], facts))


def stated_in(text: str, facts: Iterable[StatedFact]) -> tuple[StatedFact, ...]:
    """Those of a paragraph's facts that a part of its text states."""
    words = set(stems(text))
    return tuple(fact for fact in facts if _says(words, fact.label))


def _says(words: set[str], label: str) -> bool:
    said = set(stems(label))
    return len(said & words) >= _SAID * len(said)


def openings(held: Iterable[Place]) -> set[str]:
    """The first paragraph under each heading of each paper: what introduces the rest. A line over
    one paragraph, which is no heading itself, introduces nothing.
    """
    order = sorted(held, key=lambda place: place.ordinal)
    lines = {(place.document, place.text) for place in order if place.form == "text"}
    first: dict[tuple[str, tuple[str, ...]], Place] = {}
    for place in order:
        if place.form not in PASSED_OVER and place.form != "table" and not only_leads(place):
            captioned = (place.document, place.last_heading) in lines
            above = place.headings[:-1] if captioned else place.headings
            first.setdefault((place.document, above), place)
    return {place.paragraph for place in first.values()}


def belonging(
    subject: Subject, piece: Piece, turns: bool | None, likeness: float
) -> Belonging | None:
    """Whether a piece is a step of a matter, and by which rule.

    ``turns`` is None for a passage that stands under no title naming the matter, else whether
    it is more than a detail of what stands there. ``likeness`` is that of its paragraph's
    meaning and the matter's (cosine).
    """
    if _aside(piece):
        return None
    share = subject.share(piece.text)
    turning = turns or (turns is False and _turns(piece))
    rules = list(_rules(subject, piece, share, turning, likeness))
    if not rules or (_dutiful(piece) and rules[0] != "names-it"):
        return None
    kind, concerns = kind_of(subject, piece)
    rule = next((one for one in rules if one != "speaks-of-it" or kind is not None), None)
    if rule is None or (concerns is None and _only_names(piece)):
        return None
    if kind is None and not _states(piece, rule):
        return None
    if rule == "alike" and piece.row and concerns is None:
        return None
    weight = likeness + SHARED * share - ALIKE if rule == "alike" else share
    return Belonging(piece, rule, weight, kind or plain_kind(subject, piece), concerns)


def nearest(subject: Subject, piece: Piece, likeness: float) -> Belonging | None:
    """Whether a piece, with the heading above it, comes near to a matter that hardly any passage
    tells in its own words.
    """
    share = subject.share(piece.text)
    above = f"{piece.place.last_heading} {subject.best(piece.text)}"
    weight = likeness + SHARED * max(share, subject.held(above)) - NEAR
    if weight < 0 or share < SHARED_BY_NEAR or not subject.numbered(piece.text):
        return None
    kind, concerns = kind_of(subject, piece)
    if _aside(piece) or _dutiful(piece) or (concerns is None and _only_names(piece)):
        return None
    if (concerns is None and piece.row) or (kind is None and not _states(piece, "nearest")):
        return None
    return Belonging(piece, "nearest", weight, kind or plain_kind(subject, piece), concerns)


def noted(subject: Subject, piece: Piece) -> Belonging | None:
    """Whether a note to readers, as long as a sentence, tells of a matter."""
    share = subject.share(piece.text)
    if share < SPOKEN or len(piece.text.split()) < _SENTENCE:
        return None
    rule = "names-it" if share >= NAMED else "speaks-of-it"
    return Belonging(piece, rule, share, plain_kind(subject, piece), None)


def listed(subject: Subject, piece: Piece, likeness: float) -> Belonging | None:
    """Whether a piece is an item of an agenda whose title names the matter or is like it."""
    item = next((fact for fact in piece.facts if fact.type == "AgendaItem"), None)
    if item is None or piece.place.kind == "minutes":
        return None
    share = subject.share(item.label)
    if matches(item.label, "histories", "attached"):
        return None
    if not names(subject, item.label) and likeness + SHARED * share < ALIKE:
        return None
    return Belonging(piece, "on-an-agenda", share, "proposed", item.iri)


def finds(text: str) -> bool:
    """Whether a text says what somebody found or advised."""
    return _matches("findings", text)


def beside(subject: Subject, piece: Piece, actions: frozenset[str]) -> Belonging | None:
    """Whether a piece belongs because it decides or assigns on an item that does, or states one
    of its actions elsewhere.
    """
    turns = not piece.row and _turns(piece)
    if _aside(piece) or not (turns or actions):
        return None
    kind, concerns = kind_of(subject, piece)
    if kind is None or kind == "recommended":
        return None
    if concerns in actions:
        return Belonging(piece, "same-action", subject.share(piece.text), kind, concerns)
    if turns and (concerns or not only_leads(piece.place)):
        return Belonging(piece, "same-item", subject.share(piece.text), kind, concerns)
    return None


def following(subject: Subject, piece: Piece) -> Belonging | None:
    """Whether a piece that goes on from one that names the matter tells something; what has a
    number of its own must have a word of the matter.
    """
    if _NUMBERED.match(piece.text) and not subject.touched(piece.text):
        return None
    kind, concerns = kind_of(subject, piece)
    if _aside(piece) or _dutiful(piece) or (concerns is None and _only_names(piece)):
        return None
    if kind is None and not _states(piece, "goes-on"):
        return None
    told = kind or plain_kind(subject, piece)
    return Belonging(piece, "goes-on", subject.share(piece.text), told, concerns)


def bare(subject: Subject, piece: Piece) -> Belonging | None:
    """Whether a piece decides or assigns something in words that name nothing, so that they
    are of what its item is about.
    """
    kind, concerns = kind_of(subject, piece)
    if kind is None or concerns is None or kind == "recommended" or piece.row or _aside(piece):
        return None
    place = piece.place
    title = place.item.title if place.item else None
    board = place.meeting.board if place.meeting else None
    known = set(stems(f"{title or ''} {board or ''}"))
    if len(telling_stems(piece.text) - known) > FEW:
        return None
    return Belonging(piece, "same-item", subject.share(piece.text), kind, concerns)


def numbered(subject: Subject, piece: Piece, facts: frozenset[str]) -> Belonging | None:
    """Whether a piece states a recommendation that the matter names by number, under words of
    the matter.
    """
    place = piece.place
    above = [one.title for one in (place.report, place.item) if one is not None]
    titles = " ".join(filter(None, (place.heading, *above)))
    stated = next((fact.iri for fact in piece.facts if fact.iri in facts), None)
    if stated is None or subject.held(titles) < RELATED:
        return None
    return Belonging(piece, "by-its-number", subject.share(piece.text), "recommended", stated)


def joined(
    subject: Subject, piece: Piece, facts: frozenset[str], done: str | None = None
) -> Belonging | None:
    """Whether a piece belongs because it states one of the facts that links join to the matter, or
    tells that the thing of an action of it is there (``done``).
    """
    kind, _ = kind_of(subject, piece)
    stated = next((fact.iri for fact in piece.facts if fact.iri in facts), done)
    if kind is None or stated is None:
        return None
    return Belonging(piece, "linked", subject.share(piece.text), kind, stated)


def ends_item(place: Place) -> bool:
    """Whether a passage stands below a heading between items that is of none ("Open forum")."""
    return _matches("between", place.last_heading)


def _aside(piece: Piece) -> bool:
    """Whether a piece stands where nothing is told, or says only whom to ask."""
    place = piece.place
    if place.form in PASSED_OVER or _matches("aside", place.last_heading):
        return True
    return _matches("leading", piece.text) or (_dutiful(piece) and _matches("empty", piece.text))


def _dutiful(piece: Piece) -> bool:
    """Whether a piece stands where every report says something, if only that there is nothing."""
    return _matches("dutiful", piece.place.last_heading)


def _only_names(piece: Piece) -> bool:
    """Whether a piece that states no fact is a title, a lead-in or the head of a table."""
    if len(piece.text.split()) < _FEWEST or only_leads(piece.place):
        return True
    return piece.row and _names_columns(piece.text)


def _names_columns(row: str) -> bool:
    """Whether a row of a table has nothing but a few words in each cell, and no number."""
    cells = row.split("\t")
    short = all(len(cell.split()) <= _FEWEST for cell in cells)
    return len(cells) > 1 and short and not any(sign.isdigit() for sign in row)


def _states(piece: Piece, rule: str) -> bool:
    """Whether a passage ends as a sentence does or names a day, and so tells something; one that
    names the matter may also be only as long as a sentence.
    """
    said = piece.text.rstrip("\"'”’) \n")
    whole = len(piece.text.split()) >= _SENTENCE
    ends = said.endswith((".", ";", "!")) or (whole and said.endswith(":"))
    long = rule == "names-it" and whole
    dated = rule != "alike" and bool(days(piece.text))
    return not piece.row and (ends or long or dated)


def _rules(
    subject: Subject, piece: Piece, share: float, turns: bool, likeness: float
) -> Iterator[str]:
    """The rules by which a piece may belong, the surest first; a recommendation that the matter
    names by number is spoken of by that number.
    """
    if not subject.numbered(piece.text):
        return
    if names_it(subject, piece.text):
        yield "names-it"
    if turns:
        yield "under-its-title"
    least = SPOKEN_OF_NAME if subject.short else SPOKEN
    if share >= (NAMED if subject.whole else least) and not subject.falls_short(piece.text):
        yield "speaks-of-it"
    if likeness + SHARED * share >= ALIKE and subject.touched(piece.text):
        yield "alike"


def names_it(subject: Subject, text: str) -> bool:
    """Whether a text names a matter, in most of its words or by another name of it."""
    whole = subject.share(text) >= NAMED and not subject.falls_short(text)
    return whole or subject.named(text)


def _turns(piece: Piece) -> bool:
    """Whether a passage decides, recommends or assigns, or stands where that is told."""
    if piece.row:
        return False
    stated = any(fact.type in table("trace")["facts"] for fact in piece.facts)
    return stated or _matches("turning", piece.place.last_heading)


def kind_of(subject: Subject, piece: Piece) -> tuple[str | None, str | None]:
    """The kind of step, by the facts stated, else by the words, those of the sentence that
    speaks most of the matter before all others; and the fact concerned.
    """
    named = table("trace")["facts"]
    stated = next((fact for name in named for fact in piece.facts if fact.type == name), None)
    concerns = stated.iri if stated else None
    if piece.row and (kind := _first("rows", piece.text)):
        return kind, concerns
    if stated is None and _is_listed(piece):
        return "proposed", None
    if stated is not None:
        return str(named[stated.type]), concerns
    if kind := _first("opens", piece.text):
        return kind, None
    if kind := _telling(subject, subject.best(piece.text)) or _telling(subject, piece.text):
        return str(table("trace")["kinds"].get(kind, kind)), None
    return _first("headed", piece.place.last_heading), None


def _is_listed(piece: Piece) -> bool:
    """Whether a piece is an item of an agenda, or of what is planned for later meetings."""
    agenda = (piece.place.kind or "").startswith("agenda")
    listed = agenda and any(one.type == "AgendaItem" for one in piece.facts)
    return listed or (piece.row and _matches("planned", piece.place.last_heading))


def plain_kind(subject: Subject, piece: Piece) -> str:
    """The kind of a piece on the matter that has no word of what was done."""
    return _first("otherwise", subject.best(piece.text)) or "reported"


def _first(section: str, text: str) -> str | None:
    """The first entry of a section of the table of which a pattern is found in a text."""
    for name in table("trace")[section]:
        if matches(text, "trace", section, name):
            return str(name)
    return None


def _telling(subject: Subject, text: str) -> str | None:
    """What a text tells, by its words. Where it has words of the matter, one must stand before
    what it says is over ("The fair was held"), which is something else otherwise.
    """
    for name in table("trace")["tells"]:
        for pattern in patterns("trace", "tells", name):
            found = pattern.search(text)
            if found and (name != _OVER or _may_be_of(subject, text, found.start())):
                return str(name)
    return None


def _may_be_of(subject: Subject, text: str, at: int) -> bool:
    return subject.touched(text[:at]) or not subject.touched(text)


def _matches(section: str, text: str) -> bool:
    return matches(text, "trace", section)
