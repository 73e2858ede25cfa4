"""The text of PDF files that pages turn out to be, read in processes of their own: what is in them is hostile."""
