"""How invented papers tell to reach people: addresses, numbers, and whose they are."""

import pytest
from rdflib import URIRef

from kg import terms as t
from kg.extraction.extract import extract
from kg.rdf.conversion.convert import quads
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = "# Minutes of the Harbour Board, 8 March 2022\n\n"
Told = tuple[str | None, str | None, str | None, str | None]


def details(text: str) -> list[Told]:
    document = read_document((HEAD + text).encode(), "paper.md")
    found = extract(document, Councils.load()).contact_details
    return [(o.person.name if o.person else None, o.position, o.email, o.phone) for o in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tell Miss Ann Lowe, Harbour Officer (ann.lowe@quay.example, 020 7946 0112).",
            ("Ann Lowe", "Harbour Officer", "ann.lowe@quay.example", "020 7946 0112"),
        ),
        (
            "Miss Ann Lowe spoke.\n\nWrite to alowe@quay.example.",
            ("Ann Lowe", None, "alowe@quay.example", None),
        ),
        (
            "Call Mr Ben Tarn on 01632 960 144 before noon.",
            ("Ben Tarn", None, None, "01632 960 144"),
        ),
        ("Enquiries: clerk@quay.example", (None, "clerk", "clerk@quay.example", None)),
    ],
)
def test_an_address_is_that_of_the_person_or_office_it_names(text: str, told: Told) -> None:
    assert told in details(text)


def test_two_people_of_one_line_have_each_their_own() -> None:
    text = (
        "Mr Ben Tarn and Miss Ann Lowe  \n"
        "Phone: 07700 900123 / 07700 900456  \n"
        "Email: ben.tarn@quay.example / ann.lowe@quay.example"
    )
    assert {(one[0], one[3]) for one in details(text)} == {
        ("Ben Tarn", "07700 900123"),
        ("Ann Lowe", "07700 900456"),
    }


def test_faxes_account_numbers_and_nobodys_addresses_are_left_out() -> None:
    text = "Fax: 020 7946 0113. Account 12345678901. Send it to events@quay.example."
    assert details(text) == []


def test_the_graph_ties_an_address_to_its_person_and_its_words() -> None:
    text = HEAD + "Miss Ann Lowe can be reached at ann.lowe@quay.example."
    document = read_document(text.encode(), "paper.md")
    iris, councils = Iris(), Councils.load()
    made = list(quads(document, extract(document, councils), iris, councils))
    (contact,) = {s for s, _, o, _ in made if o == URIRef(t.CONTACT_DETAILS)}
    said = {str(p): str(o) for s, p, o, _ in made if s == contact}
    assert said[t.EMAIL] == said[t.QUOTE] == "ann.lowe@quay.example"
    assert said[t.CONTACT_OF] == iris.person("Ann Lowe")
