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
    Raise WorldError if links between rows are broken afterwards.
    """
    with engine.execution_options(is_writing=True).connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                command.upgrade(settings(connection), "head")
                if connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise WorldError(
                        _("This data file could not be brought up to date, and was left as it was.")
                    )
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
