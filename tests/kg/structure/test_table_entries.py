"""What stands in the tables stands once, can be reached, and is of what its note says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import pytest

from kg.structure.labels import plain
from kg.tables.load import table

NAMES = sorted(
    path.name.removesuffix(".toml")
    for path in files("kg.tables").iterdir()
    if path.name.endswith(".toml")
)
_ONE = re.compile(
    r"""\s*(?:(?:[\w-]+|"[^"]*") = )?(?:'[^']*'|"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{.*\}),?""",
)
"""A line that holds one entry, which may be a list or a table itself."""
LOOKED_UP = [
    ("sections", "labels"),
    ("sections", "starts", "told_below"),
    ("sections", "confidential"),
    ("people", "capacities"),
    ("people", "parties"),
    ("people", "marks"),
    ("people", "grid"),
    ("people", "columns"),
    ("people", "lists", "nobody"),
    ("people", "lists", "columns"),
    ("people", "remotely"),
    ("attendance", "points"),
    ("verbs", "statuses", "open"),
    ("verbs", "statuses", "complete"),
    ("verbs", "statuses", "urgency"),
    ("verbs", "statuses", "groups"),
    ("verbs", "columns"),
    ("verbs", "weak"),
    ("verbs", "ballots"),
    ("verbs", "deadlines", "vague"),
    ("verbs", "actors", "nothing"),
]


SUBSETS = [
    (("people", "abbreviated_titles"), ("people", "titles")),
    (("people", "councillor_titles"), ("people", "titles")),
    (("people", "surnames_like_titles"), ("people", "titles")),
    (("people", "behind_names"), ("people", "not_names")),
    (("people", "names_too"), ("people", "surnames_too")),
    (("people", "posts"), ("people", "offices")),
    (("programmes", "dated"), ("programmes", "nouns")),
    (("programmes", "named_plainly"), ("programmes", "nouns")),
    (("programmes", "gatherings_too"), ("programmes", "named_plainly")),
    (("programmes", "gatherings"), ("programmes", "kinds")),
    (("programmes", "plain_kinds_of_one"), ("programmes", "plain_kinds")),
    (("documents", "of_titles"), ("documents", "kinds")),
    (("documents", "laws_of_a_year"), ("documents", "laws")),
    (("bodies", "kinds_in_names"), ("bodies", "kinds")),
    (("reading_headings", "run_in", "business"), ("reading_headings", "run_in", "labels")),
    (("reading_headings", "run_in", "auxiliaries"), ("reading_headings", "run_in", "verbs")),
]


def held(*path: str) -> Any:
    """What a table holds under some names."""
    value: Any = table(path[0])
    for key in path[1:]:
        value = value[key]
    return value


def lists(value: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Sequence[Any]]]:
    """The lists in a part of a table, each with its names."""
    if isinstance(value, Mapping):
        for key, inside in value.items():
            yield from lists(inside, *path, key)
    elif isinstance(value, list):
        yield path, value


@pytest.mark.parametrize("path", LOOKED_UP, ids=".".join)
def test_words_that_a_heading_is_looked_up_by_are_written_as_it_is_looked_up(path):
    entries = {entry for _, listed in lists(held(*path)) for entry in listed}
    assert {entry for entry in entries if plain(entry) not in ("", entry)} == set()


def test_the_words_of_labels_of_people_are_known_without_a_number_before_them():
    entries = {entry for _, listed in lists(held("people", "labels")) for entry in listed}
    assert {entry for entry in entries if plain(entry) not in entries} == set()


@pytest.mark.parametrize(("part", "whole"), SUBSETS, ids=".".join)
def test_a_list_of_some_words_of_another_holds_no_others(part, whole):
    assert set(held(*part)) - set(held(*whole)) == set()


def test_those_that_end_a_name_softly_end_names():
    ends = {*held("programmes", "kinds"), *held("programmes", "settings")}
    ends |= {noun.lower() for noun in held("programmes", "nouns")}
    assert set(held("programmes", "soft")) <= ends


@pytest.mark.parametrize("name", NAMES)
def test_no_list_has_an_entry_twice(name):
    twice = {
        (*path, str(entry))
        for path, listed in lists(table(name))
        for entry in listed
        if listed.count(entry) > 1
    }
    assert twice == set()


@pytest.mark.parametrize("name", NAMES)
def test_only_a_single_entry_runs_over_a_line_of_a_hundred_letters(name):
    text = files("kg.tables").joinpath(f"{name}.toml").read_text("utf-8")
    long = [line for line in text.splitlines() if len(line) > 100]
    assert [line for line in long if not _ONE.fullmatch(line)] == []
