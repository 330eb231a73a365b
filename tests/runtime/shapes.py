"""Models of many kinds, for the tests of the codec."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import typing
import uuid

from oasmith.runtime import rt


class Color(str, rt.OpenEnum):
    """A color."""

    RED = "red"
    BLUE = "blue"


class Code(int, rt.OpenEnum):
    """A code."""

    ONE = 1


@rt.model
class Inner(rt.Model):
    """Something inside."""

    bucket: str = rt.field("Bucket")
    region: str | None = rt.field("Region", default=None)


@rt.model
class Thing(rt.Model):
    """A thing."""

    id: str = rt.field("Id")
    class_: str | None = rt.field("class", default=None)
    note: str | rt.Unset | None = rt.UNSET
    inner: Inner | None = None
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Bigger(Thing):
    """A thing with a size."""

    size: int


@dataclasses.dataclass(kw_only=True, slots=True)
class Twin:
    """A thing."""

    id: str
    class_: str | None = None
    note: str | rt.Unset | None = rt.UNSET
    inner: Inner | None = None
    extra: dict[str, typing.Any] = dataclasses.field(default_factory=dict)


@rt.model
class Scalars(rt.Model):
    """One of each."""

    text: str | None = None
    whole: int | None = None
    real: float | None = None
    flag: bool | None = None
    anything: typing.Any = None
    data: bytes | None = None
    day: datetime.date | None = None
    moment: datetime.datetime | None = None
    clock: datetime.time | None = None
    span: datetime.timedelta | None = None
    key: uuid.UUID | None = None
    price: decimal.Decimal | None = None
    color: Color | None = None
    code: Code | None = None
    kind: typing.Literal["a", "b"] | None = None
    pair: tuple[int, str] | None = None
    tail: tuple[int, typing.Unpack[tuple[str, ...]]] | None = None
    many: list[datetime.date] | None = None
    map: dict[str, Color] | None = None


@rt.model
class Floats(rt.Model):
    """Many numbers."""

    all: list[float]


@rt.model
class Secret(rt.Model):
    """Fields that travel one way."""

    id: str = rt.field(access="read")
    password: str = rt.field(access="write")
    name: str


@rt.model
class Circle(rt.Model):
    """Round."""

    kind: typing.Literal["circle"] = "circle"
    radius: float


@rt.model
class Square(rt.Model):
    """Not round."""

    kind: typing.Literal["square"] = "square"
    side: float


Shape: typing.TypeAlias = typing.Annotated[
    typing.Union["Circle", "Square"],
    rt.Tag("kind", {"circle": "Circle", "square": "Square"}),
]


@rt.model
class Cat(rt.Model):
    """Meows."""

    name: str
    lives: int | None = None
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Dog(rt.Model):
    """Barks."""

    name: str
    breed: str | None = None
    owner: str
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Kennel(rt.Model):
    """Told apart by a property the members do not declare."""

    animal: typing.Annotated[Cat | Dog, rt.Tag("sort", {"cat": "Cat", "dog": "Dog"})]


@rt.polymorphic("sort", {"lark": "Lark", "duck": "Duck", "teal": "Teal"})
@rt.model
class Bird(rt.Model):
    """A base that knows its subclasses."""

    sort: str
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Lark(Bird):
    """Sings."""

    sort: str = "lark"
    song: str | None = None


@rt.polymorphic("sort", {"duck": "Duck", "teal": "Teal"}, "Duck")
@rt.model
class Duck(Bird):
    """Swims, as every bird does that is met among ducks."""

    sort: str = "duck"
    depth: int | None = None


@rt.model
class Teal(Duck):
    """Is small."""

    sort: str = "teal"


@rt.model
class Aviary(rt.Model):
    """Holds birds, and what may be one."""

    birds: list[Bird] | None = None
    ducks: list[Duck] | None = None
    guest: Bird | Cat | None = None


Json: typing.TypeAlias = str | int | bool | None | list["Json"] | dict[str, "Json"]


@rt.model
class Holder(rt.Model):
    """Unions."""

    shape: Shape | None = None
    pet: Cat | Dog | None = None
    either: int | str | None = None
    when: datetime.datetime | str | None = None
    json: Json | None = None
    lists: list[int] | list[str] | None = None
    word: Color | str | None = None


@rt.model
class Tree(rt.Model):
    """Recursive."""

    value: int
    children: list[Tree] | None = None


@rt.model
class Folder(rt.Model):
    """Holds more of its kind, which nothing but their properties tells apart."""

    name: str
    size: int
    inside: Folder | Drawer | Crate | None = None


@rt.model
class Drawer(rt.Model):
    """Like a folder."""

    name: str
    size: int
    inside: Folder | Drawer | Crate | None = None


@rt.model
class Crate(rt.Model):
    """Like a folder."""

    name: str
    size: int
    inside: Folder | Drawer | Crate | None = None
