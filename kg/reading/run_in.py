"""Minutes whose items run on: numbers inside a paragraph, titles that run into their text.

"1. Election of Chairman It was proposed ... 2. Apologies There were none." is one
paragraph on the page and four in meaning. Each number that carries on the count opens a
paragraph of its own, and a title that runs into its text becomes a heading. Only papers
that say who came to a meeting are read so.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.counting import Path, follows, path_of
from kg.model import Kind
from kg.numbering import behind
from kg.reading.blocks import Block
from kg.reading.headings import is_people_label, is_titular, item_number
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.numbers_inside import begun_inside, inside
from kg.reading.series import lost_count
from kg.reading.who_came import says_who_came
from kg.tables.load import alternation, either, table, words

_FEWEST = 2
_FEWEST_LEADS = 3
_FEWEST_ALIKE = 3
_MOSTLY = 0.6
_USUAL = 0.4
_TITLE = 150
_SHORT = 110
_LINE = 60
_WORDS = 14
_LONGEST_TITLE_WORDS = 22


_COLON = re.compile(r"[^.:;\n]{3,110}:(?=\s+\S)")
_ENDS_TITLE = re.compile(r"[^:]*:")
_GOES_ON = re.compile(
    r"^[^.:;\n]{3,110}:\s+(?!(?:none|nil|no|received|apologies|as|see|from|to)\b)[a-z]\w*(?:\s+\S+){2,}$"
)
_DASH = re.compile(r"[^.:;\n–—]{3,80}?(?:\s[-–—](?=\s+\S)|[a-z)][-–—](?=\s+[A-Z]|\s*none\b))")
_NAME_BEHIND = re.compile(r"[^.:;\n–—]{3,80}\s[-–—]\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2}\.?")
_BULLET = re.compile(r"[^.:;\n•]{3,110}?(?=\s*•\s)")
_CAPITALS = re.compile(r"(?:[A-Z0-9][A-Z0-9'’&/(),.-]*\s+){2,20}?(?=[A-Z][a-z]|A [a-z])")
_CAPITAL_LEAD = re.compile(r"(?=[^:]{0,80}[A-Z]{3})[A-Z][A-Z0-9'’&/(), .-]{2,80}:(?=\s+\S)")
_DASHED_CAPITALS = re.compile(r"(?=[^–—-]{0,60}[A-Z]{4})[A-Z][A-Z’'&/(), ]{2,60}(?=\s[–—-]\s)")
_INITIALS = re.compile(r"(?:[A-Z]\.){3,6}(?=\s+[A-Z])")
_PARTED = re.compile(r"[^.;]*\s[-–—]\s[^.;]*\s[-–—]\s[^.]*")
_NAMES = re.compile(r"\W*$|\s+(?:and|or)\b")
"""What follows a word that ends a title or is joined to another, and opens no sentence."""
_RESOLVES = re.compile(r"(?:that|to)\s")
"""How a numbered paragraph begins that a verb of decision above it governs."""
_NOBODY = ("None", "Nil", "Nothing")
_PEOPLE = ("Councillor", "Councillors", "Members")
_FIRST_SENTENCE = re.compile(r"[A-Z0-9][^.:;\n]{2,110}\.(?=\s+[A-Z])")
_MARKS = {":": _COLON, ".": _FIRST_SENTENCE, "-": _DASH, "–": _DASH, "—": _DASH}
"""What parts titles from their text, by the mark with which it ends."""


def set_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with items of minutes that run on set apart, and their titles made headings."""
    if not says_who_came(blocks):
        return list(blocks)
    return _with_titles(list(_with_items(blocks)))


# Numbers that carry on the count


