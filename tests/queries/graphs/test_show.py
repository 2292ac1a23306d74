"""Cards: what is found by which words, and what a card holds."""

from datetime import date

import pytest

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.cards import CARDS, COLUMNS, query_of
from queries.graphs.sources import Source
from queries.show import Card, show
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
