"""For what council or party a person sits, as each paper has it, and which sent somebody."""

from collections.abc import Sequence
from datetime import date

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.structured import Row, quote_of, rows_asked_of
from queries.graphs.terms import iri_list, string_list
from queries.retrieval.evidence import STATUSES
from queries.texts.wording import light, says, stems_of
from queries.understanding.periods import long_date, periods_in

_SITTING = """SELECT DISTINCT ?name ?value ?day ?years ?file ?form ?dated ?paragraph ?quote
WHERE {
  VALUES ?person { %s }
  ?fact org:member|mb:person ?person ; %s ?value ; mb:statedIn ?paragraph .
  ?person foaf:name ?name .
  ?paragraph mb:inDocument ?document .
  ?document mb:fileName ?file .
  OPTIONAL { ?document mb:kind ?form }
  OPTIONAL { ?document mb:ofMeeting/dct:date ?held }
  OPTIONAL { ?document dct:date ?own }
  OPTIONAL { ?fact mb:atMeeting/dct:date ?met }
  BIND(COALESCE(?held, ?own) AS ?dated)
  BIND(COALESCE(?met, ?dated) AS ?day)
  OPTIONAL { ?fact mb:period ?years }
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?day ?file ?form ?dated ?value ?paragraph ?quote"""
_SENT = """SELECT DISTINCT ?fact ?name ?value ?council ?day ?board ?paragraph ?quote
WHERE {
  VALUES ?status { %s }
  ?fact a mb:Attendance ; mb:attendanceStatus ?status ; mb:person/foaf:name ?name ;
    mb:representing ?sender ; mb:atMeeting ?meeting ; mb:statedIn ?paragraph .
  ?sender skos:prefLabel ?value . ?meeting dct:date ?day .
  BIND(EXISTS { ?sender a mb:Council } AS ?council)
  OPTIONAL { ?meeting mb:heldBy ?board }
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?value ?name ?day ?paragraph ?fact ?board ?quote"""
_SAID = {"council": "mb:representing/skos:prefLabel", "party": "mb:partyName"}


def by_seat(asking: Asking) -> Found | None:
    """The councils or parties of the person named, by paper; None where that is not asked."""
    said = _SAID.get(asking.question.expects or "")
    people = asking.question.named("Person")
    if said is None or not people or says(asking.question.text, "thing_of_seat"):
        return None
    sparql = _SITTING % (iri_list(people), said)
    rows = list(asking.graph.select(sparql).dicts())
    rows = [row for row in rows if _at_time(asking, row)] or rows
    if not rows:
        return None
    values = tuple(dict.fromkeys(str(row["value"]) for row in rows))
    return Found(
        answer=f"{rows[0]['name']}: {_told(rows, values)}",
        values=values,
        quotes=_first_of_each(rows),
        sparql=sparql,
        facts=tuple(people),
    )


def by_senders(asking: Asking) -> Found | None:
    """The councils or departments of those who came to the meetings asked about, or sent apologies,
    with their names; None where that is not asked.
    """
    question = asking.question
    besides = set(question.subject) - stems_of("questions", "asking", "senders")
    if not says(question.text, "senders") or besides - light() or not question.periods:
        return None
    statuses = STATUSES.get(question.way, STATUSES["attendance"])
    sparql = _SENT % string_list(statuses)
    rows = [
        row
        for row in rows_asked_of(asking, sparql)
        if question.expects != "council" or row["council"]
    ]
    sent: dict[str, dict[str, None]] = {}
    for row in rows:
        sent.setdefault(str(row["value"]), {})[str(row["name"])] = None
    if not sent:
        return None
    return Found(
        answer="\n".join(f"{value}: {', '.join(names)}" for value, names in sent.items()),
        values=tuple(sent),
        quotes=_first_of_each(rows),
        sparql=sparql,
        facts=tuple(dict.fromkeys(str(row["fact"]) for row in rows)),
    )


def _at_time(asking: Asking, row: Row) -> bool:
    """Whether a row is of a day, or of a year, that the question names."""
    spans, day = asking.question.periods, row["day"]
    years = periods_in(str(row["years"])) if row["years"] else ()
    return any(
        (isinstance(day, date) and span.holds(day)) or any(map(span.meets, years)) for span in spans
    )


def _told(rows: Sequence[Row], values: Sequence[str]) -> str:
    """Each value, with the papers that give it where they give several."""
    if len(values) == 1:
        return values[0]
    papers = {
        value: dict.fromkeys(_paper(row) for row in rows if str(row["value"]) == value)
        for value in values
    }
    return "; ".join(f"{value} ({', '.join(told)})" for value, told in papers.items())


def _paper(row: Row) -> str:
    """What paper a row is of, and of what day; its file where either is not known."""
    form, day = row["form"], row["dated"]
    if form is None or not isinstance(day, date):
        return str(row["file"])
    return f"{form}, {long_date(day)}"


def _first_of_each(rows: Sequence[Row]) -> list[Quote]:
    """The passages, one of each value first."""
    seen: set[str] = set()
    first: list[Quote] = []
    others: list[Quote] = []
    for row in rows:
        (others if str(row["value"]) in seen else first).append(quote_of(row))
        seen.add(str(row["value"]))
    return [*first, *others]
