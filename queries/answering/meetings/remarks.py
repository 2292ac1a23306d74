"""What was said on a matter: what minutes tell of the discussion of its item."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kg.store.graph import Value
from kg.tables.load import table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, without_stems
from queries.answering.choosing.its_item import item_spoken_of
from queries.answering.choosing.numbering import sentences
from queries.answering.meetings.held import HeldOf
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import day_spans, match
from queries.texts.wording import first_match, light, overlaps, says, stems, stems_of
from queries.understanding.periods import long_date
from queries.understanding.question import Question

TITLED = 0.5
"""The least share of the subject that the title of an item must have."""
NEARLY = 0.9
"""Items are kept down to this part of the share of the best one."""
MOST = 8
"""The most remarks that are told."""
SEVERAL = 2
"""With fewer remarks of a kind asked for that name what is asked, the others of that kind on the
item are told behind them."""
LONG = 40
"""Of a remark of more words the sentence that bears on the question is told."""
_SAID = frozenset({"list item", "text"})
_MEETINGS = """SELECT DISTINCT ?day ?meeting
WHERE {
  VALUES ?fact { %s }
  ?fact mb:atMeeting ?meeting . ?meeting dct:date ?day .
}
ORDER BY ?day ?meeting"""
_ON_ITEMS = """SELECT DISTINCT ?fact ?day ?title ?paragraph ?form ?text
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:AgendaItem ; dct:title ?title ; mb:atMeeting/dct:date ?day .
  ?paragraph mb:onItem ?fact ; mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:kind ?form ;
    mb:text ?text .
  FILTER NOT EXISTS { ?paragraph mb:inReport ?report }
}
ORDER BY ?day ?fact ?document ?ordinal ?paragraph ?title ?form"""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said on an item with a title: a paragraph and words of it."""

    day: date
    title: str
    paragraph: str
    text: str


def by_remarks(asking: Asking) -> Found | Missing | None:
    """What was said on the item asked about, at the last of the meetings asked about whose minutes
    tell of it, or that no minutes of one are held; None where it is not asked what was said, or no
    title has half of the subject.
    """
    question = asking.question
    if question.expects or question.way == "history" or not says(question.text, "remarks"):
        return None
    if _of_somebody(question):
        return None
    asking = without_stems(asking, _ways_of_putting())
    items = _items(asking) if asking.question.subject else []
    if not items:
        return _concerns_there(asking)
    sparql = _ON_ITEMS % iri_list(items)
    told = _of_last_meeting(list(_remarks(asking.graph.select(sparql).rows)))
    kinds = _kinds(question.text)
    said = list(_telling(asking, told, kinds)) or list(_telling(asking, told, ()))
    if kinds and len(said) < SEVERAL:
        said += [one for one in _of_kinds(told, kinds) if one not in said]
    return _found(said[:MOST], sparql) if said else _unminuted(asking, items)


def _of_somebody(question: Question) -> bool:
    """Whether it is asked what a person said who is named."""
    match = first_match(question.text, "saying")
    people = [(one.start, one.end) for one in question.mentions if one.kind == "Person"]
    return match is not None and overlaps(*match.span("who"), people)


def _concerns_there(asking: Asking) -> Found | None:
    """The concerns told on the item of the nearest passage, where these are asked for."""
    kind = "concern"
    item = item_spoken_of(asking, TITLED) if kind in _kinds(asking.question.text) else None
    if item is None:
        return None
    sparql = _ON_ITEMS % iri_list([item])
    there = (
        Remark(day, str(title), str(paragraph), str(text))
        for _, day, title, paragraph, form, text in asking.graph.select(sparql).rows
        if form in _SAID and isinstance(day, date)
    )
    said = list(_of_kinds(there, [kind]))
    return _found(said[:MOST], sparql) if said else None


def _found(said: Sequence[Remark], sparql: str) -> Found:
    return Found(
        answer=f"{long_date(said[0].day)}: " + "\n".join(one.text for one in said),
        values=tuple(one.text for one in said),
        quotes=[Quote(one.paragraph, one.text) for one in said],
        sparql=sparql,
    )


