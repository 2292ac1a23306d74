"""Lists of actions: those of an owner, on a matter, in a state, from a meeting."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from embeddings.facts import Wanted
from kg.store.graph import KnowledgeGraph
from queries.actions import actions
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.business.planned import planned
from queries.answering.choosing.its_item import item_spoken_of
from queries.answering.structured import near_facts
from queries.following.action_index import due_in
from queries.following.action_rows import COMPLETE, ActionRow
from queries.graphs.terms import iri_list
from queries.texts.wording import says, stems, tokens
from queries.understanding.periods import Period, in_time

SURE = 0.3
"""The least share of the subject that the best action must speak of, where no owner is named."""
NEAR = 0.8
"""Actions are told down to this part of the share of the best one."""
SPOKEN = 0.5
"""More than this share of the subject a passage must have whose item's actions are told."""
FEW = 2
"""The most of them that are."""
MOST = 40
"""The most actions that are told."""
NEAREST = 12
"""How many facts near a question are looked at where none matches it."""
_OWNERS = ("Person", "Organisation", "Council", "Board")
_OWNED = """SELECT DISTINCT ?action WHERE { VALUES ?owner { %s } ?action mb:assignedTo ?owner }
ORDER BY ?action"""
_OWNED_BY_NAME = """SELECT DISTINCT ?action
WHERE { ?action mb:assignedTo/foaf:name ?name }
ORDER BY ?action"""
_OWNED_IN_SHORT = """SELECT DISTINCT ?action
WHERE {
  VALUES (?person ?short) { %s }
  ?paragraph mb:mentions ?person ; mb:inDocument ?document .
  ?action mb:assigneeAsWritten ?short ; mb:statedIn/mb:inDocument ?document .
}
ORDER BY ?action"""
"""Actions of those who stand there by initials or first name in a paper that names them."""
_NAMED = """SELECT DISTINCT ?name
WHERE {
  VALUES ?document { %s }
  ?paragraph mb:inDocument ?document ; mb:mentions/foaf:name ?name
}
ORDER BY ?name"""
_ARISING = """SELECT DISTINCT ?action
WHERE { ?action a mb:Action ; mb:arisesFrom|mb:arisesFrom/mb:onItem ?item }
ORDER BY ?action"""
_INITIALS = 3
"""The most letters that are taken for initials."""
_ACTIONS = """SELECT DISTINCT ?action ?text ?owner ?due ?status ?paragraph
WHERE {
  VALUES ?action { %s }
  ?action a mb:Action ; mb:text ?text .
  OPTIONAL { ?action mb:assigneeAsWritten ?owner }
  OPTIONAL { ?action mb:dueAsWritten ?due }
  OPTIONAL { ?action mb:actionStatus ?status }
  OPTIONAL { ?action mb:statedIn ?paragraph }
}
ORDER BY ?action ?text ?owner ?due ?status ?paragraph"""


def by_assignment(asking: Asking) -> Found | None:
    """The actions asked for, best first, with their number where that is asked; None where none
    fits.
    """
    chosen = chosen_actions(asking)
    if not chosen:
        return None
    found, number = as_actions(asking, chosen[:MOST]), str(len(chosen))
    if len(chosen) > MOST:
        found = replace(found, note=f"There are {number}; these are the first {MOST}.")
    if asking.question.expects == "number":
        return replace(found, answer=f"{number}:\n{found.answer}", values=(number,))
    return found


def by_item_spoken_of(asking: Asking) -> Found | None:
    """The few actions that arise from the item on which that of the nearest passages stands that
    has most of the subject, where these have owners if it is asked who.
    """
    item = item_spoken_of(asking, SPOKEN)
    arising = [str(iri) for (iri,) in asking.graph.select(_ARISING, item=item).rows] if item else []
    rows = actions(asking.graph, _last_day(asking), only=arising)
    ours = of_state(asking, _with_owners(asking, [one for one in rows if in_scope(asking, one)]))
    return as_actions(asking, ours) if 0 < len(ours) <= FEW else None


def as_actions(asking: Asking, chosen: Sequence[ActionRow]) -> Found:
    """Actions with their owners, due dates and states."""
    tellings = sorted({iri for row in chosen for iri in row.tellings})
    return Found(
        answer="\n".join(_line(row, _meant(asking.graph, row)) for row in chosen),
        values=tuple(row.text for row in chosen),
        quotes=[quote for row in chosen for quote in _latest_first(row)],
        sparql=_ACTIONS % iri_list(tellings),
        facts=tuple(tellings),
    )


def _latest_first(row: ActionRow) -> list[Quote]:
    """What states an action, first in the paper that says how it stands now."""
    latest = row.life[-1].file if row.life else None
    sources = sorted(row.sources, key=lambda one: one.file != latest)
    return [Quote(one.paragraph, one.quote) for one in sources]


