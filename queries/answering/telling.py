"""Which of the nearest passages tell the kind of thing that a question asks for."""

import re
from collections.abc import Collection
from dataclasses import replace

from kg.tables.load import matches, table
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.distance import EXACT, IN_OTHER_WORDS, SPOKEN
from queries.answering.choosing.doing import called, doers, firms, happened, with_agents
from queries.answering.choosing.exactly import binding, bounding
from queries.answering.choosing.finding import findings
from queries.answering.choosing.holders import asks_holder, names_holder, naming_holders
from queries.answering.choosing.listing import (
    all_points,
    is_point,
    lead_of,
    leads,
    other_points,
    other_rows,
    outcome_of,
    reply_to,
    rest_of_sentence,
)
from queries.answering.choosing.marks import marked
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.of_one import of_that_sum, speaking_of
from queries.answering.choosing.people_named import mentioned_in, naming_asked
from queries.answering.choosing.put_otherwise import nearest_showing
from queries.answering.choosing.told import Stretch, Told, each_once
from queries.answering.choosing.under_leads import names_behind, names_only, under_lead
from queries.answering.choosing.whole_lists import lists_names, things_asked
from queries.answering.refusing.referring import of_references
from queries.graphs.place import Place, naming_people
from queries.retrieval.ranking import in_place
from queries.search import Hit
from queries.texts.lines import only_leads
from queries.texts.wording import says, stems, tokens
from queries.understanding.periods import times_in
from queries.understanding.question import OPEN

ALIKE = 0.5
"""From this likeness a passage may tell what is asked without a word of the question."""
_HALF = 0.5
_MOST = 0.9
_ON_IT = 0.6
"""The least share of the subject of what is on it."""
OUTCOMES = 5
"""The last rank of a hit with which what came of it is told."""
LINE = 20
"""The most words of a line that only lists an item."""
RESOLVING = frozenset({"Decision", "Recommendation"})
"""The facts that say what is done and not why."""
_SMALL = 3
"""Words up to this length may be small in a title."""
_OF_ONE = frozenset({"email", "finding", "money", "party", "phone", "request"})
"""What is told of one thing, so that a passage about another thing tells nothing."""
_OF_A_MATTER = frozenset({"request", "mover", "vote", "tally"})
"""What is told of a matter, so that a passage must speak of more than half of it."""
_ITEM = frozenset({"AgendaItem"})
_NAMING = _ITEM | {"Attendance", "Membership", "Report"}
"""The facts that name somebody or something."""
_OPENS = re.compile(r"(?:[\d.]+|[a-z][.)])?\W*[A-Z][a-z]+\b(?= (?:\(|[A-Z-])|\W*$|,)")
"""How a point opens with a name."""
_PARTED = re.compile(r"\w(?::| [–-]) \w")
"""What a short line says of a thing it names ("Roof repairs - quotes awaited")."""
CLASSES = {"person": "Person", "council": "Council"}


def telling(asking: Asking) -> list[Told]:
    """The hits that name the kind of thing the question asks for, and speak of the rest.

    A hit speaks of the rest when it has half as many words of the question as the best one,
    not counting the word for the thing itself; the nearest hit may say it in other words.
    """
    expects = asking.question.expects
    result = asking.result
    unknown = [hit for hit in result.hits if not asking.question.excepts(hit.place.text)]
    found_in = (_whole(asking, hit) for hit in of_references(asking, unknown or result.hits))
    whole = each_once(found_in, by=lambda one: one.hit.place.paragraph)
    people = naming_asked(asking, result.hits)
    saying = [one for one in whole if one.hit.place.paragraph in people or _tells(asking, one)]
    saying = saying or whole
    if expects is None:
        return _of_no_kind(asking, saying, people)
    return _of_kind(asking, expects, whole, saying)


def _of_no_kind(asking: Asking, saying: list[Told], people: Collection[str]) -> list[Told]:
    """Those of the passages that tell what a question asks which names no kind of thing."""
    ours = _presented(asking, saying) if asking.question.way == "presenter" else saying
    if asks_holder(asking):
        ours = naming_holders(asking, ours)
    return _asked_first(asking, called(asking, firms(asking, doers(asking, ours))), people)


