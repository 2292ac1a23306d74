"""Answers that take several papers: how an action stood, who held an office, lists, numbers."""

from pathlib import Path

import pytest

from queries.ask import ask, inquire
from queries.search import Searcher
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, small_library

LEAD = "9. The towns that sent a lifeboat to the summer regatta were these three:"
TOWNS = ["Gullhaven.", "Ostermouth.", "Sallow Quay."]
LOG = "1. Ben Osier to write to Northmoor Council. Done. Sent on 2 May."
PAPERS = {
    "dddddddddddd": (
        "2021-07-01",
        [
            LOG,
            LEAD,
            *TOWNS,
            "In July 31 trained pilots worked the estuary.",
            "Cllr Sam Reed was chair in 2019/20.",
        ],
    ),
    "eeeeeeeeeeee": (
        "2021-09-01",
        [
            "In September 44 trained pilots worked the estuary.",
            "The insurance of the lantern keepers was renewed in full in August.",
            "Grants of £900 were paid to the lantern keepers to buy oil and new wicks.",
            "The Board agreed to lend two gauges to Fernhithe Council.",
            "There were no declarations of interest.",
            "Ben Osier made a declaration of interest as a trustee.",
        ],
    ),
}
FACTS = f"""
<{BASE}action/write> a mb:Action ; mb:text "write to Northmoor Council by 30 April 2021" ;
  mb:actionStatus "complete" ; mb:actionStatusAsWritten "Done" ; mb:update "Sent on 2 May." ;
  mb:statedIn <{BASE}document/dddddddddddd/p0> .
<{BASE}membership/sam-20> a org:Membership ; org:member <{BASE}person/sam-reed> ;
  mb:period "2019/20" ; org:organization <{BASE}board/harbour-towns-board> ;
  org:role <{BASE}role/chair> ; mb:statedIn <{BASE}document/dddddddddddd/p6> .
"""
LENT = f"""
<{BASE}decision/lent> a mb:Decision ; mb:statedIn <{BASE}document/eeeeeeeeeeee/p3> ;
  mb:decidedAt <{BASE}meeting/harbour-towns-board-2021-06-09> ;
  mb:text "The Board agreed to lend two gauges to Fernhithe Council." .
"""


def papers() -> str:
    """The later papers as TriG, each in a graph of its own."""
    graphs = []
    for key, (day, texts) in PAPERS.items():
        document = f"<{BASE}document/{key}>"
        lines = [
            f'{document} a mb:Document ; mb:fileName "{day}.html" .',
            f'{document} dct:date "{day}"^^xsd:date ; mb:sha256 "{key.ljust(64, "0")}" .',
        ]
        for ordinal, text in enumerate(texts):
            form = "list item" if text in TOWNS else "text"
            lines.append(
                f"<{BASE}document/{key}/p{ordinal}> a mb:Paragraph ; mb:inDocument {document} ;"
                f' mb:ordinal {ordinal} ; mb:kind "{form}" ; mb:text "{text}" .'
            )
        facts = FACTS if key.startswith("d") else LENT
        graphs.append(f"{document} {{ {' '.join(lines)} {facts} }}")
    return "\n".join(graphs)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("later") / "keywords", papers())


def test_the_last_word_on_an_action_comes_first(library: SmallLibrary) -> None:
    answer = ask(library, "Has the letter to write to Northmoor Council been done?")
    assert answer.answer == (
        "Yes: Done, Sent on 2 May. (1 July 2021); before: open, by 30 April 2021 (3 March 2021)"
    )
    assert answer.values == ("Done", "Sent on 2 May.", "open", "by 30 April 2021")
    assert answer.citations[0].quote == LOG
    assert library.graph.select(answer.sparql or "").rows


