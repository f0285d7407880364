"""Which language a text is in: its script, then letters that only some languages have, then their commonest words."""

import re
from collections import Counter

__all__ = ["detect"]

SAMPLE = 20_000  # characters from the start: more does not change the answer
MIN_LETTERS = 12  # fewer letters than two words have decide nothing
MIN_WORDS = 0.06  # of the words must be among a language's commonest; running text has 25-45%, lists of names under 5%
MIN_SCRIPT = 0.5  # of the letters
MIN_OWN_LETTERS = 0.02  # of the letters; in running text Kazakh has 15% of its own, Ukrainian 8%, Belarusian 7%

SCRIPTS = (
    ("Latin", "A-Za-zÀ-ɏḀ-ỿ"), ("Cyrillic", "Ѐ-ԯ"), ("el", "Ͱ-Ͽ"), ("hy", "԰-֏"), ("he", "֐-׿"), ("Arabic", "؀-ۿݐ-ݿ"),
    ("hi", "ऀ-ॿ"), ("th", "฀-๿"), ("ka", "Ⴀ-ჿ"), ("ko", "가-힯"), ("ja", "぀-ヿ"), ("zh", "一-鿿"),
)  # fmt: skip
# Letters that Russian does not have, for each Cyrillic language, and the one of them that must be there; in this order.
OWN_LETTERS = (
    ("kk", "әғқұһ", ""), ("tg", "ҳҷӯӣ", ""), ("be", "ўі", "ў"), ("uk", "їєґ", ""), ("ky", "ңөү", ""), ("mk", "ѓќѕ", ""),
    ("sr", "ђћџљњј", ""),
)  # fmt: skip
PERSIAN = "پچژگک"
COMMON_WORDS = {
    "en": "the of and to in a is that for on with as was by it from at his has have be are not said will which this",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden hat",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec aux",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus ha",
    "it": "di e il la che in a per un è del non sono della con una i da le si ha al nel più dei gli anche",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à foi",
    "nl": "de van het een en in is dat op te voor met zijn die niet aan er om ook als door heeft bij uit naar",
    "pl": "w i na z się nie do to że jest o jak po od za przez dla oraz który są ale tym jego przed już",
    "cs": "a v se na je že s z do o k i pro ve za by ale jako po od jsou který podle také však bude",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise en var olduğu dedi ancak göre ne",
    "uz": "va bu bilan uchun ham bir da deb dan ning bo'lgan edi ga haqida esa qilish kerak har o'z yil",
    "az": "və bu bir ki ilə üçün də da olan daha sonra kimi isə onun qeyd edib həm bildirib deyib",
    "ro": "de și în a la cu pe din care o nu să un este pentru mai au fost ca sau prin după",
    "ru": "и в не на что с по он как это его для из от к о за но был а у то или также все после будет со при",
    "uk": "і в не на що з та до за про як його від це у для є із або також був але після буде які",
    "be": "і ў не на што з да па як гэта яго ад для за пра таксама але пасля быў будзе які",
    "bg": "и на в да за от се с не е че са по това като но ще си към до при след има",
    "kk": "мен және бұл үшін деп да де бен бар туралы болып осы сол ол бір еді қазақстан деді керек емес",
    "ky": "жана бул менен үчүн деп да де бир болгон ал ошол эмес керек тууралуу",
    "sr": "и у је да се на за од са не то су као који о али из није ће би",
}  # fmt: skip
# Cyrillic languages in the order in which ties are settled, with the letters of which a text must have one.
CYRILLIC = (("ru", ""), ("uk", "іїє"), ("be", "іў"), ("bg", ""), ("kk", "іәғқұ"), ("ky", "ңөү"), ("sr", "јљњ"))
RUSSIAN_LETTERS = "ыэё"  # not in Bulgarian, Ukrainian or Serbian
NOT_LATIN = {"ru", "uk", "be", "bg", "kk", "ky", "sr"}
WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
# English shows in a headline's words too: "Senate misses vote deadline".
ENGLISH = re.compile(r"(?:\w*(?:th|wh|gh|ck|oo|ea|ee)\w*|\w+(?:ing|ed|tion|ment|ly|ss|sh|ts|['’]s))")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(text: str) -> str:
    """The language's ISO 639-1 code, or "und" where a text is too short or its words are not known here."""
    sample = text[:SAMPLE].casefold()
    counts = {name: len(re.findall(f"[{span}]", sample)) for name, span in SCRIPTS}
    total = sum(counts.values())
    if counts["ja"]:  # kana stand among Chinese characters
        counts["ja"] += counts.pop("zh")
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < MIN_SCRIPT * total or (total < MIN_LETTERS and script not in ("zh", "ja", "ko")):
        return "und"
    if script == "Arabic":
        return "fa" if sum(sample.count(c) for c in PERSIAN) >= MIN_OWN_LETTERS * total else "ar"
    if script == "Cyrillic":
        return _by_own_letters(sample, total) or _cyrillic(sample)
    return _latin(sample) if script == "Latin" else script


def _by_own_letters(sample: str, total: int) -> str | None:
    for language, letters, needed in OWN_LETTERS:
        if needed in sample and sum(sample.count(c) for c in letters) >= MIN_OWN_LETTERS * total:
            return language
    return None


def _cyrillic(sample: str) -> str:
    """By the commonest words; Russian where nothing speaks for another."""
    words = Counter(WORD.findall(sample))
    russian = any(c in sample for c in RUSSIAN_LETTERS)
    able = [name for name, letters in CYRILLIC if not letters or any(c in sample for c in letters)]
    scores = {name: sum(words[word] for word in WORDS[name]) for name in able if name in ("ru", "be") or not russian}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > scores["ru"] + 1 else "ru"


def _latin(sample: str) -> str:
    """By the commonest words; a short text in plain letters with English word shapes is English."""
    words = Counter(WORD.findall(sample))
    scores = {name: sum(words[word] for word in known) for name, known in WORDS.items() if name not in NOT_LATIN}
    best = max(scores, key=lambda name: scores[name])
    plain = all(c.isascii() or not c.isalpha() for c in sample)
    if plain and scores[best] <= scores["en"] + 1 and any(ENGLISH.fullmatch(word) for word in words):
        return "en"
    return best if scores[best] >= max(1, MIN_WORDS * words.total()) else "und"
