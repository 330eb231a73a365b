"""docs/performance.md: parts between markers are the benchmarks', the rest is prose."""

from __future__ import annotations

import re

from tests.support.wheels import ROOT

__all__ = ["PAGE", "NoSuchPart", "with_part"]

PAGE = ROOT / "docs" / "performance.md"


class NoSuchPart(LookupError):
    """The page has no place, or more than one, for what was measured."""


def with_part(page: str, name: str, text: str) -> str:
    """The page with ``text`` between the markers of a part, and nothing else changed.

    The markers are comments, ``<!-- name -->`` and ``<!-- /name -->``.

    Raises:
        NoSuchPart: The markers are not there once each, in this order.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    found = re.findall(re.escape(begin) + ".*?" + re.escape(end), page, re.DOTALL)
    if len(found) != 1 or page.count(begin) != 1 or page.count(end) != 1:
        raise NoSuchPart(f"{PAGE.name} needs {begin} and {end}, once each")
    return page.replace(found[0], f"{begin}\n\n{text.strip()}\n\n{end}")
