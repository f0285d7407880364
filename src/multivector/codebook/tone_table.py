"""Where the tables of learned weights of tone lie: English in `data/tone`, others below their language's folder."""

from importlib.resources import files

__all__ = ["tone_table"]


def tone_table(name: str, language: str) -> str:
    """The text of a table of codebook/data/tone or codebook/data/LANGUAGE/tone."""
    folder = ("tone",) if language == "en" else (language, "tone")
    return files("multivector.codebook").joinpath("data", *folder, name).read_text(encoding="utf-8")
