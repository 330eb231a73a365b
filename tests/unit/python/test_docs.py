"""Docstrings: any text is safe, readable, and as black would leave it."""

from __future__ import annotations

import ast
import inspect

import black
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oasmith.ir.decls import Doc, Limits
from oasmith.python.docs import (
    Section,
    docstring,
    field_text,
    full_text,
    telling,
    words,
)
from oasmith.python.prose import clean, first_sentence, plain
from oasmith.python.values import shown

HOSTILE = st.text(
    st.sampled_from("ab \n\t\"'\\`#-*1.{}<>&|\x00\x0c\r\u202e\u200b\u2028é日")
    | st.characters(),
    max_size=200,
)


def module(text: str, sections: tuple[Section, ...] = ()) -> str:
    """A method of a class with the docstring."""
    made = docstring(text, 8, sections)
    body = "        pass" if made is None else f"        {made.text}"
    return f"class A:\n    def b(self) -> None:\n{body}\n"


def read(source: str) -> str | None:
    """The docstring Python sees."""
    outer = ast.parse(source).body[0]
    assert isinstance(outer, ast.ClassDef)
    inner = outer.body[0]
    assert isinstance(inner, ast.FunctionDef)
    assert len(inner.body) == 1
    return ast.get_docstring(inner, clean=False)


@given(HOSTILE)
@example('"""')
@example('ends in "')
@example("ends in \\")
@example('"quoted"')
@example("a\n\n    code\n\nb")
@example("\n\n  indented\n  alike")
@example("x" * 100)
@example(("word " * 16).strip())
@example(("word " * 17).strip())
@example("first\n" + "y" * 90)
@example("\\N{BULLET} \\x41 \\u0041")
def test_any_text_is_one_docstring_that_black_leaves_alone(text: str) -> None:
    source = module(text)
    read(source)
    assert black.format_str(source, mode=black.Mode()) == source


@given(HOSTILE)
def test_no_control_or_direction_character_is_left(text: str) -> None:
    assert module(text).replace("\n", "").isprintable()


@given(HOSTILE, HOSTILE)
def test_sections_are_laid_out_as_black_leaves_them(text: str, words: str) -> None:
    source = module(text, (Section("Args", (("name", words), ("other", "Short."))),))
    read(source)
    assert black.format_str(source, mode=black.Mode()) == source


def test_long_lines_are_wrapped_and_code_is_not() -> None:
    code = "    " + "x = 1; " * 20
    made = docstring("word " * 40 + "\n\n" + code, 4)
    assert made is not None
    lines = made.text.split("\n")
    assert max(len(line) for line in lines[:3]) <= 88
    assert "    " + code.rstrip() in lines


def test_list_items_hang() -> None:
    made = docstring("List:\n\n- " + "word " * 30 + "\n- b", 0)
    assert made is not None
    assert made.text.split("\n")[3].startswith("  word")


def test_markup_of_html_is_dropped_and_placeholders_stay() -> None:
    text = "<p>Use <b>this</b><br/>or <your-key> &lt;x&gt; `<b>`</p>"
    assert clean(text) == "Use this\nor <your-key> <x> `<b>`"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<p>One.</p> <p> <i>Two</i>.</p>", "One.\n\nTwo."),
        (
            "By:<ul> <li> <p> <a>A</a>, b.</p> </li> <li>c</li> </ul>D",
            "By:\n\n- A, b.\n- c\n\nD",
        ),
        ("<fullname>Acme</fullname> <p>Text.</p>", "# Acme\n\nText."),
        ("<fullname/><h2>Use</h2>Text.", "# Use\n\nText."),
        ("One. <note> <p>Two.</p> </note> Three.", "One.\n\nTwo.\n\nThree."),
        ("PUT /notes/<note>", "PUT /notes/<note>"),
        (
            "a\n[![Run](https://x.dev/b.svg\n =9x9)](https://x.dev/?y)",
            "a\n<https://x.dev/?y>",
        ),
        ("![logo](a.png) Text.", "Text."),
        ("[Send](#tag/Message) a [message](../m.md?x=1).", "Send a message."),
        ("[![logo](a.png)](/home) [x](https://x.dev/y)", " [x](https://x.dev/y)"),
        ("`[a](#b)` and arr[0](a.b) and [f](arg)",) * 2,
        ("\n          Week.\n            One</br>two\n        ", "Week.\n  One\ntwo"),
    ],
)
def test_markup_reads_as_text(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Marks it. Later it goes.", "Marks it."),
        ("Since 1.2, e.g. All of it. More.", "Since 1.2, e.g. All of it."),
        ("Is it? `Yes`.", "Is it?"),
        ("Important! It goes soon. It came late.", "Important! It goes soon."),
        ("Note. No more", "Note. No more"),
        ("A file named a.txt", "A file named a.txt"),
        ("", ""),
    ],
)
def test_a_table_has_room_for_one_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_an_example_that_shows_nothing_is_not_told() -> None:
    assert field_text(Doc("One.", examples=(" ",))) == "One."


