"""English, as far as naming needs it."""

from __future__ import annotations

__all__ = ["item_words", "plural", "singular"]


def singular(word: str) -> str:
    """The singular of a plural; a word that is none comes back as it is."""
    lower = word.lower()
    if lower.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The regular plural of a word."""
    lower = word.lower()
    if lower.endswith("y") and lower[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return word[:-1] + "ies"
    if lower.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    return word + "s"


def item_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words for one item of the list that ``words`` name."""
    if not words:
        return ("Item",)
    one = singular(words[-1])
    return (*words[:-1], one) if one != words[-1] else (*words, "Item")
