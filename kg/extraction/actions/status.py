"""How an action stands and by when it is due, in the words that papers have for it."""

import re
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from kg.extraction import dates
from kg.structure.labels import is_status, plain
from kg.tables.load import alternation, pattern, patterns, table

_BY = re.compile(
    rf"\b{alternation('verbs', 'deadlines', 'before')}\s+"
    r"(?P<due>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
    rf"|(?:the\s+)?(?:{alternation('verbs', 'deadlines', 'parts')}[- ]\s*)?"
    r"(?:[\w ,]|\.(?=\s\d)){3,40}?)"
    r"(?=[;,)]|\.(?!\s\d)|\s+(?:so|and|to)\b|$)"
)
_DUE_LABEL = rf"\s{alternation('verbs', 'deadlines', 'labels')}\s*:\s*"
DUE_LINE = re.compile(_DUE_LABEL + r"(?P<due>[^\n]+)$")
_NEXT_LINE = re.compile(_DUE_LABEL + r"(?P<due>[^\n]+)")
_SOME_DAY = date(2000, 1, 1)
_SHORT_STATUS = 5
_SYMBOLS = re.compile(r"^[^\w(]+")
_OF_ACTIONS = re.compile(rf"\b{alternation('verbs', 'statuses', 'of_actions')}\b")


def outcome(text: str) -> tuple[str | None, str | None]:
    """What words after an action say became of it: its status, and how they put it.

    "Completed.", "This has not been done.": a status alone, or a sentence on "this" or "it".
    """
    bare = text.strip(" .-–—")
    if is_status(bare):
        return status_of(bare), bare
    match = pattern("verbs", "statuses", "became").match(" ".join(text.split()))
    if match is None:
        return None, None
    return ("open", match["said"]) if match["not"] else ("complete", match["done"])


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
    return is_status(bare) or bare in table("verbs")["statuses"]["groups"]


@cache
def _status_words(status: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-–—:;,.(•/|]\s*){alternation('verbs', 'statuses', status)}(?!\w)")


def _misspelt(words: str) -> str | None:
    """A status of one word with a letter wrong, as in "Compete"."""
    forms = _forms() if len(words) > _SHORT_STATUS else {}
    best = process.extractOne(words, forms.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return forms[best[0]] if best else None


@cache
def _forms() -> dict[str, str]:
    """The status that each of the words for one tells."""
    return {form: s for s in ("open", "complete") for form in table("verbs")["statuses"][s]}


def is_due(words: str) -> bool:
    """Whether words say by when something is due."""
    vague = table("verbs")["deadlines"]["vague"]
    dated = dates.deadline(words, _SOME_DAY) is not None
    return plain(words) in vague or (dated and not orders(words) and status_of(words) is None)


def orders(text: str) -> bool:
    """Whether words begin with a verb of what is to be done: "Print the posters"."""
    return _orders().match(text) is not None


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternation('verbs', 'promises', 'verbs')}\b", re.IGNORECASE)


def due_in(text: str) -> str | None:
    """A due date said in the words of an action: "by 31 March 2022", "to the next meeting"."""
    match = _BY.search(text)
    if match and dates.deadline(match["due"], _SOME_DAY):
        return match["due"].strip()
    found = (form.search(text) for form in patterns("verbs", "deadlines", "following"))
    following = next(filter(None, found), None)
    return following["due"] if following else None


def due_line(text: str, start: int) -> re.Match[str] | None:
    """The line, next in a text from ``start``, that says by when: "By when: 1 April"."""
    return _NEXT_LINE.match(text, start)


def last_due(text: str | None, near: date | None) -> date | None:
    """The latest of the deadlines in some words, what it was moved from left out."""
    return max(dates.deadlines(_without_moves(text or ""), near), default=None)


def _without_moves(text: str) -> str:
    for form in patterns("verbs", "statuses", "moved"):
        text = form.sub(_without_words, text)
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
    for form in patterns("verbs", "statuses", "moved"):
        for match in form.finditer(text or ""):
            day = dates.deadline(match["words"], near)
            if day is not None and day not in found:
                found.append(day)
        if found:
            break
    return tuple(found)


def put_off_to(text: str | None, near: date | None) -> date | None:
    """The day to which a status or an update says that an action was put off."""
    found = (form.search(text or "") for form in patterns("verbs", "statuses", "put_off_to"))
    days = (dates.deadline(match["words"], near) for match in found if match)
    return next(filter(None, days), None)
