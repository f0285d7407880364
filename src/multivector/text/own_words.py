"""What the writer of an article wrote himself: its text without what stands in quotation marks."""

import re

__all__ = ["own_words"]

# Quotation marks that open and close differently nest badly in news, so that the nearest closing mark counts. What is
# not closed goes on to the end of its paragraph, as it does where it runs over several.
QUOTED = re.compile(r"[“„][^“”\n]*[”“\n]|«[^»\n]*[»\n]|\"[^\"\n]*[\"\n]")
NAMED = 3  # words: what is shorter in quotation marks is a name ("Druzhba") or one word of somebody


def own_words(text: str) -> str:
    """The text with each quotation replaced by a full stop, so that the words around it do not come together."""
    return QUOTED.sub(lambda quoted: quoted[0] if len(quoted[0].split()) <= NAMED else " . \n", f"{text}\n")
