"""The language of web pages: lines that belong to the page and not to the article. Read by furniture.py."""

__all__ = ["AGENCIES", "CREDITS", "EXACT", "NOTICES", "OUTLET_WORDS", "PLEAS", "RELATED", "ROLES", "SECTIONS", "STARTS"]

# Whole lines, whatever their case and closing marks.
EXACT = (
    "dismiss", "close", "share", "share this", "share this article", "share this story", "share this post",
    "share now", "share article", "share on", "share via", "share on facebook", "share on twitter", "share on x",
    "share on telegram", "share on whatsapp", "share on linkedin", "share options", "save", "save article",
    "save for later", "gift article", "print", "print this page", "print article", "email", "email this", "e-mail",
    "copy link", "copy url", "link copied", "copied", "tweet", "facebook", "twitter", "linkedin", "whatsapp",
    "telegram", "pinterest", "reddit", "instagram", "youtube", "vkontakte", "messenger", "rss", "viber", "threads",
    "bluesky", "read more", "read the full story", "read the full article", "read full article", "continue reading",
    "show more", "load more", "see more", "view more", "learn more", "more", "more details", "full story", "see also",
    "also read", "next", "previous", "next article", "previous article", "next post", "previous post", "back to top",
    "back", "go back", "back to home", "skip to content", "skip to main content", "jump to comments",
    "skip advertisement", "advertisement", "advertisements", "advertising", "ad", "ads", "sponsored",
    "sponsored content", "promoted", "promoted content", "paid content", "paid post", "remove ads", "hide ad",
    "report this ad", "story continues below advertisement", "article continues below advertisement",
    "continues after advertisement", "related", "related articles", "related stories", "related news",
    "related posts", "related topics", "related content", "recommended", "recommended for you", "you may also like",
    "you might also like", "more from this author", "more on this story", "more on this topic", "more on this",
    "more stories", "more news", "most read", "most popular", "trending", "trending now", "editors' picks",
    "editor's picks", "top stories", "latest news", "popular", "subscribe", "subscribe now", "sign up", "sign up now",
    "sign in", "log in", "login", "register", "my account", "donate", "support us", "become a member", "newsletter",
    "newsletters", "subscribe to our newsletter", "sign up for our newsletter", "follow us", "follow",
    "follow us on social media", "contact us", "about us", "advertise with us", "privacy policy", "terms of use",
    "terms of service", "terms and conditions", "cookie policy", "cookie settings", "manage cookies", "accept",
    "accept all", "accept cookies", "accept all cookies", "reject all", "i agree", "got it", "menu", "search", "home",
    "comments", "comment", "leave a comment", "leave a reply", "post a comment", "no comments", "add a comment",
    "join the conversation", "view comments", "listen", "listen to this article", "listen to article", "play",
    "pause", "watch", "watch live", "live", "loading", "tags", "topics", "all rights reserved", "image", "photo",
    "video", "caption", "view gallery", "enlarge", "click to enlarge", "view image in fullscreen", "image credit",
    "getty images", "file photo", "report a typo", "correct a mistake", "font size", "increase font size",
    "decrease font size", "translate", "a+", "a-", "читайте также", "читать также", "читать далее", "читать дальше",
    "читать полностью", "подробнее", "ещё", "еще", "показать ещё", "показать еще", "поделиться",
    "поделиться новостью", "поделитесь", "поделиться в соцсетях", "подписаться", "подписывайтесь", "подпишитесь",
    "подписывайтесь на нас", "реклама", "на правах рекламы", "комментарии", "комментировать", "оставить комментарий",
    "нет комментариев", "распечатать", "печать", "версия для печати", "скопировать ссылку", "ссылка скопирована",
    "по теме", "материалы по теме", "новости по теме", "похожие новости", "другие новости", "главные новости",
    "популярное", "самое читаемое", "теги", "все права защищены", "закрыть", "принять", "войти", "регистрация",
    "меню", "поиск", "главная", "наверх", "вверх", "вконтакте", "одноклассники", "следите за нами", "оқи отырыңыз",
    "бөлісу", "жарнама", "читайте також", "поділитися", "підписатися", "реклама на сайті",
)  # fmt: skip

