"""Which sentences of minutes record a decision, and which only tell what was said."""

import re
from functools import cache

from kg.extraction.needed import needed
from kg.extraction.vocabulary import vocabulary
from kg.structure.labels import plain
from kg.tables.load import alternation, either, matches, patterns, table, words

_VERDICT_LENGTH = 130
_ROLL_CALL_LENGTH = 400
_VOTES = re.compile(
    rf"\W*(?:(?:{alternation('verbs', 'decisions', 'votes')}|\d+|{alternation('numbers', 'small')})"
    r"\b\W*)+",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"([A-Z][a-z]{3,}s)[’']?")
"""Those whom the name of a body calls its own: "Residents' Council"."""
_PAIR = re.compile(r"^\W*[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?\s?/\s?[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?\W+")
"""Mover and seconder before what became of a motion: "(Lowe/Tarn) - "."""
_GIVEN_BEHIND = re.compile(r"\s[–—-]\s+action\b.{0,40}$", re.IGNORECASE)
_OWN = re.compile(r"it\s", re.IGNORECASE)
"""How a clause begins that stands on its own amid a sentence: "it was agreed"."""
_LINKS = frozenset({"from", "for"})
_OPINES = re.compile(r"\s+(?:that\b|(?:it|this)\s+(?:was|were|had|is|has)\b|how\b)", re.IGNORECASE)
"""What stands behind "all agreed" of a view, where nothing is to be done."""
_HANGING = 1
_BEFORE = 500
"""The characters before a body that may say that somebody only reports what it did."""
_JOINS = re.compile(r"(?:and|but|so|then)\s", re.IGNORECASE)
_TELLS_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_LED_UP = re.compile(
    r"^\W*(?:further to|following|after|in response to|in view of|given|having)\b"
    r"(?:[^.;]|(?<=\b[A-Z])\.){0,200},\s",
    re.IGNORECASE,
)


def is_verdict(text: str) -> bool:
    """Whether a sentence says only what became of what stands before it: "Carried."."""
    text = _PAIR.sub("", _GIVEN_BEHIND.sub("", text.strip()), count=1).strip(".!()*–—- ")
    if only_leads_up(text):
        return False
    return len(text) <= _VERDICT_LENGTH and any(
        pattern.fullmatch(text) for pattern in patterns("verbs", "decisions", "verdicts")
    )


def is_votes(text: str) -> bool:
    """Whether a sentence only counts votes, or tells who voted which way."""
    if len(text) <= _ROLL_CALL_LENGTH and _matches("roll_calls", text):
        return True
    return len(text) <= _VERDICT_LENGTH and _VOTES.fullmatch(text.strip()) is not None


def is_filler(text: str) -> bool:
    """Whether a sentence says that there was nothing to say between a motion and its vote."""
    return len(text) <= _VERDICT_LENGTH and _matches("fillers", text)


def is_subject(words: str, board: str) -> bool:
    """Whether words are only the body that decides."""
    words = plain(words)
    return words in _subject_words() or words.removeprefix("the ") == plain(board).removeprefix(
        "the "
    )


def decides(text: str, board: str, topic: str = "") -> bool:
    """Whether a sentence records a decision of ``board``; ``topic`` is the title of its item."""
    earlier = _matches("earlier", _LED_UP.sub("", text)) and _MINUTES.search(text) is None
    if earlier or only_leads_up(text):
        return False
    return (
        _by_form(text)
        or _by_reportable(text)
        or _by_subject(text, board)
        or _by_passive(text, topic)
        or _by_ellipsis(text)
        or _matches("tails", text)
    )


def only_leads_up(text: str) -> bool:
    """Whether a sentence only leads up to a decision, or tells of signing one that was taken."""
    return _matches("leading_up", text)


def notes(text: str) -> bool:
    """Whether a sentence that opens a paragraph records what the body noted."""
    return _matches("noting", text)


