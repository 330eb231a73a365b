"""From a description to an ``Api``: the passes in their order."""

from __future__ import annotations

from ..diagnostics import Report
from ..ir.api import Api
from ..ir.walk import Reach
from ..openapi.description import Description
from ..source.values import replace
from .docs import doc_of
from .endless import broken
from .inherited import settle_fields
from .links import resolved
from .operations import operations_of
from .resources import resources_of
from .schemas import Lowering
from .security import schemes_of
from .servers import common_servers, told_servers
from .usage import binary_as_text, mark_usage, request_variants, unread
from .webhooks import received, webhooks_of

__all__ = ["lower"]


def lower(description: Description, report: Report) -> Api:
    """The whole API in the intermediate model; what cannot be had is reported."""
    lowering = Lowering(description, report)
    root = description.root
    components = root.get("components")
    schemas = None if components is None else components.get("schemas")
    for _, schema in () if schemas is None else schemas.items():
        lowering.declare(schema)
    lowering.drain()
    lowering.found_families()
    schemes = schemes_of(lowering)
    servers = told_servers(lowering, root)
    operations, callbacks, schemes = operations_of(lowering, schemes, servers)
    operations = resolved(operations, report)
    webhooks = (*webhooks_of(lowering), *callbacks)
    lowering.drain()
    settled = settle_fields(broken(lowering.decls, report))
    incoming = received(webhooks)
    both = (*operations, *incoming)
    reach = Reach(settled)
    left_out = unread(settled, reach, both)
    kept = {one: decl for one, decl in settled.items() if one not in left_out}
    decls = mark_usage(kept, reach, both)
    decls = binary_as_text(decls, operations)
    decls, operations = request_variants(decls, operations)
    info = root.get("info") or root
    doc = replace(doc_of(info), summary=info.text("summary"))
    return Api(
        title=info.text("title"),
        version=info.text("version"),
        doc=doc,
        at=info.place,
        servers=servers or common_servers(operations),
        schemes=schemes,
        resources=resources_of(root, operations),
        decls=decls,
        webhooks=webhooks,
        unread=left_out,
        restated=lowering.restated,
    )
