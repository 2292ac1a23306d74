"""How what was read from a paper differs from what it states."""

from dataclasses import dataclass

from kg.facts import Action, Decision, Facts
from queries.evaluation.facts import same_text
from queries.evaluation.normalise import person, text
from tests.clerks.house import AgendaHouse, Deciding, House
from tests.clerks.meeting import Task
from tests.clerks.paper import Stated

_LONGEST_NAME, _LONGEST_NOUN = "Cllr Ann Lowe", "Council"
_TASK_WORDS = 9
"""The words that may stand about a task: a label, its owner, the day it is due."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that was not read (``missed``) or read without being stated."""

    kind: str
    missed: bool
    fact: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many facts were read rightly, and the differences."""

    right: int
    differences: tuple[Difference, ...]


def compare(stated: Stated, facts: Facts, house: House | AgendaHouse) -> Comparison:
    """What was read against what is stated."""
    pairs = {
        "meeting": _matched(
            [(stated.body, stated.day)],
            [(one.key.board, one.key.date) for one in facts.meetings],
            lambda a, b: bool(same_text(a[0], b[0])) and a[1] == b[1],
        ),
        "attendance": _matched(
            sorted((person(name), status) for name, status in stated.attendance),
            [(person(one.person.name), one.status) for one in facts.attendance],
            lambda a, b: a == b,
        ),
        "items": _matched(
            stated.items,
            [(one.number, one.title) for one in facts.items],
            lambda a, b: bool(_same_number(a[0], b[0]) and text(a[1]) == text(b[1])),
        ),
        "decisions": _matched(
            stated.decisions,
            list(facts.decisions),
            lambda a, b: _same_decision(a, b, house),
        ),
        "actions": _matched(stated.tasks, list(facts.actions), _same_action),
    }
    return Comparison(
        sum(right for right, *_ in pairs.values()),
        tuple(
            Difference(kind, missed, str(one))
            for kind, (_, lost, extra) in pairs.items()
            for missed, group in ((True, lost), (False, extra))
            for one in group
        ),
    )


def _matched(wanted, found, same):
    """How many are found, those that are not, and those found that are not wanted."""
    left, lost = list(found), []
    for one in wanted:
        match = next((other for other in left if same(one, other)), None)
        if match is None:
            lost.append(one)
        else:
            left.remove(match)
    return len(wanted) - len(lost), lost, left


def _same_number(one: str, other: str) -> bool:
    words = ("item", "minute")
    plain = [text(number) for number in (one, other)]
    for word in words:
        plain = [number.removeprefix(f"{word} ") for number in plain]
    return plain[0] == plain[1]


def _same_decision(wanted, found: Decision, house: House | AgendaHouse) -> bool:
    label, decision = wanted
    if not isinstance(house, House):
        return False
    core = {Deciding.NOTED: decision.report}.get(house.deciding)
    core = core or (decision.to if "{to}" in house.deciding.value.lower() else decision.that)
    if not _contained(core, found.text, _form_words(house.deciding)):
        return False
    by_number = _same_number(label, found.item or "") or same_text(label, found.item or "") > 0
    movers = "{mover}" in house.deciding.value
    moved = (person(found.moved_by.name).split()[-1] if found.moved_by else "") == (
        person(decision.mover.surname) if movers else ""
    )
    return by_number and moved


def _form_words(form: Deciding) -> int:
    """How many words the wording of a decision has beside what is decided, at most."""
    names = dict.fromkeys(("mover", "seconder"), _LONGEST_NAME)
    told = dict.fromkeys(("that", "That", "to", "To", "report"), "")
    return len(form.value.format(noun=_LONGEST_NOUN, **names, **told).split())


def _contained(core: str, whole: str, spare: int) -> bool:
    """Whether ``whole`` says ``core``, with at most ``spare`` further words."""
    inner, outer = text(core), text(whole)
    return inner in outer and len(outer.split()) - len(inner.split()) <= spare


def _same_action(wanted: tuple[str, Task], found: Action) -> bool:
    _, task = wanted
    owner = task.owner
    owners = " ".join([found.assignee_as_written or "", *(one.name for one in found.assignees)])
    known = owner.role.casefold() if owner.role else owner.surname.casefold()
    return _contained(task.to, found.text, _TASK_WORDS) and (
        known in owners.casefold() or owner.initials in owners.split()
    )
