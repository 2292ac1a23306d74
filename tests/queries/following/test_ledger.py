"""What became of every recommendation and every action of the invented board."""

from dataclasses import replace
from datetime import date

import pytest

from cli.render_following import show_ledger
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.actions import ActionFilter, actions
from queries.following.action_rows import ActionRow
from queries.following.answered import Reworded
from queries.following.ledger_rows import Heard, LedgerRow, Taken
from queries.ledger import ledger
from tests.support.invented_graph import BASE, graph

MARCH, JUNE = date(2021, 3, 3), date(2021, 6, 9)
JULY = date(2021, 7, 1)

LOG = """
doc:dddddddddddd {
  doc:dddddddddddd a mb:Document ; dct:title "Action log" ; mb:kind "other" ;
    mb:fileName "harbour-log.html" ; mb:sha256 "dd" ; dct:date "2021-06-20"^^xsd:date .
  <https://minutebook.example/id/document/dddddddddddd/p0> a mb:Paragraph ; mb:ordinal 0 ;
    mb:inDocument doc:dddddddddddd ; mb:text "Write to Northmoor Council: done 18 June" .
  action:write a mb:Action ; mb:text "write to Northmoor Council by 30 April 2021" ;
    mb:dueDate "2021-06-30"^^xsd:date ; mb:actionStatus "complete" ;
    mb:actionStatusAsWritten "done 18 June" ; mb:update "Letter sent." ;
    mb:statedIn <https://minutebook.example/id/document/dddddddddddd/p0> .
  action:paint a mb:Action ; mb:text "paint the buoys" ; mb:assigneeAsWritten "Officers" ;
    mb:statedIn <https://minutebook.example/id/document/dddddddddddd/p0> .
}
"""
MORE = """
doc:eeeeeeeeeeee {
  doc:eeeeeeeeeeee a mb:Document ; dct:title "Papers of June" ; mb:kind "report" ;
    mb:fileName "harbour-june.html" ; mb:sha256 "ee" ; dct:date "2021-06-09"^^xsd:date ;
    mb:ofMeeting meeting:harbour-towns-board-2021-06-09 .
  <https://minutebook.example/id/document/eeeeeeeeeeee/p0> a mb:Paragraph ; mb:ordinal 0 ;
    mb:inDocument doc:eeeeeeeeeeee ; mb:text "That the Board note the buoys." .
  rec:buoys a mb:Recommendation ; mb:kind "board" ; mb:text "That the Board note the buoys." ;
    mb:number "2" ; mb:madeIn doc:eeeeeeeeeeee ; mb:onItem item:harbour-towns-board-2021-06-09-10 ;
    mb:ofMeeting meeting:harbour-towns-board-2021-06-09 ;
    mb:statedIn <https://minutebook.example/id/document/eeeeeeeeeeee/p0> .
  item:harbour-towns-board-2021-06-09-10 a mb:AgendaItem ; mb:itemNumber "10" ;
    dct:title "Buoys" ; mb:atMeeting meeting:harbour-towns-board-2021-06-09 .
  rec:ropes a mb:Recommendation ; mb:kind "external" ; mb:text "Tie better knots." ;
    mb:response "Agreed in full." ; mb:onItem item:harbour-towns-board-2021-06-09-9 ;
    mb:statedIn <https://minutebook.example/id/document/eeeeeeeeeeee/p0> .
  item:harbour-towns-board-2021-06-09-9 a mb:AgendaItem ; mb:itemNumber "9" ;
    dct:title "Ropes" ; mb:atMeeting meeting:harbour-towns-board-2021-06-09 .
}
graph:histories {
  decision:update mb:decidesOn rec:dredge .
  <https://minutebook.example/id/link/1> a mb:Link ; mb:basis "inferred" ; mb:confidence 0.7 ;
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> decision:update ;
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> mb:decidesOn ;
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> rec:dredge .
  matter:gauges a mb:Matter ; dct:title "Tide gauges" ; mb:step step:1, step:2, step:3 .
  step:1 a mb:Step ; dct:date "2021-03-03"^^xsd:date ; mb:stepKind "recommended" ;
    mb:concerns rec:lend ; mb:basis "quoted" .
  step:2 a mb:Step ; dct:date "2021-06-09"^^xsd:date ; mb:stepKind "reported" ;
    mb:concerns report:later ; mb:basis "inferred" .
  step:3 a mb:Step ; dct:date "2021-09-09"^^xsd:date ; mb:stepKind "reported" ;
    mb:concerns report:latest ; mb:basis "inferred" .
  report:later dct:title "Gauges lent so far" .
}
"""


