"""English."""

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

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = phrases(
    ("thousand", Decimal("1e3")), ("million|millions|mn|mln", Decimal("1e6")),
    ("billion|billions|bn|bln|thousand million", Decimal("1e9")), ("trillion|trillions|tn|trn|lakh crore", Decimal("1e12")),
    ("lakh|lakhs|lac|lacs", Decimal("1e5")), ("crore|crores", Decimal("1e7")), ("hundred thousand", Decimal("1e5")),
    ("dozen", Decimal(12)),
)  # fmt: skip
_NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "rouble": "RUB", "ruble": "RUB", "yen": "JPY", "rupee": "INR",
}  # fmt: skip
_WORDED = {
    f"{scale}-{name}": (Decimal(value), code)
    for scale, value in (("million", "1e6"), ("billion", "1e9"), ("trillion", "1e12"))
    for name, code in _NAMES.items()
}
_MULTIPLES = {f"{one}fold": Decimal(value) for one, value in _ONES.items() if value > 1}
_MULTIPLES |= {f"{one}-fold": Decimal(value) for one, value in _ONES.items() if value > 1}
_MULTIPLES |= {"tenfold": Decimal(10), "ten-fold": Decimal(10), "hundredfold": Decimal(100)}
_MULTIPLES |= phrases(
    ("twice as|twice the|twice its|twice that|twice what", Decimal(2)), ("thrice the|thrice as", Decimal(3))
)
_PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "tenths": 10, "eighths": 8, "sixths": 6, "seventh": 7, "sevenths": 7, "ninth": 9,
}  # fmt: skip
_FRACTIONS = {"half": Decimal("0.5"), "one half": Decimal("0.5"), "one-half": Decimal("0.5")}
_FRACTIONS |= {
    f"one {link} {name}": Decimal(1) / number
    for link in ("in", "out of")
    for name, number in (("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("ten", 10))
}
_FRACTIONS |= {
    f"{one}{gap}{part}": Decimal(top) / Decimal(bottom)
    for one, top in (
        ("a", 1),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("seven", 7),
        ("nine", 9),
    )
    for part, bottom in _PARTS.items()
    for gap in (" ", "-")
    if top < bottom and gcd(top, bottom) == 1 and (part.endswith("s") == (top > 1))
}
_FRACTIONS |= {
    f"every {name}": Decimal(1) / number
    for name, number in (
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("tenth", 10),
    )
}
_FRACTIONS |= phrases(("two tenths|two-tenths", Decimal("0.2")), ("four tenths|four-tenths", Decimal("0.4")))
_COUNT_NOUN = (
    r"[ \u00a0\n](?:[a-zA-Z][\w'’-]{0,20}[ \u00a0\n]){0,3}?"
    r"(?P<noun>[A-Za-z][a-z-]{1,24}(?:[^s\W\d_]s|ies|ches|sses|xes)(?![\w-])|people|men|women|children|deaths|cattle|sheep|livestock|staff|police|"
    r"troops|fish|aircraft|personnel|households|persons|poor|cases|homeless|unemployed|refugees)(?!\w)"
)
_GLUED_BEFORE = (
    r"(?:(?:new|more|other|extra|additional|foreign|young|poor|registered|active|monthly|daily|rural|urban|displaced|unemployed)[ \u00a0])?"
    r"(?:people|persons|men|women|children|deaths|cattle|sheep|staff|"
    r"(?!(?:sprints?|waves|races|swells|poles|boats|yachts|ships|walls|fences|trees|cables|ropes|pools|steps|sections|lengths|intervals|"
    r"towers|buildings|blocks|ladders|pipes|strips|lanes|was|is|has|does|its|this|as|less|across|towards|always|perhaps|thus)(?!\w))"
    r"[a-z][a-z-]{1,24}(?:[^s\W\d_]s|ies|ches|sses|xes))(?![\w-])"
)
_EVENTS = (
    "agreement|deal|project|contract|loan|grant|bailout|bail-out|acquisition|merger|purchase|investment package|package|programme|program|"
    "pipeline|plant|facility|credit line|line of credit|fine|settlement|takeover|order|penalty|donation|gift|rescue|bond|tender|"
    "ransom|payout|refund|lawsuit|bid|buyout|stake|initiative|scheme|aid package|lawsuit"
)

_PEOPLE = r"(?:people|persons|inhabitants|residents|men|women|children|girls|boys|households|families|dwellings|homes|employees|workers|students|pupils|patients|voters|migrants|refugees|deaths|births)(?!\w)"

LEXICON = Lexicon(
    code="en",
    decimal_comma=False,
    point_groups=False,
    cardinals=cardinals(
        "10 ten", "11 eleven", "12 twelve", "13 thirteen", "14 fourteen", "15 fifteen", "16 sixteen", "17 seventeen",
        "18 eighteen", "19 nineteen", "100 hundred|a hundred|one hundred", "0.5 half a|half-a", "1.5 one and a half|one-and-a-half",
        "2.5 two and a half|two-and-a-half", "1 a|an|one", "200 two hundred", "300 three hundred", "400 four hundred", "500 five hundred",
        "600 six hundred", "700 seven hundred", "800 eight hundred", "900 nine hundred",
    )
    | {name: Decimal(value) for name, value in (_ONES | _TENS).items()}
    | {f"{one}{gap}and{gap}a{gap}half": Decimal(value) + Decimal("0.5") for one, value in _ONES.items() for gap in " -"}
    | {f"{part} of a": share for part, share in _FRACTIONS.items() if share * 1000 % 1 == 0 and part.startswith(("a ", "half", "one-", "three"))}
    | combined(_TENS, _ONES, "{t}-{o}") | combined(_TENS, _ONES, "{t} {o}"),
    scales=_SCALES,
    currencies=phrases(
        ("us dollars|u.s. dollars|us dollar|u.s. dollar|american dollars|dollars|dollar", "USD"), ("euros|euro", "EUR"),
        ("pounds sterling|pounds|pound sterling", "GBP"), ("japanese yen|yen", "JPY"), ("chinese yuan|yuan|renminbi|rmb", "CNY"),
        ("russian roubles|russian rubles|roubles|rouble|rubles|ruble", "RUB"), ("tenge|tenges", "KZT"), ("kyrgyz som|som|soms", "KGS"),
        ("uzbek sums|uzbek soms", "UZS"), ("indian rupees|rupees|rupee", "INR"), ("pakistani rupees", "PKR"),
        ("swiss francs|francs", "CHF"), ("canadian dollars", "CAD"), ("australian dollars", "AUD"), ("hong kong dollars", "HKD"),
        ("new zealand dollars", "NZD"), ("singapore dollars", "SGD"), ("south korean won|won", "KRW"), ("turkish lira|lira|liras", "TRY"),
        ("hryvnia|hryvnias", "UAH"), ("zloty|zlotys|zlotych", "PLN"), ("mexican pesos", "MXN"), ("argentine pesos", "ARS"),
        ("brazilian reais|reais", "BRL"), ("rand", "ZAR"), ("naira", "NGN"), ("shekels", "ILS"), ("swedish kronor|kronor", "SEK"),
        ("norwegian kroner", "NOK"), ("danish kroner", "DKK"), ("somoni", "TJS"), ("manat", "AZN"), ("dirhams", "AED"),
        ("riyals", "SAR"), ("rupiah", "IDR"), ("baht", "THB"), ("dong", "VND"), ("taka", "BDT"), ("forints|forint", "HUF"),
        ("korunas|koruna", "CZK"), ("lei", "RON"), ("cfa francs|cfa", "XOF"), ("egyptian pounds", "EGP"), ("lebanese pounds", "LBP"), ("kenyan shillings", "KES"),
        ("tanzanian shillings", "TZS"), ("ugandan shillings", "UGX"), ("ethiopian birr|birr", "ETB"), ("ghanaian cedis|cedis", "GHS"), ("kwacha", "ZMW"), ("ringgit", "MYR"),
        ("guatemalan quetzals|quetzals|quetzales", "GTQ"), ("lempiras", "HNL"), ("nicaraguan córdobas|nicaraguan cordobas|córdobas|cordobas", "NIO"), ("balboas", "PAB"), ("peruvian soles|nuevos soles|soles", "PEN"),
        ("guaranis|guaraníes|guaranies", "PYG"), ("bolivianos", "BOB"), ("bolivars|bolívares|bolivares", "VES"), ("costa rican colones|colones|colons", "CRC"), ("dominican pesos", "DOP"), ("uruguayan pesos", "UYU"), ("cuban pesos", "CUP"), ("gourdes", "HTG"),
        ("chilean pesos", "CLP"), ("colombian pesos", "COP"), ("philippine pesos", "PHP"), ("iraqi dinars", "IQD"), ("moroccan dirhams", "MAD"), ("new taiwan dollars", "TWD"),
    ),
    units=units(
        ("billion cubic metres|billion cubic meters", "m3", "1e9"), ("million cubic metres|million cubic meters", "m3", "1e6"),
        ("trillion cubic metres|trillion cubic meters", "m3", "1e12"), ("cubic metres|cubic meters|cubic metre|cubic meter", "m3", "1"),
        ("cubic kilometres|cubic kilometers", "m3", "1e9"), ("cubic feet|cubic foot", "m3", "0.028316846592"),
        ("square kilometres|square kilometers|square kilometre|square kilometer", "m2", "1e6"),
        ("square metres|square meters|square metre|square meter", "m2", "1"), ("square miles", "m2", "2589988.110336"),
        ("square feet", "m2", "0.09290304"), ("hectares|hectare", "m2", "1e4"), ("acres|acre", "m2", "4046.8564224"),
        ("kilometres|kilometers|kilometre|kilometer|kms", "m", "1e3"), ("metres|meters|metre|meter", "m", "1"),
        ("centimetres|centimeters", "m", "0.01"), ("millimetres|millimeters", "m", "0.001"), ("miles|mile", "m", "1609.344"),
        ("nautical miles", "m", "1852"), ("feet|foot", "m", "0.3048"), ("inches", "m", "0.0254"), ("kilograms|kilogrammes|kilos", "kg", "1"), ("grams", "kg", "0.001"),
        ("tonnes|tonne|metric tons|metric tonnes|tons|ton", "kg", "1e3"), ("kilotonnes|kilotons", "kg", "1e6"),
        ("megatonnes|megatons", "kg", "1e9"), ("gigatonnes|gigatons", "kg", "1e12"), ("watts", "W", "1"), ("kilowatts", "W", "1e3"),
        ("megawatts|megawatt", "W", "1e6"), ("gigawatts|gigawatt", "W", "1e9"), ("kilowatt-hours|kilowatt hours", "Wh", "1e3"),
        ("megawatt-hours|megawatt hours", "Wh", "1e6"), ("gigawatt-hours|gigawatt hours", "Wh", "1e9"),
        ("terawatt-hours|terawatt hours", "Wh", "1e12"), ("litres|liters|litre|liter", "L", "1"), ("gallons", "gallon", "1"),
        ("barrels per day|barrels a day|barrels of oil per day|barrels of oil a day", "barrel/d", "1"), ("barrels|barrel", "barrel", "1"),
        ("degrees celsius|degrees centigrade", "°C", "1"), ("degrees fahrenheit", "°F", "1"), ("troy ounces|ounces", "oz", "1"),
        ("bushels", "bushel", "1"), ("kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour", "km/h", "1"),
        ("miles per hour|miles an hour", "mph", "1"), ("gigabytes", "B", "1e9"), ("terabytes", "B", "1e12"), ("megabytes", "B", "1e6"),
        ("joules", "J", "1"), ("volts", "V", "1"), ("parts per million", "ppm", "1"), ("basis points|basis point|bps", "%", "0.01"), ("pesos", "pesos", "1"),
    ),
    percent=r"(?:per[ \u00a0]?cents?(?!\w)|percentage[ \u00a0]points?|pct\.?(?!\w)|pp(?!\w))",
    links=r"(?:[ \u00a0]of)?",
    fractions=_FRACTIONS,
    glued_letters=r"(?:(?<=[0-9])[mk](?=[ \u00a0]))|[ \u00a0]?m\.(?=[ \u00a0])",
    glued_before=_GLUED_BEFORE,
    out_of="in|out of|in every|out of every",
    not_out_of=r"[ \u00a0-](?:and|or|to|years?|months?|weeks?|days?|hours?|minutes?|decades?|centur|games?|match|attempts?|of(?![ \u00a0](?:them|those|these|all|whom)))(?!\w)",
    per=Per(always="(?:per|(?:for|in|of|out of)? ?every|for each)"),
    not_fraction=(
        r"[ \u00a0-](?:an?[ \u00a0]|of[ \u00a0]a[ \u00a0](?:million|billion|trillion)(?!-)|hours?|days?|years?|centur|decades?|months?|time|way|past|brother|sister|life|party|parties|world|finals?|"
        r"country|countries|person|reich|reading|degree|and a|million|billion|dozen|20\d\d|19\d\d|of[ \u00a0](?:the[ \u00a0])?(?:(?:financial|fiscal|calendar)[ \u00a0])?(?:20\d\d|19\d\d|year|century|"
        r"season|match|game|decade|month)(?!\w))|-[a-z]"
    ),
    not_fraction_before=(
        r"(?:first|second|third|fourth|last|latter|other|this|next|each|every|final|previous|better|and a|\d|top|bottom|upper|lower|(?:left|right)[ -]hand|the (?:left|right|front|rear|back)|inner|outer|"
        r"northern|southern|eastern|western|second and|second or|second,|two,? and)[ \u00a0-]$"
    ),
    doubtful_multiples=Doubtful(
        names=r"(?:two|three|four)-?fold",
        behind=r"[ \u00a0](?:increase|rise|growth|jump|drop|decline|decrease|fall|expansion|improvement|difference|reduction|higher|more|greater|larger|faster|since|over|between|from|to|in|by|as|compared|within|during)(?!\w)",
        before=r"(?<!\w)(?:ris\w+|rose|gr[eo]w\w*|increas\w+|expand\w*|multipl\w+|jump\w*|climb\w*|soar\w*|surg\w+|up|f[ae]ll\w*|more than|almost|nearly|over|about|least)[ \u00a0]$",
    ),
    doubtful_fractions=Doubtful(
        names=r"half|a[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)",
        behind=(
            r"\s*(?:[^\w\s-]|$)|[ \u00a0\n](?:of|as|to|from|in|into|since|between|over|by|on|at|during|above|below|under|up|down|off|out|through|within|against|and|or|but|than|with|for|if|that|"
            r"who|which|when|while|after|before|because|the|this|its|his|her|their|our|your|my|these|those|what|all|again|last|next|each|every|compared|now|today|more|less|fewer|higher|lower|"
            r"larger|smaller|greater|bigger|faster|slower|cheaper|dearer|longer|shorter|older|younger|wider|narrower|heavier|lighter|richer|poorer|stronger|weaker|deeper|better|worse|"
            r"is|are|was|were|has|have|had|will|would|could|should|may|might|can|do|did|does|said|say|says|live|lived|lives|work|worked|agreed?|think|thought|want|wanted|own|owned|come|came|go|went|"
            r"remain|remained|died?|left|lost|share|stake|interest|majority|each|plus|[0-9$€£]+)(?![^\W_])"
        ),
        before=r"(?<!\w)(?:almost|nearly|roughly|approximately|around|more than|less than|over|close to)[ \u00a0]$",
    ),
    times=(
        r"[ \u00a0](?:times|fold)(?!\w)(?=[ \u00a0](?:more|as|higher|larger|greater|bigger|faster|lower|less|fewer|smaller|longer|stronger|older|richer|the|its|their|his|her|"
        r"that|those|what|over|above|cheaper|costlier|better|worse|wider|deeper)(?!\w))|(?<!two)(?<!three)(?<!four)-?fold(?!\w)|x(?!\w)(?!\s?[0-9])"
    ),
    times_with_growth=r"[ \u00a0]times(?!\w)(?![ \u00a0](?:an?|per|each|every)[ \u00a0])",
    growth=r"(?:ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)|growth|increas\w+|expand\w*|multipl\w+|jump\w*|climb\w*|soar\w*|surg\w+|up|swell\w*|decreas\w+|f[ae]ll\w*)",
    times_before=r"(?<!\w)(?:multiplied by|factor of)[ \u00a0]$",
    multiples=_MULTIPLES,
    to=r"[ \u00a0](?:to|and|or)[ \u00a0](?:just |some |about |around |nearly |almost |over )?|[ \u00a0]?[-\u2013\u2014][ \u00a0]?",
    between=r"(?:between|from)[ \u00a0](?:[a-z]+[ \u00a0])?$",
    zero="zero|nil|nothing",
    and_half=r"[ \u00a0]and[ \u00a0]a[ \u00a0]half(?!\w)",
    worded_money=_WORDED,
    dating=Dating(
        months=months(
            "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
            "september|sept|sep", "october|oct", "november|nov", "december|dec",
        ),
        use=(
            r"(?:(?:as of |as at |at |by |in )?(?:the )?(?:year-)?end|back in|as of|as at|by the end of|at the end of|by end|by late|by early|by mid|at end|end of|close of|start of|beginning of|by the close of|"
            r"by|in|during|for|over|of|on|throughout|around|at|within|in the year|the year|year ended|year to|year ending|period to|"
            r"(?:in|by|of|since)? ?(?:early|mid|late)|calendar|dated|in the whole of|in all of|for all of)(?:[ \u00a0]the)?(?:[ \u00a0](?:years?|month|week|quarter|fiscal year|financial year|academic year|school year|period|season|cycle|biennium)(?:[ \u00a0](?:of|to|ended|ending))?)?[ \u00a0-]$"
        ),
        avoid=(
            r"(?:since|until|till|through|before|after|from|between|than in|than|prior to|compared (?:with|to)|against|versus|as in|as during|"
            r"to|ever since|starting in|beginning in|born in|"
            r"(?:that|those)(?: of| in| for)?|(?:above|below|than|over|on|from|to|with) (?:the |its )(?:level|figure|total|peak|value|rate|same period)(?: of| in| recorded in| seen in)?|(?:act|law|treaty|war|accord|agreement|crisis|reform|bonds?|percents|funded loan|convention) of|elected in|"
            r"(?:increase|decrease|rise|gain|growth|reduction|excess|advance|decline|drop|improvement) of [$€£]?[0-9][^.;]{0,24}? over(?: that of| those of)?(?: the)?(?: (?:fiscal |financial )?year)?|"
            r"(?:levels?|highs?|lows?|peaks?) (?:of|(?:last )?(?:seen|recorded|reached|set) in)|dating from|up (?:on|from)|down (?:on|from))"
            r"(?:[ \u00a0](?:early|late|mid|end|the end of|the start of))?[ \u00a0-]$"
        ),
        opening=(
            r"(?P<plural>(?:were|been|being) )?(?:started|established|(?:re)?founded|(?:re)?built|(?:re)?launched|(?:re)?opened|adopted|enacted|created|introduced|completed|set up|passed|instituted|instigated|initiated|ratified|promulgated|acquired|taken over|nationali[sz]ed|privati[sz]ed|discovered|invented|patented|(?:first )?listed|floated|unveiled|chartered|endowed|renovated|refurbished|restored|commissioned|inaugurated|filled|finished|constructed|"
            r"erected|begun|began|formed|incorporated|(?:came|went|gone|put|entered|brought|taken|signed)(?: in| on| into)?(?: to)? (?:service|operation|force|effect|use|stream|line|law|online|onstream|live|public|production|operations)|began (?:operating|operations|production|commercial operations?)|started (?:up|operating|operations|production)|connected to the grid|hooked up|(?:launch|opening|founding|foundation|creation|introduction|completion|inception|independence|establishment|adoption|enactment)|went public|opened its doors|came into being|(?-i:^(?!Compared|Based|Conducted|Held|Published|Asked|Measured|Adjusted|Interviewed|Surveyed|Polled|Recorded|Released|Presented|Carried|United|Need|Indeed|Hundred|Speed|Collected|Seen|When|Then|Between|Even|Often|Men|Women|Children)[A-Z][a-z]+(?:ed|ght|ld|ken|wn))(?: [a-z][\w'’-]*){1,5})(?: (?:in|at|by|as)(?: [\w.'’-]+){1,4})?(?: (?:in|on|since|back in|between|from))?(?: (?:the year|early|late|mid))?[ -]$"
        ),
        published=r"(?:said|says|announced|stated|told (?:[a-z]+ ){1,3}|published|released|issued|updated|posted|(?:report|statement|release|article|letter|communiqué|bulletin|estimates?|calculations?|figures) (?:of|from|dated))(?: on)?[ ]$",
        small={"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11},
        first_months=r"first[ \u00a0](?P<n>[2-9]|1[01]|two|three|four|five|six|seven|eight|nine|ten|eleven)[ \u00a0]months(?:[ \u00a0]of)?",
        month_before=r"(?:in|for|during)[ \u00a0]",
        joined=r"[ \u00a0]?(?:and|to|through|until|[-\u2013\u2014])[ \u00a0]?",
        same=r"the[ ]same[ ](?:period|(?P<q>quarter)|(?P<m>month)|(?P<h>half))[ ](?:of|in)[ ](?:the[ ]year[ ])?",
        through=r"[ \u00a0](?:to|through)[ \u00a0]",
        quarter=r"(?:the[ \u00a0])?(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th)[ \u00a0-]quarter(?:[ \u00a0]of)?",
        half=r"(?:the[ \u00a0])?(?P<h>first|second|1st|2nd)[ \u00a0-]half(?:[ \u00a0]of)?|H(?P<h2>[12])",
        ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
        fiscal=r"(?:FY[ \u00a0]?|(?:fiscal|financial)(?:[ \u00a0]year)?[ \u00a0])",
        decade=r"s(?!\w)",
        of="of|,",
        after=r"[ \u00a0](?:(?:US|U\.S\.|constant|real)[ \u00a0])?(?:dollars|prices)(?!\w)|[ \u00a0](?:levels?|baseline|benchmark|highs?|lows?|peaks?)(?!\w)",
        attributive=(
            r"[ \u00a0](?:annual |total |gross |net |government |federal |state |fiscal )*(?:revenues?|budget|exports?|imports?|gdp|sales|output|production|census|"
            r"figures?|data|totals?|trade|turnover|deficit|surplus|survey|estimates?|profits?|earnings|harvest|emissions|spending|prices?|population)(?!\w)"
        ),
    ),
    telling=Telling(
        hedges={
            Qualifier.AT_LEAST: "at least|no less than|no fewer than|not less than|a minimum of|minimum of|upwards of",
            Qualifier.AT_MOST: "at most|up to|no more than|not more than|as much as|as many as|a maximum of|maximum of|capped at",
            Qualifier.UNDER: "less than|fewer than|below|under|lower than",
            Qualifier.JUST_UNDER: "nearly|almost|just under|close to|just short of|just below|approaching|slightly less than|a little under|slightly under|not quite",
            Qualifier.JUST_OVER: "just over|slightly more than|slightly over|a little more than|just above|a little over",
            Qualifier.OVER: "exceeded|exceeds|exceeding|exceed|more than|over|above|in excess of|surpassed|surpassing|topped|topping|greater than|well over|upward of",
            Qualifier.ABOUT: "around|about|roughly|approximately|approx.|approx|some|circa|ca.|an estimated|estimated|estimated at|in the region of|on the order of|something like",
        },
        hedges_after={
            Qualifier.AT_LEAST: r"[ \u00a0]or (?:more|higher|above|over)",
            Qualifier.AT_MOST: r"[ \u00a0]or (?:less|lower|fewer|under)",
            Qualifier.ABOUT: r"[ \u00a0]or so",
        },
        fillers="the|a|an|its|just",
        levels=r"(?:the |an? |its |their )?(?:(?:all-time|previous|record|post-war|earlier|long-term) )?(?:peak|high|low|record|maximum|minimum|average|level|(?:net )?(?:surplus|deficit|loss|profit|income)|total|figure|rise|fall|drop|growth|decline|increase|decrease|gain)(?: level)? of",
        again=r"or|i\.e\.|that is|equal to|equivalent to|equivalent of|representing|meaning",
        respectively=r"respectively",
        versus=(
            r"(?:(?:up|down|rose|risen|rising|rises|grew|grown|growing|fell|fallen|falling|dropped|increased|increasing|decreased|declined|declining|jumped|climbed|"
            r"rise|growth|drop|decline|increase|soared|shrank|shrunk|plunged|sank|went|gone|improved|expanded|contracted|slipped|decrease|fall|recovered|"
            r"swelled|halved|doubled|tripled|quadrupled|slump(?:ed)?|tumbled|crashed|collapsed|cut|reduced|raised|lifted|narrowed|widened|rebounded|edged|inched|ticked|eased|accelerated|slowed|cooled|surged|leapt|slid)(?![a-z])(?:[^.;]|\.(?=\d)){0,60}?(?<![a-z])from|(?<![a-z])to [$€£]?[0-9][^;,.]{0,40}?(?<![a-z])from|compared (?:with|to)|up from|down from|against|versus|vs\.?|than the|"
            r"instead of|rather than|not the|relative to|after)"
        ),
        compared=r"(?:compared (?:with|to)|against|versus|vs\.?|than the|relative to|rather than|instead of)",
        origin="from",
        target="to",
        moves=r"went|gone|go(?:es|ing)?|dropp?\w*|declin\w+|slid|slipp\w+|shr[aiu]nk\w*|cut|reduc\w+|improv\w+|tumbl\w+|mov\w+|rais\w+|lower\w+",
        to_zero="(?:to|from|at|reached|near)",
        event_nouns=_EVENTS,
        event_links="worth|of|for|valued at|totalling|totaling",
        event_verbs=(
            r"signed|sign|pledged|pledges|promised|donated|awarded|acquired|fined|borrowed|lent|loaned|agreed|approved|granted|committed|raised|settled|sued|"
            r"bequeathed|paid a fine|bailed out|won a|secured|killed (?:by|in)"
        ),
        weak_verbs=r"announced|bought|sold|paid|unveiled|proposed|offered|provided|extended",
        many=r"(?:micro)?(?:loans|credits|grants|subsidies|scholarships|bursaries|donations|gifts|fines|penalties|awards)",
        clause=r"(?:,(?![0-9])(?![ ][a-z]{3,14}(?:ed|aid|ent|ld|wn|en)[ ]$)|;|:(?![0-9]))|(?<!\w)(?:and|while|but|whereas|which|who|although|though|when|then)(?!\w)",
        back=r"(?:This|That|These|Those|It|The (?:deal|agreement|project|loan|sum|amount|figure|contract))(?!\w)",
    ),
    relative=Relating(
        past=(
            r"(?:(?:in|during)[ ])?(?:the[ ])?(?:same[ ](?:period|quarter|month)[ ](?:(?:of|in)[ ])?)?(?:the[ ])?(?:previous|prior|preceding|last)[ ](?:financial[ ]|fiscal[ ])?(?:year|quarter|month)(?!['’])|"
            r"(?:an?|one|two|three|four|five|six|ten|twenty|several|some|many|[0-9]{1,2})[ ](?:year|month|quarter|decade|generation)s?[ ](?:earlier|ago|previously|before(?![ ](?:the|that)))|the[ ]year[ ]before|before[ ](?:the[ ])?(?:(?:outbreak|start|onset)[ ]of[ ](?:the[ ])?)?(?:[a-z0-9-]+[ ])?(?:crisis|pandemic|war|revolution|reforms?|outbreak|lockdowns?|invasion|coup|(?:earth)?quake|crash|recession|slump|sanctions|covid(?:-19)?|brexit|independence)|twelve[ ]months[ ]earlier"
        ),
        compares="than|on|from|over|with|to|against|versus|by|above|below|of|as|exceeding|since|until",
        level=r"(?:[a-z]+|[0-9]+)-(?:year|month|decade|term|run)[ ](?:average|mean)(?=[ ]of)|pre-(?:crisis|pandemic|war|covid|recession|independence)[ ](?:level|peak|rate|average|figure|value|total|high)s?(?=[ ]of)",
        present=r"(?:the[ ])?(?:following|next)[ ](?:year|month|quarter)|(?:an?|two|three|five|ten)[ ]years?[ ]later|so[ ]far(?![ ](?:as|this|in))|to[ ]date|as[ ]yet|since[ ]then|since(?=[.,;)])|now|today(?!['’])|currently|at[ ]present|nowadays|these[ ]days|at[ ]the[ ]moment",
        when="when|at[ ]which[ ]point",
    ),
    lasting=Lasting(
        since=r"since|from|starting|beginning",
        level=r"is|are|was|were|stands? at|stood at|amounts? to|costs?|set at|fixed at|will be|(?:has|have) been(?: set at| fixed at)?|pays?|receives?|charges?",
        raised=r"(?:is|are|was|were|been|be) (?:raised|increased|cut|reduced|lowered|lifted|set|fixed) (?:to|at)|(?:ris|go)es (?:up )?to|falls to|at",
        within=r"appl(?:y|ies|ied)|in force|takes? effect|took effect",
        by=r"by|another|additional|extra",
        until=r"until|till",
        planned=r"will|would|plans?|planned|plann(?:ing|ed)|aims?|intends?|(?:is|are|was|were) to|expect(?:s|ed)|pledge[sd]?|promise[sd]?|commit(?:s|ted)|targets?|to (?:invest|spend|build|create|cut|reach|raise|reduce|provide)",
    ),
    counting=Counting(
        durations=frozenset("years months weeks days hours minutes seconds decades centuries separator separators".split()),
        people=_PEOPLE,
        noun=_COUNT_NOUN,
        number_of=r"(?:numbers?|count|total) of (?:[a-z'’-]+ ){0,3}?(?P<noun>[a-z-]{2,24}[^s\W\d_]s|people|men|women|children|deaths|cattle|staff|police)(?![\w-])",
        not_nouns=frozenset(
            "years months weeks days hours minutes seconds decades centuries times pages chapters sections degrees points "
            "quarters halves thirds versions minutes nights articles paragraphs was is has does as its this his us thus yes "
            "plus minus less across perhaps towards besides series news politics always sometimes afterwards pts goals"
            .split()
        ),
        before="population|inhabitants|membership|attendance|enrolment|enrollment|headcount|circulation|death toll",
        not_before=(
            r"(?:waves?|footnotes?|modules?|batch|cohorts?|annexes|appendices|exercises?|slides?|sheets?|junction|exit|sections?|pages?|pp?\.|chapters?|ch\.|versions?|v\.?|rooms?|nos?\.?|numbers?|acts?|articles?|art\.|paragraphs?|highways?|routes?|flights?|"
            r"boeing|airbus|figures?|fig\.|tables?|notes?|items?|steps?|volumes?|vol\.|issues?|parts?|lines?|appendix|annex|building|apartment|suite|gate|level|phase|"
            r"grade|class|type|model|mark|stage|group|unit|block|floor|track|channel|question|rule|clause|verse|psalm|lot|plot|task|"
            r"goal|target|bus|train|platform|extension|ext\.|tel\.?|phone|fax|isbn|issn|doi|aged?|#|no\.?|sdg|page|exhibit|episode|season|game|round|day|week|year|"
            r"interstate|i-|us|u\.s\.|opus|op\.|symphony|apollo|windows|python|covid-|g|top)[ \u00a0]?$"
        ),
    ),
)  # fmt: skip
