"""The view of the webhooks module: one constant for each request the API makes."""

from __future__ import annotations

from ..ir.api import Operation, Webhook
from ..ir.types import NONE
from .annotations import Annotation, Scope, annotate, unite
from .code import build, fixed
from .context import Context
from .docs import docstring, full_text
from .encode import constant, identifier
from .errors import exports
from .fit import assigned, call, lay_out
from .imports import block, modules, own
from .links import called
from .results import content_type, contents_table, read_as
from .views import LineView, WebhooksView

__all__ = ["callback_lines", "webhooks_view"]


def webhooks_view(context: Context) -> WebhooksView:
    """The module with every webhook and callback."""
    webhooks = context.api.webhooks
    uses = {"rt", "typing"}.union(*[_payload(one, context).uses for one in webhooks])
    names = tuple(context.names.webhooks[one.key] for one in webhooks)
    doc = f"The requests that {context.subject} makes: webhooks and callbacks."
    return WebhooksView(
        doc=docstring(doc, 0) or fixed('""""""'),
        imports=block(modules(uses), own(uses, ".")) or fixed(""),
        exports=exports(names),
        webhooks=tuple(_line(one, context) for one in webhooks),
    )


def callback_lines(operation: Operation, context: Context) -> list[str]:
    """What the documentation of an operation says of its callbacks."""
    return [
        f"The API then calls ``{one.url}``; see"
        f" ``webhooks.{context.names.webhooks[one.key]}``."
        for one in context.api.webhooks
        if one.source == operation.id
    ]


def _payload(webhook: Webhook, context: Context) -> Annotation:
    """What the body holds, as the module sees it."""
    contents = () if webhook.body is None else read_as(webhook.body.contents)
    types = [content_type(one) for one in contents] or [NONE]
    return unite([annotate(one, Scope(context.references)) for one in types])


def _line(webhook: Webhook, context: Context) -> LineView:
    name = identifier(context.names.webhooks[webhook.key])
    payload = _payload(webhook, context).code
    target = build(name, ": typing.Final[rt.Webhook[", payload, "]]")
    contents = () if webhook.body is None else webhook.body.contents
    made = call(
        fixed("rt.Webhook"),
        constant(webhook.method),
        constant(webhook.words[0]),
        contents_table(contents, context.references),
        fixed("module=__name__"),
    )
    doc = docstring(_text(webhook, context), 0)
    return LineView(lay_out(assigned(target, made), 0), doc)


def _text(webhook: Webhook, context: Context) -> str:
    paragraphs = [full_text(webhook.doc)]
    if webhook.source is not None:
        source = called(webhook.source, context)
        paragraphs.append(f"Sent to ``{webhook.url}`` after ``{source}``.")
    headers = [f"``{one.wire}``" for one in webhook.params]
    if headers:
        paragraphs.append(f"It comes with {', '.join(headers)}.")
    return "\n\n".join([one for one in paragraphs if one])
