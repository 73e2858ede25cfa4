"""How messages begin that bring bad news: interjections, and that something is wrong. Data, in lower case."""

from __future__ import annotations

INTERJECTION = (
    r"(?:o{1,6}ps(?:ie|y)?|wh?oops(?:ie|y|[- ]a[- ]daisy)?|uh[- ]?oh|oh (?:no+|dear|my|snap|non|nein|je|là là|la la)|aw,? snap|ouch|yikes|h{1,6}m{1,6}|d['’]oh|argh|darn|bummer|eek|sorry|pardon|"
    r"hopp(?:la|ala|sa|sala)|huch|upsi?|autsch|ach (?:je|herrje|du (?:schreck|liebe zeit|meine güte|je))|o ?je(?:mine)?|herrje|au ?weia|verflixt|nanu|tja|schade|"
    r"oups{1,4}|a[iï]e(?:[ ,]{1,2}a[iï]e){0,3}|zut(?: alors)?|mince(?: alors)?|hélas|fl[uû]te|désolée?s?|uy|ay{1,4}|vaya|caramba|caray|perdón|lo sentimos|ops{1,4}|opa|epa|eita|poxa|puxa|ahi(?:mè|a)?|accidenti|uffa|"
    r"ой(?:[- ]?ой){0,3}|упс|уупс|ай(?:[- ]?яй){0,3}|ох|эх|ах|увы|йой|опа|ооо?пс|"
    r"哎呀|哎哟|啊哦|哦哦|糟糕|呜{2,6}|噢|呃|咦|おっと|あれ|앗|이런|어머|ojej(?:ku)?|ojoj|oj|hoppsan|ojdå|hups(?:is|ista)?|oho|jejda|hopla|ajaj|oeps|eyvah|hoppá)"
)
"""What is exclaimed where something is amiss."""
WRONG = (
    r"(?:something (?:went|has gone) wrong(?: here)?|(?:hier |da )?(?:ist|lief|ging) (?:leider )?(?:et)?was (?:schief ?gegangen|schief ?gelaufen|schief)|(?:et)?was ist schief ?gegangen|es ist ein fehler aufgetreten|"
    r"quelque chose s['’]est mal passé|une erreur (?:est survenue|s['’]est produite)|il y a (?:eu )?(?:un problème|une erreur)|algo (?:salió|ha salido|fue|ha ido|deu|correu) (?:mal|errado)|(?:ha ocurrido|se ha producido) un error|"
    r"qualcosa è andato storto|что-то пошло не так|произошла ошибка|出错[了啦]?|出了点?(?:问题|差错)|出現錯誤|(?:页面|好像|似乎)出错[了啦]?)"
)
"""That something is wrong, said before what it is."""
LOST_READER = (
    r"(?:you(?:['’]ve| have)? (?:reached|hit|come to) (?:a|the) dead end|you(?:['’]re| are)? (?:(?:seem|appear) to (?:be|have) )?(?:lost|gone astray|strayed|wandered)(?: (?:your way|off|from|away)(?: [a-z]+){0,4})?|(?:it )?(?:looks|seems) like you(?:['’]re| are|['’]ve| have)? (?:got(?:ten)? |taken )?(?:lost|a wrong turn)(?: your way)?|"
    r"(?:(?:da |hier )?(?:haben|hast) (?:sie|du) (?:sich|dich)|(?:sie|du) (?:haben|hast) (?:sich|dich)) (?:wohl |anscheinend |offenbar )?(?:verlaufen|verirrt)|"
    r"(?:on dirait que )?vous (?:êtes|semblez)(?: être)? (?:perdus?|perdue|égarée?s?)|vous vous êtes (?:perdue?s?|égarée?s?)|(?:parece que )?(?:te has|se ha|estás?|está) perdid[oa]|(?:parece que )?(?:você|te) se perdeu|"
    r"(?:кажется, |похоже, )?вы (?:заблудились|потерялись|сбились с пути)|(?:您|你)?(?:好像|似乎)?(?:迷路|走丢|走错路)了?)"
)
"""That the reader is lost, in place of the page."""
