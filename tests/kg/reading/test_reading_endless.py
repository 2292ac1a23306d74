"""Papers made to be endless in one thing are read in no time, whatever it is."""

import tracemalloc
from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.counting import longest_run
from kg.model import Kind
from kg.reading.blocks import Block, Row, next_told
from kg.reading.join import join_item_labels
from kg.reading.read import read_document
from kg.reading.spread import together
from kg.reading.tables.cells import even
from kg.reading.text.inline import is_strong
from kg.reading.web.saved_portal import without_labels
from kg.structure.labels import plain
from kg.structure.names.bodies import in_sentence, mentioned
from kg.structure.names.capitals import written_out
from kg.structure.names.title_marks import plainly


def seconds(text: str, name: str) -> float:
    """How long the reading of a paper takes."""
    started = process_time()
    read_document(text.encode(), name)
    return process_time() - started


@pytest.mark.parametrize("signs", ["*****a", "****a", "***a", "_____a", "**a** ", "**a**__b__ "])
def test_endless_signs_of_bold(signs: str) -> None:
    assert seconds(f"**a{signs * 400}!\n", "paper.md") < 2
    assert seconds(f"**a{signs * 400}!\n", "paper.txt") < 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" " * 20_000, "paper.txt"),
        ("." * 20_000 + "x", "paper.md"),
        ("<pre>" + "word word\n" * 20_000 + "</pre>", "page.html"),
        ("\n" * 20_000, "paper.txt"),
        ("Person    Item\nA. Lowe    lamps\n" + "           and lamps\n" * 5_000, "paper.txt"),
        ("a b\f" * 20_000, "paper.txt"),
        ("The lamps on the quay burn and no one mended them\n" * 3_000, "paper.txt"),
        ("a" * 20_000, "paper.txt"),
        ("a  b  c\n" * 2_500 + "a  b" * 2_500, "paper.txt"),
        ("|-" * 20_000 + "x\n", "paper.md"),
        ("| a " * 8_000 + "\n" + "|-" * 8_000 + "\n", "paper.md"),
        ("quay\n" * 30_000, "paper.md"),
        (("-" * 20_000 + "\tx\n") * 3, "paper.txt"),
        ("a\tb\n" * 3_000 + "\t".join("c" * 3_000) + "\n", "paper.txt"),
        ("<nav>x</nav>word " * 40_000, "page.html"),
        ("<font>" * 200 + "<i>lamps</i> " * 10_000 + "<p>quay</p>", "page.html"),
        ("<table>" + "<tr><td rowspan=900>1<td>Lamps" * 1_500 + "</table>", "page.html"),
        (f"---\npresent:{' ' * 20_000}[\n---\n", "paper.md"),
        (f'---\npresent:\n-{" " * 20_000}"x\n---\n', "paper.md"),
    ],
    ids=[
        "blanks",
        "stops",
        "typed lines",
        "blank lines",
        "a cell",
        "pages",
        "a paragraph",
        "a word",
        "a wide line",
        "an open row",
        "columns",
        "lines",
        "a rule",
        "one long row",
        "menus",
        "open tags",
        "reaching cells",
        "a list",
        "a name",
    ],
)
def test_endless_runs_of_one_sign(text: str, name: str) -> None:
    assert seconds(f"Minutes\n\n{text}\n\nPresent: Ann Lowe\n", name) < 2
    assert seconds(f"{text}\n# Minutes\n", name) < 2


@given(st.lists(st.sampled_from(["**quay**", "***quay***", "__quay__"]), min_size=1))
def test_runs_of_bold_words_are_bold_however_they_meet(runs: list[str]) -> None:
    assert is_strong("".join(runs))
    assert is_strong(": ".join(runs))
    assert not is_strong("".join(runs) + " ropes")
    assert not is_strong("ropes " + "".join(runs))


