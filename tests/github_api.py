"""A stand-in for the GitHub REST API over real HTTP: issues, pull requests and artifacts in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

REPOSITORY = "owner/site"
BOT = "github-actions[bot]"
TOKEN = "secret-of-the-job"
MOST_BODY = 65_536


@dataclass(slots=True)
class Service:
    """What the service holds, what it was asked, and how it is to fail."""

    url: str = ""
    issues: list[dict[str, Any]] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    archives: dict[int, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    down: int = 0
    status: int = 0

    def add(self, body: str, *, author: str = BOT, state: str = "open", **more: Any) -> int:
        """An issue that is there already; gives its number."""
        number = len(self.issues) + 1
        self.issues.append({"number": number, "state": state, "body": body, "user": {"login": author}, **more})
        return number

    @property
    def written(self) -> list[tuple[str, str]]:
        """The requests that changed something."""
        return [one for one in self.asked if one[0] != "GET"]

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        """One request; a status and what goes with it."""
        if self.down:
            self.down -= 1
            return self.status, {"message": "unavailable"}
        inside = path.removeprefix(f"/repos/{REPOSITORY}")
        if found := re.fullmatch(r"/issues/(\d+)/comments", inside):
            self.comments.append((int(found[1]), body["body"]))
            return 201, {"id": 1}
        if found := re.fullmatch(r"/(issues|pulls)/(\d+)", inside):
            kept = self.issues if found[1] == "issues" else self.pulls
            one = next((one for one in kept if one["number"] == int(found[2])), None)
            return (200, one | self._set(one, body)) if one else (404, {"message": "Not Found"})
        if inside == "/issues":
            return self._issues(method, query, body)
        if inside == "/pulls":
            return self._pulls(method, query, body)
        return self._artifacts(inside, query)

    def _set(self, one: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        one |= body
        return one

    def _issues(self, method: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        if method == "POST":
            if len(body["body"]) > MOST_BODY:
                return 422, {"message": "body is too long (maximum is 65536 characters)"}
            self.add(body["body"], title=body["title"])
            return 201, self.issues[-1]
        fit = [one for one in self.issues if one["user"]["login"] == query["creator"]]
        size, page = int(query["per_page"]), int(query["page"])
        return 200, list(reversed(fit))[(page - 1) * size : page * size]

    def _pulls(self, method: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        if method == "POST":
            self.pulls.append({"number": 100 + len(self.pulls), "state": "open", "user": {"login": BOT}, **body})
            return 201, self.pulls[-1]
        head = query["head"].partition(":")[2]
        return 200, [one for one in self.pulls if one["state"] == query["state"] and one["head"] == head]

    def _artifacts(self, inside: str, query: dict[str, str]) -> tuple[int, Any]:
        if inside == "/actions/artifacts":
            fit = [one for one in self.artifacts if one["name"] == query["name"]]
            return 200, {"total_count": len(fit), "artifacts": fit}
        if found := re.fullmatch(r"/actions/artifacts/(\d+)/zip", inside):
            return 302, f"{self.url}/store/{found[1]}"
        if found := re.fullmatch(r"/store/(\d+)", inside):
            return 200, self.archives[int(found[1])]
        return 404, {"message": "Not Found"}


@contextmanager
def github_api() -> Iterator[Service]:
    """Serve until the block ends."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            address = urlsplit(self.path)
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            service.asked.append((self.command, address.path))
            service.tokens.append(self.headers.get("Authorization"))
            status, told = service.answer(
                self.command, address.path, dict(parse_qsl(address.query)), json.loads(data or b"null")
            )
            self.send_response(status)
            body = told if isinstance(told, bytes) else json.dumps(told).encode()
            if status == 302:
                self.send_header("Location", told)
                body = b""
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = _serve  # noqa: N815  # the names that http.server calls

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
