"""The lines of a head that are titles: those before the list of people."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile, zip_longest

from kg.extraction import dates
from kg.extraction.people.list_blanks import one_to_a_line
from kg.model import Kind, Paragraph
from kg.reading.fields import field
from kg.structure.names import bodies, body_names
from kg.structure.people_labels import people_label
from kg.structure.sentences import sentences
from kg.tables.load import alternation, pattern

TITLE = 250
"""The length, in characters, that no title line exceeds."""
BESIDE_DAY = 24
"""How many characters may stand beside a day in a line that is one: the hour, the hall."""
_HEAD = 14
_MOST_LINES = 3
_DAY = 40
_LEAST = 20
"""How long, in characters, the titles are at least that run on into what follows."""
_GOES_ON = re.compile(rf"(?:{alternation('bodies', 'small')}|held|at)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:meeting|minutes|proceedings)\b.*\bof\b", re.IGNORECASE)
_OWNED = re.compile(r"\w[’']s(?:\s+(?:[A-Z][\w’'-]*|and|of|for|&)){1,8}$")
"""How a line ends in the words behind an owner: "Marle Council's Roads and"."""
_SHORT_YEAR = re.compile(r"\D\d\d\s+[A-Za-z]")
"""Two digits that are no year but the number of a house: "20 Mill Lane"."""
_NOUN_OF = re.compile(rf"(?i:{alternation('bodies', 'authority_ends')}) OF (?=[A-Z])")
"""How the second line of a name opens that is broken before its noun: "CORPORATION OF MARLE"."""
_ENDS_IN_NOUN = re.compile(rf"\b{alternation('bodies', 'authority_ends')}$", re.IGNORECASE)
_SMALL = re.compile(r"(?:of|for|and)(?: the| an?)?", re.IGNORECASE)
"""A line that joins what stands above and below it: "of the"."""
_OF_MEETING = re.compile(r"meeting (?:minutes|notes)\b", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"\b(?:of|of the|of a|the|and|at|for)$", re.IGNORECASE)


def title_lines(head: Sequence[Paragraph]) -> Iterator[str]:
    """The lines before the list of those present, or the first item that is a heading.

    One that the next goes on is joined to it.
    """
    above = takewhile(_is_above, head[:_HEAD])
    lines = [line for paragraph in above for line in paragraph.text.split("\n")]
    shown = list(takewhile(lambda line: not lists_people(line), lines))
    shown = list(_with_whole_names(_over_small_words(shown)))
    gone_on = ""
    for line, after in zip_longest(shown, shown[1:], fillvalue=""):
        if gone_on and line is gone_on:
            gone_on = ""
            continue
        next_word = after.partition(" ")[0]
        to_go_on = _GOES_ON.match(after) and not next_word.istitle() and line[-1:].isalpha()
        unfinished = line.endswith(",") or _breaks_off(line, after) or to_go_on
        if _names_owner_alone(line, after):
            gone_on = after
            unfinished = True
        whole = f"{line} {after}" if unfinished else line
        if len(whole) <= TITLE:
            yield whole
        elif (first := first_sentence(line)) is not None:
            yield first


def _breaks_off(line: str, after: str) -> bool:
    """Whether a line ends in a small word, and no label begins the next."""
    return _BREAKS_OFF.search(line) is not None and field(after) is None


def _is_above(paragraph: Paragraph) -> bool:
    """Whether a paragraph is neither an item nor a list of people under no label."""
    item = paragraph.kind is Kind.HEADING and paragraph.number is not None
    return not (item or one_to_a_line(paragraph.text))


def _over_small_words(lines: Sequence[str]) -> list[str]:
    """The lines, those above and below a line of small words together: "Minutes", "of the"."""
    joined: list[list[str]] = []
    for before, line in pairwise(("", *lines)):
        if joined and (_SMALL.fullmatch(line) or _SMALL.fullmatch(before)):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [" ".join(parts) for parts in joined]


def _with_whole_names(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of a title in capitals together over which the name of a body goes on."""
    at = 0
    while at < len(lines):
        end = at + _lines_of_name(lines[at : at + _MOST_LINES])
        yield " ".join(lines[at:end])
        at = end


