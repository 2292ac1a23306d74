"""Which passages belong to a matter: by meaning, on agendas, and where actions are told again."""

from datetime import date

import pytest

from queries.names import Names
from queries.place import Place, StatedFact
from queries.question import understand
from queries.trace import trace
from queries.tracing.dating import PassageDays
from queries.tracing.steps import Belonging, Piece, belonging, foremost, numbered, pieces
from queries.tracing.subject import Subject
from tests import invented_graph
from tests.invented_graph import BASE, LATER
from tests.small_library import small_library

MATTER = "lend gauges to Northmoor Council"
AGENDA = f"""
GRAPH doc:{LATER} {{
  <{BASE}document/{LATER}/p3> a mb:Paragraph ; mb:inDocument doc:{LATER} ; mb:ordinal 3 ;
    mb:text "6. Lending of gauges to Northmoor Council" ; mb:start 200 ; mb:end 241 ;
    mb:ofMeeting meeting:harbour-towns-board-2021-06-09 .
  item:lending a mb:AgendaItem ; mb:itemNumber "6" ;
    dct:title "Lending gauges to Northmoor Council" ;
    mb:atMeeting meeting:harbour-towns-board-2021-06-09 ;
    mb:statedIn <{BASE}document/{LATER}/p3> .
}}
"""
TOLD_AGAIN = f"""
GRAPH doc:{LATER} {{
  <{BASE}document/{LATER}/p4> a mb:Paragraph ; mb:inDocument doc:{LATER} ; mb:ordinal 4 ;
    mb:text "Ben Osier posted it in May: done." ; mb:start 300 ; mb:end 333 ;
    mb:ofMeeting meeting:harbour-towns-board-2021-06-09 .
  action:posted a mb:Action ; mb:text "Ben Osier posted it" ; mb:sameActionAs action:write ;
    mb:statedIn <{BASE}document/{LATER}/p4> .
}}
"""
UNDATED = f"""
GRAPH doc:eeeeeeeeeeee {{
  doc:eeeeeeeeeeee a mb:Document ; mb:fileName "progress.txt" .
  <{BASE}document/eeeeeeeeeeee/p0> a mb:Paragraph ; mb:inDocument doc:eeeeeeeeeeee ; mb:ordinal 0 ;
    mb:kind "heading" ; mb:text "Progress on gauges, October – December 2023" .
  <{BASE}document/eeeeeeeeeeee/p1> a mb:Paragraph ; mb:inDocument doc:eeeeeeeeeeee ; mb:ordinal 1 ;
    mb:kind "text" ; mb:text "Ten were lent on 24 October 2023. All come back in May 2025." .
}}
"""


def subject(words: str) -> Subject:
    return Subject(understand(words, Names(())), [words])


def piece(text: str, paragraph: str = "p", document: str = "d") -> Piece:
    return Piece(Place(paragraph, text, document, "a.txt", 0, form="text"), 0, len(text), ())


def rule(words: str, text: str, likeness: float) -> str | None:
    found = belonging(subject(words), piece(text), None, likeness)
    return found.rule if found else None


def test_what_is_told_in_other_words_belongs_by_meaning() -> None:
    words = "who pays for the loan of gauges to towns"
    told = "The Exchange has met the cost of every gauge."
    assert rule(words, told, 0.75) == "alike"
    assert rule(words, told, 0.4) is None


def test_what_shares_no_word_is_not_alike() -> None:
    assert rule("loan of gauges to towns", "The dredger was repaired in spring.", 0.9) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The gauge handbook is late.", "reported"),
        ("A gauge handbook will go to every town.", "proposed"),
        ("The gauge handbook and what it is for", None),
    ],
)
def test_a_sentence_that_names_the_matter_tells_something(text: str, kind: str | None) -> None:
    found = belonging(subject("gauge handbook"), piece(text), None, 0.0)
    assert (found.kind if found else None) == kind


def alike(paragraph: str, share: float, document: str) -> Belonging:
    return Belonging(
        piece("Gauges are lent.", paragraph, document), "alike", share, "reported", None
    )


def test_of_each_paper_only_the_most_alike_belong() -> None:
    found = [alike(f"p{at}", at / 100, "one") for at in range(5)] + [alike("q", 0.0, "two")]
    kept = [
        one.piece.place.paragraph for one in foremost(subject("loan of gauges to towns"), found)
    ]
    assert sorted(kept) == ["p2", "p3", "p4", "q"]


def test_what_has_a_short_name_that_is_used_is_not_told_of_without_it() -> None:
    named = Belonging(piece("The gauge handbook is late."), "names-it", 1.0, "reported", None)
    assert list(foremost(subject("gauge handbook"), [named, alike("q", 0.1, "two")])) == [named]


def rules(more: str, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, date | None]]:
    library = small_library(tmp_path_factory.mktemp("traced") / "keywords", more)
    return [(step.rule, step.date) for step in trace(library, MATTER).steps]


def test_the_agenda_tells_of_a_meeting_of_which_nothing_else_is_held(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert ("on-an-agenda/1", date(2021, 6, 9)) in rules(AGENDA, tmp_path_factory)


def test_an_action_of_the_matter_is_followed_to_where_it_is_told_again(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert ("linked/1", date(2021, 5, 1)) in rules(TOLD_AGAIN, tmp_path_factory)


def test_a_recommendation_is_found_by_its_number_under_the_matters_title() -> None:
    fact = StatedFact("rec:7", "Recommendation", "Mend the sluice in spring.")
    row = "7\tMend the sluice in spring.\tAgreed"
    place = Place("p", row, "d", "a.txt", 0, form="table", heading="Appendix A: Dry Feet review")
    named = subject("recommendation 7 of the Dry Feet review")
    assert named.numbers == {"7"}
    found = numbered(named, Piece(place, 0, len(row), (fact,)), frozenset({"rec:7"}))
    assert found is not None
    assert (found.rule, found.concerns) == ("by-its-number", "rec:7")
    other = Place("p", row, "d", "a.txt", 0, form="table", heading="Lamps")
    assert numbered(named, Piece(other, 0, len(row), (fact,)), frozenset({"rec:7"})) is None


def test_the_heads_of_a_table_are_no_step() -> None:
    heads, row = "Ref\tGauge handbook\tOwner", "4\tPublish the gauge handbook\tAnn Lowe\tComplete"
    told = [
        belonging(subject("gauge handbook"), part, None, 0.0)
        for text in (heads, row)
        for part in pieces(Place("p", text, "d", "a.txt", 0, form="table"), ())
    ]
    assert [one.kind if one else None for one in told] == [None, "completed"]


def test_papers_much_older_than_the_time_named_tell_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    library = small_library(tmp_path_factory.mktemp("traced") / "keywords")
    assert trace(library, f"{MATTER}, 2022").steps
    assert trace(library, f"{MATTER}, 2024").steps == ()


def test_an_undated_paper_is_of_the_last_month_that_its_headings_name() -> None:
    graph = invented_graph.graph(more=UNDATED)
    passage = Place("p", "x", f"{BASE}document/eeeeeeeeeeee", "progress.txt", 1)
    assert PassageDays(graph).of(passage) == date(2023, 12, 1)
