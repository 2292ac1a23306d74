"""The programmes and organisations of a document by the slugs of all their forms.

Where two have a form in common it stands for the first.
"""

from kg import facts as f
from kg.rdf.iris import body_slug, programme_slug


def programmes(facts: f.Facts) -> dict[str, str]:
    """The names of programmes by slug."""
    found: dict[str, str] = {}
    for one in facts.programmes:
        for form in (one.name, one.written, one.acronym):
            if form:
                found.setdefault(programme_slug(form), one.name)
    return found


def organisations(facts: f.Facts) -> dict[str, str]:
    """The names of organisations by slug."""
    found: dict[str, str] = {}
    for one in facts.organisations:
        for form in (one.name, one.written):
            found.setdefault(body_slug(form), one.name)
    return found
