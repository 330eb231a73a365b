"""The view of the client module: two clients and their raw twins."""

from __future__ import annotations

from typing import LiteralString, assert_never

from ..ir.api import Operation
from .code import Code, build, fixed
from .context import Context
from .credential_types import credential_parameter
from .credentials import conditions, credentials_of, credentials_table, needs
from .docs import Section, docstring, full_text
from .encode import constant, identifier
from .fit import (
    Brackets,
    Group,
    Node,
    Parameter,
    assigned,
    call,
    dict_display,
    entry,
    lay_out,
    named,
)
from .imports import block, modules, own
from .methods import Flavour, method_uses
from .operations import constant_uses, operation_lines, security_tuple
from .properties import deferred_imports, grouped_classes, property_of, standing
from .resources import (
    client_base,
    raw_lines,
    raw_words,
    resource_base,
    streaming_methods,
    streaming_uses,
    streaming_words,
    streams_in_twin,
)
from .servers import (
    address_words,
    client_address,
    client_variables,
    server_arguments,
    template,
)
from .streams import form_of, twin_form
from .values import shown
from .views import (
    ClientPairView,
    ClientView,
    RawClientView,
    StreamingClientView,
)
from .waiting import methods_of, wait_uses, waiter_lines

__all__ = ["client_view"]

_OWN_MEMBERS = frozenset(
    {"close", "aclose", "raw", "request", "streaming", "with_options"}
)

_BUILTINS = frozenset({"bool", "float", "int", "str", "tuple"})

_SETTINGS: tuple[tuple[LiteralString, str], ...] = (
    ("timeout", "Seconds one call may take, its retries included; None: no limit."),
    (
        "retries",
        "How often a failed call is tried again, where that is safe; ``Retries`` also"
        " says on what and after how long.",
    ),
    (
        "max_response_size",
        "Bytes an answer that is kept in memory may have; None: no limit.",
    ),
    ("headers", "Headers to send with every call."),
    ("sign", "A function that signs each request, just before it is sent."),
    ("http_client", "A connection pool of your own; it is not closed with the client."),
    ("strict", "Whether answers that differ from the description are errors."),
    ("on_drift", "Called with every such difference otherwise."),
    ("json", 'What reads and writes JSON; "msgspec" needs the extra ``fast``.'),
    ("hooks", "Called before and after every request."),
)


def client_view(context: Context) -> ClientView:
    """The module with ``Client`` and ``AsyncClient``."""
    direct = [one for one in context.resources if not one.key]
    operations = [one for resource in direct for one in resource.operations]
    members = _members(context)
    uses = frozenset({"rt", "typing"})
    if members & _BUILTINS:
        uses |= {"builtins"}
    for operation in operations:
        uses |= method_uses(operation, form_of(operation), members, context)
        uses |= wait_uses(operation, members, context)
        uses |= constant_uses(operation, context)
    uses |= streaming_uses(operations, members, context)
    groups = [
        (fixed("    from collections.abc import Awaitable, Callable, Mapping"),),
        (fixed("    import httpx2"),),
        deferred_imports(context),
    ]
    return ClientView(
        doc=docstring(f"The clients of {context.subject}.", 0) or fixed('""""""'),
        imports=block(
            (*modules(uses), fixed("from functools import cached_property")),
            own(uses, "."),
        )
        or fixed(""),
        deferred=block(*groups) or fixed(""),
        api=_api(context),
        constants=(
            *operation_lines(operations, context),
            *waiter_lines(operations, context),
        ),
        clients=(
            _client(Flavour.SYNC, members, context),
            _client(Flavour.ASYNC, members, context),
        ),
    )


def _members(context: Context) -> frozenset[str]:
    names = set(_OWN_MEMBERS)
    for resource in context.resources:
        if resource.key:
            names.add(context.names.resources[resource.key])
        else:
            names |= context.members_of(resource)
    return frozenset(names)


def _api(context: Context) -> Code:
    settings = context.settings
    address, parts = client_address(context), server_arguments(context)
    variables = {one.argument: one.variable for one in credentials_of(context)}
    variables |= {one.argument: one.variable for one in parts}
    variables["base_url"] = context.variable("base_url")
    environment = dict_display(
        entry(constant(argument), constant(variable))
        for argument, variable in sorted(variables.items())
    )
    url = None if address is None else template(address, client_variables(context))
    anonymous = not all(
        needs(one.security, context.about.security) for one in context.operations()
    )
    items: list[Node] = [
        build("package=", constant(settings.package)),
        build("title=", constant(context.about.title)),
        build("base_url=", fixed("None") if url is None else constant(url)),
        named(fixed("credentials"), credentials_table(context)),
        named(fixed("environment"), environment),
        named(fixed("security"), security_tuple(context.about.security)),
        fixed("anonymous=True") if anonymous else fixed("anonymous=False"),
        build("version=", constant(settings.version)),
    ]
    if parts:
        defaults = [
            entry(constant(one.argument), constant(one.default)) for one in parts
        ]
        items.append(named(fixed("variables"), dict_display(defaults)))
    return lay_out(assigned(fixed("_API"), call(fixed("rt.Api"), *items)), 0)


