"""Decisions told without a label: sentences whose wording decides, and motions with their fate."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from kg.extraction.decisions import motions, sayings
from kg.extraction.decisions.applications import Application
from kg.extraction.decisions.fates import says_outcome, tells_vote
from kg.extraction.decisions.leads import (
    FOLLOWING,
    LEAD,
    RUNS_ON,
    THAT,
    announces,
    consents,
    elects,
    entry_of,
    gives_reasons,
    heads_decisions,
    is_another,
    is_listed,
    names_business,
    names_decider,
    says_again,
)
from kg.extraction.decisions.led_lists import LedList
from kg.extraction.decisions.may_tell import may_tell
from kg.extraction.decisions.statements import Statement
from kg.extraction.decisions.verdicts import verdict_of, votes
from kg.model import Kind
from kg.structure.sections import Piece, Section, sentences
from kg.tables.load import alternation, matches

_BODY_WORDS = 6
"""The words of the longest lead-in that only names a body: "That the Regional Council:"."""
_MUCH = 8
"""The words that a lead-in has at least which tells a decision alone."""
_HANGS = re.compile(rf"\b{alternation('verbs', 'decisions', 'hanging')}\s*$", re.IGNORECASE)
_MINUTE = re.compile(r"^\d{1,4}/\d{1,4}\s+")
_PROPOSAL = re.compile(rf"{alternation('verbs', 'decided', 'put_as')}:\s+(?=[A-Z])")
_WHAT = re.compile(r"\b(?:that|to)\b", re.IGNORECASE)


def told(parts: Sequence[Section], board: str, title: Piece | None) -> list[Statement]:
    """Sentences that record a decision by their wording alone; ``title`` is that of their item.

    What became of a motion may stand in a later section than it.
    """
    before = title
    found, application = list[Statement](), Application()
    summed = any(section.name == "decision" for section in parts)
    for section in parts:
        if pieces := may_tell(section, board, title, summed=summed):
            if title and pieces[0].paragraph is title.paragraph:
                before = None
            reading = _Reading(board, title, found, before=before, application=application)
            for piece, after in zip_longest(pieces, pieces[1:]):
                if piece.paragraph.kind is Kind.TABLE:
                    reading.close_lead()
                elif after is not None and heads_decisions(piece, after):
                    reading.head(piece)
                else:
                    reading.read(piece)
            reading.finish()
            before = reading.before
    return found


@dataclass
class _Reading:
    """Reading one section sentence by sentence: a motion waits for what became of it."""

    board: str
    title: Piece | None
    found: list[Statement]
    motion: list[Piece] = field(default_factory=list)
    held: bool = False
    led: LedList | None = None
    before: Piece | None = None
    fresh: bool = False
    application: Application = field(default_factory=Application)

    @property
    def _topic(self) -> str:
        return self.title.text if self.title else ""

    def finish(self) -> None:
        """Take the last motion for a decision if it was seconded."""
        self.close_lead()
        self._close_motion()

    def read(self, piece: Piece) -> None:
        """Read a paragraph; how each member voted stands between a motion and its fate."""
        deeper = self.led is not None and self.led.goes_deeper(piece)
        if deeper or sayings.is_passed_over(piece.text):
            return
        if self._runs_on(piece):
            self._extend(piece)
            self.before = piece
            return
        if self.led is None and self._was_moved(piece):
            self.led = LedList(self.motion.pop())
        if self.led is not None and self.led.takes(piece, self.board):
            return
        if self.led is not None and self._settles_listed(piece, self.led):
            self._extend(piece)
            return
        if self.led is not None and self.led.leads_to(piece):
            lead = "\n".join(p.text for p in (*self.motion, self.led.lead))
            self.found.append(Statement((piece,), piece.paragraph.number, lead))
            self.fresh = True
            self.led.depth, self.led.last = piece.paragraph.level or 1, piece
            return
        self._leave_lead(piece)
        said = list(filter(_has_words, map(_behind_label, sentences(piece))))
        for at, sentence in enumerate(said):
            if self.application.may_take(sentence) and self._is_applied_for(sentence):
                self.before, self.fresh = sentence, False
                continue
            opens = at == 0 and not self._only_tells(sentence, said[1:])
            self._sentence(sentence, opens=opens, ends=sentence.end == piece.end)
            if not sayings.assigns(sentence.text):
                self.before = sentence
            self.application.told()

    def _is_applied_for(self, sentence: Piece) -> bool:
        """Whether a line is one of a planning application, and says nothing of it yet."""
        text = sentence.text.strip()
        told = sayings.is_verdict(text) or sayings.decides(text, self.board, self._topic)
        told = told or motions.makes(text) or sayings.assigns(text)
        return not (self.motion or told) and self.application.takes(sentence)

    def _settles_listed(self, piece: Piece, led: LedList) -> bool:
        """Whether a line below what was moved says only who seconded it, or what became of it."""
        said = motions.only_seconds(piece.text) or sayings.is_verdict(piece.text)
        return said and led.last is not None and motions.records(led.lead.text)

    def _runs_on(self, piece: Piece) -> bool:
        """Whether a paragraph says what the line above it decides: "Members resolved", "to"."""
        goes = piece.text[:1].islower() and THAT.match(piece.text) is not None
        above = self.before.text.rstrip() if self.before is not None else ""
        bare = above[-1:].isalpha() and _WHAT.search(above) is None
        return goes and bare and not self.motion and self.led is None and self._is_right_above()

    def head(self, piece: Piece) -> None:
        """Take a word that stands over a list as leading in to it."""
        self.close_lead()
        self._close_motion()
        self.led = LedList(piece)

    def _only_tells(self, sentence: Piece, after: Sequence[Piece]) -> bool:
        """Whether what was noted only leads up to a decision in the same paragraph."""
        return sayings.notes(sentence.text) and any(
            sayings.decides(other.text, self.board, self._topic) for other in after
        )

    def _leave_lead(self, piece: Piece) -> None:
        """Leave a lead-in behind; one line between it and what it leads to is let pass."""
        if self.led is not None and self.led.waits(piece):
            return
        self.close_lead()
        bare = names_decider(piece, self.board)
        self.led = LedList(piece, bare) if bare or self._breaks_off(piece) else None

    def _breaks_off(self, piece: Piece) -> bool:
        """Whether a paragraph names who is to do what was moved, or breaks off in it."""
        moves = bool(self.motion) and RUNS_ON.search(self.motion[-1].text) is not None
        that = piece.text.rstrip().endswith(":") and THAT.match(piece.text) is not None
        words = len(piece.text.split())
        return that and words > 1 and (moves or words <= _BODY_WORDS)

    def close_lead(self) -> None:
        """A lead-in that names its business is a decision, with what is listed below."""
        if (led := self.led) is None:
            return
        names = bool(led.named) or names_business(led.lead.text)
        if led.depth is None and (names or self._tells_alone(led.lead.text)):
            self.found.append(Statement((*self.motion, led.lead, *led.named)))
            self.found += [Statement((piece,), piece.paragraph.number) for piece in led.apart]
            self.fresh = True
        self.led, self.motion = None, []

    def _tells_alone(self, lead: str) -> bool:
        """Whether a lead-in that leads to nothing is a decision itself."""
        much = len(lead.split()) >= _MUCH and FOLLOWING.search(lead) is None
        whole = much and not lead.rstrip().endswith((" that", ","))
        return whole and sayings.decides(lead, self.board, self._topic)

    def _sentence(self, sentence: Piece, *, opens: bool, ends: bool) -> None:
        text = _MINUTE.sub("", sentence.text.strip())
        if self.fresh and (sayings.signs(text) or motions.only_seconds(text)):
            self._extend(sentence)
        elif self.fresh and elects(text, self.found[-1].text):
            self._extend(sentence, verdict=sentence.text)
        elif motions.records(text) and not RUNS_ON.search(text):
            self._record(sentence, opens)
        elif self._words_label(sentence):
            self.motion.append(sentence)
        elif _is("declines", text) and any(_is("nominates", one.text) for one in self.motion):
            self.motion = []
        elif sayings.is_verdict(text):
            self._verdict(sentence, opens)
        elif sayings.is_votes(text):
            self._votes(sentence)
        elif sayings.decides(text, self.board, self._topic) or self._settles(text, opens):
            self._decided(sentence, ends)
        elif _is("speeches", text):
            self.fresh, self.held = False, True
        elif motions.makes(text) or (
            motions.seconds(text) and (self.motion or says_outcome(sentence.text))
        ):
            self._moved(sentence, opens)
        elif (sayings.is_filler(text) or sayings.assigns(text)) and (self.motion or self.fresh):
            return
        elif self._goes_on(text, sentence):
            self.motion.append(sentence)
        else:
            self.fresh = False
            self.held = self.held or opens

    def _settles(self, text: str, opens: bool) -> bool:
        """Whether a sentence that opens notes what is business, and not who could not come, or
        one who was proposed before agrees to serve.
        """
        notes = opens and sayings.notes(text) and not sayings.is_courtesy(text, self._topic)
        return notes or (not self.held and consents(text, self.motion))

    def _moved(self, sentence: Piece, opens: bool) -> None:
        """A sentence that makes a motion, or seconds the one that was made."""
        held = " ".join(piece.text for piece in self.motion)
        if self._under_label() and is_listed(sentence) and motions.seconds(held):
            return
        again = motions.mover(held) is not None and motions.mover(sentence.text) is not None
        counted = votes(held).against is not None
        anew = self.held or counted or (opens and motions.seconds(held))
        if self.fresh and not self.motion and says_again(sentence.text, self.found[-1].text):
            self._extend(sentence)
            return
        if again or (anew and motions.makes(sentence.text) and not self._wants_words()):
            self._close_motion()
        if says_outcome(sentence.text):
            self.found.append(Statement((*self.motion, sentence), verdict=sentence.text))
            self.motion, self.fresh, self.held = [], True, False
            return
        self.motion.append(sentence)
        self.fresh = self.held = False

    def _was_moved(self, piece: Piece) -> bool:
        """Whether a list begins with what was moved by those whom the lines above it name."""
        moved = bool(self.motion) and motions.records(self.motion[-1].text)
        return moved and is_listed(piece) and THAT.match(piece.text) is not None

    def _goes_on(self, text: str, sentence: Piece) -> bool:
        """Whether a sentence tells more of what is moved: "to:", and what the rule is then; or
        is one of the conditions listed below it.
        """
        if not self.motion or self.held:
            return False
        led = any(piece.text.rstrip().endswith(":") for piece in self.motion)
        listed = led and is_listed(sentence)
        return self._wants_words() or listed or text.endswith(":") or _is("puts", text)

    def _wants_words(self) -> bool:
        """Whether a motion breaks off, or nothing is said yet of what was moved."""
        said = [piece.text for piece in self.motion if piece is not self.title]
        last = self.motion[-1].text if self.motion else ""
        hangs = last.rstrip().endswith(":") or _HANGS.search(last) is not None
        return hangs or all(map(motions.records, said))

    def _words_label(self, sentence: Piece) -> bool:
        """Whether a sentence is of the motion under a label: the first, and those of text up to who
        moved it.
        """
        if not self._under_label() or sayings.is_verdict(sentence.text):
            return False
        moved = any(motions.mover(one.text) for one in self.motion)
        talk = moved or is_listed(sentence) or sayings.is_votes(sentence.text)
        return len(self.motion) == 1 or not talk

    def _under_label(self) -> bool:
        """Whether the motion that waits stands under a label, and bullets tell its debate."""
        return bool(self.motion) and motions.is_label(self.motion[0].text)

    def _record(self, sentence: Piece, opens: bool) -> None:
        """Who moved or seconded what was just said; in the same words it may say what became."""
        if self.fresh or (opens and not self.motion and self._is_right_above()):
            self._extend(sentence)
            self.fresh = True
            return
        if not self.motion or (self.held and not self._under_label()):
            self._close_motion()
            self.motion = [self.before] if self.before is not None else []
        if says_outcome(sentence.text):
            self._verdict(sentence, opens)
        else:
            self.motion.append(sentence)

    def _is_right_above(self) -> bool:
        """Whether the paragraph just read holds the last decision."""
        last = self.found[-1].pieces[-1].paragraph if self.found else None
        return last is not None and self.before is not None and self.before.paragraph is last

    def _decided(self, sentence: Piece, ends: bool) -> None:
        held = " ".join(piece.text for piece in self.motion)
        if self.held or (motions.seconds(held) and is_another(sentence.text, held)):
            self._close_motion()
        breaks = sentence.text.rstrip().endswith(" and") and not motions.makes(sentence.text)
        leads = breaks or (LEAD.search(sentence.text) and not _is("counted_below", sentence.text))
        if ends and leads and not gives_reasons(sentence.text):
            self.led = LedList(sentence)
            return
        before = [] if self.motion else self._pointed_at(sentence)
        fate = sentence.text if before else ""
        self.found.append(Statement((*self.motion, *before, sentence), verdict=fate))
        self.motion, self.fresh = [], True

    def _pointed_at(self, sentence: Piece) -> list[Piece]:
        """What "this was agreed" says it of: the sentence before it, where that decides nothing."""
        before = None if self.fresh else self.before
        near = before is not None and before.paragraph is sentence.paragraph
        return [before] if before and near and _is("points_back", sentence.text) else []

    def _verdict(self, sentence: Piece, opens: bool) -> None:
        """What became of a motion, of the decision just read, or of the sentence before."""
        if self.motion and (opens or not self.held):
            self.found.append(Statement((*self.motion, sentence), verdict=sentence.text))
            self.motion, self.held = [], False
        elif self._amended(sentence):
            self._extend(sentence, -2, verdict=sentence.text)
        elif self.fresh or self._awaited(sentence) or (opens and self._is_right_above()):
            self._extend(sentence)
        elif not (tells_vote(sentence.text) or self._on_absent(sentence) or self._is_listed(opens)):
            self._close_motion()
            before = self.application.told()
            if not before and self.before is not None:
                before = (entry_of(self.before, sentence),)
            self.found.append(Statement((*before, sentence), verdict=sentence.text))
        self.fresh = bool(self.found) and self.found[-1].pieces[-1] == sentence

    def _is_listed(self, opens: bool) -> bool:
        """Whether a verdict is one of those of which a lead-in said that they were agreed."""
        return opens and any(announces(statement.text) for statement in self.found)

    def _on_absent(self, verdict: Piece) -> bool:
        """Whether what stands before is on those who could not come, and was not accepted."""
        before = self.before.text if self.before else ""
        return sayings.is_courtesy(f"{before} {verdict.text}", f"{self._topic} {verdict.text}")

    def _awaited(self, sentence: Piece) -> bool:
        """Whether "the motion" is that of the last statement, of which no fate is told so far."""
        last = self.found[-1] if self.found and not self.motion else None
        waits = last is not None and not last.verdict and motions.seconds(last.text)
        return waits and _is("of_a_motion", sentence.text)

    def _votes(self, sentence: Piece) -> None:
        if self.motion:
            self.motion.append(sentence)
        elif self.fresh:
            self._extend(sentence)

    def _amended(self, sentence: Piece) -> bool:
        """Whether "the motion" is that which the last statement would have amended."""
        if len(self.found) < 2 or not _is("of_an_amendment", self.found[-1].text):
            return False
        before, last = self.found[-2:]
        told = last.verdict != "" and not _is("of_an_amendment", sentence.text)
        waits = not before.verdict and motions.seconds(before.text)
        return told and waits and _is("of_a_motion", sentence.text)

    def _extend(self, sentence: Piece, at: int = -1, verdict: str = "") -> None:
        last = self.found[at]
        pieces = (*last.pieces, sentence)
        self.found[at] = replace(last, pieces=pieces, verdict=verdict or last.verdict)

    def _close_motion(self) -> None:
        """A motion whose fate is not told counts when it was moved and seconded."""
        text = " ".join(piece.text for piece in self.motion)
        whole = not (RUNS_ON.search(text) or motions.waits(text)) or names_business(text)
        whole = whole or verdict_of(text) is not None
        fate = motions.seconds(text) or motions.is_made(text) or votes(text).against is not None
        if self.motion and fate and whole:
            self.found.append(Statement(tuple(self.motion)))
        self.motion, self.held = [], False


def _is(kind: str, text: str) -> bool:
    """Whether a text has words of a kind of the table."""
    return matches(text, "verbs", "decided", kind)


def _behind_label(sentence: Piece) -> Piece:
    """A sentence without the label "Proposal:" before it."""
    start = _PROPOSAL.match(sentence.paragraph.text, sentence.start, sentence.end)
    return replace(sentence, start=start.end()) if start else sentence


def _has_words(piece: Piece) -> bool:
    return any(map(str.isalnum, piece.text))
