"""Spanish."""

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

_ONES = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9}
_TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
_MULTIPLES = phrases(
    ("el doble|dos veces más", Decimal(2)),
    ("el triple|más del triple", Decimal(3)),
    ("más del doble", Decimal(2)),
    ("el cuádruple", Decimal(4)),
    ("el quíntuple", Decimal(5)),
)
_FRACTIONS = phrases(
    ("uno de cada dos", Decimal("0.5")), ("uno de cada tres|una de cada tres", Decimal(1) / 3), ("uno de cada cuatro|una de cada cuatro", Decimal("0.25")), ("uno de cada cinco|una de cada cinco", Decimal("0.2")), ("uno de cada diez|una de cada diez", Decimal("0.1")),
    ("cada tercer|cada tercera", Decimal(1) / 3), ("cada quinto|cada quinta", Decimal("0.2")), ("cada sexto|cada sexta", Decimal(1) / 6), ("cada décimo|cada décima", Decimal("0.1")),
    ("la mitad|mitad", Decimal("0.5")), ("un tercio|la tercera parte|una tercera parte", Decimal(1) / 3), ("dos tercios|dos terceras partes", Decimal(2) / 3),
    ("una cuarta parte|un cuarto|la cuarta parte", Decimal("0.25")), ("tres cuartas partes|tres cuartos", Decimal("0.75")),
    ("un quinto|una quinta parte|la quinta parte", Decimal("0.2")), ("dos quintos|dos quintas partes", Decimal("0.4")), ("tres quintos|tres quintas partes", Decimal("0.6")),
    ("cuatro quintos|cuatro quintas partes", Decimal("0.8")), ("un sexto|una sexta parte", Decimal(1) / 6), ("una octava parte", Decimal("0.125")),
    ("un décimo|una décima parte|la décima parte", Decimal("0.1")),
)  # fmt: skip

_PEOPLE = r"(?:habitantes?|personas?|hombres?|mujeres?|niños?|niñas?|alumnos?|estudiantes?|hogares?|familias?|viviendas?|empleos?|empleados?|trabajadores|pacientes?|electores|votantes|nacidos|nacimientos|muertes?)(?!\w)"

