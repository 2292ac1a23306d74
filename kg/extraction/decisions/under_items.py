"""On which item a decision is that an account tells under none, below the list of its agenda."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts import AgendaItem, Decision

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?<=[a-z]{5})(?:e[ds]?|ing|(?:ion|al|ment)s?)$|(?<!s)s$")
"""How a word ends that says several, or a deed: "approval" is what "approve" tells of."""
_SEVERAL = re.compile(r"(?<=[a-z]{3})ies$")


def with_items(found: Sequence[Decision], items: Sequence[AgendaItem]) -> tuple[Decision, ...]:
    """The decisions, those under no item on the one item all of whose title they speak of.

    "Cara Voss was elected secretary" is on the "Election of Secretary".
    """
    return tuple(one if one.item else replace(one, item=_spoken_of(one, items)) for one in found)


def _spoken_of(decision: Decision, items: Sequence[AgendaItem]) -> str | None:
    said = _stems(decision.text)
    spoken = [
        (len(words), item.label)
        for item in items
        if item.meeting == decision.meeting and (words := _stems(item.title)) and words <= said
    ]
    most = max(spoken, default=(0, ""))[0]
    labels = {label for count, label in spoken if count == most}
    return labels.pop() if len(labels) == 1 else None


def _stems(text: str) -> frozenset[str]:
    """The longer words of a text without endings: of "ladders" and "ladder" the same."""
    words = (_SEVERAL.sub("y", word.lower()) for word in _WORD.findall(text))
    return frozenset(_ENDING.sub("", word) for word in words)
