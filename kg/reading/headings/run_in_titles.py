"""Where a title ends that runs into its text: behind a number, in bold, in capitals, on a line."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from kg.model import Kind
from kg.numbering import behind
from kg.reading.blocks import Block
from kg.reading.fields import Says, says
from kg.reading.headings.customary import is_customary, labels_section
from kg.reading.headings.headings import is_people_label, is_titular, item_number
from kg.reading.markers import is_bare_marker, parse_marker
from kg.tables.load import alternation, either, options, table, words

_TITLE = 150
SHORT = 110
"""The longest title on a line of its own, in characters."""
_LINE = 60
MOST_WORDS = 14
"""The most words of a title that is parted from its text by a mark alone."""
_LONGEST_TITLE_WORDS = 22
_FEWEST_WORDS = 2
_COLON = re.compile(r"[^.:;\n]{3,110}:-?(?=\s+\S)")
_ENDS_TITLE = re.compile(r"[^:]*:")
_GOES_ON = re.compile(
    rf"^[^.:;\n]{{3,110}}:\s+(?!{alternation('reading_headings', 'run_in', 'answers')}\b)"
    r"[a-z]\w*(?:\s+\S+){2,}$"
)
_DASH = re.compile(
    r"[^.;\n]{3,80}?\s[-–—]\s[^.;\n]{1,80}\s[-–—](?=\s*$)"
    r"|[^.:;\n–—]{3,80}?(?:\s[-–—](?=\s+\S)|[a-z)][-–—](?=\s+[A-Z]|\s*none\b))"
)
"""A title up to a dash: the one at the end of its line behind others, else the first."""
_NAME_BEHIND = re.compile(
    r"[^.:;\n–—]{3,80}\s[-–—]\s+[A-Z][\w'’-]+(?:\s(?:(?:and|of|&)\s)?[A-Z][\w'’-]+){1,3}\.?"
)
_BULLET = re.compile(r"[^.:;\n•]{3,110}?(?=\s*•\s)")
_OVER_LIST = re.compile(r"[^.:;\n]{3,110}?(?=:?\s+(?:a|i|1)[.)]\s+[A-Z])")
"""A title before the first of a list that runs on behind it."""
_BARE_PURPOSE = re.compile(r"To(?: and| or| [a-z]+| [A-Z][a-z]+){1,4}:?")
"""What a meeting is to do, before what it is about: "To Review and Approve:"."""
_CAPITALS = re.compile(
    r"(?:(?:[A-Z0-9][A-Z0-9'’&/(),.-]*\s+){2,20}?|(?=[A-Z’']*[AEIOUY])[A-Z’']{5,}\s+)"
    r"(?=[A-Z][a-z]|A [a-z])"
)
"""Words in capitals before others; one alone that no vowel makes a word is an abbreviation."""
_SHOUTED = re.compile(r"[A-Z]{4}")
_SUBJECT = re.compile(r"[A-Z][^.:;\n]{1,60}\b(?:RE|Re)\s?:\s*[^.:;\n]{3,70}?\s(?=[–—-]\s+[A-Z])")
_CAPITAL_LEAD = re.compile(r"(?=[^:]{0,80}[A-Z]{3})[A-Z][A-Z0-9'’&/(), .-]{2,80}:(?=\s+\S)")
_DASHED_CAPITALS = re.compile(r"(?=[^–—-]{0,60}[A-Z]{4})[A-Z][A-Z’'&/(), ]{2,60}(?=\s[–—-]\s)")
_AWAY = re.compile(r"(?:apolog|regret)", re.IGNORECASE)
OF_EARLIER = re.compile(r"(?:Item|Minute|Min\.?) \d", re.IGNORECASE)
"""How a point opens that speaks of an item of earlier minutes."""
_INITIALS = re.compile(r"(?:[A-Z]\.){3,6}(?=\s+[A-Z])")
_LETTERED = re.compile(r"\b[A-Z]\.$")
"""How a line ends with letters that stand for words, and no sentence does: "Ann Lowe, S.E."."""
_INITIAL = re.compile(r"\s[A-Z]\.\s+[A-Z][\w’-]+$")
"""A name with an initial, whose stop ends no sentence, at the end of a title."""
_PARTED = re.compile(r"[^.;]*\s[-–—]\s[^.;]*\s[-–—]\s[^.]*")
_MINUTES = re.compile(r"Minutes\b")
"""How a title opens in which a name before a verb is that of another meeting."""
_NAMES = re.compile(r"\W*$|\s+(?:and|or)\b")
"""What follows a word that ends a title or is joined to another, and opens no sentence."""
_ASKED = re.compile(r"[QA]\s?[:.]\s")
"""How words open that say who asked or answered: "Q: AL -"."""
_RESOLVES = re.compile(r"(?:that|to)\s")
"""How words begin that a verb of decision before them governs."""
_FIRST_SENTENCE = re.compile(
    r"[A-Z0-9][^.:;\n]{2,110}(?<!\s[A-Z])\.(?=\s+(?:[A-Z]|[a-z]{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]))"
)
_LABEL_NUMBER = re.compile(r"\s+(?:no\.?\s*)?#?\d[\d/.-]*$")
"""The number behind a label: "Action 24/01"."""
MARKS = {":": _COLON, ".": _FIRST_SENTENCE, "-": _DASH, "–": _DASH, "—": _DASH}
"""What parts titles from their text, by the mark with which it ends."""


def lead_title(block: Block) -> int | None:
    """Where a title in bold ends that runs into plain text; a label with a colon is none.

    Nor is one that tells who decided: "**The Directors agreed** that ...", asked or answered.
    """
    lead = block.lead.strip()
    if _ASKED.match(lead):
        return None
    if not lead or len(lead) > SHORT or lead.endswith((":", ".")) or parse_marker(block.text):
        return None
    if labels_section(lead.rstrip(" –—-")):
        return None
    rest = block.text[len(lead) :].lstrip()
    if rest.startswith(":") or not lead[:1].isupper() or not block.text.startswith(lead):
        return None
    listed = block.kind is Kind.LIST_ITEM and rest[:1].islower()
    if listed or _RESOLVES.match(rest):
        return None
    dash = re.match(r"\s*[-–—](?=\s)", block.text[len(lead) :])
    return len(lead) + (dash.end() if dash else 0)


def colon_lead(block: Block) -> int | None:
    """Where a lead in bold ends at a colon, or one in capitals at a dash.

    A label is none, nor is the lead of a bullet: other bullets tell whether it is a title.
    """
    if block.kind is Kind.LIST_ITEM:
        return None
    shouted = _DASHED_CAPITALS.match(block.text)
    lead = (shouted[0] if shouted else block.lead).strip().rstrip(": ")
    end = len(lead) + (2 if shouted else 1)
    if not lead or len(lead) > SHORT or not (shouted or block.text.startswith(f"{lead}:")):
        return None
    field = _is_field(lead.lower())
    people = is_people_label(lead.lower()) and not _tells_of_absence(lead, block.text, end)
    known = people or labels_section(lead)
    opens = _opens().match(block.text[end:].lstrip())
    return None if known or (field and not opens) or not _is_title(lead.lower()) else end


def capital_title(block: Block) -> int | None:
    """Where a title in capitals ends that a colon parts from its text: "BOOKINGS: None."."""
    match = _CAPITAL_LEAD.match(block.text)
    if match is None or block.kind is Kind.LIST_ITEM or is_bare_marker(match.group()):
        return None
    behind = block.text[match.end() :]
    if block.kind is Kind.HEADING and behind.isupper() and len(behind.split()) >= _FEWEST_WORDS:
        return None
    if _names_business(block.text):
        return None
    lead = match.group()[:-1].strip().lower()
    label = _LABEL_NUMBER.sub("", lead)
    known = labels_section(label) or _is_field(lead) or is_people_label(lead)
    business = lead in words("reading_headings", "run_in", "business")
    told = business and _tells_behind(block.text, match.end())
    absence = _tells_of_absence(lead, block.text, match.end())
    return match.end() if told or absence or not known else None


def _names_business(text: str) -> bool:
    """Whether a line in capitals names behind a colon business that most meetings have.

    It is one title then: "MATTERS TO ACT ON: NEW BUSINESS".
    """
    _, colon, behind = text.partition(": ")
    return bool(colon) and text.isupper() and len(text) <= SHORT and is_customary(behind)


def _tells_of_absence(lead: str, text: str, end: int) -> bool:
    """Whether a title is of apologies, and a sentence behind it tells who sent them."""
    return _AWAY.match(lead) is not None and _tells_behind(text, end)


def _tells_behind(text: str, end: int) -> bool:
    return _tells("verbs").search(text, end, end + _TITLE) is not None


def line_title(block: Block) -> int | None:
    """Where a first line ends that stands as a title over sentences; None for other lines."""
    first, _, rest = block.text.partition("\n")
    if block.kind is not Kind.TEXT or len(first) > _LINE or first[-1:] in ".,;!?":
        return None
    told = rest.rstrip().endswith((".", "!", "?")) or _records(rest)
    if not told or _records(first) or is_people_label(first.rstrip(":")):
        return None
    title = is_titular(first) and not parse_marker(first) and _is_title(first)
    return len(first) if title else None


def _records(text: str) -> bool:
    """Whether words open with who moved or seconded: "Moved: Cr Lowe"."""
    return either("verbs", "motions", "records").match(text) is not None


def subject_title(block: Block) -> int | None:
    """Where a title ends that says who came about what: "Ann Lowe RE: New lamps - ..."."""
    match = _SUBJECT.match(block.text) if block.kind is Kind.TEXT else None
    return match.end() if match else None


def numbered_title(block: Block) -> int | None:
    """Where the title of a numbered paragraph ends that runs into its text, if it does."""
    text = block.text
    rest = behind_number(block)
    base = len(text) - len(rest)
    if _RESOLVES.match(rest):
        return None
    if _names_business(rest):
        return len(text)
    if (apart := _set_apart(rest)) is not None:
        return base + apart
    if len(text) <= SHORT and parse_marker(text).number is None:
        unlisted = _unlisted_end(text, base)
        if unlisted is not None:
            return unlisted
    ended = text[-1:] in ".;," and not (block.strong and _LETTERED.search(text))
    if len(text) <= SHORT and not ended and (block.strong or _GOES_ON.search(rest)):
        return len(text) if _is_title(rest) else None
    if len(text) <= SHORT and _PARTED.fullmatch(rest) and _is_title(rest):
        return len(text)
    lead = block.lead.strip()
    if base < len(lead) < len(text) and _is_title(text[base : len(lead)].lower()):
        stop = text[len(lead)] in ".:" and lead[-1] not in ".:"
        return None if _standing().match(text, len(lead)) else len(lead) + stop
    if _ENDS_TITLE.fullmatch(rest) and len(rest) <= SHORT and _is_title(rest):
        return len(text)
    if len(text) <= SHORT and text[-1:] not in ".;," and _INITIAL.search(rest) and _is_title(rest):
        return len(text)
    end = title_end(rest)
    return None if end is None else base + end


def _set_apart(words_: str) -> int | None:
    """Where a title ends that has a line of its own, or that alone is in capitals."""
    first, _, more = words_.partition("\n")
    if more and len(first) <= SHORT and not first.endswith((".", ";", ",")):
        return len(first)
    shouted = _CAPITALS.match(words_) if _SHOUTED.match(words_) else None
    return len(shouted[0].rstrip()) if shouted and _is_title(shouted[0]) else None


def _unlisted_end(text: str, start: int) -> int | None:
    """Where a short title ends whose number no list has: before a verb of decision, or with all
    of its line.
    """
    rest = text[start:]
    decided = _decides().search(rest)
    if decided and _is_title(rest[: decided.start()]):
        return start + decided.start()
    alone = text.endswith(".") and "\n" not in rest and _is_title(rest)
    return len(text) if alone or text[-1:] not in ".;," else None


def part_number(block: Block) -> str | None:
    """The letters, in lower case, that open a part of an item: "b" of "B) Lamps", "iv"."""
    number = parse_marker(block.text).number if block.kind is Kind.LIST_ITEM else None
    return number.lower() if number and number.isalpha() else None


def part_title(block: Block) -> int | None:
    """Where the title of a lettered part ends: with its bold, at a dash, a colon or a line.

    One in bold may be all of its line.
    """
    rest = parse_marker(block.text).rest
    base = len(block.text) - len(rest)
    lead = block.text if block.strong and "\n" not in rest else block.lead
    bold = len(lead) - base if block.text.startswith(lead) else 0
    opens = rest[:1].isupper() or (bold > 0 and rest[:1].isdigit())
    if not opens or OF_EARLIER.match(rest) or names_person().match(rest):
        return None
    end = bold if bold > 0 else _plain_end(rest)
    if end is None or not _is_title(rest[:end]) or _standing().match(rest, end):
        return None
    end += len(rest[end:]) - len(rest[end:].lstrip(" :"))
    told = rest[end:].strip()
    over = block.strong if not told else told[:1].isupper() and len(told.split()) >= _FEWEST_WORDS
    return base + end if over else None


def _plain_end(text: str) -> int | None:
    """Where a title in plain letters ends: at the first of a dash, a colon and a line."""
    ends = [match.end() for pattern in (_COLON, _DASH) if (match := pattern.match(text))]
    first, _, more = text.partition("\n")
    if more and len(first) <= _LINE and first[-1] not in ".;,":
        ends.append(len(first))
    return min(ends, default=None)


def behind_number(block: Block) -> str:
    """The words behind the number of a paragraph, whatever its form."""
    marker = parse_marker(block.text)
    if block.counted is not None:
        head = block.counted.head
    elif marker.number is not None:
        head = block.text.removesuffix(marker.rest)
    else:
        head = item_number(block.text.partition("\n")[0]) or ""
    return block.text[behind(block.text, head) :]


def title_end(text: str) -> int | None:
    """Where words that name a matter end and sentences about it begin."""
    if initials := _INITIALS.match(text):
        return initials.end()
    if _subject().match(text):
        return None
    marks = (_COLON, _DASH, _BULLET, _OVER_LIST)
    ends = [match.end() for pattern in marks if (match := pattern.match(text))]
    if capitals := _CAPITALS.match(text):
        ends.append(len(capitals.group().rstrip()))
    ends = [] if _NAME_BEHIND.fullmatch(text) else ends
    ends = [end for end in ends if _is_title(text[:end]) and not _standing().match(text, end)]
    ends += list(islice(_before_sentences(text), 1))
    if ends:
        return min(ends)
    sentence = _FIRST_SENTENCE.match(text)
    if sentence is None or len(sentence.group().split()) > MOST_WORDS or _opens().match(text):
        return None
    if _standing().match(text, sentence.end()) or _abbreviates().search(sentence.group()):
        return None
    return sentence.end() if _is_title(sentence.group()) else None


@cache
def _abbreviates() -> re.Pattern[str]:
    """A title of a person that a full stop shortens, at the end of words: "Prof."."""
    return re.compile(rf"\b{alternation('people', 'abbreviated_titles')}\.$")


@cache
def names_person() -> re.Pattern[str]:
    """Words that open with a person's title, short or long."""
    people = alternation("reading_headings", "run_in", "people")
    return re.compile(rf"(?:{people}|{alternation('people', 'abbreviated_titles')})\b")


