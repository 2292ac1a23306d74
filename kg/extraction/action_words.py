"""Who is to act, by when and how it stands, in the words of an action."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from kg.extraction import dates, names, people_cells
from kg.facts import MeetingKey, PersonMention, PersonName
from kg.structure.labels import plain
from kg.structure.sections import Piece, sentences
from kg.tables.load import alternation, patterns, table

RULE = "actions/2"

_BEFORE_TO = re.compile(r"^(?P<who>\w[^.;:]{1,90}?)\s+(?:to|will)\s+(?P<verb>[a-z]+)\b", re.DOTALL)
_AFTER_STOP = re.compile(r"(?<=[.;])\s+")
_LEAD_WHO = re.compile(r"^(?P<who>[A-Z][^.;:]{1,80}?)(?:\s+to)?\s*[:;]?\s*$")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\.?")
_TAIL = re.compile(
    r"[(\[](?P<bracket>[^()\[\]]{2,80})[)\]]\s?\.?$"
    r"|(?:\s-|[–—])\s?(?P<dash>[^–—:.;]{2,40}?)\s?\.?$"
    r"|(?<=[.!?;])\s(?P<last>[^.!?]{2,40})\.?$"
    r"|\s(?P<initials>[A-Z]{2,3})$"
)
_AT_HEAD = re.compile(r"^(?P<who>[^:–—.;]{2,60}?)(?:\s*:|\s+[–—-])\s+(?=\S)")
_BOX = re.compile(r"^\[(?P<mark>[ xX✓✔])\]\s+(?=\S)")
_TOGETHER = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*")
_PART = re.compile(r"\s*(?:[,;]|\s[–—-]\s)\s*|\s+(?=by\s)")
_ASIDE = re.compile(r"\s+(?:with|from|of|at|in|for|on behalf of)\s+")
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|(?:for|to) the meeting (?:on|of|in))\s+"
    r"(?P<due>(?:the\s+)?(?:end\s+of\s+|late\s+|early\s+|mid[- ])?[\w ,]{3,30}?)"
    r"(?=[.;,)]|\s+(?:so|and|to)\b|$)"
)
_DUE_LINE = re.compile(
    r"\s(?:Due|Deadline|By when|Timescale|Target date|DUE)\s*:\s*(?P<due>[^\n]+)$"
)
_NEXT = re.compile(
    r"\b(?:to|at|for|by|before|in time for)\s+"
    r"(?P<due>(?:the|a|our|its)\s+(?:next|following|future)\s+(?:\w+\s+){0,3}?meeting)\b",
    re.IGNORECASE,
)
_MOST_TAILS = 3
_TO_DO = re.compile(r"\b(?:to|will|would|should|must|needs?)\s+[a-z]")
_SOME_DAY = date(2000, 1, 1)
_SHORT_STATUS = 5
_FEW_WORDS = 6
_OFFICE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """What an action's neighbours say of it.

    ``meeting`` is the one whose papers state it, ``given_at`` the one that gave it.
    ``board`` is the body whose meetings a bare date means.
    """

    meeting: MeetingKey | None
    item: str | None = None
    report: str | None = None
    theme: str | None = None
    given_at: MeetingKey | None = None
    board: str | None = None

    @property
    def near(self) -> date | None:
        """The day that lends its year to others."""
        return self.meeting.date if self.meeting else None


@dataclass(frozen=True, slots=True)
class Actors:
    """Those whom a document names, by their names and their initials, in lower case."""

    known: frozenset[str] = field(default_factory=frozenset)
    initials: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, mentions: Iterable[PersonMention]) -> "Actors":
        """The people of a document: whole names, first names, surnames."""
        known: set[str] = set()
        initials: set[str] = set()
        for mention in mentions:
            name = mention.person.name
            parts = name.split()
            known.update({name.lower(), parts[0].lower(), parts[-1].lower()})
            initials.add("".join(part[0] for part in parts))
            initials.update({mention.initials} if mention.initials else ())
        return cls(frozenset(known), frozenset(initials))

    def is_one(self, phrase: str) -> bool:
        """Whether words name someone who can act: a person, an office, a group, initials."""
        words = phrase.split()
        offices = table("verbs")["actors"]
        if not words or len(words) > offices["longest"]:
            return False
        if words[0].strip("(),").lower() in offices["not_first"] or _does(words[1:]):
            return False
        return self._one(phrase) or all(map(self._one, _TOGETHER.split(phrase)))

    def is_only(self, phrase: str) -> bool:
        """Whether words are no more than the name of who acts: "JB", "Clerk/AW", "All"."""
        bare = phrase.strip(" .*_@")
        parts = [part for part in _TOGETHER.split(bare) if part]
        return 0 < len(bare.split()) <= _FEW_WORDS and bool(parts) and all(map(self._bare, parts))

    def knows(self, phrase: str) -> bool:
        """Whether words are no more than offices and people whom the document names."""
        parts = [part for part in _TOGETHER.split(phrase.strip(" .*_@")) if part]
        return self.is_only(phrase) and all(self._named(part) for part in parts)

    def _named(self, part: str) -> bool:
        """Whether a part of a phrase is no person, or bears a name that the document has."""
        person = names.person(part)
        surname = person.name.name.split()[-1].lower() if person else ""
        return part.lower() in self.known or not surname or surname in self.known

    def bears(self, initials: str) -> bool:
        """Whether initials are those of someone the document names."""
        return initials in self.initials

    def _bare(self, part: str) -> bool:
        words = part.lower().removeprefix("the ").split()
        nouns = table("verbs")["actors"]["nouns"]
        if _INITIALS.fullmatch(part) or part.lower() in self.known:
            return part not in table("verbs")["actors"]["not_initials"]
        office = 0 < len(words) <= _OFFICE_WORDS and words[-1] in nouns
        return self._is_person(part) or (office and part[:1].isupper())

    def _one(self, phrase: str) -> bool:
        words = [word.strip("(),").lower() for word in phrase.split()]
        nouns = table("verbs")["actors"]["nouns"]
        if not words:
            return False
        if words[0] in nouns or words[-1] in nouns or phrase.split()[-1].isupper():
            return True
        head = _ASIDE.split(phrase, maxsplit=1)[0]
        return (
            phrase.lower() in self.known
            or self._is_person(phrase)
            or (head != phrase and self._one(head))
        )

    @staticmethod
    def _is_person(phrase: str) -> bool:
        person = names.person(phrase)
        return person is not None and not person.rest and names.likely(person.name)


def _does(words: Sequence[str]) -> bool:
    """Whether words hold a verb, so that they are more than a name."""
    return any(word in table("verbs")["actors"]["not_within"] for word in words)


@dataclass(frozen=True, slots=True)
class Said:
    """An action's own words, ``start`` to ``end`` (half-open), and what stands around them."""

    start: int
    end: int
    who: str | None = None
    due: str | None = None
    status: str | None = None


