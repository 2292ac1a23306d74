"""Figures: quantities with what they count, money, percentages and shares."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.extraction import dates
from kg.extraction.context import Context, evidence
from kg.extraction.numbers import DIGITS, INITIALS, SCALE, SHARE, WORDS, share, value
from kg.facts import Figure, ProgrammeMention
from kg.model import Kind
from kg.structure.sections import Piece, body, sentences
from kg.tables.load import alternation, table, words
from kg.tables.needed import Sieve, Words
from kg.vocabulary import first_words, vocabulary

RULE = "figures/3"

_NOT_BETWEEN = alternation("figures", "not_between")
_SMALL_NUMBER = rf"(?!one\b){alternation('numbers', 'small')}"
_MODIFIER = rf"(?:(?!(?:{_NOT_BETWEEN}|{_SMALL_NUMBER})\b)[A-Za-z][\w’'-]*[ ]+)"
_PLURAL = (
    rf"(?:(?!{alternation('figures', 'not_counted')}\b)"
    rf"(?:{alternation('figures', 'irregular')}|[A-Za-z][\w-]*[a-rtv-z]s)(?![\w’'-]))"
)
_OF_THEM = (
    r"of[ ](?:(?:the|all|our|its|those|these)[ ])?"
    rf"(?:(?:them|those)\b|{_MODIFIER}{{0,2}}?{_PLURAL})"
)
_NUMBER = rf"(?:{DIGITS}|{WORDS})"
_OPEN = rf"(?<![\w.,/£€$:#-])(?=\d|[{INITIALS}])"
_OPEN_DIGITS = r"(?P<value>\d(?<![\w.,/£€$:#-].)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?))"
"""A number of digits there; the first is found before what may not stand before it, to be quick."""
_CURRENCY = alternation("figures", "currencies")
_OF_THEM_ALL = re.compile(r"\bof (?:them|these|those|whom|which)\b")
_BEHIND_ALONE = alternation("figures", "behind_alone")
_TARGET = alternation("figures", "targets")
_NEAR_TARGET = 110
_BEFORE_TARGET = re.compile(rf"\b{_TARGET}\b[^,;:.]{{0,90}}$", re.IGNORECASE)
_NOT_A_COUNT = re.compile(
    rf"\b(?<!this )(?<!last )(?<!that )(?<!each ){alternation('figures', 'not_before')}\.?\s*$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b{alternation('figures', 'not_before')}s?\s+"
    r"(?:\d{1,3}[a-z]?(?:\s*,\s*and|\s*,|\s+and|\s*&)\s*){1,8}$",
    re.IGNORECASE,
)
"""Before the last of several numbers: "items 4, 9 and 10"."""
_BEGINNING = re.compile(
    rf"\b{alternation('figures', 'beginnings')}[ ](?:\w+[ ]){{0,2}}?"
    rf"(?:\d{{1,4}}\b|{alternation('dates', 'months')}\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset(
    part
    for word in (*words("numbers", "words"), *table("figures")["shares"])
    for part in _TOKEN.findall(word)
) - {"one"} | {"hundred"}
_WORDS_BEHIND = re.compile(r"(?:[ ][\w’'-]+){0,5}")


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing quantities.

    ``in_digits`` finds those of a sentence without numbers in words.
    ``unit`` is what is said of it in one word; a form without a unit counts
    what its words name. A form with ``signs`` has one of them in it, in lower case.
    """

    name: str
    pattern: re.Pattern[str]
    in_digits: re.Pattern[str]
    unit: str | None = None
    signs: tuple[str, ...] = ()

    def may_stand_in(self, text: str) -> bool:
        """Whether a text in lower case has one of the signs, where the form has any."""
        return not self.signs or any(sign in text for sign in self.signs)


def _form(
    name: str,
    said: Iterable[str],
    pattern: str,
    unit: str | None = None,
    signs: tuple[str, ...] = (),
) -> tuple[_Form, Words]:
    """A form, and the words of which a sentence that holds one has one: the first of ``said``."""
    in_digits = pattern.replace(rf"{_OPEN}(?P<value>{_NUMBER})", _OPEN_DIGITS)
    in_digits = in_digits.replace(_NUMBER, DIGITS)
    whole, part = (re.compile(one, re.IGNORECASE) for one in (pattern, in_digits))
    first = first_words(said)
    return _Form(name, whole, part, unit, signs), (first,) if first else ()


