"""What a body decided whose minutes are not held: as passages of other papers tell it.

What the board decided whose minutes are held is no answer to it.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, with_titles, without_stems
from queries.answering.choosing.numbering import sentences
from queries.answering.timely import WRITTEN, times_written
from queries.answering.unheld import NamedBody, body_unheld, forms_of_body, passages_on
from queries.graphs.place import Place
from queries.texts.wording import as_word, in_any_form, says, stems

SPOKEN = 0.4
"""The least share of the rest of the subject that a sentence must have, with the titles above."""
SAID_SO = 0.2
"""The same of one that says with the question's own verb what the body did."""


def by_body_unheld(asking: Asking) -> Found | Missing | None:
    """The sentence that says what such a body decided on what is asked, or that none does; None
    where the question names none as the one that decides, or what is held was decided under its
    name. Of an organisation it is only told where a sentence says it.
    """
    body = body_unheld(asking)
    acting = body or _organisation(asking)
    if acting is None or not says(asking.question.text[: acting.start], "body_acting"):
        return None
    near = passages_on(asking, acting.name)
    best = max(_deciding(asking, acting, near), key=itemgetter(0, 1), default=None)
    if best is not None and best[1] >= (SAID_SO if best[0] else SPOKEN):
        *_, paragraph, part = best
        return Found(answer=part, quotes=[Quote(paragraph, part)])
    headed = (set(stems("\n".join(one.headings))) for one in near)
    if body is None or any(set(stems(body.name)) <= said for said in headed):
        return None
    return Missing(
        f"No minutes of the {body.name} are held, and no paper tells what it decided on it."
    )


def _organisation(asking: Asking) -> NamedBody | None:
    """The first organisation that a question names."""
    text = asking.question.text
    return next(
        (
            NamedBody(text[one.start : one.end], one.start)
            for one in asking.question.mentions
            if one.kind == "Organisation"
        ),
        None,
    )


def _deciding(
    asking: Asking, body: NamedBody, near: Sequence[Place]
) -> Iterator[tuple[bool, float, str, str]]:
    """The sentences of passages in which a body settles something at the time asked of, in their
    order, each with whether it does so by the question's verb, its share of the rest of the subject
    and its paragraph.
    """
    name = body.name
    rest = without_stems(asking, set(stems(name)))
    verb = in_any_form(stems(asking.question.text[body.end :])[:1])
    for place in near:
        for part in sentences(place.text):
            named = [
                one.span()
                for form in forms_of_body(asking, name)
                for one in as_word(form).finditer(part)
            ]
            settled = any(
                says(part[end:], "settles", "decision") or says(part[:start], "agreement_of")
                for start, end in named
            )
            if settled and _in_time(asking, place, part):
                so = any(verb & set(stems(part[end:])[:1]) for _, end in named)
                share = rest.share(f"{part}\n{with_titles(place)}")
                yield so, share, place.paragraph, part.strip()


def _in_time(asking: Asking, place: Place, part: str) -> bool:
    """Whether a sentence is of a paper of the time asked of, or writes it."""
    time, day = asking.asked_time, asking.days.of(place)
    if time is None or (day is not None and time.holds(day)):
        return True
    return any(time.meets(one) and (one.days or 0) <= WRITTEN for one in times_written(part, day))
