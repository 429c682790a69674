"""Changes the shipped Python in one place at a time, and runs its tests: each change must be found.

`python3 -m tests.mutate [MODULE…]` in the folder above makes every change there is of these kinds: a statement that is left out, a
condition that always holds or never does, one that is turned round, one part of it that is left out, `and` for `or`, another comparison,
another operation, another constant. It prints those that no test finds, and ends with an error where there are any.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from tests.changed_package import not_found, source_of

MODULES = [
    "hubc_hub",
    *(f"hubc_hub.{name}" for name in ("starting", "roster", "people", "sign_in", "profiles", "servers")),
]
MODULES += ["hubc_nbgrader"]

# Nobody can see these changes: {(module, the line as it is then): why}.
EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "hubc_hub.sign_in",
        "asks = sign_in.get('asks', '') → asks = sign_in.get('asks', 'x')",
    ): "no provider has either name",
    ("hubc_nbgrader", "return False → pass"): "nothing is as good as no",
    ("hubc_nbgrader", "return False → return None"): "nothing is as good as no",
    (
        "hubc_nbgrader",
        "copies = self.hubc_inbox / 'copies' → copies = self.hubc_inbox / 'copiesx'",
    ): "only it knows the name",
    (
        "hubc_nbgrader",
        "with TemporaryDirectory(prefix='nbgrader-collect-') as folder: →"
        " with TemporaryDirectory(prefix='nbgrader-collect-x') as folder:",
    ): "only it knows the name",
    (
        "hubc_nbgrader",
        "SAFE = frozenset('abcdefghijklmnopqrstuvwxyz0123456789') →"
        " SAFE = frozenset('abcdefghijklmnopqrstuvwxyz0123456789x')",
    ): "x is among them",
    (
        "hubc_nbgrader",
        "above = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW) →"
        " above = os.open(parent, os.O_RDONLY & os.O_DIRECTORY | os.O_NOFOLLOW)",
    ): "the hub made the folder, and nothing is below what is none",
}

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Sub: ast.BitOr,
    ast.Add: ast.Sub,
}
Change = Callable[[], None]


class WithoutTypes(ast.NodeTransformer):
    """What only the reader of types sees is not changed."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.returns = None
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.returns = None
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        return node.value and ast.copy_location(ast.Assign([node.target], node.value), node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST | None:
        is_protocol = any(ast.unparse(base) == "Protocol" for base in node.bases)
        return None if is_protocol else self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        return node.orelse if ast.unparse(node.test) == "TYPE_CHECKING" else node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)


def tree_of(module: str) -> ast.Module:
    tree: ast.Module = WithoutTypes().visit(ast.parse(source_of(module)))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.body:
            node.body = [ast.Pass()]
    return ast.fix_missing_locations(tree)


def changes(node: ast.AST) -> Iterator[Change]:
    """Every change of a node, as a function that makes it."""
    yield from changes_of_statements(node)
    yield from changes_of_operations(node)
    match node:
        case ast.If() | ast.IfExp():
            yield lambda: setattr(node, "test", ast.Constant(value=True))
            yield lambda: setattr(node, "test", ast.Constant(value=False))
        case ast.comprehension(ifs=[_, *_]):
            yield lambda: setattr(node, "ifs", [])
        case ast.Constant(value=bool(truth)):
            yield lambda: setattr(node, "value", not truth)
        case ast.Constant(value=int(number)):
            yield lambda: setattr(node, "value", number + 1)
        case ast.Constant(value=str(text)):
            yield lambda: setattr(node, "value", f"{text}x")
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield lambda: setattr(node, "value", ast.Constant(value=None))


def changes_of_operations(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[comparison, *others]):
            yield lambda: setattr(node, "ops", [COMPARISONS[type(comparison)](), *others])
        case ast.BoolOp(op=operator, values=values):
            yield lambda: setattr(node, "op", ast.Or() if isinstance(operator, ast.And) else ast.And())
            for place in range(len(values)):
                yield lambda place=place: setattr(node, "values", values[:place] + values[place + 1 :])  # type: ignore[misc]
        case ast.BinOp(op=operation) | ast.AugAssign(op=operation) if type(operation) in OPERATIONS:
            yield lambda: setattr(node, "op", OPERATIONS[type(operation)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), operand))


def changes_of_statements(node: ast.AST) -> Iterator[Change]:
    """Without one of the statements."""
    for field in ("body", "orelse", "finalbody"):
        statements = getattr(node, field, None)
        if not isinstance(statements, list):
            continue
        for place, statement in enumerate(statements):
            if not isinstance(statement, ast.Import | ast.ImportFrom | ast.Pass):
                yield lambda statements=statements, place=place: statements.__setitem__(place, ast.Pass())  # type: ignore[misc]


class Place(NamedTuple):
    """Where a change is: the node by its number in the tree, and the change by its number among that node's."""

    module: str
    node: int
    number: int


def places_in(module: str) -> Iterator[Place]:
    for place, node in enumerate(ast.walk(tree_of(module))):
        for number, _ in enumerate(changes(node)):
            yield Place(module, place, number)


def changed(place: Place) -> ast.Module:
    tree = tree_of(place.module)
    node = next(islice(ast.walk(tree), place.node, None))
    next(islice(changes(node), place.number, None))()
    return ast.fix_missing_locations(tree)


def described(place: Place) -> str:
    """The first line that is another one, before and after."""
    before, after = (
        [line.strip() for line in ast.unparse(tree).split("\n") if line]
        for tree in (tree_of(place.module), changed(place))
    )
    return next(
        (f"{old} → {new}" for old, new in zip(before, after, strict=False) if old != new), "the end is left out"
    )


def main(modules: list[str]) -> int:
    places = [place for module in modules or MODULES for place in places_in(module)]
    cases = ((place, place.module, changed(place)) for place in places)
    unseen = {(place.module, described(place)) for place in not_found(cases)}
    for module, line in sorted(unseen - set(EQUIVALENT)):
        print(f"no test finds, in {module}: {line}")
    gone = {case for case in set(EQUIVALENT) - unseen if case[0] in (modules or MODULES)}
    for module, line in sorted(gone):
        print(f"changes nothing, it is said of {module}, and is found or not made: {line}")
    print(f"{len(places)} changes, {len(unseen)} of them not found, {len(EQUIVALENT)} of which change nothing")
    return 1 if gone or unseen - set(EQUIVALENT) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
