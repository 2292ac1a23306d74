"""The index of facts: every statement of the graph, found by its stems, days and traits; what
every resource is named, found by a form of a name; and how every paper opens, found by its body.

Tantivy holds one document for each statement and the statement itself as JSON, so that
no fact is read that the question does not ask for. What one paper says may change how the
facts of another are told, since people and bodies are known again across papers: with a
change of papers go those facts of which the graph has come to tell something else, and no
others (`embeddings.retold`).
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from embeddings import names, openings
from embeddings.keywords import clone, lockable
from embeddings.names import Key, Name
from embeddings.openings import Opening
from embeddings.retold import Retold
from embeddings.statements import KINDS, Statement, statements
from embeddings.stems import stems
from kg.errors import CURE, IndexMismatch, StoreError
from kg.store.graph import KnowledgeGraph

_EXACT = ("iri", "kind", "words", "about", "trait", "stem", "form", "surname", "initials", "short")
_OPENING = ("board", "word")
_NAME, _PAPER = "Name", "Paper"
"""The kinds of document that hold the names of one resource, and how one paper opens."""
NO_BOARD = "-"
"""What stands for the body of a paper that is of none."""
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[/–-]\s*(\d\d|\d{4}))?(?!\d)")
_OWNER = re.compile(r"(?:^|[,;/&]|\band\b)\s*(\w+)(?=\s*(?:$|[,;/&]|and\b))")
_HEAP = 64_000_000
_SLACK = 1e-4  # relative; tantivy adds weights as 32-bit floats


@dataclass(frozen=True, slots=True)
class Wanted:
    """What facts are narrowed to: a class, and what must hold besides.

    Of each group in ``any_of``, a field ("words", "about", "trait") and values, one value
    must be there as written. ``spans`` are days, first and last (both count), one of which must
    hold a day of the fact or meet a year that its traits name.
    """

    kind: str
    any_of: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spans: tuple[tuple[date, date], ...] = ()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in (*_EXACT, *_OPENING):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("day", "year"):
        builder.add_integer_field(name, indexed=True)
    builder.add_text_field("told", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def statement_stems(statement: Statement) -> set[str]:
    """The stems of a statement's own words and of what is around it."""
    return set(stems(" ".join((statement.words, *sorted(statement.about)))))


def _document(statement: Statement) -> tantivy.Document:
    document = tantivy.Document()
    held: dict[str, Iterable[str]] = {
        "iri": (statement.iri,),
        "kind": (statement.type,),
        "words": (statement.words,),
        "about": sorted(statement.about),
        "trait": sorted(statement.traits | _owners(statement)),
        "stem": sorted(statement_stems(statement)),
        "told": (_written(statement),),
    }
    for name, values in held.items():
        for value in values:
            document.add_text(name, value)
    for day in sorted(statement.days):
        document.add_integer("day", day.toordinal())
    for year in sorted({year for trait in statement.traits for year in _years(trait)}):
        document.add_integer("year", year)
    return document


def _naming(told: list[Name]) -> tantivy.Document:
    """The names of one resource."""
    document = tantivy.Document(iri=told[0].iri, kind=_NAME, told=names.written(told))
    held = {
        "form": {" ".join(one) for name in told for one in name.keys if one},
        "surname": {" ".join(name.surname) for name in told if name.surname},
        "initials": {name.initials for name in told if name.initials},
        "short": {" ".join(one) for name in told for one in name.shorts},
    }
    for field, values in held.items():
        for value in sorted(values):
            document.add_text(field, value)
    return document


def _opening(opening: Opening) -> tantivy.Document:
    """How one paper opens."""
    document = tantivy.Document(iri=opening.iri, kind=_PAPER, told=openings.written(opening))
    for board in opening.boards or (NO_BOARD,):
        document.add_text("board", board)
    for word in opening.words:
        document.add_text("word", word)
    return document


def _owners(statement: Statement) -> set[str]:
    """The owners of one word among those of an action ("KM" of "Clerk, KM")."""
    if statement.type != "Action":
        return set()
    return {owner for trait in statement.traits for owner in _OWNER.findall(trait)}


def _years(trait: str) -> Iterator[int]:
    """The years that a trait names; a split year ("2016/17") names two."""
    for first, second in _YEARS.findall(trait):
        yield int(first)
        if second:
            yield int(first[: 4 - len(second)] + second)


