"""Who is to act, by when and how it stands, in the words of an action."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.actions import status as states
from kg.extraction.actions.actors import INITIALS, Actors
from kg.extraction.people import cells as people_cells
from kg.extraction.people import names
from kg.facts import PersonName
from kg.structure.labels import is_status, plain
from kg.structure.sections import Piece, sentences
from kg.tables.load import alternation, matches, options, table

RULE = "actions/26"

_BEFORE_TO = re.compile(
    r"^(?P<who>(?:[A-Z]\.\s?){0,3}\w[^.;:]{1,90}?)\s+(?:(?:(?:is|are|was|were)\s+)?to|will)\s+(?P<verb>[a-z]+)\b",
    re.DOTALL,
)
_AFTER_STOP = re.compile(r"(?<=[.;:])(?<!\b[A-Z]\.)\s+|\s[–—-]{1,2}\s")
_LEAD_WHO = re.compile(r"^(?P<who>[A-Z][^.;:]{1,80}?)(?:\s+to)?\s*[:;]?\s*$")
_TAIL = re.compile(
    r"[(\[](?P<bracket>[^()\[\]]{2,80})[)\]]\s?\.?$"
    r"|(?:\s-|\.-|[–—])\s?(?P<dash>[^–—:.;]{2,40}?)\s?\.?$"
    r"|(?<=[.!?;])\s(?P<last>[^.!?()\[\]]{2,40})\.?$"
    r"|(?<!\bto)(?<!\bwith)(?<!\bfrom)(?<!\bof)\s(?P<initials>[A-Z]{2,3})$"
    r"|\s(?P<at>@[\w.-]+(?:[\s,&]+@[\w.-]+)*)$"
    r"|\s(?P<day>\d{4}-\d\d-\d\d)$"
)
_OWNED = re.compile(
    rf"[\s.;,–—-]{{1,4}}{alternation('verbs', 'actors', 'labels')}\s*:\s*"
    r"(?P<who>[^.:;\n]{2,60}?)\s*[.;]?$"
)
_BY_DAY = re.compile(r"(?<=[.;])\s(?:By|For)\s*:?\s+(?P<due>[^.:;\n]{3,40}?)\s*\.?$")
_ROW = re.compile(
    r"^(?:\d{1,3}(?:[./]\d{1,3})*[.)]?\s+)?"
    rf"(?P<who>{INITIALS})\s+(?=[A-Z][a-z])"
)
_ROW_DUE = re.compile(
    rf"\s(?P<due>\d{{1,2}}(?:st|nd|rd|th)?\s+{alternation('dates', 'months')}(?:\s+\d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?P<bracket>\()?(?:un|not )(?:assigned|allocated)(?(bracket)\)\s*:?|:)\s*", re.IGNORECASE
)
ONE_NAME = re.compile(r"[A-Z][\w’'-]+")
"""One word written as a name."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CALLED = re.compile(r"^(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?),\s+(?=[A-Za-z])")
_AT_NAME = re.compile(r"^@(?P<who>[\w.-]*\w)[:,]?\s+(?=\S)")
_TO = re.compile(r"(?:to|will)\s")
_LETTERS = re.compile(r"[^\W\d_]")
_STRUCK = re.compile(r"^~~(?P<words>[^~]+)~~$")
_TASK = re.compile(r"(?:(?:New )?TODO|(?P<done>DONE))(?!\w)\s*(?:::?|[–—-])?\s*(?=\S)")
_NO = re.compile(r"no \w+(?: \w+)?|(?:(?:the )?date of (?:the )?)?next meeting\b.*")
_HELD = re.compile(
    rf"^(?:\[(?P<who>{INITIALS})\]:?|\((?P<letters>{INITIALS})\)(?=\s+[A-Z][a-z])"
    r"|\[(?P<name>[A-Z][^()\[\]\n]{1,60})\]:?"
    r"|\((?P<aside>(?:[A-Z]|all\b)[^()\n]{0,40})\)\s*:)\s+(?=\S)"
)
_AT_HEAD = re.compile(
    r"^(?:(?P<term>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\s+::"
    r"|(?P<who>[^:–—.;]{2,60}?)(?:\s*:|\s+[–—-]))\s+(?=\S)"
)
_HOLDER = re.compile(
    r"\s*[(\[](?P<who>[^()\[\]]{2,40})[)\]](?=\W*$|[.,;:]?\s+(?:[A-Z]|this\b|and\b))"
)
_BOX = re.compile(r"^\[(?P<mark>[ xX✓✔])\]\s+(?=\S)")
_PART = re.compile(r"\s*(?:[,;]|\s[–—-]\s)\s*|\s+(?=by\s)")
_MOST_TAILS = 3
_TO_DO = re.compile(r"\b(?:to|will|would|should|must|needs?)\s+[a-z]")
_WHO_BY = re.compile(
    r"(?P<who>.{2,60}?)(?:(?:,|\s[–—-])?\s+(?:by|before)\s+(?P<due>.{3,40})"
    r"|\s*[(\[](?:by\s+)?(?P<aside>[^()\[\]]{3,40})[)\]]\W*)"
)
_OWNED_WORD = re.compile(rf"^{alternation('verbs', 'actors', 'labels')}\s*:?\s+", re.IGNORECASE)
_DUE_WORD = re.compile(rf"^{alternation('verbs', 'deadlines', 'labels')}:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """An action's own words, ``start`` to ``end`` (half-open), and what stands around them."""

    start: int
    end: int
    who: str | None = None
    due: str | None = None
    status: str | None = None
    update: str | None = None


@dataclass(frozen=True, slots=True)
class _Beside:
    """Who, when and how it stands, as told before or behind an action's words."""

    who: str | None = None
    due: str | None = None
    status: str | None = None

    def __or__(self, other: "_Beside") -> "_Beside":
        """What this tells, and where it does not, what the other does."""
        status = self.status or other.status
        return _Beside(self.who or other.who, self.due or other.due, status)


def said(text: str, lead: str, actors: Actors) -> Said:
    """An entry of a list: who, when and whether done, written before or after the words."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    told = _Beside()
    if box := _BOX.match(text[start:end]):
        told = _Beside(status="open" if box["mark"] == " " else "complete")
        start += box.end()
    if task := _TASK.match(text, start, end):
        told, start = _Beside(status="complete" if task["done"] else "open"), task.end()
    if line := states.DUE_LINE.search(text, start, end):
        end = line.start()
    stated, end = _stated(text, start, end)
    behind, end = _behind(text, start, end, actors)
    if struck := _STRUCK.match(text[start:end]):
        told = _Beside(status="complete")
        start, end = start + 2, start + struck.end("words")
    ahead, begin, last = _ahead(text[start:end], actors)
    start, end, told, update = start + begin, start + last, told | stated | behind, None
    if stands := _stands().search(text, start, end):
        told |= _Beside(status=states.status_of(stands["status"]))
        update, end = one_line(text[stands.start("status") : end]), stands.start()
    told |= ahead
    inside, held = holder(text[start:end], actors) if not told.who else (None, 0)
    if inside and held:
        update, end = update or one_line(text[start + held :][len(inside) + 3 :]), start + held
    who = told.who or inside or who_in(text[start:end], lead, actors)
    due = line["due"].strip() if line else _with_move(states.due_in(text[start:end]), told.due)
    return Said(start, end, who, due, told.status, update)


@cache
def _stands() -> re.Pattern[str]:
    """How an action stands, told behind its words: "… . Done, he agrees", "… – on hold"."""
    said = options("verbs", "statuses", "open", "complete")
    return re.compile(
        rf"(?:(?<=[.?!;])\s+|\s+(?:[–—-]|[-=]>|→)\s+)(?=\S)(?P<status>{said})(?=\s*(?:[.,;:–—]|\s-|$)"
        r"|\s+(?:on|in|by|until|to|pending|awaiting|as|but)\b)",
        re.IGNORECASE,
    )


def _stated(text: str, start: int, end: int) -> tuple[_Beside, int]:
    """Who and when in fields of their own behind an action: … Owner: A Lowe. By 3 May."""
    found = _Beside()
    for _ in range(2):
        if day := _BY_DAY.search(text, start, end):
            if not states.is_due(day["due"]):
                break
            found, end = replace(found, due=day["due"]), day.start()
        elif owner := _OWNED.search(text, start, end):
            found, end = replace(found, who=owner["who"].strip(" –—-")), owner.start()
    return found, end


def _ahead(text: str, actors: Actors) -> tuple[_Beside, int, int]:
    """Who acts or how it stands, before an action's words, and where these begin and end.

    "Anna: …", "3 AL … 4 May 2023" of a table's row.
    """
    told, start = _in_front(text, actors)
    row = _row(text, actors) if start == 0 else None
    if row is None:
        return told, start, len(text)
    due = _ROW_DUE.search(text)
    told = _Beside(row["who"], due["due"] if due else None)
    return told, row.end(), due.start() if due else len(text)


def _in_front(text: str, actors: Actors) -> tuple[_Beside, int]:
    """Who acts or how it stands, in words that stand apart before an action's own."""
    if given := _GIVEN.match(text):
        return _Beside(), given.end()
    held = _HELD.match(text)
    if held and (who := _holder(held, actors)):
        return _Beside(who), held.end()
    if named := _AT_NAME.match(text):
        return _Beside(named["who"]), 1 if _TO.match(text, named.end()) else named.end()
    called = _CALLED.match(text)
    if called and actors.knows(called["who"]) and states.orders(text[called.end() :]):
        return _Beside(called["who"]), called.end()
    head = _AT_HEAD.match(text)
    if head is None:
        return _Beside(), 0
    if head["term"]:
        return _Beside(head["term"]), head.end()
    if is_status(head["who"]):
        return _Beside(status=states.status_of(head["who"])), head.end()
    ahead = _heads(head["who"], actors) and not _who_begins(text[head.end() :], actors)
    return (_Beside(bare(head["who"])), head.end()) if ahead else (_Beside(), 0)


def is_held(text: str) -> bool:
    """Whether words begin with a name in a form of its own, and then say what to do."""
    held = _HELD.match(text)
    return text.startswith("@") or (held is not None and states.orders(text[held.end() :]))


def _holder(held: re.Match[str], actors: Actors) -> str | None:
    """Who stands in brackets before an action's words."""
    letters, aside = held["letters"], held["aside"]
    if letters:
        return letters if actors.bears_all(letters) else None
    if name := held["name"]:
        return name if actors.knows(name) else None
    return held["who"] or (aside if aside == "all" or actors.is_only(aside) else None)


def _heads(who: str, actors: Actors) -> bool:
    """Whether words before a colon name who acts: somebody known, or "Anna (al21)"."""
    name = bare(who)
    marked = name != who.strip("*_@ ") and (actors.is_only(name) or ONE_NAME.fullmatch(name))
    return bool(marked) or actors.knows(name)


def _row(text: str, actors: Actors) -> re.Match[str] | None:
    row = _ROW.match(text)
    return row if row is not None and actors.bears_all(row["who"]) else None


def is_owned(text: str, actors: Actors) -> bool:
    """Whether words begin with who acts, or say what is to be done and who does it."""
    head = _AT_HEAD.match(text)
    if head and head["who"] and _heads(head["who"], actors):
        return True
    called = _CALLED.match(text)
    task = text[called.end() :] if called and actors.is_only(called["who"]) else text
    tells = states.orders(task) or says_to_do(text)
    return tells and said(text, "", actors).who is not None


def is_told(text: str) -> bool:
    """Whether words are an order behind one word written as a name: "Anna: Ask the hall"."""
    head = _AT_HEAD.match(text)
    if head is None or ONE_NAME.fullmatch(head["who"] or head["term"]) is None:
        return False
    return states.orders(text[head.end() :])


def is_row(text: str, actors: Actors) -> bool:
    """Whether words are a row of a table of actions that a page has as lines: "3 AL Write …"."""
    return _row(text.strip(), actors) is not None


def _with_move(own: str | None, behind: str | None) -> str | None:
    """When, as said behind an action's words, else in them; both where it moved behind them."""
    if own and behind and matches(behind, "verbs", "statuses", "moved"):
        return f"{own} ({behind})"
    return behind or own


def _behind(text: str, start: int, end: int, actors: Actors) -> tuple[_Beside, int]:
    """What stands behind an action's words, "(Anna, by 12 March) – done", and where they end."""
    found = _Beside()
    for _ in range(_MOST_TAILS):
        tail = _TAIL.search(text, start, end)
        if tail is None or tail.start() == start:
            break
        one = _beside(tail, actors)
        if one is None:
            break
        found |= one
        end = tail.start() if tail["last"] is None else tail.start("last")
    return found, len(text[:end].rstrip())


def _beside(tail: re.Match[str], actors: Actors) -> _Beside | None:
    """Who, when or how it stands, in "Anna, by 12 March"; None where anything else is said."""
    words = tail[str(tail.lastgroup)].strip()
    if tail["initials"]:
        return _Beside(words) if actors.bears(words) else None
    whos: list[str] = []
    due = status = None
    for written in _PART.split(words):
        part = _OWNED_WORD.sub("", written)
        if is_status(part):
            status = states.status_of(part)
        elif tail["at"]:
            whos.append(re.sub(r"\s*@", " ", words).strip())
        elif _is_owner(part, tail, actors):
            whos.append(part.lstrip("@"))
        elif due is None and tail["last"] is None and states.is_due(part):
            due = _DUE_WORD.sub("", part)
        else:
            return None
    return _Beside(", ".join(whos) or None, due, status)


def _is_owner(part: str, tail: re.Match[str], actors: Actors) -> bool:
    """Whether words behind an action name who acts: somebody, or in brackets a group."""
    known = actors.knows(part) if tail["last"] else actors.is_only(part)
    return known or (bool(tail["bracket"]) and actors.is_group(part))


def holder(text: str, actors: Actors) -> tuple[str | None, int]:
    """Who is to act, in brackets inside words, and where these begin; else where words end."""
    for match in _HOLDER.finditer(text):
        if actors.knows(match["who"]):
            return match["who"], match.start()
    return None, len(text)


def bare(who: str) -> str:
    """A name without what stands in brackets behind it, and without "for" before it."""
    return _BRACKETS.sub("", who).strip(" :*_@").removeprefix("for ")


def who_in(text: str, lead: str, actors: Actors) -> str | None:
    """Who is to act: "Officers to …" in the first sentence that has it, or the lead-in."""
    if lead and (match := _LEAD_WHO.match(" ".join(lead.split()).strip(" :;"))):
        return match["who"].removesuffix(" to")
    found = (_who_begins(sentence, actors) for sentence in _AFTER_STOP.split(text))
    return next((who for who in found if who), None)


def _who_begins(sentence: str, actors: Actors) -> str | None:
    told = _who_is_told(sentence, actors)
    match = _BEFORE_TO.match(sentence.lstrip("@"))
    if told is not None or match is None:
        return told
    phrase = bare(" ".join(match["who"].split())) or match["who"]
    if not actors.is_one(phrase):
        phrase = phrase.rpartition(", ")[2]
    everybody = phrase.lower().startswith("all ")
    if not (phrase[0].isupper() or everybody or phrase.lower() in actors.known):
        return None
    named = len(phrase.split()) == 1 and match["verb"] in table("verbs")["promises"]["verbs"]
    free = phrase.lower() not in table("verbs")["actors"]["not_first"]
    return phrase if actors.is_one(phrase) or (named and free) else None


def _who_is_told(sentence: str, actors: Actors) -> str | None:
    """Who is told to do something: "Anna look at the lease", "Ben please ring"."""
    match = _told().match(sentence)
    return match["who"] if match and actors.knows(match["who"]) else None


@cache
def _told() -> re.Pattern[str]:
    verb = alternation("verbs", "promises", "verbs")
    return re.compile(rf"^(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),?\s+(?:please\s+)?{verb}\b")


def says(text: str) -> bool:
    """Whether words state an action, and not that there is none."""
    bare = plain(text)
    nothing = bare in table("verbs")["actors"]["nothing"] or _NO.fullmatch(bare) is not None
    return _LETTERS.search(text) is not None and not nothing


def says_to_do(text: str) -> bool:
    """Whether words say what is to be done."""
    return _TO_DO.search(text) is not None


def to_be_done(piece: Piece) -> Piece:
    """The last sentence that orders or says what is to be done; the last where none does."""
    found = list(sentences(piece))
    said = (one for one in reversed(found) if says_to_do(one.text) or states.orders(one.text))
    return next(said, found[-1])


def people(who: str | None) -> Iterator[PersonName]:
    """The people among those who are to act."""
    for name, _, _ in people_cells.named(who or ""):
        if names.likely(name):
            yield name


def who_by(text: str) -> tuple[str, str | None]:
    """Who is to act, and by when where that is said too: "Clerk by 10 May"."""
    match = _WHO_BY.fullmatch(text)
    due: str = (match["due"] or match["aside"]) if match else ""
    if match is None or not states.is_due(due):
        return text, None
    return match["who"], due


def struck(text: str) -> str | None:
    """The words that are struck through, where all are: ~~Paint the rail~~."""
    match = _STRUCK.match(text.strip())
    return match["words"] if match else None


def one_line(parts: Sequence[str] | str) -> str:
    """Words with single blanks and without the bullets of a cell."""
    text = parts if isinstance(parts, str) else " ".join(parts)
    return " ".join(text.replace("•", " ").split())
