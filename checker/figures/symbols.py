"""Signs, codes and symbols that every language prints alike, and what they are in base units. Pure data.

Currencies are ISO 4217 codes (list one, 2024). A dollar sign alone is taken for the US dollar, as
international prose does; whoever means another says so in sources.yml. SI symbols are as in the SI
Brochure (9th edition, 2019); tonnes are kilograms, areas square metres, energy watt-hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.figures.lexicon import units

SIGNS: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "NT$": "TWD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "CN¥": "CNY", "RMB¥": "CNY", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW", "₴": "UAH", "₺": "TRY", "₪": "ILS",
    "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₾": "GEL", "₮": "MNT", "₼": "AZN", "Rs.": "INR", "Rs": "INR",
    "Fr.": "CHF", "RMB": "CNY", "KSh": "KES", "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "Rp": "IDR", "RM": "MYR", "Tk": "BDT", "Kčs": "CZK", "zł": "PLN", "Kč": "CZK", "￥": "CNY",
    "RD$": "DOP", "₡": "CRC", "₲": "PYG", "Gs.": "PYG", "Gs": "PYG", "Lps.": "HNL", "Lps": "HNL", "COL$": "COP", "CLP$": "CLP",
    "AR$": "ARS", "UY$": "UYU", "MXN$": "MXN", "Mex$": "MXN", "BZ$": "BZD", "TT$": "TTD", "J$": "JMD", "EC$": "XCD", "N$": "NAD", "GH¢": "GHS", "GH₵": "GHS", "₵": "GHS",
}  # fmt: skip
CODES = frozenset(
    "USD EUR GBP JPY CNY RUB KZT KGS TJS UZS TMT INR KRW UAH TRY ILS CHF SEK NOK DKK PLN CZK HUF AUD CAD NZD HKD SGD BRL "
    "MXN ZAR NGN EGP SAR AED IRR IQD PKR BDT IDR MYR THB VND PHP MNT AZN GEL AMD BYN MDL RON BGN RSD ISK TWD ARS CLP COP "
    "PEN UYU BOB PYG KES GHS ETB TZS UGX MAD TND DZD LYD JOD LBP KWD QAR OMR BHD LKR NPR MMK KHR LAK AFN XOF XAF ALL MKD "
    "BAM CUP DOP GTQ HNL NIO CRC PAB VES HTG BZD TTD JMD XCD SVC AOA MZN ZMW BWP NAD MUR".split()
)
GLUED_SCALES: Mapping[str, Decimal] = {
    "k": Decimal("1e3"), "K": Decimal("1e3"), "m": Decimal("1e6"), "M": Decimal("1e6"), "mn": Decimal("1e6"),
    "mln": Decimal("1e6"), "mm": Decimal("1e6"), "b": Decimal("1e9"), "B": Decimal("1e9"), "bn": Decimal("1e9"),
    "Bn": Decimal("1e9"), "bln": Decimal("1e9"), "G": Decimal("1e9"), "tn": Decimal("1e12"), "trn": Decimal("1e12"),
    "T": Decimal("1e12"), "Md": Decimal("1e9"), "Mds": Decimal("1e9"), "Mrd": Decimal("1e9"),
    "Mio": Decimal("1e6"), "cr": Decimal("1e7"), "Cr": Decimal("1e7"),
}  # fmt: skip
"""Scales written right behind an amount of money: ``$5m``, ``M€``."""
SCALES: Mapping[str, Decimal] = {
    "Mrd.": Decimal("1e9"), "Mrd": Decimal("1e9"), "Mio.": Decimal("1e6"), "Mio": Decimal("1e6"), "млрд": Decimal("1e9"),
    "млн": Decimal("1e6"), "трлн": Decimal("1e12"), "тыс.": Decimal("1e3"), "bn": Decimal("1e9"), "mln": Decimal("1e6"),
    "bln": Decimal("1e9"), "万亿": Decimal("1e12"), "亿": Decimal("1e8"), "万": Decimal("1e4"), "萬": Decimal("1e4"),
    "億": Decimal("1e8"), "million": Decimal("1e6"),
}  # fmt: skip
SYMBOLS: Mapping[str, tuple[str, Decimal]] = units(
    ("km", "m", "1e3"), ("m", "m", "1"), ("cm", "m", "0.01"), ("mm", "m", "0.001"), ("ft", "m", "0.3048"),
    ("km²|km2|sq km|sq. km|km^2", "m2", "1e6"), ("m²|m2|sq m|m^2", "m2", "1"), ("ha|Ha", "m2", "1e4"),
    ("m³|m3|cu m|m^3", "m3", "1"), ("km³|km3", "m3", "1e9"), ("bcm|BCM", "m3", "1e9"), ("mcm|MCM", "m3", "1e6"),
    ("tcm", "m3", "1e12"), ("kg", "kg", "1"), ("g", "kg", "0.001"), ("t", "kg", "1e3"), ("kt", "kg", "1e6"),
    ("Mt|MT|mt|MMT", "kg", "1e9"), ("Gt|GT", "kg", "1e12"), ("mtpa|Mtpa|MTPA", "kg", "1e9"),
    ("W", "W", "1"), ("kW|KW", "W", "1e3"), ("MW|MWp|MWe", "W", "1e6"), ("GW|GWp|GWe", "W", "1e9"), ("TW", "W", "1e12"),
    ("Wh", "Wh", "1"), ("kWh|KWh", "Wh", "1e3"), ("MWh", "Wh", "1e6"), ("GWh", "Wh", "1e9"), ("TWh", "Wh", "1e12"),
    ("kV", "V", "1e3"), ("V", "V", "1"), ("Hz", "Hz", "1"), ("kHz", "Hz", "1e3"), ("MHz", "Hz", "1e6"),
    ("GHz", "Hz", "1e9"), ("L|l", "L", "1"), ("ml|mL", "L", "0.001"), ("hl|hL", "L", "100"), ("bbl", "barrel", "1"),
    ("bpd|b/d|bbl/d", "barrel/d", "1"), ("mb/d|mbpd", "barrel/d", "1e6"), ("°C|℃", "°C", "1"), ("°F", "°F", "1"),
    ("km/h|kph|kmh", "km/h", "1"), ("mph", "mph", "1"), ("m/s", "m/s", "1"), ("µg/m³|μg/m³|µg/m3|μg/m3", "ug/m3", "1"),
    ("ppm", "ppm", "1"), ("‰", "‰", "1"), ("ppb", "ppb", "1"), ("t/ha", "t/ha", "1"), ("kg/ha", "kg/ha", "1"), ("g/km", "g/km", "1"), ("kB", "B", "1e3"), ("MB", "B", "1e6"), ("GB", "B", "1e9"),
    ("TB", "B", "1e12"), ("PB", "B", "1e15"), ("Mbit/s|Mbps", "bit/s", "1e6"), ("Gbit/s|Gbps", "bit/s", "1e9"),
    ("EJ", "J", "1e18"), ("PJ", "J", "1e15"), ("TJ", "J", "1e12"), ("GJ", "J", "1e9"), ("MJ", "J", "1e6"),
    ("TEU|teu", "TEU", "1"), ("Mtoe|mtoe", "toe", "1e6"), ("toe", "toe", "1"), ("tCO2e|tCO₂e|tCO2|tCO₂|teqCO2|teqCO₂", "kg", "1e3"), ("MtCO2e|MtCO₂e|MtCO2|MtCO₂", "kg", "1e9"),
    ("GtCO2e|GtCO₂e|GtCO2|GtCO₂", "kg", "1e12"), ("dB", "dB", "1"), ("км", "m", "1e3"), ("кг", "kg", "1"),
    ("TEUR|kEUR|KEUR", "EUR", "1e3"), ("MEUR|mEUR", "EUR", "1e6"), ("TCHF|kCHF|KCHF", "CHF", "1e3"), ("TUSD|kUSD|KUSD", "USD", "1e3"), ("MUSD", "USD", "1e6"),
)  # fmt: skip
