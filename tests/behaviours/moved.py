"""What is there under another address, for good."""

from __future__ import annotations

from servers import answer

from behaviours import CITED, OK, PAGE, SHORT, Rows, closing, does, hop, ok, raw, to

MOVED: Rows = [
    does("a home page for another country", to("/", 301), "moved-permanently", path="/us/", elsewhere=OK),
    does("301", to("/alive", 301), "moved-permanently"),
    does("308", to("/alive", 308), "moved-permanently"),
    does("two steps for good", hop(to(f"{CITED}/step", 301), to("/alive", 308)), "moved-permanently"),
    does("for good, then for now", hop(to(f"{CITED}/step", 301), to(f"{CITED}/step/step"), OK), "moved-permanently"),
    does("a slash more", lambda r: OK if r.path.endswith("/") else to(r.path + "/", 301), "slash-change"),
    does("a slash less", lambda r: to(r.path.rstrip("/"), 301) if r.path.endswith("/") else OK, "slash-change", path=CITED + "/", elsewhere=OK),
    does("a relative target", to("new-place", 301), "moved-permanently", elsewhere=OK),
    does("a target one folder up", to("../new-place", 301), "moved-permanently", elsewhere=OK),
    does("a target with spaces", to("/alive?a b", 301), "moved-permanently"),
    does("a target in UTF-8", closing("HTTP/1.1 301 x\r\nLocation: /новое\r\nContent-Length: 0\r\n\r\n".encode()), "moved-permanently", elsewhere=OK),
    does("a target with backslashes", to("\\new-place", 301), "moved-permanently", elsewhere=OK),
    does("a target with blanks around", to("  /alive  ", 301), "moved-permanently"),
    does("a target with a fragment", to("/alive#part", 301), "moved-permanently"),
    does("the same target twice", closing(raw("HTTP/1.1 301 x\r\nLocation: /alive\r\nLocation: /alive\r\nContent-Length: 0\r\n\r\n", b"")), "moved-permanently"),
    does("a target behind a hundred headers", closing(raw("HTTP/1.1 301 x\r\n" + "".join(f"X-{n}: y\r\n" for n in range(100)) + "Location: /alive\r\nContent-Length: 0\r\n\r\n", b"")), "moved-permanently"),
    does("a target of 5,000 characters", to("/alive?" + "x" * 5000, 301), "moved-permanently"),
    does("a body with the redirect", answer(301, PAGE, Location="/alive"), "moved-permanently"),
    *(
        does(f"an article kept under {path}", to(path, 301), "moved-permanently", title="A bridge over the river", elsewhere=OK)
        for path in ("/research/consent", "/sso/report", "/auth/brook", "/oauth2/guide", "/signin/poems", "/captcha/", "/zustimmung/2019")
    ),
    does("a short note kept under /login", to("/login/habits", 301), "moved-permanently", title="A bridge over the river", elsewhere=ok(text=SHORT)),
    does("a session in the new address", to("/alive;jsessionid=0A1B2C3D4E5F67", 301), "moved-permanently", elsewhere=OK),
    does("a section that got its own home", to("/", 301), "moved-permanently", title="A bridge over the river", elsewhere=ok("A bridge over the river")),
]  # fmt: skip
