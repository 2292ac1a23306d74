"""Promises in discussion: who said they would do something, or was asked to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import INITIALS, Actors, Place
from kg.extraction.actions.facts import listed_action
from kg.extraction.actions.promisers import (
    AND,
    POST,
    by_whom,
    can_promise,
    is_group,
    is_known,
    is_servant,
    with_those_before,
)
from kg.extraction.actions.pronouns import meant
from kg.extraction.actions.verb_forms import FORMS, first_verbs, verbs_in
from kg.extraction.people import names
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.labels import label
from kg.structure.sections import Piece, Section, body, sentences
from kg.tables.load import alternation, matches, one_of, patterns, table
from kg.tables.needed import Sieve, needed
from kg.vocabulary import first_words, last_words, vocabulary

_CONFIDENCE = 0.7
_TITLE_WORDS = 12
"""How many words a title has at most: more tell something."""
_CELL = 5
"""How many words stand in a cell that tells something: fewer may be one who acts of two."""
_LONGEST = 1_500
"""How many letters a sentence may have; longer words are a list or a broken paper."""
_TITLE = alternation("people", "titles")
_DAYS = alternation("dates", "weekdays")
_LOCAL = r"(?:(?:County|District|Borough|Parish|Town|City)\s+(?=C))?"
"""What stands before a councillor's title."""
_NO_NAME = rf"(?!(?:{alternation('verbs', 'promises', 'no_names')}|{_DAYS})\b)"
_VOWED = alternation("verbs", "promises", "vowed")
_HANDLED = rf"{alternation('verbs', 'promises', 'handled')}\b"
_PERSON = (
    rf"(?-i:(?:{_LOCAL}(?:{_TITLE}\.?\s+)+|{_NO_NAME}){names.NAME_WORDS}"
    rf"|(?i:{_TITLE})\.?\s+{names.CAPITALS}(?!\w)|[A-Z]{{2,3}}(?![\w’']))"
)
_ANOTHER = (
    rf"(?:(?:the\s+)?{alternation('verbs', 'promises', 'offices')}(?!\w)"
    r"|(?-i:[A-Z]{2,3}(?![\w’'])|(?:[A-Z][\w’'-]*\.?\s+(?:(?:of|and|for|de|la|van|von)\s+)?){0,5}[A-Z][\w’'-]{2,}(?!\w)))"
)
"""Who promises beside another: whether it is somebody is looked at where both are found."""
_OWN_WORDS = r"(?:(?!the\b)(?-i:[A-Z])[\w’&'-]*\s+(?:(?:and|of|for|&)\s+)?){0,4}?"
_BODY = (
    rf"(?:(?:an?|the|our|both|all|each|every)\s+(?:(?!the\b)[\w’'-]{{3,}}\s+){{0,3}}?|(?:the\s+)?{_OWN_WORDS})"
    rf"{alternation('verbs', 'promises', 'bodies')}(?!\w)"
)
_BEGINS = r"(?<![\w’'-])(?<!\bof )(?<!\bof the )(?<!\bnew )"
_ASIDE = r"(?:\s?\((?-i:[A-Z])[^()]{0,24}\)(?=\s+(?!to\b)))?"
"""What stands in brackets behind who promises: a call sign, an office, whom they come from."""
_LETTERS = re.compile(r"[A-Z]{2,4}")
_BEFORE_OTHER = re.compile(
    r"(?P<cell>\s+/\s+)(?=[A-Z])"
    r"|(?:(?<=\bCarried)|(?<=\bPassed)|(?<=\bAgreed))\s+(?=The\s)"
    r"|(?<=[A-Z]\.)\s+(?=(?:The\s)?(?:Clerk|Chair|Chairman|Secretary|Treasurer)\s(?:to|will)\s)"
)
"""Between the cells of a row that is set as a line, and before who acts behind a verdict."""
_OTHERS = re.compile(
    r"(?:Actions?\s*:\s*[A-Z][\w’'-]*(?:[ ,/&]+[A-Z][\w’'-]*){0,3}?"
    rf"|{INITIALS})\s+(?={alternation('verbs', 'actors', 'begin')}\s)"
)
"""Who acts on what the sentence before says, where a sentence begins behind."""
_BETWEEN = re.compile(r"^(?:\\b(?:\(\?!\\s\*:\))?\[\^[.;:]+\]\{0,\d+\}\?|\(\?:[^()]*\)\?|,\?)+")
"""How a pattern writes what may stand between who promises and the promise."""
_SIDES = re.compile(r"\{who\}|\{one\}|\{sure\}")
_NO_WORDS = ("", r"^\W*", "{start}")
"""Sides that any sentence has."""
_AND = alternation("verbs", "promises", "joining")
_JOIN = re.compile(
    rf"(?:\s*[,;]|\s+{_AND})(?:\s+{_AND})?(?:\s+that)?\s+"
    rf"(?=(?:the\s+[a-z]|[A-Z])[^,;.]{{1,60}}?\s{alternation('verbs', 'promises', 'second')}\s)"
    r"|\s*[,;](?:\s+and)?\s+(?=(?:the\s+)?[A-Z][^,;.]{1,40}?\sto\s)",
)
"""What parts two promises in one sentence: "Ann will write and Ben will ring"."""
_TO = re.compile(r"\bto ([a-z]+)")
_TOLD_TO = re.compile(r"\W*[A-Z][^.;:]{1,50}?\s+to\s+[‘’“\"']?[a-z]")
_TOLD = frozenset({"decision", "discussion", "next_steps", "summary", "background"})
_WAS_AGREED = re.compile(r"(?:\b(?<!which\s)it\s+was\s+|^\W*)agreed\s+that\s+$", re.IGNORECASE)
_THAT = re.compile(r"(?:that|to)\s", re.IGNORECASE)
_OPENS = re.compile(rf"^\W*{alternation('verbs', 'promises', 'opening')},?\s+(?=\w)", re.IGNORECASE)
"""What may stand before all that a sentence tells: "In the meantime"."""
_AMID = re.compile(
    rf"(?P<will>\b(?:will|would|shall|should|must|to)|[’']ll)"
    rf"(?:,?\s+{alternation('verbs', 'promises', 'amid')},?)+(?=\s+[a-z])"
)
"""What may stand between "will" and what is to be done: "will now look"."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How a promise is worded; ``sides`` stand before and behind who promises, quick to look for.

    ``agreed`` where a body agrees it, which is a promise behind any words.
    """

    pattern: str
    sides: tuple[str, ...]
    agreed: bool

    def found(self, sentence: str) -> Iterator[re.Match[str]]:
        """Where a sentence promises so. What is not needed for it is not compiled."""
        for side in self.sides:
            if _compiled(side).search(sentence) is None:
                return iter(())
        return _compiled(self.pattern).finditer(sentence)


