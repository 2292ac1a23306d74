"""The signs by which a paper shows that words are the name of a programme.

A programme is whatever bears a name of its own and is neither person, body nor
place: a programme, scheme, offer, review, campaign, event, publication, tool or
law. The signs are a telling noun at the end of capitalised words, an acronym
defined beside them, a hashtag, a title in quotation marks, and a sentence that
says what is called so or what it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.mentions.acronyms import fitting
from kg.tables.load import alternation, table, words
from kg.vocabulary import first_words, vocabulary

_LETTERS = r"[\w&-]*(?:[’'][\w-]+)*(?:(?<=s)[’'](?=[ ]\w))?"
_CAPITAL = rf"[A-Z]{_LETTERS}"
_SMALL = alternation("programmes", "small")
_YEAR = r"(?:[ ]+(?:(?:19|20)\d{2}(?:[/–-]\d{2,4})?|\d{2}/\d{2})(?!\d))?"
_MORE = rf"(?:[ ]+(?:(?:{_SMALL}|&)[ ]+){{0,3}}{_CAPITAL}){{0,14}}{_YEAR}"
_PHRASE = rf"{_CAPITAL}{_MORE}"
_OPEN = r"(?<![\w#@/.-])(?<!\w[’'])"
_OPEN_CAPITAL = r"[A-Z](?<![\w#@/.-].)(?<!\w[’'].)"
"""A capital where a phrase may open; the letter stands first, as the search is quicker so."""
_PHRASES = re.compile(rf"{_OPEN_CAPITAL}{_LETTERS}{_MORE}")
_KIND = alternation("programmes", "kinds")
_NUMBER = rf"(?=[A-Z])(?!One\b)(?i:{alternation('numbers', 'words')})"
_SETTING = alternation("programmes", "settings")
_DESCRIBED = alternation("programmes", "described")
_BESIDE = alternation("programmes", "beside_a_title")

_BEHIND = re.compile(
    rf"[ ]+(?P<between>(?:[a-z][\w-]*[ ]+){{0,2}}?)(?:(?P<kind>{_KIND})|(?P<setting>{_SETTING}))"
    rf"(?![\w-])(?![ ]+{alternation('programmes', 'not_behind')}s?\b)"
)
_KINDS = first_words((*words("programmes", "kinds"), *words("programmes", "settings")))
_OFFICE_OF = re.compile(
    rf"\b{alternation('programmes', 'offices')}s?[ ]+of[ ]+(?:the[ ]+)?$", re.IGNORECASE
)
_ACRONYM = re.compile(r"\((?:the\s+)?[‘'\"“]?[A-Z][A-Za-z&]{1,9}[’'\"”]?\)")
_DEFINED = re.compile(
    rf"{_OPEN}(?P<name>{_PHRASE})\s+\((?:the\s+)?[‘'\"“]?(?P<acronym>[A-Z][A-Za-z&]{{1,9}})"
    r"[’'\"”]?\)"
)
_EXPANDED = re.compile(
    rf"(?<![\w-])(?P<acronym>[A-Z]{{3,10}})\s+\((?P<name>{_PHRASE})\)\s+{_DESCRIBED}\b"
)
_HASHTAG = re.compile(r"#[A-Z]\w{3,40}")
_MARK = re.compile(r"[‘“\"']")
_QUOTED = re.compile(
    r"(?<![\w.])(?:‘([^‘’\n]{4,90}?(?:’s[^‘’\n]{0,60})?)’|'([^'\n]{4,90})'"
    r"|“([^“”\n]{4,90})”|\"([^\"\n]{4,90})\")(?!\w)"
)
_BEFORE_A_TITLE = re.compile(
    rf"\b(?P<kind>{_BESIDE})s?(?:[ ]+(?:is|was))?[,:–-]?[ ]*"
    r"(?:(?:called|entitled|titled|named|themed)[ ]+)?$",
    re.IGNORECASE,
)
_AFTER_A_TITLE = re.compile(rf"[ ]+(?:\w+[ ]+)?(?P<kind>{_BESIDE})s?\b")
_AFTER_A_WORD = re.compile(rf"[ ]+(?P<kind>{alternation('programmes', 'kinds_of_one')}|service)\b")
_DASHED = re.compile(
    rf"\b(?P<kind>{_DESCRIBED})[ ]+[–-][ ]+(?P<name>[A-Z][^–\n]{{9,90}}?)[ ]+[–-][ ]"
)
_CALLED = re.compile(
    rf"\b(?P<kind>{_DESCRIBED})\b[^.;:\n]{{0,60}}?[, ](?:to be[ ]+)?"
    rf"{alternation('programmes', 'calling')}[ ]+(?:the[ ]+)?(?P<name>{_PHRASE})"
)
_CALLING = first_words(words("programmes", "calling"))
_LISTED = re.compile(
    rf"\b{alternation('programmes', 'several')}\b[^.;:\n]{{0,40}}?"
    rf"(?:[ ]including:?|[ ]such as|:)[ ]+(?:the[ ]+)?(?P<name>{_PHRASE})(?=,|[ ]+and[ ]|\.|;)"
)
_LISTS = frozenset(words("programmes", "several"))
_DESCRIBES = first_words(words("programmes", "described"))
_IS = re.compile(r"[ ]+(?:is|was|will be)[ ]+(?:an?|the|our|its|their)")
_IS_ONE = re.compile(
    rf"(?:^|(?<=[.!?][ ]))(?:The[ ]+)?(?P<name>{_PHRASE})(?:[ ]+\([A-Z]\w{{1,9}}\))?"
    rf"{_IS.pattern}[ ]+"
    rf"(?:[\w’'-]+[ ]+){{0,6}}?(?P<kind>{_DESCRIBED})"
    rf"(?=[.,;:]|[ ]+{alternation('programmes', 'behind_kind')}\b)",
)
_LAWS = first_words(words("programmes", "laws"))
_LAW = re.compile(
    rf"{_OPEN}(?P<name>{_CAPITAL}(?:[ ]+(?:(?:and|of)[ ]+)?{_CAPITAL}){{0,5}}"
    rf"[ ]+\([A-Z][\w, ]{{2,60}}\)(?:[ ]+(?:and[ ]+)?{_CAPITAL}){{0,5}}?"
    rf"[ ]+(?P<kind>{alternation('programmes', 'laws')})(?:[ ]+(?:18|19|20)\d{{2}})?)(?!\w)"
)
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?:\d{{1,2}}|{_NUMBER})[ ]+"
    rf"{alternation('programmes', 'counted')}[ ]+(?:to|for|of)[ ]+(?:[a-z]+[ ]+)?"
    rf"{_CAPITAL}(?:[ ]+(?:(?:{_SMALL}|&)[ ]+)?{_CAPITAL}){{0,5}}"
)
_COUNTS = first_words(words("programmes", "counted"))
_NEW = re.compile(
    rf"^(?P<name>[A-Z][^\n–—:;.]{{4,60}}?)[ ]+[–—-][ ]+(?:an?[ ]+|our[ ]+|the[ ]+)?new[ ]+"
    rf"(?:[\w’'-]+[ ]+){{0,4}}(?P<kind>{_DESCRIBED})$"
)
_TITLE_WORD = re.compile(r"[^\W_][\w’'-]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_COINED = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]*[A-Z]+[a-z]+\w*")

_SETS = {key: frozenset(words("programmes", key)) for key in table("programmes")}
_LAST_WORDS = frozenset(noun.split()[-1] for noun in _SETS["nouns"])

Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as a paper shows it; ``bare`` is the name without its kind, ``run_by`` whose it is.

    ``kind`` is the word that says what it is, in lower case.
    """

    name: str
    bare: str | None = None
    acronym: str | None = None
    run_by: str | None = None
    kind: str | None = None


