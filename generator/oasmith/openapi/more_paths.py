"""``x-ms-paths``: paths that differ in their query, as AutoRest has them.

The keys hold a fixed query or a fragment (``/blobs?comp=list``), which keys of
``paths`` must not; what is sent of them is the passes' concern.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..source.document import JsonValue
from ..source.values import replace
from .remark import Remark
from .trace import Address, Trace
from .upgrade import Upgraded, moved

__all__ = ["with_more_paths"]

_MORE = "x-ms-paths"


def with_more_paths(upgraded: Upgraded) -> Upgraded:
    """The description with all its paths under ``paths``; itself without others."""
    root = upgraded.trees.get("")
    more = root.get(_MORE) if isinstance(root, dict) else None
    if not isinstance(root, dict) or not isinstance(more, dict):
        return upgraded
    written = root.get("paths")
    paths: dict[str, JsonValue] = dict(written) if isinstance(written, dict) else {}
    trace = Trace()
    remarks: list[Remark] = []
    for path, item in more.items():
        if path in paths:
            at = Address("", (_MORE, path))
            words = f"{path!r} stands under paths as well, which counts"
            remarks.append(Remark("DOC013", at, words, "merge the two path items"))
            continue
        paths[path] = item
        trace.note(Address(""), ("paths", path), (_MORE, path))
    rest: Mapping[str, JsonValue] = {k: v for k, v in root.items() if k != _MORE}
    return replace(
        upgraded,
        trees={**upgraded.trees, "": {**rest, "paths": paths}},
        entries=moved(upgraded.entries, trace),
        traces=(*upgraded.traces, trace),
        remarks=(*upgraded.remarks, *remarks),
    )
