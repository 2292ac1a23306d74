"""Ask: a short answer of verbatim quotes and facts, or why the papers give none.

Structure decides first (is the meeting held, the person known, the fact
stated?), the facts answer next, and passages last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from embeddings.library import Library
from queries.answering.answer import Answer, Found, Missing
from queries.answering.asking import Asking
from queries.answering.bodies import of_body, of_kind
from queries.answering.business.deeds import by_deed_of
from queries.answering.choosing.leading import led
from queries.answering.choosing.numbering import sentences
from queries.answering.citing import citations
from queries.answering.context import context
from queries.answering.joining import fuller, joined_answers, side_by_side
from queries.answering.meetings.timing import of_meeting
from queries.answering.people.described import is_councillor, told_so
from queries.answering.people.first_person import with_writers
from queries.answering.people.in_short import with_whole_names
from queries.answering.refusing.coverage import not_held, of_minutes, without_names
from queries.answering.refusing.misplaced import misplaced
from queries.answering.refusing.of_others import of_body_unheld
from queries.answering.scope import Scope
from queries.answering.ways import found_for
from queries.search import Searcher
from queries.texts.wording import as_word, says
from queries.understanding.antecedents import (
    headed,
    in_place_of_pronoun,
    is_of_asker,
    is_whole,
    last_matter,
    set_out,
    with_years,
)
from queries.understanding.both_told import both_told
from queries.understanding.periods import periods_in
from queries.understanding.plainly import plainly
from queries.understanding.question import OPEN
from queries.understanding.somebody import Somebody, told_of
from queries.understanding.spelling import in_short, respelled, with_forms
from queries.understanding.subjects import OF_PEOPLE
from queries.understanding.times_apart import of_compared_times, of_each_time
from queries.understanding.two_parts import continued, parts, with_counted, with_year
from queries.understanding.which_first import of_each_thing

_READ = "“{}” is read as “{}”, as the papers write it."
"""What is said of a name that papers spell in another way."""
_ON_IT = 0.9
"""The least share of what is told of people that a sentence which names them must have."""
_SETTLING = frozenset({"decision", "recommendation"})
"""The ways of asking for what bodies did, which papers of others may tell in passing."""
_THINGS = frozenset({"Programme", "Organisation", "Term"})
"""The kinds of names that a pronoun for a thing may stand for."""


def ask(library: Library, question: str) -> Answer:
    """The answer of a library's papers to a question in words."""
    return answer(Searcher(library), question)


def answer(searcher: Searcher, text: str) -> Answer:
    """The answer to a question, from a searcher that may serve many."""
    return inquire(searcher, text)[1]


def inquire(searcher: Searcher, text: str) -> tuple[Asking, Answer]:
    """The answer to a question, and what was understood and found on the way to it."""
    library = searcher.library
    keywords, graph = library.keywords, library.graph
    forms = {
        **respelled(text, keywords, graph),
        **in_short(text, keywords, graph, searcher.names),
        **searcher.written_out(text),
    }
    asking, told = _inquired(searcher, plainly(with_forms(text, forms)))
    read = (_READ.format(*pair) for pair in forms.items())
    note = " ".join(filter(None, (told.note, *read))) or None
    return asking, replace(told, question=text, note=note)


def _inquired(searcher: Searcher, text: str) -> tuple[Asking, Answer]:
    """As `inquire`, of a question put bluntly."""
    asking = _asked(searcher, with_years(text))
    if told := _of_times(asking, of_each_time(asking.question)):
        return asking, side_by_side(text, told)
    if told := _in_order(asking, of_each_thing(asking.question.text)):
        return asking, side_by_side(text, told)
    if (of_both := _of_both(asking)) is not None:
        return asking, of_both
    whole = _answer(asking)
    if not whole.answered and (told := _of_times(asking, of_compared_times(asking.question))):
        return asking, side_by_side(text, told)
    if (told_of_one := _of_somebody(asking, whole)) is not None:
        return asking, told_of_one
    if (after := _after_telling(asking, whole)) is not None:
        return asking, after
    both = parts(asking.question.text)
    if both is None or (whole.kind in OF_PEOPLE and asking.question.asks_seat):
        return asking, whole
    first = _first(asking, both)
    second = _second(asking, both[1], first)
    return asking, joined_answers(fuller(whole, _answer(first), second), second)


