"""Small invented papers that name people, for tests of who is who."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg import facts as f
from kg.extraction.people import names
from kg.model import Document
from kg.store.graph import Iri, KnowledgeGraph
from tests.support.rdf_papers import IRIS, document, quads_of, said, settle

HARBOUR, LIBRARY = "Harbour Board", "Library Committee"


@dataclass(frozen=True)
class Paper:
    """A paper of a board and a day, with the people it lists and those it only names.

    ``listed`` gives for each name as written the authority spoken for, or None.
    """

    day: date
    board: str = HARBOUR
    listed: dict[str, str | None] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    bodies: tuple[tuple[str, str | None], ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """One paragraph for the head and one for each name."""
        bodies = [f"{name} ({short})" if short else name for name, short in self.bodies]
        head = f"{self.board}, {self.day.isoformat()}"
        return (head, *self.listed, *self.named, *self.contacts, *bodies, *self.lines)

    def read(self) -> tuple[Document, f.Facts]:
        """The paper as a document with its facts."""
        key, texts = f.MeetingKey(self.board, self.day), self.texts
        attendance = tuple(
            f.Attendance(meeting=key, person=name(who), status="present", representing=authority,
                         **said(texts, who))
            for who, authority in self.listed.items()
        )  # fmt: skip
        reports = tuple(
            f.Report(title=f"Report of {who}", first=0, last=1, meeting=key,
                     contacts=(f.Contact(person=name(who), email=f"{name(who).name}@x.example"),),
                     **said(texts, who))
            for who in self.contacts
        )  # fmt: skip
        facts = f.Facts(
            kind="minutes",
            title=texts[0],
            meeting=key,
            dated=self.day,
            meetings=(f.Meeting(key=key, **said(texts, texts[0])),),
            attendance=attendance,
            reports=reports,
            people=tuple(
                f.PersonMention(person=name(who), **said(texts, who)) for who in self.named
            ),
            programmes=tuple(
                f.ProgrammeMention(name=long, written=long, acronym=short, **said(texts, long))
                for long, short in self.bodies
            ),
        )
        return document(f"{texts[0]}.txt", texts), facts

    @property
    def iri(self) -> str:
        """The IRI of the document."""
        return IRIS.document(self.read()[0].source.sha256)


def name(written: str) -> f.PersonName:
    """A name as extraction takes it apart; what it does not know is a name as it stands."""
    return names.parse(written) or f.PersonName(written, written)


def library(papers: Iterable[Paper]) -> KnowledgeGraph:
    """A graph in memory that holds papers, with all that is worked out from them."""
    graph = KnowledgeGraph.open()
    for paper in papers:
        graph.replace_document(paper.iri, quads_of(*paper.read()))
    settle(graph)
    return graph


def persons(graph: KnowledgeGraph) -> dict[str, str]:
    """The people of the union: their names by the last part of their IRIs."""
    rows = graph.select("SELECT ?who ?name { ?who a foaf:Person ; foaf:name ?name }").rows
    return {str(who).rsplit("/", 1)[-1]: str(called) for who, called in rows}


def rule(graph: KnowledgeGraph, form: str) -> list[tuple[str, str]]:
    """What a person's IRI was merged into, and by which rule."""
    query = """
    SELECT DISTINCT ?whole ?rule {
      ?link rdf:subject ?form ; rdf:predicate mb:mergedInto ; rdf:object ?whole ; mb:rule ?rule
    } ORDER BY ?whole"""
    rows = graph.select(query, form=Iri(IRIS.person(form))).rows
    return [(str(whole).rsplit("/", 1)[-1], str(said_by)) for whole, said_by in rows]
