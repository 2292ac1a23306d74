"""Who moved and how it was voted where no fact tells it: the paragraphs beside what was moved."""

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, has_names, with_titles
from queries.answering.choosing.doing import with_agents
from queries.graphs.place import Place, classes_stated
from queries.graphs.window import Neighbour, around
from queries.texts.wording import says
from queries.understanding.periods import in_time

BEFORE, AFTER = 2, 6
"""How many paragraphs before and after what was moved may tell who moved it, or the vote."""
WHOLE = 3
"""From what was moved to what tells it, all is told over up to this many paragraphs."""
SPOKEN = 0.5
"""More than this share of the subject (`Asking.share`) the paragraph that was moved must have."""
LIKELY = 0.3
"""The least closeness (`Asking.closeness_to_facts`) of such paragraphs."""
_TOLD = frozenset({"mover", "vote", "tally"})


def by_neighbours(asking: Asking) -> Found | None:
    """What was moved with the paragraphs from it to the one that tells the mover or the vote.

    None where another thing is asked, or nothing beside the passages that speak of it tells it.
    """
    if asking.question.expects not in _TOLD or asking.closeness_to_facts < LIKELY:
        return None
    spoken = [hit.place for hit in asking.result.hits if _speaks(asking, hit.place)]
    found = [told for told in (_told(asking, place) for place in spoken) if told]
    if not found:
        return None
    told = min(found, key=lambda some: not any(says(text, "shows", "tally") for _, text, _ in some))
    order = sorted(told, key=lambda one: (not one[2], not says(one[1], "shows", "tally")))
    return Found(
        answer="\n".join(text for _, text, _ in told), quotes=[Quote(one) for one, _, _ in order]
    )


def _speaks(asking: Asking, place: Place) -> bool:
    """Whether a paragraph speaks of the subject, in a paper of the time asked of."""
    timely = in_time(place.meeting and place.meeting.date, asking.question.periods)
    spoken = timely and asking.share(with_titles(place)) > SPOKEN
    return spoken and has_names(asking, with_titles(place))


def _told(asking: Asking, moved: Place) -> list[tuple[str, str, bool]]:
    """The paragraphs from what was moved to the nearest that tells what is asked, in order, with
    their texts and whether they tell it; of many only these two and others that tell it. Empty
    where none near enough does.
    """
    expects = str(asking.question.expects)
    around = _around(asking, moved)
    mover = expects == "mover"
    path = ("moving",) if mover else ("shows", expects)
    said = ((at, with_agents(text) if mover else text) for at, _, text in around)
    telling = {at for at, text in said if says(text, *path)}
    if not telling:
        return []
    if mover and says(asking.question.text, "expects", "vote"):
        telling |= {at for at, _, text in around if _counts_votes(text)}
    nearest = min(telling, key=lambda at: (abs(at - moved.ordinal), (at < moved.ordinal) != mover))
    last = _run(telling, nearest)
    low, high = min(nearest, moved.ordinal), max(last, moved.ordinal)
    kept = telling | {moved.ordinal} if high - low > WHOLE else set(range(low, high + 1))
    return [
        (iri, text, at in telling) for at, iri, text in around if low <= at <= high and at in kept
    ]


def _counts_votes(text: str) -> bool:
    """Whether a paragraph says how a vote went."""
    return says(text, "shows", "tally") or says(text, "shows", "vote")


def _run(telling: set[int], start: int) -> int:
    """The last of the paragraphs that tell it one after another, with at most one between."""
    last = start
    while {last + 1, last + 2} & telling:
        last = max({last + 1, last + 2} & telling)
    return last


def _around(asking: Asking, moved: Place) -> list[tuple[int, str, str]]:
    """The paragraphs about one under its heading, up to a decision on another matter: place in
    the document, IRI and text.
    """
    near = around(asking.graph, moved, BEFORE, AFTER)
    own: list[tuple[int, str, str]] = []
    for one in (one for one in near if one.form != "furniture"):
        apart = one.heading != moved.heading or _decides_otherwise(asking, one)
        if apart and one.ordinal < moved.ordinal:
            own.clear()
        elif apart and one.ordinal > moved.ordinal:
            break
        else:
            own.append((one.ordinal, one.paragraph, one.text))
    return own


def _decides_otherwise(asking: Asking, one: Neighbour) -> bool:
    """Whether a paragraph states a decision on another matter, and not only how it was voted."""
    decides = "Decision" in classes_stated(asking.graph, [one.paragraph])[one.paragraph]
    other = decides and not says(one.text, "votes_alone")
    return other and not asking.share(f"{one.heading}\n{one.text}")