def _of_both(asking: Asking) -> Answer | None:
    """Those who did the one thing by facts and the other by passages, where it is asked who did
    both; None where it is not, or nobody is told to.
    """
    both = both_told(asking.question.text)
    if both is None:
        return None
    asked = [_again(asking, one) for one in both]
    first, second = map(_answer, asked)
    said = [one for cited in second.citations for one in sentences(cited.quote)]
    said = [one for one in said if asked[1].share(one) >= _ON_IT]
    names = [name for name in first.values if any(as_word(name).search(one) for one in said)]
    if not names or first.kind not in OF_PEOPLE:
        return None
    told, by_facts = (
        replace(one, answer="\n".join(names), values=tuple(names)) for one in (second, first)
    )
    return replace(joined_answers(told, by_facts), kind=first.kind)


def _of_somebody(asking: Asking, whole: Answer) -> Answer | None:
    """The answer on the one person whom a question only tells of, with what tells who that is; None
    where facts answer the question as it stands, no such person is known, or passages alone tell
    both.
    """
    if _is_by_facts(whole):
        return None
    for one in told_of(asking.question.text):
        who = _again(asking, one.asked)
        told = _answer(who)
        name = _one_person(who, told, one)
        said = _answer(_again(asking, one.named(name))) if name else None
        sure = said is not None and said.answered and {said.kind, told.kind} != {OPEN}
        if said and sure and name.split()[-1] in said.answer:
            return replace(joined_answers(said, told), question=asking.question.text)
    return None


def _one_person(asking: Asking, told: Answer, meant: Somebody) -> str:
    """The name of the one person whom an answer, or the sentence nearest to the question, gives;
    empty where there is none, or it is no such person as is meant.
    """
    if _is_by_facts(told):
        return told.values[0] if len(told.values) == 1 else ""
    quote, person = next(told_so(asking, elected=meant.elected), (None, None))
    if quote is None or person is None:
        return ""
    fits = meant.elected in (None, is_councillor(quote, person))
    return person.labels[0] if fits else ""


def _after_telling(asking: Asking, whole: Answer) -> Answer | None:
    """The answer to what a question asks behind what it tells ("A lamp was promised. Did it
    come?"), alone where it tells but who asks; None where facts answer it as it stands alone, it
    tells nothing first, or names there what no paper held can be of.
    """
    both = set_out(asking.question.text)
    if both is None:
        return None
    if not _is_by_facts(whole) and is_of_asker(both[0]) and is_whole(both[1]):
        return _answer(_again(asking, both[1]))
    told = _again(asking, f"{both[0]}?")
    if not_held(told) is not None:
        return None
    asked = with_year(both[1], _times(told))
    alone = is_whole(both[1]) and not told.question.periods
    own = (asked,) if alone else tuple(_named(asked, told))
    said = _first_told(asking, (*own, continued(asked, told.question.topic, ())))
    if not said.answered or (_is_by_facts(whole) and not _is_by_facts(said)):
        return None
    first = _is_by_facts(said) or (alone and said.question == asked)
    return joined_answers(said, whole) if first else joined_answers(whole, said)


def _named(text: str, before: Asking) -> Iterator[str]:
    """A question with what stands before it in place of a pronoun: the thing that heads it, else
    what is named there last, the matter that it ends with, else its topic; none where it has no
    pronoun.
    """
    question, said = before.question, before.question.text
    names = [(said[one.start : one.end], one.kind) for one in question.mentions]
    things = [headed(said) or "", *(name for name, kind in reversed(names) if kind in _THINGS)]
    things += [last_matter(said) or "", f"the {question.topic}" if question.topic else ""]
    people = [name for name, kind in reversed(names) if kind == "Person"]
    thing, person = (next(filter(None, some), None) for some in (things, people))
    if thing and (put := in_place_of_pronoun(text, thing)):
        yield put
    if person and (put := in_place_of_pronoun(text, person, person=True)):
        yield put


def _is_by_facts(answer: Answer) -> bool:
    """Whether facts, and not passages alone, give an answer."""
    told = answer.kind != OPEN or answer.sparql is not None or bool(answer.values)
    return answer.answered and told


def _first_told(asking: Asking, texts: Sequence[str]) -> Answer:
    """Of answers to ways of putting a question the first that facts give, else the first that there
    is; none is sought behind one that facts give.
    """
    told: list[Answer] = []
    for text in texts:
        told.append(_answer(_again(asking, text)))
        if _is_by_facts(told[-1]):
            return told[-1]
    return next((one for one in told if one.answered), told[-1])


