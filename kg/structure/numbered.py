"""Items with numbers: the paragraphs whose numbers run on from one another."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from kg.model import Kind, Paragraph
from kg.reading.numbering import ListStyle, counter
from kg.structure.counts import GAP, Head, all_go_up, counts_up, goes_up, runs_on, taken_early
from kg.structure.inner import uncounted
from kg.structure.labels import label, plain
from kg.structure.people_labels import people_label
from kg.structure.titles import (
    IN_SERIES,
    LONG_TITLE,
    is_sentence,
    number_of,
    stands_over,
    title_span,
)
from kg.structure.unnumbered import headed
from kg.tables.load import either

LETTER = re.compile(r"[a-z]|[ivx]{2,5}")
"""The number of a lettered part, or of one that counts in small Roman numerals."""
_TITLE_LENGTH = 320
_FEWEST_MINUTES = 3
_RUNNING = 100
_YEAR = 4
_MOST = 0.5
_Number = tuple[Paragraph, re.Match[str]]
_RESOLVES = re.compile(r"^\W*[A-Z][.)]\s+(?:That|To)\s+[a-z]")
_DIGITS = re.compile(r"\d+")
_SUMMARIES = frozenset({"action", "decision", "recommendation"})
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WHOLE = re.compile(
    r"(?:[A-Z]{1,5}[/. ]?)?(?P<first>\d{1,4}(?:[a-z](?=/))?)"
    r"(?:\.0|/(?P<second>\d{2,4})(?:/\d{2,4})?)?"
)
_CONTENTS = re.compile(r"\.{4,} *\d{1,3}$")
"""How a line of a table of contents ends: in dots, and the number of a page."""
_NOUGHT = ".0"
_PART = re.compile(r"(?P<of>\d{1,3})(?:\.\d{1,3}){1,2}")


def in_series(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that count I, II, III or, in a series of their own, PC.22, PC.23, PC.24."""
    numbers = [(p, match) for p in paragraphs if (match := _series_number(p)) is not None]
    whole = {p.number for p in paragraphs if p.number is not None}
    found = max((_romans(numbers), *_runs(numbers, whole)), key=len)
    return list(_with_parts(found, paragraphs)) if len(found) >= _FEWEST_MINUTES else []


def _romans(numbers: Sequence[_Number]) -> list[Paragraph]:
    """The paragraphs that count I, II, III."""
    found: list[Paragraph] = []
    for paragraph, match in numbers:
        if match["roman"] == counter(ListStyle.UPPER_ROMAN, len(found) + 1):
            found.append(paragraph)
    return found


def _runs(numbers: Sequence[_Number], whole: Collection[str]) -> Iterator[list[Paragraph]]:
    """The paragraphs in whose numbers one part moves by one while the others stand still.

    What stands still is a series' name or a year, and most numbers of the form have it; any
    other, such as the "21" of "21.44", all have, and no paragraph has it as ``whole`` number.
    Nor are "1.1", "2.1", "3.1" a series where paragraphs have 1, 2 and 3: they are their parts.
    """
    series: dict[tuple[str, str], list[tuple[Paragraph, int]]] = {}
    forms: Counter[str] = Counter()
    for paragraph, match in numbers:
        if match["roman"] or match["letter"]:
            continue
        written = match["number"]
        forms[_DIGITS.sub("#", written)] += 1
        for part in _DIGITS.finditer(written):
            run = series.setdefault((written[: part.start()], written[part.end() :]), [])
            count = int(part.group())
            again = bool(run) and count == run[-1][1] and paragraph.kind is Kind.HEADING
            if not run or count == run[-1][1] + 1 or (again and written[:1].isalpha()):
                run.append((paragraph, count))
    for (before, after), run in series.items():
        share = len(run) / forms[_DIGITS.sub("#", f"{before}0{after}")]
        named = before[:1].isalpha() or len(before) > _YEAR or len(after) > 2
        if not before and after.startswith(".") and all(str(at) in whole for _, at in run):
            continue
        if share > _MOST if named else (share == 1 and before.rstrip(".-") not in whole):
            yield [paragraph for paragraph, _ in run]