def _written(statement: Statement) -> str:
    return json.dumps(
        {
            "iri": statement.iri,
            "type": statement.type,
            "words": statement.words,
            "about": sorted(statement.about),
            "days": [day.isoformat() for day in sorted(statement.days)],
            "meetings": sorted(statement.meetings),
            "traits": sorted(statement.traits),
            "paragraphs": statement.paragraphs,
        },
        ensure_ascii=False,
    )


def _read(told: str) -> Statement:
    held = json.loads(told)
    return Statement(
        held["iri"],
        held["type"],
        held["words"],
        frozenset(held["about"]),
        frozenset(map(date.fromisoformat, held["days"])),
        frozenset(held["meetings"]),
        frozenset(held["traits"]),
        tuple(held["paragraphs"]),
    )


def write(directory: Path, graph: KnowledgeGraph) -> int:
    """Write the index of a graph's facts into a new directory; how many statements it holds.

    :raises StoreError: where the directory cannot be written.
    """
    with _writing(directory) as writer:
        return _add(writer, graph, None)


def update(directory: Path, before: Path, graph: KnowledgeGraph, retold: Retold) -> int:
    """Write the index of a graph's facts into a new directory, from the one before it.

    Only what is ``retold`` is read from the graph; returns how many statements of it there
    are now.

    :raises StoreError: where the directory cannot be written.
    """
    clone(before, directory)
    with _writing(directory) as writer:
        for iri in sorted(retold.facts | retold.names | retold.papers):
            writer.delete_documents_by_term("iri", iri)
        return _add(writer, graph, retold)


def _add(writer: tantivy.IndexWriter, graph: KnowledgeGraph, retold: Retold | None) -> int:
    held = 0
    for kind in KINDS:
        for statement in statements(graph, kind, retold.facts if retold else None):
            writer.add_document(_document(statement))
            held += 1
    for told in names.names(graph, retold.names if retold else None):
        writer.add_document(_naming(told))
    for opening in openings.openings(graph, retold.papers if retold else None):
        writer.add_document(_opening(opening))
    return held


