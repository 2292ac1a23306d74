"""Who holds an office in a body of which no facts on people are held.

The chair of the board whose minutes are held does not chair every panel that they name: only a
sentence that has the office, the body and a name together says who does.
"""

from kg.tables.load import table
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.people_named import NAMED
from queries.answering.choosing.speaking import without_speakers
from queries.answering.people.incumbent import EVERYBODY
from queries.answering.unheld import body_without_people, names_body, papers_of_body, passages_on
from queries.texts.wording import LONGEST, stems
from queries.understanding.question import labelled


def by_other_body(asking: Asking) -> Found | Missing | None:
    """Who holds the office asked for in a body of which no facts on people are held, or that no
    passage says so; None where none is named.
    """
    question = asking.question
    asked = question.way == "role" and question.capacities and not question.whether
    body = body_without_people(asking) if asked else None
    if body is None:
        return None
    name, offices = body.name, _offices(question.text, body.name)
    if not offices:
        return None
    own = papers_of_body(asking, body)
    told = {
        part: place.paragraph
        for place in reversed(passages_on(asking, name))
        for part in sentences(place.text[:LONGEST])
        if _says(part, name, offices) and (place.document in own or names_body(asking, name, part))
    }
    if not told:
        return Missing(f"No paper held says who holds that office in the {name}.")
    said = list(reversed(told.items()))
    quotes = [Quote(paragraph, part) for part, paragraph in said]
    return Found(answer="\n".join(part for part, _ in said), quotes=quotes)


def _says(sentence: str, name: str, offices: set[str]) -> bool:
    """Whether a sentence has an office, beside the name of a body, and the name of somebody."""
    held = offices & _offices(without_speakers(sentence), name)
    return bool(held) and any(_of_somebody(run[0], name) for run in NAMED.finditer(sentence))


def _of_somebody(run: str, name: str) -> bool:
    """Whether words with capitals may be the name of a person, and are none of a body."""
    words = set(run.split())
    return words.isdisjoint(table("people")["not_names"]) and set(stems(run)).isdisjoint(
        stems(name)
    )


def _offices(text: str, name: str) -> set[str]:
    """The offices that a text has beside the name of a body."""
    return set(labelled(text.replace(name, ""), "capacities")[0]) - {EVERYBODY}
