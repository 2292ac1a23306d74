"""Who is to act, by when and how it stands, in the words of an action."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from kg.extraction import dates, names, people_cells
from kg.extraction.actors import Actors
from kg.facts import PersonName
from kg.structure.labels import plain
from kg.structure.sections import Piece, sentences
from kg.tables.load import alternation, patterns, table

RULE = "actions/2"

_BEFORE_TO = re.compile(r"^(?P<who>\w[^.;:]{1,90}?)\s+(?:to|will)\s+(?P<verb>[a-z]+)\b", re.DOTALL)
_AFTER_STOP = re.compile(r"(?<=[.;:])\s+|\s[–—-]\s")
_LEAD_WHO = re.compile(r"^(?P<who>[A-Z][^.;:]{1,80}?)(?:\s+to)?\s*[:;]?\s*$")
_TAIL = re.compile(
    r"[(\[](?P<bracket>[^()\[\]]{2,80})[)\]]\s?\.?$"
    r"|(?:\s-|[–—])\s?(?P<dash>[^–—:.;]{2,40}?)\s?\.?$"
    r"|(?<=[.!?;])\s(?P<last>[^.!?()\[\]]{2,40})\.?$"
    r"|\s(?P<initials>[A-Z]{2,3})$"
    r"|\s(?P<at>@[\w.-]+(?:[\s,&]+@[\w.-]+)*)$"
    r"|\s(?P<day>\d{4}-\d\d-\d\d)$"
)
_OWNED = re.compile(
    r"[\s.;,–—-]{1,4}(?:(?:Action )?Owner|Lead|Responsible|Assigned to|By whom|Who)\s*:\s*"
    r"(?P<who>[^.:;\n]{2,60}?)\s*[.;]?$"
)
_BY_DAY = re.compile(r"(?<=[.;])\s(?:By|For)\s*:?\s+(?P<due>[^.:;\n]{3,40}?)\s*\.?$")
_ROW = re.compile(
    r"^(?:\d{1,3}(?:[./]\d{1,3})*[.)]?\s+)?"
    r"(?P<who>[A-Z]{2,3}(?:\s?[/&+,]\s?[A-Z]{2,3}){0,4})\s+(?=[A-Z][a-z])"
)
_ROW_DUE = re.compile(
    rf"\s(?P<due>\d{{1,2}}(?:st|nd|rd|th)?\s+{alternation('dates', 'months')}(?:\s+\d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"^\((?:un|not )(?:assigned|allocated)\)\s*:?\s*", re.IGNORECASE)
_ONE_NAME = re.compile(r"[A-Z][\w’'-]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_AT_NAME = re.compile(r"^@(?P<who>[\w.-]*\w)[:,]?\s+(?=\S)")
_TO = re.compile(r"(?:to|will)\s")
_STRUCK = re.compile(r"^~~(?P<words>[^~]+)~~$")
_AT_HEAD = re.compile(r"^(?P<who>[^:–—.;]{2,60}?)(?:\s*:|\s+[–—-])\s+(?=\S)")
_BOX = re.compile(r"^\[(?P<mark>[ xX✓✔])\]\s+(?=\S)")
_PART = re.compile(r"\s*(?:[,;]|\s[–—-]\s)\s*|\s+(?=by\s)")
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|(?:for|to) the meeting (?:on|of|in))\s+"
    r"(?P<due>(?:the\s+)?(?:end\s+of\s+|late\s+|early\s+|mid[- ])?[\w ,]{3,30}?)"
    r"(?=[.;,)]|\s+(?:so|and|to)\b|$)"
)
_DUE_LABEL = r"\s(?:Due|Due date|Due by|Deadline|By when|When|Timescale|Target date|DUE)\s*:\s*"
_DUE_LINE = re.compile(_DUE_LABEL + r"(?P<due>[^\n]+)$")
_NEXT_LINE = re.compile(_DUE_LABEL + r"(?P<due>[^\n]+)")
_NEXT = re.compile(
    r"\b(?:to|at|for|by|before|in time for)\s+"
    r"(?P<due>(?:the|a|our|its)\s+(?:next|following|future)\s+(?:\w+\s+){0,3}?meeting)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?P<due>within \w{1,6} (?:day|week)s?)\b", re.IGNORECASE)
_MOST_TAILS = 3
_TO_DO = re.compile(r"\b(?:to|will|would|should|must|needs?)\s+[a-z]")
_SOME_DAY = date(2000, 1, 1)
_SHORT_STATUS = 5
_SYMBOLS = re.compile(r"^[^\w(]+")
_WHO_BY = re.compile(
    r"(?P<who>.{2,60}?)(?:(?:,|\s[–—-])?\s+(?:by|before)\s+(?P<due>.{3,40})"
    r"|\s*[(\[](?:by\s+)?(?P<aside>[^()\[\]]{3,40})[)\]]\W*)"
)
_DUE_WORD = re.compile(r"^(?:due|deadline)(?: date| by| on)?:?\s+", re.IGNORECASE)
_OF_ACTIONS = re.compile(r"\bactions?(?:\s+(?:points|items))?\b|\bitems\b|\btasks\b")


@dataclass(frozen=True, slots=True)
class Said:
    """An action's own words, ``start`` to ``end`` (half-open), and what stands around them."""

    start: int
    end: int
    who: str | None = None
    due: str | None = None
    status: str | None = None
    update: str | None = None


