"""Actions in lists that a paper heads as such, and under labels: "Actions", "Action: …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.facts import beside, entry, parts
from kg.extraction.actions.promises import apart, owned
from kg.extraction.decisions.fates import tells_fate, tells_fates
from kg.extraction.decisions.labelled import is_lead
from kg.extraction.decisions.leads import is_listed
from kg.extraction.decisions.motions import seconds
from kg.facts import Action
from kg.model import Kind, Paragraph
from kg.structure.labels import is_status, label, plain
from kg.structure.sections import Piece, Section, body, is_deeper, lines, sentences
from kg.tables.load import alternation, matches

_OFFICERS = re.compile(r"^(?P<who>[A-Z][^.;:]{1,90}?)\s+to\b", re.DOTALL)
_TOPIC_TASK = re.compile(r"[A-Z][\w’' ]{2,40}: [A-Z]{2,4}(?:(?:,| and| &|/) ?[A-Z]{2,4})* to [a-z]")
"""A task behind the matter that it is of: "Water: AL to mend the tap"."""
_OFFICE = re.compile(r"(?:[A-Z][\w’'-]*(?:\s+(?:and|&|of)\s+|\s+)){1,3}[A-Z][\w’'-]*\.?")
"""Words of which each is capitalised: behind "Action:" alone an office that acts."""
_LETTERED = re.compile(r"\(?[A-Z][.)]\s+(?:[A-Z][\w’'-]+\s+(?:(?:and|of|for|on|the)\s+)*){3}")
"""How the title of an item begins behind its letter: "A. Public Hearing and Review"."""
_TOLD = re.compile(rf"(?:The\s+)?(?:[A-Z][\w.’'-]*\s+){{1,3}}{alternation('verbs', 'telling')}\s")
"""How words begin that tell what somebody said, and give nobody a task."""
_TASKED = re.compile(r"(?P<who>[A-Z][\w’'/ -]{1,40}): (?=[A-Z])")
_OWN = ("owner", "due")
_TITLE = 80
_NEAR = 4
_SPOKEN = 3
_OFTEN = 5
_SAID_AT_ONCE = 300
"""The characters of the longest paragraph that is one more task: longer ones tell what was said."""

_COUNTED = re.compile(r"\W*actions?\s+(?:no\.?\s*)?#?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _List:
    """Entries of a list of actions, and what leads in to them.

    ``inline`` where the label stands before the first of them; ``owner``, ``due`` and
    ``status`` are what stands outside the entries; ``past`` where they were given before.
    """

    pieces: tuple[Piece, ...]
    lead: str = ""
    inline: bool = False
    owner: str | None = None
    due: str | None = None
    status: str | None = None
    past: bool = False


def of_sections(
    found: Sequence[Section], place: Place, actors: Actors, title: str = ""
) -> Iterator[Action]:
    """The actions under labels: "Actions" over a list, "Action: …", "ACTION: JB".

    ``title`` is that of the item whose sections they are.
    """
    for at, section in enumerate(found):
        past = _is_headed(section, title, "past")
        if section.name != "action" and not past and not _is_headed(section, title, "own"):
            continue
        if _tells_what_was_done(*found[at : at + 2]):
            continue
        above = next((s.pieces[-1] for s in reversed(found[:at]) if s.pieces), None)
        before = above if above and above.paragraph.kind is not Kind.HEADING else None
        head = section.title.text if section.title else title
        listed = _list_of(section, found[at + 1 : at + 3], head, past=past)
        if section.name != "action" and not past and not _tells_tasks(listed, actors):
            continue
        yield from _of_list(listed, before, place, actors)
        for group in _groups(section, found[at + 1 :], actors) if not listed.inline else ():
            yield from _of_list(replace(group, past=past), None, place, actors)


def _tells_what_was_done(section: Section, after: Section | None = None) -> bool:
    """Whether what stands behind a label of actions, or most of what is below it, was decided.

    So too below a heading, and the next label "Action:" then says of it what was, or where
    a label heads the margin of minutes.
    """
    if section.is_inline:
        told = section.pieces[0].text
        return tells_fate(told) or _tells_how(section, told) or _heads_business(section)
    acted = after if after is not None and after.name == "action" and after.is_inline else None
    fate = acted is not None and tells_fate(acted.pieces[0].text)
    return fate or tells_fates(section) or _heads_business(section)


def _tells_how(section: Section, told: str) -> bool:
    """Whether a label names an action by its number, and what stands behind it how that went."""
    counted = section.title is not None and _COUNTED.match(section.title.text) is not None
    return counted and matches(told, "verbs", "statuses", "went")


def of_tasks(section: Section, place: Place, actors: Actors) -> Iterator[Action]:
    """The actions in the list right below a heading of which half say who is to do them.

    Below "TODO" it is enough that they order something.
    """
    below = [piece for piece in section.pieces if piece.paragraph is not section.title]
    told = tuple(takewhile(lambda piece: _is_like(piece, below[0]), below))
    tasks = section.title is not None and matches(section.title.text, "sections", "lists", "tasks")
    owned = sum(
        words.is_owned(piece.text, actors)
        or words.is_told(piece.text)
        or (tasks and states.orders(piece.text))
        for piece in told
    )
    if told and 2 * owned >= len(told):
        yield from of_sections([replace(section, pieces=told)], place, actors)


def of_decisions(section: Section, place: Place, actors: Actors) -> Iterator[Action]:
    """The tasks below "Resolved" that all begin with who is to act: "- Anna: Ring the hall"."""
    told = [piece for piece in section.pieces if piece.paragraph is not section.title]
    listed = all(piece.paragraph.kind is Kind.LIST_ITEM for piece in told)
    heads = [_TASKED.match(piece.text) for piece in told]
    if told and listed and all(head and actors.is_only(head["who"]) for head in heads):
        yield from _of_list(_List(tuple(told)), None, place, actors)


def _is_like(piece: Piece, first: Piece) -> bool:
    """Whether two paragraphs may be of one list: of one kind, and both numbered or neither."""
    one, other = piece.paragraph, first.paragraph
    return one.kind is other.kind and (one.number is None) is (other.number is None)


def _heads_business(section: Section) -> bool:
    """Whether a label heads the business of a meeting: its margin, or what is to be voted on."""
    head = section.pieces[0].text if section.pieces else ""
    titled = _LETTERED.match(head) is not None and not words.says_to_do(head)
    named = any(matches(plain(head), "sections", "items", kind) for kind in ("routine", "groups"))
    return titled or named or any(seconds(piece.text) for piece in section.pieces[1:_NEAR])


def of_whole(paragraphs: Sequence[Paragraph], place: Place, actors: Actors) -> Iterator[Action]:
    """The actions of a paper that is a list of them in sentences, under headings or none."""
    for paragraph in paragraphs:
        if paragraph.kind in (Kind.TEXT, Kind.LIST_ITEM):
            for sentence in sentences(body(paragraph)):
                if words.says_to_do(sentence.text):
                    yield entry(sentence, place, actors)


def _is_headed(section: Section, item: str, kind: str) -> bool:
    """Whether a section is headed as a list of actions: its ``own``, or those given before."""
    title = section.title
    if kind == "own" and section.name == "next_steps":
        return _is_all_orders(section)
    if section.name or (title is not None and title.kind is not Kind.HEADING):
        return False
    head = plain(title.text if title else item)
    of_a_kind = kind == "own" and matches(head, "sections", "lists", "of_a_kind")
    return matches(head, "sections", "lists", kind) or (of_a_kind and _is_half_orders(section))


def _is_all_orders(section: Section) -> bool:
    """Whether all that stands under a heading is a list of which each item orders something."""
    told = _outer(section)
    return bool(told) and all(states.orders(piece.text) for piece in told)


def _is_half_orders(section: Section) -> bool:
    """Whether under a heading stands a list of which half the items order something."""
    told = _outer(section)
    return bool(told) and 2 * sum(states.orders(piece.text) for piece in told) >= len(told)


def _outer(section: Section) -> Sequence[Piece]:
    """The items of the list that is all that stands under a heading.

    What stands deeper below an item only says what it is about.
    """
    said = [piece for piece in section.pieces if piece.paragraph is not section.title]
    listed = all(piece.paragraph.kind is Kind.LIST_ITEM for piece in said)
    depth = min((piece.paragraph.level or 0 for piece in said), default=0)
    return [piece for piece in said if listed and (piece.paragraph.level or 0) == depth]


def _tells_tasks(listed: _List, actors: Actors) -> bool:
    """Whether half of some entries say who is to do them, order something or are in a list."""
    tasks = [
        piece
        for piece in listed.pieces
        if is_listed(piece)
        or states.orders(piece.text)
        or words.said(piece.text, listed.lead, actors).who
    ]
    return 2 * len(tasks) >= len(listed.pieces)


def is_headed(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a list or a table of actions."""
    found = label(paragraph)
    if found is not None:
        return found.name == "action"
    head = plain(paragraph.text)
    kinds = ("own", "past") if len(head) < _TITLE else ()
    return any(matches(head, "sections", "lists", kind) for kind in kinds)


