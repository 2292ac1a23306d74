"""Answers from the invented papers: facts, passages, and honest gaps."""

import pytest

from queries.answering.answer import Answer, Citation, Quote
from queries.answering.citing import citations
from queries.ask import ask
from tests.support.invented_graph import BASE, LATER, MINUTES, PACK
from tests.support.small_library import SmallLibrary, small_library

LENT = "The Board agreed to lend eight gauges to Northmoor Council."
PRESENT = "Present: Cllr Ada Quill (Chair), Sam Reed. Apologies: Cllr Tom Vane (Sam Reed stood in)."
QUESTIONS = {
    "Who sent apologies on 3 March 2021?": ("apologies", ("Tom Vane",), PRESENT),
    "Who attended the meeting of 3 March 2021?": (
        "attendance",
        ("Ada Quill", "Ben Osier", "Sam Reed"),
        PRESENT,
    ),
    "Did Cllr Tom Vane attend the meeting in March 2021?": ("attendance", ("apologies",), PRESENT),
    "Who was the substitute in March 2021?": ("role", ("Sam Reed",), PRESENT),
    "Who chaired the Harbour Towns Board in 2021/22?": (
        "role",
        ("Ada Quill",),
        "Cllr Ada Quill and Cllr Tom Vane are members in 2021/22.",
    ),
    "Who represents Northmoor Council?": (
        "role",
        ("Ada Quill",),
        "Cllr Ada Quill and Cllr Tom Vane are members in 2021/22.",
    ),
    "Who stood in for Cllr Tom Vane in March 2021?": ("substitute", ("Sam Reed",), PRESENT),
    "What did the Harbour Towns Board decide about tide gauges?": ("decision", (LENT,), LENT),
    "Who is the contact officer for the report on lending tide gauges?": (
        "contact",
        ("Ben Osier",),
        "The Gauge Exchange lends 12 gauges. Contact: Ben Osier.",
    ),
    "Who presented the item on tide gauges?": (
        "presenter",
        ("Ada Quill",),
        "4. Tide gauges, by Cllr Ada Quill",
    ),
    "What was the Board recommended to do about lending gauges?": (
        "recommendation",
        ("That the Board agree to lend ten gauges to Northmoor Council.",),
        "That the Board agree to lend ten gauges to Northmoor Council.",
    ),
    "What is the status of the action to write to Northmoor Council?": (
        "status",
        ("open", "by 30 April 2021"),
        "Action: Ben Osier to write to Northmoor Council by 30 April 2021.",
    ),
    "What actions arose about Northmoor?": (
        "actions",
        ("write to Northmoor Council by 30 April 2021",),
        "Action: Ben Osier to write to Northmoor Council by 30 April 2021.",
    ),
    "How many decisions about gauges were made?": ("count", ("1",), LENT),
    "How did the gauges that the Gauge Exchange lends change?": (
        "change",
        ("12 gauges", "20 gauges"),
        "The Gauge Exchange lends 12 gauges. Contact: Ben Osier.",
    ),
    "When is the next meeting?": ("when", ("9 June 2021",), "Harbour Towns Board, 9 June 2021"),
    "When did the Board meet in 2021?": (
        "when",
        ("3 March 2021", "9 June 2021"),
        "Harbour Towns Board, 3 March 2021",
    ),
}
NOT_THERE = {
    "What was decided on 9 June 2021?": (
        "The agenda of Harbour Towns Board for 9 June 2021 is held, "
        "the minutes of that meeting are not."
    ),
    "Who attended the meeting in March 2019?": (
        "The papers held tell of no meeting in March 2019."
    ),
    "What did Cllr Zebedee Plimpton say about gauges?": (
        "No paper held names Cllr Zebedee Plimpton."
    ),
    "Who lends gauges in Budapest?": "No paper held names Budapest.",
    "What were gauges lent for in 1987?": "The papers held are of 2021 to 2021.",
    "Which councils publish dredging plans?": ("No passage that speaks of this names a council."),
    "What does QVX stand for?": "No paper held says what QVX stands for.",
    "zzz": "Nothing in the papers comes close enough to the question to answer it.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("small") / "keywords")


@pytest.mark.parametrize("question", QUESTIONS)
def test_facts_answer_with_a_query_and_a_quote(library: SmallLibrary, question: str) -> None:
    kind, values, quote = QUESTIONS[question]
    answer = ask(library, question)
    assert (answer.kind, answer.values) == (kind, values)
    assert answer.citations[0].quote == quote
    assert answer.note is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_query_shown_runs_as_shown(library: SmallLibrary, question: str) -> None:
    sparql = ask(library, question).sparql
    assert sparql is not None
    assert library.graph.select(sparql).rows


@pytest.mark.parametrize("question", NOT_THERE)
def test_what_is_not_there_is_said(library: SmallLibrary, question: str) -> None:
    answer = ask(library, question)
    assert not answer.answered
    assert answer.note == NOT_THERE[question]
    assert (answer.answer, answer.values, answer.citations) == ("", (), ())


def test_an_open_question_is_answered_by_passages(library: SmallLibrary) -> None:
    answer = ask(library, "gauges lent by the Gauge Exchange")
    assert answer.kind == "passage"
    assert answer.sparql is None
    assert answer.answer.split("\n") == [citation.quote for citation in answer.citations]


def test_what_became_of_a_thing_is_told_by_its_steps(library: SmallLibrary) -> None:
    answer = ask(library, "What became of lending gauges to Northmoor Council?")
    assert answer.kind == "history"
    assert answer.answer.splitlines()[0] == "Where it stands: in hand (3 March 2021)."
    assert LENT in answer.answer


def test_what_no_paper_decides_is_said(library: SmallLibrary) -> None:
    answer = ask(library, "What became of the recommendation to publish dredging plans?")
    assert answer.answer.splitlines()[0] == (
        "Where it stands: no decision recorded, not heard of again."
    )
    assert answer.note == "No paper held tells of a decision on it."


@pytest.mark.parametrize("question", [*QUESTIONS, "gauges lent by the Gauge Exchange"])
def test_every_quote_is_verbatim(library: SmallLibrary, question: str) -> None:
    for citation in ask(library, question).citations:
        ((text,),) = library.graph.select(
            f"SELECT ?text WHERE {{ <{citation.paragraph}> mb:text ?text }}"
        ).rows
        assert str(text)[citation.start : citation.end] == citation.quote


def test_the_context_tells_what_stands_around_an_answer(library: SmallLibrary) -> None:
    around = ask(library, "What did the Board decide about tide gauges?").context
    assert [one.label for one in around.meetings] == ["Harbour Towns Board, 2021-03-03"]
    assert [one.label for one in around.organisations] == ["Northmoor Council"]


def test_the_same_question_gets_the_same_answer(library: SmallLibrary) -> None:
    question = "What did the Board decide about tide gauges?"
    assert ask(library, question) == ask(library, question)


def test_quotes_of_one_paragraph_become_one_citation(library: SmallLibrary) -> None:
    paragraph = f"{BASE}document/{MINUTES}/p1"
    (citation,) = citations(
        library.graph, [Quote(paragraph, "Sam Reed"), Quote(paragraph, "Cllr Tom Vane")]
    )
    assert (citation.quote, citation.start, citation.page) == (PRESENT, 0, 1)


def test_citations_come_in_the_order_of_the_quotes(library: SmallLibrary) -> None:
    order = [f"{BASE}document/{key}/p1" for key in (LATER, PACK)]
    cited = citations(library.graph, [Quote(paragraph) for paragraph in order])
    assert [citation.paragraph for citation in cited] == order


CITATION = Citation("p", "a.txt", None, None, "words", 0, 5)


@pytest.mark.parametrize(
    ("answered", "answer", "cited", "note"),
    [
        (True, "words", (), None),
        (True, "", (CITATION,), None),
        (False, "", (CITATION,), "why"),
        (False, "", (), None),
    ],
    ids=["no citation", "no words", "citation for nothing", "no reason"],
)
def test_an_answer_cannot_claim_without_a_citation(
    answered: bool, answer: str, cited: tuple[Citation, ...], note: str | None
) -> None:
    with pytest.raises(ValueError, match="needs"):
        Answer(question="?", answered=answered, answer=answer, kind="x", citations=cited, note=note)
