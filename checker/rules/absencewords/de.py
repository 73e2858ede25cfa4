"""Absence in German: data."""

from __future__ import annotations

from checker.rules.absencewords.grammar import IDENT, Grammar

_KIND = (
    r"(?:[a-zäöüß]{3,20}-?)?(?:seite|artikel|dokument|datei|objekt|beitrag|angebot|stelle|anzeige|eintrag|meldung|akte|vorlage|datensatz|projekt|profil|nummer|blatt|ansicht|forum|ausgabe|objekt|kurs|medium|link|kennung)|inhalte?|seite|inhalte?|artikel|dokument|datei|objekt|beitrag|meldung|eintrag|angebot|stelle|stellenanzeige|veranstaltung|termin|text|video|bild|nachricht|"
    r"pressemitteilung|mitteilung|publikation|veröffentlichung|datensatz|element|ressource|rubrik|kategorie|thema|forum|thread|profil|benutzer|nutzer|konto|mitglied|autor|person|kanal|"
    r"link|verweis|url|adresse|webadresse|internetadresse|projekt|produkt|kurs|anzeige|inserat|identifikator|kennung|id|news|download|dossier|seminar|titel|sammlung|medium|ergebnis|webseite"
)
_ADJECTIVE = r"(?:alt|früher|bisherig|ehemalig|gesucht|angefordert|aufgerufen|gewünscht|angefragt|angegeben|ausgewählt|gewählt|verlinkt|entsprechend|genannt|ursprünglich|angeforderten|betreffend)e?[rsnm]?"
_YOU = r"(?:, (?:(?:auf|unter|nach) )?(?:die|den|das|dem|der|welche[srn]?) (?:sie|du|ihr) (?:[^.!?,\n]{1,50}?),?)?"
_SUBJECT = rf"(?:(?:die|der|das|den|diese[rsn]?|dieses|ein(?:e|en)?|ihr(?:e)?) )?(?:von ihnen )?(?:{_ADJECTIVE} )?(?:{_KIND})(?: {IDENT})?(?: (?:mit|unter|zu) diese[rm] (?:nummer|id|adresse|kennung|url|namen|link))?{_YOU}"