LEXICON = Lexicon(
    code="es",
    decimal_comma=True,
    point_groups=True,
    cardinals=cardinals(
        "1 un|una|uno", "10 diez", "11 once", "12 doce", "13 trece", "14 catorce", "15 quince", "16 dieciséis", "17 diecisiete", "18 dieciocho",
        "19 diecinueve", "20 veinte", "21 veintiún|veintiuno", "22 veintidós", "23 veintitrés", "24 veinticuatro", "25 veinticinco", "26 veintiséis",
        "27 veintisiete", "28 veintiocho", "29 veintinueve", "100 cien|ciento|un centenar de", "200 doscientos|doscientas", "300 trescientos|trescientas",
        "400 cuatrocientos|cuatrocientas", "500 quinientos|quinientas", "600 seiscientos", "700 setecientos", "800 ochocientos", "900 novecientos",
        "0.5 medio|media", "1000 mil", "0.25 un cuarto de|cuarto de", "0.75 tres cuartos de",
    )
    | {name: Decimal(value) for name, value in (_ONES | _TENS).items()}
    | {f"{one} y medio": Decimal(value) + Decimal("0.5") for one, value in _ONES.items()}
    | combined(_TENS, _ONES, "{t} y {o}"),
    scales=phrases(
        ("mil", Decimal("1e3")), ("millones|millón|mill.", Decimal("1e6")), ("mil millones|miles de millones|millardos|millardo", Decimal("1e9")), ("billones|billón", Decimal("1e12")),
    ),
    currencies=phrases(
        ("dólares estadounidenses|dólares americanos|dólares de los Estados Unidos|dólares|dólar", "USD"), ("euros|euro", "EUR"), ("libras esterlinas", "GBP"),
        ("francos suizos", "CHF"), ("yenes", "JPY"), ("yuanes|yuan|renminbi", "CNY"), ("rublos", "RUB"), ("tenges", "KZT"), ("rupias indias|rupias", "INR"),
        ("pesos mexicanos", "MXN"), ("pesos argentinos", "ARS"), ("pesos colombianos", "COP"), ("pesos chilenos", "CLP"), ("pesos uruguayos", "UYU"), ("soles", "PEN"),
        ("reales brasileños|reales", "BRL"), ("bolivianos", "BOB"), ("dólares canadienses", "CAD"), ("dólares australianos", "AUD"), ("liras turcas", "TRY"),
        ("coronas suecas", "SEK"), ("coronas noruegas", "NOK"), ("coronas danesas", "DKK"), ("quetzales", "GTQ"), ("colones", "CRC"), ("lempiras", "HNL"), ("guaraníes", "PYG"),
        ("pesetas", "ESP"), ("balboas", "PAB"), ("córdobas", "NIO"), ("bolívares soberanos|bolívares fuertes|bolívares", "VES"), ("pesos dominicanos", "DOP"), ("pesos cubanos", "CUP"),
        ("pesos bolivianos", "BOB"), ("pesos filipinos", "PHP"), ("nuevos soles", "PEN"), ("gourdes", "HTG"), ("dólares beliceños", "BZD"), ("dólares de Hong Kong", "HKD"), ("dólares neozelandeses", "NZD"),
        ("colones costarricenses", "CRC"), ("colones salvadoreños", "SVC"), ("coronas checas", "CZK"), ("francos CFA", "XOF"), ("grivnas", "UAH"), ("zlotys", "PLN"), ("dírhams|dirhams marroquíes", "MAD"), ("rands", "ZAR"), ("nairas", "NGN"),
    ),
    units=units(
        ("metros cúbicos|metro cúbico", "m3", "1"), ("hectómetros cúbicos|hm³|hm3", "m3", "1e6"), ("kilómetros cúbicos", "m3", "1e9"), ("kilómetros cuadrados|kilómetro cuadrado", "m2", "1e6"), ("metros cuadrados|metro cuadrado", "m2", "1"),
        ("hectáreas|hectárea", "m2", "1e4"), ("kilómetros|kilómetro", "m", "1e3"), ("metros|metro", "m", "1"), ("centímetros", "m", "0.01"), ("milímetros", "m", "0.001"),
        ("millas", "m", "1609.344"), ("kilogramos|kilos|kilogramo|kilo", "kg", "1"), ("gramos", "kg", "0.001"), ("toneladas métricas|toneladas|tonelada", "kg", "1e3"), ("megatoneladas", "kg", "1e9"), ("gigatoneladas", "kg", "1e12"),
        ("vatios", "W", "1"), ("kilovatios", "W", "1e3"), ("megavatios|megavatio|megawatts|megavatios de potencia", "W", "1e6"), ("gigavatios|gigavatio", "W", "1e9"),
        ("kilovatios-hora|kilovatios hora|kilovatio hora", "Wh", "1e3"), ("megavatios-hora|megavatios hora", "Wh", "1e6"), ("gigavatios-hora|gigavatios hora", "Wh", "1e9"), ("teravatios-hora|teravatios hora", "Wh", "1e12"),
        ("litros|litro", "L", "1"), ("hectolitros", "L", "100"), ("barriles diarios|barriles por día|barriles al día|barriles de petróleo por día|barriles de petróleo al día", "barrel/d", "1"), ("barriles|barril", "barrel", "1"),
        ("grados centígrados|grados Celsius|grados", "°C", "1"), ("onzas", "oz", "1"), ("kilómetros por hora", "km/h", "1"), ("quintales", "kg", "100"),
        ("puntos básicos|punto básico|puntos base", "%", "0.01"), ("mdd", "USD", "1e6"), ("mmdd", "USD", "1e9"), ("mdp", "MXN", "1e6"), ("mmdp", "MXN", "1e9"), ("pesos|peso", "pesos", "1"),
    ),
    percent=r"(?:por[ \u00a0]ciento(?!\w)|por[ \u00a0]cien(?!\w)|puntos? porcentuales|puntos? porcentual)",
    links=r"(?:[ \u00a0]de)?",
    glued_letters=r"[ \u00a0]?(?-i:M)(?=[ \u00a0])",
    glued_before=r"de[ \u00a0](?:€|euros|dólares|[a-záéíóúüñ]{3,}s(?!\w))|[A-Z]{3}(?!\w)|€",
    fractions=_FRACTIONS,
    out_of="de cada",
    not_out_of=r"[ \u00a0](?:y|o|a|años?|meses|semanas?|días?|horas?|partidos?)(?!\w)",
    per=Per(
        always="(?:por cada|de cada|cada)",
        round="(?:por|a los)",
        of=rf"(?:{_PEOPLE}|(?:vehículos|km|kilómetros)(?!\w))",
    ),
    not_fraction=r"[ \u00a0](?:superior(?![ \u00a0]a)(?!\w)|inferior(?![ \u00a0]a)(?!\w)|izquierda|derecha|de[ \u00a0](?:hora|baño|estar|millón(?!\w)|millardo|final|siglo|los noventa|(?:19|20)\d\d|temporada)|días?(?!\w)|mes(?:es)?(?!\w)|años?(?!\w)|semanas?(?!\w)|mundo|puesto|lugar|del[ \u00a0](?:año|siglo|mes|partido)|y media|hora)",
    not_fraction_before=r"(?:primera?|segunda?|última|último|otra|otro|las \w+ y|finales de)[ \u00a0]$",
    doubtful_fractions=Doubtful(
        names=r"un[ \u00a0](?:cuarto|quinto|sexto|décimo)",
        behind=(
            r"\s*(?:[^\w\s-]|$)|[ \u00a0\n](?:del?|más|menos|mayor|menor|superior|inferior|en|por|al?|desde|entre|durante|con|sobre|contra|y|o|pero|que|es|son|era|eran|ha|han|había|habían|vive|viven|[0-9]+)(?![^\W_])"
        ),
    ),
    times=r"[ \u00a0]veces(?!\w)(?![ \u00a0](?:al|por|en|a la|cada|desde|durante)[ \u00a0])(?=[ \u00a0](?:más|menos|mayor|menor|superior|inferior|el|la|los|las|su|sus|lo|tan|que))",
    times_with_growth=r"[ \u00a0]veces(?!\w)(?![ \u00a0](?:al|por|en|a la|cada|desde|durante)[ \u00a0])",
    growth=r"(?:aument\w+|crec\w+|multiplic\w+|subi\w+|increment\w+|creciendo|elev\w+)",
    times_before=r"(?:multiplic\w+|dividi\w+)[ \u00a0]por[ \u00a0]$|factor(?: de)?[ \u00a0]$",
    multiples=_MULTIPLES,
    to=r"[ \u00a0](?:al?|y|o|hasta)[ \u00a0](?:el |los |las |la |unos |unas |casi )?|[ \u00a0]?[-\u2013\u2014][ \u00a0]?",
    between=r"(?<!\w)(?:entre|de|del|desde)[ \u00a0](?:(?:el|los|las|unos|unas|casi|cerca de|más de|menos de|alrededor de)[ \u00a0])?$",
    zero="cero",
    and_half=r"[ \u00a0]y[ \u00a0]medi[oa](?!\w)",
    dating=Dating(
        months=months(
            "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago", "septiembre|setiembre|sept|sep",
            "octubre|oct", "noviembre|nov", "diciembre|dic",
        ),
        use=(
            r"(?:^hasta|(?:a|hacia|en|al|de|para)? ?(?:finales|fines|final|principios|comienzos|inicios|mediados|cierre)(?: de| del)?(?: año)?|en el año|para el año|en el|en|durante|para|a|al|de|del|el|el año|del año|de año|hacia|"
            r"a lo largo de|en todo|de todo|año|presupuestos?(?: de)?|presupuestos?|cerró|cierra|campaña|cosecha|a fecha de|con fecha|ejercicio)(?:[ \u00a0](?:(?:el |la |los |las |todo el )?(?:pasado )?(?:año|años|mes de|ejercicio|temporada|ciclo|período|periodo|bienio|trienio|quinquenio|sexenio|curso|campaña|legislatura)|el|el pasado|todo))?[ \u00a0]$"
        ),
        avoid=(
            r"(?:desde|(?<!^)hasta|antes de|después de|tras|a partir de|entre|(?<!,[ ])que en|que|frente a|frente al|respecto al?|respecto del?|(?:con|en) relación (?:con|al?)|en comparación con|comparado con|desde el año|desde finales de|(?:ley|guerra|acuerdo|tratado|convenio|pacto|decreto|crisis|constitución|reforma) de|"
            r"nacid[ao] en|(?:superior|inferior|similar|igual|idéntic[ao]|comparable)(?:es)? (?:a|al)(?: la| las| los| lo)?(?: registrad[ao]s?| alcanzad[ao]s?)? (?:de|del|en)|que (?:la|el|los|las|lo) (?:de|del|en)|(?:frente|respecto|comparación|relación) (?:a|con) (?:la|los|las) (?:de|del)|(?:niveles?|máximos?|mínimos?|récords?)(?: históricos?)? (?:de|del|alcanzad[ao]s? en|registrad[ao]s? en|vistos? en)|por (?:encima|debajo) (?:de la|de los|del)(?: nivel| valor| cifra)? (?:de|del))(?:[ \u00a0](?:el|año|finales de|principios de))?[ \u00a0]$"
        ),
        opening=(
            r"(?<!ha[ ])(?<!han[ ])(?<!había[ ])(?<!habían[ ])(?<!haber[ ])(?:se (?:fundó|creó|inauguró|constituyó|estableció|promulgó|firmó|puso en (?:marcha|servicio))|(?:salió|salida|debutó|debut) (?:a|en) (?:la )?bolsa|abrió sus puertas|nació|entró en vigor|puest[ao] en (?:marcha|servicio|funcionamiento|vigor|pie)|lanzad[ao]|promulgad[ao]|establecid[ao]|constituid[ao]|instituid[ao]|instaurad[ao]|adoptad[ao]|introducid[ao]|implantad[ao]|adquirid[ao]|comprad[ao]|descubiert[ao]|nacionalizad[ao]|privatizad[ao]|fundad[ao]|sancionad[ao]|firmad[ao]|rehabilitad[ao]|creación|fundación|apertura|lanzamiento|inauguración|independencia|puesta en (?:marcha|servicio)|aprobación|adopción|(?P<plural>construid[ao]s|lanzad[ao]s|establecid[ao]s|adoptad[ao]s|introducid[ao]s|adquirid[ao]s|descubiert[ao]s|inaugurad[ao]s|terminad[ao]s|abiert[ao]s|aprobad[ao]s|cread[ao]s|fundad[ao]s)|fundad[ao]|cread[ao]|construid[ao]|inaugurad[ao]|aprobad[ao]|terminad[ao]|concluid[ao]|finalizad[ao]|abiert[ao]|iniciad[ao]|"
            r"entr(?:ó|ada) en (?:vigor|servicio|operación(?: comercial)?|operaciones|funcionamiento|producción)|conectad[ao] a la red|(?:empezó|comenzó) a (?:operar|funcionar|producir)|(?:inició|comenzó) (?:sus )?operaciones)(?: (?:en|por)(?: [\w.-]+){1,4})?(?: (?:en|el|desde|en el año|entre|de))?[ ]$"
        ),
        published=r"(?:dijo|anunció|informó|declaró|afirmó|anunciaron|informaron)(?: este| el)?(?: lunes| martes| miércoles| jueves| viernes| sábado| domingo)?(?: el)?[ ]$|(?:publicad[ao]s?|difundid[ao]s?|(?:informe|comunicado|boletín|nota|estimación)(?: de prensa)? del?)(?: el)?[ ]$",
        small={"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11},
        first_months=r"(?:primeros[ \u00a0])?(?P<n>[2-9]|1[01]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once)[ \u00a0](?:primeros[ \u00a0])?meses(?:[ \u00a0]del?)?(?:[ \u00a0]año)?",
        month_before=r"en[ \u00a0](?:el mes de[ \u00a0])?",
        joined=r"[ \u00a0]?(?:y|al?|hasta|[-\u2013\u2014/])[ \u00a0]?",
        same=r"(?:el[ ]|del[ ]|al[ ]|en[ ])?(?:mism[oa]|igual)[ ](?:per[ií]odo|lapso|(?P<q>trimestre)|(?P<m>mes)|(?P<h>semestre))[ ](?:del?(?:[ ]año)?|en)[ ]",
        through=r"[ \u00a0](?:al?|hasta)[ \u00a0]",
        quarter=r"(?P<q>primer|segundo|tercer|cuarto|último|1\.?er|2\.?º|3\.?er|4\.?º)[ \u00a0]trimestre(?:[ \u00a0]del?(?: año)?)?|T(?P<q2>[1-4])",
        half=r"(?P<h>primer|segundo|1\.?er|2\.?º)[ \u00a0]semestre(?:[ \u00a0]del?(?: año)?)?|(?P<h3>primera|segunda)[ \u00a0]mitad[ \u00a0](?:de|del año)",
        ordinals={
            "primer": 1, "1er": 1, "1.er": 1, "primera": 1, "segundo": 2, "segunda": 2, "2º": 2, "2.º": 2, "tercer": 3, "3er": 3, "3.er": 3, "cuarto": 4, "último": 4, "4º": 4,
            "4.º": 4,
        },
        fiscal=r"(?:ejercicio|año fiscal|ejercicio fiscal)[ \u00a0]",
        decade=r"(?!)",
        of="de|del",
    ),
    telling=Telling(
        hedges={
            Qualifier.AT_LEAST: "al menos|por lo menos|como mínimo|no menos de|mínimo",
            Qualifier.AT_MOST: "como máximo|hasta|a lo sumo|no más de|máximo",
            Qualifier.UNDER: "menos de|menos del|por debajo de|por debajo del|inferior a|inferior al",
            Qualifier.JUST_UNDER: "casi|cerca del|cerca de|prácticamente|poco menos de|algo menos de|rozando",
            Qualifier.JUST_OVER: "poco más de|algo más de|ligeramente por encima de",
            Qualifier.OVER: "más de|más del|por encima de|por encima del|supera|superó|superan|supera el|superó los|superar|superior a|superior al|superaba|superaron",
            Qualifier.ABOUT: "unos|unas|alrededor de|alrededor del|aproximadamente|en torno a|en torno al|aprox.|se estima en|cerca|un estimado de|aproximadamente el|cosa de",
        },
        fillers="el|la|los|las|un|una",
        levels=r"(?:(?:un|el) )?(?:máximo|mínimo|pico|récord|nivel|superávit|déficit|beneficio|total|alza|aumento|descenso|promedio|(?:una )?(?:pérdida|subida|caída|media))(?: histórico| neto)? (?:de|del)",
        again=r"o|es decir|o sea|equivalentes? a|lo que equivale a|lo que representa",
        respectively=r"respectivamente",
        versus=(
            r"(?:frente al?|en comparación con|(?:cay\w+|baj\w+|descend\w+|sub\w+|aument\w+|crec\w+|pas\w+|redu\w+|disminu\w+|retroced\w+|moder\w+|desaceler\w+|aceler\w+|repunt\w+|rebot\w+|escal\w+|desplom\w+)(?:[^.;]|\.(?=\d)){0,60}? desde|(?<=% )(?:superior|inferior)(?:es)? al?|comparad[ao]s? con|en vez de|respecto a|respecto al|después de|tras|contra)(?: el| los| las)?"
        ),
        compared=r"(?:frente al?|en comparación con|comparad[ao]s? con|respecto al?|contra)",
        origin="de|del|desde",
        target="a|al|hasta",
        moves=r"pas(?:ó|aron|ar|ado|a|an|ando|aba)|baj\w+|cay\w+|caíd\w|descend\w+|reduj\w+|reduc\w+|disminu\w+|sub\w+|retroced\w+|evolucion\w+",
        change=r"aumentos?|incrementos?|alzas?|subidas?|crecimiento|caídas?|descensos?|reducci(?:ón|ones)|disminuci(?:ón|ones)|bajadas?|recortes?|retroceso",
        to_zero="(?:a|al|de|hasta)",
        event_nouns=r"contratos?|acuerdos?|préstamos?|créditos?|multa|proyectos?|donaci(?:ón|ones)|subvenci(?:ón|ones)|compras?|adquisici(?:ón|ones)|ayudas?|planes|plan|programas?|pedidos?|sanci(?:ón|ones)|línea de crédito|convenios?",
        event_links="de|por|por valor de|por un valor de",
        event_verbs=r"firm(?:ó|aron|ado|ada|ar)|prometi(?:ó|eron)|concedi(?:ó|eron|do)|otorg(?:ó|aron|ado)|multad[ao]s?|multó|aprob(?:ó|aron|ado|ada)|adquiri(?:ó|do)|donó|donaron|prestó|sancionad[ao]|condenad[ao]",
        weak_verbs=r"anunci(?:ó|aron|ado)|compró|vendió|invirtió|invirtieron|pagó|pagaron",
        many=r"préstamos|subvenciones|(?:micro)?créditos|donaciones|becas|multas",
        clause=r"(?:,(?![0-9])(?![ ][a-záéíóúñ]{3,14}(?:[ai]d|t|ch)[oa]s?[ ]$)|;|:(?![0-9]))|(?<!\w)(?:y|mientras|pero|aunque|que|cuando|luego)(?!\w)",
        back=r"(?:Est[aeo]s?|Eso|Ello|Se trata)(?!\w)",
    ),
    relative=Relating(
        past=(
            r"(?:(?:en|durante)[ ])?(?:el[ ])?(?:mismo[ ](?:periodo|período|trimestre|mes)[ ]del[ ])?(?:año|ejercicio|trimestre|mes|periodo|período)[ ](?:anterior|previo|pasado|precedente)|"
            r"(?:un|dos|tres|cuatro|cinco|diez|veinte|[0-9]{1,2})[ ]años?[ ](?:antes|atrás)|antes[ ]de[ ](?:que[ ]empezara[ ])?(?:la[ ]|el[ ]|las[ ])?(?:crisis|pandemia|guerra|covid(?:-19)?|confinamiento|reforma|revolución|invasión|terremoto|recesión|sanciones|independencia)(?:[ ](?:sanitaria|financiera|económica))?|hace[ ](?:un|dos|tres|cinco|diez|veinte|[0-9]{1,2})[ ]años?"
        ),
        compares="que|a|al|del|de|con|desde|hasta|sobre|como",
        level=r"(?:media|promedio)[ ](?:históric[oa]|quinquenal|de[ ](?:los[ ]últimos[ ])?\w+[ ]años)(?=[ ]de)|nivel(?:es)?[ ](?:prepandemia|precrisis|prepandémic[oa]s?|(?:previo|anterior)(?:es)?[ ]a[ ]la[ ](?:crisis|pandemia|guerra))(?=[ ]de)",
        present="(?:al|el)[ ]año[ ]siguiente|(?:un|dos|tres|cinco|diez)[ ]años?[ ](?:después|más[ ]tarde)|hasta[ ](?:ahora|la[ ]fecha|el[ ]momento)|desde[ ]entonces|actualmente|hoy|ahora|en[ ]la[ ]actualidad|finalmente|en[ ]estos[ ]momentos",
        when="cuando|año[ ]en[ ](?:el[ ])?que|en[ ]que",
    ),
    lasting=Lasting(
        since=r"desde|a partir",
        level=r"(?:es|son|será|serán|era|eran)(?: del?)?|(?:asciend\w+|equivale\w*) a|se sitúan? en|quedan? en|cuestan?|está en|se fijan? en|pasan? al?|pagan?|cobran?|reciben?",
        raised=r"(?:fue|fueron|ha sido|queda|quedó) (?:elevad|fijad|aumentad|rebajad|reducid|incrementad)[oa]s? (?:a|en|al)|(?:sube|baja)n? al?",
        within=r"se aplican?|(?:en )?vigor|rige[n]?",
        by=r"(?:subid|aumentad|bajad|crecid|caíd|ganad)[oa](?: un)?",
        until=r"hasta",
        planned=r"[^\W\d_]{2,}[aei]r(?:á|án|ía|ían)|prev[éeí]\w*|planea\w*|pretende\w*|objetivo|meta|plan|(?:invertir|gastar|destinar|crear|construir|alcanzar|reducir|aportar|movilizar|desplegar)",
    ),
    counting=Counting(
        durations=frozenset("años meses semanas días horas minutos segundos siglos".split()),
        people=_PEOPLE,
        noun=(
            r"[ \u00a0\n](?:de[ \u00a0])?(?:(?:nuev[ao]s|grandes|pequeñ[ao]s|otr[ao]s|jóvenes|primer[ao]s|antigu[ao]s|mil)[ \u00a0\n])?(?:de[ \u00a0])?"
            r"(?P<noun>[a-záéíóúüñ][\w-]{2,30})"
        ),
        number_of=r"(?:número|cifra|cantidad) (?:total |anual |medio )?(?:de |de las |de los )(?P<noun>(?!(?:negocios?|negocio|dinero)(?!\w))[a-záéíóúüñ-]{3,30})",
        not_nouns=frozenset(
            "años año meses mes semanas días horas minutos segundos siglos veces páginas capítulos grados puntos trimestres que con por para los las del está están son era fue "
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre como más menos según pero desde hasta entre sobre ante tras sin goles antes después durante frente respecto aproximadamente solo sólo todavía aún también además cada cuando donde aunque porque mediante hacia sino pues así anterior siguiente mientras "
            "anuales mensuales diarios diarias totales superior inferior "
            "aquí ahí allí ahora nuevo acuerdo forma manera modo media promedio entrada inmediato pronto golpe repente vuelta hecho paso sobra".split()
        ),
        before="población|habitantes|plantilla|tirada",
        not_before=(
            r"(?:notas?|anexos?|apéndices?|cuadros?|tablas?|gráficos?|temas?|módulos?|modelos?|lotes?|sala|aula|canal|temporada|episodio|jornada|dorsal|autopista|carretera|artículos?|art\.|páginas?|pág\.|págs\.|p\.|capítulos?|cap\.|secci(?:ón|ones)|versi(?:ón|ones)|habitación|n[.]?[º°]|núm\.?|números?|tabla|figura|fig\.|volumen|vol\.|tomo|parte|anexo|edificio|línea|vuelo|clase|"
            r"fase|etapa|calle|c/|avenida|av\.|plaza|ley|apartado|párrafo|§|teléfono|tel\.?|isbn|Windows|puesto|punto|lote|grupo|Mayor)[ \u00a0]?$"
        ),
    ),
)  # fmt: skip
