"""Actions that minutes mark in running text: behind a word, before a name, with a box."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.acted_on import acted_on
from kg.extraction.actions.actors import INITIALS, Actors, Place
from kg.extraction.actions.facts import beside as told_beside
from kg.extraction.actions.facts import entry, listed_action, parts
from kg.extraction.actions.promises import apart, owned, promised
from kg.extraction.decisions import sayings
from kg.extraction.people import names
from kg.extraction.people.lists import entries
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.labels import is_status, label
from kg.structure.sections import Piece, body, sentences
from kg.tables.load import alternation, matches

_OFTEN = 2
_COLUMN = re.compile(r"\bactions?(?: by)?:?$", re.IGNORECASE)
_SENTENCE = 4
_CLOSE = re.compile(
    r"\b(?:signed|(?:meeting|chairman|chair) (?:was )?closed)\b|\.{4}|_{4}", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\s[–—-]\s*(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+)?"
    r"(?:\s?(?:,|/|&|and)\s?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+)?){0,4})\W*$"
)
_NAME_LENGTH = 80
_NAME_WORDS = 6
_MAY_END = re.compile(
    r"(?:[.!?][\"”’')]?|\s/)\s+[\"“‘'(]?[A-Z][^.!?]{1,60}(?:\.[^.!?]{1,30}){0,3}\W*$|\n"
)
_STROKE = re.compile(r"^.*\w{2}\W?(?P<stroke>\s/)\s(?P<who>[^/\n]{2,40})$")
_BARE = re.compile(
    r"(?<=[a-z])(?<!ction)(?<!ctions)(?<!\b(?:to|by|of))(?<!\b(?:and|for|via))(?<!\b(?:with|from))"
    rf"\s(?P<who>{INITIALS})$"
)
"""Initials at the end of a paragraph that no full stop parts from the words before them."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NOTED = re.compile(r"(?P<name>\S.*?)\s*\((?P<whose>[^()]*[a-z]{3}[^()]*)\)")
_BOX = re.compile(r"^\[[ xX✓✔]\]\s+(?=\S)")
_STOP = r"(?<=[.;:)!?”\"’\]])"
_NAMED = r"(?-i:[A-Z][\w’'-]*(?:\s?[/&]\s?[A-Z][\w’'-]*|\s(?:and\s)?[A-Z][\w’'-]*){0,3})"
_ACTION = (
    r"actions?(?:\s+(?:points?|items?|by|for|required))?"
    r"(?:\s+(?:no\.?\s*)?\d{1,3}(?:[./]\d{1,6})?)?"
)
_MARK = re.compile(
    r"[(\[]\s*(?:act(?:n|ions?)?(?:\s+(?:points?|items?|by|for))?\s*[:–—-]?\s+(?P<by>[^()\[\]]{1,120}?)"
    r"|(?P<doer>[^()\[\]]{1,40}?)\s+to\s+action)\s*[)\]]"
    rf"|(?-i:\[(?P<initials>{INITIALS})\])\W*$"
    rf"|(?<=[a-zà-ÿ])\s(?-i:\((?P<aside>{INITIALS})\))"
    r"(?=[.;]?(?:$|\s+(?-i:[A-Z])))"
    rf"|(?:{_STOP}|(?<=\s[–—-]))\s+(?P<last>[^.;:()\[\]–—]{{2,40}}?)\s+to\s+action\b(?=\W*$)"
    rf"|{_STOP}\s+(?P<own>(?-i:{INITIALS}))\s+action\b(?=\W*$)"
    r"|(?<=[\w)])\s+(?:(?-i:Action|ACTION)|[–—-]\s+action)"
    rf"(?:\s?[:–—-]\s?|\s+(?-i:(?={INITIALS}\W*$)))"
    r"(?P<end>(?-i:[A-Z][\w’'-]*(?:[/&, ]{1,3}[A-Z][\w’'-]*){0,4}))(?=\.?\s*$)"
    rf"|{_STOP}\s+(?-i:ACTION)S?\s+(?P<called>[^.;:()\[\]\n]{{2,40}})(?=\.?\s*$)"
    rf"|(?:{_STOP}\s+|\s[–—]\s+(?=(?-i:A))|(?<=[a-z][.!])(?=A))(?:{_ACTION}\s+(?=\([^()\n]{{2,40}}\)\s*:)|(?:for\s+)?(?:{_ACTION}|(?-i:TODO)(?=:))\s*[:–—-]\s*"
    rf"|\[actions?\]\s*|{_ACTION}\s+(?={_NAMED}(?:\s*:|\s+to\s+[a-z])))"
    r"(?P<rest>\S[^\n]*)",
    re.IGNORECASE,
)
_MAY_MARK = re.compile(rf"(?i:act)|TODO|[(\[]{INITIALS}[)\]]")
"""What every mark has in it."""
_SAYS_TASK = re.compile(
    r"\b(?:is|are)\s+(?:still\s+)?needed\b|\bagreed\s+to\s+[a-z]|\b(?:to|will|would|should)\s+be\s+\w+(?:ed|en|t)\W*$",
    re.IGNORECASE,
)
_BEGIN = alternation("verbs", "actors", "begin")
_GOES_ON = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?:(?:\s?[,/&]\s?|\s(?:and\s)?)[A-Z][\w’'-]*){0,3}?)\.?"
    rf"\s+(?={_BEGIN}\s[\w’'-]+\s)"
)
"""Who is to act, where the next sentence begins behind the name."""
_BETWEEN = re.compile(
    rf"(?<=[.;])\s+(?P<who>{INITIALS})"
    rf"\s+(?={_BEGIN}\s)"
)
"""Initials between two sentences."""
_AMONG = re.compile(r"[\s/,&+]+|\band\b")
_TO_ACTION = re.compile(r"\W*(?P<who>[^.;:()\[\]\n]{2,40}?)\s+to\s+action\W*", re.IGNORECASE)
_SIGN = re.compile(
    r"^\W*(?:(?-i:AIs?|APs?|(?:New )?(?P<open>TODO)|(?P<done>DONE)|To-?[Dd]o)(?![A-Za-z])"
    r"\s?#?(?P<number>\d{1,4}(?:[./]\d{1,4})*)?"
    rf"|actions?\s+(?=(?:\([^()\n]{{2,40}}\)|(?-i:{INITIALS}))\s*:)"
    r"|\[(?:actions?|ai|ap|todo)\]|[→➔➜⇒➡]|[=-]>|»)\s*(?:::?|[–—-])?\s*(?=\S)",
    re.IGNORECASE,
)


