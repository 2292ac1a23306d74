"""When what is told is of somebody or something else than a question names.

A sum of another project is no answer, however near it stands, nor are the words of somebody else.
"""

from collections.abc import Iterator, Sequence

from kg.tables.load import table
from queries.answering.answer import Missing
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.distance import EXACT, SPOKEN
from queries.answering.choosing.people_named import mentioned_in, written_forms
from queries.answering.choosing.section import section_before
from queries.answering.choosing.sentence_shares import told_shares
from queries.answering.choosing.told import Told
from queries.answering.people.first_person import writer
from queries.answering.refusing.misplaced import lone_names
from queries.answering.refusing.naming import contents, is_proper, written_names
from queries.graphs.papers import most_named
from queries.retrieval.ranking import in_place
from queries.texts.wording import bare, says, stems
from queries.understanding.names import Mention

PARTS = {"council": 0.5, "person": 0.5, "money": 0.25, "number": 0.5, "score": 0.5}
"""The least part of what any passage has of the subject that a sentence told must have, by what is
asked for: numbers often stand apart from what they are of."""


def astray(asking: Asking, told: Sequence[Told]) -> Missing | None:
    """That no passage told names who is asked about, or, where a sum, a number or a day is, the
    body that is, or there and where it is asked who anything else that the question writes as a
    name, or that none which has much of the subject gives a number, a person or a council;
    None where one does.
    """
    if _besides_the_matter(asking, told):
        thing = table("questions")["things"][asking.question.expects]
        return Missing(f"No passage that speaks of this names {thing}.")
    text = asking.question.text
    for mention in asking.question.mentions:
        if _bound_to(asking, mention) and not any(
            _names(asking, one, mention) or _speaks_as_one(one, mention) for one in told
        ):
            named = text[mention.start : mention.end]
            return Missing(f"No passage that speaks of this names {named}.")
    if asking.question.expects == "council":
        for name in lone_names(asking):
            if not any(_has(asking, one, [set(stems(name))]) for one in told):
                return Missing(f"No passage that speaks of this names {name}.")
    if elsewhere := _of_another_council(asking, told):
        return Missing(f"No passage that speaks of this names {elsewhere}.")
    for name in _acting_names(asking):
        if not any(_has(asking, one, [set(stems(name))]) for one in told):
            return Missing(f"No passage that speaks of this names {name}.")
    exactly = asking.question.expects in EXACT or says(text, "whose")
    for name in written_names(asking) if exactly else ():
        if not any(_has(asking, one, [set(contents(name))]) for one in told) and is_proper(
            asking, name
        ):
            return Missing(f"No passage that speaks of this names {name}.")
    return None


def _of_another_council(asking: Asking, told: Sequence[Told]) -> str | None:
    """The council that a question names, where none told is of it and the first is of another."""
    text = asking.question.text
    named = [one for one in asking.question.mentions if one.kind == "Council"]
    if len(named) != 1 or any(_names(asking, one, named[0]) for one in told):
        return None
    first = told[0].hit.place.paragraph
    other = "Council" in mentioned_in(asking.graph, [first]).get(first, ())
    return text[named[0].start : named[0].end] if other else None


def _besides_the_matter(asking: Asking, told: Sequence[Told]) -> bool:
    """Whether no sentence told, and no passage with what stands before it in its section, has much
    of the subject, where a number, a person or a council is asked for and some passage has at
    least half of it.
    """
    part = PARTS.get(asking.question.expects or "")
    if part is None or asking.covered_anywhere < SPOKEN:
        return False
    least = part * asking.covered_anywhere
    if any(share >= least for share, _, _ in told_shares(asking, told)):
        return False
    before = ((section_before(asking, one.hit.place), one) for one in told)
    return not any(
        said and asking.share(f"{said}\n{with_titles(one.hit.place)}") >= least
        for said, one in before
    )


def _bound_to(asking: Asking, mention: Mention) -> bool:
    """Whether what is told must name what a question names: a person, or an organisation whose
    name is no commoner than the other words, where a number, a day or a sum is asked for, or what
    it did.
    """
    written = asking.question.text[mention.start : mention.end]
    if mention.kind == "Person":
        return True
    if mention.kind != "Organisation" or not written[0].isupper():
        return False
    if says(asking.question.text[: mention.start], "body_acting"):
        return not set(stems(written)) <= asking.body_stems
    rare = asking.share(written) * len(asking.question.subject) >= len(set(stems(written)))
    return asking.question.expects in EXACT and rare


def _acting_names(asking: Asking) -> Iterator[str]:
    """The single words written as names that stand where a question names who did a thing, and are
    not of the people of a place ("the Cardiff evaluators").
    """
    text = asking.question.text
    for name in lone_names(asking):
        at = text.find(name)
        behind = map(bare, text[at + len(name) :].split(maxsplit=1)[:1])
        if says(text[:at], "body_acting") and not any(says(word, "plural") for word in behind):
            yield name


def _names(asking: Asking, told: Told, mention: Mention) -> bool:
    """Whether a passage told names a mention in any of its forms, or its paper names no other
    organisation as often, so that it need not say whose doings it tells.
    """
    forms = [set(stems(form)) for form in written_forms(asking, mention)]
    if _has(asking, told, forms):
        return True
    if mention.kind != "Organisation":
        return False
    return most_named(asking.graph, told.hit.place.document) in mention.iris


def _speaks_as_one(told: Told, mention: Mention) -> bool:
    """Whether a passage told speaks of what "we" did, as the papers of an organisation do of it."""
    return mention.kind == "Organisation" and says(told.text, "as_one")


def _has(asking: Asking, told: Told, forms: Sequence[set[str]]) -> bool:
    """Whether a passage told, what stands above or shortly before it, or the writer's name has all
    stems of some form of a name.
    """
    here = (told.text, *(f"{with_titles(one)}\n{in_place(one)}" for one in told.places))
    said = {*stems("\n".join(here)), *contents("\n".join(here))}
    if any(form <= said for form in forms):
        return True
    by = writer(asking.graph, told.hit.place.document)
    said.update(stems(f"{section_before(asking, told.hit.place)}\n{by.name if by else ''}"))
    return any(form <= said for form in forms)
