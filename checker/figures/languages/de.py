"""German."""

from __future__ import annotations

from decimal import Decimal
from math import gcd

from checker.figures.lexicon import (
    Counting,
    Dating,
    Doubtful,
    Lasting,
    Lexicon,
    Per,
    Relating,
    Telling,
    cardinals,
    combined,
    months,
    phrases,
    units,
)
from checker.model import Qualifier

_ONES = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip
_TO_TEN = _ONES | {"zehn": 10, "hundert": 100}
_MULTIPLES = {f"{one}mal": Decimal(value) for one, value in _TO_TEN.items() if value > 1}
_MULTIPLES |= {
    f"{one}{end}": Decimal(value)
    for one, value in _TO_TEN.items()
    if value > 1
    for end in ("fach", "fache", "fachen", "facht")
}
_MULTIPLES |= phrases(("doppelt so|das Doppelte|aufs Doppelte|das Zweifache", Decimal(2)))
_MULTIPLES |= phrases(
    (
        "das Anderthalbfache|das Eineinhalbfache|anderthalbmal so|eineinhalbmal so|anderthalbfach~|eineinhalbfach~",
        Decimal("1.5"),
    ),
    ("das Zweieinhalbfache|zweieinhalbmal so|zweieinhalbfach~", Decimal("2.5")),
)
_PARTS = {
    "Drittel": 3,
    "Viertel": 4,
    "Fünftel": 5,
    "Sechstel": 6,
    "Siebtel": 7,
    "Achtel": 8,
    "Neuntel": 9,
    "Zehntel": 10,
    "Dritteln": 3,
    "Vierteln": 4,
    "Fünfteln": 5,
}
_FRACTIONS = {
    f"{one} {part}": Decimal(top) / bottom
    for part, bottom in _PARTS.items()
    for one, top in (
        ("ein", 1),
        ("einem", 1),
        ("eines", 1),
        ("das", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("sieben", 7),
        ("neun", 9),
    )
    if top < bottom and gcd(top, bottom) == 1
}
_FRACTIONS |= phrases(("zwei Zehntel", Decimal("0.2")), ("vier Zehntel", Decimal("0.4")))
_ORDINALS = {
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "acht": 8,
    "neunt": 9,
    "zehnt": 10,
    "zwanzigst": 20,
}
_FRACTIONS |= {
    f"jede{case} {one}{end}": Decimal(1) / part
    for one, part in _ORDINALS.items()
    for case, end in (("r", "e"), ("", "e"), ("s", "e"), ("n", "en"), ("m", "en"), ("r", "en"))
}
_FRACTIONS |= phrases(("Hälfte", Decimal("0.5")), ("dreiviertel", Decimal("0.75")))

_PEOPLE = r"(?:Einwohner\w{0,5}|Menschen|Personen|Bewohner\w{0,5}|Männer\w?|Frauen|Kinder\w?|Haushalte\w?|Familien|Wohnungen|Beschäftigte\w?|Mitarbeiter\w{0,5}|Schüler\w{0,5}|Studierende\w?|Studenten|Patienten|Mitglieder\w?|Flüchtlinge\w?|Geburten|Lebendgeborene\w?|Versicherte\w?)(?!\w)"

LEXICON = Lexicon(
    code="de",
    decimal_comma=True,
    point_groups=True,
    cardinals=cardinals(
        "1 ein|eine|einer|einem|einen|eins", "10 zehn", "11 elf", "12 zwölf", "13 dreizehn", "14 vierzehn", "15 fünfzehn", "16 sechzehn",
        "17 siebzehn", "18 achtzehn", "19 neunzehn", "100 hundert|einhundert", "200 zweihundert", "300 dreihundert", "400 vierhundert",
        "500 fünfhundert", "600 sechshundert", "700 siebenhundert", "800 achthundert", "900 neunhundert",
        "0.5 eine halbe|einer halben|ein halbes|halbe", "1.5 anderthalb|eineinhalb", "2.5 zweieinhalb", "3.5 dreieinhalb", "4.5 viereinhalb",
        "5.5 fünfeinhalb", "6.5 sechseinhalb", "7.5 siebeneinhalb", "8.5 achteinhalb", "9.5 neuneinhalb", "250000 Viertelmillion", "750000 Dreiviertelmillion", "250000000 Viertelmilliarde",
        "0.25 eine viertel|einer viertel", "0.75 eine dreiviertel|drei viertel",
    )
    | {name: Decimal(value) for name, value in (_ONES | _TENS).items()}
    | combined(_TENS, _ONES, "{o}und{t}"),
    scales=phrases(
        ("Tausend|tausend|Tsd.|Tsd", Decimal("1e3")), ("Millionen|Million|Mio.|Mio|Mill.", Decimal("1e6")),
        ("Milliarden|Milliarde|Mrd.|Mrd|Mia.|Mia", Decimal("1e9")), ("Billionen|Billion|Bio.|Bio", Decimal("1e12")),
        ("Billiarden|Billiarde", Decimal("1e15")), ("Viertelmillion", Decimal("2.5e5")), ("Dreiviertelmillion", Decimal("7.5e5")), ("Viertelmilliarde", Decimal("2.5e8")),
    ),
    currencies=phrases(
        ("US-Dollar|U.S.-Dollar|US-$|Dollar|Dollars", "USD"), ("Euro|Euros|EUR", "EUR"), ("Pfund Sterling|britische Pfund|Pfund", "GBP"),
        ("Schweizer Franken|Franken|Fr.|sFr.", "CHF"), ("Yen", "JPY"), ("chinesische Yuan|Yuan|Renminbi", "CNY"), ("russische Rubel|Rubel", "RUB"),
        ("Tenge", "KZT"), ("Som", "KGS"), ("indische Rupien|Rupien", "INR"), ("schwedische Kronen", "SEK"), ("dänische Kronen", "DKK"),
        ("norwegische Kronen", "NOK"), ("tschechische Kronen", "CZK"), ("Zloty|Złoty", "PLN"), ("Forint", "HUF"), ("türkische Lira|Lira", "TRY"),
        ("kanadische Dollar", "CAD"), ("australische Dollar", "AUD"), ("Hongkong-Dollar", "HKD"), ("Griwna|Hrywnja", "UAH"), ("Rand", "ZAR"),
        ("Quetzales|Quetzal", "GTQ"), ("Lempiras|Lempira", "HNL"), ("Córdobas|Cordobas", "NIO"), ("Balboas|Balboa", "PAB"), ("peruanische Soles|Soles", "PEN"), ("Guaraníes|Guaraní|Guarani", "PYG"),
        ("Bolivianos", "BOB"), ("Bolívares|Bolivares|Bolívar", "VES"), ("Colones", "CRC"), ("mexikanische Pesos|mexikanischen Pesos", "MXN"), ("argentinische Pesos", "ARS"), ("chilenische Pesos", "CLP"),
        ("kolumbianische Pesos", "COP"), ("brasilianische Real|brasilianische Reais|Reais", "BRL"),
        ("D-Mark|Deutsche Mark|DM|Mark", "DEM"),
    ),
    units=units(
        ("Kubikmeter|Kubikmetern|cbm", "m3", "1"), ("Kubikkilometer|Kubikkilometern", "m3", "1e9"), ("Quadratkilometer|Quadratkilometern", "m2", "1e6"),
        ("Quadratmeter|Quadratmetern|qm", "m2", "1"), ("Hektar|Hektaren", "m2", "1e4"), ("Kilometer|Kilometern", "m", "1e3"), ("Meter|Metern", "m", "1"),
        ("Zentimeter|Zentimetern", "m", "0.01"), ("Millimeter|Millimetern", "m", "0.001"), ("Meilen", "m", "1609.344"), ("Seemeilen", "m", "1852"),
        ("Kilogramm|Kilo", "kg", "1"), ("Gramm", "kg", "0.001"), ("Tonnen|Tonne", "kg", "1e3"), ("Megatonnen", "kg", "1e9"), ("Gigatonnen", "kg", "1e12"),
        ("Kilowatt", "W", "1e3"), ("Megawatt", "W", "1e6"), ("Gigawatt", "W", "1e9"), ("Watt", "W", "1"), ("Terawatt", "W", "1e12"),
        ("Kilowattstunden|Kilowattstunde", "Wh", "1e3"), ("Megawattstunden", "Wh", "1e6"), ("Gigawattstunden", "Wh", "1e9"),
        ("Terawattstunden", "Wh", "1e12"), ("Liter|Litern", "L", "1"), ("Hektoliter", "L", "100"), ("Barrel pro Tag|Barrel am Tag|Fass am Tag|Fass pro Tag", "barrel/d", "1"),
        ("Barrel|Fass", "barrel", "1"), ("Grad Celsius", "°C", "1"), ("Kilometer pro Stunde|Stundenkilometer|Stundenkilometern", "km/h", "1"),
        ("Unzen|Feinunzen", "oz", "1"), ("Gigabyte", "B", "1e9"), ("Terabyte", "B", "1e12"), ("Megabyte", "B", "1e6"), ("Volt", "V", "1"), ("Basispunkten|Basispunkte|Basispunkt", "%", "0.01"), ("Pesos", "pesos", "1"),
    ),
    percent=r"(?:Prozentpunkten?(?!\w)|Prozent(?!\w)|v\.[ \u00a0]?H\.)",
    links=r"(?:[ \u00a0](?:an|der|von))?",
    fractions=_FRACTIONS,
    out_of="von",
    out_of_before=r"(?<!ein)(?<!eine)(?<!eine[rsnm])(?<![^0-9]1)",
    not_out_of=r"[ \u00a0](?:und|oder|bis|Jahren|Monaten|Wochen|Tagen|Stunden|Spielen|Punkten)(?!\w)",
    per=Per(
        always="(?:pro|per|von je|auf je)",
        people="je",
        round="auf",
        of=rf"(?:Tsd\.? )?(?:{_PEOPLE}|(?:Todesf|F)älle\w?|Fahrten|km|Kilometer)",
    ),
    not_fraction=r"[ \u00a0](?:(?:der|des|eines?r?|einer)[ \u00a0](?:Jahr|Saison|Spiel|Stunde|Jahrhundert|\d{2,4}er(?!\w)|(?:19|20)\d\d(?!\d))|Stunde|(?:Jahr|Tag|Monat|Woche|Mal)(?:e|en|n)?(?!\w)|nach|vor|(?:19|20)\d\d|des[ \u00a0](?:Jahr|Monat|Geschäftsjahr))",
    not_fraction_before=r"(?:ersten?|zweiten?|dritten?|letzten?|andere[nr]?|dieser|jeder|halbe[nrs]?|im|(?:link|recht|ober|unter|vorder|hinter|nördlich|südlich|östlich|westlich)en?)[ \u00a0]$",
    doubtful_fractions=Doubtful(
        names=r"jede[mn][ \u00a0](?-i:Dritten)",  # whoever is no party
        behind=r"[ \u00a0](?:der|von|unter|davon)(?!\w)",
        before=r"(?<!\w)(?:bei|nur|fast|beinahe|rund|etwa|für)[ \u00a0]$",
    ),
    times=(
        r"-?(?:fache[nrs]?|fach)(?!\w)|[ \u00a0-]?mal(?!\w)(?:(?=[ \u00a0](?:so|mehr|höher|größer|grösser|stärker|teurer|weniger|schneller))|(?=[^.;]{0,40}[ \u00a0](?:gestiegen|gewachsen)))"
        r"|x(?!\w)(?=[ \u00a0]so)"
    ),
    times_with_growth=r"[ \u00a0-]?mal(?!\w)",
    growth=r"(?:gestiegen|stieg\w*|wuchs\w*|gewachsen|Anstieg|vermehrt\w*|erhöht\w*|zugenommen)",
    times_before=r"um das[ \u00a0]$|Faktor[ \u00a0]$",
    multiples=_MULTIPLES,
    doubtful_multiples=Doubtful(
        names=r"[^\W\d_]+mal|(?-i:[^\W\d_]+fache?n?)",
        behind=r"[ \u00a0](?:Menge|Wert|Größe|Preis|Anzahl|Zahl|Umfang|Höhe|Fläche|Dosis|Kosten|Länge|Betrag|Volumen|Masse|Gewicht|Geschwindigkeit|Umsatz|Kapazität|Leistung|Ertrag|Bevölkerung|Breite|so|mehr|weniger|höher|niedriger|größer|grösser|kleiner|stärker|teurer|billiger|schneller|länger|schwerer|häufiger|[a-zäöüß]{3,}er[ \u00a0](?:als|wie))(?!\w)",
        before=r"(?<!\w)(?:das|dem|des|aufs|ums|um|auf|fast|beinahe|rund|mehr als)[ \u00a0]$",
    ),
    to=r"[ \u00a0](?:bis(?: zu)?|und|oder|auf)[ \u00a0](?:rund |etwa |knapp |über |fast )?|[ \u00a0]?[-\u2013\u2014][ \u00a0]?",
    between=r"(?:zwischen|von)[ \u00a0](?:[a-zäöü]+[ \u00a0])?$",
    zero="null",
    worded_money=phrases(("Milliarden-Dollar", (Decimal("1e9"), "USD")), ("Milliarden-Euro", (Decimal("1e9"), "EUR")), ("Millionen-Euro", (Decimal("1e6"), "EUR")), ("Millionen-Dollar", (Decimal("1e6"), "USD"))),
    dating=Dating(
        months=months(
            "januar|jänner|jan", "februar|feber|febr|feb", "märz|mrz", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
            "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
        ),
        use=(
            r"(?:im jahre?|ende|anfang|mitte|stand:?|per ende|per|zum|am|im|in|für|während|von|des jahres|jahres|vom|zu beginn|zum jahresende|jahresende|"
            r"(?:in|bis|zum|am)? ?(?:ende|anfang|mitte) (?:des jahres)?|bis zum jahr|bis|das jahr|dem jahr|jahr|um|gegen ende|zu ende|kalenderjahr|stichtag|seit ende)(?:[ \u00a0](?:ende|anfang|mitte|jahr))?[ \u00a0]$"
        ),
        avoid=(
            r"(?:seit|ab|vor|nach|zwischen|gegenüber|als|als im jahr|gegenüber dem jahr|im vergleich(?: zu)?|verglichen mit|seit dem jahr|seit ende|seit anfang|seit mitte|"
            r"krieg|(?:gesetz|abkommen|vertrag|krise|reform|übereinkommen|richtlinie) (?:von|aus|aus dem jahre?|des jahres)|(?:Niveaus?|Höchststand\w{0,2}|Rekordwert\w{0,2}|Vorkrisenniveau\w?) (?:von|aus|des Jahres|im Jahre?|aus dem Jahre?)|wie|(?:über|unter|gegenüber|zu|als|auf) (?:dem|den|der|das) (?:Wert|Niveau|Stand|Ergebnis|Durchschnitt|Höchststand)\w{0,2}(?: von| aus)?)(?:[ \u00a0](?:ende|anfang|mitte|dem jahr|im jahr|dem|der|den|im|zum|zur))?[ \u00a0]$"
        ),
        opening=(
            r"(?:entstand(?:en)?|startete|stammt aus|eröffnet|fertiggestellt|erbaut|gebaut|errichtet|gegründet|eingeweiht|begonnen|aufgelegt|geschaffen|verabschiedet|beschlossen|eingeführt|eingerichtet|gestartet|entdeckt|übernommen|ins Leben gerufen|in Kraft getreten|in Betrieb(?: genommen| gegangen)?|ans Netz gegangen|"
            r"Inbetriebnahme|Eröffnung|Fertigstellung|Baujahr|Gründung|Einführung|Verabschiedung)(?:,)?(?: (?:im Jahre?|im|am|seit))?[ ]$"
        ),
        opening_after=(
            r"[ ](?:(?!wurden|hat|haben|hatten?|sind|werden)(?-i:[a-zäöüß][\w-]*|[A-ZÄÖÜ][\w-]+)[ ]){0,5}"
            r"(?:in Betrieb(?: genommen| gegangen)?|in Kraft (?:getreten|gesetzt)|ans Netz(?: gegangen| genommen)?|in Dienst gestellt|auf den Markt (?:gekommen|gebracht)|in Produktion gegangen|ins Leben gerufen|an die Börse(?: gebracht| gegangen)?|gekauft|erworben|eröffnet|fertiggestellt|erbaut|gebaut|"
            r"errichtet|gegründet|eingeweiht|gestaut|geflutet|begonnen|aufgelegt|geschaffen|beschlossen|verabschiedet|eingeführt|eingerichtet|eingesetzt|gestartet|erlassen|entdeckt|erfunden|übernommen|aufgekauft|verstaatlicht|privatisiert|umgebaut|saniert|renoviert|etabliert|initiiert|ausgegründet)(?:e[nmrs]?(?=[ ](?-i:(?:(?!(?:die|der|das|den|dem|ein|eine[nmr]?|sie|es|er|man|wir|ich)[ ])[a-zäöüß-]+[ ]){0,2}[A-ZÄÖÜ])))?(?!\w)"
        ),
        plural_before=r"(?:wurden|worden|werden)[ ](?:im Jahre?[ ]|im[ ]|am[ ])?$",
        published=r"(?:teilte|sagte|erklärte|kündigte|gab)(?: \w+){0,3} am[ ]$|(?:Berechnung|Angabe|Bericht|Mitteilung|Pressemitteilung|Meldung|Schätzung|Prognose|Veröffentlichung|Ausgabe)(?:en|n|s|es)? (?:des \w+ |der \w+ )?vom[ ]$|(?:veröffentlicht|vorgelegt|erschienen) am[ ]$",
        small={"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11},
        first_months=r"ersten[ \u00a0](?P<n>[2-9]|1[01]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf)[ \u00a0]Monaten?(?:[ \u00a0]des[ \u00a0]Jahres|[ \u00a0]von)?",
        month_before=r"im[ \u00a0]",
        joined=r"[ \u00a0]?(?:und|bis|bis zum|[-\u2013\u2014/])[ \u00a0]?",
        same=r"(?:de[mrs]|im|zum|vom)[ ]?(?:gleichen|selben|entsprechenden|vergleichbaren)?[ ]?(?<=en[ ])(?:\w*[zZ]eitraums?|(?P<q>\w*[qQ]uartals?)|(?P<m>\w*[mM]onats?)|(?P<h>\w*[hH]albjahre?s?))[ ](?:(?:im|des)[ ]Jahre?s?[ ]|von[ ])?",
        through=r"[ \u00a0]bis(?: zum)?[ \u00a0]",
        quarter=r"(?P<q>ersten?s?|zweiten?s?|dritten?s?|vierten?s?|[1-4]\.|I{1,3}|IV)[ \u00a0](?:Quartals?|Vierteljahrs?)(?:[ \u00a0]des Jahres)?",
        half=r"(?P<h>ersten?s?|zweiten?s?|[12]\.)[ \u00a0](?:Halbjahrs?|Jahreshälfte)(?:[ \u00a0]des Jahres)?",
        ordinals={
            "erste": 1, "ersten": 1, "erstes": 1, "zweite": 2, "zweiten": 2, "zweites": 2, "dritte": 3, "dritten": 3, "drittes": 3, "vierte": 4,
            "vierten": 4, "viertes": 4, "1.": 1, "2.": 2, "3.": 3, "4.": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
        },
        fiscal=r"(?:Geschäftsjahre?s?|Haushaltsjahre?s?|Wirtschaftsjahre?s?|GJ)[ \u00a0]",
        decade=r"er(?:[ \u00a0-]?Jahre?n?)?(?!\w)",
        of="des jahres",
        bare_years=True,
    ),
    telling=Telling(
        hedges={
            Qualifier.AT_LEAST: "mindestens|wenigstens|nicht weniger als|zumindest",
            Qualifier.AT_MOST: "höchstens|bis zu|maximal|nicht mehr als",
            Qualifier.UNDER: "weniger als|unter|unterhalb von|geringer als",
            Qualifier.JUST_UNDER: "fast|knapp|beinahe|nahezu|annähernd|nahe|kaum|etwas weniger als|nicht ganz",
            Qualifier.JUST_OVER: "gut|etwas mehr als|knapp über|etwas über",
            Qualifier.OVER: "mehr als|über|oberhalb von|übersteigt|überstieg|größer als",
            Qualifier.ABOUT: "etwa|rund|ungefähr|circa|zirka|ca.|ca|schätzungsweise|geschätzt|geschätzte|in etwa|gegen|an die",
        },
        fillers="die|der|den|das|dem|einem|einer|einen|ein|eine",
        levels=r"(?:einem |dem |einen |den |einer |noch )?(?:bisherigen |früheren )?(?:Höchststand|Höchstwert|Rekordwert|Rekordstand|Spitzenwert|Tiefststand|Rekord|Niveau|Durchschnitt|Hoch|Tief|Überschuss|Defizit|Verlust|Gewinn|Fehlbetrag|Minus|Plus|Anstieg|Rückgang|Zuwachs) von",
        again=r"oder|also|das sind|das heißt|d\. ?h\.|sprich|das entspricht|was|entsprechend",
        respectively=r"beziehungsweise|bzw\.|respektive",
        versus=(
            r"(?:gegenüber|verglichen mit|im Vergleich zu|im Gegensatz zu|nach|statt|anstelle von|zuvor|nach noch|ausgehend von|höher als|mehr als im|"
            r"(?:stieg|sank|fiel|wuchs|gestiegen|gesunken|gewachsen|gefallen|kletterte)(?:[^.;]|\.(?=\d)){0,60}? von)"
        ),
        compared=r"(?:gegenüber|verglichen mit|im Vergleich zu|nach)",
        origin="von|vom",
        target="auf",
        change=r"(?:An|Ab)stieg\w{0,2}|Zuwachs|Zuw\w+|Zunahme|Abnahme|Rückgang\w{0,2}|Erhöhung|Steigerung|Senkung|Verringerung|Minderung|Plus|Minus|Einbruch|Wachstum|Verlust|Reduzierung|Kürzung",
        to_zero="(?:auf|von|bei)",
        event_nouns=(
            r"\w{0,20}(?:vertrag|kredit|darlehen|abkommen|projekt|deal|strafe|bußgeld|geldbuße|auftrag|übernahme|hilfspaket|paket|spende|zuschuss|anleihe|vereinbarung|kauf|programm|rettungspaket|zusage)s?"
        ),
        event_links="über|von|in Höhe von|mit|im Wert von",
        event_verbs=r"unterzeichnet\w*|zugesagt|versprach\w*|gespendet|spendete|genehmigt\w*|gewährt\w*|bewilligt\w*|belegt|verhängt\w*|übernommen|übernahm|vereinbart\w*|verurteilt\w*|geliehen|lieh|zusagte|sagte [^.;]{0,40} zu",
        weak_verbs=r"angekündigt|kündigte|kaufte|gekauft|verkaufte|verkauft|zahlte|bezahlt|investiert\w*",
        many=r"\w*(?:[kK]redite|[kK]rediten|[zZ]uschüssen?|[sS]tipendien|[sS]penden|[fF]ördermitteln?|[bB]ußgeldern?|[gG]eldbußen|[gG]eldstrafen|[sS]ubventionen|[bB]eihilfen)",
        clause=r"(?:,(?![0-9])(?![ ](?:der|die|das|den|dem)[ ]$)|;|:(?![0-9]))|(?<!\w)(?:und|während|aber|doch|sondern|wobei|obwohl|dann)(?!\w)",
        back=r"(?:Dies\w*|Das|Es)(?!\w)",
    ),
    relative=Relating(
        past=(
            r"(?:noch[ ])?im[ ]Vorjahr(?:eszeitraum|esquartal|esmonat)?|Vorjahr(?:e?s)?|Vorjahr(?:eswert|eszeitraum|esquartal)?(?=:)|(?:i\.[ ]?)?Vj\.(?=[: ])|"
            r"(?:im|ein)[ ](?:Jahr|Monat|Quartal)[ ](?:davor|zuvor|vorher)|(?:im[ ])?(?:vorige|vergangene|letzte|vorherige|vorangegangene)[nms][ ](?:Geschäftsj|J)ahr|vor[ ](?:(?:dem|der)[ ])?(?:(?:Ausbruch|Beginn)[ ](?:der|des)[ ])?(?:\w*krise|Pandemie|\w*[kK]rieg(?:es|s)?|Wende|\w*[rR]eform|Corona(?:-Pandemie|-Krise)?|Covid|Einmarsch|Überfall|Lockdown|Erdbeben|Revolution|Sanktionen)|vor[ ](?:einem[ ]Jahr|(?:zwei|drei|vier|fünf|zehn|zwanzig|[0-9]{1,2})[ ]Jahren)|(?:zwei|drei|vier|fünf|zehn|zwanzig|[0-9]{1,2})[ ]Jahre[ ](?:zuvor|davor|vorher|früher)"
        ),
        compares="gegenüber|als|zum|dem|des|vom|über|unter|wie|seit|bis|mit|ab",
        level=r"(?:\w+jährige[nmrs]?|langjährige[nmrs]?)[ ](?:Mittel|Durchschnitt|Mittelwert)\w{0,2}(?=[ ]von)|(?:Vork(?:risen|riegs)|Vor-?Corona-?)\w*(?:niveau|wert|stand)\w{0,2}(?=[ ]von)|(?:Niveau|Wert|Stand)\w?[ ]vor[ ]der[ ](?:\w*[kK]rise|Pandemie)(?=[ ]von)",
        present="(?:im|am)[ ](?:folgenden|nächsten|darauf[ ]?folgenden)[ ]Jahr|im[ ]Folgejahr|(?:ein|zwei|drei|fünf|zehn)[ ]Jahre?[ ]später|im[ ]Jahr[ ]darauf|bislang|bisher|seitdem|seither|inzwischen|mittlerweile|heute|derzeit|aktuell|gegenwärtig|momentan|jetzt|nunmehr",
        when="als|wo|in[ ]dem",
    ),
    lasting=Lasting(
        since=r"seit|ab",
        level=r"liegt bei|liegen bei|beläuft sich auf|belaufen sich auf|steigt auf|sinkt auf",
        raised=r"(?:wird|wurde|werden|wurden|ist|sind)[^,;:.]{0,60} auf",
        within=r"gilt|gelten|beträgt|betragen|kostet|kosten|beläuft sich|belaufen sich",
        by=r"um|weitere|zusätzlich|insgesamt",
    ),
    counting=Counting(
        durations=frozenset("jahre jahren monate monaten wochen tage tagen stunden minuten sekunden jahrhunderte".split()),
        people=_PEOPLE,
        noun=r"[ \u00a0\n](?:[a-zäöüß][\w-]{1,25}[ \u00a0\n]){0,3}(?P<noun>[A-ZÄÖÜ][\wäöüß-]{2,40})",
        number_of=r"(?:Zahl|Anzahl)(?: der| von| an| aller)? (?:(?-i:[a-zäöüß][\w-]+) ){0,3}(?P<noun>(?-i:[A-ZÄÖÜ])[\w-]{2,40})",
        not_nouns=frozenset(
            "Jahre Jahren Monate Monaten Wochen Tage Tagen Stunden Minuten Sekunden Uhr Seiten Kapitel Mal Prozent Grad Punkte Punkten Tore Jahrhunderte Januar "
            "Februar März April Mai Juni Juli August September Oktober November Dezember Jahr Tag Stunde Ende Anfang Mitte Im In Der Die Das Am".split()
        ),
        before="Einwohnerzahl|Einwohner|Bevölkerung|Mitgliederzahl|Auflage",
        not_before=(
            r"(?:Welle|Fußnoten?|Anmerkungen?|Module?|Kap\.|Zeilen?|Fig\.|Aufgaben?|Fragen?|Autobahn|Raum|Saal|Kategorie|Ausgabe|Heft|Staffel|Folge|Spieltag|Modell|Typ|Serie|Baureihe|Abschnitte?|Seiten?|S\.|Kapitel|Version|Zimmer|Nr\.?|Nummer|Artikel|Art\.|Absatz|Abs\.|§|§§|Abbildung|Abb\.|Tabelle|Tab\.|Band|Bd\.|Teil|"
            r"Punkt|Anhang|Haus|Gleis|Linie|Flug|Klasse|Stufe|Phase|Straße|straße|str\.|weg|platz|allee|gasse|Windows|Platz|Rang|Telefon|Tel\.|ISBN|PLZ|Ziffer|Fassung)[ \u00a0]?$"
        ),
        capitals_name=False,
    ),
)  # fmt: skip
