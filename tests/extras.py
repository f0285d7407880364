"""What tests need that not every set-up has."""

import pytest

from multivector.text.sentence_model import is_installed

needs_model = pytest.mark.skipif(not is_installed(), reason="the extra multivector[embed] is not installed")
