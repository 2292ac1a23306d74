"""Who did a thing, and why: what is told must tell of that, and not only name it and somebody."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from kg.structure.sentences import sentences as sentence_spans
from kg.tables.load import matches, table, words
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, titles, with_titles
from queries.answering.choosing.likeness import LIKE, MEANT, likeness
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.section import section_before
from queries.answering.choosing.sentence_shares import shares
from queries.answering.choosing.told import Told
from queries.texts.wording import (
    first_match,
    in_any_form,
    light,
    participle,
    says,
    spans,
    stems,
    stems_of,
    stripped,
    tokens,
)
from queries.understanding.aliases import initials_of
from queries.understanding.question import OPEN, Question
from queries.understanding.reworded import everyday, reworded

NEAR = 4
"""Among how many words before a noun its article stands."""
HALF = 0.5
"""The least share of the subject beside the verb."""
MOST = 0.8
"""The least part of what any passage has of the subject in the sentence that gives its name."""
_OF = re.compile(r"\s(?:of|from|at|in|on)\s")
"""What stands behind a person and before where they belong."""
NO_REASON = "No passage that speaks of this gives a reason."
"""What is said where it is asked why, and no passage tells it."""
_NAME = re.compile(r"(?<=[\w,;:(] )[A-Z][\w&’'-]+|\b[A-Z][\w&’'-]+ [A-Z][\w&’'-]+")
"""A word with a capital within a sentence, or two on end."""
_CLOSELY = frozenset({"when", "did"})
"""The forms of asking for a deed whose verb hardly says but how a thing was put."""


def doers(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Of what is told where it is asked who did a thing, or when, why or whether it was done, all;
    where the verb stands only in sentences on something else the nearest passage, if it has another
    one like it; nothing where nothing is like it.
    """
    kind, asked = _deed(asking)
    with_verb = [one for one in told if asked & set(stems(one.text))]
    if kind == "by_whom" and with_verb and not any(_by_somebody(one.text, asked) for one in told):
        return []
    if with_verb:
        of_matter = any(_of_matter(asking, one, asked) for one in with_verb)
        return list(told) if of_matter else _put_alike(asking, told[0], asked)
    return [] if _unlike(asking, asked - _freely(asking, kind), told) else list(told)


def _by_somebody(text: str, asked: set[str]) -> bool:
    """Whether a sentence has a verb, given by its stems, and does not only say that a thing was
    done, without a word of by whom.
    """
    for part in sentences(text):
        said = tokens(part)
        for at, (word, _, end) in enumerate(said):
            passive = says(" ".join(one for one, _, _ in said[max(0, at - 3) : at]), "passive")
            if asked & set(stems(word)) and not (passive and not says(part[end:], "agent")):
                return True
    return False


def _freely(asking: Asking, kind: str) -> frozenset[str]:
    """The stems of verbs that papers put in many other words, since they say little; none where it
    is asked which firm did a thing or where, since that is asked of the deed itself.
    """
    if says(asking.question.text, "which_firm") or says(asking.question.text, "where"):
        return frozenset()
    return light() | (frozenset() if kind in _CLOSELY else stems_of("questions", "manner"))


def _put_alike(asking: Asking, nearest: Told, asked: set[str]) -> list[Told]:
    """The nearest passage, where it has another word like the verb, given by its stems."""
    near = nearest.hit.rank == 1 and not asked & set(stems(nearest.text))
    words = [word for word, _, _ in tokens(asking.question.text) if asked & set(stems(word))]
    here = [nearest.hit.place.paragraph]
    return [nearest] if near and any(likeness(asking, one, here) >= LIKE for one in words) else []


def _unlike(asking: Asking, words: set[str], told: Sequence[Told]) -> bool:
    """Whether what is told has nothing like some words of the question, given by their stems."""
    said = [word for word, _, _ in tokens(asking.question.text) if words & set(stems(word))]
    near = [one.hit.place.paragraph for one in told]
    return bool(said) and max(likeness(asking, word, near) for word in said) < MEANT