def chosen_actions(asking: Asking) -> list[ActionRow]:
    """The actions asked for, by due date, owner, plan, papers, days, subject and state, best
    first.
    """
    return of_state(asking, _in_any_state(asking))


def without_state(asking: Asking) -> Missing | None:
    """That none of the actions asked for is in the state that the question names; None where it
    names none, or there are none in any.
    """
    state = next((one for one in _STATES if says(asking.question.text, "states", one)), None)
    rows = _in_any_state(asking) if state else []
    by_whom = " by papers of that time" if asking.question.periods else ""
    told = f"None of the actions asked about is told to be {state}{by_whom}."
    return Missing(told) if rows else None


def _in_any_state(asking: Asking) -> list[ActionRow]:
    """The actions asked for, in whatever state."""
    if says(asking.question.text, "due_in") and asking.question.periods:
        return on_subject(asking, _due_in(asking, asking.question.periods), owned=False)
    owned = owned_actions(asking)
    if not owned and _asks_overdue(asking):
        before = Period(None, _last_day(asking))
        return on_subject(asking, _due_in(asking, [before]), owned=False)
    plan = [] if owned else planned(asking)
    told = owned or plan or [found.statement.iri for found in asking.matches]
    wanted = told or near_facts(asking, NEAREST)
    rows = actions(asking.graph, _last_day(asking), only=wanted)
    held = _given(asking, [row for row in rows if in_scope(asking, row)])
    held = _with_owners(asking, held)
    return list(held) if plan else on_subject(asking, held, owned=bool(owned) or not told)


def _with_owners(asking: Asking, rows: Sequence[ActionRow]) -> list[ActionRow]:
    """Of some actions those that somebody has, where it is asked who."""
    if not says(asking.question.text, "whose"):
        return list(rows)
    return [row for row in rows if row.owners or row.owner_as_written]


def _asks_overdue(asking: Asking) -> bool:
    """Whether it is asked what was overdue at a time, however long before it was last told of."""
    return says(asking.question.text, "states", "overdue") and bool(asking.question.periods)


def _due_in(asking: Asking, times: Sequence[Period]) -> list[ActionRow]:
    """The actions due in one of some times, that are told by the papers asked of."""
    anytime = replace(asking, question=replace(asking.question, periods=()))
    rows = actions(asking.graph, _last_day(asking), only=due_in(asking.graph, times))
    due = [row for row in rows if row.due and in_time(row.due, times)]
    return [row for row in due if in_scope(anytime, row)]


def _given(asking: Asking, rows: Sequence[ActionRow]) -> Sequence[ActionRow]:
    """Of some actions those given at the meeting from which they are asked for, or all."""
    if not asking.question.periods or not says(asking.question.text, "given_at"):
        return rows
    return [row for row in rows if in_time(row.given, asking.question.periods)] or rows


def owned_actions(asking: Asking) -> list[str]:
    """The actions of the owners that the question names."""
    owners = asking.question.named(*_OWNERS)
    rows = asking.graph.select(_OWNED % iri_list(owners)).rows if owners else ()
    owned = [str(iri) for (iri,) in rows]
    return owned or _owned_in_short(asking) or _owned_as_written(asking)


def _owned_in_short(asking: Asking) -> list[str]:
    """The actions of the people named whom papers write by their initials or first names."""
    people = (one for one in asking.question.mentions if one.kind == "Person")
    pairs = [
        f'(<{iri}> "{short}")'
        for one in people
        for short in _shorts(one.labels[0])
        for iri in one.iris
    ]
    rows = asking.graph.select(_OWNED_IN_SHORT % " ".join(pairs)).rows if pairs else []
    return [str(iri) for (iri,) in rows]


def _owned_as_written(asking: Asking) -> list[str]:
    """The actions of those whom papers write as the question does, by initials or one name."""
    words = tokens(asking.question.text)
    said = tuple(sorted({word for word, start, _ in words if start and word[0].isupper()}))
    wanted = Wanted("Action", (("trait", said),))
    written = [one.iri for one in asking.searcher.library.facts.all(wanted)] if said else []
    return [*written, *_owned_in_full(asking, written)]


def _owned_in_full(asking: Asking, written: Sequence[str]) -> list[str]:
    """The actions of the one person for whom initials stand in some actions, by whole name."""
    rows = actions(asking.graph, date.max, only=written)
    names = {name for row in rows if _short(row) for name in _meant(asking.graph, row)}
    if len(names) != 1:
        return []
    found = asking.graph.select(_OWNED_BY_NAME, name=names.pop()).rows
    return [str(iri) for (iri,) in found if iri not in written]


