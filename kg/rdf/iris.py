"""IRIs made from names, numbers and dates.

An IRI is a function of what it names, so that the same papers give the same
IRIs on every machine and in any order of adding. All functions here are pure.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from kg.facts import (
    Action,
    ContactDetails,
    Decision,
    Fact,
    Figure,
    MeetingKey,
    MeetingReference,
    Membership,
    Recommendation,
    Report,
)
from kg.terms import BASE
from kg.vocabulary import folded, name_key

LONGEST_SLUG = 80
_GENERIC_TAIL = re.compile(r"-program(?:me)?$")


def digest(text: str, length: int = 8) -> str:
    """The first ``length`` hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:length]


def tail_of(iri: str) -> str:
    """What stands behind the last stroke of an IRI."""
    return iri.rpartition("/")[2]


def paper_of(iri: str) -> str:
    """The paper of a paragraph; a paper itself."""
    head, _, tail = iri.rpartition("/")
    return head if tail.startswith("p") and tail[1:].isdigit() else iri


def slug(text: str) -> str:
    """A text as part of an IRI: ASCII, lower case, hyphens for all else.

    A text that leaves nothing, or more than ``LONGEST_SLUG`` characters, ends
    in a short hash of the whole, so that different texts stay apart.
    """
    words = folded(text).replace(" ", "-")
    if not words:
        return f"x{digest(text)}"
    if len(words) <= LONGEST_SLUG:
        return words
    return f"{words[: LONGEST_SLUG - 9].rstrip('-')}-{digest(words)}"


def body_slug(name: str) -> str:
    """The slug of a board or other body, without an article in front."""
    return slug(name_key(name))


