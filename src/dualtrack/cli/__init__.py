"""The command line: arguments in, one call into the house, exit status out. No logic lives here."""

from dualtrack.cli._main import main

__all__ = ["main"]
