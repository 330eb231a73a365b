"""The configuration as data."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ..source.pointer import Pointer
from ..source.portable import DEVICES, within
from ..source.values import Frozen, field, replace
from ..source.values import field as default
from .spot import NOWHERE, Spot

_IMPORTED = frozenset({"anyio", "certifi", "h11", "httpcore2", "httpx2", "idna"})
__all__ = [
    "STANDARD_INPUT",
    "ApiConfig",
    "Config",
    "Metadata",
    "PagingWish",
    "WaiterConfig",
    "default_package",
    "for_spec",
    "is_package_name",
    "named",
    "shadows",
]


STANDARD_INPUT = "-"
"""In the place of a description's path: the description comes from there."""


class Metadata(Frozen):
    """What a generated project says of itself; "" for what is not given."""

    version: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    urls: Mapping[str, str] = field(default_factory=dict[str, str])
    description: str = ""


class PagingWish(Frozen):
    """What is asked for one operation.

    ``off``: it does not page. ``by`` and ``told`` say what is known, by key; what they
    leave out is looked for in the description. ``spot`` is where it stands.
    """

    off: bool = False
    by: str = ""
    told: Mapping[str, str] = field(default_factory=dict[str, str])
    first: int | None = None
    spot: Spot = NOWHERE

    @property
    def asked(self) -> tuple[object, ...]:
        """What it comes to, wherever it stands."""
        return self.off, self.by, sorted(self.told.items()), self.first


class WaiterConfig(Frozen):
    """When what an operation tells of has ended.

    ``field`` is the way to the state by names on the wire, dotted; ``done`` and
    ``failed`` are the states that end; ``start`` are the operations that begin it, as
    ``jobs.submit``. ``spots`` is where each of them stands, by key and position, the
    waiter itself under ``()``.
    """

    field: str
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    spots: Mapping[Pointer, Spot] = default(default_factory=dict[Pointer, Spot])

    def spot(self, *steps: str) -> Spot:
        """Where something of it stands; the beginning of a file where it is unknown."""
        return self.spots.get(steps, NOWHERE)


class ApiConfig(Frozen):
    """One API to generate.

    ``name`` is the distribution's and the project folder's name inside
    ``output``; it and ``package`` are None until the description's title is
    known (see ``named``). ``arguments`` names the client argument of a security
    scheme, ``environment`` the variable of an argument. ``base_url`` is
    "required", a URL, or None for what the description says. ``ignore_at``
    holds line and column of each entry of ``ignore``. ``waiters`` and ``paging`` are
    by operation, as users write it: ``jobs.get``. ``idempotency_header`` takes a key in
    operations that declare no such header; "" for none. ``spots`` has where the keys
    of ``arguments`` and ``environment`` stand, by the table they are in.
    """

    name: str | None
    spec: Path
    output: Path
    package: str | None
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    base_url: str | None = None
    metadata: Metadata = Metadata()
    ignore: tuple[str, ...] = ()
    ignore_at: Mapping[str, tuple[int, int]] = field(
        default_factory=dict[str, tuple[int, int]]
    )
    waiters: Mapping[str, WaiterConfig] = field(default_factory=dict[str, WaiterConfig])
    paging: Mapping[str, PagingWish] = field(default_factory=dict[str, PagingWish])
    idempotency_header: str = ""
    spots: Mapping[tuple[str, str], Spot] = field(
        default_factory=dict[tuple[str, str], Spot]
    )

    @property
    def project(self) -> Path:
        """The folder of the generated project. Raises ValueError before it is named."""
        if self.name is None:
            raise ValueError("the API has no name yet")
        return self.output / self.name


class Config(Frozen):
    """All APIs, and what holds for each of them.

    ``root`` is the folder paths are relative to; ``file`` the configuration file
    as displayed, None without one; ``templates`` folders come first in lookup.
    """

    apis: tuple[ApiConfig, ...]
    root: Path
    file: str | None = None
    templates: tuple[Path, ...] = ()


def for_spec(spec: Path, output: Path | None, package: str | None) -> ApiConfig:
    """An API that no configuration mentions; its name comes from its title."""
    return ApiConfig(None, spec, output or Path(), package)


def named(api: ApiConfig, title: str) -> ApiConfig:
    """The API with a name: its own, or one made of the title.

    A title without a letter gives the name of the description's file, and that
    failing "api".
    """
    name = api.name or _slug(title) or _slug(api.spec.stem) or "api"
    return replace(api, name=name, package=api.package or default_package(name))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", _apart(plain.strip()).lower())
    slug = within("-".join(words))
    return f"api-{slug}" if slug[:1].isdecimal() else slug


def _apart(title: str) -> str:
    """A title in one camel-case word, apart: ``SqlManagementClient``.

    One of two humps is as likely a brand (``GitHub``) unless it ends in what an
    API is; among other words it always is.
    """
    if not title.isalnum():
        return title
    humps = _HUMP.sub(" ", title).split()
    return " ".join(humps) if len(humps) > 2 or humps[-1] in _KINDS else title


_HUMP = re.compile(r"(?<=[a-z0-9]{2})(?=[A-Z])|(?<=[A-Za-z][A-Z])(?=[A-Z][a-z])")
"""Before a capital; ``IoT``, ``MySQL`` and ``VMware`` stay whole."""

_KINDS = frozenset({"API", "Api", "Client", "Service", "Services"})
"""Last words of titles that say no more than that it is an API."""


def default_package(name: str) -> str:
    """The package of a distribution: its name with underscores.

    One that Python or its library has already gives way.
    """
    package = re.sub(r"[-_.]+", "_", name).lower()
    taken = keyword.iskeyword(package) or shadows(package)
    return f"{package}_client" if taken else package


def shadows(package: str) -> bool:
    """Whether a package of this name would hide another, or be no file on Windows."""
    return package in sys.stdlib_module_names | _IMPORTED | DEVICES


def is_package_name(text: str) -> bool:
    """Whether ``text`` can be imported and looks like a package: lower case, ASCII."""
    return (
        re.fullmatch(r"[a-z_][a-z0-9_]*", text) is not None
        and not keyword.iskeyword(text)
        and text.strip("_") != ""
    )