def of_sections(found: Sequence[Section], place: Place, actors: Actors) -> Iterator[Action]:
    """The promises in the discussion that minutes report."""
    for section, below in zip_longest(found, found[1:]):
        if section.name == "recommendation":
            continue
        told = [*_told(section, actors)]
        behind = [*(sentence for sentence, _ in told[1:]), _head_behind(section, below)]
        for at, ((sentence, who), after) in enumerate(zip(told, behind, strict=False)):
            if who is not None:
                name = None if who else meant(told[:at], sentence, actors)
                yield _promise(sentence, who, place, after, name)


def _head_behind(section: Section, below: Section | None) -> Piece | None:
    """The head of the next section where it has nothing of its own, and may tell of this one."""
    if below is None or not below.pieces or not section.pieces:
        return None
    numbers = [piece.paragraph.number for piece in (section.pieces[-1], *below.pieces[1:2])]
    return below.pieces[0] if len(numbers) == 1 or all(numbers) else None


def of_title(head: Paragraph, place: Place, actors: Actors) -> Iterator[Action]:
    """The promises in the title of an item, of others than those who are to speak to it."""
    for sentence in _sentences(body(head)):
        who = promised(" ".join(sentence.text.split()), actors)
        speaks = head.text.isupper() or matches(sentence.text, "verbs", "promises", "speaks")
        long = len(sentence.text.split()) > _TITLE_WORDS
        named = who and all(is_servant(one, actors) for one in AND.split(who))
        if who and (long or (named and not speaks)):
            yield _promise(sentence, who, place, after=None)


def _told(section: Section, actors: Actors) -> Iterator[tuple[Piece, str | None]]:
    """The sentences of a section, each with who promises in it.

    The first under a label of decisions is one of them, and a promise where it begins with who.
    """
    pieces = _behind_mark(section) if section.name == "action" else section.pieces
    for piece in filter(_is_told, pieces):
        for at, sentence in enumerate(_sentences(piece)):
            decides = at == 0 and section.name == "decision"
            for clause in _clauses(sentence, actors):
                text = " ".join(clause.text.split())
                who = promised(text, actors)
                begins = bool(who) and (_THAT.match(text) or _opens(text, str(who)))
                agreed = who in ("we", "We") and matches(piece.text, "verbs", "promises", "decided")
                yield clause, None if agreed or (decides and not begins) else who


