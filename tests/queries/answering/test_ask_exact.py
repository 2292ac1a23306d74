"""What is asked for exactly: numbers of a thing, days, sums, offices, references, addresses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.answering.answer import Found, Quote
from queries.answering.choosing.exactly import binding
from queries.answering.choosing.leading import led
from queries.answering.choosing.numbering import counted, says_how_many
from queries.answering.choosing.told import Told
from queries.answering.refusing.referring import references
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.periods import periods_in
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

PAPER = f"{BASE}document/888888888888"
MEETING = f"<{BASE}meeting/saltwick-2022-03-09>"
CREW = "14 deckhands were hired for the Saltwick ferry."
SICK = "Deckhands of the Saltwick ferry wore new boots on Friday 4 March."
PIER = "Application 21/00417/FUL is for a tea room on the pier."
QUAY = "Application 21/00533/FUL is for a crane on the quay."
OFFICES = "Ferry office: 01632 960111 ferry@saltwick.example"
TOLL = "Toll office: 01632 960222 toll@saltwick.example"
LEAD = "The fares were set as follows:"
FARES = ("Adults 3 shillings", "Dogs 1 shilling", "Barrows 2 shillings")
BROKEN = "The speech at the launch of the lifeboat was given by"
SPEAKER = "Dame Orla Finch, patron of the lifeboat."
GULLS = "Gull netting - quotes awaited"
MADE = "Tove Lind was elected Vice Chair of the ferry."
BELL = "To consider whether the fog bell be rung at night."
TEXTS = (
    ("", "Saltwick Ferry Board, 9 March 2022"),
    ("Crew", CREW),
    ("Crew", SICK),
    ("Plans", PIER),
    ("Plans", QUAY),
    ("Offices", f"{OFFICES}\\n{TOLL}"),
    ("Fares", LEAD),
    *(("Fares", fare) for fare in FARES),
    ("Lifeboat", BROKEN),
    ("Lifeboat", SPEAKER),
    ("Jobs", GULLS),
    ("Bell", BELL),
    ("Posts", MADE),
    ("", "Cllr Edda Marl (Chair)"),
    ("", "Cllr Tove Lind"),
)


def saltwick() -> str:
    """The minutes of a ferry board, as TriG."""
    lines = [
        f'<{PAPER}> a mb:Document ; mb:fileName "saltwick.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2022-03-09"^^xsd:date ; mb:ofMeeting {MEETING} ; mb:sha256 "{"8" * 64}" .',
        f'{MEETING} a mb:Meeting ; dct:date "2022-03-09"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/saltwick> .",
        f'<{BASE}board/saltwick> a mb:Board ; skos:prefLabel "Saltwick Ferry Board" .',
    ]
    for at, (name, capacity) in enumerate((("Edda Marl", "chair"), ("Tove Lind", "member"))):
        person, paragraph = f"<{BASE}person/saltwick-{at}>", f"<{PAPER}/p{len(TEXTS) - 2 + at}>"
        lines += [
            f'{person} a foaf:Person ; foaf:name "{name}" . {paragraph} mb:mentions {person} .',
            f"<{BASE}membership/saltwick-{at}> a org:Membership ; org:member {person} ;",
            f"  org:role <{BASE}role/{capacity}> ; org:organization <{BASE}board/saltwick> ;",
            f"  mb:statedIn {paragraph} .",
            f'<{BASE}role/{capacity}> skos:prefLabel "{capacity}" .',
        ]
    made = [text for _, text in TEXTS].index(MADE)
    lines.append(f"<{PAPER}/p{made}> mb:mentions <{BASE}person/saltwick-1> .")
    lines += paragraphs(PAPER, TEXTS)
    return f"<{PAPER}> {{ {' '.join(lines)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("exact"), saltwick())


@pytest.mark.parametrize(("rank", "kept"), [(1, True), (2, True), (6, False)])
def test_more_is_asked_of_what_is_far_down(library: SmallLibrary, rank: int, kept: bool) -> None:
    question = "How many deckhands were hired for the tea room on the pier?"
    asking, _ = inquire(Searcher(library), question)
    crew = next(hit for hit in asking.result.hits if hit.place.text == CREW)
    assert bool(binding(asking, [Told(replace(crew, rank=rank), ())])) is kept


def test_how_many_is_told_by_words_that_count_the_thing(library: SmallLibrary) -> None:
    answer = ask(library, "How many deckhands does the Saltwick ferry have?")
    assert answer.answer == CREW


def test_a_number_of_another_thing_is_no_answer(library: SmallLibrary) -> None:
    answer = ask(library, "How many boots do Saltwick ferry deckhands wear?")
    assert not answer.answered
    assert answer.note == "No passage that speaks of this names a number."


def test_a_number_beside_no_word_for_what_was_done_is_told_with_a_warning(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "How many deckhands of the Saltwick ferry drowned?")
    assert answer.answer == CREW
    assert "“drowned”" in (answer.note or "")


@pytest.mark.parametrize(
    ("text", "thing", "told"),
    [
        ("14 deckhands were hired.", "deckhand", True),
        ("Deckhands: 14", "deckhand", True),
        ("Fourteen of our deckhands left.", "deckhand", True),
        ("The number of deckhands on all of the ferries rose to 14.", "deckhand", True),
        ("Two thirds of deckhands swim.", "deckhand", True),
        ("There were no deckhands.", "deckhand", True),
        ("It was said that no deckhands came.", "deckhand", False),
        ("On 14 March deckhands were hired.", "deckhand", False),
        ("14. Deckhands were hired.", "deckhand", False),
        ("The deckhands, under section 14, were hired.", "deckhand", False),
        ("In 2014 deckhands were hired.", "deckhand", False),
        ("£14 for deckhands", "deckhand", False),
        ("14 ferries came. Deckhands were hired.", "deckhand", False),
        (
            "The deckhands whom the ferry board wanted came late, and 14 were hired.",
            "deckhand",
            True,
        ),
        ("The deckhands whom the ferry board wanted came late, and 14 ferries.", "deckhand", False),
    ],
)
def test_a_number_counts_the_thing_beside_it(text: str, thing: str, told: bool) -> None:
    assert says_how_many(text, frozenset([thing])) is told


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("How many ferry deckhands were hired?", {"deckhand"}),
        ("How many of the ferries sank?", {"ferri"}),
        ("How many came?", set()),
        ("How many days was it open?", set()),
        ("Who came?", set()),
    ],
)
def test_the_thing_that_is_counted(question: str, thing: set[str]) -> None:
    assert counted(question) == thing


def test_a_reference_is_answered_by_what_bears_it(library: SmallLibrary) -> None:
    assert ask(library, "What is planning application 21/00417/FUL for?").answer == PIER
    other = ask(library, "What is planning application 21/00999/FUL for?")
    assert other.note == "No paper held names 21/00999/FUL."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("21/00417/FUL and P/2019/0123", ("21/00417/FUL", "P/2019/0123")),
        ("14/10/2021", ()),
        ("in 2016/17", ()),
        ("open 24/7", ()),
        ("action 22/03", ()),
    ],
)
def test_references_are_no_dates(text: str, found: tuple[str, ...]) -> None:
    assert references(text) == found


def test_the_address_asked_for_leads(library: SmallLibrary) -> None:
    answer = ask(library, "What is the email address of the Saltwick toll office?")
    assert answer.answer.splitlines()[0] == "toll@saltwick.example"
    assert answer.values[0] == "toll@saltwick.example"
    phone = ask(library, "telephone number of the Saltwick ferry office")
    assert phone.answer.splitlines()[0] == "01632 960111"


def test_what_leads_already_is_not_said_twice(library: SmallLibrary) -> None:
    searcher = Searcher(library)
    asking, _ = inquire(searcher, "What is the email of the Saltwick toll office?")
    found = Found("toll@saltwick.example is its address.", [Quote("p")])
    assert led(asking, found) is found


def test_short_lines_under_a_lead_in_are_its_points(library: SmallLibrary) -> None:
    answer = ask(library, "What fares were set at Saltwick?")
    assert answer.answer.splitlines()[:4] == [LEAD, *FARES]


def test_a_paragraph_that_breaks_off_goes_on(library: SmallLibrary) -> None:
    answer = ask(library, "Who gave the speech at the launch of the lifeboat?")
    assert answer.answer.splitlines()[:2] == [BROKEN, SPEAKER]


def test_a_short_line_that_states_a_thing_answers(library: SmallLibrary) -> None:
    assert ask(library, "gull netting").answer.splitlines()[0] == GULLS


def test_what_is_only_to_be_considered_is_not_decided(library: SmallLibrary) -> None:
    answer = ask(library, "What did the Saltwick Ferry Board decide about the fog bell?")
    assert answer.note == "The papers held tell of no decision on it."


@pytest.mark.parametrize(
    ("question", "opening"),
    [("Is Edda Marl the chair?", "Yes: Edda Marl"), ("Does Cllr Marl chair it?", "Yes: Edda Marl")],
)
def test_whether_somebody_holds_an_office(
    library: SmallLibrary, question: str, opening: str
) -> None:
    answer = ask(library, question)
    assert answer.kind == "role"
    assert answer.answer.startswith(opening)


def test_another_than_the_chair_is_not_said_to_be(library: SmallLibrary) -> None:
    assert not ask(library, "Is Tove Lind the chair?").answer.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("minutes of 14/10/21", "2021-10-14"),
        ("on 14.10.2021", "2021-10-14"),
        ("21 July '23 meeting", "2023-07-21"),
        ("21 July 23?", "2023-07-21"),
        ("4 May 98?", "1998-05-04"),
        ("July '23", "2023-07-01"),
    ],
)
def test_years_of_two_figures(text: str, day: str) -> None:
    (period,) = periods_in(text)
    assert str(period.first) == day


@pytest.mark.parametrize("text", ["21 July 23 members came", "July 23", "version 2.1.10"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert periods_in(text) == ()


def test_who_was_elected_is_told_by_what_says_so(library: SmallLibrary) -> None:
    assert ask(library, "Who was elected vice chair of the Saltwick ferry?").answer == MADE


def test_a_name_that_no_paper_has_whole_is_unknown(library: SmallLibrary) -> None:
    answer = ask(library, "What does the Saltwick Lifeboat say of the speech?")
    assert answer.note == "No paper held names Saltwick Lifeboat."


@given(st.text(max_size=300))
def test_counting_and_references_take_any_text(text: str) -> None:
    assert says_how_many(f"{text}\n14 deckhands", frozenset(["deckhand"]))
    held = references(f"{text}\n19/00421/FUL, {text}")
    assert "19/00421/FUL" in held
    assert [one for one in held if one not in f"{text} 19/00421/FUL"] == []
