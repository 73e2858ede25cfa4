"""A small real web on loopback for tests that run the whole command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Web:
    """Paths with ``gone`` in them or listed in ``gone`` are 404, ``/moved`` leads to ``/page`` for good.

    ``asked`` are the paths, in order.
    """

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.asked: list[str] = []
        self.gone: set[str] = set()
        self.title = "A page"
        self.url = f"http://127.77.0.1:{server.server_port}"
        self._server: ThreadingHTTPServer | None = server
        self._thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def stop(self) -> None:
        """From now on, nobody answers."""
        if self._server:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._server = None


@contextmanager
def local_web() -> Iterator[Web]:
    """Serve until the block ends."""
    web: Web

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(self.path)
            body = f"<title>{web.title}</title><p>".encode() + b"word " * 300
            if self.path == "/moved":
                self.send_response(301)
                self.send_header("Location", "/page")
            else:
                self.send_response(404 if "gone" in self.path or self.path in web.gone else 200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    web = Web(ThreadingHTTPServer(("127.77.0.1", 0), Handler))
    try:
        yield web
    finally:
        web.stop()
