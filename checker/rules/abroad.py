"""How "page not found" is put in the languages that have no grammar of their own here: data.

As the translations of site software have it (WordPress 6.1, Starlight 0.42 and Docusaurus 3.10 as packaged in November 2026).
"""

from __future__ import annotations

from checker.patterns import regex

_NUMBER = regex(
    r"(?:[^\s:：]{1,12}[ -]?)?404[^\s:：]{0,12}(?: [^\s:：]{1,12})?\s?[:：–—-]\s*|(?<=\S)\s?[:：–—-]?\s?\(?404\)?$"
)
_NOT_FOUND = frozenset((
    "a keresett oldal nem található", "aradığınız sayfa bulunamadı", "asebtar ulac-it", "az oldal nem található",
    "bladsy nie gevind nie", "bok njejo se namakał", "cha deach an duilleag a lorg", "ez da orririk aurkitu",
    "fann ikkje sida", "fant ikke siden", "faqja nuk u gjet", "finner ikke siden", "halaman tak ditemukan",
    "halaman tidak ditemukan", "halaman tidak wujud", "heb ganfod tudalen", "hindi nahanap ang pahina",
    "kaca ora ketemu", "kaca teu kapaluruh", "không tìm thấy trang nào", "không tìm thấy trang này",
    "kua ngaro te whārangi", "la pagina che stai cercando non può essere trovata", "la pagino ne renkontresis",
    "la página que esta´buscando no se encuentra", "laman tidak dijumpai", "laman tidak ditemukan",
    "lapa nav atrasta", "lapa netika atrasta", "lehekülge ei leitud", "lehte ei leitud",
    "n'eo ket bet kavet ar bajenn", "nakala hainekani", "ne eblis trovi la paĝon", "ne najdem strani",
    "ne trovis paĝon", "ni ddarganfyddwyd y dudalen", "nincs ilyen oldal", "no s'ha pogut trobar la pàgina",
    "no s'ha trobat la pàgina", "no s'ha trobat la pàgina que esteu cercant", "non se atopou a páxina",
    "nun s'alcontró la páxina", "ní bhfuarthas an leathanach", "oldal nem található", "orrialdea ez da aurkitu",
    "otsitavat lehte ei leitud", "pagina non trovate", "pagina nu a fost găsită", "pagina nu există",
    "pagina pe care o cauți nu poate fi găsită", "pagină inexistentă", "paĝo ne trovita", "puslapis nerastas",
    "página no haña", "pájina la hetan", "páxina non atopada", "sahifa topilmadi", "sahypa tapylmady",
    "sayfa bulunamadı", "sidan du letar efter kunde inte hittas", "sidan hittas inte", "sidan inte hittad",
    "sidan kunde inte hittas", "side ikke fundet", "sivua ei löytynyt", "strani ni bilo mogoče najti",
    "strani ni bilo možno najti", "stranica nije pronađena", "strona nie została znaleziona",
    "strona njeje so namakała", "stránka nebola nájdená", "stránka sa nenašla",
    "stránka, kterou hledáte, nebyla nalezena", "stránka, ktorú ste hľadali nebola nenájdená", "síða fannst ekki",
    "síðan fannst ekki", "səhifə tapılmadı", "s’u gjet faqe", "trang không tồn tại", "ukurasa haujapatikana",
    "ukurasa haukupatikana",
    "барак табылган жок", "бачыну не знайшлі", "бит табылмады", "саҳифа ёфт нашуд", "старонка не знойдзена",
    "сторінка не знайдена", "сторінку не знайдено", "страницата не е намерена", "страницата не е најдена",
    "страницата не е открита", "страницата не е пронајдена", "сәхифә табылмаган", "фарс нӕ зыны",
    "хуудас олдсонгүй", "էջը գտնված չէ", "էջը չի գտնվել", "דף לא נמצא", "דף לא קיים", "העמוד לא נמצא", "לא נמצא דף",
    "الصفحة غير موجودة", "الصّفحة غير متوفّرة", "برگه پیدا نشد", "بەت تېپىلمىدى", "تعذر العثور على الصفحة",
    "صفحة غير موجودة", "صفحه ای که دنبال آن بودید پیدا نشد", "صفحه پیدا نشد", "صفحه یافت نشد", "صفحہ نھیں ملا",
    "صفحہ نہیں ملا", "لا يمكن العثور على الصفحة", "پەڕە نەدۆزرایەوە", "ޞަފްޙާ ނުފެނެއެވެ", "पान मिळाले नाही",
    "पृष्ठ नहीं मिला", "पृष्ठ भेटिएन", "पृष्ठ लापता", "पृष्ठ सापडले नाही", "पेज नहीं मिला", "পৃষ্ঠা পাওয়া যায়নি",
    "পেজটি খুঁজে পাওয়া যায়নি", "ਸਫ਼ਾ ਨਹੀਂ ਲੱਭਿਆ", "பக்கத்தைக் காணவில்லை", "பக்கம் காணப்படவில்லை", "పుట దొరకలేదు",
    "ಪುಟ ಸಿಗಲಿಲ್ಲ", "പേജ് കണ്ടെത്താനായില്ല", "පිටුව සොයා ගත නොහැක", "ไม่พบหน้านี้", "ไม่พบเนื้อหา",
    "စာမျက်နှာ မေတွ့ပါ။", "გვერდი არ არის ნაპოვნი", "გვერდი ვერ მოიძებნა", "ድህረ-ገጹ የለም",
    "ទំព័រដែលលោកអ្នកចង់រកនេះពុំមាននៅក្នុងម៉ាស៊ីនរបស់យើងខ្ញុំទេ", "ページが見つかりません", "沒有找到頁面", "沒有符合條件的頁面", "没有找到页面",
    "無此頁面", "페이지가 없습니다", "페이지를 찾을 수 없습니다",
))  # fmt: skip


def says(text: str) -> bool:
    """Whether a text in lower case is one of them, a 404 before or after it left out."""
    bare = " ".join(_NUMBER.sub("", text, count=1).replace("\u200b", "").split())
    return bare.strip(" .!…。।！") in _NOT_FOUND
