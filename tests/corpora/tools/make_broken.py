#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write tests/corpora/broken/: small bad files, one or more for each typed rejection.

    python3 tests/corpora/tools/make_broken.py

Python 3 only. The same bytes on every run.
"""
import gzip
import hashlib
import json
import pathlib
import struct
import zipfile
import zlib

OUT = pathlib.Path(__file__).resolve().parent.parent / "broken"
STORY = ("Hollin Bank children's home in Ripon has been rated good by Ofsted, up from requires improvement. "
         "Inspectors said that children were listened to and that staff were well trained. ")


def pdf(stream, extra=b"", resources=b"", objects=(), trailer=b""):
    objs = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << " + resources + b" >> >>",
            b"<< /Length %d%s >>\nstream\n" % (len(stream), extra) + stream + b"\nendstream", *objects]
    out, at = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for i, body in enumerate(objs, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objs) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objs) + 1, trailer, start)
    return bytes(out)


FONT = b"/Font << /F1 5 0 R >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"BT /F1 11 Tf 20 150 Td (Hollin Bank has been rated good by Ofsted.) Tj ET"
PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


def md5(data):
    return hashlib.md5(data, usedforsecurity=False).digest()


def encrypted():
    """The standard security handler, revision 2 (40-bit RC4); the user password is "findings"."""
    user, owner = (b"findings" + PAD)[:32], (b"owner" + PAD)[:32]
    o = rc4(md5(owner)[:5], user)
    ident = md5(b"Findings broken corpus")
    key = md5(user + o + struct.pack("<i", -4) + ident)[:5]
    u = rc4(key, PAD)
    stream = rc4(md5(key + b"\x04\x00\x00\x00\x00")[:10], PAGE)
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (o.hex().encode(), u.hex().encode())
    ident = ident.hex().encode()
    return pdf(stream, b"", FONT, [HELVETICA, lock], b"/Encrypt 6 0 R /ID [<%s> <%s>] " % (ident, ident))


def image_only():
    pixels = bytes(255 if (x // 3 + y // 5) % 3 else 0 for y in range(48) for x in range(64))
    data = zlib.compress(pixels, 9)
    image = (b"<< /Type /XObject /Subtype /Image /Width 64 /Height 48 /ColorSpace /DeviceGray /BitsPerComponent 8 "
             b"/Filter /FlateDecode /Length %d >>\nstream\n" % len(data) + data + b"\nendstream")
    return pdf(b"q 256 0 0 192 20 4 cm /Im1 Do Q", b"", b"/XObject << /Im1 5 0 R >>", [image])


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\x00" + bytes((x * 16 ^ y * 16) & 255 for x in range(16)) for y in range(16))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def lines(*records):
    return "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records).encode()


def main():
    OUT.mkdir(exist_ok=True)
    good = pdf(PAGE, b"", FONT, [HELVETICA])
    write = {
        "empty.txt": b"",
        "empty.pdf": b"",
        "whitespace-only.txt": b" \n\t\r\n   \n",
        "empty-inside.txt.gz": gzip.compress(b"", 9, mtime=0),
        "binary-nul.txt": bytes(range(256)) * 3,
        "binary-records.jsonl": b"\x00\x01\x02\x00\x00\x00\xfe\xca" * 40,
        "corrupt-truncated.pdf": good[:len(good) // 3],
        "corrupt-gzip.txt.gz": gzip.compress(STORY.encode() * 20, 9, mtime=0)[:-60],
        "corrupt-not-gzip.txt.gz": b"\x1f\x8b\x08\x00" + b"this is not deflate data",
        "corrupt-unclosed.json": b'{"title": "Hollin Bank stays good", "text": "' + STORY.encode()[:80],
        "mismatch-error-page.pdf": b"<!DOCTYPE html>\n<html><head><title>404 - Page not found</title></head><body>"
                                   b"<h1>Page not found</h1><p>The report you asked for has moved.</p></body></html>\n",
        "mismatch-report.txt": good,
        "mismatch-picture.html": png(),
        "encrypted-password.pdf": encrypted(),
        "image-only-scan.pdf": image_only(),
        "undecodable-surrogates.txt": b"\xff\xfe" + "Hollin Bank".encode("utf-16-le") + b"\x00\xdc\x00\xdc\x41\xd8" * 9 + b"\x41",
        "undecodable-charset.html": b"<html><head><meta charset=\"x-klingon-7\"><title>\xff\xfe\x81</title></head><body><p>" +
                                    b"\x81\x8d\x8f\x90\x9d\xff\xc0" * 30 + b"</p></body></html>\n",
        "no-text-menu.html": b"<!DOCTYPE html>\n<html><head><title></title><script>var story = 'rated good';</script></head><body>"
                             b"<nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav><noscript></noscript>"
                             b"<script>document.write(story)</script></body></html>\n",
        "bad-record-no-text.json": lines({"id": "nt-1", "title": "A title and nothing else", "published": "2024-01-01"}),
        "bad-record.jsonl": lines(
            {"id": "br-1", "title": "Hollin Bank rated good", "text": STORY},
            '{"id": "br-2", "title": "Broken", "text": "no closing quote}',
            ["an", "array", "line"],
            {"id": "br-4", "title": "A record without text"},
            {"id": "br-5", "title": "Text of the wrong type", "text": 42},
            "",
            "null",
            {"id": "br-8", "title": "Hollin Bank again", "text": STORY + "It is the last good line."},
        ),
        "bad-record-array.json": json.dumps([
            {"id": "ba-1", "title": "First", "text": STORY + "This is the first of an array."},
            "a string", {"id": "ba-3", "title": "No text"}], indent=1).encode() + b"\n",
        "duplicate-id.jsonl": lines(
            {"id": "dup-1", "title": "Hollin Bank rated good", "text": STORY},
            {"id": "dup-2", "title": "Another story", "text": "Moss Side nursery has been rated outstanding by Ofsted."},
            {"id": "dup-1", "title": "The same id again", "text": "Quite another text about a care home in Ely."},
        ),
        "unsupported-picture.png": png(),
    }
    for name, data in write.items():
        (OUT / name).write_bytes(data)
    with zipfile.ZipFile(OUT / "unsupported-letter.pages", "w") as z:
        for name, text in (("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
                            'package/2006/content-types"/>'),
                           ("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
                            'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A letter.</w:t></w:r></w:p></w:body></w:document>')):
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)


if __name__ == "__main__":
    main()
