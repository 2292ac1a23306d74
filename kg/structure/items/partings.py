"""Whole ways to part minutes into items, and which of them parts their business best."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from kg.model import Kind, Paragraph
from kg.reading.fields import field
from kg.reading.headings.customary import is_customary
from kg.reading.headings.run_in_titles import names_person
from kg.structure.items.lead_titles import LEAD
from kg.structure.items.matter_words import names_matter
from kg.structure.items.unnumbered import business
from kg.structure.labels import is_bare_minutes, label
from kg.tables.load import matches

Heads = Sequence[tuple[Paragraph, int]]
"""The paragraphs that head items, and where the title of each ends."""

_FEWEST = 2
_LONG = 110
_FEW_WORDS = 12
_NEARLY = 0.75
_MOSTLY = 0.6
_HALF = 0.5
_ENDS = (".", ";", ",", "?", "!")


@dataclass(frozen=True, slots=True)
class _Parting:
    """Paragraphs that may head the items of some business, and those that stand right over more."""

    heads: Sequence[Paragraph]
    over: int
    covered: int

    @property
    def titles(self) -> Sequence[Paragraph]:
        """The heads that open with the name of a matter that no other opens with."""
        names = Counter(head.text[: _end(head)] for head in self.heads)
        return [h for h in self.heads if names[h.text[: _end(h)]] == 1 and _is_title(h)]

    def worth(self, told: int) -> float:
        """How well the business of ``told`` paragraphs is parted; 0 where it is not.

        Nearly all heads are titles, half stand over what was said of them, and little of the
        business stands above the first or below the last.
        """
        count, titled = len(self.heads), len(self.titles)
        if titled < max(_FEWEST, _NEARLY * count):
            return 0
        over, covered = self.over / count, self.covered / told
        usual = sum(is_customary(h.text) for h in self.titles)
        good = over >= _HALF and covered >= _MOSTLY
        return (titled + usual) / count + over + covered if good else 0


def parted(paragraphs: Sequence[Paragraph]) -> Heads:
    """The heads of the way that parts minutes best: bullets of the first depth, or short lines
    over text; none where no way parts most of their business.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    below = _below_head(shown)
    ways: tuple[Callable[[Sequence[Paragraph]], _Parting], ...] = (_by_bullets, _by_lines)
    found = [way(below) for way in ways] if below else []
    worth = partial(_Parting.worth, told=len(below))
    best = max(found, key=worth, default=None)
    if best is None or not worth(best):
        return ()
    return [(head, _end(head)) for head in best.titles]


def _below_head(shown: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The business: what stands below who came, and below a last heading that announces it."""
    below = shown[business(shown) :]
    heads = [at for at, p in enumerate(below) if p.kind is Kind.HEADING and _announces(p)]
    return below[heads[-1] + 1 :] if heads else below


def _announces(heading: Paragraph) -> bool:
    """Whether a heading only says that the minutes follow: "Notes", "Agenda"."""
    return is_bare_minutes(heading.text) or matches(heading.text, "sections", "items", "announces")


def _by_bullets(below: Sequence[Paragraph]) -> _Parting:
    """The bullets of the first depth, over deeper ones or text."""
    bullets = [p for p in below if p.kind is Kind.LIST_ITEM and p.number is None]
    outer = min((p.level or 1 for p in bullets), default=1)

    def is_more(after: Paragraph) -> bool:
        deeper = after.kind is Kind.LIST_ITEM and (after.level or 1) > outer
        return after.kind is Kind.TEXT or deeper

    return _parting([p for p in bullets if (p.level or 1) == outer], below, is_more)


def _by_lines(below: Sequence[Paragraph]) -> _Parting:
    """The short lines, each right over a longer paragraph."""
    text = [p for p in below if p.kind is Kind.TEXT and p.number is None]
    lines = [p for p in text if _end(p) == len(p.text) and _is_title(p)]
    return _parting(lines, below, lambda after: len(after.text) > _LONG)


def _parting(
    heads: Sequence[Paragraph],
    below: Sequence[Paragraph],
    is_more: Callable[[Paragraph], bool],
) -> _Parting:
    """Some heads, with how many have more below them and how much of the business they cover."""
    known = {head.ordinal for head in heads}
    pairs = zip_longest(below, below[1:])
    over = sum(
        p.ordinal in known and ("\n" in p.text or (after is not None and is_more(after)))
        for p, after in pairs
    )
    return _Parting(heads, over, sum(1 for _ in _within(below, known)))


def _within(below: Sequence[Paragraph], known: set[int]) -> Iterator[Paragraph]:
    """The paragraphs from the first head on, but for those below a heading that is none."""
    inside = False
    for paragraph in below:
        if paragraph.ordinal in known:
            inside = True
        elif paragraph.kind is Kind.HEADING:
            inside = False
        if inside:
            yield paragraph


def _end(head: Paragraph) -> int:
    """Where the title ends that a paragraph opens with: at a sign that parts it, or a line."""
    match = LEAD.match(head.text)
    return match.end() if match else len(head.text.split("\n")[0])


def _is_title(head: Paragraph) -> bool:
    """Whether a paragraph opens with the name of a matter, in few words, and tells nothing."""
    title = head.text[: _end(head)].rstrip(" :–—-")
    brief = len(title) <= _LONG and len(title.split()) <= _FEW_WORDS
    if not brief or title.endswith(_ENDS) or names_person().match(title):
        return False
    return field(head.text) is None and label(head) is None and names_matter(title)