def said(text: str, lead: str, actors: Actors) -> Said:
    """An entry of a list: who, when and whether done, written before or after the words."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    status = due = None
    if box := _BOX.match(text[start:end]):
        status = "open" if box["mark"] == " " else "complete"
        start += box.end()
    if line := _DUE_LINE.search(text, start, end):
        due, end = line["due"].strip(), line.start()
    beside, end = _behind(text, start, end, actors)
    head = _AT_HEAD.match(text[start:end])
    if beside.who is None and head and actors.knows(head["who"]):
        beside, start = replace(beside, who=head["who"].strip("*_@ ")), start + head.end()
    who = beside.who or who_in(text[start:end], lead, actors)
    when = due or beside.due or due_in(text[start:end])
    return Said(start, end, who, when, status or beside.status)


def _behind(text: str, start: int, end: int, actors: Actors) -> tuple[Said, int]:
    """What stands behind an action's words, "(Anna, by 12 March) – done", and where they end."""
    found = Said(start, end)
    for _ in range(_MOST_TAILS):
        tail = _TAIL.search(text, start, end)
        if tail is None or tail.start() == start:
            break
        one = _beside(tail, actors)
        if one is None:
            break
        found = replace(
            found,
            who=found.who or one.who,
            due=found.due or one.due,
            status=found.status or one.status,
        )
        end = tail.start() if tail["last"] is None else tail.start("last")
    return found, len(text[:end].rstrip())


def _beside(tail: re.Match[str], actors: Actors) -> Said | None:
    """Who, when or how it stands, in "Anna, by 12 March"; None where anything else is said."""
    words = tail[str(tail.lastgroup)].strip()
    if tail["initials"]:
        return Said(0, 0, who=words) if actors.bears(words) else None
    whos: list[str] = []
    due = status = None
    for part in _PART.split(words):
        if _is_status(part):
            status = status_of(part)
        elif actors.knows(part) if tail["last"] else actors.is_only(part):
            whos.append(part.lstrip("@"))
        elif due is None and tail["last"] is None and _is_due(part):
            due = part
        else:
            return None
    return Said(0, 0, ", ".join(whos) or None, due, status)


def outcome(text: str) -> tuple[str | None, str | None]:
    """What words after an action say became of it: its status, and how they put it.

    "Completed.", "This has not been done.": a status alone, or a sentence on "this" or "it".
    """
    bare = text.strip(" .-–—")
    if _is_status(bare):
        return status_of(bare), bare
    match = _became().match(" ".join(text.split()))
    if match is None:
        return None, None
    return ("open", match["said"]) if match["not"] else ("complete", match["done"])