def _second(asking: Asking, text: str, first: Asking) -> Answer:
    """The answer to the second of two questions, with what its pronoun stands for, else with the
    topic of the first; without it where that has none and the second names something of its own;
    at any time where the second asks when and there is none for the time of the first.
    """
    times = [] if says(text, "later_on") else _times(asking)
    topic = first.question.topic
    text = with_counted(text, first.question.text)
    for named in _named(text, first):
        whole = _again(asking, continued(named, "", times))
        told = _answer(replace(whole, brief=True))
        if told.answered:
            return told
    texts = (continued(text, topic, times), continued(text, "", times))
    both = [replace(_again(asking, one), brief=True) for one in texts]
    told = _answer(both[0])
    own = not told.answered and len(both[1].question.subject) > 1 and both[1].question.mentions
    alone = _answer(both[1]) if own else told
    if alone.answered or not (times and says(text, "asks_when")):
        return alone if alone.answered else told
    whenever = _again(asking, continued(text, topic, ()))
    return _answer(replace(whenever, brief=True))


def _first(asking: Asking, both: tuple[str, str]) -> Asking:
    """The first of two questions, with the subject of the second where it names none: "who moved,
    and who seconded, the levy?"
    """
    first = _again(asking, both[0])
    if first.question.subject or first.question.mentions:
        return first
    second = _again(asking, both[1])
    whole = continued(both[0], second.question.topic, _times(second))
    return _again(asking, whole)


def _of_times(asking: Asking, each: Sequence[tuple[str, str]]) -> list[tuple[str, Answer]]:
    """The answers to a question for each of two times; none where one has none."""
    told = [(time, _answer(_again(asking, one))) for time, one in each]
    return told if all(one.answered for _, one in told) else []


def _in_order(asking: Asking, each: Sequence[tuple[str, str]]) -> list[tuple[str, Answer]]:
    """When each of two things came, by its first day, the earlier first; none where the papers do
    not tell it of both.
    """
    answers = ((thing, _answer(_again(asking, one))) for thing, one in each)
    told = [(thing, one, periods_in(one.values[0])) for thing, one in answers if one.values]
    dated = [(days[0].first, thing, one) for thing, one, days in told if days and days[0].first]
    if len(dated) < len(each):
        return []
    ordered = sorted(dated, key=lambda pair: pair[0])
    return [
        (thing, replace(one, answer=one.answer.split("\n")[0], values=one.values[:1]))
        for _, thing, one in ordered
    ]


def _times(asking: Asking) -> list[str]:
    """The times of a question that are closed on both sides, as written."""
    text, periods = asking.question.text, asking.question.periods
    return [text[one.begin : one.end] for one in periods if one.bounded]


def _asked(searcher: Searcher, text: str, within: Scope | None = None) -> Asking:
    """A question as understood; asked of the papers of ``within`` where it names no body."""
    asking = of_minutes(Asking(searcher, searcher.understand(text), within=within))
    return without_names(of_meeting(of_kind(of_body(asking))))


def _again(asking: Asking, text: str) -> Asking:
    """Another question, asked of the papers of the first where it names no body."""
    return _asked(asking.searcher, text, asking.scope)


def _answer(asking: Asking) -> Answer:
    found, kind = found_for(asking)
    if isinstance(found, Missing) and asking.question.way in _SETTLING:
        found = by_deed_of(asking) or found
    strange = None if isinstance(found, Missing) else _strange(asking, found)
    if strange is not None:
        found = Missing(f"The papers held say nothing of this of “{strange}”.")
    if isinstance(found, Missing):
        return Answer(
            question=asking.question.text,
            answered=False,
            answer="",
            kind=asking.question.way,
            sparql=found.sparql,
            note=found.reason,
        )
    return _answered(asking, found, kind)


def _strange(asking: Asking, found: Found) -> str | None:
    """The place or body of a question that what was found is not of."""
    return misplaced(asking, found) or of_body_unheld(asking, found)


def _answered(asking: Asking, found: Found, kind: str) -> Answer:
    found = with_whole_names(asking, with_writers(asking, led(asking, found)))
    cited = citations(asking.graph, found.quotes)
    return Answer(
        question=asking.question.text,
        answered=True,
        answer=found.answer,
        kind=kind,
        values=found.values,
        citations=cited,
        context=context(asking.graph, cited),
        sparql=found.sparql,
        note=found.note,
    )
