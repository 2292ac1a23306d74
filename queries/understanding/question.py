"""Understanding a question: what it asks for, of whom, of what, and when.

Names come from the graph by the longest match, dates from their forms, the way
of asking and the kinds of fact from the table `kg/tables/questions.toml`. What
is understood is shown with every result, so that it can be overruled.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.tables.load import alternation, table, words
from queries.texts.wording import (
    as_word,
    blanked,
    content_stems,
    first_match,
    first_said,
    found,
    overlaps,
    says,
    stems,
    stopwords,
    stripped,
    tokens,
)
from queries.understanding.aliases import quarters
from queries.understanding.names import Gazetteer, Mention
from queries.understanding.periods import Period, periods_in, times_in
from queries.understanding.subjects import OF_PEOPLE, settling, subject_of
from queries.understanding.two_parts import parts

_SHORT = 2
"""Forms of a capacity or party up to this length are too short to be sure of ("p", "ap")."""

_ELSE = re.compile(rf"\b(?P<asks>{alternation('questions', 'askers')}) else\b", re.IGNORECASE)
"""What asks for more of the same, and so in the same way."""
_KNOWN = 0.6
"""From this share of the words of what a question excepts, words are that."""
_HOW_IT_STANDS = frozenset({"done", "status"})
"""The ways that are answered by how a thing stands, which gives no reason."""
_BOARD = frozenset({"Board"})
_BODIES = _BOARD | {"Organisation"}
"""The kinds of names of which no word is a capacity."""

OPEN = "passage"
"""The way of a question that is answered by passages alone."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what was understood of it.

    ``way`` is the way of asking ("decision", "contact" ...; "passage" where none fits),
    ``expects`` what is to be told ("person", "date" ... or None), ``terms`` the stems of its
    content words, ``subject`` those of them that are neither names of boards, nor dates, nor
    words of asking. ``facts`` are the classes of fact it asks for. ``capacities`` and
    ``parties`` are those of the graph that it names. ``minutes`` is true when only the
    minutes of a meeting can answer it, ``meeting`` when it speaks of a meeting at all.
    """

    text: str
    way: str
    expects: str | None
    mentions: tuple[Mention, ...]
    periods: tuple[Period, ...]
    terms: tuple[str, ...]
    subject: tuple[str, ...]
    facts: tuple[str, ...]
    capacities: tuple[str, ...]
    parties: tuple[str, ...]
    minutes: bool
    meeting: bool

    def named(self, *kinds: str) -> tuple[str, ...]:
        """The IRIs of the names of these classes that the question mentions, in order."""
        found = (iri for mention in self.mentions if mention.kind in kinds for iri in mention.iris)
        return tuple(dict.fromkeys(found))

    @property
    def whether(self) -> bool:
        """Whether it can be answered by yes or no."""
        return _whether(self.text)

    def excepts(self, words: str) -> bool:
        """Whether words are what is not to be told ("apart from the minutes")."""
        known = _excepted(self.text)
        return bool(known) and len(known & set(stems(words))) >= _KNOWN * len(known)

    @property
    def asks_seat(self) -> bool:
        """Whether its second part asks for whom somebody sits that the first asks for."""
        both = parts(self.text)
        return both is not None and says(both[1], "of_seat")

    @property
    def keywords(self) -> str:
        """The words for the keyword index: those with content, and the other forms of names
        and of quarters of a year.
        """
        own = [word for word, _, _ in tokens(self.text) if word.lower() not in stopwords()]
        others = [label for mention in self.mentions for label in mention.labels]
        others += [form for _, forms in quarters(self.text) for form in forms]
        said = set(stems(self.text))
        new = [label for label in others if not set(stems(label)) <= said]
        return " ".join(own + new)

    @property
    def topic(self) -> str:
        """The question's words without what was understood as a way of asking or a date."""
        kept = set(self.subject)
        return " ".join(word for word, _, _ in tokens(self.text) if set(stems(word)) <= kept)


@lru_cache(maxsize=64)
def _excepted(text: str) -> frozenset[str]:
    """The stems of what a question says it knows already."""
    return frozenset(content_stems(" ".join(found(text, "excepting"))))


