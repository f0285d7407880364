"""What is read in Russian: the same nouns as in English."""

import pytest
from tests.extract.extract_builders import read_russian as read

from multivector.model import Event, Membership, Statement, TradeMeasure


def statements(text: str) -> list[tuple[str, str | None, bool, str]]:
    found = [r for r in read(text).records if isinstance(r, Statement)]
    return [(s.speaker.name, s.speaker.state, s.direct, s.content.quote) for s in found]


@pytest.mark.parametrize(
    ("text", "speaker", "state", "direct", "content"),
    [
        ("В Кремле считают, что Астана не предаёт союзников.", "Кремль", "RUS", False, "Астана не предаёт союзников"),
        ("«Это неприемлемо», – цитирует Лаврова ТАСС.", "Sergey Lavrov", "RUS", True, "Это неприемлемо"),
        ("Венгрия, по словам Виктора Орбана, не поддержит Киев.", "Viktor Orbán", "HUN", False, "Венгрия"),
        ("— Мы ждём Баку, — сказал Никол Пашинян. — Скоро.", "Nikol Pashinyan", "ARM", True, "Мы ждём Баку,"),
        (
            "Казахский политолог Айдос Сарым отметил, что Москва ошибается.",
            "Айдос Сарым",
            "KAZ",
            False,
            "Москва ошибается",
        ),
        ("Руденко: Киргизия остаётся союзником.", "Andrei Rudenko", "RUS", False, "Киргизия остаётся союзником"),
        ("Лавров дал понять, что Москва не уступит.", "Sergey Lavrov", "RUS", False, "Москва не уступит"),
        ("Виктор Орбан выразил мнение, что Киев ошибся.", "Viktor Orbán", "HUN", False, "Киев ошибся"),
        ("Моди прибыл в Рим. «Рад встрече», — сказал он.", "Narendra Modi", "IND", True, "Рад встрече"),
        ("Виктор Орбан уехал. Киев молчит. «Мы ждём», — добавил премьер.", "Viktor Orbán", "HUN", True, "Мы ждём"),
        ("В Белом доме заявили, что Иран лжёт.", "Белый дом", "USA", False, "Иран лжёт"),
        ("«Пора, — отметила Мария Захарова. — Киев молчит».", "Maria Zakharova", "RUS", True, "Пора"),
    ],
)
def test_statements(text: str, speaker: str, state: str, direct: bool, content: str) -> None:
    found = statements(text)
    assert any(s[:3] == (speaker, state, direct) and content in s[3] for s in found), found


def events(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    return [(e.type, e.source, e.target, e.status) for e in read(text).records if isinstance(e, Event)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Суд в Баку отправил под арест журналиста.", ("COERCE", ("AZE",), (), "asserted")),
        ("Минский суд признал правозащитника виновным в измене.", ("SANCTION", ("BLR",), ("BLR",), "asserted")),
        ("В Киргизии молчат. Силовики прошли с обысками по редакциям.", ("COERCE", ("KGZ",), ("KGZ",), "asserted")),
        ("В Алма-Ате шумно. Спецназ разогнал митингующих.", ("COERCE", ("KAZ",), ("KAZ",), "asserted")),
        ("Парламент Грузии уехал. Полиция применила слезоточивый газ.", ("COERCE", ("GEO",), ("GEO",), "asserted")),
        ("Беларусь принята в ШОС.", ("SUPPORT", ("SCO",), ("BLR",), "asserted")),
        ("Силы ПВО Украины сбили российский беспилотник.", ("ASSAULT", ("UKR",), ("RUS",), "asserted")),
        ("МИД Индии назвал обвинения Канады нелепыми.", ("REJECT", ("IND",), ("CAN",), "asserted")),
        ("Азербайджан отменил все концерты с участием России.", ("SANCTION", ("AZE",), ("RUS",), "asserted")),
        ("Россия свою причастность отрицает.", ("REJECT", ("RUS",), (), "asserted")),
        ("Тегеран выпустил по Израилю сто беспилотников.", ("ASSAULT", ("IRN",), ("ISR",), "asserted")),
        ("Франция отказалась поддержать Турцию.", ("REJECT", ("FRA",), ("TUR",), "asserted")),
        ("Иран потребовал от США снять санкции.", ("REQUEST", ("IRN",), ("USA",), "asserted")),
        ("Катар объявил о разрыве дипломатических отношений с Ираном.", ("SANCTION", ("QAT",), ("IRN",), "asserted")),
        ("Япония включила в санкционный список две компании Китая.", ("SANCTION", ("JPN",), ("CHN",), "asserted")),
        ("Индия дала дипломатам Пакистана 48 часов на выезд.", ("SANCTION", ("IND",), ("PAK",), "asserted")),
        ("Тысячи грузин протестовали у парламента.", ("PROTEST", ("GEO",), ("GEO",), "asserted")),
        ("Греция привела армию в повышенную готовность.", ("MOBILIZE", ("GRC",), (), "asserted")),
        ("США пригрозили Китаю санкциями.", ("THREATEN", ("USA",), ("CHN",), "asserted")),
        ("Китай обвинил США во вмешательстве.", ("ACCUSE", ("CHN",), ("USA",), "asserted")),
        ("Польша осудила вторжение России в Украину.", ("ACCUSE", ("POL",), ("RUS",), "asserted")),
        ("Турция может ввести санкции против Израиля.", ("SANCTION", ("TUR",), ("ISR",), "hypothetical")),
        ("Китай не вводил санкций против Японии.", ("SANCTION", ("CHN",), ("JPN",), "denied")),
        ("В Казахстане запретили вывоз угля в Китай.", ("SANCTION", ("KAZ",), ("CHN",), "asserted")),
        ("Армения заморозила членство в ОДКБ.", ("SANCTION", ("ARM",), ("CSTO",), "asserted")),
        ("Яшар Гюлер был в Баку, где обсудит с Арменией границу.", ("AGREE", ("TUR",), ("ARM",), "planned")),
        ("Индия обиделась на Непал, раскритиковав его.", ("ACCUSE", ("IND",), ("NPL",), "asserted")),
        ("Китай ввёл меры в отношении Литвы и пригрозил ей санкциями.", ("THREATEN", ("CHN",), ("LTU",), "asserted")),
    ],
)
def test_events(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...], str]) -> None:
    assert event in events(text)


