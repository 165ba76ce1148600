"""The filing cabinet: the only room that knows SQLAlchemy and the cipher."""
