"""Goods that a later sentence adds to a measure."""

import pytest
from tests.extract.test_russian import read

from multivector.model import TradeMeasure


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Китай приостановил импорт муки из Японии. Запрет распространяется на тунец и рис.", ["муки", "тунец", "рис"]),
        ("Россия запретила импорт рыбы из США. Под ограничения попали говядина и сыры.", ["рыбы", "говядина", "сыры"]),
        ("Россия ввела запрет на импорт рыбы из Норвегии. В магазинах дорожает говядина.", ["рыбы"]),
    ],
)  # fmt: skip
def test_goods_of_the_next_sentences(text: str, goods: list[str]) -> None:
    (measure,) = [r for r in read(text).records if isinstance(r, TradeMeasure)]
    assert [g.text for g in measure.goods] == goods
