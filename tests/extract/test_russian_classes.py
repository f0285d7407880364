"""Classes of Russian wordings: gapping, verbal nouns in chains, mutual acts, what diplomats are told, who speaks."""

import pytest
from tests.extract.extract_builders import read_russian

from multivector.model import Event, Statement

Told = tuple[str, tuple[str, ...], tuple[str, ...], str]


def read(text: str) -> tuple[list[Told], list[tuple[str, str | None, str]]]:
    """The events and statements of the text."""
    records = read_russian(text).records
    events = [(e.type, e.source, e.target, e.status) for e in records if isinstance(e, Event)]
    return events, [(s.speaker.name, s.speaker.state, s.content.quote) for s in records if isinstance(s, Statement)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # clauses side by side
        ("Мелони считает тарифы ошибкой, Макрон призвал Киев ждать.", ("REQUEST", ("FRA",), ("UKR",), "asserted")),
        ("Лондон возлагает вину за обстрел на Минск.", ("ACCUSE", ("GBR",), ("BLR",), "asserted")),
        ("Берлин поставки ракет Киеву исключил.", ("REJECT", ("DEU",), ("UKR",), "asserted")),
        # verbal nouns in a chain
        ("Польша объявила о введении санкций против Ирана.", ("SANCTION", ("POL",), ("IRN",), "asserted")),
        ("Польша объявила о снятии санкций с Ирана.", ("CONCEDE", ("POL",), ("IRN",), "asserted")),
        (
            "Правительством Узбекистана принято решение о введении запрета на ввоз яблок из Киргизии.",
            ("SANCTION", ("UZB",), ("KGZ",), "asserted"),
        ),
        # mutual acts
        ("Токаев и Путин провели переговоры в Астане.", ("CONSULT", ("KAZ", "RUS"), (), "asserted")),
        ("Президенты Казахстана и Узбекистана обсудили вопросы воды.", ("CONSULT", ("KAZ", "UZB"), (), "asserted")),
        ("Состоялись переговоры президентов Ирана и Ирака.", ("CONSULT", ("IRN", "IRQ"), (), "asserted")),
        ("Вчера прошла встреча Токаева с Мирзиёевым.", ("CONSULT", ("KAZ",), ("UZB",), "asserted")),
        # a dative is whom something goes to
        ("Россия вернула Украине 150 пленных.", ("RETREAT", ("RUS",), ("UKR",), "asserted")),
        ("Эстония объявила об обстреле Латвии.", ("ASSAULT", ("EST",), ("LVA",), "asserted")),
        # what diplomats are told
        ("Послу Японии в Москве заявлен протест.", ("ACCUSE", ("RUS",), ("JPN",), "asserted")),
        ("Армения осудила рейд. Послу Франции вручена нота протеста.", ("ACCUSE", ("ARM",), ("FRA",), "asserted")),
        ("Армения осудила рейд. Посол Франции был вызван в МИД.", ("ACCUSE", ("ARM",), ("FRA",), "asserted")),
        # orders to one's own
        ("Трамп распорядился восстановить санкции против Ирана.", ("SANCTION", ("USA",), ("IRN",), "asserted")),
        (
            "Путин поручил правительству проработать запрет на ввоз яблок из Польши.",
            ("SANCTION", ("RUS",), ("POL",), "planned"),
        ),
        # an office is the doer of what was done there; two sides of what has no subject
        ("В МИД Испании послу Перу выражен протест.", ("ACCUSE", ("ESP",), ("PER",), "asserted")),
        ("Временному поверенному в делах Чада выражен протест в МИД Мали.", ("ACCUSE", ("MLI",), ("TCD",), "asserted")),
        (
            "Восстановлены дипломатические отношения между Ираном и Катаром.",
            ("SUPPORT", ("IRN", "QAT"), (), "asserted"),
        ),
        ("Между Перу и Чили подписано соглашение о визах.", ("SUPPORT", ("PER", "CHL"), (), "asserted")),
        # parts of a state called by a town
        ("Украинский беспилотник атаковал склад в Брянской области.", ("ASSAULT", ("UKR",), ("RUS",), "asserted")),
        # manoeuvres near others, those with others
        ("Китай начал военные учения вокруг Тайваня.", ("MOBILIZE", ("CHN",), ("TWN",), "asserted")),
        ("Россия провела учения у границ Эстонии.", ("MOBILIZE", ("RUS",), ("EST",), "asserted")),
        ("Военные Китая и Лаоса провели совместные учения.", ("COOPERATE", ("CHN", "LAO"), (), "asserted")),
        ("Жители Сеула провели митинг у посольства Японии.", ("PROTEST", ("KOR",), ("JPN",), "asserted")),
        # turns of phrase
        ("Верховный суд Литвы исключил Талибан из списка террористов.", ("CONCEDE", ("LTU",), ("AFG",), "asserted")),
        (
            "Власти Чада признали фонд Франции экстремистской организацией.",
            ("SANCTION", ("TCD",), ("FRA",), "asserted"),
        ),
        ("Армения отказалась участвовать в учениях ОДКБ.", ("REJECT", ("ARM",), ("CSTO",), "asserted")),
        ("Франция выступила в защиту Ливана.", ("SUPPORT", ("FRA",), ("LBN",), "asserted")),
        ("Кипр подал на Турцию в международный арбитраж.", ("ACCUSE", ("CYP",), ("TUR",), "asserted")),
        ("Турецкая армия начала операцию на севере Ирака.", ("ASSAULT", ("TUR",), ("IRQ",), "asserted")),
        # heads of states that nobody names again, what stands before a noun with its preposition, "на" with a state
        (
            "Путин и Токаев провели переговоры. Главы государств договорились о газе.",
            ("AGREE", ("RUS", "KAZ"), (), "asserted"),
        ),
        (
            "Лидеры Армении и Ирана встретились в Вашингтоне. Министры двух стран подписали меморандум.",
            ("SUPPORT", ("IRN", "ARM"), (), "asserted"),
        ),
        (
            "МИД Белоруссии выразил протест. Из Варшавы ведомство отозвало посла.",
            ("SANCTION", ("BLR",), ("POL",), "asserted"),
        ),
        ("Минск предложил Польше сократить персонал посольства.", ("REQUEST", ("BLR",), ("POL",), "asserted")),
        ("Германия объявила о передаче Украине ста танков.", ("AID", ("DEU",), ("UKR",), "asserted")),
        ("Индия отправила на Шри-Ланку сорок тысяч тонн дизтоплива.", ("AID", ("IND",), ("LKA",), "asserted")),
        ("Чад расторгнул военное соглашение с Францией.", ("SANCTION", ("TCD",), ("FRA",), "asserted")),
        ("Вашингтон пообещал Токио всестороннюю поддержку.", ("AGREE", ("USA",), ("JPN",), "asserted")),
        # a state behind "запрет" is the one that bans; sanctions of which nobody says against whom
        (
            "В ответ на запрет Казахстана Россельхознадзор ограничил ввоз пшеницы.",
            ("SANCTION", ("RUS",), ("KAZ",), "asserted"),
        ),
        ("Япония ввела новые санкции.", ("SANCTION", ("JPN",), (), "asserted")),
        # left out, turned round
        ("Дания передала Киеву истребители, Норвегия — гаубицы.", ("AID", ("DNK", "NOR"), ("UKR",), "asserted")),
        ("Французские военные были выведены из Нигера.", ("RETREAT", ("FRA",), ("NER",), "asserted")),
        ("Пекин заявил, что вина за срыв лежит на Австралии.", ("ACCUSE", ("CHN",), ("AUS",), "asserted")),
        ("Напомним, что от российского газа молдавские власти отказались.", ("REJECT", ("MDA",), ("RUS",), "asserted")),
        ("Алжир разорвал дипломатические отношения с Марокко.", ("SANCTION", ("DZA",), ("MAR",), "asserted")),
        ("Глава МИД Ирана молчит. В Бишкек прибыл глава МИД Франции.", ("CONSULT", ("FRA",), ("KGZ",), "asserted")),
        # whom it is aimed at
        (
            "Еврокомиссия осудила решение Москвы. Брюссель оставил за собой право на ответ.",
            ("THREATEN", ("EU",), ("RUS",), "asserted"),
        ),
        ("Трамп объявил о выходе США из соглашения с Ираном.", ("SANCTION", ("USA",), ("IRN",), "asserted")),
        ("Мали осудила рейд Чада. Посла вызвали в министерство.", ("ACCUSE", ("MLI",), ("TCD",), "asserted")),
        (
            "Чад нарушил договор, считают в Мали. Власти Чада были предупреждены о последствиях.",
            ("THREATEN", ("MLI",), ("TCD",), "asserted"),
        ),
        (
            "Путин принял Токаева. Президент Казахстана поблагодарил за приглашение.",
            ("SUPPORT", ("KAZ",), ("RUS",), "asserted"),
        ),
        (
            "Президенты Мали и Чада встретились. Оба государства подписали договор.",
            ("SUPPORT", ("TCD", "MLI"), (), "asserted"),
        ),
        # refused, decided, answered
        ("Мали получила отказ от Чада в поставке ракет.", ("REJECT", ("TCD",), ("MLI",), "asserted")),
        ("Мали запросила у Чада ракеты, но получила отказ.", ("REJECT", ("TCD",), ("MLI",), "asserted")),
        ("Латвия приняла решение направить Чаду партию дронов.", ("AGREE", ("LVA",), ("TCD",), "planned")),
        (
            "Россия запретила ввоз дынь в ответ на запрет Казахстана на ввоз зерна.",
            ("SANCTION", ("KAZ",), ("RUS",), "asserted"),
        ),
        (
            "Россия запретила ввоз дынь в ответ на запрет Казахстана на ввоз зерна.",
            ("SANCTION", ("RUS",), ("KAZ",), "asserted"),
        ),
        # who goes on acting behind "that"
        (
            "Минсельхоз Казахстана сообщил, что запрещает ввоз пшеницы из России.",
            ("SANCTION", ("KAZ",), ("RUS",), "asserted"),
        ),
        ("МИД Латвии заявил, что выслал двух дипломатов Чада.", ("SANCTION", ("LVA",), ("TCD",), "asserted")),
        # who somebody is
        ("Министр торговли Австралии Саймон Бирмингем обвинил Пекин.", ("ACCUSE", ("AUS",), ("CHN",), "asserted")),
        ("Еврокомиссар Йоханнес Хан поздравил Грецию.", ("SUPPORT", ("EU",), ("GRC",), "asserted")),
    ],
)
def test_events(text: str, event: Told) -> None:
    assert event in read(text)[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Граница закрыта, сообщил министр обороны Ирака.", ("REQUEST", ("IRQ",), (), "asserted")),
        ("Польша не исключила поставки ракет Киеву.", ("REJECT", ("POL",), ("UKR",), "asserted")),
        ("Польша объявила о снятии санкций с Ирана.", ("SANCTION", ("POL",), ("IRN",), "asserted")),
        ("Послу Японии в Москве вручены цветы.", ("ACCUSE", ("RUS",), ("JPN",), "asserted")),
        ("Польша осудила рейд Израиля, Литва — нет.", ("ACCUSE", ("POL", "LTU"), ("ISR",), "asserted")),
        ("Киев обвинил Минск, Москва — Варшаву.", ("ACCUSE", ("UKR",), ("BLR", "RUS"), "asserted")),
        ("Корабль, по словам Пекина, лежит на дне у Австралии.", ("ACCUSE", ("CHN",), ("AUS",), "asserted")),
        ("Путин поручил правительству закупить яблоки из Польши.", ("SANCTION", ("RUS",), ("POL",), "asserted")),
        ("Мали получила отказ в поставке ракет.", ("REJECT", ("MLI",), (), "asserted")),
        ("Мали осудила рейд Чада. Посла Кубы вызвали в министерство.", ("ACCUSE", ("MLI",), ("TCD",), "planned")),
        ("МИД Латвии заявил, что выслали двух дипломатов Чада.", ("SANCTION", ("LVA",), ("TCD",), "asserted")),
        ("Лагос сообщил, что запрещено ввозить рис из Чада.", ("SANCTION", ("NGA",), ("TCD",), "asserted")),
        (
            "Индия запретила импорт мака из Турции в ответ на поддержку Анкарой Пакистана.",
            ("SUPPORT", ("TUR",), ("IND",), "asserted"),
        ),
        ("Китай и Перу провели учения вокруг Тайваня.", ("COOPERATE", ("CHN", "PER"), ("TWN",), "asserted")),
        ("Путин и Токаев провели переговоры. Главы районов договорились.", ("AGREE", ("RUS", "KAZ"), (), "asserted")),
        ("Япония может ввести новые санкции.", ("SANCTION", ("JPN",), (), "hypothetical")),
        ("Японские студенты ввели новые санкции.", ("SANCTION", ("JPN",), (), "asserted")),
        ("Киев предложил Берлину построить завод.", ("REQUEST", ("UKR",), ("DEU",), "asserted")),
        ("В МИД Испании послу Перу вручены цветы.", ("ACCUSE", ("ESP",), ("PER",), "asserted")),
        ("Брянский волк атаковал склад в новой области.", ("ASSAULT", ("RUS",), ("RUS",), "asserted")),
        ("Музей купил у Франции вазу.", ("COOPERATE", (), ("FRA",), "asserted")),
        ("Турецкий банк начал операцию на севере Ирака.", ("ASSAULT", ("TUR",), ("IRQ",), "asserted")),
        ("Завод в Бирмингеме обвинил Пекин.", ("ACCUSE", ("AUS",), ("CHN",), "asserted")),
    ],
)
def test_near_misses(text: str, event: Told) -> None:
    assert event not in read(text)[0]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Гутерриш выразил сожаление в связи с решением Ирана.",
            ("António Guterres", "UN", "в связи с решением Ирана"),
        ),
        ("Лавров подчеркнул: Россия ответит.", ("Sergey Lavrov", "RUS", "Россия ответит")),
        ("Рютте дал понять, что Скопье может вступить.", ("Mark Rutte", "NATO", "Скопье может вступить")),
        (
            "По словам представителя германского ведомства, встреча прошла.",
            ("представитель германского ведомства", "DEU", "встреча прошла"),
        ),
        (
            "Токаев прибыл в Рим, сообщила пресс-служба Акорды. Глава государства предложил создать центр.",
            ("Kassym-Jomart Tokayev", "KAZ", "создать центр"),
        ),
        (
            "Касым-Жомарт Токаев прибыл. Об этом сообщила пресс-служба. Он выразил признательность Узбекистану.",
            ("Kassym-Jomart Tokayev", "KAZ", "Узбекистану"),
        ),
    ],
)
def test_statements(text: str, statement: tuple[str, str | None, str]) -> None:
    assert statement in read(text)[1]


def test_goods_stay_with_their_own_ban() -> None:
    """ "в ответ на запрет на ввоз зерна": the grain is not what the answer bans."""
    text = "Россия запретила ввоз дынь в ответ на запрет Казахстана на ввоз зерна."
    bans = {e.source: [g.text for g in e.goods] for e in read_russian(text).records if isinstance(e, Event)}
    assert bans == {("RUS",): ["дынь"], ("KAZ",): ["зерна"]}
