"""Names: by right, stable, recorded."""

from __future__ import annotations

import random

from oasmith.passes.allot import Claim, allot

from .lowering import component, named

JOB = "Job: {type: object, properties: {id: {type: string}, source: {type: object, properties: {a: {type: string}}}}}"


def test_a_component_keeps_its_name_against_what_stands_inline() -> None:
    names, _ = named(f"""
        components:
          schemas:
            {JOB}
            JobSource: {{type: object, properties: {{b: {{type: string}}}}}}
        """)
    assert names.decls[component("JobSource")] == "JobSource"
    assert names.decls[component("Job/properties/source")] == "JobSource2"


def test_a_method_in_capitals_is_no_abbreviation_in_the_name_of_a_type() -> None:
    answer = "{description: Done., content: {application/json: {schema: {type: object, properties: {a: {}}}}}}"
    names, _ = named(f"""
        paths:
          /a: {{get: {{operationId: GETLists, responses: {{"200": {answer}}}}}}}
          /b: {{post: {{operationId: POST_Items, responses: {{"200": {answer}}}}}}}
          /c: {{get: {{operationId: GETAWSKeys, responses: {{"200": {answer}}}}}}}
        """)
    assert list(names.decls.values()) == [
        "GetListsResponse",
        "PostItemsResponse",
        "GETAWSKeysResponse",
    ]


def test_the_suffix_of_a_path_names_no_type_unless_it_tells_two_apart() -> None:
    answer = "{description: Done., content: {application/json: {schema: {type: object, properties: {a: {}}}}}}"
    names, _ = named(f"""
        paths:
          /a.json: {{get: {{responses: {{"200": {answer}}}}}}}
          /b.json: {{get: {{responses: {{"200": {answer}}}}}}}
          /b.xml: {{get: {{responses: {{"200": {answer}}}}}}}
        """)
    assert list(names.decls.values()) == [
        "GetAResponse",
        "GetBJsonResponse",
        "GetBXmlResponse",
    ]


def test_the_exact_spelling_wins_a_collision() -> None:
    names, _ = named("""
        components:
          schemas:
            foo_bar: {type: object, properties: {a: {type: string}}}
            FooBar: {type: object, properties: {a: {type: string}}}
        """)
    assert names.decls[component("FooBar")] == "FooBar"
    assert names.decls[component("foo_bar")] == "FooBar2"


def test_fields_give_way_to_keywords_and_to_what_models_have() -> None:
    names, _ = named("""
        components:
          schemas:
            Job:
              type: object
              properties: {class: {}, to_dict: {}, extra: {}, fooBar: {}, foo_bar: {}}
        """)
    told = [
        names.fields[component("Job"), wire]
        for wire in ("class", "to_dict", "extra", "fooBar", "foo_bar")
    ]
    assert told == ["class_", "to_dict_", "extra_", "foo_bar_2", "foo_bar"]


def test_both_sides_of_a_collision_keep_the_long_form() -> None:
    names, _ = named("""
        paths:
          /jobs: {get: {operationId: get_jobs, tags: [jobs]}}
          /jobs/{id}: {get: {operationId: get_job, tags: [jobs]}}
          /jobs/all: {get: {operationId: list_jobs, tags: [jobs]}}
        """)
    assert sorted(names.operations.values()) == ["get", "get_jobs", "list_jobs"]


def test_parameters_of_one_name_are_told_apart_by_location() -> None:
    names, _ = named("""
        paths:
          /jobs/{id}:
            get:
              operationId: get_job
              tags: [jobs]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: id, in: query, schema: {type: string}}
        """)
    assert sorted(names.params.values()) == ["id", "query_id"]


def test_a_recorded_name_stays_when_a_better_claim_arrives() -> None:
    before = f"""
        components:
          schemas:
            {JOB}
        """
    _, table = named(before)
    after = before + "    JobSource: {type: object, properties: {b: {type: string}}}\n"
    names, _ = named(after, table)
    assert names.decls[component("Job/properties/source")] == "JobSource"
    assert names.decls[component("JobSource")] == "JobSource2"


def test_a_recorded_name_goes_where_its_words_changed() -> None:
    first = "paths: {/jobs: {get: {operationId: get_jobs, tags: [jobs]}}}"
    _, table = named(first)
    names, _ = named(first.replace("get_jobs", "search_jobs"), table)
    assert list(names.operations.values()) == ["search"]


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        Claim(f"key{number}", (number % 2,), (f"name{number % 4}", f"long{number}"))
        for number in range(16)
    ]
    expected = allot(claims, {"name1"}, {})
    shuffled = claims[:]
    random.Random(7).shuffle(shuffled)
    assert allot(shuffled, {"name1"}, {}) == expected
    assert len(set(expected.values())) == len(claims)


def test_resources_and_methods_give_way_to_what_the_class_around_them_needs() -> None:
    names, _ = named("""
        paths:
          /a: {get: {operationId: typing, tags: [cached_property]}}
          /b: {get: {operationId: other, tags: [aux]}}
        """)
    assert sorted(names.resources.values()) == ["aux_", "cached_property_"]
    assert "typing_" in names.operations.values()
