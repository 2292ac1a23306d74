"""Labels over people: "Members present", "Apologies for absence:", "In the chair"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest

from kg.structure.labels import plain
from kg.tables.load import alternation, matches, one_of, table, words

_LENGTH = 80
_BODY_LENGTH = 60
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MARKED = re.compile(
    r"(?P<label>[^:;–—\n]{2,60}?)\s*(?:[:;](?:[-:](?=\s))?|[–—]|\s[-=]\s)\s*(?=\W{0,12}\w)"
)
_ENDS_IN_SIGNS = re.compile(r"(?<=:)\s+[^\w\s]{1,4}\s*$")
"""Signs behind a label that say nothing: "Present: *"."""
_NUMBER = re.compile(
    r"\s*(?:(?:(?i:(?:agenda )?item)\s+)?\d+(?:\.\d+)*[.):]\s*|\d{1,2}\s+(?=[A-Z][a-z])"
    r"|(?:[A-Z]{1,5}[/. ]?)?\d+/\d+[.:)]?\s+"
    r"|[A-Z]\d{1,2}[.):]?\s+|(?:[IVX]{1,5}|[A-Z])[.)]\s+)(?=[A-Za-z])"
)
_NUMBER_OF_YEARS = re.compile(r"\s*\d{1,4}/\d{2,4}[/-]\d{1,4}[.:)]?\s+(?=[A-Za-z])")
"""The number of a minute with the years of its book: "19/2013-14"."""
_TWO_LANGUAGES = re.compile(r"[^\W\d_][^:;/|\d]{2,40}\s/\s(?=[A-Z][^:/]{2,40}(?::|$))")
_OF_A_BODY = re.compile(rf"[\w&' -]+\b{alternation('people', 'lists', 'of_bodies')} members")
_OTHERS = re.compile(
    r"(?:[a-z]+ ){1,2}(?:present|(?P<aside>in attendance))"
    r"|(?:[a-z]+ ){1,5}(?:attendees|participants)"
)
_ATTENDEES = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}(?:Attendees|ATTENDEES)")
"""A label that needs no colon: "District Attendees"."""
_IN_CHAIR = re.compile(
    r"in (?:the )?chair|(?:minutes|notes) (?:taken )?by|minute[- ]?taker|recorded by", re.IGNORECASE
)
_GROUP = re.compile(r"\W*(?P<label>[A-Z][^:;\n]{2,80}?)\s*:-?\s*")
_FOR = re.compile(
    rf"(?:For|From|Representing) (?:the )?(?!{alternation('people', 'for_nobody')}\b)[A-Z]"
)
"""How a label opens that says for whom people came: "For the Harbour Trust:"."""
_OF_ITS_OWN = re.compile(
    r"(?P<who>[A-Z][\w ]+?) of (?:the )?"
    rf"(?i:(?!{alternation('people', 'lists', 'audience')}\b))[A-Z].*"
)
"""A label that names people by the body they are of: "Members of the Synod"."""
_WORDS = 12
_OFFICES = ("chair", "vice-chair", "deputy chair", "officer", "lead peer")
_ASIDE = ("officer", "guest")
_BESIDE = ("officer", "guest", "observer")
_OF_ASIDE = tuple(("who", capacity) for capacity in _ASIDE)
_SAYS_NO_MORE = re.compile(
    r"^the other (?=\w+ present\b)"
    r"|^(?:[a-z&]+ ){1,3}(?=(?:board|council|committee|commission) members (?:present|absent)\b)"
    r"|(?<= present) included$"
)
"""Words beside a label that say no more of the people: "the other", whose members they are."""
_BESIDE_MEMBERS = re.compile(r"others? (?:members?|councillors?|cllrs?) in attendance(?: \w+)?")
"""A label of members of the council who do not sit on the body."""
_STATUSES = frozenset({"present", "came", "apologies", "absent", "aside"})
_SEVERAL = ("s", "secretariat", "staff")
_NO_ENDS = ("meeting", "meetings", "the")
"""How no label ends, unless it has a word of who came or did not."""
_TITLES = ("minutes", "notes")
_OPEN_TITLES = ("minutes of ", "notes of ")
"""How the title of a paper opens, which labels nobody: "Minutes of the Staff – May"."""


@dataclass(frozen=True, slots=True)
class PeopleLabel:
    """What a label says of the people under it.

    ``status`` is one of the ontology's: present, apologies, in attendance or
    absent. ``title`` is the one that each of the people bears ("Cllrs: A, B").
    ``told`` says that the label has a word of who came or did not ("Members" has none),
    ``several`` is false for the office of one person alone ("Chairman"), ``mixed`` true
    where people came of whom it does not say that they are members ("Attendees").
    What stands behind the label begins at ``rest``; None where nothing does.
    """

    status: str
    capacity: str | None = None
    title: str | None = None
    rest: int | None = None
    told: bool = False
    several: bool = True
    mixed: bool = False


_DASH = re.compile(r"[–—-]")
_MARK = re.compile(r"[:;–—=-]")


def says_elected(text: str) -> bool:
    """Whether a line ends in what became of a vote on somebody, and lists nobody who came."""
    return _DASH.search(text) is not None and matches(text, "people", "elected", "ends")


def labels_in(text: str) -> Iterator[PeopleLabel]:
    """The labels that the lines of a text are, or begin with."""
    return filter(None, map(people_label, text.split("\n")))


def label_of(words: str) -> PeopleLabel | None:
    """What words inside a sentence or a key say as a label would: "in attendance"."""
    return people_label(f"{words}:") or group_label(f"{words[:1].upper()}{words[1:]}:")


@lru_cache(maxsize=8192)
def people_label(text: str) -> PeopleLabel | None:
    """The label that a line is, or begins with."""
    bar = text.rpartition(" | ")[2] if " | " in text else ""
    if bar and (found := people_label(bar)) is not None:
        return _further_on(found, len(text) - len(bar))
    return _in_one_language(text) or _behind_slash(text)


def _in_one_language(text: str) -> PeopleLabel | None:
    lead = _NUMBER.match(text)
    number = lead or _NUMBER_OF_YEARS.match(text)
    if number is None:
        return _unnumbered(text)
    found = _unnumbered(text[number.end() :])
    if found is None or not (lead or found.told):
        return None
    return _further_on(found, number.end())


def _behind_slash(text: str) -> PeopleLabel | None:
    """The label that a line says again in another language: "Yn bresennol / Present:"."""
    first = _TWO_LANGUAGES.match(text)
    found = _in_one_language(text[first.end() :]) if first else None
    return _further_on(found, first.end()) if first and found else None


def _further_on(found: PeopleLabel, start: int) -> PeopleLabel:
    """A label of words that begin at ``start`` as one of the whole line."""
    return replace(found, rest=found.rest and found.rest + start)


def _unnumbered(text: str) -> PeopleLabel | None:
    """The label that a line without a number is, or begins with."""
    if says_elected(text):
        return None
    marked = None
    if _MARK.search(text):
        text = _ENDS_IN_SIGNS.sub("", text)
        marked = _MARKED.match(text)
    if marked is not None and not _day().match(text, marked.end()):
        return _label(marked["label"], marked.end())
    whole = _label(text, None) if len(text) <= _LENGTH else None
    if whole is not None:
        return whole
    bare = None if text.rstrip().endswith(":") else _before_name().match(text)
    if bare is not None:
        found = _label(bare["label"], bare.end())
        tells = found and (found.told or _IN_CHAIR.match(bare["label"]))
        return found if tells else None
    return None


def _label(label: str, rest: int | None) -> PeopleLabel | None:
    """A label made of the words of attendance lists alone, or "… Members" of any body."""
    text = _SAYS_NO_MORE.sub("", plain(_BRACKETS.sub("", label)))
    if text.startswith(_OPEN_TITLES):
        return None
    if _OF_A_BODY.fullmatch(text) and len(label) <= _BODY_LENGTH:
        return PeopleLabel("present", "member", None, rest)
    if not _phrases().fullmatch(text):
        heads = rest is not None or label.endswith(":") or _ATTENDEES.fullmatch(label.strip())
        return _of_others(text, rest) if heads else None
    said = list(_said(text))
    kinds = {kind for kind, _ in said}
    if "absent" in kinds and "without" in text.split():
        kinds.discard("apologies")
    told = bool(kinds & _STATUSES)
    who = [word for kind, word in said if kind == "who"]
    beside = any(word in _ASIDE for word in who)
    both = beside and "present" in kinds and not all(word in _ASIDE for word in who)
    capacity = who[0] if who and not both else None
    status = "in attendance" if _BESIDE_MEMBERS.fullmatch(text) else _status(kinds, capacity)
    if status is None or (text.endswith(_NO_ENDS) and not told):
        return None
    return PeopleLabel(
        status,
        capacity if status in ("present", "in attendance") else None,
        None if both else _shared_title(text),
        rest,
        told=told,
        several=told or capacity not in _OFFICES or text.endswith(_SEVERAL),
        mixed=both or kinds <= {"came", "small"},
    )


def _said(text: str) -> Iterator[tuple[str, str]]:
    """What the phrases of a label mean; "council" in "council staff" only says whose staff."""
    found = [*_phrase().finditer(text)]
    for match, after in zip_longest(found, found[1:]):
        meaning = _meanings()[match.group()]
        behind = (
            _meanings()[after.group()]
            if after and text[match.end() : after.start()] == " "
            else None
        )
        if meaning != ("who", "member") or behind not in _OF_ASIDE:
            yield meaning


def _of_others(text: str, rest: int | None) -> PeopleLabel | None:
    """The label of people by another word: "Harbour masters present", "Scouts in attendance"."""
    match = _OTHERS.fullmatch(text)
    if match is None:
        return None
    members = match["aside"] and _are_members(text.split()[-3])
    beside = (match["aside"] and not members) or _aside(text)
    status = "in attendance" if beside else "present"
    return PeopleLabel(status, None, None, rest, told=True)


def _are_members(word: str) -> bool:
    """Whether a word is one for a body or its members: "Harbour Board in attendance"."""
    bodies = table("people")["lists"]["of_bodies"]
    return word in bodies or _meanings().get(word) == ("who", "member")


def group_label(text: str) -> PeopleLabel | None:
    """The label with a colon that a line amid lists of people begins with, in any words.

    "Members absent without leave:", "Guests of the Senate:", "Harbour representatives:" say
    by one of their words what the people are; the status of the last is that of the list.
    """
    match = _GROUP.match(text)
    words_ = plain(_BRACKETS.sub("", match["label"])).split() if match else []
    if match is None or not 0 < len(words_) <= _WORDS:
        return None
    said = " ".join(words_)
    rest = match.end() if text[match.end() :].strip() else None
    told = table("people")["told"]
    status = next((status for status in told if matches(said, "people", "told", status)), None)
    capacity = None if "and" in words_ or "," in said else _aside(said)
    if status == "present" and capacity in _BESIDE:
        status = "in attendance"
    if status is not None:
        return PeopleLabel(status, None, None, rest, told=True)
    if capacity is not None:
        return PeopleLabel("in attendance", capacity, None, rest)
    grouped = _names_group(words_) or _names_group_of(match["label"])
    grouped = grouped or (rest is None and _FOR.match(match["label"]) is not None)
    return PeopleLabel("", None, None, rest) if grouped else None


def _aside(said: str) -> str | None:
    """The capacity of people beside the members, by the noun of a label: "Guests of the Senate"."""
    head = re.split(r" (?:of|from|for|also|present|in|attending)\b", said, maxsplit=1)[0].split()
    capacities = table("people")["capacities"]
    if not head or head[-1] in _TITLES:
        return None
    return next((c for c in _BESIDE if head[-1] in capacities[c]), None)


def _names_group(words_: list[str]) -> bool:
    """Whether the last word of a label is one for several people."""
    return words_[-1] in table("people")["lists"]["groups"]


def _names_group_of(label: str) -> bool:
    """Whether a label names a group of people by the body it is of: "Members of the Synod"."""
    match = _OF_ITS_OWN.fullmatch(label)
    return match is not None and _names_group(plain(match["who"]).split())


def _status(said: set[str], capacity: str | None) -> str | None:
    """The status that the words of a label amount to."""
    if "apologies" in said:
        return "present" if said & {"present", "came"} else "apologies"
    if "accepted" in said:
        return None
    if "absent" in said:
        return "absent"
    if capacity in _ASIDE or ("aside" in said and capacity is None):
        return "in attendance"
    return "present" if capacity or said & {"present", "came", "aside"} else None


def _shared_title(text: str) -> str | None:
    one = {plural.lower(): title for plural, title in table("people")["singular"].items()}
    return next((one[word] for word in text.split() if word in one), None)


@cache
def _day() -> re.Pattern[str]:
    """A day: what stands before it in a title is no label over "May"."""
    times = f"{alternation('dates', 'weekdays')}|{alternation('dates', 'months')}"
    return re.compile(rf"(?:{times})\.?,?\s+\d|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d", re.IGNORECASE)


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """What each phrase of a label means: a kind of word, and for "who" the capacity."""
    people = table("people")
    found = {form: (kind, kind) for kind, forms in people["labels"].items() for form in forms}
    for kind in ("capacities", "label_capacities"):
        for capacity, forms in people[kind].items():
            found |= dict.fromkeys(forms, ("who", capacity))
    return found


@cache
def _any_phrase() -> str:
    """Any phrase of a label, each blank of it a single one."""
    return one_of(_meanings()).replace(r"\s+", " ")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_phrase()}(?!\w)")


@cache
def _phrases() -> re.Pattern[str]:
    one = rf"{_any_phrase()}(?!\w)"
    return re.compile(rf"{one}(?:[ ,/&]+{one}){{0,9}}")


@cache
def inner_label() -> re.Pattern[str]:
    """A label behind other words of a line, with its colon or in capitals, as ``label``.

    It begins with a blank, and then looks at what stands before: quick to pass over a text.
    """
    one = rf"(?i:{_any_phrase()})(?!\w)"
    marked = rf"(?=[A-Z]){one}(?:[ ]+{one}){{0,4}}(?:[ ]\([^()]{{1,30}}\))?[ ]?:-?(?=\s|$)"
    name = r"(?=[ ]+[A-Z][a-z]+[ ][A-Z])"
    bare = rf"Members[ ]+(?:Absent|Excused)(?=[ ]+[A-Z])|(?:Apologies|Absent|In attendance){name}"
    bare += rf"|ALSO(?=[ ]+{alternation('people', 'titles')}\b)"
    return re.compile(rf"[ ](?<=[\w.)\],;].)[ ]*(?P<label>{marked}|{bare})")


@cache
def _before_name() -> re.Pattern[str]:
    """A label that runs into its first name: "PRESENT Councillor A Smith"."""
    one = rf"(?i:{_any_phrase()})(?!\w)"
    title = alternation("people", "titles")
    plurals = "|".join(words("people", "singular"))
    called = alternation("people", "lists", "called")
    name = rf"(?:{title}|{plurals})\b\.?[ ]+[^\W\d_]|[A-Z][a-z’'-]+[ ][A-Z][A-Za-z’'-]+"
    name += r"|(?:[A-Z]\.[ ]?){1,3}[A-Z][a-z’'-]+"
    name += r"|(?:[A-Z][ ]){1,2}[A-Z][\w’'-]+(?=[ ]?[,;(]|$|[ ](?:and|&)[ ])"
    name += r"|[A-Z][a-z]+(?:,[ ][A-Z][a-z]+){1,20}(?:,?[ ](?:and|&)[ ][A-Z][a-z]+)?\.?$"
    name += rf"|{called}s?[ ]+[A-Z][a-z’'-]+[ ][A-Z]"
    name += rf"|{alternation('people', 'lists', 'before')}[ ]\({title}\b"
    return re.compile(rf"\W*(?P<label>{one}(?:(?:[ ]+|[ ]?/[ ]?){one}){{0,4}})[ .]+(?={name})")
