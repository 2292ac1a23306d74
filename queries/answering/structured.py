"""Questions that facts answer: the facts are chosen, and a query tells them.

The query is shown with the answer and can be run as it is shown. Every template
projects ``?fact``, ``?value`` (what is told), ``?detail`` (what stands beside
it), ``?paragraph`` and ``?quote``.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.store.graph import Value
from kg.tables.load import table
from kg.vocabulary import name_key
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.its_report import of_report_named
from queries.answering.choosing.numbering import sentences
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import STATUSES
from queries.retrieval.statements import Match
from queries.texts.wording import content_stems, says
from queries.understanding.periods import Period, in_time, long_date

SURE = 0.5
"""More than this share of the subject the best fact must speak of to be the answer."""
NEAR = 0.4
"""The least closeness (`Asking.closeness_to_facts`) of passages whose nearest may state it."""
HALF = 0.5
"""More than this share of the subject (`Asking.share`) such a passage must have."""
LONG = 150
"""A passage of more words tells of several matters."""
_STATED = """
  OPTIONAL { ?fact mb:statedIn ?paragraph }
  OPTIONAL { ?fact mb:quote ?quote }
}"""
_DECISIONS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote ?board ?date ?item
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Decision ; mb:text ?value ; mb:decidedAt ?meeting .
  ?meeting dct:date ?date ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL { ?fact mb:outcome ?detail }
  OPTIONAL { ?fact mb:onItem/dct:title ?item }"""
_ATTENDANCE = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Attendance ; mb:person/foaf:name ?value ; mb:attendanceStatus ?status .
  OPTIONAL { ?fact mb:representing/skos:prefLabel ?detail }"""
_ABSENCE = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Attendance ; mb:person/foaf:name ?value ; mb:attendanceStatus ?detail ."""
_ATTENDED = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote ?day
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Attendance ; mb:attendanceStatus ?value ; mb:person/foaf:name ?detail ;
    mb:atMeeting/dct:date ?day ."""
_MEMBERS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact org:member|mb:person ?person . ?person foaf:name ?value .
  OPTIONAL {
    { ?fact mb:representing/skos:prefLabel ?detail } UNION
    { ?fact org:role/skos:prefLabel ?detail FILTER(?detail != "member") }
  }"""
_CONTACTS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Report ; mb:contactOfficer ?officer . ?officer foaf:name ?value .
  OPTIONAL { ?officer schema:email|schema:telephone|mb:position ?detail }
  { ?paragraph mb:inReport ?fact } UNION { ?fact mb:statedIn ?paragraph }
  ?paragraph mb:text ?quote .
  FILTER(CONTAINS(?quote, ?value))
  FILTER NOT EXISTS { ?paragraph mb:kind "heading" }
}"""
_PRESENTERS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:AgendaItem ; mb:presentedBy ?person . ?person foaf:name ?value .
  OPTIONAL { ?person mb:position ?detail }
  { ?fact mb:statedIn ?paragraph . OPTIONAL { ?fact mb:quote ?quote } }
  UNION
  { ?paragraph mb:onItem ?fact ; mb:mentions ?person ; mb:text ?quote }
}"""
_RECOMMENDATIONS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Recommendation ; mb:text ?value .
  OPTIONAL { ?fact mb:response ?detail }"""
_RESPONSES = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Recommendation ; mb:response ?value ; mb:text ?detail ."""
_ACTIONS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Action ; mb:text ?value .
  OPTIONAL { ?fact mb:assigneeAsWritten|mb:actionStatus|mb:dueAsWritten ?detail }"""
_SUBSTITUTES = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Attendance ; mb:person/foaf:name ?value ; mb:substituteFor ?person .
  OPTIONAL { ?fact mb:representing/skos:prefLabel ?detail }"""
_CONFIDENTIAL = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:AgendaItem ; dct:title ?value ; mb:confidential true ; mb:atMeeting ?meeting .
  ?meeting dct:date ?detail ."""
_ITEMS = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:AgendaItem ; dct:title ?value ; mb:atMeeting/dct:date ?detail ."""
_ORDER = "\nORDER BY ?fact ?value ?detail ?paragraph ?quote"

Row = Mapping[str, Value]
_MATCHED = frozenset(
    {"role", "attendance", "apologies", "absence", "contact", "substitute", "confidential"}
)
"""The ways that only matched facts answer, never the nearest passage."""
_COUNTED = _MATCHED - {"contact"}
"""Those of them that can be asked for a number; of a contact it is the one to call."""


