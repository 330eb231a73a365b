"""What resources are called after their tags, and where none tells anything."""

from __future__ import annotations

import pytest

from oasmith.passes.headings import heading, is_version

from .lowering import named


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("1. Log in", "Log in"),
        ("1-Click Applications", "1-Click Applications"),
        ("v1 Users", "Users"),
        ("patient-controller", "patient"),
        ("PhotoController", "Photo"),
        ("Wireless Controller", "Wireless Controller"),
        ("Payments API", "Payments"),
        ("EnumApi", "Enum"),
        ("API", "API"),
        ("Projects (Smart)(v2)", "Projects"),
        ("(all)", "(all)"),
    ],
)
def test_a_tag_is_told_by_what_it_is_about(tag: str, told: str) -> None:
    assert heading(tag) == told


@pytest.mark.parametrize("tag", ["v1", "V2.1", "v1beta1", "2020-01-01", "3"])
def test_a_version_is_one(tag: str) -> None:
    assert is_version(tag)


@pytest.mark.parametrize("tag", ["vat", "v1 users", "2fa", "version"])
def test_what_says_more_is_no_version(tag: str) -> None:
    assert not is_version(tag)


def test_tags_that_differ_in_an_aside_alone_keep_it() -> None:
    names, _ = named("""
        paths:
          /a: {get: {operationId: a, tags: [Tasks (Smart)]}}
          /b: {get: {operationId: b, tags: [Tasks (Classic)]}}
          /c: {get: {operationId: c, tags: [Files (all)]}}
        """)
    assert sorted(names.resources.values()) == ["files", "tasks_classic", "tasks_smart"]
    assert sorted(names.resource_classes.values()) == [
        "Files",
        "TasksClassic",
        "TasksSmart",
    ]


def test_a_version_is_no_resource() -> None:
    names, _ = named("""
        paths:
          /v1/{name}:cancel: {post: {operationId: jobs.cancel, tags: [v1]}}
          /v1/users: {get: {operationId: listUsers, tags: [v1]}}
          /v1/rooms: {get: {operationId: listRooms, tags: [rooms]}}
        """)
    assert names.resources == {"users": "users", "rooms": "rooms"}
    assert sorted(names.operations.values()) == ["cancel", "list", "list"]
