"""People's names as papers write them, taken apart.

A name is titles, then two or more words (or a lone surname after a title), then
honours: "Cllr Dr Beth Quill", "Sir Hugh Penn CBE", "Lowe (A)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.facts import PersonName
from kg.lazy import lazily
from kg.tables.load import alternation, kinds, one_of, table, words
from kg.tables.needed import Sieve, needed
from kg.vocabulary import last_words, vocabulary

UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĒĘĞŁŃŇŌŐŘŚŞŠŤŪŮŰŴŶŹŻŽȘȚ"
LOWER = "a-zß-öø-ÿĀ-ſșț"
_REMEMBERED = 2048
"""How many readings of names are kept: a paper names most of its people many times."""
_PARTICLE = r"(?:" + "|".join(words("people", "particles", "words")) + r")"
_TITLES = ("titles", "abbreviated_titles")
_ABBREVIATED = alternation("people", "abbreviated_titles")
_WRITTEN_OUT = one_of(
    [one for one in words("people", "titles") if one not in words("people", "abbreviated_titles")]
)
TITLE = rf"(?>{_ABBREVIATED}(?!\w)\.?|{_WRITTEN_OUT}(?!\w))"
GENERATION = alternation("people", "after", "generations")
HONOUR = rf"(?:{alternation('people', 'after', 'honours')}|{GENERATION})"
_CAMEL = r"(?:" + "|".join(words("people", "particles", "joined")) + r")"
_SIMPLE = (
    rf"(?:O['’´`][ ](?=[{UPPER}][{LOWER}])|{_CAMEL})?[{UPPER}][{LOWER}]*"
    rf"(?:['’´`](?!s\b)[{UPPER}{LOWER}][{LOWER}]*)?"
)
WORD = (
    rf"(?=[{UPPER}])(?!{HONOUR}\b)(?:[{UPPER}]\.(?![a-z\d])"
    rf"|{_SIMPLE}(?:[-‐‑]{_SIMPLE}){{0,4}}(?![\w‐‑&]|-\w))"
)

_GAP = r"(?:[ ]+|(?<=\.)(?=[A-Z]))"  # between title, initials and name: "Mr A Lowe", "Mr.A.Lowe"
_GLUED = re.compile(rf"\.(?=[{UPPER}])")
TITLES = lazily(rf"(?:{TITLE}(?:(?![\w’'])\s*|(?<=\.)(?=[A-Za-z]))){{1,6}}", re.IGNORECASE)
_WHOLE = re.compile(r"[^\W\d_]{2}|[’'][^\W\d_]")
_HONOURS = lazily(rf"(?<![,\s])(?:[,\s]++(?:{HONOUR})\.?(?!\w))+\s*$")
LETTERS = rf"(?:[{UPPER}]\.){{2,}}(?![ ]?\w)"
_BEFORE_TITLE = (
    rf"{alternation('people', 'surnames_like_titles')}[ ]+"
    rf"(?={_ABBREVIATED}[. ])"
)
"""A surname that is a title too, where the title of the next person stands behind it."""
NEXT_WORD = (
    rf"{_GAP}(?:{_PARTICLE}[ ]+)*(?:(?={_BEFORE_TITLE})|(?!{TITLE}\s+[{UPPER}]))(?!{LETTERS}){WORD}"
)
NAME_WORDS = rf"{WORD}(?:{NEXT_WORD}){{0,3}}"
_INITIALS = rf"(?:(?!{HONOUR}\b)[{UPPER}]{{2,3}}[ ]+)?"
TITLED = lazily(
    rf"(?<!\w)(?=[A-Z])(?P<titles>(?:{TITLE}{_GAP})+)(?P<name>{_INITIALS}{NAME_WORDS})"
    rf"(?P<honours>(?:,?\s+(?:{HONOUR})\b)*)"
)
_TITLED_WORDS = lazily(_INITIALS + NAME_WORDS)
HONOURS_BEHIND = rf"(?:,?\s+(?:{HONOUR})\b)*"
_LAST = lazily(HONOURS_BEHIND)
PLAIN = lazily(rf"{WORD}(?:{NEXT_WORD}){{1,3}}{HONOURS_BEHIND}")
SURNAME = rf"(?:(?:{_PARTICLE}|{alternation('people', 'particles', 'capital')})\s+)*{WORD}"
_SURNAME_FIRST = lazily(rf"^(?P<surname>{SURNAME})\s*[,(]\s*(?P<initial>[{UPPER}])\.?\s*\)?$")
CAPITALS = rf"(?:Mc|Mac|Fitz|O['’])?[{UPPER}][{UPPER}’'-]{{2,}}"
_JOINED = re.compile(r"(?:Mc|Mac|Fitz)(?=[A-Z]{2})")
_CAPITAL_SURNAME = lazily(rf"[ ]*(?P<surname>(?!{HONOUR}\b){CAPITALS})(?![\w.])(?![ ]+{TITLE})")
_NAME = lazily(NAME_WORDS)
_FOLLOWING = lazily(
    r"\s*(?:\([^()]*\)\s*)?(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
    rf"(?P<own>(?:{TITLE}[ ]+)*)(?P<name>{NAME_WORDS}(?:\s+(?:{HONOUR})\b)*)"
)
_PLURAL = lazily(rf"{alternation('people', 'singular')}\b", re.IGNORECASE)
_BODY_BEHIND = lazily(
    rf"[ ]+(?:{alternation('bodies', 'authority_ends')}|{alternation('organisations', 'nouns')}"
    rf"|Police)(?![\w-])(?![ ]+{alternation('people', 'offices')}\b)(?![ ]+Member)"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_TITLE = lazily(TITLE, re.IGNORECASE)
_ENDS_NAME = re.compile(r",\s+|\s+[-–—]\s+|\s*:\s+")
_WORD = re.compile(r"\S+")
_COMMA_HONOURS = lazily(rf",\s*(?=(?:{HONOUR})\b)")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a list: the name, what stands in brackets, and the rest of the line."""

    name: PersonName
    notes: tuple[str, ...] = ()
    rest: str = ""


