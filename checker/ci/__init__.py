"""What a run says and keeps in continuous integration: the state branch, the rolling issue, the fix request.

``api`` and ``git`` are the edges (the GitHub REST API over httpx, git as a process); what is decided lies in
pure modules beside them. A report that comes from another job is hostile data: it is read by its schema and
escaped again.
"""
