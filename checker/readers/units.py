"""Units and currencies as they are printed, and what they are in base units. Pure data.

Currencies are ISO 4217 codes. A dollar sign alone is taken for the US dollar and ``¥`` for the yen, as
international prose does; whoever means another says so in sources.yml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

SIGNS: Mapping[str, str] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW",
    "₴": "UAH", "₺": "TRY", "₪": "ILS", "₫": "VND", "₦": "NGN",
}  # fmt: skip
CODES = frozenset(
    "USD EUR GBP JPY CNY RUB KZT KGS TJS UZS TMT INR KRW UAH TRY ILS CHF SEK NOK DKK PLN CZK HUF AUD CAD NZD HKD SGD BRL "
    "MXN ZAR NGN EGP SAR AED IRR IQD PKR BDT IDR MYR THB VND PHP MNT AZN GEL AMD BYN MDL RON BGN RSD ISK".split()
)
CURRENCY_WORDS: Mapping[str, str] = {
    "dollar": "USD", "dollars": "USD", "us dollars": "USD", "u.s. dollars": "USD", "euro": "EUR", "euros": "EUR",
    "pound": "GBP", "pounds": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "tenge": "KZT", "som": "KGS", "rupees": "INR", "dólares": "USD",
    "us-dollar": "USD", "рублей": "RUB", "руб": "RUB", "долларов": "USD", "долл": "USD", "евро": "EUR", "тенге": "KZT",
    "юаней": "CNY", "美元": "USD", "欧元": "EUR", "人民币": "CNY", "元": "CNY", "卢布": "RUB", "日元": "JPY",
}  # fmt: skip

UNITS: Mapping[str, tuple[str, Decimal]] = {
    name: (base, Decimal(factor))
    for names, base, factor in (
        ("bcm", "m3", "1e9"), ("mcm", "m3", "1e6"), ("cubic metres|cubic meters|m3|m³|куб. м|立方米", "m3", "1"),
        ("km2|km²|sq km|square kilometres|square kilometers", "m2", "1e6"), ("hectares|hectare|ha", "m2", "1e4"),
        ("square metres|square meters|m2|m²", "m2", "1"),
        ("km|kilometres|kilometers|kilometre|kilometer", "m", "1e3"), ("metres|meters", "m", "1"),
        ("miles", "m", "1609.344"), ("kg|kilograms|kilogrammes", "kg", "1"),
        ("tonnes|tonne|metric tons|tons|mt", "kg", "1e3"), ("gt", "kg", "1e12"),
        ("gw", "W", "1e9"), ("mw", "W", "1e6"), ("kw", "W", "1e3"), ("gwh", "Wh", "1e9"), ("mwh", "Wh", "1e6"),
        ("kwh", "Wh", "1e3"), ("twh", "Wh", "1e12"), ("litres|liters", "L", "1"), ("barrels|bbl", "barrel", "1"),
        ("barrels per day|barrels a day|bpd", "barrel/d", "1"), ("°c|degrees celsius", "°C", "1"),
        ("km/h|kph", "m/s", "0.2777777777777777777777777778"),
    )
    for name in names.split("|")
}  # fmt: skip
PERCENT = r"(?:%|per ?cents?(?!age)|percentage points|prozent|pour cent|por ciento|процент(?:а|ов)?|个百分点)"


def alternatives(names: Mapping[str, object]) -> str:
    """A pattern that matches any of some names, the longest first."""
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
