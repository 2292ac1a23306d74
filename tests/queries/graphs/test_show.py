"""Cards: what is found by which words, and what a card holds."""

from datetime import date

import pytest
from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from kg.terms import NAME, PERSON_CLASS, TYPE
from queries.cards import CARDS, COLUMNS, query_of
from queries.graphs.sources import Source
from queries.show import Card, resolve, show
from tests.support.invented_graph import BASE, graph

MARCH, JUNE = date(2021, 3, 3), date(2021, 6, 9)
PACK, MINUTES, LATER = (
    "harbour-2021-03-pack.html",
    "harbour-2021-03-minutes.html",
    "harbour-2021-06-pack.html",
)


@pytest.fixture(scope="module")
def invented() -> KnowledgeGraph:
    return graph()


def links(card: Card, title: str) -> list[tuple[str, str | None, date | None]]:
    """The links of a group as label, detail and date."""
    (group,) = [group for group in card.groups if group.title == title]
    return [(link.label, link.detail, link.date) for link in group.links]


@pytest.mark.parametrize(
    ("words", "local"),
    [
        (f"{BASE}decision/lend", "decision/lend"),
        ("Ada Quill", "person/ada-quill"),
        ("cllr  ada quill", "person/ada-quill"),
        ("Ada Quil", "person/ada-quill"),
        ("harbour towns board", "board/harbour-towns-board"),
        ("Northmoor", "council/nmr"),
        ("GX", "programme/gauge-exchange"),
        ("harbour-2021-06-pack.html", "document/cccccccccccc"),
        ("Lending tide gauges", "report/gauges"),
        ("3 March 2021", "meeting/harbour-towns-board-2021-03-03"),
        ("2021-06-09", "meeting/harbour-towns-board-2021-06-09"),
        ("the meeting of June 2021", "meeting/harbour-towns-board-2021-06-09"),
        ("Harbour Towns Board, 9 June 2021", "document/cccccccccccc"),
        ("Harbour Towns Board 9 June 2021", "meeting/harbour-towns-board-2021-06-09"),
        ("Minutes of 3 March 2021", "document/bbbbbbbbbbbb"),
    ],
)
def test_words_name_one_resource(invented: KnowledgeGraph, words: str, local: str) -> None:
    assert resolve(invented, words) == BASE + local


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Zebulon Quackenbush", "nothing in the library is called 'Zebulon Quackenbush'"),
        (f"{BASE}person/nobody", "holds nothing with the IRI"),
        ("4 March 2021", "no paper in the library tells of a meeting on '4 March 2021'"),
        ("Ferry Committee 3 March 2021", "may mean several things|nothing in the library"),
    ],
    ids=["name", "iri", "day without a meeting", "board without a meeting"],
)
def test_what_is_not_held_is_not_found(invented: KnowledgeGraph, words: str, message: str) -> None:
    with pytest.raises(NotFound, match=message) as raised:
        resolve(invented, words)
    assert "\n" not in str(raised.value)


def test_several_candidates_are_listed() -> None:
    made = graph()
    made.replace_graph(
        f"{BASE}document/dddddddddddd",
        [*_person("tom-vane-jr", "Tom Vane")],
    )
    with pytest.raises(NotFound, match="several things") as raised:
        resolve(made, "Tom Vane")
    assert f"<{BASE}person/tom-vane>" in str(raised.value)
    assert f"<{BASE}person/tom-vane-jr>" in str(raised.value)


def _person(slug: str, name: str) -> list[tuple[Node, Node, Node, Node]]:
    person, home = URIRef(f"{BASE}person/{slug}"), URIRef(f"{BASE}document/dddddddddddd")
    return [
        (person, URIRef(TYPE), URIRef(PERSON_CLASS), home),
        (person, URIRef(NAME), Literal(name), home),
    ]


def test_card_of_a_meeting(invented: KnowledgeGraph) -> None:
    card = show(invented, "3 March 2021")
    assert (card.type, card.label) == ("Meeting", "Harbour Towns Board, 3 March 2021")
    assert {held.name: held.values for held in card.properties} == {
        "date": (MARCH,),
        "heldBy": ("Harbour Towns Board",),
        "venue": ("The Custom House",),
    }
    assert [group.title for group in card.groups] == [
        "papers",
        "attendance: present, chair",
        "attendance: present, substitute",
        "attendance: in attendance, officer",
        "attendance: apologies",
        "items",
        "other decisions",
    ]
    assert links(card, "papers") == [(MINUTES, "minutes", MARCH), (PACK, "agenda pack", MARCH)]
    assert links(card, "attendance: present, chair") == [("Ada Quill", "Northmoor Council", None)]
    assert links(card, "attendance: present, substitute") == [("Sam Reed", "for Tom Vane", None)]
    assert links(card, "other decisions") == [("The Board noted the update.", "noted", None)]