# Whole lines of up to 160 characters that start or read like this (regular expressions, any case).
STARTS = (
    r"(?:read (?:more|also|next|on)|also read|see also|more on this|more|related(?: articles?| stor(?:y|ies)| news)?"
    r"|watch|listen)\s*[:>»|–—-]\s*\S.*[^.]",
    r"(?:subscribe|sign up|register)\b(?: here| today| now| free)?(?: to| for)?(?: receive| get)?(?: \w+){0,4}"
    r" (?:newsletters?|briefing|updates|mailing list|e-?mail alerts|channel)\b.{0,80}",
    r"follow (?:us|@\S+|our (?:channel|page|account))(?: (?:on|in|at|via)\b.{0,100})?",
    r"join (?:us|our)\b.{0,30}\b(?:on|channel|group|telegram|whatsapp|facebook)\b.{0,60}",
    r"(?:like|find|visit) us on \w.{0,60}",
    r"share (?:this|on|via|to|with)\b.{0,60}[^.]",
    r"download (?:our|the)\b.{0,30}\bapp\b.{0,60}",
    r"click (?:here|on the link|to)\b.{0,100}",
    r"(?:\d[\d.,]*\s?[km]?)\s*(?:shares?|comments?|views?|likes?|reactions?|retweets?|reads|followers)",
    r"(?:shares?|comments?|views?|likes?|reads|просмотр(?:ов|ы)|комментари(?:ев|и)|views)\s*[:(]?\s*\d[\d.,]*\s?[km]?\)?",
    r"\d+\s*(?:просмотр(?:ов|а)?|комментари(?:ев|я|й))",
    r"(?:estimated )?(?:reading|read) time\s*[:–-]?\s*\d+\s*min(?:ute)?s?\.?",
    r"(?:listen to (?:this )?article\s*[(·|-]?\s*)?\d+\s*[- ]?min(?:ute)?s?(?: read| to read|\))",
    r"(?:время чтения|на чтение)\s*[:–-]?\s*\d+\s*мин\w*\.?",
    r"(?:©|\(c\)\s?(?:19|20)\d\d|copyright\s*(?:©|\(c\))?\s*(?:19|20)\d\d|copyright\s*(?:©|\(c\))).{0,120}",
    r".{0,80}\b(?:all rights reserved|все права защищены)[.!]?",
    r"(?:tags|topics|keywords|filed under|categories|теги|рубрика|рубрики|ключевые слова)\s*:\s*.{1,140}[^.]",
    r"(?:page|стр\.|страница)\s+\d{1,4}(?:\s*(?:of|/|из)\s*\d{1,4})?",
    r"[-–—]\s?\d{1,4}\s?[-–—]|(?!(?:19|20)\d\d$)\d{1,4}",
    r"\d{1,4}\s*/\s*\d{1,4}",
    r"home\s*[>›»/|].{1,120}",
    r"главная\s*[>›»/|].{1,120}",
    r"(?:читайте|читать|смотрите|смотри)\s(?:также|еще|ещё|далее|подробнее|другие\b.{0,30})\s*[:>»–—-]?.{0,120}[^.]",
    r"(?:подписывайтесь|подпишитесь|подписаться)\s+(?:на|и)\b.{1,130}",
    r"(?:следите|присоединяйтесь)\b.{1,100}(?:telegram|телеграм\S*|facebook|instagram|youtube|соцсет\S*|канал\S*).{0,40}",
    r"поделиться\s+(?:в|на|с|через)\b.{1,60}",
    r"нашли ошибку\b.{0,140}",
    r"(?:found|spotted|see) (?:a mistake|a typo|an error)\b.{0,120}",
    r"\(?(?:additional )?(?:reporting|writing|editing) by [^.]{3,60};.{0,90}",
    r"\((?:additional )?(?:reporting|writing|editing) (?:and \w+ )?by .{3,140}\)",
    r"with (?:additional )?(?:reporting|contributions?) (?:by|from) [^.]{3,100}\.?",
    r"(?:our standards|purchase licensing rights|suggested topics)\b.{0,80}",
    r"(?:issued|published|modified|updated|posted|last updated)(?: on| at)?\s*:?\s*\d\d?[./-]\d\d?[./-]\d{4}.{0,30}",
    r"join .{2,40}'s .{0,40}(?:telegram|whatsapp|facebook|channel)\b.{0,100}",
    r"a message from .{3,60}:?|dear readers?[,!]?",
    r"(?:#\w+[\s,]*){1,30}",
    r"thanks? (?:you )?for (?:following|reading|joining)\b.{0,80}",
    r"this interview (?:has been|was) (?:lightly )?(?:edited|condensed)\b.{0,80}",
    r"[•*]?\s*this (?:article|story|piece|report|headline) (?:was|has been)(?: \w+)? (?:amended|updated"
    r"|corrected|edited"
    r"|published|translated|produced|generated)\b.*",
    r"(?:(?:найдите|присоединяйтесь|читайте|смотрите|подписывайся|подпишись)\b.{0,60}(?:telegram|телеграм\S*|канал\S*|@\S+"
    r"|дзен\S*|вк|max)|подписывайся\b|подпишись\b|прислать новость).{0,60}",
    r"(?:увидели|заметили|нашли) (?:опечатку|ошибку)\b.{0,120}|выделите (?:фрагмент|текст)\b.{0,80}",
    r"(?:переслано из|forwarded from)\b.{0,60}",
    r"что думаешь\?.{0,40}|оцени(?:те)? (?:материал|статью|новость)\b.{0,40}",
)

