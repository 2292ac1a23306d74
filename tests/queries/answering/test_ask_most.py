"""Who or which meeting has most or fewest is counted, and what is largest is told only where sums
are compared or a paper says so.
"""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

BOARD = f"<{BASE}board/wend>"
COUNCIL = f"{BASE}council/tarn-end"
DAYS = {"2033-01-05": "5 January 2033", "2033-02-09": "9 February 2033"}
PEOPLE = {"odile": "Odile Fenn", "ivo": "Ivo Brack", "una": "Una Pell"}
CAME = {
    "2033-01-05": {"odile": "present", "ivo": "present", "una": "apologies"},
    "2033-02-09": {"odile": "present", "ivo": "absent", "una": "apologies"},
}
SPENT = {
    "2033-01-05": ("It was agreed to give £40 to the band.", "A grant of £900 was agreed."),
    "2033-02-09": ("A grant of £1,200 for oars was agreed, and £5,000 for a boat house.",),
}
OUTCOMES = {"The lamps of the quay were put off.": "deferred", "The trust noted the tide.": "noted"}
POPULAR = "The ferry was the most popular of the boats at the regatta."
PUNTS = "The punts were hired by visitors at the regatta."
TOLD = {"2033-01-05": (POPULAR, PUNTS), "2033-02-09": ("The oars are of ash.",)}


def minutes(day: str) -> str:
    """The minutes of a meeting: who came, and the sums that were agreed, as TriG."""
    name, meeting = f"{BASE}document/{day.replace('-', '')}abcd", f"<{BASE}meeting/wend-{day}>"
    head = f"Wend Ferry Trust, {DAYS[day]}: {', '.join(PEOPLE.values())}"
    decided = (*SPENT[day], *(OUTCOMES if day == "2033-01-05" else ()))
    lines = (head, *decided, *TOLD[day])
    told = [
        f'<{name}> a mb:Document ; mb:fileName "{day}.txt" ; mb:kind "minutes" ;',
        f'  dct:date "{day}"^^xsd:date ; mb:ofMeeting {meeting} ; mb:sha256 "{day[5:7] * 32}" .',
        f'{meeting} a mb:Meeting ; dct:date "{day}"^^xsd:date ; mb:heldBy {BOARD} .',
        *paragraphs(name, lines),
        *(
            f"<{name}/{who}> a mb:Attendance ; mb:person <{BASE}person/{who}> ;"
            f' mb:attendanceStatus "{status}" ; mb:atMeeting {meeting} ; mb:statedIn <{name}/p0> .'
            + (f" <{name}/{who}> mb:representing <{COUNCIL}> ." if who in {"odile", "una"} else "")
            for who, status in CAME[day].items()
        ),
        *(
            f'<{name}/d{at}> a mb:Decision ; mb:text "{text}" ; mb:decidedAt {meeting} ;'
            f' mb:outcome "{OUTCOMES.get(text, "agreed")}" ; mb:statedIn <{name}/p{at}> .'
            for at, text in enumerate(decided, 1)
        ),
    ]
    return f"<{name}> {{ {' '.join(told)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    council = f'<{COUNCIL}> a mb:Council ; skos:prefLabel "Tarn End Parish Council" .'
    named = [
        f'<{BASE}person/{one}> a foaf:Person ; foaf:name "{name}" .' for one, name in PEOPLE.items()
    ]
    board = f'{BOARD} a mb:Board ; skos:prefLabel "Wend Ferry Trust" .'
    papers = (f"<{BASE}g/wend> {{ {board} {council} {' '.join(named)} }}", *map(minutes, DAYS))
    return small_library(tmp_path_factory.mktemp("most"), " ".join(papers))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Who missed the most meetings in 2033?",
            "Una Pell: 2 (5 January 2033, 9 February 2033)",
        ),
        (
            "Which trustee of the Wend Ferry Trust attended the fewest meetings in 2033?",
            "Ivo Brack: 1 (5 January 2033)",
        ),
        (
            "Which meeting in 2033 was best attended?",
            "5 January 2033: 2 (Ivo Brack, Odile Fenn)",
        ),
        ("Which meeting in 2033 took the most decisions?", "5 January 2033: 4"),
        ("How many meetings did Ivo Brack miss?", "Ivo Brack: 1 (9 February 2033)"),
        ("Which meetings was Ivo Brack at?", "Ivo Brack: 1 (5 January 2033)"),
        ("Which councils were represented in 2033?", "Tarn End Parish Council: Odile Fenn"),
        ("Which councils sent apologies in 2033?", "Tarn End Parish Council: Una Pell"),
    ],
)
def test_who_or_what_has_most_is_counted(library: SmallLibrary, question: str, told: str) -> None:
    assert ask(library, question).answer == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which trustees attended both the January 2033 and February 2033 meetings?", ["odile"]),
        ("Who came in January 2033 but not in February 2033?", ["ivo"]),
        ("Who was on the board in February 2033 but not in January 2033?", []),
    ],
)
def test_who_was_there_at_one_time_or_at_both(
    library: SmallLibrary, question: str, told: list[str]
) -> None:
    assert ask(library, question).values == tuple(PEOPLE[one] for one in told)


def test_decisions_are_told_by_their_outcome(library: SmallLibrary) -> None:
    answer = ask(library, "Which decisions of January 2033 were deferred?")
    assert answer.values == ("The lamps of the quay were put off.",)
    answer = ask(library, "What did the board note in January 2033?")
    assert answer.values == ("The trust noted the tide.",)


def test_nobody_is_said_to_have_missed_what_no_paper_records(library: SmallLibrary) -> None:
    answer = ask(library, "How often did Odile Fenn miss a meeting?")
    assert answer.note == "No paper held records this of Odile Fenn."


def test_the_largest_is_told_of_decisions_that_name_one_sum(library: SmallLibrary) -> None:
    answer = ask(library, "What was the largest sum agreed in 2033?")
    assert answer.values == ("A grant of £900 was agreed.",)
    assert answer.note == "Of the 2 decisions found that name one sum."
    least = ask(library, "What was the smallest sum agreed in 2033?")
    assert least.values == ("It was agreed to give £40 to the band.",)
    assert not ask(library, "What was the largest grant agreed in 2033?").answered


def test_what_no_paper_calls_the_most_is_not_told(library: SmallLibrary) -> None:
    assert ask(library, "Which of the boats was the most popular at the regatta?").answer == POPULAR
    assert not ask(library, "Which of the punts was hired the most by visitors?").answered