def _lines_of_name(lines: Sequence[str]) -> int:
    """How many of the first lines name the body that a title in capitals says it is of, or that
    stands alone in capitals and is broken before its noun.
    """
    if _breaks_before_noun(*lines[:2]):
        return 2
    if not lines[0].isupper() or not _OF.search(lines[0]) or _names_body(lines[0]):
        return 1
    for count in range(2, len(lines) + 1):
        *before, last = lines[:count]
        if not (last.isupper() and before[-1][-1:].isalpha()):
            return 1
        if _names_body(" ".join(lines[:count])):
            return count
    return 1


def _breaks_before_noun(line: str, after: str = "") -> bool:
    """Whether a line is the first of a name whose noun opens the next, all in capitals."""
    shouted = line.isupper() and after.isupper() and line[-1:].isalpha()
    named = body_names.has_noun(line.title()) or _ENDS_IN_NOUN.search(line)
    nameless = not (named or bodies.says_paper(line) or body_names.is_generic(after))
    return shouted and nameless and _NOUN_OF.match(after) is not None and not _OF.search(line)


def _names_body(line: str) -> bool:
    """Whether a title says which body it is of, by a name with a noun for bodies."""
    return body_names.has_noun(bodies.in_sentence(line) or "")


def _names_owner_alone(line: str, after: str) -> bool:
    """Whether a title says whose body it is of, and the next line ends the name of that body.

    "Meeting of Marle Council's Roads and" over "Paths Committee held on 3 May".
    """
    owned = after[:1].isupper() and _OWNED.search(line) is not None
    whole = bodies.in_sentence(f"{line} {after}") if owned else None
    return whole is not None and whole != bodies.in_sentence(line)


def with_whole_days(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each joined to the next where a day breaks off at its end: "29th" / "May 2014"."""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        yield f"{line} {after}" if breaks_a_day(line, after) else line


def breaks_a_day(line: str, after: str) -> bool:
    """Whether a day begins at the end of a line and ends in the next, which has none itself."""
    if not after or (not line[-1:].isalnum() and line[-1:] != ","):
        return False
    end = line[-_DAY:]
    whole = f"{end} {after[:_DAY]}"
    breaks_off = any(
        one.complete
        and one.start < len(end) < one.end
        and not _SHORT_YEAR.match(whole, one.end - 3)
        for one in dates.days(whole)
    )
    return breaks_off and not any(found.complete for found in dates.days(after[:_DAY]))


@lru_cache(maxsize=2048)
def sentences_of(line: str) -> tuple[str, ...]:
    """The sentences of a line."""
    return tuple(line[span.start : span.end] for span in sentences(line))


def first_sentence(line: str) -> str | None:
    """A line of running text as far as its first sentence goes.

    Of a paper whose lines all run on, that is long too: then it is what stands before the list
    of people or the first item, unless that is as long.
    """
    first = next(iter(sentences_of(line)), "")
    if len(first) <= TITLE:
        return first
    titles = run_on(first)
    return titles[:TITLE].rpartition(" ")[0] if len(titles) > TITLE else titles or None


def run_on(sentence: str) -> str:
    """The titles that run on into the list of people or the first item."""
    end = pattern("meetings", "run_on").search(sentence, _LEAST)
    return sentence[: end.start()].rstrip() if end else ""


def is_day(words: str, beside: int = 0) -> bool:
    """Whether words are one day and at most ``beside`` letters more, such as an hour."""
    words = words.strip()
    found = dates.days(words)
    return len(found) == 1 and len(words) - (found[0].end - found[0].start) <= beside


def names_officer(line: str) -> bool:
    """Whether a line of a letterhead names one officer and lists nobody: "Clerk: Ann Lowe"."""
    said = people_label(line)
    return said is not None and said.rest is not None and not (said.told or said.several)


@lru_cache(maxsize=2048)
def lists_people(line: str) -> bool:
    """Whether a line heads or holds people.

    "Minutes" alone, "Minutes: 9 May 2012" and "Meeting minutes – XYZ" are titles, and name no note
    taker; "Board of Trustees" names a body.
    """
    said = people_label(line)
    if said is None or (body_names.is_generic(line) and not line.endswith("s")):
        return False
    if _OF_MEETING.match(line):
        return False
    if said.rest is not None and is_day(line[said.rest :]):
        return False
    return said.told or not (
        any(map(bodies.generic_in, (line, *bodies.between_bars(line))))
        or bodies.in_sentence(line)
        or (said.rest is None and said.capacity == "officer")
    )
