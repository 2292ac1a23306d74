"""When what belongs to a matter was, and which steps one passage tells."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.graphs.place import Place
from queries.trace import trace
from queries.tracing.dating import PassageDays, Time
from queries.tracing.moments import going_on, moments, of_the_matter
from queries.tracing.steps import Belonging, Piece
from queries.understanding.periods import Period
from tests.queries.tracing.test_trace_gathering import MATTER, subject
from tests.support import invented_graph
from tests.support.invented_graph import BASE
from tests.support.small_library import small_library

UNDATED = f"""
GRAPH doc:eeeeeeeeeeee {{
  doc:eeeeeeeeeeee a mb:Document ; mb:fileName "progress.txt" .
  <{BASE}document/eeeeeeeeeeee/p0> a mb:Paragraph ; mb:inDocument doc:eeeeeeeeeeee ; mb:ordinal 0 ;
    mb:kind "heading" ; mb:text "Progress on gauges, October – December 2023" .
  <{BASE}document/eeeeeeeeeeee/p1> a mb:Paragraph ; mb:inDocument doc:eeeeeeeeeeee ; mb:ordinal 1 ;
    mb:kind "text" ; mb:text "Ten were lent on 24 October 2023. All come back in May 2025." .
}}
"""


def test_papers_much_older_than_the_time_named_tell_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    library = small_library(tmp_path_factory.mktemp("traced") / "keywords")
    assert trace(library, f"{MATTER}, 2022").steps
    assert trace(library, f"{MATTER}, 2024").steps == ()


def test_an_undated_paper_is_of_the_end_of_the_last_month_that_its_headings_name() -> None:
    graph = invented_graph.graph(more=UNDATED)
    passage = Place("p", "x", f"{BASE}document/eeeeeeeeeeee", "progress.txt", 1)
    assert PassageDays(graph).of(passage) == date(2023, 12, 31)


def test_what_is_only_alike_is_told_within_a_year_of_the_time_named() -> None:
    time = Time.of([Period(date(2021, 1, 1), date(2022, 1, 1))], date(2023, 6, 1))
    assert [time.is_near(date(year, 6, 1)) for year in (2021, 2022, 2023)] == [True, True, False]
    assert [time.holds(date(year, 5, 1)) for year in (2019, 2020, 2023, 2024)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert Time().holds(None)
    assert Time().is_near(date(1990, 1, 1))


TWO_TIMES = (
    "The gauge handbook was written in May 2021. Ten towns lent a hand. "
    "The gauge handbook will be printed in October 2021. Nobody asked for more."
)


def told(text: str, form: str = "text") -> list[Belonging]:
    place = Place("p", text, "d", "a.txt", 0, form=form)
    one = Belonging(Piece(place, 0, len(text), ()), "names-it", 1.0, "reported", None)
    return list(moments(subject("gauge handbook"), one, date(2021, 6, 9)))


def parts(text: str, form: str = "text") -> list[tuple[str, str]]:
    return [(part.piece.text, part.kind) for part in told(text, form)]


def rules(text: str) -> list[str]:
    return [part.rule for part in told(text)]


def test_what_was_and_what_is_to_come_are_two_steps() -> None:
    was, comes = TWO_TIMES.split(" The gauge handbook will")
    assert [text for text, _ in parts(TWO_TIMES)] == [was, f"The gauge handbook will{comes}"]
    assert parts(TWO_TIMES)[1][1] == "proposed"
    assert parts(TWO_TIMES, "table") == [(TWO_TIMES, "reported")]


def test_a_part_that_goes_on_from_the_one_before_is_a_step_too() -> None:
    text = "The gauge handbook was printed in May 2021. Printed copies will go out in July 2021."
    assert [part for part, _ in parts(text)] == text.replace(". ", ".\n").split("\n")
    assert rules(text) == ["names-it", "same-passage"]
    assert rules(TWO_TIMES) == ["names-it", "names-it"]


def section(*texts: str, heading: str = "Lamps") -> list[Place]:
    return [
        Place(f"p{at}", text, "d", "a.txt", at, form="text", heading=heading)
        for at, text in enumerate(texts)
    ]


def test_passages_go_on_from_the_first_under_their_heading_while_they_share_its_words() -> None:
    first, *behind = section(
        "The quay scheme lights forty lamps.", "Forty lamps burn oil.", "Oil is dear.",
        "The regatta is in June.", "Oil was bought in March.",
    )  # fmt: skip
    assert going_on(first, [first, *behind], 4) == behind[:2]
    assert going_on(first, [first, *behind], 3) == []
    assert going_on(behind[0], [first, *behind], 4) == []


def pointed(*texts: str) -> list[Place]:
    """Passages under one heading; those that open with a star have a bullet of their own."""
    return [
        Place(f"p{at}", text.lstrip("* "), "d", "a.txt", at, heading="Reports", form=form)
        for at, text in enumerate(texts)
        for form in ["list item" if text.startswith("*") else "text"]
    ]


def test_passages_go_on_from_a_point_of_a_list_up_to_the_next() -> None:
    first, other, *behind = pointed(
        "* The hedge was cut.", "* The quay scheme lights forty lamps.", "Forty lamps burn oil.",
        "* The lamps of the church are lit.",
    )  # fmt: skip
    assert going_on(other, [first, other, *behind], 4) == behind[:1]
    assert going_on(behind[0], [first, other, *behind], 4) == []


def test_passages_go_on_from_a_number_of_its_own_that_is_not_the_first() -> None:
    first, other, last = pointed("Reports were given.", "4.1 The lamps burn.", "Lamps are dear.")
    numbered = replace(other, number="4.1")
    assert going_on(numbered, [first, numbered, last], 4) == [last]
    assert going_on(other, [first, other, last], 4) == []


def test_what_stands_under_another_heading_goes_on_from_nothing() -> None:
    (first,) = section("The quay scheme lights forty lamps.")
    assert going_on(first, [first, *section("x", "Forty lamps burn.", heading="Oil")], 4) == []


def test_a_part_without_a_word_of_the_matter_is_no_step() -> None:
    text = "The gauge handbook was written in May 2021. The lamps will be lit in July 2021."
    assert [text for text, _ in parts(text)] == ["The gauge handbook was written in May 2021."]


BUSINESS = "The {} was seen to, and nobody had anything more to say of it at this meeting."
LONG = [BUSINESS.format(one) for one in ("hedge", "pump", "bench", "drain", "wall", "path")]


def about_the_gauge(*said: str, heading: str | None = None) -> str:
    """What a step on the gauge keeps of a passage of any other business that tells of it."""
    text = " ".join((*LONG, *said, *LONG))
    place = Place("p", text, "d", "a.txt", 0, form="text", heading=heading)
    one = Belonging(Piece(place, 0, len(text), ()), "speaks-of-it", 0.6, "decided", "decision:x")
    kept = of_the_matter(subject("gauge"), one)
    assert (kept.concerns, kept.kind) == (
        ("decision:x", "decided") if heading else (None, "reported")
    )
    return kept.piece.text


def test_of_a_long_passage_a_step_keeps_what_is_of_the_matter() -> None:
    said = ("Ben Osier has brought the gauge.", "This was welcome.")
    assert about_the_gauge(*said) == " ".join(said)
    assert about_the_gauge(said[0]) == said[0]


def test_a_long_passage_under_a_title_of_the_matter_is_all_its_own() -> None:
    assert about_the_gauge("The gauge is here.", heading="Gauge").startswith(LONG[0])


@given(st.lists(st.sampled_from([
    "The gauge was lent in May 2021.", "It will be back in July 2021.", "Nobody spoke.",
    "The gauge is to be mended.", "On 3 March 2021 the gauge was found.",
]), min_size=1, max_size=6))  # fmt: skip
def test_parts_are_whole_sentences_in_order_and_overlap_nowhere(said: list[str]) -> None:
    text = " ".join(said)
    place = Place("p", text, "d", "a.txt", 0, form="text")
    one = Belonging(Piece(place, 0, len(text), ()), "names-it", 1.0, "reported", None)
    found = [part.piece for part in moments(subject("gauge"), one, date(2021, 6, 9))]
    assert found
    assert all(before.end < after.start for before, after in pairwise(found))
    assert all(piece.text[0].isupper() and piece.text.endswith(".") for piece in found)
