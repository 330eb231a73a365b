"""The shapes generated packages have, on an API with one of everything common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from msgspec.structs import replace

from oasmith.diagnostics import Report
from oasmith.emit.env import Environments
from oasmith.emit.render import render
from oasmith.ir.api import Operation, Resource
from oasmith.ir.decls import Doc
from oasmith.python.context import Context
from oasmith.python.project import project_view

from ..python.wasabi import WASABI
from .left import left


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    found = render(WASABI, Environments(), left(), Report())
    assert found is not None
    return {one.path: one.text for one in found}


@pytest.fixture(scope="module")
def jobs(files: Mapping[str, str]) -> str:
    return files["wasabi_air/resources/jobs.py"]


@pytest.fixture(scope="module")
def models(files: Mapping[str, str]) -> str:
    return files["wasabi_air/models.py"]


def test_the_project_has_these_files(files: Mapping[str, str]) -> None:
    own = {path for path in files if "/_runtime/" not in path}
    assert own == {
        "CHANGELOG.md",
        "README.md",
        "pyproject.toml",
        "wasabi_air/__init__.py",
        "wasabi_air/client.py",
        "wasabi_air/errors.py",
        "wasabi_air/limits.py",
        "wasabi_air/models.py",
        "wasabi_air/py.typed",
        "wasabi_air/testing.py",
        "wasabi_air/resources/__init__.py",
        "wasabi_air/resources/jobs.py",
    }


def test_a_method_is_one_call(jobs: str) -> None:
    assert '''
    def get(self, id: str, *, options: rt.Options | None = None) -> m.Job:
        """Get one job with the definition it was submitted with.

        ``GET /jobs/{Id}``

        Args:
            id: Identifies the job.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no such job.
            InternalServerError: The server failed.
        """
        return self._call(_GET, path={"Id": id}, options=options)
''' in jobs


def test_required_arguments_come_before_optional_ones(jobs: str) -> None:
    assert '''
    def list(
        self,
        *,
        x_trace: str,
        page_number: int | None = None,
        status: m.JobStatus | str | None = None,
        ids: collections.abc.Sequence[str] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobList:
        """List jobs.
''' in jobs


def test_parameters_travel_by_their_names_on_the_wire(jobs: str) -> None:
    assert """
        return self._call(
            _LIST,
            query={"pageNumber": page_number, "status": status, "ids": ids},
            header={"X-Trace": x_trace},
            options=options,
        )
""" in jobs


def test_an_object_body_is_given_whole_or_by_its_fields(jobs: str) -> None:
    assert """
    @typing.overload
    def submit(
        self, body: m.JobSubmission, *, options: rt.Options | None = None
    ) -> m.Job: ...
    @typing.overload
    def submit(
        self,
        *,
        name: str,
        services: dict[str, m.ServiceValue],
        priority: int | None = None,
        note: str | None | rt.Unset = rt.UNSET,
        status: m.JobStatus | str | None = None,
        levels: collections.abc.Sequence[m.Level | int] | None = None,
        options: rt.Options | None = None,
    ) -> m.Job: ...
    def submit(
        self,
        body: m.JobSubmission | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        services: dict[str, m.ServiceValue] | rt.Unset = rt.UNSET,
""" in jobs


def test_a_read_only_field_is_no_argument(jobs: str) -> None:
    assert '"id": id' not in jobs


def test_a_union_body_is_given_whole(jobs: str) -> None:
    assert """
    def replace_shape(
        self, id: str, body: m.Shape, *, options: rt.Options | None = None
    ) -> None:
""" in jobs


def test_an_operation_says_only_what_is_its_own(jobs: str) -> None:
    assert """
_LIST: rt.Operation[m.JobList] = rt.Operation(
    "GET",
    "/jobs",
    responses={"200": "m.JobList", "401": "m.Error"},
    styles={"query": {"ids": rt.Style("pipeDelimited")}},
    id="list",
)
""" in jobs
    assert """
    security=((),),
    base_url="https://upload.acme.dev",
    id="upload",
)
""" in jobs


def test_annotations_are_not_shadowed_by_methods(jobs: str) -> None:
    assert "-> builtins.list[str]:" in jobs
    assert "_NAMES: rt.Operation[list[str]] =" in jobs


def test_the_asynchronous_class_differs_in_two_words(jobs: str) -> None:
    assert "    async def get(self, id: str, *" in jobs
    assert "        return await self._call(_GET, path" in jobs


def test_raw_twins_are_one_line_a_method(jobs: str) -> None:
    assert '''
class RawJobs(rt.RawResource):
    """The calls of ``Jobs``, each returning a ``Response``."""

    def __init__(self, resource: Jobs) -> None:
        super().__init__(resource)
        self.get: typing.Final = rt.raw(resource.get)