def lettered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The longest run of paragraphs that count A, B, C, two at least and none a lead-in."""
    runs: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        match = _series_number(paragraph)
        letter = (match["letter"] or match["roman"]) if match else None
        if letter == "A":
            runs.append([paragraph])
        elif runs[-1] and letter == counter(ListStyle.UPPER_LETTER, len(runs[-1]) + 1):
            runs[-1].append(paragraph)
    found = max(runs, key=len)
    leads = any(p.text.rstrip().endswith((":", ";")) or _RESOLVES.search(p.text) for p in found)
    return found if len(found) > 1 and not leads else []


def _series_number(paragraph: Paragraph) -> re.Match[str] | None:
    """The number of a short paragraph that is no plain number."""
    number = paragraph.number
    if number is not None and _WHOLE.fullmatch(number) and not number.endswith(_NOUGHT):
        return None
    if paragraph.kind is not Kind.HEADING and len(paragraph.text) > _TITLE_LENGTH:
        return None
    return IN_SERIES.match(paragraph.text)


def numbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs whose numbers run on from one another, headings before others.

    Those of a list of actions are none where other paragraphs, or more headings, head items.
    """
    parted = {p.number.split(".")[0] for p in paragraphs if p.number and _PART.fullmatch(p.number)}
    able = [p for p in paragraphs if _may_head(p, parted)]
    if lost := uncounted(able):
        return [*lost]
    tasks = set(_tasks(paragraphs))
    others = [p for p in able if p.ordinal not in tasks]
    found = _in_sequence(others, paragraphs)
    if tasks and not found and len(headed(paragraphs)) <= len(tasks):
        found = _in_sequence(able, paragraphs)
    return list(_with_parts(found, paragraphs))


