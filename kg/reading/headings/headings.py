"""Headings: which short lines head what follows.

A format with styles tells its headings itself; here they are found among plain lines.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.model import Kind
from kg.numbering import begins_with_day
from kg.reading.blocks import Block, next_told
from kg.reading.fields import NO_TITLES, field
from kg.reading.headings.alike import alike_headings
from kg.reading.headings.announced import announced_titles
from kg.reading.headings.customary import is_customary, labels_section
from kg.reading.headings.entries import is_among_entries
from kg.reading.headings.labelled import labelled_titles
from kg.reading.headings.movers import names_movers
from kg.reading.headings.tasks import is_task
from kg.reading.headings.timed import timed_titles
from kg.reading.markers import names_item, parse_marker
from kg.reading.normalise import without_end
from kg.tables.load import either, table, words

_INITIALS = 4  # the most letters that the initials of a person have
_TITLE = 200
_MOST_WORDS = 16
_BODY = 60
_SUM = re.compile(r"(?:[A-Z]{3}\s?)?[\u00a3$\u20ac]\s?\d")
_SAID = 4  # words of the shortest sentence that tells what was done
_MOST_PLAIN = 2
_MOST_PLAIN_WORDS = 14
_MOST_PEOPLE = 40
_MOST_BEFORE_COLON = 8
_LAST = 8  # letters enough for the last word of a line that breaks off
_CLASSES = ("part", "minute", "section")
_SMALL = re.compile(r"\b[a-z]{5}")  # a word in small letters that is no particle
_ITEM = re.compile(r"(?P<number>\d{1,2}[a-z]?)\s+(?P<title>(?:\*\s+)?[#A-Z\"'\u2018\u201c].*)")
_COUNTED = re.compile(
    r"(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|\d{1,2}(?:st|nd|rd|th))\s+[A-Za-z][a-z]{3}"
)
"""A title that opens with the year it is of, or with its place: "2009 Budget", "1st motion"."""
_COMPOUND = re.compile(r"[a-z]-?[A-Z][a-z]")
"""A title whose first word begins with a small letter: "e-Billing", "iPads"."""
_LONGEST = 400
"""The characters of the longest heading that may be a well-known one."""
_END_MARKS = re.compile(r"(?<![\s:.–—-])[\s:.–—-]+$")
TOPIC = re.compile(r"(?:agenda )?(?:topic|subject)(?: \d{1,2})?\s*:\s+(?=\S)", re.IGNORECASE)
"""The label of a line that gives the title of an item."""
_FEWEST_TOPICS = 2
_FEWEST_USUAL = 3
_HEAD = 25
_TITLED_SENTENCE = re.compile(
    r"(?:[^.:–—]{3,100}(?:[.:]|\s[-–—])|(?:[A-Z][A-Z'’&/-]*\s+){1,8}?(?<=[A-Z]{4}\s))\s*"
    r"(?:[A-Z]\S*\s+)?[A-Z]\S*\s+[a-z].*\.$"
)
_FINAL = re.compile(r"[.;:,!\u2026][\"'\u201d\u2019)]*$")
_LABELLED = re.compile(r"[A-Z][^:]{1,30}:\s")
_BREAKS_OFF = re.compile(
    r"(?:,|\b(?:a|an|and|at|by|for|from|in|of|on|the|to|with|Cllrs?\.|Mrs?\.|Ms\.))$"
)


def known(text: str) -> str | None:
    """The class of a well-known heading ("part", "section", "minute"), or None.

    A number before it, a colon or a full stop after it do not matter; a long text is none.
    """
    if len(text) > _LONGEST or is_titled_sentence(text):
        return None
    line = without_end(parse_marker(text).rest)
    return next((kind for kind in _CLASSES if _whole(kind).fullmatch(line)), None)


def breaks_off(text: str) -> bool:
    """Whether a line breaks off in the middle of a sentence: behind a comma, or "of the"."""
    return _BREAKS_OFF.search(text[-_LAST:]) is not None


def is_titled_sentence(text: str) -> bool:
    """Whether a title runs into a sentence: "Finance: The accounts were agreed."."""
    return _TITLED_SENTENCE.match(text) is not None


def item_number(text: str) -> str | None:
    """The number of a heading such as "3 Priorities for the year", or None."""
    match = _ITEM.fullmatch(text)
    return match["number"] if match and not begins_with_day(match["title"]) else None


def find_headings(
    blocks: Sequence[Block], shown: bool = False, counted: bool = False
) -> list[Block]:
    """The blocks with those that head others made headings.

    ``shown`` says that headings are set off by their look, so that a plain line
    is one only when its words are well known; unless most of those are plain too.
    So it is where titles are ``counted``.
    """
    above = _behind_who_came(blocks)
    titles = {above + at for at in timed_titles(blocks[above:])} | announced_titles(blocks)
    blocks = made_headings(blocks, titles)
    business = blocks[above:]
    shown = counted or (shown and not _are_plain(blocks) and not _shows_nothing(business))
    if not shown:
        blocks = made_headings(blocks, _titles_behind_labels(blocks))
    found = _found(blocks, shown, usual=False)
    if not shown and business and _are_usual(blocks, found, business):
        found = _found(blocks, shown, usual=True)
    alike = {at for at in alike_headings(found) if not _heads_nothing(found[at].text)}
    return _with_topics(made_headings(found, alike))


def made_headings(blocks: Sequence[Block], places: Collection[int]) -> list[Block]:
    """The blocks, those at some places headings."""
    return [
        replace(block, kind=Kind.HEADING) if at in places else block
        for at, block in enumerate(blocks)
    ]


def _heads_nothing(text: str) -> bool:
    """Whether a line is one that a heading never is."""
    marker = parse_marker(text)
    return bool(marker) or _whole("never").fullmatch(text) is not None


def _found(blocks: Sequence[Block], shown: bool, *, usual: bool) -> list[Block]:
    """The blocks with headings found; ``usual`` says that plain lines are known to head others."""
    found = list(blocks)
    numbered = _numbers_head(blocks)
    plain = 0  # plain lines in a row, from here on, that are told only by what follows them
    for index in range(len(found) - 1, -1, -1):
        if found[index].told:
            plain = 0
        elif found[index].kind is Kind.TEXT and _heads(found, index, numbered):
            found[index] = replace(found[index], kind=Kind.HEADING)
            plain = 0
        elif not shown and plain < _MOST_PLAIN and heads_plainly(found, index, usual=usual):
            found[index] = replace(found[index], kind=Kind.HEADING)
            plain += 1
        elif found[index].kind is not Kind.FURNITURE:
            plain = 0
    return found


def _are_usual(blocks: Sequence[Block], found: Sequence[Block], business: Sequence[Block]) -> bool:
    """Whether several plain lines were found to be headings, or end in a colon as titles may."""
    made = sum(
        new.kind is Kind.HEADING is not old.kind and not old.strong
        for old, new in zip(blocks, found, strict=True)
    )
    before_colons = sum(_leads_to(line.text, below) for line, below in pairwise(business))
    return max(made, before_colons) >= _FEWEST_USUAL


def _leads_to(text: str, below: Block) -> bool:
    """Whether a colon ends a line that may be a title of the text below it: it labels no people
    and no decision, and leads in to no list.
    """
    title = text.removesuffix(":")
    label = is_people_label(title) or known(title) == "minute" or _labels(title.lower())
    few = len(title.split()) <= _MOST_BEFORE_COLON or _SMALL.search(title) is None
    told = below.kind in (Kind.TEXT, Kind.HEADING) and parse_marker(below.text).number is None
    titled = few and is_titular(title) and not names_position(title)
    return title != text and told and titled and not label


def _shows_nothing(business: Sequence[Block]) -> bool:
    """Whether nothing is set off below the lines of a head that say who came."""
    return bool(business) and not any(b.kind is Kind.HEADING or b.strong for b in business)


def _behind_who_came(blocks: Sequence[Block]) -> int:
    """The place behind the last line of a head that says who came; the end where no line does."""
    came = either("sections", "openings", "came")
    heads = [at for at, block in enumerate(blocks[:_HEAD]) if came.match(block.text)]
    return heads[-1] + 1 if heads else len(blocks)


def _labels(words_: str) -> bool:
    """Whether words in lower case label a section or a line that is no business."""
    return words_ in words("reading_headings", "run_in", "labels") or labels_section(words_)


def _titles_behind_labels(blocks: Sequence[Block]) -> set[int]:
    """The places of titles behind labels; none is of people, a field or what was done."""
    return {
        at
        for at, label in labelled_titles(blocks).items()
        if not (is_people_label(label) or _labels(label.lower()) or known(label) == "minute")
        and not _heads_nothing(blocks[at].text)
        and field(blocks[at].text) is None
    }


def _with_topics(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with lines that call themselves a topic ("Topic: Fees") made headings."""
    topics = {at for at, block in enumerate(blocks) if _names_topic(block)}
    found: list[Block] = []
    for at, block in enumerate(blocks):
        if at not in topics or len(topics) < _FEWEST_TOPICS:
            found.append(block)
            continue
        title, _, rest = block.text.partition("\n")
        found.append(replace(block, kind=Kind.HEADING, text=title))
        found += [replace(block, kind=Kind.TEXT, text=rest, level=None)] if rest else []
    return found