@cache
def _standing() -> re.Pattern[str]:
    """Words behind an action that say how it stands: "Done.", "carried forward to April"."""
    said = options("verbs", "statuses", "open", "complete")
    return re.compile(
        rf"\W*(?:{said})(?=\s*(?:[.,;–—]|\s-|$)|\s+(?:on|in|by|until|to)\b)", re.IGNORECASE
    )


def _is_title(title: str) -> bool:
    """Whether words name a matter: not too many, and none of them says what happened."""
    bare = title.rstrip(" :.–—-")
    if len(bare.split()) > _LONGEST_TITLE_WORDS or not bare[:1].isalnum():
        return False
    if re.search(r"[^\W\d_]{3}", bare) is None or re.search(r"[^\W\d]{3}[.!?]\s", bare):
        return False
    if _BARE_PURPOSE.fullmatch(title) and title.endswith(":"):
        return False
    if bare.lower() in table("verbs")["decisions"]["subjects"] or labels_section(bare):
        return False
    return _tells("auxiliaries" if title.endswith(":") else "verbs").search(bare) is None


def _is_field(words_: str) -> bool:
    """Whether words in lower case label a field of a paper or another line that is no business."""
    said = says(words_)
    stated = said is not None and said is not Says.NEXT_MEETING
    return stated or words_ in words("reading_headings", "run_in", "labels")


