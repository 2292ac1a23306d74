"""Numbers that run on through a paper are read in whatever form they are printed."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.counting import Opening, follows, is_lost, longest_runs, path_of, running
from kg.extraction.extract import extract
from kg.model import Document, Kind
from kg.numbering import ListStyle, begins_with_day, counter, head_number, list_number
from kg.reading.headings.series import counted_lines
from kg.reading.markers import parse_marker
from kg.reading.read import read_document
from kg.reference import Councils

TITLES = (
    "Apologies for absence",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Highway repairs",
    "Finance and payments",
    "Play area",
    "Correspondence",
)
SAID = (
    "Apologies were received from Cllr Ann Lowe.",
    "There were no declarations of interest.",
    "The minutes of 3 May 2011 were agreed and signed. 27 people had come then.",
    "The clerk reported that 14 drains were blocked. In 2012 they will be cleared.",
    "The accounts were approved. £1,450 was paid to Tarn Ltd.",
    "The swings were inspected on 6 June. Clause 4 of the lease was read.",
    "A letter from the mill was read.",
)
NOISE = (
    "2011 Budget papers were laid on the table.",
    "£14 Was the fee of the hall.",
    "1,450 People came to the fair.",
    "Clause 4 of the lease was read.",
    "7 May 2011",
    "27 people had come then.",
    "6.30pm The doors were opened.",
    "(a) The swings.",
    "The clerk had 3 letters.",
    "A. Smith and B. Jones came late.",
)
"""Lines that begin with numbers of something else, or with what looks like one."""

HEAD = (
    "WEIR PARISH COUNCIL\n\n"
    "Minutes of the meeting of Weir Parish Council held on Tuesday 7 June 2011 at 7pm\n\n"
    "Present: Cllr Ben Tarn (Chair), Cllr Eve Holt, Cllr Sam Moor\n\n"
)
NOTICE = (
    "WEIR PARISH COUNCIL\n\n"
    "A meeting of Weir Parish Council will be held on Tuesday 7 June 2011 at 7pm in the hall.\n\n"
    "AGENDA\n\n"
)
END = "\nThe meeting closed at 8.15pm.\n"

Print = Callable[[int], str]


def roman(count: int) -> str:
    return counter(ListStyle.UPPER_ROMAN, count)


def letter(count: int) -> str:
    return counter(ListStyle.UPPER_LETTER, count)


FORMS: dict[str, Print] = {
    "dot": lambda n: f"{n}.",
    "bare": str,
    "bracket": lambda n: f"{n})",
    "brackets": lambda n: f"({n})",
    "square": lambda n: f"[{n}]",
    "hash": lambda n: f"#{n}",
    "section": lambda n: f"§{n}",
    "both": lambda n: f"{n}.)",
    "stroke": lambda n: f"{n}/",
    "semicolon": lambda n: f"{n};",
    "padded": lambda n: f"{n:02}",
    "nought": lambda n: f"{n}.0",
    "no": lambda n: f"No. {n}",
    "item": lambda n: f"Item {n}:",
    "called": lambda n: f"Agenda Item No. {n}:",
    "minute": lambda n: f"Minute {n}",
    "reference": lambda n: f"Ref: 24/{n}",
    "roman": lambda n: f"{roman(n)}.",
    "roman in brackets": lambda n: f"({roman(n)})",
    "small roman": lambda n: f"({roman(n).lower()})",
    "item roman": lambda n: f"Item {roman(n)}",
    "letter": lambda n: f"{letter(n)}.",
    "small letter": lambda n: f"{letter(n).lower()})",
    "word": lambda n: ("One", "Two", "Three", "Four", "Five", "Six", "Seven")[n - 1],
    "long": lambda n: str(449 + n),
    "flagged": lambda n: f"*{449 + n}",
    "year behind": lambda n: f"{11 + n}/24",
    "year before": lambda n: f"24/{11 + n}",
    "year and dash": lambda n: f"2024-{11 + n}",
    "year and point": lambda n: f"24.{11 + n}",
    "two years": lambda n: f"{11 + n}/24-25",
    "series": lambda n: f"AM/14/{n:02}",
    "series and year behind": lambda n: f"AM/{n:02}/14",
    "name and point": lambda n: f"PC.{21 + n}",
    "name and blank": lambda n: f"PC {21 + n}",
    "name and dash": lambda n: f"PC-{21 + n}",
    "name behind": lambda n: f"{n}/PC",
    "long name": lambda n: f"PARISH/{n}",
    "three parts": lambda n: f"03.9.{n}",
    "letter behind": lambda n: f"24/{n}a",
}
LAYOUTS: dict[str, Callable[[str, str, str], str]] = {
    "over": lambda number, title, said: f"{number} {title}\n\n{said}\n",
    "close": lambda number, title, said: f"{number} {title}\n{said}\n",
    "run in": lambda number, title, said: f"{number} {title}: {said}\n",
    "sentence": lambda number, title, said: f"{number} {title}. {said}\n",
    "capitals": lambda number, title, said: f"{number} {title.upper()}\n\n{said}\n",
    "alone": lambda number, title, said: f"{number}\n\n{title}\n\n{said}\n",
}


def titles(document: Document) -> list[str]:
    """The titles of the items that have a number."""
    found = extract(document, Councils.load()).items
    return [item.title.rstrip(" :.").lower() for item in found if item.number]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
def test_minutes_are_read_alike_in_whatever_form_they_are_numbered(form: str, layout: str) -> None:
    written = [
        LAYOUTS[layout](FORMS[form](n), title, said)
        for n, (title, said) in enumerate(zip(TITLES, SAID, strict=True), 1)
    ]
    document = read_document((HEAD + "\n".join(written) + END).encode(), "minutes.txt")
    assert titles(document) == [title.lower() for title in TITLES]


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"year and point"}))
def test_agendas_are_read_alike_in_whatever_form_they_are_numbered(form: str) -> None:
    listed = "\n".join(f"{FORMS[form](n)} {title}" for n, title in enumerate(TITLES, 1))
    document = read_document((NOTICE + listed + "\n").encode(), "agenda.txt")
    assert titles(document) == [title.lower() for title in TITLES]


@st.composite
def printed_forms(draw: st.DrawFn) -> Print:
    """A way to print a number that no list has: its name or year, its marks."""
    called = draw(st.sampled_from(["", "Minute ", "Item No. ", "Ref: "]))
    opened, closed = draw(
        st.sampled_from([("", ""), ("", "."), ("", ":"), ("[", "]"), ("{", "}"), ("#", "")])
    )
    before = draw(st.sampled_from(["", "PC/", "PC ", "24/", "2024-", "AM/14/", "WEIR/"]))
    after = draw(st.sampled_from(["", "/24", "/24-25", "/2024"])) if not before else ""
    listed = not (before or after) and opened in ("", "#") and not called
    if listed and draw(st.booleans()):
        return lambda n: f"{opened}{roman(n)}{closed or '.'}"
    assume(not listed or opened == "#")
    return lambda n: f"{called}{opened}{before}{n}{after}{closed}"


@given(printed_forms(), st.integers(1, 30), st.integers(3, 9), st.data())
def test_a_sequence_is_read_back_whatever_stands_between(
    printed: Print, first: int, size: int, data: st.DataObject
) -> None:
    lines: list[str] = []
    expected: dict[int, int] = {}
    for count in range(first, first + size):
        expected[len(lines)] = count
        lines += [f"{printed(count)} Business of the day", *data.draw(noise_lines())]
    counted = counted_lines(lines)
    read = {at: counted[at].path if at in counted else listed_path(lines[at]) for at in expected}
    assert read == {at: (count,) for at, count in expected.items()}


def listed_path(line: str) -> tuple[int, ...] | None:
    """What counts in a number that a list has by itself."""
    number = parse_marker(line).number
    return path_of(number) if number else None


def noise_lines() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(NOISE), max_size=3)


@given(st.integers(1, 60), st.integers(4, 12), st.data())
def test_bare_numbers_are_told_from_years_sums_and_clauses(
    first: int, size: int, data: st.DataObject
) -> None:
    lines: list[str] = []
    expected: dict[int, str] = {}
    for count in range(first, first + size):
        expected[len(lines)] = str(count)
        lines.append(f"{count} Business of the day")
        lines += data.draw(st.lists(st.sampled_from(NOISE[1:]), max_size=2))
    lines.insert(1, NOISE[0])
    shifted = {at + (at > 0): number for at, number in expected.items()}
    assert {at: one.number for at, one in counted_lines(lines).items()} == shifted


@given(st.lists(st.sampled_from(NOISE), max_size=8, unique=True))
def test_numbers_of_other_things_run_on_from_nothing(lines: list[str]) -> None:
    assert counted_lines(lines) == {}


@given(st.integers(1, 39), st.sampled_from([ListStyle.UPPER_ROMAN, ListStyle.UPPER_LETTER]))
def test_a_number_is_read_as_the_count_that_a_list_prints(count: int, style: ListStyle) -> None:
    assume(style is ListStyle.UPPER_ROMAN or count <= 26)
    read = head_number(f"{counter(style, count)}. Business")
    assert read is not None
    assert count in [found for _, found in read.counts]


@pytest.mark.parametrize(
    ("line", "head", "written"),
    [
        ("Agenda Item No. 4: Fees", "Agenda Item No. 4:", "4"),
        ("AM/14/02. Fees", "AM/14/02.", "AM/14/02"),
        ("*719 Ditches", "*719", "*719"),
        ("(IV) Fees", "(IV)", "IV"),
        ("PC.24 22/0456/FUL - Mill Road", "PC.24", "PC.24"),
        ("24-31", "24-31", "24-31"),
    ],
)
def test_the_number_at_the_head_of_a_line(line: str, head: str, written: str) -> None:
    number = head_number(line)
    assert number is not None
    assert (number.head, number.written) == (head, written)


@pytest.mark.parametrize(
    "line", ["7 May 2011", "31 people came", "£14 Fee", "Fees 14", "31 22/0456/FUL", "", "Vicar"]
)
def test_lines_that_open_with_no_number(line: str) -> None:
    assert head_number(line) is None


def test_a_number_before_the_name_of_a_month_is_a_day_where_a_year_follows() -> None:
    assert begins_with_day("May 2011")
    assert not begins_with_day("May Day fair")


def test_dotted_numbers_count_by_their_parts_where_items_have_the_first() -> None:
    lines = ["6 Matters arising", "6.1 The bus", "6.2 The pot", "6.3 The grass", "7 Fees"]
    lines = ["4 Apologies", "5 Minutes", *lines, "8 Close"]
    assert {at: one.path for at, one in counted_lines(lines).items()} == {
        at: (count,) for at, count in zip((0, 1, 2, 6, 7), range(4, 9), strict=True)
    }
    assert [listed_path(line) for line in lines[3:6]] == [(6, 1), (6, 2), (6, 3)]


def test_dotted_numbers_of_one_meeting_count_by_their_last_part() -> None:
    lines = ["34.1 Welcome", "34.2 Apologies", "2011 Was a good year.", "34.3 Fees"]
    assert {at: one.path for at, one in counted_lines(lines).items()} == {0: (1,), 1: (2,), 3: (3,)}


def test_a_number_of_a_series_given_twice_counts_twice() -> None:
    lines = ["PL07/01 Minutes", "PL07/02 Mill Road", "PL07/02 Enforcement", "PL07/03 Close"]
    assert [one.path for _, one in sorted(counted_lines(lines).items())] == [(1,), (2,), (2,), (3,)]


def test_letters_of_lists_inside_items_number_no_items() -> None:
    listed = "(a) Rake\n\n(b) Spade\n\n(c) Hoe\n\n(d) Fork\n\n"
    text = f"{HEAD}Tools\n\nThese are kept:\n\n{listed}Fees\n\n" + "Much was said.\n\n" * 9
    paragraphs = read_document(text.encode(), "minutes.txt").paragraphs
    assert [p.kind for p in paragraphs if p.text.startswith("(")] == [Kind.LIST_ITEM] * 4
    assert not any(p.counted for p in paragraphs)


def test_a_paper_says_of_each_number_where_it_stands_in_its_count() -> None:
    text = HEAD + "".join(f"2024-{n} {title}\n\nNoted.\n\n" for n, title in enumerate(TITLES, 31))
    counted = [p.counted for p in read_document(text.encode(), "m.txt").paragraphs if p.number]
    assert [one and one.path for one in counted] == [(n,) for n in range(31, 31 + len(TITLES))]


def test_the_longest_run_of_each_form_is_found_and_how_much_of_it_that_is() -> None:
    lines = ["2 Fees", "1 Apologies", "2 Minutes", "3 Roads"]
    numbers = [number for line in lines if (number := head_number(line))]
    (run,) = longest_runs([Opening(at, number) for at, number in enumerate(numbers)])
    assert (run.places, run.share, run.once) == ([1, 2, 3], 0.75, True)


def test_few_numbers_do_not_run_on() -> None:
    numbers = [head_number(f"PC/{n} Fees") for n in (1, 2)]
    assert running([Opening(at, one) for at, one in enumerate(numbers) if one]) == {}


@pytest.mark.parametrize(
    ("number", "path"),
    [("7", (7,)), ("7.1", (7, 1)), ("70/17", (70,)), ("23/045", (45,)), ("70b/17", (70, 2))],
)
def test_what_counts_in_a_number(number: str, path: tuple[int, ...]) -> None:
    assert path_of(number) == path


@given(st.lists(st.integers(1, 20), min_size=1, max_size=3))
def test_the_next_number_and_the_first_part_follow_a_number(path: list[int]) -> None:
    last = tuple(path)
    assert follows((*last[:-1], last[-1] + 1), last)
    assert follows((*last, 1), last)
    assert not follows(last, last)
    assert not follows((*last[:-1], last[-1] + 2), last)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["1", "2", "7", None]), max_size=9))
def test_a_count_is_lost_where_most_numbers_are_one(numbers: list[str | None]) -> None:
    shown = [number for number in numbers if number]
    assert is_lost(numbers) == (shown.count("1") >= 3 and 2 * shown.count("1") > len(shown))


def test_a_form_of_lists_is_no_number_at_the_head_of_a_line() -> None:
    assert head_number("(iv) Fees") is None
    number = list_number("(iv) Fees")
    assert number is not None
    assert [count for _, count in number.counts] == [4]