def sightings(text: str, *, heading: bool, is_place: Test, is_used: Test) -> Iterator[Sighting]:
    """Every name that ``text`` shows; ``is_used`` says whether a lone word is used as a name."""
    known = vocabulary(text)
    has_kind = not _KINDS.isdisjoint(known)
    for match in _PHRASES.finditer(text):
        behind = _BEHIND.match(text, match.end()) if has_kind else None
        if behind or " " in match.group():
            yield from _by_noun(text, match, behind, is_place)
    if "(" in text:
        yield from _with_brackets(text)
    if "#" in text:
        yield from (Sighting(match.group()) for match in _HASHTAG.finditer(text))
    for match in _QUOTED.finditer(text) if _MARK.search(text) else ():
        yield from _quoted(text, match, heading=heading)
    for match in () if _COUNTS.isdisjoint(known) else _COUNTED.finditer(text):
        yield Sighting(match.group(), kind="guide")
    for match in _NEW.finditer(text) if heading else ():
        yield Sighting(match["name"], kind=match["kind"])
    yield from _described(text, is_place, is_used)


def is_coined(word: str) -> bool:
    """Whether a word has a capital inside it, as names of products have."""
    return _COINED.fullmatch(word) is not None


def _by_noun(
    text: str, match: re.Match[str], behind: re.Match[str] | None, is_place: Test
) -> Iterator[Sighting]:
    """The names inside capitalised words that end with a telling noun, or stand before one."""
    if behind is None and _LAST_WORDS.isdisjoint(match.group().split()):
        return
    before = text[max(0, match.start() - 40) : match.start()]
    if (" of " in before and _OFFICE_OF.search(before)) or (
        before.endswith(") ") and _names_law(text)
    ):
        return
    parts = _from_article(text, match)
    first = 0
    for last in range(len(parts)):
        taken = _taken(parts, first, last)
        if taken:
            yield from _sighting(parts[first : last + taken], is_place)
        if taken or (parts[last] in _SETS["bodies"] and _may_end(parts, last)):
            first = last + max(taken, 1)
    if behind:
        yield from _before_kind(parts[first:] or parts, behind, is_place)


