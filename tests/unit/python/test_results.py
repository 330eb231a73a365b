"""What operations bring back, and what they raise."""

from __future__ import annotations

from oasmith.ir.api import Codec, Content, Operation, Response
from oasmith.ir.types import ListOf
from oasmith.python.annotations import References, Scope
from oasmith.python.fit import lay_out
from oasmith.python.results import raised, responses_table, result

from .building import STR, content, decl_id, operation, ref, response, struct

JOB, OTHER = struct("Job"), struct("Other")
REFERENCES = References(
    {JOB.id: JOB, OTHER.id: OTHER}, {decl_id("Job"): "Job", decl_id("Other"): "Other"}
)
TEXT = content(None, "text/plain", Codec.TEXT)
FILE = content(None, "image/png", Codec.BYTES)


def get(*responses: Response) -> Operation:
    return operation("get", "GET", "/", responses=responses)


def returns(*responses: Response) -> str:
    return result(get(*responses), Scope(REFERENCES)).code.text


def table(*responses: Response) -> str:
    return lay_out(responses_table(get(*responses), REFERENCES), 0).text


def json(name: str) -> Content:
    return content(ref(name))


def test_the_success_is_the_result() -> None:
    assert returns(response(200, json("Job")), response(404, json("Other"))) == "m.Job"


def test_several_successes_are_a_union() -> None:
    told = (response(200, json("Job")), response(202, json("Other")), response(204))
    assert returns(*told) == "m.Job | m.Other | None"


def test_the_default_response_is_the_result_where_no_success_is() -> None:
    assert returns(response(404), response((0, 999), json("Job"))) == "m.Job"


def test_json_decides_where_a_status_has_other_media_types_too() -> None:
    xml = content(None, "application/xml", Codec.XML)
    assert returns(response(200, xml, json("Job"), TEXT)) == "m.Job"


def test_a_redirect_that_is_followed_brings_what_it_leads_to() -> None:
    assert returns(response(302)) == "bytes"


def test_a_success_that_nothing_is_said_of_may_be_anything() -> None:
    assert returns(response(404)) == "typing.Any"


def test_json_without_schema_is_anything() -> None:
    assert returns(response(200, content(None))) == "typing.Any"


def test_text_and_bytes_have_their_types() -> None:
    assert returns(response(200, TEXT)) == "str"
    assert returns(response(200, FILE)) == "bytes"


def test_the_table_says_what_each_status_brings() -> None:
    told = (
        response((200, 299), content(ListOf(STR))),
        response(204),
        response(404, TEXT, json("Job")),
        response((0, 999), json("Other")),
    )
    assert table(*told) == (
        '{\n    "2XX": "list[str]",\n    "204": None,\n'
        '    "404": {"text/plain": "str", "application/json": "m.Job"},\n'
        '    "default": "m.Other",\n}'
    )


def test_errors_are_told_by_class_with_the_words_of_the_description() -> None:
    told = get(
        response(200),
        response(404, doc="No such job"),
        response(410, doc="Gone for good."),
        response((400, 499)),
        response(500, doc="Broken."),
        response(503, doc="Busy."),
    )
    assert list(raised(told)) == [
        ("NotFoundError", "No such job."),
        ("StatusError", "410: Gone for good."),
        ("InternalServerError", "Broken. Busy."),
    ]


def test_what_a_default_response_says_is_told_of_the_general_error() -> None:
    told = get(
        response(200),
        response(404, doc="no such job"),
        response((0, 999), doc="any other failure"),
    )
    assert list(raised(told)) == [
        ("NotFoundError", "No such job."),
        ("StatusError", "Any other failure."),
    ]


def test_a_default_response_that_is_the_result_is_no_error() -> None:
    assert list(raised(get(response((0, 999), doc="The job.")))) == []


def test_what_says_no_more_than_the_status_is_said_in_words_of_our_own() -> None:
    told = get(
        response(200),
        response(401, doc="Unauthorized"),
        response(404, doc="NOT FOUND."),
        response(413, doc="Error"),
        response(418, doc="Error"),
        response(500, doc="Internal Server Error"),
        response(503, doc="Not Found"),
        response((0, 999), doc="Error response."),
    )
    assert list(raised(told)) == [
        ("UnauthorizedError", "The credentials are missing or not valid."),
        ("NotFoundError", "There is no such thing."),
        ("StatusError", "413: Content Too Large."),
        ("InternalServerError", "Not Found."),
    ]
