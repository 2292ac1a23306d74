"""Histories over the invented papers and over small papers written here."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotFound
from queries.graphs.place import MeetingPlace, Place
from queries.trace import trace
from queries.tracing.brief import brief
from queries.tracing.dating import (
    PassageDays,
    ToldDay,
    begun,
    done,
    promised,
    settled,
    tells_of_past,
    told,
)
from queries.tracing.history import History, Matter, Step
from queries.understanding.periods import Period
from tests.support.invented_graph import BASE, graph
from tests.support.small_library import SmallLibrary, small_library

PAPER = date(2023, 7, 21)
MAY = ToldDay(date(2023, 5, 31), "May 2023")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("small") / "keywords")


def place(text: str, form: str = "text") -> Place:
    meeting = MeetingPlace("m", PAPER, "Harbour Towns Board")
    return Place("p", text, "d", "a.txt", 0, form=form, meeting=meeting)


def test_steps_are_quoted_from_the_papers_in_order_of_date(library: SmallLibrary) -> None:
    history = trace(library, "lend gauges to Northmoor Council")
    told = [(step.date, step.kind, step.concerns) for step in history.steps[:2]]
    assert told == [
        (date(2021, 3, 3), "recommended", f"{BASE}recommendation/lend"),
        (date(2021, 3, 3), "decided", f"{BASE}decision/lend"),
    ]
    assert [step.date for step in history.steps] == sorted(
        step.date for step in history.steps if step.date
    )


@pytest.mark.parametrize(
    "asked", ["What became of {}?", "What has happened with {}?", "The history of {}"]
)
def test_the_words_of_asking_are_no_words_of_the_matter(library: SmallLibrary, asked: str) -> None:
    what = "the offer to lend gauges to Northmoor Council"
    plain = trace(library, what).steps
    assert plain
    assert trace(library, asked.format(what)).steps == plain


def test_every_step_quotes_its_paragraph(library: SmallLibrary) -> None:
    steps = trace(library, "lend gauges to Northmoor Council").steps
    assert len(steps) > 1
    for step in steps:
        ((text,),) = library.graph.select(
            f"SELECT ?text WHERE {{ <{step.paragraph}> mb:text ?text }}"
        ).rows
        assert str(text)[step.start : step.end] == step.quote


def test_when_it_happened_and_when_it_was_recorded_stay_apart(library: SmallLibrary) -> None:
    steps = trace(library, "lend gauges to Northmoor Council").steps
    assert all(step.recorded for step in steps)
    assert all(step.date <= step.recorded for step in steps if step.date and step.recorded)
    assert {step.added for step in steps} == {None}


def test_the_iri_of_a_resource_is_followed_by_its_words(library: SmallLibrary) -> None:
    history = trace(library, f"{BASE}decision/lend")
    assert f"{BASE}recommendation/lend" in {step.concerns for step in history.steps}


def test_an_iri_that_is_not_held_is_an_error(library: SmallLibrary) -> None:
    with pytest.raises(NotFound, match="holds nothing with the IRI"):
        trace(library, f"{BASE}decision/none")


def test_inferred_steps_can_be_left_out(library: SmallLibrary) -> None:
    what = "lend gauges to Northmoor Council"
    everything, quoted = trace(library, what), trace(library, what, quoted_only=True)
    assert {step.basis for step in everything.steps} == {"quoted", "inferred"}
    assert quoted.steps == tuple(step for step in everything.steps if step.basis == "quoted")


def test_as_of_a_day_later_papers_are_not_known(library: SmallLibrary) -> None:
    what = "lend gauges to Northmoor Council"
    assert trace(library, what, as_of=date(2021, 3, 2)).steps == ()
    assert trace(library, what, as_of=date(2021, 3, 3)) == trace(library, what)


def test_a_matter_nobody_speaks_of_has_no_steps(library: SmallLibrary) -> None:
    history = trace(library, "zzz")
    assert (history.steps, history.gaps) == ((), ())
    assert history.status == "The papers tell no step of this matter."


@pytest.mark.parametrize(
    ("quote", "when"),
    [
        (
            "In February 2023 it was agreed to lend more.",
            ToldDay(date(2023, 2, 28), "February 2023"),
        ),
        ("Gauge handbook, 7 May 2023", ToldDay(date(2023, 5, 7))),
        (
            "After long talks in February, it was agreed.",
            ToldDay(date(2023, 2, 28), "February 2023"),
        ),
        ("It asked for a fair to be held in April.", None),
        ("It will be lent, as was agreed in April.", ToldDay(date(2023, 4, 30), "April 2023")),
        ("It was agreed in November.", ToldDay(date(2022, 11, 30), "November 2022")),
        ("At its November meeting it was agreed.", ToldDay(date(2022, 11, 30), "November 2022")),
        ("It will be brought to members at the November meeting.", None),
        ("The group has sat twice (March and July).", ToldDay(date(2023, 3, 31), "March 2023")),
        ("The Minister came to the quay earlier this year.", ToldDay(date(2023, 1, 1), "2023")),
        ("It will be launched on 1 September 2023.", None),
        ("It is lent in 2023.", None),
        ("It is poor (Harbour News, 13 July), so ten gauges were lent.", None),
        ("It met (Thursday, 13 July) at noon.", ToldDay(date(2023, 7, 13))),
        ("In July 2023 ten gauges were lent.", ToldDay(PAPER, "July 2023")),
        ("Ten gauges were lent in spring 2023.", ToldDay(date(2023, 5, 31), "March to May 2023")),
        ("Nothing is dated here.", None),
        ("The fair was held on 8-9 May 2023 by the quay.", ToldDay(date(2023, 5, 8))),
        ("The fair was held on the 4th and 5th June 2023.", ToldDay(date(2023, 6, 4))),
        ("It is due by 31 August 2023 (was 31 May 2023).", None),
        ("In May 2023 it was put off to September 2023.", MAY),
    ],
)
def test_a_step_is_dated_by_its_own_words(quote: str, when: ToldDay | None) -> None:
    assert told(quote, PAPER) == when


_DAYS = st.dates(date(2015, 1, 1), date(2023, 7, 20))


@given(_DAYS, _DAYS, st.booleans(), st.booleans())
def test_nothing_stands_before_what_was_over_sooner(
    one: date, other: date, month: bool, other_month: bool
) -> None:
    first, last = _span(one, month)
    later, _ = _span(other, other_month)
    here, there = told(_saying(one, month), PAPER), told(_saying(other, other_month), PAPER)
    assert here is not None
    assert there is not None
    assert first <= here.day <= last
    assert last >= later or here.day < there.day


def _saying(day: date, month: bool) -> str:
    return f"It was lent in {day:%B %Y}." if month else f"It was lent on {day.day} {day:%B %Y}."


def _span(day: date, month: bool) -> tuple[date, date]:
    last = monthrange(day.year, day.month)[1]
    return (day.replace(day=1), day.replace(day=last)) if month else (day, day)


@pytest.mark.parametrize(
    ("row", "when"),
    [
        (
            "4\tLend ten\tAnn Lowe\t1 May 2023\tComplete\tSent on 3 April 2023.",
            ToldDay(date(2023, 4, 3)),
        ),
        (
            "4\tLend ten\tAnn Lowe\t1 May 2023\tDone: reported in March 2023",
            ToldDay(date(2023, 3, 31), "March 2023"),
        ),
        ("4\tLend ten\tAnn Lowe\t1 May 2023\tComplete\tThe next is on 3 April 2023.", None),
        ("4\tLend ten\tAnn Lowe\t1 May 2023\tComplete", None),
        ("4\tLend ten\tAnn Lowe\t1 May 2023\tIn progress", None),
    ],
)
def test_a_row_may_say_when_what_is_complete_was_done(row: str, when: ToldDay | None) -> None:
    assert done(row, PAPER) == when


def test_a_due_date_in_a_table_tells_of_nothing_past() -> None:
    assert tells_of_past(place("Lend ten. End of February 2023"), PAPER)
    assert not tells_of_past(place("Lend ten\tEnd of February 2023", "table"), PAPER)


def test_a_promise_names_a_time_to_come() -> None:
    assert promised("It will be reported in October 2023.", PAPER) == Period(
        date(2023, 10, 1), date(2023, 11, 1), 23, 35
    )
    assert promised("It was reported in May 2023.", PAPER) is None


def step(day: date, kind: str, rule: str, quote: str = "x") -> Step:
    return Step(
        day, kind, "Gauges", None, "a.txt", None, "p", quote, 0, len(quote), "quoted", f"{rule}/1",
        0.8,
    )  # fmt: skip


def test_the_turning_points_of_a_history() -> None:
    steps = (
        step(date(2023, 1, 1), "reported", "speaks-of-it"),
        step(date(2023, 2, 1), "decided", "linked", "less sure"),
        step(date(2023, 2, 1), "decided", "names-it", "surest"),
        step(date(2023, 3, 1), "discussed", "names-it"),
        step(date(2023, 4, 1), "progressed", "under-its-title"),
    )
    kept = brief(History(Matter(None, "Gauges"), "in progress", steps, ())).steps
    assert [(one.kind, one.quote) for one in kept] == [
        ("reported", "x"),
        ("decided", "surest"),
        ("progressed", "x"),
    ]


@pytest.mark.parametrize(
    ("quote", "when"),
    [
        ("Since May 2023 ten gauges were lent.", None),
        ("In May 2023, ten gauges were lent.", MAY),
        ("That the minutes of the meeting held on 3 May 2023 be signed.", None),
        ("The minutes of the meeting held on 03/05/23 were agreed.", None),
        ("A map is drawn in response to advice in the May 2023 Gauge (G) report.", None),
        ("In response to the report ten gauges were lent in May 2023.", MAY),
        ("Minutes of 3 April 2023 were read and on 3 May 2023 sent.", ToldDay(date(2023, 5, 3))),
    ],
)
def test_what_lasts_or_names_minutes_of_a_day_is_of_the_papers_time(
    quote: str, when: ToldDay | None
) -> None:
    assert told(quote, PAPER) == when


@pytest.mark.parametrize(
    ("heading", "words", "day"),
    [
        ("Tales of the rangers, July – August 2023", "July to August 2023", date(2023, 8, 31)),
        ("Report for November 2023", "November 2023", date(2023, 11, 30)),
    ],
)
def test_a_paper_of_some_months_is_of_their_end(heading: str, words: str, day: date) -> None:
    paper = """doc:ffffffffffff a mb:Document ; mb:fileName "update.html" .
    <p> a mb:Paragraph ; mb:inDocument doc:ffffffffffff ; mb:kind "heading" ; mb:text "%s" ."""
    with graph(more=f"graph:f {{ {(paper % heading).replace('<p>', 'item:p')} }}") as held:
        days = PassageDays(held)
        there = Place("p", "It went on.", f"{BASE}document/ffffffffffff", "update.html", 1)
        assert days.of(there) == day
        assert days.words(there) == words


def test_of_a_sentence_that_looks_ahead_only_what_stands_before_counts() -> None:
    announced = "A paper of May 2023 said that gauges would be lent from June 2023."
    assert begun(announced, PAPER) == MAY
    assert begun("Gauges will be lent from June 2023.", PAPER) is None


@pytest.mark.parametrize(
    ("quote", "when"),
    [
        ("It was agreed to accept the offer of 3 May 2023.", None),
        ("At its meeting in May 2023 the Board agreed to lend ten gauges.", MAY),
    ],
)
def test_what_a_decision_is_about_says_not_when_it_was_taken(
    quote: str, when: ToldDay | None
) -> None:
    assert settled(quote, PAPER) == when
