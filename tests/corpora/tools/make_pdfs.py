#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write the sample PDFs from tools/pdf/*.txt: Python 3, base-14 fonts, no other modules.

    python3 tests/corpora/tools/make_pdfs.py [NAME...]

A source begins with "!key value" lines: file (path below sample/), compress (yes|no),
header and footer (running lines; {p} is the page, {n} the number of pages), columns (1|2),
hyphenate (yes|no), grade-width (points of the right-hand table column), gz (yes|no).
Then: "# " title, "## " heading, "- " bullet, "| a | b" table row, "> " a line kept as it is,
"---" a new page, and paragraphs separated by blank lines. Output is the same on every run.
"""
import gzip
import pathlib
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent / "sample"
WIDTH, HEIGHT, MARGIN = 595, 842, 64

# Advance widths of Helvetica for 32..126, in thousandths.
HELVETICA = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
BREAKS = {w.replace("-", ""): w.split("-") for w in """
    safe-guarding assess-ments assess-ment super-vision chil-dren experi-ences inspec-tors protec-tion
    exploita-tion accommo-dation infor-mation improve-ment recruit-ment relation-ships place-ments
    consist-ently educa-tion manage-ment partner-ship profes-sionals practi-tioners under-standing
    oppor-tunities over-sight perma-nence home-lessness inspec-tion arrange-ments approp-riate
    vulner-able effec-tive depart-ment allega-tions medi-cation resi-dents super-visors care-fully
    case-loads manage-ment""".split()}


def width(text, size, bold=False):
    total = sum(HELVETICA[ord(c) - 32] if 32 <= ord(c) <= 126 else 350 for c in text)
    return total * size / 1000 * (1.06 if bold else 1.0)


def split(word):
    """Two parts of a long word where a printer might hyphenate it, or None."""
    known = BREAKS.get(word.lower())
    if known or len(word) < 8 or not word.isalpha():
        return known
    for ending in ("ments", "ment", "tions", "tion", "sions", "sion", "ships", "ship", "ness", "ingly", "ing", "able",
                   "ance", "ence", "tive", "ally", "ately", "ful", "less"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return [word[:-len(ending)], ending]
    return None


def wrap(text, size, room, bold=False, hyphenate=False):
    lines, line = [], ""
    for word in text.split():
        trial = (line + " " + word).strip()
        if width(trial, size, bold) <= room:
            line = trial
            continue
        core = word.rstrip(".,;:’)")
        parts = split(core) if hyphenate else None
        if parts and line:
            head = core[:len(parts[0])]
            if width(line + " " + head + "-", size, bold) <= room:
                lines.append(line + " " + head + "-")
                line = word[len(head):]
                continue
        if line:
            lines.append(line)
        line = word
    return lines + [line] if line else lines


def literal(text):
    raw = text.encode("cp1252")
    return b"(" + raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


class Layout:
    def __init__(self, opts):
        self.opts, self.pages = opts, []
        self.columns = int(opts.get("columns", "1"))
        self.hyphenate = opts.get("hyphenate", "no") == "yes"
        self.page()

    def page(self):
        self.pages.append([])
        self.column, self.y = 0, HEIGHT - (72 if len(self.pages) == 1 else 88)
        self.top = self.y

    def frame(self):
        room = WIDTH - 2 * MARGIN
        if self.columns == 1:
            return MARGIN, room
        each = (room - 24) / 2
        return MARGIN + self.column * (each + 24), each

    def need(self, height):
        if self.y - height >= 70:
            return
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.page()

    def put(self, x, y, text, size, font):
        self.pages[-1].append(b"BT /F%d %g Tf 1 0 0 1 %g %g Tm %s Tj ET" % (font, size, x, y, literal(text)))

    def text(self, text, size=11, bold=False, indent=0, mark=None, after=7, keep=0):
        x, room = self.frame()
        lines = wrap(text, size, room - indent, bold)
        if self.hyphenate and not bold:  # the measure, a little narrower, that ends most lines with a hyphen
            tries = [wrap(text, size, room - indent - less, bold, True) for less in range(0, 42, 3)]
            lines = max(tries, key=lambda ls: sum(l.endswith("-") for l in ls))
        self.need(keep)
        for i, line in enumerate(lines):
            self.need(size * 1.25)
            x, room = self.frame()
            self.y -= size * 1.25
            if mark and i == 0:
                self.put(x + 4, self.y, mark, size, 1)
            self.put(x + indent, self.y, line, size, 2 if bold else 1)
        self.y -= after

    def row(self, left, right, first):
        x, room = self.frame()
        w = float(self.opts.get("grade-width", "150"))
        a = wrap(left, 11, room - w - 20, first)
        b = wrap(right, 11, w - 6, first)
        n = max(len(a), len(b))
        self.need(n * 14 + 10)
        for cells, at in ((a, x + 6), (b, x + room - w)):
            for i, line in enumerate(cells):
                self.put(at, self.y - 14 * (i + 1), line, 11, 2 if first else 1)
        self.y -= n * 14 + 8
        self.pages[-1].append(b"0.5 w %g %g m %g %g l S" % (x, self.y + 2, x + room, self.y + 2))

    def furnish(self):
        for i, page in enumerate(self.pages, 1):
            for key, y in (("header", HEIGHT - 48), ("footer", 40)):
                line = self.opts.get(key)
                if line and (key == "footer" or i > 1):
                    left, _, right = line.partition(" || ")
                    at = [(MARGIN, left)]
                    if right:
                        at.append((WIDTH - MARGIN - width(right, 9), right))
                    for x, t in at:
                        t = t.replace("{p}", str(i)).replace("{n}", str(len(self.pages)))
                        page.append(b"BT /F1 9 Tf 1 0 0 1 %g %g Tm %s Tj ET" % (x, y, literal(t)))


def lay_out(opts, body):
    out = Layout(opts)
    out.y -= 6
    rows = 0
    for block in body.split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines[0].startswith("|"):
            for line in lines:
                left, right = (c.strip() for c in line.strip("|").split("|"))
                out.row(left, right, rows == 0)
                rows += 1
            out.y -= 10
            rows = 0
        elif lines[0] == "---":
            out.page()
        elif lines[0].startswith("## "):
            out.y -= 6
            out.text(" ".join(lines)[3:], 13, True, keep=50)
        elif lines[0].startswith("# "):
            out.text(" ".join(lines)[2:], 18, True, after=10)
        elif lines[0].startswith("> "):
            for line in lines:
                out.text(line[2:], after=1)
            out.y -= 8
        elif lines[0].startswith("- "):
            item = ""
            for line in lines + ["- "]:
                if line.startswith("- "):
                    if item:
                        out.text(item, indent=16, mark="•", after=4)
                    item = line[2:]
                else:
                    item += " " + line
            out.y -= 4
        elif block.strip():
            head, _, rest = lines[0].partition(" ")
            if head.rstrip(".").isdigit() and head.endswith("."):
                out.text(" ".join([rest] + lines[1:]), indent=26, mark=head)
            else:
                out.text(" ".join(lines))
    out.furnish()
    return out.pages


def pdf(pages, title, compress):
    objs = [b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", None]
    for name in (b"Helvetica", b"Helvetica-Bold"):
        objs.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /" + name + b" /Encoding /WinAnsiEncoding >>")
    objs.append(b"<< /Title " + literal(title) + b" /Producer (Findings sample corpus) >>")
    kids = []
    for page in pages:
        data = b"\n".join(page)
        extra = b""
        if compress:
            data, extra = zlib.compress(data, 9), b" /Filter /FlateDecode"
        objs.append(b"<< /Length %d%s >>\nstream\n" % (len(data), extra) + data + b"\nendstream")
        objs.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                    b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (WIDTH, HEIGHT, len(objs)))
        kids.append(len(objs))
    objs[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    out, at = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for i, body in enumerate(objs, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objs) + 1)
    out += b"".join(b"%010d 00000 n \n" % a for a in at)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objs) + 1, start)
    return bytes(out)


def main(names):
    for source in sorted((HERE / "pdf").glob("*.txt")):
        if names and source.stem not in names:
            continue
        opts, body = {}, source.read_text(encoding="utf-8").split("\n")
        while body[0].startswith("!"):
            key, _, value = body.pop(0)[1:].partition(" ")
            opts[key] = value
        text = "\n".join(body)
        title = next(l[2:] for l in body if l.startswith("# "))
        data = pdf(lay_out(opts, text), title, opts.get("compress", "yes") == "yes")
        target = SAMPLE / opts["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        if opts.get("gz") == "yes":
            data = gzip.compress(data, 9, mtime=0)
        target.write_bytes(data)
        print(f"{len(data):7} {opts['file']}")


if __name__ == "__main__":
    main(sys.argv[1:])
