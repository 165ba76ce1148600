"""Dialogs of settings: the organisation, adding a pay policy, reading one."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.dates import months
from alongside.domain.errors import UserError, WorldError
from alongside.domain.paper_style import PaperFont, how_to_type, parse_colour
from alongside.i18n import _
from alongside.services.organisation import LARGEST_LOGO, OrganisationDetails
from alongside_ui.operations import Operations
from alongside_ui.widgets.colour_field import ColourField
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.file_field import FileField

_OWN = ""


class OrganisationDialog(FormDialog):
    """Who the organisation is, and whom people ask for help with claims."""

    help = "settings#organisation"

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, parent, _("Organisation"),
                         _("This heads every claim form."))  # fmt: skip
        known = operations.office.organisation.find() or OrganisationDetails("")
        self._known = known
        form = self.form
        form.text("name", _("Name"), known.name, needed())
        form.long_text("address", _("Address"), known.address)
        self._logo = FileField(_("Choose a logo…"), _("Pictures (*.png *.jpg *.jpeg)"),
                               form.letters, is_there=known.logo is not None)  # fmt: skip
        form.custom("logo", _("Logo"), self._logo, self._read_logo,
                    _("A PNG or JPEG picture, printed in black and white"),
                    typed=lambda: (self._logo.path, self._logo.is_removed))  # fmt: skip
        form.text("logo_words", _("What the logo shows"), known.logo_words,
                  _("Read out by screen readers; empty for your name"))  # fmt: skip
        form.heading(_("How papers look"))
        form.choice("paper_font", _("Font on paper"), [(f, f.words) for f in PaperFont],
                    known.paper_font, _("Each person can have another"))  # fmt: skip
        colour = ColourField(known.colour)
        form.custom("colour", _("Colour of headings"), colour,
                    lambda: parse_colour(colour.text, "colour"), how_to_type(),
                    typed=lambda: colour.text)  # fmt: skip
        form.heading(_("Help with claims"))
        form.text("help_name", _("Whom to ask"), known.help_name)
        form.text("help_phone", _("Telephone"), known.help_phone)
        form.text("help_email", _("Email"), known.help_email)
        form.long_text("claim_notes", _("Notes for every form"), known.claim_notes,
                       _("Instead of ours; one note on each line"))  # fmt: skip
        form.heading(_("Financial year"))
        form.parsed("year_start_day", _("Starts on day"), str(known.year_start_day), _whole_day,
                    _("A number, like 1"), is_wanted=_("Type the day, like 1."))  # fmt: skip
        named = [(number, name) for number, name in enumerate(months(), 1)]
        form.choice("year_start_month", _("of the month"), named, known.year_start_month)
        form.heading(_("Account that pays"))
        form.secret("pays_from_name", _("Its name"), known.pays_from_name,
                    _("Only if your bank’s file asks for it"))  # fmt: skip
        form.secret("pays_from_sort_code", _("Its sort code"), known.pays_from_sort_code)
        form.secret("pays_from_account", _("Its account number"), known.pays_from_account)
        form.heading(_("When two people approve a claim"))
        form.money("second_above", _("Above this amount"), known.second_above,
                   _("Empty if one person is enough"))  # fmt: skip
        form.whole("second_after_days", _("Days after bank details changed"),
                   known.second_after_days, _("0 if one person is enough"),
                   is_wanted=_("Type a number of days, like 30."))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the details to be kept."""
        return self.operations.office.organisation.correct, OrganisationDetails(**values)

    def _read_logo(self) -> bytes | None:
        if self._logo.is_removed:
            return None
        if not self._logo.path:
            return self._known.logo
        return read_picture(Path(self._logo.path), "logo")


class AddPolicyDialog(FormDialog):
    """A template that comes with Alongside, or a policy file of one's own."""

    help = "policies"

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(
            operations, parent, _("Add a pay policy"),
            _("A file of your own is worked out against its own examples before it is added."),
            _("Add"),
        )  # fmt: skip
        templates = operations.office.policies.templates()
        choices = [(row.id, f"{row.name}: {row.summary}") for row in templates]
        choices.append((_OWN, _("a policy file of our own")))
        self._choice = self.form.choice("template", _("Policy"), choices)
        self._file = FileField(_("Choose a file…"), _("Pay policies (*.toml)"))
        self.form.custom("file", _("File"), self._file, lambda: self._file.path)
        self._choice.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the policy."""
        policies = self.operations.office.policies
        if values["template"] != _OWN:
            return policies.add_template, values["template"]
        if not values["file"]:
            raise UserError("file", _("Choose the policy file."))
        return policies.add_file, Path(values["file"])

    def _show_what_matters(self) -> None:
        is_own = self._choice.currentIndex() == self._choice.count() - 1
        self.form.show_only(*(("file",) if is_own else ()), among=("file",))


def read_picture(file: Path, field: str) -> bytes:
    """Return the bytes of a picture file. Raise UserError if it is too large, or cannot be read."""
    try:
        if file.stat().st_size > LARGEST_LOGO:
            words = _("{name} is larger than 2 megabytes. Choose a smaller picture.")
            raise UserError(field, words.format(name=file.name))
        return file.read_bytes()
    except FileNotFoundError:
        raise UserError(field, _("There is no file {path}.").format(path=file)) from None
    except OSError:
        raise WorldError(_("{name} cannot be read.").format(name=file.name)) from None


def _whole_day(text: str, field: str) -> int:
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 31):
        raise UserError(field, _("“{text}” is not a day of a month.").format(text=typed))
    return int(typed)
