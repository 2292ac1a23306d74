"""Who of a party, a council or a kind of council came to a meeting, or stayed away: lists of those
who came give no parties, lists of members do.
"""

from dataclasses import replace

from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking, with_titles
from queries.answering.meetings.meeting_places import without_venue
from queries.answering.people.incumbent import EVERYBODY
from queries.answering.people.senders import (
    by_kind_of_council,
    by_kind_of_sender,
    by_organisation,
)
from queries.answering.structured import SURE, TELLINGS, by_facts, told_by, with_number
from queries.graphs.terms import iri_list, string_list
from queries.texts.wording import says, stems
from queries.understanding.question import labelled

_SUBSTITUTE = "substitute"
_NOT_THERE = {"apologies": "apologies", "absence": "anybody's absence"}
"""The ways of asking for those who did not come, and what a passage must tell of."""
_OF_PARTY = """SELECT DISTINCT ?fact
WHERE {
  VALUES ?fact { %s }
  VALUES ?party { %s }
  ?fact mb:person ?person .
  ?membership org:member ?person ; mb:partyName ?party .
}"""

_LISTED = """SELECT DISTINCT ?fact ?text
WHERE { VALUES ?fact { %s } ?fact mb:statedIn/mb:text ?text }
ORDER BY ?fact ?text"""

_BESIDE_MEMBERS = ("observer", "guest", "officer")
"""The capacities of those who come to a meeting and are no members."""
_NO_MEMBERS = """SELECT DISTINCT ?fact
WHERE {
  VALUES ?fact { %s }
  VALUES ?as { %s }
  ?fact mb:person ?person ; mb:statedIn/mb:inDocument ?paper .
  { ?fact mb:capacity ?as } UNION {
    ?membership org:member ?person ; org:role/skos:prefLabel ?as ; mb:statedIn/mb:inDocument ?paper
  }
}"""


def by_presence(asking: Asking) -> Found | Missing | None:
    """Who came or stayed away, of the party, council, kind of council or organisation that is named
    where one is; that no passage near the question tells of apologies, where these are asked for.
    """
    asking = without_venue(asking)
    some = _by_party(asking) or by_kind_of_council(asking) or by_kind_of_sender(asking)
    found = some or by_organisation(asking) or _by_members(asking)
    found = found or by_facts(asking) or _under_label(asking) or _by_council(asking)
    return found or _without_mark(asking)


def by_substitutes_there(asking: Asking) -> Found | None:
    """Who came to the meetings asked about as a substitute; None where it is said for whom."""
    question = asking.question
    if not question.periods or question.named("Person"):
        return None
    came = replace(question, way="attendance", capacities=(_SUBSTITUTE,), subject=(), expects=None)
    return by_facts(replace(asking, question=came))


def _without_mark(asking: Asking) -> Missing | None:
    """That no passage near a question for apologies, or for who was absent, tells of any."""
    way = asking.question.way
    if way not in _NOT_THERE:
        return None
    told = any(says(with_titles(hit.place), "marks", way) for hit in asking.result.hits)
    return None if told else Missing(f"No passage that speaks of this tells of {_NOT_THERE[way]}.")


def _by_council(asking: Asking) -> Found | None:
    """Those of the councils named at the meetings asked about, whatever else is said of these; None
    where none is named.
    """
    question = asking.question
    named = [one for one in question.mentions if one.kind == "Council"]
    if not named or not question.periods or question.named("Person"):
        return None
    words = " ".join(question.text[one.start : one.end] for one in named)
    return by_facts(replace(asking, question=replace(question, subject=tuple(stems(words)))))


def _under_label(asking: Asking) -> Found | None:
    """Those who came, or did not, in whose list the line above them names the capacity asked for,
    where no fact has it: a table of several meetings has groups of "Lead Peers" and "Observers".
    """
    question = asking.question
    asked = set(question.capacities) - {EVERYBODY}
    if not asked or question.named("Person"):
        return None
    of_all = replace(asking, question=replace(question, capacities=()))
    facts = [one.statement.iri for one in of_all.matches if one.share > SURE]
    rows = asking.graph.select(_LISTED % iri_list(facts)).rows if facts else ()
    told = [str(fact) for fact, text in rows if asked & _heads(str(text))]
    told = list(dict.fromkeys(told))[: TELLINGS[question.way].most]
    return with_number(asking, told_by(asking, told, question.way)) if told else None


def _heads(text: str) -> set[str]:
    """The capacities that the first of several lines names, which has one cell."""
    head, _, below = text.partition("\n")
    return set(labelled(head, "capacities")[0]) if below and "\t" not in head.strip() else set()


def _by_members(asking: Asking) -> Found | None:
    """The members who came, or did not, without those whom the paper has as observers, guests or
    officers; None where it has nobody so, or members are not asked for alone.
    """
    question = asking.question
    beside = says(question.text, "visiting") or says(question.text, "members_and")
    alone = says(question.text, "members") and not beside
    if not alone or question.named("Person"):
        return None
    facts = [one.statement.iri for one in asking.matches if one.share > SURE]
    query = _NO_MEMBERS % (iri_list(facts), string_list(_BESIDE_MEMBERS))
    others = {str(fact) for (fact,) in asking.graph.select(query).rows} if facts else set()
    told = [fact for fact in facts if fact not in others][: TELLINGS[question.way].most]
    return with_number(asking, told_by(asking, told, question.way)) if others and told else None


def _by_party(asking: Asking) -> Found | None:
    """Those of the parties named; None where none is, or nobody of them."""
    question = asking.question
    if not question.parties or question.named("Person"):
        return None
    of_all = replace(asking, question=replace(question, parties=()))
    facts = [one.statement.iri for one in of_all.matches if one.share > SURE]
    query = _OF_PARTY % (iri_list(facts), string_list(question.parties))
    ours = {str(fact) for (fact,) in asking.graph.select(query).rows}
    told = [fact for fact in facts if fact in ours][: TELLINGS[question.way].most]
    return told_by(asking, told, question.way) if told else None
