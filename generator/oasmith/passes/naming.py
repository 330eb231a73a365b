"""All names of the output, in one pass with a side table (design, principle 7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from ..ir.api import Api, Operation
from ..ir.decls import Decl, Enum, Struct
from ..ir.names import DeclId, OperationId
from ..ir.tables import Names
from ..ir.where import Where
from ..source.portable import within
from ..source.values import Frozen, replace
from .allot import Claim, allot
from .credential_wishes import credential_wishes
from .headings import heading, subject
from .methods import method_right, method_words
from .spelling import NameRules, Reserved, distance
from .type_names import type_claim

__all__ = ["Recorded", "Wish", "assign", "decl_key", "name_key"]


Recorded = Mapping[str, tuple[str, str]]
"""The name and the fingerprint of its words, by key, as the last run left them."""


class Wish(Frozen):
    """What ``name_key`` is to be called, and the fingerprint of the words behind it."""

    claim: Claim
    fingerprint: str


def name_key(kind: str, *parts: str) -> str:
    """The record's key of a named thing: ``field #/components/schemas/Job Id``."""
    return " ".join((kind, *parts))


def decl_key(identity: DeclId) -> str:
    """The record's form of a declaration's identity."""
    variant = f"@{identity.variant}" if identity.variant else ""
    return f"{identity.file}#{identity.pointer}{variant}"


def _wish(
    key: str, right: tuple[int, ...], candidates: Iterable[str], words: object
) -> Wish:
    return Wish(Claim(key, right, candidates), _fingerprint(words))


def _fingerprint(words: object) -> str:
    return hashlib.sha256(repr(words).encode()).hexdigest()[:8]


class _Scope:
    """Allots the names of one scope and keeps what the record needs."""

    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded
        self.table: dict[str, tuple[str, str]] = {}

    def give(
        self, wishes: Sequence[Wish], taken: frozenset[str] = frozenset()
    ) -> dict[str, str]:
        """The names of all wishes by key; a recorded name stays where the words did."""
        still = {
            wish.claim.key: told[0]
            for wish in wishes
            if (told := self.recorded.get(wish.claim.key)) is not None
            and told[1] == wish.fingerprint
        }
        given = allot([wish.claim for wish in wishes], taken, still)
        for wish in wishes:
            self.table[wish.claim.key] = (given[wish.claim.key], wish.fingerprint)
        return given


def assign(
    api: Api,
    package: str,
    rules: NameRules,
    reserved: Reserved,
    arguments: Mapping[str, str],
    recorded: Recorded,
) -> tuple[Names, dict[str, tuple[str, str]]]:
    """The names of everything in ``api``, and the table to record.

    ``arguments`` are the client arguments the configuration asks for, by
    credential; ``recorded`` is the table of the last run, empty for none.
    """
    scope = _Scope(recorded)
    decls = _decl_names(api, rules, reserved, scope)
    resources, classes = _resource_names(api, rules, reserved, scope)
    on_client = frozenset(resources.values())
    operations, params = _operation_names(api, rules, reserved, on_client, scope)
    names = Names(
        package=package,
        decls=decls,
        fields=_field_names(api, rules, reserved, scope),
        members=_member_names(api, rules, reserved, scope),
        resources=resources,
        resource_classes=classes,
        operations=operations,
        params=params,
        arguments=_argument_names(api, rules, reserved, arguments, scope),
        webhooks=_webhook_names(api, rules, scope),
    )
    return names, scope.table


def _decl_names(
    api: Api, rules: NameRules, reserved: Reserved, scope: _Scope
) -> dict[DeclId, str]:
    wishes: dict[DeclId, Wish] = {}
    for identity, decl in api.decls.items():
        claim = type_claim(decl, rules)
        safe = (rules.safe(name, reserved.types) for name in claim.candidates)
        key = name_key("type", decl_key(identity))
        wishes[identity] = _wish(key, claim.right, safe, decl.hint.words)
    given = scope.give(list(wishes.values()))
    return {identity: given[wish.claim.key] for identity, wish in wishes.items()}


