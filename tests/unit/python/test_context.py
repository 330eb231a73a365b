"""What an API is called in sentences."""

from __future__ import annotations

import pytest

from oasmith.python.context import Settings

from .building import api, context


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Jobs API 2.1", "the Jobs API 2.1"),
        ("FastAPI Items", "the FastAPI Items API"),
        ("Acme", "the Acme API"),
        ("The Acme", "the Acme API"),
        ("server", "the acme-jobs API"),
        ("", "the acme-jobs API"),
    ],
)
def test_the_subject_names_the_api_once(title: str, subject: str) -> None:
    assert context(api(title=title), Settings("acme-jobs", "jobs")).subject == subject
