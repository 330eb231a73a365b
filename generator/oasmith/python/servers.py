"""The address of a client: the first server that can be called, and its variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ..ir.api import Server, Variable
from ..source.values import Frozen
from .context import REQUIRED, Context
from .docs import line
from .values import shown

__all__ = [
    "Address",
    "ServerArgument",
    "address_of",
    "address_words",
    "client_address",
    "client_variables",
    "operation_url",
    "server_arguments",
    "template",
]

_PLACEHOLDERS = (
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "test",
)
"""Domains reserved for documentation and tests (RFC 2606)."""

_YOURS = re.compile(
    r"your[-_].*|your(?:account|api|app|company|domain|host|instance|org|organi[sz]ation"
    r"|server|shop|site|store|subdomain|team|tenant|url|website|workspace)(?:name)?"
)
"""A part of a host that stands for the reader's own. It is another's, if anyone's:
what is sent there, credentials with it, would go to whoever has taken it."""

_NO_PLACEHOLDERS = ("your-server.de",)
"""Domains that only look so; their APIs are real."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST = 6
"""How many servers or values a docstring names."""


class Address(Frozen):
    """Where a client calls: a URL, and the variables in its braces.

    A variable without default must be given by the caller.
    """

    url: str
    variables: tuple[Variable, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether a client can do without anything the caller gives."""
        return all(variable.default for variable in self.variables)


class ServerArgument(Frozen):
    """An argument of the client that fills a variable of its address."""

    argument: str
    variable: str
    words: str
    default: str


def client_address(context: Context) -> Address | None:
    """The address of the API; None: the caller must name one."""
    return address_of(context.about.servers, context.settings.base_url)


def address_of(servers: Iterable[Server], setting: str) -> Address | None:
    """The address a client calls unless told otherwise; None: the caller names one.

    ``setting`` is the configured one, ``REQUIRED``, or "" for the first server that
    is absolute and no placeholder: with the defaults of its variables, or else with
    what the caller gives for those that have no usable default.
    """
    if setting == REQUIRED:
        return None
    if setting:
        return Address(setting)
    found = [_absolute(server) for server in servers]
    for one in found:
        if _is_callable(_filled(one)):
            return _secured(one, found)
    for one in found:
        given = Address(one.url, tuple(_undefaulted(one)))
        if one.variables and _is_callable(_imagined(given)):
            return _secured(given, found)
    return None


def _absolute(server: Server) -> Address:
    url = server.url.strip().rstrip("/")
    return Address(f"https:{url}" if url.startswith("//") else url, server.variables)


def _secured(address: Address, others: Iterable[Address]) -> Address:
    """The same address by https, where it is listed too."""
    if not address.url.startswith("http://"):
        return address
    secure = "https" + address.url.removeprefix("http")
    known = any(other.url == secure for other in others)
    return Address(secure, address.variables) if known else address


def _filled(address: Address) -> str:
    values = {one.name: one.default for one in address.variables if one.default}
    return _BRACES.sub(lambda found: values.get(found[1], found[0]), address.url)


def _undefaulted(address: Address) -> Iterable[Variable]:
    """The variables; those of the host lose their default, which is a placeholder."""
    scheme, mark, rest = address.url.partition("://")
    host = _BRACES.findall(rest.partition("/")[0] if mark else scheme.partition("/")[0])
    for one in address.variables:
        yield Variable(one.name, "", one.values, one.doc) if one.name in host else one


def _imagined(address: Address) -> str:
    """The address with something in the place of what has no default."""

    def fill(found: re.Match[str]) -> str:
        before, after = address.url[: found.start()], address.url[found.end() :]
        if not before:
            return "https" if after.startswith("://") else "https://x"
        return "1" if before.endswith(":") and after[:1] in ("", "/") else "x"

    values = {one.name: one.default for one in address.variables if one.default}
    return _BRACES.sub(lambda found: values.get(found[1]) or fill(found), address.url)


def server_arguments(context: Context) -> tuple[ServerArgument, ...]:
    """The arguments of the client for the variables of its address."""
    address, names = client_address(context), client_variables(context)
    return tuple(
        ServerArgument(
            argument=names[one.name],
            variable=context.variable(names[one.name]),
            words=_words(one),
            default=one.default,
        )
        for one in (() if address is None else address.variables)
    )


def client_variables(context: Context) -> Mapping[str, str]:
    """The arguments of the client by the variable of its address they fill."""
    address = client_address(context)
    return {
        one.name: context.names.arguments[f"variable {one.name}"]
        for one in (() if address is None else address.variables)
    }


def template(address: Address, names: Mapping[str, str]) -> str:
    """The URL with the names of the client's arguments in its braces."""
    return _BRACES.sub(
        lambda found: "{" + names.get(found[1], found[1]) + "}", address.url
    )


def _words(variable: Variable) -> str:
    told = [line(variable.doc) or f"Part of the address: ``{{{variable.name}}}``."]
    if 1 < len(variable.values) <= _MOST:
        told.append(f"One of {', '.join(shown(one) for one in variable.values)}.")
    return " ".join(told)


def address_words(context: Context) -> str:
    """What to say of ``base_url``: its default, or what the description knows of it."""
    variable = f"Default: ``${context.variable('base_url')}``"
    address = client_address(context)
    if address is not None:
        url = template(address, client_variables(context))
        return f"Where the API is. {variable}, else ``{url}``.{_others(context, url)}"
    paths = [
        one.url
        for one in context.about.servers
        if re.match(r"/[^/{}\s]", one.url.strip())
    ]
    ending = f", ending in ``{paths[0].rstrip('/')}``" if paths else ""
    return f"Where the API is{ending}. {variable}.{_others(context, '')}"


def _others(context: Context, url: str) -> str:
    """The other servers of the description, each with its words."""
    told: dict[str, str] = {}
    names = client_variables(context)
    addresses = [(_absolute(one), one.doc) for one in context.about.servers]
    urls = {address.url for address, _ in addresses}
    for address, doc in addresses:
        named = template(address, names)
        if named.partition("://")[2] == url.partition("://")[2]:
            continue
        twin = named.replace("http://", "https://", 1)
        listed = twin != named and twin in urls
        if "://" in named and named.isprintable() and not listed:
            about = line(doc).rstrip(".")
            told.setdefault(named, f"``{named}``" + (f" ({about})" if about else ""))
    if not told or len(told) > _MOST:
        return ""
    return f" Known servers: {', '.join(told.values())}."


def operation_url(servers: Iterable[Server], names: Mapping[str, str]) -> str | None:
    """The address of an operation alone: absolute, or relative to the client's.

    ``names`` are the client's arguments by variable, which stay in braces.
    """
    for server in servers:
        address = _absolute(server)
        own = tuple(one for one in address.variables if one.name not in names)
        # What stands for the client's arguments here may be no more than a placeholder.
        usual = _imagined(Address(address.url, own))
        usable = _is_callable(usual) or (usual and _is_relative(usual))
        if usable and all(one.default for one in own):
            return template(Address(_filled(Address(address.url, own))), names)
    return None


def _is_relative(url: str) -> bool:
    return not re.search(r"[{}\s:?#]", url)


def _is_callable(url: str) -> bool:
    if "{" in url or any(
        letter.isspace() or not letter.isprintable() for letter in url
    ):
        return False
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        well_formed = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or not well_formed:
        return False
    return not _is_placeholder(host)


def _is_placeholder(host: str) -> bool:
    """Whether a host is nobody's, or the reader's own that only the reader knows."""
    if _is_in(host, _NO_PLACEHOLDERS):
        return False
    if host == "hostname" or "<" in host or _is_in(host, _PLACEHOLDERS):
        return True
    return any(_YOURS.fullmatch(label) for label in host.split("."))


def _is_in(host: str, domains: Iterable[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in domains)