def _tasks(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The ordinals of the paragraphs that count from 1 right under the heading of actions."""
    head: Paragraph | None = None
    last = 0
    for paragraph in paragraphs:
        if paragraph.kind is Kind.FURNITURE:
            continue
        if head is not None and _is_task(paragraph, last + 1, head):
            last += 1
            yield paragraph.ordinal
        elif last == 0 or paragraph.kind is Kind.HEADING:
            head, last = paragraph if _heads_actions(paragraph) else None, 0


def _is_task(paragraph: Paragraph, count: int, head: Paragraph) -> bool:
    """Whether a paragraph has the next number of a list; a heading below that of the list."""
    deeper = (paragraph.level or 0) > (head.level or 0) > 0
    return paragraph.number == str(count) and (paragraph.kind is not Kind.HEADING or deeper)


def _heads_actions(paragraph: Paragraph) -> bool:
    """Whether a short line without a number is the heading of a list of actions."""
    if paragraph.number is not None:
        return False
    found = label(paragraph)
    if found is not None:
        return found.name == "action" and found.rest is None
    words = plain(paragraph.text) if len(paragraph.text) < LONG_TITLE else ""
    return either("sections", "lists", "own").search(words) is not None


def _in_sequence(able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Those of some paragraphs that count on from one another, headings before others."""
    candidates = _counted(_of_one_form(able))
    headings = [head for head in candidates if head.is_heading]
    early, rising = taken_early(headings)
    chain = [*_counting_to(rising, candidates), *_filled(rising, candidates, paragraphs)]
    if not headings and counts_up(candidates):
        chain = candidates
    elif not goes_up(chain) and not all_go_up(headings):
        titled = [head for head in candidates if head.is_heading or not is_sentence(head.paragraph)]
        found = _chain(titled, paragraphs)
        chain = [*_counting_to(found, candidates), *_filled(found, candidates)]
    chain = [*early, *chain]
    over = headed(paragraphs)
    if _listed_under_one(chain, over) or _lists_actions(chain, over, paragraphs):
        return []
    return [head.paragraph for head in chain]


def _listed_under_one(chain: Sequence[Head], headings: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are a short list under one of the headings, which are far more."""
    few = len(chain) < max(2, len(headings) // 2)
    if not headings or not few or any(head.is_heading for head in chain[1:]):
        return False
    under = {sum(h.ordinal < one.paragraph.ordinal for h in headings) for one in chain}
    return len(under) < 2


def _lists_actions(
    chain: Sequence[Head], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether paragraphs are the list of actions below all headings of the business."""
    if not chain or chain[0].count != 1:
        return False
    first = chain[0].paragraph.ordinal
    above = [p for p in paragraphs[: first - paragraphs[0].ordinal] if _heads(p)]
    found = label(above[-1]) if above else None
    over = len(headings) >= _FEWEST_MINUTES and headings[-1].ordinal < first
    return over and found is not None and found.name == "action"


def _heads(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.HEADING and paragraph.number is None


def _of_one_form(candidates: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Only the minute numbers where items have them ("6/16"): plain numbers are lists in these."""
    minutes = [p for p in candidates if "/" in (p.number or "")]
    kept = len(minutes) >= _FEWEST_MINUTES and candidates[0] is minutes[0]
    return minutes if kept else candidates


def _may_head(paragraph: Paragraph, parted: Collection[str]) -> bool:
    """Whether a numbered paragraph may head an item; a summary only where it has parts."""
    if paragraph.kind in (Kind.TABLE, Kind.FURNITURE) or paragraph.number is None:
        return False
    if not _WHOLE.fullmatch(paragraph.number) or _CONTENTS.search(paragraph.text):
        return False
    start, end = title_span(paragraph)
    summary = _sums_up(paragraph) and paragraph.number not in parted
    return start < end <= start + _TITLE_LENGTH and not summary


def _counted(candidates: Sequence[Paragraph]) -> list[Head]:
    """Each with its count: of "23/045", "23/046" the part that moves."""
    parted = [_WHOLE.fullmatch(p.number or "") for p in candidates]
    slashed = Counter(match["first"] for match in parted if match and match["second"])
    heads = []
    for paragraph, match in zip(candidates, parted, strict=True):
        if match is not None:
            moves = match["second"] and (slashed[match["first"]] > 1 or len(match["second"]) == 3)
            heads.append(
                Head(
                    paragraph, int((match["second"] if moves else match["first"]).rstrip(_LETTERS))
                )
            )
    return heads


def _filled(
    chain: Sequence[Head],
    candidates: Sequence[Head],
    paragraphs: Sequence[Paragraph] = (),
) -> list[Head]:
    """Heads in sequence, with the other paragraphs that carry on their numbers.

    Where the ``paragraphs`` about them are given, those that are of a list are left out.
    """
    filled: list[Head] = []
    for head, following in zip_longest(chain, chain[1:]):
        filled += [head, *_between(head, following, candidates, paragraphs)]
    return filled


def _counting_to(heads: Sequence[Head], candidates: Sequence[Head]) -> Iterator[Head]:
    """The paragraphs that count from 1 up to the first of the heads, if they are all there.

    Numbers that go on from meeting to meeting are told by their size, wherever they begin.
    """
    chain: list[Head] = [*heads[:1]]
    for one in reversed(candidates if heads else ()):
        above = one.paragraph.ordinal < chain[-1].paragraph.ordinal
        if above and one.count == chain[-1].count - 1:
            chain.append(one)
    running = bool(chain) and (chain[0].count >= _RUNNING or runs_on(chain[0].paragraph))
    if running or (chain and chain[-1].count == 1):
        yield from reversed(chain[1:])


def _between(
    before: Head,
    after: Head | None,
    candidates: Sequence[Head],
    paragraphs: Sequence[Paragraph],
) -> Iterator[Head]:
    """The paragraphs that count on from one heading, up to the next; a number may be left out."""
    last = before
    between = [one for one in candidates if _lies_between(one, before, after)]
    counts = {one.count for one in between}
    for one in between:
        left_out = one.count == last.count + GAP and last.count + 1 not in counts
        carries_on = one.count == last.count + 1 or left_out
        if carries_on and not (paragraphs and _in_list(one, paragraphs, (before, last))):
            yield one
            last = one


def _lies_between(one: Head, before: Head, after: Head | None) -> bool:
    """Whether a paragraph stands between two heads and its number between theirs."""
    behind = before.paragraph.ordinal < one.paragraph.ordinal and before.count < one.count
    return behind and (
        after is None
        or (one.paragraph.ordinal < after.paragraph.ordinal and one.count < after.count)
    )


def _chain(candidates: Sequence[Head], paragraphs: Sequence[Paragraph]) -> list[Head]:
    """Paragraphs numbered in sequence that are no list among others."""
    chain: list[Head] = []
    for candidate in candidates:
        if _in_list(candidate, paragraphs, chain):
            continue
        if not chain or 0 < candidate.count - chain[-1].count <= GAP:
            chain.append(candidate)
    return chain


def _with_parts(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The heads of items, each with the headings of its own parts ("7.1" under "7")."""
    for head, following in zip_longest(heads, heads[1:]):
        yield head
        whole = number_of(head).lstrip("*").removesuffix(_NOUGHT)
        end = following.ordinal if following else paragraphs[-1].ordinal + 1
        base = paragraphs[0].ordinal
        below = paragraphs[head.ordinal + 1 - base : end - base]
        parts = lettered(below)
        told = 2 * sum(map(is_sentence, parts)) > len(parts)
        capitals = {p.ordinal for p in parts if p.kind is not Kind.LIST_ITEM or not told}
        for paragraph, after in zip_longest(below, below[1:]):
            if paragraph.ordinal in capitals:
                yield paragraph
                continue
            if after is None:
                break
            number, stands = paragraph.number or "", stands_over(paragraph, after)
            part = _PART.fullmatch(number)
            own = part is not None and part["of"] == whole and not _sums_up(paragraph)
            by_letter = stands and LETTER.fullmatch(number) is not None
            if by_letter or (own and (stands or paragraph.kind is Kind.HEADING)):
                yield paragraph


def _sums_up(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of what was decided or is to be done."""
    found = label(paragraph)
    return found is not None and found.name in _SUMMARIES


def _in_list(candidate: Head, paragraphs: Sequence[Paragraph], chain: Sequence[Head]) -> bool:
    """Whether the paragraph just before carries the number before, and heads nothing itself."""
    people = people_label(candidate.paragraph.text)
    if candidate.is_heading or (people is not None and people.several):
        return False
    at = candidate.paragraph.ordinal - paragraphs[0].ordinal
    before = [p for p in paragraphs[max(0, at - 3) : at] if p.kind is not Kind.FURNITURE]
    if not before or any(head.paragraph is before[-1] for head in chain):
        return False
    last = _counted(before[-1:])
    return bool(last) and candidate.count == last[0].count + 1
