"""Two invented papers of an invented board, as documents and facts, for tests of the graph."""

import hashlib
from datetime import date
from decimal import Decimal

from kg import facts as f
from kg.model import PARAGRAPH_BREAK, Document, Kind, Paragraph, Source
from kg.rdf.conversion import convert, reference
from kg.rdf.identity import identity
from kg.rdf.iris import Iris
from kg.rdf.linking import histories
from kg.reference import Councils
from kg.store.graph import KnowledgeGraph

IRIS = Iris()
FEW = {"HAT", "TAU", "SWT", "SMT"}
COUNCILS = Councils(tuple(c for c in Councils.load().all() if c.code in FEW))
MARCH = f.MeetingKey("Harbour & Rivers Board", date(2021, 3, 4))
JUNE = f.MeetingKey("Harbour and Rivers Board", date(2021, 6, 10))
REED = f.PersonName("Cllr Ann Reed MBE", "Ann Reed", ("Cllr", "MBE"))
REED_PLAIN = f.PersonName("Ann Reed", "Ann Reed")
FORD = f.PersonName("Mr Tom Ford", "Tom Ford", ("Mr",))

MARCH_TEXTS = (
    "Harbour & Rivers Board, 4 March 2021",
    "Cllr Ann Reed MBE (Chair), Hart District Council; Mr Tom Ford, Friends of the Quay",
    "5. Clean Harbours Programme (CHP)",
    "That the Board approve the dredging plan for the east quay.",
    "The Board approved the dredging plan for the east quay.",
    "Action 7: Tom Ford to publish the tide tables by the end of April 2021.",
    "The CHP cleared 1,250.5 tonnes of silt.",
    "Page 1 of 1",
)
JUNE_TEXTS = (
    "Harbour and Rivers Board, 10 June 2021",
    "Present: Ann Reed",
    "6. Clean Harbours Programme: update",
    "Clean Harbours has begun. CHP is on course.",
    "Action 7: Tom Ford to publish the tide tables. Done.",
)


def document(name: str, texts: tuple[str, ...]) -> Document:
    """A document of these paragraphs; the last is furniture if it gives a page number."""
    sha256 = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    paragraphs, start = [], 0
    for ordinal, text in enumerate(texts):
        kind = Kind.FURNITURE if text.startswith("Page ") else Kind.TEXT
        end = start + len(text)
        paragraphs.append(
            Paragraph(ordinal, kind, text, start, end, headings=("Agenda", "Business"), page=1)
        )
        start = end + len(PARAGRAPH_BREAK)
    source = Source(name, sha256, "text/plain", "https://papers.example/x")
    return Document(source, name, tuple(paragraphs), "text/1", pages=1)


def said(texts: tuple[str, ...], words: str) -> dict[str, object]:
    """Evidence and rule of a fact that the paper says in these words."""
    ordinal = next(at for at, text in enumerate(texts) if words in text)
    start = texts[ordinal].index(words)
    return {"evidence": (f.Evidence(ordinal, start, start + len(words)),), "rule": "test/1"}


def _march(words: str) -> dict[str, object]:
    return said(MARCH_TEXTS, words)


def _june(words: str) -> dict[str, object]:
    return said(JUNE_TEXTS, words)


