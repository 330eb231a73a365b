"""What of the suite a generated package does otherwise, and why; nothing else is.

What is listed must differ: an entry that has become untrue fails the tests.
"""

from __future__ import annotations

__all__ = ["DEGRADED", "LEFT_OUT"]

SHORT = "a tuple has all its items: a shorter array is kept, and told as drift"
PATTERNS = (
    "a property's pattern is for the reader: the types under patternProperties and "
    "additionalProperties hold for every property that is not named"
)
LIMITS = "an alternative that names no type is taken to limit the others"

LEFT_OUT = {
    ("anyOf", "second anyOf valid"): LIMITS,
    ("items", "empty array"): SHORT,
    ("items", "fewer items is valid"): SHORT,
    ("items", "fewer number of items present (1)"): SHORT,
    ("items", "fewer number of items present (2)"): SHORT,
    ("oneOf", "second oneOf valid"): LIMITS,
    ("patternProperties", "regexes are case sensitive"): PATTERNS,
    ("prefixItems", "array with one item is valid"): SHORT,
    ("prefixItems", "empty array"): SHORT,
    ("prefixItems", "empty array is valid"): SHORT,
    ("prefixItems", "incomplete array of items"): SHORT,
    ("unevaluatedItems", "no extra items"): SHORT,
}
"""Instances that are not taken as the suite has it, by file and description."""

DEGRADED = {
    "REF005": "nothing is fetched from the network, the meta-schema neither",
    "SCH004": "no value fits false, so there is no type for it",
}
"""The diagnostics under which something of the suite is typed Any."""
