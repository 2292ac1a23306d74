"""A graph of an invented board, written by hand, that several tests ask.

The Harbour Towns Board of the Association of Harbour Towns meets on 3 March 2021
(agenda pack and minutes held) and on 9 June 2021 (agenda pack only). All names
and words are invented. `DOCUMENTS` gives the words of each paper, so that quotes
and offsets can be checked.
"""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.store.graph import KnowledgeGraph
from kg.terms import XSD

BASE = "https://minutebook.example/id/"

PREFIXES = f"""
@prefix mb: <https://w3id.org/minutebook/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix doc: <{BASE}document/> .
@prefix person: <{BASE}person/> .
@prefix meeting: <{BASE}meeting/> .
@prefix item: <{BASE}item/> .
@prefix board: <{BASE}board/> .
@prefix council: <{BASE}council/> .
@prefix organisation: <{BASE}organisation/> .
@prefix programme: <{BASE}programme/> .
@prefix attendance: <{BASE}attendance/> .
@prefix membership: <{BASE}membership/> .
@prefix report: <{BASE}report/> .
@prefix rec: <{BASE}recommendation/> .
@prefix decision: <{BASE}decision/> .
@prefix action: <{BASE}action/> .
@prefix figure: <{BASE}figure/> .
@prefix role: <{BASE}role/> .
@prefix graph: <{BASE}graph/> .
@prefix matter: <{BASE}matter/> .
@prefix step: <{BASE}step/> .
"""

PACK, MINUTES, LATER = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"

DOCUMENTS = {
    PACK: (
        "harbour-2021-03-pack.html",
        "Harbour Towns Board, 3 March 2021",
        "4. Tide gauges, by Cllr Ada Quill",
        "That the Board agree to lend ten gauges to Northmoor Council.",
        "The Gauge Exchange lends 12 gauges. Contact: Ben Osier.",
        "The Dock Review asked towns to publish their dredging plans.",
    ),
    MINUTES: (
        "harbour-2021-03-minutes.html",
        "Minutes of 3 March 2021",
        "Present: Cllr Ada Quill (Chair), Sam Reed. Apologies: Cllr Tom Vane (Sam Reed stood in).",
        "The Board agreed to lend eight gauges to Northmoor Council.",
        "Action: Ben Osier to write to Northmoor Council by 30 April 2021.",
        "The Board noted the update.",
    ),
    LATER: (
        "harbour-2021-06-pack.html",
        "Harbour Towns Board, 9 June 2021",
        "5. The Gauge Exchange now lends 20 gauges.",
        "Cllr Ada Quill and Cllr Tom Vane are members in 2021/22.",
    ),
}

KINDS = {PACK: "agenda pack", MINUTES: "minutes", LATER: "agenda pack"}
MEETINGS = {PACK: "2021-03-03", MINUTES: "2021-03-03", LATER: "2021-06-09"}

