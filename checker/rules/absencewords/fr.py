"""Absence in French: data."""

from __future__ import annotations

from checker.rules.absencewords.grammar import IDENT, Grammar

_KIND = (
    r"(?:page|article|contenu|document|fichier|ressource|rubrique|élément|objet|vidéo|image|annonce|offre|publication|actualité|événement|évènement|dossier|fiche|notice|billet|message|sujet|discussion|forum|"
    r"profil|compte|utilisateur|membre|auteur|personne|chaîne|lien|adresse|url|enregistrement|identifiant|produit|communiqué|communiqué de presse|projet|cours|brève|mot-clé|catégorie|collection|livre|numéro|texte|information|nouvelle|pièce jointe)"
    r"(?: (?:web|internet|de presse))?"
)
_PAST = r"(?:demandé|recherché|spécifié|sélectionné|indiqué|souhaité|correspondant|saisi|désiré|consulté|concerné)"
_YOU = r"(?:,? (?:que|à laquelle|auquel|où) vous (?:[^.!?,;\n]{1,50}?),?)?"
_SUBJECT = rf"(?:(?:la|le|les|l['’]|cette|cet|ce|votre|une?|notre) ?)?(?:ancien(?:ne)?s? )?(?:{_KIND})s?(?: {_PAST}e?s?)?(?: {IDENT})?{_YOU}"

FRENCH = Grammar(
    stems=(
        "rien ",
        "n'",
        "n’",
        "ntrouvable",
        "pas ",
        "aucun",
        "supprim",
        "ndisponible",
        "nconnu",
        "nvalide",
        "nexistant",
        "retiré",
        "non ",
        "impossible",
        "effacé",
        "plus ",
        "nulle part",
        "perdu",
        "envolé",
        "disparu",
    ),
    subject=rf"{_SUBJECT}|(?:(?:la|le|l['’]|cette|ce|cet) ?)?[a-zà-ÿ-]{{3,24}} (?:demandé|recherché|sélectionné)e?",
    adverbs=r"malheureusement|probablement|peut-être|sans doute|désormais|également|aussi|déjà|définitivement|apparemment|hélas",
    predicates=(
        r"(?:est |sont |semble |reste )?(?:introuvables?|inexistante?s?|inconnue?s?|invalides?|non[ -](?:trouvée?s?|disponibles?)|indisponibles?|supprimée?s?|retirée?s?|effacée?s?|dépubliée?s?|non valides?)",
        r"(?:a|ont) (?:\w+ment |peut-être )?été (?:supprimée?s?|retirée?s?|effacée?s?|dépubliée?s?)",
        r"n['’]existe(?:nt)? (?:pas|plus|pas ou plus)|n['’]est (?:pas|plus|pas ou plus) (?:là|ici|à cette adresse|disponible|en ligne|accessible|consultable|valide|visible)|n['’]est plus|ne sont plus (?:disponibles|en ligne)",
        r"n['’]a (?:pas|pu) (?:pu )?(?:être |été )?(?:trouvée?|retrouvée?|identifiée?|localisée?)|n['’]a pas pu être (?:trouvée?|retrouvée?)|ne (?:peut|peuvent) (?:pas )?être trouvée?s?",
        r"(?:a|ont) été (?:supprimée?s?|retirée?s?|effacée?s?) par (?:l['’]|(?:le|la|les|son|sa|un|une) )[a-zà-ÿ-]+",
        r"ne peu(?:t|vent) plus être (?:consultée?s?|affichée?s?|lue?s?|vue?s?|ouverte?s?|téléchargée?s?|visionnée?s?)",
        r"ne correspond à aucun(?:e)? \w+|ne (?:mène|conduit|renvoie) (?:(?:plus|pas) )?(?:nulle part|à rien|à aucune page)(?: ailleurs)?",
    ),
    further=(
        r"(?:elle |il )?(?:a|ont) (?:peut-être |été )?(?:été )?(?:déplacée?s?|archivée?s?|renommée?s?|supprimée?s?|expiré|retirée?s?|modifiée?s?|changé d['’]adresse)|(?:est |)(?:archivée?s?|déplacée?s?|renommée?s?|expirée?s?|périmée?s?|erronée?s?|obsolète|incorrecte?)",
        r"n['’]a (?:pas|jamais) (?:encore )?(?:existé|été publiée?)|n['’]est (?:pas|plus) (?:publique?|publiée?|en ligne|disponible)",
    ),
    joints=r"ou|et|ou bien|, ou|ou qu['’]il|ou qu['’]elle|ou il|ou elle|et/ou",
    places=r"(?:à|sur|dans|sous) (?:cette|ce|cet|notre|l['’]|le|la) ?(?:adresse|serveur|site|portail|base|catalogue|url|lien|page|identifiant|numéro)(?: (?:web|internet|indiquée?|demandée?|de données))?",
    wholes=(
        r"(?:il (?:semble|semblerait) (?:que |qu['’]))?(?:rien n['’](?:ait|a|y) (?:pu être |été )?(?:trouvé|ici)|il n['’]y ait rien)(?: (?:à cet (?:endroit|emplacement)|à cette adresse|ici))?|rien de trouvé|rien trouvé",
        r"il semble que nous ne (?:puissions|parvenions) pas (?:à )?trouver ce que vous (?:re)?cherchez",
        r"aucune? [a-zà-ÿ-]{3,24} (?:avec|portant|sous) (?:ce|cet|cette) (?:numéro|identifiant|nom|titre|référence|code)(?: n['’]est| n['’]a été)?(?: (?:enregistrée?|trouvée?|répertoriée?|connue?|inscrite?))?",
        rf"(?:il n['’](?:y a|existe) )?(?:pas d['’]|pas de |aucune? )(?:{_KIND})(?: (?:trouvée?|disponible|ne correspond|n['’]a été trouvée?|n['’]existe|n['’]est disponible|portant ce nom|avec cet identifiant|ne correspond à (?:votre|cette) demande))?",
        rf"(?:nous (?:ne parvenons pas à|ne pouvons pas|n['’]avons pas (?:pu )?|n['’]arrivons pas à) ?|je (?:n['’]arrive pas à|ne peux pas|ne) |impossible de |on ne )(?:re)?trouv(?:er|é|ons|e(?: pas)?) (?:la|le|les|l['’]|cette|cet|ce|votre) ?(?:{_KIND})(?: {_PAST}e?)?{_YOU}",
        rf"vous (?:cherchez|demandez|avez (?:demandé|cherché|suivi)|essayez d['’]\w+|tentez d['’]\w+) (?:une?|la|le) (?:{_KIND}) qui (?:n['’]existe (?:pas|plus)|n['’]est plus (?:disponible|en ligne)|a été (?:supprimée?|retirée?|déplacée?))",
        rf"aucune? (?:{_KIND})(?: [\w.-]{{2,20}})? (?:trouvée?|ne correspond) (?:à|pour) (?:cette|cet|ce|l['’]|votre) ?(?:url|adresse|lien|identifiant|requête|demande|chemin)",
        r"(?:cette|la) page(?: que vous [^.!?,\n]{1,40}?)? (?:s['’]est (?:perdue|envolée|égarée|volatilisée)|a disparu)(?: dans (?:la|le|les|l['’]) ?[a-zà-ÿ -]{2,30})?",
        rf"aucune? (?:{_KIND}) ne porte (?:le|ce|cet)(?: (?:numéro|nom|titre|identifiant))?",
        r"rien (?:ici|à cette adresse)|lien (?:mort|brisé|cassé|périmé)",
    ),
)
