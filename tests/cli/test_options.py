"""Options that several commands share."""

from __future__ import annotations

import click
from click.testing import CliRunner

from dualtrack.cli import _options


@click.command()
@_options.inputs
@_options.out
@_options.jobs
def command(inputs: tuple[str, ...], out: object, jobs: int | None) -> None:
    click.echo(f"{inputs} {out} {jobs}")


def test_a_dash_as_output_is_standard_output() -> None:
    assert CliRunner().invoke(command, ["a", "-o", "-"]).output == "('a',) None None\n"
    assert "x.jsonl" in CliRunner().invoke(command, ["a", "-o", "x.jsonl"]).output


def test_no_input_and_no_process_are_refused() -> None:
    assert CliRunner().invoke(command, []).exit_code == 2
    assert CliRunner().invoke(command, ["a", "--jobs", "0"]).exit_code == 2