def _names_topic(block: Block) -> bool:
    told = block.kind in (Kind.TEXT, Kind.HEADING) and TOPIC.match(block.text) is not None
    return told and _is_short_line(block.text.partition("\n")[0])


def _are_plain(blocks: Sequence[Block]) -> bool:
    """Whether most well-known headings of a paper, but labels of people, are plain lines."""
    heads = [b for b in blocks if b.kind in (Kind.TEXT, Kind.HEADING) and _heads_business(b.text)]
    plain = sum(b.kind is Kind.TEXT and not b.strong for b in heads)
    return plain > 1 and 2 * plain > len(heads)


def _heads_business(text: str) -> bool:
    words = without_end(text)
    return len(text) <= _LONGEST and known(text) == "section" and not is_people_label(words)


def _numbers_head(blocks: Sequence[Block]) -> bool:
    """Whether numbered lines in bold head sections: nearly all have text of their own below.

    Where they follow each other, as in an agenda, they are items of a list.
    """
    body = [block for block in blocks if block.kind is not Kind.FURNITURE]
    alone = [
        not _is_numbered_line(below) for line, below in pairwise(body) if _is_numbered_line(line)
    ]
    return sum(alone) >= 0.8 * len(alone)


def _is_numbered_line(block: Block) -> bool:
    return block.strong and parse_marker(block.text).number is not None