def programme_slug(name: str) -> str:
    """The slug of a programme; the word "programme" at its end says nothing."""
    whole = body_slug(name)
    return _GENERIC_TAIL.sub("", whole)


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs of a library whose data IRIs begin with ``base``."""

    base: str = BASE

    def _iri(self, kind: str, *parts: str) -> str:
        return f"{self.base}{kind}/{'-'.join(part for part in parts if part)}"

    def kind(self, iri: str) -> str:
        """What an IRI of the library says that it names ("meeting"), nothing for any other."""
        return iri.removeprefix(self.base).partition("/")[0] if iri.startswith(self.base) else ""

    def graph(self, name: str) -> str:
        """A named graph that is no document: identity, histories, reference, curation."""
        return self._iri("graph", name)

    def document(self, sha256: str) -> str:
        """A document, and the named graph that holds it, by the digest of its bytes."""
        return self._iri("document", sha256[:12])

    def paragraph(self, sha256: str, ordinal: int) -> str:
        """A paragraph of a document by its ordinal, which counts from 0."""
        return f"{self.document(sha256)}/p{ordinal}"

    def board(self, name: str) -> str:
        """A board or committee."""
        return self._iri("board", body_slug(name))

    def organisation(self, name: str) -> str:
        """A body that is neither a board nor a council."""
        return self._iri("organisation", body_slug(name))

    def council(self, code: str) -> str:
        """A council by its local-authority code."""
        return self._iri("council", code.lower())

    def programme(self, name: str) -> str:
        """A programme."""
        return self._iri("programme", programme_slug(name))

    def person(self, name: str) -> str:
        """A person by name, without titles and honours."""
        return self._iri("person", slug(name))

    def role(self, name: str) -> str:
        """A role or position as a concept."""
        return self._iri("role", slug(name))

    def meeting(self, key: MeetingKey) -> str:
        """A meeting of a board on a day."""
        return self._iri("meeting", *_meeting_parts(key))

    def item(self, key: MeetingKey, label: str) -> str:
        """An item of a meeting's agenda by its number, else by its title."""
        return self._iri("item", *_meeting_parts(key), slug(label))

    def attendance(self, key: MeetingKey, person: str) -> str:
        """A person's part in a meeting."""
        return self._iri("attendance", *_meeting_parts(key), slug(person))

    def membership(self, fact: Membership) -> str:
        """A person's role in a body over a period or on a day."""
        time = fact.period or (fact.as_of.isoformat() if fact.as_of else "undated")
        parts = (body_slug(fact.body), slug(time), slug(fact.person.name), slug(fact.role))
        return self._iri("membership", *parts)

    def report(self, sha256: str, fact: Report) -> str:
        """A report by its place on an agenda, else by the document it stands in."""
        return self._iri("report", *_scope(sha256, fact.meeting, fact.item), slug(fact.title))

    def recommendation(self, sha256: str, fact: Recommendation) -> str:
        """A recommendation: the same words in two papers of a meeting are one.

        What others recommended may have a number of its own in each table that lists it.
        """
        scope = _scope(sha256, fact.meeting, fact.item)
        number = None if fact.kind == "external" else fact.number
        return self._iri("recommendation", *scope, *_statement(number, fact.text))

    def decision(self, sha256: str, fact: Decision) -> str:
        """A decision: the same words in two papers of a meeting are one."""
        scope = _scope(sha256, fact.meeting, fact.item)
        return self._iri("decision", *scope, *_statement(fact.number, fact.text))

    def action(self, sha256: str, fact: Action) -> str:
        """An action, at the meeting it arose at where that is known."""
        scope = _scope(sha256, fact.arises_at or fact.meeting, fact.item)
        return self._iri("action", *scope, *_statement(fact.number, fact.text))

    def figure(self, sha256: str, fact: Figure, place: tuple[MeetingKey | None, str | None]) -> str:
        """A quantity, at the meeting and item that its paragraph stands in."""
        scope = _scope(sha256, *place)
        words = f"{fact.value} {fact.unit} {fact.about} {fact.as_of} {fact.text}"
        return self._iri("figure", *scope, digest(folded(words)))

    def cited(self, title: str) -> str:
        """A document that papers cite, by its title."""
        return self._iri("cited", body_slug(title))

    def reference(self, sha256: str, fact: MeetingReference) -> str:
        """A place where a document speaks of a meeting."""
        return self._iri("reference", *_passage(sha256, fact), digest(f"{fact.board} {fact.when}"))

    def contact(self, sha256: str, fact: ContactDetails) -> str:
        """How a document tells to reach somebody."""
        return self._iri("contact", *_passage(sha256, fact), digest(f"{fact.email} {fact.phone}"))

    def matter(self, key: str) -> str:
        """A matter by the words that hold its steps together."""
        return self._iri("matter", slug(key))

    def step(self, matter: str, concerned: str, kind: str, day: date) -> str:
        """A step of a matter: what happened to one resource on one day."""
        return self._iri("step", day.isoformat(), slug(kind), digest(f"{matter} {concerned}", 12))

    def link(self, subject: str, predicate: str, target: str) -> str:
        """A statement about how two resources hang together."""
        return self._iri("link", digest(f"{subject} {predicate} {target}", 16))

    def ruling(self, key: str) -> str:
        """A correction by a person, by what it rules."""
        return self._iri("curation", key)


def _meeting_parts(key: MeetingKey) -> tuple[str, str]:
    return body_slug(key.board), key.date.isoformat()


def _passage(sha256: str, fact: Fact) -> tuple[str, str]:
    """The document and the paragraph that state a fact first."""
    return sha256[:12], f"p{fact.evidence[0].paragraph}"


def _scope(sha256: str, meeting: MeetingKey | None, item: str | None) -> tuple[str, ...]:
    """What sets a statement apart from its like: meeting and item, else the document."""
    if meeting is None:
        return (sha256[:12],)
    return (*_meeting_parts(meeting), slug(item) if item else "")


def _statement(number: str | None, text: str) -> tuple[str, str]:
    return slug(number) if number else "", digest(folded(text) or text)