def understand(text: str, names: Gazetteer) -> Question:
    """What a question asks, as far as its words, the names and the table tell."""
    whole, text = text, blanked(blanked(text, "excepting"), "of_the_year")
    periods = periods_in(text)
    mentions = tuple(one for one in names.mentions(text) if not _is_time(one, periods))
    way = _way(text, mentions)
    if way == "actions" and says(text, "after_meeting"):
        periods = times_in(text)
    expects = _expected(text, mentions)
    if way == "decision" and expects == "finding":
        expects = None
    if _is_open(text, way, expects):
        way = OPEN
    capacities, _ = labelled(_without(text, mentions, _BODIES), "capacities")
    _, left = labelled(_without(text, mentions, _BOARD), "capacities")
    parties, left = labelled(left, "parties")
    of_people = way in OF_PEOPLE or (expects == "composition" and parties)
    subject = subject_of(left if of_people else text, (way, expects), mentions, periods)
    if expects == "composition" and not subject:
        way, expects = "role", None
    return Question(
        text=whole,
        way=way,
        expects=expects,
        mentions=mentions,
        periods=_narrowest(text, _asked_of(text, way, periods)),
        terms=tuple(content_stems(text)),
        subject=subject,
        facts=_facts(text),
        capacities=capacities,
        parties=parties,
        minutes=_needs_minutes(text, way),
        meeting=_of_meeting(text),
    )


def _way(text: str, mentions: tuple[Mention, ...]) -> str:
    """The way in which a question asks, by its words and the names in it."""
    if _is_of_items_presented(text, mentions):
        return OPEN
    way = _undertaking(text, mentions) or _first(text, "ways")
    way = way or _post_of(text, mentions)
    way = way or _whether_present(text, mentions) or _tasks(text, mentions)
    way = way or ("decision" if settling(text) else OPEN)
    if way in OF_PEOPLE and _is_stood_in_for(text, mentions):
        return "substitute"
    return "attendance" if way == "role" and says(text, "there_as") else way


def _is_of_items_presented(text: str, mentions: Iterable[Mention]) -> bool:
    """Whether it is asked what somebody presented, not who was present."""
    people = [(one.start, one.end) for one in mentions if one.kind == "Person"]
    asked = first_match(text, "presented_what")
    return asked is not None and overlaps(*asked.span(), people)


def _is_open(text: str, way: str, expects: str | None) -> bool:
    """Whether passages tell what seems to ask for facts: who came to an event, the hour or a day to
    come of a meeting, why a thing stands as it does.
    """
    if way == "when":
        return expects == "clock" or says(text, "annual_meeting")
    visited = way == "attendance" and says(text, "events") and not _of_meeting(text)
    return visited or (way in _HOW_IT_STANDS and says(text, "why"))


def _is_stood_in_for(text: str, mentions: Iterable[Mention]) -> bool:
    """Whether it is asked who spoke for a person, and not for a body."""
    people = (one for one in mentions if one.kind == "Person")
    return any(says(text[: one.start], "represents") for one in people)


