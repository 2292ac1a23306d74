"""The ontology, the shapes, the constants and what was specified say the same."""

import io
import re
from collections.abc import Callable

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg import terms
from kg.store.graph import KnowledgeGraph
from kg.terms import MB, NAMESPACES
from tests.places import NEEDS_SHARED, ROOT, SHARED
from tests.support.rdf_papers import IRIS, MARCH, MARCH_FACTS, MARCH_PAPER, fill

SPECIFICATION = SHARED / "contract" / "ontology.md"
ONTOLOGY = Graph().parse(ROOT / "kg" / "ontology" / "minutebook.ttl")
SHAPES = Graph().parse(ROOT / "kg" / "ontology" / "shapes.ttl")
OWN = {str(term) for term in ONTOLOGY.subjects(RDF.type, None) if str(term).startswith(MB)}
CONSTANTS = {
    value for name, value in vars(terms).items() if name.isupper() and isinstance(value, str)
}
TERMS = CONSTANTS - {*NAMESPACES.values(), terms.BASE}


def full(name: str) -> str:
    """A prefixed name as an IRI."""
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


def test_constants_and_ontology_hold_the_same_terms_of_ours() -> None:
    assert {term for term in TERMS if term.startswith(MB)} == OWN


@pytest.mark.parametrize("term", sorted(OWN), ids=lambda term: term.removeprefix(MB))
def test_every_term_is_explained(term: str) -> None:
    subject = URIRef(term)
    assert len(list(ONTOLOGY.objects(subject, RDFS.label))) == 1
    (comment,) = ONTOLOGY.objects(subject, RDFS.comment)
    assert str(comment)[0].isupper()
    assert str(comment).endswith(".")
    if (subject, RDF.type, OWL.Class) in ONTOLOGY:
        assert list(ONTOLOGY.objects(subject, RDFS.subClassOf))
    else:
        assert len(list(ONTOLOGY.objects(subject, RDFS.range))) == 1
        assert len(list(ONTOLOGY.objects(subject, RDFS.domain))) <= 1


