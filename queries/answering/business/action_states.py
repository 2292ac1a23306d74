"""How an action stands: what the papers say of it one after another, the last word first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.rdf.linking.action_kin import what_to_do
from kg.tables.load import table
from queries.actions import actions
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, without_stems
from queries.answering.choosing.doing import deed
from queries.answering.choosing.people_named import written_forms
from queries.answering.matters.following import later_steps, step_line
from queries.answering.refusing.naming import written_names
from queries.following.action_rows import COMPLETE, ActionRow, Entry
from queries.graphs.place import places
from queries.graphs.terms import iri_list
from queries.retrieval.statements import Match
from queries.texts.wording import (
    content_stems,
    first_match,
    participle,
    says,
    stems,
    stems_of,
    tokens,
)
from queries.tracing.standing import ENDS
from queries.understanding.periods import long_date
from queries.understanding.reworded import everyday

SURE = 0.45
"""The least share of the subject that the action must speak of."""
WORDS = 3
"""The fewest words of a subject by which an action is known though none is asked for."""
SEVERAL = 2
"""The fewest words of what is asked to be finished by which an action is known."""
WORDED = 0.8
"""The least share of the subject that such an action must speak of."""
SPOKEN = 0.75
"""The least share of the subject (`Asking.covered`) of passages that may tell of an action."""
NEAREST = 3
"""How many hits are looked at for what is reported on an action elsewhere."""
LIKELY = 0.5
"""From this closeness the nearest passage is taken to state the action asked about."""
OPENING = 3
"""Among so many words at the head of an action stands what it is to do."""
_ONLY_DUE = "The papers held say only by when it was to be done."
_LIFE = """SELECT DISTINCT ?day ?file ?text ?status ?statusAsWritten ?due ?update
WHERE {
  VALUES ?action { %s }
  ?telling mb:mergedInto? ?action .
  GRAPH ?document {
    ?telling a mb:Action ; mb:text ?text .
    ?document mb:fileName ?file .
    OPTIONAL { ?document dct:date ?day }
    OPTIONAL { ?telling mb:actionStatus ?status }
    OPTIONAL { ?telling mb:actionStatusAsWritten ?statusAsWritten }
    OPTIONAL { ?telling mb:dueAsWritten ?due }
    OPTIONAL { ?telling mb:update ?update }
  }
}
ORDER BY DESC(?day) ?file ?text ?statusAsWritten ?due ?update"""


def by_action(asking: Asking) -> Found | None:
    """What the papers say of the action asked about, the latest first; None where none fits."""
    row = _asked(asking)
    found = None if row is None else life_of(asking, row)
    if row is None or found is None:
        return found
    return _with_fuller(asking, row, _with_later(asking, row, found))


def _with_fuller(asking: Asking, row: ActionRow, found: Found) -> Found:
    """An action with the paragraphs near the question, no tables, that have at least as much of
    the subject as all that states it, and most of it: what is reported on it elsewhere.
    """
    own = [one.paragraph for one in row.sources]
    stating = places(asking.graph, own).values()
    least = max(WORDED, *(asking.share(one.text) for one in stating))
    fuller = [
        hit.place
        for hit in asking.result.hits[:NEAREST]
        if hit.place.form != "table"
        and hit.place.paragraph not in own
        and asking.share(hit.place.text) >= least
    ]
    return replace(
        found,
        answer="\n".join([found.answer, *(place.text for place in fuller)]),
        quotes=[*found.quotes, *(Quote(place.paragraph) for place in fuller)],
    )


def _with_later(asking: Asking, row: ActionRow, found: Found) -> Found:
    """An action that no list tells done, with what later papers say of its matter that was; then
    neither yes nor no is said of it.
    """
    if row.status == COMPLETE or not asking.question.whether:
        return found
    last = max((one.day for one in row.life if one.day), default=None)
    steps = later_steps(asking, last, [one.paragraph for one in row.sources])
    done = {step.paragraph: step for step in steps if step.kind in ENDS}
    lines = [step_line(step) for step in done.values()]
    quotes = [Quote(step.paragraph, step.quote) for step in done.values()]
    if (told := row.told_done) and told.paragraph not in done:
        lines.append(f"{long_date(told.day)}: {told.words}")
        quotes.append(Quote(told.paragraph, told.words))
    if not lines:
        return found
    answer = found.answer.removeprefix(f"{table('questions')['verdicts']['open']}: ")
    return replace(found, answer="\n".join([answer, *lines]), quotes=[*found.quotes, *quotes])


def life_of(asking: Asking, row: ActionRow) -> Found | None:
    """What the papers say of an action, the latest first; None where none says how it stands."""
    told = list(_told(row))
    if not told:
        return None
    values = tuple(dict.fromkeys(said for _, some in told for said in some))
    only_due = asking.question.whether and not any(one.status or one.update for one in row.life)
    apart = only_due or (asking.question.whether and _does_else(asking, row))
    return Found(
        answer=(f"{row.text}: " if apart else _verdict(asking, row)) + _lines(told),
        values=values,
        quotes=_quotes(row),
        sparql=_LIFE % iri_list(sorted(row.tellings)),
        facts=tuple(sorted(row.tellings)),
        note=_ONLY_DUE if only_due else None,
    )


def without_action(asking: Asking) -> Missing | None:
    """That no action is as asked, where it is asked of one; None where passages have its words."""
    if says(asking.question.text, "of_action") and asking.covered < SPOKEN:
        return Missing("No paper held tells of such an action.")
    return None


def by_likely_action(asking: Asking) -> Found | None:
    """How an action stands that has nearly all words of an open question of yes or no."""
    question = asking.question
    if not question.whether or len(question.subject) < WORDS:
        return None
    done = without_stems(asking, stems_of("questions", "asking", "done"))
    done = replace(done, question=replace(done.question, way="done"))
    matches = done.matches
    return by_action(done) if matches and matches[0].share >= WORDED else None


def by_finished(asking: Asking) -> Found | None:
    """How the action stands that the nearest passage states and that has most of a question which
    asks in general words whether a thing is finished; None where no paper gives it a state.
    """
    if not says(asking.question.text, "finished"):
        return None
    rest = without_stems(asking, stems_of("questions", "asking", "finished"))
    if len(rest.question.subject) < SEVERAL:
        return None
    stated = [
        fact.iri
        for hit in asking.result.hits[:1]
        if rest.share(hit.place.text) >= WORDED
        for fact in hit.facts
        if fact.type == "Action"
    ]
    rows = actions(asking.graph, date.max, only=stated)
    standing = [row for row in rows if row.status is not None]
    return life_of(asking, standing[0]) if len(standing) == 1 else None


def _asked(asking: Asking) -> ActionRow | None:
    """The life of the action that the question speaks of."""
    best = _best(asking) if asking.question.subject else None
    if best is None or (_share(asking, best) < SURE and not _nearest(asking, best)):
        return None
    if best.share < WORDED and not _of_deed(asking, best):
        return None
    rows = actions(asking.graph, date.max, only=[best.statement.iri])
    return next((row for row in rows if _of_names(asking, row)), None)


def _of_names(asking: Asking, row: ActionRow) -> bool:
    """Whether an action names the organisations that a question names, and what it writes as a name
    of several words.
    """
    said = (row.text, row.theme, row.arises_from, row.update, row.owner_as_written, *row.owners)
    told = set(stems(" ".join(filter(None, (*said, *(one.update for one in row.life))))))
    named = [one for one in asking.question.mentions if one.kind == "Organisation"]
    forms = [tuple(written_forms(asking, one)) for one in named]
    forms += [(name,) for name in written_names(asking)]
    return all(any(set(content_stems(form)) <= told for form in some) for some in forms)


def _share(asking: Asking, match: Match) -> float:
    """How much of the subject an action speaks of, everyday words of the question as papers have
    them.
    """
    plain = everyday(asking.question.text)
    return max(match.share, asking.share(match.statement.words) if plain else 0.0)


def _best(asking: Asking) -> Match | None:
    """The match that speaks of most of the subject. Of several that do it is the one whose own
    words hold most of the question's: others may have them in an update or a theme. One that has
    no word of the very thing that was to be done gives way to those that have all ("has the section
    on voting been added to the terms of the board?").
    """
    most = asking.matches[0].share if asking.matches else 0.0
    asked = set(asking.question.terms)
    ours = [one for one in asking.matches if one.share == most]
    thing = first_match(asking.question.text, "very_thing")
    own = set(content_stems(thing["thing"])) if thing else set[str]()
    if own and not any(own & asking.held(one.statement.words) for one in ours):
        ours = [one for one in asking.matches if own <= asking.held(one.statement.words)] or ours
    return max(ours, key=lambda one: len(asked & asking.held(one.statement.words)), default=None)


def _of_deed(asking: Asking, match: Match) -> bool:
    """Whether an action is to do what is asked to have been done, if that is asked."""
    asked = deed(asking)
    return not asked or bool(asked & set(stems(match.statement.words)))


def _nearest(asking: Asking, match: Match) -> bool:
    """Whether the nearest passage states a fact, and is likely to be what is asked about."""
    hits = asking.result.hits[:1]
    stated = any(hit.place.paragraph in match.statement.paragraphs for hit in hits)
    return stated and asking.closeness >= LIKELY


def _told(row: ActionRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What each paper says of how the action stands, the latest paper first; of one that changed
    hands also whose it was.
    """
    for entry in reversed(row.life):
        said = (entry.status_as_written or entry.status, entry.due_as_written, entry.update)
        states = tuple(dict.fromkeys(one for one in said if one))
        owner = (entry.assignee_as_written,) if row.owners_before else ()
        if states:
            yield _paper(entry), (*states, *filter(None, owner))


def _paper(entry: Entry) -> str:
    return entry.time or (long_date(entry.day) if entry.day else entry.file)


def _lines(told: Sequence[tuple[str, Sequence[str]]]) -> str:
    first, *earlier = [f"{', '.join(states)} ({paper})" for paper, states in told]
    return f"{first}; before: {'; '.join(earlier)}" if earlier else first


def _does_else(asking: Asking, row: ActionRow) -> bool:
    """Whether what is asked to have been done stands in an action that is to do something about
    it: a report on signing a pact, once written, has signed nothing.
    """
    said = (word for word, _, _ in tokens(asking.question.text) if participle(word))
    asked = (deed(asking) or set(stems(" ".join(said)))) & set(asking.question.subject)
    words = stems(what_to_do(row.text, row.owner_as_written))
    return bool(asked & set(words[OPENING:])) and not asked & set(words[:OPENING])


def _verdict(asking: Asking, row: ActionRow) -> str:
    """Yes or no where that is asked, as the last paper that gives a state has it; of whether it
    was moved, as its due dates have it.
    """
    of_day = says(asking.question.text, "moved", "whether_due")
    if not asking.question.whether or (row.status is None and not of_day):
        return ""
    verdicts = table("questions")["verdicts"]
    yes = bool(row.moves) if of_day else row.status == COMPLETE
    return f"{verdicts['yes'] if yes else verdicts['open']}: "


def _quotes(row: ActionRow) -> list[Quote]:
    """The sentences or else the paragraphs that tell it, the last that gives a state first."""
    telling = [entry.file for entry in reversed(row.life) if entry.status or entry.update]
    order = list(dict.fromkeys([*telling, *(entry.file for entry in reversed(row.life))]))
    sources = sorted(row.sources, key=lambda source: order.index(source.file))
    updates = {entry.file: entry.update for entry in row.life}
    quotes = []
    for source in sources:
        said = [one for one in (source.quote, updates.get(source.file)) if one]
        quotes += [Quote(source.paragraph, one) for one in said] or [Quote(source.paragraph)]
    return quotes
