"""Nobody asks the clock but the office; nobody translates before the language is chosen."""

import ast

from house.source import Module, called, modules

CLOCKS = (
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
    "time.localtime", "time.gmtime", "QDate.currentDate", "QTime.currentTime",
    "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "func.now",
    "func.current_timestamp",
)  # fmt: skip

MAY_ASK = {("alongside.office", "now"), ("alongside.store.column_types", "new_id")}
"""The office's own clock, and ids, whose time only puts them in order and is never read."""


def inside(module: Module, node: ast.AST) -> str:
    """Return the name of the function that `node` stands in."""
    around = [
        each
        for each in module.nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if each.lineno <= node.lineno <= each.end_lineno
    ]
    return around[-1].name if around else ""


def run_at_import(node: ast.AST):
    """Yield the nodes that are evaluated when a module is imported: no body of any function."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = node.args
        inner = [*node.decorator_list, *arguments.defaults, *filter(None, arguments.kw_defaults)]
    elif isinstance(node, ast.Lambda):
        inner = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    else:
        inner = list(ast.iter_child_nodes(node))
    for each in inner:
        yield each
        yield from run_at_import(each)


def test_nobody_asks_the_clock_but_the_office():
    assert not [
        module.at(node)
        for module in modules()
        for node in module.nodes(ast.Attribute)
        if ast.unparse(node).endswith(CLOCKS) and (module.name, inside(module, node)) not in MAY_ASK
    ]


def test_no_clock_is_imported_under_another_name():
    assert not [
        f"{module.at(node)} {name}"
        for module in modules()
        for node, name in module.imports()
        if name in {"time.time", "time.time_ns", "time.localtime", "time.gmtime"}
    ]


def test_nobody_translates_at_import_time():
    assert not [
        module.at(node)
        for module in modules()
        for node in run_at_import(module.tree)
        if isinstance(node, ast.Call) and called(node) in {"_", "ngettext"}
    ]


def test_words_are_put_together_after_they_are_translated():
    """A catalogue knows the text with its gaps, as it stands in the code: never a variable."""
    wanted = {"_": 1, "ngettext": 2}
    assert not [
        module.at(call)
        for module in modules()
        if module.name != "alongside.i18n"
        for call in module.calls("_", "ngettext")
        for text in call.args[: wanted[called(call)]]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
