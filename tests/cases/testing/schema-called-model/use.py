"""Examples and limits of a schema called Model are not those of every model."""

from __future__ import annotations

import pytest
from case_testing_schema_called_model import ConstraintError, check
from case_testing_schema_called_model import models as m
from case_testing_schema_called_model.testing import FakeClient

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert isinstance(FakeClient().get_car().id, int)
    check(m.Wheels(id="12345678"))
    with pytest.raises(ConstraintError):
        check(m.Model(id="12345678"))