@pytest.fixture(scope="module")
def plain() -> KnowledgeGraph:
    return graph()


@pytest.fixture(scope="module")
def full() -> KnowledgeGraph:
    return graph(more=LOG + MORE)


def row(held: KnowledgeGraph, name: str, as_of: date = JULY) -> LedgerRow:
    (found,) = [one for one in ledger(held, as_of) if one.iri == f"{BASE}recommendation/{name}"]
    return found


def action(held: KnowledgeGraph, name: str, as_of: date = JULY) -> ActionRow:
    (found,) = [one for one in actions(held, as_of) if one.iri == f"{BASE}action/{name}"]
    return found


def test_a_recommendation_with_its_decision_and_action(plain: KnowledgeGraph) -> None:
    lend = row(plain, "lend")
    assert (lend.reference, lend.kind, lend.origin) == (
        "2021-03-03 item 4 (1)",
        "board",
        "Lending tide gauges",
    )
    assert (lend.day, lend.board) == (MARCH, "Harbour Towns Board")
    assert lend.addressed_to == ("Harbour Towns Board",)
    assert lend.lead_officers == ("Ben Osier",)
    assert lend.decision == Taken(
        iri=Iri(f"{BASE}decision/lend"),
        text="The Board agreed to lend eight gauges to Northmoor Council.",
        verb="agreed",
        outcome="agreed with changes",
        date=MARCH,
        basis="quoted",
        confidence=1.0,
        answer="changed",
        reworded=(Reworded("ten", "eight"),),
    )
    assert [one.text for one in lend.actions] == ["write to Northmoor Council by 30 April 2021"]
    assert (lend.status, lend.days_open, lend.latest) == ("in progress", 120, None)
    assert lend.never_reported_back
    assert [(one.file, one.page) for one in lend.sources] == [("harbour-2021-03-pack.html", 2)]