def _shorts(name: str) -> list[str]:
    """The initials and the first name of somebody with more names than one."""
    words = re.findall(r"\b[^\W\d_]+", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return [initials, words[0]] if len(initials) > 1 else []


def without_actions(asking: Asking) -> Missing | None:
    """That a person has no action; None where none is named, or more than that is asked."""
    people = [one for one in asking.question.mentions if one.kind == "Person"]
    said = set(stems(" ".join(label for one in people for label in one.labels)))
    if not people or not set(asking.question.subject) <= said:
        return None
    return Missing(f"No paper held gives an action to {people[0].labels[0]}.")


def _last_day(asking: Asking) -> date:
    """The day on which actions stand as told: the last of the time at which it is asked how they
    stood, else the last of which the papers are.
    """
    asked = asking.question.text
    ends = [span.after for span in asking.question.periods if span.after]
    if ends and not says(asked, "due_in") and any(says(asked, "states", one) for one in _STATES):
        return max(ends) - timedelta(1)
    ((day,),) = asking.graph.select("SELECT (MAX(?day) AS ?last) { ?paper dct:date ?day }").rows
    return day if isinstance(day, date) else date.max


def in_scope(asking: Asking, row: ActionRow) -> bool:
    """Whether an action is of the papers and the days that the question names."""
    papers, spans = asking.papers, asking.question.periods
    days = [row.given, *(entry.day for entry in row.life)]
    return (papers is None or any(entry.document in papers for entry in row.life)) and (
        any(in_time(day, spans) for day in days)
    )


def on_subject(asking: Asking, rows: Sequence[ActionRow], *, owned: bool) -> list[ActionRow]:
    """The actions that speak most of what is asked, or all where the owner alone is asked for."""
    named = (m for m in asking.question.mentions if m.kind in _OWNERS and owned)
    said = set(stems(" ".join(asking.question.text[m.start : m.end] for m in named)))
    if owned:
        said |= {stem for row in rows for stem in stems(_short(row))}
    subject = set(asking.question.subject) - said
    if not subject:
        return list(rows)
    shares = {row.iri: len(subject & _stems(row)) / len(subject) for row in rows}
    best = max(shares.values(), default=0.0)
    if best < SURE:
        return list(rows) if owned else []
    order = sorted(rows, key=lambda row: -shares[row.iri])
    return [row for row in order if shares[row.iri] >= NEAR * best]


def _stems(row: ActionRow) -> set[str]:
    """The stems of all that is told of an action."""
    told = (row.text, row.theme, row.arises_from, row.update, row.owner_as_written, row.number)
    return set(stems(" ".join(part for part in (*told, *row.owners) if part)))


def of_state(asking: Asking, rows: Sequence[ActionRow]) -> list[ActionRow]:
    """The actions in the state that the question names, those of a known state first; all where
    it names none.
    """
    for state, fits in _STATES.items():
        if says(asking.question.text, "states", state):
            fitting = (row for row in rows if fits(row))
            return sorted(fitting, key=lambda row: row.status is None)
    return list(rows)


def _overdue(row: ActionRow) -> bool:
    written = says(row.status_as_written or "", "states", "overdue")
    return row.overdue or written


def _open(row: ActionRow) -> bool:
    return row.status != COMPLETE


def _complete(row: ActionRow) -> bool:
    return row.status == COMPLETE


def _unstarted(row: ActionRow) -> bool:
    said = "\n".join(filter(None, (row.status_as_written, row.update)))
    return says(said, "states", "unstarted")


_STATES: Mapping[str, Callable[[ActionRow], bool]] = {
    "unstarted": _unstarted,
    "overdue": _overdue,
    "open": _open,
    "complete": _complete,
}
"""The states that a question may name, the narrower ones first, and which actions are in them."""


def _meant(graph: KnowledgeGraph, row: ActionRow) -> tuple[str, ...]:
    """Those who own an action: as the graph has them, else the one person of whom its paper has
    the name that the initials stand for.
    """
    written = _short(row)
    if row.owners or not written:
        return row.owners
    papers = iri_list({entry.document for entry in row.life})
    names = [str(name) for (name,) in graph.select(_NAMED % papers).rows]
    found = [name for name in names if written in _shorts(name)]
    return tuple(found) if len(found) == 1 else ()


def _short(row: ActionRow) -> str:
    """The initials by which a paper writes the owner of an action, empty where it does not."""
    written = row.owner_as_written or ""
    return written if written.isupper() and 1 < len(written) <= _INITIALS else ""


def _line(row: ActionRow, owners: Sequence[str]) -> str:
    """An action with its owners, its due date and how it stands."""
    written = row.owner_as_written or ""
    named = [name for name in owners if name.split()[-1] not in written]
    state = row.status_as_written or row.status
    beside = [part for part in (written, *named, row.due_as_written, state) if part]
    return f"{row.text} ({', '.join(dict.fromkeys(beside))})" if beside else row.text
