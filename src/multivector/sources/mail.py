"""An e-mail (.eml) -> Source: its text, else its page; subject, sender and date as hints."""

import re
from contextlib import suppress
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from multivector.model import content_hash
from multivector.sources.base import MAX_CHARS, Failure, Source, make_hints
from multivector.sources.page import read_page
from multivector.sources.positions import own_positions

__all__ = ["read_mail"]

MEND = "save the message's text as .txt"
QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)  # what an answer repeats of the message before
SIGNATURE = re.compile(r"^-- \n.*\Z", re.MULTILINE | re.DOTALL)


def read_mail(name: str, data: bytes) -> Source | Failure:
    """The text of a message without quoted answers and signature. Attachments are not read, nothing is fetched."""
    if not data.strip():
        return Failure(name, "the file is empty", "put the message into it, or remove it")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        fields = _fields(message)
        text, markup = _part(message, "plain"), _part(message, "html")
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        return Failure(name, f"it is not a readable message: {str(error)[:120] or type(error).__name__}", MEND)
    text = SIGNATURE.sub("", QUOTED.sub("", text.replace("\r\n", "\n")))
    if not text.strip() and markup.strip():
        page = read_page(name, markup.encode("utf-8", "replace"))
        if isinstance(page, Failure):
            return page
        text = page.text
    if not text.strip():
        return Failure(name, "the message has no text", MEND)
    if len(text) > MAX_CHARS:
        return Failure(name, f"it has {len(text):,} characters, the limit is {MAX_CHARS:,}", "split it")
    hints = replace(make_hints(fields), place=None)
    return Source(name, content_hash(data), text, own_positions(text), hints, "eml")


def _fields(message: EmailMessage) -> dict[str, object]:
    """Subject, day and sender: who has a name is the author, the address gives the outlet."""
    sender, address = parseaddr(str(message.get("from", "")))
    fields: dict[str, object] = {"title": str(message.get("subject", "")), "author": sender}
    if "@" in address:
        fields["outlet"] = address.rpartition("@")[2].lower()
    with suppress(ValueError, TypeError, IndexError):  # no day, or none that can be read
        fields["published"] = parsedate_to_datetime(str(message.get("date", ""))).date().isoformat()
    return fields


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    content = part.get_content()
    return content if isinstance(content, str) else ""
