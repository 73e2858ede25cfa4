"""checker: a source-link and fact-freshness checker for documents that have to last."""

from checker import about

__version__ = about.VERSION
__all__ = ["__version__"]