def test_a_fence_is_left_alone() -> None:
    text = 'Do:\n\n```json\n{"a": "' + "b" * 100 + '"}\n```'
    source = module(text)
    assert inspect.cleandoc(read(source) or "").endswith("```")
    assert "b" * 100 in source


def test_nothing_to_say_is_no_docstring() -> None:
    assert docstring(" \n\x00 ", 4) is None


def test_a_field_tells_limits_default_and_example() -> None:
    limits = Limits((("minimum", 1), ("pattern", "^a$"), ("unknown", 3)))
    text = field_text(Doc("How many.", examples=(5,), deprecated=True), 3, limits)
    assert text == (
        "How many. At least 1. Matches ``^a$``. Default: 3. Deprecated. Example: 5."
    )


def test_facts_stand_apart_from_what_is_no_paragraph() -> None:
    limits = Limits((("minimum", 1),))
    assert field_text(Doc("Kinds:"), None, limits) == "Kinds:\n\nAt least 1."
    listed = Doc(text="One of:\n\n- big.\n- small.")
    assert field_text(listed, None, limits).endswith("- small.\n\nAt least 1.")


def test_full_text_has_all_words() -> None:
    doc = Doc("One.", "Two.", link="https://acme.dev/x")
    assert full_text(doc) == "One.\n\nTwo.\n\nSee https://acme.dev/x"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a", "``a``"),
        ("", "the empty string"),
        (True, "``True``"),
        (1.5, "1.5"),
        ([1, "b"], '``[1, "b"]``'),
        ("a" * 100, ""),
        ("a\nb", ""),
        ("`a`", "`` `a` ``"),
        (object(), ""),
    ],
)
def test_values_are_shown_when_short(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Job Id", ("job_id",)),
        ("HTTPValidationError", ("HttpValidationError",)),
        ("Response Get Job Jobs  Id  Get", ()),
        ("Body_login_login_post", ()),
    ],
)
def test_a_title_that_only_repeats_a_name_is_dropped(
    title: str, names: tuple[str, ...]
) -> None:
    assert telling(Doc(title, "Text."), *names) == Doc("", "Text.")


def test_a_title_that_says_more_stays() -> None:
    for title in ("The job's number", "Response of the server"):
        assert telling(Doc(title), "job_id") == Doc(title)


@pytest.mark.parametrize(
    ("text", "words_"),
    [
        ("How many.\n\n- a\n- b", "How many."),
        ("How many. One of:\n- a\n- b", "How many."),
        ("One of these:\n\n- a", "One of these."),
        ("# Number\n\nHow\nmany.", "How many."),
        ("Number\n======\n\nHow many.", "How many."),
        ("![logo](a.png)\n\nHow many.", "How many."),
        ("- a\n- b", ""),
        ("```\nx = 1\n```", ""),
    ],
)
def test_an_argument_is_told_in_one_paragraph(text: str, words_: str) -> None:
    assert words(Doc(text=text)) == words_


def test_plain_text_has_no_markup() -> None:
    text = "**Run** a [job](https://x.dev/a_(b)) with `job_id`, _now_ \\[beta\\]"
    assert plain(text) == "Run a job with job_id, now [beta]"
