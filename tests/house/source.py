"""The project's own modules, each read and parsed once, for the tests that hold the rules."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = tuple(ROOT / room for room in ("app", "ui", "resources"))
RESOURCES = ROOT / "resources" / "alongside_resources"
FEATURES = frozenset(
    {"palette", "people", "groups", "meetings", "register", "claims", "payments"}
    | {"today", "history", "settings", "shortcuts", "help", "welcome", "backups", "keys"}
)
"""The parts of the screen; what is in `ui/` beside them is the frame and the furniture."""


@dataclass(frozen=True, eq=False)
class Module:
    """One file: its dotted name, its text, its tree."""

    path: Path
    name: str
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    def at(self, node: ast.AST | None = None) -> str:
        """Return where `node` stands ("ui/alongside_ui/main.py:12"), for the message of a test."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"

    def is_in(self, *names: str) -> bool:
        """Return whether this is one of the modules or packages `names`, or inside one."""
        return is_in(self.name, names)

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield the nodes of these kinds."""
        return (node for node in self._all_nodes if isinstance(node, kinds))

    @cached_property
    def _all_nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def imports(self) -> tuple[tuple[ast.AST, str], ...]:
        """Return what is imported anywhere in the file, under its full dotted name."""
        return self._imports

    @cached_property
    def _imports(self) -> tuple[tuple[ast.AST, str], ...]:
        return tuple(self._find_imports())

    def _find_imports(self) -> Iterator[tuple[ast.AST, str]]:
        for node in self.nodes(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            else:
                assert not node.level, f"{self.at(node)} imports by dots"
                yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Yield the calls of functions, methods and classes with these names."""
        return (node for node in self.nodes(ast.Call) if called(node) in names)


@cache
def modules(*rooms: str) -> tuple[Module, ...]:
    """Return the modules of packages ("alongside", "alongside_ui.widgets"), or of all three."""
    return tuple(module for module in _all() if not rooms or module.is_in(*rooms))


def is_in(name: str, packages: Iterable[str]) -> bool:
    """Return whether the dotted `name` is one of `packages` or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def called(call: ast.Call) -> str:
    """Return the last part of the name that is called ("setText" of label.setText)."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def words_of(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield the texts that people meet: what is given to gettext."""
    for call in module.calls("_", "ngettext"):
        for argument in call.args:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument, argument.value


def room_files(*endings: str) -> Iterator[Path]:
    """Yield every file of the project that people write, with one of these endings."""
    rooms = ("app", "ui", "resources", "tests", "packaging", ".ci")
    found = [path for room in rooms for path in (ROOT / room).rglob("*")]
    for path in sorted([*found, *ROOT.glob("*.toml"), *ROOT.glob("*.md")]):
        if path.is_file() and path.suffix in endings and "__pycache__" not in path.parts:
            yield path


@cache
def _all() -> tuple[Module, ...]:
    found = []
    for root in SOURCE_ROOTS:
        for path in sorted(root.rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            text = path.read_text(encoding="utf-8")
            found.append(Module(path, name, text, ast.parse(text)))
    return tuple(found)
