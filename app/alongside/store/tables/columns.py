"""How the words for the columns of a table begin: nobody is told of an id."""


def columns(**words: str | None) -> dict[str, str | None]:
    """Return the words for columns by their names; None for what the history leaves out."""
    return {"id": None, **words}
