"""Questions that tell something first, or ask twice of one thing; matters that came back; who put
in a motion; posts on a board; members without observers; elections that are to come.
"""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Council, 5 March 2030

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Members | Cllr Bo Thrale | Oxford City Council |
| Observer | Mr Cy Moor | Saltwick University |

## 1. Lamp campaign

The Council heard of the lamp campaign. Members asked for more on the lamp campaign at the next \
meeting. A lamp handbook would come out in the summer.

The Council noted the lamp campaign.

## 2. Notice of Motion submitted by Councillor B. Thrale

I will move at the next meeting that the circus with its bears be kept away from the quay.

The motion was deferred.

## 3. Question submitted by Councillor A. Quill

When will the drains by the mill be cleared of the weeds that block them?

The Clerk said that the firm of Pole would clear them within two weeks.

## 4. Notice of Motion submitted by Councillor D. Vane

I will move that the mole be paved with stone from the old pier.

The motion was carried.
""",
    "agenda-may.md": """# Agenda of the Saltwick Ferry Council, 7 May 2030

1. Declarations of Interest

2. To elect a Deputy Warden to hold office until a successor has been elected

3. Lamp campaign: presentation

4. Ropes
""",
    "report-november.md": """# Report to the Saltwick Ferry Council, 5 November 2030

## Publications

1. Lamp Handbook, 7 September 2030

2. The lamp network has 120 members, and a school of lamps was opened on 2 October 2030.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("after_telling"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Did the lamp campaign come back to the council in May 2030?", "Yes: 7 May 2030", ""),
        (
            "They wanted more on the lamp campaign; was it put on the agenda of the next meeting?",
            "Yes: 7 May 2030: Lamp campaign: presentation",
            "",
        ),
        (
            "The lamp handbook: when was it due, and when did it actually come out?",
            "Lamp Handbook, 7 September 2030",
            "",
        ),
        (
            "Which councillor put the motion on the circus?",
            "Notice of Motion submitted by Councillor B. Thrale",
            "Quill",
        ),
        ("How many motions were put on 5 March 2030?", "2:", "Question"),
        ("How many questions did Cllr Quill put in March 2030?", "1:", "Thrale"),
        ("What was Ada Quill's role on the council in March 2030?", "Ada Quill: chair", "Thrale"),
        ("Which members attended on 5 March 2030?", "Ada Quill, Bo Thrale", "Cy Moor"),
        ("Which members and observers attended on 5 March 2030?", "Cy Moor", ""),
        ("How many motions were put on the drains on 5 March 2030?", "", ""),
        ("Who was elected Deputy Warden in May 2030?", "", ""),
        (
            "Is anybody clearing the blocked drains by the pub?",
            "the firm of Pole would clear them within two weeks",
            "",
        ),
    ],
)
def test_what_is_meant_is_told(ferry: Searcher, question: str, told: str, left_out: str) -> None:
    finds(ferry, question, told, left_out)