def _of_kind(asking: Asking, expects: str, whole: list[Told], saying: list[Told]) -> list[Told]:
    """Those of the passages that have a thing of the kind asked for; ``whole`` are all of them."""
    concluded = says(asking.question.text, "put_by")
    kept = saying if concluded else _speaking_as_much(asking, expects, saying)
    if expects in CLASSES:
        named = mentioned_in(asking.graph, [one.hit.place.paragraph for one in kept])
        wanted = CLASSES[expects]
        ours = [one for one in kept if wanted in named.get(one.hit.place.paragraph, ())]
        return doers(asking, ours or (_placed(asking, kept) if expects == "council" else []))
    if expects == "date" and says(asking.question.text, "next"):
        announcing = [one for one in whole if _announces(asking, one.hit.place)]
        if announcing or not asking.question.subject:
            return announcing
    if expects == "clock" and (at_bounds := bounding(asking, whole)) is not None:
        return at_bounds
    agents = with_agents if expects == "mover" else str
    shown = [one for one in kept if matches(agents(one.text), "questions", "shows", expects)]
    if expects in _OF_A_MATTER:
        shown = [one for one in shown if asking.share(with_titles(one.hit.place)) > _HALF]
    if expects == "finding":
        shown = findings(asking, shown)
    if expects in EXACT:
        if expects == "date":
            others = (one for one in whole if one not in shown)
            shown += [one for one in others if matches(one.text, "questions", "shows", expects)]
        anywhere = expects == "number" or says(asking.question.text, "average")
        shown = binding(asking, whole if anywhere else shown)
    of_one = expects in _OF_ONE or says(asking.question.text, "deadline")
    shown = speaking_of(asking, shown) if of_one else happened(asking, shown)
    shown = of_that_sum(asking, shown)
    shown = doers(asking, shown)
    text = asking.question.text
    said = expects not in EXACT and says(text, "saying") and not says(text, "of_report")
    freely = expects == "request" or said
    shown = shown or (_in_other_words(asking, saying) if freely else [])
    return shown or of_that_sum(asking, nearest_showing(asking, expects, whole))


def _speaking_as_much(asking: Asking, expects: str, saying: list[Told]) -> list[Told]:
    """The passages with half as many words of the question as the best one, its body's name aside,
    and the nearest.
    """
    besides = _of_asking(asking, expects) | asking.own_stems
    said = [_words(asking, one) - besides for one in saying]
    least = _HALF * max(map(len, said), default=0) or float(asking.result.nearest < ALIKE)
    nearest = next(iter(asking.result.hits), None)
    return [
        one
        for one, words in zip(saying, said, strict=True)
        if len(words) >= least or one.hit == nearest
    ]


def _in_other_words(asking: Asking, told: list[Told]) -> list[Told]:
    """What has nearly all of the subject; all, where passages near a free question are told."""
    freely = asking.covered < SPOKEN and asking.closeness >= IN_OTHER_WORDS
    return told if freely else [one for one in told if asking.share(one.text) >= _MOST]


def _placed(asking: Asking, told: list[Told]) -> list[Told]:
    """The hits with half of the subject that lead in to points which open with a name, as of a
    town; the nearest also where a sentence lists names and has most of it.
    """
    spoken = (one for one in told if asking.share(with_titles(one.hit.place)) >= _HALF)
    return [
        one
        for one in spoken
        if any(_OPENS.match(words) for _, words in one.points)
        or (one.hit.rank == 1 and _lists_names(asking, one))
    ]


def _lists_names(asking: Asking, told: Told) -> bool:
    """Whether a sentence lists names and has most of the subject."""
    listing = (part for part in sentences(told.text) if lists_names(part))
    return any(asking.share(part) >= _MOST for part in listing)