def _opens(text: str, who: str) -> bool:
    """Whether words, or what they resolve ("That ..."), begin with who promises."""
    return text.startswith(who) or f"that {who}".lower() in text.lower()


def _sentences(piece: Piece) -> Iterator[Piece]:
    """The sentences of a piece; one with the initials of who acts ends where others begin."""
    for sentence in sentences(piece):
        text = piece.paragraph.text
        others = _OTHERS.match(text, sentence.start, sentence.end)
        start = others.end() if others else sentence.start
        for match in _BEFORE_OTHER.finditer(text, start, sentence.end):
            if match["cell"] and len(text[start : match.start()].split()) < _CELL:
                continue
            yield Piece(piece.paragraph, start, match.start())
            start = match.end()
        yield Piece(piece.paragraph, start, sentence.end) if start > sentence.start else sentence


def _clauses(sentence: Piece, actors: Actors) -> Iterator[Piece]:
    """A sentence, parted where it goes on with what somebody else promises."""
    start = sentence.start
    for join in _JOIN.finditer(sentence.paragraph.text, sentence.start, sentence.end):
        before = Piece(sentence.paragraph, start, join.start())
        rest = Piece(sentence.paragraph, join.end(), sentence.end)
        who = promised(" ".join(rest.text.split()), actors)
        if who and rest.text.startswith(who) and promised(before.text, actors) is not None:
            yield before
            start = join.end()
    yield Piece(sentence.paragraph, start, sentence.end) if start > sentence.start else sentence


def apart(piece: Piece, actors: Actors) -> Iterator[Piece]:
    """The words of a listed action, parted where more words tell who else is to act."""
    start = end = piece.start
    for sentence in sentences(piece):
        for clause in _clauses(sentence, actors):
            who = promised(" ".join(clause.text.split()), actors)
            before = Piece(piece.paragraph, start, end)
            begins = who and clause.text.startswith(who)
            if begins and before.text.strip() and promised(before.text, actors) is not None:
                yield before
                start = clause.start
            end = clause.end
    yield Piece(piece.paragraph, start, piece.end)


def owned(action: Action, piece: Piece, actors: Actors) -> Action:
    """A listed action with who promises it in its words, where it says in no other way who acts."""
    who = promised(" ".join(piece.text.split()), actors)
    if action.assignee_as_written or not who:
        return action
    return replace(action, assignee_as_written=who, assignees=tuple(words.people(who)))


def _behind_mark(section: Section) -> Sequence[Piece]:
    """The paragraphs behind one that is an action whole: "Action: …"; all under a heading."""
    return section.pieces[section.is_inline :]


def _is_told(piece: Piece) -> bool:
    found = label(piece.paragraph)
    told = found is None or (found.rest is not None and found.name in _TOLD)
    return told and piece.paragraph.kind is not Kind.TABLE


def promised(sentence: str, actors: Actors) -> str | None:
    """Who promises something in a sentence, "" where it does not say who, None for no promise."""
    if len(sentence) > _LONGEST or sentence.endswith("?") or not _may_promise(sentence):
        return None
    if any(pattern.match(sentence) for pattern in patterns("verbs", "promises", "announced")):
        return None
    sentence = _AMID.sub(r"\g<will>", _OPENS.sub("", sentence))
    likely = _patterns().passing(vocabulary(sentence))
    found = (_first(one, sentence, actors) for one in likely)
    named = [one for one in found if one is not None]
    start, who = min([one for one in named if one[1]] or named, default=(0, None))
    return (
        with_those_before(sentence[:start], who, actors) if who else by_whom(sentence, who, actors)
    )


def _first(of: _Pattern, sentence: str, actors: Actors) -> tuple[int, str] | None:
    """Where a pattern first finds a promise in a sentence, and who promises."""
    for match in of.found(sentence):
        groups = match.groupdict()
        if matches(sentence[match.start() :].strip(), "verbs", "promises", "no_task"):
            continue
        who = groups.get("who") or ""
        if sure := groups.get("sure"):
            before = sentence[: match.start("sure")]
            if is_known(sure, actors) and (_is_open(before) or _WAS_AGREED.search(before)):
                return match.start("sure"), sure
            continue
        for name in (who, *AND.split(who)[1:]):
            start = match.end("who") - len(name) if name else match.start()
            before, group = sentence[:start], groups.get("group") or ""
            able = can_promise(name, before, actors) if name else not group or is_group(group)
            able = able or (of.agreed and _LETTERS.fullmatch(name) is not None)
            news = not (name or group) and matches(before, "verbs", "promises", "news")
            if able and not news and (of.agreed or _is_open(before)):
                return start, name or group or groups.get("whom") or ""
    return None


