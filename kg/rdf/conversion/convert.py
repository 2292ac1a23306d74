"""A document and its facts as quads: the one place where facts and RDF meet.

The quads fill the named graph of the document and are a function of that
document alone. Names chosen among documents, merges and histories are worked
out afterwards from all of them (``kg.rdf.identity.identity``, ``kg.rdf.linking.histories``).
"""

from collections.abc import Iterator

from kg import facts as f
from kg import terms as t
from kg.model import Document, Paragraph
from kg.rdf.conversion.spoken_of import SpokenOf, literals
from kg.rdf.conversion.statements import Quad
from kg.rdf.conversion.stating import Stating
from kg.rdf.iris import Iris
from kg.rdf.linking.done_things import brought_about, things_done
from kg.rdf.linking.namings import namings
from kg.reference import Councils
from kg.structure.captions import captions
from kg.structure.definitions import definitions


def quads(document: Document, facts: f.Facts, iris: Iris, councils: Councils) -> Iterator[Quad]:
    """The quads of a document's named graph, each once."""
    conversion = _Conversion(document, facts, iris, councils)
    conversion.document_and_paragraphs()
    conversion.meetings_and_people()
    conversion.business()
    conversion.mentions()
    conversion.spoken_of()
    return iter(conversion.out)


class _Conversion(Stating):
    """The conversion of one document; each method adds its statements to ``out``."""

    def document_and_paragraphs(self) -> None:
        """The document itself and all its paragraphs, furniture too."""
        source, facts = self.document.source, self.facts
        self.out.a(self.iri, t.DOCUMENT)
        self.out.add(self.iri, t.TITLE, facts.title or self.document.title or source.name)
        self.out.add(self.iri, t.KIND, facts.kind)
        self.out.add(self.iri, t.DATE, facts.dated)
        self.out.add(self.iri, t.FILE_NAME, source.name)
        self.out.add(self.iri, t.SHA256, source.sha256)
        self.out.add(self.iri, t.MEDIA_TYPE, source.media_type)
        self.out.add(self.iri, t.SOURCE, source.url)
        self.out.add(self.iri, t.PAGES, self.document.pages)
        self.out.add(self.iri, t.READER, self.document.reader)
        self.out.add(self.iri, t.DOUBT, *facts.doubts)
        self.out.link(self.iri, t.OF_MEETING, self.meeting(facts.meeting))
        items = {place.paragraph for one in facts.items for place in one.evidence}
        over = captions(self.document.paragraphs, items)
        for paragraph in self.document.paragraphs:
            self._paragraph(paragraph, over.get(paragraph.ordinal))

    def _paragraph(self, paragraph: Paragraph, caption: str | None) -> None:
        iri = self.out.a(self.paragraph_iri(paragraph.ordinal), t.PARAGRAPH)
        self.out.link(iri, t.IN_DOCUMENT, self.iri)
        self.out.add(iri, t.ORDINAL, paragraph.ordinal)
        self.out.add(iri, t.TEXT, paragraph.text)
        self.out.add(iri, t.KIND, str(paragraph.kind))
        self.out.add(iri, t.NUMBER, paragraph.number)
        self.out.add(iri, t.PAGE, paragraph.page)
        self.out.add(
            iri, t.HEADING, t.HEADING_JOIN.join(filter(None, (*paragraph.headings, caption)))
        )
        self.out.add(iri, t.START, paragraph.start)
        self.out.add(iri, t.END, paragraph.end)
        self.out.add(iri, t.NAMES_BY_NUMBER, *(one.key for one in namings(paragraph.text)))
        done = things_done(paragraph.text)
        self.out.add(iri, t.TELLS_DONE, *(name for one in done for name, _ in one.names()))
        place = self.facts.places.get(paragraph.ordinal, f.Place())
        self.out.link(iri, t.OF_MEETING, self.meeting(place.meeting))
        self.out.link(iri, t.ON_ITEM, self.item(place.meeting, place.item))
        self.out.link(iri, t.IN_REPORT, self.report(place.report, place.meeting, place.item))

    def meetings_and_people(self) -> None:
        """Meetings, who took part in them, and who belongs to which body."""
        for meeting in self.facts.meetings:
            self._held(meeting)
        for attendance in self.facts.attendance:
            self._attendance(attendance)
        for membership in self.facts.memberships:
            self._membership(membership)
        for item in self.facts.items:
            self._agenda_item(item)

    def _held(self, fact: f.Meeting) -> None:
        iri = self.state(self.entities.meeting(fact.key), fact)
        self.out.add(iri, t.START_TIME, fact.start_time)
        self.out.add(iri, t.VENUE, fact.venue)
        self.out.link(iri, t.PREVIOUS_MEETING, self.meeting(fact.previous))
        self.out.link(iri, t.NEXT_MEETING, self.meeting(fact.next))

    def _attendance(self, fact: f.Attendance) -> None:
        iri = self.out.a(self.iris.attendance(fact.meeting, fact.person.name), t.ATTENDANCE)
        self.state(iri, fact)
        self.out.link(iri, t.AT_MEETING, self.entities.meeting(fact.meeting))
        self.out.link(iri, t.PERSON, self.person(fact.person, fact.evidence))
        self.out.add(iri, t.ATTENDANCE_STATUS, fact.status)
        self.out.add(iri, t.CAPACITY, fact.capacity)
        self.out.link(iri, t.REPRESENTING, self.body(fact.representing, fact.meeting.date))
        if fact.substitute_for is not None:
            self.out.link(iri, t.SUBSTITUTE_FOR, self.person(fact.substitute_for, fact.evidence))

    def _membership(self, fact: f.Membership) -> None:
        day = fact.as_of or self.day()
        iri = self.state(self.out.a(self.iris.membership(fact), t.MEMBERSHIP), fact)
        self.out.link(iri, t.MEMBER, self.person(fact.person, fact.evidence))
        self.out.link(iri, t.ORGANIZATION, self.body(fact.body, day))
        self.out.link(iri, t.ROLE, self.entities.role(fact.role))
        self.out.add(iri, t.PARTY_NAME, fact.party)
        self.out.link(iri, t.REPRESENTING, self.body(fact.representing, day))
        self.out.add(iri, t.PERIOD, fact.period)
        self.out.add(iri, t.AS_OF, fact.as_of)

    def _agenda_item(self, fact: f.AgendaItem) -> None:
        iri = self.out.a(self.iris.item(fact.meeting, fact.label), t.AGENDA_ITEM)
        self.state(iri, fact)
        self.out.link(iri, t.AT_MEETING, self.entities.meeting(fact.meeting))
        self.out.say(iri, t.ITEM_NUMBER, fact.number)
        self.out.add(iri, t.TITLE, fact.title)
        for presenter in fact.presenters:
            self.out.link(iri, t.PRESENTED_BY, self.person(presenter, fact.evidence))
        self.out.add(iri, t.CONFIDENTIAL, fact.confidential)
        self.out.add(iri, t.FIRST_PAGE, fact.first_page)
        self.out.add(iri, t.LAST_PAGE, fact.last_page)

    def business(self) -> None:
        """Reports, recommendations, decisions and actions."""
        for report in self.facts.reports:
            self._stated_report(report)
        for recommendation in self.facts.recommendations:
            self._recommendation(recommendation)
        for decision in self.facts.decisions:
            self._decision(decision)
        for action in self.facts.actions:
            self._action(action)

    def _stated_report(self, fact: f.Report) -> None:
        iri = self.state(self.out.a(self.iris.report(self.sha256, fact), t.REPORT), fact)
        self.out.add(iri, t.TITLE, fact.title)
        self.out.link(iri, t.IN_DOCUMENT, self.iri)
        self.place(iri, fact.meeting, fact.item)
        self.out.add(iri, t.PURPOSE, fact.purpose)
        self.out.add(iri, t.PLAN_THEME, fact.plan_theme)
        self.out.add(iri, t.CONFIDENTIAL, fact.confidential)
        for contact in fact.contacts:
            person = self.person(contact.person, fact.evidence)
            self.out.link(iri, t.CONTACT_OFFICER, person)
            self.out.add(person, t.POSITION, contact.position)
            self.out.add(person, t.EMAIL, contact.email)
            self.out.add(person, t.PHONE, contact.phone)

    def _recommendation(self, fact: f.Recommendation) -> None:
        iri = self.out.a(self.iris.recommendation(self.sha256, fact), t.RECOMMENDATION)
        self.state(iri, fact)
        self.out.add(iri, t.TEXT, fact.text)
        self.out.add(iri, t.NUMBER, fact.number)
        self.out.add(iri, t.KIND, fact.kind)
        self.out.add(iri, t.RESPONSE, fact.response)
        self.place(iri, fact.meeting, fact.item)
        report = self.report(fact.report, fact.meeting, fact.item)
        self.out.link(iri, t.MADE_IN, report or self.iri)
        day = fact.meeting.date if fact.meeting else self.day()
        self.out.link(iri, t.ADDRESSED_TO, self.body(fact.addressed_to, day, fact.meeting))
        self.out.link(iri, t.MADE_BY, self.body(fact.made_by, day))

    def _decision(self, fact: f.Decision) -> None:
        iri = self.out.a(self.iris.decision(self.sha256, fact), t.DECISION)
        self.state(iri, fact)
        self.out.add(iri, t.TEXT, fact.text)
        self.out.link(iri, t.DECIDED_AT, self.entities.meeting(fact.meeting))
        self.out.link(iri, t.ON_ITEM, self.item(fact.meeting, fact.item))
        self.out.add(iri, t.NUMBER, fact.number)
        self.out.add(iri, t.VERB, fact.verb)
        self.out.add(iri, t.OUTCOME, fact.outcome)
        self.out.add(iri, t.SEQUENCE, fact.position)
        self.out.link(iri, t.DELEGATES_TO, self.agent(fact.delegates_to, fact.meeting))
        for predicate, person in ((t.MOVED_BY, fact.moved_by), (t.SECONDED_BY, fact.seconded_by)):
            if person is not None:
                self.out.link(iri, predicate, self.person(person, fact.evidence))
        self.out.add(iri, t.VOTES_FOR, fact.votes_for)
        self.out.add(iri, t.VOTES_AGAINST, fact.votes_against)
        self.out.add(iri, t.ABSTENTIONS, fact.abstentions)

    def _action(self, fact: f.Action) -> None:
        iri = self.state(self.out.a(self.iris.action(self.sha256, fact), t.ACTION), fact)
        self.out.add(iri, t.TEXT, fact.text)
        self.out.add(iri, t.BRINGS_ABOUT, *brought_about(fact.text))
        self.out.add(iri, t.KIND, fact.kind)
        self.out.add(iri, t.NUMBER, fact.number)
        self.out.link(iri, t.OF_MEETING, self.meeting(fact.meeting))
        origin = fact.arises_at or fact.meeting
        item = self.item(origin, fact.item)
        report = self.report(fact.report, fact.meeting, fact.item)
        self.out.link(iri, t.ARISES_FROM, item or self.meeting(fact.arises_at), report)
        for assignee in fact.assignees:
            self.out.link(iri, t.ASSIGNED_TO, self.person(assignee, fact.evidence))
        self.out.add(iri, t.ASSIGNEE_AS_WRITTEN, fact.assignee_as_written)
        self.out.add(iri, t.DUE_AS_WRITTEN, fact.due_as_written)
        self.out.add(iri, t.DUE_DATE, fact.due)
        self.out.add(iri, t.PREVIOUS_DUE, *fact.previous_due)
        self.out.add(iri, t.ACTION_STATUS, fact.status)
        self.out.add(iri, t.ACTION_STATUS_AS_WRITTEN, fact.status_as_written)
        self.out.add(iri, t.UPDATE, fact.update)
        self.out.add(iri, t.PLAN_THEME, fact.theme)

    def mentions(self) -> None:
        """People, bodies and programmes where the text names them, and quantities."""
        for person in self.facts.people:
            self._person_mention(person)
        for organisation in self.facts.organisations:
            self._organisation_mention(organisation)
        for programme in self.facts.programmes:
            iri = self.entities.programme(programme.name, programme.written, programme.acronym)
            self.mention(iri, programme)
            self.out.link(iri, t.RUN_BY, self.runner(programme.run_by))
        for figure in self.facts.figures:
            self._figure(figure)
        for link in self.facts.links:
            self.out.link(self.paragraph_iri(link.evidence[0].paragraph), t.REFERENCES, link.url)
        texts = (paragraph.text for paragraph in self.document.paragraphs)
        for short, name in definitions(texts).items():
            self.entities.also_called(name, short, self.day())

    def _person_mention(self, fact: f.PersonMention) -> None:
        iri = self.entities.person(fact.person)
        self.mention(iri, fact)
        self.out.add(iri, t.POSITION, fact.position)
        self.out.add(iri, t.INITIALS, fact.initials)
        if fact.organisation and fact.position:
            self._membership(
                f.Membership(
                    person=fact.person,
                    body=fact.organisation,
                    role=fact.position,
                    as_of=self.day(),
                    evidence=fact.evidence,
                    rule=fact.rule,
                    confidence=fact.confidence,
                )
            )

    def _organisation_mention(self, fact: f.OrganisationMention) -> None:
        if fact.code is not None:
            self.mention(self.entities.council(fact.code, fact.written), fact)
        else:
            body = self.entities.body(fact.name, self.day(), self.facts.meeting)
            self.mention(body, fact)
            if body == self.iris.organisation(fact.name):
                self.entities.organisation(fact.name, fact.written)

    def _figure(self, fact: f.Figure) -> None:
        place = self.facts.places.get(fact.evidence[0].paragraph, f.Place())
        iri = self.iris.figure(self.sha256, fact, (place.meeting, place.item))
        self.state(self.out.a(iri, t.FIGURE), fact)
        self.out.add(iri, t.VALUE, fact.value)
        self.out.add(iri, t.UNIT, fact.unit)
        self.out.add(iri, t.TEXT, fact.text)
        self.out.add(iri, t.AS_OF, fact.as_of)
        self.out.add(iri, t.KIND, fact.kind)
        self.out.add(iri, t.ABOUT_AS_WRITTEN, fact.about)
        self.out.link(iri, t.ABOUT, self.subject(fact.about))

    def spoken_of(self) -> None:
        """Documents cited, meetings referred to, and how to reach people."""
        for cited in self.facts.citations:
            iri = self._told(self.iris.cited(cited.title), t.CITED_DOCUMENT, cited)
            self.out.link(iri, t.CREATOR, self.runner(cited.by))
            for passage in cited.evidence:
                self.out.link(self.paragraph_iri(passage.paragraph), t.REFERENCES, iri)
        for one in self.facts.references:
            iri = self._told(self.iris.reference(self.sha256, one), t.MEETING_REFERENCE, one)
            self.out.link(iri, t.ABOUT, self.entities.board_of(one.board))
        for contact in self.facts.contact_details:
            iri = self._told(self.iris.contact(self.sha256, contact), t.CONTACT_DETAILS, contact)
            if contact.person is not None:
                self.out.link(iri, t.CONTACT_OF, self.person(contact.person, contact.evidence))

    def _told(self, iri: str, kind: str, fact: SpokenOf) -> str:
        for predicate, said in literals(fact):
            self.out.add(iri, predicate, said)
        return self.state(self.out.a(iri, kind), fact)