def _list_of(section: Section, after: Sequence[Section], head: str, *, past: bool) -> _List:
    pieces = section.pieces[1:] if not section.name and section.title else section.pieces
    before_table = takewhile(lambda piece: piece.paragraph.kind is not Kind.TABLE, pieces)
    stated = tuple(
        piece
        for piece in _nested(before_table, section.title)
        if words.says(piece.text) and not tells_fate(piece.text)
    )
    inline = bool(stated) and stated[0].paragraph is section.title
    lead = stated[0].text if len(stated) > 1 and is_lead(stated[0]) else ""
    own = {s.name: s.pieces[0].text.strip() for s in takewhile(_is_own, after) if s.pieces}
    status = _status_below(section) if inline else states.status_of_list(head)
    return _List(
        stated[1:] if lead else stated,
        lead,
        inline and not lead,
        own.get("owner"),
        own.get("due"),
        status,
        past or (inline and status is not None),
    )


def _status_below(section: Section) -> str | None:
    """How an action stands by the first words of the bullet below it: "Complete. He wrote"."""
    below = section.pieces[1] if len(section.pieces) > 1 else None
    if below is None or below.paragraph.kind is not Kind.LIST_ITEM:
        return None
    first = next(sentences(below), below).text
    return states.status_of(first) if is_status(first) else None


