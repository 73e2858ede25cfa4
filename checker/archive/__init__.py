"""Archived copies: finding the one nearest to the day the author looked."""
