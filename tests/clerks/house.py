"""The habits of a clerk: each a small enumeration, together the style of a house."""

from dataclasses import dataclass
from enum import Enum, auto


class Format(Enum):
    """The kind of file."""

    MARKDOWN = "md"
    TEXT = "txt"
    HTML = "html"
    WORD = "docx"
    PDF = "pdf"


class Spacing(Enum):
    """Whether blank lines part the paragraphs."""

    AIRY = auto()
    TIGHT = auto()


class Head(Enum):
    """How the paper says whose meeting it records, and of which day."""

    TITLE_LINE = auto()
    TWO_LINES = auto()
    LETTERHEAD = auto()
    SENTENCE = auto()
    TABLE = auto()
    LABELS = auto()
    KIND_FIRST = auto()
    KIND_OF_BODY = auto()


class Day(Enum):
    """How a day is written."""

    WEEKDAY = "{weekday} {day} {month} {year}"
    ORDINAL = "{nth} {month} {year}"
    COMMAS = "{weekday}, {nth} {month}, {year}"
    AMERICAN = "{month} {day}, {year}"
    SHORT = "{day} {mon} {year}"
    SLASHES = "{day:02}/{number:02}/{year}"
    ISO = "{year}-{number:02}-{day:02}"


class Look(Enum):
    """How a heading or a label is set."""

    HEADING = auto()
    BOLD = auto()
    CAPITALS = auto()
    PLAIN = auto()


class Roll(Enum):
    """How those who came are listed."""

    COMMAS = auto()
    SENTENCE = auto()
    LINES = auto()
    ROLES = auto()
    BULLETS = auto()
    LABEL_TABLE = auto()
    ROLE_TABLE = auto()
    ATTENDEES = auto()


class Names(Enum):
    """How a person is written."""

    FULL = auto()
    TITLED = auto()
    INITIAL = auto()
    KEYED = auto()


class Absence(Enum):
    """Where apologies are recorded."""

    HEAD = auto()
    ITEM = auto()


class Number(Enum):
    """How items are counted."""

    DOT = "{n}."
    BARE = "{n}"
    BRACKET = "{n})"
    POINT_NOUGHT = "{n}.0"
    WORD = "Item {n}"
    YEAR_SLASH = "{yy}/{m}"
    YEAR_DASH = "{year}-{m}"
    MINUTE = "Minute {m}:"
    LONG = "{m}"
    ROMAN = "{roman}."
    LETTER = "{letter})"
    NONE = ""


class Title(Enum):
    """How the title of an item stands to its text."""

    HEADING = auto()
    BOLD = auto()
    CAPITALS = auto()
    PLAIN = auto()
    COLON = auto()
    DASH = auto()
    PERIOD = auto()
    BOLD_RUN_IN = auto()
    OWN_LINE = auto()
    TABLE = auto()


class Text(Enum):
    """How the text below a title is set."""

    PLAIN = auto()
    DOTTED = auto()
    BULLETS = auto()
    LETTERS = auto()
    JOINED = auto()


class Deciding(Enum):
    """How a decision is worded."""

    RESOLVED_COLON = "RESOLVED: that {that}."
    RESOLVED_THAT = "Resolved that {that}."
    IT_WAS_RESOLVED = "It was resolved to {to}."
    IT_WAS_AGREED = "It was agreed to {to}."
    UNANIMOUS = "It was unanimously agreed that {that}."
    AGREED_DASH = "AGREED - to {to}."
    AGREED_COLON = "Agreed: {That}."
    BODY = "The {noun} agreed to {to}."
    MEMBERS = "Members resolved to {to}."
    PROPOSED = "Proposed by {mover}, seconded by {seconder}, that {that}. Carried."
    PROPOSED_AFTER = "It was agreed to {to}. Proposed: {mover}. Seconded: {seconder}."
    MOTION = "Motion by {mover}, second by {seconder}, to {to}. Motion passed unanimously."
    MOVED = "{mover} moved that {that}. {seconder} seconded. All in favour."
    NOTED = "The {noun} noted {report}."
    LABEL = "**Decision:** {To}."
    VOTE = "It was agreed by 4 votes to 1 that {that}."


class Acting(Enum):
    """How a task is given."""

    MARK_TO = "ACTION: {owner} to {to}."
    MARK_DUE = "Action: {owner} to {to} by {due}."
    MARK_INITIALS = "{owner} offered to {to}. Action: {initials}"
    BRACKETS = "{owner} to {to} [{initials}]."
    BOLD = "**Action:** {owner} to {to}."
    PROMISE = "{owner} will {to}."
    AGREED = "{owner} agreed to {to}."
    LIST = "{owner} to {to}"
    LIST_TABLE = "{to}"
    COLUMN = "{initials}"


@dataclass(frozen=True, slots=True)
class House:
    """The habits that one paper keeps to."""

    format: Format
    spacing: Spacing
    head: Head
    head_look: Look
    day: Day
    roll: Roll
    label: Look
    names: Names
    absence: Absence
    number: Number
    title: Title
    text: Text
    deciding: Deciding
    acting: Acting


class Asking(Enum):
    """Whether an agenda names its business or says what to do about it."""

    TITLES = auto()
    ORDERS = auto()


class Beside(Enum):
    """What an agenda gives beside the title of an item."""

    NOTHING = auto()
    TIME_BEFORE = auto()
    TIME_BEHIND = auto()
    BRACKETED = auto()
    DASHED = auto()
    TABLE = auto()
    TIMED_TABLE = auto()
    NOTES = auto()


class Notice(Enum):
    """How an agenda calls to the meeting."""

    NONE = auto()
    SUMMONS = auto()
    NOTICE = auto()
    INVITATION = auto()
    ALL_MEMBERS = auto()


@dataclass(frozen=True, slots=True)
class AgendaHouse:
    """The habits that one agenda keeps to."""

    format: Format
    spacing: Spacing
    head: Head
    head_look: Look
    day: Day
    notice: Notice
    number: Number
    title: Look
    asking: Asking
    beside: Beside


def possible_agenda(house: AgendaHouse) -> bool:
    """Whether a person could read an agenda of these habits."""
    return all(
        (
            house.number is not Number.MINUTE,
            house.number is not Number.NONE or house.beside is not Beside.NOTES,
        )
    )


RUN_IN = (Title.COLON, Title.DASH, Title.PERIOD, Title.BOLD_RUN_IN)
_BROKEN_BY_PARTS = (Number.ROMAN, Number.LETTER, Number.POINT_NOUGHT, Number.MINUTE, Number.WORD)


def possible(house: House) -> bool:
    """Whether some clerk may have these habits together, and a person could read the paper."""
    return all(
        (
            house.number is not Number.NONE or house.title is not Title.OWN_LINE,
            house.text is not Text.DOTTED or house.number not in (Number.NONE, *_BROKEN_BY_PARTS),
            house.text is not Text.LETTERS or house.number is not Number.LETTER,
            house.title not in RUN_IN or house.text in (Text.PLAIN, Text.JOINED),
            house.title is not Title.TABLE or house.text is Text.JOINED,
            house.title is not Title.BOLD_RUN_IN or house.format is not Format.TEXT,
            house.acting is not Acting.COLUMN or house.title is Title.TABLE,
        )
    )
