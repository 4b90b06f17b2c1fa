"""`python -m dualtrack` is the command line."""

from dualtrack.cli import main

if __name__ == "__main__":
    main()
