"""A paper shown with what was read from it: the values, the quotes, the forms."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import program
from cli.reading_page import quoted_spans
from kg.errors import NotFound
from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.reading import ReadFact, ReadParagraph, reading
from tests.support.invented_graph import graph
from tests.support.rdf_papers import COUNCILS, fill

MINUTES = "2022-02-10-minutes.docx"
RESOLVED = "That the terms set out in the confidential report be accepted."


def show(library: Path, *arguments: str, code: int = 0) -> Result:
    command = ["show", *arguments, "--library", str(library)]
    result = CliRunner().invoke(program, command, env={"COLUMNS": "100"})
    assert result.exit_code == code, result.output
    return result


def test_each_paragraph_has_its_facts_with_value_rule_and_quote(sample_library: Path) -> None:
    paper = json.loads(show(sample_library, MINUTES, "--facts", "--format", "json").stdout)
    assert (paper["file"], paper["kind"], paper["doubts"]) == (MINUTES, "minutes", [])
    assert paper["meeting"] == "Communities & Resilience Board, 10 February 2022"
    assert [one["ordinal"] for one in paper["paragraphs"]] == list(range(len(paper["paragraphs"])))
    (resolved,) = [one for one in paper["paragraphs"] if RESOLVED in one["text"]]
    (decision,) = resolved["facts"]
    assert decision["type"] == "Decision"
    assert decision["values"]["verb"] == ["resolved"]
    assert decision["values"]["onItem"] == ["Insurance for street coordinators"]
    assert decision["rule"].startswith("decisions/")
    assert decision["confidence"] == 1.0
    ((start, end),) = decision["quotes"]
    assert resolved["text"][start:end] == RESOLVED


def test_people_of_a_table_come_in_the_order_of_its_rows(sample_library: Path) -> None:
    paper = json.loads(show(sample_library, MINUTES, "--facts", "--format", "json").stdout)
    (row,) = [one for one in paper["paragraphs"] if "Margaret Oakes" in one["text"]]
    names = [fact["values"]["person"][0] for fact in row["facts"]]
    assert names == [
        "Margaret Oakes", "Daniel Oakes", "Priya Castellane", "Tom Yelland", "Nadia Ferris",
    ]  # fmt: skip
    assert "Sefton Metropolitan Borough Council" in row["mentions"]["Council"]


def test_what_a_paper_speaks_of_stands_beside_its_words() -> None:
    text = (
        "# Minutes of the Harbour Board, 8 March 2022\n\n"
        "The minutes of the meeting held on 11 January 2022 were agreed.\n\n"
        "It acts under the Sea Walls Act 1987, see https://walls.example/act.\n\n"
        "Miss Ann Lowe can be reached at ann.lowe@quay.example.\n"
    )
    document = read_document(text.encode(), "minutes.md")
    held = KnowledgeGraph.open()
    fill(held, ((document, extract(document, COUNCILS)),))
    _, minutes, law, contact = reading(held, "minutes.md").paragraphs
    (meeting,) = (one for one in minutes.facts if one.type == "MeetingReference")
    assert meeting.values["when"] == ("2022-01-11",)
    quote = minutes.text[slice(*meeting.quotes[0])]
    assert quote == "minutes of the meeting held on 11 January 2022"
    (cited,) = (one for one in law.facts if one.type == "CitedDocument")
    assert cited.values["title"] == ("Sea Walls Act 1987",)
    assert law.mentions["Address"] == ("https://walls.example/act",)
    (reached,) = (one for one in contact.facts if one.type == "ContactDetails")
    assert reached.values["email"] == ("ann.lowe@quay.example",)
    assert reached.values["contactOf"] == ("Ann Lowe",)


def test_text_shows_the_facts_below_the_words(sample_library: Path) -> None:
    lines = show(sample_library, MINUTES, "--facts").stdout.splitlines()
    (at,) = [number for number, line in enumerate(lines) if RESOLVED in line]
    assert lines[at + 1].lstrip().startswith("└ decision")
    assert "decisions/" in " ".join(lines[at + 1 : at + 4])


def test_markdown_marks_the_quote(sample_library: Path) -> None:
    page = show(sample_library, MINUTES, "--facts", "--format", "md").stdout
    assert f"> RESOLVED: **{RESOLVED}**\n\n- **decision** " in page


class Marked(HTMLParser):
    """The words inside ``mark``, and every tag left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"]:
            self.marked.append(data)


def test_html_marks_the_quote_and_closes_its_tags(sample_library: Path) -> None:
    page = Marked()
    page.feed(show(sample_library, MINUTES, "--facts", "--format", "html").stdout)
    assert page.open == []
    assert RESOLVED in page.marked


def test_what_is_no_paper_is_refused() -> None:
    with pytest.raises(NotFound, match="is no paper"):
        reading(graph(), "Ada Quill")


@pytest.mark.parametrize("form", ["md", "html"])
def test_pages_are_for_papers_with_their_facts(sample_library: Path, form: str) -> None:
    assert "add --facts" in show(sample_library, MINUTES, "--format", form, code=2).stderr


@pytest.mark.parametrize(
    ("quotes", "marked"),
    [
        ([], []),
        ([(2, 5), (0, 1)], [(0, 1), (2, 5)]),
        ([(0, 4), (2, 6), (6, 8)], [(0, 8)]),
        ([(0, 9), (2, 3), (10, 12)], [(0, 9), (10, 12)]),
    ],
)
def test_quotes_that_overlap_are_marked_once(
    quotes: list[tuple[int, int]], marked: list[tuple[int, int]]
) -> None:
    facts = tuple(ReadFact(Iri("x:y"), "Decision", {}, None, None, (one,)) for one in quotes)
    paragraph = ReadParagraph(0, "text", None, None, "twelve chars", facts, {})
    assert list(quoted_spans(paragraph)) == marked
