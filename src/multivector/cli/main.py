"""The command line: parse, call, print. Exit codes: 0 done, 1 a fault of the program, 2 unusable input, 130 stopped."""

import gc
import os
import sys

import click

from multivector.cli.actor import actor
from multivector.cli.attitudes import attitudes
from multivector.cli.brief import brief
from multivector.cli.case import init, read
from multivector.cli.code import code
from multivector.cli.explain import explain
from multivector.cli.export import export
from multivector.cli.forecast import forecast
from multivector.cli.judge import judge
from multivector.cli.measure import measure
from multivector.cli.review import review
from multivector.cli.search import search
from multivector.cli.serve import serve
from multivector.cli.show import show
from multivector.cli.story import contradictions, record, sources, timeline
from multivector.cli.tone import tone
from multivector.cli.watch import watch
from multivector.cli.world import world
from multivector.errors import InputError, MultivectorError

__all__ = ["main", "run"]

LASTING = 50_000  # new objects after which Python looks for rings of lost ones: nearly all that a start makes last


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="multivector")
def main() -> None:
    """Read what states say and do to one another, and weigh what it means.

    \b
    Example:
      multivector brief article.txt --question "Does Moscow see Kazakhstan's decision as a betrayal?"
    """


COMMANDS = (
    brief, init, read, export, show, code, tone, attitudes, explain, measure, world, judge,
    review, forecast, serve, timeline, contradictions, sources, record, watch, search, actor,
)  # fmt: skip
for command in COMMANDS:
    main.add_command(command)


def run() -> None:
    """The entry point: errors become one clear line and an exit code."""
    gc.set_threshold(LASTING, 20, 20)
    try:
        main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except InputError as error:
        click.echo(f"multivector: {error}", err=True)
        sys.exit(2)
    except MultivectorError as error:
        click.echo(f"multivector: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has gone: `multivector export case | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a folder that cannot be written, a full disk
        click.echo(
            f"multivector: {error.filename or 'output'}: {error.strerror}; check that it can be written", err=True
        )
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("multivector: stopped; what was read is kept, run the command again to go on", err=True)
        sys.exit(130)
