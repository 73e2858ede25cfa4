"""Asking the live web: politely, safely, once."""
