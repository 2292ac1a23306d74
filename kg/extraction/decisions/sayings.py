"""Which sentences of minutes record a decision, and which only tell what was said."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.structure.labels import plain
from kg.tables.load import alternation, either, likely, matches, pattern, table, words
from kg.vocabulary import first_words, vocabulary

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
_OWN = re.compile(r"(?:it|but)\s", re.IGNORECASE)
"""How a clause begins that stands on its own amid a sentence: "it was agreed", "but agreed to"."""
_LINKS = frozenset({"from", "for"})
_OPINES = re.compile(r"\s+(?:that\b|(?:it|this)\s+(?:was|were|had|is|has)\b|how\b)", re.IGNORECASE)
"""What stands behind "all agreed" of a view, where nothing is to be done."""
_BE = frozenset({"was", "were"})
_HANGING = 1
_FEWEST_LETTERS = 2
_BEFORE = 500
"""The characters before a body that may say that somebody only reports what it did."""
_ASIDE = re.compile(r",\s(\w+ly),(?=\s)")
"""How a paper sets apart how it was decided: "it was, unanimously, agreed"."""
_ASKS = re.compile(r"\w\s*\?\W*$")
_JOINS = re.compile(r"(?:and|but|so|then)\s", re.IGNORECASE)
_RELATES = re.compile(r"[a-z]s that\s*$")
"""What stands before the verb of a relative clause: "the plans that were approved"."""
_TELLS_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b", re.IGNORECASE)


def is_verdict(text: str) -> bool:
    """Whether a sentence says only what became of what stands before it: "Carried."."""
    given = pattern("verbs", "decided", "given_behind")
    text = _PAIR.sub("", given.sub("", text.strip()), count=1).strip(".!()*–—- ")
    if only_leads_up(text):
        return False
    return len(text) <= _VERDICT_LENGTH and any(
        form.fullmatch(text) for form in likely(text, "verbs", "decisions", "verdicts")
    )


def is_votes(text: str) -> bool:
    """Whether a sentence only counts votes, or tells who voted which way."""
    if len(text) <= _ROLL_CALL_LENGTH and _matches("roll_calls", text):
        return True
    return len(text) <= _VERDICT_LENGTH and _VOTES.fullmatch(text.strip()) is not None


def is_filler(text: str) -> bool:
    """Whether a sentence says that there was nothing to say between a motion and its vote."""
    return len(text) <= _VERDICT_LENGTH and _matches("fillers", text)


def assigns(text: str) -> bool:
    """Whether a sentence says only who is to act on what stands before it: "Clerk to action."."""
    return len(text) <= _VERDICT_LENGTH and _matches("assigning", text)


def is_passed_over(text: str) -> bool:
    """Whether a line says how one person voted, "Ann Lowe - Yes", or only gives an address."""
    return _matches("passed_over", text)


def is_subject(words: str, board: str) -> bool:
    """Whether words are only the body that decides."""
    words = plain(words)
    return words in _subject_words() or words.removeprefix("the ") == plain(board).removeprefix(
        "the "
    )


def decides(text: str, board: str, topic: str = "") -> bool:
    """Whether a sentence records a decision of ``board``; ``topic`` is the title of its item.

    A question records none.
    """
    if _ASKS.search(text):
        return False
    text = _ASIDE.sub(r" \1", text)
    earlier = _matches("earlier", either("verbs", "decided", "led_up").sub("", text))
    if (earlier and not matches(text, "verbs", "decided", "of_minutes")) or only_leads_up(text):
        return False
    return (
        _by_form(text)
        or _by_reportable(text)
        or _by_subject(text, board)
        or _by_passive(text, topic)
        or _by_ellipsis(text)
        or _matches("tails", text)
    )


def decides_itself(text: str, board: str) -> bool:
    """Whether a sentence names ``board`` as that which decides."""
    return _by_subject(text, board)


def is_of_others(topic: str) -> bool:
    """Whether under a title stands what others decided and this body heard of."""
    return _matches("heard_of", topic)


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
    for form in likely(text, "verbs", "decisions", "sentences"):
        for match in form.finditer(text):
            before = text[: match.start()]
            asks = " be " in match.group() or before.endswith(" be ")
            if asks and matches(before, "verbs", "decided", "asking"):
                continue
            if not _matches("conditional", _near(before) if _OWN.match(match.group()) else before):
                return True
    return False


def _near(before: str) -> str:
    """The last words before a clause, by which it hangs on what stands before it."""
    return " ".join(before.split()[-_HANGING:]) + " "


def _by_reportable(text: str) -> bool:
    """A form that nobody only reports, and that tells of no other body."""
    if not _matches("reportable", text):
        return False
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
        if subject.group()[0] != "," and _matches("conditional", before):
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
    for match in () if _BE.isdisjoint(vocabulary(text)) else _passive().finditer(text):
        if _RELATES.search(text, 0, match.start()):
            continue
        if _is_told_here(text[: match.start()], text[match.end() :]):
            return True
    return False


def _by_ellipsis(text: str) -> bool:
    """A thing and a participle, and no other verb: "New play area approved unanimously."."""
    if _elliptic_words().isdisjoint(vocabulary(text)):
        return False
    match = _elliptic().match(text)
    words = match["thing"].split() if match else []
    last = words[-1].lower() if words else ""
    finite = table("verbs")["decisions"]["finite"]
    listed = last in table("verbs")["decisions"]["asked_for"]
    acts = last in ("and", "or", "the", "to") or last in table("verbs")["actors"]["nouns"]
    if match is None or (acts and not listed) or any(word.lower() in finite for word in words):
        return False
    thing = (
        listed or words[-1].islower() or any(map(str.isdigit, last)) or not _LINKS.isdisjoint(words)
    )
    return match["weighed"] is None or (thing and words[0] not in ("The", "A", "An"))


@cache
def _elliptic_words() -> frozenset[str]:
    return first_words(
        word for kind in ("elliptic", "weighed") for word in words("verbs", "decisions", kind)
    )


@cache
def _elliptic() -> re.Pattern[str]:
    weighed = alternation("verbs", "decisions", "weighed")
    how = f"(?:{'|'.join(table('verbs')['decided']['how'])})"
    return re.compile(
        r"\W{0,4}(?:\d{1,3}[.)]\s+)?(?:[A-Z][^.:;]{2,40}:\s+)?(?:[A-Z][^.:;]{2,40}:\s+)?"
        r"(?P<thing>[\w£$€](?:[^.;:,?!]|(?<=\d)[.,](?=\d)){3,90}?)\s+(?:unanimously\s+)?"
        rf"(?:{alternation('verbs', 'decisions', 'elliptic')}|(?P<weighed>{weighed}))"
        rf"(?:\s+{how}|,\s(?:as|because|since)\s[^.;]{{2,80}}|:\s[^.;]{{2,80}}|;\s[^.]{{2,120}})?\W*$"
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
    known = map(str.split, _known_subjects(own))
    initials = r"|".join(rf"(?-i:(?:[Tt]he\s+)?{form})" for form in _initials(own))
    longest = sorted((*known, *named), key=lambda parts: (-len(" ".join(parts)), parts))
    bodies = "|".join(r"\s+".join(map(re.escape, parts)) for parts in longest if parts)
    return re.compile(
        rf"(?:^\W*|\s[–—-]\s|[,:]\s+|\b(?:and|but|so|then|though|although|otherwise)\s+"
        rf"|(?:^|\)\s|\band\s){alternation('verbs', 'decided', 'led_up_by')}\b[^.;]{{0,60}}?\s"
        rf"|^{alternation('verbs', 'decisions', 'opening')},?\s+)"
        rf"(?:(?:{bodies}{'|' if alone else ''}{alone}{'|' if initials else ''}{initials})"
        rf"(?:\s+(?:and|&)\s+(?-i:(?:the\s+)?[A-Z][\w’-]*))?"
        rf"|(?P<members>(?:all|the)\s+(?!staff\b)(?:\w+\s+)?members(?:\s+present)?"
        rf"|{alternation('verbs', 'decisions', 'members')}))\s+",
        re.IGNORECASE,
    )


def _known_subjects(own: Sequence[str]) -> Sequence[str]:
    """What any body may be called, but of a body named by its people no others who decide."""
    named_by_people = bool(own) and own[-1] in words("organs", "people")
    others = words("verbs", "decisions", "governing") if named_by_people else ()
    return [one for one in words("verbs", "decisions", "subjects") if one not in others]


def _initials(own: Sequence[str]) -> Iterator[str]:
    """The letters that a body goes by, with stops or without: "LCC", and "P.C." of a council;
    small ones stand for its small words: "BoD".
    """
    letters = [word[0] for word in own if word[0].isupper()]
    for some in (letters, letters[-2:]):
        if len(some) > len(own) - len(letters) and len(some) >= _FEWEST_LETTERS:
            yield r"\.?".join(map(re.escape, some)) + r"\.?"
    every = "".join(word[0] for word in own)
    for at in range(len(own) - _FEWEST_LETTERS):
        if every[at].isupper() and not every[at:].isupper():
            yield re.escape(every[at:])


@cache
def _verb_phrase() -> re.Pattern[str]:
    """A verb of decision, at once or after what else was done: "discussed x, but decided"."""
    deciding = alternation("verbs", "decisions", "deciding")
    thing = (
        rf"(?:the|an?|this|these|its|their|receipt of|progress)\b[^.;,]{{0,70}}?"
        rf"\b{alternation('verbs', 'decisions', 'things')}\b|it\b(?=\W*$)|progress\b"
        rf"|{alternation('verbs', 'decided', 'numbered_things')}\s+\d"
    )
    receiving = alternation("verbs", "decisions", "receiving")
    refusing = rf"did\s+not\s+{alternation('verbs', 'decided', 'refused')}"
    with_it = rf"(?:the|this|these)\s+(?:\w+\s+)?{alternation('verbs', 'decisions', 'agreed_with')}"
    states = "|".join(table("verbs")["decisions"]["states"])
    done = rf"(?:\w+ed|{alternation('verbs', 'decided', 'did')})\b(?:[^.;]|\.(?=\d)){{0,200}}?"
    before = rf"(?:{done}(?:,|\band|\bbut)\s+{_adverbs()})?"
    return re.compile(
        rf"{_adverbs()}{before}"
        rf"(?P<verb>{deciding}(?!\s+with\b(?!\s+{with_it}\b)|(?<=referred)\s+to\b)|{refusing}|{states}|{receiving}(?=\s+(?:{thing})))\b",
        re.IGNORECASE,
    )


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bit\s)\b(?:was|were)\s+{_adverbs()}(?:\w+(?:ed|en)\s+and\s+(?:also\s+)?)?"
        rf"{alternation('verbs', 'decisions', 'passive')}\b"
        rf"(?!{either('verbs', 'decided', 'another_verb').pattern})",
        re.IGNORECASE,
    )