FACTS = {
    PACK: """
meeting:harbour-towns-board-2021-03-03 a mb:Meeting ; dct:date "2021-03-03"^^xsd:date ;
  mb:heldBy board:harbour-towns-board ; mb:venue "The Custom House" ; mb:statedIn <PAPER/p0> ;
  mb:quote "Harbour Towns Board, 3 March 2021" .
board:harbour-towns-board a mb:Board ; org:unitOf organisation:association-of-harbour-towns .
item:harbour-towns-board-2021-03-03-4 a mb:AgendaItem ; mb:itemNumber "4" ;
  mb:atMeeting meeting:harbour-towns-board-2021-03-03 ; dct:title "Tide gauges" ;
  mb:presentedBy person:ada-quill ; mb:statedIn <PAPER/p1> ;
  mb:quote "4. Tide gauges, by Cllr Ada Quill" .
report:gauges a mb:Report ; dct:title "Lending tide gauges" ; mb:inDocument <PAPER> ;
  mb:onItem item:harbour-towns-board-2021-03-03-4 ; mb:contactOfficer person:ben-osier ;
  mb:statedIn <PAPER/p3> ; mb:quote "Contact: Ben Osier." .
rec:lend a mb:Recommendation ; mb:kind "board" ; mb:number "1" ; mb:madeIn report:gauges ;
  mb:text "That the Board agree to lend ten gauges to Northmoor Council." ;
  mb:addressedTo board:harbour-towns-board ; mb:statedIn <PAPER/p2> ;
  mb:quote "That the Board agree to lend ten gauges to Northmoor Council." .
rec:dredge a mb:Recommendation ; mb:kind "external" ; mb:madeBy organisation:dock-review ;
  mb:text "publish their dredging plans" ; mb:statedIn <PAPER/p4> ;
  mb:quote "publish their dredging plans" .
figure:twelve a mb:Figure ; mb:value 12.0 ; mb:unit "gauges" ; mb:text "12 gauges" ;
  mb:about programme:gauge-exchange ; mb:statedIn <PAPER/p3> ; mb:quote "12 gauges" .
<PAPER/p2> mb:mentions council:nmr .
<PAPER/p3> mb:mentions programme:gauge-exchange .
""",
    MINUTES: """
attendance:ada a mb:Attendance ; mb:atMeeting meeting:harbour-towns-board-2021-03-03 ;
  mb:person person:ada-quill ; mb:attendanceStatus "present" ; mb:capacity "chair" ;
  mb:representing council:nmr ; mb:statedIn <PAPER/p1> ; mb:quote "Cllr Ada Quill (Chair)" .
attendance:tom a mb:Attendance ; mb:atMeeting meeting:harbour-towns-board-2021-03-03 ;
  mb:person person:tom-vane ; mb:attendanceStatus "apologies" ; mb:statedIn <PAPER/p1> ;
  mb:quote "Cllr Tom Vane" .
attendance:sam a mb:Attendance ; mb:atMeeting meeting:harbour-towns-board-2021-03-03 ;
  mb:person person:sam-reed ; mb:attendanceStatus "present" ; mb:capacity "substitute" ;
  mb:substituteFor person:tom-vane ; mb:statedIn <PAPER/p1> ; mb:quote "Sam Reed" .
attendance:ben a mb:Attendance ; mb:atMeeting meeting:harbour-towns-board-2021-03-03 ;
  mb:person person:ben-osier ; mb:attendanceStatus "in attendance" ; mb:capacity "officer" ;
  mb:statedIn <PAPER/p3> ; mb:quote "Ben Osier" .
decision:lend a mb:Decision ; mb:decidedAt meeting:harbour-towns-board-2021-03-03 ;
  mb:onItem item:harbour-towns-board-2021-03-03-4 ; mb:verb "agreed" ;
  mb:text "The Board agreed to lend eight gauges to Northmoor Council." ;
  mb:outcome "agreed with changes" ; mb:decidesOn rec:lend ; mb:statedIn <PAPER/p2> ;
  mb:quote "The Board agreed to lend eight gauges to Northmoor Council." .
decision:update a mb:Decision ; mb:decidedAt meeting:harbour-towns-board-2021-03-03 ;
  mb:verb "noted" ; mb:outcome "noted" ; mb:text "The Board noted the update." ;
  mb:statedIn <PAPER/p4> ; mb:quote "The Board noted the update." .
action:write a mb:Action ; mb:kind "listed" ; mb:arisesFrom decision:lend ;
  mb:text "write to Northmoor Council by 30 April 2021" ; mb:assignedTo person:ben-osier ;
  mb:assigneeAsWritten "Ben Osier" ; mb:dueAsWritten "by 30 April 2021" ;
  mb:dueDate "2021-04-30"^^xsd:date ; mb:previousDue "2021-03-31"^^xsd:date ;
  mb:actionStatus "open" ; mb:statedIn <PAPER/p3> ;
  mb:quote "Ben Osier to write to Northmoor Council by 30 April 2021" .
<PAPER/p2> mb:mentions council:nmr .
<PAPER/p3> mb:mentions council:nmr .
""",
    LATER: """
meeting:harbour-towns-board-2021-06-09 a mb:Meeting ; dct:date "2021-06-09"^^xsd:date ;
  mb:heldBy board:harbour-towns-board ; mb:statedIn <PAPER/p0> ;
  mb:previousMeeting meeting:harbour-towns-board-2021-03-03 ;
  mb:quote "Harbour Towns Board, 9 June 2021" .
figure:twenty a mb:Figure ; mb:value 20.0 ; mb:unit "gauges" ; mb:text "20 gauges" ;
  mb:about programme:gauge-exchange ; mb:asOf "2021-06-01"^^xsd:date ;
  mb:statedIn <PAPER/p1> ; mb:quote "20 gauges" .
membership:ada-22 a org:Membership ; org:member person:ada-quill ; mb:period "2021/22" ;
  org:organization board:harbour-towns-board ; org:role role:chair ; mb:partyName "Independent" ;
  mb:representing council:nmr ; mb:statedIn <PAPER/p2> ; mb:quote "Cllr Ada Quill" .
membership:tom-22 a org:Membership ; org:member person:tom-vane ; mb:period "2021/22" ;
  org:organization board:harbour-towns-board ; org:role role:member ;
  mb:statedIn <PAPER/p2> ; mb:quote "Cllr Tom Vane" .
membership:ada-21 a org:Membership ; org:member person:ada-quill ;
  mb:asOf "2020-09-01"^^xsd:date ; org:organization board:harbour-towns-board ;
  org:role role:member ; mb:statedIn <PAPER/p2> ; mb:quote "Cllr Ada Quill" .
<PAPER/p1> mb:mentions programme:gauge-exchange .
""",
}