def _heads(blocks: Sequence[Block], index: int, numbered: bool) -> bool:
    """Whether the words or the look of a text block say that it heads those after it.

    ``numbered`` says that numbered lines in bold are headings here.
    """
    text = blocks[index].text
    if index + 1 == len(blocks) or "\n" in text:
        return False
    if _is_headed_item(text):
        return True
    if known(text):
        return (blocks[index].strong and numbered) or not parse_marker(text).number
    following = next_told(blocks, index)
    return (
        following is not None
        and blocks[index].strong
        and _is_short_line(text)
        and _is_strong_heading(text, numbered)
        and not names_movers(text, following.text, blocks)
    )


def _is_headed_item(text: str) -> bool:
    """Whether a line calls itself an item by number and gives its title: "Item 3 – Fees"."""
    return names_item(text) and len(text) <= _TITLE and bool(parse_marker(text).rest)


def heads_plainly(blocks: Sequence[Block], index: int, *, usual: bool) -> bool:
    """Whether a plain line is a heading by what stands after it, already told, and before it.

    Where such are ``usual`` one word may be, and short words told may follow.
    """
    text = blocks[index].text
    if blocks[index].kind is not Kind.TEXT or "\n" in text or not _is_short_line(text):
        return False
    following = next_told(blocks, index)
    if usual and following is not None and _leads_to(text, following):
        text = text.removesuffix(":")
    label, colon, _ = text.partition(":")
    lists = bool(colon) and is_people_label(label)
    if lists or _FINAL.search(text) or parse_marker(text) or not is_titular(text):
        return False
    if _LABELLED.match(text) or len(text.split()) > _MOST_PLAIN_WORDS or is_task(text):
        return False
    if index and breaks_off(blocks[index - 1].text):
        return False
    told = usual and following is not None and (_tells(following) or is_customary(text))
    if following is None or not (told or _is_body(following)) or _whole("sentence").fullmatch(text):
        return False
    if names_movers(text, following.text, blocks):
        return False
    if _carries_on(following.text) and not text.isupper():
        return False
    shouted = (usual or text.isupper()) and len(text) > _INITIALS
    if _is_short_sentence(following) and (":" in text or (" " not in text and not shouted)):
        return False
    return not (_is_in_list_of_people(blocks, index) or is_among_entries(blocks, index))


