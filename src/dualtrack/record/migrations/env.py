"""What Alembic runs: the steps, on the connection and in the transaction that we give it."""

from __future__ import annotations

from alembic import context

from dualtrack.record._tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=context.config.attributes["version_table"],
    transactional_ddl=False,  # the transaction is ours
)
context.run_migrations()
