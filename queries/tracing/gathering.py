"""Gathering the passages that are steps of a matter: by words, meaning, titles and links."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from embeddings.facts import FactIndex, Wanted
from embeddings.passages import PASSED_OVER
from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.graphs.place import Place, facts_stated, places
from queries.retrieval.evidence import evidence
from queries.retrieval.repeats import without_repeats
from queries.search import Searcher
from queries.tracing.councils import own_place, without_elsewhere
from queries.tracing.dating import PassageDays, Time, is_told_apart, tells_of_past
from queries.tracing.foremost import foremost
from queries.tracing.linked import linked, told_again, told_done
from queries.tracing.moments import going_on, is_marked, is_titled
from queries.tracing.paragraphs import (
    paragraphs_near,
    paragraphs_numbered,
    paragraphs_of_actions,
    paragraphs_under,
)
from queries.tracing.steps import (
    SPOKEN_OF_NAME,
    Belonging,
    Piece,
    bare,
    belonging,
    beside,
    ends_item,
    finds,
    following,
    joined,
    listed,
    nearest,
    noted,
    numbered,
    openings,
    pieces,
)
from queries.tracing.subject import RELATED, Subject, names
from queries.understanding.question import Question

MOST = 40
"""The most steps a history has."""
WIDE = 200
"""How many passages words, meaning and facts each propose."""
GOING_ON = 4
"""How many passages may go on from one that names the matter."""
ASLEEP = timedelta(days=731)
"""What comes longer than this before or after all that names a matter must say more of it."""
_STATED = 0.5
"""What it adds to a step's weight that it states a decision, a request or an action."""
_DECIDES = 1.0
"""What it adds besides that it states a decision: details crowd none out."""
_BY_TITLE = frozenset({"names-it", "under-its-title"})
"""The rules by which whatever a passage states is the matter's own."""
_IN_WORDS = frozenset({"names-it", "speaks-of-it"})
"""The rules by which the words of a passage are of the matter."""
FEW = 3
"""Where no more passages than this tell of a matter, what only comes near is looked at too."""
_SETTLES = frozenset({"assigned", "decided"})
"""The kinds of step that settle something on an item."""
_SEVERAL = 2
"""How many passages on an item are of the matter where the item is."""


def pool(searcher: Searcher, question: Question) -> dict[str, Place]:
    """The paragraphs that share words with a matter, and those that state facts of it."""
    keywords = searcher.library.keywords.search(question.keywords, WIDE)
    stating = evidence(searcher.library.facts, question)[:WIDE]
    found = dict.fromkeys([*(hit.id for hit in keywords), *stating])
    held = places(searcher.graph, found)
    return {iri: place for iri, place in held.items() if place.form not in PASSED_OVER}


def likenesses(
    searcher: Searcher, subject: Subject, shared: Mapping[str, Place]
) -> dict[str, float]:
    """The paragraphs nearest to a matter in meaning, and how near (cosine).

    None where it is a name of a few words that passages use: what has such a name is not told of
    without it.
    """
    if subject.short and any(subject.calls(place.text) for place in shared.values()):
        return {}
    vector = searcher.library.encoder.encode([subject.question.text])[0]
    return {hit.id: hit.score for hit in searcher.library.vectors.search(vector, WIDE)}


def gathered(
    searcher: Searcher,
    subject: Subject,
    shared: Mapping[str, Place],
    days: PassageDays,
    time: Time,
) -> list[Belonging]:
    """The passages that are steps of a matter, the surest first, at most ``MOST``.

    ``shared`` are paragraphs that share words with it. Only papers of that ``time`` count.
    """
    alike = likenesses(searcher, subject, shared)
    facts = searcher.library.facts
    gathering = _Gathering(searcher.graph, facts, subject, alike, days, time, dict(shared))
    return gathering.all(shared) or surest(_noted(searcher, subject, days, time))


def _noted(
    searcher: Searcher, subject: Subject, days: PassageDays, time: Time
) -> Iterator[Belonging]:
    """What the notes beside the matter of a paper tell: where nothing else does, they count."""
    found = searcher.library.keywords.search(subject.question.keywords, WIDE)
    for place in places(searcher.graph, [hit.id for hit in found]).values():
        if place.form in PASSED_OVER and time.holds(days.of(place)):
            told = noted(subject, Piece(place, 0, len(place.text), ()))
            if told is not None:
                yield told


