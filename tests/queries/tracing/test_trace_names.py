"""A short name that papers write word for word is not told of in some of its words."""

from pathlib import Path

import pytest

from embeddings.names import Name
from queries.graphs.place import Place
from queries.search import Searcher
from queries.trace import history
from queries.tracing.steps import Piece, belonging, kind_of
from queries.tracing.subject import Subject, names
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.invented_graph import BASE, LATER
from tests.support.small_library import small_library

WRITTEN = "The ferry pilot scheme began in May."
APART = "A pilot was hired, and the ferry was painted."
PILOTS = "The pilots agreed that 14 of them were too few for the winter."
MANY = tuple(f"Ferry {number} sailed." for number in range(40))


def subject(words: str, *texts: str) -> Subject:
    return Subject.of(understand(words, Names(())), texts)


def rule(of: Subject, text: str) -> str | None:
    place = Place("p", text, "d", "a.txt", 0, form="text")
    found = belonging(of, Piece(place, 0, len(text), ()), None, 0.0)
    return found.rule if found else None


def test_one_word_of_a_name_that_is_written_word_for_word_does_not_tell_of_it() -> None:
    assert rule(subject("ferry pilots", "On ferry pilots: a note.", *MANY), PILOTS) is None
    assert rule(subject("ferry pilots", PILOTS, *MANY), PILOTS) == "names-it"


def test_another_form_of_such_a_name_is_all_of_it() -> None:
    forms = ("Ferry Pilots Company", "FPC")
    known = Names([Name("body:fpc", "Organisation", form) for form in forms])
    called = Subject.of(
        understand("Ferry Pilots Company", known), ["The Ferry Pilots Company", *MANY]
    )
    assert rule(called, "The charges of the FPC were raised in the spring.") == "names-it"


@pytest.mark.parametrize(
    ("texts", "title", "named"),
    [
        ((WRITTEN,), "Ferry pilot scheme", True),
        ((WRITTEN,), "Ferry pilot", True),
        ((WRITTEN, *["The ferry sailed."] * 30), "The scheme of the pilot", False),
        ((APART, *["The ferry sailed."] * 30), "Pilot boats", False),
    ],
)
def test_a_title_without_a_word_of_such_a_name_is_of_something_else(
    texts: tuple[str, ...], title: str, named: bool
) -> None:
    assert names(subject("ferry pilot scheme", *texts), title) is named


@pytest.mark.parametrize(
    "title",
    ["QB(5)4 Ferry pilot scheme", "Ferry pilot scheme – paper QB(5)4.ii", "QB/21/4 Ferry pilots"],
)
def test_the_number_of_a_paper_is_no_part_of_its_title(title: str) -> None:
    assert names(subject("ferry pilot scheme for the outer islands", WRITTEN), title)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry fair was held in May.", "completed"),
        ("It was held in May.", "completed"),
        ("A regatta was held in May, when talk was of the ferry fair.", "progressed"),
    ],
)
def test_what_was_held_is_the_matter_where_it_stands_before(text: str, kind: str) -> None:
    place = Place("p", text, "d", "a.txt", 0, form="text")
    assert kind_of(subject("ferry fair", text), Piece(place, 0, len(text), ()))[0] == kind


@pytest.mark.parametrize(
    ("heading", "kind"), [("News › Publications", "published"), ("News › Ferries", None)]
)
def test_what_stands_among_publications_is_published(heading: str, kind: str | None) -> None:
    title = "12. A pilot's handbook, 3 May 2024"
    place = Place("p", title, "d", "a.txt", 0, form="text", heading=heading)
    piece = Piece(place, 0, len(title), ())
    assert kind_of(subject("pilot's handbook", title), piece) == (kind, None)


SETTLED = f"""
GRAPH doc:{LATER} {{
  <{BASE}document/{LATER}/p3> a mb:Paragraph ; mb:inDocument doc:{LATER} ; mb:ordinal 3 ;
    mb:text "The Board agreed that the ferry pilots be paid more." ; mb:start 200 ; mb:end 252 ;
    mb:kind "text" ; mb:ofMeeting meeting:harbour-towns-board-2021-06-09 ; mb:onItem item:fares .
  <{BASE}document/{LATER}/p4> a mb:Paragraph ; mb:inDocument doc:{LATER} ; mb:ordinal 4 ;
    mb:text "The Board agreed to raise fares on Sundays." ; mb:start 300 ; mb:end 343 ;
    mb:kind "text" ; mb:ofMeeting meeting:harbour-towns-board-2021-06-09 ; mb:onItem item:fares .
  item:fares a mb:AgendaItem ; mb:itemNumber "6" ; dct:title "Ferry fares" ;
    mb:atMeeting meeting:harbour-towns-board-2021-06-09 .
  decision:pay a mb:Decision ; mb:text "agreed that the ferry pilots be paid more" ;
    mb:onItem item:fares ; mb:statedIn <{BASE}document/{LATER}/p3> .
  decision:sundays a mb:Decision ; mb:text "agreed to raise fares on Sundays" ;
    mb:onItem item:fares ; mb:statedIn <{BASE}document/{LATER}/p4> .
}}
"""


def test_what_else_is_settled_under_such_a_title_is_no_step(tmp_path: Path) -> None:
    steps = history(Searcher(small_library(tmp_path / "keywords", SETTLED)), "ferry pilots").steps
    assert [one.quote for one in steps] == ["The Board agreed that the ferry pilots be paid more."]


def test_only_what_names_the_matter_itself_is_quoted(tmp_path: Path) -> None:
    library = Searcher(small_library(tmp_path / "keywords", SETTLED))
    told = {one.quote: (one.rule, one.basis) for one in history(library, "ferry fares").steps}
    assert told["The Board agreed to raise fares on Sundays."] == ("under-its-title/1", "inferred")
    assert history(library, "ferry fares", quoted_only=True).steps == ()


def test_a_title_of_common_words_of_a_longer_matter_does_not_name_it() -> None:
    words, rare = "shadowing of ferry boats by novices", ["A novice shadowed the ferry boats."]
    assert names(subject(words, *rare), "Ferry boats")
    assert not names(subject(words, *rare, *["The ferry boats sailed."] * 60), "Ferry boats")
