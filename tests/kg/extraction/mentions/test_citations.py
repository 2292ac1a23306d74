"""Documents cited in invented papers: what is cited, of what kind, by whom, when and where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg import terms as t
from kg.extraction.extract import extract
from kg.extraction.mentions.citation_forms import seen
from kg.facts import Citation
from kg.rdf.conversion.convert import quads
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = "# Minutes of the Harbour Board, 8 March 2022\n\n"


def citations(text: str) -> tuple[Citation, ...]:
    document = read_document((HEAD + text).encode(), "paper.md")
    return extract(document, Councils.load()).citations


def titles(text: str) -> list[str]:
    return [one.title for one in citations(text)]


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("It acts under the Sea Walls Act 1987 and a byelaw.", "Sea Walls Act 1987", "act"),
        ("Part 8 of the Lamps and Buoys Acts, 2000-2013.", "Lamps and Buoys Acts 2000-2013", "act"),
        (
            "See the Ropes, Knots and Sails Act 1988 (section 3).",
            "Ropes, Knots and Sails Act 1988",
            "act",
        ),
        (
            "Made in accordance with the Harbours (Lighting of Quays) Regulations 2014.",
            "Harbours (Lighting of Quays) Regulations 2014",
            "regulations",
        ),
        ("They read the Green Paper on the Right to Moor.", "Green Paper on the Right to Moor",
         "green paper"),
        ("The Deep Water White Paper was read.", "Deep Water White Paper", "white paper"),
        ("The Board adopted the Safe Mooring Policy.", "Safe Mooring Policy", "policy"),
        ("To consider changes to Standing Orders.", "Standing Orders", "standing orders"),
        (
            "Members approved the Statement of Mooring Policy 2025-2030.",
            "Statement of Mooring Policy 2025-2030",
            "statement",
        ),
        ("It read By-Law No. 2018-37 twice.", "By-Law No. 2018-37", "by-law"),
        (
            "The government's consultation on tolls in small harbours has closed.",
            "consultation on tolls in small harbours",
            "consultation",
        ),
        (
            "The Quay Society's response to the Ministry's consultation on bays was read aloud.",
            "response to the Ministry's consultation on bays",
            "response",
        ),
        ("The tide wardens' handbook is late.", "tide wardens' handbook", "handbook"),
        ("The guide ‘Mind the Gap at High Water’ is out.", "Mind the Gap at High Water", "guide"),
    ],
)  # fmt: skip
def test_a_document_is_cited_by_its_form(text: str, title: str, kind: str) -> None:
    assert (title, kind) in [(one.title, one.kind) for one in citations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Board will act on this, and the water bill was paid. The Water Bill came to £40.",
        "In response to the storm, members thanked the crews.",
        "The Penhallow Institute for Public Policy sent two observers.",
        "See Appendix B. The Action Plan and the Seating Plan were noted.",
        "This Policy and the Policy were read. Ann Lowe (Policy Manager) spoke.",
        "A letter was sent to the harbour master.",
    ],
)
def test_what_is_no_title_is_not_cited(text: str) -> None:
    assert titles(text) == []


def test_a_report_of_the_paper_itself_is_not_cited() -> None:
    document = read_document(b"# Safe Mooring Policy\n\nThe Safe Mooring Policy is due.\n", "a.md")
    assert extract(document, Councils.load()).citations == ()


def test_who_published_it_when_and_where_is_read_beside_it() -> None:
    (one,) = citations(
        "The Safe Mooring Guide, published by the Rope Society in May 2021, is at "
        "https://ropes.example/guide.pdf."
    )
    assert (one.title, one.by, one.issued) == ("Safe Mooring Guide", "Rope Society", "2021-05")
    assert one.url == "https://ropes.example/guide.pdf"


def test_a_letter_is_named_by_its_writer_and_its_day() -> None:
    (one,) = citations("The Harbour Master's letter of 14 February was discussed.")
    assert one.title == "Harbour Master's letter of 14 February"
    assert (one.kind, one.by, one.issued) == ("letter", "Harbour Master", "2022-02-14")


def test_a_document_cited_again_is_one_with_all_its_places() -> None:
    (one,) = citations(
        "The Sea Walls Act 1987 applies.\n\nThe sea is high. The Sea Walls Act, 1987 was amended."
    )
    assert len(one.evidence) == 2


_WORDS = st.sampled_from(
    ["the", "Rope", "Act", "Acts", "1987", "Policy", "Ministry's", "response to the",
     "published by", "consultation on", "letter from", "dated", "3 May 2021", "Statement of",
     ",", "and", "(No. 2)", "White Paper on", "By-law 12", "was", ".", "\n"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=25))
def test_what_is_seen_lies_in_the_text_and_has_a_title(parts: list[str]) -> None:
    text = " ".join(parts)
    for one in seen(text, date(2022, 3, 8), heading=False):
        assert 0 <= one.start < one.end <= len(text)
        assert one.title.strip() == one.title != ""


def test_the_graph_says_who_cites_what_in_which_words() -> None:
    document = read_document((HEAD + "It acts under the Sea Walls Act 1987.").encode(), "a.md")
    iris, councils = Iris(), Councils.load()
    made = list(quads(document, extract(document, councils), iris, councils))
    cited = URIRef(iris.cited("Sea Walls Act 1987"))
    assert [str(s) for s, p, o, _ in made if p == URIRef(t.REFERENCES) and o == cited] == [
        iris.paragraph(document.source.sha256, 1)
    ]
    said = {str(p): str(o) for s, p, o, _ in made if s == cited}
    assert (said[t.TITLE], said[t.KIND]) == ("Sea Walls Act 1987", "act")
    assert said[t.QUOTE] == "Sea Walls Act 1987"
