"""Papers as people write and publish them: lines, lists and headings by hand, pages with menus."""

import pytest

from kg.model import Kind, Paragraph
from kg.reading.read import read_document


def read(text: str, name: str) -> list[Paragraph]:
    return list(read_document(text.encode(), name).paragraphs)


def said(text: str, name: str) -> list[str]:
    return [p.text for p in read(text, name) if p.kind is not Kind.FURNITURE]


def headings(text: str, name: str) -> list[str]:
    return [p.text for p in read(text, name) if p.kind is Kind.HEADING]


LIST = "1. Note the report.\n2. Agree the plan for the quay.\n3. Thank the volunteers."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>The Board resolved:<br>{}</p>".format(LIST.replace("\n", "<br/>\n"))),
        ("a.html", "<div>The Board resolved:<br />{}</div>".format(LIST.replace("\n", "<br>"))),
        ("a.md", f"The Board resolved:\n{LIST}"),
        ("a.md", "The Board resolved:\n{}".format(LIST.replace(".", "\\.", 3))),
        ("a.txt", f"The Board resolved:\n{LIST}"),
        ("a.txt", f"The Board resolved:\n\n{LIST}"),
    ],
)
def test_a_list_typed_by_hand_is_a_paragraph_for_each_number(name: str, text: str) -> None:
    assert said(text, name) == ["The Board resolved:", *LIST.split("\n")]
    assert [p.number for p in read(text, name)] == [None, "1", "2", "3"]


def test_two_breaks_part_paragraphs_and_one_breaks_a_line() -> None:
    page = "<p>Anchor House,<br>Ropewalk Lane,<br>Northmoor<br><br>The lamps were lit.</p>"
    assert said(page, "a.html") == [
        "Anchor House,\nRopewalk Lane,\nNorthmoor",
        "The lamps were lit.",
    ]


def test_a_number_inside_a_sentence_opens_no_paragraph() -> None:
    assert (
        len(said("The gauge stood at\n3. It had stood at 5 in May\nand rose again.", "a.md")) == 1
    )


@pytest.mark.parametrize("rule", ["-" * 12, "=" * 12, "*" * 20])
def test_a_line_above_a_rule_is_a_heading(rule: str) -> None:
    text = f"Quay lighting\n{rule}\nThe lamps of the quay were lit again on the first of May.\n"
    assert headings(text, "a.txt") == ["Quay lighting"]


WRAPPED = """\
                         QUAY LIGHTING BOARD

Minutes of the meeting held on 4 May 2021

1. Lamps
   The lamps of the quay were lit again on the first of May, and the
   harbour master said that boats found their way home by them even in
   the fog of the following week.

2. Ropes
   New ropes had been bought for the eastern steps; the old ones would
   be given to the sailing school, which had asked for them in writing
   before Easter.

   (a) that the ropes of the western steps be looked at before the
       winter, by somebody who knows ropes;
   (b) that the cost be reported.
"""


def test_wrapped_lines_are_one_paragraph_and_hanging_ones_go_on() -> None:
    text = said(WRAPPED, "a.txt")
    assert text[0] == "QUAY LIGHTING BOARD"
    assert (
        "(a) that the ropes of the western steps be looked at before the winter, "
        "by somebody who knows ropes;"
    ) in text
    assert "(b) that the cost be reported." in text
    assert any(one.endswith("even in the fog of the following week.") for one in text)
    assert not any("\n" in one for one in text if "fog" in one)


def test_names_below_a_label_are_no_headings() -> None:
    text = (
        "Present:\n\nAda Quill Chairman\n\nSam Reed\n\nJo Marsh\n\nItem 1 - WELCOME\n\nAll came.\n"
    )
    assert headings(text, "a.txt") == ["Present:", "Item 1 - WELCOME"]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master is looking into the lamp by the steps",
        "There being no further business the meeting closed at 8.40pm",
        "Rope makers - £211.80 - ropes for the steps",
        "No interests were declared by anybody",
    ],
)
def test_a_sentence_without_full_stop_is_no_heading(line: str) -> None:
    below = "The lamps of the quay were lit again on the first of May, as every year."
    opening = "Opening words of a long paper about lamps, ropes and bells."
    assert headings(f"{opening}\n\n{line}\n\n{below}\n", "a.txt") == []


