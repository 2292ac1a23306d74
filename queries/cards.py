"""What the card of each kind of resource gathers, as patterns of SPARQL.

In a pattern ``?this`` is the resource shown. It binds ``?label`` and, where they
are there, ``?iri`` (the resource linked to), ``?detail``, ``?date``, ``?group``
(a heading that parts one group into several), ``?order`` (a number that puts links
in order before all else), ``?parent`` (the link of an earlier
group that it stands under) and ``?fact`` (what the link was read from, so that its
source can be named); or, where a paragraph itself is the source, ``?paragraph`` with
its ``?file``, ``?page`` and ``?number``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gathering:
    """A group of links: its title and the pattern that finds them."""

    title: str
    pattern: str


_ITEM_PARTS = """
  {{ ?iri mb:onItem {item} ; a mb:Report ; dct:title ?label . BIND("report" AS ?detail) }}
  UNION
  {{ ?iri mb:madeIn/mb:onItem {item} ; a mb:Recommendation ; mb:text ?label .
    BIND("recommendation" AS ?detail) }}
  UNION
  {{ ?iri mb:onItem {item} ; a mb:Decision ; mb:text ?label .
    OPTIONAL {{ ?iri mb:outcome ?outcome }} BIND(COALESCE(?outcome, "decision") AS ?detail) }}
  UNION
  {{ ?iri mb:arisesFrom|mb:arisesFrom/mb:onItem {item} ; a mb:Action ; mb:text ?label .
    BIND("action" AS ?detail) }}
  BIND(?iri AS ?fact)
"""

_PAPERS = Gathering(
    "papers",
    "?iri mb:ofMeeting ?this ; mb:fileName ?label ; mb:kind ?detail . "
    "OPTIONAL { ?iri dct:date ?date }",
)

_ATTENDANCE_OF_MEETING = Gathering(
    "attendance",
    """
  ?fact a mb:Attendance ; mb:atMeeting ?this ; mb:person ?iri ; mb:attendanceStatus ?status .
  ?iri foaf:name ?label .
  OPTIONAL { ?fact mb:capacity ?capacity }
  OPTIONAL { ?fact mb:representing/skos:prefLabel ?body }
  OPTIONAL { ?fact mb:substituteFor/foaf:name ?absent }
  BIND(CONCAT(?status, COALESCE(CONCAT(", ", ?capacity), "")) AS ?group)
  BIND(COALESCE(CONCAT("for ", ?absent), ?body) AS ?detail)
  VALUES (?status ?order) { ("present" 1) ("in attendance" 2) ("apologies" 3) ("absent" 4) }
""",
)

_ITEMS_OF_MEETING = Gathering(
    "items",
    "?iri a mb:AgendaItem ; mb:atMeeting ?this ; mb:itemNumber ?n ; dct:title ?title . "
    'BIND(CONCAT(?n, ". ", ?title) AS ?label) BIND(?iri AS ?fact) '
    'BIND(xsd:integer(REPLACE(?n, "^[^0-9]*([0-9]+).*$", "$1")) AS ?order)',
)

_PARTS_OF_MEETING = Gathering(
    "items",
    "?parent a mb:AgendaItem ; mb:atMeeting ?this . " + _ITEM_PARTS.format(item="?parent"),
)

_OTHER_DECISIONS = Gathering(
    "other decisions",
    "?iri a mb:Decision ; mb:decidedAt ?this ; mb:text ?label . "
    "FILTER NOT EXISTS { ?iri mb:onItem ?item } "
    "OPTIONAL { ?iri mb:outcome ?detail } BIND(?iri AS ?fact)",
)

_OTHER_ACTIONS = Gathering(
    "other actions",
    "?iri a mb:Action ; mb:arisesFrom ?this ; mb:text ?label . "
    "OPTIONAL { ?iri mb:actionStatus ?detail } OPTIONAL { ?iri mb:dueDate ?date } "
    "BIND(?iri AS ?fact)",
)

_MEETING_LABEL = "BIND(?board AS ?label)"

_PERSON = (
    Gathering(
        "memberships",
        """
  ?fact a org:Membership ; org:member ?this ; org:organization ?iri .
  ?iri skos:prefLabel ?label .
  OPTIONAL { ?fact org:role/skos:prefLabel ?role }
  OPTIONAL { ?fact mb:period ?period }
  OPTIONAL { ?fact mb:asOf ?date }
  OPTIONAL { ?fact mb:partyName ?party }
  BIND(COALESCE(?role, "member") AS ?as)
  BIND(CONCAT(?as, COALESCE(CONCAT(", ", ?period), ""), COALESCE(CONCAT(", ", ?party), ""))
    AS ?detail)
""",
    ),
    Gathering(
        "attendance",
        """
  ?fact a mb:Attendance ; mb:person ?this ; mb:atMeeting ?iri ; mb:attendanceStatus ?status .
  ?iri dct:date ?date ; mb:heldBy/skos:prefLabel ?board .
  OPTIONAL { ?fact mb:capacity ?capacity }
  BIND(CONCAT(?status, COALESCE(CONCAT(", ", ?capacity), "")) AS ?detail)
