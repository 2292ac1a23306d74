"""Who chaired a body that the question calls in short, and where a deferred motion stands."""

from collections.abc import Iterator

import pytest

from embeddings.library import Library
from tests.support.own_library import answered, own_library

MINUTES = """# Marle County Council

## Highways, Harbour and Waste Committee

Minutes of the meeting held on 7 November 2024

**Present:** Mr R J Lowe (Chairman), Mrs A Tarn (Vice-Chairman), Mr N Voss and Ms R Moss

### 1. Motions

- Mr Voss – motion on dog fouling deferred to the March meeting in his absence.

### 2. Lamps

The Committee agreed to buy two lamps.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("short"), {"minutes.md": MINUTES}) as opened:
        yield opened


@pytest.mark.parametrize("body", ["Highways Committee", "Marle Highways Committee"])
def test_a_body_is_known_by_a_part_of_its_name(library: Library, body: str) -> None:
    answer = answered(library, f"Who chaired the {body}?")
    assert answer.values == ("R J Lowe",)


def test_a_motion_that_was_put_off_is_not_decided(library: Library) -> None:
    answer = answered(library, "What happened to the motion on dog fouling?")
    assert answer.answer.startswith("Where it stands: deferred (7 November 2024).")