@lru_cache(_REMEMBERED)
def parse(written: str) -> PersonName | None:
    """The name in ``written``, or None where it does not look like one."""
    text = " ".join(written.split()).strip(" ,;:.*•-–")
    titles, bare = _split_titles(text)
    honours = _HONOURS.search(bare)
    bare = bare[: honours.start()].strip(" ,") if honours else bare.strip(" ,")
    bare = _GLUED.sub(". ", bare)
    if initial := _SURNAME_FIRST.match(bare):
        bare = f"{initial['initial']} {initial['surname']}"
    if not _is_name(bare, titled=bool(titles)):
        return None
    after = re.findall(HONOUR, honours.group()) if honours else []
    ours = [one for one in after if not re.fullmatch(GENERATION, one)]
    generation = [one for one in after if one not in ours]
    name = " ".join((bare, *generation))
    return PersonName(written=text, name=name, honorifics=(*titles, *ours))


@lru_cache(_REMEMBERED)
def person(line: str) -> Person | None:
    """A line of a list of people: "Cllr Ben Tarn (sub)", "Ann Lowe, Quay Office"."""
    notes = tuple(note.strip() for note in _BRACKET.findall(line) if note.strip())
    bare = line if _SURNAME_FIRST.match(line.strip()) else _BRACKET.sub(" ", line)
    head, _, rest = _cut_rest(bare)
    name = parse(head)
    return Person(name, notes, rest.strip(" ,-–—:")) if name else None