def _bases_first(api: Api) -> list[Struct]:
    ordered: dict[DeclId, Struct] = {}

    def add(identity: DeclId) -> None:
        decl: Decl | None = api.decls.get(identity)
        if isinstance(decl, Struct) and identity not in ordered:
            for base in decl.bases:
                add(base)
            ordered[identity] = decl

    for identity in api.decls:
        add(identity)
    return list(ordered.values())


def _field_names(
    api: Api, rules: NameRules, reserved: Reserved, scope: _Scope
) -> dict[tuple[DeclId, str], str]:
    names: dict[tuple[DeclId, str], str] = {}
    of_struct: dict[DeclId, dict[str, str]] = {}
    known: dict[str, tuple[tuple[int, ...], list[str], str]] = {}
    for struct in _bases_first(api):
        inherited: dict[str, str] = {}
        for base in struct.bases:
            inherited |= of_struct.get(base, {})
        wishes: dict[str, Wish] = {}
        owner = decl_key(struct.id)
        for wire in [field.wire for field in struct.fields]:
            if wire in inherited:
                names[struct.id, wire] = inherited[wire]
                continue
            # Of ten fields nine have a name that one in another struct has too.
            if wire not in known:
                name = rules.safe(rules.snake((wire,)), reserved.fields)
                known[wire] = (distance(name, wire),), [name], _fingerprint(wire)
            right, candidates, fingerprint = known[wire]
            key = name_key("field", owner, wire)
            wishes[wire] = Wish(Claim(key, right, candidates), fingerprint)
        taken = reserved.fields.union(inherited.values())
        given = scope.give(list(wishes.values()), taken)
        for wire, wish in wishes.items():
            inherited[wire] = names[struct.id, wire] = given[wish.claim.key]
        of_struct[struct.id] = inherited
    return names


def _member_names(
    api: Api, rules: NameRules, reserved: Reserved, scope: _Scope
) -> dict[tuple[DeclId, int], str]:
    names: dict[tuple[DeclId, int], str] = {}
    for decl in api.decls.values():
        if not isinstance(decl, Enum):
            continue
        wishes: list[Wish] = []
        owner = decl_key(decl.id)
        for member in decl.members:
            name = rules.safe(
                rules.constant(member.name or str(member.value)), reserved.members
            )
            key = name_key("member", owner, str(member.value))
            right = (0 if member.name else 1, distance(name, str(member.value)))
            wishes.append(_wish(key, right, [name], member.name))
        given = scope.give(wishes, reserved.members)
        for position, wish in enumerate(wishes):
            names[decl.id, position] = given[wish.claim.key]
    return names


_FLAVOURS = ("Async", "Raw", "AsyncRaw", "Streaming", "AsyncStreaming")
"""What the twins of a resource's class are called by."""


def _resource_names(
    api: Api, rules: NameRules, reserved: Reserved, scope: _Scope
) -> tuple[dict[str, str], dict[str, str]]:
    snakes: dict[str, Wish] = {}
    classes: dict[str, Wish] = {}
    for key in [resource.key for resource in api.resources if resource.key]:
        forms = (heading(key), subject(key), key)
        words = [
            rules.safe(within(rules.snake((text,))), reserved.client) for text in forms
        ]
        # A tag that is all heading has the better right to it.
        aside = int(forms[0] != forms[1])
        right = (aside, distance(words[1], key))
        snakes[key] = _wish(name_key("resource", key), right, words, key)
        whole = [rules.safe(rules.class_name((text,)), frozenset()) for text in forms]
        wish = _wish(
            name_key("class", key),
            (aside, distance(whole[1], key)),
            [*whole, whole[-1] + "Resource"],
            key,
        )
        claim = replace(wish.claim, prefixes=_FLAVOURS)
        classes[key] = replace(wish, claim=claim)
    given = scope.give(list(snakes.values()), reserved.client)
    given_classes = scope.give(list(classes.values()), reserved.resource_classes)
    return (
        {key: given[wish.claim.key] for key, wish in snakes.items()},
        {key: given_classes[wish.claim.key] for key, wish in classes.items()},
    )


