"""Names of months in the languages people cite in, lower case, without full stops."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = (
    "january jan januar jänner janvier janv enero ene январь января янв",
    "february feb februar febr février fevrier févr fév febrero февраль февраля фев февр",
    "march mar märz maerz mrz mars marzo март марта мар",
    "april apr avril avr abril abr апрель апреля апр",
    "may mai mayo май мая",
    "june jun juni juin junio июнь июня июн",
    "july jul juli juillet juil julio июль июля июл",
    "august aug août aout agosto ago август августа авг",
    "september sept sep septembre septiembre setiembre сентябрь сентября сен сент",
    "october oct oktober okt octobre octubre октябрь октября окт",
    "november nov novembre noviembre ноябрь ноября ноя нояб",
    "december dec dezember dez décembre déc decembre diciembre dic декабрь декабря дек",
)

MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
