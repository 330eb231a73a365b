"""The view of the webhooks module: one constant for each request the API makes."""

from __future__ import annotations

from collections.abc import Sequence

from ..ir.api import Operation, Param, Webhook
from ..ir.decls import Doc
from ..ir.types import NONE, Literal
from ..ir.where import Where
from ..source.values import Frozen
from .annotations import Annotation, Scope, annotate, unite
from .code import Code, build, fixed
from .context import Context
from .docs import docstring, full_text
from .encode import constant, identifier
from .errors import exports
from .fit import (
    Group,
    annotated,
    assigned,
    call,
    lay_out,
    named,
    subscript,
    tuple_display,
)
from .imports import block, modules, names_from, own
from .links import called
from .results import content_type, contents_table, read_as
from .views import LineView

__all__ = ["WebhooksView", "callback_lines", "webhooks_view"]


class WebhooksView(Frozen):
    """The module of what the API sends on its own."""

    doc: Code
    imports: Code
    exports: Code
    webhooks: tuple[LineView, ...]
    event: Code
    parsed: Code
    header: Code


def webhooks_view(context: Context) -> WebhooksView:
    """The module with every webhook and callback."""
    webhooks = context.webhooks
    uses = {"rt", "typing"}.union(*[_payload(one, context).uses for one in webhooks])
    names = tuple(context.names.webhooks[one.key] for one in webhooks)
    doc = f"The requests that {context.subject} makes: webhooks and callbacks."
    header = event_header(webhooks)
    parsed = [one for one in webhooks if one.source is None] or list(webhooks)
    payloads = unite([_payload(one, context) for one in parsed])
    return WebhooksView(
        doc=docstring(doc, 0) or fixed('""""""'),
        imports=block(
            modules(uses | {"collections.abc"}),
            (*own(uses, "."), *_reexported()),
        )
        or fixed(""),
        exports=exports((*names, *_READY, "Event", "parse")),
        webhooks=tuple(_line(one, header, context) for one in webhooks),
        event=lay_out(assigned(fixed("Event: typing.TypeAlias"), _event(payloads)), 0),
        parsed=lay_out(
            assigned(
                fixed("_PARSED: typing.Final"),
                tuple_display(
                    identifier(context.names.webhooks[one.key]) for one in parsed
                ),
            ),
            0,
        ),
        header=constant(header),
    )


def _event(payloads: Annotation) -> Code | Group:
    """The types of what is read, in quotes: models are imported when they are used."""
    quoted = [constant(one.text) for one in payloads.alternatives]
    return quoted[0] if len(quoted) == 1 else subscript(fixed("typing.Union"), quoted)


_READY = (
    "HmacVerifier",
    "SignatureError",
    "StandardVerifier",
    "TimestampedVerifier",
    "UnknownEventError",
)


def _reexported() -> tuple[Code, ...]:
    return (
        names_from(fixed("._runtime.signatures"), _READY[:-1]),
        names_from(fixed("._runtime.unknown_event"), _READY[-1:]),
    )


def event_header(webhooks: Sequence[Webhook]) -> str:
    """The header whose documented value differs from webhook to webhook; or ""."""
    told: dict[str, set[str]] = {}
    for one in webhooks:
        for name, value in _told(one).items():
            told.setdefault(name, set()).add(value)
    apart = [name for name, values in told.items() if len(values) > 1]
    return apart[0] if len(apart) == 1 else ""


def _told(webhook: Webhook) -> dict[str, str]:
    """The headers with the one value that is documented for each."""
    found: dict[str, str] = {}
    for one in webhook.params:
        match one:
            case Param(where=Where.HEADER, type=Literal((str() as value,))):
                found[one.wire] = value
            case Param(where=Where.HEADER, doc=Doc(examples=(str() as value, *_))):
                found[one.wire] = value
            case _:
                pass
    return found


def callback_lines(operation: Operation, context: Context) -> list[str]:
    """What the documentation of an operation says of its callbacks."""
    return [
        f"The API then calls ``{one.url}``; see"
        f" ``webhooks.{context.names.webhooks[one.key]}``."
        for one in context.webhooks
        if one.source == operation.id
    ]


def _payload(webhook: Webhook, context: Context) -> Annotation:
    """What the body holds, as the module sees it."""
    contents = () if webhook.body is None else read_as(webhook.body.contents)
    types = [content_type(one) for one in contents] or [NONE]
    return unite([annotate(one, Scope(context.references)) for one in types])


def _line(webhook: Webhook, header: str, context: Context) -> LineView:
    name = identifier(context.names.webhooks[webhook.key])
    payload = _payload(webhook, context).code
    type_ = build("typing.Final[rt.Webhook[", payload, "]]")
    contents = () if webhook.body is None else webhook.body.contents
    event = _told(webhook).get(header, "")
    told = [named(fixed("event"), constant(event))] if event else []
    made = call(
        fixed("rt.Webhook"),
        constant(webhook.method),
        constant(webhook.words[0]),
        contents_table(contents, context.references),
        *told,
        fixed("module=__name__"),
    )
    doc = docstring(_text(webhook, context), 0)
    return LineView(lay_out(annotated(name, (type_,), made), 0), doc)


def _text(webhook: Webhook, context: Context) -> str:
    paragraphs = [full_text(webhook.doc)]
    if webhook.source is not None:
        source = called(webhook.source, context)
        paragraphs.append(f"Sent to ``{webhook.url}`` after ``{source}``.")
    headers = [f"``{one.wire}``" for one in webhook.params]
    if headers:
        paragraphs.append(f"It comes with {', '.join(headers)}.")
    return "\n\n".join([one for one in paragraphs if one])
