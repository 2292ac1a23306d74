"""Words that lead in to a decision told below them, what is listed there, and what goes on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.decisions import sayings
from kg.extraction.decisions.motions import mover, seconds
from kg.extraction.decisions.verdicts import outcome_of, verb_of, votes
from kg.model import Kind
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece, body
from kg.tables.load import alternation, either, matches, pattern, words

LEAD = re.compile(
    r"[:;–—-]\s*$|\bto(?:\s+(?!action\b)[a-z]+)?\s*$|\b[Tt]hat\s*$"
    r"|\bfollowing\s+(?:decisions?|resolutions?)\b[^.:;]*\.?\s*$"
)
"""How words end that lead in to what follows."""
LEAD_LENGTH = 160
"""The longest lead-in, in characters."""
THAT = re.compile(r"^\W*(?:that|t h a t|to)\b", re.IGNORECASE)
"""How words begin that a verb of decision before them governs, also letter by letter."""
RUNS_ON = re.compile(r"(?:[,;:–—-]|\band)\s*$")
"""How words end that are not the whole of a sentence."""
FOLLOWING = re.compile(r"\bfollowing\b(?!\s+actions?\b)", re.IGNORECASE)
"""What announces a list."""
_BEHIND = re.compile(r"(?:\s[-–—]|:)\s+(?P<told>[^–—:]{3,60})$")
_OPENING = 60
_ENTRY = 200
"""The characters of the longest entry of a list that is one matter, told in few words."""
_ELECTS = re.compile(
    r"\W*(?:[A-Z][^,.;]{3,60},\s+)?(?:[A-Z][\w’'-]*\.?\s*){0,3}?(?P<who>[A-Z][\w’'-]{2,})\s+"
    r"(?:(?:was|is|were)\s+)?(?:\w+ly\s+|therefore\s+)*(?:re-?)?"
    rf"{alternation('verbs', 'decided', 'elected')}"
    r"(?:\s+\w+ly)?(?:\s+as\s+[^,.;]{3,40})?\W*"
)
_QUOTED = re.compile(r"\s*[“\"‘']\s*That\b")
_LONG_WORD = re.compile(r"\w{4,}")
_HALF, _MOST = 1 / 2, 2 / 3
_PART = re.compile(r"\d{1,3}\.\d{1,3}")
_PROPOSED = re.compile(
    r"\b(?:proposed|nominated)\s+(?:[A-Z][\w.’'-]*\s+){0,3}(?P<who>[A-Z][\w’'-]{2,})"
    r"\W+(?:and\s+)?seconded\b"
)
"""How somebody is proposed: "Ann Lowe proposed Cllr Tarn, seconded by Dan Moss"."""


def names_list(text: str) -> bool:
    """Whether words under a label say what is decided of a list: "to pay the following:"."""
    return THAT.match(text) is not None and FOLLOWING.search(text) is not None


def decides_of_all(text: str) -> bool:
    """Whether words say what is decided of the things that a list names, in one decision."""
    return matches(text, "verbs", "decisions", "of_all")


def gives_reasons(text: str) -> bool:
    """Whether a lead-in decides, and what it leads to are its reasons, conditions or changes."""
    return matches(text, "verbs", "decisions", "reasons")


def names_business(text: str) -> bool:
    """Whether a lead-in says what is decided: "RESOLVED that the following be paid:"."""
    return FOLLOWING.search(text) is not None and verb_of(text) is not None


def has_own_outcome(entry: str, lead: str) -> bool:
    """Whether an entry says behind a dash or a colon that another thing became of it."""
    mark = _BEHIND.search(entry)
    outcome = outcome_of(mark["told"], verb_of(mark["told"])) if mark else "agreed"
    return outcome not in ("agreed", "noted", outcome_of(lead, verb_of(lead)))


def is_another(text: str, moved: str) -> bool:
    """Whether "it was agreed that" another thing be done than what was moved before it; of one who
    was proposed, what that person is to be is no other.
    """
    said = (
        None if RUNS_ON.search(moved) else pattern("verbs", "decided", "agreed_that").search(text)
    )
    proposed = _PROPOSED.search(moved)
    if said is None or (proposed is not None and proposed["who"] in said["what"].split()):
        return False
    return _shared(said["what"], moved) < _HALF


def says_again(text: str, decided: str) -> bool:
    """Whether somebody moved to do what was just told as decided, and not as moved."""
    said = pattern("verbs", "decided", "moved_that").search(text)
    same = said is not None and _shared(said["what"], decided) >= _MOST
    return same and mover(decided) is None


def elects(text: str, decided: str) -> bool:
    """Whether a short sentence only says that one who was just proposed is elected."""
    said = _ELECTS.fullmatch(text)
    return said is not None and said["who"] in decided


def consents(text: str, motion: Sequence[Piece]) -> bool:
    """Whether a sentence says that one who was just proposed and seconded agreed to serve."""
    moved = " ".join(piece.text for piece in motion)
    said = pattern("verbs", "decided", "consents").match(text)
    return said is not None and said["who"] in moved and seconds(moved)


def _shared(what: str, other: str) -> float:
    """How much of the longer words of one text stands in another."""
    words = set(_LONG_WORD.findall(what.lower()))
    found = words & set(_LONG_WORD.findall(other.lower()))
    return len(found) / len(words) if words else 1


def is_quoted(text: str) -> bool:
    """Whether words are a resolution as it was moved: "“That the minutes be adopted”"."""
    return _QUOTED.match(text) is not None


def entry_of(before: Piece, verdict: Piece) -> Piece:
    """What a verdict is on: the sentence before it, or all of the entry of a list that it ends."""
    entry = verdict.paragraph
    short = is_listed(verdict) and len(entry.text) <= _ENTRY
    return (
        replace(before, start=body(entry).start) if short and before.paragraph is entry else before
    )


def announces(text: str) -> bool:
    """Whether words say that what is listed below them was decided, each thing in its words."""
    return text.endswith(":") and names_business(text)


def is_listed(piece: Piece) -> bool:
    """Whether words are an item of a list or carry a number."""
    return piece.paragraph.kind is Kind.LIST_ITEM or piece.paragraph.number is not None


def leads_deeper(piece: Piece, below: Piece) -> bool:
    """Whether an item of a list leads in to another below it, which is not counted on with it."""
    one, other = piece.paragraph, below.paragraph
    apart = (one.number is None) is not (other.number is None)
    deeper = one.kind is other.kind is Kind.LIST_ITEM and (one.level or 1) < (other.level or 1)
    leads = is_listed(piece) and piece.text.rstrip().endswith(":")
    return leads and (apart or deeper) and is_listed(below)


def in_one_list(piece: Piece, lead: Piece) -> bool:
    """Whether a paragraph and a lead-in are items of one list, and it is not under the lead-in."""
    one, other = piece.paragraph, lead.paragraph
    return one.kind is other.kind is Kind.LIST_ITEM and (one.level or 1) <= (other.level or 1)


def continues(piece: Piece, first: Piece, board: str, *, level: bool = False) -> bool:
    """Whether a further paragraph under the label is another decision, not talk after it.

    A part of the item ("4.3") is one only where the first decision is a part too. What
    somebody "agreed to" do or "offered to" is none, nor any point ``level`` with a decision
    that does not decide by its own words. The votes on it tell that it is one.
    """
    if is_quoted(first.text) and not is_quoted(piece.text):
        return False
    promised = matches(piece.text[:_OPENING], "verbs", "decisions", "promised")
    voted = votes(piece.text).against is not None
    if promised and not (voted or sayings.decides(piece.text, board)):
        return False
    number, part = piece.paragraph.number or "", first.paragraph.number or ""
    apart = _PART.fullmatch(number) is not None and _PART.fullmatch(part) is None
    if not level and (piece.paragraph.kind is Kind.LIST_ITEM or (number and not apart)):
        return True
    start = piece.text[:_OPENING].strip().lower()
    verb = verb_of(start)
    if apart:
        return start.startswith(("that ", verb or "that "))
    if verb is None or start.startswith(verb):
        return verb is not None or start.startswith("that ")
    courtesy = verb in words("verbs", "decisions", "courtesies")
    return not courtesy or start.startswith("that ")


def heads_decisions(piece: Piece, after: Piece) -> bool:
    """Whether one word says what was done with all that a list below it says: "Noted"."""
    word = len(piece.text.split()) == 1 and verb_of(piece.text) is not None
    return word and is_listed(after) and THAT.match(after.text) is not None


def names_decider(piece: Piece, board: str) -> bool:
    """Whether words are only the body that decides: "The Board:"; a point "cabinet" is a thing."""
    people, said = people_label(piece.text), piece.text.strip()
    heads_people = people is not None and people.told
    is_point = is_listed(piece) and said[:1].islower() and LEAD.search(said) is None
    is_no_body = heads_people or is_point or said.lower() == board.lower()
    who = either("verbs", "decided", "discussed").sub("", LEAD.sub("", said))
    return not is_no_body and sayings.is_subject(who, board)
