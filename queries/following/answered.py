"""How a decision answers what was asked: as asked, changed, noted instead, put off, refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.rdf.linking.action_kin import bare_words
from kg.tables.load import alternation, matches, patterns, table
from queries.graphs.fold import Folded
from queries.texts.wording import stems, stopstems

AS_ASKED, CHANGED = "as asked", "changed"
NOTED_INSTEAD = "noted instead of agreed"
_AMENDED = "agreed with changes"
_SETTLED = frozenset({"deferred", "rejected", "withdrawn", "referred"})
"""Outcomes that say by themselves how what was asked is answered."""
_OF_RESPONSES = {"agreed": AS_ASKED, _AMENDED: CHANGED}
RESPONSES = "answers-responses/1"
"""The rule by which a decision that takes the responses to recommendations answers each."""
OF_ANOTHER = "taken-by-another/1"
"""The rule by which a body decides in words of its own on what another recommends to it."""
_IN_PART = re.compile(r"\b(?:in part|part(?:ly|ially)|in principle)\b", re.IGNORECASE)
_WORD = re.compile(r"[£$€]?\w[\w,.'’-]*\w|\w")
_MONTH = re.compile(rf"\b{alternation('dates', 'months')}\b")
_TAIL = re.compile(r"[;,]\s*(?:and|or)\W*$")
_NOTE = frozenset(stems("note consider receive comment discuss feedback reflect"))
_EXCEPT = rf"\b{alternation('histories', 'leaving_out')}\b"
_OPENING = 6
"""Among how many words of an action stands the verb that says what is to be done."""
_FIRST = 8
"""Among how many stems of what is asked stands the verb that asks."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words that the decision has in place of those that were asked; either may be empty."""

    asked: str
    decided: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation: its words, its number and the response to it, where it has them."""

    text: str
    number: str | None = None
    response: str | None = None

    @classmethod
    def of(cls, record: Folded) -> "Asked":
        """Of several numbers that of a list, before that of a paragraph which says it again."""
        number = min(record.texts("number"), key=_place_of_number, default=None)
        return cls(record.text("text") or "", number, record.text("response"))


def _place_of_number(number: str) -> tuple[bool, int, str]:
    """Where a number stands among several of one thing: "9" before "7.3"."""
    return "." in number, len(number), number


@dataclass(frozen=True, slots=True)
class Answered:
    """How a decision answers what was asked, the outcome for it, and the words that changed."""

    how: str
    outcome: str | None
    reworded: tuple[Reworded, ...] = ()

    @property
    def told(self) -> str:
        """What the decision did, to be told where nothing says what was asked."""
        return NOTED_INSTEAD if self.how == NOTED_INSTEAD else self.outcome or "decided"


def answered(asked: Asked, decided: str, outcome: str | None, rule: str | None) -> Answered:
    """How a decision of an outcome answers a recommendation, by the rule that links the two.

    One that takes the responses to what others recommend answers each as its response does; of the
    words of another body only numbers and months are compared.
    """
    if rule == RESPONSES:
        outcome = response_outcome(asked.response or "", asked.number, decided)
        return Answered(_OF_RESPONSES.get(outcome, outcome), outcome)
    how, reworded = how_answered(asked.text, decided, outcome)
    if rule == OF_ANOTHER and how in (AS_ASKED, CHANGED):
        reworded = tuple(one for one in reworded if _counts(one.asked) and _counts(one.decided))
        how = CHANGED if reworded or outcome == _AMENDED or _IN_PART.search(decided) else AS_ASKED
    amended = outcome == "agreed" and how == CHANGED
    return Answered(how, _AMENDED if amended else outcome, reworded)


def how_answered(asked: str, decided: str, outcome: str | None) -> tuple[str, tuple[Reworded, ...]]:
    """How a decision of an outcome answers what was asked, with the words that changed."""
    if outcome in _SETTLED:
        return str(outcome), ()
    if outcome == "noted" and not _is_met_by_noting(asked):
        return NOTED_INSTEAD, ()
    whole = _TAIL.sub("", asked)
    reworded = tuple(_reworded(whole, decided))
    told = [decided, *(one.decided for one in reworded)]
    amends = any(p.search(text) for text in told for p in patterns("histories", "amending"))
    counted = any(_counts(one.asked) and _counts(one.decided) for one in reworded)
    if outcome == _AMENDED or counted or (reworded and amends):
        return CHANGED, reworded
    return AS_ASKED, ()


def _is_met_by_noting(asked: str) -> bool:
    """Whether what is asked is to note something, or to say what one thinks of it."""
    views = patterns("histories", "words", "asks_views")
    return bool(_NOTE & set(stems(asked)[:_FIRST])) or any(one.search(asked) for one in views)


def response_outcome(response: str, number: str | None, decided: str) -> str:
    """The outcome of a recommendation by the response to it that a decision agreed.

    One that the decision itself names as an exception is "deferred".
    """
    if number and re.search(
        rf"{_EXCEPT}[^.;]{{0,60}}\b{re.escape(number)}\b", decided, re.IGNORECASE
    ):
        return "deferred"
    for outcome in table("histories")["responses"]:
        if matches(response, "histories", "responses", outcome):
            return str(outcome).replace("_", " ")
    return "noted"


def tells_only(action: str, owner: str | None, said: str) -> bool:
    """Whether an action only tells somebody of a matter ("write to the Minister"), which is not
    to carry out what was ``said``, unless that itself asks for the telling.
    """
    words = bare_words(action, owner).split()[:_OPENING]
    verbs = [word for word in words if word in table("histories")["telling"]["verbs"]]
    return bool(verbs) and not set(stems(verbs[0])) & set(stems(said))


def _reworded(asked: str, decided: str) -> list[Reworded]:
    """Where two texts part, verbatim, without differences of form and of small words.

    What a decision says of the words it sets aside ("instead of the ten proposed") is not
    compared.
    """
    aside = [found.span() for p in patterns("histories", "aside") for found in p.finditer(decided)]
    first = list(_WORD.finditer(asked))
    second = [
        word
        for word in _WORD.finditer(decided)
        if not any(start <= word.start() < end for start, end in aside)
    ]
    one, other = ([_stem(word[0]) for word in words] for words in (first, second))
    parts = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    common = [at for at, part in enumerate(parts) if part[0] == "equal"]
    if not common:
        return []
    inner = parts[common[0] : common[-1] + 2]
    return [
        Reworded(_stretch(asked, first[a:b]), _stretch(decided, second[c:d]))
        for tag, a, b, c, d in inner
        if tag != "equal" and (set(one[a:b]) | set(other[c:d])) - stopstems()
    ]


def _stretch(text: str, words: Sequence[re.Match[str]]) -> str:
    """The text from the first to the last of some words in it."""
    return text[words[0].start() : words[-1].end()] if words else ""


def _stem(word: str) -> str:
    return " ".join(stems(word)) or word


def _counts(words: str) -> bool:
    """Whether words have a number or a month."""
    return any(sign.isdigit() for sign in words) or _MONTH.search(words) is not None
