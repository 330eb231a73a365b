"""Spans of calls, with OpenTelemetry's own SDK, kept in memory."""

from __future__ import annotations

import importlib
import sys
import typing

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server

sdk = pytest.importorskip("opentelemetry.sdk.trace")
OK = Answer(json=PARCEL)


@pytest.fixture
def spans(rt: typing.Any) -> tuple[typing.Any, typing.Any]:
    """Hooks that trace, and where the spans end up."""
    export = importlib.import_module("opentelemetry.sdk.trace.export")
    memory = importlib.import_module(
        "opentelemetry.sdk.trace.export.in_memory_span_exporter"
    ).InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(memory))
    return rt.tracing(provider), memory


def test_a_call_is_one_span_named_after_its_operation(
    api: Driver, server: Server, rt: typing.Any, spans: typing.Any
) -> None:
    hooks, memory = spans
    named = rt.Operation(
        "GET", "/p/{Id}", id="getParcel", responses={"200": "typing.Any"}
    )
    server.say(Answer(503), OK)
    api.run(lambda c: c.__rt_call__(named, path={"Id": "1"}), hooks=hooks)
    (span,) = memory.get_finished_spans()
    assert span.name == "getParcel" and span.kind.name == "CLIENT"
    assert span.status.is_ok
    assert dict(span.attributes) == {
        "url.template": "/p/{Id}",
        "url.full": f"{server.url}/p/1",
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
    }
    (event,) = span.events
    assert event.name == "retry"
    assert dict(event.attributes) == {"seconds": 0.5, "error.type": "503"}
    trace = format(span.context.trace_id, "032x")
    assert all(trace in one.headers["traceparent"] for one in server.requests)


def test_an_error_ends_the_span_and_shows_no_secret(
    api: Driver, server: Server, rt: typing.Any, spans: typing.Any
) -> None:
    hooks, memory = spans
    server.say(Answer(404, json={"said": "top-secret-token"}))
    with pytest.raises(rt.NotFoundError):
        api.run(lambda c: c.parcels.get("x"), hooks=hooks)
    (span,) = memory.get_finished_spans()
    assert span.name == "GET /parcels/{Id}" and not span.status.is_ok
    assert [one.name for one in span.events] == ["exception"]
    assert "top-secret-token" not in span.to_json()


def test_without_opentelemetry_tracing_says_what_to_install(
    rt: typing.Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", None)
    with pytest.raises(rt.ConfigurationError, match="extra otel"):
        rt.tracing()
