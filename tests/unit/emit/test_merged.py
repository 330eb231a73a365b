"""A text in which git has left both sides of a merge."""

from __future__ import annotations

import pytest

from oasmith.emit.merged import sides

OURS, THEIRS = "{\n1\n3\n}", "{\n2\n3\n}"


@pytest.mark.parametrize(
    "text",
    [
        "{\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n3\n}\n",
        "{\n<<<<<<< HEAD\n1\n||||||| base\n0\n=======\n2\n>>>>>>> theirs\n3\n}\n",
        "{\r\n<<<<<<< HEAD\r\n1\r\n=======\r\n2\r\n>>>>>>> theirs\r\n3\r\n}\r\n",
    ],
)
def test_each_side_is_as_it_was(text: str) -> None:
    assert sides(text) == (OURS, THEIRS)


def test_a_text_without_marks_has_no_sides() -> None:
    assert sides('{"names": {"<<<<<<< HEAD": "======="}}') is None
