"""The GitHub REST API: the few calls we make, bounded, and repeated only where repeating does no harm.

https://docs.github.com/en/rest, version 2022-11-28. Answers are read by their schema; texts in them are
written by strangers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import httpx
import msgspec
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from checker import about
from checker.errors import RemoteError, UsageError
from checker.patterns import regex

API = "https://api.github.com"
_PAGE, _MOST_PAGES = 100, 20
_MOST_BYTES = 200 * 2**20
_REPOSITORY = regex(r"[A-Za-z0-9][\w-]*/(?!\.{1,2}$)[\w.-]+", re.ASCII)
_T = TypeVar("_T")


class User(msgspec.Struct, frozen=True):
    """Who wrote something."""

    login: str = ""


class Issue(msgspec.Struct, frozen=True):
    """An issue or, with ``pull_request`` set, a pull request."""

    number: int
    state: str = "open"
    body: str | None = None
    user: User | None = None
    pull_request: Any = None


class WorkflowRun(msgspec.Struct, frozen=True):
    """Where an artifact comes from."""

    repository_id: int | None = None
    head_repository_id: int | None = None
    head_branch: str | None = None


class Artifact(msgspec.Struct, frozen=True):
    """An artifact of an earlier run."""

    id: int
    name: str
    expired: bool = False
    created_at: str = ""
    size_in_bytes: int = 0
    workflow_run: WorkflowRun | None = None


class Artifacts(msgspec.Struct, frozen=True):
    """One page of artifacts."""

    artifacts: list[Artifact]


class _Passing(Exception):
    """The service failed in a way that the next try may not."""


class GitHub:
    """The API for one repository.

    Args:
        repository: its ``owner/name``.
        token: what may be done; sent to the API alone.
        api: the address of the API.
        pause: seconds between tries.

    Raises:
        UsageError: the repository is no ``owner/name``.
        RemoteError: from every method, where the API refuses or does not answer.
    """

    def __init__(self, repository: str, token: str, api: str = API, pause: float = 2) -> None:
        if not _REPOSITORY.fullmatch(repository):
            raise UsageError(f"'{repository}' is not a repository; write owner/name")
        self._base = f"{api.rstrip('/')}/repos/{repository}"
        self._pause = pause
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": f"checker/{about.VERSION}",
            "Authorization": f"Bearer {token}",
        }
        self._client = httpx.Client(headers=headers, timeout=30)

    def issues_of(self, author: str) -> list[Issue]:
        """All issues, open or closed, that this account opened; pull requests left out."""
        found: list[Issue] = []
        for page in range(1, _MOST_PAGES + 1):
            query: dict[str, str | int] = {"state": "all", "creator": author, "per_page": _PAGE, "page": page}
            here = self._read("/issues", list[Issue], query)
            found += [one for one in here if one.user and one.user.login == author and one.pull_request is None]
            if len(here) < _PAGE:
                break
        return found

    def create_issue(self, title: str, body: str) -> int:
        """Open an issue; gives its number. Never repeated: twice would be two issues."""
        return self._write("POST", "/issues", {"title": title, "body": body}).number

    def update_issue(self, number: int, **fields: str) -> None:
        """Change ``body``, ``state`` or ``state_reason`` of an issue."""
        self._write("PATCH", f"/issues/{number}", fields)

    def comment(self, number: int, body: str) -> None:
        """Add a comment. Never repeated."""
        self._write("POST", f"/issues/{number}/comments", {"body": body})

    def open_requests(self, head: str) -> list[Issue]:
        """The open pull requests from a branch of this repository."""
        owner = self._base.rsplit("/", 2)[1]
        return self._read("/pulls", list[Issue], {"state": "open", "head": f"{owner}:{head}", "per_page": _PAGE})

    def create_request(self, title: str, body: str, head: str, base: str) -> int:
        """Open a pull request; gives its number. Never repeated."""
        return self._write("POST", "/pulls", {"title": title, "body": body, "head": head, "base": base}).number

    def update_request(self, number: int, **fields: str) -> None:
        """Change ``body`` or ``state`` of a pull request."""
        self._write("PATCH", f"/pulls/{number}", fields)

    def artifacts(self, name: str) -> list[Artifact]:
        """The artifacts of this name, newest first."""
        found = self._read("/actions/artifacts", Artifacts, {"name": name, "per_page": _PAGE}).artifacts
        return sorted(found, key=lambda one: (one.created_at, one.id), reverse=True)

    def archive_of(self, artifact: int) -> bytes:
        """The zip file of an artifact. The store it lies in gets no token."""
        first = self._send("GET", f"{self._base}/actions/artifacts/{artifact}/zip", repeat=True)
        if first.is_redirect:
            target = httpx.URL(first.headers.get("location", ""))
            with httpx.Client(timeout=60) as store:
                return self._bounded(store, httpx.Request("GET", target))
        return first.content

    def _read(self, path: str, kind: type[_T], query: Mapping[str, str | int]) -> _T:
        return _decoded(self._send("GET", self._base + path, query=query, repeat=True).content, kind)

    def _write(self, method: str, path: str, body: Mapping[str, str]) -> Issue:
        """POST is sent once, since a lost answer does not tell whether it was done; PATCH says the same twice."""
        answer = self._send(method, self._base + path, body=body, repeat=method == "PATCH")
        return _decoded(answer.content, Issue) if "comments" not in path else Issue(0)

    def _send(
        self,
        method: str,
        url: str,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, str] | None = None,
        repeat: bool,
    ) -> httpx.Response:
        tries = Retrying(
            stop=stop_after_attempt(3 if repeat else 1),
            wait=wait_fixed(self._pause),
            retry=retry_if_exception_type(_Passing),
            reraise=True,
        )
        try:
            return tries(self._once, method, url, query, body)
        except _Passing as error:
            raise RemoteError(f"GitHub's API: {error}") from error

    def _once(
        self, method: str, url: str, query: Mapping[str, str | int] | None, body: Mapping[str, str] | None
    ) -> httpx.Response:
        try:
            answer = self._client.request(method, url, params=query, json=body)
        except httpx.HTTPError as error:
            raise _Passing(f"no answer ({type(error).__name__})") from error
        if answer.status_code >= 500:
            raise _Passing(f"{method} answered {answer.status_code}")
        if answer.status_code >= 400:
            raise RemoteError(f"GitHub's API: {method} {url.removeprefix(self._base)} answered {_told(answer)}")
        return answer

    @staticmethod
    def _bounded(store: httpx.Client, request: httpx.Request) -> bytes:
        body = bytearray()
        try:
            answer = store.send(request, stream=True)
            answer.raise_for_status()
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > _MOST_BYTES:
                    raise RemoteError("GitHub's API: the artifact is too large")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise RemoteError(f"GitHub's API: the artifact cannot be fetched ({type(error).__name__})") from error
        return bytes(body)


class _Refusal(msgspec.Struct):
    message: str = ""


def _told(answer: httpx.Response) -> str:
    """The status with GitHub's own words, and what to do about the usual ones."""
    try:
        words = msgspec.json.decode(answer.content, type=_Refusal).message[:200]
    except msgspec.DecodeError:
        words = ""
    hint = {
        401: "; the token is not valid",
        403: "; grant the job the permission, or wait where it is the rate limit",
        404: "; the job may lack a permission",
        410: "; issues are switched off in this repository",
    }.get(answer.status_code, "")
    return f"{answer.status_code} {words}{hint}".rstrip()


def _decoded(data: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise RemoteError(f"GitHub's API: an answer that cannot be read ({error})") from error
