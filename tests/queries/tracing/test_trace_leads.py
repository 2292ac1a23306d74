"""What is told in a list is of the time that the words before the list tell."""

import pytest

from queries.tracing.leads import lead_ins
from tests.support.read_papers import graph_of

LED = "In March 2021 the inspector asked that the Board:"
PAPER = f"""# Harbour Board, 10 June 2021

## 4. Moorings

{LED}

- paint every mooring;
- number the new ones; and
- write down who has which.

The Board has since painted them.

The old ones are:

Twelve in all, of oak.
"""


@pytest.mark.parametrize(
    ("start", "led"),
    [
        ("paint every", LED),
        ("number the", LED),
        ("write down", LED),
        ("The Board has", None),
        ("Twelve in all", "The old ones are:"),
        (LED, None),
    ],
)
def test_what_leads_in_to_a_passage(start: str, led: str | None) -> None:
    with graph_of({"report.md": PAPER}) as graph:
        rows = graph.select("SELECT ?one ?text { ?one a mb:Paragraph ; mb:text ?text }").rows
        (one,) = (str(one) for one, text in rows if str(text).lstrip("- ").startswith(start))
        assert lead_ins(graph, [one]).get(one) == led
