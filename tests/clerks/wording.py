"""Days, names and sentences in the form that a house gives them."""

from datetime import date

from data.build_sample import Heading, Line, Run, Words
from tests.clerks.house import Acting, Day, Deciding, Look, Names
from tests.clerks.meeting import Decision, Person, Task


def day_in(form: Day, day: date) -> str:
    """A day as a house writes it."""
    endings = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return form.value.format(
        weekday=f"{day:%A}",
        day=day.day,
        nth=f"{day.day}{endings.get(day.day, 'th')}",
        month=f"{day:%B}",
        mon=f"{day:%b}",
        number=day.month,
        year=day.year,
    )


def name_in(form: Names, person: Person) -> str:
    """A person without role, as text speaks of them."""
    match form:
        case Names.FULL | Names.KEYED:
            return person.name
        case Names.TITLED:
            return f"{person.title} {person.name}".strip()
        case Names.INITIAL:
            return f"{person.title} {person.given[0]} {person.surname}".strip()


def listed(form: Names, person: Person) -> str:
    """A person as a list has them, without role."""
    key = f" ({person.initials})" if form is Names.KEYED else ""
    return name_in(form, person) + key


def stated_name(form: Names, person: Person) -> str:
    """The name that a reader of the paper knows."""
    return f"{person.given[0]} {person.surname}" if form is Names.INITIAL else person.name


def decided(form: Deciding, decision: Decision, names: Names, noun: str) -> str:
    """The sentence of a decision."""
    return form.value.format(
        that=decision.that,
        That=_capital(decision.that),
        to=decision.to,
        To=_capital(decision.to),
        report=decision.report,
        noun=noun,
        mover=name_in(names, decision.mover),
        seconder=name_in(names, decision.seconder),
    )


def tasked(form: Acting, task: Task, names: Names, day: Day) -> str:
    """The sentence that gives a task."""
    owner = owner_of(task, names)
    opens = form in (Acting.PROMISE, Acting.AGREED, Acting.MARK_INITIALS)
    return form.value.format(
        owner=f"The {owner}" if opens and task.owner.role else owner,
        to=task.to,
        due=day_in(day, task.due),
        initials=task.owner.initials,
    )


def owner_of(task: Task, names: Names) -> str:
    """Who has a task: an officer by the office, a member by name."""
    return task.owner.role or name_in(names, task.owner)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def runs(text: str) -> Line:
    """Words in which ``**`` sets bold off."""
    parts = text.split("**")
    return tuple(Run(part, bold=n % 2 == 1) for n, part in enumerate(parts) if part)


def set_in(look: Look, text: str, level: int = 2) -> Heading | Words:
    """A heading or label as a house sets it."""
    match look:
        case Look.HEADING:
            return Heading(level, (Run(text),))
        case Look.BOLD:
            return Words((Run(text, bold=True),))
        case Look.CAPITALS:
            return Words((Run(text.upper()),))
        case Look.PLAIN:
            return Words((Run(text),))