_OWNER = re.compile(r"\((?P<who>[^()\n]{2,40})\)\s*:\s+(?=\S)")
"""Who acts, in brackets behind a sign."""


def names_stand_beside(paragraphs: Sequence[Paragraph], actors: Actors) -> bool:
    """Whether minutes write who is to act behind what is to be done: in a column, or often."""
    found = 0
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE):
            found += (
                _stands_beside(paragraph, before, actors) or _tail(paragraph, actors) is not None
            )
            before = paragraph
    headed = any(p.kind is Kind.FURNITURE and _COLUMN.search(p.text) for p in paragraphs)
    return found >= (1 if headed else _OFTEN)


def marked(
    paragraphs: Sequence[Paragraph], place: Place, actors: Actors, *, beside: bool
) -> Iterator[Action]:
    """Actions told by a mark inside running text or a box before it.

    Where names stand ``beside``, also those with the name of who is to act behind them.
    """
    row: list[Paragraph] = []
    given = _given_behind(paragraphs, actors)
    for paragraph in paragraphs:
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            continue
        found = label(paragraph)
        whole = _whole(paragraph, given, place, actors) if found is None else None
        if whole is not None:
            yield from whole
        elif found is None or found.name != "action":
            yield from _in_text(paragraph, place, actors)
            yield from _by_name(paragraph, row, place, actors, beside=beside)
        row = [*([] if _opens_row(paragraph) else row), paragraph]


def _opens_row(paragraph: Paragraph) -> bool:
    """Whether a paragraph says something else than the one above it: behind a number or a title."""
    return paragraph.number is not None or paragraph.kind is not Kind.TEXT


def _whole(
    paragraph: Paragraph, given: Mapping[int, tuple[int, str]], place: Place, actors: Actors
) -> Sequence[Action] | None:
    """The actions of a paragraph that is in a list of tasks, or behind a box or a sign."""
    if behind := given.get(paragraph.ordinal):
        task = Piece(paragraph, 0, behind[0])
        return [listed_action(task, place, who=behind[1], due=states.due_in(task.text))]
    if paragraph.ticked is not None or _BOX.match(paragraph.text):
        person = _ticks_person(_BOX.sub("", paragraph.text), actors)
        return [] if person else [entry(body(paragraph), place, actors)]
    return [*_signed(paragraph, place, actors)] or None


