"""What methods take: parameters without null, bodies whole or by their fields."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from oasmith.ir.api import Body, Codec, Param
from oasmith.ir.types import ANY, NONE, Literal, Nullable, OneOf, Type
from oasmith.ir.where import Where
from oasmith.python.annotations import Scope, Side
from oasmith.python.arguments import Argument, Arguments, arguments_of

from .building import (
    FILE,
    INT,
    STR,
    alias,
    api,
    body,
    content,
    context,
    field,
    operation,
    param,
    ref,
    resource,
    struct,
)

JOB = struct("Job", field("name", STR, required=True), field("note", Nullable(STR)))
UPLOAD = struct("Upload", field("file", FILE))
MAYBE = alias("Maybe", Nullable(STR))


def arguments(*params: Param, body: Body | None = None) -> Arguments:
    made = operation("run", "POST", "/jobs", *params, body=body)
    whole = context(api(resource("jobs", made), decls=(JOB, UPLOAD, MAYBE)))
    return arguments_of(made, Scope(whole.references, Side.ARGUMENT), whole)


def written(argument: Argument) -> str:
    default = "" if argument.default is None else f" = {argument.default.text}"
    return argument.annotation.code.text + default


@pytest.mark.parametrize("where", [Where.QUERY, Where.HEADER, Where.COOKIE])
@pytest.mark.parametrize(
    ("type_", "annotation"),
    [
        (STR, "str | None = None"),
        (Nullable(STR), "str | None = None"),
        (OneOf((STR, INT, NONE)), "str | int | None = None"),
        (ref("Maybe"), "m.Maybe | None = None"),
        (ANY, "typing.Any = None"),
    ],
)
def test_an_optional_parameter_is_none_when_absent(
    where: Where, type_: Type, annotation: str
) -> None:
    _, made = arguments(param("x", where, type_)).others[0]
    assert written(made) == annotation


def test_a_required_parameter_cannot_be_null() -> None:
    _, made = arguments(param("x", Where.QUERY, Nullable(STR), required=True)).others[0]
    assert written(made) == "str"


def test_fields_are_offered_beside_other_media_types() -> None:
    contents = (
        content(ref("Job")),
        content(ref("Upload"), "multipart/form-data", Codec.MULTIPART),
        content(None, "text/plain", Codec.TEXT),
    )
    made = arguments(body=body(*contents))
    assert made.body is not None
    assert written(made.body) == "m.Job | m.Upload | str"
    assert made.fields is not None
    assert [written(one) for one in made.fields] == [
        "str",
        "str | None | rt.Unset = rt.UNSET",
    ]


def test_no_fields_are_offered_where_the_preferred_body_has_none() -> None:
    contents = (content(STR), content(ref("Job"), "x/form", Codec.FORM))
    assert arguments(body=body(*contents)).fields is None


def test_what_is_required_and_needs_no_choice_is_filled_in() -> None:
    one, two = Literal(("list",)), Literal(("list", "get"))
    made = arguments(
        param("id", Where.PATH, one),
        param("action", Where.QUERY, one, required=True),
        param("other", Where.QUERY, one),
        param("either", Where.QUERY, two, required=True),
    )
    assert [written(each) for each in made.path] == ['typing.Literal["list"]']
    assert [written(each) for _, each in made.others] == [
        'typing.Literal["list"] = "list"',
        'typing.Literal["list"] | None = None',
        'typing.Literal["list", "get"]',
    ]


def test_the_default_of_a_required_parameter_is_not_told() -> None:
    given = replace(param("f", Where.QUERY, required=True), default="json")
    left = replace(param("g", Where.QUERY), default="json")
    told = [each.words for _, each in arguments(given, left).others]
    assert told == ["", "Default: ``json``."]