def said(text: str, lead: str, actors: Actors) -> Said:
    """An entry of a list: who, when and whether done, written before or after the words."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    status = due = None
    if box := _BOX.match(text[start:end]):
        status = "open" if box["mark"] == " " else "complete"
        start += box.end()
    if line := _DUE_LINE.search(text, start, end):
        due, end = line["due"].strip(), line.start()
    stated, end = _stated(text, start, end)
    beside, end = _behind(text, start, end, actors)
    if struck := _STRUCK.match(text[start:end]):
        status, (start, end) = "complete", (start + 2, start + struck.end("words"))
    beside = replace(beside, who=stated.who or beside.who, due=stated.due or beside.due)
    ahead, start, end = _ahead(text, start, end, actors)
    beside = replace(beside, who=beside.who or ahead.who, due=beside.due or ahead.due)
    update = None
    if stands := _stands().search(text, start, end):
        status = status or beside.status or status_of(stands["status"])
        update, end = one_line(text[stands.start("status") : end]), stands.start()
    who = beside.who or who_in(text[start:end], lead, actors)
    when = due or _with_move(due_in(text[start:end]), beside.due)
    return Said(start, end, who, when, status or beside.status or ahead.status, update)


@cache
def _stands() -> re.Pattern[str]:
    """How an action stands, told behind its words: "… . Done, he agrees", "… – on hold"."""
    said = "|".join(alternation("verbs", "statuses", status) for status in ("open", "complete"))
    return re.compile(
        rf"(?:(?<=[.?!;])\s+|\s+(?:[–—-]|[-=]>|→)\s+)(?=\S)(?P<status>{said})(?=\s*(?:[.,;:–—]|\s-|$)"
        r"|\s+(?:on|in|by|until|to|pending|awaiting|as|but)\b)",
        re.IGNORECASE,
    )


def _stated(text: str, start: int, end: int) -> tuple[Said, int]:
    """Who and when in fields of their own behind an action: … Owner: A Lowe. By 3 May."""
    found = Said(start, end)
    for _ in range(2):
        if day := _BY_DAY.search(text, start, end):
            if not _is_due(day["due"]):
                break
            found, end = replace(found, due=day["due"]), day.start()
        elif owner := _OWNED.search(text, start, end):
            found, end = replace(found, who=owner["who"].strip(" –—-")), owner.start()
    return found, end


def _ahead(text: str, start: int, end: int, actors: Actors) -> tuple[Said, int, int]:
    """Who stands before an action's words: "Anna: …", "3 AL … 4 May 2023" of a table's row."""
    if given := _GIVEN.match(text[start:end]):
        return Said(start, end), start + given.end(), end
    if named := _AT_NAME.match(text[start:end]):
        told = _TO.match(text, start + named.end(), end)
        return Said(start, end, who=named["who"]), start + (1 if told else named.end()), end
    head = _AT_HEAD.match(text[start:end])
    if head and _is_status(head["who"]):
        return Said(start, end, status=status_of(head["who"])), start + head.end(), end
    if (
        head
        and _heads(head["who"], actors)
        and not _who_begins(text[start + head.end() : end], actors)
    ):
        return Said(start, end, who=bare(head["who"])), start + head.end(), end
    row = _row(text[start:end], actors)
    if row is None:
        return Said(start, end), start, end
    due = _ROW_DUE.search(text, start, end)
    last = due.start() if due else end
    return Said(start, end, row["who"], due["due"] if due else None), start + row.end(), last


def _heads(who: str, actors: Actors) -> bool:
    """Whether words before a colon name who acts: somebody known, or "Anna (al21)"."""
    name = bare(who)
    marked = name != who.strip("*_@ ") and (actors.is_only(name) or _ONE_NAME.fullmatch(name))
    return bool(marked) or actors.knows(name)


def _row(text: str, actors: Actors) -> re.Match[str] | None:
    row = _ROW.match(text)
    known = row is not None and all(map(actors.bears, re.findall(r"[A-Z]{2,3}", row["who"])))
    return row if known else None


def is_row(text: str, actors: Actors) -> bool:
    """Whether words are a row of a table of actions that a page has as lines: "3 AL Write …"."""
    return _row(text.strip(), actors) is not None


def _with_move(own: str | None, behind: str | None) -> str | None:
    """When, as said behind an action's words, else in them; both where it moved behind them."""
    if own and behind and any(p.search(behind) for p in patterns("verbs", "statuses", "moved")):
        return f"{own} ({behind})"
    return behind or own


