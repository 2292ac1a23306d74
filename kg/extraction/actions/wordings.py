"""How minutes word a promise: patterns put together of where, who, how and what is to be done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extraction.actions.promisers import POST
from kg.extraction.actions.verb_forms import FORMS, verbs_in
from kg.extraction.people import names
from kg.tables.load import alternation, one_of, table
from kg.tables.needed import Sieve, needed
from kg.vocabulary import first_words, last_words

_TITLE = alternation("people", "titles")
_DAYS = alternation("dates", "weekdays")
_LOCAL = r"(?:(?:County|District|Borough|Parish|Town|City)\s+(?=C))?"
"""What stands before a councillor's title."""
_NO_NAME = rf"(?!(?:{alternation('verbs', 'promises', 'no_names')}|{_DAYS})\b)"
_PERSON = (
    rf"(?-i:(?:{_LOCAL}(?:{_TITLE}\.?\s+)+|{_NO_NAME}){names.NAME_WORDS}"
    rf"|(?i:{_TITLE})\.?\s+{names.CAPITALS}(?!\w)|[A-Z]{{2,3}}(?![\w’']))"
)
_ANOTHER = (
    rf"(?:(?:the\s+)?{alternation('verbs', 'promises', 'offices')}(?!\w)"
    r"|(?-i:[A-Z]{2,3}(?![\w’'])|(?:[A-Z][\w’'-]*\.?\s+(?:(?:of|and|for|de|la|van|von)\s+)?){0,5}[A-Z][\w’'-]{2,}(?!\w)))"
)
"""Who promises beside another: whether it is somebody is looked at where both are found."""
_OWN_WORDS = r"(?:(?!the\b)(?-i:[A-Z])[\w’&'-]*\s+(?:(?:and|of|for|&)\s+)?){0,4}?"
_BODY = (
    rf"(?:(?:an?|the|our|both|all|each|every)\s+(?:(?!the\b)[\w’'-]{{3,}}\s+){{0,3}}?|(?:the\s+)?{_OWN_WORDS})"
    rf"{alternation('verbs', 'promises', 'bodies')}(?!\w)"
)
_BEGINS = r"(?<![\w’'-])(?<!\bof )(?<!\bof the )(?<!\bnew )"
_ASIDE = r"(?:\s?\((?-i:[A-Z])[^()]{0,24}\)(?=\s+(?!to\b)))?"
"""What stands in brackets behind who promises: a call sign, an office, whom they come from."""
_GAP = re.compile(r"^\\b(?:\(\?!.*?\))?\[\^[.;:]+\]\{0,\d+\}\?")
"""How a part writes what may stand between who promises and the promise."""
_MAY_LEAD = re.compile(r"^(?:\(\?:(?:[^()]|\([^()]*\))*\)(?:\?|\{0,\d\}))+")
"""What a part begins with that may be left out: where the whole is found, the rest is too."""
_BLANKS = re.compile(r"^\\s\+")
_STARTS = ("head", "start", "dash")
"""Where few places are looked at for a promise."""
_NAMED = re.compile(r"\{(?P<name>[a-z ]+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """How a promise is worded; ``behind`` stands behind who promises, quick to look for, or is "".

    ``agreed`` where a body agrees it, which is a promise behind any words.
    """

    name: str
    pattern: str
    behind: str
    agreed: bool

    def found(self, sentence: str) -> Iterator[re.Match[str]]:
        """Where a sentence promises so. What is not needed for it is not compiled."""
        if self.behind and not _holds(sentence, self.behind):
            return iter(())
        pattern = _compiled(self.pattern)
        if self.pattern.startswith("^"):
            return filter(None, [pattern.match(sentence)])
        return pattern.finditer(sentence)


@cache
def wordings() -> Sieve[Wording]:
    """The wordings of the table, those of what a body agrees first."""
    return Sieve.of(
        _wording(where, who, how, act, agreed=name == "agreed")
        for name in ("agreed", "wordings")
        for where, several, how, act in table("promises")[name]
        for who in several.split(", ")
    )


def _wording(
    where: str, who: str, how: str, act: str, *, agreed: bool
) -> tuple[Wording, tuple[frozenset[str], ...]]:
    before = _any_part("where", where)
    behind = _any_part("how", how) + _any_part("act", act)
    whole = before + _part("who", who) + behind
    sign = "" if where in _STARTS else _filled(_quick(behind))
    return Wording(f"{where} {who} {how} {act}", _filled(whole), sign, agreed), needed(
        whole, _words()
    )


def _quick(behind: str) -> str:
    """A pattern that is found wherever another is, and looked for more quickly."""
    return _BLANKS.sub(r"\\s", _MAY_LEAD.sub("", _GAP.sub("", behind)))


def _any_part(kind: str, several: str) -> str:
    """What finds any of several parts."""
    parts = [_part(kind, name) for name in several.split(", ")]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _part(kind: str, name: str) -> str:
    """A part of wordings, with any run of blanks for each blank, and the parts that it names."""
    parts = table("promises")[kind]

    def inner(named: re.Match[str]) -> str:
        other = named["name"]
        return _part(kind, other) if other in parts and other != name else named.group()

    return _NAMED.sub(inner, str(parts[name])).replace(" ", r"\s+")


def _filled(pattern: str) -> str:
    """A pattern with the words for which names in braces stand."""
    return _NAMED.sub(lambda named: _fill()[named.group()], pattern)


@lru_cache(maxsize=256)
def _holds(sentence: str, behind: str) -> bool:
    """Whether a sentence holds what stands behind who promises: several wordings ask for one."""
    return _compiled(behind).search(sentence) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _fill() -> dict[str, str]:
    """What stands for each name in the parts of wordings."""
    office = rf"(?:the\s+)?(?:{alternation('verbs', 'promises', 'offices')}(?!\w)|{POST})"
    one = rf"(?:{office}|{_PERSON})"
    several = rf"{one}(?:(?:\s+and\s+|\s*&\s*|\s*/\s*){_ANOTHER})?"
    never, idle = (alternation("verbs", "promises", name) for name in ("never", "idle"))
    handled = rf"{alternation('verbs', 'promises', 'handled')}\b"
    return {
        "{person}": rf"{_BEGINS}(?P<who>{several}){_ASIDE}",
        "{known}": rf"{_BEGINS}(?P<known>{_PERSON}){_ASIDE}",
        "{body}": _BODY,
        "{act}": rf"(?!{never}\b)(?-i:[a-z]{{2,}})",
        "{handled}": handled,
        "{worked}": rf"(?:{handled}|(?!{idle}\b){_forms('{done}')})",
        "{ask}": rf"{alternation('verbs', 'promises', 'asking')}\b",
        **{
            f"{{{name}}}": alternation("verbs", "promises", name)
            for name in ("vowed", "told", "underway", "people", "amid")
        },
        **{form: _forms(form) for form in FORMS},
    }


@cache
def _words() -> dict[str, frozenset[str]]:
    """A word of each that stands for a name in the parts of wordings."""
    lists = table("verbs")["promises"]
    firsts = {
        "{ask}": "asking",
        **{f"{{{name}}}": name for name in ("vowed", "handled", "told", "underway")},
    }
    return {
        "{body}": last_words(lists["bodies"]),
        "{people}": last_words(lists["people"]),
        "{worked}": first_words(lists["handled"]) | first_words(verbs_in("{done}")),
        **{form: first_words(lists[name]) for form, name in firsts.items()},
        **{form: first_words(verbs_in(form)) for form in FORMS},
    }


@cache
def _forms(form: str) -> str:
    """The verbs of promises in a form as a regular expression."""
    return one_of(sorted(verbs_in(form))) + r"\b(?!\s+(?:place|no)\b)"
