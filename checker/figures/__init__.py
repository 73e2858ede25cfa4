"""Quantities in text: what makes a number a figure, which period it describes, whether a page still has it.

``languages`` holds the words of each language as data; ``grammar`` and ``periods`` are the one small engine
that reads them all. Everything is pure and linear in the text.
"""
