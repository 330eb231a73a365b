"""``oasmith explain``: where a name comes from, or what a code means."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from ..config.model import Config
from ..diagnostics import CODES, Report
from ..diagnostics.explain import explain_code, unknown_code_hint
from ..emit.record import read as read_record
from ..ir.calls import calls_on
from ..ir.decls import Alias, Decl, Enum, Struct, Union
from ..ir.names import Right
from ..passes.paging import pages_words
from ..pipeline import remembered
from ..prepare import Prepared, prepare, read_description
from ..source.nearest import nearest
from ..source.pointer import Place
from ..source.positions import locate
from ..source.values import Frozen
from .echo import echo
from .generate import Asked, configured
from .say import Said

__all__ = ["explain_symbol"]

_CODE = re.compile(r"[A-Za-z]{3}\d{3}")
_MOST = 20
"""How many names are listed."""


class _Symbol(Frozen):
    """A generated name: what it is called, where it stands, and why it is so."""

    name: str
    place: Place
    reason: str


def explain_symbol(symbol: str, asked: Asked, said: Said) -> int:
    """Print what there is to say of a name or code, and return the exit code."""
    if symbol.upper() in CODES:
        echo(explain_code(symbol.upper()), nl=False)
        return 0
    if _CODE.fullmatch(symbol):
        hint = unknown_code_hint(symbol)
        raise click.UsageError(f"there is no code {symbol!r}; {hint}".rstrip("; "))
    found = configured(asked, said)
    if found is None:
        return 3
    known = list(_known(found, said))
    told = _called(symbol, known)
    if not told and "." not in symbol:
        told = _ending_in(symbol, known)
    if not told:
        guess = nearest(symbol, [one.name for one, _ in known])
        hint = f"; did you mean {guess!r}?" if guess else ""
        raise click.UsageError(f"no generated name is {symbol!r}{hint}")
    for one, made in told:
        echo(_described(one, made), nl=False)
    return 0


def _known(config: Config, said: Said) -> Iterator[tuple[_Symbol, Prepared]]:
    """The generated names of all APIs that can be read; what cannot is said."""
    for api in config.apis:
        report = Report()
        description = read_description(api.spec, report)
        if description is None:
            said.diagnostics(report.diagnostics, {})
            continue
        record = read_record(api.project, report) if api.name else None
        made = prepare(api, description, report, *remembered(record))
        yield from ((one, made) for one in _symbols(made))


def _called(
    symbol: str, known: list[tuple[_Symbol, Prepared]]
) -> list[tuple[_Symbol, Prepared]]:
    return [
        (one, made)
        for one, made in known
        if _matches(symbol, one.name, made.config.package or "")
    ]


def _ending_in(
    bare: str, known: list[tuple[_Symbol, Prepared]]
) -> list[tuple[_Symbol, Prepared]]:
    """The method or field of a bare name. Raises UsageError where there are several."""
    told = [pair for pair in known if pair[0].name.endswith(f".{bare}")]
    names = list(dict.fromkeys(one.name for one, _ in told))
    if len(names) > 1:
        listed = ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
        raise click.UsageError(
            f"{len(names)} generated names end in {bare!r}; say which: {listed}"
        )
    return told


def _matches(symbol: str, name: str, package: str) -> bool:
    plain = symbol.removeprefix(f"{package}.")
    prefixes = ("", "client.", "models.", "m.")
    return any(f"{prefix}{name}" in (symbol, plain) for prefix in prefixes)


def _described(symbol: _Symbol, made: Prepared) -> str:
    document = made.documents[symbol.place.file]
    position = locate(document, symbol.place.pointer, on_key=True)
    where = f"{symbol.place.file}:{position.line}:{position.column}"
    return f"{symbol.name}\n  {where}  {symbol.place}\n  {symbol.reason}\n"


def _symbols(made: Prepared) -> Iterator[_Symbol]:
    names = made.names
    for identity, decl in made.api.decls.items():
        name = names.decls[identity]
        yield _Symbol(name, decl.at, _why_declared(decl, name))
        match decl:
            case Struct():
                for field in decl.fields:
                    own = names.fields[identity, field.wire]
                    yield _Symbol(
                        f"{name}.{own}", field.at, _why_field(field.wire, own)
                    )
            case Enum():
                for position, member in enumerate(decl.members):
                    own = names.members[identity, position]
                    reason = f"the value {member.value!r}"
                    yield _Symbol(f"{name}.{own}", decl.at, reason)
            case Union() | Alias():
                pass
    yield from _calls(made)


def _calls(made: Prepared) -> Iterator[_Symbol]:
    names = made.names
    for resource in made.api.resources:
        for called, operation in calls_on(resource, names):
            route = f"{operation.method} {operation.path}"
            said = (
                f"operationId {operation.key!r}" if operation.key else "no operationId"
            )
            within = (
                f" in the resource of tag or path {resource.key!r}"
                if resource.key
                else ""
            )
            reason = f"{route}, {said}{within}"
            pages = pages_words(operation, made.api)
            if pages:
                reason += f"\n  {pages}"
            yield _Symbol(called, operation.at, reason)
            if operation.id in names.waits:
                reason = f"waits, as configured, by {route}"
                wait = names.called(resource.key, names.waits[operation.id])
                yield _Symbol(wait, operation.at, reason)
            for (begun, waiting), both in names.starts.items():
                if begun == operation.id:
                    reason = f"{route}, and then {waiting.method} {waiting.path}"
                    begin = names.called(resource.key, both)
                    yield _Symbol(begin, operation.at, reason)
    for scheme in made.api.asked:
        for key, argument in names.arguments.items():
            if key.split("/")[0] == scheme.key:
                reason = f"the client argument for the security scheme {scheme.key!r}"
                yield _Symbol(argument, scheme.at, reason)


def _why_declared(decl: Decl, name: str) -> str:
    kind = {Struct: "object", Enum: "enum", Union: "union", Alias: "alias"}[type(decl)]
    words = " ".join(decl.hint.words)
    match decl.hint.right:
        case Right.REQUIRED:
            source = f"the component {decl.hint.words[-1]!r}"
        case Right.SUGGESTED:
            source = f"the title {decl.hint.words[-1]!r}"
        case Right.DERIVED:
            source = f"its place: {words}"
    return f"{kind}, named after {source}"


def _why_field(wire: str, name: str) -> str:
    return f"the property {wire!r}" + (
        "" if wire == name else f", called {name!r} in Python"
    )
