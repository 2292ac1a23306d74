"""What the papers leave open.

Only what is held counts: that a recommendation was never answered means that no
paper held says so. Where the minutes of a meeting are not held, that is said once,
and not for each of its items.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from kg.tables.load import matches
from queries.actions import actions
from queries.following.action_rows import COMPLETE, ActionRow
from queries.following.ledger_rows import LedgerRow
from queries.graphs.fold import Folded, fold
from queries.graphs.sources import Source, reading_order, with_sources
from queries.graphs.terms import MEANT
from queries.ledger import ledger
from queries.texts.wording import bears, content_stems, small_stems
from queries.tracing.gaps import fell_due
from queries.understanding.periods import long_date

UNANSWERED = "recommendation never answered"
NO_OWNER, NO_DATE = "action without owner", "action without date"
NOT_MINUTED, NO_MINUTES = "agenda item without a minute", "minutes not held"
NO_PAPER = "decision on a paper not held"
NOT_KEPT, NOT_SEEN = "promise not kept", "paper promised and never seen"
KINDS = (UNANSWERED, NO_OWNER, NO_DATE, NOT_MINUTED, NO_MINUTES, NO_PAPER, NOT_KEPT, NOT_SEEN)

_ITEMS = f"""
SELECT DISTINCT ?thing ?title ?meeting ?day ?board ?kind ?decision {{
  GRAPH ?document {{
    ?document a mb:Document ; mb:kind ?kind . ?form a mb:AgendaItem ; dct:title ?title
  }}
  {MEANT}
  ?thing mb:atMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL {{ ?decision a mb:Decision ; mb:onItem ?thing }}
}}
ORDER BY ?thing ?title ?kind ?decision ?board
"""
_MEETINGS = """
SELECT DISTINCT ?meeting ?day ?board ?kind ?decision {
  ?document a mb:Document ; mb:ofMeeting ?meeting ; mb:kind ?kind .
  ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL { ?decision a mb:Decision ; mb:decidedAt ?meeting }
}
ORDER BY ?meeting ?kind ?board ?decision
"""
_DECISIONS = """
SELECT DISTINCT ?decision ?text ?day ?board ?item ?title ?meeting {
  ?decision a mb:Decision ; mb:text ?text ; mb:decidedAt ?meeting ; mb:onItem ?item .
  ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  ?item dct:title ?title .
  FILTER NOT EXISTS { ?report a mb:Report ; mb:onItem ?item }
  FILTER NOT EXISTS { ?asked a mb:Recommendation ; mb:onItem ?item }
}
ORDER BY ?decision ?text ?board ?title
"""
_ASKED = """
SELECT DISTINCT ?board {
  { ?asked a mb:Recommendation ; mb:ofMeeting|mb:onItem/mb:atMeeting ?meeting }
  UNION { ?report a mb:Report ; mb:onItem/mb:atMeeting ?meeting }
  ?meeting mb:heldBy/skos:prefLabel ?board
}
"""
_SAID = f"""
SELECT DISTINCT ?thing ?text ?day ?board ?document ?title {{
  VALUES ?type {{ mb:Decision mb:Action mb:Recommendation }}
  GRAPH ?document {{ ?document a mb:Document . ?form a ?type ; mb:text ?text }}
  {MEANT}
  ?thing mb:decidedAt|mb:ofMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL {{ ?thing (mb:onItem|mb:arisesFrom|(mb:arisesFrom/mb:onItem))/dct:title ?title }}
}}
ORDER BY ?thing ?text ?document ?board ?title
"""
_TITLES = f"""
SELECT DISTINCT ?document ?title ?day {{
  GRAPH ?document {{ ?document a mb:Document . ?form a ?type ; dct:title ?title }}
  FILTER(?type IN (mb:Document, mb:Report, mb:AgendaItem))
  {MEANT}
  OPTIONAL {{ ?thing (mb:onItem?)/mb:atMeeting/dct:date ?day }}
}}
"""
_MINUTES = """
SELECT ?text {
  ?document mb:ofMeeting ?meeting ; mb:kind "minutes" .
  ?paragraph mb:inDocument ?document ; mb:text ?text
}
"""
_SEEN = 0.6
"""The share of a title's words in a promise from which a later paper keeps it."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """Something that the papers leave open, since ``day``; ``note`` says what is missing."""

    kind: str
    day: date | None
    board: str | None
    text: str
    note: str | None
    iri: Iri
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LooseCount:
    """How many loose ends of a kind a board has of one year."""

    board: str | None
    year: int | None
    kind: str
    count: int


