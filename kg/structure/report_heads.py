"""Where a report of a pack begins, and what its title is."""

import re
from collections.abc import Collection, Sequence

from kg.model import Kind, Paragraph
from kg.reading.fields import DAYS, NO_TITLES, Says, field
from kg.structure.labels import label
from kg.structure.names import bodies
from kg.structure.openings import tells_who_came
from kg.structure.report_front import Said, body_of, front
from kg.tables.load import alternation, matches

_HEADING_LENGTH = 170
_LOOK_BACK = 6
_OPENING = 5
"""Among how many paragraphs a paper says what it is."""
_ASIDE = ("report_to", "report_by")
_FIRST_ONES = frozenset({"purpose", "summary", "confidential"})
_ONCE = _FIRST_ONES | {"recommendation"}
"""The labels that a report has but once."""
_FOLLOWING = frozenset({"recommendation", "contact", "background"})
_CALLED = re.compile(r"agenda item (?:no\.? ?)?\d+[a-z]?\s*[:.–—-]?\s+", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_SPACED = re.compile(r"(?<!\S)(?:[A-Z] ){4,}[A-Z](?!\S)")
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{alternation('dates', 'months')}\b", re.IGNORECASE
)


def heading_like(paragraph: Paragraph) -> bool:
    """Whether a paragraph's first line could head what follows: short, and no list or table."""
    if paragraph.kind in (Kind.TABLE, Kind.LIST_ITEM, Kind.FURNITURE):
        return False
    line = paragraph.text.split("\n")[0].rstrip()
    whole = paragraph.kind is Kind.HEADING and paragraph.ordinal == 0
    return len(line) <= _HEADING_LENGTH and (whole or not line.endswith((".", ";", ",")))


def opens_report(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """A purpose, or a summary with none before it, opens a report; so do, where it has neither, the
    recommendations of a paper that calls itself a report to somebody, and those near below a line
    that says whose report it is.
    """
    found = label(paragraph)
    if found is None:
        return False
    if found.name == "purpose":
        return True
    if found.name == "recommendation":
        above = paragraphs[: paragraph.ordinal]
        first = not _labelled(above, _ONCE)
        called = first and (_is_called_report(paragraphs) or gives_meeting(above))
        return called or _is_signed(above)
    before = paragraphs[max(0, paragraph.ordinal - 8) : paragraph.ordinal]
    return (found.name in ("summary", "confidential") and found.rest is not None) or (
        found.name == "summary"
        and not _labelled(before, _FIRST_ONES)
        and _labelled(paragraphs[paragraph.ordinal + 1 : paragraph.ordinal + 9], _FOLLOWING)
    )


def _is_signed(above: Sequence[Paragraph]) -> bool:
    """Whether a line near above says whose report this is, with no label of a report between."""
    near = above[-_LOOK_BACK:]
    signed = [at for at, p in enumerate(near) if says_whose(one_line(p.text))]
    return bool(signed) and not _labelled(near[signed[-1] + 1 :], _ONCE)


def says_whose(line: str) -> bool:
    """Whether a line says who reports: "Report of the Director of Finance"."""
    return matches(line, "sections", "starts", "report_by")


def gives_meeting(above: Sequence[Paragraph]) -> bool:
    """Whether what opens a paper names a body and a day, and nobody who came."""
    return _dates_body(front(above)) and not tells_who_came(above)


def heads_report(above: Sequence[Paragraph]) -> bool:
    """Whether what opens a paper is the head of a report: it says whose it is, and when the body
    meets.
    """
    said = front(above)
    whose = any(one.says is Says.AUTHOR or says_whose(one.words) for one in said)
    return whose and _dates_body(said) and not tells_who_came(above)


def _dates_body(said: Sequence[Said]) -> bool:
    dated = any(one.says in DAYS or _DAY.search(one.words) for one in said)
    return dated and any(map(body_of, said))


def _is_called_report(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether one of the first lines of a paper says that it is a report, and to whom."""
    opening = (one_line(p.text) for p in paragraphs[:_OPENING])
    return any(matches(line, "sections", "starts", "report_to") for line in opening)


def _labelled(paragraphs: Sequence[Paragraph], names: Collection[str]) -> bool:
    """Whether a paragraph has one of some labels."""
    return any((found := label(p)) and found.name in names for p in paragraphs)


def report_title(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Paragraph:
    """The nearest heading above that is no label line and does not name the meeting; above
    recommendations the first, if it does not say only that this is a report, and to whom.
    """
    found = label(paragraph)
    signed = _is_signed(paragraphs[: paragraph.ordinal])
    if found is not None and found.name == "recommendation" and not signed:
        return next(filter(_is_title, paragraphs[: paragraph.ordinal]), paragraphs[0])
    nearest: Paragraph | None = None
    by: Paragraph | None = None
    for ordinal in range(paragraph.ordinal - 1, max(-1, paragraph.ordinal - 1 - _LOOK_BACK), -1):
        before = paragraphs[ordinal]
        if before.kind is Kind.FURNITURE or _label_line(before) or _names_meeting(before):
            continue
        if not heading_like(before):
            break
        if says_whose(one_line(before.text)):
            by = by or before
            continue
        if before.kind is Kind.HEADING:
            return before
        nearest = nearest or before
    return nearest or by or paragraph


def _is_title(paragraph: Paragraph) -> bool:
    line = one_line(paragraph.text)
    aside = _label_line(paragraph) or _names_meeting(paragraph)
    aside = aside or any(matches(line, "sections", "starts", one) for one in _ASIDE)
    return heading_like(paragraph) and not aside


def _label_line(paragraph: Paragraph) -> bool:
    """A line of a report's head that is not its title: "Report of: …", "Item 2", a label."""
    text = one_line(paragraph.text)
    said = field(text)
    stated = said is not None and said.says in NO_TITLES
    named = matches(text, "sections", "starts", "report_lines")
    return stated or named or label(paragraph) is not None


def _names_meeting(paragraph: Paragraph) -> bool:
    """A line that says for which body or day a report was written."""
    text = one_line(paragraph.text)
    if paragraph.kind is Kind.HEADING and paragraph.level == 1:
        return bodies.in_line(text) is not None
    return bodies.in_line(text) is not None or _DAY.search(text) is not None


def states_purpose(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a label of paragraphs says what a report is for."""
    return _labelled(paragraphs, ("purpose",))


def asks(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a label of paragraphs says what a report is for or what it recommends."""
    return _labelled(paragraphs, ("purpose", "recommendation"))


def behind_item(text: str) -> str:
    """A title without the words before it that say on which item of the agenda it is."""
    called = _CALLED.match(text)
    return text[called.end() :] if called else text


def one_line(text: str) -> str:
    """A title on one line, letters set apart ("A G E N D A") brought together."""
    line = _BLANKS.sub(" ", text).strip(" *")
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), line)
