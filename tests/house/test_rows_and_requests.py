"""What goes in and out of a service: frozen values, never a row of the database."""

import ast
import inspect
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from typing import get_args, get_type_hints

import pytest

from alongside.store.tables import Table
from builders import doors_of
from house.source import is_in, modules

SERVICES = modules("alongside.services")
DOORS = {
    name: kind
    for module in SERVICES
    for name, kind in vars(import_module(module.name)).items()
    if inspect.isclass(kind) and name.endswith("Service") and kind.__module__ == module.name
}


def parts_of(hint):
    """Return a type and every type inside it: list[Row] gives list[Row] and Row."""
    return [hint, *(part for inner in get_args(hint) for part in parts_of(inner))]


def is_table(hint) -> bool:
    return any(inspect.isclass(part) and issubclass(part, Table) for part in parts_of(hint))


def verbs_of(door):
    return [verb for name, verb in vars(door).items() if not name.startswith("_")]


def test_every_dataclass_of_the_app_is_frozen_and_has_slots():
    wanted = {"frozen", "slots"}
    assert not [
        module.at(node)
        for module in modules("alongside.domain", "alongside.services", "alongside.settings")
        for node in module.nodes(ast.ClassDef)
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator)
        and not wanted <= {word.arg for word in getattr(decorator, "keywords", [])}
    ]


def test_the_office_has_a_door_for_every_service(office):
    assert DOORS
    assert {type(door) for door in doors_of(office).values()} >= set(DOORS.values())


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_no_service_takes_or_returns_a_row_of_the_database(door):
    assert not [
        verb.__qualname__
        for verb in verbs_of(door)
        for hint in get_type_hints(verb).values()
        if is_table(hint)
    ]


def test_no_row_or_request_holds_a_row_of_the_database():
    kinds = {
        kind
        for module in SERVICES
        for kind in vars(import_module(module.name)).values()
        if inspect.isclass(kind) and is_dataclass(kind) and not kind.__name__.startswith("_")
    }
    assert len(kinds) > 20
    assert not [
        kind.__name__ for kind in kinds for hint in get_type_hints(kind).values() if is_table(hint)
    ]


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_every_verb_says_what_it_takes_and_returns(door):
    for verb in verbs_of(door):
        assert verb.__doc__, verb.__qualname__
        assert "return" in get_type_hints(verb), verb.__qualname__


def test_an_error_about_a_field_names_a_field_of_a_request():
    """Else it would stand under no entry of any dialog.

    A module's fields are those of its own requests and of the modules that ask it for help.
    """
    askers = {
        module.name: {
            other.name
            for other in SERVICES
            if any(is_in(name, [module.name]) for _node, name in other.imports())
        }
        for module in SERVICES
    }
    wrong = []
    for module in SERVICES:
        known = set().union(*(_fields(name) for name in {module.name, *askers[module.name]}))
        for call in module.calls("UserError"):
            named = call.args[0]
            values = [n.value for n in ast.walk(named) if isinstance(n, ast.Constant)]
            texts = {v for v in values if isinstance(v, str)} if _is_literal(named) else set()
            wrong += [f"{module.at(call)}: {text}" for text in texts - known - {""}]
    assert not wrong


def _is_literal(node) -> bool:
    return isinstance(node, ast.Constant | ast.IfExp)


@cache
def _fields(module_name) -> set[str]:
    """Return the fields of a module's requests, and what its verbs take by name."""
    found = set()
    for kind in vars(import_module(module_name)).values():
        if inspect.isclass(kind) and kind.__module__.startswith("alongside.services"):
            if is_dataclass(kind):
                found |= {field.name for field in fields(kind)}
            for verb in verbs_of(kind):
                if inspect.isfunction(verb):
                    found |= set(inspect.signature(verb).parameters)
    return found
