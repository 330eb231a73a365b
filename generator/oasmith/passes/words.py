"""English, as far as naming needs it."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "ARTICLES",
    "is_action",
    "is_verb",
    "item_words",
    "letters",
    "plural",
    "response_word",
    "singular",
    "words_of",
]


@lru_cache(maxsize=16384)
def letters(text: str) -> str:
    """Letters and digits alone, of no case: two spellings of one name are equal."""
    return "".join([one for one in text.casefold() if one.isalnum()])


def words_of(text: str) -> list[str]:
    """The words of a name in any case: ``inProgress`` and ``IN_PROGRESS`` alike."""
    found = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", text)
    return [one.lower() for one in found]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = frozenset({"a", "an", "the"})

_VERBS = _set("""
    accept activate add advance allocate apply approve archive assign associate
    attach authenticate authorize begin block calculate cancel clear clone close
    complete configure confirm connect convert create deactivate decline decrypt
    delete deny deploy describe detach disable disassociate disconnect dismiss
    duplicate edit enable encrypt enroll execute expire fail fetch finalize find
    finish follow generate get grant ignore initiate insert install invalidate
    invoke join kick kill launch leave list listen login logout lookup mark merge
    modify move mute notify open pause pay perform pin ping post prepare promote
    provision publish purge push put reactivate read rebuild receive recover refresh
    regenerate register reject release reload remove rename renew reopen reorder
    replace replay resend reserve reset resize resolve restart restore resubmit
    resume retrieve retry reverse revert revoke rotate save send set show shutdown
    sign simulate skip start stop submit subscribe suspend swap terminate transfer
    translate trigger unarchive unassign unblock undelete undo unfollow uninstall
    unlink unlock unmute unpin unpost unpublish unregister unsubscribe unsuspend
    update upgrade upload validate verify void withdraw
    """)
_ACTIONS = _VERBS | _set("""
    aggregate analyze approve audit ban boost capture chat check checkout claim
    compare copy count debit deposit download dry estimate evaluate export filter
    flush follow fork forward hide import inspect introspect invite like lint lock
    look match migrate preview process query quote rate refund reply report request
    review rollback run scan schedule search share split star stream swap sync test
    track transform trash untrash vote watch
    """)

_READS = _set("""
    check compare count download export find lookup ping preview search validate
    verify
    """)

_INVARIANT = _set("""
    alias always analytics aws basis bonus bus business canvas chaos cors css dns
    economics gas gps graphics has https ios its kubernetes lens logistics mms news
    os physics plus postgres process qos redis rss sales sas series sms species sss
    status telephonics this tls us vps was windows
    """)
_IRREGULAR = {
    "aliases": "alias",
    "analyses": "analysis",
    "biases": "bias",
    "bonuses": "bonus",
    "buses": "bus",
    "calories": "calorie",
    "campuses": "campus",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "diagnoses": "diagnosis",
    "gases": "gas",
    "hypotheses": "hypothesis",
    "indices": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "men": "man",
    "movies": "movie",
    "people": "person",
    "statuses": "status",
    "synopses": "synopsis",
    "vertices": "vertex",
    "viruses": "virus",
    "women": "woman",
}
_PLURALS = {one: many for many, one in _IRREGULAR.items()}

_LAST = re.compile(r"[A-Z]+s?$|[A-Z]?[a-z]+$")
"""The last word of a text in any case: "userIDs" ends in IDs, "sub_items" in items."""


def is_verb(word: str) -> bool:
    """Whether ``word``, in lower case, can only say what is done."""
    return word in _VERBS


def is_action(word: str, method: str = "POST") -> bool:
    """Whether ``word``, in lower case, says what is done where an action is wanted.

    A GET only looks: the last word of ``GET /folders/{id}/trash`` is a thing.
    """
    return word in (_READS if method == "GET" else _ACTIONS)


def singular(word: str) -> str:
    """The singular of a plural; a word that is none comes back as it is."""
    found = _LAST.search(word)
    if found is None:
        return word
    start, last = word[: found.start()], found[0]
    lower = last.lower()
    irregular = _IRREGULAR.get(lower)
    if irregular is not None:
        return start + last[0] + irregular[1:]
    if lower in _INVARIANT or (last.isupper() and len(last) > 1):
        return word
    return start + _regular(last, lower)


def _regular(word: str, lower: str) -> str:
    if lower.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The plural of a word."""
    lower = word.lower()
    if lower in _PLURALS:
        return word[0] + _PLURALS[lower][1:]
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


def response_word(code: str) -> str:
    """What the content of a response with that status is called by."""
    return "Response" if code == "200" else f"{code}Response"
