"""What the configuration says of the pages of operations."""

from __future__ import annotations

from .fields import Table
from .model import PagingWish

__all__ = ["PAGING_KEYS", "WAYS", "paging_wishes"]

WAYS = ("cursor", "last-item", "link-header", "next-url", "offset", "page-number")
"""The ways lists go on, as ``by`` names them."""

_TEXTS = (
    "parameter",
    "items",
    "next",
    "field",
    "total",
    "pages",
    "size",
    "size-parameter",
    "more",
)
PAGING_KEYS = ("by", *_TEXTS, "first")


def paging_wishes(table: Table) -> dict[str, PagingWish]:
    """The wishes by the operation they are for; what is wrong is reported."""
    found: dict[str, PagingWish] = {}
    for name, value in table.values.items():
        spot = table.spot(name, on_key=True)
        if value is False:
            found[name] = PagingWish(off=True, spot=spot)
            continue
        if not isinstance(value, dict):
            words = f"{name} must be a table, or false for an operation without pages"
            hint = 'write { by = "cursor", … } or false'
            table.say("CFG003", (name,), words, hint)
            continue
        inner = table.table(name)
        inner.only(*PAGING_KEYS)
        found[name] = PagingWish(
            by=inner.text("by", check=_wrong_way) or "",
            told={key: text for key in _TEXTS if (text := inner.text(key)) is not None},
            first=inner.number("first"),
            spot=spot,
        )
    return found


def _wrong_way(text: str) -> str:
    return "" if text in WAYS else f"is none of {', '.join(WAYS)}"
