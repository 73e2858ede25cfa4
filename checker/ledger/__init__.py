"""The ledger: the one part that knows how the memory between runs lies on the disk."""

from checker.ledger.aside import set_aside
from checker.ledger.schema import SCHEMA
from checker.ledger.store import Ledger

__all__ = ["SCHEMA", "Ledger", "set_aside"]
