"""The words of a passage that are worth quoting."""

from collections.abc import Sequence
from itertools import pairwise

from kg.tables.load import matches, table
from queries.answering.asking import Asking
from queries.answering.choosing.distance import EXACT
from queries.answering.choosing.doing import deed
from queries.answering.choosing.exactly import telling_parts
from queries.answering.choosing.whole_lists import enumerating, lists_names
from queries.graphs.place import Place
from queries.retrieval.ranking import SHARED
from queries.search import Hit
from queries.texts.excerpt import LONGEST, excerpt
from queries.texts.wording import first_match, says, stems, stopstems

WHOLE = 120
"""How many words of a passage are quoted that has few words of the question."""
BESIDE = 0.5
"""What it counts for a sentence that it has all words of the question that stand beside each other
beside each other."""
SHOWN = 1.0
"""What it counts for a sentence of a passage that it shows what is asked for."""
OUTRIGHT = 0.5
"""What it counts besides that a sentence gives a reason in so many words."""
LISTING = 2.0
"""How many times that counts where several things are asked for and a sentence has names on end."""


def stretch(asking: Asking, hit: Hit) -> str:
    """The words of a hit that are worth quoting; more of them where words do not tell which."""
    text = hit.place.text
    if _row_of_asked(asking, hit.place):
        return text
    trait = first_match(asking.question.text, "asks_trait")
    longest = LONGEST if asking.anywhere.shared >= SHARED[0] and trait is None else WHOLE
    span = excerpt(text, lambda texts: _scores(asking, hit.place, texts), longest)
    return text[span.start : span.end]


def _row_of_asked(asking: Asking, place: Place) -> bool:
    """Whether a passage is a row about somebody asked about, of whom several things are asked."""
    if place.form != "table" or "\n" in place.text or not says(asking.question.text, "list"):
        return False
    head, people = place.text.split("\t")[0], asking.question.mentions
    return any(label in head for one in people if one.kind == "Person" for label in one.labels)


def _scores(asking: Asking, place: Place, texts: Sequence[str]) -> list[float]:
    """How near each text is to the question: its share of the subject and likeness, 0 to 2, up to
    `BESIDE` more for words that stand beside each other in both, and `SHOWN` more where it shows
    the number, day or sum asked for, names the trait that is (its theme), gives a reason where one
    is, or says who did a thing, and
    `LISTING` times that where several things are asked for and it has names on end.
    """
    encoder = asking.searcher.library.encoder
    likeness = (encoder.encode(texts) @ asking.vectors.T).max(axis=1)
    shares = [asking.share(text) for text in texts]
    shown = _shown(asking, place, texts)
    pairs = _pairs(asking.question.text)
    beside = [BESIDE * len(pairs & _pairs(text)) / len(pairs) if pairs else 0.0 for text in texts]
    return [
        share + near + float(like) + SHOWN * shows
        for share, near, like, shows in zip(shares, beside, likeness, shown, strict=True)
    ]


def _shown(asking: Asking, place: Place, texts: Sequence[str]) -> Sequence[float]:
    """How much each text shows of the kind of thing that is asked for, in units of `SHOWN`."""
    shown: Sequence[float] = telling_parts(asking, place, texts)
    if any(named := enumerating(asking, texts)):
        shown = named
    elif says(asking.question.text, "list") and not any(shown):
        shown = [LISTING * lists_names(text) for text in texts]
    expects = asking.question.expects
    if expects in table("questions")["shows"] and expects not in EXACT:
        shown = [matches(text, "questions", "shows", expects) for text in texts]
    if trait := first_match(asking.question.text, "asks_trait"):
        shown = [set(stems(trait["trait"])) <= set(stems(text)) for text in texts]
    if says(asking.question.text, "asks_total") and any(summed := _summed(texts)):
        shown = summed
    if asked := deed(asking):
        shown = [bool(asked & set(stems(text))) for text in texts]
    if says(asking.question.text, "why"):
        given = ((matches(text, "questions", "reasons"), says(text, "outright")) for text in texts)
        shown = [any_reason + OUTRIGHT * outright for any_reason, outright in given]
    return shown


def _summed(texts: Sequence[str]) -> list[float]:
    """Which of some lines are rows that add up those above them."""
    return [LISTING * says(text.partition("\t")[0], "adds_up") for text in texts]


def _pairs(text: str) -> set[frozenset[str]]:
    """The stems that stand beside each other in a text, small words left out."""
    said = [stem for stem in stems(text) if stem not in stopstems()]
    return {frozenset(pair) for pair in pairwise(said)}
