"""Items with numbers: the paragraphs whose numbers run on from one another."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, zip_longest

from kg.counting import FEWEST, FEWEST_PLAIN, RUNNING, is_roman_pair
from kg.model import Kind, Paragraph
from kg.structure.items.counts import GAP, Head, all_go_up, counts_up, goes_up, runs_on, taken_early
from kg.structure.items.forms import of_one_form
from kg.structure.items.inner import uncounted
from kg.structure.items.left_out import resumed
from kg.structure.items.not_items import are_lines
from kg.structure.items.numbered_parts import (
    PART,
    TITLE_LENGTH,
    WHOLE,
    by_series,
    has_series_number,
    inner_series,
    lettered,
    sums_up,
    whole_count,
    with_parts,
)
from kg.structure.items.sectioned import in_sections
from kg.structure.items.tasks import task_ordinals
from kg.structure.items.titles import (
    LONG_TITLE,
    is_sentence,
    is_title,
    title_span,
)
from kg.structure.items.unnumbered import business, headed
from kg.structure.labels import is_bare_agenda, label
from kg.structure.people_labels import people_label
from kg.tables.load import matches

_CLOSING = 6
_FEW_BETWEEN = 0.25
_FEW_AMONG = 4
_CLAUSE = 4
_ONLY_DIGITS = re.compile(r"[\d./ -]+")
_THAT = re.compile(r"That\b[^.]*:\s*$")
_CONTENTS = re.compile(r"\.{4,} *\d{1,3}$")
"""How a line of a table of contents ends: in dots, and the number of a page."""


def in_count(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that count on from one another, in numbers or letters of any form.

    A series that is only part of what has numbers is the list of an item, and so is a shorter one
    that begins behind the first number.
    """
    series, whole = in_series(paragraphs), numbered(paragraphs)
    is_part = {p.ordinal for p in series} < {p.ordinal for p in whole}
    is_behind = bool(series and whole) and series[0].ordinal > whole[0].ordinal
    is_part = is_part or (is_behind and len(series) < len(whole))
    return (whole if is_part else series) or whole or lettered(paragraphs)