def _presented(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that speak of the matter, and of its being presented or of people."""
    named = naming_people(asking.graph, [one.hit.place.paragraph for one in told])
    return [
        one
        for one in told
        if asking.share(with_titles(one.hit.place)) > _HALF
        and (
            one.hit.place.paragraph in named
            or (marked(asking, one.hit.place, one.text) and not _only_listed(one.hit))
        )
    ]


def _only_listed(hit: Hit) -> bool:
    """Whether a hit is no more than an item of an agenda, or a line that is no sentence."""
    return {fact.type for fact in hit.facts} == _ITEM or only_leads(hit.place)


def _announces(asking: Asking, place: Place) -> bool:
    """Whether a passage with half of the subject gives the day of a next meeting."""
    dated = says(in_place(place), "announces") and says(place.text, "dated")
    return dated and asking.share(with_titles(place)) >= _HALF


def _whole(asking: Asking, hit: Hit) -> Told:
    """A hit with the points under it; where it is a point among items, or a short one that is no
    sentence, with what leads in to it, and so where findings are asked for; where several things
    are asked for, that with all its points.
    """
    bare = _bare(hit.place)
    lead = lead_of(asking.graph, hit.place) if says(asking.question.text, "list") else None
    if lead is not None and (under := under_lead(asking, lead, bare)):
        return Told(replace(hit, place=lead, matched=()), tuple(under))
    item = {fact.type for fact in hit.facts} == _ITEM
    listed = item or only_leads(hit.place) or bare or asking.question.expects == "finding"
    return Told(hit, _points(asking, hit), lead_of(asking.graph, hit.place) if listed else None)


def _bare(place: Place) -> bool:
    """Whether a point only names something ("iv. The quays.")."""
    return is_point(place) and names_only(place.text)


def _points(asking: Asking, hit: Hit) -> tuple[Stretch, ...]:
    """The points under a lead-in, those beside a point under a heading that has a mark of what is
    asked, or the rows of a table whose head names what is listed.
    """
    place = hit.place
    if leads(place):
        return tuple(names_behind(asking, place) or all_points(asking.graph, place))
    after = rest_of_sentence(asking.graph, place)
    if hit.rank <= OUTCOMES and not after:
        after = outcome_of(asking.graph, place) or reply_to(asking.graph, place)
    if after:
        return tuple(after)
    several = _bare(place) and says(asking.question.text, "list")
    if place.form == "list item" and (
        several or _stands_under(asking, place) or marked(asking, place, "")
    ):
        return tuple(other_points(asking.graph, place))
    return tuple(other_rows(asking.graph, hit.place, things_asked(asking.question.text)))


def _stands_under(asking: Asking, place: Place) -> bool:
    """Whether a point is under a heading for the matter, where it is asked how that stands: all
    points there say so together.
    """
    return says(asking.question.text, "standing") and asking.share(place.last_heading) >= _HALF


def _tells(asking: Asking, told: Told) -> bool:
    """Whether a hit does more than name a thing, lead in, or list an item of an agenda."""
    hit = told.hit
    if told.points or asking.question.way == "contact" or marked(asking, told.hit.place, told.text):
        return True
    if asking.question.way == "role" and names_holder(asking, hit.place.text):
        return True
    if _titles_dated(asking, hit.place.text):
        return True
    if says(asking.question.text, "of_asker") and says(hit.place.text, "guiding"):
        return True
    kinds = {fact.type for fact in hit.facts}
    short = len(hit.place.text.split()) <= LINE
    led = told.lead is not None and hit.rank == 1 and kinds != _ITEM
    if led and not _titled(hit.place.text):
        return True
    only_item = kinds == _ITEM and "AgendaItem" not in asking.question.facts
    if only_item and short:
        return says(hit.place.text, "settled") or _states(told)
    stated = bool(kinds - _NAMING) or _PARTED.search(hit.place.text) is not None
    stated = stated or (hit.rank == 1 and says(hit.place.text, "stating"))
    return not (_titled(hit.place.text) or (only_leads(hit.place) and not stated))


def _titles_dated(asking: Asking, text: str) -> bool:
    """Whether a title with a day behind it, as of a publication, is of a time asked of, or has
    nearly all of the subject where a day is asked for.
    """
    question = asking.question
    if question.expects == "date":
        return says(text, "dated") and asking.share(text) >= _MOST
    asked = [one for one in question.periods if one.bounded and question.way == OPEN]
    return any(one.meets(time) for one in times_in(text) if one.days == 1 for time in asked)


def _states(told: Told) -> bool:
    """Whether an item says something of what it names, or is a point under words that do."""
    return any(says(one.text, "stating") for one in told.places)


def _titled(text: str) -> bool:
    """Whether a short line is written as a title: its longer words bear capitals, and it names no
    sum, as a line of accounts does.
    """
    words = [word for word, _, _ in tokens(text) if word.isalpha() and len(word) > _SMALL]
    return (
        len(text.split()) <= LINE
        and text.rstrip()[-1:] not in ".!?:;"
        and not matches(text, "questions", "shows", "money")
        and bool(words)
        and all(word[0].isupper() for word in words)
    )


def _asked_first(asking: Asking, told: list[Told], people: Collection[str]) -> list[Told]:
    """The hits as they come, where it is asked who or of somebody first those that name people or
    have most of the subject, and of these what has little of it last.

    Where a reason is asked for, what only resolves comes last.
    """
    if people:
        shares = {one.hit.rank: asking.share(with_titles(one.hit.place)) for one in told}
        most = max(shares.values(), default=0.0)
        least = _MOST if asking.question.named("Person") else _HALF
        return sorted(
            told,
            key=lambda one: (
                one.hit.place.paragraph not in people and shares[one.hit.rank] < most,
                shares[one.hit.rank] < least * most,
            ),
        )
    if not says(asking.question.text, "why"):
        return told
    return sorted(told, key=_only_resolves)


def only_resolved(asking: Asking, told: list[Told]) -> bool:
    """Whether a reason is asked for, and what has most of the subject only says what is done."""
    if not says(asking.question.text, "why") or not told:
        return False
    shares = [(asking.share(with_titles(one.hit.place)), one) for one in told]
    most = max(share for share, _ in shares)
    near = [one for share, one in shares if share >= _HALF * most]
    return most >= _ON_IT and all(map(_only_resolves, near))


def _only_resolves(told: Told) -> bool:
    """Whether a hit says what is done, and gives no reason for it."""
    resolves = any(fact.type in RESOLVING for fact in told.hit.facts)
    return resolves and not matches(told.text, "questions", "reasons")


def _words(asking: Asking, told: Told) -> set[str]:
    """The stems of the question's words in a hit, also in other words for them."""
    hit = told.hit
    matched = " ".join(hit.place.text[start:end] for start, end in hit.matched)
    return set(stems(matched)) | asking.held(hit.place.text) & set(asking.question.subject)


def _of_asking(asking: Asking, expects: str) -> set[str]:
    """The stems of a question's words that ask for a thing, and those of the time."""
    times = (asking.question.text[one.begin : one.end] for one in asking.question.periods)
    return set(stems(" ".join((table("questions")["things"][expects], *times))))
