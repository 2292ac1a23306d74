"""Which passages belong to a matter: by meaning, on agendas, and where actions are told again."""

from datetime import date

import pytest

from embeddings.names import Name
from queries.graphs.place import MeetingPlace, Place, StatedFact
from queries.search import Searcher
from queries.trace import trace
from queries.tracing.foremost import SPOKEN_OF_A_KIND, foremost
from queries.tracing.gathering import MOST, likenesses, near_in_time, pool, surest
from queries.tracing.steps import (
    Belonging,
    Piece,
    bare,
    belonging,
    finds,
    following,
    listed,
    nearest,
    noted,
    numbered,
    pieces,
)
from queries.tracing.subject import Subject, names
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.invented_graph import BASE, LATER
from tests.support.small_library import small_library

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


def subject(words: str) -> Subject:
    return Subject.of(understand(words, Names(())), [words])


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
        ("The Board had a full plan of actions on the gauge handbook.", "reported"),
        ("Action: the gauge handbook is for Ben Osier to finish.", "assigned"),
        ("Most councils have commissioned a gauge handbook of their own.", "progressed"),
        ("The gauge handbook is with the printers with the aim of publishing it.", "proposed"),
        ("The gauge handbook is late.", "progressed"),
        ("The gauge handbook is blue.", "reported"),
        ("A gauge handbook will go to every town.", "proposed"),
        ("The gauge handbook and what it is for", None),
    ],
)
def test_a_sentence_that_names_the_matter_tells_something(text: str, kind: str | None) -> None:
    found = belonging(subject("gauge handbook"), piece(text), None, 0.0)
    assert (found.kind if found else None) == kind


def alike(paragraph: str, share: float, document: str, states: bool = False) -> Belonging:
    told = piece("Gauges are lent.", paragraph, document)
    return Belonging(told, "alike", share, "reported", "action:a" if states else None)


def kept(found: list[Belonging]) -> list[str]:
    return sorted(one.piece.place.paragraph for one in foremost(found))


def test_of_a_paper_that_tells_it_in_other_words_only_the_few_most_alike_belong() -> None:
    named = Belonging(piece("Gauges are late.", "n", "old"), "names-it", 1.0, "reported", None)
    found = [alike(f"p{at}", at / 100, "one") for at in range(5)] + [alike("q", 0.0, "two")]
    assert kept([named, *found]) == ["n", "p3", "p4", "q"]
    assert kept(found) == ["p2", "p3", "p4", "q"]


def test_where_a_paper_names_it_one_more_passage_belongs_and_what_states_facts() -> None:
    named = Belonging(piece("The gauges are late."), "names-it", 1.0, "reported", None)
    details = [alike(f"p{at}", at / 100, "d") for at in range(3)]
    actions = [alike(f"q{at}", at / 100, "d", states=True) for at in range(3)]
    assert kept([named, *details, *actions]) == ["p", "p2", "q1", "q2"]


def test_what_comes_years_after_all_that_names_a_matter_says_more_of_it() -> None:
    def told(rule: str, share: float) -> Belonging:
        return Belonging(piece("Gauges are lent.", rule), rule, share, "reported", None)

    found = [told("names-it", 1.0), told("speaks-of-it", 0.55), told("alike", 0.1)]
    days: list[date | None] = [date(2017, 3, 8)] * 3
    assert near_in_time(found, days) == found
    days[1:] = [date(2019, 3, 10), date(2019, 3, 9)]
    assert near_in_time(found, days) == [found[0], found[2]]
    more = [found[0], told("speaks-of-it", 0.6), found[2]]
    assert near_in_time(more, days) == more
    assert near_in_time(found[1:], [date(2001, 1, 1), None]) == found[1:]


def test_of_one_kind_a_paper_tells_only_the_few_that_speak_most_of_the_matter() -> None:
    told = [
        Belonging(piece("Gauges are lent.", f"p{at}"), "speaks-of-it", at / 10, kind, None)
        for at in range(SPOKEN_OF_A_KIND + 2)
        for kind in ("reported", "decided")
    ]
    most = [f"p{at}" for at in range(2, SPOKEN_OF_A_KIND + 2)]
    assert kept(told) == sorted([*most, *most])


@pytest.mark.parametrize(
    ("text", "heading", "rule"),
    [
        ("The harbour lamps are paid for by the Lamp Fund.", "Financial implications", "names-it"),
        ("The Fund pays.", "Financial implications", None),
        ("There are no financial implications of the harbour lamps.", "Implications", None),
        ("The harbour lamps help people who see little.", "Equality", "names-it"),
    ],
)
def test_under_implications_only_what_names_the_matter_tells_of_it(
    text: str, heading: str, rule: str | None
) -> None:
    place = Place("p", text, "d", "a.txt", 0, form="text", heading=f"Harbour lamps › {heading}")
    found = belonging(subject("harbour lamps"), Piece(place, 0, len(text), ()), True, 0.0)
    assert (found.rule if found else None) == rule


