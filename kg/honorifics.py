"""What the titles before two names say of whether one person may bear both."""

from collections.abc import Collection

from kg.tables.load import table


def of_two_people(some: Collection[str], others: Collection[str]) -> bool:
    """Whether one is titled as a man and the other as a woman."""
    ours, theirs = (_sexes(titles) for titles in (some, others))
    return bool(ours and theirs) and ours != theirs


def may_shorten(short: Collection[str], full: Collection[str]) -> bool:
    """Whether a surname with titles may stand for a full name with these.

    "Lord Moss" is a Moss whom the papers also call Lord or Sir, and no other.
    """
    peers, knights = (set(table("identity")["titles"][kind]) for kind in ("peers", "knights"))
    if peers & set(short) and not (peers | knights) & set(full):
        return False
    return not of_two_people(short, full)


def _sexes(titles: Collection[str]) -> set[str]:
    """The sexes that titles tell of."""
    tables = table("identity")["titles"]
    return {sex for sex in ("men", "women") if set(tables[sex]) & set(titles)}