@pytest.mark.parametrize(
    "cells", ["No. Item\n1\n", "|No.|Item|\n|---|---|\n|1|Ropes ", "No. Item\n\n1\n\nLead: "]
)
@pytest.mark.parametrize("blank", [" ", "\t ", "| ", "\n"])
def test_endless_blanks_of_a_saved_page(cells: str, blank: str) -> None:
    started = process_time()
    without_labels(f"{cells}{blank * 12_000}x")
    assert process_time() - started < 2


@given(st.lists(st.integers(1, 6), max_size=12))
def test_no_run_of_numbers_is_longer_than_the_longest(counts: list[int]) -> None:
    run = [counts[at] for at in longest_run(counts)]
    assert run == list(range(run[0], run[0] + len(run))) if run else not counts
    every = (
        chosen
        for size in range(len(run) + 1, len(counts) + 1)
        for chosen in combinations(counts, size)
    )
    assert not any(one == (*range(one[0], one[0] + len(one)),) for one in every)


def test_an_endless_count_is_one_run_that_takes_room_for_its_lines_alone() -> None:
    tracemalloc.start()
    run = longest_run(range(1, 9_001))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert run == [*range(9_000)]
    assert held < 10_000_000


def test_a_run_may_leave_out_a_count_and_must_begin_where_it_is_told() -> None:
    assert longest_run([1, 2, 4, 5], skips=1) == [0, 1, 2, 3]
    assert longest_run([5, 6, 7, 1, 2], first=1) == [3, 4]
    assert longest_run([2, 3], first=1) == []


def test_endless_paragraphs_are_looked_through_in_no_time() -> None:
    blocks = [Block(Kind.TEXT, "The lamps on the quay burn.")] * 60_000
    started = process_time()
    assert join_item_labels(blocks) == blocks
    assert all(next_told(blocks, at) is blocks[0] for at in range(len(blocks) - 1))
    assert process_time() - started < 2


def test_an_endless_paragraph_whose_lines_stand_apart_is_joined_in_no_time() -> None:
    lines = [Block(Kind.TEXT, "The lamps on the quay burn and no one has mended them")] * 20_000
    started = process_time()
    (whole,) = together(lines)
    assert process_time() - started < 1
    assert whole.text == " ".join(line.text for line in lines)


@pytest.mark.parametrize("words", ["AND ", "OF THE ", "A’ ", "AB, "])
def test_endless_words_in_capitals_are_written_out_in_no_time(words: str) -> None:
    started = process_time()
    written_out(words * 3_000 + "and small letters " * 3_000)
    assert process_time() - started < 1


def test_endless_marks_of_a_title_are_read_in_no_time() -> None:
    started = process_time()
    assert plainly(f"Quay Club{' - |' * 7_000} page 3") == "Quay Club"
    assert plainly(f"Quay Club{' - |' * 7_000} leaf") != "Quay Club"
    assert plain(f"2. Done{' -' * 20_000}") == "done"
    assert plain(f"Done{' -' * 20_000} so").endswith("- so")
    assert in_sentence("Lowe/" * 4_000) is None
    assert not mentioned("Lowe/" * 4_000)
    assert process_time() - started < 2


def test_a_row_far_longer_than_all_others_keeps_its_words_in_fewer_cells() -> None:
    long = [f"c{at}" for at in range(1_000)]
    rows = even([Row(("a", "b"))] * 1_000 + [Row(tuple(long))])
    assert {len(row.cells) for row in rows} == {102}
    assert rows[0].cells[:3] == ("a", "b", "")
    assert " ".join(rows[-1].cells) == " ".join(long)


def test_a_row_longer_than_the_others_keeps_its_cells() -> None:
    rows = even([Row(("a", "b")), Row(("c",) * 400, header=True)], width=401)
    assert rows[1] == Row((*["c"] * 400, ""), header=True)
    assert rows[0].cells == ("a", "b", *[""] * 399)
    assert even([]) == []
