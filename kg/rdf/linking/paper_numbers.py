"""Numbers of papers in front of their titles: "TB(5)4 Title"."""

from kg.tables.load import patterns


def without_number(title: str) -> str:
    """A title without the number of its paper; the title itself where nothing would be left."""
    bare = title
    for pattern in patterns("histories", "paper_numbers"):
        bare = pattern.sub("", bare).strip()
    return bare or title