@lru_cache(maxsize=64)
def _names_law(text: str) -> bool:
    return not _LAWS.isdisjoint(vocabulary(text)) and _LAW.search(text) is not None


def _from_article(text: str, match: re.Match[str]) -> list[str]:
    """The words of a phrase, at the start of a sentence without a first word before "the"."""
    parts = match.group().split()
    before = text[max(0, match.start() - 2) : match.start()]
    opens = len(before) < 2 or before[0] in ".;:!?" or before[1] in "\n\t"
    return parts[2:] if opens and parts[1:2] == ["the"] else parts


def _taken(parts: Sequence[str], first: int, last: int) -> int:
    """How many words from ``last`` on are of a name that ends there: none, itself, a year too."""
    noun = _noun(parts[first : last + 1])
    if not noun or not _may_end(parts, last):
        return 0
    rest = parts[last + 1 :]
    if rest and rest[0][0].isdigit() and noun in _SETS["dated"]:
        return 2
    if len(rest) == 2 and rest[0] == "and" and rest[1] in _SETS["gatherings_too"]:
        return 3
    return 1


def _noun(parts: Sequence[str]) -> str | None:
    """The telling noun that words end with, the longest."""
    if not parts or parts[-1] not in _LAST_WORDS:
        return None
    ends = (" ".join(parts[-size:]) for size in (3, 2, 1) if size <= len(parts))
    return next((end for end in ends if end in _SETS["nouns"]), None)


def _may_end(parts: Sequence[str], last: int) -> bool:
    """Whether a name may end at a word: at the end, or before a small word, year or "Update"."""
    if last + 1 == len(parts):
        return True
    following = parts[last + 1]
    return not following[0].isupper() or following in _SETS["trailing"]


def _sighting(parts: Sequence[str], is_place: Test) -> Iterator[Sighting]:
    """Words that end with a telling noun, as a name, if more than the noun is left of them."""
    run_by, own = _owner(_trimmed(_last_part(parts, "joins")), is_place)
    whole = own[:-1] if own and own[-1][0].isdigit() else own
    noun = _noun(whole) or ""
    rest = whole[: len(whole) - len(noun.split())]
    if noun == "Bill" and rest and rest[-1] in words("documents", "no_law"):
        return
    plainly = noun in _SETS["named_plainly"] and len(set(rest) - _SETS["not_first"]) > 2
    if rest and (_names(rest) or plainly) and not (len(rest) == 2 and rest[1] == "and"):
        bare = " ".join(own[:-1]) if own[-1].lower() in _SETS["soft"] else None
        yield Sighting(" ".join(own), bare, run_by=run_by, kind=noun.lower())


def _before_kind(parts: Sequence[str], behind: re.Match[str], is_place: Test) -> Iterator[Sighting]:
    """A name whose kind stands behind it in small letters: "the Leading Places project"."""
    run_by, own = _owner(_trimmed(_last_part(parts, "kind_joins")), is_place)
    kind, between, bare = behind["kind"], behind["between"], " ".join(own)
    if (
        not own
        or _POSSESSIVE.search(own[-1])
        or is_place(bare)
        or own[-1] in _SETS["bodies_always"]
    ):
        return
    several = len(_large(bare)) > 1 and _names(own)
    if between:
        joined = _SETS["small"] & set(between.split())
        if kind in _SETS["gatherings"] and not joined and (several or bare.isupper()):
            yield Sighting(f"{bare} {between}{kind}", run_by=run_by, kind=kind)
    elif several:
        name = f"{bare} {kind}" if kind else bare
        yield Sighting(name, bare if kind in _SETS["soft"] else None, run_by=run_by, kind=kind)
    elif kind in _SETS["kinds_of_one"] and _names(own) and not _is_common(bare):
        yield Sighting(f"{bare} {kind}", run_by=run_by, kind=kind)


def _with_brackets(text: str) -> Iterator[Sighting]:
    """Names beside their acronyms, either of them in brackets, and laws with a part in brackets."""
    for match in () if _LAWS.isdisjoint(vocabulary(text)) else _LAW.finditer(text):
        yield Sighting(" ".join(_trimmed(match["name"].split())), kind=match["kind"].lower())
    for match in _DEFINED.finditer(text) if _ACRONYM.search(text) else ():
        name = fitting(match["name"], match["acronym"])
        parts = name.split() if name else []
        if parts and (_noun(parts) or parts[-1] in _SETS["defined_nouns"]) and _names(parts):
            bare = " ".join(parts[:-1]) if parts[-1].lower() in _SETS["soft"] else None
            kind = (_noun(parts) or "").lower() or None
            yield Sighting(" ".join(parts), bare, acronym=match["acronym"], kind=kind)
    for match in _EXPANDED.finditer(text):
        if fitting(match["name"], match["acronym"]) == match["name"]:
            yield Sighting(match["name"], acronym=match["acronym"])