def signs(text: str) -> bool:
    """Whether a sentence says only that approved minutes were signed."""
    return _matches("signing", text)


def takes_up(text: str) -> bool:
    """Whether a sentence says only that the body took up a matter: "considered the report"."""
    return _matches("taking_up", text) and not _matches("sentences", text)


def is_courtesy(text: str, topic: str) -> bool:
    """Whether a sentence, or the item it stands in, is about those who could not come."""
    return _matches("not_business", topic) or _matches("not_business", text)


def _matches(name: str, text: str) -> bool:
    return matches(text, "verbs", "decisions", name)


def _by_form(text: str) -> bool:
    said = vocabulary(text)
    for pattern, sets in _forms():
        if any(map(said.isdisjoint, sets)):
            continue
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if not _matches("conditional", _near(before) if _OWN.match(match.group()) else before):
                return True
    return False


@cache
def _forms() -> tuple[tuple[re.Pattern[str], tuple[frozenset[str], ...]], ...]:
    """The forms of decisions, each with the words that a sentence of that form has."""
    found = patterns("verbs", "decisions", "sentences")
    return tuple((one, needed(one.pattern, {})) for one in found)


def _near(before: str) -> str:
    """The last words before a clause, by which it hangs on what stands before it."""
    return " ".join(before.split()[-_HANGING:]) + " "


def _by_reportable(text: str) -> bool:
    """A form that nobody only reports, and that tells of no other body."""
    for match in either("verbs", "decisions", "reportable").finditer(text):
        if _is_told_here(text[: match.start()], text[match.end() :]):
            return True
    return False


def _is_told_here(before: str, after: str) -> bool:
    """Whether words between these tell of what this body has decided."""
    told = _matches("reporting", before) or (
        _matches("conditional", before) and not (before.endswith("which ") and len(after) < 2)
    )
    return not told and not _matches("others", after)


def _by_subject(text: str, board: str) -> bool:
    """The body as subject, and a verb of decision somewhere in what it did."""
    for subject in _subjects(board).finditer(text):
        before = text[max(0, subject.start() - _BEFORE) : subject.start()]
        apart = _JOINS.match(subject.group()) and not _TELLS_THAT.search(before)
        told = _matches("reporting", before) and not apart
        verb = _verb_phrase().match(text, subject.end())
        if told or _THAT.match(text, 0, subject.start()) or verb is None:
            continue
        if _matches("conditional", before):
            continue
        after = text[verb.end() :]
        said = verb["verb"].lower()
        if subject["members"] and said.startswith("supported"):
            continue
        weighed = said in ("agreed", "decided") and subject["members"]
        if not weighed or not _OPINES.match(after) or _matches("modal", after):
            return True
    return False


def _by_passive(text: str, topic: str) -> bool:
    """A verb of decision in the passive that is told as done here, by this body."""
    if is_courtesy(text, topic):
        return False
    for match in _passive().finditer(text):
        if _is_told_here(text[: match.start()], text[match.end() :]):
            return True
    return False


def _by_ellipsis(text: str) -> bool:
    """A thing and a participle, and no other verb: "New play area approved unanimously."."""
    match = _elliptic().match(text)
    words = match["thing"].split() if match else []
    last = words[-1].lower() if words else ""
    finite = table("verbs")["decisions"]["finite"]
    acts = last in table("verbs")["actors"]["nouns"] or last in ("and", "or", "the", "to")
    if match is None or acts or any(word.lower() in finite for word in words):
        return False
    listed = last in table("verbs")["decisions"]["asked_for"]
    thing = (
        listed or words[-1].islower() or any(map(str.isdigit, last)) or not _LINKS.isdisjoint(words)
    )
    return match["weighed"] is None or (thing and words[0] not in ("The", "A", "An"))