OF_A_TIME = 60
"""The most facts that are told where all of a time are asked for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a way of asking is told: its query, which matches count, and how many at most."""

    query: str
    best: float
    most: int
    beside: bool = False

    @property
    def whole(self) -> str:
        """The query with the clauses that all share."""
        stated = "" if self.query.endswith("\n}") else _STATED
        return self.query + stated + _ORDER


TELLINGS: Mapping[str, Telling] = {
    "decision": Telling(_DECISIONS, 0.6, 8),
    "apologies": Telling(_ATTENDANCE, 0.9, 60),
    "absence": Telling(_ABSENCE, 0.9, 60, beside=True),
    "attendance": Telling(_ATTENDANCE, 0.9, 80),
    "role": Telling(_MEMBERS, 0.9, 60, beside=True),
    "contact": Telling(_CONTACTS, 0.95, 2, beside=True),
    "presenter": Telling(_PRESENTERS, 0.95, 2, beside=True),
    "recommendation": Telling(_RECOMMENDATIONS, 0.9, 8, beside=True),
    "response": Telling(_RESPONSES, 0.95, 2),
    "actions": Telling(_ACTIONS, 0.8, 8, beside=True),
    "substitute": Telling(_SUBSTITUTES, 0.9, 8, beside=True),
    "confidential": Telling(_CONFIDENTIAL, 0.9, 20, beside=True),
    "item": Telling(_ITEMS, 1.0, 20, beside=True),
}
"""The ways of asking that facts answer."""
ATTENDED = Telling(_ATTENDED, 0.9, 8, beside=True)
"""How it is told whether a person came."""


def by_facts(asking: Asking) -> Found | None:
    """What the facts of the graph answer, or None where they do not bear on the question."""
    question = asking.question
    telling = TELLINGS.get(question.way)
    if telling is None:
        return None
    if telling.query in {_ATTENDANCE, _ABSENCE} and question.named("Person"):
        telling = ATTENDED
    if question.asks_seat:
        telling = replace(telling, beside=True)
    if not question.subject and question.periods:
        telling = replace(telling, most=max(telling.most, OF_A_TIME))
    named = of_report_named(asking) if question.way == "recommendation" else []
    chosen = _chosen(named or asking.matches, telling) or near_facts(asking, telling.most)
    return with_number(asking, _run(asking, chosen, telling))


def with_number(asking: Asking, found: Found | None) -> Found | None:
    """What was found with its number before it, where a number of people is asked for."""
    question = asking.question
    if found and question.expects == "number" and question.way in _COUNTED:
        return replace(found, answer=f"{len(found.values)}: {found.answer}")
    return found


def told_by(
    asking: Asking, facts: Sequence[str], way: str, *, beside: bool = False
) -> Found | None:
    """What these facts tell in a way of asking, or None where no paper states them.

    :param beside: whether what is said beside each is told in any case.
    """
    telling = TELLINGS[way]
    return _run(asking, facts, replace(telling, beside=telling.beside or beside))


def _run(asking: Asking, chosen: Sequence[str], telling: Telling) -> Found | None:
    if not chosen:
        return None
    sparql = telling.whole % iri_list(chosen)
    rows = list(asking.graph.select(sparql).dicts())
    rows.sort(key=lambda row: chosen.index(str(row["fact"])))
    if not rows or all(row["paragraph"] is None for row in rows):
        return None
    found = _found(rows, sparql, telling)
    if telling.query == _ATTENDED:
        whole = [Quote(quote.paragraph) for quote in found.quotes]
        verdict = _verdict(asking, rows) if asking.question.whether else ""
        return replace(found, answer=f"{verdict}{_came(rows)}", quotes=whole)
    return found


def _verdict(asking: Asking, rows: Sequence[Row]) -> str:
    """Whether the papers have a person there or away, as is asked, as it opens a sentence; each
    time where that is asked.
    """
    asked = STATUSES.get(asking.question.way, STATUSES["attendance"])
    came = [str(row["value"]) in asked for row in rows]
    yes = all(came) if says(asking.question.text, "each_time") else any(came)
    return f"{table('questions')['verdicts']['yes' if yes else 'no']}: "


def _came(rows: Sequence[Row]) -> str:
    """When the papers have people present or not, in a sentence, by day."""
    said = table("questions")["came"]
    order = sorted(rows, key=lambda row: str(row["day"]))
    told = dict.fromkeys(
        f"{row['detail']} {said[str(row['value'])]} on {_written(row['day'])}" for row in order
    )
    return f"{', '.join(told)}."


def _chosen(matches: Sequence[Match], telling: Telling) -> list[str]:
    if not matches or matches[0].share <= SURE:
        return []
    least = telling.best * matches[0].share
    return [match.statement.iri for match in matches if match.share >= least][: telling.most]


