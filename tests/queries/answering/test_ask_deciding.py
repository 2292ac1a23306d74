"""Yes or no to decisions, authors, the next meeting, and papers whose title alone names a body."""

from pathlib import Path

import pytest

from queries.answering.choosing.listing import other_rows
from queries.ask import ask, inquire
from queries.graphs.place import places
from queries.search import Searcher
from queries.texts.wording import says
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, small_library

MINUTES = "eeeeeeeeeeee"
PLAN = "dddddddddddd"
SOLD = "Agreed to sell the old ferry."
REFUSED = "Refused the grant for a bandstand."
LEFT = "Agreed to take no action on the hedge."
APPROVED = "The minutes of 2 May 2022 were approved."
NEXT = "It is on Tuesday 5th July at 7pm."
PAPER = (
    ("furniture", "Wherryham Reading Room"),
    ("text", "Notes of the Room Committee, 7 June 2022"),
    ("text", SOLD),
    ("text", REFUSED),
    ("text", LEFT),
    ("text", APPROVED),
    ("text", "Mr Oake spoke of the roof and the rain."),
)
REPORT = (
    ("heading", "The Osier Beds Plan"),
    ("text", "Ada Withy, Guild of Basket Makers"),
    ("text", "Willow is cut each winter."),
    ("heading", "Next meeting"),
    ("text", NEXT),
    ("table", "Fishes\tPonds"),
    ("table", "Roach\tMill pond"),
    ("table", "Tench\tRook pond"),
    ("table", "Perch\tMoat"),
    ("text", "Ada Withy (AW) came to the pond."),
    ("text", "AW to scrub the slipway."),
    ("text", "Hew Thorn and Kit Marl mended the raft."),
    ("text", "Kit to buy rope."),
)
DECISIONS = (
    ("sell", 2, SOLD, "agreed"),
    ("grant", 3, REFUSED, "rejected"),
    ("hedge", 4, LEFT, "agreed"),
    ("minutes", 5, APPROVED, "agreed"),
)


def paper(name: str, file: str, kind: str, parts: tuple[tuple[str, str], ...]) -> list[str]:
    """The statements of a paper with its paragraphs."""
    document = f"<{BASE}document/{name}>"
    lines = [
        f'{document} a mb:Document ; mb:fileName "{file}" ; mb:kind "{kind}" ;',
        f'  dct:date "2022-06-07"^^xsd:date ; mb:ofMeeting <{BASE}meeting/room> ;',
        f'  mb:sha256 "{name[0] * 64}" .',
    ]
    heading = ""
    for ordinal, (form, text) in enumerate(parts):
        heading = text if form == "heading" else heading
        under = f'mb:heading "{heading}" ; ' if heading else ""
        lines.append(
            f"<{BASE}document/{name}/p{ordinal}> a mb:Paragraph ; mb:inDocument {document} ;"
            f' {under}mb:ordinal {ordinal} ; mb:kind "{form}" ; mb:text "{text}" .'
        )
    return lines


def wherryham() -> str:
    """The papers of a body that only their first line names, as TriG."""
    meeting = f"<{BASE}meeting/room>"
    facts = [
        f'{meeting} a mb:Meeting ; dct:date "2022-06-07"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/room> .",
        f'<{BASE}board/room> a mb:Board ; skos:prefLabel "Room Committee" .',
    ]
    facts += [
        f"<{BASE}decision/{name}> a mb:Decision ; mb:decidedAt {meeting} ;"
        f' mb:outcome "{outcome}" ; mb:text "{text}" ; mb:quote "{text}" ;'
        f" mb:statedIn <{BASE}document/{MINUTES}/p{ordinal}> ."
        for name, ordinal, text, outcome in DECISIONS
    ]
    facts += [
        f'<{BASE}person/ada> a foaf:Person ; foaf:name "Ada Withy" .',
        f'<{BASE}person/hew> a foaf:Person ; foaf:name "Hew Thorn" .',
        f"<{BASE}document/{PLAN}/p9> mb:mentions <{BASE}person/ada>, <{BASE}person/hew> .",
        f'<{BASE}action/scrub> a mb:Action ; mb:text "scrub the slipway" ;',
        f'  mb:assigneeAsWritten "AW" ; mb:statedIn <{BASE}document/{PLAN}/p10> ;',
        f'  mb:ofMeeting {meeting} ; mb:quote "AW to scrub the slipway." .',
        f'<{BASE}person/kit> a foaf:Person ; foaf:name "Kit Marl" .',
        f"<{BASE}document/{PLAN}/p11> mb:mentions <{BASE}person/kit> .",
        f'<{BASE}action/rope> a mb:Action ; mb:text "buy rope" ;',
        f'  mb:assigneeAsWritten "Kit" ; mb:statedIn <{BASE}document/{PLAN}/p12> ;',
        f'  mb:ofMeeting {meeting} ; mb:quote "Kit to buy rope." .',
    ]
    notes = paper(MINUTES, "room.txt", "minutes", PAPER)
    plan = paper(PLAN, "plan.txt", "report", REPORT)
    return (
        f"<{BASE}document/{MINUTES}> {{ {' '.join([*notes, *facts])} }}\n"
        f"<{BASE}document/{PLAN}> {{ {' '.join(plan)} }}"
    )


