"""Made-up sentences of one crisis with their Russian translations, of which the tests put articles together."""

from pathlib import Path

import yaml

TABLE = yaml.safe_load((Path(__file__).parent / "sentence_table.yaml").read_text("utf-8"))
ENGLISH = tuple(english for english, _ in TABLE["sentences"])
RUSSIAN = tuple(russian for _, russian in TABLE["sentences"])
QUOTES = tuple(TABLE["quotations"])
