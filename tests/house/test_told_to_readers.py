"""What Qt keeps from screen readers unless it is asked in the right way."""

import ast

from house.source import modules


def test_every_change_of_rows_names_its_roles():
    """Without roles Qt tells a screen reader nothing of it."""
    emitted = [
        (module, call)
        for module in modules("alongside_ui")
        for call in module.calls("emit")
        if ast.unparse(call.func).endswith("dataChanged.emit")
    ]
    assert emitted
    assert not [module.at(call) for module, call in emitted if len(call.args) < 3]
