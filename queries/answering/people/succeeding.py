"""Who held an office before or after somebody: the nearest other holder in time."""

from dataclasses import replace
from datetime import date

from embeddings.statements import Statement
from kg.tables.load import matches, table
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.answering.structured import told_by
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import match
from queries.texts.wording import says
from queries.understanding.names import Mention
from queries.understanding.periods import periods_in
from queries.understanding.question import Question

DatedStatement = tuple[date, Statement]


def by_succession(asking: Asking) -> Found | None:
    """The holder of an office next to the person named; None where that is not asked."""
    mention = _named(asking)
    if mention is None:
        return None
    earlier = _side(asking.question.text, mention, "before")
    return _told(asking, _held(asking, mention), mention, earlier=earlier)


def without_succession(asking: Asking) -> Missing | None:
    """That no passage names anybody who held an office before or after somebody; None where one
    speaks of such a change beside that name, or that is not asked.
    """
    mention = _named(asking)
    if mention is None or any(_changes(hit.place.text, mention) for hit in asking.result.hits):
        return None
    side = "before" if _side(asking.question.text, mention, "before") else "after"
    return Missing(f"The papers held do not say who held that office {side} {mention.labels[0]}.")


def tells_successor(asking: Asking, text: str) -> bool:
    """Whether it is asked who came before or after somebody, and a sentence with that name speaks
    of one following another.
    """
    mention = _named(asking)
    return mention is not None and _changes(text, mention)


def _named(asking: Asking) -> Mention | None:
    """The person whose predecessor or successor is asked for."""
    text = asking.question.text
    return next(
        (
            one
            for one in asking.question.mentions
            if one.kind == "Person" and (_side(text, one, "before") or _side(text, one, "after"))
        ),
        None,
    )


def _changes(text: str, mention: Mention) -> bool:
    """Whether a sentence names somebody and speaks of one following another."""
    surname = mention.labels[0].split()[-1]
    return any(surname in part and says(part, "succession", "told") for part in sentences(text))


def _side(text: str, mention: Mention, side: str) -> bool:
    """Whether the words before a name ask for who came before, or after, its bearer."""
    return matches(text[: mention.start], "questions", "succession", side)


def _held(asking: Asking, mention: Mention) -> list[DatedStatement]:
    """Each holding of the office, whoever holds it, with the days on which a paper has it."""
    others = tuple(one for one in asking.question.mentions if one != mention)
    return holdings(asking, replace(asking.question, mentions=others))


def holdings(asking: Asking, asked: Question) -> list[DatedStatement]:
    """Each holding of the office asked for with the days on which a paper has it, in order."""
    matched = [
        found.statement
        for kind in table("questions")["wanted"][asked.way]
        for found in match(asking.searcher.library.facts, asked, wanted(asked, kind), 1.0)
    ]
    held = [(day, one) for one in matched for day in _days(one)]
    return sorted(held, key=lambda pair: (pair[0], pair[1].iri))


def _days(statement: Statement) -> list[date]:
    """The days of a holding: those it is tied to, or the first of the years it is given for."""
    years = (period.first for trait in statement.traits for period in periods_in(trait))
    return sorted(statement.days) or sorted(day for day in years if day is not None)


def _told(
    asking: Asking, held: list[DatedStatement], mention: Mention, *, earlier: bool
) -> Found | None:
    own = [day for day, one in held if one.words in mention.labels]
    if not own:
        return None
    others = [
        (day, one)
        for day, one in held
        if one.words not in mention.labels and (day < own[0] if earlier else day > own[-1])
    ]
    if not others:
        return None
    name = others[-1 if earlier else 0][1].words
    facts = dict.fromkeys(one.iri for _, one in others if one.words == name)
    return told_by(asking, list(facts), asking.question.way)
