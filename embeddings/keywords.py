"""The keyword index: BM25 by tantivy over the same passages as the vectors.

A directory holds tantivy's segments, which never change once written, and
``count.json``. Passages are only ever added: tantivy goes on counting deleted
ones in its statistics, so an index with deletions would score differently from
one that never held them. An index without a document is therefore built anew
(see docs/decisions/0003).
"""

import json
import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy
from tantivy import Filter as TokenFilter
from tantivy import Occur, Query

from embeddings.passages import (
    EVERYTHING,
    PASSED_OVER,
    Filter,
    IndexHit,
    Passage,
    context_text,
    ranked,
)
from kg.errors import CURE, IndexMismatch, StoreError

FORMAT = 2
CONTEXT_WEIGHT = 0.5
"""How much a word in the headings or place counts beside one in the text."""

_ANALYSER = "words/1"
_LONGEST = 60  # characters; longer runs are no words
_HEAP = 64_000_000
_SLACK = 1e-5  # relative; tantivy's sums of floats differ by less between layouts
_FACETS = ("document", "board", "kind", "person", "programme", "organisation")
_FORM = "form"
_REMEMBERED = 8  # queries
_DIGITS = 20  # binary digits of a score, which has 24


def _analyser(*, drop_stop_words: bool) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(TokenFilter.remove_long(_LONGEST)).filter(TokenFilter.lowercase())
    if drop_stop_words:
        builder = builder.filter(TokenFilter.stopword("english"))
    return builder.filter(TokenFilter.ascii_fold()).filter(TokenFilter.stemmer("english")).build()


@cache
def _words() -> tantivy.TextAnalyzer:
    """Cuts text into words: letters and digits, lower case, unaccented, stemmed."""
    return _analyser(drop_stop_words=False)


@cache
def _query_words() -> tantivy.TextAnalyzer:
    return _analyser(drop_stop_words=True)


def terms(query: str) -> list[str]:
    """The words of a query as they stand in the index, each once, in order.

    Words that say nothing ("the", "of") are left out unless there are no others.
    """
    text = unicodedata.normalize("NFC", query)
    found = _query_words().analyze(text) or _words().analyze(text)
    return list(dict.fromkeys(found))


def matched_spans(query: str, text: str) -> list[tuple[int, int]]:
    """Where words of the query stand in a text: half-open spans of characters, in order."""
    wanted = set(terms(query))
    tokens = _words().pre_tokenize(text).tokens
    return [
        (token.char_offset_from, token.char_offset_to) for token in tokens if token.text in wanted
    ]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name=_ANALYSER, index_option="freq")
    builder.add_text_field("context", tokenizer_name=_ANALYSER, index_option="freq")
    for facet in (*_FACETS, _FORM):
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", indexed=True, fast=True)
    return builder.build()


def _document(passage: Passage) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", passage.id)
    document.add_text("text", passage.text)
    document.add_text("context", context_text(passage))
    for facet, values in _facets(passage).items():
        for value in values:
            document.add_text(facet, value)
    document.add_text(_FORM, passage.form)
    if passage.dated is not None:
        document.add_integer("date", passage.dated.toordinal())
    return document


def _facets(passage: Passage) -> dict[str, tuple[str, ...]]:
    return {
        "document": (passage.document,),
        "board": (passage.board,) if passage.board else (),
        "kind": passage.kinds,
        "person": passage.people,
        "programme": passage.programmes,
        "organisation": passage.organisations,
    }


