"""``badge.json``: the state in a few words, in the form of shields.io's endpoint badges (2026-11)."""

from __future__ import annotations

import msgspec

from checker.outputs.buckets import Bucket, is_gone
from checker.outputs.wording import buckets
from checker.report import Report


def render(report: Report) -> str:
    """The badge; it says what was not checked rather than boasting a share."""
    if report.run.network == "down":
        message, color = "not checked: network down", "lightgrey"
    else:
        counts = buckets(report)
        needs, by_hand = counts[Bucket.NEEDS_YOU], counts[Bucket.BY_HAND]
        message = f"{needs} to mend" if needs else "fine"
        message += f", {by_hand} unchecked" if by_hand else ""
        color = "red" if any(is_gone(one) for one in report.sources) else "yellow" if needs else "brightgreen"
    badge = {"schemaVersion": 1, "label": "sources", "message": message, "color": color}
    return msgspec.json.encode(badge).decode() + "\n"
