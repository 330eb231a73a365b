"""Decodes the examples of a description with its generated package, and encodes them.

    python -m tests.sweep.round_trips SPEC PROJECT PACKAGE

prints JSON: how many examples came to which end, and a few of those that should not
have. An example that fits its own schema has to come back equal, without drift, with
every attribute of the type it is annotated with. One that does not fit has to be
decoded with drift, or be refused with a path. Each is read and written by msgspec as
well, which has to make no difference. The package is imported from ``PROJECT``,
so each has to be tried in a process of its own.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oasmith.emit.record import parse
from tests.sweep.annotations import misfits, misplaced
from tests.sweep.both_ways import BothWays
from tests.sweep.equality import FINER, differences
from tests.sweep.examples import Example, examples, open_book
from tests.sweep.schemas import LIMITS, Unusable, Validators

__all__ = ["GOOD", "round_trips"]

GOOD = frozenset(
    {
        "valid equal",
        "valid format",
        "valid finer",
        "valid file",
        "invalid drift",
        "invalid refused",
        "invalid limits",
    }
)
"""The ends that are as they should be.

``format``: equal, but a text does not fit its format and was kept; ``finer``: equal to
the microsecond; ``file``: a text stands for the file of a form, which no JSON can hold;
``limits``: what the schema is broken in bears on no type.
"""

SHOWN = 3
"""How many failures of one end are listed."""

FORMATS = {"format", "offset"}


@dataclass
class Package:
    """A generated package on disk, imported."""

    project: Path
    name: str
    types: Any = field(init=False)
    operations: Mapping[tuple[str, str], Any] = field(init=False)
    names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        sys.path.insert(0, str(self.project))
        self.codec = self._module("_runtime.codec")
        self.drift = self._module("_runtime.drift")
        self.encoding = self._module("_runtime.encoding")
        self.json_text = self._module("_runtime.json_text")
        self._module("_runtime.rt")
        self.models = self._module("models")
        self.types = self._module("_runtime.settings").Types(self.name)
        self.both_ways = BothWays(self.name, self.types)
        # The first is the method's own; one that asks for a stream comes after it.
        self.operations = dict(reversed([*self._operations()]))
        text = (self.project / ".oasmith.json").read_text("utf-8")
        self.names = {
            key.removeprefix("type #"): name.split(" ")[0]
            for key, name in parse(text).names.items()
            if key.startswith("type #")
        }

    def _module(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def _operations(self) -> Iterator[tuple[tuple[str, str], Any]]:
        """Every operation a module of the client holds, by method and path."""
        cls = self._module("_runtime.operation").Operation
        modules = [self._module("client")]
        if (self.project / self.name / "resources").is_dir():
            folder = self._module("resources")
            listed = pkgutil.iter_modules(folder.__path__)
            modules += [self._module(f"resources.{one.name}") for one in listed]
        for module in modules:
            for value in vars(module).values():
                if isinstance(value, cls):
                    yield (value.method, value.path), value

    def expression(self, example: Example) -> str | None:
        """The type the package has for an example; None where it has none."""
        if example.kind == "schema":
            escaped = example.owner.replace("~", "~0").replace("/", "~1")
            name = self.names.get(f"/components/schemas/{escaped}")
            if name is None:
                return None
            # Null is legal where a nullable schema is used, not for its class alone.
            # An alias may be null itself, and ``None | None`` is no type.
            is_null = getattr(self.models, name) is None
            nullable = example.value is None and not is_null
            return f"m.{name} | None" if nullable else f"m.{name}"
        method, _, path = example.owner.partition(" ")
        operation = self.operations.get((method, path))
        if operation is None:
            return None
        if example.kind == "request":
            contents = None if operation.body is None else operation.body.contents
        else:
            statuses = {key.upper(): told for key, told in operation.responses.items()}
            contents = statuses.get(example.status.upper())
        if contents is None or isinstance(contents, str):
            return contents
        found: str | None = contents.get(example.media)
        return found


@dataclass(frozen=True, slots=True)
class End:
    """What became of one example; ``formats`` are those its texts do not fit."""

    name: str
    detail: str = ""
    formats: tuple[str, ...] = ()


def round_trips(spec: Path, project: Path, package: str) -> dict[str, Any]:
    """What became of the examples of ``spec``, as JSON."""
    book = open_book(spec)
    made = Package(project, package)
    validators = Validators(book)
    counts: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    failures: list[dict[str, str]] = []
    for example in examples(book):
        end = end_of(example, made, validators)
        counts[end.name] += 1
        formats.update(end.formats)
        if end.name.startswith("skipped") or end.name in GOOD:
            continue
        listed[end.name] += 1
        if listed[end.name] <= SHOWN:
            failures.append(
                {
                    "end": end.name,
                    "kind": example.kind,
                    "of": f"{example.owner} {example.status} {example.media}".strip(),
                    "place": example.place.partition("#")[2],
                    "type": made.expression(example) or "",
                    "detail": end.detail,
                }
            )
    return {
        "counts": dict(counts),
        "formats": dict(formats),
        "failures": failures,
        "texts": made.both_ways.texts,
    }


def end_of(example: Example, package: Package, validators: Validators) -> End:
    """Try one example."""
    if example.schema is None:
        return End("skipped: no schema")
    if not _is_json(example.media):
        return End("skipped: no JSON")
    if example.kind == "response" and example.owner.startswith("HEAD "):
        return End("skipped: answer to HEAD")  # in which HTTP has no content
    value = example.value
    try:
        fault = validators.fault(example.schema, example.kind, value)
        if fault and isinstance(value, str) and example.media:
            parsed = _parsed(value)
            if parsed is None:
                return End("skipped: text that is no JSON")
            value = parsed
            fault = validators.fault(example.schema, example.kind, value)
    except Unusable as error:
        return End("skipped: schema is unusable", str(error))
    expression = package.expression(example)
    if expression is None:
        return End("missing type")
    try:
        end = _trip(value, expression, fault, package)
        if end.name in GOOD:
            parting = package.both_ways.difference(value, expression)
            return End("parted ways", parting) if parting else end
        return end
    except Exception as error:
        return End(f"crash {type(error).__name__}", f"{error} (broken: {fault})"[:300])


def _is_json(media: str) -> bool:
    essence = media.partition(";")[0].strip().lower()
    return (
        essence in ("", "*/*", "application/*")
        or essence.endswith(("/json", "+json"))
        or essence in ("application/x-www-form-urlencoded", "multipart/form-data")
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _trip(value: Any, expression: str, fault: str, package: Package) -> End:
    """Decode and encode one value."""
    drifts: list[Any] = []
    decoding = package.drift.Decoding(on_drift=drifts.append)
    decode = package.types.decoder(expression)
    try:
        decoded = package.codec.run(decode, value, decoding)
    except package.codec.DecodeError as error:
        told = f"{error} ({fault})"
        if not fault:
            return End("valid refused", told)
        return End("invalid refused") if error.path else End("invalid no path", told)
    again = json.loads(package.json_text.dumps(package.encoding.to_wire(decoded)))
    found = list(differences(value, again))
    told = "; ".join(f"{one.kind} {one.path}: {one.expected}" for one in drifts[:3])
    unequal = [f"{path}: {how}" for path, how in found if how != FINER]
    if unequal:
        name = "invalid unequal" if fault else "valid unequal"
        return End(name, "; ".join(sorted(unequal)[:3]))
    if fault:
        if drifts or fault in LIMITS:
            return End("invalid drift" if drifts else "invalid limits")
        return End(f"invalid silent {fault}")
    return _of_valid(decoded, expression, drifts, told, bool(found), package)


def _of_valid(
    decoded: Any,
    expression: str,
    drifts: list[Any],
    told: str,
    is_finer: bool,
    package: Package,
) -> End:
    """The end of a value that fits its schema and came back equal."""
    others = [one.kind for one in drifts if one.kind not in FORMATS]
    if others:
        return End(f"valid drift {others[0]}", told)
    stray = list(misplaced(decoded))
    if stray:
        return End("valid misplaced", ", ".join(stray[:3]))
    if drifts:
        return End("valid format", told, tuple(one.expected for one in drifts))
    wrong = list(misfits(decoded, expression, package.name))
    if wrong:
        files = all("FileInput" in annotation for _, annotation, _ in wrong)
        shown = "; ".join(f"{at}: {why}" for at, _, why in wrong[:3])
        return End("valid file" if files else "valid mistyped", shown)
    return End("valid finer" if is_finer else "valid equal")


if __name__ == "__main__":
    spec, project, package = sys.argv[1:4]
    print(json.dumps(round_trips(Path(spec), Path(project), package)))