@pytest.mark.parametrize(
    ("text", "kind", "belongs"),
    [
        ("The Board noted the report.", "Decision", True),
        ("Quay and Ferry Board noted the contents of the report.", "Decision", True),
        ("Officers to pursue the requests outlined above.", "Action", True),
        ("The Board agreed to buy a dredger for the outer basin by May.", "Decision", False),
        ("Note the report.", "Recommendation", False),
        ("The Board agreed the lamps.", "Decision", True),
        ("The Board noted the report.", None, False),
    ],
)
def test_what_is_settled_in_bare_words_is_of_what_its_item_is_about(
    text: str, kind: str | None, belongs: bool
) -> None:
    facts = (StatedFact("fact:a", kind, text),) if kind else ()
    of = MeetingPlace("m", date(2021, 6, 9), "Quay and Ferry Board")
    place = Place("p", text, "d", "a.txt", 0, form="text", heading="Decisions", meeting=of)
    found = bare(subject("harbour lamps"), Piece(place, 0, len(text), facts))
    assert (found is not None) is belongs


WARDENS = "recruiting volunteers in towns beside rivers"


@pytest.mark.parametrize(
    ("text", "likeness", "belongs"),
    [
        ("Volunteers are scarce in river towns, and few were recruited.", 0.5, True),
        ("Volunteers are scarce in river towns, and few were recruited.", 0.2, False),
        ("The hall was painted in May by those who use it most.", 0.7, False),
    ],
)
def test_what_comes_near_in_words_and_meaning_is_nearest(
    text: str, likeness: float, belongs: bool
) -> None:
    found = nearest(subject(WARDENS), piece(text), likeness)
    assert (found is not None and found.rule == "nearest") == belongs


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The office moved to Ropewalk Lane in May, while Anchor House is repaired.", "names-it"),
        ("While Anchor House is repaired the lift there must not be used by anyone.", None),
        ("Anchor House, Ropewalk Lane", None),
    ],
)
def test_a_note_to_readers_may_tell_of_a_matter(text: str, rule: str | None) -> None:
    found = noted(subject("repair of Anchor House and the move to Ropewalk Lane"), piece(text))
    assert (found.rule if found else None) == rule


def test_a_word_in_small_letters_that_no_passage_has_weighs_less() -> None:
    said = "The yearly bulletin was printed."
    asked = understand("yearly bulletin on kelp", Names(()))
    unheard = Subject.of(asked, [said, "Tides turn."]).share(said)
    heard = Subject.of(asked, [said, "Kelp grows."]).share(said)
    assert unheard > heard + 0.01


def test_what_has_a_number_of_its_own_goes_on_only_with_a_word_of_the_matter() -> None:
    matter = subject("framework for chief executives")
    assert following(matter, piece("9. Applications for the scheme were opened in May.")) is None
    assert following(matter, piece("9. The framework was opened in May.")) is not None
    assert following(matter, piece("Applications for it were opened in May.")) is not None


def test_an_appendix_on_an_agenda_is_no_item_of_its_own() -> None:
    def found(title: str) -> Belonging | None:
        facts = (StatedFact("item:a", "AgendaItem", title),)
        place = Place("p", title, "d", "a.txt", 0, form="table", kind="agenda")
        return listed(subject("harbour lamps"), Piece(place, 0, len(title), facts), 0.0)

    assert found("Harbour lamps") is not None
    assert found("Appendix A - Harbour lamps") is None


def test_the_last_words_of_a_long_passage_count() -> None:
    said = " ".join(f"boat{at}" for at in range(40))
    matter = subject("harbour lamps of Northmoor")
    shares = [matter.share(f"{said[: -at or None]} harbour lamps of Northmoor") for at in range(9)]
    assert shares == [1.0] * 9


def test_what_has_a_short_name_that_is_used_is_not_told_of_without_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    library = small_library(tmp_path_factory.mktemp("traced") / "keywords")

    def looked_for(words: str) -> dict[str, float]:
        searcher = Searcher(library)
        question = searcher.understand(words)
        shared = pool(searcher, question)
        return likenesses(
            searcher, Subject.of(question, [one.text for one in shared.values()]), shared
        )

    assert looked_for("Gauge Exchange") == {}
    assert looked_for("who pays for the loan of gauges to towns")


