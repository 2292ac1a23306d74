"""Who is who: names joined where the papers give reason, and people of one name kept apart."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf.identity import identity
from kg.store.graph import Iri
from tests.support.people_papers import LIBRARY, Paper, library, persons, rule
from tests.support.rdf_papers import IRIS

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 10), date(2021, 10, 7)
LATER = date(2029, 6, 10)


def test_titles_and_honours_are_no_part_of_a_name() -> None:
    with library([Paper(SPRING, listed={"Cllr Judith Wallace MBE": None}),
                  Paper(SUMMER, named=("Judith Wallace",))]) as graph:  # fmt: skip
        assert persons(graph) == {"judith-wallace": "Judith Wallace"}
        forms = graph.select("SELECT ?f { ?p a foaf:Person ; skos:altLabel ?f } ORDER BY ?f").rows
        assert forms == [("Cllr Judith Wallace MBE",), ("Judith Wallace",)]


def test_a_surname_is_the_one_person_of_its_paper_who_bears_it() -> None:
    paper = Paper(SPRING, listed={"Cllr Judith Wallace": None}, named=("Councillor Wallace",))
    with library([paper]) as graph:
        assert persons(graph) == {"judith-wallace": "Judith Wallace"}
        assert rule(graph, "Wallace") == [("judith-wallace", "surname-in-paper/1")]


def test_a_surname_that_two_bear_stays_alone() -> None:
    both = {"Cllr Judith Wallace": None, "Cllr Peter Wallace": None}
    with library([Paper(SPRING, listed=both, named=("Cllr Wallace",))]) as graph:
        assert set(persons(graph)) == {"judith-wallace", "peter-wallace", "wallace"}


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("Cllr Peter Wallace", "Baroness Wallace", False),
        ("Mr Peter Wallace", "Mrs Wallace", False),
        ("Lord Peter Wallace", "Lord Wallace", True),
        ("Sir Peter Wallace", "Lord Wallace", True),
        ("Cllr Peter Wallace", "Mr Wallace", True),
    ],
)
def test_titles_tell_whom_a_surname_does_not_mean(full: str, short: str, one: bool) -> None:
    with library([Paper(SPRING, listed={full: None}, named=(short,))]) as graph:
        assert set(persons(graph)) == {"peter-wallace"} | (set() if one else {"wallace"})


def test_a_title_tells_which_of_two_a_surname_means() -> None:
    both = {"Cllr Judith Wallace": None, "Mr Peter Wallace": None}
    with library([Paper(SPRING, listed=both, named=("Mr Wallace",))]) as graph:
        assert rule(graph, "Wallace") == [("peter-wallace", "surname-in-paper/1")]


def test_each_paper_has_its_own_bearer_of_a_surname() -> None:
    papers = [
        Paper(SPRING, listed={"Cllr Judith Wallace": None}, named=("Cllr Wallace",)),
        Paper(SUMMER, LIBRARY, listed={"Cllr Peter Wallace": None}, named=("Cllr Wallace",)),
    ]
    with library(papers) as graph:
        assert set(persons(graph)) == {"judith-wallace", "peter-wallace"}
        query = "SELECT ?who { ?paragraph mb:inDocument ?paper ; mb:text ?text ; mb:mentions ?who }"
        for paper, who in zip(papers, ("Judith Wallace", "Peter Wallace"), strict=True):
            rows = graph.select(query, paper=Iri(paper.iri), text="Cllr Wallace").rows
            assert rows == [(IRIS.person(who),)]


def test_initials_join_the_one_name_of_the_same_board() -> None:
    papers = [Paper(SPRING, listed={"Cllr Judith Wallace": None}),
              Paper(SUMMER, listed={"Cllr J Wallace": None})]  # fmt: skip
    with library(papers) as graph:
        assert persons(graph) == {"judith-wallace": "Judith Wallace"}
        assert rule(graph, "J Wallace") == [("judith-wallace", "initials/1")]
        days = graph.select(
            "SELECT ?day { ?a mb:person ?who ; mb:atMeeting/dct:date ?day } ORDER BY ?day",
            who=Iri(IRIS.person("Judith Wallace")),
        ).rows
        assert days == [(SPRING,), (SUMMER,)]


@pytest.mark.parametrize(
    ("other", "who"),
    [
        (Paper(SUMMER, LIBRARY, listed={"Cllr J Wallace": None}), "J Wallace"),  # another board
        (Paper(LATER, listed={"Cllr J Wallace": None}), "J Wallace"),  # long after
        (
            Paper(SUMMER, listed={"Cllr J Wallace": None, "Cllr Judith Wallace": None}),
            "J Wallace",  # both there
        ),
        (
            Paper(SUMMER, listed={"Cllr J Wallace": None}, named=("James Wallace",)),
            "James Wallace",  # a rival
        ),
        (
            Paper(SUMMER, listed={"Mr J Wallace": None}, named=("Mrs Judith Wallace",)),
            "J Wallace",  # a man
        ),
    ],
)
def test_initials_without_evidence_join_nothing(other: Paper, who: str) -> None:
    first = Paper(SPRING, listed={"Cllr Judith Wallace": None})
    with library([first, other]) as graph:
        assert set(persons(graph).values()) == {"Judith Wallace", who}


def test_initials_join_by_a_common_authority_too() -> None:
    papers = [
        Paper(SPRING, listed={"Cllr Judith Wallace": "Hart District Council"}),
        Paper(SUMMER, LIBRARY, listed={"Cllr J Wallace": "Hart District Council"}),
    ]
    with library(papers) as graph:
        assert rule(graph, "J Wallace") == [("judith-wallace", "initials/1")]


def test_a_nickname_and_a_misspelling_join_on_one_board() -> None:
    papers = [
        Paper(SPRING, listed={"Robert Quill": None, "Rosalind Thackray": None}),
        Paper(SUMMER, listed={"Bob Quill": None, "Rosalind Thackeray": None}),
        Paper(AUTUMN, listed={"Rosalind Thackray": None}),
    ]
    with library(papers) as graph:
        assert set(persons(graph)) == {"bob-quill", "rosalind-thackray"}
        assert rule(graph, "Robert Quill") == [("bob-quill", "nickname/1")]
        assert rule(graph, "Rosalind Thackeray") == [("rosalind-thackray", "misspelling/1")]


def test_forenames_a_letter_apart_need_a_common_authority() -> None:
    def papers(authority: str | None) -> list[Paper]:
        return [Paper(SPRING, listed={"Karin Ashdown": authority}),
                Paper(SUMMER, listed={"Karen Ashdown": authority})]  # fmt: skip

    with library(papers(None)) as graph:
        assert set(persons(graph)) == {"karin-ashdown", "karen-ashdown"}
    with library(papers("Hart District Council")) as graph:
        assert len(persons(graph)) == 1


def test_two_who_sit_side_by_side_are_two_however_alike() -> None:
    both = {"Rosalind Thackray": None, "Rosalind Thackeray": None}
    with library([Paper(SPRING, listed=both)]) as graph:
        assert len(persons(graph)) == 2


def test_one_name_on_two_boards_is_one_person() -> None:
    papers = [
        Paper(SPRING, listed={"David Smith": None}),
        Paper(SUMMER, LIBRARY, named=("David Smith",)),
    ]
    with library(papers) as graph:
        assert persons(graph) == {"david-smith": "David Smith"}
        assert rule(graph, "David Smith") == []


@pytest.mark.parametrize(
    ("first", "second", "tail"),
    [
        (  # nobody sits on two councils of one tier
            Paper(SPRING, listed={"Cllr David Smith": "Hart District Council"}),
            Paper(SUMMER, LIBRARY, listed={"Cllr David Smith": "Taunton Deane Borough Council"}),
            "smt",  # the council that in the end took its place
        ),
        (  # a councillor of one body and an officer of another
            Paper(SPRING, listed={"Cllr David Smith": None}),
            Paper(SUMMER, LIBRARY, contacts=("David Smith",)),
            "library-committee",
        ),
        (  # members of two bodies, eight years apart
            Paper(SPRING, listed={"David Smith": None}),
            Paper(LATER, LIBRARY, listed={"David Smith": None}),
            "library-committee",
        ),
    ],
)
def test_two_people_of_one_name_are_told_apart(first: Paper, second: Paper, tail: str) -> None:
    with library([first, second]) as graph:
        names = persons(graph)
        assert set(names.values()) == {"David Smith"}
        parted = [iri for iri in names if iri != "david-smith"]
        assert len(names) == 2
        assert parted[0].startswith("david-smith-")
        assert rule(graph, "David Smith") == [(parted[0], "parted/1")]
        rows = graph.select("SELECT ?who { ?p mb:inDocument ?paper ; mb:mentions ?who }",
                            paper=Iri(second.iri)).rows  # fmt: skip
        assert {str(who).rsplit("/", 1)[-1] for (who,) in rows} == {parted[0]}
        assert parted[0].endswith(tail)


def test_the_same_authority_makes_one_person_of_two_boards() -> None:
    papers = [
        Paper(SPRING, listed={"Cllr David Smith": "Hart District Council"}),
        Paper(LATER, LIBRARY, listed={"Cllr David Smith": "Hart District Council"}),
    ]
    with library(papers) as graph:
        assert set(persons(graph)) == {"david-smith"}


def test_a_merge_keeps_its_evidence() -> None:
    papers = [Paper(SPRING, listed={"Cllr Judith Wallace": None}),
              Paper(SUMMER, listed={"Cllr J Wallace": None})]  # fmt: skip
    query = """
    SELECT ?sure ?basis ?quote ?text {
      ?link rdf:subject ?form ; rdf:predicate mb:mergedInto ; mb:confidence ?sure ;
        mb:basis ?basis ; mb:quote ?quote ; mb:statedIn/mb:text ?text
      FILTER(CONTAINS(?text, ?quote))
    } ORDER BY ?quote"""
    with library(papers) as graph:
        rows = graph.select(query, form=Iri(IRIS.person("J Wallace"))).rows
        assert [quote for *_, quote, _ in rows] == ["Cllr J Wallace", "Cllr Judith Wallace"]
        assert {(float(sure), basis) for sure, basis, *_ in rows} == {(0.9, "inferred")}  # type: ignore[arg-type]


def test_attendances_of_one_person_at_one_meeting_are_one() -> None:
    agenda = Paper(SPRING, listed={"Cllr Judith Wallace": None})
    minutes = Paper(SPRING, listed={"Cllr J Wallace": None}, lines=("Minutes",))
    with library([agenda, minutes]) as graph:
        rows = graph.select("SELECT DISTINCT ?row { ?row a mb:Attendance }").rows
        assert [str(row).rsplit("/", 1)[-1] for (row,) in rows] == [
            "harbour-board-2021-03-04-judith-wallace"
        ]


NAMES = ["Cllr Judith Wallace", "Cllr J Wallace", "Wallace", "Judy Wallace", "James Wallace",
         "Judith Walace", "Mr Wallace"]  # fmt: skip
COUNCILS = [None, "Hart District Council", "Taunton Deane Borough Council"]
papers = st.builds(
    Paper,
    day=st.sampled_from([SPRING, SUMMER, LATER]),
    board=st.sampled_from(["Harbour Board", LIBRARY]),
    listed=st.dictionaries(st.sampled_from(NAMES), st.sampled_from(COUNCILS), max_size=3),
    named=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(papers, min_size=2, max_size=4, unique_by=lambda paper: paper.iri), st.randoms())
def test_the_order_of_adding_changes_nothing(some: Sequence[Paper], random: object) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    with library(some) as one, library(shuffled) as other:
        assert set(identity.quads(one, IRIS)) == set(identity.quads(other, IRIS))
        assert one.digest() == other.digest()
