"""Loading the model leaves out what is not needed, and takes nothing away."""

import importlib
import subprocess
import sys

import pytest

from multivector.text.english_model import installed_model
from multivector.text.spacy_start import load_model


def python(code: str) -> None:
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr


def test_spacys_commands_are_left_out_and_can_still_be_had() -> None:
    python(
        "import sys; from multivector.text.english_model import english_model; english_model()\n"
        "assert not [m for m in sys.modules if m.startswith('spacy.cli')]\n"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "from spacy.cli import info, download; assert callable(info) and callable(download)"
    )


def test_the_second_library_of_schemas_is_left_out_and_can_still_be_had() -> None:
    python(
        "import sys; from multivector.text.english_model import english_model; english_model()\n"
        "assert 'pydantic.v1' not in sys.modules\n"
        "import pydantic.v1; assert pydantic.v1.BaseModel"
    )


def test_an_imported_spacy_is_left_alone() -> None:
    python(
        "import spacy, sys; before = sys.modules['spacy.cli']\n"
        "from multivector.text.english_model import english_model; english_model()\n"
        "assert sys.modules['spacy.cli'] is before and spacy.cli is before"
    )


def test_entry_points_are_there_again() -> None:
    import catalogue

    before = catalogue.AVAILABLE_ENTRY_POINTS
    nlp = load_model(installed_model())
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
    assert {"tagger", "parser", "ner", "attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names)


def test_the_tokenizer_is_the_models_own() -> None:
    plain = importlib.import_module(installed_model()).load()
    nlp = load_model(installed_model())
    assert nlp.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
    text = "Don't wait for the U.S.-led talks in St. Petersburg at 10a.m. (see www.un.org); it's 5km off."
    assert [t.text for t in nlp.tokenizer(text)] == [t.text for t in plain.tokenizer(text)]


def test_what_is_registered_is_looked_up_by_spacy_itself_again() -> None:
    import catalogue

    before = catalogue.Registry.get_all
    nlp = load_model(installed_model())
    assert catalogue.Registry.get_all is before
    assert "lemmatizer" in nlp.pipe_names


def test_a_missing_model_is_told() -> None:
    with pytest.raises(ImportError):
        load_model("no_such_model_of_english")
