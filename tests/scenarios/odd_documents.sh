#!/usr/bin/env bash
# Documents, tables, books, mails and pictures, each broken or odd in a way of its own: each is read, or rejected with the
# reason that is its own, none hangs, none takes more than 1 GiB.
. "$(dirname "$0")/lib.sh"

python3 "$CORPORA/tools/make_odd_documents.py" odd >expected.tsv || fail "no documents"
[ "$(wc -l <expected.tsv)" -ge 60 ] || fail "there are only $(wc -l <expected.tsv) documents"
# Pictures are a matter of OCR, where it is installed.
findings-index build --index ix --force --format json odd >report.json 2>err
[ $? = 1 ] || fail "the build: $(cat err)"
findings-search --index ix --limit all --format jsonl Elm House >hits.jsonl || fail "nothing is found"
python3 - <<'PYTHON' || fail "a document became what it should not"
import json, sys
expected = dict(line.rstrip("\n").split("\t") for line in open("expected.tsv"))
became = {}
for line in open("hits.jsonl"):
    hit = json.loads(line)
    for copy in [hit, *hit.get("copies", [])]: became[copy["source"].split("#")[0]] = "read"
report = json.load(open("report.json"))
for row in report["rejected"]: became[row["source"].split("#")[0]] = row["reason"]
wrong = [f"{name}: {became.get(name, 'lost')}, expected {wanted}" for name, wanted in expected.items()
         if became.get(name, "lost") != wanted]
if wrong: sys.exit("\n".join(wrong))
if report["peak_memory_bytes"] > 1 << 30: sys.exit(f"{report['peak_memory_bytes']} bytes of memory")
PYTHON
echo ok