def _is_own(section: Section) -> bool:
    """Whether a section only says who is to do the action before it, or when."""
    return section.name in _OWN


def _nested(pieces: Iterator[Piece], title: Paragraph | None) -> Iterator[Piece]:
    """The pieces of a list that has its label as an item, up to where that item ends."""
    depth = None
    for piece in pieces:
        paragraph = piece.paragraph
        if title is not None and title.kind is Kind.LIST_ITEM and paragraph is not title:
            depth = paragraph.level or 0 if depth is None else depth
            if paragraph.kind is not Kind.LIST_ITEM or (paragraph.level or 0) < depth:
                return
        yield piece


def _groups(of: Section, after: Sequence[Section], actors: Actors) -> Iterator[_List]:
    """The parts of a list of actions under headings of their own: "Anna", "Completed"."""
    for section in after:
        title = section.title
        if section.name or title is None or title.kind is not Kind.HEADING:
            return
        head = words.bare(section.pieces[0].text)
        named = actors.is_only(head)
        deeper = of.title is not None and is_deeper(title, of.title)
        if not (named or states.heads_group(head) or deeper):
            return
        listed = (p for p in section.pieces[1:] if named or p.paragraph.kind is not Kind.TEXT)
        stated = takewhile(lambda piece: piece.paragraph.kind is not Kind.TABLE, listed)
        pieces = tuple(piece for piece in stated if words.says(piece.text))
        status = states.status_of_list(head)
        yield _List(pieces, head if named else "", status=status)


def _of_list(listed: _List, before: Piece | None, place: Place, actors: Actors) -> Iterator[Action]:
    stated = listed.pieces
    if not stated or _asks_board(stated[0]):
        return
    name, _ = words.who_by(stated[0].text.strip().removeprefix("for "))
    office = listed.inline and _OFFICE.fullmatch(name)
    orders = states.orders(name) and len(name.split()) > 1
    only_who = (actors.is_only(name) or office) and not orders
    if only_who and not _heads_deeper(*stated[:2], actors=actors):
        if before is not None and not listed.past:
            yield beside(before, stated[0], place)
        return
    if only_who and listed.inline:
        listed = replace(listed, pieces=stated[1:], lead=words.bare(stated[0].text), inline=False)
    told = (line for piece in listed.pieces for line in _by_line(piece, actors))
    split = tuple(part for piece in told for part in parts(piece))
    if not listed.inline and _is_talk(split):
        return
    whole = tuple(one for part in split for one in apart(part, actors)) if listed.inline else split
    yield from _entries(replace(listed, pieces=whole), place, actors)


