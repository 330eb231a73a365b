"""What an alias stands for, as the module that defines it says so."""

from __future__ import annotations

from oasmith.ir.decls import Alias, Union
from oasmith.ir.rings import alias_rings
from oasmith.ir.tables import Layout
from oasmith.ir.types import ListOf, Nullable
from oasmith.python.aliases import alias_value
from oasmith.python.annotations import References
from oasmith.python.fit import lay_out

from .building import STR, alias, ref, union

TREE = union("Tree", STR, ListOf(Nullable(ref("Tree"))))
WOOD = alias("Wood", ListOf(ref("Tree")))
DECLS = {one.id: one for one in (TREE, WOOD)}
REFERENCES = References(DECLS, {TREE.id: "Tree", WOOD.id: "Wood"})


def written(decl: Alias | Union) -> str:
    layout = Layout(False, {"tree": (TREE.id,), "wood": (WOOD.id,)}, alias_rings(DECLS))
    value, _ = alias_value(decl, REFERENCES, layout)
    return lay_out(value, 0).text


def test_an_alias_that_leads_back_to_itself_does_so_by_its_bare_name() -> None:
    assert written(TREE) == 'typing.Union[str, "list[Tree | None]"]'


def test_another_alias_is_found_through_the_models() -> None:
    assert written(WOOD) == 'list["m.Tree"]'
