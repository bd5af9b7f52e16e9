#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes a folder of files of twenty kinds, each with a text of its own, and beside it broken ones.
Usage: make_mixed.py FOLDER COUNT_OF_EACH [BROKEN_FOLDER]"""
import io
import random
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path


def pack(*parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)
    return out.getvalue()


def open_document(kind, body):
    content = f'<d xmlns:o="o" xmlns:t="t" xmlns:p="p"><o:body><o:{kind}>{body}</o:{kind}></o:body></d>'
    return pack(("mimetype", f"application/vnd.oasis.opendocument.{kind}"), ("content.xml", content))


def relations(kind, part):
    return f'<r><R Id="r1" Type="x/{kind}" Target="{part}"/></r>'


def sheet(rows):
    cells = "".join("<c t=\"inlineStr\"><is><t>%s</t></is></c>" % cell for cell in rows)
    return f"<w><sheetData><row>{cells}</row></sheetData></w>"


def pdf(text):
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = "%PDF-1.4\n", []
    for number, text_of in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{text_of}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{out}xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
            f"startxref\n{len(out)}\n%%EOF\n").encode()


def mail(text, kind="plain"):
    message = EmailMessage()
    message["From"], message["Subject"] = "Press office <press@example.org>", "A visit"
    message.set_content(text + "\n", subtype=kind)
    return message.as_bytes()


def write_kinds(number):
    text = f"Inspectors came to home number {number} and found that staff were kind to the children there."
    page = f"<!DOCTYPE html><html><body><h1>Visit {number}</h1><p>{text}</p></body></html>"
    word = f'<w:d xmlns:w="w"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:d>'
    slide = f'<s xmlns:p="p" xmlns:a="a"><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p>' \
            "</p:txBody></p:sp></p:spTree></s>"
    slides = '<d xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></d>'
    book = '<d xmlns:r="r"><sheets><sheet name="Homes" r:id="r1"/></sheets></d>'
    package = '<p><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>' \
              '<spine><itemref idref="a"/></spine></p>'
    return {
        "txt": text.encode(), "md": f"# Visit {number}\n\n{text}\n".encode(), "html": page.encode(),
        "pdf": pdf(text), "json": f'{{"text":"{text}"}}'.encode(), "jsonl": f'{{"text":"{text}"}}\n'.encode(),
        "docx": pack(("word/document.xml", word)), "odt": open_document("text", f"<t:p>{text}</t:p>"),
        "rtf": f"{{\\rtf1\\ansi {text}\\par}}".encode(),
        "pptx": pack(("ppt/presentation.xml", slides), ("ppt/_rels/presentation.xml.rels", relations("slide", "s.xml")),
                     ("ppt/s.xml", slide)),
        "odp": open_document("presentation", f"<p:page><p:frame><p:text-box><t:p>{text}</t:p></p:text-box></p:frame></p:page>"),
        "xlsx": pack(("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", relations("worksheet", "w.xml")),
                     ("xl/w.xml", sheet(["Homes", text]))),
        "ods": open_document("spreadsheet", f"<p:table><p:table-row><p:table-cell><t:p>{text}</t:p></p:table-cell>"
                                            "</p:table-row></p:table>"),
        "csv": f"title,text\nVisit {number},{text}\n".encode(),
        "epub": pack(("mimetype", "application/epub+zip"),
                     ("META-INF/container.xml", '<c><rootfile full-path="b.opf"/></c>'), ("b.opf", package),
                     ("a.xhtml", page)),
        "eml": mail(text), "mbox": b"From a@b Tue Mar  5 10:00:00 2024\n" + mail(text), "mht": mail(page, "html"),
        "pages": b"PK\3\4 of another program", "": b"no extension",
    }


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True)
    for number in range(count):
        for place, (extension, data) in enumerate(write_kinds(number).items()):
            name = f"visit-{number}-{place}" + ("." + extension if extension else "")
            (folder / name).write_bytes(data)
    if len(sys.argv) < 4:
        return
    broken = Path(sys.argv[3])
    broken.mkdir(parents=True)
    chance = random.Random(1)
    for extension, data in write_kinds(0).items():
        if extension in ("", "pages"):
            continue
        (broken / f"short.{extension}").write_bytes(data[: len(data) * 2 // 3])
        flipped = bytearray(data)
        for _ in range(1 + len(data) // 60):
            flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (broken / f"flipped.{extension}").write_bytes(bytes(flipped))
    bomb = pack(("word/document.xml", "<w>" + " " * 400_000_000 + "</w>"))
    (broken / "bomb.docx").write_bytes(bomb)
    (broken / "deep.odt").write_bytes(open_document("text", "<t:p>" * 300_000 + "x" + "</t:p>" * 300_000))
    (broken / "deep.rtf").write_bytes(b"{\\rtf1" + b"{" * 3_000_000)
    (broken / "wide.csv").write_bytes(b"," * 5_000_000 + b"words\n")


main()