def test_a_short_title_before_text_is_a_heading() -> None:
    below = "The lamps of the quay were lit again on the first of May, as every year."
    assert headings(f"Lamps of the quay\n\n{below}\n", "a.txt") == ["Lamps of the quay"]


@pytest.mark.parametrize(
    "bold", ["**Lamps**", "**Lamps:**", "__Lamps__", "**Lamps**:", "***Lamps***"]
)
def test_bold_alone_is_a_heading(bold: str) -> None:
    below = "The lamps of the quay were lit again."
    assert [h.rstrip(":") for h in headings(f"Opening words.\n\n{bold}\n\n{below}\n", "a.md")] == [
        "Lamps"
    ]


def test_bold_that_ends_where_another_opens_is_one() -> None:
    line = "**Minutes of the lamp board held on 8****th** **May 2021 at the quay**"
    below = "A mark of `****` is a mark, and so is f****."
    found = [p.text for p in read(f"{line}\n\n{below}\n", "a.md")]
    assert found[0] == "Minutes of the lamp board held on 8th May 2021 at the quay"
    assert "f****" in found[1]


def test_words_above_a_rule_in_markdown_may_be_a_paragraph() -> None:
    text = "The lamps of the quay were lit again on the first of May.\n---\nThe ropes were new.\n"
    assert [p.kind for p in read(text, "a.md")] == [Kind.TEXT, Kind.TEXT]


def test_boxes_to_tick_are_markup() -> None:
    assert said("# Actions\n\n- [ ] Buy ropes\n- [x] Light the lamps\n", "a.md")[1:] == [
        "Buy ropes", "Light the lamps",
    ]  # fmt: skip


def test_a_list_item_keeps_whether_its_box_is_ticked() -> None:
    found = read("# Actions\n\n- [ ] Buy ropes\n- [x] Light the lamps\n- Mend nets\n", "a.md")
    assert [p.ticked for p in found[1:]] == [False, True, None]


def test_breaks_of_markdown_keep_their_lines() -> None:
    assert said("Anchor House,  \nRopewalk Lane,  \nNorthmoor\n", "a.md") == [
        "Anchor House,\nRopewalk Lane,\nNorthmoor"
    ]


def test_a_list_inside_a_numbered_item_keeps_its_number() -> None:
    assert said("1. 1. Lamps\n", "a.md") == ["1. 1. Lamps"]


PAGE = """<!doctype html><html><head><title>Minutes</title></head><body class="post page">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><p>Northmoor online</p>
<nav><ul><li>Home</li><li>Councillors</li></ul></nav></header>
<div id="content"><article><h1>Minutes, 4 May 2021</h1>
<div class="entry-meta">Posted on 9 June 2021 by the clerk</div>
<p>{words}</p><p>Present: Cllr Ada Quill</p>
<div class="sharedaddy">Share this on the usual places</div></article>
<div id="comments" class="comments-area"><p>3 May 2021: I liked the lamps.</p></div></div>
<aside class="widget-area"><p>Recent posts</p></aside>
<footer class="site-footer"><p>Cookies. Accessibility. Contact 01234 567890.</p></footer>
</body></html>"""
LONG = "The lamps of the quay were lit again on the first of May. " * 6


@pytest.mark.parametrize("words", [LONG, "The lamps were lit."], ids=["long", "short"])
def test_of_a_page_only_the_paper_is_read(words: str) -> None:
    assert said(PAGE.format(words=words), "a.html") == [
        "Minutes, 4 May 2021", words.strip(), "Present: Cllr Ada Quill",
    ]  # fmt: skip


def test_a_main_part_leaves_out_what_stands_around_it() -> None:
    page = f"<body><div>Banner</div><main><h2>Lamps</h2><p>{LONG}</p></main><div>Foot</div></body>"
    assert said(page, "a.html") == ["Lamps", LONG.strip()]


