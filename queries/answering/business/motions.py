"""Motions: who moved and seconded them, and how the vote went."""

from collections.abc import Sequence

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, has_names
from queries.answering.structured import Row
from queries.graphs.terms import iri_list
from queries.retrieval.statements import Statement
from queries.texts.wording import says

SURE = 0.4
"""The least share of the subject that a motion must speak of."""
NEAR = 0.9
"""Motions are told down to this part of the share of the best one."""
MOST = 6
"""The most motions that are told."""
_MOTIONS = """
SELECT DISTINCT ?fact ?text ?moved ?seconded ?for ?against ?abstained ?outcome ?paragraph
WHERE {
  VALUES ?fact { %s }
  ?fact a mb:Decision ; mb:text ?text .
  OPTIONAL { ?fact mb:movedBy/foaf:name ?moved }
  OPTIONAL { ?fact mb:secondedBy/foaf:name ?seconded }
  OPTIONAL { ?fact mb:votesFor ?for }
  OPTIONAL { ?fact mb:votesAgainst ?against }
  OPTIONAL { ?fact mb:abstentions ?abstained }
  OPTIONAL { ?fact mb:outcome ?outcome }
  OPTIONAL { ?fact mb:statedIn ?paragraph }
}
ORDER BY ?fact ?text ?moved ?seconded ?paragraph"""
_OF_PEOPLE = """SELECT DISTINCT ?fact
WHERE { VALUES ?person { %s } ?fact mb:movedBy|mb:secondedBy ?person }
ORDER BY ?fact"""
_TOLD = ("moved", "seconded", "for", "against", "abstained")
"""What makes a decision a motion, in the order it is told."""
_OF_VOTES = frozenset({"vote", "tally"})


def by_motion(asking: Asking) -> Found | None:
    """The movers, seconders and votes of the motions asked about; None where none are told."""
    chosen = _chosen(asking)
    if not chosen:
        return None
    sparql = _MOTIONS % iri_list(chosen)
    rows = [row for row in asking.graph.select(sparql).dicts() if _moved(row)]
    rows.sort(key=lambda row: chosen.index(str(row["fact"])))
    facts = list(dict.fromkeys(str(row["fact"]) for row in rows))[:MOST]
    told = [row for row in rows if str(row["fact"]) in facts]
    if not told or all(row["paragraph"] is None for row in told):
        return None
    if asking.question.expects in _OF_VOTES and not any(map(_voted, told)):
        return None
    if asking.question.expects == "mover" and not any(map(_named, told)):
        return None
    return Found(
        answer="\n".join(dict.fromkeys(map(_line, told))),
        values=_values(told),
        quotes=[Quote(str(row["paragraph"])) for row in told if row["paragraph"] is not None],
        sparql=(_MOTIONS % iri_list(facts)).strip(),
        facts=tuple(facts),
    )


def _chosen(asking: Asking) -> list[str]:
    """The decisions that the question speaks of; those of a person it names alone, unless it asks
    who moved them.
    """
    people = () if asking.question.expects == "mover" else asking.question.named("Person")
    held = asking.graph.select(_OF_PEOPLE % iri_list(people)).rows if people else []
    own = [str(fact) for (fact,) in held]
    kept = [one for one in asking.matches if not own or one.statement.iri in own]
    kept = [one for one in kept if has_names(asking, _with_titles(one.statement))]
    if not kept or kept[0].share < SURE:
        return own
    least = NEAR * kept[0].share
    return [one.statement.iri for one in kept if one.share >= least]


def _with_titles(motion: Statement) -> str:
    """The words of a motion, with the titles around it."""
    return "\n".join((motion.words, *sorted(motion.about)))


def _moved(row: Row) -> bool:
    """Whether a row tells a mover, a seconder or votes."""
    return any(row[name] is not None for name in _TOLD)


def _named(row: Row) -> bool:
    """Whether a row tells who moved or seconded it."""
    return any(row[name] is not None for name in _TOLD[:2])


def _voted(row: Row) -> bool:
    """Whether a row tells how the vote went."""
    counted = any(row[name] is not None for name in _TOLD[2:])
    return counted or says(str(row["text"]), "shows", "vote")


def _line(row: Row) -> str:
    """A motion with who moved it and how the vote went."""
    said = {
        "moved": "moved by {}",
        "seconded": "seconded by {}",
        "for": "{} for",
        "against": "{} against",
        "abstained": "{} abstained",
        "outcome": "{}",
    }
    parts = [form.format(row[name]) for name, form in said.items() if row[name] is not None]
    return f"{row['text']} ({', '.join(parts)})"


def _values(rows: Sequence[Row]) -> tuple[str, ...]:
    """The movers, seconders and numbers of votes, each once."""
    told = (str(row[name]) for row in rows for name in _TOLD if row[name] is not None)
    return tuple(dict.fromkeys(told))
