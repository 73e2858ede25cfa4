"""Absence in Spanish: data."""

from __future__ import annotations

from checker.rules.absencewords.grammar import IDENT, Grammar

_KIND = (
    r"(?:página|contenido|artículo|documento|archivo|fichero|recurso|noticia|vídeo|video|publicación|oferta|elemento|objeto|registro|evento|entrada|imagen|tema|hilo|foro|mensaje|perfil|usuario|cuenta|autor|persona|"
    r"canal|enlace|dirección|url|producto|identificador|proyecto|curso|categoría|sección|ficha|anuncio|información|convocatoria|nota|nota de prensa|comunicado|colección|libro|informe|expediente|boletín|resolución|dosier|texto|ítem|item|dato|post|nodo)"
    r"(?: (?:web|de internet))?"
)
_PAST = (
    r"(?:solicitad|buscad|pedid|indicad|especificad|seleccionad|requerid|ingresad|introducid|consultad|desead)[ao]s?"
)
_YOU = r"(?:,? (?:que|a la que|al que) (?:estás? |está |usted |ud\. |has |ha |tú |intentas? |intenta |desea |quieres? |quiere |buscas?|busca|solicitas?|solicita)(?:[^.!?,;\n]{0,45}?),?)?"
_SUBJECT = rf"(?:(?:la|el|los|las|esta|este|esa|ese|su|una?|nuestra) )?(?:{_KIND})s?(?: {_PAST}| anteriores| antigu[ao]s)?(?: {IDENT})?{_YOU}"

SPANISH = Grammar(
    stems=(
        "despublicad",
        "nada",
        "no ",
        "eliminad",
        "borrad",
        "inexistente",
        "desconocid",
        "inválid",
        "retirad",
        "ningún",
        "ninguna",
        "invalid",
        "perdi",
        "desapareci",
    ),
    subject=rf"{_SUBJECT}|(?:(?:la|el|esta|este) )?[a-zà-ÿ-]{{3,24}} (?:solicitad|requerid|seleccionad)[ao]",
    adverbs=r"lamentablemente|desgraciadamente|posiblemente|probablemente|quizás?|ya|también|actualmente ya|al parecer|desafortunadamente",
    predicates=(
        (
            r"(?:ya )?no (?:existen?|encontrad[ao]s?|disponibles?|(?:está|están|se encuentran?|se halla) (?:ya )?(?:aquí|disponibles?|publicad[ao]s?|en línea|accesibles?|activ[ao]s?|en (?:nuestr[ao]|est[ea]) \w+)|se (?:ha |han )?(?:encontrado|encontró|encuentra|localizado|localizó|halló|pudo encontrar|puede encontrar)|"
            r"ha sido (?:encontrad|localizad|hallad)[ao]|(?:pudo|puede|ha podido) ser (?:encontrad|localizad)[ao]|(?:es |)válid[ao]|está|fue (?:encontrad|localizad)[ao]|corresponde a ningun[ao]? \w+)"
        ),
        r"(?:(?:ha sido|han sido|fue|fueron|está|se ha) )?(?:eliminad|borrad|retirad|suprimid|despublicad)[ao]s?",
        r"(?:ha sido|han sido|fue|fueron|se ha) (?:eliminad|borrad|retirad|suprimid)[ao]s? por (?:el|la|su|un|una|los|las) [a-záéíóúñ]+",
        r"ya no (?:se )?puede[n]? (?:ser )?(?:ver(?:se)?|consultar(?:se)?|visualizar(?:se)?|mostrar(?:se)?|abrir(?:se)?|leer(?:se)?|descargar(?:se)?|consultad[ao]s?|visualizad[ao]s?)",
        r"(?:es |)(?:inexistente|desconocid[ao]|inválid[ao])s?|ha dejado de existir|ha caducado|ha expirado",
    ),
    further=(
        r"(?:ha sido |fue |se ha |ha )(?:movid|archivad|renombrad|eliminad|borrad|retirad|trasladad|reubicad|caducad|modificad|cambiad)[ao](?: de (?:lugar|dirección|ubicación))?|(?:movid|archivad|renombrad|trasladad|caducad)[ao]|cambi(?:ó|ado) de (?:dirección|ubicación)",
        r"(?:ya )?no (?:es|está) (?:públic[ao]|publicad[ao]|vigente|disponible)|no ha sido publicad[ao]|(?:nunca|jamás) existió|ya no se encuentra(?: .{1,40})?",
    ),
    joints=r"o|u|y|e|o bien|, o|y/o|porque|o que|o ya",
    places=r"(?:en|bajo|con) (?:esta|este|ese|esa|nuestr[ao]|la|el) (?:dirección|servidor|portal|web|página|catálogo|base de datos|url|enlace|id|identificador|hemeroteca|nombre|número)(?: (?:web|indicad[ao]|solicitad[ao]))?",
    wholes=(
        r"(?:parece que )?(?:aquí )?no (?:hay|se (?:ha |pudo )?(?:encontrado|encontrar|encontró)|encontramos) nada(?: (?:aquí|en (?:esta|este) (?:ubicación|dirección|página|lugar|sitio)))?|nada encontrado",
        r"no (?:hay|existe) ning(?:ún|una) [a-záéíóúñ-]{3,24} con (?:este|ese|esta|esa) (?:número|identificador|nombre|código)",
        r"(?:no (?:hay|existe|consta) )?ning(?:ún|una) [a-záéíóúñ-]{3,24} con (?:este|ese|esta|esa|dicho) (?:número|identificador|nombre|título|referencia|código)(?: (?:registrad|encontrad)[ao])?",
        rf"(?:ya )?no (?:existen?|se (?:ha encontrado|encontró|encuentra|han encontrado|pudo encontrar|ha podido encontrar|puede encontrar|localizó)|encontramos|hemos (?:podido )?encontra(?:do|r)|podemos encontrar|hay|pudimos encontrar|tenemos) (?:la|el|los|esta|este|ese|esa|ningún|ninguna|una?|tal) ?(?:{_KIND})s?(?: {_PAST})?{_YOU}",
        rf"(?:no (?:existe|hay) )?ning(?:ún|una) (?:{_KIND})(?: (?:encontrad[ao]|disponible|coincide|en esta dirección|con (?:ese|este) (?:id|identificador|nombre)))",
        r"(?:la|esta) página(?: que [^.!?,\n]{1,40}?)? (?:se (?:ha perdido|perdió|ha extraviado)|ha desaparecido|desapareció)(?: en (?:la|el|los|las) [a-zà-ÿ -]{2,30})?",
        r"(?:el|este) enlace(?: que [^.!?,\n]{1,40}?)? (?:ya )?no (?:lleva|conduce|apunta) a (?:ninguna parte|ningún (?:sitio|lugar)|nada)",
        r"(?:enlace|página) (?:rot[ao]|caíd[ao])|aquí no hay nada",
    ),
)
