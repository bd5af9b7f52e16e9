#!/usr/bin/env bash
# A folder of 2,000 files of twenty kinds: one build, one report that accounts for every file. Then 40 broken ones: each is
# rejected or read, none hangs, none takes more than 1 GiB.
. "$(dirname "$0")/lib.sh"

python3 "$CORPORA/tools/make_mixed.py" mixed 100 broken
[ "$(find mixed -type f | wc -l)" = 2000 ] || fail "there are not 2,000 files"

expect 0 findings-index build --index ix --format json mixed
cp out report.json
findings-search --index ix --limit all --format jsonl >hits.jsonl || fail "the index answers nothing"
python3 - <<'PYTHON' || fail "not every file is accounted for"
import collections, json, os, sys
report = json.load(open("report.json"))
found = {json.loads(line)["source"].split("#")[0] for line in open("hits.jsonl")}
files = os.listdir("mixed")
other = [name for name in files if name not in found and not name.endswith(".pages") and "." in name]
counts = collections.Counter("." + name.split(".")[1] if "." in name else "" for name in files)
if other: sys.exit(f"neither found nor rejected: {other[:5]}")
if report["rejected"]: sys.exit(f"rejected: {report['rejected'][:3]}")
if report["unsupported"] != {"": counts[""], ".pages": counts[".pages"]}: sys.exit(f"other types: {report['unsupported']}")
if report["files_seen"] != 1800 or len(found) != 1800: sys.exit(f"seen {report['files_seen']}, found {len(found)}")
PYTHON
expect 0 findings-index failures --index ix
grep -q '^\*\.pages: unsupported: 100 files' out || fail "failures does not list the type that is not read"

findings-index build --index ix2 --force --format json broken >report.json 2>err
status=$?
[ $status = 0 ] || [ $status = 1 ] || fail "the broken files end the build with $status: $(cat err)"
findings-search --index ix2 --limit all --format jsonl >hits.jsonl
python3 - <<'PYTHON' || fail "a broken file is lost, hangs or takes too much"
import json, os, sys
report = json.load(open("report.json"))
seen = {json.loads(line)["source"].split("#")[0] for line in open("hits.jsonl")}
for row in report["rejected"]:
    seen.add(row["source"].split("#")[0])
    if row["reason"] == "timed-out" or "crashed" in row["detail"]: sys.exit(f"{row['source']}: {row['detail']}")
lost = set(os.listdir("broken")) - seen
# Copies of one text are folded into one story, and named by one source.
lost = [name for name in lost if not name.startswith("flipped.") and not name.startswith("short.")]
if lost: sys.exit(f"lost: {lost}")
if len(os.listdir("broken")) < 40 or report["files_seen"] != len(os.listdir("broken")): sys.exit("not 40 files")
if report["peak_memory_bytes"] > 1 << 30: sys.exit(f"{report['peak_memory_bytes']} bytes of memory")
PYTHON
echo "2,000 files of twenty kinds accounted for, 40 broken ones survived"