def loose_ends(
    graph: KnowledgeGraph,
    as_of: date,
    board: str | None = None,
    kind: str | None = None,
    quoted_only: bool = False,
) -> tuple[LooseEnd, ...]:
    """What papers up to a day leave open, by kind, then in order of day.

    :param board: words of the name of the board, in any case.
    :param kind: only one of ``KINDS``.
    :param quoted_only: what only an inferred link ties up is open.
    """
    rows = actions(graph, as_of, quoted_only=quoted_only)
    meetings = fold(graph.select(_MEETINGS), "meeting")
    found = [
        *_unanswered(ledger(graph, as_of, quoted_only=quoted_only)),
        *_of_actions(rows),
        *_not_minuted(graph, meetings),
        *_without_papers(graph, meetings),
        *_never_seen(graph, rows, _days_met(meetings)),
    ]
    kept = [
        one
        for one in found
        if (one.day or as_of) <= as_of and kind in (None, one.kind) and bears(one.board, board)
    ]
    return tuple(sorted(with_sources(graph, kept), key=_order))


def counts(found: Iterable[LooseEnd]) -> tuple[LooseCount, ...]:
    """How many there are of each kind, by board and year."""
    counted = Counter((one.board, one.day.year if one.day else None, one.kind) for one in found)
    return tuple(
        LooseCount(board, year, kind, count)
        for (board, year, kind), count in sorted(
            counted.items(), key=lambda one: (one[0][0] or "", one[0][1] or 0, one[0][2])
        )
    )


def _order(one: LooseEnd) -> tuple[int, date, tuple[str, int, str], str]:
    """By kind and day, and as papers say it."""
    return KINDS.index(one.kind), one.day or date.max, reading_order(one.sources), one.iri


def _unanswered(rows: Iterable[LedgerRow]) -> Iterator[LooseEnd]:
    for row in rows:
        if row.status in ("not decided", "no response held"):
            yield LooseEnd(UNANSWERED, row.day, row.board, row.text, row.status, row.iri, ())


def _of_actions(rows: Iterable[ActionRow]) -> Iterator[LooseEnd]:
    """Actions that nobody is to do, that have no date, and promises nothing more is heard of."""
    for row in rows:
        if row.status == COMPLETE or _says_nothing(row.text):
            continue
        day = row.given or row.life[0].day
        if not row.owners and row.owner_as_written is None:
            yield LooseEnd(NO_OWNER, day, row.board, row.text, None, row.iri, ())
        if row.due is None and row.due_as_written is None:
            yield LooseEnd(NO_DATE, day, row.board, row.text, None, row.iri, ())
        if row.overdue and row.due and row.silent_since:
            note = f"due {long_date(row.due)}, last heard of {long_date(row.silent_since)}"
            yield LooseEnd(NOT_KEPT, day, row.board, row.text, note, row.iri, ())


def _says_nothing(text: str) -> bool:
    """Whether an action only points to what members may say ("As agreed by members")."""
    return matches(text, "trace", "leading")


def _not_minuted(graph: KnowledgeGraph, meetings: Mapping[Iri, Folded]) -> Iterator[LooseEnd]:
    """Meetings of which no minutes are held, and items that the minutes held leave out."""
    items = fold(graph.select(_ITEMS), "thing")
    minutes = _Minutes(graph)
    minuted = {meeting for meeting, one in meetings.items() if _is_minuted(one)}
    last = max((day for one in meetings.values() if (day := one.day("day"))), default=date.min)
    for meeting, one in meetings.items():
        day = one.day("day")
        if meeting not in minuted and "agenda pack" in one.texts("kind") and day and day < last:
            title = f"{one.text('board')}, {long_date(day)}"
            yield LooseEnd(NO_MINUTES, day, one.text("board"), title, None, meeting, ())
    told: dict[Iri | None, list[set[str]]] = defaultdict(list)
    for one in items.values():
        if _is_minuted(one):
            told[one.iri("meeting")] += [_words(title) for title in one.texts("title")]
    for item, one in items.items():
        title, of = one.text("title") or "", one.iri("meeting")
        if (
            of in minuted & told.keys()
            and not _is_minuted(one)
            and not _standing(title)
            and not any(_same_item(_words(title), other) for other in told[of])
            and not minutes.speak_of(_words(title), of)
        ):
            yield LooseEnd(NOT_MINUTED, one.day("day"), one.text("board"), title, None, item, ())