def tearoom(decided: str) -> str:
    """Minutes with one decision, as TriG."""
    document, meeting = f"<{BASE}document/{MINUTES}>", f"<{BASE}meeting/room>"
    lines = [
        *paper(MINUTES, "room.txt", "minutes", (("text", "Room Committee"), ("text", decided))),
        f'{meeting} a mb:Meeting ; dct:date "2022-06-07"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/room> .",
        f'<{BASE}board/room> a mb:Board ; skos:prefLabel "Room Committee" .',
        f'<{BASE}decision/one> a mb:Decision ; mb:text "{decided}" ; mb:quote "{decided}" ;',
        f'  mb:outcome "agreed" ; mb:decidedAt {meeting} ;',
        f"  mb:statedIn <{BASE}document/{MINUTES}/p1> .",
    ]
    return f"{document} {{ {' '.join(lines)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("deciding") / "keywords", wherryham())


@pytest.mark.parametrize(
    ("question", "verdict", "quote"),
    [
        ("Did the Room Committee agree to sell the old ferry?", "Yes", SOLD),
        ("Did the Room Committee agree to a grant for a bandstand?", "No", REFUSED),
        ("Was the grant for a bandstand refused by the Room Committee?", "Yes", REFUSED),
        ("Did the Room Committee agree to take action on the hedge?", "No", LEFT),
        ("Did the Room Committee approve the minutes of 2 May 2022?", "Yes", APPROVED),
    ],
)
def test_a_decision_answers_yes_or_no(
    library: SmallLibrary, question: str, verdict: str, quote: str
) -> None:
    answer = ask(library, question)
    assert answer.answer.startswith(verdict)
    assert answer.citations[0].quote == quote


@pytest.mark.parametrize(
    ("decided", "denied"),
    [
        ("Agreed with no dissent to sell the ferry.", False),
        ("The sale was approved with no changes.", False),
        ("Approved payment of invoice No. 34.", False),
        ("Agreed that No. 7 be let.", False),
        (LEFT, True),
        ("Agreed not to sell the ferry.", True),
        ("It was agreed that no ferry be sold.", True),
        ("Resolved that the ferry should not be sold.", True),
        ("Resolved that the ferry be not sold.", True),
    ],
)
def test_what_is_decided_is_denied_not_what_goes_with_it(decided: str, denied: bool) -> None:
    assert says(decided, "denied") is denied


@pytest.mark.parametrize(
    ("decided", "verdict"),
    [
        ("The accounts of the tearoom were presented for approval and were agreed.", "Yes"),
        ("The plan of the tearoom, submitted by the builder for approval, be approved.", "Yes"),
        ("The Room agreed the tearoom; the late offers were not accepted.", "Yes"),
        ("That the tearoom go to the next phase.", "Yes"),
        ("That the tearoom be presented at the following year's show.", "Yes"),
        (
            "The tearoom was approved; its colours would be discussed at the next meeting.",
            "Yes",
        ),
        ("That Miss Osier be asked to come to the next meeting about the tearoom.", "Yes"),
        ("It was agreed that the tearoom be brought back to the next Room meeting.", "No"),
        ("That the tearoom be brought to the next Full Council.", "No"),
        ("That the tearoom be considered at a later date.", "No"),
        ("The tearoom would be brought to members for approval.", "No"),
        ("That the tearoom be redrawn and brought to the Room in May for approval.", "No"),
        ("The accounts of the tearoom were not approved.", "No"),
        ("It was agreed that the tearoom be approved at the next meeting.", "No"),
    ],
)
def test_only_what_is_put_off_to_another_meeting_is_not_agreed(
    tmp_path: Path, decided: str, verdict: str
) -> None:
    held = small_library(tmp_path / "one", tearoom(decided))
    assert ask(held, "Did the Room Committee agree to the tearoom?").answer.startswith(verdict)


