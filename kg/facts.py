"""What one document says, as values that know nothing of RDF.

A fact belongs to one document and carries the evidence that says it. People,
bodies and meetings are named here as the document names them; `kg.rdf` turns
names into IRIs, and identity across documents is settled there and later.
Dates are dates of the calendar; a period stands for its last day.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote: ``start`` to ``end`` (half-open) in the text of paragraph ``paragraph``."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MeetingKey:
    """Which meeting: the board's name as it is best written, and the day."""

    board: str
    date: date


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as written ("Cllr Ann Lowe MBE") and taken apart."""

    written: str
    name: str
    honorifics: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it is more than one bare word: two words, or a word behind a title."""
        return " " in self.name or bool(self.honorifics)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """``evidence`` holds every passage that states the fact, best first.

    ``rule`` names the extractor and its version ("decisions/1").
    """

    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting that the document belongs to, records, or announces."""

    key: MeetingKey
    start_time: str | None = None
    venue: str | None = None
    previous: MeetingKey | None = None
    next: MeetingKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """``status``: present, apologies, in attendance, absent (as in the ontology)."""

    meeting: MeetingKey
    person: PersonName
    status: str
    capacity: str | None = None
    representing: str | None = None
    substitute_for: PersonName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """A person's role in a body, for a period or as of a day."""

    person: PersonName
    body: str
    role: str
    party: str | None = None
    representing: str | None = None
    period: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Fact):
    """An item of a meeting's agenda, as announced or as minuted.

    ``number`` is "" where the paper gives none, and ``shared`` where another item has it too.
    It is as the paper prints it, so that those below the numbers of sections ("1" below "III")
    begin anew in each: ``section`` is that number.
    """

    meeting: MeetingKey
    number: str
    title: str
    presenters: tuple[PersonName, ...] = ()
    confidential: bool | None = None
    first_page: int | None = None
    last_page: int | None = None
    shared: bool = False
    section: str = ""

    @property
    def label(self) -> str:
        """What other facts call the item: its number behind that of its section, or its title
        where it has none alone.
        """
        number = f"{self.section}.{self.number}" if self.section else self.number
        return self.title if self.shared else number or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact officer and how to reach them."""

    person: PersonName
    position: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Fact):
    """A report inside the document; its paragraphs are ``first`` to ``last`` (half-open)."""

    title: str
    first: int
    last: int
    meeting: MeetingKey | None = None
    item: str | None = None
    purpose: str | None = None
    contacts: tuple[Contact, ...] = ()
    plan_theme: str | None = None
    confidential: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """``kind``: "board" when a report asks the board, "external" when it reports another's.

    ``report`` is the title of the report that makes or carries it.
    """

    text: str
    kind: str
    number: str | None = None
    report: str | None = None
    meeting: MeetingKey | None = None
    item: str | None = None
    addressed_to: str | None = None
    made_by: str | None = None
    response: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """``verb`` is lower case and past tense; ``outcome`` one of the ontology's words.

    ``outcome`` is "" for a motion whose fate the paper does not tell. ``position`` counts
    the decisions of one item from 1, in order of the text. ``item`` is the item's label,
    ``number`` that of a list's entry, or of the part of the item ("4.2"), that it stands in.
    """

    meeting: MeetingKey
    text: str
    verb: str
    outcome: str
    position: int
    item: str | None = None
    number: str | None = None
    delegates_to: str | None = None
    moved_by: PersonName | None = None
    seconded_by: PersonName | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """``kind``: "listed" in an action list, log or plan, "promised" in discussion.

    ``status`` is "open", "complete" or None where nothing is said;
    ``status_as_written`` keeps the paper's word ("On track"). ``arises_at`` is
    the meeting the action was given at, ``meeting`` the one whose papers state it.
    """

    text: str
    kind: str
    number: str | None = None
    meeting: MeetingKey | None = None
    arises_at: MeetingKey | None = None
    item: str | None = None
    report: str | None = None
    assignees: tuple[PersonName, ...] = ()
    assignee_as_written: str | None = None
    due_as_written: str | None = None
    due: date | None = None
    previous_due: tuple[date, ...] = ()
    status: str | None = None
    status_as_written: str | None = None
    update: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Fact):
    """A person named in the text, with what the text says of them beside the name."""

    person: PersonName
    position: str | None = None
    initials: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention(Fact):
    """An organisation named in the text; ``code`` is a council's local-authority code."""

    name: str
    written: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeMention(Fact):
    """A programme named in the text, with the acronym defined beside it.

    ``run_by`` is the organisation whose programme the paper says it is, ``kind`` the
    word that says what it is ("scheme", "handbook"), in lower case.
    """

    name: str
    written: str
    acronym: str | None = None
    run_by: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """A document that the text cites: a law, a report, a letter, a response, a policy.

    ``kind`` is the word for it in lower case ("act", "guide"), ``by`` who made it,
    ``issued`` its day, month or year as ISO 8601 writes it, ``url`` where it is to be found.
    """

    title: str
    kind: str
    by: str | None = None
    issued: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A quantity: "60 Transformation Experts" is value 60, unit "Transformation Experts".

    ``kind`` is "target" where the paper says that it is aimed at, not reached.
    """

    value: Decimal
    text: str
    unit: str | None = None
    about: str | None = None
    as_of: date | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReference(Fact):
    """A meeting that the text speaks of; ``role`` is previous, next or mentioned.

    ``when`` is its day or month as ISO 8601 writes it, None where the text gives neither
    and the paper's own meeting does not say when it is.
    """

    board: str
    role: str
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails(Fact):
    """How to reach a person, or with no person named an office ("clerk" in ``position``)."""

    person: PersonName | None = None
    position: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink(Fact):
    """An address on the web that the text writes out, made whole and escaped as an IRI."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that was read from one document.

    ``kind`` is the document's kind in the ontology's words, ``meeting`` the
    meeting it belongs to, and ``dated`` its own date.
    ``places`` gives for each paragraph ordinal the meeting, item number and
    report title it stands in. ``doubts`` are the reasons why the paper yields
    too little for what it is.
    """

    kind: str
    title: str
    meeting: MeetingKey | None = None
    dated: date | None = None
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    memberships: tuple[Membership, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    reports: tuple[Report, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    people: tuple[PersonMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[WebLink, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[MeetingReference, ...] = ()
    contact_details: tuple[ContactDetails, ...] = ()
    places: dict[int, "Place"] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its meeting, item number and report title."""

    meeting: MeetingKey | None = None
    item: str | None = None
    report: str | None = None