def _with_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks parted where a number inside one carries on the count."""
    last: Path | None = None
    for block in blocks:
        if block.rows or block.kind is Kind.FURNITURE:
            yield block
            continue
        last = _count(block, last) or last
        start = 0
        for at, path in inside(block.text) if last is not None else begun_inside(block.text):
            if follows(path, last):
                yield _part(block, start, at)
                start, last = at, path
        yield _part(block, start, len(block.text)) if start else block


def _count(block: Block, last: Path | None) -> Path | None:
    """The number of a block where it carries on the count; a bare number may open it only as 1."""
    if block.counted is not None:
        counted = block.counted.path
        return counted if last is None or follows(counted, last) else None
    written = parse_marker(block.text).number
    number = written or item_number(block.text.partition("\n")[0])
    path = path_of(number) if number else None
    again = "/" in (number or "") and path == last
    if path is None or not (again or follows(path, last)):
        return None
    return path if written or last is not None or path == (1,) else None


def _part(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end].strip()
    kind = Kind.TEXT if start and block.kind is not Kind.HEADING else block.kind
    kept = block if not start else replace(block, lead="", counted=None)
    return replace(kept, kind=kind, text=text, strong=False)


# Titles that run into their text


def _with_titles(blocks: list[Block]) -> list[Block]:
    last: Path | None = None
    counted = not lost_count(blocks)
    numbered: dict[int, tuple[int, int | None]] = {}
    led, bold, over = dict[int, int](), dict[int, int](), dict[int, int]()
    for at, block in enumerate(blocks):
        if block.rows or block.kind is Kind.FURNITURE:
            continue
        path = _count(block, last)
        last = (path or last) if counted else None
        capitals = _capital_title(block)
        if block.kind is Kind.HEADING and capitals is None:
            continue
        if path is not None:
            title = _numbered_title(block)
            if title is not None or not _is_alone(block):
                numbered[at] = (len(path), title)
        elif (end := capitals or _lead_title(block)) is not None:
            led[at] = end
        elif (end := _colon_lead(block)) is not None:
            bold[at] = end
        elif (end := _line_title(block)) is not None:
            over[at] = end
    ends = _usual(numbered) | dict(_alike(numbered, blocks))
    ends |= led if len(led) >= _FEWEST_LEADS else {}
    ends |= over if len(over) >= _FEWEST else {}
    customary = either("sections", "items", "routine")
    usual = sum(bool(customary.search(blocks[at].text[:end])) for at, end in bold.items())
    ends |= bold if usual >= _FEWEST and not numbered else {}
    return [part for at, block in enumerate(blocks) for part in _parted(block, ends.get(at))]


def _usual(numbered: Mapping[int, tuple[int, int | None]]) -> dict[int, int]:
    """The ends of titles at the depths of numbers where titles are usual."""
    ends: dict[int, int] = {}
    for depth in {depth for depth, _ in numbered.values()}:
        alike = {at: end for at, (own, end) in numbered.items() if own == depth}
        found = {at: end for at, end in alike.items() if end is not None}
        if len(found) >= _FEWEST and len(found) >= _USUAL * len(alike):
            ends |= found
    return ends


def _alike(
    numbered: Mapping[int, tuple[int, int | None]], blocks: Sequence[Block]
) -> Iterator[tuple[int, int]]:
    """The ends of the titles that end with the mark with which most titles of a paper end."""
    marks = Counter(
        blocks[at].text[end - 1] for at, (_, end) in numbered.items() if end is not None
    )
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    if mark not in _MARKS or count < max(_FEWEST_ALIKE, _MOSTLY * len(numbered)):
        return
    for at in numbered:
        text = blocks[at].text
        start = len(text) - len(_behind_number(blocks[at]))
        if (match := _MARKS[mark].match(text, start)) and len(match[0].split()) <= _WORDS:
            yield at, match.end()


def _is_alone(block: Block) -> bool:
    """Whether a numbered paragraph is as short as a title with nothing behind it, or a motion."""
    if _behind_number(block)[:1] in ("\u201c", '"'):
        return True
    return len(block.text) <= _SHORT and block.text[-1:] not in ".;,"


def _parted(block: Block, end: int | None) -> Iterator[Block]:
    if end is None:
        yield block
        return
    title, rest = block.text[:end].rstrip(), block.text[end:].strip()
    yield replace(block, kind=Kind.HEADING, text=title, level=None, lead="", look="")
    if rest:
        plain = replace(block, lead="", strong=False, counted=None)
        yield replace(plain, kind=Kind.TEXT, text=rest, level=None, told=True)


def _lead_title(block: Block) -> int | None:
    """Where a title in bold ends that runs into plain text; a label with a colon is none."""
    lead = block.lead.strip()
    if not lead or len(lead) > _SHORT or lead.endswith((":", ".")) or parse_marker(block.text):
        return None
    if _is_label(lead.lower().rstrip(" –—-")):
        return None
    rest = block.text[len(lead) :].lstrip()
    if rest.startswith(":") or not lead[:1].isupper() or not block.text.startswith(lead):
        return None
    dash = re.match(r"\s*[-–—](?=\s)", block.text[len(lead) :])
    return len(lead) + (dash.end() if dash else 0)


def _colon_lead(block: Block) -> int | None:
    """Where a lead in bold ends at a colon, or one in capitals at a dash; a label is none."""
    shouted = _DASHED_CAPITALS.match(block.text)
    lead = (shouted[0] if shouted else block.lead).strip().rstrip(": ")
    end = len(lead) + (2 if shouted else 1)
    if not lead or len(lead) > _SHORT or not (shouted or block.text.startswith(f"{lead}:")):
        return None
    field = lead.lower() in words("reading_headings", "run_in", "labels")
    known = _is_label(lead.lower()) or is_people_label(lead.lower())
    opens = _opens().match(block.text[end:].lstrip())
    return None if known or (field and not opens) or not _is_title(lead.lower()) else end


def _capital_title(block: Block) -> int | None:
    """Where a title in capitals ends that a colon parts from its text: "BOOKINGS: None."."""
    match = _CAPITAL_LEAD.match(block.text)
    if match is None or block.kind is Kind.LIST_ITEM or is_bare_marker(match.group()):
        return None
    lead = match.group()[:-1].strip().lower()
    known = _is_label(lead) or lead in words("reading_headings", "run_in", "labels")
    known = known or is_people_label(lead)
    told = lead in words("reading_headings", "run_in", "business") and _tells("verbs").search(
        block.text, match.end(), match.end() + _TITLE
    )
    return match.end() if told or not known else None


def _line_title(block: Block) -> int | None:
    """Where a first line ends that stands as a title over sentences; None for other lines."""
    first, _, rest = block.text.partition("\n")
    if block.kind is not Kind.TEXT or len(first) > _LINE or first[-1:] in ".,;:!?":
        return None
    told = rest.rstrip().endswith((".", "!", "?")) and not is_people_label(first)
    title = told and is_titular(first) and not parse_marker(first) and _is_title(first)
    return len(first) if title else None


def _numbered_title(block: Block) -> int | None:
    """Where the title of a numbered paragraph ends that runs into its text, if it does."""
    text = block.text
    marker = parse_marker(text)
    rest = _behind_number(block)
    if _RESOLVES.match(rest):
        return None
    first, _, more = rest.partition("\n")
    if more and len(first) <= _SHORT and not first.endswith((".", ";", ",")):
        return len(text) - len(rest) + len(first)
    if marker.number is None and len(text) <= _SHORT:
        if (decided := _decides().search(rest)) and _is_title(rest[: decided.start()]):
            return len(text) - len(rest) + decided.start()
        alone = text.endswith(".") and not more and _is_title(rest)
        if alone or text[-1:] not in ".;,":
            return len(text)
    if len(text) <= _SHORT and text[-1:] not in ".;," and (block.strong or _GOES_ON.search(rest)):
        return len(text) if _is_title(rest) else None
    if len(text) <= _SHORT and _PARTED.fullmatch(rest) and _is_title(rest):
        return len(text)
    base = len(text) - len(rest)
    lead = block.lead.strip()
    if base < len(lead) < len(text) and _is_title(text[base : len(lead)].lower()):
        stop = text[len(lead)] in ".:" and lead[-1] not in ".:"
        return None if _standing().match(text, len(lead)) else len(lead) + stop
    if _ENDS_TITLE.fullmatch(rest) and len(rest) <= _SHORT and _is_title(rest):
        return len(text)
    end = _title_end(rest)
    return None if end is None else base + end


def _behind_number(block: Block) -> str:
    """The words behind the number of a paragraph, whatever its form."""
    marker = parse_marker(block.text)
    if block.counted is not None:
        head = block.counted.head
    elif marker.number is not None:
        head = block.text.removesuffix(marker.rest)
    else:
        head = item_number(block.text.partition("\n")[0]) or ""
    return block.text[behind(block.text, head) :]


def _title_end(text: str) -> int | None:
    """Where words that name a matter end and sentences about it begin."""
    if initials := _INITIALS.match(text):
        return initials.end()
    if _subject().match(text):
        return None
    ends = [match.end() for pattern in (_COLON, _DASH, _BULLET) if (match := pattern.match(text))]
    if capitals := _CAPITALS.match(text):
        ends.append(len(capitals.group().rstrip()))
    ends = [] if _NAME_BEHIND.fullmatch(text) else ends
    ends = [end for end in ends if _is_title(text[:end]) and not _standing().match(text, end)]
    ends += list(islice(_before_sentences(text), 1))
    if ends:
        return min(ends)
    sentence = _FIRST_SENTENCE.match(text)
    if sentence is None or len(sentence.group().split()) > _WORDS or _opens().match(text):
        return None
    if _standing().match(text, sentence.end()) or _abbreviates().search(sentence.group()):
        return None
    return sentence.end() if _is_title(sentence.group()) else None


@cache
def _abbreviates() -> re.Pattern[str]:
    """A title of a person that a full stop shortens, at the end of words: "Prof."."""
    return re.compile(rf"\b{alternation('people', 'abbreviated_titles')}\.$")


@cache
def _standing() -> re.Pattern[str]:
    """Words behind an action that say how it stands: "Done.", "carried forward to April"."""
    said = "|".join(alternation("verbs", "statuses", status) for status in ("open", "complete"))
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
    if bare.lower() in table("verbs")["decisions"]["subjects"] or _is_label(bare.lower()):
        return False
    return _tells("auxiliaries" if title.endswith(":") else "verbs").search(bare) is None


def _is_label(words: str) -> bool:
    """Whether words in lower case label a section, such as "resolved" or "action"."""
    return any(words in labels for labels in table("sections")["labels"].values())


def _before_sentences(text: str) -> Iterator[int]:
    """Where a title ends before a sentence: before a usual opening, else a name and its verb."""
    for opening in (_opener(),) if _opens().match(text) else (_opener(), _subject(2)):
        for match in _gap().finditer(text, 0, _TITLE):
            found = opening.match(text, match.end())
            names = found and _NAMES.match(text, found.end()) and found.group() not in _NOBODY
            of_people = found and found.group() in _PEOPLE
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
