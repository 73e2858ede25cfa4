"""What a terminal is told while a run goes on: how far it is, what it waits for, how long it may take. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

FEW = 3
_ENOUGH = 5


class Standing(Struct, frozen=True):
    """How far one stage of a run is. ``hosts``: done and total of each host, where the stage has hosts."""

    stage: str
    done: int
    total: int
    hosts: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def waiting(self) -> list[str]:
        """The hosts that have not answered everything yet."""
        return [host for host, (done, total) in self.hosts.items() if done < total]


Progress = Callable[[Standing], None]


def silent(standing: Standing) -> None:
    """Tell nobody."""


def line(standing: Standing, elapsed: float) -> str:
    """One line for a terminal.

    Args:
        standing: how far the stage is.
        elapsed: seconds since it began.
    """
    parts = [f"{standing.stage} {standing.done}/{standing.total}"]
    left = estimate(standing, elapsed)
    if left is not None:
        parts.append(f"about {shown(left)} left")
    waiting = standing.waiting
    if waiting and len(waiting) <= FEW and standing.done >= _ENOUGH:
        parts.append("waiting for " + ", ".join(waiting))
    return ", ".join(parts)


def estimate(standing: Standing, elapsed: float) -> float | None:
    """Seconds still to go: as long as the slowest host takes at its own pace; None while nobody can know."""
    if standing.done < _ENOUGH or standing.done >= standing.total or elapsed <= 0:
        return None
    overall = (standing.total - standing.done) * elapsed / standing.done
    by_host = [(total - done) * elapsed / done for done, total in standing.hosts.values() if 0 < done < total]
    return max(by_host, default=overall) if standing.hosts else overall


def shown(seconds: float) -> str:
    """A duration as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
