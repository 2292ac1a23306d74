"""Answers in a library of two boards: motions, absence, posts, lists of actions, two questions."""

from pathlib import Path

import pytest

from kg.store.graph import KnowledgeGraph
from queries.answering.asking import Asking
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.two_parts import parts
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

MINUTES = "ffffffffffff"
MOTION = (
    "Cllr Ivo Marsh moved, Cllr Nell Farrow seconded, that the weir be rebuilt. Carried 5 to 2."
)
TEXTS = (
    "Minutes of Reedmere Parish Council, 4 May 2021",
    "Cllr Ivo Marsh (Clerk of Works) present, Cllr Nell Farrow absent, Cllr Una Hythe apologies.",
    MOTION,
    "Ivo Marsh to price the sluice. Done.",
    "Ivo Marsh to count the eels. Open.",
    "The sluice keeper (REED, Register of Eel and Estuary Data) sends returns.",
    "WETNET (Watching Estuaries Together Now) covers the sluice.",
    "The sluice opens in March. Its keeper is paid £40 a month.",
    "The 2090 eel target was welcomed.",
    "1 dredge the sluice: Not agreed. Eels live there.",
    "2 fence the weir: Agreed.",
    "Una Hythe Head of Weirs, Sluice Office",
)
MEETING = f"<{BASE}meeting/reedmere-2021-05-04>"
FACTS = f"""
{MEETING} a mb:Meeting ; dct:date "2021-05-04"^^xsd:date ; mb:statedIn <PAPER/p0> ;
  mb:heldBy <{BASE}board/reedmere> .
<{BASE}board/reedmere> a mb:Board ; skos:prefLabel "Reedmere Parish Council" .
<{BASE}person/ivo> a foaf:Person ; foaf:name "Ivo Marsh" ; mb:position "Clerk of Works" .
<{BASE}person/nell> a foaf:Person ; foaf:name "Nell Farrow" .
<{BASE}person/una> a foaf:Person ; foaf:name "Una Hythe" .
<{BASE}attendance/ivo> a mb:Attendance ; mb:atMeeting {MEETING} ; mb:person <{BASE}person/ivo> ;
  mb:attendanceStatus "present" ; mb:statedIn <PAPER/p1> ; mb:quote "Cllr Ivo Marsh" ;
  mb:representing <{BASE}organisation/eelers> .
<{BASE}organisation/eelers> a mb:Organisation ; skos:prefLabel "Guild of Eelers" .
<{BASE}membership/ivo> a org:Membership ; org:member <{BASE}person/ivo> ; mb:partyName "Green" ;
  mb:statedIn <PAPER/p1> ; mb:quote "Cllr Ivo Marsh" .
<{BASE}recommendation/dredge> a mb:Recommendation ; mb:kind "external" ; mb:number "1" ;
  mb:text "dredge the sluice" ; mb:response "Not agreed. Eels live there." ;
  mb:statedIn <PAPER/p9> ; mb:quote "1 dredge the sluice" .
<{BASE}recommendation/fence> a mb:Recommendation ; mb:kind "external" ; mb:number "2" ;
  mb:text "fence the weir" ; mb:response "Agreed." ;
  mb:statedIn <PAPER/p10> ; mb:quote "2 fence the weir" .
<{BASE}attendance/nell> a mb:Attendance ; mb:atMeeting {MEETING} ; mb:person <{BASE}person/nell> ;
  mb:attendanceStatus "absent" ; mb:statedIn <PAPER/p1> ; mb:quote "Cllr Nell Farrow" .
<{BASE}attendance/una> a mb:Attendance ; mb:atMeeting {MEETING} ; mb:person <{BASE}person/una> ;
  mb:attendanceStatus "apologies" ; mb:statedIn <PAPER/p1> ; mb:quote "Cllr Una Hythe" .
<{BASE}decision/weir> a mb:Decision ; mb:decidedAt {MEETING} ; mb:outcome "agreed" ;
  mb:text "{MOTION}" ; mb:movedBy <{BASE}person/ivo> ; mb:secondedBy <{BASE}person/nell> ;
  mb:votesFor 5 ; mb:votesAgainst 2 ; mb:statedIn <PAPER/p2> ; mb:quote "{MOTION}" .
<{BASE}action/price> a mb:Action ; mb:text "Ivo Marsh to price the sluice" ;
  mb:assignedTo <{BASE}person/ivo> ; mb:assigneeAsWritten "Ivo Marsh" ;
  mb:actionStatus "complete" ; mb:actionStatusAsWritten "Done" ; mb:arisesFrom {MEETING} ;
  mb:statedIn <PAPER/p3> ; mb:quote "Ivo Marsh to price the sluice" .
<{BASE}action/count> a mb:Action ; mb:text "Ivo Marsh to count the eels" ;
  mb:assignedTo <{BASE}person/ivo> ; mb:assigneeAsWritten "Ivo Marsh" ;
  mb:actionStatus "open" ; mb:actionStatusAsWritten "Open" ; mb:arisesFrom {MEETING} ;
  mb:statedIn <PAPER/p4> ; mb:quote "Ivo Marsh to count the eels" .
<PAPER/p1> mb:mentions <{BASE}person/ivo> , <{BASE}person/nell> , <{BASE}person/una> .
"""


