"""`python -m dualtrack.train --gold TRAIN --dev DEV --run FOLDER`: train the coder."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from dualtrack._errors import DualtrackError, MissingExtra


def main(argv: list[str] | None = None) -> int:
    """Train all stages and print the figures on dev; → the exit status."""
    parser = argparse.ArgumentParser(prog="python -m dualtrack.train", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="labelled lines to train on")
    parser.add_argument("--dev", type=Path, required=True, help="labelled lines to tune on")
    parser.add_argument("--run", type=Path, required=True, help="folder for stages and model")
    parser.add_argument("--items", type=Path, help="the news items that our labels are for")
    parser.add_argument("--share", type=float, default=1.0, help="share of the lines to use")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        try:
            from dualtrack.train._pipeline import Plan, train  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtra("Training", "train") from error
        figures = train(
            Plan(options.gold, options.dev, options.run, options.items, share=options.share)
        )
    except DualtrackError as error:
        print(error, file=sys.stderr)
        return 2
    for name, value in figures.items():
        print(f"{name:18} {value:.3f}" if isinstance(value, float) else f"{name:18} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