@pytest.mark.parametrize(
    "text",
    [
        "If you would like to read the gauge handbook, please contact the clerk of the quay.",
        "The gauge handbook of the quay can be downloaded from the page of the harbour.",
    ],
)
def test_whom_to_ask_for_it_is_no_step(text: str) -> None:
    assert belonging(subject("gauge handbook"), piece(text), True, 0.0) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The surveyors advise that the quay wall is sound.", "under-its-title"),
        ("The quay wall is forty yards long.", None),
    ],
)
def test_what_was_found_is_more_than_a_detail(text: str, rule: str | None) -> None:
    found = belonging(subject("mending of the old harbour quay"), piece(text), finds(text), 0.0)
    assert (found.rule if found else None) == rule


def test_a_recommendation_meant_by_number_is_not_named_without_it() -> None:
    review = Name("programme:dry", "Programme", "Dry Feet Review")
    asked = understand("recommendation 7 of the Dry Feet Review", Names([review]))
    matter = Subject.of(asked, [asked.text, "Lamps", "Hedges"])
    assert not matter.numbered("The Dry Feet Review was written in May.")
    assert matter.numbered("The answer to 7 of the Dry Feet Review is late.")
    told = [
        belonging(matter, piece(text), None, 0.9)
        for text in ("The Dry Feet Review was late.", "Answer 7 of the Dry Feet Review was late.")
    ]
    assert [one.rule if one else None for one in told] == [None, "names-it"]


def test_a_title_that_opens_with_the_matter_names_it() -> None:
    matter = subject("lending of gauges to Northmoor")
    assert names(matter, "Gauges for Northmoor: advice on insurance")
    assert not names(matter, "Gauges: advice on insurance")


def test_under_the_name_of_its_board_a_matter_is_not_told() -> None:
    board = Name("board:quay", "Board", "Quay Towns Board")
    asked = understand("a meeting of the Quay Towns Board with the ferry owners", Names([board]))
    matter = Subject.of(asked, [asked.text, "Ferry owners were heard.", "Lamps", "Hedges"])
    assert not names(matter, "Quay Towns Board")
    assert names(matter, "Meeting with the ferry owners")
    alone = understand("Quay Towns Board", Names([board]))
    assert names(Subject.of(alone, [alone.text]), "Quay Towns Board")


@pytest.mark.parametrize("short", ["HLS", "hls"])
def test_a_short_form_that_the_matter_gives_names_it(short: str) -> None:
    words = f"harbour lantern scheme ({short})"
    matter = Subject.of(understand(words, Names(())), [words, "Hedges"])
    assert matter.calls("Applications to the HLS opened in May.")
    assert not matter.calls("Applications to the scheme opened in May.")


def test_each_word_of_a_list_in_brackets_weighs_less_than_the_matter() -> None:
    words = "quay lantern scheme (moorings, tolls)"
    matter = Subject.of(understand(words, Names(())), [words])
    assert matter.share("tolls") == matter.share("moorings") < matter.share("lantern")


def test_what_stands_in_brackets_weighs_less_unless_it_is_one_word() -> None:
    words = "boats of the quay towns (Ferry Fund)"
    matter = Subject.of(understand(words, Names(())), [words])
    assert matter.share("ferry") == matter.share("fund") < matter.share("boats")
    one = "lamps of the old quay (Tollgate)"
    matter = Subject.of(understand(one, Names(())), [one])
    assert matter.share("tollgate") == matter.share("quay") > 0


def test_a_word_that_stands_beside_a_name_counts_without_the_name() -> None:
    fund = Name("programme:fund", "Programme", "Ferry Fund")
    words = "ferry landings paid for by the Ferry Fund"
    matter = Subject.of(understand(words, Names([fund])), [words])
    assert matter.share("A fund for lamps") == 0
    assert matter.share("Two ferry lines") > 0


def test_a_title_of_words_that_weigh_little_names_no_part_of_a_matter() -> None:
    words = "data of towns on the silting of the Saltmouth channel"
    matter = Subject.of(understand(words, Names(())), [words, *["Data of towns."] * 40])
    assert not names(matter, "Towns and data")
    assert names(matter, "Silting channel")


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
    assert ("linked/1", date(2021, 5, 31)) in rules(TOLD_AGAIN, tmp_path_factory)


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


def test_no_decision_is_crowded_out_by_details() -> None:
    """However many passages name a matter, what was decided on its item stays."""
    details = [
        Belonging(piece(f"Gauge {at} was lent.", f"p{at}"), "names-it", 1.0, "reported", None)
        for at in range(MOST + 5)
    ]
    noted = piece("The Board noted the report.", "q")
    decided = Belonging(noted, "same-item", 0.0, "decided", "decision")
    kept = surest([*details, decided])
    assert len(kept) == MOST
    assert decided in kept