@pytest.mark.parametrize(
    ("decided", "adopted"),
    [
        ("That the tearoom be adopted.", True),
        ("Agreed the plan of the tearoom.", True),
        ("It was agreed that the tearoom was worn and needed to be replaced.", False),
        ("That the tearoom be put on view for four weeks.", False),
        ("Agreed to thank the wardens of the tearoom.", False),
    ],
)
def test_what_is_decided_of_a_thing_besides_does_not_adopt_it(
    tmp_path: Path, decided: str, adopted: bool
) -> None:
    held = small_library(tmp_path / "one", tearoom(decided))
    answer = ask(held, "Did the Room Committee approve the tearoom?")
    assert answer.answer.startswith("Yes") is adopted
    assert ("in so many words" in (answer.note or "")) is not adopted


@pytest.mark.parametrize(
    "question",
    [
        "Did the Room Committee agree to buy a lighthouse?",
        "Did the Room Committee discuss nuclear power?",
        "What did the Room Committee decide about the old lighthouse?",
    ],
)
def test_what_no_passage_speaks_of_was_not_decided(library: SmallLibrary, question: str) -> None:
    answer = ask(library, question)
    assert (answer.answered, answer.citations) == (False, ())


def test_what_a_passage_speaks_of_was_discussed(library: SmallLibrary) -> None:
    answer = ask(library, "Did the Room Committee discuss the roof?")
    assert answer.citations[0].quote == "Mr Oake spoke of the roof and the rain."


def test_a_body_may_be_named_by_the_first_line_of_its_papers(library: SmallLibrary) -> None:
    answer = ask(library, "What did Wherryham decide about the ferry?")
    assert [citation.file for citation in answer.citations] == ["room.txt"]


def test_the_names_under_a_title_wrote_the_paper(library: SmallLibrary) -> None:
    answer = ask(library, "Who wrote the Osier Beds Plan?")
    assert (answer.kind, answer.values) == ("author", ("Ada Withy",))


def test_the_next_meeting_may_be_told_in_words_alone(library: SmallLibrary) -> None:
    answer = ask(library, "When is the next meeting of the Room Committee?")
    assert (answer.kind, answer.answer) == ("when", NEXT)


def test_a_month_is_no_name_of_a_person(tmp_path: Path) -> None:
    person = f'<{BASE}person/may> a foaf:Person ; foaf:name "May" .'
    held = small_library(tmp_path / "keywords", f"{wherryham()}\n<{BASE}people> {{ {person} }}")
    asking, _ = inquire(Searcher(held), "Who came on 1 May 2022?")
    assert asking.question.named("Person") == ()


def test_the_rows_of_a_table_that_lists_what_is_asked_are_all_told(library: SmallLibrary) -> None:
    answer = ask(library, "Which fishes live in the Mill pond and the Rook pond?")
    told = answer.answer.splitlines()
    assert {"Roach\tMill pond", "Tench\tRook pond", "Perch\tMoat"} <= set(told)
    assert len(set(told)) == len(told)


def test_a_table_may_open_with_an_empty_row(tmp_path: Path) -> None:
    parts = (("table", ""), ("table", "Boats\\tOwners"), ("table", "Wren\\tKit Marl"))
    held = small_library(
        tmp_path / "keywords",
        f"<{BASE}document/{PLAN}> {{ {' '.join(paper(PLAN, 'boats.txt', 'report', parts))} }}",
    )
    row = f"{BASE}document/{PLAN}/p2"
    assert other_rows(held.graph, places(held.graph, [row])[row], ["boat"]) == []


@pytest.mark.parametrize(
    ("owner", "action"), [("Ada Withy", "scrub the slipway"), ("Kit Marl", "buy rope")]
)
def test_initials_and_first_names_stand_for_whom_the_paper_names(
    library: SmallLibrary, owner: str, action: str
) -> None:
    assert ask(library, f"What actions does {owner} have?").values == (action,)


def test_whoever_has_no_action_is_given_none(library: SmallLibrary) -> None:
    answer = ask(library, "What actions does Hew Thorn have?")
    assert answer.note == "No paper held gives an action to Hew Thorn."
