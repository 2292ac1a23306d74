"""What a paper is known by though its text does not say it, and what tells that a passage answers:
the name of a file, letters that stand for words, the line above a point, a reason in so many words.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "m01_quernmoor_library_friends.md": """# Minutes, 7 March 2031

Friends present: Ada Quill, Bo Thrale, Cy Moor

Apologies: Dee Lark

- The friends will meet on the second Tuesday of the month; next meeting 8 April 2031.
- Bo Thrale moved that the reading lamp be mended; Cy Moor seconded. Motion carried.
""",
    "m02.md": """# Minutes of the Tidewell Boatyard and Slipway Charity Trustees, 3 June 2031

Present: Eve Finch (Chair), Fay Teal, Gil Rook

## 1. Talk on pilots

Hob Lane of the Pilots' Guild gave feedback on the meeting in Dunmere and made several points:

- The sands should be measured again by the guild each spring.
- Tidewell should think again of joining the Fair Ports scheme.
- New lamps are dear.

## 2. Fund for moorings

### Rowing club

The Trustees approved £300 for the rings of the rowing club.

### Sea scouts

The Trustees approved £120 for the ropes of the sea scouts.

## 3. Three aims

Three aims were thought to be the most pressing:

- Mend the slipway.
- Dredge the pool.
- Paint the shed.

## 4. Grants refused

The following grants were asked for: one for the Gull team to go to the Dunmere regatta, and one for
the Tern race, which is held each year in the bay with boats from four harbours and is watched by
many people who come from all along the coast to see it. The Gull team got no grant because it had
not been founded yet.

## 5. Digital chart projects

The Trust paid for nine Digital Chart projects last year.

They were of many kinds.

The gains of these projects came to £800 in savings.

## 6. Schooling

Two weekend events were held: one trained 14 SALT mentors and the other seven wardens.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("other-marks"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Who sent apologies to the Quernmoor library friends?", "Dee Lark", "Eve Finch"),
        ("When do the Quernmoor library friends meet next?", "8 April 2031", ""),
        (
            "Who came to the boatyard and slipway charity in June 2031?",
            "Eve Finch",
            "Ada Quill",
        ),
        ("Who sent apologies to the boatyard and slipway charity in June 2031?", "", ""),
        (
            "What did Hob Lane say about joining the Fair Ports scheme?",
            "Tidewell should think again of joining the Fair Ports scheme.",
            "",
        ),
        (
            "Which Fund for Moorings projects did the Trustees approve?",
            "£120 for the ropes of the sea scouts",
            "shed",
        ),
        ("What three aims did the trustees decide were most pressing?", "Dredge the pool.", "£300"),
        (
            "How much did the nine Digital Chart projects save?",
            "The gains of these projects came to £800 in savings.",
            "",
        ),
        (
            "How many speech and language therapy mentors were trained at a weekend event?",
            "one trained 14 SALT mentors",
            "",
        ),
    ],
)
def test_what_a_paper_is_known_by_and_what_tells(
    searcher: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(searcher, question, told, left_out)


def test_the_point_that_is_asked_for_is_cited_before_the_others(searcher: Searcher) -> None:
    said = answer(searcher, "What did Hob Lane say about joining the Fair Ports scheme?")
    quotes = [one.quote[:8] for one in said.citations]
    assert quotes.index("Tidewell") < quotes.index("New lamp")


def test_a_reason_given_outright_is_quoted_first(searcher: Searcher) -> None:
    said = answer(searcher, "Why did the Gull team not get the grant it asked for?")
    assert "because it had not been founded yet" in " ".join(said.citations[0].quote.split())


def test_letters_stand_for_words_only_where_papers_write_them(searcher: Searcher) -> None:
    named = searcher.understand("How many speech and language therapy mentors were trained?")
    assert named.mentions == ()
    named = searcher.understand("Who trained the special and local tidal helpers?")
    assert named.mentions == ()