NAMES = """
board:harbour-towns-board a mb:Board ; skos:prefLabel "Harbour Towns Board" .
organisation:association-of-harbour-towns a mb:Organisation ;
  skos:prefLabel "Association of Harbour Towns" .
organisation:dock-review a mb:Organisation ; skos:prefLabel "Dock Review" .
council:nmr a mb:Council ; skos:prefLabel "Northmoor Council" ; org:identifier "NMR" .
programme:gauge-exchange a mb:Programme ; skos:prefLabel "Gauge Exchange" ; skos:altLabel "GX" .
person:ada-quill a foaf:Person ; foaf:name "Ada Quill" ; mb:honorific "Cllr" ;
  skos:altLabel "Cllr Ada Quill" .
person:tom-vane a foaf:Person ; foaf:name "Tom Vane" ; skos:altLabel "Cllr Tom Vane" .
person:sam-reed a foaf:Person ; foaf:name "Sam Reed" .
person:ben-osier a foaf:Person ; foaf:name "Ben Osier" .
role:chair a skos:Concept ; skos:prefLabel "chair" .
role:member a skos:Concept ; skos:prefLabel "member" .
"""


def trig() -> str:
    """The whole dataset, one named graph for each paper and one for the names."""
    graphs = [f"graph:identity {{ {NAMES} }}"]
    graphs += [
        f"doc:{key} {{ {_paper(key)} {FACTS[key]} }}".replace("<PAPER", f"<{BASE}document/{key}")
        for key in DOCUMENTS
    ]
    by_hand = 'mb:rule "by hand/1" ; mb:confidence 1.0 ; mb:quote '
    return PREFIXES + "\n".join(graphs).replace("mb:quote ", by_hand)


def quads(more: str = "") -> list[tuple[Node, Node, Node, Node]]:
    """The dataset, and TriG written after it, as subject, predicate, object, graph of rdflib."""
    parsed = ox.parse(trig() + more, ox.RdfFormat.TRIG)
    return [
        (_node(q.subject), _node(q.predicate), _node(q.object), _node(q.graph_name)) for q in parsed
    ]


def graph(path: Path | None = None, more: str = "") -> KnowledgeGraph:
    """The dataset, and TriG written after it, in memory or in a directory."""
    made = KnowledgeGraph.open(path, write=path is not None)
    everything = quads(more)
    for name in sorted({str(quad[3]) for quad in everything}):
        made.replace_graph(name, [quad for quad in everything if str(quad[3]) == name])
    return made


def _node(term: ox.NamedNode | ox.Literal) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if term.datatype.value == XSD + "string":
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def _paper(key: str) -> str:
    name, *texts = DOCUMENTS[key]
    day = MEETINGS[key]
    lines = [
        f'doc:{key} a mb:Document ; dct:title "{texts[0]}" ; mb:kind "{KINDS[key]}" .',
        f'doc:{key} mb:fileName "{name}" ; mb:sha256 "{key.ljust(64, "0")}" .',
        f'doc:{key} dct:date "{day}"^^xsd:date .',
        f"doc:{key} mb:ofMeeting meeting:harbour-towns-board-{day} .",
    ]
    start = 0
    for ordinal, text in enumerate(texts):
        lines.append(
            f"<{BASE}document/{key}/p{ordinal}> a mb:Paragraph ; mb:inDocument doc:{key} ; "
            f'mb:ordinal {ordinal} ; mb:page {ordinal // 2 + 1} ; mb:text "{text}" ; '
            f"mb:start {start} ; mb:end {start + len(text)} ; "
            f"mb:ofMeeting meeting:harbour-towns-board-{day} ."
        )
        start += len(text) + 2
    return "\n".join(lines)
