"""The graph for other programs: tables of facts as CSV, the network as GraphML.

RDF is written by `kg.store.graph.KnowledgeGraph.export`. A table holds one kind of
resource; its columns are named after the properties. A property that links to
another resource has two columns: the IRI, and beside it the label. Several values
of one cell part at "; ". Facts end with the passage that states them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from kg import terms as t
from kg.errors import writing
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.graphs.sources import Source, sources_of
from queries.graphs.terms import local_name
from queries.network import network

_VALUES = "SELECT DISTINCT ?iri ?property ?value { ?iri a ?type ; ?property ?value }"
_LABELS = """
SELECT DISTINCT ?iri ?label ?day {
  { ?iri foaf:name|skos:prefLabel|dct:title ?label }
  UNION
  { VALUES ?type { mb:Recommendation mb:Decision mb:Action } ?iri a ?type ; mb:text ?label }
  UNION
  { ?iri a mb:Meeting ; dct:date ?day ; mb:heldBy/skos:prefLabel ?label }
}
"""
_JOIN = "; "
_SOURCE_COLUMNS = ("file", "page", "paragraph", "quote")
_LINKS = frozenset(
    {
        t.OF_MEETING, t.IN_DOCUMENT, t.HELD_BY, t.PREVIOUS_MEETING, t.NEXT_MEETING, t.AT_MEETING,
        t.PERSON, t.REPRESENTING, t.SUBSTITUTE_FOR, t.MEMBER, t.ORGANIZATION, t.ROLE,
        t.PRESENTED_BY, t.ON_ITEM, t.CONTACT_OFFICER, t.MADE_IN, t.ADDRESSED_TO, t.MADE_BY,
        t.DECIDED_AT, t.DECIDES_ON, t.DELEGATES_TO, t.ARISES_FROM, t.ASSIGNED_TO, t.ABOUT,
        t.UNIT_OF, t.REPLACED_BY, t.RUN_BY, t.CREATOR, t.CONTACT_OF, t.CONCERNS, t.IN_REPORT,
        t.MENTIONS,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table: its name, the class whose resources it lists, and the properties it shows."""

    name: str
    type: str
    properties: tuple[str, ...]
    stated: bool = True

    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        names = [name for term in self.properties for name in _columns_of(term)]
        return ("iri", *names, *(_SOURCE_COLUMNS if self.stated else ()))


TABLES = (
    ExportTable(
        "documents",
        t.DOCUMENT,
        (
            t.TITLE,
            t.KIND,
            t.DATE,
            t.FILE_NAME,
            t.OF_MEETING,
            t.PAGES,
            t.MEDIA_TYPE,
            t.SHA256,
            t.SOURCE,
        ),
        stated=False,
    ),
    ExportTable(
        "paragraphs",
        t.PARAGRAPH,
        (
            t.IN_DOCUMENT,
            t.ORDINAL,
            t.PAGE,
            t.NUMBER,
            t.HEADING,
            t.KIND,
            t.TEXT,
            t.START,
            t.END,
            t.ON_ITEM,
            t.IN_REPORT,
            t.MENTIONS,
        ),
        stated=False,
    ),
    ExportTable(
        "people", t.PERSON_CLASS, (t.NAME, t.HONORIFIC, t.ALT_LABEL, t.POSITION), stated=False
    ),
    ExportTable("boards", t.BOARD, (t.PREF_LABEL, t.ALT_LABEL, t.UNIT_OF), stated=False),
    ExportTable(
        "councils",
        t.COUNCIL,
        (
            t.PREF_LABEL,
            t.ALT_LABEL,
            t.IDENTIFIER,
            t.GSS_CODE,
            t.COUNCIL_TYPE,
            t.VALID_UNTIL,
            t.REPLACED_BY,
        ),
        stated=False,
    ),
    ExportTable("organisations", t.ORGANISATION, (t.PREF_LABEL, t.ALT_LABEL), stated=False),
    ExportTable("programmes", t.PROGRAMME, (t.PREF_LABEL, t.ALT_LABEL, t.RUN_BY), stated=False),
    ExportTable(
        "memberships",
        t.MEMBERSHIP,
        (t.MEMBER, t.ORGANIZATION, t.ROLE, t.PARTY_NAME, t.REPRESENTING, t.PERIOD, t.AS_OF),
    ),
    ExportTable(
        "meetings",
        t.MEETING,
        (t.DATE, t.HELD_BY, t.START_TIME, t.VENUE, t.PREVIOUS_MEETING, t.NEXT_MEETING),
    ),
    ExportTable(
        "attendance",
        t.ATTENDANCE,
        (t.AT_MEETING, t.PERSON, t.ATTENDANCE_STATUS, t.CAPACITY, t.REPRESENTING, t.SUBSTITUTE_FOR),
    ),
    ExportTable(
        "items",
        t.AGENDA_ITEM,
        (t.AT_MEETING, t.ITEM_NUMBER, t.TITLE, t.PRESENTED_BY, t.CONFIDENTIAL),
    ),
    ExportTable(
        "reports",
        t.REPORT,
        (
            t.TITLE,
            t.IN_DOCUMENT,
            t.ON_ITEM,
            t.PURPOSE,
            t.CONTACT_OFFICER,
            t.PLAN_THEME,
            t.CONFIDENTIAL,
        ),
    ),
    ExportTable(
        "recommendations",
        t.RECOMMENDATION,
        (t.NUMBER, t.TEXT, t.KIND, t.MADE_IN, t.ON_ITEM, t.ADDRESSED_TO, t.MADE_BY, t.RESPONSE),
    ),
    ExportTable(
        "decisions",
        t.DECISION,
        (
            t.DECIDED_AT,
            t.ON_ITEM,
            t.NUMBER,
            t.TEXT,
            t.VERB,
            t.OUTCOME,
            t.MOVED_BY,
            t.SECONDED_BY,
            t.VOTES_FOR,
            t.VOTES_AGAINST,
            t.ABSTENTIONS,
            t.DECIDES_ON,
            t.DELEGATES_TO,
        ),
    ),
    ExportTable(
        "actions",
        t.ACTION,
        (
            t.NUMBER,
            t.TEXT,
            t.ARISES_FROM,
            t.ASSIGNED_TO,
            t.ASSIGNEE_AS_WRITTEN,
            t.DUE_DATE,
            t.DUE_AS_WRITTEN,
            t.PREVIOUS_DUE,
            t.ACTION_STATUS,
            t.ACTION_STATUS_AS_WRITTEN,
            t.UPDATE,
            t.PLAN_THEME,
        ),
    ),
    ExportTable("figures", t.FIGURE, (t.VALUE, t.UNIT, t.TEXT, t.ABOUT, t.AS_OF)),
    ExportTable(
        "citations",
        t.CITED_DOCUMENT,
        (t.TITLE, t.KIND, t.CREATOR, t.CREATOR_AS_WRITTEN, t.ISSUED, t.SOURCE),
    ),
    ExportTable("references", t.MEETING_REFERENCE, (t.ABOUT, t.BODY_AS_WRITTEN, t.WHEN, t.KIND)),
    ExportTable("contacts", t.CONTACT_DETAILS, (t.CONTACT_OF, t.JOB_TITLE, t.EMAIL, t.PHONE)),
    ExportTable("steps", t.STEP, (t.DATE, t.STEP_KIND, t.CONCERNS, t.BASIS, t.RULE, t.CONFIDENCE)),
)
"""Every table of the export."""


