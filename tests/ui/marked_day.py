"""A day with unmistakable words in it, in a process of its own: everything that can fail, fails.

It says "look" while the records are open, and goes on when it is told to.
"""

import logging
import os
import sys
import threading
import warnings
from pathlib import Path

import builders as b
from alongside import hardening, keys, log, paths
from alongside.domain.errors import UserError, WorldError
from alongside.office import Office
from alongside.services.people import PersonDetails
from alongside.store.tables import Person

NAME, REQUIRES, ACCOUNT = "Zanzibarina Quibblethwaite", "Xylographic loop by the door", "98173465"
ROLL, NOTE, WORDS = (
    "QXR-77130",
    "vermilionish aside",
    "zoom zone zombie zoning zookeeper yodel abdomen",
)


class Lost:
    """Something that Python could not throw away quietly."""

    def __del__(self) -> None:
        raise ValueError(NAME)


def raised(error: Exception) -> None:
    """Fail with words in the message, in the request and in what stands around."""
    secret, bank = NAME, ACCOUNT
    if secret and bank:
        raise error


def broken_rule(office: Office) -> None:
    """Do what the database forbids, with words in the row."""
    with office.store.session(is_writing=True) as session:
        row = b.new_row(NAME)
        row.name = None  # type: ignore[assignment]
        session.add(row)
        session.flush()


def wrong_type(office: Office) -> None:
    with office.store.session(is_writing=True) as session:
        session.add(Person(name=NAME, search={NAME: ACCOUNT}))  # type: ignore[arg-type]
        session.flush()


def main() -> None:
    hardening.harden()
    log.start(paths.log_folder())
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QMessageBox

    from alongside_ui.application import make_application
    from alongside_ui.look import Look
    from alongside_ui.main_window import MainWindow
    from alongside_ui.preferences import Preferences

    application = make_application()
    window = MainWindow(Preferences(paths.settings_file(), Look.of(application)))
    window.show()
    file = Path(os.environ["HOME"], "records.alongside")
    office = Office.create(file, WORDS, keys.SystemKeyring(), who="Sam")
    details = {"access_requirements": REQUIRES, "pay_note": NOTE, "email": "zanz@example.org"}
    ann = b.add_person(office, NAME, **details)
    account = b.BankAccount(ann, NAME, "17-26-35", ACCOUNT, ROLL, NOTE)
    office.bank_details.correct(account)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    window.show_office(office)
    copied: list[str] = []

    def settle() -> None:
        application.processEvents()
        window.operations.settle()
        application.processEvents()
        while isinstance(box := QApplication.activeModalWidget(), QMessageBox):
            for button in box.buttons():
                if "details" in button.text():
                    button.click()
                    copied.append(QGuiApplication.clipboard().text())
            box.done(0)
            application.processEvents()

    run = window.operations.run
    run(office.people.add, PersonDetails(""))
    run(office.bank_details.correct, b.BankAccount(ann, NAME, "1", ACCOUNT, ROLL, NOTE))
    settle()
    run(lambda _asked: broken_rule(office), None)
    run(lambda _asked: wrong_type(office), None)
    run(lambda asked: raised(KeyError(asked)), account)
    run(lambda _asked: raised(UserError("", "no")), NAME)
    run(lambda _asked: raised(WorldError("no", "no")), NAME)
    settle()
    QTimer.singleShot(0, lambda: raised(ValueError(f"{NAME} {ACCOUNT}")))
    settle()
    thread = threading.Thread(target=raised, args=(RuntimeError(WORDS),), name=NAME)
    thread.start()
    thread.join()
    settle()
    Lost()
    warnings.warn(f"{NAME} {ACCOUNT}", UserWarning, stacklevel=1)
    logging.getLogger("sqlalchemy.pool").error("%s %s", NAME, ACCOUNT)
    logging.getLogger("sqlalchemy.pool").error("%s", NAME, ACCOUNT)  # does not fit: logging fails
    assert len(copied) >= 5, copied
    Path(os.environ["HOME"], "copied.txt").write_text("\n".join(copied), encoding="utf-8")
    print("look", flush=True)
    sys.stdin.readline()
    window.close()
    window.operations = None
    raised(ValueError(f"{NAME}, {ACCOUNT}, {WORDS}"))


if __name__ == "__main__":
    main()