@cache
def _became() -> re.Pattern[str]:
    done = alternation("verbs", "statuses", "complete")
    return re.compile(
        r"^(?:this|it)\b(?:\s+action)?\s+(?P<said>(?:is|was|has|had|have)\s+"
        rf"(?:(?:now|since)\s+)?(?P<not>not\s+(?:yet\s+)?)?(?:been\s+)?(?P<done>{done}))\b",
        re.IGNORECASE,
    )


def _is_due(words: str) -> bool:
    vague = table("verbs")["deadlines"]["vague"]
    return plain(words) in vague or dates.deadline(words, _SOME_DAY) is not None


def _is_status(words: str) -> bool:
    statuses = table("verbs")["statuses"]
    return any(plain(words) in statuses[status] for status in ("open", "complete"))


def who_in(text: str, lead: str, actors: Actors) -> str | None:
    """Who is to act: "Officers to …" in the first sentence that has it, or the lead-in."""
    if lead and (match := _LEAD_WHO.match(" ".join(lead.split()).strip(" :;"))):
        return match["who"].removesuffix(" to")
    found = (_who_begins(sentence, actors) for sentence in _AFTER_STOP.split(text))
    return next((who for who in found if who), None)


def _who_begins(sentence: str, actors: Actors) -> str | None:
    match = _BEFORE_TO.match(sentence.lstrip("@"))
    if match is None:
        return None
    phrase = " ".join(match["who"].split())
    if not actors.is_one(phrase):
        phrase = phrase.rpartition(", ")[2]
    if not phrase[0].isupper() and phrase.lower() not in actors.known:
        return None
    named = len(phrase.split()) == 1 and match["verb"] in table("verbs")["promises"]["verbs"]
    free = phrase.lower() not in table("verbs")["actors"]["not_first"]
    return phrase if actors.is_one(phrase) or (named and free) else None


def says_to_do(text: str) -> bool:
    """Whether words say what is to be done."""
    return _TO_DO.search(text) is not None


def to_be_done(piece: Piece) -> Piece:
    """The last sentence that says what is to be done; the last where none does."""
    found = list(sentences(piece))
    return next((one for one in reversed(found) if says_to_do(one.text)), found[-1])


def people(who: str | None) -> Iterator[PersonName]:
    """The people among those who are to act."""
    for name, _, _ in people_cells.named(who or ""):
        if names.likely(name):
            yield name


def due_in(text: str) -> str | None:
    """A due date said in the words of an action: "by 31 March 2022", "to the next meeting"."""
    match = _BY.search(text)
    if match and dates.deadline(match["due"], _SOME_DAY):
        return match["due"].strip()
    following = _NEXT.search(text)
    return following["due"] if following else None


def last_due(text: str | None, near: date | None) -> date | None:
    """The latest of the deadlines in some words, what it was moved from left out."""
    return max(dates.deadlines(_without_moves(text or ""), near), default=None)


def _without_moves(text: str) -> str:
    for pattern in patterns("verbs", "statuses", "moved"):
        text = pattern.sub(" ", text)
    return text


def due_status(text: str | None, near: date | None) -> str | None:
    """The status that a due date carries: complete only when each of its deadlines is."""
    said_of = status_of(text)
    if not text or said_of is None:
        return None
    bare = _without_moves(text)
    done = len(re.findall(alternation("verbs", "statuses", "complete"), bare, re.IGNORECASE))
    whole = said_of == "complete" and done >= len(dates.deadlines(bare, near))
    return "complete" if whole else "open"


def moved_from(text: str | None, near: date | None) -> tuple[date, ...]:
    """The deadlines that a cell says it was moved from."""
    found: list[date] = []
    for pattern in patterns("verbs", "statuses", "moved"):
        for match in pattern.finditer(text or ""):
            day = dates.deadline(match["words"], near)
            if day is not None and day not in found:
                found.append(day)
        if found:
            break
    return tuple(found)


def status_of(text: str | None) -> str | None:
    """Open or complete, by the words of a status; open wins where both are said."""
    words = plain(text or "")
    answers = table("verbs")["statuses"]["answers"]
    if words in answers:
        return str(answers[words])
    for status in ("open", "complete"):
        if _status_words(status).search(words):
            return status
    return _misspelt(words)


@cache
def _status_words(status: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-–—:;,.(•/|]\s*){alternation('verbs', 'statuses', status)}(?!\w)")


def _misspelt(words: str) -> str | None:
    """A status of one word with a letter wrong, as in "Compete"."""
    forms = {form: s for s in ("open", "complete") for form in table("verbs")["statuses"][s]}
    best = process.extractOne(words, forms.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return forms[best[0]] if best and len(words) > _SHORT_STATUS else None


def one_line(parts: Sequence[str] | str) -> str:
    """Words with single blanks and without the bullets of a cell."""
    text = parts if isinstance(parts, str) else " ".join(parts)
    return " ".join(text.replace("•", " ").split())