def _words(title: str) -> set[str]:
    return set(content_stems(title)) - small_stems()


def _same_item(one: set[str], other: set[str]) -> bool:
    """Whether the titles of two items of one meeting have most of their telling words in common."""
    return len(one & other) >= _SEEN * max(min(len(one), len(other)), 1)


class _Minutes:
    """The words of each paragraph of the minutes of meetings, read once for each meeting."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._read: dict[Iri, list[frozenset[str]]] = {}

    def speak_of(self, title: set[str], meeting: Iri | None) -> bool:
        """Whether a paragraph of the minutes of a meeting has all telling words of a title."""
        if meeting is None or len(title) < _FEWEST:
            return False
        return any(title <= words for words in self._words(meeting))

    def _words(self, meeting: Iri) -> list[frozenset[str]]:
        if meeting not in self._read:
            rows = self._graph.select(_MINUTES, meeting=meeting).rows
            self._read[meeting] = [frozenset(content_stems(str(text))) for (text,) in rows]
        return self._read[meeting]


def _is_minuted(one: Folded) -> bool:
    """Whether minutes or a decision of a meeting or of an item are held."""
    return "minutes" in one.texts("kind") or bool(one.texts("decision"))


def _without_papers(graph: KnowledgeGraph, meetings: Mapping[Iri, Folded]) -> Iterator[LooseEnd]:
    """The first decision on each item of which neither the report nor what it asks is held, of the
    boards of which any such paper is: another may decide without papers.
    """
    papers = {
        meeting: one.texts("board")
        for meeting, one in meetings.items()
        if {"agenda pack", "report"} & set(one.texts("kind"))
    }
    boards = {board for some in papers.values() for board in some} | _asked(graph)
    seen: set[Iri | None] = set()
    for iri, one in fold(graph.select(_DECISIONS), "decision").items():
        title, item = one.text("title") or "", one.iri("item")
        if one.iri("meeting") in papers or item in seen or _standing(title):
            continue
        if boards.isdisjoint(one.texts("board")):
            continue
        seen.add(item)
        yield LooseEnd(
            NO_PAPER, one.day("day"), one.text("board"), one.text("text") or "", title, iri, ()
        )


def _asked(graph: KnowledgeGraph) -> set[str]:
    """The names of the boards of which something that a report asks is held."""
    return {str(name) for (name,) in graph.select(_ASKED).rows}


def _standing(title: str) -> bool:
    """Whether an item is one that every agenda has, or only carries papers of another."""
    kinds = ("standing", "attached")
    return any(matches(title, "histories", kind) for kind in kinds)


def _never_seen(
    graph: KnowledgeGraph, rows: Iterable[ActionRow], met: Mapping[str, list[date]]
) -> Iterator[LooseEnd]:
    """Papers that decisions, actions and recommendations promise for a time that has come."""
    days = PaperDays(graph)
    titles = list(_later_titles(graph, days))
    done = {row.iri for row in rows if row.status == COMPLETE}
    held = sorted({day for day, _ in titles})
    for iri, one in fold(graph.select(_SAID), "thing").items():
        text, day = one.text("text") or "", one.day("day")
        when = fell_due(text, day, held, met.get(one.text("board") or "", held)) if day else None
        if day is None or when is None or iri in done:
            continue
        words = set(content_stems(" ".join((text, *one.texts("title")))))
        if not any(later > day and _names(title, words) for later, title in titles):
            note = f"promised for {when}"
            yield LooseEnd(NOT_SEEN, day, one.text("board"), text, note, iri, ())


def _days_met(meetings: Mapping[Iri, Folded]) -> dict[str, list[date]]:
    """The days of the meetings of each board, in order."""
    met: dict[str, set[date]] = defaultdict(set)
    for one in meetings.values():
        for board in one.texts("board"):
            met[board].update(one.days("day"))
    return {board: sorted(days) for board, days in met.items()}


def _later_titles(graph: KnowledgeGraph, days: PaperDays) -> Iterator[tuple[date, set[str]]]:
    """The words of the titles of all papers, reports and items, with the day of their meeting,
    else of their paper: a note of one meeting may stand in the pack of the next.
    """
    for document, title, met in graph.select(_TITLES).rows:
        day = met if isinstance(met, date) else days.of(str(document))
        if day is not None and not _standing(str(title)):
            yield day, set(content_stems(str(title)))


def _names(title: set[str], promise: set[str]) -> bool:
    return len(title) >= _FEWEST and len(title & promise) >= _SEEN * len(title)
