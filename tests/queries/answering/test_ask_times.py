"""What is asked of a time is answered by passages that are of it, or speak of it."""

from datetime import date, timedelta

import pytest

from queries.answering.timely import asked_time, is_of
from queries.ask import ask
from queries.graphs.place import Place
from queries.search import Searcher
from queries.understanding.periods import Period, periods_in
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

JUNE = "333333333333"
DECEMBER = "444444444444"
PAPERS = (
    (
        JUNE,
        "2022-06-07",
        "The swans nest by the weir.",
        "Sluice keys are kept by Mr Rudd in the shed behind the mill.",
    ),
    (
        DECEMBER,
        "2022-12-06",
        "The swans left the weir and the swans came back.",
        "The punt was lent in January 2021 to the choir.",
    ),
)


def papers() -> str:
    """Two papers of one body, as TriG."""
    graphs = []
    for name, day, *texts in PAPERS:
        document, meeting = f"<{BASE}document/{name}>", f"<{BASE}meeting/mill-{day}>"
        lines = [
            f'{document} a mb:Document ; mb:fileName "{name}.txt" ; mb:kind "minutes" ;',
            f'  dct:date "{day}"^^xsd:date ; mb:ofMeeting {meeting} ; mb:sha256 "{name[0] * 64}" .',
            f'{meeting} a mb:Meeting ; dct:date "{day}"^^xsd:date ; mb:heldBy <{BASE}board/mill> .',
            f'<{BASE}board/mill> a mb:Board ; skos:prefLabel "Mill Board" .',
        ]
        lines += paragraphs(f"{BASE}document/{name}", texts)
        graphs.append(f"{document} {{ {' '.join(lines)} }}")
    return "\n".join(graphs)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("times") / "keywords", papers())


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Who was missing from the 2 April 2031 meeting?", "2031-04-02"),
        ("actions from the May 2031 minutes", "2031-05-31"),
        ("what was decided from the 2 April 2031 on?", None),
        ("decisions from 2 April 2031", None),
        ("decisions since the May 2031 meeting", None),
    ],
)
def test_what_is_from_one_thing_is_of_its_time(text: str, last: str | None) -> None:
    """ "From the May meeting" tells which meeting, "from May on" since when."""
    (period,) = periods_in(text)
    assert (period.after and str(period.after - timedelta(1))) == last


def test_what_is_of_another_time_does_not_answer(library: SmallLibrary) -> None:
    told = ask(library, "Where does the Mill Board have the swans and the weir in June 2022?")
    assert {one.file for one in told.citations} == {f"{JUNE}.txt"}
    assert (
        ask(library, "Where does the Mill Board have the swans and the weir?").citations[0].file
        == f"{DECEMBER}.txt"
    )


def test_a_later_paper_may_speak_of_a_time(library: SmallLibrary) -> None:
    told = ask(library, "Where did the punt of the Mill Board go in January 2021?")
    assert [one.quote for one in told.citations] == [
        "The punt was lent in January 2021 to the choir."
    ]


def test_of_when_the_papers_speak_is_said_where_it_is_not_the_time_asked_of(
    library: SmallLibrary,
) -> None:
    told = ask(library, "Where does the Mill Board keep sluice keys in December 2022?")
    assert not told.answered
    assert told.note == (
        "Nothing near the question is in or of December 2022; what comes nearest is of 7 June 2022."
    )


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What was said of eels in March 2022?", "March 2022"),
        ("What was said of eels on 3 March 2022?", "3 March 2022"),
        ("What was said of eels in 2022?", None),
        ("What was said of eels since March 2022?", None),
        ("What was to be done by March 2022?", None),
        ("What was said of eels in March 2022 and in May 2022?", None),
        ("How did eels change in March 2022?", None),
    ],
)
def test_a_question_is_asked_of_one_time_of_up_to_a_season(
    library: SmallLibrary, question: str, asked: str | None
) -> None:
    time = asked_time(Searcher(library).understand(question))
    assert (time and question[time.begin : time.end]) == asked


MARCH = Period(date(2022, 3, 1), date(2022, 4, 1))
DAY = Period(date(2022, 3, 9), date(2022, 3, 10))


@pytest.mark.parametrize(
    ("text", "paper", "time", "of"),
    [
        ("Eels came.", date(2022, 3, 9), MARCH, True),
        ("Eels came.", date(2022, 2, 9), MARCH, False),
        ("Eels came.", date(2022, 5, 9), MARCH, True),
        ("Eels came.", date(2022, 5, 9), DAY, False),
        ("Eels came on 9 March 2022.", date(2023, 5, 9), DAY, True),
        ("Eels came in March.", date(2022, 6, 9), DAY, True),
        ("Eels came in March.", date(2023, 6, 9), DAY, False),
        ("Eels came in 2022.", date(2023, 6, 9), MARCH, False),
        ("Eels came.", None, MARCH, False),
    ],
)
def test_a_passage_is_of_the_time_of_its_paper_or_speaks_of_it(
    text: str, paper: date | None, time: Period, of: bool
) -> None:
    assert is_of(Place("p", text, "d", "f.txt", 0), paper, time) is of


def test_months_may_share_a_year() -> None:
    june, july = periods_in("in June and July 2016")
    assert (june.first, june.after) == (date(2016, 6, 1), date(2016, 7, 1))
    assert july.first == date(2016, 7, 1)


def test_two_months_of_a_year_are_joined_where_words_join_them() -> None:
    (span,) = periods_in("between June and September 2022")
    assert (span.first, span.after) == (date(2022, 6, 1), date(2022, 10, 1))


def test_who_came_is_not_told_by_a_paper_that_only_speaks_of_the_day(
    library: SmallLibrary,
) -> None:
    told = ask(library, "Who attended the meeting of January 2021?")
    assert not told.answered
    assert told.note == "No minutes of a meeting of January 2021 are held."
