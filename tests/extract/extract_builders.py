"""What the tests of the extractors share: an article as the reader sees it, and its tokens by their words."""

from collections.abc import Iterable
from dataclasses import replace

from multivector.extract import find_asides, find_names, fixed_names
from multivector.extract.article import Article, Party
from multivector.extract.reader import _article
from multivector.model import Document
from multivector.text.base import Token
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

__all__ = ["article_of", "codes", "token_of", "words_of"]

DOCUMENT = Document("doc", "doc.txt", None, None, None, None, None, None, "en", "", "0" * 64, ((0, 0),), "doc")


def article_of(text: str, published: str | None = "2024-10-22") -> Article:
    """The text, parsed and with its people found, as the extractors are given it."""
    document = replace(DOCUMENT, text=text, published=published)
    names = find_names(text)
    return _article(document, parse_english(text, paragraphs(text), fixed_names(names), find_asides(text)), names)


def token_of(article: Article, word: str, turn: int = 1) -> Token:
    """The token that ends with the word; the first of them unless `turn` says otherwise."""
    return [t for t in article.parse.tokens if t.text.split()[-1:] == [word]][turn - 1]


def words_of(article: Article, indices: Iterable[int]) -> list[str]:
    """The words at these tokens."""
    return [article.parse.tokens[i].text for i in indices]


def codes(parties: Iterable[Party]) -> list[str]:
    """Whom the parties are coded as."""
    return [p.code for p in parties]
