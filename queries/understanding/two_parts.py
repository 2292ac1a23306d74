"""Two questions in one sentence: where the second begins, and what it leaves to the first."""

import re
from collections.abc import Iterable

from kg.tables.load import alternation
from queries.texts.wording import content_stems, first_match, stems
from queries.understanding.periods import periods_in

_VERB = rf"{alternation('questions', 'counting_verbs')}\b"
_COUNTED = re.compile(rf"\W*how many (?P<thing>(?!{_VERB})[^?,;]{{2,60}}?) {_VERB}", re.IGNORECASE)
_COUNTS = re.compile(rf"(?:and )?how many (?:more |of them )?(?={_VERB})", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{alternation('dates', 'months')})\b")


def parts(text: str) -> tuple[str, str] | None:
    """The two questions that are asked in one sentence, or None where it is one ("When and where
    does it meet?").
    """
    found = first_match(text, "second")
    if found is None:
        return None
    first, second = text[: found.start()].strip(" ,;?"), text[found.end() :].strip(" ?")
    return (f"{first}?", f"{second}?") if content_stems(first) else None


def with_counted(text: str, before: str) -> str:
    """A question "how many had come?" with the things that the one before it counts: "how many
    boats had come?"; itself where either counts none.
    """
    counted, alone = _COUNTED.match(before.strip()), _COUNTS.match(text.strip())
    if counted is None or alone is None:
        return text
    return f"{alone[0]}{counted['thing']} {text.strip()[alone.end() :]}"


def continued(text: str, topic: str, times: Iterable[str]) -> str:
    """A question with what the one before it alone says: the words of its ``topic``, and where
    it names no time the ``times`` of the other, as written; of a month the year of these.
    """
    times = list(times)
    asked = with_year(text.strip(" ?"), times)
    said = set(stems(asked))
    left = " ".join(word for word in topic.split() if not set(stems(word)) <= said)
    when = "" if periods_in(asked) else " ".join(times)
    return f"{' '.join(filter(None, (asked, left, when)))}?"


def with_year(text: str, times: Iterable[str]) -> str:
    """A text whose one month without a year has the year of some times, as written."""
    year = re.search(r"\b\d{4}\b", " ".join(times))
    month = _MONTH.search(text) if year and not periods_in(text) else None
    if month is None or year is None:
        return text
    return f"{text[: month.end()]} {year[0]}{text[month.end() :]}"
