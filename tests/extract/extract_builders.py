"""What the tests of the extractors share: an article as the reader sees it, and its tokens by their words."""

from collections.abc import Iterable
from dataclasses import replace

from multivector.extract import find_asides, find_names, fixed_names
from multivector.extract.article import Article, Party
from multivector.extract.reader import _article
from multivector.model import Document, Reading, document_id
from multivector.pipeline import code_row, read_article
from multivector.text.base import Token
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

__all__ = ["article_of", "codes", "read_russian", "token_of", "words_of"]

DOCUMENT = Document("doc", "doc.txt", None, None, None, None, None, None, "en", "", "0" * 64, ((0, 0),), "doc")


def article_of(
    text: str, published: str | None = "2024-10-22", *, place: str | None = None, outlet: str | None = None
) -> Article:
    """The text, parsed and with its people found, as the extractors are given it; `place` is that of its dateline."""
    document = replace(DOCUMENT, text=text, published=published, place=place, outlet=outlet)
    names = find_names(text)
    return _article(document, parse_english(text, paragraphs(text), fixed_names(names), find_asides(text)), names)


def read_russian(text: str, published: str = "2024-10-24") -> Reading:
    """What is read in a Russian text, however short, of that day."""
    document = code_row("text", "None.", published).document
    return read_article(replace(document, text=text, language="ru", id=document_id("t", text)))


def token_of(article: Article, word: str, turn: int = 1) -> Token:
    """The token that ends with the word; the first of them unless `turn` says otherwise."""
    return [t for t in article.parse.tokens if t.text.split()[-1:] == [word]][turn - 1]


def words_of(article: Article, indices: Iterable[int]) -> list[str]:
    """The words at these tokens."""
    return [article.parse.tokens[i].text for i in indices]


def codes(parties: Iterable[Party]) -> list[str]:
    """Whom the parties are coded as."""
    return [p.code for p in parties]
