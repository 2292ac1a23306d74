"""Corrections by people: they win, outlast the papers, and can be taken back without a trace."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from embeddings import ingest
from embeddings.library import Library
from kg.errors import CurationError, LibraryMissing, MinutebookError, NotFound, StoreError
from kg.rdf import rulings
from kg.rdf.iris import Iris
from kg.rdf.rulings import Ruling
from kg.store.graph import Iri, KnowledgeGraph
from queries import curation
from queries.curation import Signed, with_ruling, without_ruling
from queries.curation_file import as_turtle, rulings_in
from queries.show import show
from tests.support.letters import Letters

BASE = Iris()
ANN = Signed("Ann Quill", "as the minute book says", date(2024, 2, 1))
MARCH = """# Harbour Towns Board

Minutes of the meeting held on 3 March 2021

Present: Cllr Judith Wallace (Chair), Cllr Sam Reed

## 1. Tide gauges

1.1 Cllr Wallace introduced the report.

Decision

Members **agreed** to lend eight gauges to the harbour of Northmoor.
"""
JUNE = """# Harbour Towns Board

Minutes of the meeting held on 9 June 2021

Present: Cllr J Wallace (Chair)

## 1. Dredging

Decision

Members **noted** the plan.
"""
CHANGED = JUNE.replace("noted** the plan", "approved** the plan")
PAPERS = {"march.md": MARCH, "june.md": JUNE}
CHAIR = BASE.person("Judith Wallace")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    papers = [folder / name for name in PAPERS]
    ingest.add(folder / "lib", papers, embedder=Letters())
    return folder / "lib", papers


@pytest.fixture
def library(made: tuple[Path, list[Path]]) -> "Made":
    """The library without any correction."""
    held = Made(*made)
    held.change(lambda *_: [])
    return held


class Made:
    """A library on disk with its papers."""

    def __init__(self, path: Path, papers: list[Path]) -> None:
        self.path = path
        self.papers = papers

    def change(self, change: Callable[[KnowledgeGraph, list[Ruling]], list[Ruling]]) -> None:
        ingest.curate(self.path, change, embedder=Letters())

    def rule(self, how: Callable[..., Ruling], *told: str | None) -> None:
        self.change(lambda graph, held: with_ruling(held, how(graph, *told, ANN)))

    def undo(self) -> None:
        (ruling,) = self.rulings()
        self.change(lambda _, held: without_ruling(held, ruling.key))

    def rulings(self) -> list[Ruling]:
        with Library.open(self.path) as held:
            return rulings.read(held.graph, BASE)

    def export(self, form: str = "nq") -> bytes:
        out = io.BytesIO()
        with Library.open(self.path) as held:
            held.graph.export(form, out)
        return out.getvalue()

    def rows(self, query: str, **bindings: object) -> list[tuple[object, ...]]:
        with Library.open(self.path) as held:
            return list(held.graph.select(query, **bindings).rows)  # type: ignore[arg-type]

    def people(self) -> set[str]:
        return {str(name) for (name,) in self.rows("SELECT ?n { ?p a foaf:Person ; foaf:name ?n }")}


def decision(library: Made) -> str:
    (row,) = library.rows('SELECT ?d { ?d a mb:Decision ; mb:verb "agreed" }')
    return str(row[0])


def attendance(library: Made) -> str:
    query = "SELECT ?a { ?a mb:person ?who ; mb:atMeeting/dct:date ?day }"
    (row,) = library.rows(query, who=Iri(CHAIR), day=date(2021, 3, 3))
    return str(row[0])


EVERY: dict[str, Callable[[Made], None]] = {
    "same": lambda library: library.rule(curation.same, "Sam Reed", "Judith Wallace"),
    "different": lambda library: library.rule(curation.different, "J Wallace", "Judith Wallace"),
    "wrong": lambda library: library.rule(curation.wrong, decision(library), None),
    "wrong property": lambda library: library.rule(curation.wrong, decision(library), "outcome"),
    "correct": lambda library: library.rule(
        curation.correct, attendance(library), "attendance status", "apologies"
    ),
}


def test_before_any_correction_two_names_are_one(library: Made) -> None:
    assert library.people() == {"Judith Wallace", "Sam Reed"}


def test_same_makes_one_of_two(library: Made) -> None:
    EVERY["same"](library)
    assert len(library.people()) == 1


def test_different_parts_what_was_joined(library: Made) -> None:
    EVERY["different"](library)
    assert library.people() == {"Judith Wallace", "J Wallace", "Sam Reed"}
    days = library.rows(
        "SELECT ?d { ?a mb:person ?who ; mb:atMeeting/dct:date ?d }", who=Iri(CHAIR)
    )
    assert days == [(date(2021, 3, 3),)]


def test_what_is_wrong_is_told_no_more(library: Made) -> None:
    fact = decision(library)
    EVERY["wrong"](library)
    assert library.rows("SELECT ?p { ?fact ?p ?v }", fact=Iri(fact)) == [
        ("https://w3id.org/minutebook/ns#withheldBy",)
    ]
    assert library.rows("SELECT ?step { ?step mb:concerns ?fact }", fact=Iri(fact)) == []
    with Library.open(library.path) as held, pytest.raises(NotFound, match="Ann Quill"):
        show(held.graph, fact)


def test_what_needs_a_wrong_thing_goes_with_it(library: Made) -> None:
    library.rule(curation.wrong, "Sam Reed", None)
    assert library.people() == {"Judith Wallace"}
    rows = library.rows("SELECT DISTINCT ?who { ?a a mb:Attendance ; mb:person ?who }")
    assert rows == [(CHAIR,)]
    assert (
        library.rows("SELECT ?a { ?a a mb:Attendance FILTER NOT EXISTS { ?a mb:person ?w } }") == []
    )


def test_one_property_may_be_wrong(library: Made) -> None:
    fact = decision(library)
    EVERY["wrong property"](library)
    assert library.rows("SELECT ?o { ?fact mb:outcome ?o }", fact=Iri(fact)) == []
    assert library.rows("SELECT ?v { ?fact mb:verb ?v }", fact=Iri(fact)) == [("agreed",)]


def test_a_corrected_value_stands_in_place_of_the_other(library: Made) -> None:
    fact = attendance(library)
    EVERY["correct"](library)
    query = "SELECT ?s { ?fact mb:attendanceStatus ?s }"
    assert library.rows(query, fact=Iri(fact)) == [("apologies",)]
    of_papers = "SELECT ?s { GRAPH ?g { ?g a mb:Document . ?fact mb:attendanceStatus ?s } }"
    read = library.rows(of_papers, fact=Iri(fact))
    assert read == [("present",)]  # the paper goes on saying what it says


def test_a_name_that_a_person_gave_is_the_only_one(library: Made) -> None:
    library.rule(curation.correct, "Judith Wallace", "name", "Judith Ann Wallace")
    assert library.people() == {"Judith Ann Wallace", "Sam Reed"}


@pytest.mark.parametrize("kind", EVERY)
def test_a_correction_outlasts_the_papers(library: Made, kind: str) -> None:
    EVERY[kind](library)
    before = library.export()
    documents = [BASE.document(one.sha256) for one in held(library).values()]
    ingest.remove(library.path, documents, embedder=Letters())
    (ruling,) = library.rulings()
    with Library.open(library.path) as empty:
        assert not curation.applies(empty.graph, ruling)
    ingest.add(library.path, library.papers, embedder=Letters())
    assert library.export() == before


def held(library: Made) -> dict[str, object]:
    with Library.open(library.path) as opened:
        return dict(opened.generation.documents)


@pytest.mark.parametrize("kind", EVERY)
def test_undo_leaves_no_trace(library: Made, kind: str) -> None:
    before, turtle = library.export(), library.export("ttl")
    EVERY[kind](library)
    assert library.export() != before
    library.undo()
    assert library.export() == before
    assert library.export("ttl") == turtle


@pytest.mark.parametrize("kind", EVERY)
def test_a_failure_at_the_end_leaves_the_library_as_it_was(
    library: Made, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.export()

    def fail(*_: object) -> None:
        raise OSError("the machine stops here")

    with monkeypatch.context() as patched:
        patched.setattr("embeddings.library.Generation.write", fail)
        with pytest.raises(StoreError, match="stops here"):
            EVERY[kind](library)
    assert library.export() == before


def test_a_correction_says_who_when_and_why_where_the_person_is_shown(library: Made) -> None:
    EVERY["different"](library)
    with Library.open(library.path) as opened:
        groups = {group.title: group.links for group in show(opened.graph, CHAIR).groups}
    (link,) = groups["corrections"]
    assert (link.date, link.detail) == (ANN.on, f"{ANN.by}: {ANN.because}")
    assert link.label == "different: j-wallace, judith-wallace"


def test_the_merge_is_shown_with_its_rule_and_its_passage(library: Made) -> None:
    with Library.open(library.path) as opened:
        groups = {group.title: group.links for group in show(opened.graph, CHAIR).groups}
        assert show(opened.graph, BASE.person("J Wallace")).iri == CHAIR
    told = {
        link.label: (link.detail, link.source and link.source.file) for link in groups["known as"]
    }
    assert told["Cllr J Wallace"] == ("initials/1, 0.9", "june.md")


def test_the_corrections_go_through_a_file_unchanged(library: Made) -> None:
    for how in ("different", "wrong", "correct"):
        EVERY[how](library)
    ruled = library.rulings()
    with Library.open(library.path) as opened:
        text = as_turtle(opened.graph, BASE)
    assert rulings_in(text) == ruled
    library.change(lambda *_: [])
    for ruling in rulings_in(text):
        library.change(lambda _, held, one=ruling: with_ruling(held, one))  # type: ignore[misc]
    with Library.open(library.path) as opened:
        assert as_turtle(opened.graph, BASE) == text


def test_a_file_may_be_written_by_hand() -> None:
    (ruling,) = rulings_in(f"{HEAD} [] {SAME} .")
    assert ruling == Ruling(
        "same", "https://x.example/a", "a letter", "Ann", date(2024, 2, 1),
        value=Iri("https://x.example/b"),
    )  # fmt: skip


HEAD = """@prefix mb: <https://w3id.org/minutebook/ns#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ex: <https://x.example/> ."""
SAME = (
    'a mb:Curation ; mb:verdict "same" ; rdf:subject ex:a ; rdf:object ex:b ; '
    'mb:because "a letter" ; mb:curatedBy "Ann" ; dct:date "2024-02-01"^^xsd:date'
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda text: text + " ;; oops", "no Turtle"),
        (lambda text: text.replace("a mb:Curation", "a mb:Report"), "no mb:Curation"),
        (lambda text: text.replace('"same"', '"equal"'), "verdict 'equal'"),
        (lambda text: text.replace("mb:because", "rdf:because"), "rdf-syntax-ns#because"),
        (lambda text: text.replace('mb:because "a letter" ;', ""), "has no mb:because"),
        (lambda text: text.replace("rdf:object ex:b ;", ""), "second IRI"),
        (lambda text: text.replace("rdf:object ex:b", 'rdf:object "b"'), "second IRI"),
        (lambda text: text.replace("rdf:subject ex:a", 'rdf:subject "a"'), "by no IRI"),
        (lambda text: text.replace("^^xsd:date", ""), "xsd:date"),
        (lambda text: text.replace('"Ann"', '"Ann", "Bob"'), "several values"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(change: Callable[[str], str], reason: str) -> None:
    with pytest.raises(CurationError, match=reason):
        rulings_in(change(f"{HEAD} ex:one {SAME} ."))


@pytest.mark.parametrize(
    ("how", "told", "reason"),
    [
        (curation.same, ("Judith Wallace", "Cllr Judith Wallace"), "one name"),
        (curation.same, ("Judith Wallace", "Harbour Towns Board"), "two kinds"),
        (curation.same, ("Judith Wallace", "Nobody Here"), "nothing is called"),
        (curation.wrong, ("https://x.example/nothing", None), "nothing with the IRI"),
        (curation.correct, ("Judith Wallace", "shoe size", "9"), "no property 'shoe size'"),
        (curation.correct, (BASE.meeting, "date", "3 March"), "give a date"),
        (curation.correct, (BASE.meeting, "date", "2021-02-30"), "give a date"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    library: Made, how: Callable[..., Ruling], told: tuple[object, ...], reason: str
) -> None:
    from kg.facts import MeetingKey

    meeting = BASE.meeting(MeetingKey("Harbour Towns Board", date(2021, 3, 3)))
    given = [meeting if callable(one) else one for one in told]
    with pytest.raises(MinutebookError, match=reason):
        library.rule(how, *given)  # type: ignore[arg-type]
    assert library.rulings() == []


def test_what_contradicts_is_refused(library: Made) -> None:
    EVERY["different"](library)
    with pytest.raises(CurationError, match="undo one of the two first"):
        library.rule(curation.same, "J Wallace", "Judith Wallace")
    library.rule(curation.same, "J Wallace", "Sam Reed")
    with pytest.raises(CurationError, match="undo one of the two first"):
        library.rule(curation.same, "Judith Wallace", "Sam Reed")


def test_a_second_ruling_on_a_property_takes_the_place_of_the_first(library: Made) -> None:
    EVERY["correct"](library)
    library.rule(curation.correct, attendance(library), "attendanceStatus", "absent")
    assert [ruling.value for ruling in library.rulings()] == ["absent"]


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        ingest.curate(tmp_path / "none", lambda _, held: held, embedder=Letters())
    assert not (tmp_path / "none").exists()
