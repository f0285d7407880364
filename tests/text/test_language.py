import pytest

from multivector.text.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry said on Tuesday that it would respect the decision of its neighbour."),
        ("en", "Senate misses healthcare vote deadline"),
        ("ru", "Министерство заявило, что уважает решение соседней страны."),
        ("ru", "Нургалиев уволил начальника УВД Томской области"),
        ("kk", "Қазақстан Президенті бұл ұйымға кірмейтінін және БҰҰ-ның рөлін қолдайтынын айтты."),
        ("uk", "Міністерство заявило, що поважає рішення сусідньої держави та її президента."),
        ("be", "Міністэрства заявіла, што паважае рашэнне суседняй краіны, бо ўсе яе ведаюць."),
        ("ky", "Өкмөт бул чечимди колдой турганын жана сүйлөшүүлөр уланарын билдирди."),
        ("de", "Das Ministerium erklärte am Dienstag, dass es die Entscheidung des Nachbarn nicht ablehnt."),
        ("fr", "Le ministère a déclaré mardi que la décision du pays voisin est respectée par la Russie."),
        ("es", "El ministerio dijo el martes que respeta la decisión de su vecino y que no la discute."),
        ("tr", "Bakanlık salı günü bu karara saygı duyduğunu ve görüşmelerin devam edeceğini söyledi."),
        ("pl", "Ministerstwo oświadczyło we wtorek, że szanuje decyzję sąsiada i nie będzie jej komentować."),
        ("zh", "外交部发言人星期二表示，尊重邻国的决定。"),
        ("ja", "外務省は火曜日、隣国の決定を尊重すると述べた。"),
        ("ko", "외교부는 화요일 이웃 나라의 결정을 존중한다고 밝혔다."),
        ("ar", "قالت الوزارة يوم الثلاثاء إنها تحترم قرار الدولة المجاورة."),
        ("fa", "وزارت خارجه روز سه‌شنبه گفت که به تصمیم کشور همسایه احترام می‌گذارد، چنان‌که پیش از این گفته بود."),
        ("ka", "სამინისტრომ განაცხადა, რომ პატივს სცემს გადაწყვეტილებას."),
        ("und", ""),
        ("und", "OK 2024"),
        ("und", "1234 5678 !!! ???"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert detect(text) == language


def test_names_in_another_script_do_not_decide() -> None:
    assert detect("Министр Lavrov заявил агентству Reuters, что это решение Казахстана он уважает.") == "ru"
    assert detect("The newspaper Argumenty i Fakty (Аргументы и факты) said that it was so.") == "en"
