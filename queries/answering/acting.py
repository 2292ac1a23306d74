"""How an action stands: what the papers say of it one after another, the last word first."""

from collections.abc import Mapping, Sequence
from datetime import date

from rapidfuzz import fuzz

from kg.extraction.dates import days
from kg.store.graph import KnowledgeGraph, Value
from kg.tables.load import table
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.place import Place, places
from queries.statements import Match
from queries.terms import iri_list

SURE = 0.45
"""The least share of the subject that the action must speak of."""
LIKELY = 0.5
"""From this closeness the nearest passage is taken to state the action asked about."""
NEAR = 0.8
"""Actions are looked at down to this part of the share of the best one."""
SAME = 85
"""From this token-set similarity (0 to 100) two entries are of the same action."""
_LIFE = """SELECT DISTINCT ?fact ?day ?state ?stateAsWritten ?due ?update ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  GRAPH ?document {
    ?fact a mb:Action ; mb:statedIn ?paragraph .
    OPTIONAL { ?document dct:date ?day }
    OPTIONAL { ?fact mb:actionStatus ?state }
    OPTIONAL { ?fact mb:actionStatusAsWritten ?stateAsWritten }
    OPTIONAL { ?fact mb:dueAsWritten ?due }
    OPTIONAL { ?fact mb:update ?update }
    OPTIONAL { ?fact mb:quote ?quote }
  }
}
ORDER BY DESC(?day) ?fact ?paragraph ?stateAsWritten ?due ?update ?quote"""
_DONE = "complete"

Row = Mapping[str, Value]


def by_action(asking: Asking) -> Found | None:
    """What the papers say of the action asked about, the latest first; None where none fits."""
    chosen = _chosen(asking)
    if not chosen:
        return None
    sparql = _LIFE % iri_list(chosen)
    rows = _latest_first(asking.graph, list(asking.graph.select(sparql).dicts()))
    told = _told(rows)
    if not told:
        return None
    values = tuple(dict.fromkeys(state for _, states in told for state in states))
    return Found(
        answer=_verdict(asking, rows) + _lines(told),
        values=values,
        quotes=_quotes(rows),
        sparql=sparql,
        facts=tuple(chosen),
    )


def _chosen(asking: Asking) -> list[str]:
    """The entries of the action that the question speaks of."""
    matches = asking.matches
    if not matches or (matches[0].share < SURE and not _nearest(asking, matches[0])):
        return []
    best = matches[0]
    return [
        one.statement.iri
        for one in matches
        if one.share >= NEAR * best.share
        and fuzz.token_set_ratio(one.statement.words.lower(), best.statement.words.lower()) >= SAME
    ]


def _nearest(asking: Asking, match: Match) -> bool:
    """Whether the nearest passage states a fact, and is likely to be what is asked about."""
    hits = asking.result.hits[:1]
    stated = any(hit.place.paragraph in match.statement.paragraphs for hit in hits)
    return stated and asking.closeness >= LIKELY


def _latest_first(graph: KnowledgeGraph, rows: Sequence[Row]) -> list[Row]:
    """Rows with the day and file of their paper, the latest paper first, undated ones last."""
    held = places(graph, sorted({str(row["paragraph"]) for row in rows}))
    told = [
        {**row, "day": row["day"] or _day(place), "file": place.file}
        for row in rows
        if (place := held.get(str(row["paragraph"]))) is not None
    ]
    return sorted(told, key=lambda row: str(row["day"] or ""), reverse=True)


def _day(place: Place) -> date | None:
    """The day of a paper's meeting, or that in the name of its file."""
    named = [found.day for found in days(place.file)]
    return (place.meeting.date if place.meeting else None) or next(iter(named), None)


def _told(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """What each paper says of how the action stands, the latest paper first."""
    told: dict[str, dict[str, None]] = {}
    for row in rows:
        states = told.setdefault(_paper(row), {})
        for said in (row["stateAsWritten"] or row["state"], row["due"], row["update"]):
            if said:
                states[str(said)] = None
    return [(paper, list(states)) for paper, states in told.items() if states]


def _paper(row: Row) -> str:
    day = row["day"]
    return f"{day.day} {day:%B %Y}" if isinstance(day, date) else str(row["file"])


def _lines(told: Sequence[tuple[str, Sequence[str]]]) -> str:
    first, *earlier = [f"{', '.join(states)} ({paper})" for paper, states in told]
    return f"{first}; before: {'; '.join(earlier)}" if earlier else first


def _verdict(asking: Asking, rows: Sequence[Row]) -> str:
    """Yes or no where that is asked, as the last paper that gives a state has it."""
    last = next((row for row in rows if row["state"]), None)
    if last is None or not asking.question.whether:
        return ""
    states = {str(row["state"]) for row in rows if row["day"] == last["day"] and row["state"]}
    verdicts = table("questions")["verdicts"]
    return f"{verdicts['yes'] if _DONE in states else verdicts['open']}: "


def _quotes(rows: Sequence[Row]) -> list[Quote]:
    """The rows and sentences that tell it, those that give a state first."""
    order = sorted(rows, key=lambda row: not (row["state"] or row["update"]))
    return [
        Quote(str(row["paragraph"]), str(said))
        for row in order
        for said in (row["quote"], row["update"], row["stateAsWritten"])
        if said
    ]
