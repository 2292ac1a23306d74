"""What is understood of a question: names, dates, ways of asking, short forms."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.names import Name
from kg.structure.definitions import definitions
from kg.structure.sentences import sentences
from queries.graphs.place import Place
from queries.texts.lines import only_leads
from queries.texts.wording import says
from queries.understanding.aliases import initials, renamed
from queries.understanding.names import Names
from queries.understanding.periods import periods_in
from queries.understanding.question import understand, with_aliases, with_renames

NAMES = Names(
    [
        Name("b/tides", "Board", "Tides and Harbours Committee", preferred=True),
        Name("g/gx", "Programme", "Gauge Exchange", preferred=True),
        Name("g/gx", "Programme", "GX"),
        Name("p/ada", "Person", "Ada Quill", preferred=True),
        Name("p/ada", "Person", "Cllr Ada Quill"),
        Name("c/nmr", "Council", "Northmoor Council", preferred=True),
        Name("o/us", "Organisation", "US"),
    ]
)


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("on 21 July 2023", date(2023, 7, 21), date(2023, 7, 22)),
        ("on the 3rd of March 2021", date(2021, 3, 3), date(2021, 3, 4)),
        ("2023-07-21", date(2023, 7, 21), date(2023, 7, 22)),
        ("21/07/2023", date(2023, 7, 21), date(2023, 7, 22)),
        ("the December 2022 report", date(2022, 12, 1), date(2023, 1, 1)),
        ("in autumn 2023", date(2023, 9, 1), date(2023, 12, 1)),
        ("at the start of 2023", date(2023, 1, 1), date(2023, 4, 1)),
        ("in late 2023", date(2023, 10, 1), date(2024, 1, 1)),
        ("in 2016/17", date(2016, 4, 1), date(2017, 4, 1)),
        ("in 2017", date(2017, 1, 1), date(2018, 1, 1)),
        ("the index of 1983-2006", date(1983, 1, 1), date(2007, 1, 1)),
        ("from the fund of 2016–19", date(2016, 1, 1), date(2020, 1, 1)),
        ("the fund of 1998-05", date(1998, 1, 1), date(2006, 1, 1)),
        ("the budget of 1999/00", date(1999, 4, 1), date(2000, 4, 1)),
        ("the budget of 2011-12", date(2011, 4, 1), date(2012, 4, 1)),
        ("in 2022-10", date(2022, 10, 1), date(2022, 11, 1)),
        ("in 2020-03", date(2020, 3, 1), date(2020, 4, 1)),
        ("in 2021-12", date(2021, 12, 1), date(2022, 1, 1)),
        ("after July 2023", date(2023, 8, 1), None),
        ("since July 2023", date(2023, 7, 1), None),
        ("before 6 June 2018", None, date(2018, 6, 6)),
        ("between July 2023 and December 2023", date(2023, 7, 1), date(2024, 1, 1)),
    ],
)
def test_a_period_is_half_open(text: str, first: date | None, after: date | None) -> None:
    (period,) = periods_in(text)
    assert (period.first, period.after) == (first, after)


@pytest.mark.parametrize(
    "text",
    [
        *("31 February 2023", "section 114", "2,200 views", "paragraph 30"),
        *("valid until 31.12.9999", "31 December 9999", "December 9999", "1 March 0000"),
        *("decided before 1 January 0001", "until 1 January 0001", "due in November 9999"),
    ],
)
def test_what_is_no_date_is_no_period(text: str) -> None:
    assert periods_in(text) == ()


def test_a_split_year_keeps_its_label_and_a_month_has_none() -> None:
    (period,) = periods_in("the members in 2016-17")
    assert period.label == "2016/17"
    (month,) = periods_in("the members in 2022-10")
    assert month.label is None


@pytest.mark.parametrize("words", ["between {} and {}", "from {} to {}"])
def test_what_would_end_before_it_begins_is_not_joined(words: str) -> None:
    march, january = periods_in(words.format("March 2022", "January 2021"))
    assert (march.first, march.after) == (date(2022, 3, 1), date(2022, 4, 1))
    assert (january.first, january.after) == (date(2021, 1, 1), date(2021, 2, 1))


def test_a_period_holds_its_first_day_and_not_the_day_after() -> None:
    (july,) = periods_in("July 2023")
    assert july.holds(date(2023, 7, 1))
    assert not july.holds(date(2023, 8, 1))


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        ("What did Ada Quill say?", ("p/ada",)),
        ("What did Cllr Quill say?", ("p/ada",)),
        ("the gauge exchange and Northmoor Council", ("g/gx", "c/nmr")),
        ("gx gauges", ("g/gx",)),
        ("the Tides & Harbours Committee's view", ("b/tides",)),
        ("decisions of the THC", ("b/tides",)),
        ("can you tell us", ()),
        ("a quill", ()),
    ],
)
def test_names_are_found_in_any_form(text: str, iris: tuple[str, ...]) -> None:
    assert tuple(iri for mention in NAMES.mentions(text) for iri in mention.iris) == iris


def test_the_longest_name_wins_and_names_do_not_overlap() -> None:
    names = Names([Name("a", "Programme", "Gauge"), Name("b", "Programme", "Gauge Exchange")])
    (mention,) = names.mentions("the Gauge Exchange")
    assert (mention.iris, mention.start, mention.end) == (("b",), 4, 18)


def test_two_people_of_one_name_are_both_meant() -> None:
    names = Names([Name("p/2", "Person", "J Reed"), Name("p/1", "Person", "Sam Reed")])
    (mention,) = names.mentions("Cllr Reed")
    assert mention.iris == ("p/1", "p/2")


def test_both_sides_of_an_acronym_reach_the_keywords() -> None:
    assert "GX" in understand("Gauge Exchange lending", NAMES).keywords.split()
    assert "Gauge Exchange" in understand("GX lending", NAMES).keywords


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("What was decided about dredging?", "decision"),
        ("What did Ada Quill move on dredging?", "motion"),
        ("What was the vote on dredging?", "motion"),
        ("When did the pilots move into the lighthouse?", "passage"),
        ("dredging decision", "decision"),
        ("Who is the contact officer for the dredging report?", "contact"),
        ("Who sent apologies in March 2021?", "apologies"),
        ("Who attended the March meeting?", "attendance"),
        ("Who was the vice-chair in 2021?", "role"),
        ("Who presented the dredging item?", "presenter"),
        ("What is the status of the dredging action?", "status"),
        ("dredging action progress", "status"),
        ("Who reported on progress with the dredging actions?", "presenter"),
        ("Is an extraordinary meeting to be called about dredging?", "passage"),
        ("Why did the deadline for dredging slip?", "passage"),
        ("Northmoor and Eelwater Council members at the March 2021 meeting", "attendance"),
        ("Which officer should be rung about dredging?", "contact"),
        ("What was the response to the recommendation on dredging?", "response"),
        ("What was the Board recommended to do?", "recommendation"),
        ("How many recommendations did the review make?", "count"),
        ("How did the number of gauges change?", "change"),
        ("When is the next meeting?", "when"),
        ("What is dredging?", "passage"),
        ("What does Eelwater do?", "passage"),
        ("What does NFA do?", "passage"),
        ("What did members do about the hall?", "passage"),
        ("What has TS to do?", "actions"),
        ("What must TS do?", "actions"),
        ("What was the clerk to do?", "actions"),
        ("Did the proposal go to a vote at the meeting?", "passage"),
        ("Did Anna come to any decision at the meeting?", "decision"),
        ("Did Anna come to the May 2022 meeting?", "attendance"),
        ("By how much did the order of the gauges slip?", "status"),
        ("What is the state of the talks with the pilots?", "status"),
        ("Was there ever a gauge that could ring a bell?", "passage"),
        ("Was the gauge ever mended?", "done"),
        ("What was the fund to rest on, according to the decision of March 2021?", "passage"),
        ("According to the minutes, what was decided about dredging?", "decision"),
        ("Which officer is down to mend the gauge?", "actions"),
        ("Which officials from other towns sat in on 4 May 2022?", "attendance"),
    ],
)
def test_the_way_of_asking(text: str, way: str) -> None:
    assert understand(text, NAMES).way == way


@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("Which councils lend gauges?", "council"),
        ("How much does a gauge cost?", "money"),
        ("gauge keepers daily rate", "money"),
        ("Who sat on the gauge panel?", "composition"),
        ("What makes up the gap?", None),
        ("Why did the weekly rate of lending fall?", None),
        ("What was on the list of council aims?", None),
        ("list of councils with gauges", "council"),
        ("How many gauges are lent?", "number"),
        ("When does lending end?", "date"),
        ("What proportion of councils lend?", "proportion"),
        ("What is lent?", None),
    ],
)
def test_what_a_question_wants_to_be_told(text: str, expects: str | None) -> None:
    assert understand(text, NAMES).expects == expects


def test_the_subject_leaves_out_boards_dates_and_words_of_asking() -> None:
    question = understand(
        "What did the Tides and Harbours Committee decide about dredging in March 2021?", NAMES
    )
    assert question.subject == ("dredg",)


def test_capacities_and_parties_narrow_questions_about_people() -> None:
    question = understand("Who were the Labour observers in 2021?", NAMES)
    assert (question.capacities, question.parties) == (("observer",), ("Labour",))
    assert question.subject == ()


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Tide Gauge Exchange (TGE) lends", "TGE", "Tide Gauge Exchange"),
        ("the Office for Local Tides (OfLoT) began", "OfLoT", "Office for Local Tides"),
        ("Memorandum of Understanding (MoU)", "MoU", "Memorandum of Understanding"),
    ],
)
def test_short_forms_are_read_as_defined(text: str, short: str, long: str) -> None:
    assert definitions([text]) == {short: long}


@pytest.mark.parametrize("text", ["lend ten gauges (TGE)", "see it (page 3)", "the report (Annex)"])
def test_brackets_that_define_nothing(text: str) -> None:
    assert definitions([text]) == {}


def test_initials_of_names_of_three_words() -> None:
    assert initials("for the National Tide Gauge Programme, Ada Quill") == {
        "NTGP": "National Tide Gauge Programme"
    }
    assert initials("Who came from the Gauge Office in July 2031?") == {}


def test_a_defined_short_form_names_the_same_thing() -> None:
    question = with_aliases(understand("TGE lending", NAMES), {"TGE": "Tide Gauge Exchange"})
    assert "Tide Gauge Exchange" in question.keywords


def test_a_renamed_programme_goes_by_both_names() -> None:
    names = Names(
        [
            Name("g/new", "Programme", "Dock Exchange", preferred=True),
            Name("g/old", "Programme", "Gauge Exchange", preferred=True),
        ]
    )
    renames = renamed(["The Gauge Exchange will be known as the Dock Exchange."], names)
    assert renames == {"g/new": {"g/old"}, "g/old": {"g/new"}}
    question = with_renames(understand("Gauge Exchange", names), renames, names)
    assert question.mentions[0].labels == ("Gauge Exchange", "Dock Exchange")


def test_two_programmes_in_a_sentence_are_not_one() -> None:
    names = Names([Name("a", "Programme", "Dock Fund"), Name("b", "Programme", "Quay Fund")])
    assert renamed(["The Dock Fund pays more than the Quay Fund."], names) == {}


@pytest.mark.parametrize(
    ("text", "form", "leads"),
    [
        ("The gauges", "text", True),
        ("The members;", "text", True),
        ("Contact officer: Ben Osier, 020 7946 0000.", "text", True),
        ("The Chair invited Ben Osier to introduce the report.", "text", True),
        ("The gauges were lent.", "text", False),
        ("Gauges\tTen", "table", False),
    ],
)
def test_lines_that_only_lead_in(text: str, form: str, leads: bool) -> None:
    assert only_leads(Place("p", text, "d", "a.txt", 0, form=form)) is leads


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Board met. It agreed.", ["The Board met.", "It agreed."]),
        ("With Cllr. Quill and J. Reed. Done.", ["With Cllr. Quill and J. Reed.", "Done."]),
        ("7.1. Lend 2.5 gauges? Yes!", ["7.1. Lend 2.5 gauges?", "Yes!"]),
        ("Chair\tAda Quill\nMember\tSam Reed", ["Chair\tAda Quill", "Member\tSam Reed"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@given(st.text(alphabet="Ab. \n?!1)", max_size=60))
def test_sentences_are_in_order_and_lose_only_blanks(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("When is the meeting after the summer?", False),
        ("When does the committee meet after the summer?", False),
        ("When was the meeting after that of 4 May 2022?", True),
        ("When is the meeting following the June meeting?", True),
        ("When does the committee meet after 4 May 2022?", True),
    ],
)
def test_the_meeting_after_another_is_the_next(text: str, following: bool) -> None:
    assert says(text, "next") is following


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Concerns raised by members at the last meeting", "attendance"),
        ("Gifts declared by members at the last meeting", "attendance"),
    ],
)
def test_what_members_did_at_a_meeting_is_not_who_came(text: str, way: str) -> None:
    assert understand(text, NAMES).way != way
