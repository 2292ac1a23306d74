"""Questions as residents ask them, of the minutes of small councils: outcomes of applications,
sums paid to bodies known by their initials, who left and why, and meetings named by their kind.
"""

import pytest

from embeddings.names import Name
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.aliases import initials
from queries.understanding.names import Names
from queries.understanding.periods import periods_in
from queries.understanding.question import understand, with_aliases
from queries.understanding.two_parts import continued
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

BARN = "8.3 Conversion of a barn to form a dwelling at Otter Farm, 4 Mill Drove 30/0193/F"
REFUSAL = "Refusal recommended"
SHED = "8.4 Erection of a potting shed at Plum Cottage 30/0201/F"
BINS = "DCSTM - emptying of dog bins £138.08"
FEE = "Burial fee, single grave £80.00"
LAMPS = "Glimmerdon £559.28"
WHARF = "It was agreed to send no objection to the bottle kiln by the wharf."
INK = "It was agreed that a bottle of ink be bought for the clerk."
MATTERS = (
    f"{INK} "
    + "The fence by the pond is to be looked at in the dry months by those who mend it. " * 10
    + WHARF
)
SPACES = "Only three spaces for burial are left at the chapel of Tarn End."
CLERK = "New Clerk to the council was introduced, Mrs Odile Fenn-Tarrow."
LEFT = "Mr Ivo Brack has resigned from the council. A card will be sent to him."
MOVED = "Mrs Una Pell resigned as she was moving to the coast."
SEATS = "The seats of the swings were taken down, and new seats will be ordered."
GATE = "The gate of the pound was painted dark green."
POST = (
    "Royal Mail will not replace the post boxes at Tarn End. Mail may be handed to any postman "
    "on the round."
)
OILED = "The oak bench, a bench for all, was oiled."
SITED = "It was agreed that a bench of oak be sited by the Chapel gate in the coming year."
STABLE = "An objection to a stable at Quince Farm was sent to the district."
KILN = "The district granted permission for a kiln at Otter Farm."
LINES = (
    *("Notes of a season", "Of barns and bins", "For information", "By the warden"),
    *(
        BARN,
        REFUSAL,
        SHED,
        "Some discussion took place.",
        BINS,
        FEE,
        LAMPS,
        MATTERS,
        SPACES,
        CLERK,
        LEFT,
        MOVED,
    ),
    *(SEATS, GATE, POST, STABLE, KILN, OILED, SITED),
)
NOTES = f"{BASE}document/350607350607"
SPECIAL = f"{BASE}document/360708360708"
HEAD = "Extraordinary Meeting of Tarn End Parish Council"
DISTRICT = "District Council of St Osyth's Tye and Marlstead"


def special() -> str:
    """The minutes of an extraordinary meeting, as TriG."""
    said = [
        f'<{SPECIAL}> a mb:Document ; mb:fileName "tarn.txt" ; mb:kind "minutes" ;',
        f'  mb:sha256 "{"6" * 64}" ; mb:ofMeeting <{BASE}meeting/t> .',
        f'<{BASE}meeting/t> a mb:Meeting ; dct:date "2030-07-06"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/t> .",
        f'<{BASE}board/t> a mb:Board ; skos:prefLabel "Tarn End Parish Council" .',
        *paragraphs(SPECIAL, (HEAD, "It was agreed to sell the old pump.", MATTERS)),
        f'<{SPECIAL}/d1> a mb:Decision ; mb:text "{INK}" ; mb:quote "{INK}" ;',
        f"  mb:decidedAt <{BASE}meeting/t> ; mb:statedIn <{SPECIAL}/p2> .",
    ]
    return f"<{SPECIAL}> {{ {' '.join(said)} }}"


