"""Apologies of people by the initials that the list of those at a meeting gives them."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.attendance.rows import fact
from kg.extraction.context import evidence
from kg.facts import Attendance, MeetingKey, PersonName
from kg.model import Paragraph
from kg.structure.sections import Piece, sentences

_LETTERS = r"[A-Z][A-Za-z]{0,2}[A-Z]"
_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y)\b(?![^.;]{0,20}\blate)[^.;\t\n]{0,60}?(?:\b(?:from|by|for)\b:?|:)\s*"
    rf"(?P<who>(?-i:{_LETTERS})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?-i:{_LETTERS}))*)(?!\w)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"[\[(]({_LETTERS})[\])]")
_BESIDE = 8


def apologies(
    paragraphs: Sequence[Paragraph], listed: Sequence[Attendance], meeting: MeetingKey
) -> Iterator[Attendance]:
    """Those of a list who sent apologies: "apologies from AL and BT"."""
    known = dict(_initials(paragraphs, listed))
    telling = [p for p in paragraphs if _APOLOGIES.search(p.text)] if known else []
    for paragraph in telling:
        for sentence in sentences(Piece.whole(paragraph)):
            match = _APOLOGIES.search(sentence.text)
            for letters in re.findall(_LETTERS, match["who"]) if match else ():
                if letters in known:
                    yield fact(meeting, known[letters], "apologies", evidence(sentence))


def _initials(
    paragraphs: Sequence[Paragraph], listed: Sequence[Attendance]
) -> Iterator[tuple[str, PersonName]]:
    """The letters in brackets beside the names of a list, where they fit the name."""
    texts = {paragraph.ordinal: paragraph.text for paragraph in paragraphs}
    for one in listed:
        quote = one.evidence[0]
        around = slice(max(0, quote.start - _BESIDE), quote.end + _BESIDE)
        words = one.person.name.split()
        for letters in _BRACKETED.findall(texts.get(quote.paragraph, "")[around]):
            if letters[0] == words[0][0] and words[-1][0] in letters[1:]:
                yield letters, one.person
