"""What the papers do not hold: the structure of a question against that of the library.

An answer is refused here only for a reason that can be said: a person or body
that no paper names, a meeting whose minutes are not held, a time that the papers
do not reach.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.extraction.people.names import titled
from kg.store.graph import Value
from kg.tables.load import matches, patterns, table
from queries.answering.answer import Missing
from queries.answering.asking import Asking
from queries.answering.business.deciding import told_elsewhere
from queries.answering.choosing.distance import worded_freely
from queries.answering.choosing.marks import marked
from queries.answering.meetings.held import HeldOf, meetings_query, none_held
from queries.answering.people.senders import kinds_of_council
from queries.answering.refusing.naming import unheard_of, unknown_name
from queries.answering.refusing.referring import unknown_recommendation, unknown_reference
from queries.graphs.place import classes_stated, naming_people
from queries.graphs.terms import iri_list
from queries.retrieval.ranking import in_place
from queries.texts.wording import overlaps, says, stems
from queries.understanding.names import Mention
from queries.understanding.periods import Period, in_time, long_date
from queries.understanding.reworded import reworded

_NAMED = "SELECT ?thing WHERE { VALUES ?thing { %s } ?paragraph mb:mentions ?thing } LIMIT 1"
_DATES = """SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last)
WHERE { ?thing dct:date ?date . ?thing a ?class . VALUES ?class { mb:Document mb:Meeting } }"""
_LAST = "SELECT (MAX(?day) AS ?last) { ?paper a mb:Document ; dct:date ?day }"
_PROPER = re.compile(r"(?<![.?!:'\"“‘(])\s(?:the\s)?([A-Z][a-z]{2,})\b")
_YEAR = re.compile(r"\d{4}(?:\s?[/–-]\s?\d{2}(?:\d{2})?)?")
"""A year, or one that is split."""
_YEARS = re.compile(r"(\d{4})\s?[–-]\s?(\d{4})")
_BRACKETS = str.maketrans("", "", "()[]")
_NAMED_BEFORE = re.compile(r"\b[A-Z][\w’-]*(?<!\bIn)(?<!\bSince) $")
"""A word with a capital right before a year."""
_NAMED_AFTER = re.compile(r" [\w’-]+ [\w’-]+")
"""The two words right behind one."""
OUTDATED = timedelta(183)
"""How long after the last paper held nobody can know from the papers how many there were."""
LATELY = 40
"""In how many letters before a day it is said whether a meeting was on it."""
_ATTENDING = frozenset({"attendance", "apologies", "absence"})


def not_held(asking: Asking) -> Missing | None:
    """Why the papers cannot answer, as far as structure tells, or None."""
    missing = _nobody(asking) or unknown_reference(asking) or unknown_recommendation(asking)
    return missing or _no_minutes(asking) or _out_of_time(asking)


def _nobody(asking: Asking) -> Missing | None:
    """A person or body of the question that no paper names."""
    for name, start, end in titled(asking.question.text):
        linked = any(m.start < end and start < m.end for m in asking.question.mentions)
        if not linked and unheard_of(asking, name.name):
            return Missing(f"No paper held names {name.written}.")
    for mention in asking.question.mentions:
        if not _known(asking, mention):
            written = asking.question.text[mention.start : mention.end]
            return Missing(f"No paper held names {written}.")
    strange = next((word for word in _proper(asking) if not _in_papers(asking, word)), None)
    if strange is None and not worded_freely(asking.question):
        strange = unknown_name(asking)
    return Missing(f"No paper held names {strange}.") if strange else None


def _proper(asking: Asking) -> list[str]:
    """The words written as names inside the question that no name of the graph explains.

    The first word of a sentence is no evidence, nor are initials, which papers may write out, and
    "Street" and its like, which they may shorten.
    """
    text = asking.question.text
    spans = [(mention.start, mention.end) for mention in asking.question.mentions]
    common = {*table("dates")["months"], *table("dates")["weekdays"]}
    common |= {word.title() for word in table("questions")["shortened"].values()}
    spans += [(period.begin, period.end) for period in asking.question.periods]
    spans += kinds_of_council(text)
    return [
        match[1]
        for match in _PROPER.finditer(text)
        if match[1] not in common
        and reworded(match[1]) == match[1]
        and not matches(match[1], "questions", "demonyms")
        and not overlaps(*match.span(1), spans)
    ]


def _in_papers(asking: Asking, word: str) -> bool:
    """Whether a paper has a word, in its text or first lines, or the body asked in its name."""
    if asking.searcher.library.keywords.search(word, 1):
        return True
    small = word.casefold()
    if any(small in name.casefold() for name in asking.own_names):
        return True
    return asking.searcher.papers.open_with([small])


def _known(asking: Asking, mention: Mention) -> bool:
    """Whether a paper names one of the things a mention may mean."""
    if mention.kind == "Board" or asking.graph.select(_NAMED % iri_list(mention.iris)).rows:
        return True
    forms = [asking.question.text[mention.start : mention.end]]
    forms += mention.labels if mention.kind == "Term" else ()
    return any(all(_in_papers(asking, word) for word in form.split()) for form in forms)


def _no_minutes(asking: Asking) -> Missing | None:
    """A meeting that only its minutes could tell of, and they are not held."""
    question = asking.question
    spans = [period for period in question.periods if period.bounded]
    if not question.minutes or not (spans or asking.papers):
        return None
    sparql = meetings_query(spans, asking.boards or question.named("Board"))
    rows = list(asking.graph.select(sparql).dicts())
    meetings = {str(row["meeting"]): HeldOf(asking.graph, str(row["meeting"])) for row in rows}
    if any(_told(one, question.way) for one in meetings.values()) or _announced(asking, spans):
        return None
    if told_elsewhere(asking):
        return None
    if not rows:
        return _no_meeting(asking, spans, sparql)
    said = dict.fromkeys(_state(row, meetings[str(row["meeting"])]) for row in rows)
    return Missing(" ".join(said), sparql)


def _announced(asking: Asking, spans: Sequence[Period]) -> bool:
    """Whether a paper of a meeting says beforehand who will be there, or sends apologies.

    Lists of who came to other meetings, which papers hold too, say nothing of it, nor do reports
    that speak of some meeting.
    """
    if asking.question.way not in _ATTENDING:
        return False
    apart = [hit.place for hit in asking.result.hits if hit.place.report is None]
    near = [place for place in apart if marked(asking, place, place.text)]
    ours = [one.paragraph for one in near if one.meeting and in_time(one.meeting.date, spans)]
    stated = classes_stated(asking.graph, ours)
    naming = naming_people(asking.graph, ours)
    return any("Attendance" not in stated[one] for one in naming)


def _told(meeting: HeldOf, way: str) -> bool:
    """Whether the papers tell what happened at a meeting, what it was asked, or who was there or
    sent apologies.
    """
    if meeting.minuted or (way == "recommendation" and meeting.reported):
        return True
    told = meeting.apologised if way == "apologies" else meeting.attended
    return way in _ATTENDING and told


def _state(row: Mapping[str, Value], meeting: HeldOf) -> str:
    """What is held of a meeting, in a sentence."""
    day = _long(row["day"])
    of = f" of {row['boardName']}" if row["boardName"] else ""
    if meeting.agenda:
        return f"The agenda{of} for {day} is held, the minutes of that meeting are not."
    if meeting.reported:
        return f"A report to the meeting{of} on {day} is held, the minutes of it are not."
    return f"A meeting{of} on {day} is named in the papers, but its minutes are not held."


def _no_meeting(asking: Asking, spans: Sequence[Period], sparql: str) -> Missing | None:
    """No meeting in the time asked of; what a later passage says of that time may still answer,
    but for who came.
    """
    text = asking.question.text
    times = [text[span.begin : span.end] for span in spans]
    if not _later(asking, spans) and any(_spoken_of(asking, words) for words in times):
        if asking.question.way in _ATTENDING:
            return Missing(f"No minutes of a meeting of {' or '.join(times)} are held.", sparql)
        return None
    return none_held(text, spans, sparql)


def _later(asking: Asking, spans: Sequence[Period], by: timedelta = timedelta(0)) -> bool:
    """Whether times begin so long after the day of the last paper held that none tells of them."""
    ((last,),) = asking.graph.select(_LAST).rows
    return isinstance(last, date) and all(span.first and span.first > last + by for span in spans)


def _out_of_time(asking: Asking) -> Missing | None:
    """A time that lies outside all that the papers are of, or after them, where it is asked how
    many there had been by then.
    """
    spans = [period for period in asking.question.periods if period.bounded]
    text = asking.question.text
    counted = says(text, "counted_by") and not says(text, "asks_ahead")
    late = counted and _later(asking, spans, OUTDATED)
    if not spans or (not late and len(_beyond(asking, spans)) < len(spans)):
        return None
    first, last = _years(asking)
    return Missing(f"The papers held are of {first} to {last}.", _DATES)


def of_minutes(asking: Asking) -> Asking:
    """A question whether minutes were approved, in which their day is a word of the subject; of
    those of the meeting before, what it names is the day on which they were.
    """
    question = asking.question
    found = [pattern.search(question.text) for pattern in patterns("questions", "approving")]
    ends = [match.end() for match in found if match]
    theirs = [
        one
        for one in question.periods
        if ends
        and not says(question.text, "of_meeting_before")
        and (one.begin >= min(ends) or says(question.text[one.end :], "of_minutes"))
        and not says(question.text[: one.begin][-LATELY:], "approved_at")
    ]
    if not ends:
        return asking
    words = " ".join(question.text[one.begin : one.end] for one in theirs)
    kept = tuple(one for one in question.periods if one not in theirs)
    subject = tuple(dict.fromkeys((*question.subject, *stems(f"minutes {words}"))))
    approved = replace(question, periods=kept, subject=subject, minutes=bool(kept))
    return replace(asking, question=approved)


def without_names(asking: Asking) -> Asking:
    """A question in which a year that the papers only speak of ("the 2090 target") is a word
    of the subject, and no time asked about.
    """
    question = asking.question
    beyond = _beyond(asking, question.periods)
    spoken = [
        period
        for period in question.periods
        if _spoken_of(asking, _as_named(question.text, period, named=period not in beyond))
    ]
    if not spoken:
        return asking
    words = " ".join(question.text[period.begin : period.end] for period in spoken)
    kept = tuple(period for period in question.periods if period not in spoken)
    subject = tuple(dict.fromkeys((*question.subject, *stems(words))))
    return replace(asking, question=replace(question, periods=kept, subject=subject))


def _as_named(text: str, period: Period, *, named: bool) -> str:
    """A time as a question writes it; of a year the words with capitals before it with it, where
    it may be part of a ``named`` thing, and nothing where it is none.
    """
    written = text[period.begin : period.end]
    if not named:
        return written
    if not _YEAR.fullmatch(written):
        return ""
    before = _NAMED_BEFORE.search(text[: period.begin])
    after = _NAMED_AFTER.match(text[period.end :])
    return f"{before[0]}{written}" if before else f"{written}{after[0]}" if after else ""


def _spoken_of(asking: Asking, words: str) -> bool:
    """Whether a near passage, or a heading above it, has these words; of two years that a line
    joins both of them.
    """
    small = _plain(words)
    joined = _YEARS.fullmatch(small)
    said = joined.groups() if joined else (small,)
    return bool(small) and any(
        all(one in text for one in said)
        for text in (_plain(in_place(hit.place)) for hit in asking.result.hits)
    )


def _plain(words: str) -> str:
    """Words in small letters, without brackets."""
    return words.lower().translate(_BRACKETS)


def _beyond(asking: Asking, spans: Sequence[Period]) -> list[Period]:
    """Those of some times that lie outside all that the papers are of.

    All days of the graph are read only where a time is none of the passages'.
    """
    days = asking.searcher.library.keywords.days() if spans else None
    strange = _outside(days[0].year, days[1].year, spans) if days else spans
    first, last = _years(asking) if strange else (0, 0)
    return _outside(first, last, strange) if first else []


def _outside(first: int, last: int, spans: Sequence[Period]) -> list[Period]:
    """Those of some times that do not come near some years (both count)."""
    held = Period(date(first - 1, 1, 1), date(last + 2, 1, 1))
    return [span for span in spans if not span.meets(held)]


def _years(asking: Asking) -> tuple[int, int]:
    """The first and the last year of the papers held; 0 where no paper has a date."""
    first, last = asking.graph.select(_DATES).rows[0]
    if isinstance(first, date) and isinstance(last, date):
        return first.year, last.year
    return 0, 0


def _long(day: Value) -> str:
    return long_date(day) if isinstance(day, date) else "an unknown day"