def _is_talk(told: Sequence[Piece]) -> bool:
    """Whether entries are what people said in turn: some ask, or speak of themselves."""
    spoken = sum(matches(piece.text, "sections", "lists", "talk") for piece in told)
    return spoken >= _SPOKEN and _OFTEN * spoken >= len(told)


def _by_line(piece: Piece, actors: Actors) -> Sequence[Piece]:
    """The lines of an entry, where each of them says who is to act."""
    found = [
        replace(line, start=max(line.start, piece.start))
        for line in lines(piece.paragraph)
        if piece.start < line.end <= piece.end
    ]
    whose = [words.said(line.text, "", actors).who for line in found]
    return found if len(found) > 1 and all(whose) else (piece,)


def _entries(listed: _List, place: Place, actors: Actors) -> Iterator[Action]:
    stated, lead, parent = listed.pieces, listed.lead, None
    held = any(words.is_held(piece.text) for piece in stated)
    for at, piece in enumerate(stated):
        heads = _heads_deeper(*stated[at : at + 2], actors=actors)
        further = at > 0 and piece.paragraph is not stated[0].paragraph
        if further and (listed.inline or not _continues(piece, stated[0], actors)) and not heads:
            return
        if heads:
            name = words.bare(piece.text)
            lead, parent = "" if states.heads_group(name) else name, None
        elif (parent is None or not _explains(piece, parent)) and not (held and _asks(piece)):
            found = entry(
                piece,
                place,
                actors,
                lead=lead,
                owner=listed.owner,
                due=listed.due,
                status=listed.status,
            )
            found = owned(found, piece, actors) if listed.inline else found
            yield from _given(found, past=listed.past)
            parent = piece if found.assignee_as_written and not lead else None


def _given(found: Action, *, past: bool) -> Iterator[Action]:
    """An entry that says something; an earlier one where it says who acts or how it stands."""
    if not words.says(found.text):
        return
    if not past:
        if found.assignee_as_written or not _TOLD.match(found.text):
            yield found
    elif found.assignee_as_written or found.status:
        yield replace(found, arises_at=None)


def _asks(piece: Piece) -> bool:
    """Whether an entry that names nobody is a question, or leads in to others."""
    return piece.text.rstrip().endswith(("?", ":")) and not piece.text.lstrip().startswith("[")


def _explains(piece: Piece, parent: Piece) -> bool:
    """Whether an entry that orders nothing stands deeper than an action that says who acts."""
    deeper = (piece.paragraph.level or 0) > (parent.paragraph.level or 0)
    listed = piece.paragraph.kind is parent.paragraph.kind is Kind.LIST_ITEM
    return listed and deeper and not states.orders(piece.text)


def _asks_board(piece: Piece) -> bool:
    """Whether the words under a label ask the board to do what a report wants of it."""
    return matches(piece.text, "verbs", "leads", "sentences")


def _heads_deeper(piece: Piece, after: Piece | None = None, *, actors: Actors) -> bool:
    """Whether an entry is only the name of who is to do what the deeper list after it says."""
    if after is None or after.paragraph.kind is not Kind.LIST_ITEM:
        return False
    listed = piece.paragraph.kind is Kind.LIST_ITEM
    deeper = not listed or (after.paragraph.level or 0) > (piece.paragraph.level or 0)
    who = words.bare(piece.text)
    return deeper and (actors.is_only(who) or len(who.split()) == 1)


def _continues(piece: Piece, first: Piece, actors: Actors) -> bool:
    """Whether a further paragraph under the label is another action."""
    if words.is_row(piece.text, actors):
        return True
    if piece.paragraph.kind is Kind.LIST_ITEM:
        return True
    if piece.paragraph.number is not None and first.paragraph.number is not None:
        return True
    if len(piece.text) > _SAID_AT_ONCE:
        return False
    if _TOPIC_TASK.match(piece.text) or words.is_owned(piece.text, actors):
        return True
    return first.paragraph.kind is not Kind.LIST_ITEM and _OFFICERS.match(piece.text) is not None