def test_an_open_action_is_not_done(tmp_path: Path) -> None:
    answer = ask(small_library(tmp_path / "keywords"), "Was Northmoor Council ever written to?")
    assert answer.answer.startswith("No, as far as the papers say: open")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Did Cllr Tom Vane attend the meeting in March 2021?",
            "No: Tom Vane sent apologies on 3 March 2021.",
        ),
        (
            "Was Cllr Ada Quill at the meeting of 3 March 2021?",
            "Yes: Ada Quill was present on 3 March 2021.",
        ),
    ],
)
def test_whether_somebody_came_is_told_by_yes_or_no(
    library: SmallLibrary, question: str, told: str
) -> None:
    answer = ask(library, question)
    assert (answer.kind, answer.answer) == ("attendance", told)
    assert "Apologies: Cllr Tom Vane" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who was chair of the Harbour Towns Board before Cllr Ada Quill?", "Sam Reed"),
        ("Who was chair of the Harbour Towns Board after Sam Reed?", "Ada Quill"),
    ],
)
def test_an_office_passes_from_one_to_another(
    library: SmallLibrary, question: str, name: str
) -> None:
    answer = ask(library, question)
    assert (answer.kind, answer.values) == ("role", (name,))


def test_a_lead_in_is_told_with_its_points(library: SmallLibrary) -> None:
    answer = ask(library, "towns that sent a lifeboat to the summer regatta")
    assert answer.answer.splitlines()[:4] == [LEAD, *TOWNS]
    assert [one.quote for one in answer.citations[:4]] == [LEAD, *TOWNS]


def test_numbers_over_time_are_told_in_order(library: SmallLibrary) -> None:
    answer = ask(library, "How did the number of trained pilots on the estuary grow?")
    assert answer.kind == "change"
    assert answer.answer.splitlines() == [
        "1 July 2021: In July 31 trained pilots worked the estuary.",
        "1 September 2021: In September 44 trained pilots worked the estuary.",
    ]


def test_a_kind_of_thing_that_no_passage_tells_is_said(library: SmallLibrary) -> None:
    answer = ask(library, "How did the towns vote on the summer regatta?")
    assert (answer.answered, answer.note) == (False, "No passage that speaks of this names a vote.")


def test_a_sum_paid_for_another_thing_is_no_answer(library: SmallLibrary) -> None:
    answer = ask(library, "How much does the insurance of the lantern keepers cost?")
    assert (answer.answered, answer.note) == (
        False,
        "No passage that speaks of this names a sum of money.",
    )
    paid = ask(library, "How much was paid to the lantern keepers in grants?")
    assert paid.answer.startswith("Grants of £900")


def test_what_was_decided_stands_with_the_day_of_its_meeting(library: SmallLibrary) -> None:
    answer = ask(library, "What did the Board agree to lend?")
    agreed = "The Board agreed to lend"
    assert sorted(answer.answer.splitlines()) == [
        f"Harbour Towns Board, 3 March 2021: {agreed} eight gauges to Northmoor Council.",
        f"Harbour Towns Board, 9 June 2021: {agreed} two gauges to Fernhithe Council.",
    ]


def test_two_things_are_set_side_by_side(library: SmallLibrary) -> None:
    answer = ask(library, "Compare Northmoor Council and Ben Osier as a trustee")
    assert answer.answer.splitlines() == [
        "Northmoor Council: The Board agreed to lend eight gauges to Northmoor Council.",
        "Ben Osier: Ben Osier made a declaration of interest as a trustee.",
    ]


def test_what_says_that_there_was_nothing_comes_last(library: SmallLibrary) -> None:
    told = ask(library, "declarations of interest").answer.splitlines()
    assert told[0] == "Ben Osier made a declaration of interest as a trustee."
    assert "There were no declarations of interest." in told
    asked = ask(library, "Were there declarations of interest?").answer
    assert asked.startswith("There were no declarations of interest.")


def test_the_context_tells_what_came_of_the_item(library: SmallLibrary) -> None:
    around = ask(library, "Who presented the item on tide gauges?").context
    assert [one.label for one in around.presenters] == ["Ada Quill"]
    assert "The Board agreed to lend eight gauges to Northmoor Council." in [
        one.label for one in around.decisions
    ]
    assert [one.label for one in around.actions] == ["write to Northmoor Council by 30 April 2021"]


def test_closeness_parts_what_is_told_from_what_is_not(library: SmallLibrary) -> None:
    near, _ = inquire(Searcher(library), "trained pilots worked the estuary")
    far, _ = inquire(Searcher(library), "recipes for plum jam")
    assert 0 <= far.closeness < 0.1 < 0.5 < near.closeness <= 1
