"""The terms of the graph as plain strings, so that questions need no RDF library.

The names follow the ontology beside this module (``kg/ontology/minutebook.ttl``),
which says what each of them means.
"""

BASE = "https://minutebook.example/id/"

MB = "https://w3id.org/minutebook/ns#"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DOCO = "http://purl.org/spar/doco/"
ELI = "http://data.europa.eu/eli/ontology#"
ELIDL = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"
SCHEMA = "http://schema.org/"
TIME = "http://www.w3.org/2006/time#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

NAMESPACES: dict[str, str] = {
    "mb": MB,
    "dct": DCT,
    "foaf": FOAF,
    "org": ORG,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "doco": DOCO,
    "eli": ELI,
    "elidl": ELIDL,
    "schema": SCHEMA,
    "time": TIME,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}
"""Prefix to namespace, for queries, results and files alike."""

# Classes

DOCUMENT = MB + "Document"
PARAGRAPH = MB + "Paragraph"
BOARD = MB + "Board"
COUNCIL = MB + "Council"
ORGANISATION = MB + "Organisation"
PERSON_CLASS = FOAF + "Person"
MEMBERSHIP = ORG + "Membership"
MEETING = MB + "Meeting"
ATTENDANCE = MB + "Attendance"
AGENDA_ITEM = MB + "AgendaItem"
REPORT = MB + "Report"
RECOMMENDATION = MB + "Recommendation"
DECISION = MB + "Decision"
ACTION = MB + "Action"
PROGRAMME = MB + "Programme"
FIGURE = MB + "Figure"
CITED_DOCUMENT = MB + "CitedDocument"
MEETING_REFERENCE = MB + "MeetingReference"
CONTACT_DETAILS = MB + "ContactDetails"
MATTER = MB + "Matter"
STEP = MB + "Step"
LINK = MB + "Link"
CURATION = MB + "Curation"
CONCEPT = SKOS + "Concept"

# Properties of other vocabularies

TYPE = RDF + "type"
SUBJECT = RDF + "subject"
PREDICATE = RDF + "predicate"
OBJECT = RDF + "object"
TITLE = DCT + "title"
DATE = DCT + "date"
ISSUED = DCT + "issued"
CREATOR = DCT + "creator"
PART_OF = DCT + "isPartOf"
SOURCE = DCT + "source"
REFERENCES = DCT + "references"
NAME = FOAF + "name"
PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
MEMBER = ORG + "member"
ORGANIZATION = ORG + "organization"
ROLE = ORG + "role"
UNIT_OF = ORG + "unitOf"
IDENTIFIER = ORG + "identifier"

# Documents and paragraphs

KIND = MB + "kind"
FILE_NAME = MB + "fileName"
SHA256 = MB + "sha256"
MEDIA_TYPE = MB + "mediaType"
PAGES = MB + "pages"
READER = MB + "reader"
DOUBT = MB + "doubt"
OF_MEETING = MB + "ofMeeting"
IN_DOCUMENT = MB + "inDocument"
ORDINAL = MB + "ordinal"
TEXT = MB + "text"
NUMBER = MB + "number"
PAGE = MB + "page"
HEADING = MB + "heading"
HEADING_JOIN = " › "
"""What stands between the headings of the path that `HEADING` gives."""
START = MB + "start"
END = MB + "end"
IN_REPORT = MB + "inReport"
ON_ITEM = MB + "onItem"
MENTIONS = MB + "mentions"

# Evidence

STATED_IN = MB + "statedIn"
QUOTE = MB + "quote"
CONFIDENCE = MB + "confidence"
RULE = MB + "rule"
BASIS = MB + "basis"

# People and bodies