def _behind(text: str, start: int, end: int, actors: Actors) -> tuple[Said, int]:
    """What stands behind an action's words, "(Anna, by 12 March) – done", and where they end."""
    found = Said(start, end)
    for _ in range(_MOST_TAILS):
        tail = _TAIL.search(text, start, end)
        if tail is None or tail.start() == start:
            break
        one = _beside(tail, actors)
        if one is None:
            break
        found = replace(
            found,
            who=found.who or one.who,
            due=found.due or one.due,
            status=found.status or one.status,
        )
        end = tail.start() if tail["last"] is None else tail.start("last")
    return found, len(text[:end].rstrip())


def _beside(tail: re.Match[str], actors: Actors) -> Said | None:
    """Who, when or how it stands, in "Anna, by 12 March"; None where anything else is said."""
    words = tail[str(tail.lastgroup)].strip()
    if tail["initials"]:
        return Said(0, 0, who=words) if actors.bears(words) else None
    whos: list[str] = []
    due = status = None
    for part in _PART.split(words):
        if _is_status(part):
            status = status_of(part)
        elif tail["at"]:
            whos.append(re.sub(r"\s*@", " ", words).strip())
        elif actors.knows(part) if tail["last"] else actors.is_only(part):
            whos.append(part.lstrip("@"))
        elif due is None and tail["last"] is None and _is_due(part):
            due = _DUE_WORD.sub("", part)
        else:
            return None
    return Said(0, 0, ", ".join(whos) or None, due, status)


def outcome(text: str) -> tuple[str | None, str | None]:
    """What words after an action say became of it: its status, and how they put it.

    "Completed.", "This has not been done.": a status alone, or a sentence on "this" or "it".
    """
    bare = text.strip(" .-–—")
    if _is_status(bare):
        return status_of(bare), bare
    match = _became().match(" ".join(text.split()))
    if match is None:
        return None, None
    return ("open", match["said"]) if match["not"] else ("complete", match["done"])


@cache
def _became() -> re.Pattern[str]:
    done = alternation("verbs", "statuses", "complete")
    return re.compile(
        r"^(?:this|it)\b(?:\s+action)?\s+(?P<said>(?:is|was|has|had|have)\s+"
        rf"(?:(?:now|since)\s+)?(?P<not>not\s+(?:yet\s+)?)?(?:been\s+)?(?P<done>{done}))\b",
        re.IGNORECASE,
    )


def _is_due(words: str) -> bool:
    vague = table("verbs")["deadlines"]["vague"]
    dated = dates.deadline(words, _SOME_DAY) is not None
    return plain(words) in vague or (dated and not orders(words) and status_of(words) is None)


def _is_status(words: str) -> bool:
    statuses = table("verbs")["statuses"]
    return any(plain(words) in statuses[status] for status in ("open", "complete"))


def bare(who: str) -> str:
    """A name without what stands in brackets behind it."""
    return _BRACKETS.sub("", who).strip(" :*_@")


def who_in(text: str, lead: str, actors: Actors) -> str | None:
    """Who is to act: "Officers to …" in the first sentence that has it, or the lead-in."""
    if lead and (match := _LEAD_WHO.match(" ".join(lead.split()).strip(" :;"))):
        return match["who"].removesuffix(" to")
    found = (_who_begins(sentence, actors) for sentence in _AFTER_STOP.split(text))
    return next((who for who in found if who), None)


def _who_begins(sentence: str, actors: Actors) -> str | None:
    match = _BEFORE_TO.match(sentence.lstrip("@"))
    if match is None:
        return _who_is_told(sentence, actors)
    phrase = bare(" ".join(match["who"].split())) or match["who"]
    if not actors.is_one(phrase):
        phrase = phrase.rpartition(", ")[2]
    if not phrase[0].isupper() and phrase.lower() not in actors.known:
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


def orders(text: str) -> bool:
    """Whether words begin with a verb of what is to be done: "Print the posters"."""
    return _orders().match(text) is not None


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternation('verbs', 'promises', 'verbs')}\b", re.IGNORECASE)


def says(text: str) -> bool:
    """Whether words state an action, and not that there is none."""
    return bool(text.strip()) and plain(text) not in table("verbs")["actors"]["nothing"]


