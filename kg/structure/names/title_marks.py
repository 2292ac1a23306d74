"""Title lines without the marks that stand about a name: labels, notes, stops."""

import re

from kg.reading.fields import NAMES, field
from kg.tables.load import alternation

_STOPPED = re.compile(r"\b([AESX])\.\s?(G)\.\s?(M)\b\.?")
_NOTE = re.compile(r"\[[^\[\]]{0,40}\]")
_OF_SITE = re.compile(rf"\s+{alternation('bodies', 'of_sites')}$", re.IGNORECASE)
"""What a site writes behind its titles."""
_PICTURE = re.compile(
    r"\s+(?:logo|crest|coat of arms)$|^(?:logo|crest|coat of arms) of\s+(?:the\s+)?", re.IGNORECASE
)
_PAGE = re.compile(
    r"[\s|–—-](?<=[^\s|–—-].)[\s|–—-]*page\s+\d{1,3}(?:\s+of\s+\d{1,3})?$", re.IGNORECASE
)
_JOINED = re.compile(r"(['’])(?<=[a-zA-Z][Ss].)(?=[A-Z][A-Za-z]{3})")
"""The mark of a plural owner with no blank behind it: "RESIDENTS'ASSOCIATION"."""
_POSSESSIVE = re.compile(
    rf"(?<=\bof )({alternation('bodies', 'of_boards')})['’]s?\b", re.IGNORECASE
)
_SINGLY = re.compile(
    rf"(?<!\bsole )\b({alternation('bodies', 'singly')})"
    rf"(?= (?:(?:{alternation('bodies', 'kinds')} )?meeting|minutes|agenda)\b)",
    re.IGNORECASE,
)
"""One of the people of a body before what they have together: "Trustee Minutes"."""

_RUN_ON = re.compile(
    rf"(?<=[a-z]{{3}})(?={alternation('bodies', 'nouns')}\b|[A-Z]{{3}})"
    rf"|(?<=[a-z]{{3}})(?={alternation('bodies', 'run_on')}(?![a-z]))"
    r"|(?<=\b(?:19|20)\d\d)(?=[A-Z][a-z])"
)
"""Where words begin that are written on to what stands before: the noun of a body, capitals,
and a word behind a year."""
_GLUED = re.compile(r"(?<![\w’'-])(?:[A-Z][a-z]{2,}){3,}(?![\w’'-])")
"""Three words or more without blanks: "MarlAllotmentsAssociation". Two may be a brand."""
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STUCK = re.compile(rf"^{alternation('bodies', 'stuck')}\W*")
_SPACED = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){3,}(?!\S)")
"""A word written with a blank behind each letter: "M I N U T E S"."""
_SLASH = re.compile(r"(?<=[a-zA-Z]{3}) /(?=[A-Z])|(?<=[a-zA-Z]{3})/ (?=[A-Z])")
"""A blank on one side only of a stroke between two words of a name: "Roads /Lamps Committee"."""
_STROKE = re.compile(
    rf"\b(?!(?:{alternation('bodies', 'never')}|{alternation('bodies', 'nouns')}"
    rf"|{alternation('bodies', 'states')})\b)"
    rf"([a-z]{{3,}}) / (?=[A-Z](?:[\w’'-]|,? )+ {alternation('organs', 'nouns')}\b)",
    re.IGNORECASE,
)
"""A stroke with blanks about it in the name of a committee: "Roads / Street Lamps Committee"."""
_VERSION = re.compile(rf"^\W*{alternation('bodies', 'states')}\s*[–—:-]\s+(?=\S)", re.IGNORECASE)
"""How final a paper is, before its title: "DRAFT – Harbour Board"."""
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*")


def without_asides(text: str) -> str:
    """A title without what it says in brackets: "Meeting (quorum only) of the Council"."""
    return _ASIDE.sub(" ", text)


def plainly(text: str) -> str:
    """A title line with single blanks, without notes in brackets and a label before its name.

    What stands for the picture of a logo is the name in it; the number of a page is left out.

    "A.G.M." is written "AGM", "PlanningCommission" in two words, "M I N U T E S" in one, and "Board
    of Director's" or "Trustee Meeting" as the plural that is meant.
    """
    text = _STUCK.sub("", " ".join(_NOTE.sub(" ", text).split()))
    text = _VERSION.sub("", _OF_SITE.sub("", text))
    text = _SPACED.sub(lambda word: word[0].replace(" ", ""), text)
    text = _STOPPED.sub(r"\1\2\3", text) if "." in text else text
    text = _PAGE.sub("", _PICTURE.sub("", _JOINED.sub(r"\1 ", text)))
    text = _GLUED.sub(lambda words: _INNER.sub(" ", words[0]), text)
    text = _SLASH.sub("/", _RUN_ON.sub(" ", text))
    text = _STROKE.sub(r"\1/", text) if " / " in text else text
    text = _SINGLY.sub(_plural, text)
    said = field(text)
    name = said.value if said and said.says in NAMES else text
    return _POSSESSIVE.sub(r"\1s", name)


def _plural(one: re.Match[str]) -> str:
    """What several of the people of a body are called, in capitals where one is."""
    return f"{one[0]}{'S' if one[0].isupper() else 's'}"
