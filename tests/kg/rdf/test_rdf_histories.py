"""Matters and links across the meetings of an invented board."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kg.facts import AgendaItem, Decision, Facts, Meeting, MeetingKey, Recommendation
from kg.model import Document
from kg.rdf.linking.answers import likeness
from kg.rdf.linking.titles import MatterKey, Titles, plain_title, telling_words
from kg.store.graph import Iri, KnowledgeGraph, Value
from tests.support.rdf_papers import (
    IRIS,
    JUNE,
    MARCH,
    MARCH_FACTS,
    MARCH_PAPER,
    PAPERS,
    document,
    fill,
    said,
)

SHA = MARCH_PAPER.source.sha256


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as held:
        fill(held)
        yield held


def steps(graph: KnowledgeGraph, matter: str) -> list[tuple[Value, ...]]:
    query = """
    SELECT ?date ?kind ?concerns ?basis ?rule { ?matter mb:step ?s . ?s dct:date ?date ;
      mb:stepKind ?kind ; mb:concerns ?concerns ; mb:basis ?basis ; mb:rule ?rule
    } ORDER BY ?date ?kind
    """
    return graph.select(query, matter=Iri(matter)).rows


def test_a_programme_runs_through_two_meetings(graph: KnowledgeGraph) -> None:
    matter = IRIS.matter("clean-harbours")
    action = IRIS.action(SHA, MARCH_FACTS.actions[0])
    quoted, inferred = ("quoted", "same-item/1"), ("inferred", "same-programme/1")
    first, then = MARCH.date, JUNE.date
    recommendation = IRIS.recommendation(SHA, MARCH_FACTS.recommendations[0])
    assert steps(graph, matter) == [
        (first, "assigned", action, *quoted),
        (first, "decided", IRIS.decision(SHA, MARCH_FACTS.decisions[0]), *quoted),
        (first, "discussed", IRIS.item(MARCH, "5"), *quoted),
        (first, "recommended", recommendation, *quoted),
        (first, "reported", IRIS.report(SHA, MARCH_FACTS.reports[0]), *quoted),
        (then, "completed", action, *quoted),
        (then, "proposed", IRIS.item(JUNE, "6"), *inferred),
    ]
    assert graph.select("SELECT ?t ?p { ?m dct:title ?t ; mb:about ?p }", m=Iri(matter)).rows == [
        ("Clean Harbours Programme", IRIS.programme("Clean Harbours"))
    ]


def test_every_step_is_stated_in_a_paragraph_of_its_own_day(graph: KnowledgeGraph) -> None:
    query = """
    SELECT DISTINCT ?date ?held { ?s a mb:Step ; dct:date ?date ; mb:stepKind "completed" ;
      mb:statedIn/mb:inDocument/mb:ofMeeting/dct:date ?held }
    """
    assert graph.select(query).rows == [(JUNE.date, JUNE.date)]
    assert not graph.ask("ASK { ?s a mb:Step FILTER NOT EXISTS { ?s mb:statedIn ?p } }")


def test_a_decision_is_linked_to_what_it_answers(graph: KnowledgeGraph) -> None:
    query = """
    SELECT ?decision ?rule ?basis { ?l a mb:Link ; rdf:subject ?decision ;
      rdf:predicate mb:decidesOn ; rdf:object ?asked ; mb:rule ?rule ; mb:basis ?basis .
      ?decision mb:decidesOn ?asked }
    """
    decision = IRIS.decision(SHA, MARCH_FACTS.decisions[0])
    assert graph.select(query).rows == [(decision, "same-words/1", "inferred")]


def test_the_other_side_of_a_stated_link_between_meetings(graph: KnowledgeGraph) -> None:
    query = "SELECT ?earlier { ?later mb:previousMeeting ?earlier }"
    assert graph.select(query, later=Iri(IRIS.meeting(JUNE))).rows == [(IRIS.meeting(MARCH),)]


def minutes(
    *decisions: str, asked: tuple[str, ...] = (), item: str = "5"
) -> tuple[Document, Facts]:
    """Minutes of March in which these decisions were taken on what was asked."""
    texts = (*decisions, *asked)
    common = {"meeting": MARCH, "item": item}
    taken = tuple(
        Decision(
            text=text, verb="noted", outcome="noted", position=n, **common, **said(texts, text)
        )
        for n, text in enumerate(decisions, start=1)
    )
    wanted = tuple(
        Recommendation(text=text, kind="board", **common, **said(texts, text)) for text in asked
    )
    facts = Facts(kind="minutes", title="M", meeting=MARCH, decisions=taken, recommendations=wanted)
    return document("m.txt", texts), facts


ASKED = "That members note the survey of the west quay."


@pytest.mark.parametrize(
    ("decisions", "linked"),
    [
        (("Members noted the survey of the west quay.",), ["same-words/1"]),
        (("The Board agreed the recommendations.",), ["answers-all/1"]),
        (("Officers were thanked.",), []),
        (("Officers were thanked.", "Noted the survey of the west quay."), ["same-words/1"]),
    ],
)
def test_which_decision_answers(decisions: tuple[str, ...], linked: list[str]) -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph, (minutes(*decisions, asked=(ASKED,)),))
        query = "SELECT ?rule { ?l rdf:predicate mb:decidesOn ; mb:rule ?rule }"
        assert [rule for (rule,) in graph.select(query).rows] == linked


def agendas(*items: tuple[date, str]) -> tuple[tuple[Document, Facts], ...]:
    """One agenda a day, each with one item."""
    papers = []
    for day, title in items:
        texts = (f"Quay Board {day}", title)
        key = MeetingKey("Quay Board", day)
        item = AgendaItem(meeting=key, number="3", title=title, **said(texts, title))
        meeting = Meeting(key=key, **said(texts, texts[0]))
        facts = Facts(
            kind="agenda pack", title="A", meeting=key, meetings=(meeting,), items=(item,)
        )
        papers.append((document(f"{day}.txt", texts), facts))
    return tuple(papers)


def matters(*items: tuple[date, str]) -> list[tuple[Value, ...]]:
    with KnowledgeGraph.open() as graph:
        fill(graph, agendas(*items))
        query = """
        SELECT ?title (COUNT(?step) AS ?steps) { ?m a mb:Matter ; dct:title ?title ; mb:step ?step }
        GROUP BY ?title ORDER BY ?title
        """
        return graph.select(query).rows


APRIL, JULY, LATER = date(2022, 4, 1), date(2022, 7, 1), date(2026, 7, 1)


def test_titles_that_say_the_same_are_one_matter() -> None:
    items = (APRIL, "Lighthouse repairs: update Q1"), (JULY, "Progress of the lighthouse repairs")
    assert matters(*items) == [("Lighthouse repairs: update Q1", 2)]


def test_titles_that_say_other_things_are_two() -> None:
    items = (APRIL, "Lighthouse repairs"), (JULY, "Lighthouse museum")
    assert matters(*items) == [("Lighthouse museum", 1), ("Lighthouse repairs", 1)]


@pytest.mark.parametrize(
    "title",
    ["Apologies for absence", "Minutes of the previous meeting", "Declarations of Interest",
     "Any other business", "A.O.B", "Appendix A - Lamps",
     "Note of the last meeting", "Matters arising", "Update"],
)  # fmt: skip
def test_items_that_every_agenda_has_are_no_matter(title: str) -> None:
    assert matters((APRIL, title), (JULY, title)) == []


@pytest.mark.parametrize(
    "title",
    ["Annual report 2023", "Quarterly performance report", "Budget monitoring, second quarter",
     "Q3 finance and performance monitoring", "Chair's report", "Planning applications",
     "Annual Parish Conference", "Action log", "Performance figures for the quarter",
     "Quay Board – Report from Cllr Ann Lowe MBE (Chair)", "Report of the Mayor"],
)  # fmt: skip
def test_what_comes_back_by_the_calendar_is_no_matter(title: str) -> None:
    assert matters((APRIL, title), (JULY, title)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Annual leave of lock keepers",
        "Report of the bridge fire",
        "Motion sensors",
        "Report of the Mayor's mud inquiry",
    ],
)
def test_what_only_sounds_like_a_series_is_a_matter(title: str) -> None:
    assert len(matters((APRIL, title))) == 1


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("4. Update on the Lighthouse repairs", "Lighthouse repairs"),
        ("LIGHTHOUSE REPAIRS - PROGRESS REPORT", "Lighthouse repairs"),
        ("Item 7: lighthouse repairs (for information)", "Lighthouse repairs"),
        ("Report on the sale of the lighthouse", "Sale of the lighthouse"),
        ("Sale of the lighthouse – paper QB(6)2v1", "Sale of the lighthouse"),
        ("Sale of the lighthouse, report 14 tabled at the Board", "Sale of the lighthouse"),
        ("QB(6)2 Sale of the lighthouse", "Sale of the lighthouse"),
        ("QB/21/14 Sale of the lighthouse", "Sale of the lighthouse"),
        ("Lighthouse paper mill", "Lighthouse paper mill"),
        ("Reporting of wrecks", "Reporting of wrecks"),
        ("2021 regatta", "2021 regatta"),
        ("Update", "Update"),
    ],
)
def test_a_matter_has_the_title_that_a_person_would_give(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_a_matter_of_a_programme_is_whole_and_its_titles_are_parts(graph: KnowledgeGraph) -> None:
    whole = IRIS.matter("clean-harbours")
    parts = graph.select("SELECT ?part { ?part dct:isPartOf ?whole }", whole=Iri(whole)).rows
    assert len(parts) == 2
    query = "SELECT ?s { ?m mb:step/mb:concerns ?s }"
    steps = {one for (part,) in parts for one in graph.select(query, m=Iri(str(part))).rows}
    assert steps == set(graph.select(query, m=Iri(whole)).rows)


@pytest.mark.parametrize(("second", "follows"), [(JULY, True), (LATER, False)])
def test_meetings_follow_each_other_unless_years_apart(second: date, follows: bool) -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph, agendas((APRIL, "Tides"), (second, "Winds")))
        assert graph.ask("ASK { ?a mb:nextMeeting ?b . ?b mb:previousMeeting ?a }") is follows


def test_matters_keep_their_iris_when_papers_are_added() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph, PAPERS[:1])
        before = set(graph.select("SELECT ?m { ?m a mb:Matter }").rows)
        fill(graph, PAPERS)
        assert before <= set(graph.select("SELECT ?m { ?m a mb:Matter }").rows)


def test_working_out_twice_changes_nothing() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        once = graph.digest()
        fill(graph)
        assert graph.digest() == once


def test_an_action_of_no_item_is_a_matter_of_its_own() -> None:
    action = replace(MARCH_FACTS.actions[0], item=None)
    facts = Facts(kind="update", title="Log", meeting=MARCH, actions=(action,))
    with KnowledgeGraph.open() as graph:
        fill(graph, ((MARCH_PAPER, facts),))
        told = "?s mb:stepKind ?kind ; mb:concerns ?concerns"
        query = f"SELECT ?kind ?concerns {{ ?m a mb:Matter ; mb:step ?s . {told} }}"
        assert graph.select(query).rows == [("assigned", IRIS.action(SHA, action))]


def test_telling_words() -> None:
    assert telling_words("Update on the Lighthouse repairs, Q2 2023/24") == (
        "lighthouse",
        "repairs",
    )
    assert telling_words("QB(6)2 Lighthouse repairs") == ("lighthouse", "repairs")
    assert telling_words("Progress report") == ()


def test_the_longest_programme_in_a_title_is_meant(graph: KnowledgeGraph) -> None:
    titles = Titles(graph)
    clean = IRIS.programme("Clean Harbours")
    assert titles.programme("The clean harbours: next steps") == clean
    assert titles.programme("CHP funding") == clean
    assert titles.programme("chp funding") is None
    assert titles.keys("Tides", "x/quay") == [MatterKey("quay-tides")]


def test_likeness() -> None:
    assert likeness("Noted the survey.", "noted THE survey") == 1.0
    assert likeness("Noted the survey.", "Appoint a harbour master") < 0.5