def _operation_names(
    api: Api,
    rules: NameRules,
    reserved: Reserved,
    on_client: frozenset[str],
    scope: _Scope,
) -> tuple[dict[OperationId, str], dict[tuple[OperationId, str], str]]:
    names: dict[OperationId, str] = {}
    params: dict[tuple[OperationId, str], str] = {}
    for resource in api.resources:
        kept = reserved.methods
        if not resource.key:
            kept |= reserved.client | on_client
        wishes: dict[OperationId, Wish] = {}
        for operation in resource.operations:
            candidates = [
                rules.safe(rules.snake(words), kept)
                for words in method_words(rules.snake, resource.key, operation)
            ]
            key = name_key("operation", operation.method, operation.path)
            right = method_right(rules.snake, operation)
            wishes[operation.id] = _wish(
                key, right, candidates, (resource.key, operation.key)
            )
        given = scope.give(list(wishes.values()), kept)
        for operation in resource.operations:
            names[operation.id] = given[wishes[operation.id].claim.key]
            for wire, name in _param_names(operation, rules, reserved, scope).items():
                params[operation.id, wire] = name
    return names, params


_LOCATION_RIGHT = {Where.PATH: 0, Where.QUERY: 1, Where.HEADER: 2, Where.COOKIE: 3}


def _param_names(
    operation: Operation, rules: NameRules, reserved: Reserved, scope: _Scope
) -> dict[str, str]:
    wishes: dict[str, Wish] = {}
    for param in operation.params:
        name = rules.safe(rules.snake((param.wire,)), reserved.arguments)
        located = rules.safe(
            rules.snake((param.where.value, param.wire)), reserved.arguments
        )
        wire = f"{param.where.value}:{param.wire}"
        right = (_LOCATION_RIGHT[param.where], distance(name, param.wire))
        key = name_key("argument", operation.method, operation.path, wire)
        wishes[wire] = _wish(key, right, [name, located], wire)
    given = scope.give(list(wishes.values()), reserved.arguments)
    return {wire: given[wish.claim.key] for wire, wish in wishes.items()}


def _webhook_names(api: Api, rules: NameRules, scope: _Scope) -> dict[str, str]:
    told: dict[str, Wish] = {}
    for one in api.webhooks:
        whose = () if one.source is None else (one.source.method, one.source.path)
        texts = (" ".join(one.words), " ".join((*one.words, *whose)))
        candidates = [rules.safe(rules.constant(text), _ANY) for text in texts]
        key = name_key("webhook", one.key)
        told[one.key] = _wish(key, (int(bool(whose)),), candidates, one.words)
    given = scope.give(list(told.values()))
    return {key: given[wish.claim.key] for key, wish in told.items()}


_ANY = frozenset[str]()


def _argument_names(
    api: Api,
    rules: NameRules,
    reserved: Reserved,
    configured: Mapping[str, str],
    scope: _Scope,
) -> dict[str, str]:
    told: list[Wish] = []
    for credential, text in credential_wishes(api).items():
        asked = configured.get(credential)
        name = asked or rules.safe(rules.snake((text,)), reserved.client_arguments)
        long = rules.safe(rules.snake((credential,)), reserved.client_arguments)
        key = name_key("credential", credential)
        right = (0 if asked else 1, int(name != credential))
        told.append(_wish(key, right, [name, long], (asked, credential)))
    for wire in dict.fromkeys(
        one.name for each in api.servers for one in each.variables
    ):
        name = rules.safe(rules.snake((wire,)), reserved.client_arguments)
        told.append(_wish(name_key("variable", wire), (2,), [name], wire))
    given = scope.give(told, reserved.client_arguments)
    return {
        wish.claim.key.removeprefix("credential "): given[wish.claim.key]
        for wish in told
    }
