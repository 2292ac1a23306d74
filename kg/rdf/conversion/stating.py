"""What the facts of a document share as they become statements: evidence, people, places."""

from collections.abc import Iterator, Sequence
from datetime import date

from kg import facts as f
from kg import terms as t
from kg.model import Document
from kg.rdf.conversion import subjects
from kg.rdf.conversion.entities import Entities
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import Iris, body_slug, programme_slug
from kg.reference import Councils


class Stating:
    """One document and its facts on the way to statements, which go to ``out``."""

    def __init__(self, document: Document, facts: f.Facts, iris: Iris, councils: Councils) -> None:
        self.document = document
        self.facts = facts
        self.iris = iris
        self.sha256 = document.source.sha256
        self.iri = iris.document(self.sha256)
        self.out = Statements(self.iri)
        self.entities = Entities(self.out, iris, councils, _boards(facts))
        self.reports = _reports(facts, iris, self.sha256)
        self.programmes = subjects.programmes(facts)
        self.organisations = subjects.organisations(facts)

    def state(self, iri: str, fact: f.Fact) -> str:
        """Say where a fact is stated, in which words, and by which rule it was read."""
        for evidence in fact.evidence:
            self.out.link(iri, t.STATED_IN, self.paragraph_iri(evidence.paragraph))
            self.out.add(iri, t.QUOTE, self.quote(evidence))
        self.out.add(iri, t.RULE, fact.rule)
        self.out.add(iri, t.CONFIDENCE, float(fact.confidence))
        return iri

    def mention(self, iri: str, fact: f.Fact) -> None:
        """Say that the paragraphs of the evidence mention a thing."""
        for evidence in fact.evidence:
            self.out.link(self.paragraph_iri(evidence.paragraph), t.MENTIONS, iri)

    def person(self, person: f.PersonName, evidence: Sequence[f.Evidence]) -> str:
        """A person, mentioned by the paragraphs of the evidence in which the name stands."""
        iri = self.entities.person(person)
        for passage in evidence:
            text = self.document.paragraphs[passage.paragraph].text
            if person.written in text or person.name in text:
                self.out.link(self.paragraph_iri(passage.paragraph), t.MENTIONS, iri)
        return iri

    def place(self, iri: str, meeting: f.MeetingKey | None, item: str | None) -> None:
        """Say at which meeting and on which item something stands."""
        self.out.link(iri, t.OF_MEETING, self.meeting(meeting))
        self.out.link(iri, t.ON_ITEM, self.item(meeting, item))

    def paragraph_iri(self, ordinal: int) -> str:
        """The IRI of a paragraph of the document."""
        return self.iris.paragraph(self.sha256, ordinal)

    def quote(self, evidence: f.Evidence) -> str:
        """The words of the document that are evidence."""
        text = self.document.paragraphs[evidence.paragraph].text
        return text[evidence.start : evidence.end]

    def day(self) -> date | None:
        """The day that the document's names are of."""
        return self.facts.meeting.date if self.facts.meeting else self.facts.dated

    def meeting(self, key: f.MeetingKey | None) -> str | None:
        """The IRI of a meeting, if there is one."""
        return self.entities.meeting(key) if key else None

    def item(self, meeting: f.MeetingKey | None, label: str | None) -> str | None:
        """The IRI of an item of a meeting, by its label."""
        return self.iris.item(meeting, label) if meeting and label else None

    def report(
        self, title: str | None, meeting: f.MeetingKey | None, item: str | None
    ) -> str | None:
        """The report of a title, at its place if there are several of it."""
        found = self.reports.get(title or "", {})
        return found.get((meeting, item)) or next(iter(found.values()), None)

    def body(self, name: str | None, on: date | None, at: f.MeetingKey | None = None) -> str | None:
        """The IRI of a body by its name, as it was called on a day or at a meeting."""
        return self.entities.body(name, on, at) if name else None

    def agent(self, name: str | None, at: f.MeetingKey) -> str | None:
        """A person of the document by name, else a body."""
        if name is None:
            return None
        for fact in self.facts.people:
            if name in (fact.person.name, fact.person.written):
                return self.entities.person(fact.person)
        return self.entities.body(name, at.date, at)

    def runner(self, name: str | None) -> str | None:
        """The council or organisation of the document that goes by a name; a board is neither."""
        for fact in self.facts.organisations if name else ():
            if name in (fact.name, fact.written):
                body = self.entities.body(fact.name, self.day())
                own = {self.iris.organisation(fact.name), self.iris.council(fact.code or "")}
                return body if body in own else None
        return None

    def subject(self, name: str | None) -> str | None:
        """The programme or organisation of the document that goes by a name."""
        if name is None:
            return None
        if programme := self.programmes.get(programme_slug(name)):
            return self.iris.programme(programme)
        organisation = self.organisations.get(body_slug(name))
        return self.entities.body(organisation, self.day()) if organisation else None


def _boards(facts: f.Facts) -> Iterator[str]:
    """The boards whose meetings a document knows."""
    keys = [facts.meeting, *(meeting.key for meeting in facts.meetings)]
    keys += [attendance.meeting for attendance in facts.attendance]
    keys += [item.meeting for item in facts.items]
    return (key.board for key in keys if key is not None)


def _reports(
    facts: f.Facts, iris: Iris, sha256: str
) -> dict[str, dict[tuple[f.MeetingKey | None, str | None], str]]:
    """The reports of a document by title, then by meeting and item."""
    found: dict[str, dict[tuple[f.MeetingKey | None, str | None], str]] = {}
    for report in facts.reports:
        place = (report.meeting, report.item)
        found.setdefault(report.title, {})[place] = iris.report(sha256, report)
    return found
