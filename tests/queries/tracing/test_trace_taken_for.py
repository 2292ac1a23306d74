"""A matter put in words that no paper has is taken for what the nearest passages are on."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from queries.trace import history
from tests.support.own_library import own_library

PAPERS = {
    "report-march.md": """# Report to the Saltwick Ferry Board, 5 March 2030

## National Recruitment Campaign

1. The campaign will be tried for five weeks at the ports of the north, to draw people to work on
the boats.

2. Posters and films on the life of a deckhand are being made for the campaign.

## Lamps

3. The lamps of the quay were lit on 1 March 2030.
""",
    "minutes-april.md": """# Minutes of the Saltwick Ferry Board, 9 April 2030

## Deckhands

1. The deckhands' rota was noted.

**Action**: Lydia Marsh to report on whether deckhands should sit a swimming test each spring.
""",
    "report-june.md": """# Report to the Saltwick Ferry Board, 4 June 2030

## Crews

1. The National Recruitment Campaign was launched on 6 May 2030, and forty deckhands were taken on.

## Tides

2. The tide tables were printed anew.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("taken_for"), PAPERS) as library:
        yield Searcher(library)


def test_what_the_nearest_passages_are_on_is_followed(ferry: Searcher) -> None:
    told = history(ferry, "advertising drive to get folk into ferry jobs", freely=True)
    assert any("was launched on 6 May 2030" in one.quote for one in told.steps)
    assert {one.basis for one in told.steps} == {"inferred"}
    assert "taken-for/1" in {one.rule for one in told.steps}


def test_it_is_left_out_of_what_is_quoted(ferry: Searcher) -> None:
    told = history(
        ferry, "advertising drive to get folk into ferry jobs", quoted_only=True, freely=True
    )
    assert told.steps == ()


def test_what_no_paper_comes_near_is_taken_for_nothing(ferry: Searcher) -> None:
    assert history(ferry, "parking fines at the hospital", freely=True).steps == ()


def test_what_is_to_be_done_is_followed_where_the_nearest_passage_is_an_action(
    ferry: Searcher,
) -> None:
    told = history(ferry, "should crew prove that they can swim before summer", freely=True)
    assert any("sit a swimming test" in one.quote for one in told.steps)
    assert not any("rota" in one.quote for one in told.steps)