def test_trade_measure() -> None:
    text = "Россельхознадзор с 17 октября запретил ввоз дынь и томатов из Казахстана."
    (measure,) = [r for r in read(text).records if isinstance(r, TradeMeasure)]
    assert (measure.imposer, measure.target, measure.measure, measure.start) == (
        "RUS",
        ("KAZ",),
        "import_ban",
        "2024-10-17",
    )
    assert {good.text for good in measure.goods} == {"дынь", "томатов"}
    assert measure.authority == "Rosselkhoznadzor"


def test_what_no_reader_knows_is_kept() -> None:
    kazakh = "Қазақстан БРИКС-ке кіруге өтініш бермейді, деді президенттің баспасөз хатшысы."
    reading = read(f"В Кремле считают, что Астана ошибается.\n\n{kazakh}")
    (held,) = reading.withheld
    assert held.quote == kazakh[:80] and "kk" in held.reason
    assert all(r.evidence.end <= held.start for r in reading.records)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Минск получил в ШОС статус наблюдателя.", [("BLR", "SCO", "observer")]),
        ("Саммит ШОС прошёл. Минск получил статус наблюдателя.", [("BLR", "SCO", "observer")]),
        ("Индия, одна из основательниц БРИКС, молчит.", [("IND", "BRICS", "member")]),
        ("В БРИКС входит Индия.", [("IND", "BRICS", "member")]),
        ("Узбекистан стал страной-партнёром БРИКС.", [("UZB", "BRICS", "partner")]),
        ("Евросоюз предоставил Украине статус кандидата.", [("UKR", "EU", "applicant")]),
        ("Венгрия начинает процедуру выхода из МУС.", [("HUN", "ICC", "withdrawn")]),
        ("В 2019 году ОПЕК покинул Катар.", [("QAT", "OPEC", "withdrawn")]),
        ("Иран получил статус полноправного члена БРИКС.", [("IRN", "BRICS", "member")]),
        ("Молдавия получила статус кандидата на вступление в ЕС.", [("MDA", "EU", "applicant")]),
        ("Узбекистан получил статус наблюдателя в ЕАЭС.", [("UZB", "EAEU", "observer")]),
        ("Индонезия стала полноправным членом БРИКС.", [("IDN", "BRICS", "member")]),
        ("Аргентина отказалась от вступления в БРИКС.", [("ARG", "BRICS", "declined")]),
        ("Катар объявил о выходе из ОПЕК.", [("QAT", "OPEC", "withdrawn")]),
        ("Турция блокирует вступление Швеции в НАТО.", []),
    ],
)
def test_standings(text: str, standing: list[tuple[str, str, str]]) -> None:
    found = [(m.state, m.organisation, m.status) for m in read(text).records if isinstance(m, Membership)]
    assert found == standing


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Белоруссии предоставили статус страны-партнёра БРИКС.", ("BLR", "BRICS", "partner")),
        ("Азербайджан получил в ШОС статус партнёра по диалогу.", ("AZE", "SCO", "partner")),
        ("Вьетнам стал партнёром БРИКС.", ("VNM", "BRICS", "partner")),
        ("Венгрия имеет статус наблюдателя в ОТГ.", ("HUN", "OTS", "observer")),
        ("Членство Нигера в ЭКОВАС приостановлено.", ("NER", "ECOWAS", "suspended")),
        ("Аргентина отозвала заявку на вступление в БРИКС.", ("ARG", "BRICS", "declined")),
    ],
)
def test_standings_that_are_given(text: str, standing: tuple[str, str, str]) -> None:
    found = [r for r in read(text).records if isinstance(r, Membership)]
    assert standing in [(m.state, m.organisation, m.status) for m in found]


INTERVIEW = """Министр иностранных дел Казахстана Мурат Нуртлеу дал интервью газете.

— Почему Астана отказалась от вступления в БРИКС?

— Мы внимательно изучаем опыт объединения.

— Россия обиделась?

— Нет, Россия остаётся нашим надёжным союзником."""


def test_answers_of_an_interview_are_the_introduced_persons() -> None:
    found = [r for r in read(INTERVIEW).records if isinstance(r, Statement) and r.direct]
    assert [s.speaker.state for s in found] == ["KAZ", "KAZ"]
    assert [s.content.quote[:9] for s in found] == ["Мы внимат", "Нет, Росс"]
    assert {t.actor: t.value > 0 for t in found[1].stance}["RUS"]


def test_a_list_with_dashes_is_no_interview() -> None:
    items = "Мурат Нуртлеу назвал условия.\n\n— Снятие запрета на ввоз томатов.\n\n— Открытие границы для грузов."
    assert not [r for r in read(items).records if isinstance(r, Statement) and r.direct]