MARCH_PAPER = document("march.txt", MARCH_TEXTS)
MARCH_FACTS = f.Facts(
    kind="minutes",
    title="Minutes of 4 March 2021",
    meeting=MARCH,
    dated=MARCH.date,
    meetings=(
        f.Meeting(key=MARCH, start_time="10.00 am", venue="Custom House", next=JUNE,
                  **_march("Harbour & Rivers Board, 4 March 2021")),
    ),
    attendance=(
        f.Attendance(meeting=MARCH, person=REED, status="present", capacity="chair",
                     representing="Hart District Council", **_march("Cllr Ann Reed MBE (Chair)")),
        f.Attendance(meeting=MARCH, person=FORD, status="in attendance", capacity="guest",
                     representing="Friends of the Quay", confidence=0.9,
                     **_march("Mr Tom Ford, Friends of the Quay")),
    ),
    memberships=(
        f.Membership(person=REED, body="The Harbour and Rivers Board", role="chair",
                     representing="Hart District Council", period="2020/21",
                     **_march("Cllr Ann Reed MBE (Chair)")),
    ),
    items=(
        f.AgendaItem(meeting=MARCH, number="5", title="Clean Harbours Programme (CHP)",
                     presenters=(FORD,), confidential=False,
                     **_march("Clean Harbours Programme (CHP)")),
    ),
    reports=(
        f.Report(title="Dredging plan", first=2, last=4, meeting=MARCH, item="5",
                 purpose="for decision",
                 contacts=(f.Contact(person=FORD, position="Harbour Master",
                                     email="tom.ford@quay.example"),),
                 **_march("Clean Harbours Programme")),
    ),
    recommendations=(
        f.Recommendation(text="That the Board approve the dredging plan for the east quay.",
                         kind="board", report="Dredging plan", meeting=MARCH, item="5",
                         addressed_to="the Board",
                         **_march("That the Board approve the dredging plan for the east quay.")),
    ),
    decisions=(
        f.Decision(meeting=MARCH, text="The Board approved the dredging plan for the east quay.",
                   verb="approved", outcome="agreed", position=1, item="5",
                   delegates_to="Tom Ford",
                   **_march("The Board approved the dredging plan for the east quay.")),
    ),
    actions=(
        f.Action(text="Tom Ford to publish the tide tables", kind="listed", number="7",
                 meeting=MARCH, arises_at=MARCH, item="5", assignees=(FORD,),
                 assignee_as_written="Tom Ford", due_as_written="the end of April 2021",
                 due=date(2021, 4, 30), status="open",
                 **_march("Tom Ford to publish the tide tables")),
    ),
    people=(f.PersonMention(person=FORD, position="Harbour Master", **_march("Mr Tom Ford")),),
    organisations=(
        f.OrganisationMention(name="Hart District Council", written="Hart District Council",
                              code="HAT", **_march("Hart District Council")),
        f.OrganisationMention(name="Friends of the Quay", written="Friends of the Quay",
                              **_march("Friends of the Quay")),
    ),
    programmes=(
        f.ProgrammeMention(name="Clean Harbours Programme", written="Clean Harbours Programme",
                           acronym="CHP", **_march("Clean Harbours Programme (CHP)")),
    ),
    figures=(
        f.Figure(value=Decimal("1250.5"), text="1,250.5 tonnes of silt", unit="tonnes of silt",
                 about="CHP", **_march("1,250.5 tonnes of silt")),
    ),
    places={
        ordinal: f.Place(meeting=MARCH, item="5", report="Dredging plan") for ordinal in (2, 3, 6)
    },
)  # fmt: skip

JUNE_PAPER = document("june.txt", JUNE_TEXTS)
JUNE_FACTS = f.Facts(
    kind="agenda pack",
    title="Agenda for 10 June 2021",
    meeting=JUNE,
    dated=JUNE.date,
    meetings=(f.Meeting(key=JUNE, **_june("Harbour and Rivers Board, 10 June 2021")),),
    attendance=(
        f.Attendance(meeting=JUNE, person=REED_PLAIN, status="present", **_june("Ann Reed")),
    ),
    items=(
        f.AgendaItem(meeting=JUNE, number="6", title="Clean Harbours Programme: update",
                     **_june("Clean Harbours Programme: update")),
    ),
    actions=(
        f.Action(text="Tom Ford to publish the tide tables", kind="listed", number="7",
                 meeting=JUNE, arises_at=MARCH, item="5", status="complete",
                 status_as_written="Done", **_june("Tom Ford to publish the tide tables")),
    ),
    programmes=(
        f.ProgrammeMention(name="Clean Harbours", written="Clean Harbours",
                           **_june("Clean Harbours has")),
        f.ProgrammeMention(name="CHP", written="CHP", **_june("CHP")),
    ),
)  # fmt: skip

PAPERS = ((MARCH_PAPER, MARCH_FACTS), (JUNE_PAPER, JUNE_FACTS))


def quads_of(paper: Document, facts: f.Facts) -> list[convert.Quad]:
    """The quads of a paper's own graph."""
    return list(convert.quads(paper, facts, IRIS, COUNCILS))


def fill(graph: KnowledgeGraph, papers: tuple[tuple[Document, f.Facts], ...] = PAPERS) -> None:
    """Put papers into a graph and work out what depends on all of them."""
    for paper, facts in papers:
        graph.replace_document(IRIS.document(paper.source.sha256), quads_of(paper, facts))
    settle(graph)


def settle(graph: KnowledgeGraph) -> None:
    """Work out the graphs that depend on all documents."""
    graph.replace_graph(IRIS.graph("reference"), reference.quads(COUNCILS, IRIS))
    identity.update(graph, IRIS)
    histories.update(graph, IRIS)
