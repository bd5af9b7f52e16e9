#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What reading_room.sh asks of a running server. Usage: reading_room.py STEP HOST:PORT [ARG]"""
import os
import random
import re
import socket
import sys
import threading
import time

step, place = sys.argv[1], sys.argv[2]
host, port = place.rsplit(":", 1)
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print("FAILED:", what)


def exchange(raw, timeout=15):
    """Sends bytes, reads to the end of the connection or of one answer; returns status, headers, body."""
    with socket.create_connection((host, int(port)), timeout=timeout) as connection:
        try:
            connection.sendall(raw)
        except OSError:
            pass  # refused before all was read
        data = b""
        try:
            while True:
                part = connection.recv(65536)
                if not part:
                    break
                data += part
                head, _, body = data.partition(b"\r\n\r\n")
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                if _ and length and len(body) >= int(length.group(1)):
                    break
        except OSError:
            pass
    head, _, body = data.partition(b"\r\n\r\n")
    if not head:
        return 0, {}, b""
    lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    return int(lines[0].split()[1]), headers, body


def get(target, name="localhost", more="", method="GET"):
    return exchange(f"{method} {target} HTTP/1.1\r\nHost: {name}\r\n{more}\r\n".encode("latin-1"))


def check_headers(target, headers):
    policy = headers.get("Content-Security-Policy", "")
    check("default-src 'none'" in policy and "unsafe" not in policy, f"{target}: policy {policy}")
    check(headers.get("X-Content-Type-Options") == "nosniff", f"{target}: nosniff")
    check(headers.get("Referrer-Policy") == "no-referrer", f"{target}: referrer")
    check("noindex" in headers.get("X-Robots-Tag", ""), f"{target}: robots")
    check(headers.get("ETag", "").startswith('"'), f"{target}: no tag")