def _quoted(text: str, match: re.Match[str], *, heading: bool) -> Iterator[Sighting]:
    """A title in quotation marks: every word large, or a heading or word beside that says so."""
    title = next(group for group in match.groups() if group)
    found = _TITLE_WORD.findall(title)
    if title != title.strip() or not title[0].isalnum() or title[-1] in ".,;:!?" or "/" in title:
        return
    if len(found) == 1:
        if kind := _AFTER_A_WORD.match(text, match.end()):
            yield Sighting(f"{match.group()} {kind['kind']}", bare=None)
        return
    own = [word for word in found if word not in _SETS["small"]]
    large = all(word[0].isupper() for word in own) and len(own) > 1
    beside = _BEFORE_A_TITLE.search(text, max(0, match.start() - 60), match.start()) or (
        _AFTER_A_TITLE.match(text, match.end())
    )
    is_title = beside or (large and len(found) > 2) or (heading and len(found) > 3)
    if is_title and title[0].isupper() and not _is_office(own):
        yield Sighting(title, kind=beside["kind"].lower() if beside else None)


def _described(text: str, is_place: Test, is_used: Test) -> Iterator[Sighting]:
    """Names that a sentence calls so, lists as such, or says what they are."""
    for match in _DASHED.finditer(text) if "–" in text or " - " in text else ():
        if len(_large(match["name"])) > 1:
            yield Sighting(match["name"], kind=match["kind"])
    known = vocabulary(text)
    for match in () if _CALLING.isdisjoint(known) else _CALLED.finditer(text):
        yield Sighting(match["name"], kind=match["kind"])
    for match in () if _LISTS.isdisjoint(known) else _LISTED.finditer(text):
        name = match["name"]
        if len(_large(name)) > 1 and not is_place(name) and not _is_body(name.split()):
            yield Sighting(name)
    is_one = not _DESCRIBES.isdisjoint(known) and _IS.search(text)
    for match in _IS_ONE.finditer(text) if is_one else ():
        parts = _trimmed(match["name"].split())
        if _names(parts) and not _is_body(parts) and (len(parts) > 1 or is_used(parts[0])):
            yield Sighting(" ".join(parts), kind=match["kind"])


def _last_part(parts: Sequence[str], joins: str) -> Sequence[str]:
    """The words behind the last of the small words that join two names: "X at the Y Summit"."""
    for at in range(len(parts) - 2, 0, -1):
        pair = " ".join(parts[at : at + 2])
        alone = parts[at] == "and" and at == 1 and parts[0].isupper()
        if parts[at] in _SETS[joins] or pair in _SETS[joins] or alone:
            return parts[at + 1 :]
    return parts


def _trimmed(parts: Sequence[str]) -> list[str]:
    """The words of a name without what comes before it: "Note the", "Head of"."""
    own = list(parts)
    while own and (own[0] in _SETS["not_first"] or not own[0][0].isupper()):
        own = own[1:]
    return own


def _owner(parts: list[str], is_place: Test) -> tuple[str | None, list[str]]:
    """Whose a thing is and the thing: "LGA's Peer Offer", "Ashby Council Parks Review"."""
    for at, part in enumerate(parts[:-1]):
        holder = _POSSESSIVE.sub("", part)
        if holder != part and (holder.isupper() or holder in _SETS["bodies"]):
            return " ".join([*parts[:at], holder]), _trimmed(parts[at + 1 :])
        if part in _SETS["holders"] or (holder != part and is_place(holder)):
            return None, _trimmed(parts[at + 1 :])
    return None, parts


def _names(parts: Sequence[str]) -> bool:
    """Whether words hold one that is no mere qualifier, and none that is an office's."""
    own = [part for part in parts if part[0].isupper() and part not in _SETS["no_name"]]
    return any(len(part) > 1 for part in own) and not _is_office(parts)


def _is_common(word: str) -> bool:
    """Whether a lone word is only an acronym, or itself the word for a kind."""
    return word.isupper() or word in _SETS["nouns"]


def _large(title: str) -> list[str]:
    return [word for word in _TITLE_WORD.findall(title) if word[0].isupper()]


def _is_office(parts: Sequence[str]) -> bool:
    return any(part in _SETS["people"] for part in parts)


def _is_body(parts: Sequence[str]) -> bool:
    return parts[-1] in _SETS["bodies"] or parts[-1].removesuffix("s") in _SETS["bodies"]