def _ticks_person(text: str, actors: Actors) -> bool:
    """Whether what stands behind a box is somebody who came, with whose they are or their post."""
    name, _, behind = text.partition(",") if "," in text else text.partition(" - ")
    told = actors.is_only(text) or (bool(behind) and names.person(name) is not None)
    return told or _is_member(text, actors)


def _is_member(text: str, actors: Actors) -> bool:
    """Whether words are a whole name and whose it is in brackets: "Ann Lowe (Marle Archive)"."""
    noted = _NOTED.fullmatch(text.strip())
    if noted is None or actors.is_only(noted["whose"]):
        return False
    person = names.person(_IN_BRACKETS.sub("", noted["name"]))
    return person is not None and not person.rest and person.name.sure


def _signed(paragraph: Paragraph, place: Place, actors: Actors) -> Iterator[Action]:
    """Actions behind a sign ("AI:", "AP 2 -", "→") or a name with one, where they say who acts."""
    sign = _SIGN.match(paragraph.text)
    if sign is None and not words.is_held(paragraph.text):
        return
    start = sign.end() if sign else 0
    owner = _OWNER.match(paragraph.text, start) if sign else None
    start = owner.end() if owner else start
    for part in parts(Piece.whole(paragraph).part(start)):
        found = entry(
            part,
            place,
            actors,
            owner=owner["who"] if owner and part.start == start else None,
            status=_status_of(sign) if sign else None,
        )
        counted = sign and sign["number"] and not _tells_how(found)
        if found.assignee_as_written or found.status or counted:
            yield found


def _tells_how(action: Action) -> bool:
    """Whether it is told how an action went, and not what is to be done."""
    return matches(action.text, "verbs", "statuses", "told_of")


def _status_of(sign: re.Match[str]) -> str | None:
    """How an action stands by the sign before it."""
    return "open" if sign["open"] else "complete" if sign["done"] else None


def _given_behind(paragraphs: Sequence[Paragraph], actors: Actors) -> dict[int, tuple[int, str]]:
    """Items of lists of tasks with a name behind a dash: where the task ends, and the name.

    A list is of tasks where two of its items say what to do and name somebody known.
    """
    found: dict[int, tuple[int, str]] = {}
    for listed, run in groupby(paragraphs, key=lambda p: p.kind is Kind.LIST_ITEM):
        tails = [(p, tail) for p in run if listed and (tail := _GIVEN.search(p.text))]
        sure = [p for p, tail in tails if states.orders(p.text) and actors.knows(tail["who"])]
        if len(sure) >= _OFTEN:
            found |= {p.ordinal: (tail.start(), tail["who"]) for p, tail in tails}
    return found


def _by_name(
    paragraph: Paragraph, row: Sequence[Paragraph], place: Place, actors: Actors, *, beside: bool
) -> Iterator[Action]:
    """An action with who is to act behind it, or alone below the row of minutes that tells it."""
    if row and (who := _alone(paragraph, row[-1], actors, beside=beside)):
        yield told_beside(acted_on(row, actors), who, place)
    elif (tail := _tail(paragraph, actors)) and (beside or _is_sure(*tail, actors)):
        yield told_beside(*tail, place)


def _alone(
    paragraph: Paragraph, before: Paragraph, actors: Actors, *, beside: bool
) -> Piece | None:
    """Who acts on what stands before, where a paragraph says no more: "AL", "Clerk to action"."""
    if _initials(paragraph, actors) and not _names(before.text):
        return body(paragraph)
    match = _TO_ACTION.fullmatch(paragraph.text)
    if match is not None and actors.is_only(match["who"]):
        return Piece(paragraph, *match.span("who"))
    return body(paragraph) if beside and _stands_beside(paragraph, before, actors) else None


def _is_sure(told: Piece, who: Piece, actors: Actors) -> bool:
    """Whether known initials, or a stroke behind an order, tell who acts on what is told."""
    stroke = _STROKE.search(told.paragraph.text) is not None
    return (stroke and words.says_to_do(told.text)) or actors.bears_all(who.text)


def _names(text: str) -> bool:
    """Whether words are no more than somebody's name, with what they are."""
    return names.person(text) is not None and len(text.split()) <= _NAME_WORDS


def _initials(paragraph: Paragraph, actors: Actors) -> bool:
    """Whether a paragraph is only the initials of people whom the document names."""
    if paragraph.kind is Kind.HEADING:
        return False
    parts = _AMONG.split(paragraph.text.strip())
    return all(len(part) > 1 and actors.bears(part) for part in parts)


