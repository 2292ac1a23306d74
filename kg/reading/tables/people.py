"""Lines that name a person, as lists of people have them."""

import re
from collections.abc import Sequence

from kg.reading.headings.headings import is_people_label, names_position

NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|der|de|van|von|y)(?: (?:[A-Z][\w.’'-]*|der|de|van|von|y)){1,4}"
)
"""A name as a list of people has it: two to five words with capitals."""
_FEWEST = 3
_BEHIND_NAME = ",;(–—-"
_PAIR = 2


def names_person(line: str) -> bool:
    """Whether a line is a name, or a name and behind a comma or a mark what the person is."""
    match = NAME.match(line)
    behind = line[match.end() :].lstrip() if match else ""
    return match is not None and (not behind or behind[0] in _BEHIND_NAME)


def are_named_each(text: str) -> bool:
    """Whether each of several lines is one name, at most with what the person is behind it."""
    said = [line.strip() for line in text.split("\n") if line.strip()]
    return len(said) >= _FEWEST and all(names_person(one) and "," not in one for one in said)


def names_alone(cell: str) -> bool:
    """Whether a cell is a name, and neither an office nor an organisation: "The Weir Group"."""
    return names_person(cell) and not names_position(cell) and not cell.startswith("The ")


def are_two_labels(cells: Sequence[str]) -> bool:
    """Whether cells are two labels of people, side by side over their lists."""
    return len(cells) == _PAIR and all(is_people_label(cell.rstrip(": ")) for cell in cells)