def _may_promise(sentence: str) -> bool:
    """Whether a sentence has words of which every promise has some: quick to tell."""
    if _TOLD_TO.match(sentence):
        return True
    verbs, signs = _signs()
    return not signs.isdisjoint(vocabulary(sentence)) or not verbs.isdisjoint(
        _TO.findall(sentence.lower())
    )


def _is_open(before: str) -> bool:
    """Whether the words before a promise leave it one: no question, wish or decision."""
    return not matches(before, "verbs", "promises", "not")


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """First words of what promises say after "to", and single words of which others have one."""
    promises = table("verbs")["promises"]
    verbs = first_verbs()
    orders = verbs.difference(promises["ambiguous"])
    underway = {doing.split()[0] for doing in promises["underway"]}
    signs = {*promises["signs"], *promises["vowed"], *underway}
    return verbs | {"be"}, orders | signs


@cache
def _patterns() -> Sieve[_Pattern]:
    """The patterns of the table, those of what a body agrees first."""
    office = rf"(?:the\s+)?(?:{alternation('verbs', 'promises', 'offices')}(?!\w)|{POST})"
    one = rf"(?:{office}|{_PERSON})"
    never, idle = (alternation("verbs", "promises", name) for name in ("never", "idle"))
    fill = {
        "{start}": r"(?:^\W*|(?:\s[–—-]|[:;(])\s*)",
        "{underway}": alternation("verbs", "promises", "underway"),
        "{body}": _BODY,
        "{act}": rf"(?!{never}\b)(?-i:[a-z]{{2,}})",
        "{who}": rf"{_BEGINS}(?P<who>{one}(?:(?:\s+and\s+|\s*&\s*|\s*/\s*){_ANOTHER})?){_ASIDE}",
        "{sure}": rf"{_BEGINS}(?P<sure>{_PERSON}){_ASIDE}",
        "{one}": rf"(?P<who>(?!officers\b|officials\b|staff\b){one})",
        "{vowed}": _VOWED,
        "{handled}": _HANDLED,
        "{worked}": rf"(?:{_HANDLED}|(?!{idle}\b){_forms('{done}')})",
        "{told}": alternation("verbs", "promises", "told"),
        "{ask}": rf"{alternation('verbs', 'promises', 'asking')}\b",
        **{form: _forms(form) for form in FORMS},
    }
    return Sieve.of(
        (_pattern(written, fill, agreed=name == "agreed"), needed(written, _words()))
        for name in ("agreed", "patterns")
        for written in table("verbs")["promises"][name]
    )


def _pattern(written: str, fill: Mapping[str, str], *, agreed: bool) -> _Pattern:
    sides = tuple(_filled(side, fill) for side in _sides(written))
    return _Pattern(_filled(written, fill), sides, agreed)


def _sides(pattern: str) -> list[str]:
    """What stands before and behind who promises, without the words that may stand between."""
    sides = [_BETWEEN.sub("", side) for side in _SIDES.split(pattern)[:2]]
    return [side for side in sides if side not in _NO_WORDS]


def _filled(pattern: str, fill: Mapping[str, str]) -> str:
    for name, value in fill.items():
        pattern = pattern.replace(name, value)
    return pattern


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _words() -> dict[str, frozenset[str]]:
    """A word of each that stands for a form in the patterns."""
    lists = table("verbs")["promises"]
    firsts = {
        "{vowed}": "vowed",
        "{handled}": "handled",
        "{ask}": "asking",
        "{told}": "told",
        "{underway}": "underway",
    }
    return {
        "{body}": last_words(lists["bodies"]),
        "{worked}": first_words(lists["handled"]) | first_words(verbs_in("{done}")),
        **{form: first_words(lists[name]) for form, name in firsts.items()},
        **{form: first_words(verbs_in(form)) for form in FORMS},
    }


@cache
def _forms(form: str) -> str:
    """The verbs of promises in a form as a regular expression."""
    return one_of(sorted(verbs_in(form))) + r"\b(?!\s+(?:place|no)\b)"


def _promise(
    sentence: Piece, who: str, place: Place, after: Piece | None, name: Piece | None = None
) -> Action:
    """What a sentence promises; ``name`` stands before it for its pronoun."""
    said = words.said(sentence.text, "", Actors())
    status, written = states.outcome(after.text) if after else (None, None)
    listed = listed_action(
        sentence,
        place,
        who=name.text if name else who or None,
        due=said.due,
        status=said.status or status,
        quotes=(sentence, name) if name else (),
    )
    return replace(
        listed,
        kind="promised",
        status_as_written=written if said.status is None else None,
        confidence=_CONFIDENCE,
    )
