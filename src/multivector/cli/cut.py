"""A sentence as one line of the terminal shows it."""

__all__ = ["cut"]

WORDS = 110  # characters of a sentence in a line


def cut(text: str) -> str:
    """The text on one line, what is too long for it left out."""
    flat = " ".join(text.split())
    return flat if len(flat) <= WORDS else f"{flat[: WORDS - 1]}…"