''' in jobs


def test_a_model_is_fields(models: str) -> None:
    assert '''
@rt.model
class Source(rt.Model):
    """Where the object to analyse lies."""

    bucket: str = rt.field("Bucket")
    object_key: str = rt.field("ObjectKey")
    """Key of the object. Example: ``MP4/Commercial.mp4``."""

    region: str | None = rt.field("Region", default=None)
    extra: dict[str, typing.Any] = rt.extra()
''' in models


def test_absent_and_null_are_told_apart(models: str) -> None:
    assert "    note: str | None | rt.Unset = rt.UNSET\n" in models
    assert "    meta: typing.Any = rt.UNSET\n" in models
    assert '    kind: typing.Literal["job"] = "job"\n' in models
    assert '    secret: str | None = rt.field(default=None, access="write")' in models


def test_a_base_comes_before_what_extends_it(models: str) -> None:
    assert models.index("class Job(rt.Model)") < models.index("class BigJob(Job)")
    assert "class BigJob(Job):" in models


def test_a_subclass_leaves_extra_to_its_base(models: str) -> None:
    assert '''
class BigJob(Job):
    """A job with a size."""

    size: int


''' in models


def test_request_models_take_plain_values_of_enumerations(models: str) -> None:
    assert "    status: JobStatus | str | None = None\n" in models
    assert "    status: JobStatus = rt.field" in models


def test_enumerations_are_open(models: str) -> None:
    assert """
class Level(int, rt.OpenEnum):
    VALUE_1 = 1
    VALUE_2 = 2
    VALUE_3 = 3
    _UNLISTED = rt.UNLISTED_INT  # so that checkers ask for a `case _`
""" in models


def test_unions_are_aliases_with_quoted_names(models: str) -> None:
    assert (
        'ServiceValue: typing.TypeAlias = typing.Union[str, "ServiceOptions"]' in models
    )
    assert """
Shape: typing.TypeAlias = typing.Annotated[
    typing.Union["Circle", "Square"],
    rt.Tag("kind", {"circle": "Circle", "square": "Square"}),
]
""" in models


def test_errors_have_the_body_the_api_gives_their_status(
    files: Mapping[str, str],
) -> None:
    errors = files["wasabi_air/errors.py"]
    assert '''
class NotFoundError(rt.NotFoundError):
    """404: There is no such job."""

    body: m.Error | str | None
''' in errors
    assert "    from ._runtime.errors import ApiError" not in errors


def test_the_client_knows_its_api(files: Mapping[str, str]) -> None:
    client = files["wasabi_air/client.py"]
    assert "    base_url=None,\n" in client
    assert (
        '    security=(("WasabiAuth", "WasabiSecretAuth"),),\n    anonymous=True,\n'
        in client
    )
    assert '        "wasabi_auth": "WASABI_AIR_WASABI_AUTH",\n' in client
    assert "    def ping(self, *, options: rt.Options | None = None) -> bool:" in client
    assert "        self.ping: typing.Final = rt.raw(client.ping)" in client


def test_the_readme_shows_a_call_that_exists(files: Mapping[str, str]) -> None:
    readme = files["README.md"]
    assert 'with Client(base_url="https://…") as client:\n' in readme
    assert '    result = client.jobs.get("id")\n' in readme
    assert (
        "| [`client.jobs.get`](wasabi_air/resources/jobs.py) | `GET /jobs/{Id}` |"
        in readme
    )


def test_the_readme_shows_a_model_that_exists(files: Mapping[str, str]) -> None:
    assert "from wasabi_air.models import Job\n" in files["README.md"]
    assert "\nclass Job(" in files["wasabi_air/models.py"]


def only(resource: Resource, operations: Iterable[Operation]) -> Context:
    """The sample with one resource, its operations others."""
    found = WASABI.whole
    left = replace(resource, operations=tuple(operations))
    api = replace(found.api, resources=(left,))
    return Context(api, found.names, found.layout, WASABI.settings)


def test_the_readme_tells_of_uploads_where_there_are_some(
    files: Mapping[str, str],
) -> None:
    assert "File(" in files["README.md"]
    first, *_ = WASABI.resources
    operations = [replace(one, body=None) for one in first.operations]
    assert not project_view(only(first, operations)).uploads


def test_the_readme_marks_what_is_deprecated() -> None:
    first, *_ = WASABI.resources
    words = Doc("Get **one** [job](https://x.dev).", deprecated=True)
    operations = [replace(one, doc=words) for one in first.operations]
    row = project_view(only(first, operations)).operations[0]
    assert row.summary.text == "Get one job. (deprecated)"
