"""What somebody said: told only by a sentence in which he, she or it says something."""

from collections.abc import Iterator, Sequence

from queries.answering.answer import Missing
from queries.answering.asking import Asking, titles, with_titles
from queries.answering.choosing.listing import lead_of
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.people_named import NAMED, written_forms
from queries.answering.choosing.sentence_shares import shares
from queries.answering.people.first_person import in_first_person, writer
from queries.graphs.place import Place
from queries.texts.wording import first_match, first_said, overlaps, says, stems, stripped, tokens
from queries.understanding.periods import in_time

LEAST = 0.5
"""The least part of what any passage has of the subject beside the speaker that one must have in
which he, she or it is told to say something.
"""
MOST_OF = 0.75
"""The least part of that where somebody is told to ask for something, or to object to it."""
_ROW = "table"
MOST = 5
"""The most words of a name of a speaker."""


def unsaid(asking: Asking) -> Missing | None:
    """That no passage tells what somebody said who is named; None where that is not asked."""
    who = _speaker(asking)
    if who is None:
        return None
    forms = [set(stems(form)) for form in _forms(asking, who)]
    if any(_speaks(asking, place, forms) for place in _on_matter(asking, who)):
        return None
    return Missing(f"No passage that speaks of this tells what {who} said.")


def unwanted(asking: Asking) -> Missing | None:
    """That no sentence on the matter says that anybody asked for something, or objected; None where
    it is not asked who did.
    """
    deed = first_said(asking.question.text, "wanting")
    if deed is None or any(_wants(asking, hit.place, deed) for hit in asking.result.hits):
        return None
    return Missing(f"No passage that speaks of this says that anybody {deed}.")


def _wants(asking: Asking, place: Place, deed: str) -> bool:
    """Whether a sentence in which somebody asks for something, or objects, has half of the subject,
    with the one before it and the titles; most of what any passage has, where that is less.
    """
    least = min(LEAST, MOST_OF * asking.covered)
    wanting = shares(asking, place.text, titles(place), lambda part: says(part, "wanted_so", deed))
    return any(share >= least for share in wanting)


def without_speakers(text: str) -> str:
    """A text without the offices whose holders only say or do something in it."""
    return stripped(text, "office_speaks")


def _on_matter(asking: Asking, who: str) -> list[Place]:
    """Where the hits stand that have enough of the subject beside the speaker."""
    named = set(stems(who))
    near = [hit.place for hit in asking.result.hits]
    held = [sorted(asking.held(with_titles(place)) - named) for place in near]
    shares = [asking.share(" ".join(some)) for some in held]
    least = LEAST * max(shares, default=0.0)
    return [place for place, share in zip(near, shares, strict=True) if share >= least]


def _speaker(asking: Asking) -> str | None:
    """The name of whom it is asked what they said; None for bodies whose papers these are, for
    short forms and for people in general, which papers let speak in many ways.
    """
    match = first_match(asking.question.text, "saying")
    if match is None:
        return None
    bodies = [(one.start, one.end) for one in asking.question.mentions if one.kind == "Board"]
    if overlaps(*match.span("who"), bodies):
        return None
    words = [word for word, _, _ in tokens(match["who"])]
    named = [word for word in words if word[0].isupper() and not word.isupper()]
    own = set(stems(" ".join(named))) <= asking.own_stems or says(match["who"], "recording")
    return match["who"] if named and len(words) <= MOST and not own else None


def _speaks(asking: Asking, place: Place, forms: Sequence[set[str]]) -> bool:
    """Whether a sentence of a passage, or of what leads in to it, lets a speaker say something, at
    the meeting asked about; answer, where an answer is asked for.
    """
    if asking.question.meeting and not _minuted(asking, place):
        return False
    parts = sentences(place.text)
    spoken = "replied" if says(asking.question.text, "asks_reply") else "spoken"
    if any(
        form <= set(stems(part)) and says(_behind(place, _with_next(parts, at), form), spoken)
        for at, part in enumerate(parts)
        for form in forms
    ):
        return True
    lead = lead_of(asking.graph, place)
    led = lead is not None and _speaks(asking, lead, forms)
    return led or _is_writer(asking, place, forms)


def _behind(place: Place, part: str, form: set[str]) -> str:
    """A sentence, of a row of a table from a name (stems) on: a row of an agenda names a presenter
    behind what is to be presented.
    """
    if place.form != _ROW:
        return part
    named = (start for word, start, _ in tokens(part) if form & set(stems(word)))
    return part[next(named, len(part)) :]


def _is_writer(asking: Asking, place: Place, forms: Sequence[set[str]]) -> bool:
    """Whether a passage is of a paper whose writer one of some forms names, and has no sentence in
    which somebody else may say something.
    """
    one = writer(asking.graph, place.document)
    if one is None or not any(map(set(stems(one.name)).issuperset, forms)):
        return False
    others = (
        part for part in sentences(place.text) if one.name not in part and not in_first_person(part)
    )
    return not any(NAMED.search(part) and says(part, "spoken") for part in others)


def _with_next(parts: Sequence[str], at: int) -> str:
    """A sentence, with the next one where that is of the same somebody."""
    both = parts[at : at + 2]
    return " ".join(both if says(both[-1], "of_the_same") else both[:1])


def _minuted(asking: Asking, place: Place) -> bool:
    """Whether a passage is of no report, and of the meeting asked about where its time is told."""
    day = place.meeting and place.meeting.date
    periods = asking.question.periods
    return place.report is None and (not periods or day is None or in_time(day, periods))


def _forms(asking: Asking, who: str) -> Iterator[str]:
    """How papers may name a speaker: as asked, by surname, by initials, or by another name."""
    yield who
    for mention in asking.question.mentions:
        if asking.question.text[mention.start : mention.end] in who:
            yield from written_forms(asking, mention)