# Cookie and consent notes run longer; they are whole lines of up to 600 characters that open in these words.
NOTICES = (
    r"(?:we|this (?:web)?site|our (?:web)?site|\S+\.(?:com|org|net|kz|ru)) uses? cookies\b.*",
    r"by (?:continuing|clicking|using)\b.{0,80}\b(?:you (?:agree|accept|consent)|cookies)\b.*",
    r"(?:мы используем|(?:этот|наш|данный)? ?сайт использует)\b.{0,60}(?:cookie|куки).*",
    r"продолжая (?:использовать|просмотр|пользоваться)\b.*(?:cookie|куки|соглас).*",
    r"your privacy (?:is important to us|choices)\b.*",
    r"this (?:site|form) is protected by recaptcha\b.*",
    r"(?:please )?enable javascript\b.*",
    r"the views expressed in this (?:article|piece|publication|commentary)\b.*",
    r"(?:перепечатка|использование|копирование) материалов\b.*",
    r"the (?:views|opinions)(?: and (?:views|opinions))? (?:expressed|voiced|set out) (?:in|by|here)\b.*",
    r"\S+ (?:has been|was) (?:declared|designated|labell?ed)\b.{0,60}\b(?:undesirable organi[sz]ation|foreign"
    r" agent)s?\b.*",
    r"данное сообщение \(материал\) создано\b.*|(?:настоящий )?материал.{0,20} (?:произвед[её]н"
    r"|создан).{0,80}иностранн\w+"
    r" агент.*",
    r"for (?:ease of reading|the sake of clarity), we (?:choose|use|refer)\b.*",
)

# What asks readers for money or a subscription; a paragraph of up to 600 characters with two of these is such a plea.
PLEAS = (
    r"\b(?:support|donate|contribute|subscri(?:be|bing|ption)|become a member|membership)\b",
    r"\b(?:our (?:work|journalism|readers|(?:online )?newspaper|newsroom|staff|mission|reporting|team)|dear"
    r" readers?)\b",
    r"\b(?:independent|quality|open|free) (?:journalism|media|press|news)\b|\bindependent, quality journalism\b",
    r"\b(?:unprecedented challenges|as little as|monthly basis|make a difference|paywall|full digital access)\b",
    r"\b(?:поддерж(?:ите|ать)|пожертв\w+|донат\w*|оформи(?:те|ть) подписку)\b",
    r"\b(?:наш(?:у|ей|и|их) (?:редакци\w+|работ\w+|журналист\w+|читател\w+)|независим\w+ (?:сми|журналистик\w+))\b",
)

# Headings at the foot of a page with nothing but links to other articles below.
RELATED = (
    "explore more on these topics", "что известно", "смотрите также", "related", "related articles",
    "related stories", "related news", "related posts", "related content",
    "recommended", "recommended for you", "read more", "read next", "more stories", "more news", "more on this story",
    "most read", "most popular", "you may also like", "you might also like", "trending", "trending now",
    "top stories", "latest news", "see also", "editors' picks", "читайте также", "по теме", "материалы по теме",
    "новости по теме", "похожие новости", "другие новости", "популярное", "самое читаемое", "главные новости",
    "читайте також",
)  # fmt: skip

