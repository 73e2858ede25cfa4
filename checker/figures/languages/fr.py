"""French."""

from __future__ import annotations

from decimal import Decimal

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

_ONES = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9}
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
    "septante": 70,
    "nonante": 90,
}
_TEENS = {
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "dix-sept": 17,
    "dix-huit": 18,
    "dix-neuf": 19,
}
_SIXTY = {"soixante": 60, "quatre-vingt": 80}
_MULTIPLES = phrases(
    ("le double|du double de|du double des|du double du|au double de|au double du|deux fois plus", Decimal(2)),
    ("le triple|du triple de|du triple des|du triple du|au triple de|au triple du", Decimal(3)), ("le quadruple", Decimal(4)), ("le quintuple", Decimal(5)),
    ("le décuple", Decimal(10)),
)  # fmt: skip
_FRACTIONS = phrases(
    ("la moitié|moitié", Decimal("0.5")), ("un tiers|le tiers", Decimal(1) / 3), ("deux tiers|deux-tiers", Decimal(2) / 3), ("un quart|le quart", Decimal("0.25")),
    ("trois quarts|trois-quarts", Decimal("0.75")), ("un cinquième", Decimal("0.2")), ("deux cinquièmes", Decimal("0.4")), ("trois cinquièmes", Decimal("0.6")),
    ("quatre cinquièmes", Decimal("0.8")), ("un sixième", Decimal(1) / 6), ("un huitième", Decimal("0.125")), ("un dixième|un sur dix|une sur dix", Decimal("0.1")), ("un sur trois|une sur trois|une personne sur trois", Decimal(1) / 3), ("un sur quatre|une sur quatre|une personne sur quatre", Decimal("0.25")), ("un sur cinq|une sur cinq|une personne sur cinq", Decimal("0.2")),
)  # fmt: skip

_PEOPLE = r"(?:habitants?|personnes?|hommes?|femmes?|enfants?|élèves?|étudiants?|ménages?|familles?|logements?|emplois?|salariés?|actifs|patients?|électeurs?|naissances?|décès)(?!\w)"