def firms(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Of what is told where it is asked which firm did a thing, what names one that the question
    does not, in a sentence with half of what any passage has of the subject. Where passages say
    "an agency" or the like, that must be a sentence with such a word.
    """
    asked = first_match(asking.question.text, "which_firm")
    if asked is None or asking.question.expects:
        return list(told)
    kind = {*stems(asked[0].split()[-1]), *stems_of("questions", "firms")}
    besides = set[str]().union(*(_spoken_of_as_one(one.text, kind) for one in told))
    under = [f"{_titles(one)}\n{section_before(asking, one.hit.place)}" for one in told]
    return [
        one
        for one, heads in zip(told, under, strict=True)
        if _share_naming(asking, one, heads, besides) >= HALF * asking.covered
    ]


def called(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Of what is told where it is asked what a thing is called, what gives a name that the question
    does not in a sentence with most of what any passage has of the subject.
    """
    if asking.question.expects or not says(asking.question.text, "asks_name"):
        return list(told)
    return [
        one for one in told if _share_naming(asking, one, _titles(one)) >= MOST * asking.covered
    ]


def _spoken_of_as_one(text: str, kind: set[str]) -> set[str]:
    """Those of some stems before whose words a text has an indefinite article shortly before."""
    said = tokens(text)
    return {
        stem
        for at, (word, _, _) in enumerate(said)
        if says(" ".join(one for one, _, _ in said[max(0, at - NEAR) : at]), "indefinite")
        for stem in kind & set(stems(word))
    }


def _share_naming(
    asking: Asking, told: Told, heads: str, besides: Collection[str] = frozenset()
) -> float:
    """The greatest share of the subject of a sentence, under some ``heads``, that has a name which
    is not in the question and, if any are given, one of some stems; below 0 where none has.
    """
    known = set(stems(asking.question.text)) | asking.body_stems | _times()
    naming = shares(
        asking,
        told.text,
        heads,
        lambda part: (
            (not besides or not set(besides).isdisjoint(stems(part)))
            and any(not set(stems(name)) <= known for name in _named_in(part))
        ),
    )
    return max(naming, default=-1.0)


def _titles(told: Told) -> str:
    """The titles above what is told."""
    return "\n".join(map(titles, told.places))


def _named_in(text: str) -> Iterator[str]:
    """The names and the words in quotation marks of a text."""
    yield from _NAME.findall(text)
    yield from (text[start:end] for start, end in spans(text, "in_quotes"))


@cache
def _times() -> frozenset[str]:
    """The stems of the names of months and seasons, which name no firm."""
    return frozenset(stems(" ".join((*words("dates", "months"), *table("dates")["seasons"]))))


def deed(asking: Asking) -> set[str]:
    """The stems of the forms of the verb for what was done and of what papers call it, where it is
    asked who or which firm did a thing, or when, where, why or whether it was done; none where the
    question has no such verb.
    """
    return _deed(asking)[1]


def _deed(asking: Asking) -> tuple[str, set[str]]:
    """The form of asking for a deed that a question has, and the stems of its verb."""
    question = asking.question
    for kind in table("questions")["deed"]:
        match = first_match(question.text, "deed", kind)
        verb = match["verb"] if match and _asks_deed(question, kind, match["verb"]) else ""
        if set(stems(verb)) & set(question.subject):
            put = [formal for word, formal in everyday(question.text) if verb in word.split()]
            return kind, in_any_form(stems(" ".join((verb, reworded(verb), *put))))
    return "", set()


def _asks_deed(question: Question, kind: str, verb: str) -> bool:
    """Whether a question of such a form asks for a deed: not for a thing of some kind, nor when it
    was meant to be; whether a thing was done is asked by a participle.
    """
    if kind == "by_whom":
        return question.way == OPEN and question.expects is None
    if kind == "when":
        done = participle(verb) or says(question.text, "when_did")
        return done and not says(question.text, "intended") and not question.periods
    return kind in {"did", "counted"} or participle(verb)


def _of_matter(asking: Asking, told: Told, asked: set[str]) -> bool:
    """Whether a sentence with the verb has, with the one before it and the titles, half of the
    subject; where it gives a number or day, with the hits before it in its section.
    """
    heads = _titles(told)
    if asking.question.expects:
        heads = f"{heads}\n{section_before(asking, told.hit.place)}"
    own = asking.share(" ".join(sorted(asked)))
    least = own + HALF * (1 - own)
    with_verb = shares(asking, told.text, heads, lambda part: bool(asked & set(stems(part))))
    return any(share >= least for share in with_verb)


def with_agents(text: str) -> str:
    """A text without what only says that a thing was moved or seconded, and not by whom."""
    return stripped(text, "moved_by_nobody")


def happened(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Of what is told where it is asked when a thing was done, all, or nothing where the nearest
    passage says only that it may be done, or is not done yet; where a day is asked for, what gives
    part of one.
    """
    text = asking.question.text
    if says(text, "which_day"):
        told = [one for one in told if says(one.text, "dated")]
    done = says(text, "was_when") and not says(text, "intended")
    asked = deed(asking)
    told = [one for one in told if not _only_noun(one.text, asked)]
    return [] if done and any(_unsure(asking, one) for one in told[:1]) else list(told)


def _only_noun(text: str, asked: set[str]) -> bool:
    """Whether a text has a verb only as a noun for a thing ("the building")."""
    said = [text[start:] for word, start, _ in tokens(text) if asked & set(stems(word))]
    return bool(said) and all(says(word, "thing_done") for word in said)


def _unsure(asking: Asking, told: Told) -> bool:
    """Whether the sentences of a hit that show a day, or else those with half of what any passage
    has of the subject, say that it may not be so.
    """
    parts = sentences(told.text)
    dated = [part for part in parts if says(part, "shows", "date")]
    on_it = dated or [part for part in parts if asking.share(part) >= HALF * asking.covered]
    return bool(on_it) and all(says(part, "unsure") for part in on_it)


def by_leaving(asking: Asking) -> Found | Missing | None:
    """The sentences that say why somebody left, or that none does; None where that is not asked."""
    match = first_match(asking.question.text, "leaving")
    who = [] if match is None else stems(_OF.split(match["who"])[0])
    if not who:
        return None
    forms = {who[-1], *initials_in(asking, who)}
    for hit in asking.result.hits:
        if words := _leaves_for(hit.place.text, forms):
            return Found(answer=words, quotes=[Quote(hit.place.paragraph, words)])
    return Missing(NO_REASON)


def initials_in(asking: Asking, who: Collection[str]) -> Iterator[str]:
    """The initials of the people of the question who are named by some stems."""
    for one in asking.question.mentions:
        if set(stems(asking.question.text[one.start : one.end])) & set(who):
            yield from (short.lower() for short in initials_of(one))


def _leaves_for(text: str, who: set[str]) -> str:
    """The sentence that says that one left, with the one before it where only that names somebody
    and the next one where only that says why; empty where none gives a reason.
    """
    spans = sentence_spans(text)
    parts = [text[one.start : one.end] for one in spans]
    for at in (at for at, part in enumerate(parts) if says(part, "left")):
        first = at if who & set(stems(parts[at])) or _apart(parts, at) else at - 1
        last = at if _reasoned(parts[at]) or _apart(parts, at + 1) else at + 1
        told = text[spans[first].start : spans[last].end]
        if who & set(stems(" ".join(parts[first : at + 1]))) and _reasoned(told):
            return told
    return ""


def _apart(parts: Sequence[str], at: int) -> bool:
    """Whether a sentence does not go on from the one before it: both say that somebody left, and
    this one is not of the same.
    """
    if not 0 < at < len(parts):
        return True
    both = all(says(part, "left") for part in parts[at - 1 : at + 1])
    return both and not says(parts[at], "of_the_same")


def _reasoned(text: str) -> bool:
    """Whether a text gives a reason, not counting what came of somebody's leaving."""
    text = stripped(text, "left_so")
    return says(text, "left_for") or matches(text, "questions", "reasons")


def unpermitted(asking: Asking) -> Missing | None:
    """That no passage with half of the subject says that a thing was permitted, or was not; None
    where that is not asked.
    """
    if not says(asking.question.text, "permission"):
        return None
    near = (hit.place for hit in asking.result.hits if not hit.place.report)
    if any(
        says(place.text, "permitted") and asking.share(with_titles(place)) >= HALF for place in near
    ):
        return None
    return Missing("No passage that speaks of this says whether it was permitted.")