def in_series(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the longest count in a form that no list has: "IV.", "PC.22", "43.15".

    Each of them is short, or a heading.
    """
    runs = [run for run in by_series(paragraphs) if all(map(has_series_number, run))]
    inner = inner_series(paragraphs)
    found = max((run for run in runs if run[0].ordinal not in inner), key=len, default=[])
    found = _counted_last(found)
    return list(with_parts(found, paragraphs, inner)) if _is_long(found) else []


def _counted_last(run: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Of paragraphs that count from the first number again, as minutes do below the list of
    their agenda, the last count.
    """
    first = run[0].counted if run else None
    starts = [
        at for at, p in enumerate(run) if first and p.counted and p.counted.path == first.path
    ]
    again = [at for at in starts if FEWEST <= at <= len(run) - FEWEST]
    return run[again[-1] :] if again else run


def _is_long(run: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are a count: three, or two whose numbers a word calls or that shout, or
    that are the headings "I" and "II".
    """
    called = run and run[0].counted is not None and run[0].counted.series[:1].islower()
    shouted = all(p.text[title_span(p)[0] :].isupper() for p in run)
    headings = all(p.kind is Kind.HEADING for p in run)
    roman = headings and is_roman_pair([p.number for p in run])
    return len(run) >= (FEWEST_PLAIN if called or shouted or roman else FEWEST)


def numbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs whose numbers run on from one another, headings before others.

    Those of a list of actions are none where other paragraphs, or more headings, head items.
    """
    parted = {p.number.split(".")[0] for p in paragraphs if p.number and PART.fullmatch(p.number)}
    parted |= {p.number for p, after in pairwise(paragraphs) if p.number and _is_told_of(p, after)}
    inner = inner_series(paragraphs)
    able = [p for p in paragraphs if _may_head(p, parted) and p.ordinal not in inner]
    if lost := uncounted(able):
        return [*lost]
    tasks = set(task_ordinals(paragraphs))
    others = [p for p in able if p.ordinal not in tasks]
    found = in_sections(able, paragraphs) or _in_sequence(others, paragraphs)
    listed = are_lines([p for p in able if p.ordinal in tasks], paragraphs)
    if tasks and not listed and not found and len(headed(paragraphs)) <= len(tasks):
        found = _in_sequence(able, paragraphs)
    heads: Sequence[Paragraph] = found or _all_business(others, paragraphs)
    if len(heads) < 2:
        heads = _rising(others, paragraphs) or heads
    heads = [*heads, *resumed(heads, others, paragraphs)]
    heads = [*heads, *_begun_again(heads, others, paragraphs)]
    return list(with_parts(heads, paragraphs, inner))


def _begun_again(
    heads: Sequence[Paragraph], able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    """The headings behind numbered ones that count from 1 again, once or more, if they are
    several titles; with what carries on their numbers.
    """
    last = heads[-1].ordinal if heads and heads[-1].kind is Kind.HEADING else None
    behind = _counted([p for p in able if last is not None and p.ordinal > last])
    anew = [one for one in behind if one.is_heading]
    steps = pairwise([0, *(one.count for one in anew)])
    again = all(count in (1, before + 1) for before, count in steps)
    if len(anew) < FEWEST or not again or not all(is_title(one.paragraph) for one in anew):
        return ()
    return [one.paragraph for one in _filled(anew, behind, paragraphs)]


def _rising(able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs whose numbers rise by any step, where all are titles that stand over more."""
    base = paragraphs[0].ordinal if paragraphs else 0
    counts = [one.count for one in _counted(able)]
    after = [next(iter(paragraphs[p.ordinal + 1 - base :]), None) for p in able]
    over = all(below is not None and below.number is None for below in after)
    rises = len(counts) == len(able) and all(a < b for a, b in pairwise(counts))
    return able if len(able) > 1 and rises and over and all(map(is_title, able)) else ()


def _all_business(
    able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    """The paragraphs that count from 1 where they are all the business: sentences often.

    They begin right behind those who came, and little stands behind the last.
    """
    counted: list[Paragraph] = []
    last = 0
    for paragraph in able:
        if paragraph.number in (str(last + 1), str(last + GAP)) and (counted or last + 1 == 1):
            counted.append(paragraph)
            last = int(paragraph.number)
    amid = [p for p in headed(paragraphs) if not counted or p.ordinal > counted[0].ordinal]
    if len(counted) < FEWEST or amid:
        return []
    base = paragraphs[0].ordinal
    told = [
        p.ordinal - base >= business(paragraphs) and len(p.text) > LONG_TITLE for p in paragraphs
    ]
    before, behind = told[: counted[0].ordinal - base], told[counted[-1].ordinal - base + 1 :]
    return counted if sum(before) < GAP and len(behind) <= _CLOSING else []


def _in_sequence(able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Those of some paragraphs that count on from one another, headings before others."""
    candidates = _counted(of_one_form(able))
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
    if _heads_all(chain, paragraphs):
        return [chain[0].paragraph]
    if _listed_under_one(chain, over, paragraphs) or _lists_actions(chain, over, paragraphs):
        return []
    if _begin_again(candidates, over):
        return []
    return [head.paragraph for head in chain]


def _heads_all(chain: Sequence[Head], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether all business stands in the parts of a heading with the number 1: "1.1", "1.2"."""
    if len(chain) != 1 or not chain[0].is_heading:
        return False
    parts = [p.number for p in paragraphs if p.kind is Kind.HEADING and p.number]
    return parts[:FEWEST] == ["1", "1.1", "1.2"]


def _listed_under_one(
    chain: Sequence[Head], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether paragraphs are short lists under few of the headings, which are far more.

    One that a sentence leads in to need only be shorter than the headings are many.
    """
    led_in = bool(chain) and _is_led_in(chain[0].paragraph, paragraphs)
    few = len(chain) < (len(headings) if led_in else max(2, len(headings) // 2))
    if not headings or not chain or not few or any(head.is_heading for head in chain[1:]):
        return False
    first, last = chain[0].paragraph.ordinal, chain[-1].paragraph.ordinal
    between = sum(first < h.ordinal < last for h in headings)
    return between <= _FEW_BETWEEN * len(headings)


def _is_led_in(first: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the words right above a list begin a sentence that it ends: "They met for:"."""
    above = paragraphs[max(0, first.ordinal - 1 - paragraphs[0].ordinal)]
    words_ = above.text.rstrip()
    led_in = above.kind is Kind.TEXT and words_.endswith(":") and len(words_.split()) >= _CLAUSE
    return led_in and not is_bare_agenda(words_) and people_label(words_) is None


def _begin_again(candidates: Sequence[Head], headings: Sequence[Paragraph]) -> bool:
    """Whether paragraphs count from 1 under several headings, most of those that have a list.

    Numbered headings under more than one of them are no lists, if they are not few.
    """
    under = [(sum(h.ordinal < one.paragraph.ordinal for h in headings), one) for one in candidates]
    many = _FEW_AMONG * sum(one.is_heading for one in candidates) >= len(candidates)
    if many and len({at for at, one in under if one.is_heading}) > 1:
        return False
    over = {at for at, _ in under}
    anew = {at for at, one in under if one.count == 1}
    return len(anew - {0}) >= FEWEST and 2 * len(anew) > len(over)


def _lists_actions(
    chain: Sequence[Head], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether paragraphs are a list of actions, or an agenda, below all headings of business."""
    if not chain or chain[0].count != 1:
        return False
    first = chain[0].paragraph.ordinal
    above = [p for p in paragraphs[: first - paragraphs[0].ordinal] if _heads(p)]
    found = label(above[-1]) if above else None
    over = len(headings) >= FEWEST and headings[-1].ordinal < first
    agenda = bool(above) and is_bare_agenda(above[-1].text)
    return over and (agenda or (found is not None and found.name == "action"))


def _heads(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.HEADING and paragraph.number is None


def _may_head(paragraph: Paragraph, parted: Collection[str]) -> bool:
    """Whether a numbered paragraph may head an item; a summary only where it is ``parted``, as one
    that has parts or of which is told what was said.
    """
    if paragraph.kind in (Kind.TABLE, Kind.FURNITURE) or paragraph.number is None:
        return False
    if paragraph.inside is not None or not WHOLE.fullmatch(paragraph.number):
        return False
    if _CONTENTS.search(paragraph.text):
        return False
    start, end = title_span(paragraph)
    if _THAT.match(paragraph.text, start) or _ONLY_DIGITS.fullmatch(paragraph.text, start):
        return False
    summary = sums_up(paragraph) and paragraph.number not in parted
    return start < end <= start + TITLE_LENGTH and not summary


def _is_told_of(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether below the heading of a list of actions it is told that it was taken ("Noted.")."""
    found = label(paragraph)
    below = after.kind is Kind.TEXT and after.number is None and after.text.endswith(".")
    over = below and found is not None and found.name == "action"
    return over and matches(after.text, "sections", "items", "list_taken")


def _counted(candidates: Sequence[Paragraph]) -> list[Head]:
    """Those that have a whole number, each with its count."""
    counts = ((paragraph, whole_count(paragraph)) for paragraph in candidates)
    return [Head(paragraph, count) for paragraph, count in counts if count is not None]


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
    """The paragraphs that count from 1 up to the first of the heads; the first may be lost.

    So may one between, where no other paragraph has its number. Numbers that go on from meeting
    to meeting are told by their size, wherever they begin.
    """
    chain: list[Head] = [*heads[:1]]
    counts = {one.count for one in candidates}
    for one in reversed(candidates if heads else ()):
        last = chain[-1]
        above = one.paragraph.ordinal < last.paragraph.ordinal
        lost = one.count == last.count - GAP and last.count - 1 not in counts
        if above and (lost or one.count == last.count - 1):
            chain.append(one)
    running = bool(chain) and (chain[0].count >= RUNNING or runs_on(chain[0].paragraph))
    if running or (chain and chain[-1].count <= GAP):
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
    for at, candidate in enumerate(candidates):
        if _in_list(candidate, paragraphs, chain):
            continue
        if not chain or _steps_on(chain[-1], candidate, candidates[at + 1 :]):
            chain.append(candidate)
    return chain


def _steps_on(last: Head, one: Head, behind: Sequence[Head]) -> bool:
    """Whether a number is little above the last; of a title a few may be left out for good."""
    left_out = range(last.count + 1, one.count)
    if 0 < one.count - last.count <= GAP:
        return True
    few = 0 < len(left_out) <= GAP + 1 and is_title(one.paragraph)
    return few and not any(other.count in left_out for other in behind)


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