def test_what_was_decided_in_other_words_is_shown_change_by_change(
    plain: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    lend = row(plain, "lend")
    assert lend.decision is not None
    words = (Reworded("ten", "eight"), Reworded("", "by May"), Reworded("at cost", ""))
    show_ledger([replace(lend, decision=replace(lend.decision, reworded=words))])
    shown = " ".join(capsys.readouterr().out.split())
    assert "“ten” became “eight”; added “by May”; left out “at cost”" in shown


def test_one_made_by_others_waits_for_a_response(plain: KnowledgeGraph) -> None:
    dredge = row(plain, "dredge")
    assert dredge.made_by == ("Dock Review",)
    assert (dredge.status, dredge.decision, dredge.never_reported_back) == (
        "no response held",
        None,
        True,
    )


def test_an_inferred_decision_says_so(full: KnowledgeGraph) -> None:
    decision = row(full, "dredge").decision
    assert decision is not None
    assert (decision.basis, decision.confidence, decision.outcome) == ("inferred", 0.7, "noted")


def test_what_is_noted_or_answered_is_closed(full: KnowledgeGraph) -> None:
    for name, status in [("dredge", "noted"), ("ropes", "answered")]:
        closed = row(full, name)
        assert (closed.status, closed.days_open, closed.never_reported_back) == (
            status,
            None,
            False,
        )


def test_where_minutes_are_not_held_no_decision_is_missed(full: KnowledgeGraph) -> None:
    buoys = row(full, "buoys")
    assert (buoys.status, buoys.days_open, buoys.reference) == (
        "minutes not held",
        22,
        "2021-06-09 item 10 (2)",
    )


def test_to_have_told_somebody_is_not_to_have_carried_it_out(full: KnowledgeGraph) -> None:
    lend = row(full, "lend")
    assert (lend.actions[0].status, lend.status) == ("complete", "agreed with changes")
    assert not lend.never_reported_back
    assert lend.latest == Heard(date(2021, 6, 20), "progressed", "Letter sent.", "quoted")


def test_later_papers_are_not_known_before_their_day(full: KnowledgeGraph) -> None:
    lend = row(full, "lend", date(2021, 6, 10))
    assert lend.status == "in progress"
    assert lend.latest == Heard(JUNE, "reported", "Gauges lent so far", "inferred")
    assert not lend.never_reported_back
    assert {one.iri.rsplit("/")[-1] for one in ledger(full, date(2021, 3, 3))} == {"lend", "dredge"}
    assert ledger(full, date(2021, 3, 2)) == ()


def test_rows_are_in_order_of_day_item_and_number(full: KnowledgeGraph) -> None:
    assert [one.reference for one in ledger(full, JULY)] == [
        "2021-03-03",
        "2021-03-03 item 4 (1)",
        "2021-06-09 item 9",
        "2021-06-09 item 10 (2)",
    ]


def test_people_see_the_response_who_leads_and_for_how_long_something_is_open(
    plain: KnowledgeGraph, full: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    show_ledger([row(full, "ropes"), row(plain, "lend")])
    shown = " ".join(capsys.readouterr().out.split())
    assert "Tie better knots. response: Agreed in full." in shown
    assert shown.endswith("lead: Ben Osier open: for 120 days; no later paper tells of it")


def test_nobody_can_say_that_something_is_owed_of_which_no_minutes_are_held(
    full: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    show_ledger([row(full, "buoys")])
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.endswith("That the Board note the buoys. open: no later paper tells of it")


def test_the_number_in_a_list_goes_before_that_of_a_paragraph_which_says_it_again() -> None:
    again = MORE.replace('mb:number "2" ;', 'mb:number "7.3", "9" ;', 1)
    assert row(graph(more=again), "buoys").reference == "2021-06-09 item 10 (9)"


def test_what_others_recommend_has_a_reference_of_its_own_and_comes_behind(
    full: KnowledgeGraph,
) -> None:
    numbered = MORE.replace('"Tie better knots." ;', '"Tie better knots." ; mb:number "2" ;')
    beside = numbered.replace("2021-06-09-9 ;", "2021-06-09-10 ;")
    assert [one.reference for one in ledger(graph(more=beside), JULY)][-2:] == [
        "2021-06-09 item 10 (2)",
        "2021-06-09 item 10 (recommendation 2)",
    ]


def test_rows_of_one_kind_or_board(full: KnowledgeGraph) -> None:
    assert {one.kind for one in ledger(full, JULY, kind="external")} == {"external"}
    assert len(ledger(full, JULY, board="harbour")) == 4
    assert ledger(full, JULY, board="Ferry") == ()


def test_an_action_with_its_moves(plain: KnowledgeGraph) -> None:
    write = action(plain, "write")
    assert write.owners == ("Ben Osier",)
    assert (write.due, write.moves) == (date(2021, 4, 30), (date(2021, 3, 31),))
    assert (write.status, write.overdue, write.days_overdue) == ("open", True, 62)
    assert (write.given, write.board, write.last_heard) == (MARCH, "Harbour Towns Board", MARCH)
    assert [one.quote for one in write.sources] == [
        "Ben Osier to write to Northmoor Council by 30 April 2021"
    ]


def test_an_action_is_not_overdue_on_the_day_it_is_due(plain: KnowledgeGraph) -> None:
    assert not action(plain, "write", date(2021, 4, 30)).overdue
    assert action(plain, "write", date(2021, 5, 1)).days_overdue == 1


def test_a_later_log_moves_and_completes_an_action(full: KnowledgeGraph) -> None:
    write = action(full, "write")
    assert (write.status, write.status_as_written, write.overdue) == (
        "complete",
        "done 18 June",
        False,
    )
    assert (write.due, write.moves) == (
        date(2021, 6, 30),
        (date(2021, 3, 31), date(2021, 4, 30)),
    )
    assert [(entry.file, entry.day, entry.status) for entry in write.life] == [
        ("harbour-2021-03-minutes.html", MARCH, "open"),
        ("harbour-log.html", date(2021, 6, 20), "complete"),
    ]
    before = action(full, "write", date(2021, 6, 19))
    assert (before.status, before.due, len(before.life)) == ("open", date(2021, 4, 30), 1)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, ["write", "paint"]),
        ({"owner": "osier"}, ["write"]),
        ({"owner": "officers"}, ["paint"]),
        ({"status": "complete"}, ["write"]),
        ({"status": "open"}, ["paint"]),
        ({"status": "overdue"}, []),
        ({"board": "harbour towns"}, ["write"]),
    ],
    ids=["all", "owner", "owner as written", "complete", "open", "overdue", "board"],
)
def test_actions_are_narrowed(
    full: KnowledgeGraph, filters: dict[str, str], names: list[str]
) -> None:
    assert [
        one.iri.rsplit("/")[-1] for one in actions(full, JULY, ActionFilter(**filters))
    ] == names


def test_an_action_that_no_paper_up_to_the_day_speaks_of_is_left_out(full: KnowledgeGraph) -> None:
    assert [one.iri.rsplit("/")[-1] for one in actions(full, MARCH)] == ["write"]
