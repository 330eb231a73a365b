"""Results as a page: what came of how much, and what did not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from oasmith import __version__
from oasmith.diagnostics import CODES
from tests.sweep.markdown import cell, table
from tests.sweep.round_trips import GOOD

Result = Mapping[str, Any]
OUTCOMES = ("generated", "degraded", "refused")
KINDS = (
    "operation",
    "parameter",
    "body",
    "response",
    "media type",
    "header",
    "schema",
    "property",
    "security scheme",
)


def failures(results: Iterable[Result]) -> Iterator[Result]:
    """Those not imported whole, without an operation or a type, or not type-clean."""
    for one in results:
        types = one.get("types") or {}
        has_errors = types.get("mypy") or types.get("pyright")
        tried = one["round_trips"].get("failures")
        wrong = [one[key] for key in ("lost", "unbooked", "forbidden", "untyped")]
        if one["state"] != "imported" or any(wrong) or tried or has_errors:
            yield one


def page(
    imports: Sequence[Result],
    typed: Sequence[Result],
    today: date,
    further: Sequence[str] = (),
) -> str:
    """The page of a sweep, as Markdown, with further sections before the failures."""
    parts = [
        _head(imports, today),
        _states(imports),
        _elements(imports),
        _codes(imports),
        _examples(imports),
        _types(typed),
        *further,
        _failed([*failures(imports), *failures(typed)]),
    ]
    return "\n".join(parts)


def _head(results: Sequence[Result], today: date) -> str:
    sources = Counter(one["name"].partition("/")[0] for one in results)
    listed = ", ".join(
        f"{count:,} of {name}" for name, count in sorted(sources.items())
    )
    minutes = sum(one["seconds"] for one in results) / 60
    return f"""\
# Conformance

What came of {len(results):,} real descriptions ({listed}) with oasmith {__version__},
{today.isoformat()}. `python -m tests.sweep --write` makes this page; nobody edits it.

Each description was generated, every module of its package imported in a fresh process,
every annotation resolved, and every method called once. What it holds was counted by a
walk over the document that shares no code with the generator. All of it took
{minutes:,.0f} minutes of one core.
"""


def _states(results: Sequence[Result]) -> str:
    states = Counter(one["state"] for one in results)
    found = sum(one["found"].get("operation", 0) for one in results)
    rows = [("packages " + state, count) for state, count in sorted(states.items())]
    rows += [
        ("operations in the descriptions", found),
        ("operations without a method", _count(results, "lost")),
        ("elements that the ledger lacks", _count(results, "unbooked")),
        ("fields typed Any against the description", _count(results, "untyped")),
        ("casts, ignores and **kwargs", _count(results, "forbidden")),
        ("modules imported", sum(one["modules"] for one in results)),
        ("models", sum(one["models"] for one in results)),
    ]
    return "## Packages\n\n" + table(("", "count"), rows)


def _count(results: Sequence[Result], key: str) -> int:
    return sum(len(one[key]) for one in results)


def _elements(results: Sequence[Result]) -> str:
    """Found is the walk's count; the outcomes are the ledger's."""
    found: Counter[str] = Counter()
    made: dict[str, Counter[str]] = defaultdict(Counter)
    for one in results:
        found.update(one["found"])
        for kind, row in one["made"].items():
            made[kind].update(row)
    rows = []
    for kind in KINDS:
        outcomes = made[kind]
        total = outcomes.total() or 1
        less = outcomes["degraded"] + outcomes["refused"]
        share = f"{100 * less / total:.3f} %"
        counts = [outcomes[outcome] for outcome in OUTCOMES]
        rows.append((kind, found[kind], *counts, share))
    head = ("element", "the walk finds", *OUTCOMES, "not whole")
    said = (
        "\nThe walk counts a shared element once for each use where the ledger does;"
        " inline schemas\nhave names in the ledger only.\n"
    )
    return "## Elements\n\n" + table(head, rows) + said


def _codes(results: Sequence[Result]) -> str:
    """What was said where something was degraded, refused or wrong."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    among: dict[tuple[str, str], int] = defaultdict(int)
    for one in results:
        for code, row in one["codes"].items():
            for effect, count in row.items():
                counts[code, effect] += count
                among[code, effect] += 1
    rows = [
        (code, CODES[code].title, effect.replace("none", "error"), count, among[key])
        for key, count in sorted(counts.items())
        for code, effect in [key]
    ]
    head = ("code", "what is said", "effect", "times", "descriptions")
    return (
        "## What was degraded or refused\n\n"
        + (table(head, rows) if rows else "Nothing.\n")
        + "\n`docs/diagnostics.md` explains each code.\n"
    )


def _examples(results: Sequence[Result]) -> str:
    """What became of the examples, ends that are as they should be first."""
    counts: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    for one in results:
        counts.update(one["round_trips"].get("counts", {}))
        formats.update(one["round_trips"].get("formats", {}))
    ends = sorted(counts, key=lambda end: (end not in GOOD, end))
    rows = [(end, MEANINGS.get(end, ""), counts[end]) for end in ends]
    unfit = ", ".join(f"{name} {count:,}" for name, count in formats.most_common(12))
    said = f"\nTexts that do not fit their format: {unfit}.\n" if unfit else ""
    return (
        "## Examples\n\nEvery example of a response, a request body or a component was"
        " held\nagainst its own schema by a validator, decoded, looked through by a"
        " checker of types,\nand encoded again.\n\n"
        + table(("end", "what it means", "examples"), rows)
        + said
    )


MEANINGS = {
    "valid equal": "came back equal, nothing told, every attribute of its type",
    "valid format": "the same, but for texts that do not fit their format",
    "valid finer": "the same, to the microsecond",
    "valid file": "a text stands for the file of a form",
    "invalid drift": "does not fit its own schema: decoded, and told",
    "invalid refused": "does not fit its own schema: refused with its place",
    "invalid limits": "breaks only limits, which bear on no type",
    "parted ways": "the standard library and msgspec make different things of it",
    "invalid silent": "does not fit its own schema, and nothing was told",
}


def _types(results: Sequence[Result]) -> str:
    checked = [one["types"] for one in results if one.get("types")]
    rows = [
        (tool, sum(one[key] == 0 for one in checked), _errors(checked, key))
        for tool, key in (("mypy --strict", "mypy"), ("pyright strict", "pyright"))
    ]
    head = ("checker", "packages without an error", "errors in the others")
    return (
        f"## Types\n\n`python -m tests.sweep --types` checks {len(checked)} packages.\n"
        "\n" + table(head, rows)
    )


def _errors(checked: Iterable[Mapping[str, int]], key: str) -> int:
    return sum(abs(one[key]) for one in checked)


def _failed(results: Sequence[Result]) -> str:
    if not results:
        return "## Failures\n\nNone.\n"
    rows = [
        (one["name"], one["state"], cell(one["why"] or said(one))) for one in results
    ]
    return "## Failures\n\n" + table(("description", "state", "what was said"), rows)


def said(result: Result) -> str:
    """What is wrong with a result that was imported."""
    if result["lost"]:
        return "no method for " + ", ".join(result["lost"])
    if result["unbooked"]:
        return ", ".join(result["unbooked"])
    if result["untyped"]:
        return "typed Any: " + ", ".join(result["untyped"])
    if result["forbidden"]:
        return ", ".join(result["forbidden"])
    if result["round_trips"].get("failures"):
        shown = result["round_trips"]["failures"][:2]
        return "; ".join(f"{one['end']}: {one['of']} {one['detail']}" for one in shown)
    return "; ".join(result["types"]["says"][:2])
