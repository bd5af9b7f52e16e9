#!/usr/bin/env bash
# An export for OpenSearch or Solr has every number that a search has; an engine that lost something is told from one that
# did not; a folder is there whole or not at all; what is withdrawn is in no export.
stub=$(dirname "$(readlink -f "$0")")/export_engine.py
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }

findings-index build --quiet --index ix "$CORPORA/sample" >out 2>err
[ $? -le 1 ] || { cat out err; fail "no index"; }

# start_engine DIR [FAULT]: its address is $engine, its pid $server.
start_engine() {
    rm -f port
    python3 "$stub" "$1" port "${@:2}" 2>stub.err &
    server=$!
    until [ -e port ]; do kill -0 $server 2>/dev/null || fail "$(cat stub.err)"; sleep 0.02; done
    engine=http://127.0.0.1:$(cat port)/findings
    grep -q '"solr"' "$1/manifest.json" && engine=http://127.0.0.1:$(cat port)/solr/findings
    return 0
}
stop_engine() { kill $server; wait $server 2>/dev/null; return 0; }

for to in opensearch solr; do
    expect 0 findings-index export --to $to $to --index ix
    [ ! -s err ] || fail "it said: $(cat err)"
    start_engine $to
    expect 0 findings-index export --check "$engine" $to --index nowhere
    grep -q '^all [0-9]* numbers are equal$' out || fail "$(cat out)"
    expect 69 findings-index export --check "$engine-other" $to
    grep -q 'answered 404' err || fail "another index: $(cat err)"
    stop_engine
    start_engine $to chunked; expect 0 findings-index export --check "$engine" $to; stop_engine
    start_engine $to lose; expect 1 findings-index export --check "$engine" $to
    grep -q '^  story documents: [0-9]* exported, [0-9]* in the engine$' out || fail "a lost story: $(cat out)"
    stop_engine
    start_engine $to lose-nested; expect 1 findings-index export --check "$engine" $to --format json
    grep -q '"unit": "finding"' out || fail "a lost finding: $(cat out)"
    stop_engine
    start_engine $to twice; expect 1 findings-index export --check "$engine" $to
    grep -q 'story generation 20200101T000000Z-00000000: 0 exported, 1 in the engine' out || fail "an old export beside: $(cat out)"
    stop_engine
    for fault in shard close error; do
        start_engine $to $fault; expect 69 findings-index export --check "$engine" $to; stop_engine
        [ ! -s out ] || fail "$fault: a number in spite of it: $(cat out)"
    done
    start_engine $to hang; expect 69 findings-index export --check "$engine" $to --timeout 1; stop_engine
    grep -q 'no answer in time' err || fail "hanging: $(cat err)"
    expect 69 findings-index export --check "$engine" $to
done

# The manifest's numbers are those of a search, and the same in both.
python3 - <<'PY' || fail "the numbers are not those of a search"
import json, subprocess
def ask(*arguments):
    run = subprocess.run(["findings-search", "--index", "ix", "--format", "json", "--limit", "0", "--facets", "all",
                          "--facet-limit", "100000", *arguments], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)
manifests = {engine: json.load(open(f"{engine}/manifest.json")) for engine in ("opensearch", "solr")}
assert manifests["opensearch"]["counts"] == manifests["solr"]["counts"]
counts = manifests["solr"]["counts"]
for unit, options in (("story", ["--include-records"]), ("finding", ["--findings", "--include-news", "--include-records"])):
    answer = ask(*options)
    assert counts[unit]["documents"] == answer["matches"]["total"], unit
    compared = 0
    for facet, found in answer["facets"].items():
        wanted = {row["value"]: row["count"] for row in found["values"]}
        exported = {row["value"]: row["count"] for row in counts[unit]["fields"][facet]}
        assert wanted == exported, (unit, facet, wanted, exported)
        compared += len(wanted)
    assert compared > 20, (unit, compared)
PY

# The same generation gives the same bytes; an earlier export is replaced; foreign folders are not.
cp -r solr first
expect 0 findings-index export --to solr solr --index ix --quiet
[ ! -s out ] || fail "--quiet: $(cat out)"
diff -r first solr >/dev/null || fail "the same generation gave other bytes"
expect 0 findings-index export --to opensearch solr --index ix
[ ! -e solr/managed-schema.xml ] || fail "files of the old export are left"
touch solr/mine
expect 73 findings-index export --to opensearch solr --index ix
grep -q 'solr holds mine' err || fail "$(cat err)"
expect 73 findings-index export --to solr ix/generations/x --index ix
expect 73 findings-index export --to solr none/x --index ix
expect 2 findings-index export solr --index ix
expect 2 findings-index export --to lucene x --index ix
expect 2 findings-index export --to solr --check http://localhost/x x --index ix
expect 2 findings-index export --check https://localhost/x solr
expect 66 findings-index export --check http://localhost/x nowhere
expect 69 findings-index export --to solr new --index empty
[ ! -e new ] && [ ! -e new.unfinished ] || fail "an export of nothing"

# A disk that is full: nothing half, the old export stays.
cp -r opensearch before
(trap '' XFSZ; ulimit -f 16; expect 74 findings-index export --to opensearch opensearch --index ix) || exit 1
diff -r before opensearch >/dev/null || fail "a full disk changed the old export"
[ ! -e opensearch.unfinished ] || fail "a full disk left something"

# What is withdrawn is in no export; nothing of it stays in a folder that is written again.
id=$(findings-search --index ix --format jsonl --limit 1 --findings 2>/dev/null | sed 's/.*"source":"\([^"]*\)".*/\1/' | head -n 1)
id=$(findings-search --index ix --format jsonl "source:\"$id\"" | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
[ -n "$id" ] || fail "no story to withdraw"
grep -q "\"$id\"" opensearch/*.ndjson || fail "the story is in no export"
expect 0 findings-index withdraw "$id" --index ix --reason "asked by the family"
for to in opensearch solr; do
    expect 0 findings-index export --to $to after-$to --index ix
    grep -q "withdrawn" out || fail "it does not say that a story is left out: $(cat out)"
    grep -l "\"$id\"\|/$id[\"/]\|$id#" after-$to/* && fail "the withdrawn story is in the export"
    start_engine after-$to; expect 0 findings-index export --check "$engine" after-$to; stop_engine
done
echo "exports have every number"