@dataclass(frozen=True, slots=True)
class _Gathering:
    graph: KnowledgeGraph
    facts: FactIndex
    subject: Subject
    alike: Mapping[str, float]
    days: PassageDays
    time: Time
    known: dict[str, Place]
    """The places read so far, by paragraph."""

    def all(self, shared: Mapping[str, Place]) -> list[Belonging]:
        under = self._under(self._titled())
        held = self._places([*shared, *under, *self.alike])
        turns = self._turning(held, [one for one in under if one in held])
        parts = self._pieces(held)
        some = [
            belonging(self._within(one), one, turns.get(one.place.paragraph), self._likeness(one))
            for one in parts
        ]
        told = _given(some)
        if len(told) <= FEW:
            told += self._nearest(parts, told)
        named = list(foremost(near_in_time(told, [self.days.of(one.piece.place) for one in told])))
        named += self._numbered()
        found = [*named, *self._beside(named), *self._bare(named), *self._linked(named)]
        found += self._going_on(found)
        return surest([*found, *self._listed(parts, found)])

    def _nearest(self, parts: Sequence[Piece], told: Sequence[Belonging]) -> list[Belonging]:
        """What comes nearest to a matter of which hardly anything is told in its own words."""
        held = {(one.piece.place.paragraph, one.piece.start) for one in told}
        return _given(
            nearest(self._within(one), one, self._likeness(one))
            for one in parts
            if (one.place.paragraph, one.start) not in held
        )

    def _within(self, piece: Piece) -> Subject:
        """The matter as the papers of a piece speak of it."""
        return self.subject.within(own_place(piece.place))

    def _titled(self) -> list[str]:
        """The reports and items whose titles name the matter."""
        told = (
            one
            for kind in ("Report", "AgendaItem")
            for weights, forms, least in self.subject.titles()
            for one in self.facts.speaking(Wanted(kind), weights, forms, least)
        )
        return sorted({one.iri for one in told if names(self.subject, one.words)})

    def _under(self, things: Sequence[str]) -> list[str]:
        """The paragraphs of items and reports, without those below a heading that ends them."""
        held = self._places(paragraphs_under(self.graph, things))
        return [iri for iri, place in held.items() if not ends_item(place)]

    def _places(self, paragraphs: Iterable[str]) -> dict[str, Place]:
        """The places of paragraphs, each read once."""
        some = dict.fromkeys(paragraphs)
        self.known.update(places(self.graph, some.keys() - self.known.keys()))
        return {one: self.known[one] for one in some if one in self.known}

    def _pieces(self, held: Mapping[str, Place]) -> list[Piece]:
        near = without_elsewhere(held, self.subject.question.terms)
        kept = {iri: place for iri, place in near.items() if self.time.holds(self.days.of(place))}
        facts = facts_stated(self.graph, kept)
        return [part for iri, place in kept.items() for part in pieces(place, facts.get(iri, ()))]

    def _likeness(self, piece: Piece) -> float:
        """The likeness of a piece's paragraph, none where it is told of another time: in a paper
        too late for the matter, or of a past day or year of its own.
        """
        near = self.alike.get(piece.place.paragraph, 0.0)
        if not near:
            return near
        paper = self.days.of(piece.place)
        apart = not piece.row and is_told_apart(self.subject.best(piece.text), paper)
        return near if self.time.is_near(paper) and not apart else 0.0

    def _turning(self, held: Mapping[str, Place], under: Sequence[str]) -> dict[str, bool]:
        """For what stands under a title that names the matter, whether it is more than a detail."""
        first = openings(held[one] for one in under)
        turns = {
            one: one in first
            or tells_of_past(held[one], self.days.of(held[one]))
            or finds(held[one].text)
            for one in under
        }
        for iri, place in held.items():
            if iri not in turns and names(self.subject, place.last_heading):
                turns[iri] = True
        return turns

    def _numbered(self) -> list[Belonging]:
        """The recommendations that the matter names by number."""
        stated = paragraphs_numbered(self.graph, self.subject.numbers)
        return _given(
            numbered(self.subject, one, stated[one.place.paragraph])
            for one in self._pieces(self._places(stated))
        )

    def _beside(self, named: Sequence[Belonging]) -> list[Belonging]:
        """What stands on the same items as the steps that decide or recommend, where the titles
        of those items share a good part of the matter's words; and what became of their actions.
        """
        things = self._things(one for one in named if one.rule == "names-it" and one.concerns)
        under = self._under(things)
        actions = paragraphs_of_actions(self.graph, things)
        logged = {one: some for one, some in actions.items() if one not in under}
        held = self._places([*under, *logged])
        return _given(
            beside(self.subject, one, logged.get(one.place.paragraph, frozenset()))
            for one in self._pieces(held)
        )

    def _bare(self, named: Sequence[Belonging]) -> list[Belonging]:
        """What is decided or given out in words that name nothing ("noted the report"), on items
        where several passages are of the matter and no decision or action is.
        """
        spoken = [one for one in named if one.rule in _IN_WORDS | _BY_TITLE]
        settled = set(self._things(one for one in spoken if one.kind in _SETTLES and one.concerns))
        times = Counter(self._things(spoken))
        several = [one for one, count in times.items() if count >= _SEVERAL and one not in settled]
        held = self._places(self._under(several))
        return _given(
            bare(self.subject, one)
            for one in self._pieces(held)
            if self.time.is_near(self.days.of(one.place))
        )

    def _going_on(self, found: Sequence[Belonging]) -> list[Belonging]:
        """What goes on from a passage that names the matter and opens what stands under a heading
        of some other name.
        """
        named = [one.piece.place for one in found if one.rule == "names-it"]
        opening = [
            one
            for one in named
            if (one.form == "text" or is_marked(one)) and not is_titled(self.subject, one)
        ]
        iris = sorted({place.paragraph for place in opening})
        near = self._places(paragraphs_near(self.graph, iris, GOING_ON + 1))
        behind = [one for place in opening for one in going_on(place, near.values(), GOING_ON)]
        return _given(
            following(self.subject, one)
            for one in self._pieces({place.paragraph: place for place in behind})
        )

    def _things(self, some: Iterable[Belonging]) -> list[str]:
        """The items and reports that passages stand on, once for each of them, where the titles
        share a good part of the matter's words.
        """
        return sorted(
            thing.iri
            for one in some
            for thing in (one.piece.place.item, one.piece.place.report)
            if thing is not None
            and self.subject.held(thing.title or "") >= RELATED
            and not self.subject.lacks(thing.title or "")
        )

    def _linked(self, named: Sequence[Belonging]) -> list[Belonging]:
        """What states the decisions, actions and later tellings that links join to the matter, and
        what tells that the things of its actions are there.
        """
        sure = (one.concerns for one in named if one.rule == "names-it" and one.concerns)
        joining = linked(self.graph, sure)
        followed = self._followed(named)
        for paragraph, facts in told_again(self.graph, followed).items():
            joining[paragraph] = joining.get(paragraph, frozenset()) | facts
        done = told_done(self.graph, followed)
        return _given(
            joined(self.subject, one, joining.get(at, frozenset()), done.get(at))
            for one in self._pieces(self._places([*joining, *done]))
            for at in [one.place.paragraph]
        )

    def _followed(self, named: Sequence[Belonging]) -> set[str]:
        """The facts whose later tellings belong: those of the matter's own passages, and those
        whose words share a good part of the matter's.
        """
        own = {one.concerns for one in named if one.rule in _BY_TITLE and one.concerns}
        facts = (fact for one in named for fact in one.piece.facts)
        return own | {fact.iri for fact in facts if self.subject.share(fact.label) >= RELATED}

    def _listed(self, parts: Sequence[Piece], found: Sequence[Belonging]) -> list[Belonging]:
        """The items of agendas that name the matter, where nothing found of their meeting stands
        on an item that does; and those that are alike, where nothing found is of it at all.
        """
        told = {one.piece.place.meeting for one in found}
        items = [(one.piece.place.meeting, one.piece.place.item) for one in found]
        named = {of for of, item in items if item and names(self.subject, item.title or "")}
        return _given(
            listed(self.subject, one, self._likeness(one) if of not in told else 0.0)
            for one in parts
            for of in [one.place.meeting]
            if of is not None and of not in named
        )