def _narrowest(text: str, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Times without those that hold another one whole, unless words join the two: of "the 2031
    list" and "5 May 2031" the day, since the list is only where to look.
    """
    return tuple(one for one in periods if not any(_holds(text, one, other) for other in periods))


def _holds(text: str, time: Period, other: Period) -> bool:
    """Whether another, shorter time lies in one, where both are closed on both sides and nothing
    joins them.
    """
    if not (time.first and time.after and other.first and other.after):
        return False
    between = text[min(time.end, other.end) : max(time.begin, other.begin)]
    lies = time.first <= other.first and other.after <= time.after and time.days != other.days
    return lies and not says(between, "joins")


def _asked_of(text: str, way: str, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Periods without those for which a thing was foretold ("did the pack due in May come?")."""
    if way not in table("questions")["foretelling"] and not says(text, "came_out"):
        return periods
    return tuple(one for one in periods if not says(text[: one.begin], "foretold"))


def _of_meeting(text: str) -> bool:
    """Whether a question speaks of a meeting at all."""
    return says(text, "of_a_meeting")


def _without(text: str, mentions: Iterable[Mention], kinds: Collection[str]) -> str:
    """A text with the names of some kinds blanked, of which no word is a capacity ("public")."""
    for one in mentions:
        if one.kind in kinds:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _is_time(mention: Mention, periods: Iterable[Period]) -> bool:
    """Whether what looks like the name of a person is a word of a date ("1 May 2014")."""
    within = any(one.begin <= mention.start and mention.end <= one.end for one in periods)
    return within and mention.kind == "Person"


def with_aliases(question: Question, aliases: Mapping[str, str]) -> Question:
    """A question in which short forms and what they stand for name the same thing.

    :param aliases: long forms by short form.
    """
    found = list(question.mentions)
    for short, long in sorted(aliases.items()):
        for form in (long, short, f"{short}s"):
            match = as_word(form, re.IGNORECASE).search(question.text)
            if match and not any(_crosses(one, match) for one in found):
                found = [one for one in found if not match.start() <= one.start < match.end()]
                found.append(Mention((), "Term", (long, short), *match.span()))
    return replace(question, mentions=tuple(sorted(found, key=lambda mention: mention.start)))


def _crosses(mention: Mention, match: re.Match[str]) -> bool:
    """Whether a name shares words with a longer one without being a part of it."""
    start, end = match.span()
    within = (mention.start, mention.end) != (start, end)
    inside = within and start <= mention.start and mention.end <= end
    apart = mention.end <= start or end <= mention.start
    return not apart and (mention.kind == "Board" or not inside)


def with_renames(
    question: Question, renames: Mapping[str, Collection[str]], names: Gazetteer
) -> Question:
    """A question in which a programme goes by the names it had before and after, too."""
    mentions = []
    for mention in question.mentions:
        others = sorted({other for iri in mention.iris for other in renames.get(iri, ())})
        labels = dict.fromkeys([*mention.labels, *(x for iri in others for x in names.labels(iri))])
        mentions.append(replace(mention, iris=(*mention.iris, *others), labels=tuple(labels)))
    return replace(question, mentions=tuple(mentions))


def _first(text: str, section: str) -> str | None:
    """The first entry of a section of the table of which a pattern is found in the text, without
    the paper that it names as its source.
    """
    return first_said(_ELSE.sub(r"\g<asks>", stripped(text, "source_named")), section)


def _whether(text: str) -> bool:
    opening = next((word.lower() for word, _, _ in tokens(text)), "")
    return opening in table("questions")["whether"]


def _post_of(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """The way of a question such as "What was Ada Quill's role on the board?"."""
    people = [mention for mention in mentions if mention.kind == "Person"]
    asked = any(
        (says(text[: one.start], "post_before") and says(text[one.end :], "post_after"))
        or says(text[one.end :], "post_behind")
        for one in people
    )
    return "position" if asked else None


def _whether_present(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """The way of a question such as "Was Ada Quill at the meeting?"."""
    people = [mention for mention in mentions if mention.kind == "Person"]
    after = (text[mention.end :] for mention in people)
    there = any(says(rest, "there") for rest in after)
    return "attendance" if _whether(text) and there else None


def _expected(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """What is to be told; what a person found or said is told in many words."""
    expects = _first(text, "expects")
    people = any(mention.kind == "Person" for mention in mentions)
    return None if expects == "finding" and people else expects


def _tasks(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """The way of a question such as "What did Ada Quill take on?"."""
    task = first_match(text, "tasks")
    named = [(one.start, one.end) for one in mentions if one.kind in {"Person", "Organisation"}]
    return "actions" if task and overlaps(*task.span(), named) else None


def labelled(text: str, section: str) -> tuple[tuple[str, ...], str]:
    """The graph's words for the capacities or parties that a text names, and the text with
    those words blanked, so that places in it stay the same.
    """
    tables = (table("people")[section], table("questions").get(section, {}))
    forms = [(form, name) for forms in tables for name, some in forms.items() for form in some]
    found: list[str] = []
    said = text.lower()
    held = [(form, name) for form, name in forms if re.split(r"[\s-]", form)[0].lower() in said]
    for form, name in sorted(held, key=lambda pair: (-len(pair[0]), pair)):
        pattern = r"\b" + r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", form))) + r"\b"
        blanked = re.sub(pattern, lambda m: " " * len(m[0]), text, flags=re.IGNORECASE)
        if len(form) > _SHORT and blanked != text:
            text = blanked
            found.append(name)
    return tuple(dict.fromkeys(found)), text


def _facts(text: str) -> tuple[str, ...]:
    said = {word.lower() for word, _, _ in tokens(text)}
    return tuple(
        name
        for name in table("questions")["facts"]
        if said & set(words("questions", "facts", name))
    )


def _undertaking(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """The way of a question such as "What did Ada Quill agree to do?", which is of no decision."""
    after = (text[mention.end :] for mention in mentions if mention.kind == "Person")
    return "actions" if any(says(rest, "undertakes") for rest in after) else None


def _needs_minutes(text: str, way: str) -> bool:
    by_words = says(text, "minutes", "patterns") and not says(text, "on_agenda")
    return by_words or way in table("questions")["minutes"]["ways"]
