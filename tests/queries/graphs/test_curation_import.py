"""Corrections from a file are held to all that a correction by command is held to."""

from datetime import date
from pathlib import Path

import pytest

from embeddings import ingest
from embeddings.library import Library
from kg.errors import CurationError
from kg.rdf.iris import Iris
from kg.rdf.rulings import Ruling
from kg.store.graph import Iri
from queries import curation
from queries.curation import applies, with_all
from queries.curation_file import as_turtle, rulings_in
from tests.queries.graphs.test_curation import ANN, Made
from tests.support.letters import Letters

BASE = Iris()
MARCH = """# Weirside Harbour Board

Minutes of the meeting held on 3 March 2021

Present: Cllr Ada Quill (Chair), Ben Osier

## 1. Lamps

1.1 The lamps were discussed.

Action: Ben Osier to paint the lamps by 30 April 2021.
"""
JUNE = """# Weirside Harbour Board

Minutes of the meeting held on 9 June 2021

Present: Cllr Ada Quill (Chair), Tom Vane

## 1. Dredging

Decision

Members **noted** the plan.
"""
HEAD = """@prefix mb: <https://w3id.org/minutebook/ns#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""
SIGNED = {"mb:because": '"as the minute book says"', "mb:curatedBy": '"Ann Quill"'}
NOWHERE = "<https://minutebook.example/id/action/weirside-harbour-board-2020-01-01-1-0000>"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("papers")
    papers = [folder / "march.md", folder / "june.md"]
    for path, text in zip(papers, (MARCH, JUNE), strict=True):
        path.write_text(text, "utf-8")
    ingest.add(folder / "lib", papers, embedder=Letters())
    return Made(folder / "lib", papers)


@pytest.fixture
def library(made: Made) -> Made:
    made.change(lambda *_: [])
    return made


def ruling(**said: str) -> str:
    """A correction as Turtle; ``mb_verdict`` says what is said of mb:verdict."""
    whole = SIGNED | {"dct:date": '"2024-02-01"^^xsd:date'}
    whole |= {name.replace("_", ":", 1): value for name, value in said.items()}
    lines = " ; ".join(f"{name} {value}" for name, value in whole.items())
    return f"[] a mb:Curation ; {lines} ."


def correct(subject: str, term: str, value: str, **more: str) -> str:
    return ruling(
        mb_verdict='"correct"', rdf_subject=subject, rdf_predicate=term, rdf_object=value, **more
    )


def read(library: Made, *rulings: str) -> None:
    told = rulings_in("\n".join((HEAD, *rulings)))
    library.change(lambda graph, held: with_all(graph, held, told))


def action(library: Made) -> str:
    (row,) = library.rows("SELECT ?a { ?a a mb:Action }")
    return f"<{row[0]}>"


def person(name: str) -> str:
    return f"<{BASE.person(name)}>"


BOARD = f"<{BASE.board('Weirside Harbour Board')}>"


@pytest.mark.parametrize(
    ("term", "value", "reason"),
    [
        ("mb:dueDate", '"banana"', "dueDate cannot be 'banana'; give a date"),
        ("mb:dueDate", '"2021-02-30"^^xsd:date', "dueDate cannot be '2021-02-30'; give a date"),
        ("mb:actionStatus", '"lost"', "it may be 'open', 'complete'"),
        ("mb:actionStatus", "3.5e0", "3.5, a float; write it as an xsd:decimal"),
        ("rdf:type", '"foo"', "there is no property .*#type"),
        ("<https://x.example/dueDate>", '"2021-05-01"^^xsd:date', "no property 'https://x"),
        ("mb:quote", '"paint them"', "there is no property .*#quote"),
        ("mb:assignedTo", '"Ben Osier"', "assignedTo leads to a resource; give its IRI"),
        ("mb:assignedTo", person("Nobody Here"), "holds nothing with the IRI"),
        ("mb:text", person("Ben Osier"), "text is no resource; give its words"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_the_whole_file(
    library: Made, term: str, value: str, reason: str
) -> None:
    good = ruling(mb_verdict='"wrong"', rdf_subject=person("Tom Vane"))
    with pytest.raises(CurationError, match=reason) as raised:
        read(library, good, correct(action(library), term, value))
    assert library.rulings() == []
    assert action(library).strip("<>") in str(raised.value) or "_:" in str(raised.value)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"mb_because": '""'}, "why"),
        ({"mb_curatedBy": '"  "'}, "who"),
        ({"rdf_predicate": "rdf:type"}, "there is no property"),
        ({"mb_verdict": '"same"', "rdf_object": person("Tom Vane")}, "one name"),
        ({"mb_verdict": '"different"', "rdf_object": person("Tom Vane")}, "one name"),
        ({"mb_verdict": '"same"', "rdf_object": BOARD}, "two kinds, Board and Person"),
        ({"dct_date": '"2024-02-01T10:00:00"^^xsd:dateTime'}, "write it as an xsd:date"),
    ],
)
def test_a_ruling_that_cannot_hold_is_refused(
    library: Made, said: dict[str, str], reason: str
) -> None:
    whole = {"mb_verdict": '"wrong"', "rdf_subject": person("Tom Vane")} | said
    with pytest.raises(CurationError, match=reason):
        read(library, ruling(**whole))
    assert library.rulings() == []


def test_a_value_is_kept_as_its_property_has_it(library: Made) -> None:
    read(library, correct(action(library), "mb:dueDate", '"2021-05-01"'))
    (kept,) = library.rulings()
    assert kept.value == date(2021, 5, 1)
    assert library.rows("SELECT ?d { ?a mb:dueDate ?d }") == [(date(2021, 5, 1),)]


def test_a_ruling_on_what_no_paper_speaks_of_waits(library: Made) -> None:
    held = correct(NOWHERE, "mb:dueDate", '"2021-05-01"^^xsd:date')
    owner = correct(NOWHERE, "mb:assignedTo", person("Nobody Here"))
    alike = ruling(
        mb_verdict='"same"', rdf_subject=person("Una Moss"), rdf_object=person("Tom Vane")
    )
    read(library, held, owner, alike)
    kept = library.rulings()
    assert len(kept) == 3
    with Library.open(library.path) as opened:
        assert not any(applies(opened.graph, one) for one in kept)


@pytest.mark.parametrize(
    ("term", "value"), [("mb:dueDate", '"banana"'), ("rdf:type", '"foo"'), ("mb:dueDate", NOWHERE)]
)
def test_what_waits_is_still_held_to_what_any_thing_may_be(
    library: Made, term: str, value: str
) -> None:
    with pytest.raises(CurationError, match=r"0000.* cannot be kept"):
        read(library, correct(NOWHERE, term, value))
    assert library.rulings() == []


def test_a_property_that_papers_no_longer_tell_may_be_ruled_wrong(library: Made) -> None:
    read(library, ruling(
        mb_verdict='"wrong"', rdf_subject=action(library), rdf_predicate="mb:planTheme"
    ))  # fmt: skip
    assert [one.term for one in library.rulings()] == ["https://w3id.org/minutebook/ns#planTheme"]


def everything(library: Made) -> list[Ruling]:
    """One ruling of each kind, in force."""
    fact = action(library).strip("<>")
    for how, told in (
        (curation.same, ("Ben Osier", "Tom Vane")),
        (curation.different, ("Ada Quill", "Tom Vane")),
        (curation.wrong, (fact, "due date")),
        (curation.correct, (fact, "assigned to", "Ada Quill")),
        (curation.correct, (fact, "action status", "complete")),
    ):
        library.rule(how, *told)
    return library.rulings()


def text_of(library: Made) -> str:
    with Library.open(library.path) as opened:
        return as_turtle(opened.graph, BASE)


def test_a_file_goes_back_into_the_library_that_it_came_from(library: Made) -> None:
    kept = everything(library)
    told = rulings_in(text_of(library))
    library.change(lambda graph, held: with_all(graph, held, told))
    assert library.rulings() == kept


def test_a_file_outlasts_the_papers_that_it_is_about(library: Made, tmp_path: Path) -> None:
    kept = everything(library)
    before, text = library.export(), text_of(library)
    (march, june) = library.papers
    fresh = Made(tmp_path / "lib", library.papers)
    ingest.add(fresh.path, [june], embedder=Letters())
    told = rulings_in(text)
    fresh.change(lambda graph, held: with_all(graph, held, told))
    assert fresh.rulings() == kept
    ingest.add(fresh.path, [march], embedder=Letters())
    assert fresh.export() == before


def test_what_contradicts_is_refused_and_named(library: Made) -> None:
    pair = {"rdf_subject": person("Ben Osier"), "rdf_object": person("Tom Vane")}
    with pytest.raises(
        CurationError, match=r"same .*ben-osier.* cannot be kept: .*to be different"
    ):
        read(
            library,
            ruling(mb_verdict='"different"', **pair),
            ruling(mb_verdict='"same"', **pair, dct_date='"2024-03-01"^^xsd:date'),
        )
    assert library.rulings() == []


def test_by_command_too_a_name_and_a_reason_are_needed(library: Made) -> None:
    for signed in (curation.Signed(" ", "so", ANN.on), curation.Signed("Ann", "", ANN.on)):
        with pytest.raises(CurationError, match="in words"), Library.open(library.path) as opened:
            curation.wrong(opened.graph, "Tom Vane", None, signed)


def test_a_corrected_link_leads_to_what_is_held(library: Made) -> None:
    read(library, correct(action(library), "mb:assignedTo", person("Ada Quill")))
    assert [one.value for one in library.rulings()] == [Iri(BASE.person("Ada Quill"))]