def test_a_page_without_such_parts_is_read_whole() -> None:
    page = "<header><h1>Lamps</h1></header><p>They were lit.</p><footer>Next: 9 June 2021</footer>"
    assert said(page, "a.html") == ["Lamps", "They were lit.", "Next: 9 June 2021"]


def test_a_line_that_calls_itself_an_item_is_a_heading_with_its_number() -> None:
    text = (
        "ITEM 1 – Adoption of Minutes/Matters Arising.\n\nThe minutes were adopted.\n\n"
        "Item 2 – Dog Fouling in the Marl Electoral Area.\n\nMembers spoke of the quay.\n"
    )
    assert headings(text, "a.txt") == [
        "ITEM 1 – Adoption of Minutes/Matters Arising.",
        "Item 2 – Dog Fouling in the Marl Electoral Area.",
    ]
    assert [p.number for p in read(text, "a.txt") if p.kind is Kind.HEADING] == ["1", "2"]


def test_the_label_of_an_item_joins_its_title_below() -> None:
    page = "<p><b>Item 3:</b></p><p>Presentation on Moorings</p><p>A presentation was given.</p>"
    assert headings(page, "a.html") == ["Item 3: Presentation on Moorings"]


def test_a_sentence_that_speaks_of_an_item_is_no_heading() -> None:
    assert headings("Item 3 was deferred.\n\nThe lamps were lit.\n", "a.txt") == []


def test_a_number_before_a_stroke_counts() -> None:
    found = read("4/ Ratify clubs and societies\n\nThe clubs were ratified.\n", "a.txt")
    assert found[0].number == "4"


OVER_TITLES = "Minutes of the Weir Board\n\n1\n\nApologies\n\n2\n\nFees\n\n3\n\nRopes\n\nNone."


@pytest.mark.parametrize("page", ["9", "4", "1", "0"])
def test_a_number_alone_below_all_titles_is_the_page_and_heads_nothing(page: str) -> None:
    read_headings = headings(f"{OVER_TITLES}\n\n{page}\n", "a.txt")
    assert [title for title in read_headings if title[:1].isdigit()] == [
        "1 Apologies",
        "2 Fees",
        "3 Ropes",
    ]
    assert page in [p.text for p in read(f"{OVER_TITLES}\n\n{page}\n", "a.txt")]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_front_matter_ends_where_people_or_actions_are_named(between: str) -> None:
    fields = ["date: 12 May 2019", "venue: Sluice House", "present: Ann Lowe, Ben Tarn"]
    rest = ["apologies: Cara Voss", "actions: Ben Tarn to mend the sluice"]
    words = "\n".join(said(between.join([*fields, *rest]) + "\n\nThe sluice leaks.\n", "a.txt"))
    assert words == "\n".join([fields[-1], *rest, "The sluice leaks."])


def test_words_in_columns_are_told_apart_only_below_a_label_of_people() -> None:
    tasks = "3. Tasks\n\nRoad Works       Ann Lowe\nBridge Tolls     Ben Tarn\n"
    people = "Present\n\nAnn Lowe       Ben Tarn\nCara Voss      Dan Quill\n"
    words = said(f"{people}\n{tasks}", "a.txt")
    assert "Road Works Ann Lowe" in " ".join(words).replace("\n", " / ")
    assert "\n".join(words[1:2]) == "Ann Lowe\nBen Tarn\nCara Voss\nDan Quill"


def test_a_number_before_a_month_is_a_day_only_where_its_year_or_hour_follows() -> None:
    titles = ["1 Apologies", "2 Fees", "3 March past the mill", "4 Ropes"]
    paper = "\n\n".join(f"{title}\n\nThe clerk spoke of this for a while." for title in titles)
    numbers = {p.text: p.number for p in read(paper, "a.txt")}
    assert [numbers[title] for title in titles] == ["1", "2", "3", "4"]
    days = ["1 May 2019", "2 May, the fair", "3 May at 7pm", "4 May"]
    assert {p.number for p in read("\n\n".join(days), "a.txt")} == {None}
