"""Lists of people in which blanks or line breaks alone part the names.

"Ann Lowe (Chair) Ben Tarn C. Voss" is three people; "Ann Lowe, Harbour Master" on a line among
others is one.
"""

import re

from kg.extraction.people import names
from kg.facts import PersonName
from kg.tables.load import alternation

_UPPER = names.UPPER
_FEWEST = 3
_TWO = 2
_FIRST = rf"(?:[{_UPPER}][a-zß-öø-ÿ’'-]{{1,14}}\.?|[{_UPPER}]\.?(?:[ ]?[{_UPPER}]\.?){{0,2}})"
_LAST = rf"(?:[OD][’']|Mc|Mac|de[ ]|van[ ])?[{_UPPER}][a-zß-öø-ÿ]{{2,}}(?:-[{_UPPER}][a-zß-öø-ÿ]+)?"
_PAIR = re.compile(
    rf"(?:{names.TITLE}[ ]){{0,3}}(?P<name>{_FIRST}[ ]{_LAST})(?P<note>[ ]?\([^()]{{1,40}}\))?"
    r"(?P<gap>[ ]+|[ ]*\n[ ]*|$)"
)
_NOTES = re.compile(r"(?:\s*\([^()]*\))*")
_NEXT = re.compile(rf" (?=[{_UPPER}])")
_INITIALS = rf"(?:[{_UPPER}](?:\. ?| )){{1,3}}"
_INITIALLED = re.compile(rf"\b{_INITIALS}{_LAST} (?={_INITIALS}{_LAST})")
_ENDS_IN_TITLE = re.compile(rf" {names.TITLE}$")
"""What would end with the title of the next one, as behind honours: "MBE Cllr"."""
_OFFICE_BEHIND = re.compile(rf",[ ]*[^,;\n]*\b{alternation('people', 'offices')}\b")
_HANDLE = re.compile(
    r"(?P<handle>(?:@[\w.-]+|(?<!\w)[A-Z]{2,3})\s*\()"
    rf"(?P<name>[{_UPPER}][\w.’'-]* [^()@,;]{{2,40}})\)"
)
"""A name in brackets behind what somebody is called on a site, or behind its initials."""


def without_handles(text: str) -> str:
    """A list of the same length in which names alone stand for "@alowe (Ann Lowe)"."""
    return _HANDLE.sub(lambda match: f"{' ' * len(match['handle'])}{match['name']} ", text)


def parted(text: str) -> str:
    """A list of the same length in which a comma parts names that blanks alone part.

    It is left as it is where anything else stands in it, and where it names fewer than three.
    """
    if any(mark in text for mark in ",;"):
        return text
    found: list[re.Match[str]] = []
    at = len(text) - len(text.lstrip())
    end = len(text.rstrip(" ."))
    while at < end:
        match = _PAIR.match(text, at, end)
        if match is None or not names.likely(PersonName(match["name"], match["name"])):
            return text
        if _ENDS_IN_TITLE.search(match["name"]):
            return text
        found.append(match)
        at = match.end()
    if len(found) < _FEWEST:
        return text
    letters = list(text)
    for match in found[:-1]:
        letters[match.start("gap")] = ","
    return "".join(letters)


def parted_at_titles(text: str) -> str:
    """A list of the same length in which a comma parts people whose titles alone part them.

    "Chair Mrs A Lowe Vice Chair Mr B Tarn Cllr C Voss": an office may stand before a title.
    """
    if any(mark in text for mark in ",;\n"):
        return text
    titled = names.TITLED.finditer(text)
    ends = [end for title in titled if (end := _end_of_person(text, title.start()))]
    if len(ends) < _FEWEST:
        return text
    letters = list(text)
    for end in ends:
        if _NEXT.match(text, end):
            letters[end] = ","
    return "".join(letters)


def parted_at_initials(text: str) -> str:
    """A list of the same length in which a comma parts surnames from initials behind them.

    "A Lowe B Tarn" names two: behind a surname with its initials, others open the next name.
    """
    return _INITIALLED.sub(lambda match: f"{match[0][:-1]},", text)


def _end_of_person(text: str, start: int) -> int | None:
    """Where the name of a titled person ends, with the brackets behind it."""
    found = names.leading(text[start:])
    behind = _NOTES.match(text, start + found[1]) if found else None
    return behind.end() if behind else None


def one_to_a_line(text: str) -> bool:
    """Whether each of three or more lines names one person, most offices behind a comma, or all
    with a title.
    """
    lines = text.strip().split("\n")
    if len(lines) < _FEWEST or any(line.count(",") > _FEWEST for line in lines):
        return False
    if any(line.rstrip().endswith((",", ";", " and", " &")) for line in lines):
        return False
    behind = [line for line in lines if "," in line]
    told = [line for line in behind if not _names_another(line.partition(",")[2].strip())]
    if all(map(_names_titled, lines)) and (2 * len(told) > len(behind) or not behind):
        return True
    offices = list(filter(_says_office, behind))
    return bool(behind) and 2 * len(offices) >= len(behind) and all(map(names.leading, lines))


def _names_titled(line: str) -> bool:
    """Whether a line begins with a title and a name, and no other name stands behind a comma."""
    titled = (
        names.TITLED.match(line.strip()) is not None and names.leading(line.strip()) is not None
    )
    behind = [part.strip() for part in line.split(",")[1:]]
    return titled and all(len(part.split()) > 1 and not names.TITLED.match(part) for part in behind)


def _names_another(words: str) -> bool:
    """Whether words behind a comma may be a name of somebody else: two words, and no office."""
    two = len(words.split()) == _TWO and _OFFICE_BEHIND.search(f",{words}") is None
    return two and names.leading(words) is not None


def _says_office(line: str) -> bool:
    """Whether what stands behind the comma of a line is an office, or at least no name."""
    return (
        bool(_OFFICE_BEHIND.search(line)) or names.leading(line.partition(",")[2].strip()) is None
    )
