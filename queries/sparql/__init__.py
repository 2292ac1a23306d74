"""SPARQL from outside, and the saved queries that stand beside these modules."""