def test_items_carry_their_parts(invented: KnowledgeGraph) -> None:
    card = show(invented, "3 March 2021")
    (items,) = [group for group in card.groups if group.title == "items"]
    (item,) = items.links
    assert item.label == "4. Tide gauges"
    assert [(part.detail, part.iri) for part in item.links] == [
        ("report", f"{BASE}report/gauges"),
        ("recommendation", f"{BASE}recommendation/lend"),
        ("agreed with changes", f"{BASE}decision/lend"),
        ("action", f"{BASE}action/write"),
    ]


def test_links_and_cards_name_their_source(invented: KnowledgeGraph) -> None:
    card = show(invented, "3 March 2021")
    (chair,) = card.groups[1].links
    assert chair.source == Source(
        Iri(f"{BASE}document/bbbbbbbbbbbb/p1"), MINUTES, 1, None, "Cllr Ada Quill (Chair)"
    )
    assert card.sources == (
        Source(
            Iri(f"{BASE}document/aaaaaaaaaaaa/p0"),
            PACK,
            1,
            None,
            "Harbour Towns Board, 3 March 2021",
        ),
    )


def test_card_of_a_person(invented: KnowledgeGraph) -> None:
    card = show(invented, "Ada Quill")
    assert {held.name: held.values for held in card.properties} == {
        "altLabel": ("Cllr Ada Quill",),
        "honorific": ("Cllr",),
        "name": ("Ada Quill",),
    }
    assert links(card, "memberships") == [
        ("Harbour Towns Board", "chair, 2021/22, Independent", None),
        ("Harbour Towns Board", "member", date(2020, 9, 1)),
    ]
    assert links(card, "attendance") == [("Harbour Towns Board", "present, chair", MARCH)]
    assert links(card, "presented") == [("Tide gauges", None, MARCH)]
    ben = show(invented, "Ben Osier")
    assert links(ben, "contact for") == [("Lending tide gauges", None, MARCH)]
    assert links(ben, "actions") == [
        ("write to Northmoor Council by 30 April 2021", "open", date(2021, 4, 30))
    ]
    assert links(show(invented, "Tom Vane"), "stood in by") == [("Sam Reed", None, MARCH)]


def test_card_of_a_council_counts_each_paragraph_once(invented: KnowledgeGraph) -> None:
    card = show(invented, "Northmoor Council")
    assert card.type == "Council"
    assert len(links(card, "named in: Harbour Towns Board, 3 March 2021")) == 1
    assert len(links(card, "named in: Minutes of 3 March 2021")) == 2


def test_card_of_a_document(invented: KnowledgeGraph) -> None:
    card = show(invented, PACK)
    assert card.type == "Document"
    assert links(card, "facts read from it") == [
        ("AgendaItem", "1", None),
        ("Figure", "1", None),
        ("Meeting", "1", None),
        ("Recommendation", "2", None),
        ("Report", "1", None),
    ]


def test_card_of_a_paragraph(invented: KnowledgeGraph) -> None:
    card = show(invented, f"{BASE}document/bbbbbbbbbbbb/p3")
    assert card.type == "Paragraph"
    assert links(card, "facts stated in it") == [
        ("Ben Osier", "Attendance", None),
        ("write to Northmoor Council by 30 April 2021", "Action", None),
    ]
    assert links(card, "names in it") == [("Northmoor Council", None, None)]


MATTER = """
graph:histories {
  matter:gauges a mb:Matter ; dct:title "Lending gauges" ; mb:step step:1, step:2 .
  step:1 a mb:Step ; dct:date "2021-03-03"^^xsd:date ; mb:stepKind "recommended" ;
    mb:concerns rec:lend ; mb:statedIn <https://minutebook.example/id/document/aaaaaaaaaaaa/p2> .
  step:2 a mb:Step ; dct:date "2021-06-09"^^xsd:date ; mb:stepKind "reported" ;
    mb:concerns item:harbour-towns-board-2021-03-03-4 .
}
"""


def test_card_of_a_matter_and_the_history_of_what_it_concerns() -> None:
    made = graph(more=MATTER)
    card = show(made, "Lending gauges")
    assert card.type == "Matter"
    assert links(card, "steps") == [
        ("That the Board agree to lend ten gauges to Northmoor Council.", "recommended", MARCH),
        ("Tide gauges", "reported", JUNE),
    ]
    (first, second) = card.groups[0].links
    assert (first.source and first.source.file, second.source) == (PACK, None)
    lend = show(made, f"{BASE}recommendation/lend")
    assert links(lend, "history") == [("Lending gauges", "recommended", MARCH)]


@pytest.mark.parametrize("kind", CARDS)
def test_every_gathering_is_a_query_with_the_same_columns(
    invented: KnowledgeGraph, kind: str
) -> None:
    for gathering in CARDS[kind]:
        table = invented.select(query_of(gathering), this=Iri(f"{BASE}x"))
        assert table.columns == COLUMNS
        assert table.rows == [], f"{gathering.title} finds links where there are none"