def _stands_beside(paragraph: Paragraph, before: Paragraph | None, actors: Actors) -> bool:
    """Whether a paragraph is only a name after one that says something."""
    if before is None or Kind.HEADING in (before.kind, paragraph.kind):
        return False
    return "(" not in paragraph.text and actors.knows(paragraph.text) and _is_told(before.text)


def _tail(paragraph: Paragraph, actors: Actors) -> tuple[Piece, Piece] | None:
    """What is told, and the name of who is to act behind the last sentence or a stroke."""
    ends, start = paragraph.text[-1:].isupper(), body(paragraph).start
    if ends and (bare := _BARE.search(paragraph.text)) and actors.bears_all(bare["who"]):
        told = words.to_be_done(Piece(paragraph, start, bare.start()))
        orders = words.says_to_do(told.text) or states.orders(told.text)
        return (told, Piece(paragraph, *bare.span("who"))) if orders else None
    heading = paragraph.kind is Kind.HEADING
    if heading or _MAY_END.search(paragraph.text[-_NAME_LENGTH:]) is None:
        return None
    if (stroke := _STROKE.search(paragraph.text)) and actors.knows(stroke["who"]):
        return Piece(paragraph, start, stroke.start("stroke")), Piece(
            paragraph, *stroke.span("who")
        )
    parts = list(sentences(body(paragraph)))
    if len(parts) < 2 or is_status(parts[-1].text) or not _is_told(parts[-2].text):
        return None
    if not actors.knows(parts[-1].text):
        return None
    return Piece(paragraph, start, parts[-1].start), parts[-1]


def _is_told(text: str) -> bool:
    """Whether words are a sentence, or say what to do, and not how a meeting ended or who came."""
    if len(entries(text.rstrip(" ."))) > 1:
        return False
    whole = text.rstrip().endswith((".", "!", "?")) or words.says_to_do(text)
    return whole and len(text.split()) >= _SENTENCE and not _CLOSE.search(text)


def _in_text(paragraph: Paragraph, place: Place, actors: Actors) -> Iterator[Action]:
    """Each mark with the sentence it stands behind, or with the action it holds."""
    start = body(paragraph).start
    for begin, name, match in _marks(paragraph.text, actors):
        span = Piece(paragraph, *match.span(name))
        named, by = words.who_by(span.text.strip(" .*_@"))
        if actors.is_only(named):
            own = _told(Piece(paragraph, start, begin))
            if own is not None and (name != "aside" or _is_task(own.text, named, actors)):
                line = states.due_line(paragraph.text, match.end())
                quote = Piece(paragraph, own.start, line.end() if line else match.end())
                due = line["due"].strip() if line else by or states.due_in(own.text)
                yield listed_action(own, place, who=named, due=due, quotes=(quote,))
        elif name in ("by", "rest"):
            for part in parts(span):
                found = (
                    owned(entry(one, place, actors), one, actors) for one in apart(part, actors)
                )
                yield from (one for one in found if one.assignee_as_written or not _tells_how(one))
        start = match.end()


def _marks(text: str, actors: Actors) -> list[tuple[int, str, re.Match[str]]]:
    """The marks in running text: where each begins, and the group that holds its words.

    Where another sentence stands behind who acts, marks are looked for in it as well.
    """
    found = [(m.start(), "who", m) for m in _BETWEEN.finditer(text) if actors.bears_all(m["who"])]
    start = 0
    signed = _MAY_MARK.search(text) is not None
    while signed and (match := _MARK.search(text, start)):
        begin, name = match.start(), str(match.lastgroup)
        owner = _GOES_ON.match(text, match.start(name)) if name == "rest" else None
        if owner is not None and actors.is_only(owner["who"]):
            name, match = "who", owner
        found.append((begin, name, match))
        start = match.end()
    return sorted(found, key=lambda one: one[0])


def _is_task(text: str, initials: str, actors: Actors) -> bool:
    """Whether words before initials in brackets say what somebody known is to do."""
    if not actors.bears_all(initials):
        return False
    orders = _SAYS_TASK.search(text) or (states.orders(text) and ":" not in text)
    return bool(orders) or promised(text, actors) is not None


def _told(piece: Piece) -> Piece | None:
    """The last sentence before a mark; none where it only names somebody."""
    found = [one for one in sentences(piece) if one.text.strip(" .;")]
    found = [one for one in found if not one.text.startswith("(")] or found
    found = [one for one in found if not sayings.is_verdict(one.text)] or found
    named = names.person(found[-1].text) if found else None
    if not found or (named is not None and not named.rest):
        return None
    last = found[-1]
    return last.part(0, len(last.text.rstrip(" –—")))
