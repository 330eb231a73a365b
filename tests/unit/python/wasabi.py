"""An API with one of everything that is common, as the passes would give it."""

from __future__ import annotations

from oasmith.ir.api import Codec, Part, Server, Style
from oasmith.ir.decls import Access, Doc, Limits, Tag, Usage
from oasmith.ir.security import ApiKeyScheme, BasicScheme, BearerScheme
from oasmith.ir.types import ANY, ListOf, Literal, MapOf, Nullable
from oasmith.ir.where import Where
from oasmith.python.context import Settings

from .building import (
    AT,
    BOOL,
    DATETIME,
    FILE,
    INT,
    STR,
    alias,
    api,
    body,
    content,
    context,
    decl_id,
    enum,
    field,
    operation,
    param,
    ref,
    resource,
    response,
    struct,
    union,
)

DECLS = (
    enum("JobStatus", "submitted", "in_progress", "completed", doc="How far a job is."),
    enum("Level", 1, 2, 3),
    struct(
        "Source",
        field("Bucket", STR, required=True),
        field(
            "ObjectKey",
            STR,
            required=True,
            doc=Doc("Key of the object.", examples=("MP4/Commercial.mp4",)),
        ),
        field("Region", STR),
        doc="Where the object to analyse lies.",
        extra=ANY,
    ),
    struct(
        "BigJob",
        field("size", INT, required=True),
        bases=("Job",),
        doc="A job with a size.",
        extra=ANY,
    ),
    struct(
        "Job",
        field("Id", STR, required=True, doc="Identifies the job."),
        field("Name", STR, required=True),
        field("Status", ref("JobStatus"), required=True),
        field("Source", ref("Source"), required=True),
        field("Services", MapOf(ref("ServiceValue")), required=True),
        field("Created", DATETIME, required=True),
        field("Completed", DATETIME),
        field("note", Nullable(STR), default="x", limits=Limits((("maxLength", 100),))),
        field("secret", STR, access=Access.WRITE),
        field("kind", Literal(("job",)), required=True),
        field("list", ListOf(STR)),
        field("tags", ListOf(STR)),
        field("meta", ANY),
        doc="A job and the definition it was submitted with.",
        extra=ANY,
    ),
    struct("JobList", field("Records", ListOf(ref("Job")), required=True), extra=ANY),
    struct("ServiceOptions", field("threshold", INT)),
    union("ServiceValue", STR, ref("ServiceOptions"), doc="Settings of one service."),
    struct("Circle", field("kind", Literal(("circle",)), required=True)),
    struct("Square", field("kind", Literal(("square",)), required=True)),
    union(
        "Shape",
        ref("Circle"),
        ref("Square"),
        tag=Tag("kind", (("circle", decl_id("Circle")), ("square", decl_id("Square")))),
    ),
    alias("Names", ListOf(ref("Source"))),
    struct("Error", field("Error", STR, required=True), doc="What went wrong."),
    struct(
        "JobSubmission",
        field("name", STR, required=True, doc="Shown in lists."),
        field("services", MapOf(ref("ServiceValue")), required=True),
        field("priority", INT),
        field("note", Nullable(STR)),
        field("id", STR, access=Access.READ),
        field("status", ref("JobStatus")),
        field("levels", ListOf(ref("Level"))),
        usage=Usage.REQUEST,
    ),
    struct(
        "UploadBody",
        field("file", FILE, required=True),
        usage=Usage.REQUEST,
    ),
    struct("Empty"),
)
_401 = response(401, content(ref("Error")), doc="The keys are missing or not valid.")
_404 = response(404, content(ref("Error")), doc="There is no such job.")
_KEYS = (("WasabiAuth", "WasabiSecretAuth"),)

JOBS = resource(
    "jobs",
    operation(
        "get",
        "GET",
        "/jobs/{Id}",
        param("Id", Where.PATH, doc="Identifies the job."),
        responses=(
            response(200, content(ref("Job"))),
            _401,
            _404,
            response((500, 599), content(ref("Error"))),
        ),
        doc="Get one job with the definition it was submitted with.",
        security=_KEYS,
    ),
    operation(
        "list",
        "GET",
        "/jobs",
        param("pageNumber", Where.QUERY, INT),
        param("status", Where.QUERY, ref("JobStatus")),
        param("ids", Where.QUERY, ListOf(STR), style=Style("pipeDelimited", False)),
        param("X-Trace", Where.HEADER, required=True),
        responses=(response(200, content(ref("JobList"))), _401),
        doc="List jobs.",
        security=_KEYS,
    ),
    operation(
        "names",
        "GET",
        "/jobs/names",
        responses=(response(200, content(ListOf(STR))), _401),
        security=_KEYS,
    ),
    operation(
        "submit",
        "POST",
        "/jobs",
        body=body(content(ref("JobSubmission"))),
        responses=(response(200, content(ref("Job"))), _401),
        doc="Queue an analysis of one stored object.",
        security=_KEYS,
    ),
    operation(
        "upload",
        "POST",
        "/jobs/upload",
        body=body(
            content(
                ref("UploadBody"),
                "multipart/form-data",
                Codec.MULTIPART,
                (Part("file", "image/png"),),
            ),
            required=False,
        ),
        responses=(
            response(200, content(ref("Job"))),
            response(204),
            response(404, content(None, "text/plain", Codec.TEXT)),
            response((0, 999), content(ref("Error"))),
        ),
        security=(),
        servers=(Server("https://upload.acme.dev", (), "", AT),),
    ),
    operation(
        "replace_shape",
        "PUT",
        "/jobs/{Id}/shape",
        param("Id", Where.PATH),
        body=body(content(ref("Shape"))),
        responses=(response(204),),
        security=_KEYS,
    ),
    operation(
        "download",
        "GET",
        "/jobs/{Id}/file",
        param("Id", Where.PATH),
        responses=(response(200, content(FILE, "image/png", Codec.BYTES)),),
        security=_KEYS,
    ),
    doc="Submit jobs and follow them.",
)
ROOT = resource(
    "",
    operation(
        "ping",
        "GET",
        "/ping",
        responses=(response(200, content(BOOL)),),
        doc="Is it there?",
    ),
)

WASABI = context(
    api(
        JOBS,
        ROOT,
        decls=DECLS,
        title="Wasabi AiR API",
        schemes=(
            ApiKeyScheme("WasabiAuth", Where.HEADER, "x-amz-access-key", Doc(), AT),
            ApiKeyScheme(
                "WasabiSecretAuth", Where.HEADER, "x-amz-secret-key", Doc(), AT
            ),
            BearerScheme("HTTPBearer", Doc(), AT),
            BasicScheme("Login", Doc(), AT),
        ),
        servers=(Server("https://air.invalid", (), "", AT),),
    ),
    Settings(
        "wasabi-air",
        "wasabi_air",
        license="MIT",
        authors=("The authors",),
        urls={"Source": "https://acme.dev"},
    ),
)
