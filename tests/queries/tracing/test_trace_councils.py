"""Matters of councils that are named by places, over minutes of two of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.library import Library
from queries.trace import trace
from queries.tracing.councils import place_of
from queries.tracing.subject import Subject
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.harbour_papers import add

MINUTES = {
    "quayham.md": """# Minutes of Quayham Parish Council held on 3 March 2021

Present: Cllr A Lowe (Chair), Cllr T Reed

4\\. Matters arising

\\* The hedge by the church was cut.

\\* The bus shelter near the pump leaks. The Clerk will ask for quotes.

A quote of £200 for a new roof on the shelter has come from a roofer.

\\* The bench was painted.

5\\. Bus shelter at the pump

Cllr Reed asked for a new bus shelter.

OPEN FORUM

\\* The Clerk was asked to write to the baker.

10\\. Any other business: the bus shelter was left dirty.

The next meeting will be held in the bus shelter on 7 April 2021.
""",
    "oldmere.md": """# Minutes of Oldmere Parish Council held on 10 March 2021

Present: Cllr B Osier (Chair)

4\\. Matters arising

\\* A bus shelter will be built near the mill.

\\* The bus shelter at Quayham leaks, it was reported.

5\\. It was resolved that the minutes of the meeting held on 10 February 2021 be signed without the
words on the bus shelter at Quayham.

6\\. It was resolved to accept the estimate of 1 March 2021 for the bus shelter at Quayham.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("councils")
    for name, text in MINUTES.items():
        (folder / name).write_text(text, "utf-8")
    add(folder / "lib", *(folder / name for name in MINUTES))
    with Library.open(folder / "lib") as held:
        yield held


def said(library: Library, what: str) -> list[str]:
    return [step.quote for step in trace(library, what).steps]


def test_a_council_need_not_name_its_place_and_another_must(library: Library) -> None:
    found = said(library, "bus shelter in Quayham")
    assert "The bus shelter near the pump leaks. The Clerk will ask for quotes." in found
    assert "The bus shelter at Quayham leaks, it was reported." in found
    assert not any("near the mill" in quote for quote in found)
    assert any("near the mill" in quote for quote in said(library, "bus shelter"))


def test_what_stands_below_a_point_that_names_the_matter_goes_on(library: Library) -> None:
    found = said(library, "bus shelter in Quayham")
    assert "A quote of £200 for a new roof on the shelter has come from a roofer." in found
    assert not any("bench" in quote for quote in found)


def test_what_the_public_said_below_an_item_is_not_of_it(library: Library) -> None:
    found = said(library, "bus shelter in Quayham")
    assert "Cllr Reed asked for a new bus shelter." in found
    assert not any("baker" in quote for quote in found)


def test_what_is_decided_in_minutes_is_decided_on_the_day_of_the_meeting(library: Library) -> None:
    steps = [
        one for one in trace(library, "bus shelter in Quayham").steps if "resolved" in one.quote
    ]
    assert len(steps) == 2
    assert {step.date for step in steps} == {date(2021, 3, 10)}


def test_when_the_next_meeting_will_be_is_no_step(library: Library) -> None:
    assert not any("next meeting" in quote for quote in said(library, "bus shelter in Quayham"))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Quayham Parish Council", {"quayham"}),
        ("Quayham Annual Parish Meeting", {"quayham"}),
        ("Old Quayham and Mere District Council", {"old", "quayham", "mere"}),
        ("Parish Council", set()),
        ("Harbour Towns Board", set()),
        (None, set()),
    ],
)
def test_the_place_a_council_is_named_by(body: str | None, place: set[str]) -> None:
    assert place_of(body) == place


def test_words_that_say_where_say_less_of_which_matter_is_meant() -> None:
    what = "street lamps near the ferry steps"
    texts = ("Street lamps burn.", "The ferry steps are old and wet.")
    matter = Subject.of(understand(what, Names(())), [what, *texts])
    assert matter.share(texts[0]) > 0.5 > matter.share(texts[1])
    where = Subject.of(understand("lamps near the old ferry steps", Names(())), [what, *texts])
    assert where.share(texts[0]) < 0.3 < where.share(texts[1])