@lru_cache(_REMEMBERED)
def leading(text: str, title: str | None = None) -> tuple[PersonName, int] | None:
    """The name that some words of a list begin with, and its length in characters.

    ``title`` is one that the list shares out. The name ends before the first word
    of an office or a body: "Ada Penn Director of Works" names Ada Penn.
    """
    own = _titles_before(text)
    start = own.end() if own else 0
    end = _names_end(text, start, titled=bool(own or title))
    if not own and _BODY_BEHIND.match(text, end):
        return None
    surname = _CAPITAL_SURNAME.match(text, end)
    if surname and len(text[start:end].split()) <= 1 and (own or title or end > start):
        end = surname.end()
    if end == start:
        return None
    bare = name_case(text[start:end])
    known = bool(own) or (title is not None and " " not in bare)
    honours = _LAST.match(text, end)
    whole = honours.end() if honours else end
    shared = title if title and not own else ""
    name = parse(f"{shared} {text[:start]}{bare}{text[end:whole]}")
    if name is None or not likely(name if known else PersonName(name.written, name.name)):
        return None
    return PersonName(text[:whole].strip(), name.name, name.honorifics), whole


def _names_end(text: str, start: int, *, titled: bool) -> int:
    """Where the words of a name end: before the first word of an office or a body."""
    match = (_TITLED_WORDS if titled else _NAME).match(text, start)
    if match is None:
        return start
    offices, strange = office_words(), _people("not_names")
    orders = _people("orders")
    for count, word in enumerate(_WORD.finditer(match.group())):
        if not count:
            continue
        after = word.group().capitalize() in offices or word.group() in orders
        after = after or word.group() in _people("behind_names")
        initials = match.group()[: word.start()].replace(".", " ").split()
        surname = word.group() in _people("surnames_too") and max(map(len, initials)) == 1
        if after or (count > 1 and word.group() in strange and not surname):
            return start + len(match.group()[: word.start()].rstrip())
    return match.end()


@cache
def _people(kind: str) -> frozenset[str]:
    """Words of a kind in the table of people."""
    return frozenset(table("people")[kind])


@cache
def _canonical() -> dict[str, str]:
    """Each title by its letters in small."""
    return {title.lower(): title for title in table("people")["titles"]}


@cache
def office_words() -> frozenset[str]:
    """Single words of capacities and offices, as they begin what a person is."""
    forms = (*kinds("people", "capacities"), *table("people")["offices"])
    return frozenset(form.split()[0].capitalize() for form in forms) - _people("surnames_too")


def name_case(words_: str) -> str:
    """Words in capitals written as names: "O’NEILL" is O’Neill, initials stay."""
    return " ".join(map(_mixed_word, words_.split(" ")))


def _mixed_word(word: str) -> str:
    """A word in capitals with one alone; "McLEAN" keeps that of "Mc" too."""
    joined = _JOINED.match(word)
    if joined and word[joined.end() :].isupper():
        return f"{joined.group()}{word[joined.end() :].title()}"
    return word.title() if word.isupper() and len(word) > 2 else word


def titled(text: str) -> Iterator[tuple[PersonName, int, int]]:
    """Every titled name in running text with its half-open span, plurals shared out.

    "Councillors A Smith, B Jones and C Brown" gives three people, each with the title.
    """
    done = 0
    for match in () if _title_ends().isdisjoint(vocabulary(text)) else TITLED.finditer(text):
        found = leading(match.group()) if match.start() >= done else None
        if found is None:
            continue
        name, length = found
        end = match.start() + length
        if " " not in name.name and is_plural(match["titles"]) and not _FOLLOWING.match(text, end):
            continue
        yield name, match.start(), end
        if is_plural(match["titles"]):
            for one in _companions(text, end, _titles(match["titles"])[-1]):
                yield one
                done = one[2]


@cache
def _title_ends() -> frozenset[str]:
    """The last words of titles, in lower case."""
    return last_words(title for kind in _TITLES for title in words("people", kind))


def is_plural(titles: str) -> bool:
    """Whether titles are of several people: one surname alone behind them is no name."""
    return _PLURAL.match(titles) is not None


def _companions(text: str, at: int, title: str) -> Iterator[tuple[PersonName, int, int]]:
    """Who follows a plural title in its list; one with a title of their own is passed over."""
    while match := _FOLLOWING.match(text, at):
        at = match.end()
        if match["own"]:
            continue
        name = parse(f"{title} {match['name']}")
        if name is None or not likely(PersonName(name.written, name.name)):
            return
        yield PersonName(match["name"], name.name, name.honorifics), match.start("name"), at