"""
        + _MEETING_LABEL,
    ),
    Gathering(
        "stood in by",
        "?fact mb:substituteFor ?this ; mb:person ?iri ; mb:atMeeting/dct:date ?date . "
        "?iri foaf:name ?label .",
    ),
    Gathering(
        "presented",
        "?iri mb:presentedBy ?this ; dct:title ?label ; mb:atMeeting/dct:date ?date . "
        "BIND(?iri AS ?fact)",
    ),
    Gathering(
        "contact for",
        "?iri mb:contactOfficer ?this ; dct:title ?label . "
        "OPTIONAL { ?iri mb:onItem/mb:atMeeting/dct:date ?date } BIND(?iri AS ?fact)",
    ),
    Gathering(
        "actions",
        "?iri mb:assignedTo ?this ; mb:text ?label . OPTIONAL { ?iri mb:actionStatus ?detail } "
        "OPTIONAL { ?iri mb:dueDate ?date } BIND(?iri AS ?fact)",
    ),
)

_ACTIONS_OF_BODY = Gathering(
    "actions",
    "?iri a mb:Action ; mb:assignedTo ?this ; mb:text ?label . "
    "OPTIONAL { ?iri mb:dueDate ?date } BIND(?iri AS ?fact)",
)
_MEMBERS = Gathering(
    "members",
    """
  ?fact a org:Membership ; org:organization ?this ; org:member ?iri .
  ?iri foaf:name ?label .
  OPTIONAL { ?fact org:role/skos:prefLabel ?role }
  OPTIONAL { ?fact mb:period ?period }
  OPTIONAL { ?fact mb:asOf ?day }
  OPTIONAL { ?fact mb:partyName ?party }
  BIND(COALESCE(?period, STR(?day), "undated") AS ?group)
  BIND(CONCAT(COALESCE(?role, "member"), COALESCE(CONCAT(", ", ?party), "")) AS ?detail)
""",
)
_MEETINGS_OF_BOARD = Gathering(
    "meetings",
    "?iri a mb:Meeting ; mb:heldBy ?this ; dct:date ?date . ?this skos:prefLabel ?board . "
    "BIND(?iri AS ?fact) " + _MEETING_LABEL,
)
_PEOPLE_OF_COUNCIL = Gathering(
    "people",
    """
  ?fact mb:representing ?this ; org:member|mb:person ?iri .
  ?iri foaf:name ?label .
  OPTIONAL { ?fact org:organization/skos:prefLabel ?of }
  OPTIONAL { ?fact mb:atMeeting/mb:heldBy/skos:prefLabel ?at }
  OPTIONAL { ?fact mb:atMeeting/dct:date ?date }
  BIND(COALESCE(?of, ?at) AS ?detail)
""",
)
_RECOMMENDATIONS_OF_BODY = Gathering(
    "recommendations",
    '{ ?iri mb:madeBy ?this BIND("made by it" AS ?detail) } UNION '
    '{ ?iri mb:addressedTo ?this BIND("addressed to it" AS ?detail) } '
    "?iri mb:text ?label . BIND(?iri AS ?fact)",
)
_MENTIONED = Gathering(
    "named in",
    """
  ?iri mb:mentions ?this ; mb:text ?label ; mb:inDocument ?document ; mb:ordinal ?order .
  ?document dct:title ?group ; mb:fileName ?file .
  OPTIONAL { ?document dct:date ?date }
  OPTIONAL { ?iri mb:page ?page }
  OPTIONAL { ?iri mb:number ?number }
  BIND(?iri AS ?paragraph)
""",
)
_FIGURES = Gathering(
    "figures",
    "?iri a mb:Figure ; mb:about ?this ; mb:text ?label . OPTIONAL { ?iri mb:asOf ?date } "
    "OPTIONAL { ?iri mb:unit ?detail } BIND(?iri AS ?fact)",
)
_HISTORY = Gathering(
    "history",
    """
  ?iri a mb:Step ; mb:concerns ?this ; dct:date ?date ; mb:stepKind ?detail .
  ?matter mb:step ?iri ; dct:title ?label .
  FILTER NOT EXISTS { ?matter dct:isPartOf ?whole }
  BIND(?iri AS ?fact)
""",
)
_STEPS = Gathering(
    "steps",
    """
  ?this mb:step ?iri . ?iri dct:date ?date ; mb:stepKind ?detail .
  OPTIONAL { ?iri mb:concerns/(dct:title|mb:text) ?named }
  BIND(COALESCE(?named, "untitled") AS ?label)
  BIND(?iri AS ?fact)
""",
)
_BODY = (_MEMBERS, _PEOPLE_OF_COUNCIL, _RECOMMENDATIONS_OF_BODY, _ACTIONS_OF_BODY, _MENTIONED)

KNOWN_AS = Gathering(
    "known as",
    """
  ?fact a mb:Link ; rdf:predicate mb:mergedInto ; rdf:object ?this ; rdf:subject ?form ;
    mb:text ?label ; mb:rule ?rule ; mb:confidence ?sure .
  OPTIONAL { ?fact mb:within/mb:fileName ?file }
  BIND(CONCAT(?rule, ", ", STR(?sure), COALESCE(CONCAT(", in ", ?file), "")) AS ?detail)