def _before_sentences(text: str) -> Iterator[int]:
    """Where a title ends before a sentence: before a usual opening, else a name and its verb."""
    nobody = words("reading_headings", "run_in", "nobody")
    people = words("reading_headings", "run_in", "people")
    told = _opens().match(text) or _MINUTES.match(text)
    for opening in (_opener(),) if told else (_opener(), _subject(2)):
        for match in _gap().finditer(text, 0, _TITLE):
            found = opening.match(text, match.end())
            names = found and _NAMES.match(text, found.end()) and found.group() not in nobody
            of_people = found and found.group() in people
            if of_people and text[match.start() - 1].isdigit():
                continue
            names = names or (of_people and not _tells("verbs").search(text, match.end()))
            if found and not names and _is_title(text[: match.start()]):
                yield match.start()


@cache
def _decides() -> re.Pattern[str]:
    """Words behind a title by which a decision opens: "Planning Resolved to object"."""
    return re.compile(rf"(?<=\w)\s+(?={alternation('reading_headings', 'run_in', 'deciding')}\b)")


@cache
def _gap() -> re.Pattern[str]:
    """A blank that may part a title from a sentence: not after a word that joins two others."""
    joining = "".join(rf"(?<!\s{word})" for word in words("reading_headings", "run_in", "joining"))
    return re.compile(rf"(?<=[\w)’'\"?]){joining}[ ]+(?=[A-Z])")


@cache
def _opens() -> re.Pattern[str]:
    """An opening of a sentence at the head of a paragraph, where an article opens one too."""
    return re.compile(rf"(?:A|{_opener().pattern})(?!\w)")


@cache
def _opener() -> re.Pattern[str]:
    """A usual opening of a sentence."""
    return re.compile(rf"{alternation('reading_headings', 'run_in', 'openers')}(?!\w|['’]\w)")


@cache
def _subject(most: int = 4) -> re.Pattern[str]:
    """A name of up to ``most`` words that a verb follows, as a sentence opens: "Ann Lowe asked"."""
    verbs = alternation("reading_headings", "run_in", "verbs")
    word = r"(?![A-Z]{4})[A-Z](?:\.|[\w’'-]*)\s+"
    return re.compile(rf"{word}(?:(?!{_opener().pattern}){word}){{0,{most - 1}}}{verbs}\b")


@cache
def _tells(kind: str) -> re.Pattern[str]:
    """The verbs of sentences that tell what happened."""
    return re.compile(rf"\b{alternation('reading_headings', 'run_in', kind)}\b")
