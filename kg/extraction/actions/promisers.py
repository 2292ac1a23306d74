"""Who may promise: offices that serve a body, and people whom a paper names."""

import re

from kg.extraction.actions import status as states
from kg.extraction.actions.actors import Actors
from kg.extraction.actions.words import ONE_NAME
from kg.extraction.people import names
from kg.tables.load import alternation, matches, table

_OFFICE = alternation("people", "offices")
_WORDS = r"(?!The\b)[A-Z][\w’'-]*\s+(?:(?:of|and|for)\s+)?"
_OF = r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:and|&|of|for)\s+)?[A-Z][\w’'-]*){0,5}"
_OFFICE_OF = rf"(?!Secretary of State)(?:{_WORDS}){{0,3}}{_OFFICE}{_OF}"
POST = rf"(?-i:(?:{_OFFICE_OF}|(?:{_WORDS}){{1,5}}{_OFFICE})(?!\w))"
"""A pattern for a post in capitalised words: "Harbour Officer", "Head of Works"."""
AND = re.compile(r"\s+and\s+|\s*&\s*|\s*/\s*")
"""What parts two who promise together."""
_BY_WHOM = re.compile(
    r"\bby\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’'-]*(?:\s(?:and\s)?[A-Z][\w’'-]*){0,3}"
    rf"|{alternation('verbs', 'promises', 'offices')}(?!\w)))"
    r"(?:,[^,;.]*|\s(?:by|before|on|at|in|for|to|until)\s[^,;.]{3,60})?\W*$"
)
_JOINED = re.compile(r"(?:,|\sand|\s&)\s$")
_SIGN = re.compile(r"(?:,|:|;|\s[–—-])\s(?=[^,:;]*$)")
_INITIALS = 2
_NAME_WORDS = 4
_NAME_LENGTH = 120
"""How many letters from the end of a sentence a name may stand."""
_A_POST = re.compile(POST)
_INITIAL = re.compile(r"(?:[A-Z]\.? )+[A-Z]")
_LETTERED = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def can_promise(who: str, before: str, actors: Actors) -> bool:
    """Whether words are offices that serve the body, or people whom the paper names."""
    if who.lower() in table("verbs")["promises"]["nobody"] or who.startswith("No "):
        return False
    shared = names.is_plural(who.split()[0]) and any(names.titled(who))
    if shared or all(is_servant(one, actors) for one in AND.split(who)):
        return True
    begins = matches(before, "verbs", "promises", "open")
    return begins and all(is_servant(one, actors) or actors.may_name(one) for one in AND.split(who))


def is_known(who: str, actors: Actors) -> bool:
    """Whether words are a person with a title, or one or the initials of one whom the paper has."""
    named = who.lower() in actors.known or actors.bears(who) or in_office(who, actors)
    return named or any(names.titled(who))


def in_office(who: str, actors: Actors) -> bool:
    """Whether words are an office before the name of somebody: "Member Lowe"."""
    office, _, name = who.partition(" ")
    styled = office.lower() in table("verbs")["promises"]["styles"]
    return styled and (name.lower() in actors.known or actors.may_name(name))


def is_group(phrase: str) -> bool:
    """Whether capitalised words before "to" may name who acts, and not what is spoken of."""
    first = phrase.split()[0].lower()
    strange = {*table("verbs")["promises"]["strange"], *table("verbs")["actors"]["not_first"]}
    if not {*table("verbs")["promises"]["vowed"]}.isdisjoint(phrase.lower().split()):
        return False
    return not phrase.isupper() and first not in strange and not first.endswith(("ed", "ing", "ly"))


def with_those_before(before: str, who: str, actors: Actors) -> str:
    """Who promises, with the others of a list that ends in them: "Ann, Ben and Cara will …"."""
    while joined := _JOINED.search(before):
        rest, comma, name = _last_of_list(before[: joined.start()])
        capital = name[:1].isupper() and len(name.split()) <= _NAME_WORDS
        capital = capital and not name.endswith("ly")
        first = not rest and ONE_NAME.fullmatch(name) and ", " in f"{joined.group()}{who}"
        if not (capital and (first or is_servant(name, actors))):
            break
        before, who = rest + comma, f"{name}{joined.group()}{who}"
    return who


def _last_of_list(before: str) -> tuple[str, str, str]:
    """What stands before the last name of a list, the sign behind that, and the name."""
    if (sign := _SIGN.search(before)) is None:
        return "", "", before
    return before[: sign.start()], sign.group(), before[sign.end() :]


def by_whom(sentence: str, who: str | None, actors: Actors) -> str | None:
    """Who is to do what a sentence says in the passive: "Quotes to be sought by the Clerk"."""
    agent = _BY_WHOM.search(sentence[-_NAME_LENGTH:]) if who == "" else None
    named = agent is not None and all(is_servant(one, actors) for one in AND.split(agent["who"]))
    return agent["who"] if agent and named and not states.is_due(agent["who"]) else who


def is_servant(who: str, actors: Actors) -> bool:
    """Whether words are an office that serves the body, or name somebody the paper knows."""
    bare = _ARTICLE.sub("", who)
    if _LETTERED.match(bare) and bare.split()[-1].lower() in table("verbs")["promises"]["strange"]:
        return False
    if _DOTTED.fullmatch(bare):
        return True
    offices = table("verbs")["promises"]["offices"]
    if bare.lower() in offices or who.lower() in offices or _A_POST.fullmatch(bare):
        return True
    if bare.isupper() and len(bare.split()) == 1:
        strange = bare in table("verbs")["actors"]["not_initials"]
        return actors.bears(bare) or (len(bare) == _INITIALS and not strange)
    known = bare.lower() in actors.known or any(names.titled(_mixed(bare)))
    known = known or in_office(bare, actors)
    known = known or (len(bare.split()) > 1 and actors.knows(bare))
    return (
        known
        or actors.may_name(bare)
        or (_INITIAL.match(bare) is not None and names.parse(bare) is not None)
    )


def _mixed(who: str) -> str:
    """A name in capitals as it is written elsewhere: "CLLR ADA LOWE" is Cllr Ada Lowe."""
    return who.title() if who.isupper() else who