def statuses():
    for target, want in [("/", 200), ("/?q=safeguarding", 200), ("/?q=xyzzy", 200), ("/?provider=nobody", 200), ("/.json", 200),
                         ("/.csv?q=care", 200), ("/about", 200), ("/health", 200), ("/robots.txt", 200), ("/nothing", 404),
                         ("/?colour=red", 400), ("/?grade=excellent", 400), ("/?q=%22care", 400), ("/?q=a&q=b", 400),
                         ("/%00", 400), ("/a%00.json", 400), ("/?q=a%00b", 400), ("/..", 400), ("/%2e%2e/%2e%2e/etc/passwd", 400),
                         ("/../../etc/passwd", 400), ("//etc/passwd", 400), ("/assets/../../etc/passwd", 400),
                         ("http://localhost/", 400), ("*", 400), ("/\\..\\", 400), ("/?q=%ff", 400)]:
        status, headers, body = get(target)
        check(status == want, f"{target}: {status}, not {want}")
        check_headers(target, headers)
        check(b"root:" not in body, f"{target}: a file of the system")
    for name, want in [("localhost", 200), ("localhost:1", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("findings.example.org", 200),
                       ("FINDINGS.EXAMPLE.ORG:443", 200), ("evil.example", 421), ("localhost.evil.example", 421), ("", 400),
                       ("a b", 421), ("127.0.0.1.evil.example", 421)]:
        status, headers, body = get("/", name)
        check(status == want, f"Host {name}: {status}, not {want}")
        check_headers(f"Host {name}", headers)
    check(exchange(b"GET / HTTP/1.1\r\n\r\n")[0] == 400, "no Host")
    for forwarded in ["X-Forwarded-Host: localhost\r\n", "Forwarded: host=localhost\r\n", "X-Original-URL: /about\r\n"]:
        check(get("/", "evil.example", forwarded)[0] == 421, forwarded)
    status, headers, body = get("/", method="HEAD")
    check(status == 200 and body == b"" and int(headers["Content-Length"]) > 1000, "HEAD")
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"]:
        status, headers, body = get("/", more="Content-Length: 0\r\n", method=method)
        check(status == 405, f"{method}: {status}")
        check("GET" in headers.get("Allow", ""), f"{method}: no Allow")
        check_headers(method, headers)
    tag = get("/?q=care")[1]["ETag"]
    status, headers, body = get("/?q=care", more=f"If-None-Match: {tag}\r\n")
    check(status == 304 and body == b"" and headers.get("ETag") == tag, f"not modified: {status}")


def hostile():
    status, headers, body = get("/", more="X: " + "a" * 20000 + "\r\n")
    check(status == 431, f"20 kB of headers: {status}")
    check_headers("431", headers)
    status, headers, body = get("/?q=" + "a" * 20000)
    check(status == 431, f"an address of 20 kB: {status}")
    check_headers("431", headers)
    status, headers, body = get("/", more="".join(f"X{n}: y\r\n" for n in range(3000)))
    check(status == 431, f"3,000 headers: {status}")
    check(get("/", more="X: " + "a" * 15000 + "\r\n")[0] == 200, "15 kB of headers are allowed")
    status, headers, body = get("/", more="X: " + "a" * 2000000 + "\r\n")
    check(status in (0, 413, 431), f"2 MB of headers: {status}")
    status, headers, body = get("/", more="Content-Length: 99999999\r\n", method="POST")
    check(status == 413, f"a large body: {status}")
    check_headers("413", headers)
    check(get("/", more="Transfer-Encoding: chunked\r\n", method="POST")[0] == 413, "a body without a length")
    check(get("/", more="Content-Length: -1\r\n")[0] in (0, 400, 413), "a negative length")
    status, headers, body = get("/?q=%3Cscript%3Ealert(1)%3C/script%3E&since=%22onload=")
    check(b"<script" not in body, "markup in an address")
    check("\r\nX-Injected" not in str(get("/?q=a%0d%0aX-Injected:1")[1]), "a header injected")
    check(get("/?q=a%0d%0aX-Injected:1")[0] == 400, "a line end in an address")
    chance = random.Random(17)
    letters = "/?&=%+.;:'\"<>()*-~^#abcqgrade0129" + "\x80\xff\t"
    known = ["q", "grade", "region", "limit", "offset", "since", "sort", "facets", "not-grade", "latest", "generation", "worst"]
    seen = {}
    with_line = 0
    connection = None
    for n in range(10000):
        if n % 2:
            target = "/" + "".join(chance.choice(letters) for _ in range(chance.randrange(60)))
        else:
            target = "/?" + "&".join(
                chance.choice(known) + "=" + "".join(chance.choice(letters + "good ") for _ in range(chance.randrange(12)))
                for _ in range(chance.randrange(1, 5)))
        target = target.replace(" ", "+").replace("\t", "%09")
        status = fast_status(target)
        seen[status] = seen.get(status, 0) + 1
        check(status in (200, 304, 400, 404, 410, 413, 421), f"{target!r}: {status}")
        if len(failures) > 5:
            return
    print("10,000 random addresses:", dict(sorted(seen.items())))
    # Junk that is no HTTP.
    for junk in [b"\x00" * 100, b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", b"\r\n" * 1000,
                 b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"]:
        exchange(junk, 3)
    check(get("/health")[0] == 200, "it answers after all that")


kept = None


def fast_status(target):
    """One request on a kept connection."""
    global kept
    raw = f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("latin-1")
    for _ in range(2):
        try:
            if kept is None:
                kept = socket.create_connection((host, int(port)), timeout=15)
            kept.sendall(raw)
            data = b""
            while b"\r\n\r\n" not in data:
                part = kept.recv(65536)
                if not part:
                    raise OSError("closed")
                data += part
            head, _, body = data.partition(b"\r\n\r\n")
            length = int(re.search(rb"(?i)content-length: *(\d+)", head).group(1))
            while len(body) < length:
                body += kept.recv(65536)
            if re.search(rb"(?i)connection: close", head):
                kept.close()
                kept = None
            return int(head.split()[1])
        except OSError:
            kept = None
    return 0


def gone():
    for target in ["/", "/health", "/.json", "/about"]:
        status, headers, body = get(target)
        check(status == 503 and b"no index" in body, f"{target}: {status}")
        check_headers(target, headers)


def load():
    stop = sys.argv[3]
    answers, lock = [0], threading.Lock()

    def ask():
        count = 0
        while not os.path.exists(stop):
            for target in ["/.json?q=stamp&limit=all", "/?q=stamp", "/.csv?q=stamp"]:
                status, headers, body = get(target)
                stamps = set(re.findall(rb"generation\d+", body))
                check(status == 200, f"{target}: {status}")
                check(len(stamps) == 1, f"{target}: of {sorted(stamps)}")
                count += 1
        with lock:
            answers[0] += count

    # Each has a connection open all the time; 100 of them in `./dev nightly`.
    connections = int(os.environ.get("FINDINGS_CONNECTIONS", "8"))
    threads = [threading.Thread(target=ask) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(answers[0], "answers under load,", connections, "connections")
    check(answers[0] > 20, "too few answers to tell")


def slow():
    def sender(result, first, rest):
        begin = time.monotonic()
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            try:
                connection.sendall(first)
                while time.monotonic() - begin < 25:
                    time.sleep(0.5)
                    connection.sendall(rest)
                    connection.settimeout(0.01)
                    try:
                        if connection.recv(1000) == b"":
                            break
                    except socket.timeout:
                        pass
            except OSError:
                pass
        result.append(time.monotonic() - begin)

    results, threads = [], []
    answered = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for first, rest in [(b"G", b"E"), (b"GET /", b"a"), (b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"X: y\r\n"),
                        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", b"y"), (answered + b"G", b"E"),
                        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n", b"y")]:
        thread = threading.Thread(target=sender, args=(results, first, rest))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    print("slow senders were cut off after", ", ".join(f"{seconds:.1f}" for seconds in sorted(results)), "s")
    check(max(results) < 12, "a slow sender outlived its time")


def texts():
    """Every text of an article is markup and a formula: no page shows it as such, no cell begins as one."""
    article = sys.argv[3]
    pages = ["/", "/?q=wombat", "/?q=wombat&findings=1", f"/article/{article}", "/table?rows=provider&columns=grade", "/map?facet=grade",
             "/map?facet=provider", "/about", "/.atom?q=wombat", f"/article/{article}.atom", "/?q=%3Cimg+src=x%3E+wombat",
             "/?provider=%3Cimg+src=x%3E", "/%3Cimg%20src=x%3E", "/article/%3Cimg%20src=x%3E", "/?colour=%3Cimg+src=x%3E"]
    status, headers, body = get("/.json?q=wombat&facets=all")
    for name in re.findall(rb'"provider":\["([^"]*)"', body):
        pages.append("/provider/" + name.decode())
    check(len(pages) > 15, "the hostile article has a provider")
    for target in pages:
        status, headers, body = get(target)
        check(status in (200, 400, 404), f"{target}: {status}")
        for mark in (b"<img", b"<script", b"<svg onload", b'href="javascript:', b"href='javascript:", b"]]>"):
            check(mark not in body.lower(), f"{target}: {mark!r} as it was typed")
        check(b"wombat" in body or status != 200 or target in ("/", "/about") or "/map" in target or "/table" in target or "provider" in target,
              f"{target}: not the article")
    status, headers, body = get("/.csv?q=wombat")
    rows = body.decode().split("\r\n")[1:]
    for row in rows:
        for cell in re.findall(r'(?:^|,)("(?:[^"]|"")*"|[^,]*)', row):
            check(not cell.strip('"').startswith(("=", "+", "-", "@", "\t")), f"a cell begins as a formula: {cell[:40]}")
    for target in ["/original/..%2f..%2fetc%2fpasswd", "/original/%2e%2e/%2e%2e/etc/passwd", "/original/%2fetc%2fpasswd", "/original/link",
                   "/original/../../etc/passwd", "/original/secret.txt", "/original/sub%2f..%2fsecret.txt", f"/original/{article}%00.txt"]:
        status, headers, body = get(target)
        check(status in (400, 404), f"{target}: {status}")
        check(b"root:" not in body and b"a secret" not in body, f"{target}: what should not be served")


{"texts": texts, "statuses": statuses, "hostile": hostile, "gone": gone, "load": load, "slow": slow}[step]()
if kept is not None:
    kept.close()
sys.exit(1 if failures else 0)
