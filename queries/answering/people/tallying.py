"""Who or what has most or fewest: who missed most meetings, which meeting had most apologies, who
owns most actions; and how often somebody came or stayed away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, without_stems
from queries.answering.business.assigning import chosen_actions
from queries.answering.structured import Row, quote_of, rows_asked_of
from queries.graphs.terms import string_list
from queries.retrieval.evidence import STATUSES
from queries.texts.wording import first_said, light, says, stems_of
from queries.understanding.names import Mention
from queries.understanding.periods import long_date

MOST = 8
"""The most that are told where several have as many."""
SHORT = 8
"""From so many words on what is counted is not named."""
_ATTENDANCE = """SELECT DISTINCT ?person ?name ?day ?board ?paragraph ?quote
WHERE {
  VALUES ?status { %s }
  ?fact a mb:Attendance ; mb:attendanceStatus ?status ; mb:person ?person ;
    mb:atMeeting ?meeting ; mb:statedIn ?paragraph .
  ?person foaf:name ?name . ?meeting dct:date ?day .
  OPTIONAL { ?meeting mb:heldBy ?board }
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?day ?name ?paragraph ?person ?board ?quote"""
_DECISIONS = """SELECT DISTINCT ?name ?day ?board ?paragraph ?quote
WHERE {
  ?fact a mb:Decision ; mb:text ?name ; mb:decidedAt ?meeting ; mb:statedIn ?paragraph .
  ?meeting dct:date ?day .
  OPTIONAL { ?meeting mb:heldBy ?board }
  OPTIONAL { ?fact mb:quote ?quote }
}
ORDER BY ?day ?name ?paragraph ?board ?quote"""


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts once for somebody or something: a day, a name or an action, where it stands."""

    of: str
    what: str
    quote: Quote


def by_tally(asking: Asking) -> Found | Missing | None:
    """Who or which meeting has most or fewest of what papers record, or how often somebody came or
    stayed away; None where that is not asked.
    """
    asking = without_stems(asking, stems_of("questions", "asking", "tally"))
    text = asking.question.text
    side = next((one for one in ("most", "fewest") if says(text, "tally", one)), None)
    kind = first_said(text, "tallied")
    person = next((one for one in asking.question.mentions if one.kind == "Person"), None)
    if kind is None or says(text, "events"):
        return None
    if person is not None:
        several = len(asking.question.periods) > 1  # told one after another, by who came
        asked = not several and kind in STATUSES and says(text, "tally", "how_often")
        return _of_person(asking, kind, person) if asked else None
    besides = set(asking.question.subject) - light() or says(text, "tally", "of_bodies")
    if side is None or (besides and kind != "actions"):
        return None
    counted, sparql = _all_counted(asking, kind)
    return _told(counted, sparql, fewest=side == "fewest")


def _of_person(asking: Asking, kind: str, person: Mention) -> Found | Missing:
    """At which meetings somebody was, or was not, and at how many."""
    sparql = _ATTENDANCE % string_list(STATUSES[kind])
    rows = [row for row in rows_asked_of(asking, sparql) if str(row["person"]) in person.iris]
    found = _told([_counted(row, of_meeting=False) for row in rows], sparql)
    if found is None:
        return Missing(f"No paper held records this of {person.labels[0]}.", sparql)
    days = sorted({row["day"] for row in rows if isinstance(row["day"], date)})
    return replace(found, values=tuple(map(long_date, days)))


def _all_counted(asking: Asking, kind: str) -> tuple[list[Counted], str | None]:
    """All that is counted, of people and owners or of meetings, and the query for it."""
    if kind == "actions":
        return list(_owned(asking)), None
    of_meeting = says(asking.question.text, "tally", "of_meetings")
    if kind == "decisions" and not of_meeting:
        return [], None
    sparql = _DECISIONS if kind == "decisions" else _ATTENDANCE % string_list(STATUSES[kind])
    return [_counted(row, of_meeting=of_meeting) for row in rows_asked_of(asking, sparql)], sparql


def _counted(row: Row, *, of_meeting: bool) -> Counted:
    """What a row counts of a meeting, or of a person."""
    day, name = row["day"], str(row["name"])
    when = long_date(day) if isinstance(day, date) else ""
    of, what = (when, name) if of_meeting else (name, when)
    return Counted(of, what, quote_of(row))


def _owned(asking: Asking) -> Iterator[Counted]:
    """The actions asked about, each of its owners, or of its theme where it is asked of themes."""
    of_themes = says(asking.question.text, "tally", "of_themes")
    for row in chosen_actions(asking):
        owners = row.owners or filter(None, (row.owner_as_written,))
        if of_themes:
            owners = filter(None, (row.theme,))
        for owner in owners:
            source = row.sources[0]
            yield Counted(owner, row.text, Quote(source.paragraph, source.quote))


def _told(counted: Sequence[Counted], sparql: str | None, *, fewest: bool = False) -> Found | None:
    """Those of whom most is counted, or least, each with what it is; None where nothing is."""
    groups: dict[str, dict[str, Quote]] = {}
    for one in counted:
        groups.setdefault(one.of, {}).setdefault(one.what, one.quote)
    numbers = {of: len(what) for of, what in groups.items()}
    if not numbers:
        return None
    best = (min if fewest else max)(numbers.values())
    most = [of for of, number in numbers.items() if number == best]
    told = most[:MOST]
    return Found(
        answer="\n".join(f"{of}: {_named(list(groups[of]))}" for of in told),
        values=tuple(told),
        quotes=[quote for of in told for quote in groups[of].values()],
        sparql=sparql,
        note=f"{len(most)} have as many; these are the first of them." if most != told else None,
    )


def _named(what: Sequence[str]) -> str:
    """How many there are, and which, where that is short."""
    short = all(len(one.split()) < SHORT for one in what)
    return f"{len(what)} ({', '.join(what)})" if short else str(len(what))
