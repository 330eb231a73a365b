"""Spans of OpenTelemetry for every call. The one file that knows it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from .errors import ApiError, ConfigurationError, StatusError
from .views import CallInfo, Hooks, RequestInfo, ResponseInfo

__all__ = ["tracing"]


class Span(Protocol):
    """As much of a span as is used here."""

    def set_attribute(self, key: str, value: str | int) -> None: ...

    def add_event(self, name: str, attributes: Mapping[str, str | float]) -> None: ...


def tracing(tracer_provider: object | None = None) -> Hooks:
    """Hooks that make a span of each call, named after its operation.

    The span is the current one while the call lasts, and goes to the server in the
    headers that the configured propagator writes.

    Raises:
        ConfigurationError: OpenTelemetry is not installed.
    """
    trace, propagate = _module("trace"), _module("propagate")
    tracer: Any = trace.get_tracer(__name__, tracer_provider=tracer_provider)

    def current() -> Span:
        span: Span = trace.get_current_span()
        return span

    def around(info: CallInfo) -> AbstractContextManager[object]:
        span: AbstractContextManager[object] = tracer.start_as_current_span(
            info.id or info.operation,
            kind=trace.SpanKind.CLIENT,
            attributes={"url.template": info.operation.partition(" ")[2]},
        )
        return span

    def headers() -> Mapping[str, str]:
        written: dict[str, str] = {}
        propagate.inject(written)
        return written

    def on_request(info: RequestInfo) -> None:
        current().set_attribute("http.request.method", info.method)
        current().set_attribute("url.full", info.url)

    def on_response(info: ResponseInfo) -> None:
        current().set_attribute("http.response.status_code", info.status)
        if info.attempt > 1:
            current().set_attribute("http.request.resend_count", info.attempt - 1)

    def on_retry(info: RequestInfo, seconds: float, error: ApiError) -> None:
        kind = type(error).__name__
        if isinstance(error, StatusError):
            kind = str(error.status)
        told: dict[str, str | float] = {"seconds": seconds, "error.type": kind}
        current().add_event("retry", told)

    return Hooks(
        around=around,
        headers=headers,
        on_request=on_request,
        on_response=on_response,
        on_retry=on_retry,
    )


def _module(name: str) -> Any:
    try:
        return importlib.import_module(f"opentelemetry.{name}")
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            "tracing needs OpenTelemetry: install this package with its extra otel, or"
            " opentelemetry-api"
        ) from error
