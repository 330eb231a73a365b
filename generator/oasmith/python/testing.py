"""The view of the testing module: clients that are answered in process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..source.values import Frozen
from .code import Code, fixed
from .context import Context
from .docs import docstring
from .encode import constant, literal
from .fit import Group, assigned, dict_display, entry, lay_out, list_display
from .harvest import harvest
from .streams import Form, forms_of

__all__ = ["TestingView", "testing_view"]


class TestingView(Frozen):
    """The module of the fake clients."""

    doc: Code
    examples: Code
    streams: bool
    downloads: bool
    scribes: Code | None


_SCRIBES = fixed("_SCRIBES: typing.Final[fake.Scribes]")
_WRITTEN = {
    Form.ITEMS: fixed('"stream": StreamScribe'),
    Form.CHUNKS: fixed('"download": DownloadScribe'),
}
"""What writes answers that are read as they come."""


def testing_view(context: Context) -> TestingView:
    """The module with the fake clients and the examples they answer with."""
    package = context.settings.package
    words = (
        "Clients for tests, answered in process.\n\n"
        f"    from {package}.testing import FakeClient, call, calls, example, when\n\n"
        "``FakeClient()`` is a ``Client`` that needs neither network nor credentials."
        " Its calls return examples, or what ``when(client.….….)`` was told;"
        " ``calls(client)`` are those that were made, and ``example(m.…)`` is a model."
    )
    told = {
        context.names.decls[one]: properties
        for one, properties in harvest(context).items()
    }
    shown = _display({name: told[name] for name in sorted(told)})
    target = fixed("_EXAMPLES: typing.Final[fake.Examples]")
    forms = forms_of(context)
    scribes = [row for form, row in _WRITTEN.items() if form in forms]
    return TestingView(
        doc=docstring(words, 0) or fixed('""""""'),
        examples=lay_out(assigned(target, shown), 0),
        streams=Form.ITEMS in forms,
        downloads=Form.CHUNKS in forms,
        scribes=(
            lay_out(assigned(_SCRIBES, dict_display(scribes)), 0) if scribes else None
        ),
    )


def _display(value: object) -> Code | Group:
    """Examples as a display, each on its line where they are too long for one."""
    if isinstance(value, Mapping):
        table = cast("Mapping[str, object]", value)
        return dict_display(
            entry(constant(key), _display(one)) for key, one in table.items()
        )
    if isinstance(value, list):
        return list_display(_display(one) for one in cast("list[object]", value))
    return literal(value)
