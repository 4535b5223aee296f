"""`python -m evals`: the command `advisor eval` from the source tree."""

import sys

import typer

from advisor.errors import AdvisorError
from evals.command import evaluate


def main() -> None:
    """Run the command; expected errors are one sentence."""
    try:
        typer.run(evaluate)
    except AdvisorError as error:
        typer.secho(f"できませんでした: {error.what} {error.where} {error.do}", fg="red", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