def likely(name: PersonName) -> bool:
    """Whether a name is more than capitalised words that name bodies, offices or times.

    A title makes two words a name; a surname such as "Green" may end a name.
    """
    parts = name.name.split()
    strange, surnames = _people("not_names"), _people("surnames_too")
    titled = not _people("titles").isdisjoint(name.honorifics)
    if len(parts) == 1:
        months = words("dates", "months")
        return parts[0] not in strange or (titled and parts[0] in surnames - set(months))
    if titled:
        return not strange.issuperset(parts) or parts[-1] in surnames
    return not strange & set(parts[:-1]) and (parts[-1] not in strange or parts[-1] in surnames)


def is_plural_office(word: str) -> bool:
    """Whether a word is an office of several: "Directors" names nobody."""
    return word.endswith("s") and word[:-1] in office_words()


def _titles_before(text: str) -> re.Match[str] | None:
    """The titles that words begin with; of titles alone the last is a surname: "Cllr Baron"."""
    match = TITLES.match(text)
    if match is None or match.end() < len(text.rstrip()) or " " not in match.group().strip():
        return match
    return TITLES.match(text, 0, match.group().rstrip().rindex(" ") + 1)


def _split_titles(text: str) -> tuple[list[str], str]:
    match = _titles_before(text)
    if match is None:
        return [], text
    return _titles(match.group()), text[match.end() :]


def _titles(text: str) -> list[str]:
    one, same = table("people")["singular"], table("people")["same"]
    found = [
        _canonical().get(title.lower(), title) for title in _TITLE.findall(text.replace(".", " "))
    ]
    found = [one.get(title, title) for title in found]
    return [same.get(title, title) for title in found]


def _is_name(text: str, *, titled: bool) -> bool:
    pattern = _TITLED_WORDS if titled else PLAIN
    return pattern.fullmatch(text) is not None and _WHOLE.search(text) is not None


def _cut_rest(text: str) -> tuple[str, str, str]:
    text = " ".join(text.split())
    for match in _ENDS_NAME.finditer(text):
        if not _COMMA_HONOURS.match(text, match.start()):
            return text[: match.start()], match.group(), text[match.end() :]
    return text, "", ""


_POSITION = (
    r"\s*,\s+[A-Z][^.,;]{3,80}?"
    r"(?:,\s+(?=and\b|to\b)|\s*,|(?=\s+(?:to|and|introduced|presented|outlined|gave)))"
)
_DESCRIBED = (
    rf"(?=[{UPPER}])(?:{TITLE}\s+)*{NAME_WORDS}(?:\s+(?:{HONOUR})\b)*"
    rf"(?:\s*\([^()]{{1,90}}\))?(?:{_POSITION})?"
)
_PEOPLE = rf"(?P<people>{_DESCRIBED}(?:\s*,?\s+and\s+{_DESCRIBED})*)"


@cache
def _introductions() -> Sieve[re.Pattern[str]]:
    """The formulas, each with the words that a text has which it fits."""
    return Sieve.of(
        (re.compile(formula.replace("{people}", _PEOPLE)), needed(formula, {}))
        for formula in table("introductions")["patterns"]
    )


@lru_cache(_REMEMBERED)
def introducing(text: str) -> tuple[PersonName, ...]:
    """Those who, by a formula of the minutes, introduce or present something."""
    found: dict[str, PersonName] = {}
    for pattern in _introductions().passing(vocabulary(text)):
        for match in pattern.finditer(text):
            for name in _each(match["people"]):
                found.setdefault(name.name, name)
    return tuple(found.values())


def _each(text: str) -> Iterator[PersonName]:
    """The names of "A (x), role, and B, role": each at the start, or after a comma or "and"."""
    for piece in re.split(r",?\s+and\s+(?=[A-Z])", text):
        found = person(piece)
        if found is not None and likely(found.name):
            yield found.name