@contextmanager
def _writing(directory: Path) -> Iterator[tantivy.IndexWriter]:
    """A writer of the index in a directory, committed at the end."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        writer = tantivy.Index(_schema(), str(directory)).writer(_HEAP, num_threads=1)
        yield writer
        writer.commit()
        writer.wait_merging_threads()
        mode = directory.stat().st_mode & 0o666
        for name in ("meta.json", ".managed.json"):  # tantivy lets only the owner read them
            (directory / name).chmod(mode)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"the index of facts in {directory} cannot be written ({error}); is the disk full?"
        ) from error


class FactIndex:
    """An index of facts opened for reading; its files are mapped, not read."""

    def __init__(self, directory: Path) -> None:
        """Open the index in a directory; raises IndexMismatch where it is not whole, or too old."""
        try:
            with lockable(directory) as place:
                index = tantivy.Index.open(str(place))
                self._schema = index.schema
                self._searcher = index.searcher()
        except (OSError, ValueError) as error:
            raise IndexMismatch(f"the index of facts in {directory} is damaged; {CURE}") from error
        try:
            self._number(self._term("short", ""))  # an index of before these were held has none
        except ValueError as error:
            raise IndexMismatch(
                f"the index of facts in {directory} was made by an earlier version; {CURE}"
            ) from error

    def __len__(self) -> int:
        """How many statements it holds, with what it holds the names of, and papers."""
        return int(self._searcher.num_docs)

    def all(self, wanted: Wanted) -> list[Statement]:
        """The statements that are wanted, in order of IRI."""
        return self._told(self._narrowed(wanted), 0.0)

    def count(self, wanted: Wanted, stem: str | None = None) -> int:
        """How many statements are wanted, and hold a stem where one is given."""
        query = self._narrowed(wanted)
        if stem is not None:
            query = _every(query, self._term("stem", stem))
        return self._number(query)

    def speaking(
        self,
        wanted: Wanted,
        weights: Mapping[str, float],
        names: Iterable[tuple[frozenset[str], float]],
        least: float,
    ) -> list[Statement]:
        """The wanted statements whose stems weigh ``least`` or more, in order of IRI.

        A statement weighs the sum of ``weights`` of the stems it holds, and of each of
        ``names`` all whose stems it holds; so a name may be counted beside its own words.
        """
        parts = [(self._term("stem", stem), weight) for stem, weight in sorted(weights.items())]
        parts += [
            (_every(*(self._term("stem", stem) for stem in sorted(some))), weight)
            for some, weight in names
            if some
        ]
        if not parts:
            return []
        speaking = Query.boolean_query(
            [(Occur.Should, Query.const_score_query(part, weight)) for part, weight in parts]
        )
        unweighed = Query.const_score_query(self._narrowed(wanted), 0.0)
        return self._told(_every(speaking, unweighed), least * (1 - _SLACK))

    def named(
        self, forms: Iterable[Key], surnames: Iterable[Key], initials: Iterable[str]
    ) -> list[Name]:
        """The names of what has one of some forms, in whole or in short, of some surnames or
        initials, in order of IRI.
        """
        written = [" ".join(one) for one in forms if one]
        wanted = {
            "form": written,
            "short": written,
            "surname": [" ".join(one) for one in surnames if one],
            "initials": list(initials),
        }
        parts = [
            (Occur.Should, self._among(field, values)) for field, values in wanted.items() if values
        ]
        return self._names(Query.boolean_query(parts)) if parts else []

    def names_of(self, iris: Iterable[str]) -> list[Name]:
        """The names of resources by IRI, in order of IRI, the preferred first."""
        some = sorted(set(iris))
        if not some:
            return []
        of_names = self._term("kind", _NAME)
        return self._names(_every(of_names, self._among("iri", some)))

    def openings(self, *any_of: tuple[str, Collection[str]]) -> list[Opening]:
        """How papers open, in order of IRI: those that have, of each field ("iri", "board",
        "word") and its values, one value; "board" `NO_BOARD` where they are of no body.
        """
        told = map(openings.read, self._telling(self._opening(any_of)))
        return sorted(told, key=lambda opening: opening.iri)

    def count_openings(self, *any_of: tuple[str, Collection[str]]) -> int:
        """How many papers `openings` would tell of."""
        return self._number(self._opening(any_of))

    def _opening(self, any_of: Iterable[tuple[str, Collection[str]]]) -> Query:
        return self._narrowed(Wanted(_PAPER, tuple((one, tuple(some)) for one, some in any_of)))

    def _names(self, query: Query) -> list[Name]:
        told = map(names.read, self._telling(query))
        return [name for some in sorted(told, key=lambda some: some[0].iri) for name in some]

    def _told(self, query: Query, least: float) -> list[Statement]:
        """The statements found that score ``least`` or more, in order of IRI."""
        told = map(_read, self._telling(query, least))
        return sorted(told, key=lambda statement: statement.iri)

    def _telling(self, query: Query, least: float = 0.0) -> Iterator[str]:
        """What each document found tells that scores ``least`` or more; no other is read."""
        most = self._number(query)
        for score, address in self._searcher.search(query, most, count=False).hits if most else ():
            if score >= least:
                yield str(self._searcher.doc(address).get_first("told"))

    def _number(self, query: Query) -> int:
        found = self._searcher.search(query, 1, count=True)
        return int(found.count)  # type: ignore[attr-defined]  # its stubs leave it out

    def _narrowed(self, wanted: Wanted) -> Query:
        parts = [self._term("kind", wanted.kind)]
        for field, values in wanted.any_of:
            parts.append(self._among(field, values))
        if wanted.spans:
            spans = [part for span in wanted.spans for part in self._within(*span)]
            parts.append(Query.boolean_query([(Occur.Should, part) for part in spans]))
        return _every(*parts)

    def _within(self, first: date, last: date) -> Iterator[Query]:
        kind = tantivy.FieldType.Integer
        yield Query.range_query(self._schema, "day", kind, first.toordinal(), last.toordinal())
        yield Query.range_query(self._schema, "year", kind, first.year, last.year)

    def _among(self, field: str, values: Sequence[str]) -> Query:
        """One of some values; one alone is found in a hundredth of the time by itself."""
        if len(values) == 1:
            return self._term(field, values[0])
        return Query.term_set_query(self._schema, field, list(values))

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, "basic")


def _every(*parts: Query) -> Query:
    return Query.boolean_query([(Occur.Must, part) for part in parts])
