"""Titles behind a label that several lines of a paper open with: "Proposal: a new lamp"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block

_LABELLED = re.compile(r"(?P<label>[A-Z][\w ]{1,24}):\s+[A-Z0-9].{2,80}(?<![.;,:])")
_FEWEST = 2
_LONG = 60


def labelled_titles(blocks: Sequence[Block]) -> Mapping[int, str]:
    """The places of plain lines behind a label that others have, each over a list or long text.

    Each comes with its label.
    """
    labels = {
        at: match["label"]
        for at, (block, below) in enumerate(pairwise(blocks))
        if block.kind is Kind.TEXT
        and (match := _LABELLED.fullmatch(block.text))
        and (below.kind is Kind.LIST_ITEM or len(below.text) >= _LONG)
    }
    times = Counter(labels.values())
    return {at: label for at, label in labels.items() if times[label] >= _FEWEST}