LEXICON = Lexicon(
    code="fr",
    decimal_comma=True,
    point_groups=True,
    cardinals=cardinals(
        "1 un|une", "100 cent", "200 deux cents|deux cent", "300 trois cents|trois cent", "400 quatre cents|quatre cent", "500 cinq cents|cinq cent", "600 six cents|six cent", "700 sept cents|sept cent",
        "800 huit cents|huit cent", "900 neuf cents|neuf cent", "80 quatre-vingts", "21 vingt et un", "31 trente et un", "41 quarante et un", "51 cinquante et un",
        "61 soixante et un", "71 soixante et onze", "0.5 un demi|un demi-|une demi-|demi-", "10 une dizaine de|dizaine de",
        "20 une vingtaine de", "30 une trentaine de", "50 une cinquantaine de", "100 une centaine de", "0.25 un quart de|quart de", "0.75 trois quarts de|trois-quarts de",
    )
    | {name: Decimal(value) for name, value in (_ONES | _TENS | _TEENS).items()}
    | combined(_TENS, _ONES, "{t}-{o}") | combined(_SIXTY, _TEENS, "{t}-{o}"),
    scales=phrases(
        ("mille|milliers|millier", Decimal("1e3")), ("millions|million|mio", Decimal("1e6")), ("milliards|milliard|Mds|Md|mrd", Decimal("1e9")),
        ("billions|billion|mille milliards", Decimal("1e12")),
    ),
    currencies=phrases(
        ("dollars américains|dollars US|dollars états-uniens|dollars|dollar|$ US|$US", "USD"), ("euros|euro", "EUR"), ("livres sterling|livre sterling", "GBP"),
        ("francs suisses", "CHF"), ("francs CFA|F CFA|FCFA|CFA", "XOF"), ("dollars canadiens|$ CA", "CAD"), ("gourdes", "HTG"), ("ariary", "MGA"), ("francs congolais", "CDF"), ("francs guinéens", "GNF"), ("livres égyptiennes", "EGP"), ("livres libanaises", "LBP"), ("dollars australiens", "AUD"), ("yens|yen", "JPY"), ("yuans|yuan|renminbi", "CNY"),
        ("roubles|rouble", "RUB"), ("tenges|tengués|tenge", "KZT"), ("roupies indiennes|roupies", "INR"), ("dirhams|dirhams marocains", "MAD"), ("dinars algériens", "DZD"),
        ("dinars tunisiens", "TND"), ("livres turques", "TRY"), ("zlotys", "PLN"), ("couronnes suédoises", "SEK"), ("couronnes danoises", "DKK"),
        ("couronnes norvégiennes", "NOK"), ("reais|réals", "BRL"), ("pesos mexicains", "MXN"), ("pesos argentins", "ARS"), ("pesos chiliens", "CLP"), ("pesos colombiens", "COP"), ("pesos dominicains", "DOP"), ("quetzals|quetzales", "GTQ"), ("lempiras", "HNL"), ("córdobas|cordobas", "NIO"), ("balboas", "PAB"),
        ("soles péruviens|nouveaux sols", "PEN"), ("guaranis", "PYG"), ("bolivianos", "BOB"), ("bolivars", "VES"), ("colones", "CRC"), ("rands", "ZAR"), ("hryvnias", "UAH"), ("soms", "KGS"), ("francs", "FRF"),
    ),
    units=units(
        ("mètres cubes|mètre cube", "m3", "1"), ("kilomètres cubes", "m3", "1e9"), ("kilomètres carrés|kilomètre carré", "m2", "1e6"), ("mètres carrés|mètre carré", "m2", "1"),
        ("hectares|hectare", "m2", "1e4"), ("kilomètres|kilomètre", "m", "1e3"), ("mètres|mètre", "m", "1"), ("centimètres", "m", "0.01"), ("millimètres", "m", "0.001"),
        ("milles marins", "m", "1852"), ("kilogrammes|kilos|kilogramme|kilo", "kg", "1"), ("grammes", "kg", "0.001"), ("tonnes|tonne", "kg", "1e3"), ("mégatonnes", "kg", "1e9"),
        ("gigatonnes", "kg", "1e12"), ("watts", "W", "1"), ("kilowatts", "W", "1e3"), ("mégawatts|mégawatt", "W", "1e6"), ("gigawatts|gigawatt", "W", "1e9"),
        ("kilowattheures|kilowattheure|kilowatts-heures", "Wh", "1e3"), ("mégawattheures|mégawattheure", "Wh", "1e6"), ("gigawattheures", "Wh", "1e9"), ("térawattheures", "Wh", "1e12"), ("litres|litre", "L", "1"),
        ("hectolitres", "L", "100"), ("barils par jour|barils de pétrole par jour", "barrel/d", "1"), ("barils|baril", "barrel", "1"), ("degrés Celsius|degrés", "°C", "1"), ("onces", "oz", "1"),
        ("kilomètres par heure|kilomètres-heure|kilomètres à l'heure", "km/h", "1"), ("gigaoctets", "B", "1e9"), ("téraoctets", "B", "1e12"), ("mégaoctets", "B", "1e6"),
        ("points de base|point de base", "%", "0.01"), ("pesos", "pesos", "1"),
    ),
    percent=r"(?:pour[ \u00a0]cent(?!\w)|pour-cent(?!\w)|points? de pourcentage|p\.[ \u00a0]?c\.|p\.[ \u00a0]?(?:cent|100)(?!\w))",
    links=r"(?:[ \u00a0](?:de[ \u00a0]|d['’]))?",
    glued_letters=r"[ \u00a0]?(?-i:M)(?=[ \u00a0])",
    glued_before=r"(?:de[ \u00a0]|d['’])(?:€|[a-zàâäéèêëïîôöùûüÿçœæ]{3,}[sx](?!\w))|[A-Z]{3}(?!\w)|€",
    fractions=_FRACTIONS,
    out_of="sur",
    out_of_before=(
        r"(?:[ \u00a0](?!rapport|étude|livre|article|texte|loi|enquête|accord|film|document|projet|débat|conférence|avis|vote|référendum|"
        r"impact|effet|taxe|impôt|droit|ouvrage|thèse|recherche|chapitre|sur )[^\W\d_]{3,}){0,2}"
    ),
    not_out_of=(
        r"[ \u00a0](?:et|ou|à|ans?|mois|semaines?|jours?|heures?|matchs?|points?|pays|pages?|"
        r"(?!dans|depuis|sans|moins|plus|mais|tous|toutes|alors|pas|vers|chez|dès)[^\W\d_]{3,}[sx])(?!\w)"
    ),
    per=Per(
        always="(?:pour chaque|par tranche de|tou(?:te)?s les|chaque)",
        round="(?:pour|par|sur|aux)",
        of=rf"(?:{_PEOPLE}|(?:véhicules|km|kilomètres)(?!\w))",
    ),
    not_fraction=r"[ \u00a0](?:d['’]heure|de[ \u00a0](?:million|milliard)(?!\w)|de[ \u00a0](?:finale|siècle|l['’]année|tour|cercle|confiance)|supérieure?s?(?![ \u00a0][àa])(?!\w)|inférieure?s?(?![ \u00a0][àa])(?!\w)|gauches?(?!\w)|droite?s?(?!\w)|temps|-temps|(?:19|20)\d\d|des?[ \u00a0](?:année|siècle))",
    not_fraction_before=r"(?:(?<!de )à(?= )|premier|première|second|seconde|deuxième|dernier|dernière|autre|heures? (?:et|moins))[ \u00a0]$",
    doubtful_fractions=Doubtful(
        names=r"un[ \u00a0](?:tiers|quart|cinquième|sixième|huitième|dixième)",
        behind=(
            r"\s*(?:[^\w\s-]|$)|[ \u00a0\n](?:d[eu]s?|d['’][^\W\d_]+|plus|moins|supérieure?s?|inférieure?s?|en|par|à|aux?|sur|sous|dans|pour|depuis|entre|lors|pendant|chez|contre|et|ou|mais|"
            r"est|sont|était|étaient|a|ont|avait|avaient|aura|auront|vit|vivent|reste|restent|seulement|environ|cette|ce|l['’]an|[0-9]+)(?![^\W_])"
        ),
    ),
    times=r"[ \u00a0]fois(?!\w)(?=[ \u00a0](?:plus|moins|supérieure?s?|inférieure?s?|la|le|les|celle|celui|ceux|ce|son|sa|ses|leur|autant|aussi|que))",
    times_with_growth=r"[ \u00a0]fois(?!\w)(?![ \u00a0](?:par|l['’]an|dans|en|au))",
    growth=r"(?:augment\w+|cr[uû]\w*|croî\w+|hausse|progress\w+|bond\w+|grimp\w+|multipli\w+)",
    times_before=r"(?:multipliée?s?|divisée?s?|multiplier|multiplie|multiplié[es]*)[ \u00a0]par[ \u00a0]$|facteur(?: de)?[ \u00a0]$",
    multiples=_MULTIPLES,
    to=r"[ \u00a0](?:à|et|ou)[ \u00a0](?:environ |près de |plus de )?|[ \u00a0]?[-\u2013\u2014][ \u00a0]?",
    between=r"(?:entre|de|d['’]|passée?s? de|passe de)[ \u00a0]?(?:[a-zéè]+[ \u00a0])?$",
    zero="zéro",
    and_half=r"[ \u00a0]et[ \u00a0]demie?(?!\w)",
    dating=Dating(
        months=months(
            "janvier|janv", "février|fevrier|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août|aout", "septembre|sept",
            "octobre|oct", "novembre|nov", "décembre|decembre|déc",
        ),
        use=(
            r"(?:(?:à la |à |en |de |d['’]ici (?:à )?(?:la )?)?(?:fin|début|milieu|mi)(?: de)?(?: l['’]année| l['’]an)?|d['’]ici(?: à)?|en l['’]an|en|au|le|du|pour|pendant|durant|courant|dès la fin de|de l['’]année|"
            r"l['’]année|année|dans l['’]année|de|au cours de(?: l['’]année)?|sur|au terme de|vers|(?:le |du |au )?budget|récolte|campagne|bilan|loi de finances|l['’]exercice|d['’]|à|des)(?:[ \u00a0](?:le|la|l['’]année|les années|fin|début|mois de|mois d['’]|(?:la |cette )?(?:période|saison|campagne|année scolaire)(?: de)?|(?:le )?(?:cycle|biennium|triennat|plan)))?[ \u00a0-]?$"
        ),
        avoid=(
            r"(?:depuis|avant|après|jusqu['’]en|jusqu['’]à|jusqu['’]au|à partir de|dès|entre|que|qu['’]en|par rapport à|par rapport aux?(?: mois de| mois d['’])?|comparée?s? (?:à|aux?)(?: mois de)?|contre|à compter de|depuis l['’]année|(?:loi|traité|accord|crise|réforme|directive|décret|pacte) (?:de|du)|constitution de|convention de|loi no \d+ du|guerre de|"
            r"née? en|(?:niveaux?|records?|pics?)(?: record)? (?:de|d['’]|atteints? en|observés? en)(?: l['’]année)?|(?:à|que|de|sur|au) (?:celui|celle|ceux|celles) (?:de|du|en|enregistrée?s? en)|(?:par rapport|supérieure?s?|inférieure?s?|égale?s?|comparable) (?:à la|au|aux) (?:niveau|chiffre|montant|total|moyenne|valeur)(?: de| d['’]| en)?)(?:[ \u00a0](?:la fin de|fin|le|en|début|le début de))?[ \u00a0]$"
        ),
        opening=(
            r"(?<![ ]a[ ])(?<!ont[ ])(?<!avait[ ])(?<!avaient[ ])(?<!ayant[ ])(?:mise? en (?:service|place|œuvre|vigueur)|instaurée?|instituée?|votée?|promulguée?|introduite?|rachetée?|reprise?|acquise?|découverte?|nationalisée?|privatisée?|établie?|constituée?|imaginée?|rénovée?|restaurée?|signée?|conclue?|(?:entrée?|introduite?) en [Bb]ourse|née?|vu le jour|création|fondation|ouverture|lancement|inauguration|mise en (?:service|place)|indépendance|adoption|inaugurée?|achevée?|terminée?|construite?|bâtie?|ouverte?|créée?|fondée?|lancée?|adoptée?|édifiée?|commencée?|entamée?|entrée?s? en (?:vigueur|service|fonction|exploitation|production|activité)|raccordée? au réseau|mise? sous tension|(?P<plural>mis(?:es)? en (?:service|place)|instaurée?s|votée?s|introduite?s|rachetée?s|découverte?s|inaugurée?s|achevée?s|terminée?s|construite?s|bâtie?s|ouverte?s|créée?s|fondée?s|lancée?s|adoptée?s))"
            r"(?: (?:à|par|en|au)(?: [\w.’'-]+){1,4})?(?: (?:en|le|depuis|dès|dès le|entre|de))?[ ]$"
        ),
        published=r"(?:annoncé|déclaré|indiqué|affirmé)(?: \w+)? le[ ]$|(?:publiée?s?|parue?s?|diffusée?s?|rendue?s? publique?s?|(?:rapport|communiqué|note|bulletin|estimation)s? du)(?: le)?[ ]$",
        small={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11},
        first_months=r"(?P<n>[2-9]|1[01]|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)[ \u00a0]premiers[ \u00a0]mois(?:[ \u00a0]de)?(?:[ \u00a0]l['’]année)?",
        month_before=r"(?:en|au mois de|au mois d['’])[ \u00a0]?",
        joined=r"[ \u00a0]?(?:et|à|au|jusqu['’]à|[-\u2013\u2014/])[ \u00a0]?(?:(?:le|fin|en)[ \u00a0])?",
        same=r"(?:l[ae][ ]même[ ]|même[ ])(?:période|(?P<q>trimestre)|(?P<m>mois)|(?P<h>semestre))[ ](?:de[ ]l['’]année[ ]|de[ ]|en[ ])",
        through=r"[ \u00a0]à[ \u00a0]",
        quarter=r"(?P<q>premier|deuxième|second|troisième|quatrième|dernier|1er|2e|3e|4e|[1-4]ème)[ \u00a0]trimestre(?:[ \u00a0]de)?|T(?P<q2>[1-4])",
        half=r"(?P<h>premier|deuxième|second|1er|2e|2nd)[ \u00a0]semestre(?:[ \u00a0]de)?|S(?P<h2>[12])",
        ordinals={
            "premier": 1, "1er": 1, "deuxième": 2, "second": 2, "2e": 2, "2nd": 2, "troisième": 3, "3e": 3, "quatrième": 4, "dernier": 4, "4e": 4, "1ème": 1,
            "2ème": 2, "3ème": 3, "4ème": 4,
        },
        fiscal=r"(?:l['’]exercice(?: fiscal| budgétaire)?|exercice)[ \u00a0]",
        decade=r"(?!)",
        of="de",
    ),
    telling=Telling(
        hedges={
            Qualifier.AT_LEAST: "au moins|pas moins de|au minimum|minimum",
            Qualifier.AT_MOST: "au plus|jusqu'à|jusqu’à|au maximum|pas plus de",
            Qualifier.UNDER: "moins de|moins d'|moins d’|en dessous de|inférieur à|inférieure à|sous les",
            Qualifier.JUST_UNDER: "presque|près de|près d'|près d’|quasiment|un peu moins de|à peine",
            Qualifier.JUST_OVER: "un peu plus de|un peu plus d'|un peu plus d’|à peine plus de|légèrement plus de",
            Qualifier.OVER: "plus de|plus d'|plus d’|au-delà de|au-dessus de|dépasse|dépassé|dépasse les|dépassait|dépassant|dépassent|supérieur à|supérieure à",
            Qualifier.ABOUT: "environ|quelque|autour de|approximativement|à peu près|de l'ordre de|de l’ordre de|aux alentours de|une estimation de|estimé à|estimée à|env.",
        },
        fillers="le|la|les|un|une|l'|l’|de|des",
        levels=r"(?:un |le )?(?:pic|sommet|record|maximum|minimum|plus haut|plus bas|niveau|plafond|excédent|déficit|bénéfice|total|recul|gain|(?:une )?(?:perte|hausse|baisse|croissance|progression|moyenne))(?: historique)? (?:de|d['’])",
        again=r"soit|ou|c'est-à-dire|ce qui représente|représentant",
        respectively=r"respectivement",
        versus=r"(?:contre|par rapport à|par rapport aux|comparée?s? à|au lieu de|en comparaison de|après|face à)",
        compared=r"(?:contre|comparée?s? à|par rapport aux?|face à|en comparaison de)",
        origin="de|d['’]",
        target="à|au|aux|atteindre|atteint|atteignant",
        moves=r"pass(?:e|ent|é\w{0,2}|er|ait|aient|a|èrent|ant)|tomb\w+|recul\w+|chut\w+|baiss\w+|ramen\w+|descend\w*|réduit\w*|rédui\w+|diminu\w+|doubl\w+|tripl\w+|mont\w+|port(?:é\w{0,2}|er|ant)",
        change=r"hausses?|augmentations?|progressions?|croissance|baisses?|reculs?|chutes?|diminutions?|réductions?|coupes?|bond|accroissement",
        to_zero="(?:à|de)",
        event_nouns=(
            r"contrats?|accords?|prêts?|crédits?|amende|projets?|dons?|subventions?|rachats?|acquisitions?|aides?|plans?|programmes?|commandes?|emprunts?|enveloppes?|sanctions?|ligne de crédit"
        ),
        event_links="de|d['’]|d['’]un montant de|portant sur|à hauteur de",
        event_verbs=r"signée?s?|promise?s?|accordée?s?|octroyée?s?|condamnée?s?|approuvée?s?|rachetée?s?|infligée?s?|signent|a signé|emprunté|prêtée?s?|versée? une amende",
        weak_verbs=r"annoncée?s?|achetée?s?|vendue?s?|investie?s?|payée?s?|annonce",
        many=r"prêts|subventions|(?:micro)?crédits|dons|bourses|amendes",
        clause=r"(?:,(?![0-9])(?![ ][a-zàâéèêîôûç]{3,14}(?:é|i|u|is|it|ert)e?s?[ ]$)|;|:(?![0-9]))|(?<!\w)(?:et|tandis|mais|alors que|qui|dont|puis|bien que)(?!\w)",
        back=r"(?:Ce(?:la|ci|t|tte|s)?|C['’]est|Il s['’]agi\w+)(?!\w)",
    ),
    relative=Relating(
        past=(
            r"(?:(?:au[ ]cours[ ]de|pendant|durant|lors[ ]de|en)[ ])?(?:l['’])?(?:année|exercice)[ ](?:précédente?|passée?|antérieure?|d['’]avant)|l['’]an[ ](?:dernier|passé)|l['’]année[ ]dernière|"
            r"(?:le|au)[ ](?:trimestre|semestre|mois)[ ]précédent|(?:un[ ]an|une[ ]année|(?:deux|trois|quatre|cinq|dix|vingt|[0-9]{1,2})[ ]ans)[ ](?:plus[ ]tôt|auparavant|avant)|avant[ ](?:le[ ]début[ ]de[ ])?(?:la[ ]|le[ ]|l['’]|les[ ])?(?:crise|pandémie|guerre|covid(?:-19)?|confinements?|réforme|révolution|invasion|séisme|krach|récession|sanctions|indépendance)(?:[ ](?:sanitaire|financière|économique))?|il[ ]y[ ]a[ ](?:un|deux|trois|cinq|dix|vingt|[0-9]{1,2})[ ]ans?"
        ),
        compares="à|de|d['’]|que|qu['’]|sur|depuis|par",
        level=r"moyenne[ ](?:quinquennale|décennale|historique|des?[ ]\w+[ ]dernières[ ]années|sur[ ]\w+[ ]ans)(?=[ ]d[e'’])|niveau[ ]d['’]avant[ ]?-?(?:la[ ])?(?:crise|pandémie|guerre|covid\S{0,3})(?=[ ]d[eu'’])",
        present="l['’]année[ ](?:suivante|d['’]après)|(?:un|deux|trois|cinq|dix)[ ]ans?[ ](?:plus[ ]tard|après)|jusqu['’](?:ici|à[ ]présent)|depuis[ ]lors|aujourd['’]hui|désormais|actuellement|à[ ]présent|maintenant|finalement|à[ ]ce[ ]jour",
        when="quand|lorsqu(?:e|['’])|année[ ]où|date[ ]à[ ]laquelle|où",
    ),
    lasting=Lasting(
        since=r"depuis|dès|à partir|à compter",
        level=r"(?:est|sont|sera|seront|était|étaient)(?: de| d['’]|(?: fixée?s?)? à)?|s['’](?:élève|élèvent|établit) à|coûtent?|pass(?:e|ent|era) à|gagnent?|touchent?|reçoi(?:t|vent)|pai?y?ent?",
        raised=r"(?:est|sont|a été|ont été|sera|seront) (?:portée?s?|relevée?s?|fixée?s?|abaissée?s?|ramenée?s?|réduite?s?) à",
        within=r"s['’]appliqu\w+|en vigueur",
        by=r"(?:augmenté|baissé|progressé|reculé|diminué|crû|grimpé)\w{0,2}(?: de)?",
        until=r"jusqu['’](?:en|à|au)",
        planned=r"(?!opéra|caméra)[^\W\d_]{2,}(?<!f)r(?:a|ont|aient)|devrai(?:t|ent)|prévoi\w+|compten?t?|envisagen?t?|objectif|plan|(?:investir|consacrer|atteindre|créer|construire|dépenser|réduire|mobiliser)",
    ),
    counting=Counting(
        durations=frozenset("ans années mois semaines jours heures minutes secondes siècles".split()),
        people=_PEOPLE,
        noun=(
            r"[ \u00a0\n](?:(?:nouve(?:aux|lles|au|lle)|grand(?:e?s)?|petite?s|autres|jeunes|vieux|premiers|premières|anciens|anciennes|mille)[ \u00a0\n])?"
            r"(?:(?:de[ \u00a0]|d['’]))?(?P<noun>[a-zàâäéèêëïîôöùûüÿçœæ][\w-]{2,30})(?!['’])"
        ),
        number_of=r"nombre (?:total |annuel |moyen )?(?:de |d['’]|des )(?P<noun>[a-zàâäéèêëïîôöùûüÿçœæ-]{3,30})",
        not_nouns=frozenset(
            "ici ans années an mois semaines jours heures minutes secondes siècles fois pages chapitres degrés points trimestres semestres pour dans des les est sont "
            "que qui par avec sur sous entre euros janvier février mars avril mai juin juillet août septembre octobre novembre décembre ont avait étaient "
            "était ainsi mais plus moins contre après avant depuis selon dont puis soit aux pendant durant environ seulement encore aussi chaque quand lorsque tandis déjà afin puisque chez vers malgré dès lors alors annuels mensuels supérieur inférieur "
            "ici là abord autant ailleurs avance affilée emblée autre autres nouveau mieux trop accord habitude office un une ordinaire urgence manière façon".split()
        ),
        before="population|habitants|effectif|effectifs|tirage",
        not_before=(
            r"(?:notes?|annexes?|tableaux?|figures?|graphiques?|encadrés?|modules?|modèles?|salle|étage|quai|autoroute|sortie|chaîne|saison|épisode|journée|articles?|art\.|pages?|p\.|chapitres?|sections?|versions?|chambre|n[o°ᵒ]\.?|nº|numéros?|tableau|figure|volume|tome|partie|annexe|bâtiment|ligne|vol|classe|phase|étape|"
            r"rue|avenue|boulevard|loi|alinéa|paragraphe|§|téléphone|tél\.?|isbn|Windows|rang|point|lot|groupe)[ \u00a0]?$"
        ),
    ),
)  # fmt: skip
