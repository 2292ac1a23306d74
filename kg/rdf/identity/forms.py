"""The forms in which papers write the names of people, bodies, programmes and posts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from kg import terms as t
from kg.rdf.linking.stated import Stated


class Written(NamedTuple):
    """A form that a document writes of a thing (IRIs, and the words)."""

    document: str
    thing: str
    form: str


Forms: TypeAlias = Mapping[str, Sequence[Written]]
"""What is written of the things of each class."""


def forms_written(stated: Stated, names: Iterable[str]) -> Forms:
    """Every form that a document writes of some things that have names, by class of thing."""
    found: dict[str, list[Written]] = defaultdict(list)
    for name in sorted(names):
        if kind := stated.class_of(name):
            written = stated.of(name, t.ALT_LABEL)
            found[kind] += [Written(document, name, str(form)) for document, form in written]
    return found
