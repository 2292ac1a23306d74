"""Links across meetings: what was decided on what was asked, what arose, what is named."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from kg.facts import (
    Action,
    AgendaItem,
    Decision,
    Facts,
    Meeting,
    MeetingKey,
    Place,
    Recommendation,
    Report,
)
from kg.model import Document
from kg.rdf.linking.namings import namings
from kg.store.graph import Iri, KnowledgeGraph
from tests.support.rdf_papers import document, fill, said

MARCH, JUNE = MeetingKey("Quay Board", date(2024, 3, 1)), MeetingKey("Quay Board", date(2024, 6, 3))
Paper = tuple[Document, Facts]
Linked = set[tuple[str, str, str]]


def paper(
    key: MeetingKey,
    *,
    asked: tuple[str, ...] = (),
    external: tuple[tuple[str, str], ...] = (),
    decided: tuple[tuple[str, str], ...] = (),
    given: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    kind: str = "minutes",
) -> Paper:
    """A paper of a meeting whose item 4 holds all of this; decisions with their outcomes."""
    head = f"{key.board} {key.date} {kind}"
    words = [*asked, *(one for one, _ in external), *(one for one, _ in decided), *given, *texts]
    lines = (head, "Sea wall", *words)
    on_item = {"meeting": key, "item": "4"}
    facts = Facts(
        kind=kind,
        title=head,
        meeting=key,
        dated=key.date,
        meetings=(Meeting(key=key, **said(lines, head)),),
        items=(AgendaItem(meeting=key, number="4", title="Sea wall", **said(lines, "Sea wall")),),
        reports=(
            Report(
                title="Sea wall", first=1, last=len(lines), **on_item, **said(lines, "Sea wall")
            ),
        ),
        recommendations=(
            *(
                Recommendation(
                    text=text, kind="board", number=str(n), **on_item, **said(lines, text)
                )
                for n, text in enumerate(asked, start=1)
            ),
            *(
                Recommendation(
                    text=text, kind="external", number=str(n), response=response,
                    **on_item, **said(lines, text),
                )
                for n, (text, response) in enumerate(external, start=1)
            ),
        ),
        decisions=tuple(
            Decision(
                text=text, verb=outcome, outcome=outcome, position=n, number=str(n),
                **on_item, **said(lines, text),
            )
            for n, (text, outcome) in enumerate(decided, start=1)
        ),
        actions=tuple(
            Action(text=text, kind="listed", arises_at=key, **on_item, **said(lines, text))
            for text in given
        ),
        places={n: Place(key, "4", "Sea wall") for n in range(1, len(lines))},
    )  # fmt: skip
    return document(f"{head}.txt", lines), facts


def links(papers: Iterable[Paper], relation: str) -> Linked:
    """The links of a relation: the words at both ends, and the rule."""
    with KnowledgeGraph.open() as graph:
        fill(graph, tuple(papers))
        query = """SELECT DISTINCT ?from ?to ?rule {
          ?link a mb:Link ; rdf:predicate ?relation ; rdf:subject ?one ; rdf:object ?other ;
            mb:rule ?rule .
          ?one mb:text ?from . OPTIONAL { ?other mb:text ?text } OPTIONAL { ?other dct:date ?day }
          BIND(COALESCE(?text, STR(?day)) AS ?to) }"""
        found = graph.select(query, relation=Iri(f"https://w3id.org/minutebook/ns#{relation}"))
        return {(str(one), str(other), str(rule)) for one, other, rule in found.rows}


RAISE, PAINT = "Raise the sea wall by one metre", "Paint the railings blue"


def test_numbers_and_words_tell_which_decision_answers() -> None:
    asked = paper(MARCH, asked=(RAISE, PAINT), kind="agenda pack")
    decided = paper(
        MARCH,
        decided=(
            ("to raise the sea wall by two metres", "agreed"),
            ("the railings be light blue", "agreed"),
        ),
    )
    assert {(one, other) for one, other, _ in links((asked, decided), "decidesOn")} == {
        ("to raise the sea wall by two metres", RAISE),
        ("the railings be light blue", PAINT),
    }


def test_a_decision_in_the_words_of_one_request_is_no_answer_to_another_of_its_number() -> None:
    talk = "Agree with the tenants which of the sea wall steps are to be closed"
    asked = paper(MARCH, asked=(PAINT, talk, RAISE), kind="agenda pack")
    decided = paper(
        MARCH, decided=(("noted the report", "noted"), (f"agreed to {RAISE.lower()}", "agreed"))
    )
    found = {(one, other) for one, other, _ in links((asked, decided), "decidesOn")}
    assert (f"agreed to {RAISE.lower()}", RAISE) in found
    assert (f"agreed to {RAISE.lower()}", talk) not in found


def test_what_members_were_asked_to_say_is_answered_where_it_is_taken_up() -> None:
    think = "Provide feedback on the colours of the railings"
    asked = paper(MARCH, asked=(RAISE, think), kind="agenda pack")
    taken = "noted the plan and agreed that what members said in feedback be taken into account"
    decided = paper(MARCH, decided=((taken, "noted"), (f"agreed to {RAISE.lower()}", "agreed")))
    found = {(one, other) for one, other, rule in links((asked, decided), "decidesOn")}
    assert found == {(taken, think), (f"agreed to {RAISE.lower()}", RAISE)}
    other = paper(MARCH, asked=(RAISE, "Agree to buy paint"), kind="agenda pack")
    assert (taken, "Agree to buy paint") not in {
        (one, asked_for) for one, asked_for, _ in links((other, decided), "decidesOn")
    }


def test_what_was_put_off_is_found_at_the_meeting_that_takes_it() -> None:
    papers = (
        paper(MARCH, asked=(RAISE, PAINT), kind="agenda pack"),
        paper(MARCH, decided=((f"{RAISE} was deferred", "deferred"), (PAINT, "agreed"))),
        paper(JUNE, asked=(f"{RAISE} as costed",), kind="agenda pack"),
        paper(JUNE, decided=((f"{RAISE} as costed, agreed", "agreed"),)),
    )
    later = f"{RAISE} as costed, agreed"
    on_it = {(one, rule) for one, asked, rule in links(papers, "decidesOn") if asked == RAISE}
    assert on_it == {(f"{RAISE} was deferred", "same-words/1"), (later, "asked-again/1")}


def test_a_later_decision_is_no_answer_to_what_was_decided() -> None:
    papers = (
        paper(MARCH, asked=(RAISE,), kind="agenda pack"),
        paper(MARCH, decided=((f"Agreed: {RAISE}", "agreed"),)),
        paper(JUNE, decided=((f"Again: {RAISE}", "agreed"),)),
    )
    assert {one for one, _, _ in links(papers, "decidesOn")} == {f"Agreed: {RAISE}"}


def test_a_decision_on_the_responses_answers_what_others_recommend() -> None:
    papers = (
        paper(MARCH, external=((RAISE, "Agreed."), (PAINT, "Not agreed."))),
        paper(MARCH, decided=(("the proposed responses be agreed", "agreed"),), kind="minutes"),
    )
    assert {(asked, rule) for _, asked, rule in links(papers, "decidesOn")} == {
        (RAISE, "answers-responses/1"),
        (PAINT, "answers-responses/1"),
    }


def test_an_action_arises_from_the_decision_whose_words_it_shares() -> None:
    papers = (
        paper(
            MARCH,
            decided=((f"Agreed: {RAISE}", "agreed"), (f"Agreed: {PAINT}", "agreed")),
            given=("Order blue paint", "Thank the mayor"),
        ),
    )
    assert links(papers, "arisesFrom") == {
        ("Order blue paint", f"Agreed: {PAINT}", "words-of-decision/1")
    }


def test_a_decision_that_only_finds_something_gives_no_action() -> None:
    found = "It was agreed that the paint had been a success and the wall stood well."
    asks = "It was agreed that the paint be bought from Saltmouth in good time."
    given = "Ann Lowe to thank those in Saltmouth who chose paint, brushes, buckets and ladders"
    for decided, links_held in ((found, 0), (asks, 1)):
        papers = (paper(MARCH, decided=((decided, "agreed"),), given=(given,)),)
        assert len(links(papers, "arisesFrom")) == links_held


def test_a_decision_that_an_action_runs_on_into_does_not_speak_for_it() -> None:
    decided = "The Board agreed to raise the sea wall by one metre."
    papers = (
        paper(
            MARCH,
            decided=((decided, "agreed"),),
            given=(f"Clerk to thank the mayor. {decided}", f"Clerk to measure the wall. {decided}"),
        ),
    )
    assert links(papers, "arisesFrom") == {
        (f"Clerk to measure the wall. {decided}", decided, "words-of-decision/1")
    }


def test_an_action_that_names_a_recommendation_is_quoted() -> None:
    papers = (
        paper(MARCH, external=((RAISE, "Agreed."), (PAINT, "Agreed."))),
        paper(
            MARCH,
            decided=(("the proposed responses be agreed", "agreed"),),
            given=("Rework recommendation 2",),
            kind="note",
        ),
    )
    named = {one for one in links(papers, "arisesFrom") if one[2] == "names-recommendation/1"}
    assert named == {("Rework recommendation 2", PAINT, "names-recommendation/1")}


def test_a_meeting_is_named_by_its_day_or_by_the_month_it_met_in() -> None:
    minutes = "The minutes of the meeting held on 1 March 2024 were agreed."
    report = "At its meeting in March 2024 the Board raised the wall."
    other = "The wall was raised on 1 March 2024."
    papers = (paper(MARCH), paper(JUNE, texts=(minutes, report, other)))
    assert links(papers, "refersTo") == {
        (minutes, "2024-03-01", "names-meeting/1"),
        (report, "2024-03-01", "names-meeting/1"),
    }


def test_a_month_in_which_a_board_met_twice_names_no_meeting() -> None:
    again = MeetingKey("Quay Board", date(2024, 3, 20))
    report = "At its meeting in March 2024 the Board raised the wall."
    papers = (paper(MARCH), paper(again), paper(JUNE, texts=(report,)))
    assert links(papers, "refersTo") == set()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It follows the recommendation in the December 2023 report.", ["report 2023-12"]),
        ("As per action 26 the wall was measured.", ["action 26"]),
        ("Action 24/03 was closed.", ["action 24/03"]),
        ("See item 9 of this agenda.", ["item 9"]),
        ("Appendix 7A sets out the costs.", ["appendix 7a"]),
        ("The costs in paragraph 13 of the report were noted.", ["paragraph 13"]),
        ("In March 2024 the Board received a survey.", ["meeting 2024-03"]),
        ("The minutes of 26 May 2023 were agreed.", ["meeting 2023-05-26"]),
        ("On 3 March 2024 the Board deferred a survey.", ["meeting 2024-03-03"]),
        ("In March 2024 the Council froze its rents.", []),
        ("In March 2024 the Council agreed its rents.", []),
        ("Take action 12 weeks later.", []),
        ("Action 3: Ann Lowe to paint.", []),
        ("Paragraph 13 of the lease was read out.", []),
    ],
)
def test_what_a_text_names_by_number_or_day(text: str, named: list[str]) -> None:
    assert [naming.key for naming in namings(text)] == named


def test_an_appendix_is_the_paragraph_that_heads_it() -> None:
    says, heads = "The costs are in Appendix 7A.", "Appendix 7A – Costs of the wall"
    assert links((paper(MARCH, texts=(says, heads)),), "refersTo") == {
        (says, heads, "names-appendix/1")
    }


def test_an_appendix_of_two_headings_is_not_linked() -> None:
    says, heads = "The costs are in Appendix 7A.", ("Appendix 7A – Costs", "Appendix 7A – Plans")
    assert links((paper(MARCH, texts=(says, *heads)),), "refersTo") == set()


def test_a_report_is_named_by_the_month_it_was_made_in() -> None:
    says = "The wall was raised on the recommendation in the March 2024 report."
    query = """SELECT ?title { ?link a mb:Link ; rdf:predicate mb:refersTo ; rdf:object ?report .
      ?report a mb:Report ; dct:title ?title }"""
    with KnowledgeGraph.open() as graph:
        fill(graph, (paper(MARCH), paper(JUNE, texts=(says,))))
        assert graph.select(query).rows == [("Sea wall",)]


def test_what_is_only_promised_in_discussion_arises_from_no_decision() -> None:
    document_, facts = paper(
        MARCH, decided=((f"Agreed: {RAISE}", "agreed"),), given=("Measure the sea wall",)
    )
    promised = tuple(replace(action, kind="promised") for action in facts.actions)
    assert links(((document_, facts),), "arisesFrom") != set()
    assert links(((document_, replace(facts, actions=promised)),), "arisesFrom") == set()


def test_what_comes_years_later_is_not_taken_up() -> None:
    later = MeetingKey("Quay Board", date(2027, 6, 3))
    papers = (
        paper(MARCH, asked=(RAISE,), kind="agenda pack"),
        paper(MARCH, decided=((f"{RAISE} was deferred", "deferred"),)),
        paper(later, decided=((f"{RAISE} was agreed", "agreed"),)),
    )
    assert {one for one, _, _ in links(papers, "decidesOn")} == {f"{RAISE} was deferred"}
