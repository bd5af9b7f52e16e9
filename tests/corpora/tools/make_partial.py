#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write tests/corpora/partial/: small PDFs of which a part cannot be read as text.

    python3 tests/corpora/tools/make_partial.py

Python 3 only. The same bytes on every run.
"""
import pathlib

OUT = pathlib.Path(__file__).resolve().parent.parent / "partial"
PROSE = ["Hollin Bank, a children's home in Ripon, was visited by Ofsted in March 2024.",
         "Inspectors said that children were listened to and that staff were well trained."]
SCAN = "q 400 0 0 560 10 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"


def lines(words, x=40, y=520, size=10):
    out = ""
    for i, line in enumerate(words):
        out += "BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y - 14 * i, line.replace("(", "\\(").replace(")", "\\)"))
    return out


def pdf(pages, catalog="", more=()):
    """`pages`: content, and what stands in the page's dictionary besides; `more`: objects from number 4 + 2 * pages on."""
    kids = " ".join("%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R %s>>" % catalog,
               "<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for i, page in enumerate(pages):
        content, besides = page if isinstance(page, tuple) else (page, "")
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents %d 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> %s>>" % (5 + 2 * i, besides))
        objects.append("<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects += more
    out, at = "%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        at.append(len(out))
        out += "%d 0 obj\n%s\nendobj\n" % (i, body)
    table = "".join("%010d 00000 n \n" % a for a in at)
    out += "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))
    return out.encode("latin-1")


def garbled(words):
    """Codes of a font's own: each letter stands three places further on than the text it draws."""
    return "".join(chr(ord(c) + 3) if c.islower() else c for c in words)


def main():
    OUT.mkdir(exist_ok=True)
    files = {
        "scanned-pages.pdf": pdf([lines(PROSE), SCAN, SCAN + lines(["Page 3"], 200, 30), lines(PROSE), SCAN]),
        "garbled-page.pdf": pdf([lines(PROSE), lines([garbled(line) for line in PROSE * 3])]),
        "garbled-letters.pdf": pdf([lines(PROSE + ["The h\x80use re\x82ort of n\x80rses."])]),
        "garbled-ligatures.pdf": pdf([lines(PROSE + ["The o\x80cial report praised an e\x82ective team."])]),
        "attachments.pdf": pdf(
            [(lines(PROSE), "/Annots [<< /Type /Annot /Subtype /Text /Rect [40 300 60 320] /Contents (Ask the nurse.) >> "
                            "<< /Type /Annot /Subtype /FreeText /Rect [40 200 300 240] /DA (/Helv 10 Tf 0 g) "
                            "/Contents (Received on 4 March.) >>] ")],
            "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (action plan.docx) >>] >> >> "),
    }
    for name, data in files.items():
        (OUT / name).write_bytes(data)


if __name__ == "__main__":
    main()