FORMS = (
    _form(
        "money",
        (),
        rf"(?P<currency>{_CURRENCY})[ ]?(?P<value>{DIGITS})(?P<scale>{SCALE})?"
        rf"(?:[ ]?[-–][ ]?{_CURRENCY}?(?P<upto>{DIGITS})(?P<upto_scale>{SCALE})?)?"
        r"(?P<unit>[ ]+(?-i:(?:per|an?)[ ]+[a-z]+))?",
    ),
    _form(
        "money",
        ["pounds"],
        rf"\b(?:(?P<share>half)[ ]an?|(?P<value>{_NUMBER}))(?P<scale>{SCALE})?[ ]pounds\b",
        "GBP",
    ),
    _form(
        "percent",
        (),
        rf"(?<![\w.,])(?P<value>{_NUMBER})[ ]?(?:%|per[ ]?cent\b)(?P<unit>[ ]{_OF_THEM})?",
        "percent",
        ("%", "cent"),
    ),
    _form(
        "share",
        table("figures")["shares"],
        rf"\b(?P<share>{SHARE})[ ](?P<unit>{_OF_THEM})",
        "share",
    ),
    _form(
        "measure",
        (),
        rf"{_OPEN}(?P<value>{_NUMBER})-(?P<unit>{alternation('figures', 'measures')})\b",
        signs=("-",),
    ),
    _form(
        "count",
        ["times"],
        rf"\b[a-z]+ed[ ](?P<value>{_NUMBER})[ ](?P<unit>times)\b",
    ),
    _form(
        "count",
        (),
        rf"{_OPEN}(?P<value>{_NUMBER})(?:\+|[ ]or[ ]more)?(?P<scale>{SCALE})?"
        rf"(?:(?:[ ]?[-–][ ]?|[ ](?:to|or)[ ])(?P<upto>{_NUMBER}))?[ ]+"
        rf"(?P<unit>(?:[A-Za-z][\w-]*[ ]and[ ])??{_MODIFIER}{{0,4}}?{_PLURAL}"
        r"(?:[ ]of[ ]interest)?)",
    ),
    _form(
        "alone",
        words("figures", "targets"),
        rf"\b{_TARGET}[ ](?:of|was|is|at)[ ](?:only[ ])?(?P<value>{_NUMBER})(?![%£]|[,.]?\w)",
    ),
    _form(
        "alone",
        ["total", "number", "hoped", *words("figures", "groups")],
        rf"\b(?:(?:total|number)\b[^,;:.\d]{{0,40}}?[ ](?:to|at|is|was|of)|hoped[ ]for"
        rf"|{alternation('figures', 'groups')}[ ]of)[ ](?P<value>{_NUMBER})(?![%£]|[,.]?\w)",
    ),
    _form(
        "alone",
        words("figures", "moves"),
        rf"\b(?!up[ ]to){alternation('figures', 'moves')}[ ](?:from|to)[ ](?P<value>{_NUMBER})"
        rf"(?:[ ]to[ ](?P<upto>{_NUMBER}))?(?![%£]|[,.]?\w)",
    ),
    _form(
        "alone",
        words("figures", "beside_a_target"),
        rf"{_OPEN}(?P<value>{_NUMBER})(?=[ ]{alternation('figures', 'beside_a_target')}"
        r"[ ](?:the|its|our|their)\b)",
    ),
    _form(
        "measure",
        ["half a"],
        rf"\b(?P<share>half)[ ]an?[ ](?P<unit>{alternation('figures', 'measures')})\b",
    ),
    _form(
        "alone",
        [*words("figures", "behind_alone"), "of the"],
        rf"{_OPEN}(?P<value>{_NUMBER})(?=[ ](?:more[ ])?{_BEHIND_ALONE}\b|[ ]of[ ]the[ ]\d)",
    ),
)
_SIEVE = Sieve.of(FORMS)


def figures(context: Context, programmes: Sequence[ProgrammeMention] = ()) -> tuple[Figure, ...]:
    """The figures in running text; numbers that only name a place or a date are none.

    Each is dated, and about a programme, where its sentence names one only.
    """
    named: dict[int, list[ProgrammeMention]] = {}
    for mention in programmes:
        named.setdefault(mention.evidence[0].paragraph, []).append(mention)
    near = context.near()
    found: list[Figure] = []
    for paragraph in context.document.paragraphs:
        if paragraph.kind not in (Kind.FURNITURE, Kind.HEADING) and _has_number(paragraph.text):
            told: list[Figure] = []
            for sentence in sentences(body(paragraph)):
                counted = next((one.unit for one in reversed(told) if one.unit), None)
                told.extend(_told(sentence, near, named.get(paragraph.ordinal, ()), counted))
            found.extend(told)
    return tuple(found)


def _has_number(text: str) -> bool:
    return _DIGIT.search(text) is not None or not _in_digits(text)


def _in_digits(text: str) -> bool:
    """Whether a text has no number in words."""
    return _NUMBER_WORDS.isdisjoint(vocabulary(text))


