"""Rewriting documents: what is gone gets its archived copy, what moved its new address. Nothing else changes.

``decide`` says what each source needs, ``plan`` turns that into edits of one document (one module a format),
``write`` is the only one that touches a file. Every edit is proven before it is made: the edited text is read
again, and must cite just what was intended, everything else as before.
"""
