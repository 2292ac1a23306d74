"""Who can act, and where a paper states an action."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from kg.extraction.actions.verb_forms import first_verbs
from kg.extraction.people import names
from kg.facts import MeetingKey, PersonMention, PersonName
from kg.tables.load import alternation, table
from kg.tables.load import words as words_of

INITIALS = r"[A-Z]{2,3}(?:[/&+, ]+[A-Z]{2,3}){0,5}"
"""Initials of one or several who act, parted by signs or blanks."""
_SEVERAL = re.compile(INITIALS)
_LETTERS = re.compile(r"[A-Z]+")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\.?")
_TOGETHER = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*")
_ASIDE = re.compile(r"\s+(?:with|from|of|at|in|for|on behalf of)\s+")
_SMALL = re.compile(r"(?<![\w@’'-])[a-zà-ÿ][a-zà-ÿ’'-]*")
_CAPITALISED = re.compile(
    r"(?:(?<=[a-z,&(:/] )|^(?=\S+(?:\s\S+){0,3}$))[A-Z][a-zà-ÿ’'-]+"
    rf"|(?:^|(?<=[.;:?!–-] ))(?!{alternation('verbs', 'motions', 'nobody')}\b)"
    r"[A-Z][a-zà-ÿ’'-]+(?<!s)"
    r"(?=(?: [A-Z][a-zà-ÿ’'-]+){0,2}(?:, (?:the|our) [^,.;]{3,50},)?"
    r" (?:will|would|is to|is \w+ing|undertook to"
    r"|(?:has )?(?:agreed|volunteered|offered|undertaken|promised) to) )"
)
_BRACKETED = re.compile(r"[(\[](?P<letters>[A-Z][A-Za-z-]{0,3}[A-Z])[)\]]")
_DEFINED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{0,40}(?: [A-Z][\w’'.-]{0,40}){0,3}) ?" + _BRACKETED.pattern
)
_TASK = re.compile(
    r"\W*(?P<who>[A-Z][a-zà-ÿ’'-]+)(?::|\s[–—-])\s+(?:[Tt]o\s+)?(?P<verb>[A-Za-z]+)\b"
)
_ONE_NAME = re.compile(r"[A-Z][a-zà-ÿ’'-]+")
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


@dataclass(frozen=True)
class Actors:
    """Those whom a document names, by their names and their initials, in lower case.

    ``texts`` are the paragraphs of the document.
    """

    known: frozenset[str] = field(default_factory=frozenset)
    initials: frozenset[str] = field(default_factory=frozenset)
    texts: tuple[str, ...] = ()

    @classmethod
    def of(cls, mentions: Iterable[PersonMention], texts: Sequence[str] = ()) -> "Actors":
        """The people of a document: whole names, first names, surnames.

        ``texts`` are its paragraphs; words that they never write small may be names too.
        """
        known: set[str] = set()
        initials: set[str] = set()
        for mention in mentions:
            name = mention.person.name
            parts = name.split()
            known.update({name.lower(), parts[0].lower(), parts[-1].lower()})
            initials.add("".join(part[0] for part in parts))
            initials.update({mention.initials} if mention.initials else ())
        initials.update(one for text in texts for one in _defined(text))
        known.update(_tasked(texts))
        return cls(frozenset(known), frozenset(initials), tuple(texts))

    @cached_property
    def is_proper(self) -> Callable[[str], bool]:
        """Whether a word stands capitalised inside sentences and never small, looked up once."""
        return cache(self._stands_large)

    def _stands_large(self, word: str) -> bool:
        large, small = word.capitalize(), word.lower()
        stands = any(large in _CAPITALISED.findall(text) for text in self.texts if large in text)
        return stands and not any(
            small in _SMALL.findall(text) for text in self.texts if small in text
        )

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
        bare = phrase.strip(" .*_@?")
        if not 0 < len(bare.split()) <= _FEW_WORDS:
            return False
        parts = [part for part in _TOGETHER.split(bare) if part]
        others = [part for part in parts if not self._bare(part)]
        beside = any(part.lower() in self.known for part in parts)
        named = not others or (beside and all(map(_ONE_NAME.fullmatch, others)))
        return bool(parts) and named

    @staticmethod
    def is_group(phrase: str) -> bool:
        """Whether a few words in small letters end in an office or a group: "repairs team"."""
        words = phrase.lower().split()
        last = words[-1] if 0 < len(words) <= _FEW_WORDS else ""
        return last in table("verbs")["actors"]["nouns"]

    def knows(self, phrase: str) -> bool:
        """Whether words are no more than offices and people whom the document names."""
        parts = filter(None, _TOGETHER.split(phrase.strip(" .*_@")))
        return self.is_only(phrase) and all(map(self._named, parts))

    def _named(self, part: str) -> bool:
        """Whether a part of a phrase is no person, or bears a name that the document has."""
        person = names.person(part)
        surname = person.name.name.split()[-1].lower() if person else ""
        return part.lower() in self.known or not surname or surname in self.known

    def may_name(self, phrase: str) -> bool:
        """Whether words look like a person's name whom the document names in passing."""
        parts, small = phrase.split(), phrase.lower()
        strange, no_names = _nobody()
        if not parts or phrase.isupper() or not strange.isdisjoint([*parts, *small.split()]):
            return False
        if small in no_names:
            return False
        return names.likely(PersonName(phrase, phrase)) and self.is_proper(parts[0])

    def bears(self, initials: str) -> bool:
        """Whether initials are those of someone the document names."""
        return initials in self.initials

    def bears_all(self, initials: str) -> bool:
        """Whether words are initials, of one or several, and of those the document names."""
        bare = initials.strip(" .")
        return bool(_SEVERAL.fullmatch(bare)) and all(map(self.bears, _LETTERS.findall(bare)))

    def _bare(self, part: str) -> bool:
        words = part.lower().removeprefix("the ").split()
        nouns = table("verbs")["actors"]["nouns"]
        if _INITIALS.fullmatch(part) or part.lower() in self.known:
            return self.bears(part) or part not in table("verbs")["actors"]["not_initials"]
        head = _ASIDE.split(part.lower().removeprefix("the "), maxsplit=1)[0].split()
        office = 0 < len(words) <= _OFFICE_WORDS and bool(head) and head[-1] in nouns
        written = part[:1].isupper() and (len(head) == len(words) or part.split()[-1][0].isupper())
        return self._is_person(part) or (office and written)

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