def reedmere() -> str:
    """The minutes of a second board as TriG."""
    document = f"<{BASE}document/{MINUTES}>"
    lines = [
        f'{document} a mb:Document ; mb:fileName "reedmere.html" ; mb:kind "minutes" ;',
        f'  dct:date "2021-05-04"^^xsd:date ; mb:ofMeeting {MEETING} ;',
        f'  mb:sha256 "{"f" * 64}" .',
    ]
    lines += paragraphs(f"{BASE}document/{MINUTES}", TEXTS)
    facts = FACTS.replace("PAPER", f"{BASE}document/{MINUTES}")
    return f"{document} {{ {' '.join(lines)} {facts} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("kinds") / "keywords", reedmere())


ANSWERS = {
    "Who moved that the weir be rebuilt, and was it carried?": (
        "motion",
        ("Ivo Marsh", "Nell Farrow", "5", "2"),
    ),
    "Which motions did Cllr Nell Farrow second?": (
        "motion",
        ("Ivo Marsh", "Nell Farrow", "5", "2"),
    ),
    "Who was not at the Reedmere meeting of 4 May 2021?": ("absence", ("Nell Farrow", "Una Hythe")),
    "What is Ivo Marsh's job title?": ("position", ("Clerk of Works",)),
    "What did Ivo Marsh take on?": (
        "actions",
        ("Ivo Marsh to count the eels", "Ivo Marsh to price the sluice"),
    ),
    "Which of Ivo Marsh's actions are still open?": ("actions", ("Ivo Marsh to count the eels",)),
    "Which of Ivo Marsh's actions are in progress?": ("actions", ("Ivo Marsh to count the eels",)),
    "Which of Ivo Marsh's actions are complete?": ("actions", ("Ivo Marsh to price the sluice",)),
    "Which recommendations were not accepted?": ("recommendation", ("dredge the sluice",)),
    "Which recommendations were accepted?": ("recommendation", ("fence the weir",)),
    "Which council does Ivo Marsh represent?": ("role", ("Guild of Eelers",)),
    "What party is Ivo Marsh?": ("role", ("Green",)),
    "How many meetings did Reedmere hold?": ("count", ("4 May 2021",)),
    "How many tasks were given about eels?": ("count", ("1",)),
    "How many actions does Ivo Marsh have?": ("count", ("2",)),
    "What does WETNET stand for?": ("definition", ("Watching Estuaries Together Now",)),
    "What is WETNET?": ("definition", ("Watching Estuaries Together Now",)),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_each_kind_of_question_has_its_way(library: SmallLibrary, question: str) -> None:
    kind, values = ANSWERS[question]
    answer = ask(library, question)
    assert (answer.kind, tuple(sorted(answer.values))) == (kind, tuple(sorted(values)))
    if answer.sparql is not None:
        assert rows(library.graph, answer.sparql)


def rows(graph: KnowledgeGraph, sparql: str) -> list[tuple[object, ...]]:
    return list(graph.select(sparql).rows)


@pytest.mark.parametrize(
    ("question", "file"),
    [
        ("What did Reedmere discuss?", "reedmere.html"),
        ("What did the Harbour Towns Board discuss?", "harbour"),
    ],
)
def test_only_the_papers_of_the_body_named_are_asked(
    library: SmallLibrary, question: str, file: str
) -> None:
    searcher = Searcher(library)
    hits = Asking(searcher, searcher.understand(question)).result.hits
    assert hits
    assert all(hit.place.file.startswith(file) for hit in hits)


def test_a_post_that_no_paper_gives_is_not_there(library: SmallLibrary) -> None:
    answer = ask(library, "What is Nell Farrow's job title?")
    assert answer.note == "No paper held says what post Nell Farrow holds."


def test_a_post_right_behind_a_name_is_told(library: SmallLibrary) -> None:
    answer = ask(library, "What is Una Hythe's job title?")
    assert answer.answer == "Una Hythe: Head of Weirs, Sluice Office"


def test_an_office_that_no_paper_has_is_not_there(library: SmallLibrary) -> None:
    answer = ask(library, "Who is the deputy chair of Reedmere Parish Council?")
    assert answer.note == "No paper held names a deputy chair."


def test_a_body_whose_minutes_are_not_held_decided_nothing_known(tmp_path: Path) -> None:
    later = f"""<{BASE}document/{MINUTES}> {{
      <{BASE}document/{MINUTES}> a mb:Document ; mb:fileName "saltash.html" ;
        mb:kind "agenda pack" ; mb:sha256 "{"f" * 64}" ; mb:ofMeeting <{BASE}meeting/s> .
      <{BASE}meeting/s> a mb:Meeting ; dct:date "2021-05-04"^^xsd:date ;
        mb:heldBy <{BASE}board/s> .
      <{BASE}board/s> a mb:Board ; skos:prefLabel "Saltmere Society" .
      <{BASE}document/{MINUTES}/p0> a mb:Paragraph ; mb:ordinal 0 ; mb:kind "text" ;
        mb:inDocument <{BASE}document/{MINUTES}> ; mb:text "Saltmere: 1. Gauges" . }}"""
    library = small_library(tmp_path / "keywords", later)
    answer = ask(library, "What did Saltmere decide about gauges?")
    assert answer.note == (
        "The agenda of Saltmere Society for 4 May 2021 is held, "
        "the minutes of that meeting are not."
    )


def test_a_year_that_papers_only_speak_of_is_no_time_outside_them(library: SmallLibrary) -> None:
    assert "2090 eel target" in ask(library, "Was the 2090 eel target welcomed?").answer


def test_how_many_members_came_leaves_out_who_only_attended(library: SmallLibrary) -> None:
    told = ask(library, "How many members attended the Harbour Towns Board in March 2021?")
    assert told.answer == "2: Ada Quill, Sam Reed"


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("What was decided at the March meeting?", ("2021-03-03", "2021-03-04")),
        ("What was decided at the last Reedmere meeting?", ("2021-05-04", "2021-05-05")),
        ("What did Reedmere decide at its last meeting?", ("2021-05-04", "2021-05-05")),
        (
            "What did the Harbour Towns Board decide at its last meeting?",
            ("2021-03-03", "2021-03-04"),
        ),
        ("Were the minutes of the last meeting agreed?", None),
        ("What was decided at the October meeting?", None),
    ],
)
def test_which_meeting_is_meant(
    library: SmallLibrary, question: str, days: tuple[str, str] | None
) -> None:
    asking, _ = inquire(Searcher(library), question)
    meant = [(str(one.first), str(one.after)) for one in asking.question.periods]
    assert meant == ([days] if days else [])