def says_to_do(text: str) -> bool:
    """Whether words say what is to be done."""
    return _TO_DO.search(text) is not None


def to_be_done(piece: Piece) -> Piece:
    """The last sentence that says what is to be done; the last where none does."""
    found = list(sentences(piece))
    return next((one for one in reversed(found) if says_to_do(one.text)), found[-1])


def people(who: str | None) -> Iterator[PersonName]:
    """The people among those who are to act."""
    for name, _, _ in people_cells.named(who or ""):
        if names.likely(name):
            yield name


def due_in(text: str) -> str | None:
    """A due date said in the words of an action: "by 31 March 2022", "to the next meeting"."""
    match = _BY.search(text)
    if match and dates.deadline(match["due"], _SOME_DAY):
        return match["due"].strip()
    following = _NEXT.search(text) or _WITHIN.search(text)
    return following["due"] if following else None


def who_by(text: str) -> tuple[str, str | None]:
    """Who is to act, and by when where that is said too: "Clerk by 10 May"."""
    match = _WHO_BY.fullmatch(text)
    due: str = (match["due"] or match["aside"]) if match else ""
    if match is None or not _is_due(due):
        return text, None
    return match["who"], due


def due_line(text: str, start: int) -> re.Match[str] | None:
    """The line, next in a text from ``start``, that says by when: "By when: 1 April"."""
    return _NEXT_LINE.match(text, start)


def struck(text: str) -> str | None:
    """The words that are struck through, where all are: ~~Paint the rail~~."""
    match = _STRUCK.match(text.strip())
    return match["words"] if match else None


def last_due(text: str | None, near: date | None) -> date | None:
    """The latest of the deadlines in some words, what it was moved from left out."""
    return max(dates.deadlines(_without_moves(text or ""), near), default=None)


def _without_moves(text: str) -> str:
    for pattern in patterns("verbs", "statuses", "moved"):
        text = pattern.sub(_without_words, text)
    return text


def _without_words(match: re.Match[str]) -> str:
    start = match.start()
    return (
        match.string[start : match.start("words")] + match.string[match.end("words") : match.end()]
    )


def due_status(text: str | None, near: date | None) -> str | None:
    """The status that a due date carries: complete only when each of its deadlines is."""
    said_of = status_of(text)
    if not text or said_of is None:
        return None
    bare = _without_moves(text)
    done = len(re.findall(alternation("verbs", "statuses", "complete"), bare, re.IGNORECASE))
    whole = said_of == "complete" and done >= len(dates.deadlines(bare, near))
    return "complete" if whole else "open"


def moved_from(text: str | None, near: date | None) -> tuple[date, ...]:
    """The deadlines that a cell says it was moved from."""
    found: list[date] = []
    for pattern in patterns("verbs", "statuses", "moved"):
        for match in pattern.finditer(text or ""):
            day = dates.deadline(match["words"], near)
            if day is not None and day not in found:
                found.append(day)
        if found:
            break
    return tuple(found)


def status_of(text: str | None) -> str | None:
    """Open or complete, by the words of a status; open wins where both are said."""
    words = plain(text or "")
    answers = table("verbs")["statuses"]["answers"]
    if words in answers:
        return str(answers[words])
    words = _SYMBOLS.sub("", words)
    for status in ("open", "complete"):
        if _status_words(status).search(words):
            return status
    return _misspelt(words)


def status_of_list(title: str) -> str | None:
    """What the heading of a list says of its actions: "Outstanding actions" are open."""
    bare = _OF_ACTIONS.sub(" ", plain(title)).strip()
    return None if bare in table("verbs")["statuses"]["groups"] else status_of(bare)


def heads_group(title: str) -> bool:
    """Whether a heading under that of a list of actions parts it: "New", "Completed"."""
    bare = _OF_ACTIONS.sub(" ", plain(title)).strip()
    return _is_status(bare) or bare in table("verbs")["statuses"]["groups"]


@cache
def _status_words(status: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-–—:;,.(•/|]\s*){alternation('verbs', 'statuses', status)}(?!\w)")


def _misspelt(words: str) -> str | None:
    """A status of one word with a letter wrong, as in "Compete"."""
    forms = {form: s for s in ("open", "complete") for form in table("verbs")["statuses"][s]}
    best = process.extractOne(words, forms.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return forms[best[0]] if best and len(words) > _SHORT_STATUS else None


def one_line(parts: Sequence[str] | str) -> str:
    """Words with single blanks and without the bullets of a cell."""
    text = parts if isinstance(parts, str) else " ".join(parts)
    return " ".join(text.replace("•", " ").split())
