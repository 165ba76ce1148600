"""How an older data file becomes today's: Alembic, in one transaction, foreign keys off."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from alongside.domain.errors import WorldError
from alongside.i18n import _


def settings(connection: Connection | None = None) -> Config:
    """Return Alembic's settings for our migrations, to work on `connection`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def bring_up_to_date(engine: Engine) -> None:
    """Take the file behind `engine` to the newest schema, or leave it as it was.

    Foreign keys are off meanwhile: with them on, rebuilding a table deletes what hangs on it.
    Raise WorldError if rows are gone afterwards, or links between them are broken.
    """
    with engine.execution_options(is_writing=True).connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                before = _counts(connection)
                command.upgrade(settings(connection), "head")
                lost = _lost(before, _counts(connection))
                if lost or connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise WorldError(
                        _("This data file could not be brought up to date, and was left as it was.")
                    )
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.scalars(
        text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    ).all()
    return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}


def _lost(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """Return the tables that are there still, and have fewer rows than before."""
    return [name for name, number in before.items() if after.get(name, number) < number]
