"""Alembic's way in: it works on the connection that is handed to it, never on one of its own."""

from alembic import context

from alongside.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