def near_in_time(found: Sequence[Belonging], days: Sequence[date | None]) -> list[Belonging]:
    """What belongs, each of its day, without what hardly speaks of the matter and lies years apart
    from all that names it.
    """
    told = list(zip(found, days, strict=True))
    named = [day for one, day in told if day and one.rule in _BY_TITLE]
    return [
        one
        for one, day in told
        if one.rule in _BY_TITLE
        or (one.rule == "speaks-of-it" and one.share >= SPOKEN_OF_NAME)
        or day is None
        or min((abs(day - other) for other in named), default=ASLEEP) <= ASLEEP
    ]


def _given(found: Iterable[Belonging | None]) -> list[Belonging]:
    return [one for one in found if one is not None]


def surest(found: Iterable[Belonging]) -> list[Belonging]:
    """Each passage once, by the rule first found, the surest first, without repeats in a paper."""
    sure: Mapping[str, float] = table("trace")["weight"]

    def order(one: Belonging) -> tuple[float, str, int]:
        weight = sure[one.rule] + one.share
        if one.concerns is not None:
            weight += _STATED + _DECIDES * (one.kind == "decided")
        return -weight, one.piece.place.paragraph, one.piece.start

    each = {(one.piece.place.paragraph, one.piece.start): one for one in reversed(list(found))}
    kept = sorted(each.values(), key=order)
    apart = without_repeats(kept, lambda one: one.piece.text, lambda one: one.piece.place.document)
    return [one for one, _ in zip(apart, range(MOST), strict=False)]