def _is_in_list_of_people(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands among short lines below "Present" or the like.

    A line without a bullet is of no list of bullets, and none behind usual business is of people.
    """
    listed = blocks[index].kind is Kind.LIST_ITEM
    for above in reversed(blocks[max(0, index - _MOST_PEOPLE) : index]):
        if is_people_label(_END_MARKS.sub("", parse_marker(above.text).rest)):
            return True
        if (above.kind is Kind.LIST_ITEM and not listed) or is_customary(above.text):
            return False
        if above.rows or not _is_short_line(above.text) or _FINAL.search(above.text):
            return False
    return False


def is_people_label(words: str) -> bool:
    """Whether words are a label over people, such as "Members present"."""
    return _whole("people").fullmatch(words) is not None


def _is_strong_heading(text: str, numbered: bool) -> bool:
    """Whether the words of a line in bold may be those of a heading."""
    marker = parse_marker(text)
    if marker.bullet or marker.listed or _FINAL.search(text.rstrip(":")):
        return False
    return is_titular(marker.rest) and (numbered or not marker.number)


def _is_short_line(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS


def is_titular(text: str) -> bool:
    """Whether a line begins like a title and gives no date, address or person's position."""
    first = text.lstrip("\"'\u2018\u201c#")[:1]
    words = re.findall(r"[^\W\d_]{2,}", text)
    counted = _COUNTED.match(text) or item_number(text)
    opens = first.isupper() or counted or _COMPOUND.match(text)
    if not words or not opens or _whole("never").fullmatch(text):
        return False
    said = field(text)
    if said is not None and said.says in NO_TITLES:
        return False
    return not ("," in text and _position().search(text))


def names_position(text: str) -> bool:
    """Whether words end with what somebody is: "Deputy Mayor"."""
    return _position().search(text) is not None


def _is_body(block: Block) -> bool:
    """Whether a block is something that a heading may stand over."""
    if block.kind is Kind.TEXT:
        if either("verbs", "motions", "records").match(block.text):
            return True
        numbered = parse_marker(block.text).number is not None
        return len(block.text) >= _BODY or numbered or _is_short_sentence(block)
    return True


def _tells(block: Block) -> bool:
    """Whether a text block is told: by a full stop, as in "None.", or as a sum: "USD $1,204.50"."""
    told = block.text.endswith(".") or _SUM.match(block.text) is not None
    return block.kind is Kind.TEXT and told and len(block.text) < _BODY


def _carries_on(text: str) -> bool:
    """Whether a line is a title whose number counts on from another: no line heads it."""
    number = parse_marker(text).number or item_number(text)
    title = len(text) < _BODY and text[-1:] not in ".;"
    return title and number is not None and number.isdigit() and int(number) > 1


def _is_short_sentence(block: Block) -> bool:
    """Whether a text block is a sentence too short to tell by its length that it is body."""
    text = block.text
    if block.kind is not Kind.TEXT or len(text) >= _BODY or not text.endswith("."):
        return False
    return len(text.split()) >= _SAID and parse_marker(text).number is None


@cache
def _whole(kind: str) -> re.Pattern[str]:
    """One pattern for a class of lines in the table of headings."""
    return re.compile("|".join(f"(?:{line})" for line in table("reading_headings")[kind]), re.I)


@cache
def _position() -> re.Pattern[str]:
    """Words of a person's position at the end of a line, or just before a comma or dash."""
    words = "|".join(table("reading_headings")["position"])
    return re.compile(rf"\b(?:{words})s?(?:\s*[-\u2013,(].*|\s+(?:of|for)\s.*)?$", re.IGNORECASE)
