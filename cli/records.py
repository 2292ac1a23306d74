"""Results as JSON and as flat records: for each kind of result one converter.

The names are those of docs/command-line.md; what is missing is None.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from queries.graphs.sources import said_before

if TYPE_CHECKING:
    from kg.rdf.rulings import Ruling
    from queries.answering.answer import Answer
    from queries.changes import Change
    from queries.following.action_rows import ActionRow
    from queries.following.ledger_rows import LedgerRow
    from queries.graphs.sources import Source
    from queries.loose_ends import LooseEnd
    from queries.search import Hit, SearchResult
    from queries.show import Card, Link

Json = dict[str, object]

HIT_COLUMNS = (
    "rank", "score", "file", "page", "number", "date", "board", "item", "heading", "text",
    "paragraph",
)  # fmt: skip
"""The columns of a hit as a flat record."""

ACTION_COLUMNS = (
    "number", "text", "said_before", "owners", "owners_before", "due", "moves", "days_moved",
    "status", "done", "told_done", "days_overdue", "update", "theme", "given", "board",
    "arises_from", "last_heard", "silent_since", "files", "iri",
)  # fmt: skip
"""The columns of an action as a flat record."""
TRACKER_COLUMNS = (
    "reference", "origin", "date", "area", "recommendation", "lead", "action_taken", "status",
    "days_open", "never_reported_back", "files",
)  # fmt: skip
"""The columns of the tracker that officers keep by hand, and what it seldom has."""
LEDGER_COLUMNS = (
    *TRACKER_COLUMNS, "kind", "board", "day", "text", "made_by", "addressed_to", "outcome",
    "answer", "decision", "decided", "basis", "actions", "lead_officers", "last_heard", "iri",
)  # fmt: skip
"""The columns of a row of the ledger as a flat record."""
RULING_COLUMNS = (
    "key", "verdict", "subject", "property", "value", "because", "by", "on", "in_force",
)  # fmt: skip
"""The columns of a correction as a flat record."""


def search_json(result: "SearchResult", query: str) -> Json:
    """A search in the form that is documented."""
    return {"query": query, "hits": [hit_json(hit) for hit in result.hits]}


def understood_json(result: "SearchResult") -> Json:
    """What was understood of a question, and what each signal weighed for it."""
    asked = result.question
    return {
        "way": asked.way,
        "names": [
            {
                "text": asked.text[name.start : name.end],
                "kind": name.kind,
                "iris": list(name.iris),
                "labels": list(name.labels),
            }
            for name in asked.mentions
        ],
        "periods": [asked.text[period.begin : period.end] for period in asked.periods],
        "facts": list(asked.facts),
        "subject": asked.topic,
        "shared": round(result.shared, 6),
        "nearest": round(result.nearest, 6),
        "weights": {name: round(weight, 6) for name, weight in result.weights.items()},
    }


def explained(whole: Json, result: "SearchResult") -> Json:
    """A search with what was understood, and of each hit the paths it was ranked by."""
    hits = [{**hit_json(hit), "paths": [asdict(path) for path in hit.paths]} for hit in result.hits]
    return {**whole, "hits": hits, "understood": understood_json(result)}


def hit_json(hit: "Hit") -> Json:
    """A hit in the form that is documented."""
    place = hit.place
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "paragraph": place.paragraph,
        "text": place.text,
        "file": place.file,
        "document": place.document,
        "page": place.page,
        "number": place.number,
        "heading": place.heading,
        "meeting": asdict(place.meeting) if place.meeting else None,
        "item": asdict(place.item) if place.item else None,
        "report": asdict(place.report) if place.report else None,
        "facts": [asdict(fact) for fact in hit.facts],
        "matched": [list(span) for span in hit.matched],
        "why": dict(hit.why),
    }


def hit_record(hit: "Hit") -> Json:
    """A hit as one row of a table."""
    place = hit.place
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "file": place.file,
        "page": place.page,
        "number": place.number,
        "date": place.meeting.date if place.meeting else None,
        "board": place.meeting.board if place.meeting else None,
        "item": place.item.number if place.item else None,
        "heading": place.heading,
        "text": place.text,
        "paragraph": place.paragraph,
    }


def answer_json(answer: "Answer") -> Json:
    """An answer in the form that is documented: what is not said is null."""
    return {**asdict(answer), "answer": answer.answer or None}


def card_json(card: "Card") -> Json:
    """A resource with its properties by name, its links by group, and its sources."""
    return {
        "iri": card.iri,
        "type": card.type,
        "label": card.label,
        "properties": {held.name: list(held.values) for held in card.properties},
        "groups": [
            {"title": group.title, "links": [_link_json(link) for link in group.links]}
            for group in card.groups
        ],
        "sources": [asdict(source) for source in card.sources],
    }


def _link_json(link: "Link") -> Json:
    return {**asdict(link), "links": [_link_json(part) for part in link.links]}


def action_json(row: "ActionRow") -> Json:
    """An action with all that the papers say of it."""
    life = [{**asdict(one), "joined": one.joined and one.joined._asdict()} for one in row.life]
    told = row.told_done and {**asdict(row.told_done), "joined": row.told_done.joined._asdict()}
    return {**asdict(row), "life": life, "told_done": told, "overdue": row.overdue}


def action_record(row: "ActionRow") -> Json:
    """An action as one row of a table."""
    whole = {**asdict(row), "said_before": said_before(row.sources), "files": _files(row.sources)}
    whole["owners"] = row.owners or row.owner_as_written
    whole["due"] = row.due or row.due_as_written
    whole["done"] = row.done.day if row.done else None
    whole["told_done"] = row.told_done.day if row.told_done else None
    return {column: whole[column] for column in ACTION_COLUMNS}


def ledger_json(row: "LedgerRow") -> Json:
    """A recommendation with all that became of it."""
    return {**asdict(row), "actions": [action_json(action) for action in row.actions]}


def ledger_record(row: "LedgerRow") -> Json:
    """A recommendation as one row of a table."""
    taken = row.decision
    whole = {
        **asdict(row),
        "date": row.day,
        "area": row.area or row.board,
        "recommendation": row.text,
        "lead": row.leads,
        "action_taken": _taken(row),
        "outcome": taken.outcome if taken else None,
        "answer": taken.answer if taken else None,
        "decision": taken.text if taken else None,
        "decided": taken.date if taken else None,
        "basis": taken.basis if taken else None,
        "actions": [action.text for action in row.actions],
        "last_heard": row.latest.date if row.latest else None,
        "files": _files(row.sources),
    }
    return {column: whole[column] for column in LEDGER_COLUMNS}


def _taken(row: "LedgerRow") -> list[str]:
    """What was decided and done, each with its day or how it stands, in the papers' words."""
    done = [f"{row.decision.date}: {row.decision.text}"] if row.decision else []
    done += [f"{one.text} ({one.stands})" for one in row.actions]
    if row.response:
        done.append(f"Response: {row.response}")
    if row.latest and row.latest.label:
        done.append(f"{row.latest.date}: {row.latest.label}")
    return done


def ruling_record(ruling: "Ruling", *, in_force: bool) -> Json:
    """A correction as one row of a table; ``in_force`` where a paper speaks of its subject."""
    return {
        "key": ruling.key,
        "verdict": ruling.verdict,
        "subject": ruling.subject,
        "property": ruling.term,
        "value": ruling.value,
        "because": ruling.because,
        "by": ruling.by,
        "on": ruling.on,
        "in_force": in_force,
    }


def told_record(told: "Change | LooseEnd") -> Json:
    """What a change or a loose end is, with the papers that tell of it."""
    return {**asdict(told), "files": _files(told.sources)}


def loose_end_record(end: "LooseEnd") -> Json:
    """A loose end with the papers that tell of it, and the sentence that it points back to."""
    return {**told_record(end), "said_before": said_before(end.sources)}


def _files(sources: "Sequence[Source]") -> list[str]:
    """The files that say something, each once."""
    return list(dict.fromkeys(source.file for source in sources))


def records_of(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[Json]:
    """The rows of a table as records by column."""
    return [dict(zip(columns, row, strict=True)) for row in rows]