def export_tables(graph: KnowledgeGraph, folder: Path) -> list[Path]:
    """Write every table into a directory, made if there is none, as ``{name}.csv``.

    The files are UTF-8 with a head row; rows are in order of IRI.

    :raises StoreError: the directory cannot be written.
    """
    written = []
    labels = _labels(graph)
    with writing(folder, "directory"):
        folder.mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table.columns())
                writer.writerows(_rows(graph, table, labels))
            written.append(path)
    return written


def export_network(graph: KnowledgeGraph, out: IO[bytes]) -> None:
    """Write the network of `queries.network.network` as GraphML."""
    import networkx as nx

    nx.write_graphml_xml(network(graph), out)


def _rows(
    graph: KnowledgeGraph, table: ExportTable, labels: Mapping[Value, str]
) -> Iterator[list[str]]:
    """The rows of a table, in order of IRI, as the text of their cells."""
    found: dict[Iri, dict[str, list[Value]]] = {}
    for iri, term, value in graph.select(_VALUES, type=Iri(table.type)).rows:
        found.setdefault(Iri(iri), {}).setdefault(str(term), []).append(value)
    stated = sources_of(graph, found) if table.stated else {}
    for iri in sorted(found):
        cells = [str(iri)]
        for term in table.properties:
            values = sorted(found[iri].get(term, []), key=_cell)
            cells.append(_JOIN.join(map(_cell, values)))
            if term in _LINKS:
                cells.append(_JOIN.join(labels.get(value, "") for value in values))
        if table.stated:
            cells += _source_cells(stated.get(iri, ()))
        yield cells


def _labels(graph: KnowledgeGraph) -> dict[Value, str]:
    """What people call each resource; of several titles the first in the alphabet."""
    rows = sorted(graph.select(_LABELS).rows, key=lambda row: [_cell(value) for value in row])
    return {iri: _label(label, day) for iri, label, day in reversed(rows)}


def _columns_of(term: str) -> list[str]:
    name = local_name(term)
    return [name, f"{name}Label"] if term in _LINKS else [name]


def _source_cells(sources: tuple[Source, ...]) -> list[str]:
    """The first passage that states a fact, as the cells of its columns."""
    if not sources:
        return [""] * len(_SOURCE_COLUMNS)
    first = sources[0]
    return [_cell(value) for value in (first.file, first.page, first.paragraph, first.quote)]


def _label(label: Value, day: Value) -> str:
    return f"{label}, {day.isoformat()}" if isinstance(day, date) else _cell(label)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