def _tasked(texts: Sequence[str]) -> set[str]:
    """Names, in lower case, that stand before what to do in two paragraphs: "Ada: Ask the hall"."""
    verbs = first_verbs()
    heads = filter(None, map(_TASK.match, texts))
    found = Counter(head["who"] for head in heads if head["verb"].lower() in verbs)
    often = {name.lower() for name, times in found.items() if times > 1}
    return often and often.difference(word for text in texts for word in _SMALL.findall(text))


def _defined(text: str) -> Iterator[str]:
    """Initials that a text gives in brackets behind the name of which they are: "Ada Lowe (AL)"."""
    for match in _DEFINED.finditer(text) if _BRACKETED.search(text) else ():
        words, letters = match["name"].split(), match["letters"]
        fitting = (words[at:] for at, word in enumerate(words) if word[0] == letters[0])
        if letters[-1] in words[-1] or len(words) == 1:
            yield from (letters for name in fitting if len(words) == 1 or _is_name(name))


def _is_name(words: Sequence[str]) -> bool:
    name = " ".join(words)
    return len(words) > 1 and names.likely(PersonName(name, name))


@cache
def _nobody() -> tuple[frozenset[str], frozenset[str]]:
    """Words that no name of a person has, and phrases that are none: bodies, single verbs."""
    strange = (
        *words_of("organisations", "nouns"),
        *words_of("people", "singular"),
        *words_of("verbs", "promises", "strange"),
        *words_of("dates", "months"),
        *words_of("verbs", "outcome", "deferred"),
    )
    verbs = words_of("verbs", "promises", "verbs")
    subjects = words_of("verbs", "decisions", "subjects")
    return frozenset(strange), frozenset((*subjects, *verbs))


def _does(words: Sequence[str]) -> bool:
    """Whether words hold a verb, so that they are more than a name."""
    return any(word in table("verbs")["actors"]["not_within"] for word in words)