def _unminuted(asking: Asking, items: Sequence[str]) -> Missing | None:
    """That only minutes could tell, and none are held of any meeting that took the items."""
    sparql = _MEETINGS % iri_list(items)
    rows = asking.graph.select(sparql).rows
    days = dict.fromkeys(long_date(day) for day, _ in rows if isinstance(day, date))
    if not asking.question.minutes:
        return None
    if any(HeldOf(asking.graph, str(meeting)).minuted for _, meeting in rows):
        return None
    return Missing(
        f"It was on the agenda for {', '.join(days)}; no minutes of that are held.", sparql
    )


def _ways_of_putting() -> frozenset[str]:
    """The stems of words for what is said, and for how a thing is or is put."""
    said = stems_of("questions", "asking", "remarks")
    return light() | said | stems_of("questions", "manner")


def _items(asking: Asking) -> list[str]:
    """The items whose titles name the subject, those with most words of the question."""
    sought = wanted(replace(asking.question, way="when"), "AgendaItem", day_spans(asking.question))
    found = match(asking.searcher.library.facts, asking.question, sought, TITLED)
    kept = [one.statement for one in found if one.share >= NEARLY * found[0].share]
    asked = [one for one in kept if asking.asked_of(one)]
    held = [len(set(asking.question.terms).intersection(stems(one.words))) for one in asked]
    return [one.iri for one, words in zip(asked, held, strict=True) if words == max(held)]


def _remarks(rows: Sequence[Sequence[Value]]) -> Iterator[Remark]:
    """What was said on items: what stands under a heading or a lead-in that speaks of discussion,
    and paragraphs that open with it.
    """
    for _, some in groupby(rows, key=lambda row: row[0]):
        headed = led = False
        for _, day, title, paragraph, form, words_said in some:
            text = str(words_said)
            leads = form == "text" and text.rstrip().endswith((":", ";"))
            if form == "heading":
                headed, led = says(text, "discussing"), False
            elif form == "text":
                led = leads and (headed or says(text, "discussing"))
            opens = form == "text" and says(text, "opening_discussion")
            said = form in _SAID and not leads and (headed or led or opens)
            if said and isinstance(day, date):
                yield Remark(day, str(title), str(paragraph), text)


def _of_last_meeting(told: Sequence[Remark]) -> list[Remark]:
    """The remarks of the last day, each once."""
    return [one for one in dict.fromkeys(told) if one.day == told[-1].day]


def _telling(asking: Asking, told: Sequence[Remark], kinds: Sequence[str]) -> Iterator[Remark]:
    """The remarks of some kinds (concerns, questions, suggestions; of any where none is named)
    that have a word of the question which their title lacks, where it lacks one.
    """
    subject = set(asking.question.subject)
    for one in told:
        lacking = subject - asking.held(one.title)
        for part in _parts(one.text):
            on_it = not lacking or lacking & asking.held(part)
            if on_it and (not kinds or _is_of(part, kinds)):
                yield replace(one, text=part)
                break


def _of_kinds(told: Iterable[Remark], kinds: Sequence[str]) -> Iterator[Remark]:
    """The sentences of remarks that are of any of some kinds."""
    for one in told:
        for part in _parts(one.text):
            if _is_of(part, kinds):
                yield replace(one, text=part)


def _is_of(part: str, kinds: Sequence[str]) -> bool:
    """Whether words of a remark are of any of some kinds."""
    return any(says(part, "remarks_made", kind) for kind in kinds)


def _parts(text: str) -> list[str]:
    """The sentences of a long remark; a short one as a whole."""
    return sentences(text) if len(text.split()) > LONG else [text]


def _kinds(question: str) -> list[str]:
    """The kinds of remark that a question asks for by name."""
    return [
        str(one)
        for one in table("questions")["remarks_asked"]
        if says(question, "remarks_asked", one)
    ]
