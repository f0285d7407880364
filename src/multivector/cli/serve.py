"""`multivector serve`: the workbench."""

import getpass
from pathlib import Path

import click

from multivector.cli.places import case_and_sources
from multivector.cli.progress import reading_progress, tell_failures

__all__ = ["serve"]


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; other than this machine needs consent."
)
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes any free one."
)
@click.option("--i-know-who-can-reach-it", "consent", is_flag=True, help="Consent to a --host that others can reach.")
@click.option("--who", help="Your name on decisions; the user's login name by default.")
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
def serve(case: Path, host: str, port: int, consent: bool, who: str | None, open_it: bool) -> None:
    """Open a case in the browser: read, check, correct and judge it.

    What is new in the case is read first. The address that is printed carries a key; nothing leaves this machine.

    \b
    Example:
      multivector serve kazakhstan/
    """
    folder, sources = case_and_sources(case)
    from multivector.errors import InputError  # late: --help needs none of it
    from multivector.pipeline import read_case
    from multivector.web import Desk, warm
    from multivector.web import serve as run
    from multivector.web.serve import is_loopback, listen

    if not is_loopback(host) and not consent:
        raise InputError(f"--host {host}: others could reach it; add --i-know-who-can-reach-it if that is meant")
    with reading_progress() as progress:
        view = read_case(sources, folder, progress)
    tell_failures([(f.name, f.reason, f.mend) for f in view.failures()])
    desk = Desk(folder, sources)
    warm(desk)
    place = listen(host, port)
    if not is_loopback(host):
        click.echo(
            f"EXPOSED: everyone who can reach {host} and has the key can read all {len(view.documents())} articles of "
            f"{folder}, change reviews.jsonl and add sources. The connection is not encrypted.",
            err=True,
        )
    click.echo(f"workbench: {place.url}\nstop with Ctrl-C")
    if open_it:
        click.launch(place.url)
    run(desk, place, who or getpass.getuser())