def notes() -> str:
    """Notes on the matters of a village, as TriG."""
    said = paragraphs(NOTES, LINES)
    return report_of(NOTES, "notes.txt", "2030-03-03", said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("parish"), f"{notes()} {special()}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did the council recommend on the barn conversion at Otter Farm?", REFUSAL),
        ("How much was paid for the emptying of dog bins?", BINS),
        ("What would a local have to pay to be laid to rest in a single plot?", FEE),
        ("How much was paid to Glimmerdon?", LAMPS),
        ("Who became clerk to the council?", CLERK),
        ("What colour is the gate of the pound?", GATE),
        ("Why did Mrs Una Pell resign for the coast?", MOVED),
        ("Did the district allow a kiln at Otter Farm?", KILN),
    ],
)
def test_small_councils_answer(library: SmallLibrary, question: str, told: str) -> None:
    answer = ask(library, question)
    assert answer.answered, answer.note
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What colour are the new seats of the swings?",
        "Why did Ivo Brack resign from the council?",
        "What did the council recommend on the potting shed at Plum Cottage?",
        "Did the district allow a stable at Quince Farm?",
    ],
)
def test_what_is_only_near_is_refused(library: SmallLibrary, question: str) -> None:
    assert not ask(library, question).answered


def test_initials_may_stand_for_a_name_with_a_possessive_that_holds_others() -> None:
    assert initials(f"What did the {DISTRICT} charge?") == {"DCSOTM": DISTRICT}
    names = Names([Name("x:1", "Person", "Osyth"), Name("x:2", "Council", "Marlstead")])
    question = understand(f"What did the {DISTRICT} charge?", names)
    named = with_aliases(question, {"DCSOTM": DISTRICT}).mentions
    assert [one.kind for one in named] == ["Term"]


def test_a_month_in_a_second_question_is_of_the_year_of_the_first() -> None:
    assert continued("what in June?", "barn", ["March 2030"]) == "what in June 2030 barn?"


def test_a_season_over_two_years_is_one_time() -> None:
    text = "Who left over the winter of 2030/31?"
    (winter,) = periods_in(text)
    assert (winter.first and winter.first.isoformat(), text[winter.begin : winter.end]) == (
        "2030-12-01",
        "winter of 2030/31",
    )


@pytest.mark.parametrize(
    ("question", "way", "expects"),
    [
        ("What time of year were the weeds to be sprayed?", "passage", "date"),
        ("What did Tarn End say to the application for a barn?", "decision", None),
        ("What was the profit of the fair?", "passage", "money"),
        ("Which PCSO came to the meeting?", "passage", None),
        ("Which officers came to the meeting?", "attendance", "person"),
        ("How many members of the public came?", "passage", "number"),
    ],
)
def test_ways_of_asking(question: str, way: str, expects: str | None) -> None:
    understood = understand(question, Names([]))
    assert (understood.way, understood.expects) == (way, expects)


def test_a_meeting_may_be_named_by_its_kind(library: SmallLibrary) -> None:
    text = "What did Tarn End decide at the extraordinary meeting?"
    asking, _ = inquire(Searcher(library), text)
    (meant,) = asking.question.periods
    assert (str(meant.first), str(meant.after)) == ("2030-07-06", "2030-07-07")
    asking, _ = inquire(Searcher(library), text.replace("extraordinary", "annual"))
    assert not asking.question.periods


def test_where_a_thing_goes_is_told_by_what_says_so(library: SmallLibrary) -> None:
    assert ask(library, "Was the oak bench oiled?").answer.startswith(OILED)
    assert ask(library, "Where is the oak bench to go?").answer.startswith(SITED)


def test_another_decision_of_a_long_passage_is_not_given(library: SmallLibrary) -> None:
    answer = ask(library, "Has Tarn End agreed to support the bottle kiln by the wharf?")
    assert INK not in answer.answer


def test_a_number_may_count_what_passages_call_otherwise(
    library: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "How many souls may yet be laid to rest beside a kirk?"
    monkeypatch.setattr("queries.answering.asking.Asking.closeness_word_by_word", 0.04)
    assert not ask(library, question).answered
    monkeypatch.setattr("queries.answering.asking.Asking.closeness_word_by_word", 0.8)
    monkeypatch.setattr("queries.answering.asking.Asking.closeness", 0.8)
    assert SPACES in ask(library, question).answer


def test_what_somebody_was_told_may_be_said_in_other_words(
    library: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answering.asking.Asking.closeness", 0.2)
    answer = ask(library, "What are folk told to do with mail at weekends in winter storms?")
    assert POST in answer.answer
