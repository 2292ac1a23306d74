"""Title lines without the days that stand in them.

Most lines have no digit, and so no day.
"""

import re

from kg.tables.load import alternation, words

TIMES = rf"(?:{alternation('dates', 'weekdays')}|{alternation('dates', 'months')})"
_WHEN = re.compile(
    rf"\b{TIMES}\b\.?,?|['’]?\d[\d./-]*(?:st|nd|rd|th)?\b,?(?:\s+of\b)?", re.IGNORECASE
)
_AT_ENDS = re.compile(
    rf"^\d{{4}}-\d{{2}}-\d{{2}}\s+|\s*[,–—-]?\s*(?:{TIMES}\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{TIMES}"
    rf"(?:,?\s+\d{{4}})?$|\s+\d{{4}}-\d{{2}}-\d{{2}}$"
    rf"|\s*[,–—-]?\s+(?:{TIMES},?\s+\d{{4}}|\d{{4}},?\s+{TIMES})$",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?:{TIMES}\.?,?\s+)?(?:"
    rf"(?:(?:the\s+)?(?<!\d)\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:(?:day\s+)?of\s+)?{TIMES}"
    rf"|{TIMES}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?:(?:19|20)\d\d|['’]\d\d))?(?!\w)"
    r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?)?"
    r"|(?<![\w-])\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?!\w))",
    re.IGNORECASE,
)
_PLACE_BEHIND = re.compile(r"(?<=\d)\s?[ap]\.?m\b\.?,.*$", re.IGNORECASE)  # where, behind the hour
_FIRST = re.compile(rf"^(?:{_DAY.pattern})\s*[:,–—-]\s*(?=\S)", re.IGNORECASE)
_OPENING = re.compile(rf"^(?:{_DAY.pattern})\s+(?=\S)", re.IGNORECASE)
_BEGINS_TIME = re.compile(
    "|".join(
        sorted(
            {word[:3].lower() for kind in ("weekdays", "months") for word in words("dates", kind)}
        )
    )
)
_SIGN_BETWEEN = re.compile(r"\d[-/.]\d")
_YEAR = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])")


def without(text: str, instead: str = " ") -> str:
    """A line with something instead of each day."""
    return _DAY.sub(instead, text) if _may_have(text) else text


def is_day(words: str) -> bool:
    """Whether words are a day and no more."""
    return _has_digit(words) and not without(words).strip(" .,")


def without_years(text: str) -> str:
    """A line with a blank for each day and year, without the place behind an hour."""
    return _YEAR.sub(" ", without(_PLACE_BEHIND.sub("", text))) if _has_digit(text) else text


def without_times(text: str) -> str:
    """A line with a blank for each number, weekday and month."""
    return _WHEN.sub(" ", text)


def not_at_ends(text: str) -> str:
    """A line without a day that it begins or ends with."""
    return _AT_ENDS.sub("", text) if _may_have(text) else text


def behind_first(text: str) -> str:
    """What stands behind a day that opens a line: "3 May 2024: Board"."""
    return _FIRST.sub("", text) if _may_have(text) else text


def behind_opening(text: str) -> str:
    """What stands behind a day that opens a line, with no sign between: "3 May 2024 Board"."""
    return _OPENING.sub("", text) if _may_have(text) else text


def parted(text: str) -> list[str]:
    """What stands before and behind the first day of a line; the line alone without one."""
    return _DAY.split(text, maxsplit=1) if _may_have(text) else [text]


def _may_have(text: str) -> bool:
    """Whether a line has a digit, and names a time or has a sign between digits."""
    signed = _SIGN_BETWEEN.search(text) is not None
    return signed or (_has_digit(text) and _BEGINS_TIME.search(text.lower()) is not None)


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))