def near_facts(asking: Asking, most: int) -> list[str]:
    """The facts of the class asked for that the nearest passage states, none where it states
    more than ``most``; of a long passage those that speak of the subject where they stand.
    """
    if asking.question.way in _MATCHED or not asking.result.hits:
        return []
    nearest = asking.result.hits[0]
    if asking.closeness_to_facts < NEAR or asking.share(with_titles(nearest.place)) <= HALF:
        return []
    wanted = table("questions")["wanted"][asking.question.way]
    stated = [fact for fact in nearest.facts if fact.type in wanted]
    facts = [fact.iri for fact in stated if _speaks_there(asking, nearest.place.text, fact.label)]
    return facts if len(stated) <= most else []


def _speaks_there(asking: Asking, text: str, label: str) -> bool:
    """Whether a fact of a long passage has half of the subject, with the sentence before it."""
    if len(text.split()) <= LONG:
        return True
    parts = sentences(text)
    there = next((at for at, part in enumerate(parts) if part.strip() in label or label in part), 0)
    return asking.share("\n".join((label, *parts[max(0, there - 1) : there]))) >= HALF


def _found(rows: Sequence[Row], sparql: str, telling: Telling) -> Found:
    meetings: dict[str, list[Row]] = {}
    untold = {str(row["item"]) for row in rows if _leaves_out_item(row)}
    for row in rows:
        meetings.setdefault(_heading(row, untold), []).append(row)
    return Found(
        answer="\n".join(heading + _listed(said, telling) for heading, said in meetings.items()),
        values=tuple(dict.fromkeys(str(row["value"]) for row in rows)),
        quotes=_quotes(rows),
        sparql=sparql,
        facts=tuple(dict.fromkeys(str(row["fact"]) for row in rows)),
    )


def _listed(rows: Sequence[Row], telling: Telling) -> str:
    """The values of rows, each once, short ones in a line; so are details that differ in signs."""
    said: dict[str, dict[str, str]] = {}
    for row in rows:
        details = said.setdefault(str(row["value"]), {})
        if row["detail"]:
            written = _written(row["detail"])
            details.setdefault(name_key(written), written)
    told = [_told(value, list(details.values()), telling) for value, details in said.items()]
    return (", " if all(len(value.split()) < 8 for value in told) else "\n").join(told)


def _written(value: Value) -> str:
    return long_date(value) if isinstance(value, date) else str(value)


def _heading(row: Row, untold: Container[str]) -> str:
    """The board and day that the answer belongs to, where the query tells them, and the item where
    it is one of those left ``untold``.
    """
    if row.get("date") is None or row.get("board") is None:
        return ""
    item = str(row.get("item"))
    on = f", on “{item}”" if item in untold else ""
    return f"{row['board']}, {_written(row['date'])}{on}: "


def _leaves_out_item(row: Row) -> bool:
    """Whether a decision has less than half of the title of its item: "The Board noted it"."""
    title = set(content_stems(str(row.get("item") or "")))
    return len(title & set(content_stems(str(row["value"])))) < HALF * len(title)


def _told(value: str, details: Sequence[str], telling: Telling) -> str:
    return f"{value} ({', '.join(details)})" if telling.beside and details else value


def rows_asked_of(
    asking: Asking, sparql: str, periods: Sequence[Period] | None = None
) -> list[Row]:
    """The rows of a query that are of the bodies (``board``) and the times (``day``) asked of, or
    of some of the times.
    """
    question = asking.question
    boards = asking.boards or frozenset(question.named("Board"))
    times = question.periods if periods is None else periods
    return [
        row
        for row in asking.graph.select(sparql).dicts()
        if isinstance(row["day"], date)
        and in_time(row["day"], times)
        and (not boards or str(row["board"]) in boards)
    ]


def quote_of(row: Row) -> Quote:
    """Where a row is stated, with its quote where it has one."""
    return Quote(str(row["paragraph"]), str(row["quote"]) if row["quote"] else None)


def _quotes(rows: Sequence[Row]) -> list[Quote]:
    """The quotes of the facts, those of paragraphs that state most of them first."""
    facts: dict[str, set[str]] = {}
    for row in rows:
        if row["paragraph"] is not None:
            facts.setdefault(str(row["paragraph"]), set()).add(str(row["fact"]))
    order = sorted(facts, key=lambda one: -len(facts[one]))
    return [
        Quote(paragraph, str(words) if words else None)
        for paragraph in order
        for row in rows
        if str(row["paragraph"]) == paragraph
        for words in (row["quote"], row["value"])
    ]