def test_two_times_are_set_side_by_side(library: SmallLibrary) -> None:
    told = ask(library, "How do the eight gauges of March 2021 differ from those of June 2021?")
    march, june = told.answer.splitlines()
    assert march.startswith("March 2021: ")
    assert june == "June 2021: 5. The Gauge Exchange now lends 20 gauges."
    assert [one.file for one in told.citations] == [
        "harbour-2021-03-minutes.html",
        "harbour-2021-06-pack.html",
    ]


def test_what_changed_between_two_days_is_told_in_order(library: SmallLibrary) -> None:
    told = ask(library, "What has changed at the Harbour Towns Board since February 2021?")
    assert told.kind == "change"
    assert told.answer.splitlines()[0].startswith("3 March 2021, ")
    assert told.sparql is not None
    assert len({row[0] for row in rows(library.graph, told.sparql)}) == len(set(told.values))


def test_two_questions_in_one_sentence_are_both_answered(library: SmallLibrary) -> None:
    answer = ask(library, "What is Ivo Marsh's job title, and what is the sluice keeper paid?")
    assert "Clerk of Works" in answer.answer
    assert "£40 a month" in answer.answer


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("When does the sluice open, and what does it cost?", "what does it cost?"),
        ("Who sent apologies and why?", "why?"),
        ("Who are the chair and vice-chair?", None),
        ("What was said about eels and sluices?", None),
    ],
)
def test_where_a_second_question_begins(text: str, second: str | None) -> None:
    found = parts(text)
    assert (found[1] if found else None) == second
