"""Count what pages and what can be waited for: ``python -m tests.sweep.lists``.

Descriptions are only read, no client is made of them. ``--show 20`` lists as many that
page, drawn at random, to be judged by a reader.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from oasmith.diagnostics import Report
from oasmith.ir.api import Api
from oasmith.ir.paging import InBody, InQuery, Offset, PageNumber, Paging
from oasmith.openapi.description import read
from oasmith.passes.lower import lower
from oasmith.passes.naming import assign
from oasmith.passes.paging import pages_words
from oasmith.passes.paging_rules import hint, infer, rule_of
from oasmith.passes.waiter_proposals import proposals
from oasmith.prepare import RESERVED
from oasmith.python import ident
from tests.sweep.corpus import Spec, specs
from tests.sweep.markdown import table
from tests.sweep.proof import FOLDER

MEGABYTE = 1_000_000


@dataclass
class Counts:
    """What was found. ``ways`` are by way, method and place of what says which page."""

    read: int = 0
    operations: int = 0
    ways: Counter[tuple[str, str, str]] = field(
        default_factory=Counter[tuple[str, str, str]]
    )
    stated: Counter[str] = field(default_factory=Counter[str])
    missing: Counter[str] = field(default_factory=Counter[str])
    waits: Counter[str] = field(default_factory=Counter[str])
    shown: list[str] = field(default_factory=list[str])


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.sweep.lists", description=__doc__
    )
    parser.add_argument("only", nargs="*", help="patterns of names: 'supplement/*'")
    parser.add_argument(
        "--sample", type=int, default=0, help="so many, drawn at random"
    )
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--under", type=float, default=2.0, help="MB a file may have")
    parser.add_argument("--show", type=int, default=0, help="examples to print")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of the packages")
    return parser.parse_args()


def main() -> int:
    """0 when every description could be read."""
    asked = options()
    chance = random.Random(asked.seed)
    found = [
        one
        for one in specs(asked.folder, tuple(asked.only))
        if one.size < asked.under * MEGABYTE
    ]
    chosen = chance.sample(found, asked.sample) if asked.sample else found
    counts = counted(chosen)
    print("\n".join(tables(counts)))
    for line in chance.sample(counts.shown, min(asked.show, len(counts.shown))):
        print(line)
    return int(counts.read < len(chosen))


def counted(chosen: Iterable[Spec]) -> Counts:
    counts = Counts()
    for spec in chosen:
        description = read(spec.path, Report())
        if description is None:
            print(f"{spec.name} cannot be read", file=sys.stderr)
            continue
        counts.read += 1
        api = lower(description, Report())
        _count_lists(spec.name, api, counts)
        names, _ = assign(api, "counted", ident.PythonRules(), RESERVED, {}, {})
        for one in proposals(api, names):
            counts.waits["proposed"] += 1
            counts.waits["with what begins it"] += bool(one.start)
            counts.waits["in an object or deeper"] += "." in one.field
    return counts


def _count_lists(name: str, api: Api, counts: Counts) -> None:
    for resource in api.resources:
        for operation in resource.operations:
            counts.operations += 1
            paging = infer(operation, api.decls)
            if paging is None:
                why = hint(operation, api.decls)
                if why:
                    counts.missing[why.partition("', but ")[2]] += 1
                continue
            counts.ways[rule_of(paging.way), operation.method, _place(paging)] += 1
            counts.stated.update(_stated(paging))
            words = pages_words(replace(operation, paging=paging), api)
            route = f"{operation.method} {operation.path}"
            counts.shown.append(f"{name}: {operation.key or '-'} {route}: {words}")


def _place(paging: Paging) -> str:
    """Where a call says which page it is for."""
    match getattr(paging.way, "param", None):
        case InBody():
            return "body"
        case InQuery():
            return "query"
        case _:
            return "address"


def _stated(paging: Paging) -> Iterator[str]:
    """What the answer says of how much there is."""
    way = paging.way
    if paging.more:
        yield "whether there is more"
    if isinstance(way, PageNumber | Offset):
        facts = {"total": way.total, "size": way.size}
        if isinstance(way, PageNumber):
            facts["number of pages"] = way.pages
        yield from (f"{key} in the body" for key, path in facts.items() if path)
        headers = way.headers
        yield from ["total in a header"] if headers.total else []
        yield from ["number of pages in a header"] if headers.pages else []
        yield from ["next page in a header"] if headers.next else []
        if not (any(facts.values()) or headers.total or headers.pages or headers.next):
            yield "nothing, though pages or items are counted"


def tables(counts: Counts) -> Iterator[str]:
    """The counts as Markdown."""
    yield (
        f"{counts.read:,} descriptions with {counts.operations:,} operations, of which"
        f" {counts.ways.total():,} page\n"
    )
    ways = [(*key, count) for key, count in counts.ways.most_common()]
    yield table(("way", "method", "asked for by", "operations"), ways)
    yield table(("the answer states", "operations"), counts.stated.most_common())
    yield table(("does not page", "operations"), counts.missing.most_common())
    yield table(("can be waited for", "operations"), counts.waits.most_common())


if __name__ == "__main__":
    sys.exit(main())