def _told(
    sentence: Piece, near: date | None, named: Sequence[ProgrammeMention], before: str | None
) -> Iterator[Figure]:
    """The figures of a sentence with its date and its programme.

    A number alone counts what the one before it does, a target also what the one behind it
    does; "29 of them" counts what an earlier sentence did (``before``).
    """
    found = sorted(_quantities(sentence, near), key=lambda one: one.start)
    if not found:
        return
    day = _day(sentence.text)
    counted: str | None = None
    for at, one in enumerate(found):
        counted = one.unit if one.form == "count" else counted
        known = counted or (before if _OF_THEM_ALL.search(one.text) else None)
        behind = [other for other in found[at : at + 3] if one.target and other.form == "count"]
        for number in one.values:
            yield Figure(
                value=number,
                unit=one.unit or known or next((other.unit for other in behind), None),
                text=one.text,
                about=_programme(sentence, one.start, named),
                as_of=day,
                kind="target" if one.target else None,
                evidence=(evidence(Piece(sentence.paragraph, one.start, one.end)),),
                rule=RULE,
            )


def _day(text: str) -> date | None:
    """The only day that a sentence names, unless something only begins on it."""
    days = set(dates.deadlines(dates.PERIOD.sub(" ", text)))
    return min(days) if len(days) == 1 and not _BEGINNING.search(text) else None


def _programme(sentence: Piece, at: int, named: Sequence[ProgrammeMention]) -> str | None:
    """The only programme that is named before ``at`` in the sentence, or else in its paragraph."""
    before = [(m.evidence[0].start, m.name) for m in named if m.evidence[0].start < at]
    names = {name for start, name in before if start >= sentence.start}
    names = names or {name for _, name in before}
    return min(names) if len(names) == 1 else None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A quantity of a sentence; a range has two ``values``; ``form`` is the name of its form."""

    form: str
    values: tuple[Decimal, ...]
    unit: str | None
    text: str
    start: int
    end: int
    target: bool


def _quantities(sentence: Piece, near: date | None) -> Iterator[_Quantity]:
    text, paragraph = sentence.text, sentence.paragraph.text
    if not _has_number(text):
        return
    in_digits = _in_digits(text)
    taken = bytearray(len(text))
    for day in dates.days(text, near):
        taken[day.start : day.end] = b"1" * (day.end - day.start)
    lower = text.lower()
    for form in _SIEVE.passing(vocabulary(text)):
        if not form.may_stand_in(lower):
            continue
        pattern = form.in_digits if in_digits else form.pattern
        for match in pattern.finditer(paragraph, sentence.start, sentence.end):
            number = match.span("share" if match.groupdict().get("share") else "value")
            first, last = (at - sentence.start for at in number)
            if not any(taken[first:last]) and not _is_place(sentence, match, form):
                start, end = (at - sentence.start for at in match.span())
                taken[start:end] = b"1" * (end - start)
                yield _quantity(sentence, match, form)


def _is_place(sentence: Piece, match: re.Match[str], form: _Form) -> bool:
    """Whether a number only names a place in a paper, a class, a year or a numbered title."""
    if form.name not in ("count", "alone", "measure"):
        return False
    if match.groupdict().get("share"):
        return False
    text, written, start = sentence.paragraph.text, match["value"], match.start("value")
    before = text[max(0, start - 40) : start]
    if form.name == "alone" and ("." in written or _LISTED.search(before)):
        return True
    if written == "1" and not match.groupdict().get("upto"):
        return True
    opens = start == sentence.start or before[-1:] in "\n\t"
    titled = opens and written.isdigit() and text[match.end("value") :].lstrip()[:1].isupper()
    return bool(titled or _YEAR.fullmatch(written) or _NOT_A_COUNT.search(before))


def _quantity(sentence: Piece, match: re.Match[str], form: _Form) -> _Quantity:
    groups = match.groupdict()
    text = sentence.paragraph.text
    said = match.group().strip()
    if form.name == "alone" and said == match["value"]:
        behind = _WORDS_BEHIND.match(text, match.end(), sentence.end)
        said += behind.group() if behind else ""
    start = match.start("value" if groups.get("value") else 0)
    before = max(sentence.start, start - _NEAR_TARGET)
    target = _BEFORE_TARGET.search(text, before, start) is not None
    unit, values = _unit(groups, form), tuple(_values(groups))
    return _Quantity(form.name, values, unit, said, *match.span(), target)


def _values(groups: dict[str, str | None]) -> Iterator[Decimal]:
    """The number, or both ends of a range, which share the scale behind them."""
    scale, upto_scale = groups.get("scale"), groups.get("upto_scale")
    if groups.get("share"):
        yield share(groups["share"] or "", scale)
    else:
        yield value(groups["value"] or "", scale or upto_scale)
    if upto := groups.get("upto"):
        yield value(upto, upto_scale or scale)


def _unit(groups: dict[str, str | None], form: _Form) -> str | None:
    counted = " ".join((groups.get("unit") or "").split())
    if form.name == "measure":
        return f"{counted}s"
    if currency := groups.get("currency"):
        each = re.sub(r"^an?\b", "per", counted)
        return f"{table('figures')['currencies'][currency]} {each}".strip()
    return f"{form.unit or ''} {counted}".strip() or None
