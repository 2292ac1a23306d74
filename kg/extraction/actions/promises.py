"""Promises in discussion: who said they would do something, or was asked to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import INITIALS, Actors, Place
from kg.extraction.actions.facts import listed_action
from kg.extraction.actions.promisers import (
    AND,
    by_whom,
    can_promise,
    is_group,
    is_known,
    is_servant,
    with_those_before,
)
from kg.extraction.actions.pronouns import meant
from kg.extraction.actions.wordings import Wording, wordings
from kg.extraction.people import lists as people_lists
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.labels import label
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece, Section, body, sentences
from kg.tables.load import alternation, likely, matches
from kg.tables.load import words as words_of
from kg.vocabulary import first_words, vocabulary

_CONFIDENCE = 0.7
_TITLE_WORDS = 12
"""How many words a title has at most: more tell something."""
_CELL = 5
"""How many words stand in a cell that tells something: fewer may be one who acts of two."""
_LONGEST = 1_500
"""How many letters a sentence may have; longer words are a list or a broken paper."""
_LETTERS = re.compile(r"[A-Z]{2,4}")
_BEFORE_OTHER = re.compile(
    r"\s(?:(?P<cell>\s*/\s+)(?=[A-Z])"
    r"|(?:(?<=\bCarried\s)|(?<=\bPassed\s)|(?<=\bAgreed\s))\s*(?=The\s)"
    r"|(?<=[A-Z]\.\s)\s*"
    rf"(?=(?:The\s)?{alternation('verbs', 'promises', 'behind_initials')}\s(?:to|will)\s))"
)
"""Between the cells of a row that is set as a line, and before who acts behind a verdict.

It begins with a blank, and then looks at what stands before: quick to pass over a text.
"""
_OTHERS = re.compile(
    r"(?:Actions?\s*:\s*[A-Z][\w’'-]*(?:[ ,/&]+[A-Z][\w’'-]*){0,3}?"
    rf"|{INITIALS})\s+(?={alternation('verbs', 'actors', 'begin')}\s)"
)
"""Who acts on what the sentence before says, where a sentence begins behind."""
_AND = alternation("verbs", "promises", "joining")
_JOIN = re.compile(
    rf"[\s,;](?:(?:(?<=[,;])|(?<=\s)\s*(?:[,;]|{_AND}))(?:\s+{_AND})?(?:\s+that)?\s+"
    rf"(?=(?:the\s+[a-z]|[A-Z])[^,;.]{{1,60}}?\s{alternation('verbs', 'promises', 'second')}\s)"
    r"|(?:(?<=[,;])|(?<=\s)\s*[,;])(?:\s+and)?\s+(?=(?:the\s+)?[A-Z][^,;.]{1,40}?\sto\s))",
)
"""What parts two promises in one sentence: "Ann will write and Ben will ring"."""
_TOLD = frozenset({"decision", "discussion", "next_steps", "summary", "background"})
_WAS_AGREED = re.compile(r"(?:\b(?<!which\s)it\s+was\s+|^\W*)agreed\s+that\s+$", re.IGNORECASE)
_THAT = re.compile(r"(?:that|to)\s", re.IGNORECASE)
_OPENS = re.compile(rf"^\W*{alternation('verbs', 'promises', 'opening')},?\s+(?=\w)", re.IGNORECASE)
"""What may stand before all that a sentence tells: "In the meantime"."""
_AMID = re.compile(
    rf"(?P<will>\b(?:will|would|shall|should|must|to|is|are|was|were|been)|[’']ll)"
    rf"(?:,?\s+{alternation('verbs', 'promises', 'amid')},?)+(?=\s+[a-z])"
)
"""What may stand between "will" and what is to be done: "will now look"."""
_BEFORE_WILL = re.compile(
    rf"(?<=[a-z])\s+{alternation('verbs', 'promises', 'before_will')}"
    rf"(?=\s+{alternation('verbs', 'promises', 'intents')}\s)"
)
"""What may stand before "will": "he also will ring"."""
_AMID_WORDS = first_words(words_of("verbs", "promises", "amid"))
_BEFORE_WORDS = first_words(words_of("verbs", "promises", "before_will"))


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
    return told and piece.paragraph.kind is not Kind.TABLE and not _lists_people(piece.text)


def _lists_people(text: str) -> bool:
    """Whether a label of several people stands before their names: "Guests: Ann Lowe, cook"."""
    said = people_label(text)
    if said is None or not said.several or said.rest is None:
        return False
    return bool(people_lists.entries(text[said.rest :], labelled=True))


def promised(sentence: str, actors: Actors) -> str | None:
    """Who promises something in a sentence, "" where it does not say who, None for no promise."""
    worded = () if len(sentence) > _LONGEST else wordings().passing(vocabulary(sentence))
    if not worded or sentence.endswith("?"):
        return None
    announced = likely(sentence, "verbs", "promises", "announced")
    if any(pattern.match(sentence) for pattern in announced):
        return None
    sentence = _without_what_stands_amid(_OPENS.sub("", sentence))
    found = (_first(one, sentence, actors) for one in worded)
    named = [one for one in found if one is not None]
    told = [one for one in named if one[1]] or named
    start, who = min(told, key=lambda one: (one[0], -len(one[1])), default=(0, None))
    return (
        with_those_before(sentence[:start], who, actors) if who else by_whom(sentence, who, actors)
    )


def _without_what_stands_amid(sentence: str) -> str:
    """A sentence without words that only say when or how it will be: "will now look"."""
    said = vocabulary(sentence)
    if not _AMID_WORDS.isdisjoint(said):
        sentence = _AMID.sub(r"\g<will>", sentence)
    return sentence if _BEFORE_WORDS.isdisjoint(said) else _BEFORE_WILL.sub("", sentence)


def _first(of: Wording, sentence: str, actors: Actors) -> tuple[int, str] | None:
    """Where a wording first finds a promise in a sentence, and who promises."""
    for match in of.found(sentence):
        if matches(sentence[match.start() :].strip(), "verbs", "promises", "no_task"):
            continue
        for start, name in _named(match):
            if _may_be(match.lastgroup, name, sentence[:start], actors, agreed=of.agreed):
                return start, name
    return None


def _named(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Who promises, and where: of two together also the last alone; "" where nobody is named."""
    kind = match.lastgroup
    if kind is None:
        yield match.start(), ""
        return
    for name in (match[kind], *(AND.split(match[kind])[1:] if kind == "who" else ())):
        yield match.end(kind) - len(name), name


def _may_be(kind: str | None, name: str, before: str, actors: Actors, *, agreed: bool) -> bool:
    """Whether a promise of somebody of a kind is one, behind the words ``before`` it."""
    if kind == "known":
        return is_known(name, actors) and bool(_is_open(before) or _WAS_AGREED.search(before))
    if kind == "who":
        able = can_promise(name, before, actors) or bool(agreed and _LETTERS.fullmatch(name))
    elif kind == "group":
        able = is_group(name)
    else:
        able = not matches(before, "verbs", "promises", "conditions" if kind else "news")
    return able and (agreed or _is_open(before))


def _is_open(before: str) -> bool:
    """Whether the words before a promise leave it one: no question, wish or decision."""
    return not matches(before, "verbs", "promises", "not")


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
