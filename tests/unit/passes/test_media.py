"""Media types: the generator and the runtime read the same of them."""

from __future__ import annotations

import pytest

from oasmith.ir.api import Codec
from oasmith.passes.media import codec_of, is_media_type
from oasmith.runtime.media import MediaKind, media_kind

KINDS: dict[Codec, MediaKind] = {
    Codec.JSON: "json",
    Codec.FORM: "form",
    Codec.MULTIPART: "multipart",
    Codec.TEXT: "text",
    Codec.XML: "text",
    Codec.LINES: "text",
    Codec.EVENTS: "text",
    Codec.BYTES: "bytes",
}


@pytest.mark.parametrize(
    ("media", "codec"),
    [
        ("application/json", Codec.JSON),
        ("Application/JSON; charset=utf-8", Codec.JSON),
        ("text/json", Codec.JSON),
        ("application/x-json", Codec.JSON),
        ("application/problem+json", Codec.JSON),
        ("application/vnd.a.b+json;v=1", Codec.JSON),
        ("application/x-www-form-urlencoded", Codec.FORM),
        ("multipart/form-data", Codec.MULTIPART),
        ("multipart/mixed", Codec.MULTIPART),
        ("text/plain", Codec.TEXT),
        ("text/csv", Codec.TEXT),
        ("text/html", Codec.TEXT),
        ("text/*", Codec.TEXT),
        ("application/yaml", Codec.TEXT),
        ("application/x-yaml", Codec.TEXT),
        ("application/csv", Codec.TEXT),
        ("application/graphql", Codec.TEXT),
        ("application/javascript", Codec.TEXT),
        ("application/xml", Codec.XML),
        ("text/xml", Codec.XML),
        ("application/soap+xml", Codec.XML),
        ("application/jsonl", Codec.LINES),
        ("application/x-ndjson", Codec.LINES),
        ("application/x-jsonlines", Codec.LINES),
        ("application/json-seq", Codec.LINES),
        ("text/event-stream", Codec.EVENTS),
        ("application/octet-stream", Codec.BYTES),
        ("application/pdf", Codec.BYTES),
        ("image/*", Codec.BYTES),
        ("application/protobuf", Codec.BYTES),
    ],
)
def test_a_media_type_is_read_alike_by_generator_and_runtime(
    media: str, codec: Codec
) -> None:
    assert codec_of(media) is codec
    assert media_kind(media) == KINDS[codec]


@pytest.mark.parametrize("media", ["*/*", "*", "application/*", "json", "code", ""])
def test_what_can_be_anything_is_taken_for_json(media: str) -> None:
    assert codec_of(media) is Codec.JSON


def test_keys_that_are_no_media_types_are_told() -> None:
    assert is_media_type("application/vnd.a+json; v=1")
    assert is_media_type("*/*")
    assert not is_media_type("code")
    assert not is_media_type("codecs=opus")
    assert not is_media_type("")
