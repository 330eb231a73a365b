"""The walk itself: it finds in small descriptions what a reader counts by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.ledger.walk import Item, counts, uses, walk
from tests.support.wheels import ROOT

SPECS = Path(__file__).parent / "specs"
SHELTER = SPECS / "petstore-2.0.yaml"
LIBRARY = SPECS / "petstore-3.0.json"
AQUARIUM = SPECS / "aquarium-3.2.yaml"


def found(path: Path, kind: str) -> list[Item]:
    return [item for item in walk(path, path.name) if item.kind == kind]


def test_a_2_0_description_is_counted_as_its_reader_would() -> None:
    assert counts(walk(SHELTER)) == {
        "operation": 6,
        "parameter": 6,
        "form field": 3,
        "body": 3,
        "response": 8,
        "media type": 11,
        "header": 1,
        "schema": 4,
        "property": 11,
        "security scheme": 2,
    }


def test_a_3_0_description_is_counted_as_its_reader_would() -> None:
    assert counts(walk(LIBRARY)) == {
        "operation": 3,
        "parameter": 4,
        "body": 1,
        "response": 4,
        "media type": 6,
        "header": 1,
        "schema": 5,
        "property": 15,
    }


def test_a_description_in_several_files_is_counted_as_its_reader_would() -> None:
    assert counts(walk(AQUARIUM)) == {
        "operation": 3,
        "parameter": 3,
        "body": 1,
        "response": 4,
        "media type": 4,
        "header": 1,
        "schema": 2,
        "property": 8,
    }


@pytest.mark.parametrize(
    ("name", "operations"), [("wasabi-air", 6), ("unstructured-platform", 45)]
)
def test_the_job_apis_are_walked_whole(name: str, operations: int) -> None:
    found = counts(walk(ROOT / "specs" / f"{name}.yaml"))
    assert found["operation"] == operations
    assert found["property"] > 50 and found["schema"] >= 18


def test_an_operation_wins_over_its_path_where_both_have_a_parameter() -> None:
    mine = [item for item in uses(SHELTER) if item.owner == "GET /animals/{animalId}"]
    languages = [item for item in mine if item.name == "query:lang"]
    assert [item.place.rpartition("#")[2] for item in languages] == [
        "/paths/~1animals~1{animalId}/get/parameters/0"
    ]
    assert "path:animalId" in {item.name for item in mine}


def test_a_shared_response_is_one_item_with_every_use() -> None:
    shared = "petstore-2.0.yaml#/responses/NotFound"
    (item,) = [one for one in found(SHELTER, "response") if one.place == shared]
    assert len(item.uses) == 2
    times = Counter(one.place for one in uses(SHELTER, SHELTER.name))
    assert times[shared] == 2


def test_properties_are_found_however_deep_they_stand() -> None:
    places = {item.place.partition("#")[2] for item in found(SHELTER, "property")}
    traits = "/definitions/NewAnimal/properties/traits"
    assert f"{traits}/additionalProperties/properties/since" in places
    assert "/definitions/Animal/allOf/1/properties/friends" in places
    photo = "/paths/~1animals~1{animalId}~1photo/post/responses/200/schema"
    assert f"{photo}/properties/size" in places


def test_places_in_other_files_are_named_by_those_files() -> None:
    files = {
        item.place.partition("#")[0] for item in walk(AQUARIUM, "a/aquarium-3.2.yaml")
    }
    assert files == {
        "a/aquarium-3.2.yaml",
        "a/aquarium/paths.yaml",
        "a/aquarium/fish.yaml",
    }