""",
)
"""The other names under which papers know a resource, each with the rule that joined it."""

CORRECTIONS = Gathering(
    "corrections",
    """
  { ?this ^mb:mergedInto? ?named } UNION { ?within rdf:object ?this ; mb:within ?paper ;
    rdf:subject ?named }
  ?iri a mb:Curation ; rdf:subject|rdf:object ?named ; mb:verdict ?verdict ;
    rdf:subject ?subject ; mb:because ?because ; mb:curatedBy ?by ; dct:date ?date .
  OPTIONAL { ?iri rdf:predicate ?property }
  OPTIONAL { ?iri rdf:object ?value }
  BIND(REPLACE(STR(?property), "^.*[#/]", "") AS ?name)
  BIND(CONCAT(?verdict, COALESCE(CONCAT(" ", ?name), ""), ": ",
    REPLACE(STR(?subject), "^.*/", ""),
    COALESCE(CONCAT(", ", REPLACE(STR(?value), "^.*/", "")), "")) AS ?label)
  BIND(CONCAT(?by, ": ", ?because) AS ?detail)
""",
)
"""What people corrected of a resource, under any of its names."""

CARDS: dict[str, tuple[Gathering, ...]] = {
    "Meeting": (
        _PAPERS,
        _ATTENDANCE_OF_MEETING,
        _ITEMS_OF_MEETING,
        _PARTS_OF_MEETING,
        _OTHER_DECISIONS,
        _OTHER_ACTIONS,
    ),
    "Person": (*_PERSON, _MENTIONED),
    "Board": (_MEETINGS_OF_BOARD, _MEMBERS, _RECOMMENDATIONS_OF_BODY, _MENTIONED),
    "Council": _BODY,
    "Organisation": _BODY,
    "Programme": (_FIGURES, _MENTIONED),
    "Document": (
        Gathering("reports", "?iri a mb:Report ; mb:inDocument ?this ; dct:title ?label ."),
        Gathering(
            "facts read from it",
            """
  { SELECT ?label (COUNT(DISTINCT ?read) AS ?count)
    WHERE { ?read mb:statedIn/mb:inDocument ?this ; a ?type .
            BIND(REPLACE(STR(?type), "^.*[#/]", "") AS ?label) }
    GROUP BY ?label }
  BIND(STR(?count) AS ?detail)
""",
        ),
    ),
    "Paragraph": (
        Gathering(
            "facts stated in it",
            "?iri mb:statedIn ?this ; a ?type . "
            'BIND(REPLACE(STR(?type), "^.*[#/]", "") AS ?detail) '
            "OPTIONAL { ?iri foaf:name|skos:prefLabel|dct:title|mb:text ?named } "
            "OPTIONAL { ?iri mb:person|org:member ?person . ?person foaf:name ?name } "
            'BIND(COALESCE(?named, ?name, REPLACE(STR(?iri), "^.*/", "")) AS ?label) '
            "BIND(?iri AS ?fact)",
        ),
        Gathering(
            "names in it",
            "?this mb:mentions ?iri . ?iri foaf:name|skos:prefLabel|dct:title ?label .",
        ),
    ),
    "AgendaItem": (Gathering("parts", _ITEM_PARTS.format(item="?this")),),
    "Report": (
        Gathering("recommendations", "?iri mb:madeIn ?this ; mb:text ?label . BIND(?iri AS ?fact)"),
        _HISTORY,
    ),
    "Recommendation": (
        Gathering(
            "decisions",
            "?iri mb:decidesOn ?this ; mb:text ?label ; mb:decidedAt/dct:date ?date . "
            "OPTIONAL { ?iri mb:outcome ?detail } BIND(?iri AS ?fact)",
        ),
        Gathering(
            "actions",
            "?iri mb:arisesFrom/mb:decidesOn ?this ; mb:text ?label . "
            "OPTIONAL { ?iri mb:actionStatus ?detail } BIND(?iri AS ?fact)",
        ),
        _HISTORY,
    ),
    "Decision": (
        Gathering(
            "actions",
            "?iri mb:arisesFrom ?this ; mb:text ?label . "
            "OPTIONAL { ?iri mb:actionStatus ?detail } BIND(?iri AS ?fact)",
        ),
        _HISTORY,
    ),
    "Action": (_HISTORY,),
    "Matter": (_STEPS,),
}
"""The groups of a card by the local name of the class; order of classes is their precedence."""

COLUMNS = (
    "group", "iri", "label", "detail", "date", "parent", "fact", "paragraph", "file", "page",
    "number",
)  # fmt: skip
"""The columns of the query of a gathering, in order."""


def query_of(gathering: Gathering) -> str:
    """The SELECT of a gathering; its columns are `COLUMNS`."""
    selected = " ".join(f"?{column}" for column in COLUMNS)
    return (
        f"SELECT DISTINCT {selected} WHERE {{ {gathering.pattern} }} "
        "ORDER BY ?order ?group ?date ?label ?iri ?fact ?detail"
    )
