"""Names: every word a description may use, and what it is called in Python."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oasmith.python.ident import FIELD_RESERVED, PythonRules, is_identifier
from oasmith.python.words import split

RULES = PythonRules()

NAMES = [
    # text, class, snake, constant
    ("2fa", "Type2fa", "n2fa", "VALUE_2FA"),
    ("+1", "Type1", "plus_1", "PLUS_1"),
    ("-1", "Type1", "minus_1", "MINUS_1"),
    ("reactions--1", "Reactions1", "reactions_minus_1", "REACTIONS_MINUS_1"),
    ("reactions-+1", "Reactions1", "reactions_plus_1", "REACTIONS_PLUS_1"),
    ("2020-01-02", "Type2020_01_02", "n2020_01_02", "VALUE_2020_01_02"),
    ("userIPv4s", "UserIPv4s", "user_ipv4s", "USER_IPV4S"),
    ("getCallQoS", "GetCallQoS", "get_call_qos", "GET_CALL_QOS"),
    ("$ref", "Ref", "ref", "REF"),
    ("@type", "Type", "type", "TYPE"),
    ("_links", "Links", "links", "LINKS"),
    ("ID", "ID", "id", "ID"),
    ("IDs", "IDs", "ids", "IDS"),
    ("URLs", "URLs", "urls", "URLS"),
    ("userIDsList", "UserIDsList", "user_ids_list", "USER_IDS_LIST"),
    ("OAuth2", "OAuth2", "oauth2", "OAUTH2"),
    ("getOAuth2Token", "GetOAuth2Token", "get_oauth2_token", "GET_OAUTH2_TOKEN"),
    ("iPhone", "IPhone", "iphone", "IPHONE"),
    ("v1.2", "V1_2", "v1_2", "V1_2"),
    ("v2API", "V2API", "v2_api", "V2_API"),
    ("3DModel", "Type3DModel", "n3d_model", "VALUE_3D_MODEL"),
    ("S3Bucket", "S3Bucket", "s3_bucket", "S3_BUCKET"),
    ("HTTPServerID", "HTTPServerID", "http_server_id", "HTTP_SERVER_ID"),
    ("HTTPValidationError", "HTTPValidationError", "http_validation_error", None),
    ("API_KEY", "ApiKey", "api_key", "API_KEY"),
    ("x-amz-access-key", "XAmzAccessKey", "x_amz_access_key", "X_AMZ_ACCESS_KEY"),
    ("héllo", "Hello", "hello", "HELLO"),
    ("Straße", "Strasse", "strasse", "STRASSE"),
    ("日本", "Type日本", "日本", "日本"),
    ("", "Value", "value", "EMPTY"),
    (" ", "Space", "space", "SPACE"),
    ("_", "Underscore", "underscore", "UNDERSCORE"),
    ("-", "Minus", "minus", "MINUS"),
    (">=", "GreaterOrEqual", "greater_or_equal", "GREATER_OR_EQUAL"),
    ("1.0", "Type1_0", "n1_0", "VALUE_1_0"),
    ("a/b", "AB", "a_b", "A_B"),
    ("in_progress", "InProgress", "in_progress", "IN_PROGRESS"),
    ("-created", "Created", "created", "MINUS_CREATED"),
    ("c++", "C", "c", "C_PLUS_PLUS"),
    ("c#", "C", "c", "C_SHARP"),
    ("e²", "E2", "e2", "E2"),
    ("⬅\ufe0f", "LeftwardsBlackArrow", "leftwards_black_arrow", None),
    ("▶\ufe0f play", "Play", "play", "PLAY"),
    ("❤\ufe0f\u200d🔥", "HeavyBlackHeartFire", "heavy_black_heart_fire", None),
    ("\u0301", "CombiningAcuteAccent", "combining_acute_accent", None),
]


@pytest.mark.parametrize(("text", "type_", "snake", "constant"), NAMES)
def test_names_are_what_a_reader_expects(
    text: str, type_: str, snake: str, constant: str | None
) -> None:
    assert RULES.class_name([text]) == type_
    assert RULES.snake([text]) == snake
    if constant is not None:
        assert RULES.constant(text) == constant


def test_texts_are_joined_outermost_first() -> None:
    assert RULES.class_name(["job", "source-bucket"]) == "JobSourceBucket"
    assert RULES.snake(["Job", "sourceBucket"]) == "job_source_bucket"


@pytest.mark.parametrize("word", keyword.kwlist)
def test_a_keyword_gets_an_underscore(word: str) -> None:
    assert RULES.safe(word, frozenset()) == word + "_"


@pytest.mark.parametrize("word", ["match", "case", "type", "id", "list", "print"])
def test_a_soft_keyword_or_builtin_stays(word: str) -> None:
    assert RULES.safe(word, frozenset()) == word


def test_a_reserved_name_gets_an_underscore() -> None:
    assert RULES.safe("to_dict", FIELD_RESERVED) == "to_dict_"


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Wasabi AiR API", "wasabi_ai_r_api"),
        ("日本", "client"),
        ("2Checkout", "api_2_checkout"),
        ("class", "class_"),
    ],
)
def test_a_package_has_an_ascii_name(title: str, package: str) -> None:
    assert RULES.package(title) == package


@given(st.text(max_size=20))
def test_any_text_gives_identifiers(text: str) -> None:
    made = [
        RULES.class_name([text]),
        RULES.snake([text]),
        RULES.constant(text),
        RULES.package(text),
    ]
    for name in made:
        assert is_identifier(RULES.safe(name, frozenset()))
        assert not name.startswith("_")


@given(st.text(max_size=20))
def test_a_class_begins_with_a_capital(text: str) -> None:
    assert RULES.class_name([text])[0].isupper()


@given(st.text(max_size=20))
def test_a_name_is_a_name_of_itself(text: str) -> None:
    snake = RULES.snake([text])
    assert RULES.snake([snake]) == snake


def test_words_keep_their_spelling() -> None:
    assert split("OpenAIKey_forIPv4") == ("OpenAI", "Key", "for", "IPv4")
