#!/usr/bin/env python3
"""Documents, tables, books, mails and pictures, each broken or odd in a way of its own, and what is to become of them.

usage: make_odd_documents.py FOLDER >EXPECTED.tsv     rows: file, then "read" or the reason of its rejection
Every text is about Elm House, so that what is read can be found.
"""
import base64, io, os, struct, sys, zipfile, zlib

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
WORDS = "Inspectors visited Elm House and found that children are safe there."
NOISE = bytes((i * 89 + i // 7) % 256 for i in range(4000))


def put(becomes, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    print(f"{name}\t{becomes}")


def package(parts, without=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name not in without: archive.writestr(name, text)
    return out.getvalue()


# --- Word ---
OPEN_XML = "http://schemas.openxmlformats.org/"


def root_relations(target):
    return (f'<Relationships xmlns="{OPEN_XML}package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{OPEN_XML}officeDocument/2006/relationships/officeDocument" Target="{target}"/></Relationships>')


def paragraph(text): return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body): return f'<w:document xmlns:w="{OPEN_XML}wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'


def docx(text, without=()):
    return package({"[Content_Types].xml": "<Types/>", "_rels/.rels": root_relations("word/document.xml"),
                    "word/document.xml": text}, without)


good = docx(document(paragraph(WORDS)))
put("read", "good.docx", good)
put("corrupt", "cut.docx", good[:len(good) // 2])
put("mismatch", "no-document.docx", docx("", without=("word/document.xml",)))
put("corrupt", "unclosed.docx", docx(document(paragraph(WORDS)).removesuffix("</w:body></w:document>")))
put("mismatch", "words.docx", WORDS)
put("empty", "empty.docx", b"")
put("mismatch", "empty-archive.docx", b"PK\5\6" + bytes(18))
put("no-text", "blank.docx", docx(document("<w:p/>")))
put("too-large", "bomb.docx", docx(document(" " * 300_000_000)))
put("corrupt", "deep.docx", docx(document("<w:sdt><w:sdtContent>" * 50_000 + paragraph(WORDS) + "</w:sdtContent></w:sdt>" * 50_000)))
laughs = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
put("read", "laughs.docx", docx(f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{laughs}]>' + document(paragraph(WORDS + " &j;"))))
put("read", "outside.docx", docx('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document(paragraph(WORDS + " &a;"))))
put("read", "page.doc", f"<html><head><title>Elm House</title></head><body><p>{WORDS}</p></body></html>")
put("read", "rich.doc", r"{\rtf1\ansi " + WORDS + r"\par}")
put("read", "newer.doc", docx(document(paragraph(WORDS))))


def compound_file(streams):
    """An old Office document that has the names of these streams, and nothing in them."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE)

    def entry(name, kind, child=0xFFFFFFFF, right=0xFFFFFFFF):
        text = name.encode("utf-16le")
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, right, child) + bytes(36) +
                struct.pack("<IQ", 0xFFFFFFFE, 0))
    entries = entry("Root Entry", 5, child=1)
    for i, name in enumerate(streams): entries += entry(name, 2, right=i + 2 if i + 1 < len(streams) else 0xFFFFFFFF)
    return head.ljust(512, b"\xff") + table.ljust(512, b"\xff") + entries.ljust(512, b"\0")


put("encrypted", "password.docx", compound_file(["EncryptedPackage", "EncryptionInfo"]))
put("mismatch", "workbook.doc", compound_file(["Workbook"]))
put("corrupt", "cut.doc", compound_file(["WordDocument"])[:700])

# --- OpenDocument ---
NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table"))
content = f"<office:document-content {NAMES}><office:body><office:text><text:p>{WORDS}</text:p></office:text></office:body></office:document-content>"


def opened(text, kind="text", manifest="<manifest:manifest/>", without=()):
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "META-INF/manifest.xml": manifest, "content.xml": text}, without)


put("read", "good.odt", opened(content))
put("corrupt", "no-content.odt", opened("", without=("content.xml",)))
put("corrupt", "cut.odt", opened(content[:250]))
put("encrypted", "password.odt", opened(NOISE[:300], manifest="<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"))
put("mismatch", "flat.odt", content)
cells = f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>{WORDS}</text:p></table:table-cell></table:table-row>'
put("read", "repeated.ods", opened(f'<office:document-content {NAMES}><office:body><office:spreadsheet><table:table table:name="a">{cells}</table:table></office:spreadsheet></office:body></office:document-content>', "spreadsheet"))

# --- Excel, PowerPoint, CSV ---
WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'
SHEET_RELATIONS = f'<Relationships><Relationship Id="rId1" Type="{OPEN_XML}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def cell(place, text): return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx(rows, without=()):
    return package({"_rels/.rels": root_relations("xl/workbook.xml"), "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": SHEET_RELATIONS,
                    "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>"}, without)


put("read", "good.xlsx", xlsx(f'<row r="1">{cell("A1", "title")}{cell("B1", "text")}</row><row r="2">{cell("A2", "Elm House")}{cell("B2", WORDS)}</row>'))
put("corrupt", "no-sheet.xlsx", xlsx("", without=("xl/worksheets/sheet1.xml",)))
put("corrupt", "no-texts.xlsx", xlsx('<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1" t="s"><v>-3</v></c></row>'))
put("too-large", "far-cell.xlsx", xlsx(f'<row r="1048576">{cell("XFD1048576", WORDS)}</row>'))
put("no-text", "blank.xlsx", xlsx(""))
put("no-text", "no-slides.pptx", package({"_rels/.rels": root_relations("ppt/presentation.xml"), "ppt/presentation.xml": "<p:presentation/>"}))
put("no-text", "header-alone.csv", "title,text,url\n")
put("bad-record", "unclosed.csv", f'title,text\n"Elm House,"{WORDS}\n')
put("binary", "binary.csv", NOISE)
put("read", "utf16.csv", f"title,text\nElm House,{WORDS}\n".encode("utf-16"))
put("read", "ragged.csv", f"title,text,url\nElm House,{WORDS}\nElm House again,{WORDS},c,d,e,f\n,,\n")

# --- Books ---
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html>'


def book(without=(), **parts):
    whole = {"mimetype": "application/epub+zip",
             "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
             "o.opf": '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" '
                      'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
             "a.xhtml": PAGE % WORDS, "b.xhtml": PAGE % "They will return."}
    return package(whole | {name.replace("_", "."): text for name, text in parts.items()}, without)


put("read", "good.epub", book())
put("read", "chapter-missing.epub", book(without=("b.xhtml",)))
put("corrupt", "no-package.epub", book(without=("o.opf",)))
locked = '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="a.xhtml"/></CipherData></EncryptedData></encryption>'
put("encrypted", "locked.epub", book(**{"META-INF/encryption_xml": locked, "a_xhtml": NOISE[:500], "b_xhtml": NOISE[:500]}))

# --- Rich Text ---
put("corrupt", "unclosed.rtf", r"{\rtf1\ansi {\b " + WORDS + r"} {\i The")
put("corrupt", "endless-picture.rtf", r"{\rtf1\ansi " + WORDS + r"{\pict\bin2000000000 xx}")
put("corrupt", "deep.rtf", r"{\rtf1\ansi " + "{" * 200_000 + WORDS + "}" * 200_000 + "}")
put("mismatch", "words.rtf", WORDS)

# --- Mail ---
HEAD = "From: Desk <desk@news.example>\nTo: a@news.example\nSubject: Elm House\nDate: Tue, 5 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"


def parts(kind, *bodies):
    return HEAD + f'Content-Type: {kind}; boundary="x"\n\n' + "".join(f"--x\n{body}\n" for body in bodies) + "--x--\n"


TEXT = f"Content-Type: text/plain\n\n{WORDS}"
put("read", "good.eml", HEAD + TEXT + "\n")
put("no-text", "no-body.eml", HEAD + "\n")
put("read", "no-boundary.eml", HEAD + f"Content-Type: multipart/mixed\n\n{WORDS}\n")
put("read", "other-boundary.eml", HEAD + f'Content-Type: multipart/mixed; boundary="x"\n\n--y\n{TEXT}\n--y--\n')
put("read", "cut.eml", parts("multipart/mixed", TEXT)[:-20])
put("read", "odd-base64.eml", HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!##" + base64.b64encode(WORDS.encode()).decode() + "\n")
put("read", "unknown-charset.eml", HEAD + f"Content-Type: text/plain; charset=klingon-7\n\n{WORDS}\n")
put("corrupt", "nested.eml", HEAD + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(300)) + TEXT + "\n")
put("encrypted", "smime.eml", HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(NOISE[:600]).decode() + "\n")
put("encrypted", "pgp.eml", parts("multipart/encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nabc"))
put("no-text", "picture-alone.eml", HEAD + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n")
put("read", "outlook.eml", parts("multipart/mixed", TEXT, 'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n' + base64.b64encode(b"\x78\x9f\x3e\x22" + bytes(50)).decode()))
put("empty", "empty.mbox", "")
put("corrupt", "no-from-line.mbox", HEAD + f"\n{WORDS}\n")
put("no-text", "no-page.mht", parts("multipart/related", "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="))
put("mismatch", "page.mht", f"<html><body><p>{WORDS}</p></body></html>")


# --- Pictures ---
def png(width, height, rows=None):
    def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = rows or (b"\0" + b"\xff" * (width * 3)) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))


put("no-text", "white.png", png(400, 300))
put("no-text", "dot.png", png(1, 1))
put("corrupt", "cut.png", png(400, 300)[:60])
put("corrupt", "huge.png", png(60_000, 60_000, rows=bytes(100_000)))
put("mismatch", "words.jpg", WORDS)
put("corrupt", "cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0")
put("corrupt", "broken.bmp", b"BM" + b"\xff" * 60)
put("corrupt", "cut.tif", b"II*\0\x08\0\0\0\xff\xff")
put("corrupt", "cut.gif", b"GIF89a\x10\0\x10\0\xf7")