GERMAN = Grammar(
    stems=(
        "nichts",
        "nicht",
        "kein",
        "gelöscht",
        "entfernt",
        "unbekannt",
        "ungültig",
        "fehlt",
        "geloescht",
        "nirgend",
        "ins leere",
        "genommen",
        " weg",
        "versch",
    ),
    subject=rf"{_SUBJECT}|(?:(?:die|der|das|diese[rs]?) )?(?:von ihnen )?(?:gesucht|angefordert|aufgerufen|angefragt|gewünscht)e[rsn]? [a-zäöüß-]{{3,30}}",
    adverbs=r"leider|wohl|offenbar|vermutlich|möglicherweise|inzwischen|bereits|auch|dauerhaft|unter dieser adresse|hier|momentan leider|bedauerlicherweise|anscheinend|eventuell",
    predicates=(
        (
            r"(?:wurde|wurden|ist|sind|konnte|konnten|existiert|existieren|steht|stehen|war)? ?(?:leider |unter dieser adresse |hier |(?:auf|in|unter) (?:dem|der|diesem|dieser|unserem|unserer) \w{4,20} ){0,2}(?:nicht|nicht mehr)(?: (?:mehr ))?"
            r"(?: (?:(?:online |hier |länger |öffentlich ){0,2}(?:gefunden(?: werden)?|vorhanden|da|aktiv|veröffentlicht|zugänglich|verfügbar|auffindbar|online|abrufbar|zu finden|zur verfügung|existent|bekannt|gültig|zugeordnet werden|ermittelt werden|aufgelöst werden)))"
        ),
        r"existier(?:t|en) (?:leider |hier |auf diesem server ){0,2}nicht(?: \(?mehr\)?)?",
        r"(?:wurde|wurden|ist|sind) (?:leider |inzwischen |vom autor |vom nutzer |bereits |vermutlich ){0,2}(?:gelöscht|entfernt|offline genommen|depubliziert)(?: worden)?",
        r"ist (?:abgelaufen|veraltet) oder (?:ist )?(?:ungültig|gelöscht|nicht mehr vorhanden|fehlerhaft)|ist ungültig oder (?:abgelaufen|veraltet)",
        r"(?:wurde|wurden|ist|sind) (?:vom|von der|von dem|von den|durch den|durch die) [a-zäöüß-]+ (?:gelöscht|entfernt|offline genommen)(?: worden)?",
        r"(?:kann|können) (?:leider )?nicht mehr (?:angezeigt|aufgerufen|abgerufen|eingesehen|angesehen|gelesen|geöffnet|heruntergeladen) werden",
        r"(?:wurde|wurden|ist|sind) (?:aus (?:dem|unserem) (?:angebot|netz|programm|archiv|katalog)|vom netz|offline) (?:genommen|entfernt)(?: worden)?",
        r"(?:gelöscht|entfernt|unbekannt|ungültig|fehlt|ist unbekannt|ist ungültig)",
        r"gibt(?: es|['’]?s) (?:leider |hier |bei uns |unter dieser adresse ){0,2}nicht(?: \(?mehr\)?)?",
        r"führt (?:leider |inzwischen ){0,2}(?:nirgendwo|nirgends|nirgendwo mehr|nirgends mehr|nicht mehr|ins leere|zu nichts)(?: mehr)?(?: ?hin)?",
        r"(?:können|konnten) wir (?:leider )?nicht (?:mehr )?finden",
    ),
    further=(
        r"(?:sie |er |es )?(?:wurde|wurden|ist) (?:bereits |inzwischen |evtl\. )?(?:verschoben|archiviert|umbenannt|gelöscht|entfernt|abgelaufen|geändert)(?: worden)?",
        r"verschoben|archiviert|umbenannt|abgelaufen|veraltet|nicht mehr aktuell|(?:ist )?nicht (?:mehr )?(?:öffentlich|freigegeben|aktiv)|ist (?:veraltet|abgelaufen|falsch|fehlerhaft)",
    ),
    joints=r"oder|und|bzw\.?|beziehungsweise|, oder|, da (?:sie|er|es)|oder sie|oder er|oder es",
    places=r"(?:auf|unter|in|an|mit) (?:diese[mrn]?|unsere[mrn]?|der|dem) (?:angegebenen )?(?:adresse|server|website|webseite|seite|stelle|portal|datenbank|katalog|archiv|id|nummer|url|kennung|namen|system)",
    wholes=(
        r"(?:es (?:sieht so aus|scheint|hat den anschein), als ob )?(?:hier |an dieser stelle |unter dieser adresse |an diesem ort |es )?(?:wurde |konnte )?(?:hier |an dieser stelle |unter dieser adresse )?(?:leider )?nichts gefunden(?: wurde| werden| worden)?",
        r"(?:es scheint, als ob )?wir nichts? finden konnten, (?:wonach|was) (?:sie|du|ihr) (?:gesucht (?:haben|hast|habt)|such(?:en|st|t))",
        r"(?:zu|unter|mit) diese[rm] [a-zäöüß]{0,20}(?:nummer|kennung|id) (?:existiert|gibt es|wurde|liegt) (?:leider )?kein(?:e|en)? [a-zäöüß-]{3,24}(?: gefunden| vor)?",
        rf"{_SUBJECT} (?:konnte|konnten|wurde|wurden) (?:leider )?nicht (?:mehr )?gefunden(?: werden)?, (?:auf |nach |unter )?(?:die|das|den|dem|der|welche[rsn]?) (?:sie|du|ihr) [^.!?,\n]{{1,50}}",
        r"kein(?:e|en)? [a-zäöüß-]{3,30} (?:mit|unter) diese[rm] (?:id|nummer|kennung|namen|titel) (?:(?:ist|wurde) )?(?:registriert|vorhanden|gefunden|verzeichnet|bekannt|eingetragen)",
        r"(?:leider )?(?:wir )?(?:können|konnten) (?:wir )?(?:leider )?nichts? finden, (?:wonach|was) (?:sie|du|ihr) (?:gesucht (?:haben|hast|habt)|such(?:en|st|t))",
        rf"(?:ist|wurde|konnte|existiert|steht) {_SUBJECT} (?:leider |inzwischen |bereits )?(?:nicht (?:mehr )?(?:verfügbar|vorhanden|gefunden(?: werden)?|online|abrufbar|zur verfügung|auffindbar)|nicht mehr|gelöscht(?: worden)?|entfernt(?: worden)?)",
        rf"(?:zu|unter|mit) (?:diese[rm]|der|dem) (?:angegebenen )?(?:id|nummer|adresse|kennung|url|namen|anfrage) (?:wurden? |konnten? |existiert |gibt es |ist )?(?:leider )?(?:kein(?:e[nrs]?)? (?:{_KIND})|nichts)(?: gefunden(?: werden)?| vorhanden)?",
        rf"(?:ungültige|unbekannte|nicht existierende|falsche|gelöschte)[rsn]? (?:{_KIND})(?: {IDENT})?",
        rf"(?:es wurde |es wurden |wir haben )?keine?n? (?:passende[rns]? |solche[rns]? |entsprechende[rns]? )?(?:{_KIND})n? (?:gefunden|vorhanden|verfügbar|(?:mit|unter) diese[rm] (?:id|nummer|adresse|namen|kennung|url)(?: (?:gefunden|vorhanden))?)",
        rf"(?:(?:leider )?(?:(?:wir )?(?:können|konnten) (?:wir )?|ich kann |kann ich )(?:leider )?)(?:die|den|das|diese[ns]?) (?:von ihnen )?(?:{_ADJECTIVE} )?(?:{_KIND}){_YOU} (?:leider )?nicht (?:mehr )?(?:finden|anzeigen)",
        rf"(?:diese[ns]?|eine?n? solche[ns]?) (?:{_KIND}) gibt(?: es|['’]?s) (?:leider |hier ){{0,2}}nicht(?: mehr)?|hier gibt(?: es|['’]?s) (?:leider )?nichts(?: zu sehen)?",
        rf"(?:die|diese) (?:von ihnen )?(?:{_ADJECTIVE} )?(?:web|internet)?seite{_YOU} (?:ist (?:leider |wohl |einfach )?(?:im [a-zäöüß]{3, 20} )?(?:weg|verschwunden|versunken|untergegangen|verschollen|verloren gegangen)|hat sich (?:wohl |leider )?(?:verlaufen|verirrt))(?: im [a-zäöüß-]{{3,20}})?",
        rf"es (?:existiert|gibt|wurde|ist) (?:leider )?kein(?:e|en)? (?:[a-z0-9.]{{2,20}}[- ])?(?:{_KIND})(?: (?:mit|unter|zu|für|an) diese[rms]? \w{{2,14}})?(?: gefunden| vorhanden| verfügbar)?",
        rf"(?:es wurde |zu dieser (?:url|adresse|id|anfrage) wurde |(?:zu|für|unter) diese[rm] (?:url|adresse|id|pfad) (?:existiert|gibt es) )?kein(?:e|en)? (?:[a-z0-9.]{{2,20}}[- ])?(?:{_KIND})(?: gefunden)",
    ),
)
