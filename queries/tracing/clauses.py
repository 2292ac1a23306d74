"""The parts of a matter that is put as a list ("the pilot: its cost, and what came of it").

No passage speaks of all that such words name, so that few have most of them.
"""

import re

from kg.tables.load import patterns
from queries.retrieval.ranking import in_place
from queries.texts.wording import content_stems
from queries.tracing.steps import Belonging
from queries.tracing.subject import Subject

FEW = 8
"""Where fewer passages than this tell of the whole, those that tell of a part are looked for."""
WORDS = 2
"""The fewest words of content that make a part."""
TOUCHED = 0.3
"""The least share of the whole matter's weight that what tells of a part has where it stands."""
_BY_WORDS = frozenset({"names-it", "speaks-of-it", "under-its-title"})
"""The rules by which something tells of a part."""


def clauses(text: str) -> list[str]:
    """The parts that words for a matter list; none where they list fewer than two."""
    (parting,) = patterns("trace", "parting")
    parts = [part.strip(" ,") for part in re.split(parting, text)]
    kept = [part for part in parts if len(set(content_stems(part))) >= WORDS]
    return kept if len(parts) > 1 else []


def of_whole(whole: Subject, one: Belonging) -> bool:
    """Whether what belongs to a part of a matter speaks of enough of the whole."""
    return one.rule in _BY_WORDS and whole.held(in_place(one.piece.place)) >= TOUCHED
