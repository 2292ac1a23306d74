"""The councils of the United Kingdom: their names, codes, dates and successors.

The table is ``data/reference/councils.csv``, from mySociety's
uk_local_authority_names_and_codes (CC-BY-4.0).
"""

import csv
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from kg.tables.load import table
from kg.vocabulary import name_key

_TYPE_WORDS: Mapping[str, Collection[str]] = table("councils")["type_words"]
_TYPES: Mapping[str, Collection[str]] = table("councils")["types"]
_NAMES: Mapping[str, Collection[str]] = table("councils")["names"]


@dataclass(frozen=True, slots=True)
class Council:
    """A council, present or past.

    ``code`` is its local-authority code ("LBH"), ``gss`` the code of its area.
    ``name`` is the official name and ``aliases`` other ways it is written.
    ``valid_from`` and ``valid_until`` are its first and last day where known;
    ``replaced_by`` holds the codes of its successors.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    type: str
    gss: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The official name and the aliases."""
        return (self.name, *self.aliases)

    def is_valid(self, on: date | None) -> bool:
        """Whether the council was there on a day; None means today's councils."""
        if on is None:
            return self.valid_until is None
        return self._began(on) and not self.ended(on)

    def ended(self, on: date) -> bool:
        """Whether the council had been abolished or renamed by a day."""
        return self.valid_until is not None and self.valid_until < on

    def _began(self, on: date) -> bool:
        return self.valid_from is None or self.valid_from <= on


class Councils:
    """The table of councils, found by name and date or by code."""

    def __init__(self, councils: tuple[Council, ...]) -> None:
        self._councils = {council.code: council for council in councils}
        self._named: dict[str, list[Council]] = {}
        self._cores: dict[str, list[Council]] = {}
        for council in councils:
            for name in council.names:
                _index(self._named, name_key(name), council)
            if council.type in _TYPES:
                for name in council.names:
                    _index(self._cores, _core(name_key(name))[0], council)

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> "Councils":
        """The table that comes with the program, read once."""
        text = files("data").joinpath("reference", "councils.csv").read_text("utf-8")
        return cls(tuple(_council(row) for row in csv.DictReader(text.splitlines())))

    def all(self) -> tuple[Council, ...]:
        """Every council, by code."""
        return tuple(self._councils[code] for code in sorted(self._councils))

    def find(self, name: str, on: date | None = None) -> Council | None:
        """The council that is called ``name`` on a day, or None.

        The name must be written as one: "&" and "and", an article in front and
        the words for its type ("LB Lambeth", "Hart", "Hart District Council")
        may vary, but every word of it begins with a capital, so that "reading"
        names no council, and only a city is called one ("Boston City Council" is not of
        this country). Where several fit, the one there on that day is meant;
        a council already abolished keeps its own name, and one not yet founded
        gives way to the council of that name before it. Without a day, the
        council of today, else the last.
        """
        if not _is_written_as_a_name(name):
            return None
        key = name_key(name)
        named = self._named.get(key, [])
        core, said = _core(key)
        alike = [c for c in self._cores.get(core, []) if _may_be_said(said, c)]
        return (
            _valid(named, on) or _past(named, on) or _valid(alike, on) or _past(alike, on)
            or next(iter([*named, *alike]), None)
        )  # fmt: skip


def _council(row: dict[str, str]) -> Council:
    aliases = [row["nice name"], *row["alt names"].split(" | ")]
    if row["type"] in _NAMES["regional"]:
        aliases = [alias for alias in aliases if "Authority" in alias]
    return Council(
        code=row["code"],
        name=row["official name"],
        aliases=tuple(alias for alias in aliases if alias and alias != row["official name"]),
        type=row["type"],
        gss=row["gss"] or None,
        valid_from=_day(row["start"]),
        valid_until=_day(row["end"]),
        replaced_by=tuple(row["replaced-by"].split(" | ")) if row["replaced-by"] else (),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _index(index: dict[str, list[Council]], key: str, council: Council) -> None:
    held = index.setdefault(key, [])
    if council not in held:
        held.append(council)


def _core(key: str) -> tuple[str, set[str]]:
    """A name without the words for a type around it, and what those words say."""
    words = key.split()
    start = _leading(words)
    end = len(words)
    while end > start + 1 and words[end - 1] in _TYPE_WORDS:
        end -= 1
    said = {meaning for word in (*words[:start], *words[end:]) for meaning in _TYPE_WORDS[word]}
    return " ".join(words[start:end]), said


def _leading(words: list[str]) -> int:
    """How many words in front say the type: "LB", or words for it up to their last "of"."""
    if words[:1] and words[0] in _NAMES["before"]:
        return 1 if len(words) > 1 else 0
    run = list(takewhile(lambda word: word in _TYPE_WORDS, words[:-1]))
    return max((at + 1 for at, word in enumerate(run) if word == "of"), default=0)


def _may_be_said(said: set[str], council: Council) -> bool:
    """Whether the words for a type around a name fit a council."""
    is_city = "city" not in said or any("city" in name_key(name).split() for name in council.names)
    return said.issubset(_TYPES[council.type]) and is_city


def _is_written_as_a_name(name: str) -> bool:
    words = re.findall(r"[^\W_][^\s,]*", name)
    own = [word for word in words if word.lower() not in _NAMES["small"]]
    return bool(own) and all(word[0].isupper() for word in own)


def _valid(councils: list[Council], on: date | None) -> Council | None:
    """The council there on a day; of several the youngest."""
    there = [council for council in councils if council.is_valid(on)]
    return max(there, key=lambda c: (c.valid_from or date.min, c.code), default=None)


def _past(councils: list[Council], on: date | None) -> Council | None:
    """The council that ended last before a day."""
    over = [council for council in councils if council.ended(on or date.max)]
    return max(over, key=lambda c: (c.valid_until or date.min, c.code), default=None)
