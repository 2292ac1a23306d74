"""Who of a party came to a meeting, or stayed away: lists of those who came give no parties, lists
of members do.
"""

from dataclasses import replace

from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.structured import SURE, by_facts, told_by
from queries.graphs.terms import iri_list, string_list
from queries.retrieval.evidence import STATUSES

_OF_PARTY = """SELECT DISTINCT ?fact
WHERE {
  VALUES ?fact { %s }
  VALUES ?party { %s }
  ?fact mb:person ?person .
  ?membership org:member ?person ; mb:partyName ?party .
}"""
MOST = 80
"""The most that are told."""


def by_presence(asking: Asking) -> Found | None:
    """Who came or stayed away, of the party that is named where one is."""
    return _by_party(asking) or by_facts(asking)


def _by_party(asking: Asking) -> Found | None:
    """Those of the parties named; None where none is, or nobody of them."""
    question = asking.question
    if question.way not in STATUSES or not question.parties or question.named("Person"):
        return None
    of_all = replace(asking, question=replace(question, parties=()))
    facts = [one.statement.iri for one in of_all.matches if one.share > SURE]
    query = _OF_PARTY % (iri_list(facts), string_list(question.parties))
    ours = {str(fact) for (fact,) in asking.graph.select(query).rows}
    told = [fact for fact in facts if fact in ours][:MOST]
    return told_by(asking, told, question.way) if told else None