# Lines above a headline that say what sort of text follows.
SECTIONS = frozenset((
    "analysis", "opinion", "opinions", "commentary", "comment", "explainer", "news analysis", "exclusive", "interview",
    "feature", "features", "in depth", "in-depth", "news", "world", "world news", "politics", "conflict", "economy",
    "business", "europe", "asia", "central asia", "south caucasus", "caucasus", "press release", "press releases",
    "statement", "statements", "briefing", "factbox", "live", "live updates", "breaking", "breaking news",
    "top stories",
    "editorial", "blog", "blogs", "column", "insight", "insights", "review", "long read", "diplomacy", "foreign policy",
    "international", "region", "eurasia", "russia", "security", "defence", "defense", "trade", "op-ed", "1 min",
    "2 min",
    "3 min", "4 min", "5 min", "6 min", "7 min", "8 min", "9 min", "10 min", "новости", "политика", "экономика",
    "мнение",
    "мнения", "аналитика", "интервью", "в мире", "мир", "общество", "бизнес", "репортаж", "колонка", "эксклюзив",
    "срочно",
    "главное", "международная панорама", "бывший ссср", "пресс-релиз", "заявление", "комментарий",
))  # fmt: skip

# What opens a picture's credit.
CREDITS = (
    "photo", "photos", "photograph", "image", "images", "picture", "pictures", "pic", "illustration", "graphic",
    "map", "video", "screenshot", "photo credit", "image credit", "picture credit", "credit", "photo source",
    "image source", "фото", "фотография", "иллюстрация", "изображение", "скриншот", "видео", "карта", "сурет",
    "світлина",
)  # fmt: skip

# News agencies as datelines and bylines give them.
AGENCIES = (
    "Reuters", "AP", "AFP", "Bloomberg", "TASS", "Interfax", "Xinhua", "RFE/RL", "UPI", "dpa", "DPA", "EFE", "ANSA",
    "Kyodo", "Yonhap", "Anadolu", "AA", "Trend", "Kazinform", "Sputnik", "RIA Novosti", "RIA", "Ukrinform", "UNIAN",
    "BelTA", "APA", "Azertac", "ANI", "PTI", "IANS", "IRNA", "KUNA", "WAM", "SPA", "CNN", "BBC", "VOA", "DW",
    "Al Jazeera", "UzA", "Kabar", "24.kg", "AKIpress", "Tengrinews", "Zakon.kz", "Inform.kz", "Eurasianet",
    "bne IntelliNews", "CGTN", "Global Times", "Interfax.ru", "Interfax-Kazakhstan", "KazTAG", "Armenpress",
    "Agerpres", "CTK", "PAP", "MTI", "BTA", "Tanjug", "LETA", "РИА Новости", "ТАСС", "Интерфакс",
    "Интерфакс-Казахстан", "Казинформ", "Спутник", "БЕЛТА", "БелТА", "УНИАН", "Укринформ", "КазТАГ", "Рейтер",
    "Синьхуа", "Тенгриньюс",
)  # fmt: skip

# A capitalised name with one of these words is an outlet, not a person.
OUTLET_WORDS = (
    "times", "news", "post", "agency", "press", "daily", "herald", "tribune", "tv", "media", "online", "gazette",
    "journal", "monitor", "observer", "guardian", "telegraph", "review", "radio", "service", "today", "chronicle",
    "weekly", "magazine", "wire", "intellinews", "newspaper", "network", "report", "bulletin", "diplomat",
    "economist", "euractiv", "politico", "новости", "ведомости", "известия", "газета", "коммерсант", "агентство",
    "правда", "вестник", "тв", "радио", "курьер", "courier", "express", "standard", "globe", "mirror", "dispatch",
    "время", "обозреватель", "экспресс", "дело", "труд", "голос", "век", "мир новостей",
)  # fmt: skip

# Parts of a byline that are neither name, place nor outlet.
ROLES = (
    "staff", "staff writer", "staff reporter", "staff correspondent", "correspondent", "reporter", "editor",
    "columnist", "special correspondent", "contributor", "contributing writer", "guest contributor", "news desk",
    "web desk", "opinion", "analysis", "commentary", "exclusive", "news", "world", "politics", "europe", "asia",
    "central asia", "business", "economy", "international", "top news", "корреспондент", "редакция", "новости",
    "политика", "экономика", "в мире", "мир",
)  # fmt: skip