def rows(heading: str) -> list[list[str]]:
    """The cells of the specified table under a heading."""
    section = SPECIFICATION.read_text("utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[1:]]


def names(cell: str) -> list[str]:
    return re.findall(r"`(\w+:\w+)`", cell)


@NEEDS_SHARED
def test_namespaces_are_those_specified() -> None:
    for prefixes, spaces, *_ in rows("Namespaces"):
        for prefix, space in zip(
            re.findall(r"`(\w+)`", prefixes), re.findall(r"`(http\S+)`", spaces), strict=True
        ):
            assert NAMESPACES[prefix] == space


@NEEDS_SHARED
def test_every_name_specified_is_known() -> None:
    known = {
        full(name)
        for name in re.findall(
            r"`((?:mb|org|foaf|skos|dct):\w+)`", SPECIFICATION.read_text("utf-8")
        )
    }
    missing = known - TERMS
    assert {term for term in missing if term.startswith(MB)} == set()
    assert missing <= {
        full("org:FormalOrganization"),
        full("org:OrganizationalUnit"),
        full("foaf:Document"),
    }


def classes() -> list[tuple[str, list[str], str]]:
    """Class, superclasses and properties, for each row of the specification."""
    return [
        (names(cells[0])[0], names(cells[0])[1:], cells[1])
        for cells in rows("Classes and their properties")
    ]


@NEEDS_SHARED
def test_superclasses_are_those_specified() -> None:
    table = classes()
    assert len(table) == 18
    for name, parents, _ in table:
        if name.startswith("mb:"):
            stated = {
                str(parent) for parent in ONTOLOGY.objects(URIRef(full(name)), RDFS.subClassOf)
            }
            assert stated == set(map(full, parents)), name
    assert (
        URIRef(full("mb:statedIn")),
        RDFS.subPropertyOf,
        URIRef(full("prov:wasQuotedFrom")),
    ) in ONTOLOGY


def shape_of(name: str) -> dict[str, URIRef]:
    """The property shapes of a class by the property's IRI."""
    (shape,) = SHAPES.subjects(SH.targetClass, URIRef(full(name)))
    return {str(SHAPES.value(p, SH.path)): p for p in SHAPES.objects(shape, SH.property)}  # type: ignore[misc]


@NEEDS_SHARED
def test_every_class_has_a_shape_that_asks_for_what_is_specified() -> None:
    for name, _, properties in classes():
        shape = shape_of(name)
        assert set(map(full, names(properties))) <= {*shape, *CONFIDENCE}, name
        required = {full(p) for p in re.findall(r"\*\*`(\w+:\w+)`\*\*", properties)}
        asked = {path for path, p in shape.items() if SHAPES.value(p, SH.minCount) == Literal(1)}
        assert required <= asked, name


CONFIDENCE = {terms.CONFIDENCE, terms.RULE, terms.STATED_IN}
"""What StatedShape asks of every resource that was read."""


@NEEDS_SHARED
def test_value_lists_are_those_specified() -> None:
    lists = 0
    for name, _, properties in classes():
        for path, inside in re.findall(
            r"`(mb:\w+)`(?:\*\*)? \(((?:`[^`]+`(?:, | or )?)+)\)", properties
        ):
            allowed = SHAPES.value(shape_of(name)[full(path)], SH["in"])
            assert {str(v) for v in Collection(SHAPES, allowed)} == set(
                re.findall(r"`([^`]+)`", inside)
            ), path
            lists += 1
    assert lists == 7


def test_shapes_speak_of_known_terms() -> None:
    used = {
        str(term)
        for p in (SH.path, SH["class"], SH.targetClass)
        for term in SHAPES.objects(None, p)
    }
    assert used <= TERMS


def filled() -> Graph:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        out = io.BytesIO()
        graph.export("ttl", out)
    return Graph().parse(data=out.getvalue().decode(), format="turtle")


def problems(data: Graph) -> list[tuple[str, str]]:
    """Focus node and path of everything the shapes object to."""
    _, report, _ = pyshacl.validate(data, shacl_graph=SHAPES)
    return sorted(
        (str(report.value(r, SH.focusNode)), str(report.value(r, SH.resultPath)))
        for r in report.subjects(RDF.type, SH.ValidationResult)
    )


def test_the_sample_conforms() -> None:
    data = filled()
    assert len(data) > 400
    assert problems(data) == []


def test_the_graph_speaks_of_known_terms_only() -> None:
    data = filled()
    assert {str(p) for p in data.predicates()} <= TERMS
    assert {str(kind) for kind in data.objects(None, RDF.type)} <= TERMS


def _drop(subject: str, predicate: str) -> Callable[[Graph], None]:
    return lambda data: data.remove((URIRef(subject), URIRef(predicate), None)) and None


def _add(subject: str, predicate: str, value: object) -> Callable[[Graph], None]:
    return lambda data: data.add((URIRef(subject), URIRef(predicate), Literal(value))) and None


SHA = MARCH_PAPER.source.sha256
ATTENDANCE = IRIS.attendance(MARCH, "Tom Ford")
DECISION = IRIS.decision(SHA, MARCH_FACTS.decisions[0])


@pytest.mark.parametrize(
    ("damage", "subject", "predicate"),
    [
        (_drop, IRIS.document(SHA), terms.TITLE),
        (_drop, IRIS.paragraph(SHA, 2), terms.TEXT),
        (_drop, IRIS.person("Ann Reed"), terms.NAME),
        (_drop, IRIS.board("Harbour & Rivers Board"), terms.PREF_LABEL),
        (_drop, IRIS.item(MARCH, "5"), terms.ITEM_NUMBER),
        (_drop, ATTENDANCE, terms.PERSON),
        (_drop, DECISION, terms.RULE),
        (lambda s, p: _add(s, p, "asleep"), ATTENDANCE, terms.ATTENDANCE_STATUS),
        (lambda s, p: _add(s, p, "lord"), ATTENDANCE, terms.CAPACITY),
        (lambda s, p: _add(s, p, "liked"), DECISION, terms.OUTCOME),
        (lambda s, p: _add(s, p, 2), ATTENDANCE, terms.CONFIDENCE),
        (lambda s, p: _add(s, p, "4 March"), IRIS.meeting(MARCH), terms.DATE),
        (lambda s, p: _add(s, p, "a name"), DECISION, terms.DELEGATES_TO),
    ],
)  # fmt: skip
def test_damage_is_found(
    damage: Callable[..., Callable[[Graph], None]], subject: str, predicate: str
) -> None:
    data = filled()
    damage(subject, predicate)(data)
    assert set(problems(data)) == {(subject, predicate)}