def write(directory: Path, passages: Iterable[Passage]) -> int:
    """Add passages to the index in a directory, begun where there is none.

    Returns how many were added. Their ids must not be in the index yet. Raises
    StoreError where the directory cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(_schema(), str(directory))
        index.register_tokenizer(_ANALYSER, _words())
        writer = index.writer(_HEAP, num_threads=1)
        added = 0
        for passage in passages:
            writer.add_document(_document(passage))
            added += 1
        writer.commit()
        writer.wait_merging_threads()
        _write_count(directory, _read_count(directory) + added)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"the keyword index in {directory} cannot be written ({error}); is the disk full?"
        ) from error
    return added


def _read_count(directory: Path) -> int:
    file = directory / "count.json"
    return int(json.loads(file.read_text("utf-8"))["count"]) if file.exists() else 0


def _write_count(directory: Path, count: int) -> None:
    text = json.dumps({"format": FORMAT, "count": count}) + "\n"
    draft = directory / "count.json.new"
    draft.write_text(text, "utf-8")
    for name in ("meta.json", ".managed.json"):  # tantivy lets only the owner read them
        (directory / name).chmod(draft.stat().st_mode & 0o777)
    draft.replace(directory / "count.json")


def clone(source: Path, target: Path) -> None:
    """Make a second index of the same passages, which can grow without changing the first.

    Files are linked, not copied: tantivy and `write` replace files and never
    change one in place.
    """
    target.mkdir(parents=True)
    for file in sorted(source.iterdir()):
        if file.name.endswith(".lock"):
            continue
        try:
            os.link(file, target / file.name)
        except OSError:  # a file system without links
            shutil.copy2(file, target / file.name)


@contextmanager
def lockable(directory: Path) -> Iterator[Path]:
    """The directory, or links to its files where tantivy could not write the lock it takes.

    Tantivy may take its lock away while the links are being removed: what is left is empty.
    """
    if os.access(directory, os.W_OK):
        yield directory
        return
    with TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True) as links:
        for file in directory.iterdir():
            if not file.name.endswith(".lock"):
                (Path(links) / file.name).symlink_to(file.resolve())
        yield Path(links)


class KeywordIndex:
    """A keyword index opened for reading; its files are mapped, not read."""

    def __init__(self, directory: Path) -> None:
        """Open the index in a directory; raises IndexMismatch where it is not whole."""
        try:
            manifest = json.loads((directory / "count.json").read_text("utf-8"))
            with lockable(directory) as place:
                index = tantivy.Index.open(str(place))
                index.register_tokenizer(_ANALYSER, _words())
                self._schema = index.schema
                self._searcher = index.searcher()
            self._searcher.search(self._term("text", ""), 1)  # that a file is gone comes out here
            held = (manifest["format"], manifest["count"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise IndexMismatch(f"the keyword index in {directory} is damaged; {CURE}") from error
        self._recent = lru_cache(_REMEMBERED)(self._found)
        if held != (FORMAT, self._searcher.num_docs):
            raise IndexMismatch(f"the keyword index in {directory} is not whole; {CURE}")

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(
        self,
        query: str,
        k: int,
        where: Filter = EVERYTHING,
        context_weight: float = CONTEXT_WEIGHT,
    ) -> list[IndexHit]:
        """The ``k`` passages that score best by BM25 for any word of a query, ties by id.

        The query is words and nothing else: no sign in it has a meaning. Words
        are weighed by how rare they are in the whole index, whatever ``where``
        leaves of it. Scores and order depend only on the passages held.
        """
        scored = self._scored(terms(query), context_weight)
        found = [
            (self._id(address), _score(scored, self._searcher, address))
            for _, address in self._nearest(self._narrowed(scored, where), k)
        ]
        return ranked(found, k)

    def nearest(self, query: str, k: int, where: Filter = EVERYTHING) -> tuple[str, ...]:
        """The ids of `search`, in its order, at a part of its cost: only hits whose scores
        nearly tie are scored again, and what was just asked is remembered.
        """
        return self._recent(query, k, where)

    def _found(self, query: str, k: int, where: Filter) -> tuple[str, ...]:
        scored = self._scored(terms(query), CONTEXT_WEIGHT)
        found: list[str] = []
        for near in _near_ties(self._nearest(self._narrowed(scored, where), k)):
            exact = [
                (self._id(address), _score(scored, self._searcher, address) if near[1:] else score)
                for score, address in near
            ]
            found += [hit.id for hit in ranked(exact, len(exact))]
        return tuple(found[:k])

    def best_score(self, word: str) -> float:
        """What the passage scores that is best for one word as `terms` gives it; 0 where
        none holds it.
        """
        hits = self._searcher.search(self._scored([word], CONTEXT_WEIGHT), 1, count=False).hits
        return float(hits[0][0]) if hits else 0.0

    def holding(self, words: Sequence[str], among: Iterable[str]) -> dict[str, set[str]]:
        """Which of some words, as `terms` gives them, each of some passages holds in its text
        or context; a passage that holds none is left out.
        """
        held: dict[str, set[str]] = {}
        ids = Query.term_set_query(self._schema, "id", sorted(set(among)))
        for start in range(0, len(words), _DIGITS):
            some = words[start : start + _DIGITS]
            for digits, address in self._told_apart(ids, some):
                found = {word for place, word in enumerate(some) if digits >> place & 1}
                held.setdefault(self._id(address), set()).update(found)
        return held

    def _told_apart(
        self, ids: Query, words: Sequence[str]
    ) -> Iterator[tuple[int, tantivy.DocAddress]]:
        """The passages of ``ids`` that hold a word; each word is a binary digit of the score."""
        parts = [
            (Occur.Should, Query.const_score_query(self._anywhere(word), float(1 << place)))
            for place, word in enumerate(words)
        ]
        either = Query.boolean_query([(Occur.Must, Query.boolean_query(parts)), _silent(ids)])
        for score, address in self._searcher.search(either, len(self) or 1, count=False).hits:
            yield int(score), address

    def _anywhere(self, word: str) -> Query:
        fields = [(Occur.Should, self._term(field, word)) for field in ("text", "context")]
        return Query.boolean_query(fields)

    def days(self) -> tuple[date, date] | None:
        """The first and the last day of which passages are; None where none has a day."""
        kind = tantivy.FieldType.Integer
        dated = Query.range_query(self._schema, "date", kind, 1, date.max.toordinal())
        ends = [
            hit[0]
            for order in (tantivy.Order.Asc, tantivy.Order.Desc)
            for hit in self._searcher.search(dated, 1, order_by_field="date", order=order).hits
        ]
        return (date.fromordinal(ends[0]), date.fromordinal(ends[-1])) if ends else None

    def matching(self, where: Filter) -> list[str]:
        """The ids of all passages that a filter keeps, in order."""
        if not len(self):
            return []
        query = self._narrowed(Query.all_query(), where)
        hits = self._searcher.search(query, len(self), count=False).hits
        return sorted(self._id(address) for _, address in hits)

    def _nearest(self, query: Query, k: int) -> list[tuple[float, tantivy.DocAddress]]:
        """The best ``k`` and all that may tie with the last: tantivy cuts ties at will."""
        most = len(self)
        if k < 1 or not most:
            return []
        wanted = min(k + 16, most)
        while True:
            hits = self._searcher.search(query, wanted, count=False).hits
            last = hits[k - 1][0] * (1 - _SLACK) if len(hits) >= k else 0.0
            if wanted >= most or len(hits) < wanted or hits[-1][0] < last:
                return [(score, address) for score, address in hits if score >= last]
            wanted = min(wanted * 4, most)

    def _scored(self, words: list[str], context_weight: float) -> Query:
        parts: list[tuple[Occur, Query]] = []
        for word in words:
            parts.append((Occur.Should, self._term("text", word)))
            if context_weight > 0:
                weighed = Query.boost_query(self._term("context", word), context_weight)
                parts.append((Occur.Should, weighed))
        return Query.boolean_query(parts)

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, "freq")

    def _narrowed(self, query: Query, where: Filter) -> Query:
        parts = [_silent(condition) for condition in self._conditions(where)]
        if where.telling:
            passed_over = Query.term_set_query(self._schema, _FORM, sorted(PASSED_OVER))
            parts.append((Occur.MustNot, passed_over))
        return Query.boolean_query([(Occur.Must, query), *parts]) if parts else query

    def _conditions(self, where: Filter) -> list[Query]:
        wanted = {facet: getattr(where, facet) for facet in _FACETS}
        found = [
            Query.term_set_query(
                self._schema, facet, [value] if isinstance(value, str) else list(value)
            )
            for facet, value in wanted.items()
            if value is not None
        ]
        if where.after is not None or where.before is not None:
            found.append(self._between(where.after, where.before))
        return found

    def _between(self, after: date | None, before: date | None) -> Query:
        """Days on or after the first and on or before the second."""
        first = (after or date.min).toordinal()
        last = (before or date.max).toordinal()
        kind = tantivy.FieldType.Integer
        return Query.range_query(self._schema, "date", kind, first, last)

    def _id(self, address: tantivy.DocAddress) -> str:
        return str(self._searcher.doc(address).get_first("id"))


def _silent(condition: Query) -> tuple[Occur, Query]:
    """A condition that has to hold and adds nothing to the score."""
    return Occur.Must, Query.const_score_query(condition, 0.0)


def _near_ties(
    hits: Iterable[tuple[float, tantivy.DocAddress]],
) -> Iterator[list[tuple[float, tantivy.DocAddress]]]:
    """Hits, best first, in runs of those that might stand in another order."""
    run: list[tuple[float, tantivy.DocAddress]] = []
    for hit in hits:
        if run and hit[0] < run[-1][0] * (1 - _SLACK):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def _score(query: Query, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> float:
    """A hit's score with its parts added in the order of the query.

    While searching, tantivy adds them in an order that depends on its segments,
    which changes the last digits.
    """
    _, _, said = query.explain(searcher, address).to_json().partition('"value":')
    return float(said.partition(",")[0])