def _client(
    flavour: Flavour, members: frozenset[str], context: Context
) -> ClientPairView:
    sync = flavour is Flavour.SYNC
    name = fixed("Client") if sync else fixed("AsyncClient")
    operations = [
        one
        for resource in context.resources
        if not resource.key
        for one in resource.operations
    ]
    return ClientPairView(
        name=name,
        base=client_base(flavour, operations),
        doc=_doc(context) if sync else _async_doc(context),
        signature=_signature(flavour, members, context),
        call=_call(context),
        properties=tuple(
            property_of(one, names.plain, fixed("self"), context)
            for one, names in grouped_classes(flavour, context)
        ),
        methods=methods_of(operations, flavour, members, context),
        raw=_raw(name, flavour, operations, context),
        streaming=_streaming(name, flavour, operations, members, context),
    )


def _raw(
    client: Code, flavour: Flavour, operations: list[Operation], context: Context
) -> RawClientView:
    sync = flavour is Flavour.SYNC
    return RawClientView(
        name=fixed("RawClient") if sync else fixed("AsyncRawClient"),
        doc=raw_words(client),
        lines=raw_lines(operations, fixed("client"), flavour, context),
        properties=tuple(
            property_of(one, names.raw, standing(one, context), context)
            for one, names in grouped_classes(flavour, context)
        ),
    )


def _streaming(
    client: Code,
    flavour: Flavour,
    operations: list[Operation],
    members: frozenset[str],
    context: Context,
) -> StreamingClientView | None:
    if not any(streams_in_twin(one) for one in context.operations()):
        return None
    sync = flavour is Flavour.SYNC
    properties = [
        property_of(one, names.streaming, fixed("self._client"), context)
        for one, names in grouped_classes(flavour, context)
        if names.streaming is not None
    ]
    return StreamingClientView(
        name=fixed("StreamingClient") if sync else fixed("AsyncStreamingClient"),
        base=resource_base(flavour, map(twin_form, operations)),
        doc=streaming_words(client),
        methods=streaming_methods(operations, flavour, members, context),
        properties=tuple(properties),
    )


def _async_doc(context: Context) -> Code:
    words = f"Asynchronous client of {context.subject}. See ``Client``."
    return docstring(words, 4) or fixed('""""""')


def _doc(context: Context) -> Code:
    about = full_text(context.about.doc)
    paragraphs = [f"Client of {context.subject}.", about, *conditions(context)]
    text = "\n\n".join([one for one in paragraphs if one])
    entries = [
        (one.argument, f"{one.words} Default: {one.default}.")
        for one in credentials_of(context)
    ]
    for one in server_arguments(context):
        last = f", else {shown(one.default)}" if one.default else ""
        words = f"{one.words} Default: ``${one.variable}``{last}."
        entries.append((one.argument, words))
    entries.append(("base_url", address_words(context)))
    entries += _SETTINGS
    return docstring(text, 4, (Section("Args", tuple(entries)),)) or fixed('""""""')


def _signature(flavour: Flavour, members: frozenset[str], context: Context) -> Code:
    pool = "httpx2.Client" if flavour is Flavour.SYNC else "httpx2.AsyncClient"
    text, whole = _builtin("str", members), _builtin("int", members)
    pair = _builtin("tuple", members)
    credentials = [
        credential_parameter(one, flavour, text, pair)
        for one in credentials_of(context)
    ]
    parts = [
        build(identifier(one.argument), ": ", text, " | None = None")
        for one in server_arguments(context)
    ]
    items: tuple[Node, ...] = (
        fixed("self"),
        fixed("*"),
        *credentials,
        *parts,
        build("base_url: ", text, " | None = None"),
        build("timeout: ", _builtin("float", members), " | None = 60"),
        build("retries: ", whole, " | rt.Retries = 2"),
        build("max_response_size: ", whole, " | None = 1_000_000_000"),
        build("headers: Mapping[", text, ", ", text, "] | None = None"),
        _sign(flavour),
        build("http_client: ", pool, " | None = None"),
        build("strict: ", _builtin("bool", members), " = False"),
        fixed("on_drift: Callable[[rt.Drift], None] | None = None"),
        fixed('json: rt.JsonLibrary = "standard"'),
        fixed("hooks: rt.Hooks | None = None"),
    )
    head, tail = fixed("def __init__("), fixed(") -> None:")
    return lay_out(Group(Brackets.DEFINITION, head, items, tail), 4)


def _sign(flavour: Flavour) -> Parameter:
    """The hook that signs, which async clients may wait for."""
    name, none = fixed("sign"), fixed("None")
    match flavour:
        case Flavour.SYNC:
            hook = fixed("Callable[[rt.Unsigned], rt.Signature]")
        case Flavour.ASYNC:
            made = "rt.Signature | Awaitable[rt.Signature]"
            hook = build("Callable[[rt.Unsigned], ", fixed(made), "]")
        case _:
            assert_never(flavour)
    return Parameter(name, (hook, none), none)


def _builtin(name: LiteralString, members: frozenset[str]) -> Code:
    return build("builtins.", name) if name in members else fixed(name)


def _call(context: Context) -> Code:
    given = dict_display(
        entry(constant(one.argument), identifier(one.argument))
        for one in credentials_of(context)
    )
    items: list[Node] = [fixed("_API"), named(fixed("credentials"), given)]
    parts = [
        entry(constant(one.argument), identifier(one.argument))
        for one in server_arguments(context)
    ]
    if parts:
        items.append(named(fixed("variables"), dict_display(parts)))
    items.append(fixed("base_url=base_url"))
    items += [build(name, "=", name) for name, _ in _SETTINGS]
    return lay_out(call(fixed("super().__init__"), *items), 8)