HONORIFIC = MB + "honorific"
INITIALS = MB + "initials"
POSITION = MB + "position"
EMAIL = SCHEMA + "email"
PHONE = SCHEMA + "telephone"
JOB_TITLE = SCHEMA + "jobTitle"
GSS_CODE = MB + "gssCode"
COUNCIL_TYPE = MB + "councilType"
REPLACED_BY = MB + "replacedBy"
VALID_UNTIL = MB + "validUntil"
PARTY_NAME = MB + "partyName"
REPRESENTING = MB + "representing"
PERIOD = MB + "period"
AS_OF = MB + "asOf"
RUN_BY = MB + "runBy"
MERGED_INTO = MB + "mergedInto"

# Who is who, and what people correct

WITHIN = MB + "within"
WITHHELD_BY = MB + "withheldBy"
VERDICT = MB + "verdict"
BECAUSE = MB + "because"
CURATED_BY = MB + "curatedBy"

# Meetings

HELD_BY = MB + "heldBy"
START_TIME = MB + "startTime"
VENUE = MB + "venue"
PREVIOUS_MEETING = MB + "previousMeeting"
NEXT_MEETING = MB + "nextMeeting"
AT_MEETING = MB + "atMeeting"
PERSON = MB + "person"
ATTENDANCE_STATUS = MB + "attendanceStatus"
CAPACITY = MB + "capacity"
SUBSTITUTE_FOR = MB + "substituteFor"
ITEM_NUMBER = MB + "itemNumber"
PRESENTED_BY = MB + "presentedBy"
CONFIDENTIAL = MB + "confidential"
FIRST_PAGE = MB + "firstPage"
LAST_PAGE = MB + "lastPage"

# Reports, recommendations, decisions, actions, figures

PURPOSE = MB + "purpose"
CONTACT_OFFICER = MB + "contactOfficer"
PLAN_THEME = MB + "planTheme"
MADE_IN = MB + "madeIn"
ADDRESSED_TO = MB + "addressedTo"
MADE_BY = MB + "madeBy"
RESPONSE = MB + "response"
DECIDED_AT = MB + "decidedAt"
VERB = MB + "verb"
SEQUENCE = MB + "sequence"
OUTCOME = MB + "outcome"
DECIDES_ON = MB + "decidesOn"
DELEGATES_TO = MB + "delegatesTo"
MOVED_BY = MB + "movedBy"
SECONDED_BY = MB + "secondedBy"
VOTES_FOR = MB + "votesFor"
VOTES_AGAINST = MB + "votesAgainst"
ABSTENTIONS = MB + "abstentions"
ARISES_FROM = MB + "arisesFrom"
SAME_ACTION_AS = MB + "sameActionAs"
ASSIGNED_TO = MB + "assignedTo"
ASSIGNEE_AS_WRITTEN = MB + "assigneeAsWritten"
DUE_AS_WRITTEN = MB + "dueAsWritten"
DUE_DATE = MB + "dueDate"
PREVIOUS_DUE = MB + "previousDue"
ACTION_STATUS = MB + "actionStatus"
ACTION_STATUS_AS_WRITTEN = MB + "actionStatusAsWritten"
UPDATE = MB + "update"
VALUE = MB + "value"
UNIT = MB + "unit"
ABOUT = MB + "about"
ABOUT_AS_WRITTEN = MB + "aboutAsWritten"
CREATOR_AS_WRITTEN = MB + "creatorAsWritten"
BODY_AS_WRITTEN = MB + "bodyAsWritten"
WHEN = MB + "when"
CONTACT_OF = MB + "contactOf"

# Histories

STEP_OF = MB + "step"
STEP_KIND = MB + "stepKind"
CONCERNS = MB + "concerns"
REFERS_TO = MB + "refersTo"
NAMES_BY_NUMBER = MB + "namesByNumber"
SAME_ITEM_AS = MB + "sameItemAs"
FOR_ITEM = MB + "forItem"
BRINGS_ABOUT = MB + "bringsAbout"
TELLS_DONE = MB + "tellsDone"
TOLD_DONE_IN = MB + "toldDoneIn"
BEGAN_AT = MB + "beganAt"


def local_name(iri: str) -> str:
    """The last part of an IRI, after "#" or "/"."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
