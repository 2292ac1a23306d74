"""What a decision comes to: its verb, its outcome, its votes."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extraction.numbers import value
from kg.tables.load import alternation, kinds, matches, one_of, options, pattern, table
from kg.vocabulary import as_listed

_NONE = re.compile(r"\bno\b[^.,;]{0,60}$", re.IGNORECASE)
_PUT_OFF = ("deferred", "referred")
_AND = re.compile(r"\s+and\s+(?:\w+ly\s+)?", re.IGNORECASE)
_WHO = options("verbs", "decisions", "subjects", "members")
_AND_LATER = re.compile(
    r"\s(?:and|but)(?:,[^.;]{0,120}?\sit\s+was)?\s+"
    rf"(?:(?:it|these|they|this|was|were|then|also|\w+ly|{_WHO})\s+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Votes:
    """Counts of votes, each None where the paper gives none."""

    votes_for: int | None = None
    against: int | None = None
    abstentions: int | None = None


@cache
def _verbs() -> re.Pattern[str]:
    forms = one_of(kinds("verbs", "outcome"))
    return re.compile(rf"(?<![\w-])(?<!\bas )(?<!\bthe )(?<!\ban ){forms}(?![\w-])", re.IGNORECASE)


@cache
def _presents() -> re.Pattern[str]:
    forms = one_of(kinds("verbs", "present"))
    who = options("verbs", "decisions", "subjects", "members")
    return re.compile(rf"^\W*(?:{who})\s+(?:\w+ly\s+)?(?P<verb>{forms})(?![\w-])", re.IGNORECASE)


def verb_of(text: str) -> str | None:
    """The first verb of decision in the past tense, in lower case.

    "The Board approve it" opens with one in the present, which is told in the past. "It was
    resolved" tells more than what is told before it. Of "reviewed and approved" it is the one
    that decides, and so of "considered the report and resolved", "tabled the accounts and, on a
    vote, it was agreed" and "no report was received, but it was agreed"; "as requested" and "the
    requested work" have none.
    """
    verbs = _verbs()
    formal = _formal(text)
    if formal is not None:
        return (formal["verb"] or formal["label"] or "decided").lower()
    if present := _presents().match(text):
        return kinds("verbs", "present")[_said(present, "verb")]
    match = verbs.search(text)
    if match is None:
        return None
    if _outcome(_said(match)) == "noted" and _NONE.search(text, 0, match.start()):
        match = verbs.search(text, match.end()) or match
    verb = _said(match)
    joined = _AND.match(text, match.end()) if _outcome(verb) == "noted" else None
    second = verbs.match(text, joined.end()) if joined else None
    return _said(second) if second else _settled(text, match.end(), verb) or verb


def _formal(text: str) -> re.Match[str] | None:
    """How a sentence says what was decided, whatever it tells before: "it was resolved"."""
    return pattern("verbs", "decided", "formal").search(text)


def _said(match: re.Match[str], group: str | int = 0) -> str:
    """Words of a table as they stand there, however a text writes them."""
    return as_listed(match[group])


def _outcome(verb: str) -> str:
    """The outcome that a verb of decision means."""
    return kinds("verbs", "outcome")[verb]


def _settled(text: str, start: int, verb: str) -> str | None:
    """The verb that says what came of what was first weighed, behind a later "and"."""
    if verb not in table("verbs")["decisions"]["weighing"]:
        return None
    found = (_verbs().match(text, joined.end()) for joined in _AND_LATER.finditer(text, start))
    later = [_said(match) for match in found if match]
    told = (_said(one, "verb") for one in _passive().finditer(text, start))
    weak = ("noted", "requested")
    return next((one for one in (*later, *told) if _outcome(one) not in weak), None)


@cache
def _passive() -> re.Pattern[str]:
    """What was done with another thing behind "and": "and a change of wording was agreed"."""
    return re.compile(
        rf"\sand\s[^.;]{{3,120}}?\b(?:was|were)\s(?P<verb>{_verbs().pattern})", re.IGNORECASE
    )


def outcome_of(text: str, verb: str | None) -> str:
    """What the verb and the words after it come to, in the words of the ontology.

    Of a motion that was put to the vote, what became of it comes before what it asked for;
    one that was carried and puts a matter off is a deferral.
    """
    moved = matches(text, "verbs", "decisions", "motion")
    verdict = verdict_of(text) if moved else None
    outcome = verdict[1] if verdict else kinds("verbs", "outcome").get(verb or "", "agreed")
    formal = _formal(text)
    told = text[formal.start() :] if formal else text
    if outcome in ("agreed", "noted"):
        for turned in _PUT_OFF if verdict else table("verbs")["turns"]:
            amends = turned.startswith("agreed")
            if not (amends and outcome == "noted") and matches(told, "verbs", "turns", turned):
                return str(turned)
    return str(outcome)


def verdict_of(text: str) -> tuple[str, str] | None:
    """The verb of the last words that say what became of a motion, and what they come to."""
    found = [_said(match) for match in _verdicts().finditer(text)]
    if not found:
        return _of_counts(votes(text))
    outcome = kinds("verbs", "verdict")[found[-1]]
    return verb_of(found[-1]) or table("verbs")["became"][outcome], outcome


def _of_counts(counted: Votes) -> tuple[str, str] | None:
    """What votes alone say became of a motion."""
    if counted.votes_for is None or counted.against is None:
        return None
    outcome = "agreed" if counted.votes_for > counted.against else "rejected"
    return table("verbs")["became"][outcome], outcome


@cache
def _verdicts() -> re.Pattern[str]:
    forms = one_of(kinds("verbs", "verdict"))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=512)
def votes(text: str) -> Votes:
    """The counts of votes that a text gives, in figures or words."""
    return Votes(_count("for", text), _count("against", text), _count("abstentions", text))


def _count(side: str, text: str) -> int | None:
    for form in _counts(side):
        if match := form.search(text):
            return _number(match["count"])
    return None


@cache
def _counts(side: str) -> tuple[re.Pattern[str], ...]:
    count = rf"(?<![£$€.,/])\b(?P<count>\d{{1,3}}|{alternation('verbs', 'votes', 'words')})"
    return tuple(
        re.compile(form.replace("{count}", count), re.IGNORECASE)
        for form in table("verbs")["votes"][side]
    )


def _number(word: str) -> int:
    """The number that a count stands for; "none" counts nobody."""
    return int(value(word))