@cache
def _elliptic() -> re.Pattern[str]:
    weighed = alternation("verbs", "decisions", "weighed")
    how = (
        r"(?:(?:as|subject to)\b[^.;]{0,60}|by (?:all|everyone|members|the \w+)"
        r"|with (?:\w+ ){0,3}(?:amend|correct|chang|condition)\w+"
        r"|unanimously|\((?:unanimous\w*|all)\))"
    )
    return re.compile(
        r"\W{0,4}(?:\d{1,3}[.)]\s+)?(?:[A-Z][^.:;]{2,40}:\s+)?(?:[A-Z][^.:;]{2,40}:\s+)?"
        r"(?P<thing>[A-Z\d£$€](?:[^.;:,?!]|(?<=\d)[.,](?=\d)){3,90}?)\s+(?:unanimously\s+)?"
        rf"(?:{alternation('verbs', 'decisions', 'elliptic')}|(?P<weighed>{weighed}))"
        rf"(?:\s+{how}|:\s[^.;]{{2,80}}|;\s[^.]{{2,120}})?\W*$"
    )


@cache
def _subject_words() -> frozenset[str]:
    words = table("verbs")["decisions"]
    return frozenset({*words["subjects"], *words["members"]})


@cache
def _adverbs() -> str:
    return rf"(?:{alternation('verbs', 'decisions', 'adverbs')}[ ]+)*"


@cache
def _subjects(board: str) -> re.Pattern[str]:
    own = board.split()
    ends = (own[at:] for at in range(1, len(own)))
    named = [own, ["the", *own], *(["the", *end] for end in ends)] if own else []
    several = (match[1] for word in own if (match := _SEVERAL.fullmatch(word)))
    alone = "|".join(rf"(?-i:{re.escape(word)})" for word in (*own[-1:], *several))
    known = map(str.split, words("verbs", "decisions", "subjects"))
    longest = sorted((*known, *named), key=lambda parts: (-len(" ".join(parts)), parts))
    bodies = "|".join(r"\s+".join(map(re.escape, parts)) for parts in longest if parts)
    return re.compile(
        rf"(?:^\W*|\s[–—-]\s|[,:]\s+|\b(?:and|but|so|then)\s+|^(?:after|following|by\s+consensus|on\s+a\s+vote)\b[^.;]{{0,60}}?\s)"
        rf"(?:(?:{bodies}{'|' if alone else ''}{alone})"
        rf"|(?P<members>{alternation('verbs', 'decisions', 'members')}))\s+",
        re.IGNORECASE,
    )


@cache
def _verb_phrase() -> re.Pattern[str]:
    """A verb of decision, at once or after what else was done: "discussed x, but decided"."""
    deciding = alternation("verbs", "decisions", "deciding")
    thing = (
        rf"(?:the|an?|this|these|its|their|receipt of|progress)\b[^.;,]{{0,70}}?"
        rf"\b{alternation('verbs', 'decisions', 'things')}\b|it\b(?=\W*$)|progress\b"
        r"|(?:paper|report|item)\s+\d"
    )
    receiving = alternation("verbs", "decisions", "receiving")
    refusing = r"did\s+not\s+(?:accept|agree|approve|support|adopt)"
    done = r"(?:\w+ed|gave|took|heard)\b(?:[^.;]|\.(?=\d)){0,200}?"
    before = rf"(?:{done}(?:,|\band|\bbut)\s+{_adverbs()})?"
    return re.compile(
        rf"{_adverbs()}{before}"
        rf"(?P<verb>{deciding}(?!\s+with\b|(?<=referred)\s+to\b)|{refusing}|{receiving}(?=\s+(?:{thing})))\b",
        re.IGNORECASE,
    )


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bit\s)\b(?:was|were)\s+{_adverbs()}(?:\w+(?:ed|en)\s+and\s+(?:also\s+)?)?"
        rf"{alternation('verbs', 'decisions', 'passive')}\b"
        r"(?!(?<=carried)\s+(?:out|on|over|away|from|into|to(?!\s+the\s+next))\b)",
        re.IGNORECASE,
    )
