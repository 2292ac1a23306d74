"""What changed between two days: what is new, decided, moved and done, and which figures.

Three dates are kept apart. ``day`` is when it happened, ``recorded`` the day of the paper
that tells it; what was recorded after the day asked for is not known yet.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from kg.structure.sentences import sentences
from kg.tables.load import matches
from kg.terms import DECISION, RECOMMENDATION
from queries.actions import actions
from queries.following.action_life import is_move
from queries.following.action_rows import COMPLETE, ActionRow, Entry
from queries.graphs.fold import Folded, fold
from queries.graphs.sources import Source, reading_order, with_sources
from queries.graphs.terms import MEANT
from queries.texts.wording import bears, content_stems, small_stems, stems
from queries.tracing.dating import PassageDays

KINDS = (
    *("new matter", "recommended", "decided", "assigned", "first listed"),
    *("moved", "done", "figure"),
)
"""The kinds of change, in the order they are told for one day."""
_MATTERS = """
SELECT ?thing (SAMPLE(?title) AS ?text) (MIN(?date) AS ?day) (SAMPLE(?name) AS ?board) {
  ?thing a mb:Matter ; dct:title ?title ; mb:step ?step .
  ?step dct:date ?date .
  FILTER NOT EXISTS { ?thing dct:isPartOf ?whole }
  OPTIONAL { ?step mb:concerns ?concerned .
             ?concerned (mb:atMeeting|mb:decidedAt|mb:ofMeeting)/mb:heldBy/skos:prefLabel ?name }
}
GROUP BY ?thing
"""
_STATED = f"""
SELECT DISTINCT ?thing ?text ?day ?board ?document ?title {{
  GRAPH ?document {{ ?document a mb:Document . ?form a ?type ; mb:text ?text }}
  {MEANT}
  ?thing mb:decidedAt|mb:ofMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL {{ ?thing mb:onItem/dct:title ?title }}
}}
ORDER BY ?thing ?document ?board ?title
"""
_FIGURES = """
SELECT DISTINCT ?figure ?value ?unit ?text ?document ?passage {
  GRAPH ?document { ?document a mb:Document .
                    ?figure a mb:Figure ; mb:value ?value ; mb:unit ?unit ; mb:text ?text ;
                      mb:statedIn/mb:text ?passage }
}
ORDER BY ?figure ?document ?passage
"""
_FEWEST_WORDS = 2
"""Words that a unit must have to say by itself what is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changed.

    ``kind`` is one of ``KINDS``; ``before`` and ``after`` are the due dates or the figures.
    ``recorded_time`` is the month in words where the paper tells no day. ``basis`` is "inferred"
    where two papers are only taken to speak of the same thing. ``about`` is the title of the item
    where the words do not say it ("The Board noted the report."). ``time`` is the month or months
    in words where the papers tell no day, and ``day`` is the last of them.
    """

    kind: str
    day: date
    text: str
    board: str | None = None
    before: str | None = None
    after: str | None = None
    recorded: date | None = None
    iri: Iri
    basis: str = "quoted"
    sources: tuple[Source, ...] = ()
    recorded_time: str | None = None
    about: str | None = None
    time: str | None = None


def changes(
    graph: KnowledgeGraph,
    since: date,
    until: date,
    as_of: date | None = None,
    board: str | None = None,
    quoted_only: bool = False,
) -> tuple[Change, ...]:
    """What changed after the day ``since``, up to the day ``until``, in order of day.

    :param as_of: leave out what papers dated later record.
    :param board: words of the name of the board, in any case.
    :param quoted_only: leave out what rests on an inferred link.
    """
    known = as_of or date.max
    days = PaperDays(graph)
    then = actions(graph, min(known, until), quoted_only=quoted_only)
    given = list(_given(actions(graph, known, quoted_only=quoted_only)))
    found = [
        *_begun(graph, {_plain(one.text) for one in given}),
        *_stated(graph, days),
        *given,
        *_moved_or_done(then),
        *_of_figures(graph),
    ]
    kept = [
        one
        for one in found
        if since < one.day <= until
        and (one.recorded or one.day) <= known
        and bears(one.board, board)
        and not (quoted_only and one.basis == "inferred")
    ]
    return tuple(sorted(with_sources(graph, kept), key=_order))


def _order(one: Change) -> tuple[date, str, int, tuple[str, int, str], Iri]:
    """By day, what is of the day before what is of its month, then by kind and as papers say it."""
    kind = KINDS.index(one.kind)
    return one.day, one.time or "", kind, reading_order(one.sources), one.iri


def _begun(graph: KnowledgeGraph, given: Collection[str]) -> Iterator[Change]:
    """Matters, on the day of their first step, save those that are one action ``given``."""
    for iri, title, day, board in graph.select(_MATTERS).rows:
        if isinstance(day, date) and _plain(str(title)) not in given:
            name = None if board is None else str(board)
            yield Change(
                kind="new matter", day=day, text=str(title), board=name, iri=Iri(iri),
                basis="inferred",
            )  # fmt: skip


def _plain(text: str) -> str:
    return text.casefold().strip(" .")


def _stated(graph: KnowledgeGraph, days: PaperDays) -> Iterator[Change]:
    """Recommendations and decisions, each on the day of its meeting."""
    for kind, told in ((RECOMMENDATION, "recommended"), (DECISION, "decided")):
        for iri, record in fold(graph.select(_STATED, type=Iri(kind)), "thing").items():
            recorded = [days.of(document) for document in record.texts("document")]
            first = min((day for day in recorded if day is not None), default=None)
            day = record.day("day")
            if day is not None:
                text = record.text("text") or ""
                yield Change(
                    kind=told, day=day, text=text, board=record.text("board"), iri=iri,
                    recorded=first, about=_about(text, record),
                )  # fmt: skip


def _about(text: str, record: Folded) -> str | None:
    """The title of its item, where a text has none of the telling words of that."""
    title = record.text("title")
    of_board = stems(record.text("board") or "")
    telling = set(content_stems(title or "")) - small_stems() - set(of_board)
    return title if telling and telling.isdisjoint(stems(text)) else None


def _given(rows: Iterable[ActionRow]) -> Iterator[Change]:
    """When actions were given, whatever paper records it first, or first listed: one of which
    the first paper already tells how far it has come was given before. One that only points to
    what members may say ("As agreed by members") gives nothing out.
    """
    for row in rows:
        first = row.life[0]
        day = row.given or first.day
        if day and not matches(row.text, "trace", "leading"):
            begun = first.status or first.update or first.previous_due
            kind = "first listed" if begun and day == first.day else "assigned"
            yield Change(
                kind=kind, day=day, text=row.text, board=row.board, iri=row.iri,
                recorded=first.day, recorded_time=first.time,
            )  # fmt: skip


def _moved_or_done(rows: Iterable[ActionRow]) -> Iterator[Change]:
    """When the due dates of actions moved and when they were done, as it stood at the end."""
    for row in rows:
        yield from _moved(row)
        if row.done is not None and row.done.day is not None:
            yield Change(
                kind="done", day=row.done.day, text=row.text, board=row.board, iri=row.iri,
                recorded=row.done.day, basis=_basis(row.life),
                after=row.done.words, time=row.done.time,
            )  # fmt: skip
        if row.told_done is not None:
            yield Change(
                kind="done", day=row.told_done.day, text=row.text, board=row.board, iri=row.iri,
                recorded=row.told_done.recorded, basis=row.told_done.joined.basis,
                after=row.told_done.words,
            )  # fmt: skip


def _moved(row: ActionRow) -> Iterator[Change]:
    """Where its due date moved; what was already complete has none that could."""
    due: date | None = None
    over = False
    for at, entry in enumerate(row.life):
        before = due or max(entry.previous_due, default=None)
        if not over and entry.due and entry.day and before and is_move(before, entry.due):
            yield Change(
                kind="moved", day=entry.day, text=row.text, board=row.board, iri=row.iri,
                recorded=entry.day, basis=_basis(row.life[: at + 1]),
                before=before.isoformat(), after=entry.due.isoformat(), time=entry.time,
            )  # fmt: skip
        due, over = entry.due or due, entry.status == COMPLETE


def _basis(life: Iterable[Entry]) -> str:
    joined = (entry.joined for entry in life)
    return "inferred" if any(one and one.basis == "inferred" for one in joined) else "quoted"


def _of_figures(graph: KnowledgeGraph) -> Iterator[Change]:
    """Figures of one unit that a later paper gives otherwise.

    Only where each of the two papers gives one value of the unit, targets and differences
    aside, the unit says by itself what is counted ("street wardens", not "councils"), and the
    two sentences have more in common than that.
    """
    told: dict[str, dict[str, list[Folded]]] = defaultdict(lambda: defaultdict(list))
    for record in fold(graph.select(_FIGURES), "figure").values():
        unit = " ".join((record.text("unit") or "").casefold().split())
        text = " ".join((record.text("text") or "").casefold().split())
        whole = text.endswith(unit) and not unit.startswith("gbp")
        if whole and len(unit.split()) >= _FEWEST_WORDS:
            for document in record.texts("document"):
                told[unit][document].append(record)
    days = PassageDays(graph)
    for papers in told.values():
        yield from _changed(papers, days)


def _changed(papers: dict[str, list[Folded]], days: PassageDays) -> Iterator[Change]:
    single = [
        (day, records[0], days.words_of_paper(document))
        for document, records in papers.items()
        if (day := days.of_paper(document)) and len({_value(record) for record in records}) == 1
    ]
    before: Folded | None = None
    for day, record, time in sorted(single, key=lambda one: (one[0], one[1].key)):
        if before is not None and _value(before) != _value(record) and _alike(before, record):
            yield Change(
                kind="figure", day=day, text=record.text("text") or "", iri=record.key,
                recorded=day, basis="inferred",
                before=before.text("text"), after=record.text("text"), time=time,
            )  # fmt: skip
        before = record


def _alike(one: Folded, other: Folded) -> bool:
    """Whether the sentences of two figures share a word of content besides what is counted."""
    ours, theirs = _around(one), _around(other)
    return bool(ours & theirs)


def _around(record: Folded) -> set[str]:
    """The stems of what the sentences of a figure say besides it, of no body that acts."""
    text, unit = record.text("text") or "", record.text("unit") or ""
    said = (
        passage[span.start : span.end]
        for passage in record.texts("passage")
        for span in sentences(passage)
        if text in passage[span.start : span.end]
    )
    words = {stem for sentence in said for stem in content_stems(sentence) if stem.isalpha()}
    return words - set(stems(f"{text} {unit}")) - small_stems()


def _value(record: Folded) -> Decimal:
    return Decimal(record.text("value") or "0")
