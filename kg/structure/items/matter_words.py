"""Whether words name a matter, and not people, a list or what was said of a matter."""

from functools import lru_cache

from kg.model import Paragraph
from kg.structure.labels import is_bare_minutes
from kg.structure.people_labels import people_label
from kg.tables.load import either, matches

OTHER = (("items", "no_titles"), ("lists", "own"))
"""The tables of headings that are no titles."""
BARE = (("items", "bare"),)
"""The table of offices."""
_FEWEST_TOLD = 4


def names_matter(title: str) -> bool:
    """Whether words name a matter, and label no people."""
    return people_label(title) is None and tells_matter(title)


def tells_matter(title: str) -> bool:
    """Whether words name a matter: none tells of it, and they label no list or signature."""
    told = matches(title, "sections", "openings", "told")
    return not told and not is_any((*OTHER, *BARE), title)


def is_business(title: str, behind: str) -> bool:
    """Whether words name a matter; apologies, minutes and offices do where a sentence tells."""
    if is_any(BARE, title):
        return behind.rstrip().endswith(".") and len(behind.split()) >= _FEWEST_TOLD
    said = people_label(title)
    told = matches(behind, "sections", "openings", "told")
    bare = is_bare_minutes(title)
    named = said is None or (told and (bare or said.status == "apologies"))
    return tells_matter(title) and named


def tells_of_absence(paragraph: Paragraph, at: int) -> bool:
    """Whether a title that leads up to ``at`` is of apologies, and a sentence stands behind it."""
    people = people_label(paragraph.text[:at])
    told = either("sections", "openings", "told").search(paragraph.text, at)
    return people is not None and people.status == "apologies" and told is not None


def heads_people(title: str) -> bool:
    """Whether a heading stands over those who came or were absent; apologies are business."""
    people = people_label(title)
    if people is None or people.status == "apologies":
        return False
    return people.told or (people.rest is None and people.status == "present")


@lru_cache(maxsize=2048)
def is_any(names: tuple[tuple[str, str], ...], title: str) -> bool:
    """Whether one of some tables, each by its part and name, has what a title says."""
    return any(matches(title, "sections", part, name) for part, name in names)
