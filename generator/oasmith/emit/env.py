"""The template environment, in which text of a description cannot be printed.

Everything printed passes ``finalize``, which takes ``Code`` and Jinja's own
``Markup`` alone. Jinja's filters, tests and globals are not there: several of
them let raw text through. What a template may consist of is an allow-list of
syntax nodes (``lint``), applied to every template when it is loaded.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, Undefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from ..python.code import Code
from ..source.values import Frozen
from . import lint
from .faults import TemplateFault
from .kept import Kept
from .places import templates_folder

__all__ = ["Environments", "Printed", "environments"]


class Printed(Frozen):
    """What a template made of a view.

    ``twin`` is the same with every text of the description replaced by a harmless one.
    """

    text: str
    twin: str


class Environments:
    """Two environments over the same templates: one prints code, one its twins.

    The second is for templates that print more than values, macros say: of others
    the twin is put together from what the first printed.

    ``folders`` of the user's are looked into before the shipped one. Templates
    are read, checked and compiled when they are first asked for, and raise
    TemplateFault when they cannot be used.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._loader = _FolderLoader(tuple(folders), templates_folder())
        self._values: list[Code | Markup] = []
        self._real = _environment(self._loader, self._noted)
        self._twin = _environment(self._loader, _twin)

    def render(self, template: str, view: object) -> Printed:
        """The template with the view printed, and the twin of that."""
        self._values.clear()
        pieces = _render(self._real, template, view)
        text = "".join(pieces)
        twins = _twins(pieces, self._values)
        if twins is None:
            twins = _render(self._twin, template, view)
        twin = "".join(twins)
        return Printed(text, text if twin == text else twin)

    def _noted(self, value: object) -> Code | Markup:
        """What is printed for a value. Raises TypeError for all but code."""
        printed = value if isinstance(value, Code) else _markup(value)
        self._values.append(printed)
        return printed

    def is_shipped(self, template: str) -> bool:
        """Whether the template, and all it includes, are those shipped."""
        return self._loader.is_shipped(template)


def environments(folders: tuple[Path, ...]) -> Environments:
    """Those of a user's folders; the shipped templates are compiled once a process."""
    return Environments(folders) if folders else _shipped()


@functools.cache
def _shipped() -> Environments:
    return Environments()


class _FolderLoader(BaseLoader):
    """Reads templates from folders and checks them."""

    def __init__(self, users: tuple[Path, ...], shipped: Path) -> None:
        self._users = users
        self._shipped = shipped
        self._kept = Kept((Path(__file__), Path(lint.__file__)))
        self._compiled: dict[str, CodeType] = {}
        self._referenced: dict[str, tuple[str, ...]] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """The template, checked and compiled once for both environments."""
        if name not in self._compiled:
            self._compiled[name] = self._compile(environment, name)
        shared: MutableMapping[str, Any] = {} if globals is None else globals
        code = self._compiled[name]
        return environment.template_class.from_code(environment, code, shared)

    def _compile(self, environment: Environment, name: str) -> CodeType:
        path = self._find(name)
        try:
            text = path.read_text(encoding="utf-8")
            # Of a user's, what it refers to has to be known as well.
            kept = None if self._users else self._kept.find(path, text)
            if kept is not None:
                return kept
            tree = environment.parse(text, name, str(path))
        except TemplateSyntaxError as error:
            raise TemplateFault(str(path), error.lineno, error.message or "") from error
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateFault(str(path), None, f"cannot be read: {error}") from error
        for line, problem in lint.offences(tree):
            raise TemplateFault(str(path), line, problem)
        found = find_referenced_templates(tree)
        self._referenced[name] = tuple(other for other in found if other)
        code = environment.compile(tree, name, str(path))
        if not self._users:
            self._kept.keep(path, text, code)
        return code

    def is_shipped(self, template: str) -> bool:
        """Whether a template that was loaded is shipped, with all it refers to."""
        pending, seen = [template], set[str]()
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            if any((folder / name).is_file() for folder in self._users):
                return False
            pending.extend(self._referenced.get(name, ()))
        return True

    def _find(self, template: str) -> Path:
        if "/" in template or "\\" in template or template.startswith("."):
            raise TemplateFault(template, None, "a template is named without a folder")
        for folder in (*self._users, self._shipped):
            if (folder / template).is_file():
                return folder / template
        raise TemplateNotFound(template)


def _environment(
    loader: BaseLoader, finalize: Callable[[object], Code | Markup]
) -> Environment:
    made = Environment(
        autoescape=True,
        auto_reload=False,
        finalize=finalize,
        keep_trailing_newline=True,
        loader=loader,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.clear()
    made.globals.clear()
    made.tests.clear()
    made.tests.update({"none": _is_none, "true": _is_true, "false": _is_false})
    return made


def _render(environment: Environment, template: str, view: object) -> list[str]:
    """What a template prints piece by piece: ``Markup`` for what is no part of it."""
    try:
        return list(environment.get_template(template).generate(view=view))
    except TemplateFault:
        raise
    except TemplateNotFound as error:
        raise TemplateFault(str(error), None, "there is no such template") from error
    except Exception as error:
        # Whatever a template runs into is a fault of that template.
        message = f"{type(error).__name__}: {error}"
        raise TemplateFault(template, _line_of(error), message) from error


def _line_of(error: BaseException) -> int | None:
    """The line of the template an error came from; Jinja rewrites the traceback."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _twins(pieces: list[str], values: list[Code | Markup]) -> list[str] | None:
    """``pieces`` with each value's twin in its place.

    None where they are not these values, each by itself and in this order.
    """
    twins = list(pieces)
    places = [at for at, piece in enumerate(pieces) if type(piece) is Markup]
    if len(places) != len(values):
        return None
    for at, value in zip(places, values, strict=True):
        if not isinstance(value, Code) or pieces[at] != value.text:
            return None
        twins[at] = value.twin
    return twins


def _twin(value: object) -> Markup:
    """The twin of what is printed. Raises TypeError for all but code."""
    if isinstance(value, Code):
        return Markup(value.twin)
    return _markup(value)


def _markup(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)  # Raises, naming what is missing.
    raise TypeError(f"only code is printed, not {type(value).__name__}")


def _is_none(value: object) -> bool:
    return value is None


def _is_true(value: object) -> bool:
    return value is True


def _is_false(value: object) -> bool:
    return value is False
