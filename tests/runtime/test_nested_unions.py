"""Unions within unions: each object is tried out once, however deep it lies."""

from __future__ import annotations

import sys
import types
import typing

import pytest

from oasmith.runtime import rt
from oasmith.runtime.codec import STANDARD
from oasmith.runtime.drift import Decoding
from oasmith.runtime.library import library_of
from oasmith.runtime.resolve import class_namespace

from . import shapes as m

FORMS = {
    "told by nothing": (m.Folder, '{"name":"a","size":1,"inside":%s}', "null"),
    "all deviating": (m.Folder, '{"name":"a","size":null,"inside":%s}', "null"),
    "none fitting": (m.Folder, '{"name":"a","size":1,"inside":%s}', "5"),
    "no tag": ("Link", '{"next":%s}', "{}"),
    "a tag that is none": ("Link", '{"sort":null,"next":%s}', "{}"),
    "no tag, none allowing": ("Link", '{"next":%s,"weight":null}', "{}"),
    "lists": ("Nest", '{"all":[%s]}', '{"all":[]}'),
}


@rt.model
class Link(rt.Model):
    """One of a chain."""

    sort: str | None = None
    next: Chain | None = None


@rt.model
class Ring(rt.Model):
    """One of a chain."""

    sort: str | None = None
    weight: int | None = None
    next: Chain | None = None


@rt.model
class Nest(rt.Model):
    """Holds lists, which nothing but their items tells apart."""

    all: list[Link] | list[Nest] | list[Ring]


Chain: typing.TypeAlias = typing.Annotated[
    typing.Union["Link", "Ring"], rt.Tag("sort", {"link": "Link", "ring": "Ring"})
]


def calls(name: str, depth: int, library: typing.Literal["standard", "msgspec"]) -> int:
    """How many calls it takes to read such a text."""
    cls, form, last = FORMS[name]
    type_ = globals()[cls] if isinstance(cls, str) else cls
    return calls_of(type_, form, last, depth, library)


def calls_of(
    type_: type[rt.Model],
    form: str,
    last: str,
    depth: int,
    library: typing.Literal["standard", "msgspec"],
) -> int:
    """How many calls it takes to read a text of some depth."""
    json = library_of(library) or STANDARD
    read = json.reader(type_, class_namespace(type_))
    begin, end = form.split("%s")
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    for times in (2, depth):  # what is compiled on first use does not count
        count, text = 0, begin * times + last + end * times
        sys.setprofile(counted)
        try:
            read(text, Decoding())
        except rt.DecodeError:
            assert last == "5"
        finally:
            sys.setprofile(None)
    return count


@pytest.mark.parametrize("library", ["standard", "msgspec"])
@pytest.mark.parametrize("name", FORMS)
def test_calls_grow_as_the_depth_does(
    name: str, library: typing.Literal["standard", "msgspec"]
) -> None:
    once = calls(name, 8, library)
    assert once < 4 * calls(name, 4, library)  # or else the rest may never end
    assert calls(name, 64, library) < 12 * once


def member_of(count: int) -> type[rt.Model]:
    """One of as many models that hold one of them, and are all alike."""
    module = types.ModuleType(f"members{count}")
    module.__dict__.update(rt=rt, typing=typing)
    sys.modules[module.__name__] = module
    for at in range(count):
        held = "    next: Any | None = None\n    size: int | None = None\n"
        text = f"@rt.model\nclass M{at}(rt.Model):\n{held}"
        exec(f"from __future__ import annotations\n{text}", module.__dict__)
    names = ", ".join(f"'M{at}'" for at in range(count))
    exec(f"Any: typing.TypeAlias = typing.Union[{names}]", module.__dict__)
    first: type[rt.Model] = module.__dict__["M0"]
    return first


@pytest.mark.parametrize("last", ["{}", '{"size":null}', "5"])
def test_calls_grow_as_the_members_do(last: str) -> None:
    few, many = (
        calls_of(member_of(count), '{"next":%s}', last, 6, "standard")
        for count in (8, 32)
    )
    assert many < 6 * few


def test_members_are_chosen_by_all_that_is_within() -> None:
    seen: list[rt.Drift] = []
    made = Link.from_dict({"next": {"next": {"weight": 1}}}, on_drift=seen.append)
    assert made == Link(next=Link(next=Ring(weight=1))) and not seen
    with pytest.raises(rt.DecodeError, match=r"at \$\.next\.next\.weight, found"):
        Link.from_dict({"next": {"next": {"weight": "heavy"}}})
