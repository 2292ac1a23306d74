"""Whether a library is what it says: shapes, quotes, offsets, originals, indexes.

Each check gives `Problem` values; none of them means that all is well.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, groupby
from typing import TYPE_CHECKING

from embeddings.gather import all_passages
from embeddings.library import Library
from embeddings.names import names
from embeddings.openings import openings
from embeddings.passages import PASSED_OVER
from embeddings.statements import KINDS, statements
from kg.errors import IndexMismatch, NotFound, ReadError, StoreError
from kg.model import PARAGRAPH_BREAK
from kg.reading.read import read_document
from kg.store.graph import KnowledgeGraph
from kg.store.originals import Originals
from kg.store.values import Iri
from queries.graphs.terms import local_name

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHAPE, QUOTE, OFFSET, ORIGINAL, INDEX = "shape", "quote", "offset", "original", "index"
DOUBT = "doubt"

_LOST_QUOTES = """
SELECT DISTINCT ?fact ?quote ?file {
  GRAPH ?document {
    ?fact mb:quote ?quote .
    ?document mb:fileName ?file .
    FILTER NOT EXISTS {
      ?fact mb:statedIn ?paragraph . ?paragraph mb:text ?text FILTER(CONTAINS(?text, ?quote))
    }
  }
}
ORDER BY ?fact ?quote ?file
"""
_UNQUOTED = """
SELECT DISTINCT ?fact ?paragraph ?file {
  GRAPH ?document {
    ?fact mb:statedIn ?paragraph .
    ?document mb:fileName ?file .
    FILTER NOT EXISTS {
      ?fact mb:quote ?quote . ?paragraph mb:text ?text FILTER(CONTAINS(?text, ?quote))
    }
  }
}
ORDER BY ?fact ?paragraph ?file
"""
_PARAGRAPHS = """
SELECT ?document ?file ?paragraph ?ordinal ?start ?end (STRLEN(?text) AS ?length) {
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:start ?start ; mb:end ?end ;
    mb:text ?text .
  ?document mb:fileName ?file .
}
ORDER BY ?document ?ordinal
"""
_DOCUMENTS = """
SELECT DISTINCT ?document ?file ?sha256 {
  ?document a mb:Document ; mb:fileName ?file ; mb:sha256 ?sha256
}
ORDER BY ?file ?document
"""
_TEXTS = """
SELECT ?paragraph ?text { ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text }
ORDER BY ?ordinal
"""
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


_DOUBTS = """
SELECT ?document ?file ?doubt { ?document mb:doubt ?doubt ; mb:fileName ?file }
ORDER BY ?file ?document ?doubt
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    ``kind`` is "shape", "quote", "offset", "original" or "index", or "doubt" for a paper
    that a person should look at though nothing is wrong with it; ``about`` the resource,
    ``file`` the paper, where there is one; ``message`` is one line.
    """

    kind: str
    message: str
    about: Iri | None = None
    file: str | None = None


def check_library(library: Library, *, reread: bool = True) -> list[Problem]:
    """All that is wrong with a library, by kind of check.

    :param reread: also read every original again and compare its paragraphs, which takes
        about as long as reading did when the papers were added.
    """
    problems = check_graph(library.graph)
    if reread:
        problems += check_originals(library.graph, library.originals)
    return problems + check_indexes(library)


def doubtful(graph: KnowledgeGraph) -> list[Problem]:
    """The papers that yield far too little for their kind and length, with the reasons."""
    return [
        Problem(DOUBT, str(reason), Iri(document), str(file))
        for document, file, reason in graph.select(_DOUBTS).rows
    ]


def check_graph(graph: KnowledgeGraph) -> list[Problem]:
    """What is wrong within the graph: shapes, quotes and offsets."""
    return [*check_shapes(graph), *check_quotes(graph), *check_offsets(graph)]


def check_shapes(graph: KnowledgeGraph) -> list[Problem]:
    """What breaks the SHACL shapes of the ontology, over the union of all graphs."""
    from pyshacl import validate
    from rdflib import RDF, SH, Graph

    data = Graph().parse(data=graph.construct(_EVERYTHING).serialize("nq"), format="nt")
    _, report, _ = validate(data, shacl_graph=_shapes(), inplace=True)
    results = [
        Problem(SHAPE, _breach(report, result), Iri(report.value(result, SH.focusNode)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return sorted(set(results), key=lambda problem: (problem.about or "", problem.message))


def _breach(report: "Graph", result: "Node") -> str:
    """One line on which rule a resource breaks, at which property and with what value."""
    from rdflib import SH

    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    rule = local_name(str(report.value(result, SH.sourceConstraintComponent)))
    where = f" at {local_name(str(path))}" if path is not None else ""
    what = f": {str(value)!r}" if value is not None else ""
    return f"breaks {rule.removesuffix('ConstraintComponent')}{where}{what}"


@cache
def _shapes() -> "Graph":
    from rdflib import Graph

    text = (files("kg") / "ontology" / "shapes.ttl").read_text("utf-8")
    return Graph().parse(data=text, format="turtle")


def check_quotes(graph: KnowledgeGraph) -> list[Problem]:
    """Quotes that no paragraph stating the fact holds, and paragraphs that hold none of them."""
    lost = [
        Problem(QUOTE, f"the quote is not in the paragraph: {quote!r}", Iri(fact), str(file))
        for fact, quote, file in graph.select(_LOST_QUOTES).rows
    ]
    return lost + [
        Problem(
            QUOTE,
            f"nothing in paragraph {local_name(str(paragraph))} is quoted for what it states",
            Iri(fact),
            str(file),
        )
        for fact, paragraph, file in graph.select(_UNQUOTED).rows
    ]


def check_offsets(graph: KnowledgeGraph) -> list[Problem]:
    """Paragraphs whose ordinal, start and end do not follow from the texts before them."""
    problems = []
    for _, rows in groupby(graph.select(_PARAGRAPHS).rows, key=lambda row: row[0]):
        start = 0
        for expected, (_, file, paragraph, ordinal, *span, length) in enumerate(rows):
            end = start + int(str(length))
            if (ordinal, *span) != (expected, start, end):
                message = f"paragraph {ordinal} lies at {span}, not paragraph {expected} at "
                message += f"{[start, end]}"
                problems.append(Problem(OFFSET, message, Iri(paragraph), str(file)))
            start = end + len(PARAGRAPH_BREAK)
    return problems


def check_originals(graph: KnowledgeGraph, originals: Originals) -> list[Problem]:
    """Papers whose stored original is missing, changed, or reads otherwise than the graph says."""
    return [
        Problem(ORIGINAL, reason, Iri(document), str(file))
        for document, file, sha256 in graph.select(_DOCUMENTS).rows
        if (reason := _reading(graph, originals, Iri(document), str(file), str(sha256)))
    ]


def _reading(
    graph: KnowledgeGraph, originals: Originals, document: Iri, file: str, sha256: str
) -> str | None:
    """Why the original does not give the paragraphs that the graph holds; None if it does."""
    try:
        read = read_document(originals.read(sha256), file)
    except (NotFound, StoreError, ReadError) as error:
        return str(error)
    again = [paragraph.text for paragraph in read.paragraphs]
    held = [str(text) for _, text in graph.select(_TEXTS, document=document).rows]
    if again == held:
        return None
    place = next(
        (n for n, pair in enumerate(zip(again, held, strict=False)) if len(set(pair)) > 1), None
    )
    where = f"from paragraph {place}" if place is not None else f"{len(again)} paragraphs"
    return f"read again it differs ({where}, {len(held)} held); run minutebook add"


def check_indexes(library: Library) -> list[Problem]:
    """Indexes that are missing, damaged, or made from another graph."""
    problems = []
    passages = library.generation.passages
    told = sum(len(statements(library.graph, kind)) for kind in KINDS)
    facts = told + sum(1 for _ in chain(names(library.graph), openings(library.graph)))
    telling = sum(one.form not in PASSED_OVER for one in all_passages(library.graph))
    wanted = {"keywords": passages, "vectors": telling, "tokens": telling, "facts": facts}
    for part, number in wanted.items():
        try:
            held = len(getattr(library, part))
        except (IndexMismatch, StoreError) as error:
            problems.append(Problem(INDEX, f"{part}: {error}"))
            continue
        if held != number:
            cure = f"delete {library.graph_path.with_name(part)} and run minutebook add"
            problems.append(Problem(INDEX, f"{part}: {held} entries, not {number}; {cure}"))
    return problems
