"""Web addresses in invented text, as facts and in the graph."""

import pytest
from rdflib import URIRef

from kg import terms as t
from kg.extraction.extract import extract
from kg.facts import WebLink
from kg.rdf.conversion.convert import quads
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils

QUAYS = "http://www.quays.example"


def links(text: str) -> tuple[WebLink, ...]:
    return extract(read_document(text.encode(), "paper.txt"), Councils.load()).links


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://quays.example/plan.pdf.", ["https://quays.example/plan.pdf"]),
        ("It is at www.quays.example/a_(b), and here.", ["http://www.quays.example/a_(b)"]),
        ("Read (http://quays.example/?q=1&r=2#top);", ["http://quays.example/?q=1&r=2#top"]),
        ("See http://quays.example/caf\u00e9 now.", ["http://quays.example/caf%C3%A9"]),
        ("It was cut: http://quays.example/letter- to-all", []),
        ("See http://[::1/plan or http://quays.example:lamp/ for it.", []),
        ("See https://ann@ben@quays.example/ or www.quays.example.", ["http://www.quays.example"]),
        ("Use www.quays.example/to/http://marl.example", [QUAYS + "/to/http://marl.example"]),
        ("See http://quays.example/50%/a%20b.", ["http://quays.example/50%25/a%20b"]),
        ("See http://quays.example/a#b#c now.", []),
        ("Write to ann@www.quays.example or ann@quays.example.", []),
    ],
)
def test_an_address_is_read_without_the_punctuation_around_it(text: str, urls: list[str]) -> None:
    assert [link.url for link in links(text)] == urls


def test_a_paragraph_references_the_address_it_writes_out() -> None:
    document = read_document(b"See https://quays.example/plan for more.", "paper.txt")
    councils, iris = Councils.load(), Iris()
    made = set(quads(document, extract(document, councils), iris, councils))
    paragraph = iris.paragraph(document.source.sha256, 0)
    held = {(str(s), str(o)) for s, p, o, _ in made if p == URIRef(t.REFERENCES)}
    assert held == {(paragraph, "https://quays.example/plan")}
