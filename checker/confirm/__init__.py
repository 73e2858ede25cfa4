"""``checker confirm``: a person's verdict, written into sources.yml without touching anything else there."""
