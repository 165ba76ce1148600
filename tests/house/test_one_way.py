"""The law of the house: what may be imported where, so that every arrow points one way."""

import sys

import pytest

from house.source import FEATURES, Module, is_in, modules

OURS = ("alongside", "alongside_ui", "alongside_resources")

ONLY_IN = {
    "sqlalchemy": ["alongside.store"],
    "sqlcipher3": ["alongside.store"],
    "sqlite3": [],
    "alembic": ["alongside.store.migrations"],
    "filelock": ["alongside.store"],
    "reportlab": ["alongside.documents"],
    "uharfbuzz": ["alongside.documents.shaping"],
    "pypdf": ["alongside.documents.partner"],
    "pypdfium2": ["alongside.documents.foreign.picture"],
    "markdown_it": ["alongside.documents.help_book"],
    "keyring": ["alongside.keys.library"],
    "secretstorage": ["alongside.keys.secret_service"],
    "jeepney": ["alongside.keys.secret_service", "alongside_ui.listeners"],
    "cryptography": ["alongside.keys"],
    "platformdirs": ["alongside.paths"],
    "PIL": [
        "alongside.documents", "alongside.services.organisation",
        "alongside.services.receipt_looks", "alongside.demo.logo",
    ],
    "PySide6": ["alongside_ui"],
    "shiboken6": ["alongside_ui"],
    "openpyxl": ["alongside.exchange"],
    "docx": ["alongside.documents"],
    "icalendar": ["alongside.exchange"],
    "holidays": ["alongside.exchange.bank_holidays"],
}  # fmt: skip
"""Each library has one room, so that it can be changed, or go, without touching the others."""

MAY_IMPORT = {
    "alongside.i18n": ["alongside.pseudo", "alongside_resources"],
    "alongside.domain": ["alongside.domain", "alongside.i18n"],
    "alongside.keys": [
        "alongside.keys", "alongside.domain", "alongside.disk", "alongside.i18n",
        "alongside_resources",
    ],
    "alongside.disk": [],
    "alongside.store": [
        "alongside.store", "alongside.domain", "alongside.disk", "alongside.i18n",
    ],
    "alongside.documents": [
        "alongside.documents", "alongside.domain", "alongside.i18n", "alongside_resources",
    ],
    "alongside.exchange": ["alongside.exchange", "alongside.domain", "alongside.i18n"],
    "alongside.services": [
        "alongside.services", "alongside.store", "alongside.documents", "alongside.exchange",
        "alongside.keys",
        "alongside.domain", "alongside.i18n", "alongside_resources",
    ],
    "alongside_resources": [],
}  # fmt: skip


def breaking(found: tuple[Module, ...], rule) -> list[str]:
    """Return where these modules import what `rule(module, name)` forbids."""
    return [
        f"{module.at(node)} imports {name}"
        for module in found
        for node, name in module.imports()
        if rule(module, name)
    ]


@pytest.mark.parametrize("library", ONLY_IN)
def test_each_library_is_imported_in_its_own_room_only(library):
    assert not breaking(
        modules(),
        lambda module, name: is_in(name, [library]) and not module.is_in(*ONLY_IN[library]),
    )


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_lies_below_it(room):
    assert not breaking(
        modules(room),
        lambda _module, name: is_in(name, OURS) and not is_in(name, MAY_IMPORT[room]),
    )


def test_the_domain_imports_the_standard_library_itself_and_words():
    assert not breaking(
        modules("alongside.domain"),
        lambda _module, name: (
            name.partition(".")[0] not in sys.stdlib_module_names
            and not is_in(name, MAY_IMPORT["alongside.domain"])
        ),
    )


def test_the_app_knows_nothing_of_the_screen():
    assert not breaking(
        modules("alongside"), lambda _module, name: is_in(name, ["PySide6", "alongside_ui"])
    )


def test_the_screen_never_opens_the_filing_cabinet():
    assert not breaking(
        modules("alongside_ui"),
        lambda _module, name: is_in(
            name, ["alongside.store", "alongside.documents", "alongside.exchange"]
        ),
    )


def test_no_page_imports_another_feature():
    def is_another(module: Module, name: str) -> bool:
        own, wanted = module.name.split(".")[1], name.split(".")[:2]
        return wanted[0] == "alongside_ui" and wanted[-1] in FEATURES - {own}

    features = modules(*(f"alongside_ui.{feature}" for feature in FEATURES))
    assert features
    assert not breaking(features, is_another)


def test_a_piece_of_furniture_knows_no_feature():
    features = [f"alongside_ui.{feature}" for feature in FEATURES]
    assert not breaking(
        modules("alongside_ui.widgets"), lambda _module, name: is_in(name, features)
    )


def test_every_folder_of_the_screen_is_a_feature_or_the_furniture():
    folders = {m.name.split(".")[1] for m in modules("alongside_ui") if m.name.count(".") == 2}
    assert folders == FEATURES | {"widgets"}


def test_the_law_covers_every_room_of_the_app():
    rooms = {m.name for m in modules("alongside") if m.path.name == "__init__.py"}
    rooms = {name for name in rooms if name.count(".") == 1}
    above = {"alongside.demo"}  # stands beside the services and may ask any of them
    assert rooms - above <= MAY_IMPORT.keys()
